"""shapes.ttl, mappings.ttl and the questions speak only of terms that core.ttl has."""

import re

import pyoxigraph as ox
import pytest

from kg.ontology import NAMESPACE, folder

MAPPINGS = {"subClassOf", "subPropertyOf", "closeMatch", "exactMatch", "broadMatch", "narrowMatch"}


@pytest.fixture(scope="module")
def terms():
    core = ox.parse(path=str(folder() / "core.ttl"), format=ox.RdfFormat.TURTLE)
    return {t.subject.value for t in core if isinstance(t.subject, ox.NamedNode)}


def test_mappings_are_about_our_terms(terms):
    triples = list(ox.parse(path=str(folder() / "mappings.ttl"), format=ox.RdfFormat.TURTLE))
    about = [t for t in triples if t.subject.value.startswith(NAMESPACE)]
    assert len(about) > 50
    for t in about:
        assert t.subject.value in terms
        assert t.predicate.value.replace("#", "/").rsplit("/", 1)[-1] in MAPPINGS
        assert not t.object.value.startswith(NAMESPACE)


def test_wikidata_is_never_a_super_property():
    for t in ox.parse(path=str(folder() / "mappings.ttl"), format=ox.RdfFormat.TURTLE):
        if isinstance(t.object, ox.NamedNode) and "wikidata" in t.object.value:
            assert t.predicate.value.endswith("Match")
            assert re.search(r"/entity/[PQ]\d+$", t.object.value)


def test_shapes_and_questions_name_existing_terms(terms):
    for path in [folder() / "shapes.ttl", *sorted((folder() / "queries").glob("*.rq"))]:
        named = re.findall(r"\bkg:(\w+)", path.read_text(encoding="utf-8"))
        unknown = {name for name in named if NAMESPACE + name not in terms}
        assert not unknown, path.name

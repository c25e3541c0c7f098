"""The mapping tables speak of the ontology and of nothing else."""

import pytest

from kg.datasets import OWN, SCHEMES, Scheme, kinds, meanings, refinements, tables
from kg.ontology import Ontology

ONTOLOGY = Ontology.load()


def test_relations_mean_relations_of_the_ontology_or_refinements() -> None:
    known = {*ONTOLOGY.relations, *refinements()}
    for name in tables()["relations"]:
        for meaning in meanings(name).values():
            assert set(meaning.labels) <= known


def test_refinements_entail_relations_of_the_ontology() -> None:
    assert {entailed.removeprefix("^") for entailed in refinements().values()} <= {*ONTOLOGY.relations, ""}


@pytest.mark.parametrize("name", sorted(tables()["entities"]))
def test_types_are_kinds_of_the_ontology(name: str) -> None:
    for found in kinds(name).values():
        assert isinstance(found, str) or set(found) <= set(ONTOLOGY.leaf_kinds)


def test_a_label_that_is_left_out_means_nothing() -> None:
    for name, labels in tables()["left_out"].items():
        assert not set(labels) & set(meanings(name))


def test_a_caret_reads_from_tail_to_head() -> None:
    assert meanings("core")["acquired_by"].inverse
    assert not meanings("core")["client_of"].inverse


def test_a_scheme_knows_what_it_does_not_score() -> None:
    fire = Scheme.of("fire", ONTOLOGY)
    assert fire.knows_entity("Money")
    assert "Money" not in fire.kinds
    assert "BusinessUnit" not in fire.kinds
    assert not fire.knows_entity("ORG")
    assert Scheme.of("core", ONTOLOGY).knows_relation("undefined")


def test_gold_may_speak_the_words_of_the_ontology() -> None:
    own = Scheme.of(OWN, ONTOLOGY)
    assert own.kinds["Company"] == ("Company",)
    assert own.relations["customerOf"].labels == ("customerOf",)


def test_every_scheme_has_a_form() -> None:
    assert {"core", "fire", "finer_ord", "knowledgenet", "dfki_product"} <= set(SCHEMES)

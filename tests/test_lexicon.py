"""The word lists hold together, and a broken lexicon says what is wrong."""

import re
from pathlib import Path

import pytest

import kg
from kg.errors import OntologyError
from kg.lexicon import FORMS, PLACES, Lexicon
from kg.model import Change, Status
from kg.ontology import LEX, Ontology, node_key

PREFIXES = """
@prefix kg: <https://w3id.org/kg-business/ontology#> .
@prefix lex: <https://w3id.org/kg-business/lexicon#> .
"""


@pytest.fixture(scope="module")
def lexicon():
    return Lexicon.of(Ontology.load())


@pytest.fixture
def with_turtle(tmp_path):
    def load(turtle):
        path = tmp_path / "more.ttl"
        path.write_text(PREFIXES + turtle, encoding="utf-8")
        return Lexicon.of(Ontology.load(path))

    return load


def test_every_relation_has_a_cue(lexicon):
    assert {cue.relation.name for cue in lexicon.cues} == set(lexicon.ontology.relations)


def test_cues_are_complete(lexicon):
    for cue in lexicon.cues:
        assert cue.form in FORMS
        assert cue.words
        assert all(word.strip() == word != "" for word in cue.words)
        assert cue.subject
        assert cue.object
        assert {*cue.subject, *cue.object} <= PLACES
        assert not set(cue.subject) & set(cue.object), cue
        assert 0 < cue.confidence < 1


def test_every_list_of_words_is_filled(lexicon):
    for properties in lexicon.ontology.triples.values():
        for name, values in properties.items():
            if name.startswith(LEX):
                assert all(node_key(v).strip() for v in values), name


def test_every_list_is_read(lexicon):
    """A misspelt property would be a list that no code asks for."""
    sources = "".join(p.read_text(encoding="utf-8") for p in Path(kg.__file__).parent.rglob("*.py"))
    used = {p[len(LEX) :] for ps in lexicon.ontology.triples.values() for p in ps if p.startswith(LEX)}
    unread = {name for name in used - set(FORMS) if f'"{name}"' not in sources}
    assert unread <= {"role", "for", "word"}


def test_no_cue_is_shadowed(lexicon):
    """The same words at the same places would only count once."""
    seen = set()
    for cue in lexicon.cues:
        narrowed = (cue.subject_kind, cue.object_kind, cue.patient_kind, cue.needs, cue.unless)
        more = (cue.needs_metric, cue.unless_metric, cue.adverbs, cue.open, cue.part)
        for word in cue.words:
            key = (cue.relation.name, cue.form, word, cue.subject, cue.object, narrowed, more)
            assert key not in seen, f"{cue.relation.name}: {word} stands twice"
            seen.add(key)


def test_cues_are_found_by_their_words(lexicon):
    for cue in lexicon.cues:
        for phrase in cue.words:
            words = phrase.lower().split()
            key = words[-1] if cue.form == "noun" else words[0]
            assert (tuple(words), cue) in lexicon.by_word[cue.form, key]


def test_verbs_are_in_base_form(lexicon):
    verbs = {word.split()[0] for cue in lexicon.cues if cue.form == "verb" for word in cue.words}
    assert not {v for v in verbs if re.search(r"(?:[^e]ing|[^aeiou]ied)$", v)} - {"bring"}


@pytest.mark.parametrize("status", [s for s in Status if s not in {Status.ASSERTED, Status.EXPECTED}])
def test_statuses_have_words(lexicon, status):
    assert lexicon.words(status, "governor")


@pytest.mark.parametrize("change", [Change.INCREASE, Change.DECREASE, Change.LEVEL, Change.SHARE])
def test_changes_have_words(lexicon, change):
    assert lexicon.words(change, "verb")


def test_rises_are_no_falls(lexicon):
    for name in ("verb", "noun", "adverb"):
        assert not lexicon.words(Change.INCREASE, name) & lexicon.words(Change.DECREASE, name)


def test_metrics_have_words(lexicon):
    for metric in set(lexicon.ontology.metrics) - {"other"}:
        assert lexicon.words(metric, "noun"), metric


def test_an_unknown_list_or_term_is_empty(lexicon):
    assert lexicon.words("Company", "nonsense") == frozenset()
    assert lexicon.words("Nonsense", "descriptor") == frozenset()


@pytest.mark.parametrize(
    ("cue", "says"),
    [
        ('lex:verb "greet" ; lex:subject "agent" ; lex:object "nowhere"', "nowhere"),
        ('lex:verb "greet" ; lex:subject "somewhere" ; lex:object "patient"', "somewhere"),
        ('lex:subject "agent" ; lex:object "patient"', "names no words"),
        ('lex:verb "greet" ; lex:subject "agent" ; lex:object "patient" ; lex:objectKind kg:Nonsense', "Nonsense"),
    ],
)
def test_a_broken_cue_is_refused(with_turtle, cue, says):
    with pytest.raises(OntologyError, match=says) as refusal:
        with_turtle(f"kg:partnerOf lex:cue [ {cue} ] .")
    assert str(refusal.value).endswith(".")
    assert "\n" not in str(refusal.value)


def test_a_cue_can_be_added(with_turtle):
    lexicon = with_turtle('kg:partnerOf lex:cue [ lex:verb "befriend" ; lex:subject "agent" ; lex:object "patient" ] .')
    ((words, cue),) = lexicon.by_word["verb", "befriend"]
    assert words == ("befriend",)
    assert (cue.relation.name, cue.subject, cue.object) == ("partnerOf", ("agent",), ("patient",))


@pytest.mark.parametrize(
    ("cue", "sentence"),
    [
        ('lex:verb "cure" ; lex:sbject "agent"', "unknown property sbject"),
        ('lex:verb "cure" ; lex:status kg:certain', "unknown status certain"),
        ('lex:verb "cure" ; lex:confidence 7', "not between 0 and 1"),
        ('lex:verb "cure" ; lex:confidence "high"', "not between 0 and 1"),
        ('lex:verb " "', "has an empty word"),
        ('lex:subject "agent"', "names no words"),
    ],
)
def test_a_cue_that_cannot_be_read_is_refused_in_one_sentence(cue: str, sentence: str, tmp_path: Path) -> None:
    turtle = tmp_path / "cures.ttl"
    turtle.write_text(
        f"{PREFIXES}"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        'kg:cures a kg:Relation ; rdfs:label "cures" ; rdfs:domain kg:Company ; rdfs:range kg:Company ;\n'
        f"  lex:cue [ {cue} ] .\n",
        encoding="utf-8",
    )
    with pytest.raises(OntologyError, match=sentence):
        Lexicon.of(Ontology.load(turtle))

"""What the relation model is shown, and how what it says stands beside the rules."""

import pytest

from kg import Document, build
from kg.config import NONE, Config
from kg.lexicon import Lexicon
from kg.models import NameModel, RelationModel
from kg.nlp import Annotator
from kg.ontology import Ontology
from kg.relations import LearnedReader

CLAUSES = " and".join(f" Acme{n} Corp bought Beta{n} Ltd for $3 million" for n in range(120))


@pytest.fixture(scope="module")
def lexicon():
    return Lexicon.of(Ontology.load())


def test_a_sentence_too_long_for_the_model_is_judged_in_windows(lexicon):
    annotator = Annotator(lexicon, names=NameModel.load())
    (annotated,) = annotator.annotate([Document("long", f"{CLAUSES.strip()}.")])
    judged = LearnedReader(lexicon, RelationModel.load()).read(annotated)
    pairs = {(j.subject.name, j.object.name) for j in judged}
    assert {("Acme0 Corp", "Beta0 Ltd"), ("Acme119 Corp", "Beta119 Ltd")} <= pairs
    assert all(0 <= chance <= 1 for j in judged for chance in j.judgement.labels.values())


def test_a_pair_that_is_known_is_not_judged(lexicon):
    annotator = Annotator(lexicon, names=NameModel.load())
    (annotated,) = annotator.annotate([Document("d", "Acme Corp bought Beta Foods. Acme Corp sued Beta Foods.")])
    reader = LearnedReader(lexicon, RelationModel.load())
    assert len(reader.read_passage(annotated, 0)) == 4
    assert len(reader.read_passage(annotated, 0, {(frozenset({"Acme Corp", "Beta Foods"}), 29)})) == 2
    assert reader.read_passage(annotated, 0, {(frozenset({"Acme Corp", "Beta Foods"}), n) for n in (0, 29)}) == []


def test_evidence_names_the_extractor():
    text = "Dana Rime, who runs Kestria, said on Monday that the London-based firm bought Hexlar."
    model_alone = Config(rules=False)
    for fact in build([Document("news", text)], config=model_alone).facts:
        for evidence in fact.evidence:
            assert evidence.extractor == "model:relations"
            assert evidence.quote == text[evidence.start : evidence.end]


def test_without_rules_and_models_there_are_no_facts():
    nothing = Config(rules=False, relation_model=NONE, name_model=NONE)
    assert build([Document("news", "Kestria Ltd bought Hexlar Inc for $3 million.")], config=nothing).facts == ()

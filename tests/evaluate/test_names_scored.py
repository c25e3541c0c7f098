"""Names against gold spans: what is right, wrong, missed and not counted."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from labelled import gold_of, tokens
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.evaluate import Evaluation, evaluate_entities
from kg.evaluate.marking import BY_TYPE, OVERALL, Part
from kg.model import Document, Mention
from kg.nlp import Annotated, Named, Parsed
from kg.nlp.passages import passages

FINER = tokens("f1", "[Larch Mills|ORG] left [Leeds|LOC] .")
FIRE = tokens("f1", "[Larch Mills|Company] paid [3 pounds|Money] in [Leeds|Location] .")


def finding(*names: str, how: str = "name") -> Callable[[Iterable[Document]], Iterator[Annotated]]:
    """Finds these words, given as "Larch Mills|Company", wherever they stand first."""

    def annotate(documents: Iterable[Document]) -> Iterator[Annotated]:
        for document in documents:
            mentions = {}
            for n, name in enumerate(names):
                words, kind = name.split("|")
                start = document.text.index(words)
                mention = Mention(document.id, start, start + len(words), words, kind, words, how)
                mentions[n] = Named(n, n + 1, n, mention)
            (found,) = passages(document.text)
            yield Annotated(document, (Parsed(found, Doc(Vocab()), document.text, mentions),))

    return annotate


def counts(evaluation: Evaluation, part: Part = OVERALL) -> tuple[int, int, int]:
    score = evaluation.scores[part]
    return score.right, score.system, score.gold


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Larch Mills|Company", "Leeds|Place"], (2, 2, 2)),
        (["Larch Mills|Organization"], (1, 1, 2)),  # ORG may be either
        (["Larch Mills|Person"], (0, 1, 2)),
        (["Larch|Company"], (0, 1, 2)),
        (["Leeds|Product"], (0, 0, 2)),  # FiNER-ORD does not mark products
        ([], (0, 0, 2)),
    ],
)
def test_extent_and_kind_must_be_right(tmp_path: Path, names: list[str], expected: tuple[int, int, int]) -> None:
    found, _ = evaluate_entities(gold_of(tmp_path, FINER), finding(*names))
    assert counts(found) == expected


def test_types_that_the_mapping_leaves_out_are_not_scored(tmp_path: Path) -> None:
    found, _ = evaluate_entities(gold_of(tmp_path, FIRE), finding("Larch Mills|Company"))
    assert counts(found) == (1, 1, 2)
    assert (BY_TYPE, "Money") not in found.scores


def test_what_unmarked_text_may_hold_counts_only_where_it_is_right(tmp_path: Path) -> None:
    gold = gold_of(tmp_path, tokens("f1", "[Leeds|GeopoliticalEntity] sued the Timber Board over [3 pounds|Money] ."))
    found, _ = evaluate_entities(gold, finding("Timber Board|Organization"))
    assert counts(found) == (0, 0, 1)
    found, _ = evaluate_entities(gold, finding("Leeds|Organization"))
    assert counts(found) == (1, 1, 1)


def test_only_names_count(tmp_path: Path) -> None:
    found, _ = evaluate_entities(gold_of(tmp_path, FINER), finding("Larch Mills|Company", how="nominal"))
    assert counts(found) == (0, 0, 2)


def test_what_was_taken_for_what(tmp_path: Path) -> None:
    found, _ = evaluate_entities(gold_of(tmp_path, FINER), finding("Larch Mills|Person", "eeds|Place"))
    pairs = {(gold, given): count for gold, given, count in found.confusions}
    assert pairs == {("ORG", "PER"): 1, ("LOC", "LOC of other extent"): 1}
    assert [(e.error, e.subject, e.predicate) for e in found.errors] == [
        ("wrong", "Larch Mills", "PER"),
        ("wrong", "eeds", "LOC"),
        ("missed", "Larch Mills", "ORG"),
        ("missed", "Leeds", "LOC"),
    ]


def test_predictions_have_the_form_of_the_gold(tmp_path: Path) -> None:
    _, rows = evaluate_entities(gold_of(tmp_path, FINER), finding("Larch Mills|Company", "Leeds|Place"))
    found, _ = evaluate_entities(gold_of(tmp_path, *rows), finding("Larch Mills|Company", "Leeds|Place"))
    assert counts(found) == (2, 2, 2)


def test_gold_of_ones_own_has_the_kinds_of_the_ontology(tmp_path: Path) -> None:
    gold = gold_of(tmp_path, tokens("o1", "[Larch Mills|Company] left [Leeds|Place] ."))
    found, _ = evaluate_entities(gold, finding("Larch Mills|Organization", "Leeds|Place"))
    assert counts(found) == (1, 2, 2)

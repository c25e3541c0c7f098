"""Labelled files of each form: what is read, what is written again, and how wrong lines are refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from kg.datasets import OWN, Example, Span, conll, read_labelled, row_of, scheme_of
from kg.errors import InputError
from kg.ontology import Ontology

ONTOLOGY = Ontology.load()
CORE: dict[str, Any] = {
    "id": "c1",
    "tokens": "Brixton Ales buys from Marlow .".split(),
    "entities": [{"start": 0, "end": 2}, {"start": 4, "end": 5}],
    "relations": [{"head": 0, "tail": 1, "type": "client_of"}],
}
FINER: dict[str, Any] = {
    "id": "f1",
    "doc": "d7",
    "tokens": "Marlow opened in Leeds .".split(),
    "entities": [{"start": 0, "end": 1, "type": "ORG"}, {"start": 3, "end": 4, "type": "LOC"}],
}
FIRE: dict[str, Any] = {
    "id": "f1",
    "tokens": "Marlow paid 3 pounds .".split(),
    "entities": [{"start": 0, "end": 1, "type": "Company"}, {"start": 2, "end": 4, "type": "Money"}],
    "relations": [],
}
OWN_WORDS: dict[str, Any] = {
    "id": "o1",
    "tokens": "Marlow opened in Leeds .".split(),
    "entities": [{"start": 0, "end": 1, "type": "Company"}, {"start": 3, "end": 4, "type": "Place"}],
}
KNOWLEDGENET: dict[str, Any] = {
    "id": "9:0:23",
    "document": "9",
    "text": "Ann Lee started Marlow.",
    "annotated": ["FOUNDED_BY", "SPOUSE"],
    "facts": [{"property": "FOUNDED_BY", "subject": [16, 22], "object": [0, 7]}],
}
DFKI: dict[str, Any] = {
    "id": "p1",
    "text": "Marlow makes kettles.",
    "entities": [
        {"start": 0, "end": 6, "type": "organization"},
        {"start": 7, "end": 12, "type": "trigger"},
        {"start": 13, "end": 20, "type": "product"},
    ],
    "relations": [
        {
            "type": "CompanyProvidesProduct",
            "args": [{"role": "company", "ent": 0}, {"role": "product", "ent": 2}, {"role": "trigger", "ent": 1}],
        }
    ],
}
GUIDE: dict[str, Any] = {"doc": "w-01", "entities": [], "facts": []}


def file_of(folder: Path, *rows: dict[str, Any] | str) -> Path:
    file = folder / "gold.jsonl"
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def examples(folder: Path, *rows: dict[str, Any] | str) -> tuple[Example, ...]:
    file = file_of(folder, *rows)
    return read_labelled(file, scheme_of(file), ONTOLOGY).examples


@pytest.mark.parametrize(
    ("row", "name"),
    [
        (CORE, "core"),
        (FINER, "finer_ord"),
        (FIRE, "fire"),
        (OWN_WORDS, OWN),
        (KNOWLEDGENET, "knowledgenet"),
        (DFKI, "dfki_product"),
        (GUIDE, "guide"),
    ],
)
def test_the_form_is_told_from_the_file(tmp_path: Path, row: dict[str, Any], name: str) -> None:
    assert scheme_of(file_of(tmp_path, row)) == name


def test_a_first_line_without_entities_leaves_the_labels_to_the_others(tmp_path: Path) -> None:
    assert scheme_of(file_of(tmp_path, FINER | {"id": "f0", "entities": []}, FINER)) == "finer_ord"


def test_token_offsets_become_characters(tmp_path: Path) -> None:
    (example,) = examples(tmp_path, CORE)
    assert example.text == "Brixton Ales buys from Marlow."
    assert [example.text[s.start : s.end] for s in example.spans] == ["Brixton Ales", "Marlow"]
    assert [(x.head, x.tail, x.type) for x in example.links] == [(0, 1, "client_of")]


def test_an_example_knows_its_document_and_line(tmp_path: Path) -> None:
    (example,) = examples(tmp_path, "", FINER)
    assert (example.document, example.line) == ("d7", 2)
    (example,) = examples(tmp_path, KNOWLEDGENET)
    assert (example.document, example.checked) == ("9", {"FOUNDED_BY", "SPOUSE"})


def test_a_trigger_is_no_end_of_a_relation(tmp_path: Path) -> None:
    (example,) = examples(tmp_path, DFKI)
    assert [(x.head, x.tail) for x in example.links] == [(0, 2)]


@pytest.mark.parametrize("row", [CORE, FINER, KNOWLEDGENET, DFKI])
def test_an_example_is_written_in_the_form_it_was_read_from(tmp_path: Path, row: dict[str, Any]) -> None:
    file = file_of(tmp_path, row)
    labelled = read_labelled(file, scheme_of(file), ONTOLOGY)
    again = examples(tmp_path, row_of(labelled.examples[0], labelled.form))
    assert [(e.text, e.spans, e.links) for e in again] == [(e.text, e.spans, e.links) for e in labelled.examples]


def test_a_span_within_a_token_is_written_as_the_token() -> None:
    row = row_of(Example("x", "fire", "Leeds-based Marlow", (Span(0, 5, "Location"),)), "tokens")
    assert row["entities"] == [{"start": 0, "end": 1, "type": "Location", "text": "Leeds"}]


def test_tags_of_words_become_spans(tmp_path: Path) -> None:
    file = tmp_path / "tags.txt"
    file.write_text("-DOCSTART- O\n\nBrixton I-ORG\nAles I-ORG\nLeeds B-LOC\nYork B-LOC\n. O\n", encoding="utf-8")
    (example,) = conll(file, "wikigold")
    found = [(example.text[s.start : s.end], s.type) for s in example.spans]
    assert found == [("Brixton Ales", "ORG"), ("Leeds", "LOC"), ("York", "LOC")]


# ---------------------------------------------------------------- lines that are wrong


def changed(row: dict[str, Any], part: str, **fields: Any) -> dict[str, Any]:
    first, *others = row[part]
    return row | {"id": "x", part: [first | fields, *others]}


@pytest.mark.parametrize(
    ("first", "wrong", "trouble"),
    [
        (CORE, '{"id": ', "is not JSON: "),
        (CORE, "[1]", "is not a JSON object."),
        (CORE, {"tokens": []}, "has no 'id'."),
        (CORE, CORE, "has the id 'c1' again."),
        (CORE, CORE | {"id": "x", "tokens": "Brixton"}, "needs a list of words as 'tokens'."),
        (CORE, changed(CORE, "entities", end=9), "has the broken span 0:9 in entities 1."),
        (CORE, changed(CORE, "entities", start=2), "has the broken span 2:2 in entities 1."),
        (CORE, changed(CORE, "entities", start=None), "has the broken span None:2 in entities 1."),
        (CORE, changed(CORE, "relations", head=2), "names the unknown entity 2 in relations 1."),
        (CORE, changed(CORE, "relations", type="buys"), "names the unknown type of relation 'buys'; known are "),
        (CORE, KNOWLEDGENET, "is of the form 'knowledgenet' in a file of the form 'tokens'."),
        (CORE, {"id": "x", "words": []}, "has none of the keys 'tokens', "),
        (CORE, FINER, "names the unknown type of entity 'LOC'; none is known here."),
        (FINER, CORE | {"relations": []}, "has an entity without a type."),
        (FINER, changed(FINER, "entities", type="GPE"), "names the unknown type of entity 'GPE'; known are LOC, ORG, "),
        (KNOWLEDGENET, changed(KNOWLEDGENET, "facts", subject=[16, 99]), "has the broken span 16:99 in facts 1."),
        (KNOWLEDGENET, changed(KNOWLEDGENET, "facts", object=[3]), "needs [start, end] as 'object' in facts 1."),
        (KNOWLEDGENET, changed(KNOWLEDGENET, "facts", property="BOSS"), "names the unknown type of relation 'BOSS'; "),
        (KNOWLEDGENET, KNOWLEDGENET | {"annotated": ["LUCK"]}, "names the unknown type of relation 'LUCK'; known are "),
        (DFKI, changed(DFKI, "entities", end=99), "has the broken span 0:99 in entities 1."),
        (
            DFKI,
            changed(DFKI, "relations", args=[{"role": "company", "ent": 7}]),
            "names the unknown entity 7 in args 1",
        ),
        (DFKI, GUIDE, "is of the form 'guide' in a file of the form 'dfki_product'."),
    ],
)
def test_a_wrong_line_is_told_by_its_number(
    tmp_path: Path, first: dict[str, Any], wrong: dict[str, Any] | str, trouble: str
) -> None:
    with pytest.raises(InputError) as told:
        examples(tmp_path, first, "", wrong)
    assert str(told.value).startswith(f"Line 3 of {tmp_path / 'gold.jsonl'} {trouble}")


def test_a_file_without_lines(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no examples"):
        scheme_of(file_of(tmp_path))
    with pytest.raises(InputError, match="No such file"):
        scheme_of(tmp_path / "none.jsonl")

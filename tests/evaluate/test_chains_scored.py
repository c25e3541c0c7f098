"""kg evaluate coreference: what is read from each form, and what counts as right."""

import json
from pathlib import Path

import pytest

from kg.cli import run
from kg.datasets import chained
from kg.errors import InputError
from kg.evaluate import evaluate_coreference
from kg.lexicon import Lexicon
from kg.nlp import Annotator
from kg.ontology import Ontology

LEXICON = Lexicon.of(Ontology.load())
CONLLU = """# newdoc id = n1
# newpar
1	Marlow	Marlow	PROPN	NNP	_	2	nsubj	_	Entity=(1-organization-new-s-cf1-1-coref-Marlow)
2	makes	make	VERB	VBZ	_	0	root	_	_
3	pumps	pump	NOUN	NNS	_	2	obj	_	Entity=(2-object-new-n-cf2-1-sgl)|SpaceAfter=No
4	.	.	PUNCT	.	_	2	punct	_	_

1	It	it	PRON	PRP	_	2	nsubj	_	Entity=(1-organization-giv:act-s-cf1-1-ana-Marlow)
2	said	say	VERB	VBD	_	0	root	_	_
3	its	_	PRON	_	_	4	poss	_	Entity=(3-object-new-n-cf2-2-sgl(1-organization-giv:act-s-cf1-1-ana-Marlow)
4	prices	price	NOUN	NNS	_	5	nsubj	_	Entity=3)
5	rose	rise	VERB	VBD	_	2	ccomp	_	SpaceAfter=No
6	.	.	PUNCT	.	_	2	punct	_	_
"""
GAP = (
    "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL\n"
    "g1\tLena Ostrow met Paul Weir. She left.\tShe\t27\tLena Ostrow\t0\tTRUE\tPaul Weir\t16\tFALSE\tx\n"
)
DFKI = {
    "id": "d1",
    "text": "Marlow makes pumps. The company sells them.",
    "entities": [
        {"start": 0, "end": 6, "type": "organization"},
        {"start": 24, "end": 31, "type": "organization"},
    ],
    "relations": [{"type": "Identity", "args": [{"role": "source", "ent": 0}, {"role": "target", "ent": 1}]}],
}


def write(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def forms(path: Path) -> list[tuple[str, int, str, str]]:
    (text,) = chained(path)
    return [(text.text[m.start : m.end], m.chain, m.type, m.form) for m in text.mentions]


def test_gum_gives_the_text_and_the_heads_of_mentions(tmp_path: Path) -> None:
    path = write(tmp_path, "n.conllu", CONLLU)
    assert next(chained(path)).text == "Marlow makes pumps. It said its prices rose."
    assert forms(path) == [
        ("Marlow", 1, "organization", "name"),
        ("pumps", 2, "object", ""),
        ("It", 1, "organization", "pronoun"),
        ("its", 1, "organization", "pronoun"),
        ("prices", 3, "object", ""),
    ]


def test_gap_parts_the_name_that_is_not_meant(tmp_path: Path) -> None:
    found = forms(write(tmp_path, "g.tsv", GAP))
    assert found == [
        ("She", 0, "person", "pronoun"),
        ("Lena Ostrow", 0, "person", "name"),
        ("Paul Weir", 2, "person", "name"),
    ]


def test_dfki_tells_names_from_nominals(tmp_path: Path) -> None:
    found = forms(write(tmp_path, "d.jsonl", json.dumps(DFKI)))
    assert found == [("Marlow", 0, "organization", "name"), ("company", 0, "organization", "nominal")]


@pytest.mark.parametrize(("name", "text"), [("x.csv", ""), ("x.tsv", "ID\tText\n1\tHello\n"), ("x.conllu", "1\tA\n")])
def test_what_has_no_chains_is_refused(tmp_path: Path, name: str, text: str) -> None:
    with pytest.raises(InputError):
        list(chained(write(tmp_path, name, text)))


def test_links_are_scored_by_type_and_form(tmp_path: Path) -> None:
    paths = [write(tmp_path, "n.conllu", CONLLU), write(tmp_path, "d.jsonl", json.dumps(DFKI))]
    gold = [text for path in paths for text in chained(path)]
    rows = evaluate_coreference(gold, Annotator(LEXICON).annotate, LEXICON).rows
    assert [(r.type, r.form, r.right, r.system, r.gold) for r in rows] == [
        ("organization", "", 3, 3, 3),
        ("organization", "pronoun", 2, 2, 2),
        ("organization", "nominal", 1, 1, 1),
    ]


def test_the_command_prints_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["evaluate", "coreference", str(write(tmp_path, "n.conllu", CONLLU)), "--errors"]) == 0
    assert "organizations" in capsys.readouterr().out

"""What documents say of what they name, and in which sense they use a name."""

import pytest

from kg.lexicon import Lexicon
from kg.model import Alias, Document, Extraction, Mention
from kg.ontology import Ontology
from kg.resolve.records import Records
from kg.resolve.senses import Meanings, senses

LEXICON = Lexicon.of(Ontology.load())


def extraction(document, *names, aliases=()):
    mentions = (Mention(document, n, n + len(name), name, kind, name) for n, (name, kind) in enumerate(names))
    return Extraction(Document(document, ""), tuple(mentions), aliases=aliases)


def records(*extractions):
    return Records(extractions, LEXICON, (), ())


def test_records_come_by_key_then_by_document_and_name():
    found = records(
        extraction("a", ("Tolvane", "Company"), ("Brelco Inc", "Company"), ("Brelco", "Company")),
        extraction("b", ("Brelco", "Product"), ("Brelco", "Company"), ("Brelco", "Company")),
    )
    groups = {key: [(r.document, r.name, r.kinds) for r in group] for key, group in found.groups()}
    assert list(groups) == ["brelco", "tolvane"]
    assert groups["brelco"] == [
        ("a", "Brelco", ("Company",)),
        ("a", "Brelco Inc", ("Company",)),
        ("b", "Brelco", ("Product", "Company", "Company")),
    ]
    assert [r.kind for r in dict(found.groups())["brelco"]] == ["Company"] * 3


def test_what_records_have_in_common_is_there_once():
    found = records(*(extraction(document, (" ".join(["Brelco", "Inc"]), "Company")) for document in "abc"))
    ((_, group),) = found.groups()
    assert (
        len({id(r.name) for r in group}) == len({id(r.forms) for r in group}) == len({id(r.kinds) for r in group}) == 1
    )


def test_aliases_of_what_the_document_does_not_name_are_not_borne():
    named, other = (Alias("a", 0, 3, "TLV", name, "ticker") for name in ("Tolvane", "Hexlar"))
    found = records(
        extraction("a", ("Tolvane", "Company"), aliases=(named, other)), extraction("b", ("Hexlar", "Company"))
    )
    assert (found.aliases, found.borne) == (sorted([named, other]), [named])


def test_a_name_has_one_sense_or_one_for_each_document():
    found = records(
        extraction("a", ("Jordan", "Person"), ("Brelco", "Company")),
        extraction("b", ("Jordan", "Place")),
        extraction("c", ("Jordan", "Place"), ("Brelco", "Company")),
        extraction("d", ("Jordan", "Person")),
    )
    some = senses(found)
    meanings = Meanings(some)
    assert {some[meanings.of(d, "Brelco")].label for d in "ac"} == {"Brelco"}
    sorts = {d: some[meanings.of(d, "Jordan")].kind for d in "bc"}
    assert sorts == {"b": "Place", "c": "Place"}
    assert meanings.of("a", "Jordan") != meanings.of("b", "Jordan")
    with pytest.raises(KeyError):
        meanings.of("x", "Jordan")

"""Entities of a graph get the identifiers of the companies that they are."""

from pathlib import Path

import pyoxigraph
import pytest

import kg
from kg.config import Config
from kg.export.turtle import to_turtle
from kg.lexicon import Lexicon
from kg.model import Alias, Entity
from kg.ontology import Ontology
from kg.registers import Columns, Registers, add, identified

ONTOLOGY = Ontology.load()
LEXICON = Lexicon.of(ONTOLOGY)
(COMPANY,) = LEXICON.kinds_with("nameEnding")
(PERSON,) = LEXICON.kinds_with("title")
(BODY,) = set(LEXICON.kinds_with("listed")) - {COMPANY}


def of(name: str, kind: str = COMPANY, *aliases: str) -> Entity:
    return Entity(f"x/{name}", kind, name, aliases)


def found(
    *entities: Entity, aliases: tuple[Alias, ...] = (), settings: tuple[str, ...] = ("sec",)
) -> list[dict[str, str]]:
    with Registers.load(settings) as registers:
        return [dict(reversed(e.identifiers)) for e in identified(entities, registers, LEXICON, aliases)]


def test_companies_get_their_identifiers_and_others_stay_local() -> None:
    assert found(of("Microsoft Corp."), of("Kelvane Optics"), of("Microsoft Azure")) == [
        {"cik": "789019", "ticker": "MSFT"},
        {},
        {},
    ]


def test_only_kinds_that_registers_list_are_looked_up() -> None:
    assert found(of("Ford Motor Company", PERSON)) == [{}]
    # a body that is no company, by its whole name only
    assert found(of("Meta", BODY), of("Intercontinental Exchange, Inc.", BODY))[0] == {}
    assert found(of("Intercontinental Exchange, Inc.", BODY)) == [{"cik": "1571949", "ticker": "ICE"}]


def test_the_main_ticker_comes_first_and_what_an_entity_has_stays() -> None:
    entity = Entity("x/a", COMPANY, "Alphabet Inc.", (), (("wikidata", "Q20800404"),))
    with Registers.load(["sec"]) as registers:
        (got,) = identified([entity], registers, LEXICON)
    assert got.identifiers[:4] == (
        ("wikidata", "Q20800404"),
        ("cik", "1652044"),
        ("ticker", "GOOGL"),
        ("ticker", "GOOG"),
    )


def test_a_ticker_that_a_document_marks_counts_for_the_name_it_stands_for() -> None:
    ticker = Alias("news/a", 0, 3, "OEC", "Orion", "ticker")
    assert found(of("Orion", COMPANY, "OEC"), aliases=(ticker,)) == [{"cik": "1609804", "ticker": "OEC"}]
    assert found(of("Orion", COMPANY, "OEC")) == [{}]
    # not the ticker of another entity, nor an alias of another sort
    assert found(of("Orion"), aliases=(Alias("news/a", 0, 3, "OEC", "Carbons", "ticker"),)) == [{}]
    assert found(of("Orion"), aliases=(Alias("news/a", 0, 3, "OEC", "Orion", "bracket"),)) == [{}]


def test_the_same_iri_is_said_only_where_the_register_gives_one(tmp_path: Path) -> None:
    table = "name,lei,iri\nKelvane Optics AS,529900KLVNEXAMPLE033,https://example.org/kelvane\nBrakka Seil ASA,1,\n"
    (tmp_path / "own.csv").write_text(table, encoding="utf-8")
    path = add(tmp_path / "own.csv", to=tmp_path / "own.sqlite").path
    with Registers.load([str(path)]) as registers:
        entities = identified([of("Kelvane Optics"), of("Brakka Seil")], registers, LEXICON)
    graph = kg.KnowledgeGraph((), entities, (), (), (), ONTOLOGY)
    triples = list(pyoxigraph.parse(to_turtle(graph), format=pyoxigraph.RdfFormat.TURTLE))
    said = {(t.predicate.value.rpartition("#")[2], t.object.value) for t in triples if "x/" in t.subject.value}
    assert ("sameAs", "https://example.org/kelvane") in said
    assert {("lei", "529900KLVNEXAMPLE033"), ("lei", "1")} <= said
    assert len([p for p, _ in said if p == "sameAs"]) == 1


@pytest.mark.parametrize(("registers", "expected"), [(("all",), {"789019"}), (("sec",), {"789019"}), ((), set())])
def test_a_build_looks_in_the_registers_of_its_settings(registers: tuple[str, ...], expected: set[str]) -> None:
    text = "Microsoft Corp. bought servers from Kelvane Optics AS for $20 million in 2024."
    config = Config(name_model="none", relation_model="none", registers=registers)
    graph = kg.build(kg.Document("news/a", text), config=config)
    assert {value for e in graph.entities for key, value in e.identifiers if key == "cik"} == expected


def test_several_registers_each_add_their_own(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("Firm,LEI\nMicrosoft Corporation,INR2EJN1ERAN0W5ZP974\n", encoding="utf-8")
    path = add(
        tmp_path / "own.csv", columns=Columns.read(None, ["name=Firm", "lei=LEI"]), to=tmp_path / "own.sqlite"
    ).path
    assert found(of("Microsoft"), settings=("sec", str(path))) == [
        {"cik": "789019", "ticker": "MSFT", "lei": "INR2EJN1ERAN0W5ZP974"}
    ]

"""Documents in, graph out: the same every time, in any order, each fact with its exact words."""

import itertools
import json

import pytest

from kg import Document, build, pipeline
from kg.config import Config
from kg.disk import OnDisk, places
from kg.export import to_turtle
from kg.export.jsonl import to_lines
from kg.query.check import check
from kg.store import Journal

NEWS = [
    Document(
        "news/merger",
        "Yarrow Air to merge\n\nYarrow Air said on Monday it had agreed to merge with Sandvoll Airlines. "
        "Shares of Yarrow Air rose 4 percent to $22. The company leases 40 aircraft from Norvane.",
        title="Yarrow Air to merge",
        date="2024-03-04",
    ),
    Document("news/steel", "Quenby Steel did not buy Marrick Mining. Quenby Steel owns 12% of Norvane Inc."),
    Document("news/norvane", "“Norvane’s profit rose 9 per cent,” said Dana Rime, chief executive of Norvane."),
    Document("news/denial", "Sandvoll Airlines denied that it would buy Yarrow Air (YRW). It may sue Norvane."),
    Document("weather", "It rained all day. Nobody minded."),
]


@pytest.fixture(scope="module")
def graph():
    return build(NEWS)


def written(graph):
    return {"graph.ttl": to_turtle(graph), **to_lines(graph)}


def test_the_same_documents_give_the_same_bytes(graph):
    assert written(build(NEWS)) == written(graph)


@pytest.mark.parametrize("order", list(itertools.permutations(range(len(NEWS))))[7::17])
def test_order_of_documents_does_not_matter(graph, order):
    assert written(build([NEWS[i] for i in order])) == written(graph)


def test_a_document_is_read_alike_alone_and_among_others():
    """All documents go through the base model in one stream, and so share its batches."""

    def spoken(graph, document):
        found = {e for fact in (*graph.facts, *graph.observations) for e in fact.evidence}
        return {e for e in found if e.document == document} | {
            m for entity in graph.entities for m in entity.mentions if m.document == document
        }

    other = [Document(f"z{n}", f"Larkwell owns {n} mills. Corvane supplies Larkwell with oak.") for n in range(90)]
    together = build([*NEWS, *other])
    assert all(spoken(build([d]), d.id) == spoken(together, d.id) for d in NEWS)


def test_facts_of_the_example(graph):
    said = {(graph.by_id[f.subject].name, f.relation, graph.by_id[f.object].name, f.status) for f in graph.facts}
    assert said >= {
        ("Quenby Steel", "acquired", "Marrick Mining", "negated"),
        ("Sandvoll Airlines", "acquired", "Yarrow Air", "negated"),
        ("Yarrow Air", "customerOf", "Norvane", "asserted"),
        ("Dana Rime", "worksFor", "Norvane", "asserted"),
    }


def test_a_name_is_one_entity_across_documents(graph):
    (norvane,) = [e for e in graph.entities if e.name.startswith("Norvane")]
    assert {m.document for m in norvane.mentions} == {"news/merger", "news/norvane", "news/steel", "news/denial"}


def test_quotes_are_the_characters_of_the_document(graph):
    texts = {d.id: d.text for d in graph.documents}
    for said in (*graph.facts, *graph.observations):
        assert said.evidence
        for evidence in said.evidence:
            text = texts[evidence.document]
            assert evidence.quote == text[evidence.start : evidence.end]
            assert all(0 <= start < end <= len(text) for _, start, end in evidence.marks)
    for entity in graph.entities:
        for mention in entity.mentions:
            assert texts[mention.document][mention.start : mention.end] == mention.text


def test_everything_is_sorted_and_linked(graph):
    for group in (graph.documents, graph.entities, graph.facts, graph.observations):
        ids = [thing.id for thing in group]
        assert ids == sorted(set(ids))
    assert {end for f in graph.facts for end in (f.subject, f.object)} <= set(graph.by_id)
    assert {o.subject for o in graph.observations} <= set(graph.by_id)


def test_lines_are_json(graph):
    for lines in to_lines(graph).values():
        for line in lines.splitlines():
            assert json.loads(line)


def test_the_written_graph_conforms_to_the_shapes(graph, tmp_path):
    graph.write(tmp_path)
    assert check(tmp_path) == []


def test_a_document_adds_only_what_it_says(graph):
    fewer = build([d for d in NEWS if d.id != "weather"])
    assert fewer.facts == graph.facts
    assert fewer.entities == graph.entities


def test_a_document_without_facts_is_kept():
    graph = build(Document("weather", "It rained all day."))
    assert [d.id for d in graph.documents] == ["weather"]
    assert graph.facts == graph.observations == graph.problems == ()


@pytest.mark.parametrize(
    "text", ["", " \n\t", "?", "\ufeff", "𝕏 🏦 …", "(((((", "$" * 500, "A" * 3000, "\x00", "a. " * 500]
)
def test_any_text_is_read(text):
    graph = build(Document("odd", text))
    assert graph.facts == ()
    to_turtle(graph)


def test_no_documents_give_an_empty_graph():
    graph = build([])
    assert graph.entities == graph.facts == graph.observations == ()
    assert to_turtle(graph) == to_turtle(build([]))


def test_files_and_documents_give_the_same_facts(tmp_path, graph):
    for document in NEWS:
        path = tmp_path / f"{document.id}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(document.text, encoding="utf-8")
    from_files = build(tmp_path)
    assert [d.id for d in from_files.documents] == [d.id for d in graph.documents]
    assert [f.id for f in from_files.facts] == [f.id for f in graph.facts]
    assert [o.id for o in from_files.observations] == [o.id for o in graph.observations]


def test_confidence_can_be_asked_for(graph):
    least = sorted(f.confidence for f in graph.facts)[len(graph.facts) // 2]
    sure = build(NEWS, config=Config(min_confidence=least))
    assert 0 < len(sure.facts) < len(graph.facts)
    assert {f.id for f in sure.facts} <= {f.id for f in graph.facts}


def test_progress_is_told():
    told = []
    build(NEWS, progress=lambda done, count, document: told.append((done, count, document)))
    assert told == [(n, len(NEWS), d) for n, d in enumerate(sorted(d.id for d in NEWS), 1)]


@pytest.mark.parametrize(("held", "total"), [(len(NEWS), len(NEWS)), (len(NEWS) - 1, 0)])
def test_as_many_as_are_held_are_counted(monkeypatch, held, total):
    monkeypatch.setattr(pipeline, "HELD", held)
    totals = set()
    build(NEWS, progress=lambda done, count, document: totals.add(count))
    assert totals == {total}


def test_what_reads_is_told_early_how_much_there_will_be(tmp_path):
    told = []

    def reading(documents, config, ontology):
        told.append("reads")
        return pipeline.extract(documents, config, ontology)

    with Journal(tmp_path, "r") as journal:
        build(NEWS[:2], journal=journal)
    with Journal(tmp_path, "r") as journal:
        build(NEWS, journal=journal, extracting=reading, expecting=lambda *found: told.append(found))
    sizes = list(itertools.accumulate(len(d.text) for d in NEWS[2:]))
    assert told == [(1, 0), *enumerate(sizes, 1), "reads"]


def test_what_is_meant_may_stand_far_behind_in_another_passage() -> None:
    first = "After a long and tiring autumn full of rumours about sales and prices, Brelco Group is in the news again."
    text = f"{first}\n\nIt bought Hexlar Foods."
    facts = build(Document("d", text)).facts
    assert [(f.subject, f.relation, f.object) for f in facts] == [
        ("company/brelco-group", "acquired", "company/hexlar-foods")
    ]


COPY = (
    "Quenby Steel agreed on Monday to buy Marrick Mining for $84 million, its third purchase in three years. Marrick "
    "Mining runs two pits in Norway and sells zinc to smelters on the coast. Norvane Bank advises Quenby Steel. The "
    "deal needs the consent of the competition authority, which is expected to answer by the end of March."
)


def test_a_report_printed_twice_is_one_source_and_another_report_a_second():
    printed = [Document("a", COPY), Document("b", "Miner changes hands\n\nBy our desk\n\n" + COPY[:240])]
    own = Document("c", "Marrick Mining was bought by Quenby Steel. Quenby Steel now owns three mines.")

    def deal(*documents):
        (found,) = [f for f in build(documents).facts if f.relation == "acquired" and f.status == "asserted"]
        return found

    alone, twice, thrice = deal(printed[0]), deal(*printed), deal(*printed, own)
    assert [f.sources for f in (alone, twice, thrice)] == [1, 1, 2]
    assert alone.confidence == twice.confidence < thrice.confidence
    assert {e.document for e in twice.evidence} == {"a", "b"}


@pytest.mark.parametrize("limit", [0, 5000])
def test_what_lies_on_disk_gives_the_same_files(graph, tmp_path, monkeypatch, limit):
    monkeypatch.setattr(places, "LIMIT", limit)
    monkeypatch.setattr(pipeline, "HELD", 2)
    spilled = build(NEWS)
    assert isinstance(spilled.facts, OnDisk) or limit
    assert spilled == graph
    graph.write(tmp_path / "memory")
    spilled.write(tmp_path / "disk")
    for file in (tmp_path / "memory").iterdir():
        assert (tmp_path / "disk" / file.name).read_bytes() == file.read_bytes()


def test_an_interrupted_build_goes_on(graph, tmp_path):
    def cut_off(documents, config, ontology):
        for number, found in enumerate(pipeline.extract(documents, config, ontology)):
            if number == 2:
                raise KeyboardInterrupt
            yield found

    read = []

    def noted(documents, config, ontology):
        for found in pipeline.extract(documents, config, ontology):
            read.append(found.document.id)
            yield found

    with pytest.raises(KeyboardInterrupt), Journal(tmp_path, "r") as journal:
        build(NEWS, extracting=cut_off, journal=journal)
    done = []
    with Journal(tmp_path, "r") as journal:
        again = build(NEWS, extracting=noted, journal=journal, progress=lambda *told: done.append(told[:2]))
        assert journal.resumed == 2
    assert read == sorted(d.id for d in NEWS)[2:]
    assert done == [(3, 5), (4, 5), (5, 5)]
    assert written(again) == written(graph)

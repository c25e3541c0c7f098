"""Names that would break out: one graph full of them, written in every format, read back by other parsers, shown."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import unicodedata
from html.parser import HTMLParser
from itertools import pairwise

import pyoxigraph as ox
import pytest
import rdflib
from varied import NASTY

from kg import query
from kg.cli import run
from kg.export import FORMULA, read_graph
from kg.export.encodable import encodable
from kg.export.flat import plain
from kg.graph import KnowledgeGraph
from kg.model import Change, Document, Entity, Evidence, Fact, Mention, Observation, Problem, Status, Value
from kg.ontology import RDFS, Ontology

NAMES = [text for text in NASTY if text.strip()]
LABEL = ox.NamedNode(RDFS + "label")
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def crowd() -> KnowledgeGraph:
    """An entity for each name, each in a document called and quoted by it, and facts and numbers between them."""
    documents = tuple(Document(f"d{n} {name[:60]}", name, name, "2026-03", name) for n, name in enumerate(NAMES))
    entities, facts, observations = [], [], []
    for n, name in enumerate(NAMES):
        mention = Mention(documents[n].id, 0, len(name), name, "Company", name)
        entities.append(Entity(f"company/{n:02}", "Company", name, (name,), (("ticker", name),), (mention,)))
    for n, (one, other) in enumerate(pairwise(entities)):
        passage = (Evidence(documents[n].id, 0, len(one.name), one.name, "rule:x", (("subject", 0, 1),)),)
        words = (("for", other.name),)
        facts.append(Fact(f"f{n:02}", one.id, "customerOf", other.id, Status.ASSERTED, 0.5, words, passage))
        value = Value(other.name)
        observations.append(
            Observation(f"o{n:02}", one.id, "revenue", Change.LEVEL, value, Status.ASSERTED, 0.5, words, passage)
        )
    problems = (Problem("x", "warning", NAMES[0]),)
    return KnowledgeGraph(
        documents, tuple(entities), tuple(facts), tuple(observations), problems, ontology=Ontology.load()
    )


@pytest.fixture(scope="module")
def graph():
    return encodable(crowd())


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    crowd().write(folder)
    crowd().export(folder, "nquads", "jsonld", "rdf12", "graphml", "gexf", "neo4j", "cypher")
    return folder


@pytest.fixture(scope="module")
def names(graph):
    return {e.id: e.name for e in graph.entities}


def test_json_lines_give_the_graph_back(folder, graph):
    found = read_graph(folder)
    assert (found.entities, found.facts, found.observations) == (graph.entities, graph.facts, graph.observations)
    for path in folder.glob("*.jsonl"):
        assert all(json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line)


@pytest.mark.parametrize(("file", "form"), [("graph.ttl", ox.RdfFormat.TURTLE), ("graph.nq", ox.RdfFormat.N_QUADS)])
def test_rdf_has_each_name_as_one_literal(folder, graph, names, file, form):
    quads = list(ox.parse(path=str(folder / file), format=form))
    labels = {q.subject.value.removeprefix(graph.base): q.object.value for q in quads if q.predicate == LABEL}
    assert {id: labels[id] for id in names} == names
    # nothing that a name says became a statement
    assert not {q.predicate.value for q in quads} & {"http://y", "http://b", "b"}
    assert not any("pwned" in q.predicate.value for q in quads)


def test_rdflib_reads_the_same_turtle(folder, graph, names):
    found = rdflib.Graph().parse(folder / "graph.ttl", format="turtle")
    labels = {str(s).removeprefix(graph.base): str(o) for s, o in found.subject_objects(rdflib.RDFS.label)}
    assert {id: labels[id] for id in names} == names


def test_json_ld_has_each_name_as_one_literal(folder, graph, names):
    found = rdflib.Graph().parse(folder / "graph.jsonld", format="json-ld")
    labels = {str(s).removeprefix(graph.base): str(o) for s, o in found.subject_objects(rdflib.RDFS.label)}
    assert {id: labels[id] for id in names} == names


def test_xml_has_each_name_as_one_text(folder, names):
    nx = pytest.importorskip("networkx")
    found = nx.read_graphml(folder / "graph.graphml", force_multigraph=True)
    assert {id: found.nodes[id]["label"] for id in names} == {id: plain(name) for id, name in names.items()}
    assert set(nx.read_gexf(folder / "graph.gexf", version="1.3").nodes) == set(names)


def test_no_cell_for_neo4j_is_a_formula(folder):
    csv.field_size_limit(10**9)
    for path in (folder / "neo4j").glob("*.csv"):
        rows = list(csv.reader(io.StringIO(path.read_bytes().decode(), newline=""), strict=True))
        assert len({len(row) for row in rows}) == 1
        for cell in (cell for row in rows[1:] for cell in row):
            assert cell.startswith("'") or not FORMULA.match(cell) or re.fullmatch(r"-?[\d.e-]+", cell)


def test_answers_are_harmless_in_a_spreadsheet_and_exact_in_json(folder, names):
    answer = query.run(folder, f"SELECT ?name WHERE {{ ?e a kg:Company ; <{RDFS}label> ?name }}")
    rows = list(csv.reader(io.StringIO(answer.to_csv(), newline=""), strict=True))
    assert not [row for row in rows if FORMULA.match(row[0]) and not row[0].startswith("'")]
    assert {row[0] for row in rows[1:]} >= {name for name in names.values() if not FORMULA.match(name)}
    assert {row["name"] for row in json.loads(answer.to_json())} == set(names.values())
    assert "<svg" not in answer._repr_html_()


def test_numbers_are_no_formulas_though_they_are_negative(folder):
    answer = query.run(folder, "SELECT (-5 AS ?a) (-2.5 AS ?b) (1234567890123456789012345678901234567890.0 AS ?c) {}")
    (row,) = list(csv.reader(io.StringIO(answer.to_csv())))[1:]
    assert row == ["-5", "-2.5", "1234567890123456789012345678901234567890"]


@pytest.mark.parametrize("number", range(len(NAMES)))
def test_a_question_finds_a_name_and_nothing_else(folder, graph, number):
    entity, data = graph.entities[number], query.load(folder)
    answer = query.run(data, "about", {"entity": entity.name})
    assert answer.columns
    # the same in a query of one's own: the parameter is a term, never text of the query
    bound = query.run(data, "SELECT DISTINCT ?entity { ?entity a kg:Company }", {"entity": entity.id})
    assert [row["entity"] for row in bound] == [graph.base + entity.id]


@pytest.mark.parametrize(
    "command", [["show"], ["query", "--list"], ["query"], ["check"], ["review", "--list"]], ids=" ".join
)
def test_the_terminal_obeys_no_name(folder, capsys, command):
    more = {"show": ["company/03"], "query": ["evidence", "entity=company/04"]} if command[1:] == [] else {}
    if command == ["query"]:
        more = {"query": ["customers-of", "entity=company/05"]}
    run([command[0], str(folder), *command[1:], *more.get(command[0], [])])
    captured = capsys.readouterr()
    assert not CONTROL.search(captured.out.replace("\n", "").replace("\t", ""))
    assert "Traceback" not in captured.err


class Elements(HTMLParser):
    """The elements of a page with their attributes, and the text of scripts that are data."""

    def __init__(self):
        super().__init__()
        self.found = []
        self.data = []
        self.inside = False

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        self.inside = tag == "script" and "json" in (dict(attrs).get("type") or "")

    def handle_data(self, data):
        if self.inside:
            self.data.append(data)

    def handle_endtag(self, tag):
        self.inside = False


@pytest.mark.parametrize("page", ["graph.html", "explorer.html"])
def test_a_page_has_no_element_from_a_name(folder, page):
    parser = Elements()
    parser.feed((folder / page).read_text(encoding="utf-8"))
    assert not [a for _, attrs in parser.found for a in attrs if a.startswith("on")]
    assert not [tag for tag, _ in parser.found if tag in {"img", "iframe", "object", "embed", "base"}]
    assert [attrs["href"] for tag, attrs in parser.found if tag == "link"] in ([], ["data:,"])
    assert not [v for _, attrs in parser.found for v in attrs.values() if (v or "").startswith("javascript:")]


@pytest.fixture(scope="module")
def browser():
    if not (shutil.which("chromium") and shutil.which("chromedriver")):
        if os.environ.get("CI"):
            pytest.fail("CI has no chromium or chromedriver")
        pytest.skip("needs a browser: apt-get install chromium chromium-driver")
    webdriver = pytest.importorskip("selenium.webdriver")
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--enable-unsafe-swiftshader"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
    yield driver
    driver.quit()


def outside(browser):
    events = (json.loads(entry["message"])["message"] for entry in browser.get_log("performance"))
    urls = [e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"]
    return [url for url in urls if not url.startswith(("file:", "data:", "blob:"))]


def test_no_script_of_a_name_runs_in_the_picture(folder, browser, names):
    browser.get((folder / "graph.html").as_uri())
    assert browser.execute_script("return window.kgPage && window.kgPage.ready")
    for id in names:
        browser.execute_script("kgPage.lookAt({type: 'entity', id: arguments[0]})", id)
    assert browser.execute_script("return window.pwned") is None
    assert browser.execute_script("return document.querySelectorAll('img, svg[onload], main script').length") == 0
    assert outside(browser) == []


def test_no_script_of_a_name_runs_in_the_explorer(folder, browser, names):
    from selenium.webdriver.support.ui import WebDriverWait

    for id in ["", *names]:
        browser.get((folder / "explorer.html").as_uri() + (f"#/entity/{id}" if id else ""))
        WebDriverWait(browser, 20).until(lambda page: page.find_elements("css selector", "main *"))
        assert browser.execute_script("return window.pwned") is None
        links = browser.execute_script("return [...document.querySelectorAll('a')].map((a) => a.protocol)")
        assert not {link for link in links if link.startswith("javascript")}
    assert outside(browser) == []


def test_the_list_has_what_it_claims():
    text = "".join(NAMES)
    assert {"\x00", "\u202e", "\ud83d", "\u2028", '"', "'", "{", "}", "\\", "`"} <= set(text)
    assert max(map(len, NAMES)) >= 9_000
    assert any(unicodedata.category(c) == "So" for c in text)

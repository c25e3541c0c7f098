"""The picture: what the page holds, and that nothing in it runs or leaves."""

import dataclasses
import json
import os
import re
import shutil
import subprocess
import sys
from decimal import Decimal
from html import unescape

import pytest

from kg.export import picture, wording
from kg.export.html import to_html, write_html
from kg.graph import KnowledgeGraph
from kg.model import Change, Document, Entity, Evidence, Fact, Mention, Observation, Status, Value
from kg.ontology import Ontology

ONTOLOGY = Ontology.load()
DOCUMENT = Document("a", "Alder & Sons", title="Timber news")
TEXT = "Alder & Sons pays Birch $3 million a month. Birch no longer owns Cedar. Alder’s revenue rose 12%."
HOSTILE = "</script><script>window.pwned=1</script><img src=x onerror='window.pwned=1'>\"'`${window.pwned=1}"
MONTHLY = Value("$3 million", Decimal(3000000), "money", currency="USD", bound="about", per="month")


def quote(words, *marks, document="a"):
    start = TEXT.index(words)
    places = tuple((role, TEXT.index(part), TEXT.index(part) + len(part)) for role, part in marks)
    return Evidence(document, start, start + len(words), words, "hand", places)


def entity(id, name, kind="Company"):
    return Entity(id, kind, name, mentions=(Mention("a", 0, 5, "Alder", kind, name),))


def fact(id, subject, relation, object, status=Status.ASSERTED, qualifiers=(), evidence=()):
    return Fact(id, subject, relation, object, status, 0.9, qualifiers, evidence)


def make(entities, facts=(), observations=(), documents=(DOCUMENT,)):
    return KnowledgeGraph(documents, tuple(entities), tuple(facts), tuple(observations), (), ONTOLOGY)


def data_of(page):
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.S)[1])


@pytest.fixture(scope="module")
def timber():
    pays = quote("Alder & Sons pays Birch $3 million a month", ("subject", "Alder & Sons"), ("amount", "$3 million"))
    owns = quote("Birch no longer owns Cedar", ("object", "Cedar"))
    entities = [
        entity("e1", "Alder & Sons"),
        entity("e2", "Birch"),
        entity("e3", "Cedar"),
        entity("e4", "Oslo", "Place"),
    ]
    facts = [
        fact("f1", "e1", "customerOf", "e2", Status.ASSERTED, (("amount", MONTHLY), ("for", "planks")), (pays,)),
        fact("f2", "e2", "ownsStakeIn", "e3", Status.ENDED, (), (owns,)),
        fact("f3", "e2", "acquired", "e3", Status.NEGATED),
        fact("f4", "e1", "partnerOf", "e2", Status.PLANNED),
    ]
    rose = quote("Alder’s revenue rose 12%", ("value", "12%"))
    rise = Observation("o1", "e1", "revenue", Change.INCREASE, Value("12%"), Status.ASSERTED, 0.8, (), (rose,))
    return make(entities, facts, [rise])


def test_the_same_graph_gives_the_same_bytes(timber, tmp_path):
    write_html(timber, tmp_path / "graph.html")
    assert (tmp_path / "graph.html").read_bytes() == to_html(timber).encode()


CHAIN = """
import hashlib
from kg.export.html import to_html
from kg.graph import KnowledgeGraph
from kg.model import Entity, Fact, Status
from kg.ontology import Ontology

ontology = Ontology.load()
relation = min(ontology.relations)
entities = tuple(Entity(f"e{i:02}", ontology.leaf_kinds[0], f"Firm {i}") for i in range(20))
ends = [(i, i * i % 7) for i in range(1, 18)]
facts = tuple(Fact(f"f{a:02}", f"e{a:02}", relation, f"e{b:02}", Status.ASSERTED, 1) for a, b in ends)
print(hashlib.sha256(to_html(KnowledgeGraph((), entities, facts, (), (), ontology)).encode()).hexdigest())
"""


def test_every_process_draws_the_same():
    runs = [
        subprocess.run([sys.executable, "-c", CHAIN], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True)
        for seed in ("1", "2")
    ]
    assert runs[0].stdout == runs[1].stdout != b""


def test_nothing_is_loaded_from_outside(timber):
    page = to_html(timber)
    loads = re.findall(
        r"""(?:src|href)\s*=\s*["']?(?!data:)[^"'\s>]+|@import|url\((?!data:)|sourceMappingURL""",
        page.split("<script", 1)[0],
    )
    assert loads == []
    assert "sourceMappingURL" not in page
    assert "bootstrap" not in page.lower()
    assert not re.search(r"<(?:script|link|img|iframe)[^>]+(?:https?:)?//", page)
    assert "default-src 'none'" in unescape(page.split("<title>")[0])
    assert "unsafe" not in re.search(r'Content-Security-Policy" content="([^"]*)', page)[1]


def test_edges_carry_relation_status_and_direction(timber):
    edges = {edge["id"]: edge for edge in data_of(to_html(timber))["network"]["edges"]}
    assert edges["f1"]["label"] == ONTOLOGY.relations["customerOf"].label
    assert (edges["f1"]["arrows"], edges["f1"]["dashes"]) == ("to", False)
    assert edges["f2"]["label"].startswith("formerly ")
    assert edges["f3"]["label"].startswith("not ")
    assert edges["f3"]["dashes"]
    assert edges["f4"]["arrows"] == ""


def test_edges_between_the_same_two_nodes_bow_apart(timber):
    edges = {edge["id"]: edge["smooth"] for edge in data_of(to_html(timber))["network"]["edges"]}
    assert edges["f2"]["type"] != edges["f3"]["type"]


def test_a_fact_reads_with_amount_quote_and_marks(timber):
    data = data_of(to_html(timber))
    said = data["facts"]["f1"]
    assert said["headline"] == "about $3 million a month"
    assert {"label": "for", "text": "planks"} in said["qualifiers"]
    assert said["evidence"][0]["quote"][:2] == [["Alder & Sons", "subject"], [" pays Birch ", ""]]
    assert data["documents"] == {"a": "Timber news"}


def test_kinds_have_looks_of_their_own(timber):
    looks = data_of(to_html(timber))["kinds"]
    assert len({(kind["color"], kind["shape"]) for kind in looks.values()}) == len(ONTOLOGY.leaf_kinds)
    assert looks["Place"]["label"] == ONTOLOGY.kinds["Place"].label


def test_nodes_and_their_labels_do_not_overlap():
    leaves = [entity(f"e{i:02}", f"Company number {i}") for i in range(40)]
    facts = [fact(f"f{i:02}", f"e{i:02}", "customerOf", f"e{i // 5:02}") for i in range(1, 40)]
    nodes = data_of(to_html(make(leaves, facts)))["network"]["nodes"]
    for at, one in enumerate(nodes):
        for other in nodes[at + 1 :]:
            apart = abs(one["x"] - other["x"]) >= 60 or abs(one["y"] - other["y"]) >= one["size"] + other["size"]
            assert apart, (one, other)


def test_of_a_large_graph_the_most_connected_are_shown(monkeypatch):
    monkeypatch.setattr(picture, "LIMIT", 3)
    entities = [entity(f"e{i}", f"Firm {i}") for i in range(6)]
    data = data_of(
        to_html(make(entities, [fact("f1", "e5", "customerOf", "e4"), fact("f2", "e5", "customerOf", "e3")]))
    )
    assert set(data["entities"]) == {"e3", "e4", "e5"}
    assert data["counts"]["entities"] == 6


def test_the_picture_holds_what_it_has_room_for(monkeypatch):
    monkeypatch.setattr(picture, "ROOM", 6)
    entities = [entity(f"e{i}", f"Firm {i}") for i in range(4)]
    facts = [fact(f"f{i}", f"e{i % 2}", "customerOf", f"e{i % 3}") for i in range(8)]
    data = data_of(to_html(make(entities, facts)))
    assert 0 < len(data["facts"]) < len(facts) == data["counts"]["facts"]
    assert {end for each in data["facts"].values() for end in (each["subject"], each["object"])} <= set(
        data["entities"]
    )


def test_an_empty_graph_has_a_picture():
    assert data_of(to_html(make([], documents=())))["network"]["nodes"] == []


def test_text_cannot_leave_its_place():
    page = to_html(hostile())
    assert page.count("<script") == to_html(make([])).count("<script")
    assert "window.pwned=1</script>" not in page
    assert "<img src=x" not in page
    assert len(page) < len(to_html(make([]))) + 60_000
    assert not set("\u202e\u2028\u2029") & set(page.split('id="data">')[1].split("</script>")[0])


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a\u202eb\u2066c\x00d", "abcd"),
        (" two\n\n lines ", "two lines"),
        ("x" * 1_000_000, "x" * 159 + "…"),
        ("\ud800", ""),
    ],
)
def test_shown(text, read):
    assert wording.shown(text) == read


def test_a_label_has_two_lines_at_most():
    assert wording.label("International Business Machines Corporation of Armonk").count("\n") == 1
    assert wording.label("Birch") == "Birch"


def hostile():
    """A graph all of whose words come from somebody who means ill."""
    words = Document("</script>", HOSTILE, title=HOSTILE)
    said = Evidence("</script>", 0, len(HOSTILE), HOSTILE, "hand", (("subject", 0, 9), ("object", 9, 17)))
    entities = [
        Entity("e1", "Company", HOSTILE, (HOSTILE, "__proto__"), (("ticker", HOSTILE),)),
        Entity("e2", "Company", "\u202eevil\u202c \u2028 name"),
        Entity("e3", "Product", "x" * 1_000_000),
    ]
    qualifiers = (("amount", Value(HOSTILE)), ("for", HOSTILE))
    facts = [
        fact("f1", "e1", "customerOf", "e2", Status.ASSERTED, qualifiers, (said,)),
        fact("f2", "e1", "offers", "e3", Status.NEGATED, (), (said,)),
    ]
    seen = Observation("o1", "e1", "revenue", Change.LEVEL, Value(HOSTILE), Status.EXPECTED, 0.5, qualifiers, (said,))
    return make(entities, facts, [seen], (words,))


# ---------------------------------------------------------------- in a browser


@pytest.fixture(scope="module")
def browser():
    pytest.importorskip("selenium", reason="selenium drives the browser")
    if not (shutil.which("chromium") and shutil.which("chromedriver")):
        pytest.skip("needs chromium and chromedriver (Debian: chromium, chromium-driver)")
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    for argument in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--window-size=1300,850",
    ):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
    driver.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]}
    )
    yield driver
    driver.quit()


@pytest.fixture
def opened(browser, tmp_path):
    def open_page(graph):
        browser.get_log("browser")
        browser.get_log("performance")
        write_html(graph, tmp_path / "graph.html")
        browser.get((tmp_path / "graph.html").as_uri())
        assert browser.execute_script("return window.kgPage && window.kgPage.ready")
        return browser

    return open_page


def requests_of(browser):
    events = (json.loads(entry["message"])["message"] for entry in browser.get_log("performance"))
    return [event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"]


def hidden(browser, what):
    return set(
        browser.execute_script(f"return kgPage.{what}.get({{filter: (each) => each.hidden}}).map((each) => each.id)")
    )


def test_the_page_opens_without_an_error_or_a_request(opened, timber):
    page = opened(timber)
    assert page.get_log("browser") == []
    assert [url.split(":")[0] for url in requests_of(page) if not url.startswith("data:")] == ["file"]
    assert hidden(page, "nodes") == {"e4"}


def test_search_finds_an_entity_and_opens_its_card(opened, timber):
    page = opened(timber)
    page.switch_to.active_element.send_keys("/")
    page.switch_to.active_element.send_keys("ald", "\ue007")
    card = page.find_element("id", "card").text
    assert "Alder & Sons" in card
    assert "about $3 million a month" in card
    assert "revenue increase 12%" in card
    page.switch_to.active_element.send_keys("\ue00c")
    assert not page.find_element("id", "card").is_displayed()


def test_chips_hide_edges_and_what_they_leave_alone(opened, timber):
    page = opened(timber)
    page.find_element("css selector", '[data-group="statuses"][data-name="ended"]').click()
    assert hidden(page, "edges") == {"f2"}
    page.find_element("css selector", '[data-group="relations"][data-name="acquired"]').click()
    assert hidden(page, "edges") == {"f2", "f3"}
    assert hidden(page, "nodes") == {"e3", "e4"}
    page.find_element("id", "reset").click()
    assert hidden(page, "edges") == set()


def test_the_card_of_an_edge_marks_the_words(opened, timber):
    page = opened(timber)
    page.execute_script("kgPage.lookAt({type: 'fact', id: 'f1'})")
    marks = [mark.text for mark in page.find_elements("css selector", "#card mark")]
    assert marks == ["Alder & Sons", "$3 million"]


def test_nothing_from_a_document_runs(opened):
    page = opened(hostile())
    for kind, id in (("entity", "e1"), ("entity", "e3"), ("fact", "f1"), ("fact", "f2")):
        page.execute_script("kgPage.lookAt({type: arguments[0], id: arguments[1]})", kind, id)
    page.find_element("id", "search").send_keys("script")
    assert page.execute_script("return window.pwned") is None
    assert page.execute_script("return document.querySelectorAll('img, main script').length") == 0
    assert page.get_log("browser") == []
    assert [url.split(":")[0] for url in requests_of(page) if not url.startswith("data:")] == ["file"]


def test_the_policy_stops_a_foreign_script(opened, timber):
    page = opened(timber)
    page.execute_script(
        "document.body.append(Object.assign(document.createElement('script'), {text: 'window.pwned = 1'}))"
    )
    page.execute_script("document.body.append(Object.assign(new Image(), {src: 'http://example.invalid/a.png'}))")
    assert page.execute_script("return window.pwned") is None
    assert len(page.get_log("browser")) == 2


def test_what_speaks_against_a_fact_stands_with_it() -> None:
    entities = [entity("e1", "Alder & Sons"), entity("e2", "Birch")]
    said = fact("f1", "e1", "customerOf", "e2")
    facts = [
        dataclasses.replace(said, contradicts=("f2",), ended_by=("f3",), sources=2),
        dataclasses.replace(said, id="f2", status=Status.NEGATED, contradicts=("f1",)),
        dataclasses.replace(said, id="f3", status=Status.ENDED),
    ]
    shown = data_of(to_html(make(entities, facts)))["facts"]
    assert [(q["label"], q["text"]) for q in shown["f1"]["qualifiers"]] == [
        ("sources", "2"),
        ("contradicts", "Alder & Sons – customer of – Birch (negated)"),
        ("ended by", "Alder & Sons – customer of – Birch (ended)"),
    ]
    assert shown["f3"]["qualifiers"] == []

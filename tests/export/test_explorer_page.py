"""The explorer in a browser: what a reader does with it, without a network, and that nothing from a document runs."""

import json
import os
import shutil
from decimal import Decimal

import pytest

from kg.export.explorer import write_explorer
from kg.graph import KnowledgeGraph
from kg.model import Change, Document, Entity, Evidence, Fact, Mention, Observation, Period, Status, Value
from kg.ontology import Ontology

ONTOLOGY = Ontology.load()
TEXT = "Alder & Sons pays Birch $3 million a month. Birch no longer owns Cedar. Alder’s revenue rose 12% in 2024."
HOSTILE = "</script><script>window.pwned=1</script><img src=x onerror='window.pwned=1'>\u202e\"'`${window.pwned=1}"
MONTHLY = Value("$3 million", Decimal(3000000), "money", currency="USD", bound="about", per="month")
ENTER, ESCAPE, DOWN, RIGHT, CONTROL = "\ue007", "\ue00c", "\ue015", "\ue014", "\ue009"


def quote(words, *marks):
    start = TEXT.index(words)
    places = tuple((role, TEXT.index(part), TEXT.index(part) + len(part)) for role, part in marks)
    return Evidence("a", start, start + len(words), words, "hand", places)


def entity(id, name, kind="Company", aliases=()):
    return Entity(id, kind, name, aliases, mentions=(Mention("a", 0, 5, "Alder", kind, name),))


@pytest.fixture(scope="module")
def timber():
    pays = quote(
        "Alder & Sons pays Birch $3 million a month.", ("subject", "Alder & Sons"), ("object", "Birch"), ("cue", "pays")
    )
    owns = quote("Birch no longer owns Cedar.", ("subject", "Birch"), ("object", "Cedar"))
    monthly, rise = (("amount", MONTHLY),), Value("12%")
    rose = quote("Alder’s revenue rose 12% in 2024.", ("subject", "Alder’s"))
    year = ("period", Period("2024", "2024"))
    return KnowledgeGraph(
        (Document("a", TEXT, "Timber news", "2024-05-01", "https://example.org/timber"),),
        (
            entity("company/alder", "Alder & Sons", aliases=("The Alder Mill",)),
            entity("company/birch", "Birch"),
            entity("company/cedar", "Cedar"),
            entity("place/oslo", "Oslo", "Place"),
        ),
        (
            Fact("f1", "company/alder", "customerOf", "company/birch", Status.ASSERTED, 0.9, monthly, (pays,)),
            Fact("f2", "company/birch", "ownsStakeIn", "company/cedar", Status.ENDED, 0.8, (), (owns,)),
            Fact("f3", "company/birch", "acquired", "company/cedar", Status.NEGATED, 0.4, (year,)),
        ),
        (Observation("o1", "company/alder", "revenue", Change.INCREASE, rise, Status.ASSERTED, 0.8, (year,), (rose,)),),
        (),
        ONTOLOGY,
    )


@pytest.fixture(scope="module")
def browser():
    if not (shutil.which("chromium") and shutil.which("chromedriver")):
        if os.environ.get("CI"):
            pytest.fail("CI has no chromium or chromedriver")
        pytest.skip("needs a browser: apt-get install chromium chromium-driver")
    webdriver = pytest.importorskip("selenium.webdriver")
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    sizes = ("--window-size=1300,850", "--force-prefers-reduced-motion", "--enable-unsafe-swiftshader")
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", *sizes):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
    driver.execute_cdp_cmd("Network.enable", {})
    driver.execute_cdp_cmd(
        "Network.emulateNetworkConditions",
        {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0},
    )
    driver.set_script_timeout(30)
    yield driver
    driver.quit()


@pytest.fixture
def opened(browser, tmp_path):
    def open_page(graph, fragment=""):
        path = tmp_path / "explorer.html"
        write_explorer(graph, path)
        browser.get("about:blank")
        browser.get_log("browser")
        browser.get_log("performance")
        browser.get(path.as_uri() + fragment)
        wait(browser, "return document.body.dataset.ready === 'all'")
        return browser

    return open_page


def wait(browser, script, seconds=20):
    from selenium.webdriver.support.ui import WebDriverWait

    return WebDriverWait(browser, seconds, 0.05).until(lambda b: b.execute_script(script))


def errors(browser):
    """What the console says, less the remarks of the driver of a machine without a graphics card."""
    return [entry["message"] for entry in browser.get_log("browser") if "GL Driver Message" not in entry["message"]]


def requests_of(browser):
    events = (json.loads(entry["message"])["message"] for entry in browser.get_log("performance"))
    urls = [event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"]
    return {url.split(":")[0] for url in urls} - {"data", "blob"}


def text(browser, id):
    return browser.find_element("id", id).text


def click(browser, selector):
    browser.find_element("css selector", selector).click()


def shown(browser, what):
    return browser.execute_script(f"return kgExplorer.stage.view.shown.{what}.length")


def test_it_opens_without_an_error_or_a_request(opened, timber):
    page = opened(timber)
    assert errors(page) == []
    assert requests_of(page) == {"file"}
    assert (shown(page, "entities"), shown(page, "facts")) == (3, 3)
    assert page.execute_script(
        "const c = document.getElementById('over');"
        "return c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some((each) => each > 0)"
    )


def test_of_a_large_graph_the_page_says_how_much_it_shows(opened, timber, monkeypatch):
    assert not opened(timber).find_element("id", "part").is_displayed()
    monkeypatch.setattr("kg.export.part.ROOM", 8)
    page = opened(timber, "#view=query")
    shown_part = (
        "shows its most connected part: 3 of 4 entities and 0 of 1 figures. kg query, kg show and kg serve know"
    )
    assert shown_part in text(page, "part")
    wait(page, "return document.getElementById('engine').textContent.includes('the part of graph.ttl')")
    assert errors(page) == []


def test_search_by_keyboard_finds_an_alias_and_opens_its_card(opened, timber):
    page = opened(timber)
    page.switch_to.active_element.send_keys("/")
    page.switch_to.active_element.send_keys("mill", ENTER)
    card = text(page, "card")
    for words in ("Alder & Sons", "The Alder Mill", "about $3 million a month", "12%", "Timber news"):
        assert words in card
    page.switch_to.active_element.send_keys(ESCAPE)
    assert not page.find_element("id", "card").is_displayed()


def test_filters_hide_facts_and_what_they_leave_alone(opened, timber):
    page = opened(timber)
    click(page, '[data-group="status"][data-name="ended"]')
    assert shown(page, "facts") == 2
    page.execute_script("kgExplorer.change({least: 50})")
    assert (shown(page, "entities"), shown(page, "facts")) == (2, 1)
    click(page, "#reset")
    assert shown(page, "facts") == 3
    page.execute_script("kgExplorer.change({alone: true})")
    assert shown(page, "entities") == 4


def test_a_fact_shows_its_sentence_with_its_parts_marked_and_leads_back(opened, timber):
    page = opened(timber, "#e=company/alder")
    click(page, '#card [data-saying="f1"]')
    marks = [(m.get_attribute("title"), m.text) for m in page.find_elements("css selector", "#card blockquote mark")]
    assert marks == [("subject", "Alder & Sons"), ("cue", "pays"), ("object", "Birch"), ("number", "$3 million")]
    assert "90 % confidence" in text(page, "card").replace("\n", " ")
    click(page, '#card [data-document="a"]')
    assert page.find_element("css selector", "#card .said").text.startswith("Alder & Sons pays")
    click(page, '#card .note[data-saying="f2"]')
    click(page, '#card [data-entity="company/cedar"]')
    assert "acquired by" in text(page, "card").lower()
    assert "partly owned by" in text(page, "card").lower()


def test_the_address_holds_what_is_seen(opened, timber):
    page = opened(timber, "#f=f2&no-status=negated&least=20")
    assert "Birch no longer owns Cedar." in text(page, "card")
    assert shown(page, "facts") == 2
    click(page, "#tab-documents")
    assert page.execute_script("return location.hash") == "#view=documents&f=f2&no-status=negated&least=20"


def test_a_path_and_the_steps_around_an_entity(opened, timber):
    page = opened(timber, "#path-from=company/alder&path-to=company/cedar")
    assert "2 steps" in text(page, "notice")
    page.execute_script("kgExplorer.change({path: null, focus: {type: 'entity', id: 'company/alder'}, steps: 1})")
    assert shown(page, "entities") == 2


def test_shipped_questions_are_answered_in_the_page(opened, timber):
    page = opened(timber, "#view=query&question=customers-of")
    field = wait(page, "return document.getElementById('field-entity')")
    field.send_keys("birch", ENTER)
    wait(page, "return document.querySelector('.answers')")
    assert "Alder & Sons" in text(page, "answers")
    assert "3,000,000" in text(page, "answers")
    assert "$3 million a month" in page.find_element("css selector", ".answers .words").text
    click(page, "#in-graph")
    assert (shown(page, "entities"), shown(page, "facts")) == (2, 1)
    assert errors(page) == []
    assert requests_of(page) == {"file"}


def rows_of(page):
    script = "return [...document.querySelectorAll('.answers tbody tr')].map((row) => row.innerText)"
    return page.execute_script(script)


def type_in(page, name, words):
    field = page.find_element("id", f"field-{name}")
    field.clear()
    field.send_keys(words, ENTER)


def choose(page, name, label):
    from selenium.webdriver.support.ui import Select

    Select(page.find_element("id", f"field-{name}")).select_by_visible_text(label)


def nothing(page):
    return wait(page, "return document.querySelector('#answers').innerText.includes('Nothing in the graph')")


def test_an_entity_and_a_status_are_bound_within_the_page(opened, timber):
    page = opened(timber, "#view=query&question=deals")
    wait(page, "return document.querySelectorAll('.answers tbody tr').length === 1")
    type_in(page, "entity", "cedar")
    assert page.find_element("id", "field-entity").get_attribute("value") == "Cedar"
    choose(page, "only", "planned")
    nothing(page)
    choose(page, "only", "negated")
    wait(page, "return document.querySelectorAll('.answers tbody tr').length === 1")
    assert "acquired" in rows_of(page)[0]
    assert errors(page) == []


def test_a_measure_and_a_year_are_bound_within_the_page(opened, timber):
    page = opened(timber, "#view=query&question=observations-of")
    wait(page, "return document.getElementById('field-entity')")
    type_in(page, "entity", "alder")
    choose(page, "measure", "revenue")
    type_in(page, "year", "2024")
    wait(page, "return document.querySelectorAll('.answers tbody tr').length === 1")
    if folder := os.environ.get("KG_PICTURES"):
        page.save_screenshot(f"{folder}/parameters.png")
    type_in(page, "year", "1999")
    nothing(page)
    type_in(page, "year", "soon")
    assert "a year, such as 2024" in wait(page, "return document.querySelector('#answers .hint')").text
    assert errors(page) == []


def test_an_entity_limits_a_question_that_needs_none(opened, timber):
    page = opened(timber, "#view=query&question=ended")
    wait(page, "return document.querySelectorAll('.answers tbody tr').length === 1")
    type_in(page, "entity", "alder")
    nothing(page)
    type_in(page, "entity", "cedar")
    wait(page, "return document.querySelectorAll('.answers tbody tr').length === 1")
    assert "owns" in rows_of(page)[0]


def test_fields_offer_only_entities_of_kinds_that_fit(opened, timber):
    page = opened(timber, "#view=query&question=located-in")
    field = wait(page, "return document.getElementById('field-entity')")
    field.send_keys("o")
    assert wait(page, "return document.getElementById('values-entity')").text.split("\n")[0] == "Oslo"
    field.clear()
    field.send_keys("birch")
    assert "No entity of that name" in text(page, "values-entity")


def test_a_limit_of_rows_is_told(opened, timber):
    page = opened(timber, "#view=query&question=facts")
    wait(page, "return document.querySelectorAll('.answers tbody tr').length === 3")
    type_in(page, "limit", "2")
    wait(page, "return document.querySelectorAll('.answers tbody tr').length === 2")
    assert "ends after 2 rows" in page.find_element("css selector", "#answers .hint").text
    assert "LIMIT 2" in page.find_element("id", "sparql").get_attribute("value")
    type_in(page, "limit", "none")
    assert "a number of rows" in wait(page, "return document.querySelector('#answers .hint')").text
    type_in(page, "limit", "")
    wait(page, "return document.querySelectorAll('.answers tbody tr').length === 3")


def test_queries_are_completed_run_and_refused(opened, timber):
    page = opened(timber, "#view=query")
    editor = wait(page, "return document.getElementById('sparql')")
    editor.clear()
    editor.send_keys("SELECT ?a WHERE { ?a kg:custom")
    wait(page, "return !document.getElementById('completions').hidden")
    editor.send_keys(ENTER, "?b }")
    assert editor.get_attribute("value") == "SELECT ?a WHERE { ?a kg:customerOf ?b }"
    editor.send_keys(CONTROL, ENTER)
    wait(page, "return document.querySelector('.answers [data-entity=\"company/alder\"]')")
    editor.clear()
    editor.send_keys("SELECT ?a WHERE { ?a ")
    click(page, "#run")
    assert "line 1" in wait(page, "return document.querySelector('#answers .error')").text


def test_pictures_and_tables_of_what_is_seen(opened, timber):
    page = opened(timber)
    size = page.execute_async_script(
        "const done = arguments[0], png = kgExplorer.saved.asPng(kgExplorer.stage.view);"
        "png.then((b) => b.slice(0, 4).text().then((t) => done([b.size, t])))"
    )
    assert size[0] > 3000
    assert size[1].endswith("PNG")
    svg = page.execute_script("return kgExplorer.saved.asSvg(kgExplorer.stage.view)")
    assert "Alder &#38; Sons" in svg
    table = page.execute_script("return kgExplorer.saved.factsCsv(kgExplorer.model, kgExplorer.stage.view.shown.facts)")
    assert "f1,Alder & Sons,customerOf,Birch,asserted,0.9" in table


def test_tabs_and_cards_work_by_keyboard_alone(opened, timber):
    page = opened(timber)
    page.find_element("id", "tab-graph").send_keys(RIGHT)
    assert page.switch_to.active_element.get_attribute("id") == "tab-timeline"
    assert "2024" in text(page, "view-timeline")
    page.find_element("id", "search").send_keys("b", DOWN, ENTER)
    assert page.switch_to.active_element.get_attribute("id") == "card"
    names = page.execute_script(
        "return [...document.querySelectorAll('button, input, select, textarea')].filter((e) => e.offsetParent && "
        "!(e.textContent.trim() || e.getAttribute('aria-label') || e.labels?.length)).map((e) => e.outerHTML)"
    )
    assert names == []


def test_nothing_from_a_document_runs(opened):
    name = HOSTILE + "x" * 1_000_000
    evidence = (Evidence("d" + HOSTILE, 0, len(HOSTILE), HOSTILE, HOSTILE, (("subject", 0, 9),)),)
    value = Value(HOSTILE, Decimal(1), "money")
    other = "e/" + HOSTILE
    said = (("for", HOSTILE), ("amount", value))
    entities = (Entity("e/1", "Company", name, (HOSTILE,), (("ticker", HOSTILE),)), Entity(other, "Company", HOSTILE))
    graph = KnowledgeGraph(
        (Document("d" + HOSTILE, HOSTILE, HOSTILE, HOSTILE, "javascript:window.pwned=1"),),
        entities,
        (Fact("f1", "e/1", "customerOf", other, Status.ASSERTED, 1.0, said, evidence),),
        (Observation("o1", "e/1", "revenue", Change.LEVEL, value, Status.ASSERTED, 1.0, (), evidence),),
        (),
        ONTOLOGY,
    )
    page = opened(graph)
    seen = {"e/1": "entity", other: "entity", "f1": "saying", "o1": "saying", "d" + HOSTILE: "document"}
    for id, kind in seen.items():
        page.execute_script("kgExplorer.change({focus: {type: arguments[0], id: arguments[1]}})", kind, id)
        assert page.find_element("id", "card").is_displayed()
        assert not page.find_elements("css selector", "#card img, #card script, #card a")
        assert "\u202e" not in page.execute_script("return document.getElementById('card').textContent")
    for view in ("timeline", "documents", "query"):
        page.execute_script("kgExplorer.change({view: arguments[0]})", view)
    page.find_element("id", "search").send_keys("script")
    assert page.execute_script("return window.pwned") is None
    assert page.execute_script("return document.querySelectorAll('img').length") == 0
    assert errors(page) == []
    assert requests_of(page) == {"file"}


def test_the_policy_stops_a_foreign_script(opened, timber):
    page = opened(timber)
    page.execute_script(
        "document.body.append(Object.assign(document.createElement('script'), {text: 'window.pwned = 1'}))"
    )
    page.execute_script("fetch('https://example.invalid/').catch(() => {})")
    assert page.execute_script("return window.pwned") is None
    assert len(errors(page)) >= 2

"""Reports as files: nothing that a document says becomes markup, a formula or a command of a terminal."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt
from rich.cells import cell_len
from traded import Trade, money, percent

from kg.analysis import (
    Page,
    Rates,
    Row,
    Section,
    Source,
    exposure,
    exposure_page,
    to_csv,
    to_html,
    to_json,
    to_markdown,
)
from kg.cli import run
from kg.errors import ConfigError
from kg.page_lines import page_lines

HOSTILE = '<script>alert(1)</script> | **b** [x](javascript:1) \x1b[31m\u202e "=1+1"'


def page(text):
    row = Row((text, Decimal("1.5"), 7), (text,), (Source(text, text, text),))
    return Page(text, (text,), (Section(text, (text, "two", "three"), (row,), (text,), text),))


class Tags(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes = set(), set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}


def test_html_holds_no_tag_of_a_document():
    found, plain = Tags(to_html(page(HOSTILE))), Tags(to_html(page("plain")))
    assert found.tags == plain.tags
    assert found.attributes == plain.attributes
    assert "script" not in found.tags


def test_html_loads_nothing():
    text = to_html(page("plain"))
    assert "default-src 'none'" in text
    assert not any(sign in text for sign in ("http:", "https:", "url(", "@import"))


def test_markdown_renders_to_the_text_itself():
    html = MarkdownIt("commonmark").enable("table").render(to_markdown(page("<b> *x* _y_ `z` [a](b) # | ~~ &amp;")))
    assert {"<b>", "<em>", "<strong><b>", "<a", "<code>"} & set(html.split()) == set()
    assert "&lt;b&gt; *x* _y_ `z` [a](b) # | ~~ &amp;amp;" in html


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", " =1", "＝1"])
def test_csv_holds_no_formula(text):
    rows = list(csv.reader(io.StringIO(to_csv(page(text)))))
    assert all(cell[:1] not in "=+-@\t\r＝" or not cell for row in rows for cell in row)
    assert "1.5" in rows[1]
    assert "7" in rows[1]


def test_a_terminal_obeys_nothing():
    text = "\n".join(page_lines(page(HOSTILE)))
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_lines_fit_the_width():
    wide = Section("t", ("one", "two", "three"), (Row(("word " * 30, "other " * 30, "x" * 200)),))
    assert max(map(len, page_lines(Page("t", (), (wide,))))) <= 80


def test_wide_characters_are_aligned():
    rows = tuple(Row((name, "x")) for name in ("株式会社日立", "Hart", "会" * 60))
    lines = list(page_lines(Page("t", (), (Section("t", ("one", "two"), rows),))))
    ends = {cell_len(line.rstrip()) for line in lines if line.endswith(" x")}
    assert len(ends) == 1
    assert max(map(cell_len, lines)) <= 80


def test_json_keeps_decimals():
    assert to_json(Rates("USD", (("EUR", Decimal("1.10")),)))["rates"] == [["EUR", "1.10"]]


# ---------------------------------------------------------------- rates


def rates(tmp_path, text, name="rates.toml", currency=""):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return Rates.load(path, currency)


def test_rates_of_both_kinds_of_file(tmp_path):
    toml = rates(tmp_path, 'currency = "USD"\ndate = "2026-03-31"\nsource = "bank"\n[rates]\nEUR = 1.08\n')
    table = rates(tmp_path, "currency,rate,date,source\nEUR,1.08,2026-03-31,bank\nUSD,1,,\n", "rates.csv")
    assert toml == table == Rates("USD", (("EUR", Decimal("1.08")),), "2026-03-31", "bank")


def test_rates_to_another_currency(tmp_path):
    found = rates(tmp_path, 'currency = "USD"\n[rates]\nEUR = 1.25\nGBP = 1.5\n', currency="EUR")
    assert (found.currency, found.rate("USD"), found.rate("GBP"), found.rate("EUR")) == (
        "EUR", Decimal("0.8"), Decimal("1.2"), 1,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("currency =", "r.toml"),
        ("[rates]\nEUR = 1\n", "r.toml"),
        ('currency = "USD"\n[rates]\nEUR = 0\n', "r.toml"),
        ('currency = "USD"\n[rates]\nEUR = -1\n', "r.toml"),
        ('currency = "USD"\n[rates]\nEUR = nan\n', "r.toml"),
        ('currency = "USD"\n[rates]\nEUR = true\n', "r.toml"),
        ('currency = "usd"\n[rates]\nEUR = 1\n', "r.toml"),
        ('currency = "USD"\nrate = 1\n[rates]\nEUR = 1\n', "r.toml"),
        ("EUR,1.08\n", "r.csv"),
        ("", "r.csv"),
        ("currency,rate\nEUR,1.08\n", "r.csv"),
        ("currency,rate\nEUR,1\nUSD,1\n", "r.csv"),
        ("currency,rate\nEUR,one\nUSD,1\n", "r.csv"),
    ],
)
def test_wrong_rates_are_refused_in_a_sentence(tmp_path, text, name):
    with pytest.raises(ConfigError):
        rates(tmp_path, text, name)


# ---------------------------------------------------------------- the command


@pytest.fixture
def out(tmp_path):
    trade = Trade().kind("flood", "Risk").buys("Hart", "Veld", amount=money(2, per="month"), share=percent(30))
    trade.fact("Veld", "exposedTo", "flood").graph().write(tmp_path / "out", pages=False)
    return tmp_path / "out"


@pytest.mark.parametrize("what", [["exposure", "Veld"], ["coverage"], ["network"]])
@pytest.mark.parametrize("form", ["table", "markdown", "html", "csv"])
def test_every_report_in_every_form(out, capsys, what, form):
    assert run(["report", str(out), *what, "--format", form]) == 0
    text = capsys.readouterr().out
    assert (what[-1].lower() if form != "csv" else "section,") in text.lower()
    assert form != "html" or text.startswith("<!doctype html>")


def test_a_report_for_programs(out, capsys):
    assert run(["report", str(out), "exposure", "Veld", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    (line,) = found["customers"]["lines"]
    assert (line["amount"]["low"], line["part"]["low"], line["evidence"][0]["document"]) == ("24000000", "0.3", "a")


def test_the_ending_of_a_file_tells_the_form(out, tmp_path, capsys):
    target = tmp_path / "new" / "veld.md"
    assert run(["report", str(out), "exposure", "Veld", "-o", str(target)]) == 0
    assert target.read_text().startswith("# Exposure of Veld")
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["exposure"], 2, "Whose exposure?"),
        (["exposure", " "], 2, "Whose exposure?"),
        (["exposure", "Nobody"], 3, "nothing called 'Nobody'"),
        (["network", "Veld"], 2, "go with exposure"),
        (["exposure", "Veld", "--currency", "USD"], 2, "needs --rates"),
        (["exposure", "Veld", "--rates", "none.toml"], 2, "Cannot read the rates"),
        (["coverage", "--status", "planned"], 2, "--status goes with network"),
        (["everything"], 2, "everything"),
    ],
)
def test_wrong_usage_is_one_sentence(out, capsys, arguments, code, message):
    assert run(["report", str(out), *arguments]) == code
    assert message in capsys.readouterr().err


def test_a_hostile_name_stays_text(tmp_path):
    name = "<img src=x onerror=alert(1)>"
    graph = Trade().buys(name, "Veld", amount=money(1, per="year")).graph()
    made = exposure_page(exposure(graph, "company/veld"))
    assert "<img" not in to_html(made)
    assert "<img" not in to_markdown(made).replace("\\<img", "")

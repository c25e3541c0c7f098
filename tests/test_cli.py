"""The command line: what it prints, where, and with which exit code."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import kg.pipeline
from kg.cli import run
from kg.graph import KnowledgeGraph
from kg.model import Change, Document, Entity, Evidence, Fact, Mention, Observation, Problem, Status, Value
from kg.ontology import Ontology
from kg.terminal import clean_json, print_table

Capture = pytest.CaptureFixture[str]

TEXT = (
    "Alder Bank is a lender. It may buy \x1b[31mchips\x1b[0m from Bolt AG for about €5 million a month, "
    "the paper said. "
    "Revenue of Bolt AG rose 9%."
)
SENTENCE = TEXT[TEXT.index("It may") : TEXT.index(" Revenue")]


def at(words: str, part: str) -> tuple[str, int, int]:
    start = TEXT.index(words)
    return part, start, start + len(words)


def evidence(quote: str, *marks: tuple[str, int, int]) -> Evidence:
    start = TEXT.index(quote)
    return Evidence("news/a", start, start + len(quote), quote, "rule:verb", marks)


def graph_of(*problems: Problem) -> KnowledgeGraph:
    ontology = Ontology.load()
    relation = next(r for r in ontology.relations.values() if r.inverse_label == "supplier of")
    kind = next(k for k in ontology.leaf_kinds if k in relation.domain)
    mention = Mention("news/a", 0, 10, "Alder Bank", kind, "Alder Bank")
    buys = evidence(SENTENCE, at("Alder Bank", "subject"), at("buy", "cue"), at("Bolt AG", "object"))
    value = Value("€5 million", Decimal(5_000_000), "money", "EUR", bound="about", per="month")
    facts = (
        Fact("fact/aa11", "c/alder", relation.name, "c/bolt", Status.POSSIBLE, 0.8, (("amount", value),), (buys,)),
        Fact("fact/aa22", "c/bolt", relation.name, "c/cove", Status.ASSERTED, 0.7, (), (buys,)),
    )
    rose = evidence("Revenue of Bolt AG rose 9%.")
    percent = Value("9%", Decimal(9), "percent")
    said = Status.ASSERTED
    observation = Observation("observation/bb11", "c/bolt", "revenue", Change.INCREASE, percent, said, 0.9, (), (rose,))
    entities = (
        Entity("c/alder", kind, "Alder Bank", ("the lender",), (("ticker", "ALD"),), (mention,)),
        Entity("c/bolt", kind, "Bolt AG"),
        Entity("c/cove", kind, "Cove Metals Group"),
    )
    documents = (Document("news/a", TEXT),)
    return KnowledgeGraph(documents, entities, facts, (observation,), problems, ontology)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("cli") / "out"
    graph_of().write(folder)
    return str(folder)


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Have the build give a graph without reading anything."""

    def give(*problems: Problem) -> None:
        monkeypatch.setattr(kg.pipeline, "build", lambda *_, **__: graph_of(*problems))

    return give


def test_help_is_quick_and_names_every_command() -> None:
    code = "import sys; from kg.cli import run; run(['--help']); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    for command in ("build", "add", "update", "remove", "export", "log", "show", "why", "query", "check"):
        assert f"  {command} " in done.stdout
    assert "Exit codes" in done.stdout
    assert not {"spacy", "rdflib", "pyoxigraph", "rich", "trafilatura", "numpy"} & set(done.stderr.split())


def test_version(capsys: Capture) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"kg, version {kg.__version__}\n"


# ---------------------------------------------------------------- build


def test_build_writes_the_graph_and_says_what_it_found(
    tmp_path: Path, built: Callable[..., None], capsys: Capture
) -> None:
    built(Problem("old", "warning", "is not UTF-8, read as windows-1252"))
    assert run(["build", "news", "-o", str(tmp_path / "out")]) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith("1 document, 3 entities, 2 facts, 1 observation in ")
    assert "      2  customer of  (1 possible)" in printed.out
    assert "warning: old is not UTF-8, read as windows-1252" in printed.out
    assert 'kg show {} "Bolt AG"'.format(tmp_path / "out") in printed.out
    assert printed.err == ""
    assert (tmp_path / "out" / "facts.jsonl").exists()


def test_build_with_unreadable_documents_exits_with_1(
    tmp_path: Path, built: Callable[..., None], capsys: Capture
) -> None:
    built(*(Problem(f"d{n}", "error", "is empty") for n in range(7)))
    assert run(["build", "news", "-o", str(tmp_path / "out")]) == 1
    printed = capsys.readouterr()
    assert "7 errors:" in printed.out
    assert "error: d0 is empty" in printed.out
    assert f"and 2 more in {tmp_path / 'out' / 'problems.jsonl'}" in " ".join(printed.out.split())


def test_build_as_json(tmp_path: Path, built: Callable[..., None], capsys: Capture) -> None:
    built()
    assert run(["build", "news", "-o", str(tmp_path / "out"), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["entities"] == 3
    assert list(found["facts"].values()) == [{"asserted": 1, "possible": 1}]


def test_build_quietly(tmp_path: Path, built: Callable[..., None], capsys: Capture) -> None:
    built(Problem("a", "warning", "x"))
    assert run(["build", "news", "-o", str(tmp_path / "out"), "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")
    built(Problem("a", "error", "is empty"))
    assert run(["build", "news", "-o", str(tmp_path / "out"), "-q"]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "error: a is empty" in printed.err


def test_settings_reach_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = {}
    monkeypatch.setattr(kg.pipeline, "build", lambda inputs, config, **_: seen.update(c=config) or graph_of())
    (tmp_path / "kg.toml").write_text('max_characters = 7\nbase = "https://a.example/"\nontology = ["a.ttl"]')
    for name in ("a.ttl", "b.ttl"):
        (tmp_path / name).write_text("")
    monkeypatch.chdir(tmp_path)
    command = ["build", "news", "-o", str(tmp_path / "out"), "--config", str(tmp_path / "kg.toml")]
    assert run([*command, "--base", "https://b.example/", "--ontology", "b.ttl"]) == 0
    config = seen["c"]
    assert (config.max_characters, config.base) == (7, "https://b.example/")
    assert config.ontology == (tmp_path / "a.ttl", Path("b.ttl"))


@pytest.mark.parametrize("place", ["file/below", "file"])
def test_an_output_that_cannot_be_written_is_refused_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture, place: str
) -> None:
    (tmp_path / "file").write_text("x")
    monkeypatch.setattr(kg.pipeline, "build", lambda *_, **__: pytest.fail("the build began"))
    assert run(["build", "news", "-o", str(tmp_path / place)]) == 3
    printed = capsys.readouterr()
    assert printed.err.startswith("kg: Cannot write to ")
    assert printed.err.count("\n") == 1


def test_no_such_input(tmp_path: Path, capsys: Capture) -> None:
    assert run(["build", str(tmp_path / "nowhere"), "-o", str(tmp_path / "out")]) == 3
    assert "There is no file or folder" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_folder_without_documents(tmp_path: Path, capsys: Capture) -> None:
    assert run(["build", str(tmp_path), "-o", str(tmp_path / "out")]) == 3
    assert "holds no documents" in capsys.readouterr().err


def test_nothing_that_can_be_read_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    empty = KnowledgeGraph((), (), (), (), (Problem("a", "error", "is binary, not text"),), Ontology.load())
    monkeypatch.setattr(kg.pipeline, "build", lambda *_, **__: empty)
    assert run(["build", "news", "-o", str(tmp_path / "out")]) == 3
    assert "error: a is binary, not text" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "news"],
        ["build", "-o", "out"],
        ["build", "news", "-o", "out", "--base", "no iri"],
        ["build", "news", "-o", "out", "--config", "missing.toml"],
        ["nonsense"],
        ["query", "out", "about", "no-equals-sign"],
        ["query", "out"],
        ["ask", "out"],
    ],
)
def test_wrong_usage_exits_with_2(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err
    assert "Traceback" not in printed.err


def test_interrupted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(kg.pipeline, "build", interrupt)
    assert run(["build", "news", "-o", str(tmp_path / "out")]) == 130
    assert capsys.readouterr().err.strip() == "interrupted"


@pytest.mark.parametrize(
    ("text", "facts"),
    [("The weather was fine, and nobody bought anything.", 0), ("Zentrix Ltd acquired Quellon Inc.", 1)],
)
def test_a_real_build(tmp_path: Path, capsys: Capture, text: str, facts: int) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(text)
    (tmp_path / "in" / "empty.txt").write_text("")
    assert run(["build", str(tmp_path / "in"), "-o", str(tmp_path / "out")]) == 1
    printed = capsys.readouterr().out
    assert f"{facts} fact" in printed
    assert "error: empty is empty" in printed
    assert len((tmp_path / "out" / "facts.jsonl").read_text().splitlines()) == facts
    assert (tmp_path / "out" / "graph.html").exists()


# ---------------------------------------------------------------- show and why


def test_show_reads_facts_from_either_side(out: str, capsys: Capture) -> None:
    assert run(["show", out, "bolt ag"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("Bolt AG (company, c/bolt)\n")
    assert "\ncustomer of\n  Bolt AG is a customer of Cove Metals Group; in news/a.\n" in printed
    supplied = "supplier of Alder Bank may become a customer of Bolt AG, paying about €5 million a month; in news/a."
    assert supplied in " ".join(printed.split())
    assert "\nrevenue\n  Bolt AG's revenue rose 9 %; in news/a.\n      “Revenue of Bolt AG rose 9%.”\n" in printed
    assert "confidence 0.80 · aa11" in printed
    assert max(map(len, printed.splitlines())) <= 80
    assert "\x1b" not in printed


@pytest.mark.parametrize("name", ["Alder Bank", "the LENDER", "c/alder", "alder"])
def test_show_finds_by_name_alias_id_and_words(out: str, name: str, capsys: Capture) -> None:
    assert run(["show", out, name]) == 0
    printed = capsys.readouterr().out
    assert "also: the lender" in printed
    assert "ticker: ALD" in printed


def test_show_suggests_near_names(out: str, capsys: Capture) -> None:
    assert run(["show", out, "Aldar Bank"]) == 3
    assert capsys.readouterr().err == "kg: The graph has nothing called 'Aldar Bank'. Near it are: Alder Bank.\n"


def test_show_as_json(out: str, capsys: Capture) -> None:
    assert run(["show", out, "Bolt AG", "--json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert found["name"] == "Bolt AG"
    assert [fact["id"] for fact in found["facts"]] == ["fact/aa11", "fact/aa22"]
    assert found["observations"][0]["metric"] == "revenue"


def test_why_marks_the_words_and_what_the_pronoun_means(out: str, capsys: Capture) -> None:
    assert run(["why", out, "aa1"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("Alder Bank · customer of · Bolt AG\npossible · confidence 0.80 · ")
    passage = " ".join(printed.split())
    assert "[Alder Bank] is a lender. It may [buy] [31mchips [0m from [Bolt AG] for about €5 million a month" in passage
    assert "\x1b" not in printed


def test_why_is_bold_on_a_terminal(out: str, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setattr("kg.terminal.is_watched", lambda: True)
    monkeypatch.setattr("click._compat.should_strip_ansi", lambda *_: False)
    monkeypatch.setattr("click.utils.should_strip_ansi", lambda *_: False)
    assert run(["why", out, "aa11"]) == 0
    printed = capsys.readouterr().out
    assert "\x1b[33m\x1b[1mBolt AG\x1b[0m" in printed
    assert "\x1b[31m" not in printed  # the text's own colours are not obeyed


def test_why_of_an_observation(out: str, capsys: Capture) -> None:
    assert run(["why", out, "observation/bb11"]) == 0
    assert capsys.readouterr().out.startswith("Bolt AG · revenue increase 9 %\n")


@pytest.mark.parametrize(("fact", "message"), [("zz", "No fact or observation"), ("aa", "2 ids begin with 'aa'")])
def test_why_with_a_wrong_id(out: str, fact: str, message: str, capsys: Capture) -> None:
    assert run(["why", out, fact]) == 3
    assert message in capsys.readouterr().err


def test_why_as_json(out: str, capsys: Capture) -> None:
    assert run(["why", out, "bb11", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["evidence"][0]["quote"] == "Revenue of Bolt AG rose 9%."


def test_a_folder_that_is_no_output(tmp_path: Path, capsys: Capture) -> None:
    for command in (["show", str(tmp_path), "x"], ["why", str(tmp_path), "x"], ["query", str(tmp_path), "about"]):
        assert run(command) in {2, 3}
        assert capsys.readouterr().err.startswith("kg: ")


# ---------------------------------------------------------------- query and check

NAMES = "SELECT ?name { ?company rdfs:label ?name ; a kg:Company } ORDER BY ?name"


def test_query_lists_the_shipped_questions(out: str, capsys: Capture) -> None:
    assert run(["query", out, "--list"]) == 0
    assert "suppliers-of entity=..." in capsys.readouterr().out
    assert run(["query", out, "--list", "--json"]) == 0
    assert {"name", "title", "parameters"} <= set(json.loads(capsys.readouterr().out)[0])


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (["--format", "csv"], "name\r\nAlder Bank\r\nBolt AG\r\nCove Metals Group\n"),
        ([], "name\n-----------------\nAlder Bank\nBolt AG\nCove Metals Group\n"),
    ],
)
def test_query_in_sparql(out: str, form: list[str], expected: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["query", out, NAMES, *form]) == 0
    assert capfdbinary.readouterr().out.decode() == expected


def test_query_from_a_file_as_json(out: str, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "q.rq").write_text(NAMES)
    assert run(["query", out, "--file", str(tmp_path / "q.rq"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0] == {"name": "Alder Bank"}


def test_query_with_a_parameter(out: str, capsys: Capture) -> None:
    assert run(["query", out, "suppliers-of", "entity=Bolt AG"]) == 0
    assert "Cove Metals Group" in capsys.readouterr().out


def test_a_table_that_does_not_fit_is_a_block_a_row(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    print_table(("customer", "amount", "quote"), [("Alder Bank", "20000000", "word " * 30), ("Bolt AG", "", "Short.")])
    printed = capsys.readouterr().out
    assert printed.startswith("customer: Alder Bank\namount: 20000000\nquote: word word")
    assert printed.endswith("\n\ncustomer: Bolt AG\nquote: Short.\n")
    monkeypatch.setenv("COLUMNS", "80")
    print_table(("customer", "amount"), [("Alder Bank", "20000000")])
    assert capsys.readouterr().out.split() == ["customer", "amount", "Alder", "Bank", "20000000"]


def test_query_without_answers_says_so_beside_the_data(out: str, capsys: Capture) -> None:
    assert run(["query", out, "SELECT ?x { ?x kg:nothing ?y }"]) == 0
    assert capsys.readouterr() == ("", "No answers.\n")


def test_query_that_cannot_be_parsed(out: str, capsys: Capture) -> None:
    assert run(["query", out, "SELECT {"]) == 2
    printed = capsys.readouterr().err
    assert printed.startswith("kg: ")
    assert printed.count("\n") == 1


def test_check_finds_nothing_wrong(out: str, capsys: Capture) -> None:
    assert run(["check", out]) == 0
    assert capsys.readouterr().out.endswith("Nothing is wrong.\n")


def test_check_finds_a_quote_that_is_not_in_its_document(tmp_path: Path, capsys: Capture) -> None:
    graph_of().write(tmp_path)
    facts = tmp_path / "facts.jsonl"
    facts.write_text(facts.read_text(encoding="utf-8").replace("the paper said", "the paper sang"), encoding="utf-8")
    assert run(["check", str(tmp_path)]) == 1
    assert "violation: fact/aa11: " in capsys.readouterr().out
    assert run(["check", str(tmp_path), "--json"]) == 1
    assert {"severity", "where", "message", "source"} <= set(json.loads(capsys.readouterr().out)[0])


def numbered(folder: Path, share: int) -> str:
    """A graph whose lender pays 60 million a year, a share of a revenue of 120 million."""
    graph = graph_of()
    old, *others = graph.facts
    qualifiers = (*old.qualifiers, ("share", Value(f"{share}%", Decimal(share), "percent")))
    whole = Value("€120 million", Decimal(120_000_000), "money", "EUR")
    level = replace(graph.observations[0], id="observation/bb00", change=Change.LEVEL, value=whole)
    facts, observations = (replace(old, qualifiers=qualifiers), *others), (level, *graph.observations)
    replace(graph, facts=facts, observations=observations).write(folder)
    return str(folder)


def test_check_of_numbers_that_fit(tmp_path: Path, capsys: Capture) -> None:
    assert run(["check", numbered(tmp_path, 50), "--numbers"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("consistent: Alder Bank: about €5 million a month, which is €60 million a year;\n")
    assert "is €60 million. They differ by 0 %." in " ".join(printed.split())
    assert "“Revenue of Bolt AG rose 9%.” (news/a)" in printed
    assert printed.endswith("\n1 consistent\n")
    assert max(map(len, printed.splitlines())) <= 80


def test_check_of_numbers_that_do_not_fit(tmp_path: Path, capsys: Capture) -> None:
    out = numbered(tmp_path, 20)
    assert run(["check", out, "--numbers"]) == 1
    assert "inconsistent: Alder Bank" in capsys.readouterr().out
    assert run(["check", out, "--numbers", "--json"]) == 1
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["verdict"], found["difference_percent"]) == ("inconsistent", "150.0")
    assert {"id", "document", "figure", "quote"} == set(found["inputs"][0])


def test_check_of_numbers_without_any(out: str, capsys: Capture) -> None:
    assert run(["check", out, "--numbers"]) == 0
    assert capsys.readouterr().out == "No figures that can be compared.\n"
    assert run(["check", out, "--numbers", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_a_tolerance_without_numbers_is_wrong_usage(out: str, capsys: Capture) -> None:
    assert run(["check", out, "--tolerance", "5"]) == 2
    assert "--numbers" in capsys.readouterr().err


def test_build_writes_derived_numbers_when_asked(tmp_path: Path, built: Callable[..., None], capsys: Capture) -> None:
    built()
    assert run(["build", "news", "-o", str(tmp_path / "out"), "--derived"]) == 0
    (line,) = (tmp_path / "out" / "derived.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["text"] == "about €60 million a year"
    assert run(["build", "news", "-o", str(tmp_path / "out")]) == 0
    assert not (tmp_path / "out" / "derived.jsonl").exists()


def test_a_closed_pipe_is_quiet(out: str) -> None:
    code = "import sys; from kg.cli import main; main()"
    command = [sys.executable, "-c", code, "query", out, "SELECT * { ?s ?p ?o }"]
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as closed:
        done = subprocess.run(command, stdout=closed, stderr=subprocess.PIPE, text=True, check=False)
    assert done.stderr == ""


def test_json_on_a_terminal_holds_no_escape_sequences() -> None:
    text = json.dumps({"a": "\x9b31m\x1b\u202e"}, ensure_ascii=False)
    assert clean_json(text).isascii()
    assert json.loads(clean_json(text)) == json.loads(text)


# ---------------------------------------------------------------- dates and changes


def test_build_as_of_a_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    seen = {}
    problem = Problem("b", "warning", kg.pipeline.UNDATED)
    monkeypatch.setattr(kg.pipeline, "build", lambda inputs, **given: seen.update(given) or graph_of(problem))
    command = ["build", "news", "-o", str(tmp_path / "out"), "--date", "2026-02"]
    assert run([*command, "--as-of", "2026-03"]) == 0
    assert (seen["as_of"], seen["undated"]) == (date(2026, 3, 31), "2026-02")
    assert capsys.readouterr().err == "1 document without a date left out.\n"
    assert run([*command, "--as-of", "2026-03", "-q"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("option", ["--as-of", "--date"])
def test_no_date_is_refused(option: str, tmp_path: Path, capsys: Capture) -> None:
    assert run(["build", "news", "-o", str(tmp_path), option, "last May"]) == 2
    assert "'last May' is not a day, month or year such as" in capsys.readouterr().err


def test_nothing_known_by_then_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    empty = KnowledgeGraph((), (), (), (), (), Ontology.load())
    monkeypatch.setattr(kg.pipeline, "build", lambda *_, **__: empty)
    assert run(["build", "news", "-o", str(tmp_path / "out"), "--as-of", "1999"]) == 3
    assert "published by 1999-12-31, so nothing was written" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.fixture
def disputed(tmp_path: Path) -> str:
    """An output whose first fact is denied by one and ended by another, said by two sources."""
    graph = graph_of()
    first, second = (replace(f, status=Status.ASSERTED) for f in graph.facts)
    denied = replace(first, id="fact/dd11", status=Status.NEGATED, contradicts=(first.id,))
    over = replace(first, id="fact/ee11", status=Status.ENDED)
    first = replace(first, contradicts=(denied.id,), ended_by=(over.id,), sources=2)
    replace(graph, facts=(first, second, denied, over)).write(tmp_path / "disputed")
    return str(tmp_path / "disputed")


def test_show_and_why_tell_what_speaks_against_a_fact(disputed: str, capsys: Capture) -> None:
    for command in (["show", disputed, "Alder Bank"], ["why", disputed, "aa11"]):
        assert run(command) == 0
        printed = " ".join(capsys.readouterr().out.split())
        assert "contradicted: Alder Bank is not a customer of Bolt AG" in printed
        assert "over: Alder Bank is no longer a customer of Bolt AG" in printed
        assert "· 2 independent sources" in printed


def test_diff_of_two_outputs(out: str, disputed: str, capsys: Capture) -> None:
    assert run(["diff", out, disputed]) == 0
    printed = capsys.readouterr().out
    assert "Now so, planned or possible before: customer of" not in printed  # told as its end
    assert "Ended: customer of" in printed
    assert "      before: Alder Bank may become a customer of Bolt AG" in printed
    assert "Denied: customer of" in printed
    assert "Contradictions: customer of" in printed
    assert printed.endswith("4 differences\n")
    assert run(["diff", out, disputed, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [d["kind"] for d in found["differences"]] == ["ended", "denied", "contradicted", "gone"]
    assert found["differences"][0]["evidence"][0]["document"] == "news/a"
    assert "\x1b" not in printed


def test_diff_of_nothing(out: str, capsys: Capture) -> None:
    assert run(["diff", out, out]) == 0
    assert capsys.readouterr().out == "Nothing has changed.\n"


def test_diff_by_date_counts_documents_without_one(out: str, capsys: Capture) -> None:
    assert run(["diff", out, "2026-01", "2026-02"]) == 0
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("Nothing has changed.\n", "Documents without a date, left out: 1.\n")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["2026-01", "soon"], 2), (["2026-01", "2026-02", "2026-03"], 2), (["nowhere"], 3), ([], 2)],
)
def test_diff_of_what_is_no_output_or_date(out: str, arguments: list[str], code: int, capsys: Capture) -> None:
    assert run(["diff", out, *arguments]) == code
    assert capsys.readouterr().err


def test_ask_answers_and_says_how(out: str, capsys: Capture) -> None:
    assert run(["ask", out, "Who does Bolt AG buy from?"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("Suppliers of a company: entity Bolt AG\n")
    assert f"kg query {out} suppliers-of entity='Bolt AG'\n" in shown
    assert run(["ask", out, "who", "supplies", "bolt", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["question"], found["parameters"]) == ("suppliers-of", {"entity": "Bolt AG"})
    assert "SELECT" in found["sparql"]
    assert found["answer"]


def test_ask_says_what_it_does_not_understand(out: str, capsys: Capture) -> None:
    assert run(["ask", out, "What is the meaning of life?"]) == 2
    assert "does not understand" in capsys.readouterr().err

"""kg mcp as it is started: on a store that changes, and where something is missing."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from kg.cli import run
from kg.config import Config
from kg.model import Claim, Document, Evidence, Extraction, Mention, Status
from kg.store import Store


def told(id_: str, buyer: str, seller: str) -> Extraction:
    text = f"{buyer} buys from {seller}."
    start = text.index(seller)
    one = Mention(id_, 0, len(buyer), buyer, "Company", buyer)
    other = Mention(id_, start, start + len(seller), seller, "Company", seller)
    claim = Claim(one, "customerOf", other, Status.ASSERTED, 0.75, Evidence(id_, 0, len(text), text, "rule:verb"))
    return Extraction(Document(id_, text), (one, other), (claim,))


def test_a_store_may_change_while_it_is_served(tmp_path: Path, start) -> None:
    store = tmp_path / "store"
    with Store.open(store, create=Config().to_json()) as opened, opened.change("add") as change:
        change.put(told("one", "Corvane Mills", "Larkwell Dyes"), reader="reader")
    counting = "SELECT (COUNT(?f) AS ?n) { ?f a kg:Fact }"
    with start(store) as talk:
        assert talk.call("facts")["total"] == 1
        assert talk.call("query", sparql=counting)["rows"] == [{"n": 1}]
        with Store.open(store) as opened, opened.change("add") as change:
            change.put(told("two", "Ostrow Timber", "Pellam Saws"), reader="reader")
        assert talk.call("facts")["total"] == 2
        assert talk.call("query", sparql=counting)["rows"] == [{"n": 2}]
        assert talk.call("search", words="Pellam")["total"] == 1


def test_what_is_neither_output_nor_store_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["mcp", str(tmp_path)]) == 3
    captured = capsys.readouterr()
    assert captured.err == f"kg: {tmp_path} is neither an output of kg nor a store.\n"
    assert captured.out == ""


def test_without_the_package_a_sentence_says_how_to_get_it(
    output: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr("kg.mcp.find_spec", lambda name: None if name == "mcp" else find(name))
    assert run(["mcp", str(output)]) == 2
    assert 'pip install "kg-business[mcp]"' in capsys.readouterr().err


def test_other_commands_load_nothing_of_it() -> None:
    code = "import sys, kg, kg.cli; kg.cli.run(['--help']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"mcp", "pydantic", "httpx"} & set(done.stdout.splitlines()[-1].split())

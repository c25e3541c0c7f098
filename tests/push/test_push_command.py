"""kg push as it is used: from a store on disk, by a process that may be killed."""

import io
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from servers import Running
from told import TOLD, told

from kg.cli import run
from kg.config import Config
from kg.push import Server
from kg.store import Store
from kg.upkeep import graph_of

BASE = "https://example.org/command/"


def stored(folder: Path, base: str, *extractions) -> Path:
    """A store of these."""
    settings = Config(base=base).to_json()
    with Store.open(folder, create=settings) as store, store.change("add") as change:
        for extraction in extractions:
            change.put(extraction, file="file", reader="reader")
    return folder


def test_a_store_is_pushed_and_a_removed_document_taken_away(
    tmp_path: Path, oxigraph_server: Running, capsys: pytest.CaptureFixture[str]
) -> None:
    store = str(stored(tmp_path / "store", BASE + "1/", *TOLD.values()))
    push = ["push", store, "--endpoint", oxigraph_server.endpoint, "--json"]
    assert run([*push, "--dry-run"]) == 0
    would = json.loads(capsys.readouterr().out)
    assert run(push) == 0
    done = json.loads(capsys.readouterr().out)
    assert would["dry_run"]
    assert not done["dry_run"]
    assert would["new"] == done["new"]
    assert len(done["new"]) == len(TOLD) + 2
    assert done["graph_store"].endswith("/store")
    for id_ in TOLD:
        assert run(["remove", store, id_]) == 0
    capsys.readouterr()
    # the store knows that these were its own, so nothing needs to be forced
    assert run(push[:-1]) == 0
    assert "1 changed, 7 deleted" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ([], 2, "Say with --endpoint which server."),
        (["--endpoint", "nowhere"], 3, "kg: 'nowhere' is not an address such as"),
        (["--endpoint", "http://127.0.0.1:9/query"], 3, "kg: No server can be reached at"),
        (["--endpoint", "http://127.0.0.1:9/query", "--user", "ann"], 2, "KG_PASSWORD"),
    ],
)
def test_wrong_usage_is_told_in_a_sentence(arguments, code, said, tmp_path, capsys, monkeypatch) -> None:
    monkeypatch.delenv("KG_PASSWORD", raising=False)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    store = stored(tmp_path / "store", BASE, TOLD["quay"])
    assert run(["push", str(store), *arguments]) == code
    assert said in capsys.readouterr().err


def test_what_is_no_output_is_told(tmp_path, capsys) -> None:
    assert run(["push", str(tmp_path), "--endpoint", "http://127.0.0.1:9/"]) == 3
    assert "is not an output of kg" in capsys.readouterr().err


def test_a_killed_push_is_made_good_by_the_next(tmp_path: Path, oxigraph_server: Running) -> None:
    base = BASE + "killed/"
    many = [told(f"d{n}", f"Buyer{n} Mills", "Larkwell Dyes") for n in range(400)]
    store = stored(tmp_path / "store", base, *many)
    command = [
        sys.executable,
        "-c",
        "from kg.cli import main; main()",
        "push",
        str(store),
        "--endpoint",
        oxigraph_server.endpoint,
        "-q",
    ]
    killed = subprocess.Popen(command)
    while not any(quad[0].startswith(base + "document/") for quad in oxigraph_server.quads(base)):
        assert killed.poll() is None
        time.sleep(0.005)
    killed.kill()
    killed.wait()
    subprocess.run(command, check=True, timeout=60)
    found = oxigraph_server.quads(base)
    with Server.behind(oxigraph_server.endpoint) as server:
        from kg.push import push

        again = push(graph_of(store), server, everything=True)
    assert not again.plan.new
    assert oxigraph_server.quads(base) == found

"""Killed, out of space, two at once: the store opens, holds what was committed, and nothing by halves."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from handmade_records import extraction

from kg.store import ABSENT, ADDED, Store

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks and signals")
HERE = Path(__file__).parent
WRITER = """
import sys
sys.path.insert(0, {here!r})
from handmade_records import extraction
from kg.store import ABSENT, Store
with Store.open(sys.argv[1], create={{}}) as store:
    for n in range(int(sys.argv[2]), int(sys.argv[3])):
        with store.change("add") as change:
            change.put(extraction(f"d{{n}}", n), reader="r", expected=ABSENT)
"""


def crash(mode: str, folder: Path, points: int) -> dict[str, int]:
    command = [sys.executable, str(HERE / "crashing.py"), mode, str(folder), "1", str(points)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_killed_at_any_moment(tmp_path: Path) -> None:
    counts = crash("kill", tmp_path / "store", 200)
    assert counts["points"] == 200
    # the kills fell where they can hurt: within transactions, some of them with a journal to roll back
    assert counts["cut"] > 20
    assert counts["journals"] > 20
    assert counts["transactions"] > 20


def test_no_room_to_grow(tmp_path: Path) -> None:
    counts = crash("full", tmp_path / "store", 20)
    assert counts["refused"] > 10
    assert counts["transactions"] > 5


def test_several_writers_at_once_from_the_making_on(tmp_path: Path) -> None:
    ranges = [(0, 30), (20, 50), (40, 70)]
    code = WRITER.format(here=str(HERE))
    writers = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path / "store"), str(start), str(end)])
        for start, end in ranges
    ]
    assert [writer.wait(120) for writer in writers] == [0, 0, 0]
    with Store.open(tmp_path / "store") as store:
        assert store.verify() == []
        assert sorted(store.documents()) == sorted(f"d{n}" for n in range(70))
        entries = store.log()
        assert [d.what for e in entries for d in e.documents] == [ADDED] * 70
        assert [e.number for e in entries] == list(range(1, 71))


def test_a_reader_sees_one_state_while_others_write(tmp_path: Path) -> None:
    with Store.open(tmp_path / "store", create={}) as store, Store.open(tmp_path / "store") as other:
        with store.change("add") as change:
            change.put(extraction("a", 1), reader="r", expected=ABSENT)
        before = other.snapshot()
        with store.change("update") as change:
            change.put(extraction("a", 2), reader="r")
        assert list(before) == [extraction("a", 1)]
        assert before.state != other.snapshot().state

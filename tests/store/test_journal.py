"""A build that was interrupted goes on from what it had read."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from handmade_records import extraction

from kg.store import Journal
from kg.store.journal import FILE

READER = "reader"


def test_what_was_read_comes_back_in_the_order_of_ids(tmp_path: Path) -> None:
    with Journal(tmp_path / "out", READER) as journal:
        for name in ("b", "a", "c"):
            journal.put(extraction(name))
        assert list(journal) == [extraction(name) for name in "abc"]
        assert len(journal) == 3


def test_the_next_build_reads_the_rest_alone(tmp_path: Path) -> None:
    with Journal(tmp_path, READER) as journal:
        journal.put(extraction("a"))
        journal.put(extraction("b"))
    with Journal(tmp_path, READER) as journal:
        assert journal.holds(extraction("b").document)
        assert not journal.holds(extraction("c").document)
        journal.put(extraction("c"))
        assert list(journal) == [extraction("b"), extraction("c")]  # a is no document of this build
        assert journal.resumed == 1
        journal.discard()
    assert not list(tmp_path.iterdir())


def test_other_texts_and_other_readers_read_again(tmp_path: Path) -> None:
    with Journal(tmp_path, READER) as journal:
        journal.put(extraction("a", 1))
    with Journal(tmp_path, READER) as journal:
        assert not journal.holds(extraction("a", 2).document)
        journal.put(extraction("a", 2))
        assert list(journal) == [extraction("a", 2)]
    with Journal(tmp_path, "another") as journal:
        assert not journal.holds(extraction("a", 2).document)


def test_more_than_is_read_at_once(tmp_path: Path) -> None:
    with Journal(tmp_path, READER) as journal:
        for number in range(1001):
            journal.put(extraction(f"{number:04}"))
        assert [e.document.id for e in journal] == [f"{number:04}" for number in range(1001)]


def test_without_a_folder_nothing_is_left() -> None:
    with Journal() as journal:
        assert list(journal) == []
        assert not journal.holds(extraction("a").document)
        journal.put(extraction("a"))
        assert list(journal) == [extraction("a")]


def test_two_builds_at_once_do_not_share(tmp_path: Path) -> None:
    with Journal(tmp_path, READER) as one:
        one.put(extraction("a"))
        with Journal(tmp_path, READER) as other:
            assert not other.holds(extraction("a").document)
            other.put(extraction("b"))
            assert list(other) == [extraction("b")]
            other.discard()
        assert list(one) == [extraction("a")]
        assert (tmp_path / FILE).exists()


@pytest.mark.parametrize("content", [b"not a database", b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_file_costs_reading_again(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    with Journal(tmp_path, READER) as journal:
        assert not journal.holds(extraction("a").document)
        journal.put(extraction("a"))
        assert list(journal) == [extraction("a")]
        journal.discard()


def test_a_file_of_other_tables_costs_reading_again(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE) as other:
        other.execute("CREATE TABLE read (id TEXT)")
    other.close()
    with Journal(tmp_path, READER) as journal:
        assert not journal.holds(extraction("a").document)
        journal.put(extraction("a"))
        assert list(journal) == [extraction("a")]


_FULL = """
import resource, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from handmade_records import extraction
from kg.errors import DiskError
from kg.store import Journal

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
with Journal(Path(sys.argv[1]), "reader") as journal:
    try:
        for number in range(10_000):
            journal._saved = 0
            journal.put(extraction(f"{number:05}", size=3000))
    except DiskError as error:
        print(error)
"""


def test_a_full_disk_is_told_and_what_was_read_before_is_kept(tmp_path: Path) -> None:
    here = str(Path(__file__).parent)
    done = subprocess.run([sys.executable, "-c", _FULL, tmp_path, here], capture_output=True, text=True, check=True)
    assert done.stdout.startswith(f"Cannot keep what was read in {tmp_path / FILE}: ")
    with Journal(tmp_path, READER) as journal:
        assert journal.holds(extraction("00000", size=3000).document)


_KILLED = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from handmade_records import extraction
from kg.store import Journal

journal = Journal(Path(sys.argv[1]), "reader")
for number in range(1000):
    if number == 500:
        journal._saved = 0
    if number == 700:
        os.kill(os.getpid(), signal.SIGKILL)
    journal.put(extraction(f"{number:05}"))
"""


def test_a_killed_build_keeps_what_was_committed(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", _KILLED, tmp_path, str(Path(__file__).parent)], check=False)
    assert done.returncode == -9
    with Journal(tmp_path, READER) as journal:
        assert journal.holds(extraction("00500").document)
        assert not journal.holds(extraction("00600").document)
        assert list(journal) == [extraction("00500")]


def test_a_place_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with Journal(tmp_path / "file", READER) as journal:
        journal.put(extraction("a"))
        assert list(journal) == [extraction("a")]

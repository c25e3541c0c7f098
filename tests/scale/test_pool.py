import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from threading import Timer

import pytest

from kg.cli import run
from kg.config import Config
from kg.errors import ModelError
from kg.model import Document, Extraction, Problem
from kg.ontology import Ontology
from kg.pipeline import extract
from kg.scale import Pool

SAYING = "Marlow Freight Inc. buys engines from Kestrel Air. Ottoline Foods denied that it would acquire Larkwell Ltd."
LONG = " ".join(
    f"Marlow {n} Inc. supplies engines, which Kestrel {n} Ltd buys, to Larkwell {n} plc." for n in range(900)
)


def documents(count: int) -> Iterator[Document]:
    return (Document(f"d{n:03}", f"{SAYING} In {1990 + n % 30} it sold {n} ships.") for n in range(count))


def children() -> list[int]:
    found = subprocess.run(["ps", "--ppid", str(os.getpid()), "-o", "pid=,args="], capture_output=True, text=True)
    return [int(line.split()[0]) for line in found.stdout.splitlines() if "kg.scale.worker" in line]


def test_two_processes_read_as_one_does() -> None:
    here = list(extract(list(documents(100)), Config(), Ontology.load()))
    with Pool(Config(), 2) as pool:
        assert list(pool.extract(documents(100))) == here
    assert children() == []


def test_a_killed_process_costs_nothing() -> None:
    with Pool(Config(), 1) as pool:
        read = pool.extract(documents(250))
        found = [next(read)]
        for pid in children():
            os.kill(pid, signal.SIGKILL)
        found += read
    assert [e.document.id for e in found if isinstance(e, Extraction)] == [d.id for d in documents(250)]


def test_a_document_alone_is_read_again_when_its_process_is_killed() -> None:
    with Pool(Config(), 1) as pool:
        list(pool.extract(documents(1)))
        Timer(0.2, lambda: [os.kill(pid, signal.SIGKILL) for pid in children()]).start()
        (found,) = pool.extract([Document("long", LONG[:12_000])])
    assert isinstance(found, Extraction)


def test_a_document_that_takes_too_long_is_given_up_alone() -> None:
    short = list(documents(3))
    with Pool(Config(max_seconds=1.0), 1) as pool:
        one, two, long, three = pool.extract([*short[:2], Document("d001-long", LONG), short[2]])
    assert [e.document.id for e in (one, two, three) if isinstance(e, Extraction)] == [d.id for d in short]
    assert long == Problem("d001-long", "error", "takes more than 1 seconds to read")


def test_a_process_that_stands_still_is_replaced() -> None:
    with Pool(Config(max_seconds=2.0), 1) as pool:
        list(pool.extract(documents(1)))
        for pid in children():
            os.kill(pid, signal.SIGSTOP)
        found = list(pool.extract(documents(2)))
    assert [e.document.id for e in found if isinstance(e, Extraction)] == ["d000", "d001"]


def test_wrong_weights_are_told_as_they_are_here() -> None:
    with Pool(Config(language_model="no_such_weights"), 2) as pool, pytest.raises(ModelError, match="no-such-weights"):
        list(pool.extract(documents(2)))


@pytest.mark.parametrize(
    ("count", "characters", "started"), [(1, 0, 1), (1, 900_000, 1), (30, 19_000, 1), (3, 20_001, 2), (99, 90_000, 2)]
)
def test_processes_are_started_ahead_for_no_more_than_there_is(count: int, characters: int, started: int) -> None:
    with Pool(Config(), 2) as pool:
        assert pool.expect(count, characters) == started
        assert len(children()) == started
        assert pool.expect(1, 0) == started
    assert children() == []


def test_one_document_is_read_by_one_process() -> None:
    with Pool(Config(), 2) as pool:
        list(pool.extract([Document("long", LONG[:30_000])]))
        assert len(children()) == 1


def test_a_process_that_is_killed_while_it_loads_is_replaced() -> None:
    with Pool(Config(), 1) as pool:
        pool.expect(1, 100)
        for pid in children():
            os.kill(pid, signal.SIGKILL)
        found = list(pool.extract(documents(3)))
    assert [e.document.id for e in found if isinstance(e, Extraction)] == ["d000", "d001", "d002"]


def test_wrong_weights_are_told_when_processes_were_started_ahead() -> None:
    with Pool(Config(language_model="no_such_weights"), 2) as pool:
        pool.expect(2, 30_000)
        with pytest.raises(ModelError, match="no-such-weights"):
            list(pool.extract(documents(2)))


def test_what_ctrl_c_does_to_a_process_is_decided_by_its_parent_from_the_start() -> None:
    with Pool(Config(), 1) as pool:
        pool.expect(1, 0)
        (status,) = (Path(f"/proc/{pid}/status").read_text() for pid in children())
    (blocked,) = (line.split()[1] for line in status.splitlines() if line.startswith("SigBlk:"))
    assert int(blocked, 16) & 1 << signal.SIGINT - 1


def test_inputs_that_fail_leave_no_process() -> None:
    def failing() -> Iterator[Document]:
        yield from documents(300)
        assert children()
        raise KeyboardInterrupt

    with Pool(Config(), 2) as pool:
        pool.expect(1, 0)
        with pytest.raises(KeyboardInterrupt):
            list(pool.extract_and_end(failing(), Config(), Ontology.load()))
        assert children() == []


def test_an_end_in_the_middle_leaves_no_process() -> None:
    with Pool(Config(), 2) as pool:
        next(pool.extract(documents(250)))
    assert children() == []


def test_the_command_gives_the_same_files_with_any_number_of_processes(tmp_path: Path) -> None:
    for document in documents(60):
        (tmp_path / "texts").mkdir(exist_ok=True)
        (tmp_path / "texts" / f"{document.id}.txt").write_text(document.text)
    for workers in "02":
        command = ["build", str(tmp_path / "texts"), "-o", str(tmp_path / workers), "--workers", workers, "-q"]
        assert run(command) == 0
    for file in (tmp_path / "0").iterdir():
        assert file.read_bytes() == (tmp_path / "2" / file.name).read_bytes()

"""Real builds that are killed, and the ones after them."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.cli import run
from kg.store.journal import FILE

TEXTS = [f"Larkwell Foods bought {name} for $5 million. {name} is based in Ghent." for name in ("Brelco", "Orlune")]
TEXTS += ["Hexlar supplies Brelco with steel.", "Nothing was said.", "Hexlar plans to buy Orlune."]
_DYING = """
import os, signal
from kg.cli import main
from kg.store import journal

signal.signal(signal.SIGINT, signal.default_int_handler)  # which a shell in the background ignores
put = journal.Journal.put

def dying(self, extraction):
    put(self, extraction)
    if len(self) == 3:
        os.kill(os.getpid(), signal.{signal})

journal._SECONDS = -1.0
journal.Journal.put = dying
main()
"""


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for number, text in enumerate(TEXTS):
        (folder / f"{number}.txt").write_text(text)
    return folder


def cut_off(news: Path, out: Path, by: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", _DYING.format(signal=by), "build", news, "-o", out, "--workers", "1"]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "NO_COLOR": "1"})


def test_a_build_after_one_that_was_killed_goes_on(
    news: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert cut_off(news, out, "SIGKILL").returncode == -signal.SIGKILL
    assert [path.name for path in out.iterdir() if not path.name.endswith("-journal")] == [FILE]
    assert run(["build", str(news), "-o", str(out)]) == 0
    assert "3 documents had been read by a build that was interrupted." in capsys.readouterr().err
    assert run(["build", str(news), "-o", str(tmp_path / "whole")]) == 0
    files = {path.name: path.read_bytes() for path in out.iterdir()}
    assert files == {path.name: path.read_bytes() for path in (tmp_path / "whole").iterdir()}


def test_an_interrupt_tells_what_is_kept(news: Path, tmp_path: Path) -> None:
    done = cut_off(news, tmp_path / "out", "SIGINT")
    assert done.returncode == 130
    assert "What was read of 3 documents is kept: the same command goes on from there." in done.stderr
    assert "Traceback" not in done.stderr


def test_an_interrupt_while_processes_load_is_told_in_one_word(news: Path, tmp_path: Path) -> None:
    program = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); import kg.cli; kg.cli.main()"
    command = [sys.executable, "-c", program, "build", str(news), "-o", str(tmp_path / "out"), "--workers", "2"]
    building = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    started = time.monotonic()
    while not (found := loading(building.pid)) and time.monotonic() < started + 60:
        time.sleep(0.01)
    time.sleep(0.3)  # it imports modules now
    os.killpg(building.pid, signal.SIGINT)
    _, said = building.communicate(timeout=60)
    assert found
    assert (building.returncode, said.strip()) == (130, "interrupted")
    assert loading(building.pid) == []


def loading(session: int) -> list[str]:
    """Reading processes of a session."""
    ps = ["ps", "-ww", "-s", str(session), "-o", "pid=,args="]
    lines = subprocess.run(ps, capture_output=True, text=True, check=False).stdout.splitlines()
    return [line for line in lines if "kg.scale.worker" in line]


def test_what_could_not_be_read_leaves_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    assert run(["build", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out")]) == 3
    assert not (tmp_path / "out").exists()
    assert "so nothing was written" in capsys.readouterr().err

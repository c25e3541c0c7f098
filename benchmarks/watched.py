"""Run a command and tell its seconds and memory, with those of all processes that it starts."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
_TICKS = os.sysconf("SC_CLK_TCK")
_PAUSE = 0.1  # seconds between looks
_LITTLE = 100  # looks at memory, for which all pages are counted, take one part in so many of the time


@dataclass(frozen=True, slots=True)
class Watched:
    """What a run cost.

    `cpu_seconds` are those of all its processes; `peak_mb` is the most that the first process held, `all_peak_mb`
    the most of all processes at one time, shared pages counted once; `others` is how many processors other programs
    of the machine kept busy meanwhile.
    """

    status: int
    out: str
    error: str
    seconds: float
    cpu_seconds: float
    peak_mb: float
    all_peak_mb: float
    others: float


def watch(command: list[str], folder: Path, limit: float) -> Watched:
    """Run a command in a folder, end it with all that it started after `limit` seconds (status -9 then).

    What it prints goes to files, so that a pipe that nobody reads never stops it.
    """
    out, error = folder / ".out", folder / ".error"
    started, busy = time.monotonic(), _busy()
    with out.open("wb") as printed, error.open("wb") as said:
        running = subprocess.Popen(
            command, cwd=folder, stdout=printed, stderr=said, stdin=subprocess.DEVNULL,
            env={**os.environ, **ONE_THREAD}, start_new_session=True, preexec_fn=_end_with_parent,
        )  # fmt: skip
        try:
            status, used, peak, all_peak = _looked_at(running.pid, started + limit)
        except BaseException:
            _end(running.pid)
            raise
        running.returncode = status  # waited for already
    seconds = time.monotonic() - started
    return Watched(
        status, out.read_text(errors="replace"), error.read_text(errors="replace"), seconds, used,
        peak / 1024, all_peak / 1024, max(0.0, (_busy() - busy - used) / seconds),
    )  # fmt: skip


def _looked_at(pid: int, deadline: float) -> tuple[int, float, int, int]:
    """Exit status, processor seconds, kilobytes of the first and of all processes, when it has ended."""
    seen: dict[int, float] = {}
    peak = all_peak = 0
    again = 0.0
    while True:
        ours = _seconds_of(pid)
        seen |= ours
        peak = max(peak, _kilobytes(pid, "status", "VmHWM"))
        if (now := time.monotonic()) >= again:
            all_peak = max(all_peak, sum(_kilobytes(each, "smaps_rollup", "Pss") for each in ours))
            again = now + _LITTLE * (time.monotonic() - now)
        ended, status, usage = os.wait4(pid, os.WNOHANG)
        if ended:
            # what processes used that were waited for is in `usage`, but Java waits for none of its own; the most
            # memory there is that of the largest of all processes
            used = max(usage.ru_utime + usage.ru_stime, sum(seen.values()))
            return os.waitstatus_to_exitcode(status), used, peak, max(all_peak, peak, usage.ru_maxrss)
        if time.monotonic() > deadline:
            _end(pid)
            return -signal.SIGKILL, sum(seen.values()), peak, all_peak
        time.sleep(_PAUSE)


def _end_with_parent() -> None:
    """Ask Linux to end this process when the one that started it is killed, so that no run disturbs the next."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG


def _end(pid: int) -> None:
    """End a process and those of its session."""
    os.killpg(pid, signal.SIGKILL)
    os.waitpid(pid, 0)


def _seconds_of(pid: int) -> dict[int, float]:
    """Seconds that a process and those that it started, at any depth, have used so far."""
    parents, used = {}, {}
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            found = place.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it has just ended
        number = int(place.parent.name)
        parents[number], used[number] = int(found[1]), (int(found[11]) + int(found[12])) / _TICKS
    ours = {pid}
    while more := {child for child, parent in parents.items() if parent in ours} - ours:
        ours |= more
    return {number: used[number] for number in ours if number in used}


def _kilobytes(pid: int, file: str, field: str) -> int:
    """A figure of a process, 0 where it has ended."""
    try:
        lines = Path(f"/proc/{pid}/{file}").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith(f"{field}:")), 0)


def _busy() -> float:
    """Processor seconds that all programs of the machine have used since it started."""
    total = Path("/proc/stat").read_text().partition("\n")[0].split()[1:]
    return sum(int(total[n]) for n in (0, 1, 2, 5, 6)) / _TICKS  # user, nice, system, two sorts of interrupts

"""What follows from the runs of `scale.py`: the best of repeated ones, a table, and the ratios that are of interest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

Run = dict[str, Any]
_GROWING = {
    "work_seconds": "seconds",
    "work_cpu_seconds": "processor seconds",
    "peak_mb": "memory of the first process",
}
START = "start"  # the set of the runs that tell what starting takes
STAGES, SPACY = "kg stages", "spaCy"
_HEADS = ("set", "documents", "system", "seconds", "docs/s", "docs/cpu s", "first MB", "all MB", "others busy", "runs")


def workers_of(system: str) -> int:
    """Of "kg 2 workers" 2, of other systems 0."""
    words = system.split()
    return int(words[1]) if len(words) == 3 and words[0] == "kg" and words[2].startswith("worker") else 0


def best(runs: Iterable[Run]) -> list[Run]:
    """Of runs of the same the fastest, with the number and the slowest of them; without those that failed."""
    found: dict[tuple[str, str, int], list[Run]] = {}
    for run in runs:
        if "error" not in run and run["set"] != START:
            found.setdefault((run["set"], run["system"], run["documents"]), []).append(run)
    return [
        {**min(same, key=lambda r: r["work_seconds"]), "runs": len(same), "slowest": max(r["seconds"] for r in same)}
        for same in found.values()
    ]


def table(runs: Iterable[Run]) -> list[str]:
    """Lines with columns of the best runs."""
    rows = [
        (
            r["set"], f"{r['documents']:,}", r["system"], f"{r['work_seconds']:,.1f}", _rate(r, "work_seconds"),
            _rate(r, "work_cpu_seconds"), f"{r['peak_mb']:,.0f}", f"{r['all_peak_mb']:,.0f}", f"{r['others']:.2f}",
            str(r["runs"]),
        )
        for r in sorted(best(runs), key=lambda r: (r["set"], r["documents"], r["system"]))
    ]  # fmt: skip
    widths = [max(map(len, column)) for column in zip(_HEADS, *rows, strict=True)]
    left = (0, 2)
    return [
        "  ".join(c.ljust(w) if n in left else c.rjust(w) for n, (c, w) in enumerate(zip(row, widths, strict=True)))
        for row in (_HEADS, *rows)
    ]


def stage_lines(runs: Iterable[Run]) -> Iterator[str]:
    """A line for each build that was measured by stages: seconds, and the part of the whole without loading."""
    found = sorted((r for r in best(runs) if r["system"] == STAGES), key=lambda r: (r["set"], r["documents"]))
    if found:
        yield "\nStages in one process"
    for run in found:
        took = {name: stage["seconds"] for name, stage in run["stages"].items()}
        whole = sum(took.values()) - took["start"]
        parts = (f"{n} {s:.1f} s" + (f" ({s / whole:.0%})" if n != "start" else "") for n, s in took.items())
        yield f"  {run['set']}, {run['documents']:,} documents: {', '.join(parts)}"


def ratios(runs: Iterable[Run]) -> Iterator[str]:
    """What one number is to another, for each set and each number of documents that allows it."""
    chosen = best(runs)
    for name in sorted({r["set"] for r in chosen}):
        by_size: dict[int, dict[str, Run]] = {}
        for run in chosen:
            if run["set"] == name:
                by_size.setdefault(run["documents"], {})[run["system"]] = run
        for size, systems in sorted(by_size.items()):
            lines = list(_beside(systems))
            yield from ([f"\n{name}, {size:,} documents", *(f"  {line}" for line in lines)] if lines else ())
        lines = list(_growth(by_size))
        yield from ([f"\n{name}, ten times the documents", *(f"  {line}" for line in lines)] if lines else ())


def _beside(systems: dict[str, Run]) -> Iterator[str]:
    """One system beside another, on the same documents."""
    bare, stages = systems.get(SPACY), systems.get(STAGES)
    if bare and stages:
        took = {name: s["cpu_seconds"] for name, s in stages["stages"].items() if name != "start"}
        building, pipe = sum(took.values()) - took["write"], bare["stages"]["pipe"]["cpu_seconds"]
        yield (
            f"the build takes {building / pipe:.2f} times the bare spaCy pipeline, {sum(took.values()) / pipe:.2f} "
            "with its files (one process each, processor seconds)"
        )
    several = {workers_of(s): r for s, r in systems.items() if workers_of(s)}
    for number, run in sorted(several.items()):
        if number > 1 and 1 in several:
            gain = several[1]["work_seconds"] / run["work_seconds"]
            yield f"{number} workers are {gain:.2f} times as fast as one"
    peers = [r for r in systems.values() if r.get("peer")]
    if peers and 1 in several:
        fastest = min(peers, key=lambda r: r["work_cpu_seconds"])
        gain = fastest["work_cpu_seconds"] / several[1]["work_cpu_seconds"]
        yield f"kg reads {gain:.2f} times as many documents a processor second as {fastest['system']}, the fastest peer"
    local = max(several, default=0)
    for system, run in systems.items():
        if system.startswith("spark") and local:
            ratio = run["work_seconds"] / several[local]["work_seconds"]
            yield f"{system} takes {ratio:.2f} times as long as {local} workers, starting apart"


def _growth(by_size: dict[int, dict[str, Run]]) -> Iterator[str]:
    """The same system with ten times the documents."""
    for size, systems in sorted(by_size.items()):
        for system, run in sorted(systems.items()):
            more = by_size.get(10 * size, {}).get(system)
            if more:
                grown = {n: more[n] / run[n] for n in ("work_seconds", "work_cpu_seconds", "peak_mb") if run[n]}
                said = [f"{g:.1f} times the {_GROWING[n]}" for n, g in grown.items()]
                yield f"{system}, {size:,} to {10 * size:,}: {', '.join(said)}"


def _rate(run: Run, seconds: str) -> str:
    return f"{run['read'] / run[seconds]:,.2f}" if run[seconds] > 0 else "-"

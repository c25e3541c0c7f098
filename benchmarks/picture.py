"""Draw results of `scale.py` as a picture that is read in light and dark.

    python benchmarks/picture.py results.json -o docs/scale.svg [--set NAME] [--processor]

On the left are the seconds of each system as documents grow in number, on the right the memory, both of the set of
documents with the largest number or the one that `--set` names; below are the stages of the largest build that was
measured by stages. The file has no script, fonts or images, and follows `prefers-color-scheme`.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from findings import SPACY, STAGES, Run, best, workers_of
from panel import HEIGHT, MARKS, TOP, Line, Panel, Scale, panel, text

_WIDTH = 960
_TIMES = (
    (0.1, "0.1 s"), (1, "1 s"), (10, "10 s"), (60, "1 min"), (600, "10 min"), (3600, "1 h"), (36_000, "10 h"),
    (360_000, "100 h"),
)  # fmt: skip
# light and dark; neighbours differ in lightness too, and each line has a mark of its own
_COLOURS = {
    "paper": ("#ffffff", "#0d1117"), "edge": ("#d1d9e0", "#30363d"), "ink": ("#1f2328", "#e6edf3"),
    "faint": ("#59636e", "#9198a1"), "grid": ("#eaeef2", "#21262d"),
    "c0": ("#0969da", "#58a6ff"), "c1": ("#0a3069", "#a5d6ff"), "c2": ("#6e7781", "#8b949e"),
    "c3": ("#bc4c00", "#f0883e"), "c4": ("#1a7f37", "#56d364"), "c5": ("#8250df", "#d2a8ff"),
    "c6": ("#a40e26", "#ff7b72"),
}  # fmt: skip
_SHADES = ("c2", "c0", "c3", "c4")  # of stages


def drawn(content: dict[str, Any], name: str | None = None, *, processor: bool = False) -> str:
    """The picture of a file of results, with processor seconds instead of those of the clock when asked.

    Raises:
        ValueError: there are no runs of this set, or none at all.
    """
    runs = best(map(_by_processor, content["runs"]) if processor else content["runs"])
    if not runs:
        raise ValueError("there are no results")
    name = name or max(runs, key=lambda r: r["documents"])["set"]
    chosen = [r for r in runs if r["set"] == name]
    if not chosen:
        raise ValueError(f"there is no set {name!r}, only {', '.join(sorted({r['set'] for r in runs}))}")
    stages = max((r for r in chosen if r["system"] == STAGES), key=lambda r: r["documents"], default=None)
    lines = [r for r in chosen if r["system"] != STAGES]
    height = TOP + HEIGHT + (116 if stages else 44) + 50
    across = _documents(lines)
    timings, memories = _timings(lines), _memories(lines)
    seconds, memory = _seconds_panel(timings, across, processor), _memory_panel(memories, across)
    parts = [
        '<text class="head" x="24" y="30">What a build costs as documents grow in number</text>',
        *panel(seconds, timings),
        *panel(memory, memories),
        *(_stages(stages) if stages else ()),
        text(24, height - 32, "faint", f"{name} · what starting takes is left out · {_others(lines)}"),
        text(24, height - 16, "faint", _machine(content["about"])),
    ]
    return _page(height, _described(lines), parts)


def _looks(runs: Iterable[Run]) -> dict[str, tuple[str, str]]:
    """Colour and mark of each system: kg first, the pipeline in grey, then all others."""
    systems = sorted({r["system"] for r in runs}, key=lambda s: (s != SPACY, not workers_of(s), workers_of(s), s))
    ours = [s for s in systems if workers_of(s)]
    others = [s for s in systems if s not in ours and s != SPACY]
    colours = {SPACY: "c2"} | dict(zip(ours, ("c0", "c1", "c4", "c5"), strict=False))
    colours |= dict(zip(others, ("c3", "c4", "c5", "c6"), strict=False))
    return {s: (colours.get(s, "faint"), MARKS[n % len(MARKS)]) for n, s in enumerate([*ours, SPACY, *others])}


def _timings(runs: Sequence[Run]) -> list[Line]:
    found = []
    for system, (colour, mark) in _looks(runs).items():
        same = sorted((r for r in runs if r["system"] == system), key=lambda r: r["documents"])
        if same:
            points = [(r["documents"], max(r["work_seconds"], 0.05)) for r in same]
            rate = same[-1]["read"] / max(same[-1]["work_seconds"], 0.05)
            found.append(Line(points, colour, mark, f"{_named(system)} · {rate:.{1 if rate < 100 else 0}f}/s"))
    return found


def _memories(runs: Sequence[Run]) -> list[Line]:
    """All processes together, and of builds with several the first by itself, which holds the graph."""
    found = []
    for system, (colour, mark) in _looks(runs).items():
        same = sorted((r for r in runs if r["system"] == system), key=lambda r: r["documents"])
        if same:
            held = f"{_named(system)} · {_megabytes(same[-1]['all_peak_mb'])}"
            found.append(Line([(r["documents"], r["all_peak_mb"]) for r in same], colour, mark, held))
    ours = max((r["system"] for r in runs if workers_of(r["system"])), key=workers_of, default="")
    same = sorted((r for r in runs if r["system"] == ours), key=lambda r: r["documents"])
    if same:
        label = f"kg, first process · {_megabytes(same[-1]['peak_mb'])}"
        found.append(Line([(r["documents"], r["peak_mb"]) for r in same], "c1", "circle", label, dashed=True))
    return found


def _named(system: str) -> str:
    """As it is called in the picture."""
    number = workers_of(system)
    return f"kg, {number} worker{'s' if number > 1 else ''}" if number else "spaCy alone" if system == SPACY else system


def _documents(runs: Sequence[Run]) -> tuple[int, int]:
    """The powers of ten between which all numbers of documents are."""
    sizes = [r["documents"] for r in runs]
    low, high = math.floor(math.log10(min(sizes))), math.ceil(math.log10(max(sizes)))
    return 10**low, 10 ** max(high, low + 1)


def _seconds_panel(lines: Sequence[Line], documents: tuple[int, int], processor: bool) -> Panel:
    seconds = [value for line in lines for _, value in line.points]
    low, high = min(seconds) / 1.6, max(seconds) * 1.6
    left, width = 62, 290
    across, up = Scale(*documents, left, left + width), Scale(low, high, TOP + HEIGHT, TOP)
    ticks = [(value, label) for value, label in _TIMES if low <= value <= high]
    title = "Processor seconds, and documents in each" if processor else "Seconds, and documents a second"
    return Panel(title, left, width, across, up, ticks, rising=True)


def _memory_panel(lines: Sequence[Line], documents: tuple[int, int]) -> Panel:
    most = max(value for line in lines for _, value in line.points) * 1.06
    step = next(s for s in (100, 200, 250, 500, 1000, 2000, 2500, 5000, 10_000, 20_000, 50_000, 10**9) if most / s <= 6)
    left, width = 584, 196
    across, up = Scale(*documents, left, left + width), Scale(0, most, TOP + HEIGHT, TOP, log=False)
    ticks = [(float(value), _megabytes(value)) for value in range(0, int(most) + 1, step)]
    return Panel("Most memory, all processes together", left, width, across, up, ticks)


def _stages(run: Run) -> Iterator[str]:
    """Parts of a bar, as wide as they took."""
    took = {name: s["seconds"] for name, s in run["stages"].items() if name != "start"}
    whole, top, x, width = sum(took.values()), TOP + HEIGHT + 62, 24.0, _WIDTH - 48
    yield text(24, top, "ink", f"Stages of {run['read']:,} documents in one process", bold=True)
    for seconds, shade in zip(took.values(), _SHADES, strict=False):
        wide = seconds / whole * width
        yield f'<rect class="{shade} bar" x="{x:.1f}" y="{top + 10}" width="{max(wide, 1):.1f}" height="18"/>'
        x += wide
    x = 24.0
    for (name, seconds), shade in zip(took.items(), _SHADES, strict=False):
        yield f'<rect class="{shade} bar" x="{x:.1f}" y="{top + 38}" width="10" height="10"/>'
        label = f"{name} {seconds:,.{1 if seconds < 100 else 0}f} s, {seconds / whole:.0%}"
        yield text(x + 15, top + 47, "ink", label)
        x += 40 + 6.6 * len(label)


def _by_processor(run: Run) -> Run:
    """With processor seconds where those of the clock are drawn."""
    if "error" in run or "work_seconds" not in run:
        return run
    stages = {name: {**s, "seconds": s["cpu_seconds"]} for name, s in run.get("stages", {}).items()}
    return {**run, "work_seconds": run["work_cpu_seconds"], "stages": stages}


def _others(runs: Sequence[Run]) -> str:
    busy = max((r["others"] for r in runs), default=0)
    return f"other programs kept up to {busy:.1f} processors busy" if busy > 0.1 else "nothing else ran"


def _machine(about: dict[str, Any]) -> str:
    machine, versions = about["machine"], about["versions"]
    return (
        f"{machine['processors']} processors of {machine['processor']}, {machine['memory_gb']} GB · "
        f"kg {versions['kg']}, spaCy {versions.get('spacy', '?')} · one thread a process"
    )


def _described(runs: Sequence[Run]) -> str:
    """The numbers in words, for those who do not see the picture."""
    ordered = sorted(runs, key=lambda r: (r["system"], r["documents"]))
    return "; ".join(
        f"{_named(r['system'])}, {r['documents']:,} documents: {r['work_seconds']:,.1f} s, {r['all_peak_mb']:,.0f} MB"
        for r in ordered
    )


def _page(height: int, description: str, parts: Iterable[str]) -> str:
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" '
            f'height="{height}" role="img">',
            "<title>What a build costs as documents grow in number</title>",
            f"<desc>{escape(description)}</desc>",
            f"<style>{_style()}</style>",
            f'<rect class="paper" x=".5" y=".5" width="{_WIDTH - 1}" height="{height - 1}" rx="8"/>',
            *parts,
            "</svg>\n",
        )
    )


def _style() -> str:
    """Colours by name, and rules that use them."""
    light = "".join(f"--{name}:{colours[0]};" for name, colours in _COLOURS.items())
    dark = "".join(f"--{name}:{colours[1]};" for name, colours in _COLOURS.items())
    lines = "".join(
        f".{n}{{stroke:var(--{n})}}.{n}.mark,.{n}.bar,.{n}.name{{fill:var(--{n})}}" for n in _COLOURS if n[0] == "c"
    )
    return (
        f"svg{{{light}font:12px system-ui,-apple-system,'Segoe UI',Helvetica,Arial,sans-serif}}"
        f"@media(prefers-color-scheme:dark){{svg{{{dark}}}}}"
        ".paper{fill:var(--paper);stroke:var(--edge)}.grid{stroke:var(--grid)}polyline{fill:none;stroke-width:2}"
        f"{lines}.bar{{stroke:none}}.mark{{stroke:var(--paper);stroke-width:1}}.lead{{opacity:.6}}"
        "text{stroke:none;fill:var(--ink)}text.faint{fill:var(--faint)}text.head{font-size:16px;font-weight:600}"
        "text.name{stroke:var(--paper);stroke-width:4px;paint-order:stroke;font-variant-numeric:tabular-nums}"
    )  # fmt: skip


def _megabytes(value: float) -> str:
    return f"{value / 1000:.1f} GB" if value >= 1000 else f"{value:.0f} MB"


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("results", type=Path, metavar="RESULTS", help="what scale.py wrote")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help="FILE.svg")
    parser.add_argument("--set", metavar="NAME", help="documents to show, the largest if left out")
    parser.add_argument("--processor", action="store_true", help="draw processor seconds, for a machine that was busy")
    options = parser.parse_args(arguments)
    try:
        picture = drawn(
            json.loads(options.results.read_text(encoding="utf-8")), options.set, processor=options.processor
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        parser.error(f"{options.results} cannot be drawn: {error}")
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_text(picture, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

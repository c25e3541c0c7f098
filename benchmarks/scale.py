"""What a build costs as documents grow in number: beside bare spaCy, other extractors, more workers and Spark.

    python benchmarks/scale.py -o results.json [INPUT...] [--documents 100 1000] [--workers 1 2] [--repeat 1]
        [--spark local[2]] [--peer NAME=PYTHON]... [--resume] [--json]
    python benchmarks/scale.py -o results.json --show

INPUT is what `kg build` reads: a folder, JSON lines or Parquet, each measured by itself; business text that
`business_text.py` makes up where there is none. Of each the first so many documents are taken, and on the same
documents, one after the other and each in processes of their own, are run: `kg build` as a user runs it, once for each
number of workers; its stages in one process; the bare spaCy pipeline; Spark and peers when asked. A peer gets the texts
that kg reads, by its driver in `peers/`, up to `--peers-up-to` documents.

Seconds are wall-clock without starting: `kg build` is run on one document first, and what that takes is taken off;
the others load before their clocks start. Beside them stand processor seconds of all processes, the most memory of the
first process and of all together (shared pages once), and how many processors other programs kept busy meanwhile:
with more than 0.1 of them wall-clock figures mean little. Of repeated runs the fastest counts.

Each result is written to the file as soon as it is there; `--resume` measures what the file lacks, so a run that was
cut off loses one result, and other inputs can be added. The machine and versions must then be the same.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from business_text import CHARACTERS
from findings import SPACY, STAGES, START, Run, ratios, stage_lines, table
from measured import Results, ResultsError, version_in
from sampled import available, sampled
from watched import Watched, watch

HERE = Path(__file__).parent
PEERS = tuple(sorted(f.stem.removesuffix("_driver").replace("_", "-") for f in (HERE / "peers").glob("*_driver.py")))
MADE_UP = [100, 1000]  # documents, where nothing else is said
_COMMAND = [sys.executable, "-c", "from kg.cli import main; main()"]


@dataclass(frozen=True, slots=True)
class System:
    """What is measured: its name, how it is run on a sample, and up to how many documents."""

    name: str
    measure: Callable[[Path, Path], Run]
    most: int = sys.maxsize


class FailedError(Exception):
    """A run gave no result; the message says why."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what is missing and print all; 1 where something failed."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if len(dict(options.inputs)) < len(options.inputs):
        parser.error("two inputs have one name: give NAME=INPUT")
    if options.config and not options.config.is_file():
        parser.error(f"{options.config} is not a file")
    if not options.output.absolute().parent.is_dir():
        parser.error(f"{options.output.parent} is not a folder")
    try:
        results = Results.open(options.output, resume=options.resume or options.show, strict=not options.show)
    except ResultsError as error:
        parser.error(str(error))
    # so that `watch` ends what it has started
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    if not options.show:
        for name, given in options.inputs or [(f"made up, {options.characters} characters, seed {options.seed}", None)]:
            _measure_set(name, given, options, results)
    print(json.dumps(results.content, indent=1) if options.json else _as_text(results.runs))
    return int(any("error" in run for run in results.runs))


def _measure_set(name: str, given: Path | None, options: argparse.Namespace, results: Results) -> None:
    """All systems on the first so many documents, for each number of these."""
    name = f"{name}, {options.config.name}" if options.config else name
    systems = list(_systems(options, results))
    for turn in range(options.repeat):
        for count in _sizes(given, options.documents):
            due = [s for s in systems if count <= s.most and not results.has(name, s.name, count, turn)]
            if not due:
                continue
            with TemporaryDirectory() as folder:
                sample = sampled(given, count, Path(folder), options.seed, options.characters)
                for system in due:
                    found = _tried(system, sample)
                    results.add({"set": name, "system": system.name, "documents": count, "turn": turn, **found})
                    print(_progress(results.runs[-1]), file=sys.stderr, flush=True)


def _sizes(given: Path | None, wanted: Sequence[int] | None) -> list[int]:
    """Numbers of documents, of which there may be fewer."""
    if given is None:
        return list(wanted or MADE_UP)
    most = available(given)
    return sorted({min(count, most) for count in wanted or [most]})


def _systems(options: argparse.Namespace, results: Results) -> Iterator[System]:
    started = partial(_kg, options=options, results=results)
    for number in options.workers:
        name = f"kg {number} worker{'s' if number > 1 else ''}"
        yield System(name, partial(started, name=name, how=["--workers", str(number)]))
    if options.spark:
        name = f"spark {options.spark}"
        yield System(name, partial(started, name=name, how=["--engine", "spark", "--master", options.spark]))
    for name, how in ((STAGES, ()), (SPACY, ("--bare",))):
        if not options.only_builds:
            yield System(name, partial(_in_stages, how=how, options=options))
    for name, python in options.peer:
        yield System(name, partial(_peer, name=name, python=python, options=options), options.peers_up_to)


def _tried(system: System, sample: Path) -> Run:
    with TemporaryDirectory() as folder:
        try:
            return system.measure(sample, Path(folder))
        except FailedError as error:
            return {"error": str(error)}


def _kg(sample: Path, folder: Path, *, name: str, how: list[str], options: argparse.Namespace, results: Results) -> Run:
    """A build as a user runs it, what starting takes taken off."""
    if not results.has(START, name, 1, 0):
        with TemporaryDirectory() as other:
            one = sampled(None, 1, Path(other))
            figures = _figures(_build(one, Path(other), how, options))
        results.add({"set": START, "system": name, "documents": 1, "turn": 0, **figures})
    start = results.find(START, name, 1, 0)
    done = _build(sample, folder, how, options)
    written = {n: _lines(folder / "out" / f"{n}.jsonl") for n in ("documents", "entities", "facts", "observations")}
    work = {f"work_{n}": round(max(f, 0.0), 3) for n, f in _less(_figures(done), start).items()}
    output = sum(f.stat().st_size for f in (folder / "out").rglob("*") if f.is_file())
    return {**_figures(done), **work, "read": written.pop("documents"), **written, "output_bytes": output}


def _build(sample: Path, folder: Path, how: list[str], options: argparse.Namespace) -> Watched:
    settings = ["--config", str(options.config.absolute())] if options.config else []
    command = [*_COMMAND, "build", str(sample), "-o", str(folder / "out"), "-q", *settings, *how]
    return _finished(watch(command, folder, options.limit), options.limit, fine=(0, 1))  # 1: some were not read


def _in_stages(sample: Path, folder: Path, *, how: Sequence[str], options: argparse.Namespace) -> Run:
    settings = ["--config", str(options.config.absolute())] if options.config else []
    command = [sys.executable, str(HERE / "stages.py"), str(sample), *how, *settings]
    done = _finished(watch(command, folder, options.limit), options.limit)
    said = _said(done)
    # what the bare pipeline does not have, reading files, is not counted there
    counted = [s for n, s in said["stages"].items() if n not in (("start", "read") if how else ("start",))]
    work = {f"work_{n}": round(sum(s[n] for s in counted), 3) for n in ("seconds", "cpu_seconds")}
    return {**_figures(done), **work, **said}


def _peer(sample: Path, folder: Path, *, name: str, python: str, options: argparse.Namespace) -> Run:
    """A peer on the texts that kg reads."""
    import kg
    from kg.read import Reading, read

    texts = folder / "texts"
    texts.mkdir()
    documents = sorted((d for d in read([sample], Reading()) if isinstance(d, kg.Document)), key=lambda d: d.id)
    for number, document in enumerate(documents):
        (texts / f"{number:06}.txt").write_text(document.text, encoding="utf-8")
    driver = HERE / "peers" / f"{name.replace('-', '_')}_driver.py"
    done = _finished(watch([python, "-W", "ignore", str(driver), str(texts)], folder, options.limit), options.limit)
    said = _said(done)
    work = {"work_seconds": said["wall_seconds"], "work_cpu_seconds": said["seconds"]}
    found = {"read": said["documents"], **{n: said[n] for n in ("found", "kinds", "commonest")}}
    return {**_figures(done), **work, **found, "peer": version_in(python, name)}


def _finished(done: Watched, limit: float, fine: Sequence[int] = (0,)) -> Watched:
    if done.status not in fine:
        late = done.seconds >= limit
        last = done.error.strip().rpartition("\n")[2]
        raise FailedError(f"took more than {limit:g} seconds" if late else f"exit status {done.status}: {last}")
    return done


def _said(done: Watched) -> Run:
    try:
        said: Run = json.loads(done.out.strip().rpartition("\n")[2])
    except ValueError as error:
        raise FailedError(f"printed no JSON: {done.out.strip()[-80:]!r}") from error
    return said


def _figures(done: Watched) -> Run:
    return {
        "seconds": round(done.seconds, 3), "cpu_seconds": round(done.cpu_seconds, 3),
        "peak_mb": round(done.peak_mb, 1), "all_peak_mb": round(done.all_peak_mb, 1), "others": round(done.others, 2),
    }  # fmt: skip


def _less(whole: Run, start: Run) -> Run:
    return {name: whole[name] - start[name] for name in ("seconds", "cpu_seconds")}


def _lines(file: Path) -> int:
    with file.open("rb") as lines:
        return sum(1 for _ in lines)


def _progress(run: Run) -> str:
    said = run.get("error") or f"{run['seconds']:.1f} s, {run['all_peak_mb']:.0f} MB"
    return f"{run['set']}: {run['system']}, {run['documents']:,} documents: {said}"


def _as_text(runs: Sequence[Run]) -> str:
    failed = [_progress(run) for run in runs if "error" in run]
    return "\n".join([*table(runs), *stage_lines(runs), *ratios(runs), *failed])


def _input(text: str) -> tuple[str, Path]:
    """A name, and a file or folder, whose own name is taken if there is no other."""
    name, _, path = text.partition("=") if not Path(text).exists() else ("", "", text)
    if not path or not Path(path).exists():
        raise argparse.ArgumentTypeError(f"{path or text} does not exist")
    found = Path(path).absolute()
    return name or (f"{found.parent.name}/{found.name}" if found.is_dir() else found.stem), found


def _peer_given(text: str) -> tuple[str, str]:
    name, _, python = text.partition("=")
    if name not in PEERS or not python:
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=PYTHON with one of {', '.join(PEERS)}")
    return name, os.path.abspath(python)  # not resolved: the link is what makes it that environment's


def _positive(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number above 0")
    return int(text)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "inputs", nargs="*", type=_input, metavar="INPUT", help="or NAME=INPUT; made-up text if left out"
    )
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help="the results, in JSON")
    parser.add_argument("--resume", action="store_true", help="go on with the results that FILE has")
    parser.add_argument("--show", action="store_true", help="measure nothing, print what FILE has")
    parser.add_argument("--documents", type=_positive, nargs="+", metavar="N", help="default: 100 and 1000, or all")
    parser.add_argument("--characters", type=_positive, default=CHARACTERS, help="of the median made-up text")
    parser.add_argument("--seed", type=int, default=1, help="of made-up text")
    parser.add_argument("--workers", type=_positive, nargs="*", default=[1, 2], metavar="N")
    parser.add_argument("--repeat", type=_positive, default=1, metavar="N", help="runs of each, the fastest counts")
    parser.add_argument("--config", type=Path, metavar="FILE", help="settings of kg")
    parser.add_argument("--spark", metavar="MASTER", help="also with Spark, such as local[2]")
    parser.add_argument("--peer", type=_peer_given, action="append", default=[], metavar="NAME=PYTHON")
    parser.add_argument("--peers-up-to", type=_positive, default=1000, metavar="N", help="documents that peers get")
    parser.add_argument("--only-builds", action="store_true", help="neither stages nor bare spaCy")
    parser.add_argument("--limit", type=float, default=24 * 3600, metavar="SECONDS", help="of a run (default a day)")
    parser.add_argument("--json", action="store_true", help="print the results in JSON")
    return parser


if __name__ == "__main__":
    sys.exit(main())

"""How long kg takes for a folder of text, beside the bare spaCy pipeline that it stands on, and beside peers.

    python benchmarks/speed.py FOLDER... [--repeat N] [--config kg.toml] [--peer NAME=PYTHON]... [--json]

Seconds are processor time of one process, all its threads counted, so that other load on the machine does not
count. Loading of models is left out on every side, by one small document before the clock starts. Of several
rounds the fastest is taken.
"""

from __future__ import annotations

import os

# one thread each, before numpy and spaCy start their own
os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))

import argparse
import json
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import kg
from kg.config import Config
from kg.config import load as load_config
from kg.read import Reading, read

DRIVERS = Path(__file__).parent / "peers"
PEERS = tuple(sorted(f.stem.removesuffix("_driver").replace("_", "-") for f in DRIVERS.glob("*_driver.py")))
WARM_UP = kg.Document("warm-up", "Marlow Freight Inc. pays Kestrel Air $2 million a month for 40 aircraft.")
LONGEST = 3600  # seconds that a peer may take


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 1 where a peer failed."""
    options = _options(arguments)
    config = load_config(options.config) if options.config else Config()
    found = read(options.folders, Reading.of(config))
    documents = sorted((d for d in found if isinstance(d, kg.Document)), key=lambda d: d.id)
    result = measure(documents, config, options.repeat)
    if options.peer:
        result["peers"] = {name: run_peer(name, python, documents) for name, python in options.peer}
    print(json.dumps(result, indent=2) if options.json else as_text(result))
    return int(any("error" in peer for peer in result.get("peers", {}).values()))


def measure(documents: list[kg.Document], config: Config, repeat: int = 3) -> dict[str, Any]:
    """Seconds of the bare pipeline, of kg's build and of its files, with what follows from them."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r".*W095.*")
        bare = import_module(config.language_model).load()
    list(bare.pipe([WARM_UP.text]))
    kg.build(WARM_UP, config=config)
    spacy = kg_seconds = writing = float("inf")
    for _ in range(repeat):
        spacy = min(spacy, _seconds(lambda: list(bare.pipe(d.text for d in documents)))[0])
        seconds, graph = _seconds(lambda: kg.build(documents, config=config))
        kg_seconds = min(kg_seconds, seconds)
        with TemporaryDirectory() as folder:
            writing = min(writing, _seconds(partial(graph.write, folder))[0])
    words = sum(len(d.text.split()) for d in documents)
    return {
        "documents": len(documents),
        "words": words,
        "facts": len(graph.facts),
        "spacy_seconds": round(spacy, 3),
        "kg_seconds": round(kg_seconds, 3),
        "write_seconds": round(writing, 3),
        "ratio": round(kg_seconds / spacy, 2),
        "words_per_second": round(words / kg_seconds),
        "documents_per_second": round(len(documents) / kg_seconds, 2),
    }


def run_peer(name: str, python: str, documents: list[kg.Document]) -> dict[str, Any]:
    """What a peer's driver prints of the same texts, run by the Python of the peer's own environment."""
    with TemporaryDirectory() as folder:
        for number, document in enumerate(documents):
            (Path(folder) / f"{number:05}.txt").write_text(document.text, encoding="utf-8")
        driver = DRIVERS / f"{name.replace('-', '_')}_driver.py"
        try:
            # in a folder of its own, where a peer may leave what it likes
            done = subprocess.run(
                [python, "-W", "ignore", str(driver), folder],
                capture_output=True, text=True, timeout=LONGEST, cwd=folder, check=True,
            )  # fmt: skip
            found: dict[str, Any] = json.loads(done.stdout.strip().rpartition("\n")[2])
        except subprocess.CalledProcessError as error:
            return {"error": error.stderr.strip().rpartition("\n")[2] or f"exit status {error.returncode}"}
        except (OSError, ValueError, subprocess.TimeoutExpired) as error:
            return {"error": f"{type(error).__name__}: {error}"}
    return {**found, "documents_per_second": round(found["documents"] / found["seconds"], 2)}


def as_text(result: dict[str, Any]) -> str:
    """The figures in lines."""
    lines = [
        f"{result['documents']} documents, {result['words']} words",
        f"spaCy alone  {result['spacy_seconds']:8.2f} s",
        f"kg           {result['kg_seconds']:8.2f} s   {result['ratio']} times spaCy, "
        f"{result['words_per_second']} words and {result['documents_per_second']} documents a second",
        f"its files    {result['write_seconds']:8.2f} s   graph.ttl, graph.html and the JSON lines",
    ]
    for name, peer in result.get("peers", {}).items():
        said = peer.get("error") or f"{peer['documents_per_second']} documents a second, {peer['found']} found"
        lines.append(f"{name:<16} {peer.get('seconds', float('nan')):>4.2f} s   {said}")
    return "\n".join(lines)


def _seconds(work: Callable[[], Any]) -> tuple[float, Any]:
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def _peer(text: str) -> tuple[str, str]:
    name, _, python = text.partition("=")
    if name not in PEERS or not python:
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=PYTHON with one of {', '.join(PEERS)}")
    return name, python


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER", help="texts as kg build reads them")
    parser.add_argument("--repeat", type=int, default=3, help="rounds, of which the fastest counts (default 3)")
    parser.add_argument("--config", type=Path, help="settings of kg, such as a build without the trained models")
    parser.add_argument(
        "--peer", type=_peer, action="append", metavar="NAME=PYTHON", help=f"also run one of {', '.join(PEERS)}"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())

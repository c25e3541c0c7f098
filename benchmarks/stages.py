"""Where the time of a build goes, stage by stage in one process; or what the bare spaCy pipeline takes.

    python benchmarks/stages.py INPUT [--bare] [--config kg.toml]

INPUT is what `kg build` reads. Prints a JSON object: for loading (`start`), reading, extracting, resolving and
writing the seconds, processor seconds and the most megabytes that were held so far. With `--bare` the stages are
loading, reading and the pipeline (`nlp.pipe` over the same texts). One thread; loading includes
a build of one short document.
"""

from __future__ import annotations

import os

# one thread each, before numpy and spaCy start their own
os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))

import argparse
import json
import sys
import time
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

WARM_UP = "Marlow Freight Inc. pays Kestrel Air $2 million a month for 40 aircraft."
Stages = dict[str, dict[str, float]]


def build(given: Path, settings: Path | None) -> dict[str, Any]:
    """The stages of a whole build, and what it found."""
    stages: Stages = {}
    with _timed(stages, "start"):
        import kg
        from kg.config import Config
        from kg.config import load as load_config
        from kg.ontology import Ontology
        from kg.pipeline import assemble, extract

        config = load_config(settings) if settings else Config()
        ontology = Ontology.load(*config.ontology)
        warm = kg.build(kg.Document("warm-up", WARM_UP), config=config)
        with TemporaryDirectory() as folder:
            warm.write(folder)
    with _timed(stages, "read"):
        documents, problems = _documents(given, config)
    with _timed(stages, "extract"):
        found = list(extract(documents, config, ontology))
    with _timed(stages, "resolve"):
        graph = assemble(found, problems, config, ontology)
    with TemporaryDirectory() as folder, _timed(stages, "write"):
        graph.write(folder)
    return {
        **_sizes(documents), "entities": len(graph.entities), "facts": len(graph.facts),
        "observations": len(graph.observations), "stages": stages,
    }  # fmt: skip


def bare(given: Path, settings: Path | None) -> dict[str, Any]:
    """The pipeline on which kg stands, by itself."""
    from kg.config import Config
    from kg.config import load as load_config

    stages: Stages = {}
    config = load_config(settings) if settings else Config()
    with _timed(stages, "start"):
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message=r".*W095.*")
            pipeline = import_module(config.language_model).load()
        list(pipeline.pipe([WARM_UP]))
    with _timed(stages, "read"):
        documents, _ = _documents(given, config)
    with _timed(stages, "pipe"):
        for _doc in pipeline.pipe(d.text for d in documents):
            pass  # as a user who writes down what is needed and keeps no parsed text
    return {**_sizes(documents), "stages": stages}


def _documents(given: Path, config: Any) -> tuple[list[Any], list[Any]]:
    from kg.model import Document
    from kg.read import Reading, read

    found = list(read([given], Reading.of(config)))
    documents = sorted((d for d in found if isinstance(d, Document)), key=lambda d: d.id)
    return documents, [p for p in found if not isinstance(p, Document)]


def _sizes(documents: Sequence[Any]) -> dict[str, int]:
    return {
        "read": len(documents),
        "characters": sum(len(d.text) for d in documents),
        "words": sum(len(d.text.split()) for d in documents),
    }


@contextmanager
def _timed(stages: Stages, name: str) -> Iterator[None]:
    seconds, cpu = time.perf_counter(), time.process_time()
    yield
    held = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    stages[name] = {
        "seconds": round(time.perf_counter() - seconds, 3),
        "cpu_seconds": round(time.process_time() - cpu, 3),
        "peak_mb": round(int(held.split()[1]) / 1024, 1),
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("input", type=Path, metavar="INPUT")
    parser.add_argument("--bare", action="store_true", help="the bare spaCy pipeline instead of kg")
    parser.add_argument("--config", type=Path, metavar="FILE", help="settings of kg")
    options = parser.parse_args(arguments)
    print(json.dumps((bare if options.bare else build)(options.input, options.config)))
    return 0


if __name__ == "__main__":
    sys.exit(main())

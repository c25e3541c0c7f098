"""A process that reads documents: `python -m kg.scale.worker` with settings and documents on standard input.

It is a program of its own rather than a fork, so that it neither inherits threads and files nor needs the
main module of whoever started it.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Iterator

from kg.config import Config
from kg.errors import KgError
from kg.model import Document
from kg.ontology import Ontology
from kg.pipeline import extract
from kg.scale.frames import DOCUMENT, DONE, FAILED, READY, put, take
from kg.store import from_bytes, to_bytes


def serve(source: int, target: int) -> None:
    """Read batches of documents until the parent closes its end; one answer a document, in order."""
    first = take(source)
    if first is None:
        return
    config = Config.from_json(json.loads(first[1]))
    ontology = Ontology.load(*config.ontology)
    for _ in extract([Document("", "Ready.")], config, ontology):
        pass  # models are loaded now and not within the time of a document
    put(target, READY)
    while batch := list(_batch(source)):
        for extraction in extract(batch, config, ontology):
            put(target, DONE, to_bytes(extraction))


def _batch(source: int) -> Iterator[Document]:
    while (frame := take(source)) is not None and frame[0] == DOCUMENT:
        yield from_bytes(frame[1]).document


def main() -> None:
    """Serve on the standard streams; what a library prints goes to standard error instead."""
    target = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    try:
        serve(sys.stdin.fileno(), target)
    except BrokenPipeError:
        pass
    except Exception as error:  # told to the parent, which finds out whose document it is
        if not isinstance(error, KgError):
            traceback.print_exc()
        put(target, FAILED, json.dumps([type(error).__name__, str(error)]).encode())


if __name__ == "__main__":
    main()

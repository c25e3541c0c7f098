"""Making an edition in a process of its own, so that a service goes on answering meanwhile.

    python -m kg.serve.preparing OUT_OR_STORE CACHE

prints a line of JSON when the edition can be served, and another when its explorer is there too.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kg.errors import KgError
from kg.export import read_graph, write_formats
from kg.resolve import DECISIONS
from kg.serve.editions import PAGE, Edition, edition_of, signature
from kg.store import Store, is_store
from kg.upkeep import output_of


def state(given: Path) -> object:
    """What changes when the graph of an output folder or store does.

    Raises:
        StoreError: the store is damaged or gone.
    """
    if not is_store(given):
        return signature(given)
    decisions: tuple[float, ...] = ()
    with suppress(OSError):
        decisions = ((given / DECISIONS).stat().st_mtime,)
    with Store.open(given) as store:
        return store.state, decisions


def main() -> None:
    """Make an edition, then its explorer; what goes wrong is a line too."""
    given, root = Path(sys.argv[1]), Path(sys.argv[2])
    try:
        output = output_of(given) if is_store(given) else given
        edition = edition_of(output, root)
        _tell(folder=str(edition.folder))
        if not edition.page.exists():
            _write_page(output, edition)
        _tell(page=True)
    except KgError as error:
        _tell(error=str(error))
    except OSError as error:  # what is made of a store may be made anew, and a full disk ends all
        _tell(error=f"Cannot prepare {given}: {error.strerror or error}.")


def _write_page(output: Path, edition: Edition) -> None:
    with TemporaryDirectory(dir=edition.folder, prefix=".page-") as scratch:
        write_formats(read_graph(output), Path(scratch), ["explorer"])
        os.replace(Path(scratch) / PAGE, edition.page)


def _tell(**found: Any) -> None:
    print(json.dumps(found), flush=True)


if __name__ == "__main__":
    main()

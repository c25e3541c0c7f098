"""The first so many documents of whatever `kg build` reads."""

from __future__ import annotations

import shutil
from itertools import islice
from pathlib import Path

from business_text import CHARACTERS, write

_LINES = (".jsonl", ".ndjson")


def sampled(given: Path | None, count: int | None, folder: Path, seed: int = 1, characters: int = CHARACTERS) -> Path:
    """A file or folder below `folder` with the first `count` documents, or all where that is None.

    Of JSON lines and Parquet a document is a row, of a folder a file, in the order of their names; any other file is
    taken whole. Without a file or folder, made-up text is written.
    """
    if given is None:
        target = folder / "made-up.jsonl"
        write(target, count or 100, seed, characters)
        return target
    if count is None:
        return given.absolute()
    if given.is_dir():
        return _copied(given, count, folder / "texts")
    target = folder / given.name
    if given.suffix == ".parquet":
        _first_rows(given, count, target)
    elif given.suffix in _LINES:
        with given.open(encoding="utf-8") as lines, target.open("w", encoding="utf-8") as out:
            out.writelines(islice(filter(str.strip, lines), count))
    else:
        return given.absolute()
    return target


def available(given: Path) -> int:
    """How many documents there are, counted as `sampled` does; 1 for a file that it takes whole."""
    if given.is_dir():
        return len(_files(given))
    if given.suffix == ".parquet":
        from pyarrow import parquet

        return int(parquet.read_metadata(given).num_rows)
    if given.suffix in _LINES:
        with given.open(encoding="utf-8") as lines:
            return sum(1 for line in lines if line.strip())
    return 1


def _copied(given: Path, count: int, target: Path) -> Path:
    for file in islice(_files(given), count):
        place = target / file.relative_to(given)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, place)
    return target


def _files(folder: Path) -> list[Path]:
    return sorted(f for f in folder.rglob("*") if f.is_file() and not f.is_symlink())


def _first_rows(given: Path, count: int, target: Path) -> None:
    from pyarrow import parquet

    with parquet.ParquetFile(given) as file, parquet.ParquetWriter(target, file.schema_arrow) as out:
        for batch in file.iter_batches(batch_size=10_000):
            out.write_batch(batch.slice(0, count))
            count -= min(count, batch.num_rows)
            if not count:
                break

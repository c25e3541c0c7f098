"""Damaged documents by the thousand: does any of them crash a reader, take long, or get lost?

    python benchmarks/damage.py --documents 100000 --samples FOLDER

Each document is a sound file of some format, of the samples or of those made here, with bytes changed, cut off,
doubled, put in or taken from another; it is read as its own format, and now and then as another. A document is lost
when neither a text nor a problem comes of it. What crashed, got lost or took more than `--slow` seconds is kept in
the folder `--keep`.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import lzma
import random
import tarfile
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from kg.read import ENDINGS, Reading, read

TEXT = b"Brelco Group\n\nBrelco bought Hexlar Foods for $5 million. It may sue Larkwell.\n\nBy Dana Rime\n"
RECORDS = b'{"id": "a", "text": "Brelco bought Hexlar.", "date": "2026-03-05"}\n{"id": "b", "text": "It grew."}\n'
PAGE = b"<!doctype html><html><head><title>Deal</title></head><body><p>" + TEXT + b"</p><ul><li>one</ul></body></html>"
FEED = (
    b"<?xml version='1.0'?><rss version='2.0'><channel><title>News</title><item><title>Deal</title>"
    b"<description>Brelco bought Hexlar.</description><pubDate>Thu, 05 Mar 2026 10:00:00 GMT</pubDate></item>"
    b"</channel></rss>"
)
FILING = (
    b"<SEC-DOCUMENT>0001.txt\n<SEC-HEADER>\nCOMPANY CONFORMED NAME: BRELCO\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>10-K\n"
    b"<TEXT>\n<html><body><p>Item 1. Business</p><p>Brelco sells oak.</p></body></html>\n</TEXT>\n</DOCUMENT>\n"
)
MAIL = b"From: Dana <dana@brelco.example>\nSubject: Deal\nDate: Thu, 05 Mar 2026 10:00:00 +0000\n\n" + TEXT
WORD = (
    b'<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    b"<w:p><w:r><w:t>Brelco bought Hexlar Foods.</w:t></w:r></w:p></w:body></w:document>"
)
ODD = (
    b"\0",
    b"\xff",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    b"\\ud800",
    b"]]>",
    b"&a;",
    b'"',
    b"\n",
    b"\r",
    b"<",
    b"{",
    b"[",
)
ODD += (b"\xe2\x80\xae", b"\xe2\x80\x8b", b"x" * 3000, b"[" * 3000, b"<b>" * 1000, b"%PDF-", b"endobj", b"PK\x05\x06")


def zipped(name: str, data: bytes) -> bytes:
    """A zip archive of one file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return out.getvalue()


def tarred(name: str, data: bytes) -> bytes:
    """A tar archive of one file."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        info = tarfile.TarInfo(name)
        info.size = len(data)
        archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def sound(folder: Path | None) -> list[tuple[str, bytes]]:
    """Files that are in order, with their endings."""
    found = [
        (".txt", TEXT),
        (".md", b"---\ntitle: Deal\n---\n# Deal\n\n- one\n\n| a | b |\n|---|---|\n| c | d |\n\n" + TEXT),
        (".html", PAGE),
        (".rss", FEED),
        (".txt", FILING),
        (".eml", MAIL),
        (".docx", zipped("word/document.xml", WORD)),
        (".jsonl", RECORDS),
        (".csv", b'id,text\na,"Brelco bought ""Hexlar"",\nit said."\nb,It grew.\n'),
        (".tsv", b"id\ttext\na\tBrelco grew.\n"),
        (".zip", zipped("a.txt", TEXT)),
        (".zip", zipped("a.jsonl", RECORDS)),
        (".tar", tarred("a.html", PAGE)),
        (".tar.gz", gzip.compress(tarred("a.txt", TEXT))),
        (".jsonl.gz", gzip.compress(RECORDS)),
        (".txt.xz", lzma.compress(TEXT)),
    ]
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        pass
    else:
        out = io.BytesIO()
        parquet.write_table(pyarrow.table({"id": ["a"], "text": ["Brelco grew."]}), out)
        found.append((".parquet", out.getvalue()))
    paths = sorted(path for path in folder.rglob("*") if path.suffix in ENDINGS) if folder else []
    return found + [(path.suffix, path.read_bytes()[:200_000]) for path in paths]


def damaged(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """The same bytes after some accidents."""
    for _ in range(chance.randint(1, 6)):
        at = chance.randint(0, len(data))
        to = min(len(data), at + chance.choice((1, 4, 30, 300, 3000)))
        match chance.randrange(6):
            case 0:
                data = data[:at]
            case 1:
                data = data[:at] + data[to:]
            case 2:
                data = data[:to] + data[at:]
            case 3:
                data = data[:at] + chance.choice(ODD) + data[at:]
            case 4:
                data = data[:at] + chance.randbytes(to - at) + data[to:]
            case 5:
                begin = chance.randint(0, len(other))
                data = data[:at] + other[begin : begin + chance.choice((4, 100, 2000))] + data[to:]
    return data


def documents(number: int, seed: int, folder: Path | None) -> Iterator[tuple[str, bytes]]:
    """Damaged files with their endings."""
    chance = random.Random(seed)
    files = sound(folder)
    for _ in range(number):
        ending, data = chance.choice(files)
        if chance.random() < 0.1:
            ending = chance.choice(ENDINGS)
        yield ending, damaged(data, chance.choice(files)[1], chance)


def outcome(path: Path) -> str:
    """What became of a file."""
    try:
        items = list(read([path], Reading(max_characters=100_000)))
        json.dumps([getattr(item, "text", "") for item in items], ensure_ascii=False).encode()
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        return f"crash: {type(error).__name__}: {error}"
    if not items:
        return "lost"
    return "read" if any(hasattr(item, "text") for item in items) else "refused"


def main() -> None:
    """Damage, read and count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--samples", type=Path, help="sound files to damage, beside those made here")
    parser.add_argument("--slow", type=float, default=5.0)
    parser.add_argument("--keep", type=Path, help="folder for what went wrong")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    longest, started = 0.0, time.monotonic()
    with TemporaryDirectory() as folder:
        for number, (ending, data) in enumerate(documents(options.documents, options.seed, options.samples)):
            path = Path(folder) / f"a{ending}"
            path.write_bytes(data)
            begun = time.monotonic()
            found = outcome(path)
            took = time.monotonic() - begun
            longest = max(longest, took)
            path.unlink()
            if took > options.slow:
                found = "slow"
            counts[found.partition(":")[0]] += 1
            if found.startswith(("crash", "lost", "slow")):
                print(f"{number}{ending} {found} {took:.1f} s", flush=True)
                if options.keep:
                    options.keep.mkdir(parents=True, exist_ok=True)
                    (options.keep / f"{number}{ending}").write_bytes(data)
    result = {"documents": options.documents, "seed": options.seed, **dict(sorted(counts.items()))}
    result |= {"longest_s": round(longest, 2), "seconds": round(time.monotonic() - started, 1)}
    print(json.dumps(result) if options.json else "\n".join(f"{key:12}{value}" for key, value in result.items()))


if __name__ == "__main__":
    main()

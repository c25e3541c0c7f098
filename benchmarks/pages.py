"""How much of the main text of web pages is kept, and how much of all else, by kg and by other readers.

    python benchmarks/pages.py [--set NAME] [--reader NAME] [--bare] [--each] [--json]

The pages are those of `layouts.py`, `site_layouts.py`, `strange_layouts.py` and `odd_layouts.py`. The words of what a
reader gives are aligned with all words that the page shows; those of the main text count for recall, those of all
else as boilerplate kept. Of kg only what extraction reads counts: not bylines, datelines and what kg itself marks as
boilerplate. `readability-lxml` is measured if it is installed.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from typing import Any

from layouts import BLIND, DEVELOPMENT, SECOND, Layout
from lxml import html
from odd_layouts import ODD, SECOND_ODD
from site_layouts import FRESH, HELD, LAST, SITES
from strange_layouts import STRANGE

from kg.model import BlockKind
from kg.read import marked
from kg.read.html import read_html

_MARK = re.compile(r"<!--(/?)(main|free)-->")
_NAMES = re.compile(
    r"""(?<=\s)(?:class|id|role|data-[\w-]+|aria-[\w-]+|itemprop)=(?:"[^"]*"|'[^']*'|[^\s>]+)""", re.IGNORECASE
)
_WORD = re.compile(r"\w+(?:[.,'’&]\w+)*")
_UNSEEN = {"script", "style", "head", "title", "noscript", "template"}
_UNREAD = {BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.BOILERPLATE}
Reader = Callable[[str], str]


def words(text: str) -> list[str]:
    """The words of a text in lower case."""
    return [word.lower() for word in _WORD.findall(text.replace("\xad", ""))]


def seen(source: str) -> Iterator[tuple[str, str]]:
    """Each word that a page shows, with "main", "free" or "" for all else."""
    label = ""
    for number, piece in enumerate(_MARK.split(_unmarked(source))):
        match number % 3:
            case 0:
                tree = html.fromstring(f"<div>{piece}</div>") if piece.strip() else None
                text = " ".join(_texts(tree)) if tree is not None else ""
                yield from ((word, label) for word in words(text))
            case 1:
                ends = piece == "/"
            case 2:
                label = "" if ends else piece


def _unmarked(source: str) -> str:
    return re.sub(r"(?is)<(script|style|title|head)\b.*?</\1>", " ", source)


def _texts(element: Any) -> Iterator[str]:
    """The texts below an element in the order in which they stand."""
    if element.tag in _UNSEEN or not isinstance(element.tag, str):
        return
    yield element.text or ""
    for child in element:
        yield from _texts(child)
        yield child.tail or ""


def of_kg(source: str) -> str:
    """What kg reads facts in."""
    page = marked(read_html(source))
    return "\n".join(page.text[b.start : b.end] for b in page.blocks if b.kind not in _UNREAD)


def of_trafilatura(**options: Any) -> Reader:
    """The library with its options."""

    def read(source: str) -> str:
        from trafilatura import extract

        return extract(source, include_comments=False, **options) or ""

    return read


def of_readability(source: str) -> str:
    """readability-lxml, its summary without marks."""
    from readability import Document

    return str(html.fromstring(Document(source).summary()).text_content())


def of_justext(source: str) -> str:
    """justext with English stop words."""
    import justext

    found = justext.justext(source.encode(), justext.get_stoplist("English"))
    return "\n".join(paragraph.text for paragraph in found if not paragraph.is_boilerplate)


READERS: dict[str, Reader] = {
    "kg": of_kg,
    "trafilatura": of_trafilatura(),
    "trafilatura precision": of_trafilatura(favor_precision=True),
    "trafilatura recall": of_trafilatura(favor_recall=True),
    "trafilatura fast": of_trafilatura(fast=True),
    "readability-lxml": of_readability,
    "justext": of_justext,
}

SETS: dict[str, tuple[Layout, ...]] = {
    "development": DEVELOPMENT,
    "second": SECOND,
    "blind": BLIND,
    "sites": SITES,
    "held": HELD,
    "last": LAST,
    "fresh": FRESH,
    "strange": STRANGE,
    "odd": ODD,
    "second odd": SECOND_ODD,
}


def bare(source: str) -> str:
    """The page with all its classes, ids and roles taken away, and with divisions for what HTML 5 names."""
    source = _NAMES.sub("", source)
    return re.sub(r"(?i)<(/?)(?:nav|footer|aside|article|main|header|section|amp-[a-z-]+)\b", r"<\1div", source)


def kept(layout: Layout, reader: Reader, change: Callable[[str], str] = str) -> tuple[int, int, int, int]:
    """Words of the main text that are kept, and of all; words of all else that are kept, and of all."""
    source = change(layout())
    shown = list(seen(source))
    given = words(reader(_MARK.sub("", source)))
    matches = SequenceMatcher(None, [word for word, _ in shown], given, autojunk=False).get_matching_blocks()
    hit = [label for m in matches for _, label in shown[m.a : m.a + m.size]]
    labels = [label for _, label in shown]
    return hit.count("main"), labels.count("main"), hit.count(""), labels.count("")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--set", choices=[*SETS, "all"], default="all")
    parser.add_argument("--each", action="store_true", help="a line for each page that kg reads")
    parser.add_argument("--reader", choices=[*READERS], help="only this one")
    parser.add_argument("--bare", action="store_true", help="without classes, ids and the elements of HTML 5")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    chosen = SETS.get(args.set) or tuple(layout for layouts in SETS.values() for layout in layouts)
    found = {}
    for name, reader in READERS.items():
        if args.reader not in (None, name):
            continue
        try:
            counts = [kept(layout, reader, bare if args.bare else str) for layout in chosen]
        except ImportError:
            continue
        if args.each and name == "kg":
            for layout, (a, b, c, d) in zip(chosen, counts, strict=True):
                print(f"  {layout.__name__:24} main {a}/{b}  other {c}/{d}")
        main_kept, main_all, other_kept, other_all = map(sum, zip(*counts, strict=True))
        found[name] = {"main": round(main_kept / main_all, 3), "boilerplate": round(other_kept / other_all, 3)}
    if args.json:
        print(json.dumps({"pages": len(chosen), "readers": found}))
        return
    print(f"{len(chosen)} pages              main text kept  boilerplate kept")
    for name, shares in found.items():
        print(f"{name:24} {shares['main']:.3f}           {shares['boilerplate']:.3f}")


if __name__ == "__main__":
    main()

"""Texts in which gold says what pronouns and descriptions mean: GUM, GAP and the DFKI Product Corpus.

Each mention is a name, a pronoun or a nominal ("the company") and belongs to a numbered chain of mentions of one thing.
First persons in the singular and relative pronouns are no pronouns here: kg reads them by other means or not at all.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.datasets.conllu import Marked, Token, documents
from kg.datasets.lines import line_of, refuse
from kg.datasets.readers import Example, dfki_product
from kg.errors import InputError

BODY, PERSON = "organization", "person"
NAME, PRONOUN, NOMINAL = "name", "pronoun", "nominal"
PRONOUNS = frozenset(
    (
        "it its itself they them their theirs themselves we us our ours ourselves "
        "he him his himself she her hers herself"
    ).split()
)
_OTHER = frozenset("i me my mine myself you your yours who whom whose which that this these those".split())
_MARK = re.compile(r"(\[[^][=]+=[^][]+\])")
_ASIDE = frozenset({"appos", "pred"})  # links of descriptions that stand beside a name and do not refer back


@dataclass(frozen=True, slots=True)
class Referring:
    """A mention: half-open character offsets of its head words and of all of it, its chain, and what it is.

    `type` is "organization" or "person", or a type of the data set that is not scored; `form` is "name", "pronoun" or
    "nominal", or "" where the mention is not one to be resolved.
    """

    start: int
    end: int
    extent: tuple[int, int]
    chain: int
    type: str
    form: str


@dataclass(frozen=True, slots=True)
class Chained:
    """A text with its mentions. `whole` says that gold marks every mention of the text, so that others are wrong.

    `closed` says that only the given names can be right or wrong (GAP: two names for a pronoun).
    """

    id: str
    text: str
    mentions: tuple[Referring, ...]
    whole: bool = False
    closed: bool = False


def chained(path: Path) -> Iterator[Chained]:
    """The texts of a file: .conllu (GUM, or a folder of such files), .tsv (GAP), .jsonl (DFKI Product Corpus) or
    .txt (a passage a line, "[it=Brelco]" where words mean a name, "|" between paragraphs).

    Raises:
        InputError: the file cannot be read, has another ending or is not of the form that its ending promises.
    """
    if path.is_dir():
        for file in sorted(path.glob("*.conllu")):
            yield from chained(file)
    elif path.suffix == ".conllu":
        yield from (Chained(d.id, d.text, tuple(_gum(d.marked)), whole=True) for d in documents(path))
    elif path.suffix == ".tsv":
        yield from _gap(path)
    elif path.suffix == ".jsonl":
        yield from (Chained(e.id, e.text, tuple(_dfki(e))) for e in dfki_product(path))
    elif path.suffix == ".txt":
        lines = path.read_text(encoding="utf-8").splitlines()
        yield from (_written(f"{path.stem}:{n}", line) for n, line in enumerate(lines, 1) if line.strip("# "))
    else:
        raise InputError(f"{path} is no file of chains: known are .conllu, .tsv, .jsonl and .txt.")


def _written(ident: str, line: str) -> Chained:
    """A passage written with marks; all that is not marked means nothing that is named."""
    text, spoken = "", []
    for part in _MARK.split(line.replace("|", "\n")):
        words, _, name = part[1:-1].partition("=") if _MARK.fullmatch(part) else (part, "", "")
        spoken += [(len(text), len(text) + len(words), name)] if name else []
        text += words
    names = list(dict.fromkeys(name for *_, name in spoken))
    # "Orran Foods" and "Orran" are one
    order = {name: min(n for n, o in enumerate(names) if o.startswith(name) or name.startswith(o)) for name in names}
    found = [(m.start(), m.end(), n, NAME) for name, n in order.items() for m in re.finditer(re.escape(name), text)]
    found += [(s, e, order[name], PRONOUN if text[s:e].lower() in PRONOUNS else NOMINAL) for s, e, name in spoken]
    return Chained(ident, text, tuple(Referring(s, e, (s, e), n, BODY, form) for s, e, n, form in found), whole=True)


def _gum(marked: Iterable[Marked]) -> Iterator[Referring]:
    for one in marked:
        extent = one.first.start, one.last.end
        yield Referring(one.head.start, one.head.end, extent, one.chain, one.type, _form_of_head(one))


def _form_of_head(one: Marked) -> str:
    head: Token = one.head
    word = head.text.lower()
    if head.pos == "PROPN":
        return NAME
    if word in PRONOUNS:
        return PRONOUN
    refers = head.pos == "NOUN" and one.first.text.lower() not in {"a", "an"} and one.link not in _ASIDE
    return NOMINAL if refers and not one.is_new else ""


def _gap(path: Path) -> Iterator[Chained]:
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            table = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    except (OSError, UnicodeError) as error:
        raise InputError(f"Cannot read {path}: {getattr(error, 'strerror', '') or error}.") from error
    for number, row in enumerate(table, 2):
        with line_of(path, number):
            yield Chained(str(row.get("ID")), str(row.get("Text")), tuple(_of_gap(row)), closed=True)


def _of_gap(row: dict[str, str]) -> Iterator[Referring]:
    """Chain 0 is the pronoun's; a name that it does not mean has one of its own."""
    for column, form in (("Pronoun", PRONOUN), ("A", NAME), ("B", NAME)):
        words, at = row.get(column), row.get(f"{column}-offset") or ""
        refuse(not words or not at.isdigit(), f"has no {column!r} with its offset")
        means = form == PRONOUN or str(row.get(f"{column}-coref")).upper() == "TRUE"
        extent = int(at), int(at) + len(words or "")
        yield Referring(*extent, extent, 0 if means else "-AB".index(column), PERSON, form)


def _dfki(example: Example) -> Iterator[Referring]:
    """Organisations; a mention in small letters is nominal unless its chain holds the same words as a name."""
    chain = _joined(example)
    words = [example.text[s.start : s.end] for s in example.spans]
    named = {(chain[n], w.lower()) for n, w in enumerate(words) if _is_name(w)}
    for n, span in enumerate(example.spans):
        if span.type == BODY:
            small = words[n].lower()
            alike = any(c == chain[n] and (small in w or w in small) for c, w in named)
            form = PRONOUN if small in PRONOUNS else "" if small in _OTHER else NAME if alike else NOMINAL
            form = NAME if form == NOMINAL and _is_name(words[n]) else form
            yield Referring(span.start, span.end, (span.start, span.end), chain[n], BODY, form)


def _is_name(words: str) -> bool:
    first = words.split()[0].lower() if words.split() else ""
    rest = words.split()[1:] if first in {"the", "our", "this", "that"} else words.split()
    is_spoken = words.lower() in PRONOUNS | _OTHER
    return not is_spoken and any(any(c.isupper() or c.isdigit() for c in w) or "." in w for w in rest)


def _joined(example: Example) -> list[int]:
    """The number of each span's chain: the lowest index of those that relations of identity tie together."""
    chain = list(range(len(example.spans)))
    for link in example.links:
        if link.type == "Identity":
            old, new = sorted((chain[link.head], chain[link.tail]), reverse=True)
            chain = [new if c == old else c for c in chain]
    return chain

"""How well names of one document are joined, on CORE (companies in sentences of encyclopaedia articles).

python benchmarks/names_in_document.py CORE/train.jsonl CLUSTERS.jsonl [--part even|odd|all] [--json] [--show]

CLUSTERS has lines {"name", "surfaces"}: what CORE's texts call a company. Two measures:

recall   of the places where a text holds two written forms of one company, how many kg gives one name;
wrong    of the pairs of companies that a text relates, how many kg gives one name though they are two.

A line is of the even part when the sha256 of its bytes is an even number; tune on that, report the odd.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg import Document, Ontology
from kg.config import Config
from kg.datasets.joining import joined
from kg.lexicon import Lexicon
from kg.model import Alias, Mention
from kg.pipeline import stages

SPOKEN = frozenset("it its they their them this these the he she his her our we".split())
FORMAL = frozenset("inc corp ltd llc plc co company corporation limited group holdings".split())
Span = tuple[int, int]


@dataclass(frozen=True)
class Line:
    """A text with places of forms that are one company, and of two companies that it relates."""

    id: str
    text: str
    same: tuple[tuple[Span, Span], ...]
    apart: tuple[tuple[Span, Span], ...]


def main() -> None:
    """Print the two measures."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("core", type=Path)
    ask.add_argument("clusters", type=Path)
    ask.add_argument("--part", choices=("even", "odd", "all"), default="odd")
    ask.add_argument("--json", action="store_true")
    ask.add_argument("--show", action="store_true", help="print the pairs that are wrong")
    given = ask.parse_args()
    found = list(lines(given.core, surfaces(given.clusters), given.part))
    counts = measured(found, given.show)
    if given.json:
        print(json.dumps({"part": given.part, **counts}))
    else:
        print(f"one company, two forms: {counts['same_right']} of {counts['same']} joined, {counts['unseen']} not seen")
        print(f"two companies: {counts['apart_wrong']} of {counts['apart']} joined wrongly")


def surfaces(path: Path) -> dict[str, list[str]]:
    """What each company is called, pronouns and descriptions left out."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for form in {row["name"], *row["surfaces"]}:
            bare = form.strip(" .,")
            if is_name(bare):
                found[row["name"]].append(bare)
    return found


def is_name(form: str) -> bool:
    """Whether a form is written as a name."""
    return bool(form) and (form[0].isupper() or form[0].isdigit()) and form.split()[0].lower() not in SPOKEN


def lines(core: Path, forms: dict[str, list[str]], part: str) -> Iterator[Line]:
    """The lines of a part that tell something."""
    for raw in core.read_bytes().splitlines():
        parity = "odd" if int(hashlib.sha256(raw).hexdigest(), 16) % 2 else "even"
        if part in {parity, "all"}:
            row = json.loads(raw)
            text, places = joined(row["tokens"])
            spans = [(places[e["start"]][0], places[e["end"] - 1][1]) for e in row["entities"]]
            named = [(e, s) for e, s in zip(row["entities"], spans, strict=True) if is_name(e["text"])]
            same = tuple(pair for e, s in named for pair in others(text, e, s, forms))
            ends = [(row["entities"][r["head"]], row["entities"][r["tail"]]) for r in row["relations"]]
            apart = tuple(
                (spans[r["head"]], spans[r["tail"]])
                for r, (a, b) in zip(row["relations"], ends, strict=True)
                if is_name(a["text"]) and is_name(b["text"]) and bare(a["name"]) != bare(b["name"])
            )
            if same or apart:
                yield Line(row["id"], text, same, apart)


def others(text: str, entity: dict, span: Span, forms: dict[str, list[str]]) -> Iterator[tuple[Span, Span]]:
    """Other written forms of an entity elsewhere in its text."""
    here = entity["text"].strip(" .,")
    for form in sorted({*forms.get(entity["name"], ()), entity["name"]} - {here}):
        written, _ = joined(form.replace(",", " ,").split())
        for at in re.finditer(rf"(?<!\w){re.escape(written)}(?!\w)", text):
            if is_name(form) and (at.end() <= span[0] or at.start() >= span[1]):
                yield span, at.span()
                break


def bare(name: str) -> str:
    """A name without case, points and legal forms."""
    return " ".join(w for w in re.sub(r"[^\w\s]", "", name).lower().split() if w not in FORMAL)


def measured(found: list[Line], show: bool) -> dict[str, int]:
    """The counts of both measures."""
    annotator, _ = stages(Config(), Lexicon.of(Ontology.load()))
    counts = dict.fromkeys(("same", "same_right", "unseen", "apart", "apart_wrong"), 0)
    for line, annotated in zip(found, annotator.annotate(Document(f.id, f.text) for f in found), strict=True):
        mentions: set[Mention | Alias] = {n.mention for p in annotated.passages for n in p.mentions.values()}
        mentions = {m for m in mentions if m.how == "name"} | set(annotated.aliases)  # brackets are no mentions
        for a, b in line.same:
            names = name_at(mentions, a), name_at(mentions, b)
            counts["same"] += 1
            counts["unseen"] += not all(names)
            counts["same_right"] += all(names) and names[0] == names[1]
            if show and names[0] != names[1]:
                print("SAME ", line.id, line.text[slice(*a)], "|", line.text[slice(*b)], "|", names, "|", line.text)
        for a, b in line.apart:
            names = name_at(mentions, a), name_at(mentions, b)
            counts["apart"] += 1
            counts["apart_wrong"] += all(names) and names[0] == names[1]
            if show and all(names) and names[0] == names[1]:
                print("APART", line.id, line.text[slice(*a)], "|", line.text[slice(*b)], "|", names, "|", line.text)
    return counts


def name_at(mentions: set[Mention | Alias], span: Span) -> str:
    """The document's name of the mention that covers most of a place, "" for none."""
    over = [(min(m.end, span[1]) - max(m.start, span[0]), m.name) for m in mentions]
    return max(((n, name) for n, name in over if n > 0), default=(0, ""))[1]


if __name__ == "__main__":
    sys.exit(main())

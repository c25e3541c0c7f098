"""The phrases of facts and numbers that are read aloud, and how times stand in a sentence.

The phrases of relations, changes and statuses are the lexicon's, whose part on reading aloud says how they are made.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from kg.model import Status
from kg.ontology import LEX, Ontology, text_of

SLOT = re.compile(r"\{(\w+)\}")
_DAY = re.compile(r"[a-z]+ \d{1,2}(?:, \d{4})?$|^\d{1,2} [a-z]+|\d{4}-\d\d-\d\d")
_DETERMINED = re.compile(r"the\b|an?\b|\d|q\d|fiscal|full")


@lru_cache(maxsize=1)
def words() -> Mapping[str, Any]:
    """The English of sentences.toml."""
    with (Path(__file__).parent / "sentences.toml").open("rb") as file:
        return tomllib.load(file)


def phrase(ontology: Ontology, term: str, status: Status, held: Mapping[str, str]) -> tuple[str, set[str]]:
    """The verb phrase of a relation or change under a status, and the names of the qualifiers that it says."""
    if own := _best(literals(ontology, term, status.value), held):
        return _filled(own, held)
    reads, base = (_best(literals(ontology, term, key), held) for key in ("reads", "base"))
    if not reads:
        note = "" if status is Status.ASSERTED else f" ({ontology.statuses[status].label})"
        return _label(ontology, term) + note, set()
    be, _, rest = reads.partition(" ")
    of_be = text_of(ontology.triples, ontology.iri(status), LEX + "formOfBe") if be in {"is", "was"} else ""
    form = of_be or text_of(ontology.triples, ontology.iri(status), LEX + "form") or "{reads}"
    parts = {"be": be, "rest": rest, "reads": reads, "base": base or reads}
    return _filled(SLOT.sub(lambda m: parts[m[1]], form), held)


def literals(ontology: Ontology, term: str, key: str) -> list[str]:
    """The words that a property of the lexicon gives for a term."""
    return [str(v.value) for v in ontology.triples.get(ontology.iri(term), {}).get(LEX + key, ())]


def _best(phrases: Iterable[str], held: Mapping[str, str]) -> str:
    """Of the phrases whose slots can be filled the one with most of them."""
    fitting = [p for p in phrases if set(SLOT.findall(p)) <= held.keys()]
    return max(fitting, key=lambda p: (len(SLOT.findall(p)), p), default="")


def _filled(form: str, held: Mapping[str, str]) -> tuple[str, set[str]]:
    return SLOT.sub(lambda m: held[m[1]], form), set(SLOT.findall(form))


def _label(ontology: Ontology, term: str) -> str:
    known = ontology.relations.get(term) or ontology.changes.get(term)
    return known.label if known else re.sub(r"(?<=[a-z])(?=[A-Z])", " ", term).lower()


def when(text: str) -> str:
    """A time as it stands in a sentence: "in the third quarter", "on Monday", "last year"."""
    parts = text.lower().split()
    time = words()["time"]
    if not parts or parts[0] in time["bare"] or parts[-1] in {"ago", "earlier", "later", "before"}:
        return " ".join([*parts[:1], *text.split()[1:]])
    which, _, whole = parts[0].partition("-")
    if len(parts) == 1 and which in time["ordinals"] and whole in time["wholes"]:  # "third-quarter"
        return f"in the {parts[0].replace('-', ' ')}"
    if len(parts) == 1 and (whole.isalpha() or parts[0] in time["frequencies"]):
        return f"({text})"
    plain = [w for w in parts if w != "the"]
    if plain and plain[0] in time["ends"]:
        return f"at {text}" if parts[0] == "the" else f"at the {text}"
    if {w.strip(",.") for w in parts} & set(time["days"]) or _DAY.search(text.lower()):
        return f"{'over' if parts[-1] in time['lengths'] else 'on'} {text}"
    if len(parts) > 1 and parts[-1] in time["lengths"] and parts[0] != "the":
        return f"over {text}"
    definite = parts[-1] in time["wholes"] and not _DETERMINED.match(parts[0])
    return f"in {'the ' if definite else ''}{text}"

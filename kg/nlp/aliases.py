"""Which names of one document mean the same thing: long form and short form, acronym, surname, bracket."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

_POSSESSIVE = re.compile(r"'s?$")


def key(name: str) -> str:
    """A name as compared within a document."""
    return _POSSESSIVE.sub("", name.replace("’", "'")).casefold().rstrip(".")


def cluster(
    names: Sequence[str], endings: frozenset[str], asides: Mapping[str, str], people: frozenset[str]
) -> dict[str, str]:
    """Map each name, given in order of first appearance, to the fullest name for the same thing.

    `endings` are legal forms, `asides` map what stood in a bracket to the name before it, `people`
    are names that look like persons.
    """
    order = list(dict.fromkeys(names))
    full: dict[str, str] = {}
    for position, name in enumerate(order):
        full[name] = next(
            (
                found
                for rule in (_bracket, _legal_form, _short_form, _surname, _acronym)
                if (found := rule(name, order, position, endings, asides, people))
            ),
            name,
        )
    return {name: _follow(full, name) for name in order}


def _follow(full: Mapping[str, str], name: str) -> str:
    seen = {name}
    while full.get(name, name) not in seen:
        name = full[name]
        seen.add(name)
    return name


def stem(name: str, endings: frozenset[str]) -> str:
    """A name without its legal form."""
    words = name.replace(",", " ").split()
    while len(words) > 1 and (words[-1] in endings or words[-1].rstrip(".") in endings):
        words.pop()
    return key(" ".join(words))


def _bracket(
    name: str,
    order: Sequence[str],
    position: int,
    endings: frozenset[str],
    asides: Mapping[str, str],
    people: frozenset[str],
) -> str:
    target = asides.get(key(name), "")
    return target if target != name else ""


def _legal_form(
    name: str,
    order: Sequence[str],
    position: int,
    endings: frozenset[str],
    asides: Mapping[str, str],
    people: frozenset[str],
) -> str:
    """Larkwell is Larkwell Inc, wherever that stands."""
    longer = [o for o in order if len(o) > len(name) and stem(o, endings) == stem(name, endings)]
    return max(longer, key=len, default="")


def _short_form(
    name: str,
    order: Sequence[str],
    position: int,
    endings: frozenset[str],
    asides: Mapping[str, str],
    people: frozenset[str],
) -> str:
    """Ottoline is Ottoline Foods when that was named before and nothing else begins alike."""
    start = key(name) + " "
    longer = {
        stem(o, endings): o for o in order if key(o).startswith(start) and stem(o, endings) != stem(name, endings)
    }
    if len(longer) != 1 or name in people:
        return ""
    (found,) = longer.values()
    return found if order.index(found) < position and found not in people else ""


def _surname(
    name: str,
    order: Sequence[str],
    position: int,
    endings: frozenset[str],
    asides: Mapping[str, str],
    people: frozenset[str],
) -> str:
    longer = [
        o
        for o in order
        if o in people and o != name and len(o.split()) > 1 and key(name) in (key(o.split()[-1]), key(o.split()[0]))
    ]
    return longer[0] if len(longer) == 1 and " " not in name and order.index(longer[0]) < position else ""


def _acronym(
    name: str,
    order: Sequence[str],
    position: int,
    endings: frozenset[str],
    asides: Mapping[str, str],
    people: frozenset[str],
) -> str:
    letters = name.replace(".", "")
    if not (2 <= len(letters) <= 6 and letters.isupper()):
        return ""
    longer = [o for o in order if o != name and letters in initials(o, endings)]
    return longer[0] if len(longer) == 1 else ""


def initials(name: str, endings: frozenset[str]) -> Iterable[str]:
    """The acronyms a name gives, with and without its legal form and small words."""
    words = [w for w in re.split(r"[\s-]+", name) if w]
    if len(words) < 2:
        return ()
    bare = [w for w in words if w not in endings]
    forms = (words, bare)
    return {"".join(w[0] for w in form if w[0].isupper() or w == "&") for form in forms} | {
        "".join(w[0] for w in form if w[0].isupper()) for form in forms
    }

"""Which names of one document mean the same thing: long form and short form, acronym, surname, bracket."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

_POSSESSIVE = re.compile(r"'s?$")


def key(name: str) -> str:
    """A name as compared within a document."""
    return _POSSESSIVE.sub("", name.replace("’", "'")).casefold().rstrip(".")


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one document: `order` of first appearance, legal forms, what brackets say, likely persons."""

    order: tuple[str, ...]
    endings: frozenset[str]
    asides: Mapping[str, str]
    people: frozenset[str]

    def before(self, longer: str, name: str) -> bool:
        """Whether the text gives a longer form first."""
        return self.order.index(longer) < self.order.index(name)


def cluster(
    names: Sequence[str], endings: frozenset[str], asides: Mapping[str, str], people: frozenset[str]
) -> dict[str, str]:
    """Map each name, given in order of first appearance, to the fullest name for the same thing.

    `endings` are legal forms, `asides` map what stood in a bracket to the name before it, `people`
    are names that look like persons.
    """
    known = Names(tuple(dict.fromkeys(names)), endings, asides, people)
    full = {name: next((found for rule in RULES if (found := rule(name, known))), name) for name in known.order}
    return {name: _follow(full, name) for name in known.order}


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


def initials(name: str, endings: frozenset[str]) -> frozenset[str]:
    """The acronyms a name gives, with and without its legal form and small words."""
    words = [w for w in re.split(r"[\s-]+", name) if w]
    if len(words) < 2:
        return frozenset()
    forms = (words, [w for w in words if w not in endings])
    with_and = {"".join(w[0] for w in form if w[0].isupper() or w == "&") for form in forms}
    return frozenset(with_and | {"".join(w[0] for w in form if w[0].isupper()) for form in forms})


def _bracket(name: str, known: Names) -> str:
    """What a bracket behind a name holds is that name."""
    target = known.asides.get(key(name), "")
    return target if target != name else ""


def _legal_form(name: str, known: Names) -> str:
    """Larkwell is Larkwell Inc, wherever that stands."""
    same = stem(name, known.endings)
    return max((o for o in known.order if len(o) > len(name) and stem(o, known.endings) == same), key=len, default="")


def _short_form(name: str, known: Names) -> str:
    """Ottoline is Ottoline Foods when that was named before and nothing else begins alike."""
    start, same = key(name) + " ", stem(name, known.endings)
    stems = {stem(o, known.endings): o for o in known.order if key(o).startswith(start)}
    stems.pop(same, None)
    if len(stems) != 1 or name in known.people:
        return ""
    (longer,) = stems.values()
    return longer if known.before(longer, name) and longer not in known.people else ""


def _surname(name: str, known: Names) -> str:
    """Prudhoe, or Lionel, is Lionel Prudhoe when no other person is called so."""
    persons = [o for o in known.order if o in known.people and o != name and len(o.split()) > 1]
    longer = [o for o in persons if key(name) in {key(o.split()[0]), key(o.split()[-1])}]
    return longer[0] if len(longer) == 1 and " " not in name and known.before(longer[0], name) else ""


def _acronym(name: str, known: Names) -> str:
    """HLF is Hartnell Logistics Freight when nothing else has these initials."""
    letters = name.replace(".", "")
    if not (2 <= len(letters) <= 6 and letters.isupper()):
        return ""
    longer = [o for o in known.order if o != name and letters in initials(o, known.endings)]
    return longer[0] if len(longer) == 1 else ""


RULES: tuple[Callable[[str, Names], str], ...] = (_bracket, _legal_form, _short_form, _surname, _acronym)

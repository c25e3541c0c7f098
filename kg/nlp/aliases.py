"""Which names of one document mean the same thing: long form and short form, acronym, surname, bracket."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

_POSSESSIVE = re.compile(r"'s?$")


def key(name: str) -> str:
    """A name as compared within a document."""
    return _POSSESSIVE.sub("", name.replace("’", "'")).casefold().rstrip(".").replace(" and ", " & ")


@dataclass(frozen=True, slots=True)
class Joined:
    """The fullest `name` of a form, and `how` the form comes to it: the name of a rule, "" for the name itself."""

    name: str
    how: str = ""


@dataclass(frozen=True)
class Names:
    """The names of one document: `order` of first appearance, legal forms, what the text says outright, likely persons.

    The tables keep that order. Without them the rules would compare each name with each other, which
    takes minutes for an annual report.
    """

    order: tuple[str, ...]
    endings: frozenset[str]
    told: Mapping[str, tuple[str, str]]
    people: frozenset[str]

    def before(self, longer: str, name: str) -> bool:
        """Whether the text gives a longer form first."""
        return self._position[longer] < self._position[name]

    @cached_property
    def by_stem(self) -> dict[str, list[str]]:
        """Names by their stem."""
        return _table((stem(name, self.endings), name) for name in self.order)

    @cached_property
    def by_start(self) -> dict[str, list[str]]:
        """Names by the words that others may begin with: "bank" and "bank of" for Bank of Ireland."""
        keys = ((key(name), name) for name in self.order)
        return _table((k[: blank.start()], name) for k, name in keys for blank in re.finditer(" ", k))

    @cached_property
    def by_person(self) -> dict[str, list[str]]:
        """Full names of persons by their first and by their last word."""
        full = ((name.split(), name) for name in self.order if name in self.people)
        return _table((end, name) for words, name in full if len(words) > 1 for end in {key(words[0]), key(words[-1])})

    @cached_property
    def by_initials(self) -> dict[str, list[str]]:
        """Names by the acronyms they give."""
        return _table((letters, name) for name in self.order for letters in initials(name, self.endings))

    @cached_property
    def _position(self) -> dict[str, int]:
        return {name: i for i, name in enumerate(self.order)}


def _table(rows: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for at, name in rows:
        table.setdefault(at, []).append(name)
    return table


def cluster(
    names: Sequence[str], endings: frozenset[str], told: Mapping[str, tuple[str, str]], people: frozenset[str]
) -> dict[str, Joined]:
    """Map each name, given in order of first appearance, to the fullest name for the same thing.

    `endings` are legal forms, `told` maps the key of a form that the text gives outright to the name that it
    gives it for and in what way ("bracket", "former"), `people` are names that look like persons.
    """
    known = Names(tuple(dict.fromkeys(names)), endings, told, people)
    steps = {name: step for name in known.order if (step := _step(name, known)).name != name}
    return {name: Joined(_follow(steps, name), steps[name].how if name in steps else "") for name in known.order}


def _step(name: str, known: Names) -> Joined:
    """What the first rule that knows a fuller name makes of one."""
    form, how = known.told.get(key(name), (name, ""))
    if form != name:
        return Joined(form, how)
    return next((Joined(found, how) for how, rule in RULES.items() if (found := rule(name, known))), Joined(name))


def _follow(steps: Mapping[str, Joined], name: str) -> str:
    seen = {name}
    while name in steps and steps[name].name not in seen:
        name = steps[name].name
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


def _legal_form(name: str, known: Names) -> str:
    """Larkwell is Larkwell Inc, wherever that stands."""
    same = stem(name, known.endings)
    return max((o for o in known.by_stem[same] if len(o) > len(name)), key=len, default="")


def _short_form(name: str, known: Names) -> str:
    """Ottoline is Ottoline Foods when that was named before and nothing else begins alike."""
    stems: dict[str, str] = {}
    for o in known.by_start.get(key(name), ()):
        stems.setdefault(stem(o, known.endings), o)  # the form that was named first
    stems.pop(stem(name, known.endings), None)
    if len(stems) != 1 or name in known.people:
        return ""
    (longer,) = stems.values()
    return longer if known.before(longer, name) and longer not in known.people else ""


def _surname(name: str, known: Names) -> str:
    """Prudhoe, or Lionel, is Lionel Prudhoe when no other person is called so."""
    longer = [o for o in known.by_person.get(key(name), ()) if o != name]
    return longer[0] if len(longer) == 1 and " " not in name and known.before(longer[0], name) else ""


def _acronym(name: str, known: Names) -> str:
    """HLF is Hartnell Logistics Freight when nothing else has these initials."""
    letters = name.replace(".", "")
    if not (2 <= len(letters) <= 6 and letters.isupper()):
        return ""
    longer = [o for o in known.by_initials.get(letters, ()) if o != name]
    return longer[0] if len(longer) == 1 else ""


RULES: Mapping[str, Callable[[str, Names], str]] = {
    "legal form": _legal_form,
    "short form": _short_form,
    "surname": _surname,
    "acronym": _acronym,
}

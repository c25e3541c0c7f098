"""Which names of one document mean the same thing: long form and short form, acronym, surname, what the text says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

_POSSESSIVE = re.compile(r"'s?$")
_WORD_END = re.compile(r" |\.(?=(?:com|net|org|io|ai|co)\b)")  # of Ottoline Foods and of Ottoline.com
_SMALL = 3  # letters of what a longer name adds up to which it is a mark of a part: "Ottoline X", "Ottoline One"
_SPELT = 4  # letters from which names that differ in hyphens, blanks or accents are one


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
    """The names of one document: `order` of first appearance and what is known of them.

    The tables keep that order. Without them the rules would compare each name with each other, which
    takes minutes for an annual report.
    """

    order: tuple[str, ...]
    endings: frozenset[str] = frozenset()
    """Legal forms."""
    told: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """The keys of forms that the text gives outright, with the name and in what way ("bracket", "former")."""
    kinds: Mapping[str, str] = field(default_factory=dict)
    """What each name by itself is taken for."""
    personal: frozenset[str] = frozenset()
    """Kinds of persons."""
    places: frozenset[str] = frozenset()
    """Kinds of places."""
    sited: frozenset[str] = frozenset()
    """Names behind "in" or the like."""
    sold: frozenset[str] = frozenset()
    """Kinds of what is sold."""
    regions: frozenset[str] = frozenset()
    """Keys of countries and regions."""
    words: frozenset[str] = frozenset()
    """Words that many names of bodies hold: "Foods", "Commission"."""
    articled: frozenset[str] = frozenset()
    """Names with "the" before them."""
    apart: frozenset[frozenset[str]] = frozenset()
    """Pairs of keys of names that the text holds apart."""
    one_clause: frozenset[frozenset[str]] = frozenset()
    """Pairs of keys that are subject and object of a verb, and so are hardly one."""
    near: frozenset[frozenset[str]] = frozenset()
    """Pairs of keys of names that begin alike and stand in one sentence."""

    def are_apart(self, a: str, b: str) -> bool:
        """Whether the text holds two names apart."""
        return frozenset((key(a), key(b))) in self.apart

    def may_differ(self, a: str, b: str) -> bool:
        """Whether something speaks for two names that begin alike being two things."""
        return self.are_apart(a, b) or frozenset((key(a), key(b))) in self.one_clause

    @cached_property
    def people(self) -> frozenset[str]:
        """Names of two to five words that are taken for persons."""
        return frozenset(n for n, kind in self.kinds.items() if kind in self.personal and 2 <= len(n.split()) <= 5)

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
        return _table((key(k[: end.start()]), name) for k, name in keys for end in re.finditer(_WORD_END, k))

    @cached_property
    def by_tail(self) -> dict[str, list[str]]:
        """Names of several words by the last one, legal forms left out."""
        stems = ((stem(name, self.endings), name) for name in self.order)
        return _table((s.rsplit(" ", 1)[1], name) for s, name in stems if " " in s)

    @cached_property
    def by_letters(self) -> dict[str, list[str]]:
        """Names by their letters and digits."""
        return _table((letters(name), name) for name in self.order)

    @cached_property
    def by_person(self) -> dict[str, list[str]]:
        """Full names of persons by their first and by their last word."""
        full = ((name.split(), name) for name in self.order if name in self.people)
        return _table((end, name) for words, name in full if len(words) > 1 for end in {key(words[0]), key(words[-1])})

    @cached_property
    def by_initials(self) -> dict[str, list[str]]:
        """Names by the acronyms they give."""
        return _table((short, name) for name in self.order for short in initials(name, self.endings))

    @cached_property
    def _position(self) -> dict[str, int]:
        return {name: i for i, name in enumerate(self.order)}


def _table(rows: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for at, name in rows:
        table.setdefault(at, []).append(name)
    return table


def cluster(known: Names) -> dict[str, Joined]:
    """Map each name of a document to the fullest name for the same thing."""
    steps = {name: step for name in known.order if (step := _step(name, known)).name != name}
    return {name: Joined(_follow(steps, name), steps[name].how if name in steps else "") for name in known.order}


def _step(name: str, known: Names) -> Joined:
    """What the first rule that knows a fuller name makes of one."""
    form, how = known.told.get(key(name), (name, ""))
    if form != name:
        return Joined(form, how)
    return next((Joined(found, how) for how, rule in RULES if (found := rule(name, known))), Joined(name))


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
        if len(words) > 1 and words[-1] in {"&", "and"}:
            words.pop()  # of "Brelco & Co"
    return key(" ".join(words))


def initials(name: str, endings: frozenset[str]) -> frozenset[str]:
    """The acronyms a name gives, with and without its legal form and small words."""
    words = [w for w in re.split(r"[\s-]+", name) if w]
    if len(words) < 2:
        return frozenset()
    forms = (words, [w for w in words if w not in endings])
    with_and = {"".join(w[0] for w in form if w[0].isupper() or w == "&") for form in forms}
    return frozenset(with_and | {"".join(w[0] for w in form if w[0].isupper()) for form in forms})


def letters(name: str) -> str:
    """The letters and digits of a name, without case and accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", key(name)) if c.isalnum())


def _legal_form(name: str, known: Names) -> str:
    """Larkwell is Larkwell Inc, wherever that stands."""
    same = known.by_stem[stem(name, known.endings)]
    return max((o for o in same if len(o) > len(name) and not known.are_apart(o, name)), key=len, default="")


def _spelling(name: str, known: Names) -> str:
    """Wal-Kestria is Walkestria; names that differ in case alone are compared as one anyway."""
    said = letters(name)
    first = known.by_letters[said][0] if len(said) >= _SPELT else name
    return first if key(first) != key(name) else ""


def _short_form(name: str, known: Names) -> str:
    """Ottoline is Ottoline Foods when nothing else begins alike and the text does not hold the two apart.

    When it stands before Ottoline Foods, the rest must be words of many names, and both be of a kind.
    """
    stems: dict[str, str] = {}
    longer = known.by_start.get(key(name), ())
    for o in longer:
        stems.setdefault(stem(o, known.endings), o)  # the form that was named first
    stems.pop(stem(name, known.endings), None)
    if len(stems) != 1 or name in known.people or any(known.may_differ(name, o) for o in longer):
        return ""
    (full,) = stems.values()
    if full in known.people or _is_branch(name, full, known) or _is_other_kind(name, full, known):
        return ""
    return full if known.before(full, name) or _is_plain(name, full, known) else ""


def _is_branch(name: str, full: str, known: Names) -> bool:
    """Whether a longer name adds a country or a number: Ottoline Canada and Ottoline X are parts of Ottoline.

    The number of a product is no such mark.
    """
    if known.kinds.get(full, "") in known.sold:
        return False
    stemmed = stem(full, known.endings)
    added = stemmed[len(key(name)) :].strip()
    return added in known.regions or (0 < len(added) <= _SMALL and added not in {"&"})


def _is_other_kind(name: str, full: str, known: Names) -> bool:
    """Whether a name is a place where things are, or the longer one a product of who bears the name.

    What a lone name by itself is taken for is not sure enough to ask for more.
    """
    short, long = known.kinds.get(name, ""), known.kinds.get(_legal_form(full, known) or full, "")
    if short in known.places and (name in known.sited or key(name) in known.regions):
        return long != short
    return long in known.sold and bool(short) and short not in known.sold


def _is_plain(name: str, full: str, known: Names) -> bool:
    """Whether a longer name adds only words that many names hold, and nothing speaks for another kind of thing."""
    added = [w for w in full.split()[len(name.split()) :] if w not in known.endings]
    kinds = {known.kinds.get(n, "") for n in (name, full)} - {""}
    is_near = frozenset((key(name), key(full))) in known.near
    return len(kinds) == 1 and not is_near and all(w in known.words for w in added)


def _tail(name: str, known: Names) -> str:
    """Brandt is Kleinmotor Brandt GmbH, and the Commission the only one that was named."""
    longer = [o for o in known.by_tail.get(key(name), ()) if o not in known.people and " of " not in o]
    stems = {stem(o, known.endings): o for o in reversed(longer)}
    if len(stems) != 1 or " " in name or len(name) < 3:
        return ""
    ((said, full),) = stems.items()
    kinds = {known.kinds.get(n, "") for n in (name, full)} - {""}
    if not known.before(full, name) or known.are_apart(name, full) or kinds & known.places:
        return ""
    if name in known.words:
        return full if name in known.articled else ""
    is_alike = len(kinds) <= 1 or (full.split()[-1] in known.endings and not kinds & known.personal)
    return full if is_alike and not _has_head(said, known) else ""


def _has_head(said: str, known: Names) -> bool:
    """Whether the words before the last of a name are a name too, or begin others: "Siemens" in "Siemens Gamesa"."""
    head = said.rsplit(" ", 1)[0]
    return head in known.by_stem or len(known.by_start.get(head, ())) > 1


def _surname(name: str, known: Names) -> str:
    """Prudhoe, or Lionel, is Lionel Prudhoe when no other person is called so."""
    longer = [o for o in known.by_person.get(key(name), ()) if o != name]
    return longer[0] if len(longer) == 1 and " " not in name and known.before(longer[0], name) else ""


def _acronym(name: str, known: Names) -> str:
    """HLF is Hartnell Logistics Freight when nothing else has these initials."""
    short = name.replace(".", "")
    if not (2 <= len(short) <= 6 and short.isupper()):
        return ""
    longer = [o for o in known.by_initials.get(short, ()) if o != name]
    return longer[0] if len(longer) == 1 else ""


RULES: tuple[tuple[str, Callable[[str, Names], str]], ...] = (
    ("legal form", _legal_form),
    ("spelling", _spelling),
    ("short form", _short_form),
    ("surname", _surname),
    ("acronym", _acronym),
    ("short form", _tail),
)

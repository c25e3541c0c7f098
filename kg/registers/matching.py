"""Which company of a register a name means, with a score and its reasons.

The name alone gives a base: 0.85 for the whole legal name, less for another name, for one without Group
or Company, for a short form or an acronym. Evidence is added and taken: legal form, ticker, place, and for
names of one word whether others begin with it. From `SAME` on it is the same company, unless a second one
comes near.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.registers.index import ACRONYM, CORE, IDENTIFIER, NAME, OTHER, OTHER_CORE, SHORT, TICKER
from kg.registers.keys import (
    Parted,
    acronym,
    common_words,
    identifier_key,
    initials,
    issuer,
    key_of_identifier,
    parted,
    without_possessive,
    words,
)
from kg.registers.listing import SAME, Listing, Match, Query
from kg.registers.prominence import KNOWN, LARGEST, PROMINENT, is_nearer
from kg.registers.register import Register
from kg.resolve import forms_agree

EXTRA, SYMBOL = 10, 11  # a name with more than the legal one, and no name but a ticker
_BASES = {
    IDENTIFIER: (1.0, "identifier"),
    NAME: (0.85, "legal name"),
    OTHER: (0.8, "other name"),
    CORE: (0.8, "legal name in short"),
    EXTRA: (0.8, "legal name and more"),
    ACRONYM: (0.8, "acronym"),
    SHORT: (0.75, "short form"),
    OTHER_CORE: (0.75, "other name in short"),
    SYMBOL: (0.4, "ticker alone"),
}
_WHOLE, _FULL = (NAME, OTHER), (NAME, OTHER, IDENTIFIER)
CLOSE = 0.1  # two companies nearer than this cannot be told apart

Reason = tuple[str, float, str]


class Asked:
    """A query with its names in their parts."""

    __slots__ = ("full", "names", "query", "symbols")

    def __init__(self, query: Query) -> None:
        self.query = query
        name = issuer(query.name.strip())
        self.names = {name: parted(name)}
        if name.endswith(("'s", "’s", "'", "’")):
            self.names[without_possessive(name)] = parted(without_possessive(name))
        first = self.names[name]
        for alias in query.aliases:
            other = parted(alias)
            # an alias counts when it is the name and more, never when it is less
            if other.words[: len(first.core)] == first.core or acronym(name) in initials(other.words):
                self.names.setdefault(alias, other)
        self.symbols = tuple(dict.fromkeys(_symbol(t) for t in query.tickers))

    def forms(self, name: Parted) -> frozenset[str]:
        """The legal forms that a name has wherever it stands with one."""
        if len(self.names) == 1:
            return frozenset((name.form,)) if name.form else frozenset()
        return frozenset(p.form for p in self.names.values() if p.form and p.core == name.core)


def best(register: Register, query: Query) -> Match | None:
    """The company that a name means, None where none is sure or two are alike."""
    found = candidates(register, query)
    if not found or found[0].score < SAME:
        return None
    return None if len(found) > 1 and found[1].score >= SAME and found[0].score - found[1].score < CLOSE else found[0]


def candidates(register: Register, query: Query) -> list[Match]:
    """All companies that a name might mean, best first."""
    asked = Asked(query)
    ways: dict[int, tuple[int, Parted]] = {}
    for how, number, name in _found(register, asked):
        if number not in ways or _BASES[how][0] > _BASES[ways[number][0]][0]:
            ways[number] = how, name
    matches = [_match(register, asked, number, *way) for number, way in ways.items()]
    return sorted(matches, key=lambda m: (-m.score, m.company.rank or len(ways) << 32, m.company.name))


def _found(register: Register, asked: Asked) -> Iterator[tuple[int, int, Parted]]:
    """How a company bears one of the names or tickers, its number, and that name."""
    for name, parts in asked.names.items():
        if key := identifier_key(name):
            yield from ((how, number, parts) for how, number in register.rows(key))
        if not parts.key:
            continue
        for how, number in register.rows(parts.key):
            if (how != ACRONYM or acronym(name)) and not (asked.query.full and how not in _FULL):
                yield how, number, parts
        letters = acronym(name)
        if letters and letters != parts.key and not asked.query.full:  # P&G
            yield from ((how, number, parts) for how, number in register.rows(letters) if how == ACRONYM)
        if parts.core_key != parts.key and not asked.query.full:
            rows = register.rows(parts.core_key)
            yield from ((EXTRA, number, parts) for how, number in rows if how in _WHOLE)
    first = next(iter(asked.names.values()))
    for symbol in asked.symbols:
        yield from ((SYMBOL, n, first) for _, n in register.rows(key_of_identifier(TICKER, symbol)))


def _match(register: Register, asked: Asked, number: int, how: int, name: Parted) -> Match:
    company, held = register.company(number)
    base, way = _BASES[how]
    reasons: list[Reason] = [(way, base, company.name)]
    if how != IDENTIFIER:
        others = map(parted, company.other_names) if how in (OTHER, OTHER_CORE) else ()
        other = next((o for o in others if o.core_key == name.core_key), None)
        form = _legal_form(asked, how, held if other is None else other.form, name)
        ticker = _ticker(asked, company)
        reasons += [r for r in (form, ticker, *_places(asked.query, company)) if r is not None]
        certain = any(r is not None and r[1] > 0 for r in (form, ticker))
        if how == SYMBOL:
            reasons += _akin(name, parted(company.name))
        elif how == ACRONYM and sum(map(str.isalnum, name.key)) < 3 and not 0 < company.rank <= LARGEST:
            reasons.append(("acronym", -0.5, "two letters are not enough but for the largest"))
        elif not certain and len(name.core) == 1:
            reasons += _one_word(register, asked, how, company, (other or parted(company.name), name))
    score = round(min(1.0, max(0.0, sum(weight for _, weight, _ in reasons))), 3)
    return Match(register.name, company, score, tuple(reasons))


def _legal_form(asked: Asked, how: int, held: str, name: Parted) -> Reason | None:
    if how == SHORT and name.form:
        return "legal form", -0.5, "a name with a legal form is no short one"
    forms = asked.forms(name)
    if forms and not held and "corporation" not in forms:
        # General Electric Company plc was never General Electric Co
        return "legal form", -0.5, f"{', '.join(sorted(forms))} is not in the register's name"
    if not forms or not held:
        return None
    if any(forms_agree(form, held) for form in forms) and name.form in ("", held):
        # Orion Corp is not Orion Holdings Corp: a form makes sure of whole names only
        return "legal form", 0.15 if how in _WHOLE else 0.0, held
    return "legal form", -0.5, f"{', '.join(sorted(forms))} is not {held}"


def _ticker(asked: Asked, company: Listing) -> Reason | None:
    if not asked.symbols:
        return None
    held = {_symbol(t) for t in company.values(TICKER)}
    said = ", ".join(asked.symbols)
    return ("ticker", 0.4, said) if held.intersection(asked.symbols) else ("ticker", -0.3, f"{said} is another's")


def _places(query: Query, company: Listing) -> Iterator[Reason]:
    if query.country and company.country:
        same = query.country.casefold() == company.country.casefold()
        yield "country", 0.1 if same else -0.4, company.country
    if query.city and company.city and query.city.casefold() == company.city.casefold():
        yield "city", 0.1, company.city


def _akin(name: Parted, legal: Parted) -> list[Reason]:
    """Whether a name that no company bears is near that of the one with the ticker."""
    near = bool(name.key) and (legal.key.startswith(name.core_key) or name.words[:1] == legal.words[:1])
    return [] if near else [("name", -0.5, "differs")]


def _one_word(
    register: Register, asked: Asked, how: int, company: Listing, pair: tuple[Parted, Parted]
) -> list[Reason]:
    """A name of one word may be anybody's where other names begin with it, but for the largest of them."""
    borne, name = pair
    whole = how in _WHOLE
    size = max(len(borne.words), len(name.words)) if whole else max(len(borne.core), len(name.core))
    if how in (SHORT, ACRONYM) or size > 1:
        return []
    names, first, second = register.rivals(borne.core[0])
    if asked.query.full:
        return [("one word", -0.3, "nothing else speaks for it")]
    is_common = borne.core[0] in common_words()
    if is_common and asked.query.name.islower():
        return [("one word", -0.3, "written as a word")]
    reach = PROMINENT if is_common else KNOWN
    largest = names == 1 or (first == company.rank and (first <= PROMINENT or is_nearer(first, second)))
    if largest and 0 < company.rank <= reach:
        return [("size", 0.0, f"number {company.rank} by size")]
    if names > 1:
        return [("one word", -0.3, f"{names} names begin with it")]
    if is_common:
        return [("one word", -0.15, "an English word")]
    light = words()["light"]
    return [] if all(word in light for word in borne.words[1:]) else [("one word", -0.1, "not the whole name")]


def _symbol(ticker: str) -> str:
    return ticker.rpartition(":")[2].strip().upper().replace(".", "-").replace(" ", "-")

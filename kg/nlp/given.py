"""Forms of names that a document gives outright, with the characters that say so, and all its aliases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.model import Alias
from kg.nlp.aliases import Joined, Names, initials, key, letters, stem
from kg.nlp.annotation import Parsed
from kg.nlp.brackets import TICKER, Form, exchange_of, forms, listed_on
from kg.nlp.names import Run

_REACH = 80  # characters before a name


@dataclass(frozen=True, slots=True)
class Found:
    """A run of tokens with its text, the possessive left out, and the name it `means` where it is none itself."""

    parsed: Parsed
    run: Run
    text: str
    means: str = ""

    @property
    def name(self) -> str:
        """The name that it is or means."""
        return self.means or self.text

    @property
    def stop(self) -> int:
        """Where its last token ends in the text of the passage."""
        last = self.parsed.doc[self.run.end - 1]
        return last.idx + len(last.text)

    @property
    def begin(self) -> int:
        """Where it begins in the text of the passage."""
        return self.parsed.doc[self.run.start].idx

    @property
    def past(self) -> int:
        """Where its text ends in the text of the passage."""
        return self.begin + len(self.text)

    @property
    def span(self) -> tuple[int, int]:
        """The characters of the document."""
        return self.parsed.passage.span(self.begin, self.past)


@dataclass(frozen=True, slots=True)
class Given:
    """A form of a name on characters of the document."""

    form: str
    name: str
    start: int
    end: int
    how: str
    where: str = ""
    is_term: bool = False
    """Whether it is a term such as "the Company", good only as the document defines it."""


def in_brackets(names: Sequence[Found], known: Names, never: frozenset[str]) -> Iterator[Given]:
    """Tickers, acronyms and terms in brackets that stand right behind a name. `never` are words that name nothing."""
    behind: dict[tuple[int, int], Found] = {(id(n.parsed), n.stop): n for n in names}
    for parsed in {id(n.parsed): n.parsed for n in names}.values():
        for aside in parsed.passage.asides:
            found = behind.get((id(parsed), aside.at))
            for form in forms(aside.text) if found is not None else ():
                if found is None or not (owner := _owner(found, form, known)):
                    continue
                how, where = form.how, form.where
                if exchange := _listed_before(found):
                    how, where = TICKER, where or exchange
                start = aside.start + form.at
                is_term = (form.article and not form.text.isupper()) or form.text in never or form.text.islower()
                yield Given(form.text, owner, start, start + len(form.text), how, where, is_term)


def _owner(found: Found, form: Form, known: Names) -> str:
    """Whose form it is: of the name before, unless that is an exchange, or the letters do not fit it."""
    if form.article or _fits(form.text, found.text, known.endings):
        return "" if form.how == TICKER and _is_exchange(found, form) else found.text
    if form.how == TICKER and _is_exchange(found, form):
        grades = {n: _fits(form.text, n, known.endings) for n in known.order if n != found.text}
        best = max(grades.values(), default=0)
        fit = [n for n, grade in grades.items() if grade == best and best]
        return fit[0] if len({stem(n, known.endings) for n in fit}) == 1 else ""
    # a bank behind an analyst, a country behind a town, a league behind a club
    return found.text if form.how == TICKER or form.is_quoted else ""


def _fits(form: str, name: str, endings: frozenset[str]) -> int:
    """How well a ticker or acronym fits a name: 3 spells it out, 2 has its initials, 1 some letters in their order."""
    said, spelt = letters(form.partition(".")[0]), letters(name.removeprefix("The "))
    if said and said == letters(stem(name, endings)):
        return 3
    # of "U.S. Food and Drug Administration" FDA leaves the country out
    if said.upper() in initials(name, endings) | initials(name.partition(" ")[2], endings):
        return 2
    rest = iter(spelt)
    return int(bool(said) and spelt.startswith(said[0]) and all(c in rest for c in said))


def _is_exchange(found: Found, form: Form) -> bool:
    """Whether what stands before a ticker is where it trades: "listed on the London Stock Exchange (LSE: BRL)"."""
    capitals = "".join(w[0] for w in found.text.split())
    on = found.parsed.doc[found.run.start : found.run.end].root.head.lower_ == "on"
    return on or bool(exchange_of(found.text)) or (len(capitals) > 2 and capitals == form.where)


def _listed_before(found: Found) -> str:
    """The exchange of "Nasdaq-listed " right before a name."""
    # the end of what stands before, so that a long passage is not searched anew for each name
    listed = listed_on().search(found.parsed.passage.text[max(0, found.begin - _REACH) : found.begin])
    return exchange_of(listed["where"]) if listed else ""


def told(given: Iterable[Given]) -> dict[str, tuple[str, str]]:
    """What is given, as the names of a document are clustered by it."""
    return {key(g.form): (g.name, g.how) for g in given}


def aliases(
    document: str, given: Sequence[Given], names: Sequence[Found], full: Mapping[str, Joined]
) -> Iterator[Alias]:
    """An alias for each form that is given outright or joined to its name by a rule, at its first place."""
    seen: set[tuple[str, str]] = set()
    for g in given:
        name = full[g.name].name if g.name in full else g.name
        if not g.is_term and g.form != name and (g.form, name) not in seen:
            seen.add((g.form, name))
            yield Alias(document, g.start, g.end, g.form, name, g.how, g.where)
    terms = {g.form for g in given if g.is_term}
    for found in names:
        joined = full[found.text]
        if joined.how and joined.name != found.text and (found.text, joined.name) not in seen:
            seen.add((found.text, joined.name))
            if found.text not in terms:
                yield Alias(document, *found.span, found.text, joined.name, joined.how)


def towns(document: str, names: Iterable[Found], regions: Iterable[str]) -> Iterator[Alias]:
    """Towns that are named with their region ("Duluth, Minnesota"), by themselves."""
    left = set(regions)
    for found in names:
        if found.text in left:
            left.remove(found.text)
            town = found.text.split(",")[0]
            start = found.span[0]
            yield Alias(document, start, start + len(town), town, found.text, "region")


def spoken(passages: Iterable[Parsed]) -> Iterator[Found]:
    """Pronouns and descriptions with the names that they mean."""
    for parsed in passages:
        for named in dict.fromkeys(parsed.mentions.values()):
            if named.mention.how != "name":
                words = parsed.doc[named.start : named.end]
                yield Found(parsed, Run(words.start, words.end, True), words.text, named.name)

"""Pronouns and descriptions against chains of gold: does each lead to a name of what it means?

Gold holds a link for each pronoun and each nominal ("the company") of an organisation, or of a person, whose chain has
a name in the text. A link of kg is a pronoun or nominal that it resolves. It stands for the gold mention whose head
words it overlaps, and is right when the name that it was followed to stands in a mention of the same chain, wrong when
it was followed to anything else. The mention of a name is the smallest that covers it, or else overlaps it; where gold
marks none there, the other places that kg gives the same name count in its stead. Organisations and persons are scored
apart.

A link of kg at a mention that gold marks as of another type is passed over when it is right by that chain, for gold of
places and products is not scored here; otherwise it counts as wrong. Where gold marks every mention (GUM), a link at
words that it does not mark is wrong too. Where gold marks some mentions only (DFKI), only links at marked ones count.
Where gold says of two names alone whether they are meant (GAP), a link to a third name is wrong if one of them is
meant, and not counted if neither is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

from kg.datasets import BODY, NAME, NOMINAL, PERSON, PRONOUN, Chained, Referring
from kg.evaluate.bootstrap import spread
from kg.evaluate.marking import OVERALL, Error, Progress, Sheet
from kg.evaluate.measures import Counts, total
from kg.lexicon import Lexicon
from kg.model import Document, Mention
from kg.nlp import Annotated

Annotate = Callable[[Iterable[Document]], Iterable[Annotated]]
TYPES, FORMS = (BODY, PERSON), (PRONOUN, NOMINAL)
COLUMNS = ("", "precision", "95 %", "recall", "95 %", "right", "given", "gold")


class Link(NamedTuple):
    """A mention that kg resolved: its half-open character offsets, the name it was followed to, type and form.

    `names` are the places where kg finds that name, the one that it was followed to first.
    """

    start: int
    end: int
    names: tuple[tuple[int, int], ...]
    type: str
    form: str


@dataclass(frozen=True, slots=True)
class Row:
    """Scores of one type of things and one form of words ("" for both forms), with 95 % intervals."""

    type: str
    form: str
    precision: float
    precision_interval: tuple[float, float]
    recall: float
    recall_interval: tuple[float, float]
    right: int
    system: int
    gold: int


@dataclass(frozen=True, slots=True)
class Coreference:
    """The scores of a file and its errors."""

    documents: int
    rows: tuple[Row, ...]
    errors: tuple[Error, ...]

    def table(self) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
        """Column names and rows for a person to read."""
        return COLUMNS, [_shown(row) for row in self.rows]

    def to_json(self, *, errors: bool = False) -> dict[str, Any]:
        """The scores, and the errors where they are asked for."""
        found: dict[str, Any] = {"documents": self.documents, "scores": [asdict(row) for row in self.rows]}
        return found | ({"errors": [asdict(error) for error in self.errors]} if errors else {})


def evaluate_coreference(
    gold: Iterable[Chained], annotate: Annotate, lexicon: Lexicon, progress: Progress | None = None
) -> Coreference:
    """Score the pronouns and nominals that are resolved in the texts of gold."""
    texts, sheets = list(gold), []
    annotated = annotate(Document(text.id, text.text) for text in texts)
    for text, read in zip(texts, annotated, strict=True):
        sheets.append(_marked(text, list(_links(read, lexicon))))
        if progress is not None:
            progress(len(sheets), len(texts), text.id)
    rows = [row for type_ in TYPES for form in ("", *FORMS) if (row := _row(sheets, type_, form)) is not None]
    return Coreference(len(texts), tuple(rows), tuple(error for sheet in sheets for error in sheet.errors))


def _links(read: Annotated, lexicon: Lexicon) -> Iterator[Link]:
    people, bodies = lexicon.kinds_like("title"), lexicon.kinds_like("nameWord")
    mentions, places = places_of_names(read)
    for m in mentions:
        if m.chain and m.how in FORMS:
            yield Link(m.start, m.end, (m.chain[-1], *places[m.name]), _type(m, people, bodies), m.how)


def places_of_names(read: Annotated) -> tuple[list[Mention], dict[str, list[tuple[int, int]]]]:
    """All mentions of a text, and where each name stands in any of its forms."""
    mentions = list(dict.fromkeys(named.mention for parsed in read.passages for named in parsed.mentions.values()))
    places: dict[str, list[tuple[int, int]]] = {}
    for m in mentions:
        places.setdefault(m.name, []).extend([(m.start, m.end)] if m.how == NAME else [])
    return mentions, places


def chains_at(gold: Chained, places: Iterable[tuple[int, int]]) -> set[int]:
    """The chain that gold gives the first place, or, where it marks nothing there, the chains of the other places."""
    first, *others = places
    found = _chain_at(gold, first)
    return {c for p in others if (c := _chain_at(gold, p)) is not None} if found is None else {found}


def _chain_at(gold: Chained, place: tuple[int, int]) -> int | None:
    """The chain of the smallest mention that covers a place, or else overlaps it."""
    start, end = place
    near = [m for m in gold.mentions if start < m.extent[1] and m.extent[0] < end]
    covering = [m for m in near if m.extent[0] <= start and end <= m.extent[1]]
    return min(covering or near, key=lambda m: m.extent[1] - m.extent[0]).chain if near else None


def _type(mention: Mention, people: Iterable[str], bodies: Iterable[str]) -> str:
    return PERSON if mention.kind in people else BODY if mention.kind in bodies else ""


def _marked(gold: Chained, links: list[Link]) -> Sheet:
    sheet = Sheet(gold.id)
    chains = {m.chain for m in gold.mentions if m.form == NAME}
    found: set[Referring] = set()
    for link in links:
        here = next((m for m in gold.mentions if m.form != NAME and _overlap(link, m)), None)
        meant = chains_at(gold, link.names)
        is_right = here is not None and meant == {here.chain}
        type_ = here.type if here is not None and here.type in TYPES else link.type
        if not _counts(gold, link, here, meant, chains) or (here in found and is_right):
            continue
        form = here.form if here is not None and here.form in FORMS else link.form
        sheet.add("system", OVERALL, (type_, ""), (type_, form))
        if is_right and here is not None:
            sheet.add("right", OVERALL, (type_, ""), (type_, form))
            found.add(here)
        else:
            _note(sheet, "wrong", gold.text, (link.start, link.end), (type_, gold.text[slice(*link.names[0])]))
    for m in gold.mentions:
        if m.type in TYPES and m.form in FORMS and m.chain in chains:
            sheet.add("gold", OVERALL, (m.type, ""), (m.type, m.form))
            if m not in found:
                name = next(n for n in gold.mentions if n.chain == m.chain and n.form == NAME)
                _note(sheet, "missed", gold.text, (m.start, m.end), (m.type, gold.text[name.start : name.end]))
    return sheet


def _counts(gold: Chained, link: Link, here: Referring | None, meant: set[int], chains: set[int]) -> bool:
    """Whether a link is scored; see the head of this module."""
    if here is None:
        return gold.whole and link.type in TYPES
    if here.type not in TYPES:
        return here.chain not in meant and link.type in TYPES
    if not here.form:
        return gold.whole and here.chain not in meant
    return not gold.closed or bool(meant) or here.chain in chains


def _overlap(link: Link, mention: Referring) -> bool:
    return link.start < mention.end and mention.start < link.end


def _note(sheet: Sheet, error: str, text: str, place: tuple[int, int], said: tuple[str, str]) -> None:
    """Keep an error with the line that it stands in, or the hundred characters on each side."""
    start = max(text.rfind("\n", 0, place[0]) + 1, place[0] - 100)
    end = text.find("\n", place[1])
    quote = text[start : min(end if end >= 0 else len(text), place[1] + 100)]
    sheet.note(error, (text[slice(*place)], said[0], said[1], ""), quote)


def _row(sheets: list[Sheet], type_: str, form: str) -> Row | None:
    counts = [sheet.of((type_, form)) for sheet in sheets]
    all_ = total(counts)
    if not all_.system + all_.gold:
        return None
    ends = (_rounded(spread(counts, measure)) for measure in (_precision, _recall))
    return Row(
        type_, form, round(_precision(all_) or 0.0, 4), next(ends), round(_recall(all_) or 0.0, 4), next(ends), *all_
    )


def _rounded(ends: tuple[float, float]) -> tuple[float, float]:
    return round(ends[0], 4), round(ends[1], 4)


def _precision(counts: Counts) -> float | None:
    return counts.right / counts.system if counts.system else None


def _recall(counts: Counts) -> float | None:
    return counts.right / counts.gold if counts.gold else None


def _shown(row: Row) -> tuple[str, ...]:
    name = f"  {row.form}" if row.form else f"{row.type}s"
    p, r = (f"{low:.2f}–{high:.2f}" for low, high in (row.precision_interval, row.recall_interval))
    return (name, f"{row.precision:.3f}", p, f"{row.recall:.3f}", r, *map(str, (row.right, row.system, row.gold)))

"""One entity for each thing: senses of names, joined where their names and the documents say that they are one.

The canonical name is the most frequent full name that is no former one, of equals the longest, of those the first in
the alphabet; the kind is the most frequent. No result depends on the order of documents.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from kg.disk import ByKey
from kg.lexicon import Lexicon
from kg.model import Alias, Entity, Extraction, Match, Mention, Reason, content_id
from kg.resolve.decisions import Decision
from kg.resolve.features import DOUBTFUL, ENOUGH, Told, score
from kg.resolve.linking import Groups, Scored, joined, scored
from kg.resolve.names import slug
from kg.resolve.records import OTHER, SPOKEN, Record, Records, Sense, key_of, most, senses
from kg.resolve.telling import Listing, Telling, unlisted

_FORMER = "former"


@dataclass(frozen=True)
class Entities:
    """The entities behind mentions, the way from one to the other, and what was thought of names that are alike."""

    all: tuple[Entity, ...]
    matches: tuple[Match, ...]
    aliases: Sequence[Alias]
    _records: Records = field(repr=False)

    @classmethod
    def of(
        cls,
        extractions: Iterable[Extraction],
        lexicon: Lexicon,
        decisions: Sequence[Decision] = (),
        listing: Listing = unlisted,
        texts: Iterable[str] | None = None,
    ) -> Entities:
        """Resolve the mentions of all documents; `texts` are those of the documents, for who has them at hand.

        The extractions are gone through several times.
        """
        texts = (e.document.text for e in extractions) if texts is None else texts
        records = Records(extractions, lexicon, decisions, texts)
        found = senses(records, decisions)
        telling = Telling(found, records, listing)
        bodies = frozenset(lexicon.kinds_like("nameWord"))
        pairs = _scored(found, telling, records, bodies)
        forced, barred = _decided(found, decisions)
        # what one name means in several senses is several things
        same = {pair for numbers in _by_key(found).values() for pair in combinations(numbers, 2)}
        same = {pair for pair in same if not telling.is_one_listing(*pair)}
        groups = joined({s.number: s.name for s in found}, pairs, forced, [*barred, *sorted(same - set(forced))])
        entities = _with_mentions(_entities(found, groups, records.aliases), extractions, records)
        matches = {*_matches(found, pairs, groups, forced, barred), *_within_documents(records.aliases)}
        return cls(entities, tuple(sorted(matches)), records.aliases, records)

    def id_of(self, mention: Mention) -> str:
        """The id of the entity that a mention means."""
        return self._records.of(mention).entity


def _scored(found: Sequence[Sense], telling: Telling, records: Records, bodies: frozenset[str]) -> list[Scored[int]]:
    """Pairs of bodies whose names are alike, and pairs of any sort that documents or a register give as one."""
    clear = (s for s in found if s.kind in bodies and s.sort == OTHER)
    alike = {s.number: s.name for s in clear if not records.vague.holds(key_of(s.name.text), s.kind)}
    given = [(a, b) for a, b in telling.pairs if found[a].sort == found[b].sort]
    names = alike | {n: found[n].name for pair in given for n in pair}
    return scored(dict(sorted(names.items())), telling.told, given)


def _decided(
    found: Sequence[Sense], decisions: Iterable[Decision]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Pairs of senses that decisions force together or forbid."""
    by_key = _by_key(found)
    forced: list[tuple[int, int]] = []
    barred: list[tuple[int, int]] = []
    for decision in decisions:
        for one, other in decision.pairs:
            pairs = [(a, b) for a in by_key.get(one, ()) for b in by_key.get(other, ()) if a != b]
            (forced if decision.same else barred).extend(pairs)
    return forced, barred


def _by_key(found: Iterable[Sense]) -> dict[str, list[int]]:
    by_key: dict[str, list[int]] = defaultdict(list)
    for sense in found:
        by_key[key_of(sense.name.text)].append(sense.number)
    return by_key


def _entities(found: Sequence[Sense], groups: Groups[int], aliases: Iterable[Alias]) -> list[Entity]:
    """The entities in the order of their ids, still without mentions; the records learn whose they are."""
    together: dict[int, list[Record]] = defaultdict(list)
    for sense in found:
        together[groups.of(sense.number)] += sense.records
    given: dict[tuple[str, str], list[Alias]] = defaultdict(list)
    for alias in aliases:
        given[alias.document, alias.name].append(alias)
    drafts = [_draft(some, given) for some in together.values()]
    taken = Counter((draft.kind.lower(), slug(key_of(draft.name))) for draft in drafts)
    entities: list[Entity] = []
    for draft, some in zip(drafts, together.values(), strict=True):
        kind, end = draft.kind.lower(), slug(key_of(draft.name))
        if taken[kind, end] > 1:
            end += "-" + content_id(min(f"{r.document}\x1f{r.name}" for r in some))[:6]
        entities.append(replace(draft, id=f"{kind}/{end}"))
        for record in some:
            record.entity = entities[-1].id
    return sorted(entities, key=lambda e: e.id)


def _draft(records: Sequence[Record], given: Mapping[tuple[str, str], Sequence[Alias]]) -> Entity:
    """An entity without its id."""
    also = [alias for record in records for alias in given.get((record.document, record.name), ())]
    former = {key_of(alias.form) for alias in also if alias.how == _FORMER}
    names = [name for record in records for name in record.names]
    name = most([n for n in names if key_of(n) not in former] or names)
    forms = {form for record in records for form in record.forms} | set(names) | {alias.form for alias in also}
    return Entity("", most(kind for record in records for kind in record.kinds), name, tuple(sorted(forms - {name})))


def _with_mentions(
    entities: Iterable[Entity], extractions: Iterable[Extraction], records: Records
) -> tuple[Entity, ...]:
    """The entities with the mentions that name them, and those that otherwise mean them, by document and place."""
    in_order = ((m, records.of(m).entity) for e in extractions for m in sorted(dict.fromkeys(e.mentions), key=_place))
    shown, spoken = ByKey(Mention), ByKey(Mention)
    for mention, entity in in_order:
        (spoken if mention.how in SPOKEN else shown).add(entity, mention)
    named, meant = shown.sequences(), spoken.sequences()
    return tuple(replace(e, mentions=named.get(e.id, ()), references=meant.get(e.id, ())) for e in entities)


def _place(mention: Mention) -> tuple[int, int]:
    return mention.start, mention.end


def _matches(
    found: Sequence[Sense],
    pairs: Iterable[Scored[int]],
    groups: Groups[int],
    forced: Iterable[tuple[int, int]],
    barred: Iterable[tuple[int, int]],
) -> Iterable[Match]:
    """What became of each pair that is at least doubtful or decided."""
    labels = {s.number: s.label for s in found}
    decided = {frozenset(p): "forced" for p in forced} | {frozenset(p): "forbidden" for p in barred}
    for pair in pairs:
        verdict = decided.pop(frozenset((pair.one, pair.other)), "")
        is_one = groups.of(pair.one) == groups.of(pair.other)
        if not (verdict or _is_shown(pair, is_one=is_one)):
            continue
        verdict = verdict or ("merged" if is_one else "apart")
        yield _match(labels[pair.one], labels[pair.other], verdict, pair.score, pair.reasons)
    for ends, verdict in decided.items():
        one, other = sorted(ends)
        yield _match(labels[one], labels[other], verdict, float(verdict == "forced"), ())


def _is_shown(pair: Scored[int], *, is_one: bool) -> bool:
    """Whether a person may want to see it: it is one, or nearly, or would be if a document said so."""
    if is_one or pair.score >= DOUBTFUL:
        return pair.score >= (ENOUGH if is_one else DOUBTFUL)
    told = pair.pair.told
    alone, _ = score(replace(pair.pair, told=Told()))
    return alone >= ENOUGH and not (told.apart or told.related)


def _match(one: str, other: str, verdict: str, score: float, reasons: Sequence[Reason]) -> Match:
    first, second = sorted((one, other))
    return Match(first, second, verdict, round(score, 3), tuple(reasons))


def _within_documents(aliases: Iterable[Alias]) -> Iterable[Match]:
    """Forms that a document uses for a name, with how it gives them."""
    places: dict[tuple[str, str, str], list[Alias]] = defaultdict(list)
    for alias in aliases:
        if alias.form != alias.name:
            places[alias.form, alias.name, alias.how].append(alias)
    for (form, name, how), some in places.items():
        words = f"{some[0].document}, characters {some[0].start} to {some[0].end}"
        more = f" and {len(some) - 1} more" if len(some) > 1 else ""
        yield _match(form, name, "merged", 1.0, (Reason(f"{how} in a document", 0.0, words + more),))

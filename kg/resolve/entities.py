"""One entity for each thing: senses of names, joined where their names and the documents say that they are one.

The canonical name is the most frequent full name that is no former one, of equals the longest, of those the first in
the alphabet; the kind is the most frequent. No result depends on the order of documents.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from kg.disk import ByKey
from kg.lexicon import Lexicon
from kg.model import Alias, Entity, Extraction, Match, Mention, Reason, content_id
from kg.resolve.decisions import Decision
from kg.resolve.features import DOUBTFUL, ENOUGH, Told, score
from kg.resolve.linking import Groups, Namesakes, Scored, joined, scored
from kg.resolve.names import slug
from kg.resolve.records import SPOKEN, Records, key_of, most
from kg.resolve.senses import OTHER, Meanings, Sense, numbers_by_key, senses
from kg.resolve.telling import Listing, Telling, unlisted

_FORMER = "former"


@dataclass(frozen=True)
class Entities:
    """The entities behind mentions, the way from one to the other, and what was thought of names that are alike."""

    all: tuple[Entity, ...]
    matches: tuple[Match, ...]
    aliases: Sequence[Alias]
    id_of: Callable[[Mention], str] = field(repr=False)
    """The id of the entity that a mention means."""

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
        meanings = Meanings(found)
        telling = Telling(found, meanings, records, listing)
        bodies = frozenset(lexicon.kinds_like("nameWord"))
        pairs = _scored(found, telling, records, bodies)
        forced, barred = _decided(found, decisions)
        groups = joined(range(len(found)), pairs, forced, barred, _namesakes(found, telling, forced))
        matches = {*_matches(found, pairs, groups, forced, barred), *_within_documents(records.aliases)}
        entities, ids = _entities(found, groups, meanings, records.borne)
        naming, aliases = records.naming, records.aliases
        del records, found, telling, pairs  # before all is gone through again

        def id_of(mention: Mention) -> str:
            return ids[meanings.of(mention.document, naming(mention))]

        return cls(_with_mentions(entities, extractions, id_of), tuple(sorted(matches)), aliases, id_of)


def _scored(found: Sequence[Sense], telling: Telling, records: Records, bodies: frozenset[str]) -> list[Scored[int]]:
    """Pairs of bodies whose names are alike, and pairs of any sort that documents or a register give as one."""
    clear = (s for s in found if s.kind in bodies and s.sort == OTHER)
    alike = {s.number: s.name for s in clear if not records.vague.holds(s.key, s.kind)}
    given = [(a, b) for a, b in telling.pairs if found[a].sort == found[b].sort]
    names = alike | {n: found[n].name for pair in given for n in pair}
    return scored(dict(sorted(names.items())), telling.told, given)


def _namesakes(found: Sequence[Sense], telling: Telling, forced: Iterable[tuple[int, int]]) -> Namesakes[int]:
    """What one name means in several senses is several things, unless a register or a decision says otherwise."""
    by_hand = {pair for one, other in forced for pair in ((one, other), (other, one))}
    several = {n: key for key, numbers in numbers_by_key(found).items() if len(numbers) > 1 for n in numbers}
    return Namesakes(several, lambda one, other: (one, other) in by_hand or telling.is_one_listing(one, other))


def _decided(
    found: Sequence[Sense], decisions: Sequence[Decision]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Pairs of senses that decisions force together or forbid."""
    by_key = numbers_by_key(found) if decisions else {}
    forced: list[tuple[int, int]] = []
    barred: list[tuple[int, int]] = []
    for decision in decisions:
        for one, other in decision.pairs:
            pairs = [(a, b) for a in by_key.get(one, ()) for b in by_key.get(other, ()) if a != b]
            (forced if decision.same else barred).extend(pairs)
    return forced, barred


def _entities(
    found: Sequence[Sense], groups: Groups[int], meanings: Meanings, aliases: Iterable[Alias]
) -> tuple[list[Entity], list[str]]:
    """The entities in the order of their ids, still without mentions, and the id of each sense's entity."""
    together: dict[int, list[Sense]] = defaultdict(list)
    for sense in found:
        together[groups.of(sense.number)].append(sense)
    given: dict[int, list[Alias]] = defaultdict(list)
    for alias in aliases:
        given[groups.of(meanings.of(alias.document, alias.name))].append(alias)
    drafts = [_draft(some, given.get(group, ())) for group, some in together.items()]
    plain = list(map(_id, drafts))
    taken = Counter(plain)
    ids = [""] * len(found)
    entities: list[Entity] = []
    for draft, id_, some in zip(drafts, plain, together.values(), strict=True):
        first = min(f"{r.document}\x1f{r.name}" for s in some for r in s.records) if taken[id_] > 1 else ""
        entities.append(replace(draft, id=f"{id_}-{content_id(first)[:6]}" if first else id_))
        for sense in some:
            ids[sense.number] = entities[-1].id
    return sorted(entities, key=lambda e: e.id), ids


def _id(draft: Entity) -> str:
    """The id of an entity that shares it with no other."""
    return f"{draft.kind.lower()}/{slug(key_of(draft.name))}"


def _draft(senses: Iterable[Sense], also: Iterable[Alias]) -> Entity:
    """An entity without its id, of its senses and the aliases that documents give it."""
    former = {key_of(alias.form) for alias in also if alias.how == _FORMER}
    records = [record for sense in senses for record in sense.records]
    names = [name for record in records for name in record.names]
    name = most(([n for n in names if key_of(n) not in former] if former else []) or names)
    forms = {form for record in records for form in record.forms} | set(names) | {alias.form for alias in also}
    return Entity("", most(kind for record in records for kind in record.kinds), name, tuple(sorted(forms - {name})))


def _with_mentions(
    entities: Iterable[Entity], extractions: Iterable[Extraction], id_of: Callable[[Mention], str]
) -> tuple[Entity, ...]:
    """The entities with the mentions that name them, and those that otherwise mean them, by document and place."""
    in_order = ((m, id_of(m)) for e in extractions for m in sorted(dict.fromkeys(e.mentions), key=_place))
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

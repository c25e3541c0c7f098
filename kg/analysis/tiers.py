"""Exposure at one remove: customers of customers, suppliers of suppliers, and what comes with owners and holdings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import prod

from kg.analysis.lines import MAKE, OWNERSHIP, SHARE, TRADE, USE, Line, Scene, is_usable
from kg.model import Fact
from kg.query import share_of_chain, share_of_fact
from kg.sentences import fact_sentence

NOTABLE = 10  # percent of a whole, from which a single party is named: the threshold of US and IFRS segment reporting


@dataclass(frozen=True, slots=True)
class Indirect:
    """Somebody that is reached over others: `path` are names from the company on, `facts` what links them.

    The confidence is the product of those of the facts.
    """

    kind: str
    name: str
    path: tuple[str, ...]
    sentences: tuple[str, ...]
    facts: tuple[Fact, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Dependence:
    """A sentence on who hangs on whom, with the facts behind it."""

    sentence: str
    facts: tuple[Fact, ...]


def indirect(scene: Scene, entity: str) -> tuple[Indirect, ...]:
    """Everybody at one remove, sorted by kind and name; the company itself is none of them."""
    found = [
        *_second(scene, entity, "customer of a customer", customers=True),
        *_second(scene, entity, "supplier of a supplier", customers=False),
        *_holdings(scene, entity),
        *_owners(scene, entity),
        *_own_owners(scene, entity),
    ]
    return tuple(sorted(found, key=lambda i: (i.kind, i.name, i.path, [f.id for f in i.facts])))


def partners(scene: Scene, entity: str, *, customers: bool) -> Iterator[tuple[str, Fact]]:
    """Customers or suppliers that can be built on, with the fact of each."""
    for f in scene.facts_from(entity, TRADE, other_side=customers):
        if is_usable(f):
            yield (f.object if f.subject == entity else f.subject), f


def _second(scene: Scene, entity: str, kind: str, *, customers: bool) -> Iterator[Indirect]:
    for partner, first in partners(scene, entity, customers=customers):
        for other, second in partners(scene, partner, customers=customers):
            if other != entity:
                yield _indirect(scene, kind, (entity, partner, other), (first, second))


def _holdings(scene: Scene, entity: str) -> Iterator[Indirect]:
    """What the company holds, over any number of steps, and the trade of that."""
    by_id = scene.by_id
    for held, ids in scene.interests.get(entity, {}).items():
        chain = tuple(by_id[id] for id in ids)
        path = (entity, *_along(chain, entity))
        yield _indirect(scene, "holding", path, chain, _share(chain))
        for customers, kind in ((True, "customer of a holding"), (False, "supplier of a holding")):
            for other, fact in partners(scene, held, customers=customers):
                if other != entity:
                    yield _indirect(scene, kind, (*path, other), (*chain, fact))


def _owners(scene: Scene, entity: str) -> Iterator[Indirect]:
    """Who owns a customer or supplier."""
    sides = {True: "owner of a customer", False: "owner of a supplier"}
    for customers, kind in sides.items():
        for partner, fact in partners(scene, entity, customers=customers):
            for f in scene.facts_from(partner, OWNERSHIP, other_side=True):
                owner = f.object if f.subject == partner else f.subject
                if is_usable(f) and owner != entity:
                    yield _indirect(scene, kind, (entity, partner, owner), (fact, f))


def _own_owners(scene: Scene, entity: str) -> Iterator[Indirect]:
    """Who holds the company, over any number of steps."""
    for owner, held in scene.interests.items():
        if entity in held:
            chain = tuple(scene.by_id[id] for id in held[entity])
            yield _indirect(scene, "owner", tuple(reversed((owner, *_along(chain, owner)))), chain, _share(chain))


def _share(chain: tuple[Fact, ...]) -> str:
    """What comes out of the shares of a chain, where each is told."""
    share = share_of_chain(chain) if len(chain) > 1 else None
    return f"{share.text} by this way" if share else ""


def _along(chain: Iterable[Fact], start: str) -> Iterator[str]:
    at = start
    for f in chain:
        at = f.object if f.subject == at else f.subject
        yield at


def _indirect(scene: Scene, kind: str, path: tuple[str, ...], facts: tuple[Fact, ...], more: str = "") -> Indirect:
    names = tuple(map(scene.name, path))
    sentences = (*(fact_sentence(scene.graph, f) for f in facts), *([more] if more else []))
    sure = round(prod(f.confidence for f in facts), 3)
    return Indirect(kind, names[-1], names, sentences, facts, sure)


def owners_of(scene: Scene) -> Mapping[str, frozenset[str]]:
    """The owners of everything that has any, over any number of steps."""
    found: dict[str, set[str]] = {}
    for owner, held in scene.interests.items():
        for each in held:
            found.setdefault(each, set()).add(owner)
    return {each: frozenset(ids) for each, ids in found.items()}


def dependences(scene: Scene, entity: str, suppliers: Iterable[Line]) -> tuple[Dependence, ...]:
    """Who hangs on whom: suppliers that live off the company, and what only one known party provides."""
    found = [*_dependent_suppliers(scene, entity), *_single_makers(scene, entity), *_single_sources(scene, suppliers)]
    return tuple(found)


def _dependent_suppliers(scene: Scene, entity: str) -> Iterator[Dependence]:
    for supplier, fact in partners(scene, entity, customers=False):
        share, figure = share_of_fact(fact), scene.figure(fact, SHARE)
        if share is None or share.number is None or figure is None or share.bound == "at most":
            continue
        if share.number >= NOTABLE:
            words = scene.share_words(fact, figure)
            yield Dependence(f"{scene.name(supplier)} has {words} from {scene.name(entity)}", (fact,))


def _single_makers(scene: Scene, entity: str) -> Iterator[Dependence]:
    """Products that the company uses and one known other provides."""
    for used in scene.facts_from(entity, USE):
        product = used.object if used.subject == entity else used.subject
        makers = {
            (f.object if f.subject == product else f.subject): f
            for f in scene.facts_from(product, MAKE, other_side=True)
            if is_usable(f)
        }
        if is_usable(used) and len(makers) == 1 and entity not in makers:
            (maker, fact), me = next(iter(makers.items())), scene.name(entity)
            sentence = f"{scene.name(maker)} is the only known provider of {scene.name(product)}, which {me} uses"
            yield Dependence(sentence, (used, fact))


def _single_sources(scene: Scene, suppliers: Iterable[Line]) -> Iterator[Dependence]:
    """What is bought of one known supplier only."""
    by_id = scene.by_id
    by_purpose: dict[str, list[Line]] = {}
    for line in suppliers:
        if line.counts and line.purpose:
            by_purpose.setdefault(line.purpose.casefold(), []).append(line)
    for _, found in sorted(by_purpose.items()):
        if len({line.entity for line in found}) == 1:
            sentence = f"{found[0].name} is the only known supplier of {found[0].purpose}"
            yield Dependence(sentence, tuple(by_id[line.fact] for line in found))

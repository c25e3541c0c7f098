"""Entities with the identifiers that registers give them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from kg.lexicon import Lexicon
from kg.model import Alias, Entity
from kg.registers.listing import Match, Query
from kg.registers.lookup import Registers

LISTED = "listed"
SHORT = "short"
TICKER = "ticker"
IRI = "sameAs"

Listed = Callable[[str, tuple[str, ...], tuple[str, ...]], Mapping[str, str]]


def identified(
    entities: Sequence[Entity], registers: Registers, lexicon: Lexicon, aliases: Iterable[Alias] = ()
) -> tuple[Entity, ...]:
    """The same entities, with identifiers where a register has them; the others stay local.

    Which kinds are listed the lexicon says (lex:listed). An alias of a document that is a ticker counts for the
    entity that bears the name it stands for. What an entity has already stays.
    """
    symbols: dict[str, list[str]] = {}
    for alias in sorted(aliases):
        if alias.how == TICKER:
            symbols.setdefault(alias.name, []).append(alias.form)
    kinds = {kind: lexicon.inherited(kind, LISTED) for kind in lexicon.kinds_like(LISTED)}
    return tuple(_identified(e, registers, symbols, kinds[e.kind]) if e.kind in kinds else e for e in entities)


def listing_of(registers: Registers, lexicon: Lexicon) -> Listed:
    """A function that tells which company of each register a kind, names (most used first) and tickers mean."""
    kinds = {kind: lexicon.inherited(kind, LISTED) for kind in lexicon.kinds_like(LISTED)}

    def listing(kind: str, names: tuple[str, ...], tickers: tuple[str, ...]) -> Mapping[str, str]:
        if kind not in kinds or not names:
            return {}
        found = registers.answer(Query(names[0], names[1:], tickers, full=SHORT not in kinds[kind]))
        return {
            match.register: " ".join((match.company.identifiers or (("", match.company.name),))[0]) for match in found
        }

    return listing


def query_of(entity: Entity, symbols: dict[str, list[str]], ways: frozenset[str]) -> Query:
    """What the entity's names say, tickers set apart."""
    names = (entity.name, *entity.aliases)
    tickers = tuple(dict.fromkeys(t for name in names for t in symbols.get(name, ())))
    aliases = tuple(a for a in entity.aliases if a not in tickers)
    return Query(entity.name, aliases, tickers, full=SHORT not in ways)


def _identified(entity: Entity, registers: Registers, symbols: dict[str, list[str]], ways: frozenset[str]) -> Entity:
    found = [pair for match in registers.answer(query_of(entity, symbols, ways)) for pair in _identifiers(match)]
    if not found:
        return entity
    return replace(entity, identifiers=tuple(dict.fromkeys((*entity.identifiers, *found))))


def _identifiers(match: Match) -> list[tuple[str, str]]:
    company = match.company
    return [*company.identifiers, *([(IRI, company.iri)] if company.iri else [])]

"""Coverage and network as pages."""

from __future__ import annotations

from collections.abc import Sequence

from kg.analysis.covered import Coverage, Density, Seen, Silent
from kg.analysis.linked import Bridge, Central, Network
from kg.analysis.page import Page, Row, Section, Source, sources

LISTED = 30  # rows of a long table; how many more there are is said
_MEMBERS = 8


def coverage_page(found: Coverage, *, listed: int = LISTED) -> Page:
    """What texts gave and what they did not; long tables are cut after `listed` rows."""
    quiet = len(found.silent)
    one, named = len(found.documents) == 1, found.joinable == 1
    intro = (
        f"{len(found.documents):,} document{'s' * (not one)}, {found.sentences:,} sentences by a light splitter.",
        f"Of {found.joinable:,} sentence{'s' * (not named)} in which two entities stand of which a relation could "
        f"hold, {quiet:,} with two parties that could trade yielded nothing.",
    )
    return Page(
        "Coverage",
        intro,
        (
            _cut("Documents without a fact", _DOCUMENT, list(map(_density, found.empty)), listed),
            _cut("Documents", _DOCUMENT, [_density(d) for d in found.documents if d.facts], listed),
            _cut("Silent sentences", ("Names", "Document", "At"), list(map(_silent, found.silent)), listed),
            _never("Relations", found.relations),
            _never("Kinds", found.kinds),
            _never("Metrics", found.metrics),
        ),
    )


_DOCUMENT = ("Document", "Words", "Sentences", "Entities", "Facts", "Numbers", "Silent", "Per 1,000 words")


def _density(d: Density) -> Row:
    counts = (d.words, d.sentences, d.entities, d.facts, d.observations, d.silent)
    return Row((d.document, *counts, d.per_thousand))


def _silent(s: Silent) -> Row:
    return Row((", ".join(s.names), s.document, s.start), (), (Source(s.quote, s.document, ""),))


def _never(title: str, terms: Sequence[Seen]) -> Section:
    rows = [Row((t.label, t.number, ", ".join(f"{n} {s}" for s, n in t.statuses if s != "asserted"))) for t in terms]
    has_statuses = any(t.statuses for t in terms)
    columns = (title[:-1], "Number", "Not asserted") if has_statuses else (title[:-1], "Number")
    rows = rows if has_statuses else [Row(r.cells[:2]) for r in rows]
    seen = [row for row, t in zip(rows, terms, strict=True) if t.number]
    never = ", ".join(t.label for t in terms if not t.number)
    return Section(title, columns, tuple(seen), (f"Never seen: {never}.",) if never else ())


def network_page(found: Network, *, listed: int = LISTED) -> Page:
    """How a graph hangs together; long tables are cut after `listed` rows."""
    counted = " and ".join(found.statuses)
    intro = [
        f"{len(found.entities):,} entities with {found.links:,} links from {found.facts:,} facts ({counted}); "
        f"{found.alone:,} entities have none.",
        f"Density {found.density:.4f}. {len(found.components):,} components, the largest of "
        f"{found.components[0] if found.components else 0:,} entities. {len(found.communities):,} communities "
        f"(Louvain), modularity {found.modularity:.2f}.",
    ]
    intro += ["Betweenness is estimated from a sample."] if found.is_sampled else []
    columns = ("Name", "Kind", "Degree", "Between", "PageRank", "Community", "Cuts")
    groups = [_community(n, names) for n, names in enumerate(found.communities, 1) if len(names) > 1]
    return Page(
        "Network",
        tuple(intro),
        (
            _cut("Most central", columns, list(map(_central, found.entities)), listed, _EXPLAINED),
            _cut("Bridges", ("One side", "Other side", "Smaller part"), list(map(_bridge, found.bridges)), listed),
            _cut("Communities", ("Community", "Entities", "Members"), groups, listed),
        ),
    )


_EXPLAINED = (
    "Degree: how many others it is linked to. Between: the part of shortest ways between others that pass through it. "
    "PageRank: along facts from subject to object, in all 1. Cuts: whether something would fall apart without it."
)


def _central(c: Central) -> Row:
    return Row((c.name, c.kind, c.degree, c.betweenness, c.rank, c.community, "yes" if c.cuts else None))


def _bridge(b: Bridge) -> Row:
    kept, more = sources((f.id, e) for f in b.facts for e in f.evidence[:1])
    return Row((b.one, b.other, b.size), (), kept, more)


def _community(number: int, names: Sequence[str]) -> Row:
    more = f" and {len(names) - _MEMBERS} more" if len(names) > _MEMBERS else ""
    return Row((number, len(names), ", ".join(names[:_MEMBERS]) + more))


def _cut(title: str, columns: tuple[str, ...], rows: Sequence[Row], listed: int, note: str = "") -> Section:
    """A table of its first rows, with how many more there are."""
    notes = [f"{len(rows) - listed:,} more are left out here."] if len(rows) > listed else []
    notes += [note] if note else []
    return Section(title, columns, tuple(rows[:listed]), tuple(notes))

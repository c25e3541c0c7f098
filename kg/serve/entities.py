"""/id/...: what is known of the thing that an IRI names, as a page, Turtle, JSON-LD ... by what the client takes."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response

from kg.export import joined, node
from kg.graph import KnowledgeGraph
from kg.model import Fact, Observation, Status
from kg.report import facts_of, observations_of, shortened
from kg.sentences import against, fact_sentence, in_sources, observation_sentence, together
from kg.serve.editions import RECORDS, Edition
from kg.serve.formats import GRAPHS, HTML, chosen
from kg.serve.live import Live
from kg.serve.messages import Request as Question
from kg.serve.pages import compact, page
from kg.serve.records import about
from kg.serve.responses import not_acceptable, refusal, sent
from kg.terminal import clean

_PASSAGES = 3  # that are shown beside a fact
# a node, the statements about it, and of both the evidence with its passages
_DESCRIPTION = """
CONSTRUCT { ?n ?p ?o } WHERE {
  { SELECT DISTINCT ?n {
      { VALUES ?s { %s } } UNION { ?s rdf:subject|rdf:object|kg:about %s }
      ?s (^oa:hasBody/(oa:hasTarget/oa:hasSelector?)?)? ?n } }
  ?n ?p ?o }
"""


@dataclass(frozen=True, slots=True)
class _Quote:
    document: str
    """Its id."""
    title: str
    date: str
    text: str


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence with what it rests on."""

    sentence: str
    id: str
    """The path of the fact or observation below the base."""
    status: str
    is_so: bool
    others: list[tuple[str, str]]
    """Ids and names of the entities to go on to."""
    quotes: list[_Quote]
    more: int
    """Passages that are not shown."""
    confidence: float
    notes: list[str]


async def entity(request: Request) -> Response:
    """Describe what an IRI below the base names."""
    live: Live = request.app.state.live
    pool, name = live.pool, request.path_params["name"]
    choice = chosen(request.headers.get("accept"), (HTML, *GRAPHS))
    if choice is None:
        raise not_acceptable((HTML, *GRAPHS))
    try:
        iri = node(pool.edition.base, name)
    except ValueError as error:
        raise refusal(404, "The graph has nothing of this name.") from error
    if choice.format is HTML:
        found = await asyncio.to_thread(_shown, pool.edition, name)
        if found is not None:
            return page("entity.html", iri=iri.value, **found)
    known = await pool.ask(Question(f"SELECT ?p ?o {{ {iri} ?p ?o }}", table="json"))
    if b'"p"' not in known.body.partition(b'"bindings"')[2] and known.status == 200 and not known.file:
        raise refusal(404, f"The graph has nothing called {clean(iri.value)}.")
    if choice.format is HTML:
        return page("node.html", iri=iri.value, name=name, rows=_rows(known.body, pool.edition))
    query = _DESCRIPTION % (iri, iri)
    return sent(await pool.ask(Question(query, triples=choice.format.name)), choice)


def _rows(body: bytes, edition: Edition) -> list[dict[str, Any]]:
    """What is said of a node, with the paths of nodes that have pages here."""
    found = []
    solutions = ox.parse_query_results(body, ox.QueryResultsFormat.JSON)
    assert isinstance(solutions, ox.QuerySolutions)
    for row in solutions:
        value = row["o"]
        is_here = isinstance(value, ox.NamedNode) and value.value.startswith(edition.base)
        text = str(getattr(value, "value", value))
        words = compact(text, edition.prefixes) if isinstance(value, ox.NamedNode) else text
        here = text.removeprefix(edition.base) if is_here else ""
        address = text if text.startswith(("http://", "https://")) and not here else ""
        label = compact(row["p"].value, edition.prefixes)
        found.append({"property": label, "words": words, "here": here, "address": address})
    return sorted(found, key=lambda row: (row["property"], row["words"]))


def _shown(edition: Edition, id: str) -> dict[str, Any] | None:
    """What the page of an entity shows, None where there is no such entity."""
    found = about(edition.folder / RECORDS, id, edition.base)
    if found is None:
        return None
    graph, left_out = found
    me = graph.by_id[id]
    kind = graph.ontology.kinds.get(me.kind)
    facts = {label: [_fact(graph, f, id) for f in facts] for label, facts in facts_of(graph, me).items()}
    numbers = {
        metric: [_observed(graph, group) for group in together(observed)]
        for metric, observed in observations_of(graph, me).items()
    }
    return {
        "name": clean(me.name),
        "kind": kind.label if kind else me.kind,
        "aliases": [clean(alias) for alias in me.aliases if alias != me.name],
        "identifiers": [(name, clean(value)) for name, value in joined(me.identifiers)],
        "facts": facts,
        "numbers": numbers,
        "left_out": left_out,
    }


def _fact(graph: KnowledgeGraph, fact: Fact, me: str) -> _Said:
    ends = [end for end in (fact.subject, fact.object) if end != me]
    others = [(end, clean(graph.by_id[end].name)) for end in ends if end in graph.by_id]
    notes = list(against(graph, fact))
    return _said(graph, fact_sentence(graph, fact), _path("fact", fact.id), [fact], others, notes)


def _observed(graph: KnowledgeGraph, group: list[Observation]) -> _Said:
    return _said(graph, observation_sentence(graph, group), _path("observation", group[0].id), group, [], [])


def _path(folder: str, id: str) -> str:
    """Where the node of a fact or observation is below the base; an id may hold its folder."""
    return f"{folder}/{id.removeprefix(folder + '/')}"


def _said(
    graph: KnowledgeGraph,
    sentence: str,
    id: str,
    said: Sequence[Fact | Observation],
    others: list[tuple[str, str]],
    notes: list[str],
) -> _Said:
    documents = {d.id: d for d in graph.documents}
    evidence = list({(e.document, e.start): e for each in said for e in each.evidence}.values())
    quotes = []
    for e in evidence[:_PASSAGES]:
        source = documents.get(e.document)
        title, date = (clean(source.title or ""), clean(source.date or "")) if source else ("", "")
        quotes.append(_Quote(e.document, title, date, shortened(e.quote)))
    status = graph.ontology.statuses[said[0].status.value]
    return _Said(
        f"{sentence}.",
        id,
        status.label,
        said[0].status is Status.ASSERTED,
        others,
        quotes,
        len(evidence) - len(quotes),
        min(each.confidence for each in said),
        [*notes, *in_sources(said)],
    )

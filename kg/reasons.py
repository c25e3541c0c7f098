"""Why a graph says something: the passages behind a fact or observation, the words that carry it marked."""

from __future__ import annotations

from collections.abc import Iterator

from kg.errors import InputError
from kg.graph import KnowledgeGraph
from kg.model import Evidence, Fact, Observation
from kg.report import measured, qualifier, relation_label, short_id
from kg.sentences import against, in_sources
from kg.terminal import CLOSE, OPEN, bold, clean, faint, marked, readable, safe, wrapped

_REACH = 400  # characters around a quote within which a mark, such as what a pronoun means, is shown with it


def find_said(graph: KnowledgeGraph, prefix: str) -> Fact | Observation:
    """The one fact or observation whose id begins so.

    Raises:
        InputError: there is none, or more than one.
    """
    wanted = prefix.strip()
    said: list[Fact | Observation] = [*graph.facts, *graph.observations]
    found = [s for s in said if wanted in (s.id, short_id(s))]
    if not found and wanted:
        found = [s for s in said if s.id.startswith(wanted) or short_id(s).startswith(wanted)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise InputError(f"No fact or observation has the id {clean(prefix)!r}; kg show lists them.")
    ids = ", ".join(short_id(s) for s in found[:5])
    raise InputError(f"{len(found)} ids begin with {clean(prefix)!r}: {ids}{', ...' if found[5:] else ''}.")


def reason_lines(graph: KnowledgeGraph, said: Fact | Observation) -> Iterator[str]:
    """What is said, then each passage that says it."""
    yield from map(bold, wrapped(_headline(graph, said), hanging=2))
    details = [said.status.value, f"confidence {said.confidence:.2f}", *in_sources([said])]
    yield from wrapped(" · ".join([*details, *(qualifier(n, v) for n, v in said.qualifiers)]), hanging=2)
    for note in against(graph, said) if isinstance(said, Fact) else ():
        yield from readable(note, hanging=2)
    texts = {document.id: document.text for document in graph.documents}
    for evidence in said.evidence:
        yield ""
        passage = marked_passage(evidence, texts.get(evidence.document, ""))
        yield from marked(wrapped(passage, 2))
        place = ", ".join(filter(None, [clean(evidence.document), clean(evidence.place)]))
        place = f"{place}, characters {evidence.start} to {evidence.end}"
        yield from map(faint, wrapped(f"{place}, read by {clean(evidence.extractor)}", 2, hanging=2))


def marked_passage(evidence: Evidence, text: str) -> str:
    """The quote, widened to the marks within reach, with OPEN and CLOSE around each mark."""
    start, end = evidence.start, evidence.end
    if text[start:end] != evidence.quote:  # the document is not at hand: only the quote can be shown
        text = " " * start + evidence.quote
    marks = sorted({(s, e) for _, s, e in evidence.marks if start - _REACH <= s and e <= min(end + _REACH, len(text))})
    at, end = min([start, *(s for s, _ in marks)]), max([end, *(e for _, e in marks)])
    pieces = []
    for first, last in marks:
        if at <= first < last:
            pieces += [safe(text[at:first]), OPEN, safe(text[first:last]), CLOSE]
            at = last
    return " ".join("".join([*pieces, safe(text[at:end])]).split())


def _headline(graph: KnowledgeGraph, said: Fact | Observation) -> str:
    subject = graph.by_id.get(said.subject)
    name = clean(subject.name) if subject else "?"
    if isinstance(said, Observation):
        return f"{name} · {measured(said)}"
    target = graph.by_id.get(said.object)
    return f"{name} · {relation_label(graph, said.relation)} · {clean(target.name) if target else '?'}"

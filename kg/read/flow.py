"""Where the paragraphs of a text stand: in elements of one form, its flow, be it in one element or in several alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Any

from kg.model import BlockKind
from kg.read.boxes import Heard
from kg.read.elements import name_of
from kg.read.spoken import is_sentence_end

_LED = 6  # words of an item that holds something
_PROSE = 12  # words by which an element is another part of the text
_SCATTERED = 0.6  # of the weight of a text that its main form has, if it is not in bands of many forms
_TITLED = 14  # words of a line that serves as a heading
_LISTS = frozenset({"ul", "ol", "dl"})
_SECTION = "h2"  # with which a section begins
_ALIKE = 2  # headings of a form at least

Form = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Said(Heard):
    """A line, whether it points to something else, and what it weighs when the text is looked for."""

    points: bool
    weight: float


@dataclass(frozen=True, slots=True)
class Flow:
    """Which lines are of the flow; the `ways` there, which are names of elements; the `parents` of its paragraphs."""

    lines: tuple[bool, ...]
    ways: Set[tuple[str, ...]]
    parents: Set[Any]


def peers(said: Sequence[Said], inside: Any) -> set[Any]:
    """The elements of the rank of the one that holds the text: other answers, entries, or sections of a page."""
    prose: dict[Any, int] = {}
    for each in said:
        item = each.line.part.kind is BlockKind.BULLET and each.voice.words >= _LED
        serves = each.points or (each.voice.asks and not each.voice.advises)
        if inside in each.chain or serves or not (each.voice.tells or item):
            continue
        words = each.voice.words // 2 if each.voice.asks else each.voice.words
        for node in each.chain:
            if _is_peer(node, inside):
                prose[node] = prose.get(node, 0) + words
    around = set(inside.iterancestors())
    found = {node for node, held in prose.items() if held >= _PROSE and node not in around}
    return {node for node in found if found.isdisjoint(node.iterancestors())}


def _is_peer(node: Any, other: Any) -> bool:
    """Whether two elements are of one form, or are without classes and one is a section beside the other."""
    if name_of(node) != name_of(other):
        return False
    classes = _classes(other)
    if classes:
        return _is_more(_classes(node), classes)
    beside = node.getparent() is other.getparent() and not _classes(node)
    return beside and len(node) > 0 and name_of(node[0]) == _SECTION


def flow_of(said: Sequence[Said], roots: Set[Any]) -> Flow:
    """The flow of a text that is in some elements, `roots`."""
    forms = _forms(said, roots)
    weights: dict[Form, float] = {}
    for each, its in zip(said, forms, strict=True):
        weights[its] = weights.get(its, 0.0) + each.weight
    main = max(weights, key=lambda key: weights[key], default=())
    likes = {its: _is_like(its, main) for its in weights}
    within = [each.chain for each, its in zip(said, forms, strict=True) if likes[its]]
    several = roots if len(roots) > 1 else set()
    above = {node for chain in within for node in chain} | several
    parents = {chain[1] for chain in within if len(chain) > 1} | several
    scattered = weights.get(main, 0.0) < _SCATTERED * sum(weights.values())
    flows = [
        likes[its] or (scattered and each.weight > 0 and not each.voice.apart) or _is_amid(each.chain, above)
        for each, its in zip(said, forms, strict=True)
    ]
    for number in _headings(said, flows, parents):
        flows[number] = True
    ways = {way(each) for each, flow in zip(said, flows, strict=True) if flow}
    return Flow(tuple(flows), ways, parents)


def _is_amid(chain: Sequence[Any], above: Set[Any]) -> bool:
    """Whether a line is a paragraph, or of a list, that stands beside those of the flow or nearer to the root."""
    if name_of(chain[0]) == "p":
        return chain[1] in above
    return len(chain) > 2 and chain[2] in above and name_of(chain[1]) in _LISTS


def way(each: Said) -> tuple[str, ...]:
    """The names of the elements down to where a line stands."""
    return tuple(map(name_of, each.chain))


def _classes(node: Any) -> frozenset[str]:
    return frozenset((node.get("class") or "").split())


def _forms(said: Sequence[Said], roots: Set[Any]) -> list[Form]:
    """The names and classes of the elements that lines are in, below the root where there are several."""
    known: dict[Any, Form] = {}

    def of(chain: Sequence[Any]) -> Form:
        form: Form = ()
        for node in reversed(chain):
            if node not in known:
                known[node] = (
                    () if len(roots) > 1 and node in roots else (*form, (name_of(node), node.get("class") or ""))
                )
            form = known[node]
        return form

    return [of(each.chain) for each in said]


def _is_like(form: Form, main: Form) -> bool:
    """Whether two forms are the same but for more classes of some element, such as those of an entry that matters."""
    return form == main or (
        len(form) == len(main)
        and all(
            its == other or (its[0] == other[0] and _is_more(set(its[1].split()), set(other[1].split())))
            for its, other in zip(form, main, strict=True)
        )
    )


def _is_more(one: Set[str], other: Set[str]) -> bool:
    return bool(one and other) and (one <= other or other <= one)


def _headings(said: Sequence[Said], flows: Sequence[bool], parents: Set[Any]) -> Iterator[int]:
    """The numbers of short lines amid the flow, of one form, above a paragraph each: headings by another name."""
    alike: dict[tuple[Any, str, str], list[int]] = {}
    for n, each in enumerate(said[:-1]):
        short = each.voice.words <= _TITLED and not is_sentence_end(each.line.part.text)
        paragraph = each.line.part.kind is BlockKind.PARAGRAPH and not each.voice.asks and not each.points
        node, styled = each.chain[0], each.chain[0].get("class")
        if styled and not flows[n] and short and paragraph and each.chain[1] in parents:
            alike.setdefault((each.chain[1], name_of(node), styled), []).append(n)
    for numbers in alike.values():
        if len(numbers) >= _ALIKE and all(flows[n + 1] for n in numbers):
            yield from numbers

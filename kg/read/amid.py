"""What stands amid the text of a page without being of it: what asks its reader, says who wrote it, or is a fragment.

Most of a text stands in elements of one form, its flow. Of what stands apart from it less is needed to be left out:
a word such as "newsletter", a "we" that is those who made the page, a box that tells nothing of the world.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kg.model import BlockKind
from kg.read.boxes import Heard
from kg.read.elements import name_of
from kg.read.spoken import is_last, signs

_USUAL = 0.15  # of the words of a text that says "you", beyond which it is how it speaks
_MADE = 30  # words of a line in which "we" are those who made the page
_TAG = 3  # words of a line that serves a heading
_NOTICE = 40  # words of a box
_FRAGMENT = 5  # words of a line that is no sentence
_KEYS = frozenset({"dt", "summary", "th", "caption", "figcaption", "blockquote", "pre", "td"})  # whose words are few
_BOLD = frozenset({"b", "strong"})


@dataclass(frozen=True, slots=True)
class Said(Heard):
    """A line, whether it points to something else, and what it weighs when the text is looked for."""

    points: bool
    weight: float


def amid(said: Sequence[Said], inside: Any, names: frozenset[str]) -> set[int]:
    """The numbers of lines to leave out of those of the element that holds a text; `names` are those of its writers."""
    flows, ways = _flow(said)
    telling = [each for each, flow in zip(said, flows, strict=True) if flow and each.voice.tells]
    usual = sum(each.voice.words for each in telling if each.voice.you) > _USUAL * sum(
        each.voice.words for each in telling
    )
    asking = [_asks(each, flow, usual, names) for each, flow in zip(said, flows, strict=True)]
    out = _boxes(said, asking, inside) | {n for n, each in enumerate(said) if each.points}
    first = next((n for n, each in enumerate(said) if each.weight), 0)
    fragments = {
        n
        for n, each in enumerate(said)
        if not flows[n] and _is_fragment(each) and not (n < first and signs(each.line.part.text))
    }
    out |= fragments | _notices(said, flows, fragments, inside)
    last = max((n for n, each in enumerate(said) if n not in out and each.voice.tells and flows[n]), default=len(said))
    out |= {n for n in range(last + 1, len(said)) if _is_behind(said[n], flows[n], ways)}
    headings = [n for n, each in enumerate(said) if n not in out and each.line.part.kind is BlockKind.HEADING]
    return out.union(n for n in headings if _leads_nowhere(said, n, out))


def _flow(said: Sequence[Said]) -> tuple[list[bool], set[tuple[str, ...]]]:
    """Whether each line stands where most of the text does, or as a paragraph nearer to the root; and the ways there.

    A way is the names of the elements down to where paragraphs stand, without their classes.
    """

    def form(each: Said) -> tuple[tuple[str, str], ...]:
        return tuple((name_of(node), node.get("class") or "") for node in each.chain)

    forms = [form(each) for each in said]
    weights: dict[tuple[tuple[str, str], ...], float] = {}
    for each, its in zip(said, forms, strict=True):
        weights[its] = weights.get(its, 0.0) + each.weight
    main = max(weights, key=lambda key: weights[key], default=())
    above = {node for each, its in zip(said, forms, strict=True) if its == main for node in each.chain}
    flows = [
        its == main or (name_of(each.chain[0]) == "p" and each.chain[1] in above)
        for each, its in zip(said, forms, strict=True)
    ]
    return flows, {_way(each) for each, flow in zip(said, flows, strict=True) if flow}


def _way(each: Said) -> tuple[str, ...]:
    return tuple(map(name_of, each.chain))


def _asks(each: Said, flow: bool, usual: bool, names: frozenset[str]) -> bool:
    """Whether a line talks to the reader; where it stands apart less is needed to say so."""
    heard = each.voice
    if heard.asks and not (usual and heard.tells and flow):
        return True
    if (heard.you and not usual) or _tells_of(each, names, flow):
        return True
    heading = each.line.part.kind is BlockKind.HEADING
    return not flow and (heard.apart or (heard.we and not heading and heard.words <= _MADE))


def _tells_of(each: Said, names: frozenset[str], flow: bool) -> bool:
    """Whether a line says who wrote the text."""
    first = each.line.part.text.replace(",", " ").split()[: 2 if flow else 1]
    return bool(names) and each.voice.words > _TAG and all(name in names for name in first)


def _boxes(said: Sequence[Said], asking: Sequence[bool], inside: Any) -> set[int]:
    """The numbers of lines in the largest elements of which something asks and nothing tells."""
    tells: set[Any] = set()
    asked: set[Any] = set()
    for each, asks in zip(said, asking, strict=True):
        below = each.chain[: each.chain.index(inside)] or (each.chain[0],)
        if each.voice.tells and not asks and not each.points:
            tells.update(below)
        if asks and each.voice.words > _TAG:
            asked.update(below)
    boxes = asked - tells
    return {n for n, each in enumerate(said) if asking[n] or not boxes.isdisjoint(each.chain)}


def _notices(said: Sequence[Said], flows: Sequence[bool], fragments: set[int], inside: Any) -> set[int]:
    """The numbers of lines in small boxes apart from the flow that have a heading and a button."""
    within: dict[Any, list[int]] = {}
    for number, each in enumerate(said):
        for node in each.chain[: each.chain.index(inside)]:
            within.setdefault(node, []).append(number)
    return {
        number
        for numbers in within.values()
        if not fragments.isdisjoint(numbers)
        and not any(flows[n] or said[n].line.part.kind is BlockKind.TABLE for n in numbers)
        and any(said[n].line.part.kind is BlockKind.HEADING for n in numbers)
        and not any(name_of(said[n].chain[0]) == "h1" for n in numbers)
        and sum(said[n].voice.words for n in numbers) <= _NOTICE
        for number in numbers
    }


def _is_fragment(each: Said) -> bool:
    """Whether a line apart from the flow is a few words that are no heading, item, row or name of one."""
    node, words = each.chain[0], each.voice.words
    return (
        each.line.part.kind is BlockKind.PARAGRAPH
        and words <= _FRAGMENT
        and not each.voice.tells
        and name_of(node) not in _KEYS
        and next((child for child in node.iter() if name_of(child) in _BOLD), None) is None
    )


def _is_behind(each: Said, flow: bool, ways: set[tuple[str, ...]]) -> bool:
    """Whether a line below the flow is not of the text: it is no list, row or paragraph, and stands elsewhere."""
    part = each.line.part
    if part.kind is BlockKind.BULLET:
        return each.voice.words <= _TAG
    if is_last(part.text):
        return True
    if part.kind in {BlockKind.TABLE, BlockKind.HEADING} or name_of(each.chain[0]) in _KEYS:
        return False
    return _way(each) not in ways if each.voice.tells else not flow


def _leads_nowhere(said: Sequence[Said], number: int, out: set[int]) -> bool:
    """Whether what stands below a heading is left out, or nothing stands there."""
    below = next((n for n in range(number + 1, len(said)) if n not in out or said[n].voice.words > _TAG), len(said))
    return below in out or below == len(said)

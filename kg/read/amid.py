"""What stands amid the text of a page without being of it: what asks its reader, says who wrote it, or is a fragment.

Most of a text stands in elements of one form, its flow. Of what stands apart from it less is needed to be left out:
a word such as "newsletter", a "we" that is those who made the page, a box that tells nothing of the world.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Any

from kg.model import BlockKind
from kg.read.elements import is_first_heading, name_of
from kg.read.flow import Flow, Said, flow_of, way
from kg.read.spoken import is_last, signs

_USUAL = 0.15  # of the words of a text that says "you", beyond which it is how it speaks
_OFTEN = 0.25  # that says "we", beyond which it is a company that speaks of itself
_MADE = 30  # words of a line in which "we" are those who made the page
_TAG = 3  # words of a line that serves a heading
_NOTICE = 40  # words of a box
_ENTRIES = 2  # heads of entries, which look like such boxes
_FRAGMENT = 5  # words of a line that is no sentence
_KEYS = frozenset({"dt", "summary", "th", "caption", "figcaption", "blockquote", "pre", "td"})  # whose words are few
_BOLD = frozenset({"b", "strong"})


@dataclass(frozen=True, slots=True)
class Manner:
    """Whether a text says "you" throughout, and speaks as "we"."""

    you: bool
    we: bool


def amid(said: Sequence[Said], roots: Set[Any], names: frozenset[str]) -> set[int]:
    """The numbers of lines to leave out of those of the elements that hold a text; `names` are those of its writers."""
    flow = flow_of(said, roots)
    flows = flow.lines
    telling = [each for each, flows_ in zip(said, flows, strict=True) if flows_ and each.voice.tells]
    manner = Manner(
        _is_usual([(e.voice.words, e.voice.you) for e in telling], _USUAL),
        _is_usual([(e.voice.words, e.voice.we) for e in telling], _OFTEN),
    )
    asking = [_asks(each, flows_, manner, names) for each, flows_ in zip(said, flows, strict=True)]
    for number in _advice(said, asking, flow):
        asking[number] = False
    out = _boxes(said, asking, roots) | {n for n, each in enumerate(said) if each.points}
    first = next((n for n, each in enumerate(said) if each.weight), 0)
    fragments = {
        n
        for n, each in enumerate(said)
        if not flows[n] and _is_fragment(each) and not (n < first and signs(each.line.part.text))
    }
    out |= fragments | _notices(said, flows, fragments, roots)
    last = max((n for n, each in enumerate(said) if n not in out and each.voice.tells and flows[n]), default=len(said))
    out |= {n for n in range(last + 1, len(said)) if _is_behind(said[n], flows[n], flow.ways)}
    headings = [n for n, each in enumerate(said) if n not in out and _is_heading(each)]
    return out.union(n for n in headings if _leads_nowhere(said, n, out))


def _asks(each: Said, flow: bool, manner: Manner, names: frozenset[str]) -> bool:
    """Whether a line talks to the reader; where it stands apart less is needed to say so."""
    heard = each.voice
    spoken = heard.tells or each.line.part.text.endswith("?")  # as an interview asks
    if heard.asks and not (manner.you and spoken and flow):
        return True
    item = flow and heard.tells and each.line.part.kind is BlockKind.BULLET
    if (heard.you and not (manner.you or item)) or _tells_of(each, names, flow):
        return True
    heading = each.line.part.kind is BlockKind.HEADING
    return not flow and (heard.apart or (heard.we and not (heading or manner.we) and heard.words <= _MADE))


def _tells_of(each: Said, names: frozenset[str], flow: bool) -> bool:
    """Whether a line says who wrote the text."""
    first = each.line.part.text.replace(",", " ").split()[: 2 if flow else 1]
    return bool(names) and each.voice.words > _TAG and all(name in names for name in first)


def _is_usual(said: Sequence[tuple[int, bool]], share: float) -> bool:
    """Whether more than a share of the words are in lines that are so."""
    return sum(words for words, so in said if so) > share * sum(words for words, _ in said)


def _advice(said: Sequence[Said], asking: Sequence[bool], flow: Flow) -> list[int]:
    """The numbers of headings amid the flow that talk to the reader as the text does: 3. Tell your people first."""
    headings = [n for n, e in enumerate(said) if e.line.part.kind is BlockKind.HEADING and e.chain[1] in flow.parents]
    plain = {_named(said[n]) for n in headings if not asking[n]}
    return [
        n
        for n in headings
        if asking[n]
        and n + 1 < len(said)
        and flow.lines[n + 1]
        and said[n + 1].voice.tells
        and not (asking[n + 1] or said[n].points)
        if not said[n].voice.asks or (_named(said[n]) in plain and said[n].voice.advises)
    ]


def _named(each: Said) -> tuple[str, str]:
    return name_of(each.chain[0]), each.chain[0].get("class") or ""


def _below(each: Said, roots: Set[Any]) -> tuple[Any, ...]:
    """The elements of a line that are within a root, or are one of several."""
    return each.chain[: next(n for n, node in enumerate(each.chain) if node in roots) + (len(roots) > 1)]


def _boxes(said: Sequence[Said], asking: Sequence[bool], roots: Set[Any]) -> set[int]:
    """The numbers of lines in the largest elements of which something asks and nothing tells, or a heading asks."""
    tells: set[Any] = set()
    asked: set[Any] = set()
    within = _within(said, roots)
    for each, asks in zip(said, asking, strict=True):
        below = _below(each, roots) or (each.chain[0],)
        if each.voice.tells and not asks and not each.points:
            tells.update(below)
        if asks and each.voice.words > _TAG:
            asked.update(below)
    headed = {node for node, numbers in within.items() if asking[numbers[0]] and _is_headed(said, numbers)}
    titled = {node for each in said if is_first_heading(each.chain[0]) for node in each.chain}
    boxes = ((asked - tells) | headed) - titled
    return {n for n, each in enumerate(said) if asking[n] or not boxes.isdisjoint(each.chain)}


def _is_headed(said: Sequence[Said], numbers: Sequence[int]) -> bool:
    """Whether a box is a heading and few words below it."""
    first = said[numbers[0]]
    return (
        len(numbers) > 1
        and first.line.part.kind is BlockKind.HEADING
        and sum(said[n].voice.words for n in numbers) <= _NOTICE
    )


def _notices(said: Sequence[Said], flows: Sequence[bool], fragments: set[int], roots: Set[Any]) -> set[int]:
    """The numbers of lines in small boxes apart from the flow that have a heading and a button."""
    boxes = {
        node: numbers
        for node, numbers in _within(said, roots).items()
        if not fragments.isdisjoint(numbers)
        and not any(flows[n] or said[n].line.part.kind is BlockKind.TABLE for n in numbers)
        and any(said[n].line.part.kind is BlockKind.HEADING for n in numbers)
        and not any(is_first_heading(said[n].chain[0]) for n in numbers)
        and sum(said[n].voice.words for n in numbers) <= _NOTICE
    }
    heads: dict[tuple[str, str], list[Any]] = {}
    for node, numbers in boxes.items():
        below = numbers[-1] + 1
        if node.getprevious() is None and below < len(said) and flows[below] and node.getparent() in said[below].chain:
            heads.setdefault((name_of(node), node.get("class") or ""), []).append(node)
    entries = {node for alike in heads.values() if len(alike) >= _ENTRIES for node in alike}
    return {n for node, numbers in boxes.items() if node not in entries for n in numbers}


def _within(said: Sequence[Said], roots: Set[Any]) -> dict[Any, list[int]]:
    """The numbers of the lines below each element within a root."""
    within: dict[Any, list[int]] = {}
    for number, each in enumerate(said):
        for node in _below(each, roots):
            within.setdefault(node, []).append(number)
    return within


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


def _is_behind(each: Said, flow: bool, ways: Set[tuple[str, ...]]) -> bool:
    """Whether a line below the flow is not of the text: it is no list, row or paragraph, and stands elsewhere."""
    part = each.line.part
    if part.kind is BlockKind.BULLET:
        return each.voice.words <= _TAG
    if is_last(part.text):
        return True
    if part.kind in {BlockKind.TABLE, BlockKind.HEADING} or name_of(each.chain[0]) in _KEYS:
        return False
    return way(each) not in ways if each.voice.tells else not flow


def _is_heading(each: Said) -> bool:
    return each.line.part.kind is BlockKind.HEADING and not is_first_heading(each.chain[0])


def _leads_nowhere(said: Sequence[Said], number: int, out: set[int]) -> bool:
    """Whether what stands below a heading is left out, or nothing stands there."""
    below = next((n for n in range(number + 1, len(said)) if n not in out or said[n].voice.words > _TAG), len(said))
    return below in out or below == len(said)

"""Sentences with what they say, from the tables of this folder.

A line that starts at the margin is a text; the indented lines below it are all that must be read
from it. A line that begins with "perhaps" may be read or not; anything else would be wrong.
"""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from kg import KnowledgeGraph
from kg.model import Period


@dataclass(frozen=True)
class Read:
    """The graph of a text, with facts as lines such as "Brelco acquired Orlune planned"."""

    graph: KnowledgeGraph

    @property
    def facts(self):
        return {self.line(f): dict(f.qualifiers) for f in self.graph.facts}

    def line(self, fact):
        ends = [self.graph.by_id[fact.subject].name, self.graph.by_id[fact.object].name]
        if self.graph.ontology.relations[fact.relation].symmetric:
            ends.sort()
        return f"{ends[0]} {fact.relation} {ends[1]} {fact.status}"

    @property
    def numbers(self):
        """Observations as lines such as "Brelco revenue increase 9 percent asserted"."""
        return {self.number_line(o): dict(o.qualifiers) for o in self.graph.observations}

    def number_line(self, observation):
        name = self.graph.by_id[observation.subject].name
        value = bare(observation.value) if observation.value else "-"
        return f"{name} {observation.metric} {observation.change} {value} {observation.status}"


def bare(value):
    """A value without its bound and its time."""
    return spoken(replace(value, bound="", per=""))


def spoken(value):
    """A value or text in the words "bound number..high unit per time"."""
    if isinstance(value, (str, Period)):
        return value if isinstance(value, str) else value.text
    number = "?" if value.number is None else f"{value.number.normalize():f}"
    high = f"..{value.high.normalize():f}" if value.high is not None else ""
    return " ".join(
        filter(None, (value.bound, number + high, value.currency or value.unit, value.per and f"per {value.per}"))
    )


def table(name):
    """(text, lines that must be read, lines that may be) as parameters named by their text."""
    cases: list[tuple[str, list[str]]] = []
    for line in (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            cases[-1][1].append(line.strip())
        elif line and not line.startswith("#"):
            cases.append((line, []))
    return [pytest.param(text, *_sorted_out(lines), id=text) for text, lines in cases]


def _sorted_out(lines):
    may = {line.removeprefix("perhaps ") for line in lines if line.startswith("perhaps ")}
    return {line for line in lines if not line.startswith("perhaps ")}, may

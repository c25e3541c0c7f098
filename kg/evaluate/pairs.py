"""Relations between given spans, as the model judges them.

The model is shown each pair in the order of the text and judges both directions. The score of a type is the sum of the
probabilities of the labels that it may be, read in the type's direction; where the direction is not asked for, or the
relation has none, in both (a sum above 1 is written as 1). A type is predicted when its score is at least 0.5: of a
data set that has a type for "no relation" the best one of each pair, of others each one that was looked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.datasets import Example, Labelled, Meaning, Row, Scheme
from kg.evaluate.judging import Chances, Ends, chances, pairs_of
from kg.evaluate.marking import BY_TYPE, OVERALL, Evaluation, Progress, Sheet, Sheets
from kg.models import RelationModel
from kg.ontology import Ontology

SURE = 0.5  # the least score of a prediction
BATCH = 256  # examples that are judged at a time
_NONE = "none"  # where the data set has no word for it


@dataclass(frozen=True, slots=True)
class Choice:
    """A type between two spans with its score. The order of `ends` matters if it `has_direction`."""

    type: str
    ends: Ends
    score: float
    has_direction: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """What gold says of a pair ("" for nothing, with its ends), and the likeliest choice."""

    gold: str
    ends: Ends
    choice: Choice

    @property
    def predicted(self) -> str:
        """The type that is predicted, "" for none."""
        return self.choice.type if self.choice.score >= SURE else ""

    @property
    def is_right(self) -> bool:
        """Whether the type is that of the gold, and the direction where there is one."""
        same_way = self.ends == self.choice.ends or not self.choice.has_direction
        return self.gold == self.predicted and (not self.gold or same_way)


def evaluate_relations(
    gold: Labelled,
    model: RelationModel,
    ontology: Ontology,
    *,
    directed: bool = False,
    progress: Progress | None = None,
) -> tuple[Evaluation, list[Row]]:
    """Score the model on the given pairs of a file, and give a prediction a pair (and type that was looked for)."""
    chooser = Chooser(gold.scheme, ontology, directed)
    sheets, rows = Sheets(), []
    for start in range(0, len(gold.examples), BATCH):
        batch = gold.examples[start : start + BATCH]
        for example, found in zip(batch, chances(batch, gold.scheme, model), strict=True):
            for pair in pairs_of(example, gold.scheme):
                answers = list(chooser.answers(example, pair, found))
                _mark(sheets[example.document], example, answers, gold.scheme.none)
                rows += [_row(example, answer, gold.scheme.none or _NONE) for answer in answers]
        if progress is not None:
            progress(start + len(batch), len(gold.examples), batch[-1].id)
    return Evaluation.of(sheets.values()), rows


@dataclass(frozen=True, slots=True)
class Chooser:
    """Chooses among the types of a scheme by what the model says."""

    scheme: Scheme
    ontology: Ontology
    directed: bool

    def answers(self, example: Example, pair: Ends, found: Chances) -> Iterator[Answer]:
        """What is chosen for a pair: one answer if it has one type or none, else one for each type looked for."""
        linked = {
            link.type: (link.head, link.tail)
            for link in example.links
            if {link.head, link.tail} == set(pair) and link.type in self.scheme.relations
        }
        types = [type_ for type_ in self.scheme.relations if not example.checked or type_ in example.checked]
        if self.scheme.none:
            gold, ends = next(iter(linked.items()), ("", pair))
            yield Answer(gold, ends, self._best(types, pair, found))
            return
        for type_ in types:
            gold = type_ if type_ in linked else ""
            yield Answer(gold, linked.get(type_, pair), self._best([type_], pair, found))

    def _best(self, types: Iterable[str], pair: Ends, found: Chances) -> Choice:
        choices = (choice for type_ in types for choice in self._choices(type_, pair, found))
        return max(choices, key=lambda choice: choice.score)

    def _choices(self, type_: str, pair: Ends, found: Chances) -> Iterator[Choice]:
        meaning = self.scheme.relations[type_]
        there, back = pair, (pair[1], pair[0])
        straight = _score(meaning, found.get(back if meaning.inverse else there, {}))
        turned = _score(meaning, found.get(there if meaning.inverse else back, {}))
        if self.directed and not self._is_symmetric(meaning):
            yield Choice(type_, there, straight, True)
            yield Choice(type_, back, turned, True)
        else:
            yield Choice(type_, there if straight >= turned else back, straight + turned, False)

    def _is_symmetric(self, meaning: Meaning) -> bool:
        relations = self.ontology.relations
        return all(label in relations and relations[label].symmetric for label in meaning.labels)


def _score(meaning: Meaning, labels: Mapping[str, float]) -> float:
    return sum(labels.get(label, 0.0) for label in meaning.labels)


def _mark(sheet: Sheet, example: Example, answers: list[Answer], none: str) -> None:
    for answer in answers:
        if answer.gold:
            sheet.add("gold", OVERALL, (BY_TYPE, answer.gold))
        if answer.predicted:
            sheet.add("system", OVERALL, (BY_TYPE, answer.predicted))
        if answer.gold and answer.is_right:
            sheet.add("right", OVERALL, (BY_TYPE, answer.gold))
    mistaken = [answer for answer in answers if not answer.is_right]
    for answer in mistaken:
        parts = _words(example, answer.choice.ends if answer.predicted else answer.ends)
        if answer.predicted:
            detail = f"for {answer.gold}" if answer.gold else ""
            sheet.note("wrong", (parts[0], answer.predicted, parts[1], detail), example.text)
        else:
            sheet.note("missed", (parts[0], answer.gold, parts[1], ""), example.text)
    missed = [answer.gold or none for answer in mistaken if answer.gold or none]
    sheet.confuse(missed, [_given(answer) or none for answer in mistaken if answer.predicted or none])


def _given(answer: Answer) -> str:
    return f"{answer.predicted} reversed" if answer.predicted == answer.gold else answer.predicted


def _row(example: Example, answer: Answer, none: str) -> Row:
    head, tail = _words(example, answer.choice.ends)
    return {
        "id": example.id,
        "gold": answer.gold or none,
        "predicted": answer.predicted or none,
        "score": round(min(1.0, answer.choice.score), 4),
        "head": head,
        "tail": tail,
    }


def _words(example: Example, ends: Ends) -> tuple[str, str]:
    head, tail = (example.spans[n] for n in ends)
    return example.text[head.start : head.end], example.text[tail.start : tail.end]

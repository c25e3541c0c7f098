"""Fit the weights by which kg ranks antecedents: `python -m kg.train.antecedents DATA -o antecedents.toml`.

Each ranking that kg makes in an annotated text is an example: the names it ranks, with the answer "none of them".
The weights maximise the likelihood of the right answers, less a penalty on how far they
lie from PRIOR (a conditional logit). From
which chance a name is believed is told by rankings that the weights were not fitted on: five folds of documents.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from kg.datasets import Chained, Referring, chained
from kg.evaluate import chains_at, places_of_names
from kg.lexicon import Lexicon
from kg.model import Document
from kg.models import NameModel
from kg.nlp import Annotator, Candidate, Spot
from kg.ontology import Ontology

PENALTY = 2.0  # on half the squares of how far the weights lie from PRIOR
STEPS, RATE = 600, 0.05
FOLDS = 5
WRITTEN = 2.0  # weight of rankings in sentences that were written for this
# the chance from which a name is believed: of 0.3 to 0.7 those with which most facts of the development documents of
# tests/gold and of newswire were right, and fewest wrong
LEAST = {"thing": 0.5, "group": 0.7, "nominal": 0.3, "person": 0.61, "self": 0.45}
# what grammar tells beforehand: the subject of a clause owns what is "its" there, "it" often means nothing named
PRIOR = {"governs": 1.0, "governs_owner": 1.5, "called": 1.5, "within_name": 1.5, "beside": 2.0}
PRIOR |= {"charged": 1.5, "only": 0.5, "none_is_noun": 2.0, "none_new_word": 1.0, "none_agent": -1.0}
DROP = 0.02  # weights this small are left out

Array = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True)
class Ranking:
    """A ranking made in a text: the features of each answer, "none" last, and which answers are right.

    `place` is the offset of the word that refers.
    """

    document: str
    sort: str
    answers: tuple[dict[str, float], ...]
    right: tuple[bool, ...]
    place: int
    weight: float = 1.0


def rankings(texts: Iterable[Chained], annotator: Annotator) -> Iterator[Ranking]:
    """The rankings that kg makes in texts, with what gold says of them; those that gold is silent on are left out."""
    for text in texts:
        seen: list[tuple[str, Spot, list[Candidate], dict[str, float]]] = []
        annotator.watch(lambda *ranking, to=seen: to.append(ranking))
        (read,) = annotator.annotate([Document(text.id, text.text)])
        _, places = places_of_names(read)
        for sort, spot, candidates, none in seen:
            at = spot.parsed.span(spot.token.i, spot.token.i + 1)
            here = next((m for m in text.mentions if m.form != "name" and at[0] < m.end and m.start < at[1]), None)
            if here is None and not text.whole:
                continue
            chain = here.chain if here is not None else -1
            ends = [(c.named.mention.chain or ((c.named.mention.start, c.named.mention.end),))[-1] for c in candidates]
            meant = [
                chains_at(text, (end, *places.get(c.named.name, ()))) for c, end in zip(candidates, ends, strict=True)
            ]
            right = [chains == {chain} for chains in meant]
            if not any(right) and text.closed and not _names(text, chain):
                right = [not chains for chains in meant]  # a third person, or nobody
            answers = (*(c.features for c in candidates), none)
            yield Ranking(text.id, sort, answers, (*right, not any(right) or _is_open(text, chain)), at[0])


def _names(text: Chained, chain: int) -> list[Referring]:
    return [m for m in text.mentions if m.chain == chain and m.form == "name"]


def _is_open(text: Chained, chain: int) -> bool:
    return text.closed and not _names(text, chain)


def fit(examples: Sequence[Ranking]) -> dict[str, float]:
    """The weights of the features of rankings of one sort."""
    names = sorted({name for e in examples for answer in e.answers for name in answer})
    column = {name: n for n, name in enumerate(names)}
    rows = sum(len(e.answers) for e in examples)
    table, right = np.zeros((rows, len(names))), np.zeros(rows, bool)
    group, weight = np.zeros(rows, int), np.array([e.weight for e in examples])
    row = 0
    for number, example in enumerate(examples):
        for answer, is_right in zip(example.answers, example.right, strict=True):
            table[row, [column[name] for name in answer]] = list(answer.values())
            right[row], group[row] = is_right, number
            row += 1
    prior = np.array([PRIOR.get(name, 0.0) for name in names])
    found = _descend(table, right, group, weight, prior)
    return {name: round(float(w), 3) for name, w in zip(names, found, strict=True) if abs(w) >= DROP}


def _descend(table: Array, right: Array, group: Array, weight: Array, prior: Array) -> Array:
    """Adam on the penalised likelihood; deterministic."""
    first, second = (np.zeros(table.shape[1]) for _ in range(2))
    weights = prior.copy()
    for step in range(1, STEPS + 1):
        expected = _chances(table @ weights, group, np.ones(len(right)))
        wanted = _chances(table @ weights, group, right.astype(float))
        slope = table.T @ ((expected - wanted) * weight[group]) + PENALTY * (weights - prior)
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        weights -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return weights


def _chances(scores: Array, group: Array, among: Array) -> Array:
    """The chance of each answer of its ranking, given that it is one of those `among`."""
    sizes = np.exp(np.clip(scores, -30, 30)) * among
    total: Array = np.bincount(group, sizes)
    chances: Array = sizes / np.maximum(total[group], 1e-30)
    return chances


def judged(examples: Sequence[Ranking], weights: dict[str, float]) -> Iterator[tuple[float, bool, bool]]:
    """Of each ranking the chance of the best name, whether it is right, and whether any name is."""
    for e in examples:
        scores = np.array([sum(weights.get(n, 0.0) * v for n, v in answer.items()) for answer in e.answers])
        chances = np.exp(scores - scores.max())
        chances /= chances.sum()
        best = int(np.argmax(scores[:-1]))
        yield float(chances[best]), e.right[best], any(e.right[:-1]) and not e.right[-1]


def cross_validated(examples: Sequence[Ranking]) -> list[tuple[float, bool, bool]]:
    """The outcomes of rankings by weights that were fitted on other documents."""
    order = {document: n for n, document in enumerate(dict.fromkeys(e.document for e in examples))}
    outcomes: list[tuple[float, bool, bool]] = []
    for fold in range(FOLDS):
        weights = fit([e for e in examples if order[e.document] % FOLDS != fold])
        outcomes += judged([e for e in examples if order[e.document] % FOLDS == fold], weights)
    return outcomes


def to_toml(fitted: dict[str, tuple[float, dict[str, float]]]) -> str:
    """The weights as kg reads them."""
    parts = [_HEAD]
    for sort, (least, weights) in sorted(fitted.items()):
        parts += [f"[{sort}]", f"least = {least}", f"[{sort}.weights]", *(f"{n} = {w}" for n, w in weights.items()), ""]
    return "\n".join(parts)


_HEAD = """# How kg ranks antecedents: see kg/nlp/antecedents.py for the features. Fitted, not written by hand:
# python -m kg.train.antecedents DATA -o kg/nlp/antecedents.toml
# on GUM news (train; CC BY 4.0), GAP development (Apache-2.0), the DFKI Product Corpus (train; CC BY 4.0) and
# sentences of kg's own (kg/train/antecedents.txt). What was named before is told by the weights at hand, so the command
# is run until they stay the same. antecedents.md is their card.
"""


def read_examples(data: Path, annotator: Annotator) -> list[Ranking]:
    """The rankings of all sets that the weights are fitted on; `data` is the folder of the data sets."""
    held = {line.strip(" *") for part in _splits(data) for line in part}
    sets: list[tuple[float, Iterable[Chained]]] = [
        (1.0, (text for text in chained(data / "gum_news" / "dep") if text.id not in held)),
        (1.0, chained(data / "dfki_product" / "train.jsonl")),
        (1.0, chained(data / "gap" / "gap-development.tsv")),
        (WRITTEN, chained(Path(__file__).with_name("antecedents.txt"))),
    ]
    return [replace(found, weight=weight) for weight, texts in sets for found in rankings(texts, annotator)]


def _splits(data: Path) -> Iterator[list[str]]:
    """The lines of GUM's splits that are not for training."""
    for part in (data / "gum_news" / "splits.md").read_text(encoding="utf-8").split("\n## ")[1:]:
        if not part.startswith("train"):
            yield part.splitlines()[1:]


def main() -> None:
    """Fit, print what cross-validation finds, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the data sets")
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    annotator = Annotator(Lexicon.of(Ontology.load()), names=NameModel.load(None))
    examples = read_examples(options.data, annotator)
    fitted = {}
    for sort in sorted({e.sort for e in examples}):
        mine = [e for e in examples if e.sort == sort]
        outcomes = cross_validated(mine)
        least = LEAST[sort]
        believed = [is_right for chance, is_right, _ in outcomes if chance >= least]
        wanted = sum(is_wanted for *_, is_wanted in outcomes)
        fitted[sort] = least, fit(mine)
        print(f"{sort}: {len(mine)} rankings, least {least}: {sum(believed)} right of {len(believed)}, {wanted} wanted")
    options.output.write_text(to_toml(fitted), encoding="utf-8")


if __name__ == "__main__":
    main()

"""Which data each task is scored on, and how."""

from __future__ import annotations

from kg.datasets import GUIDE, MARKED, OWN, Labelled, Row
from kg.evaluate.marking import Evaluation, Progress
from kg.evaluate.passages import evaluate_passages
from kg.evaluate.products import evaluate_products
from kg.evaluate.readings import Read

TASKS = {
    "entities": ("finer_ord", "fire", "dfki_product", OWN),
    "relations": ("core", "knowledgenet", "fire", OWN),
    "facts": (GUIDE, MARKED, "knowledgenet", "dfki_product", OWN),
}


def evaluate_readings(gold: Labelled, read: Read, progress: Progress | None = None) -> tuple[Evaluation, list[Row]]:
    """Score facts end to end: pairs a document where gold says which spans mean one thing, else span by span."""
    score = evaluate_products if gold.scheme.identity else evaluate_passages
    return score(gold, read, progress)

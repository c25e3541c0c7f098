"""Scoring against annotated texts: facts and observations, with intervals that say how sure a score is."""

from __future__ import annotations

from kg.evaluate.facts import Error, Evaluation, evaluate
from kg.evaluate.gold import Gold, read_gold, read_texts
from kg.evaluate.measures import Score
from kg.evaluate.predictions import write_predictions
from kg.evaluate.report import error_lines, table, to_json

__all__ = [
    "Error",
    "Evaluation",
    "Gold",
    "Score",
    "error_lines",
    "evaluate",
    "read_gold",
    "read_texts",
    "table",
    "to_json",
    "write_predictions",
]

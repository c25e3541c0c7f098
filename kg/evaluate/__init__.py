"""Scoring against annotated texts: names, relations and facts, with intervals that say how sure a score is."""

from __future__ import annotations

from kg.evaluate.amount_gold import GoldAmount, GoldText, read_amounts
from kg.evaluate.amounts import evaluate_amounts
from kg.evaluate.clusters import COLUMNS as CLUSTER_COLUMNS
from kg.evaluate.clusters import Clustering, evaluate_clusters
from kg.evaluate.clusters import mean as mean_clustering
from kg.evaluate.coreference import Coreference, chains_at, evaluate_coreference, places_of_names
from kg.evaluate.entities import evaluate_entities
from kg.evaluate.facts import evaluate_graph
from kg.evaluate.gold import Gold, GoldDocument, GoldFact, read_gold, read_texts
from kg.evaluate.marked_gold import facts_alone, read_marked_gold
from kg.evaluate.marking import Error, Evaluation
from kg.evaluate.measures import Score
from kg.evaluate.pairs import evaluate_relations
from kg.evaluate.predictions import graph_predictions, write_predictions
from kg.evaluate.readings import Read, Reading, reader_of
from kg.evaluate.report import confusion_lines, error_lines, false_assertions, found_table, table, to_json
from kg.evaluate.tasks import TASKS, evaluate_readings

__all__ = [
    "CLUSTER_COLUMNS",
    "TASKS",
    "Clustering",
    "Coreference",
    "Error",
    "Evaluation",
    "Gold",
    "GoldAmount",
    "GoldDocument",
    "GoldFact",
    "GoldText",
    "Read",
    "Reading",
    "Score",
    "chains_at",
    "confusion_lines",
    "error_lines",
    "evaluate_amounts",
    "evaluate_clusters",
    "evaluate_coreference",
    "evaluate_entities",
    "evaluate_graph",
    "evaluate_readings",
    "evaluate_relations",
    "facts_alone",
    "false_assertions",
    "found_table",
    "graph_predictions",
    "mean_clustering",
    "places_of_names",
    "read_amounts",
    "read_gold",
    "read_marked_gold",
    "read_texts",
    "reader_of",
    "table",
    "to_json",
    "write_predictions",
]

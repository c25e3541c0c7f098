"""Keeping a store beside the documents: what is new is read, what is gone withdrawn, and the graph made on demand."""

from __future__ import annotations

from kg.upkeep.verbs import add, remove, reread, settings_of, update
from kg.upkeep.views import graph_of, output_of
from kg.upkeep.work import Outcome

__all__ = ["Outcome", "add", "graph_of", "output_of", "remove", "reread", "settings_of", "update"]

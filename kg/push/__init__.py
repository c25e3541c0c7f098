"""Graphs of kg in a server: any SPARQL 1.1 Graph Store (https://www.w3.org/TR/sparql11-http-rdf-update/)."""

from __future__ import annotations

from kg.push.address import graph_store_of
from kg.push.plan import Plan
from kg.push.pushing import Pushed, push
from kg.push.server import Login, Server

__all__ = ["Login", "Plan", "Pushed", "Server", "graph_store_of", "push"]

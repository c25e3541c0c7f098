"""Registers of companies: names, tickers and identifiers to the company that they mean, with a score.

with Registers.load() as registers:
    registers.look_up("Microsoft Corp.")[0].company.values("cik")  # ("789019",)
"""

from __future__ import annotations

from kg.registers.adding import Added, add
from kg.registers.entities import identified, listing_of
from kg.registers.listing import SAME, Listing, Match, Query
from kg.registers.lookup import Registers
from kg.registers.shelf import ALL, SHIPPED, places, remove, stamps
from kg.registers.table import Columns

__all__ = [
    "ALL",
    "SAME",
    "SHIPPED",
    "Added",
    "Columns",
    "Listing",
    "Match",
    "Query",
    "Registers",
    "add",
    "identified",
    "listing_of",
    "places",
    "remove",
    "stamps",
]

"""The durable record of what documents say: one SQLite file, changed in whole transactions or not at all.

A store keeps an `Extraction` a document and nothing that follows from these: the graph is made anew from
them, so that there is one truth and a removed document leaves no trace in it.
"""

from __future__ import annotations

from kg.store.change import ABSENT, ADDED, ANY, REMOVED, REPLACED, REREAD, Change, Logged, Stored, hash_of, is_hash_of
from kg.store.database import FILE, is_store
from kg.store.journal import Journal
from kg.store.recorded import Recorded
from kg.store.records import from_bytes, to_bytes
from kg.store.store import Entry, Snapshot, Store

__all__ = [
    "ABSENT",
    "ADDED",
    "ANY",
    "FILE",
    "REMOVED",
    "REPLACED",
    "REREAD",
    "Change",
    "Entry",
    "Journal",
    "Logged",
    "Recorded",
    "Snapshot",
    "Store",
    "Stored",
    "from_bytes",
    "hash_of",
    "is_hash_of",
    "is_store",
    "to_bytes",
]

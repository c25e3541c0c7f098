"""The commands of kg, one file for each or for some that belong together."""

from __future__ import annotations

from kg.commands.ask import query, show, why
from kg.commands.build import build
from kg.commands.check import check
from kg.commands.diff import diff
from kg.commands.evaluate import evaluate
from kg.commands.export import export, log
from kg.commands.keep import add, remove, update
from kg.commands.options import FAILED, INTERRUPTED, WRONG_USAGE
from kg.commands.read import read
from kg.commands.register import register
from kg.commands.review import review
from kg.commands.train import train

# as the help shows them
SECTIONS = {
    "Build": (build, read, register),
    "Keep": (add, update, remove, export, log),
    "Read": (show, why, query, diff),
    "Verify": (check, review, evaluate),
    "Train": (train,),
}

__all__ = ["FAILED", "INTERRUPTED", "SECTIONS", "WRONG_USAGE"]

"""The commands of kg, one file for each or for some that belong together."""

from __future__ import annotations

from kg.commands.ask import query, show, why
from kg.commands.asking import ask
from kg.commands.build import build
from kg.commands.check import check
from kg.commands.diff import diff
from kg.commands.evaluate import evaluate
from kg.commands.export import export, log
from kg.commands.init import init
from kg.commands.keep import add, remove, update
from kg.commands.mcp import mcp
from kg.commands.ontology import ontology
from kg.commands.options import CUT_OFF, FAILED, INTERRUPTED, WRONG_USAGE
from kg.commands.push import push
from kg.commands.read import read
from kg.commands.register import register
from kg.commands.report import report
from kg.commands.review import review
from kg.commands.serve import serve
from kg.commands.train import train

# as the help shows them
SECTIONS = {
    "Build": (build, read, register, init),
    "Keep": (add, update, remove, export, log),
    "Read": (show, why, ask, query, diff, report),
    "Serve": (serve, mcp, push),
    "Verify": (check, ontology, review, evaluate),
    "Train": (train,),
}

__all__ = ["CUT_OFF", "FAILED", "INTERRUPTED", "SECTIONS", "WRONG_USAGE"]

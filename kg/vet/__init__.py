"""Whether ontologies and lexicons hold together: what `kg ontology check` finds in Turtle files."""

from kg.vet.finding import ERROR, WARNING, Finding
from kg.vet.sources import check_files

__all__ = ["ERROR", "WARNING", "Finding", "check_files"]

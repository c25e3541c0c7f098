"""The relation stage: mentions to claims and observations."""

from kg.relations.extractor import Extractor
from kg.relations.learned import Judged, LearnedReader

__all__ = ["Extractor", "Judged", "LearnedReader"]

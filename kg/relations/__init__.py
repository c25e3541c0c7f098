"""The relation stage: mentions to claims and observations."""

from kg.relations.extractor import Extractor

__all__ = ["Extractor"]

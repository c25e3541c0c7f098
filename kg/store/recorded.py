"""What documents say, where it lies on disk."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator

from kg.model import Extraction


class Recorded(ABC):
    """Extractions in the order of their documents' ids, read each time they are gone through."""

    @abstractmethod
    def __iter__(self) -> Iterator[Extraction]:
        """The extractions.

        Raises:
            StoreError: a record is damaged.
        """

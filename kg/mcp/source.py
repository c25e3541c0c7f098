"""The graph as it is now: read when it is asked for, and again when its files or its store have changed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from kg.errors import InputError
from kg.export import no_output, read_graph
from kg.graph import KnowledgeGraph
from kg.model import Document, Fact, Observation
from kg.store import is_store
from kg.upkeep import output_of

_MARK = "facts.jsonl"


@dataclass(frozen=True, slots=True)
class Held:
    """A graph, the folder that its files are in, and its facts and observations by entity."""

    graph: KnowledgeGraph
    folder: Path
    facts: dict[str, list[Fact]] = field(default_factory=lambda: defaultdict(list))
    observations: dict[str, list[Observation]] = field(default_factory=lambda: defaultdict(list))
    documents: dict[str, Document] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path) -> Held:
        """The graph in an output folder.

        Raises:
            InputError: the folder is not an output of kg.
        """
        held = cls(read_graph(folder), folder)
        for fact in held.graph.facts:
            for end in dict.fromkeys((fact.subject, fact.object)):
                held.facts[end].append(fact)
        for observation in held.graph.observations:
            held.observations[observation.subject].append(observation)
        held.documents.update((document.id, document) for document in held.graph.documents)
        return held


class Source:
    """An output folder or a store."""

    def __init__(self, given: Path) -> None:
        """Refuse what is neither.

        Raises:
            InputError: this is neither an output nor a store.
        """
        if not is_store(given) and not (given / _MARK).is_file():
            raise InputError(f"{given} is neither an output of kg nor a store.")
        self._given = given
        self._lock = Lock()
        self._state: tuple[Path, int, int] | None = None
        self._held: Held | None = None

    def folder(self) -> Path:
        """Where the files of the graph are.

        Raises:
            KgError: the store is damaged.
        """
        return output_of(self._given) if is_store(self._given) else self._given

    def read(self) -> Held:
        """The graph.

        Raises:
            KgError: it cannot be read.
        """
        with self._lock:
            folder = self.folder()
            try:
                stat = (folder / _MARK).stat()
            except OSError as error:
                raise no_output(folder, _MARK) from error
            state = (folder, stat.st_mtime_ns, stat.st_ino)
            if self._held is None or state != self._state:
                self._held, self._state = Held.of(folder), state
            return self._held

"""One call that reads documents into a store.

Documents are read outside of any transaction and stored some at a time, so that other processes may write
meanwhile and a run that is killed keeps what it has done; the next run goes on from there.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from kg.config import Config
from kg.model import Document, Extraction, Problem
from kg.ontology import Ontology
from kg.pipeline import Extracting, Progress, extract, told
from kg.store import ABSENT, ADDED, ANY, REMOVED, REPLACED, REREAD, Change, Store, hash_of, is_hash_of
from kg.upkeep import fingerprint
from kg.upkeep.arrivals import Arrivals, How, Inputs, look
from kg.upkeep.views import forget

BATCH, SECONDS = 32, 5.0  # documents in a transaction, and how long at most one waits for it
STORED_OTHERWISE = "is stored with other content: kg update replaces it"


@dataclass(slots=True)
class Outcome:
    """What a call has done.

    `done` are the ids by what became of them (ADDED, REPLACED, REREAD, REMOVED), `unchanged` counts the documents
    that were stored already. `refused` are documents that stay as they were, `problems` what was found in reading
    the inputs. `total` is the number of documents in the store, `outdated` of those that another version of kg has
    read, or one with other weights or another ontology.
    """

    done: dict[str, list[str]] = field(default_factory=lambda: {w: [] for w in (ADDED, REPLACED, REREAD, REMOVED)})
    unchanged: int = 0
    refused: list[Problem] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    total: int = 0
    outdated: int = 0


@dataclass(frozen=True, slots=True)
class _Job:
    """A document to read: what the store must hold of it then, and what is noted beside it (None: as it was)."""

    document: Document
    expected: str
    file: str
    problems: tuple[Problem, ...] | None = None


class Work:
    """One call: what it reads goes into the store in several transactions but one entry of the log."""

    def __init__(
        self,
        store: Store,
        command: str,
        settings: Config,
        progress: Progress | None,
        extracting: Extracting | None = None,
    ) -> None:
        self.store = store
        self.command = command
        self.settings = settings
        self.progress = progress
        self.extracting = extracting or extract
        self.reader = fingerprint.reader(settings)
        self.entry: int | None = None
        self.outcome = Outcome()

    def look(self, inputs: Inputs, reading: How) -> Arrivals:
        """What of the inputs is new."""
        return look(inputs, self.store.documents(), reading(self.settings), self.reader)

    def take_in(self, arrivals: Arrivals, *, replace: bool = False, prune: bool = False) -> Outcome:
        """Note what needs no reading, then read and store the rest; with `replace` what has changed too."""
        self.outcome.problems = sorted(p for found in arrivals.problems.values() for p in found)
        self.outcome.unchanged = len(arrivals.same) + len(arrivals.untouched)
        with self._change() as change:
            if prune:
                self._prune(change, arrivals)
            self._note(change, arrivals, replace=replace)
        documents = {**arrivals.new, **arrivals.changed} if replace else arrivals.new
        if not replace:
            self._refuse_changed(arrivals.changed)
        jobs = [
            _Job(document, ANY if replace else ABSENT, arrivals.files.get(id_, ""), arrivals.problems.get(id_, ()))
            for id_, document in sorted(documents.items())
        ]
        return self._read(jobs)

    def reread(self) -> Outcome:
        """Read the stored texts again that another reader has read."""
        stored = self.store.documents()
        outdated = [id_ for id_, known in stored.items() if known.reader != self.reader]
        documents = self.store.texts(outdated)
        return self._read([_Job(d, stored[d.id].sha256, stored[d.id].file) for d in documents])

    @contextmanager
    def _change(self) -> Iterator[Change]:
        with self.store.change(self.command, self.entry) as change:
            yield change
        self.entry = change.number

    def _prune(self, change: Change, arrivals: Arrivals) -> None:
        """Remove what is not among the inputs, unless an unreadable file or folder stands in its place."""
        gone = arrivals.gone(self.store.documents())
        self.outcome.done[REMOVED] += [id_ for id_ in gone if change.remove(id_)]
        for id_ in {problem.document for problem in self.store.problems()} - arrivals.seen:
            if change.stored(id_) is None:
                change.set_problems(id_, ())
        if gone:
            forget(self.store.folder)

    def _note(self, change: Change, arrivals: Arrivals, *, replace: bool) -> None:
        """The problems of what cannot be read, and what has changed beside texts that are the same."""
        for id_ in arrivals.same:
            if change.stored(id_) is not None:
                change.renew(id_, arrivals.files.get(id_, ""))
                change.set_problems(id_, arrivals.problems.get(id_, ()))
        for id_ in arrivals.unreadable:
            if replace or change.stored(id_) is None:
                change.set_problems(id_, arrivals.problems[id_])
                change.renew(id_, "")  # should the file be as it was some day, this problem is over

    def _read(self, jobs: list[_Job]) -> Outcome:
        """Read documents and store them some at a time."""
        if jobs:
            ontology = Ontology.load(*self.settings.ontology)
            found = self.extracting([job.document for job in jobs], self.settings, ontology)
            for batch in _batches(zip(jobs, told(found, len(jobs), self.progress), strict=True)):
                with self._change() as change:
                    for job, item in batch:
                        if isinstance(item, Problem):
                            self._refuse(change, job, item)
                        else:
                            self._put(change, job, item)
                    if self.outcome.done[REPLACED]:
                        forget(self.store.folder)
        stored = self.store.documents().values()
        self.outcome.total = len(stored)
        self.outcome.outdated = sum(known.reader != self.reader for known in stored)
        return self.outcome

    def _refuse_changed(self, documents: Mapping[str, Document]) -> None:
        """Let what is stored be; what an older store knows by its text alone is no other content."""
        stored = self.store.documents()
        alike = {id_ for id_, d in documents.items() if id_ in stored and is_hash_of(stored[id_].sha256, d)}
        self.outcome.unchanged += len(alike)
        self.outcome.refused += [Problem(id_, "error", STORED_OTHERWISE) for id_ in documents if id_ not in alike]

    def _refuse(self, change: Change, job: _Job, problem: Problem) -> None:
        """Note why a document could not be read; what is stored of it stays."""
        self.outcome.problems.append(problem)
        change.set_problems(problem.document, (*(job.problems or ()), problem))

    def _put(self, change: Change, job: _Job, extraction: Extraction) -> None:
        id_ = job.document.id
        what = REREAD if job.problems is None else REPLACED
        done = change.put(extraction, reader=self.reader, file=job.file, expected=job.expected, what=what)
        if done:
            self.outcome.done[done].append(id_)
            if job.problems is not None:
                change.set_problems(id_, job.problems)
        elif (now := change.stored(id_)) is not None and now.sha256 == hash_of(job.document):
            self.outcome.unchanged += 1  # another process was first
        elif job.expected == ABSENT:
            self.outcome.refused.append(Problem(id_, "error", STORED_OTHERWISE))


def _batches(found: Iterable[tuple[_Job, Extraction | Problem]]) -> Iterator[list[tuple[_Job, Extraction | Problem]]]:
    batch: list[tuple[_Job, Extraction | Problem]] = []
    first = 0.0
    for each in found:
        first = first if batch else time.monotonic()
        batch.append(each)
        if len(batch) == BATCH or time.monotonic() - first > SECONDS:
            yield batch
            batch = []
    if batch:
        yield batch

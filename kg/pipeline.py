"""The whole way, short enough to read at one sitting: read, recognise, relate, resolve."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kg.config import NONE, SHIPPED, Config
from kg.disk import kept
from kg.graph import KnowledgeGraph
from kg.lexicon import Lexicon
from kg.model import Claim, Document, Extraction, Mention, Problem
from kg.ontology import Ontology
from kg.read import Reading, marked_document, read
from kg.registers import Registers, identified, listing_of
from kg.resolve import known, read_decisions, resolve
from kg.store import Journal, Recorded

if TYPE_CHECKING:
    from kg.nlp import Annotated, Annotator
    from kg.relations import Extractor

Progress = Callable[[int, int, str], None]
Extracting = Callable[[Iterable[Document], Config, Ontology], Iterator[Extraction | Problem]]
Expecting = Callable[[int, int], object]
HELD, HELD_CHARACTERS = 1000, 30_000_000  # documents that are read ahead, to know how many there are
BESIDE = 1000  # characters worth of memory that a document takes beside its text
Item = TypeVar("Item", Document, Extraction)
UNDATED = "has no date, so it is left out of what was known at a day"


def extract(documents: Iterable[Document], config: Config, ontology: Ontology) -> Iterator[Extraction]:
    """What each document says by itself: recognise and relate; documents are taken one by one.

    Raises:
        ModelError: the language weights are missing.
    """
    annotator, extractor = stages(config, Lexicon.of(ontology))
    for annotated in annotator.annotate(documents):
        claims = tuple(c for c in extractor.extract(annotated) if c.confidence >= config.min_confidence)
        yield Extraction(annotated.document, tuple(_mentions(annotated, claims)), claims, annotated.aliases)


def build(
    inputs: str | Path | Document | Iterable[str | Path | Document],
    *,
    config: Config | None = None,
    ontology: Ontology | None = None,
    progress: Progress | None = None,
    as_of: date | None = None,
    undated: str = "",
    reading: Callable[[Config], Reading] = Reading.of,
    extracting: Extracting = extract,
    expecting: Expecting | None = None,
    journal: Journal | None = None,
) -> KnowledgeGraph:
    """Build a knowledge graph from files, folders or documents, in any order.

    Of many documents the texts and what they say are kept in temporary files, so that memory hardly grows with them.

    `undated` is the ISO 8601 date of documents that tell none. With `as_of` only documents published by the end of
    that day count; those of no known date are left out, each with the problem `UNDATED`. `reading` tells how inputs
    are read, which is as the configuration says if left out, `extracting` who recognises and relates, such as
    `kg.scale.extract` with several processes; `expecting` is told, while inputs are read, how many documents and
    characters these will be at least, so that models can be loaded meanwhile. `progress` is called with documents
    done, documents in all (0 where they are too many to be counted ahead) and the id of the one just done. What the
    `journal` of an interrupted build holds is not read again.

    Raises:
        DiskError: there is no room for temporary files or the journal.
        InputError: a path does not exist or a folder holds no documents.
        ModelError: the language weights are missing.
        OntologyError: the ontology does not hold together.
    """
    config = config or Config()
    ontology = ontology or Ontology.load(*config.ontology)
    problems: list[Problem] = []
    coming = _dated(_documents(inputs, reading(config), problems), as_of, undated, problems)
    new = coming if journal is None else (d for d in coming if not journal.holds(d))
    documents, count = _counted(new, expecting)
    count += journal.resumed if journal is not None and count else 0
    found = told(extracting(documents, config, ontology), count, progress, journal)
    extractions = _without_problems(found, problems)
    with Journal() as spare:
        is_few = journal is None and count
        held: Iterable[Extraction] = (
            list(extractions) if is_few else _written(extractions, spare if journal is None else journal)
        )
        return assemble(held, problems, config, ontology)  # problems are complete only when all is read


def told(
    found: Iterable[Extraction | Problem], count: int, progress: Progress | None, journal: Journal | None = None
) -> Iterator[Extraction | Problem]:
    """What comes of `count` documents (0: not known), each told to `progress`; those in the journal are done."""
    for number, item in enumerate(found, 1):
        yield item
        if progress is not None:
            done = number if journal is None else number + journal.resumed
            progress(done, count and max(done, count), item.document if isinstance(item, Problem) else item.document.id)


def _written(found: Iterable[Extraction], journal: Journal) -> Journal:
    """The journal with all extractions."""
    for extraction in found:
        journal.put(extraction)
    return journal


def assemble(
    extractions: Iterable[Extraction], problems: Iterable[Problem], config: Config, ontology: Ontology
) -> KnowledgeGraph:
    """The graph of all that documents say: resolve.

    The extractions come in any order. Those of a journal or store are read several times rather than held in memory.

    Raises:
        ConfigError: a register that the configuration names does not exist.
        DiskError: there is no room for temporary files.
        InputError: a register is damaged.
    """
    found = extractions if isinstance(extractions, Recorded) else sorted(extractions, key=lambda e: e.document.id)
    lexicon = Lexicon.of(ontology)
    documents = kept(Document, (e.document for e in found), lambda d: len(d.text) + BESIDE)
    with Registers.load(config.registers) as registers:
        decisions, listing = read_decisions(config.decisions), listing_of(registers, lexicon)
        entities, facts, observations = resolve(found, ontology, lexicon, decisions, listing, documents)
        known_entities = identified(entities.all, registers, lexicon, entities.aliases)
    return KnowledgeGraph(
        documents, known_entities, facts, observations, tuple(sorted(problems)), ontology, config.base, entities.matches
    )


def stages(config: Config, lexicon: Lexicon) -> tuple[Annotator, Extractor]:
    """What recognises and what relates, as the configuration says.

    Raises:
        ModelError: weights are missing or damaged.
    """
    # on first use, so that graphs are made of what was read without loading what reads
    from kg.models import NameModel, RelationModel
    from kg.nlp import Annotator
    from kg.relations import Extractor

    names = None if config.name_model == NONE else NameModel.load(weights_of(config.name_model))
    model = None if config.relation_model == NONE else RelationModel.load(weights_of(config.relation_model))
    return Annotator(lexicon, config.language_model, names), Extractor(lexicon, model, config.rules)


def weights_of(setting: str) -> Path | None:
    """The file that a setting of a model names, None for the shipped weights."""
    return None if setting == SHIPPED else Path(setting)


def _documents(
    inputs: str | Path | Document | Iterable[str | Path | Document], reading: Reading, problems: list[Problem]
) -> Iterator[Document]:
    """Documents as they are read; problems go into the list.

    Raises:
        InputError: at once, when a path does not exist or a folder holds no documents.
    """
    given = [inputs] if isinstance(inputs, (str, Path, Document)) else list(inputs)
    paths = [g for g in given if not isinstance(g, Document)]
    found = read(paths, reading) if paths else iter(())
    return chain((marked_document(g) for g in given if isinstance(g, Document)), _without_problems(found, problems))


def _without_problems(found: Iterable[Item | Problem], problems: list[Problem]) -> Iterator[Item]:
    for item in found:
        if isinstance(item, Problem):
            problems.append(item)
        else:
            yield item


def _dated(
    documents: Iterable[Document], day: date | None, undated: str, problems: list[Problem]
) -> Iterator[Document]:
    """Documents with a date, of those that were known by the end of a day; who has none is a problem then."""
    for document in documents:
        document = document if document.date else replace(document, date=undated)
        if day is None:
            yield document
            continue
        found, left_out = known([document], day)
        problems += [Problem(d.id, "warning", UNDATED) for d in left_out]
        yield from found


def _counted(documents: Iterable[Document], expecting: Expecting | None) -> tuple[Iterable[Document], int]:
    """Documents with their number, sorted by id; of many as they come, with 0."""
    coming = iter(documents)
    held: list[Document] = []
    size = 0
    if expecting is not None:
        expecting(1, 0)  # before any is read: there will hardly be none
    for document in coming:
        held.append(document)
        size += len(document.text)
        if expecting is not None:
            expecting(len(held), size)
        if len(held) > HELD or size > HELD_CHARACTERS:
            return chain(held, coming), 0
    return sorted(held, key=lambda d: d.id), len(held)


def _mentions(annotated: Annotated, claims: Iterable[Claim]) -> Iterable[Mention]:
    """All names of a document, and what else its claims speak of."""
    named = [n.mention for parsed in annotated.passages for n in parsed.mentions.values()]
    spoken = [m for c in claims for m in (c.subject, c.object) if isinstance(m, Mention)]
    return dict.fromkeys([*named, *spoken])

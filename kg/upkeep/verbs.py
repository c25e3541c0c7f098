"""The verbs of a store: add, update, read again, remove."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from fnmatch import fnmatchcase
from pathlib import Path

from kg.config import Config
from kg.errors import ConfigError, InputError
from kg.pipeline import Extracting, Progress
from kg.read import Reading
from kg.store import REMOVED, Store, is_store
from kg.upkeep.arrivals import How, Inputs, look
from kg.upkeep.views import forget
from kg.upkeep.work import Outcome, Work


def settings_of(folder: str | Path) -> Config:
    """The settings that a store was made with.

    Raises:
        StoreError: there is no store, or it cannot be opened.
    """
    with Store.open(folder) as store:
        return Config.from_json(store.settings)


def add(
    folder: str | Path,
    inputs: Inputs,
    *,
    config: Config | None = None,
    progress: Progress | None = None,
    reading: How = Reading.of,
    extracting: Extracting | None = None,
) -> Outcome:
    """Read and store documents that are not stored yet; a store is made where there is none.

    A document that is stored with other content is refused. `config` are the settings of a new store; of one
    that is there, they must be the same. `reading` tells how the inputs are read, if not as the settings say,
    `extracting` who recognises and relates.

    Raises:
        InputError: a path does not exist, a folder holds no documents or two documents have one id.
        ConfigError: the store was made with other settings.
        StoreError: the store cannot be opened or changed.
    """
    made = (config or Config()).absolute()
    # looked at before a store is made: wrong inputs leave none behind
    arrivals = None if is_store(Path(folder)) else look(inputs, {}, reading(made), "")
    with Store.open(folder, create=made.to_json()) as store:
        work = Work(store, "add", _settings(store, config), progress, extracting)
        return work.take_in(work.look(inputs, reading) if arrivals is None else arrivals)


def update(
    folder: str | Path,
    inputs: Inputs,
    *,
    prune: bool = False,
    progress: Progress | None = None,
    reading: How = Reading.of,
    extracting: Extracting | None = None,
) -> Outcome:
    """Add documents that are new and replace those that have changed; with `prune`, remove all others.

    What cannot be read now stays as it is stored, and its problem is noted.

    Raises:
        InputError: a path does not exist, a folder holds no documents or two documents have one id.
        StoreError: there is no store, or it cannot be changed.
    """
    with Store.open(folder) as store:
        work = Work(store, "update", _settings(store, None), progress, extracting)
        return work.take_in(work.look(inputs, reading), replace=True, prune=prune)


def reread(folder: str | Path, *, progress: Progress | None = None, extracting: Extracting | None = None) -> Outcome:
    """Read the stored texts again that another version of kg has read, or one with other weights or ontology.

    Raises:
        StoreError: there is no store, or it cannot be changed.
    """
    with Store.open(folder) as store:
        return Work(store, "update", _settings(store, None), progress, extracting).reread()


def remove(folder: str | Path, names: Sequence[str]) -> Outcome:
    """Take documents out by id or shell pattern ("news/*"), and the problems of files; all of them or none.

    Raises:
        InputError: the store has nothing of such a name.
        StoreError: there is no store, or it cannot be changed.
    """
    with Store.open(folder) as store:
        outcome = Outcome()
        with store.change("remove") as change:
            ids = {*store.documents(), *(p.document for p in store.problems())}
            outcome.done[REMOVED] = [id_ for id_ in sorted(_named(names, ids, store.folder)) if change.remove(id_)]
            forget(store.folder)
        outcome.total = len(store.documents())
        return outcome


def _named(names: Sequence[str], ids: set[str], folder: Path) -> set[str]:
    found: set[str] = set()
    for name in names:
        matching = {name} & ids or {id_ for id_ in ids if fnmatchcase(id_, name)}
        if not matching:
            near = get_close_matches(name, ids, n=2)
            hint = f" Did you mean {' or '.join(near)}?" if near else ""
            raise InputError(f"{folder} holds no document {name}, so nothing was removed.{hint}")
        found |= matching
    return found


def _settings(store: Store, wanted: Config | None) -> Config:
    """The settings of a store, which must be those that are wanted."""
    settings = Config.from_json(store.settings)
    made, given = settings.to_json(), (wanted or settings).absolute().to_json()
    if differing := sorted(key for key in made if made[key] != given[key]):
        raise ConfigError(
            f"{store.folder} was made with other settings ({', '.join(differing)}): leave them out, or make another"
            " store with these."
        )
    return settings

"""Where registers stand: the shipped list within the package, added ones in the user's data folder."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from difflib import get_close_matches
from importlib import resources
from pathlib import Path

from platformdirs import user_data_path

from kg.errors import ConfigError, InputError

SHIPPED, ALL, ENDING = "sec", "all", ".sqlite"
VARIABLE = "KG_REGISTERS"
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")


def folder() -> Path:
    """The folder of added registers: $KG_REGISTERS, or kg/registers in the user's data folder."""
    given = os.environ.get(VARIABLE, "")
    return Path(given) if given else user_data_path("kg", appauthor=False) / "registers"


def places() -> dict[str, Path]:
    """The registers that there are by name. An added one takes the place of the shipped one of its name."""
    shipped = {SHIPPED: Path(str(resources.files(__package__).joinpath(SHIPPED + ENDING)))}
    added = sorted(folder().glob(f"*{ENDING}")) if folder().is_dir() else []
    return shipped | {path.name.removesuffix(ENDING): path for path in added if not path.name.startswith(".")}


def place(setting: str) -> tuple[str, Path]:
    """Name and file of a register that a setting names, or that it is the path of.

    Raises:
        ConfigError: there is no such register.
    """
    known = places()
    if setting in known:
        return setting, known[setting]
    path = Path(setting)
    if path.suffix == ENDING or len(path.parts) > 1:
        if not path.is_file():
            raise ConfigError(f"There is no register at {path}.")
        return path.name.removesuffix(ENDING), path
    near = get_close_matches(setting, known, n=1)
    hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}."
    raise ConfigError(f'There is no register "{setting}": {hint}')


def stamps(settings: Iterable[str]) -> list[str]:
    """What tells registers from what they were before: names, sizes (bytes) and times of change.

    Raises:
        ConfigError: there is no such register.
    """
    wanted = [each for setting in settings for each in (places().items() if setting == ALL else [place(setting)])]
    return [f"{name} {path.stat().st_size} {path.stat().st_mtime_ns}" for name, path in sorted(set(wanted))]


def new_place(name: str) -> Path:
    """The file of a register to be added.

    Raises:
        ConfigError: the name cannot be that of a file.
    """
    if not _NAME.fullmatch(name) or name == ALL:
        raise ConfigError(f'"{name}" cannot be the name of a register: use small letters, digits, "-" and "_".')
    return folder() / (name + ENDING)


def name_for(file: Path) -> str:
    """A name for the register in a file, made of the file's own."""
    return re.sub(r"[^a-z0-9]+", "-", file.name.split(".")[0].lower()).strip("-") or "register"


def remove(name: str) -> Path:
    """Delete an added register; gives the file that it was.

    Raises:
        InputError: there is none of that name, or it cannot be deleted.
    """
    path = new_place(name)
    if not path.is_file():
        shipped = " The shipped list stays: leave it out with the setting registers." if name == SHIPPED else ""
        raise InputError(f'No register "{name}" was added.{shipped}')
    try:
        path.unlink()
    except OSError as error:
        raise InputError(f"Cannot remove {path}: {error.strerror or error}.") from error
    return path

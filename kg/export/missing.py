"""What is said of a folder that holds no graph."""

from __future__ import annotations

from pathlib import Path

from kg.errors import InputError


def no_output(folder: str | Path, name: str) -> InputError:
    """The error for a folder in which a file of this name cannot be read."""
    if not Path(folder).exists():
        why = f"there is no such folder; make it with: kg build INPUT -o {folder}"
    elif not Path(folder).is_dir():
        why = "it is a file; give the folder that kg build wrote, or a store."
    else:
        why = f"it has no readable {name}; make one with: kg build INPUT -o OUT"
    return InputError(f"{folder} is not an output of kg: {why}")

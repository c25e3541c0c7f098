"""What may not fit into memory: sequences and groups of objects that lie in temporary files once they are many.

The files have no names, so they are gone when nobody needs them any longer, whatever happens to the process. They lie
where TMPDIR says, else in /var/tmp, which is on a disk where /tmp may be memory.
"""

from __future__ import annotations

from kg.disk.by_key import ByKey
from kg.disk.codec import from_json, to_json
from kg.disk.places import Scratch, folder
from kg.disk.shelf import OnDisk, Shelf, Stretch, kept

__all__ = [
    "ByKey",
    "OnDisk",
    "Scratch",
    "Shelf",
    "Stretch",
    "folder",
    "from_json",
    "kept",
    "to_json",
]

"""The lines of a token file that a recipe with `hold_out = N` never trains on, so that its weights can be scored there.

python benchmarks/held_out.py FILE.jsonl N > held_out.jsonl
kg evaluate relations held_out.jsonl --config weights.toml
"""

from __future__ import annotations

import sys
from pathlib import Path

from kg.datasets.readers import tokens
from kg.train.cutting import part


def main(file: str, parts: str) -> None:
    """Print the lines whose text is held out."""
    lines = Path(file).read_text(encoding="utf-8").splitlines()
    for example in tokens(Path(file), ""):
        if part(example.text, int(parts)) == 0:
            print(lines[example.line - 1])


if __name__ == "__main__":
    main(*sys.argv[1:])

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from handmade_gold import ONTOLOGY

from kg.evaluate import Gold, read_gold


@pytest.fixture
def gold_of(tmp_path: Path) -> Callable[..., Gold]:
    """Gold of these lines, by way of a file."""

    def make(*lines: dict[str, Any]) -> Gold:
        file = tmp_path / "gold.jsonl"
        file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        return read_gold(file, ONTOLOGY)

    return make

"""What docs/reading.md says of formats and settings is what kg knows."""

import re
from pathlib import Path

from kg.config import load
from kg.read import ENDINGS

PAGE = (Path(__file__).parent.parent / "docs" / "reading.md").read_text(encoding="utf-8")
BESIDE = {".text", ".markdown", ".htm", ".xhtml", ".ndjson", ".tab", ".pq", ".tgz", ".tbz2", ".txz"}  # other spellings


def test_every_format_is_told() -> None:
    assert set(ENDINGS) - BESIDE <= set(re.findall(r"`(\.\w+)`", PAGE))


def test_the_settings_shown_are_read(tmp_path: Path) -> None:
    (tmp_path / "kg.toml").write_text(re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)[0])
    config = load(tmp_path / "kg.toml")
    assert config.language == "any"
    assert dict(config.columns) == {"text": "story", "date": "filed"}

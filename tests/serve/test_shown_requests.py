"""The requests that README.md shows get answers from the graph of the seeds."""

import re
import shlex
import shutil
import subprocess
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

import kg

ROOT = Path(__file__).parents[2]
SERVE = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Serve")[2].partition("\n## ")[0]
HERE = "localhost:8000"


def block(language: str) -> str:
    return re.findall(rf"^```{language}\n(.*?)^```", SERVE, re.MULTILINE | re.DOTALL)[0]


def test_shown_requests_are_answered(start: Callable[..., Any], tmp_path: Path) -> None:
    kg.build(ROOT / "seeds").write(tmp_path)
    address = f"localhost:{start(tmp_path).port}"
    if shutil.which("curl"):
        requests = [shlex.split(line.replace(HERE, address)) for line in block("sh").splitlines()]
        answers = [subprocess.run([*r, "-sf"], capture_output=True, text=True, check=True).stdout for r in requests]
        assert all("TikTok" in answer for answer in answers)
        assert "@prefix" in answers[2]
    if find_spec("pandas"):
        pandas = pytest.importorskip("pandas")
        frame = eval(block("py").replace(HERE, address), {"pandas": pandas})
        assert "TikTok" in set(frame["customer"])

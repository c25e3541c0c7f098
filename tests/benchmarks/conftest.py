"""The scripts are imported by their names; a source distribution has none."""

import sys
from pathlib import Path

SCRIPTS = Path(__file__).parents[2] / "benchmarks"
collect_ignore_glob = [] if SCRIPTS.is_dir() else ["test_*.py"]
sys.path.insert(0, str(SCRIPTS))

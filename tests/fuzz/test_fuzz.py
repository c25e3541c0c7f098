"""Damage for as long as KG_FUZZ_SECONDS says, a short while without; what needs models is tried in long runs.

Each run tries other numbers where KG_FUZZ_SEED is "new", the same ones otherwise. `python benchmarks/fuzz.py --only N`
does a trial again.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from damage import LARGEST, TOKENS, damaged
from samples import as_it_is, samples
from trials import WITHOUT_MODELS, hold, one_sentence, trial

from kg.model import Document
from kg.read import Reading, read

SECONDS = float(os.environ.get("KG_FUZZ_SECONDS", "15"))
SEED = time.time_ns() if os.environ.get("KG_FUZZ_SEED") == "new" else 8
LONG = 60.0  # seconds, beyond which loading models is worth while
SLOW = 30.0  # seconds of a processor that no trial may take


@pytest.mark.filterwarnings("default")  # libraries may warn of what is broken
def test_no_damage_raises_or_loses_anything(tmp_path: Path) -> None:
    targets = () if SECONDS >= LONG else WITHOUT_MODELS
    began, number, documents = time.monotonic(), 0, 0
    while time.monotonic() - began < SECONDS:
        started = time.process_time()
        try:
            documents += trial(SEED, number, tmp_path, targets).target == "read"
        except Exception as error:
            named = f" --targets {' '.join(targets)}" if targets else ""
            error.add_note(f"python benchmarks/fuzz.py --seed {SEED} --only {number}{named}")
            raise
        assert time.process_time() - started < SLOW, f"trial {number} of seed {SEED} is slow"
        number += 1
    assert documents > 2 * SECONDS


@pytest.mark.parametrize("number", range(len(samples())))
def test_what_is_whole_is_read_whole(tmp_path: Path, number: int) -> None:
    sample = samples()[number]
    path = tmp_path / f"a{sample.ending}"
    path.write_bytes(sample.make(as_it_is))
    items = list(read([path], Reading(language="any")))
    hold(items, 10**6)
    assert any(isinstance(item, Document) and "Orlune" in item.text for item in items)
    assert all(isinstance(item, Document) or item.message == "holds no text" for item in items)


def test_a_trial_is_the_same_every_time(tmp_path: Path) -> None:
    one, other = ([trial(3, n, tmp_path, ["read"]) for n in range(30)] for _ in range(2))
    assert one == other
    assert len({outcome.format for outcome in one}) > 5


def test_damage_is_bounded() -> None:
    from random import Random

    tokens = TOKENS["packed"]
    assert all(len(damaged(Random(n), b"x" * 1000, b"y", tokens)) <= LARGEST for n in range(300))


@pytest.mark.parametrize("message", ["", "two\nlines", "\x1b[2J", "\ud800", "x" * 2000])
def test_what_is_no_sentence_is_noticed(message: str) -> None:
    from trials import BrokenError

    with pytest.raises(BrokenError):
        one_sentence(message)


@pytest.mark.parametrize("number", [26398, 42402])
def test_parts_of_parts_without_end(tmp_path: Path, number: int) -> None:
    assert trial(1, number, tmp_path).target == "build"

"""What lies on disk is as what lies in memory."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.disk import ByKey, OnDisk, Shelf, kept, places
from kg.errors import DiskError
from kg.model import Alias

WORDS = st.text(max_size=12)
ALIASES = st.builds(Alias, WORDS, st.integers(0, 9), st.integers(0, 9), WORDS, WORDS, WORDS)


def alias(number: int, form: str = "f") -> Alias:
    return Alias(f"d{number}", number, number + 1, form, "name", "also")


@given(st.lists(ALIASES, max_size=9), st.slices(9))
def test_a_shelf_is_as_a_tuple(items: list[Alias], some: slice) -> None:
    shelf = Shelf(Alias, items)
    assert tuple(shelf) == tuple(items)
    assert (len(shelf), shelf) == (len(items), tuple(items))
    assert shelf[some] == tuple(items)[some]
    assert [shelf[i] for i in range(-len(items), len(items))] == [*items, *items]
    with pytest.raises(IndexError):
        shelf[len(items)]


def test_several_go_through_a_shelf_at_once() -> None:
    shelf = Shelf(Alias, map(alias, range(3000)))  # more than is read at once
    ahead, behind = iter(shelf), iter(shelf)
    for _ in range(2500):
        next(ahead)
    assert list(behind) == list(map(alias, range(3000)))
    assert list(ahead) == list(map(alias, range(2500, 3000)))


def test_another_sequence_is_another() -> None:
    shelf = Shelf(Alias, map(alias, range(3)))
    assert shelf != tuple(map(alias, range(4)))
    assert shelf != (alias(0), alias(1), alias(3))
    assert shelf != {alias(0)}
    assert hash(shelf) == hash(Shelf(Alias, map(alias, range(3))))


def test_few_are_a_tuple_and_many_lie_on_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "LIMIT", 100)
    assert kept(Alias, map(alias, range(9)), lambda _: 11) == tuple(map(alias, range(9)))
    many = kept(Alias, map(alias, range(10)), lambda _: 11)
    assert isinstance(many, OnDisk)
    assert many == tuple(map(alias, range(10)))


@given(st.lists(st.tuples(WORDS, ALIASES), max_size=30), st.integers(1, 12))
def test_groups_are_those_of_a_sort(pairs: list[tuple[str, Alias]], most: int) -> None:
    expected: dict[str, list[Alias]] = {}
    for key, item in sorted(pairs, key=lambda pair: pair[0]):
        expected.setdefault(key, []).append(item)
    held = ByKey(Alias, pairs)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(places, "LIMIT", most * 2000)
        spilled = ByKey(Alias, pairs)
        assert list(spilled) == list(held) == list(expected.items())
        assert spilled.sequences() == {key: tuple(items) for key, items in expected.items()} == held.sequences()


def test_more_runs_than_may_be_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "LIMIT", 0)
    groups = ByKey(Alias, ((str(n % 7), alias(n)) for n in range(1000)))
    assert dict(groups) == {str(k): [alias(n) for n in range(k, 1000, 7)] for k in range(7)}


def test_a_folder_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.disk.places.TemporaryFile", _no_room)
    with pytest.raises(DiskError, match=r"Cannot write temporary files to .*: No space left on device\. TMPDIR may"):
        Shelf(Alias, [alias(1)])


def _no_room(**_: object) -> Iterator[None]:
    raise OSError(28, "No space left on device")


_FULL = """
import resource, signal
from kg.disk import Shelf
from kg.errors import DiskError
from kg.model import Alias

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
try:
    Shelf(Alias, (Alias("d", n, n, "form", "name", "also") for n in range(100_000)))
except DiskError as error:
    print(error)
"""


def test_a_disk_that_is_full_is_told_by_a_real_system() -> None:
    done = subprocess.run([sys.executable, "-c", _FULL], capture_output=True, text=True, check=True)
    assert "Cannot write temporary files to " in done.stdout
    assert not done.stderr

from hypothesis import given
from hypothesis import strategies as st

from kg.model import Document
from kg.scale.batches import BATCH, LEAST, batches

SIZES = st.lists(st.integers(0, 3000) | st.integers(0, 2 * BATCH), max_size=200)


def of_sizes(sizes: list[int]) -> list[Document]:
    return [Document(str(number), "x" * size) for number, size in enumerate(sizes)]


def characters(batch: list[Document]) -> int:
    return sum(len(d.text) + 1 for d in batch)


@given(sizes=SIZES, workers=st.integers(1, 5))
def test_batches_hold_all_in_order_and_one_document_more_than_they_should_at_most(
    sizes: list[int], workers: int
) -> None:
    documents = of_sizes(sizes)
    found = list(batches(iter(documents), workers, lambda *_: workers))
    assert [d for batch in found for d in batch] == documents
    assert all(batch and characters(batch[:-1]) < BATCH for batch in found)
    assert all(characters(batch) >= LEAST for batch in found[:-1])


@given(sizes=st.lists(st.integers(0, 900), min_size=1, max_size=600), workers=st.integers(2, 5))
def test_the_last_batches_are_small(sizes: list[int], workers: int) -> None:
    found = list(batches(of_sizes(sizes), workers, lambda *_: workers))
    left = 0
    for batch in reversed(found):
        left += characters(batch)
        assert characters(batch) <= max(LEAST, left // (2 * workers)) + 901


def test_one_process_gets_whole_batches() -> None:
    found = list(batches(of_sizes([999] * 70), 4, lambda *_: 1))
    assert [characters(batch) for batch in found] == [BATCH, BATCH, BATCH, 10_000]


def test_few_documents_are_taken_ahead() -> None:
    coming = iter(of_sizes([999] * 500))
    next(batches(coming, 2, lambda *_: 2))
    assert len(list(coming)) == 500 - 4 * BATCH // 1000


def test_what_is_there_so_far_is_told() -> None:
    told: list[tuple[int, int]] = []
    list(batches(of_sizes([99, 199, 299]), 2, lambda *found: told.append(found) or 1))  # type: ignore[func-returns-value]
    assert told == [(3, 600)]

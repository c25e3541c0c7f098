"""Which documents are one text, edited, and which only speak of the same."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reports import COPIES, OWN_WORDS, REPORT

from kg.model import Document
from kg.resolve import copies

FORM = (
    "{name} reported sales of {a} million crowns for the quarter, against {b} million a year before. Operating profit "
    "came to {c} million and the order book stood at {d} million at the end of the period. The board will propose a "
    "dividend of {e} crowns a share. The figures have not been audited. The report was prepared under the rules for "
    "interim reports and should be read together with the annual report, which is to be had at the head office."
)


def filled(name, *numbers):
    return FORM.format(name=name, **dict(zip("abcde", numbers, strict=True)))


def are_one(*texts):
    found = copies(Document(f"{n}", text) for n, text in enumerate(texts))
    return len(set(found.values())) == 1


@pytest.mark.parametrize("name", COPIES)
def test_copies(name):
    assert are_one(REPORT, COPIES[name])


OTHERS = {
    "the event in own words": (REPORT, OWN_WORDS),
    "a quarter later": (filled("Tolvane", 410, 395, 31, 720, 2), filled("Tolvane", 388, 402, 27, 655, 3)),
    "another company": (filled("Tolvane", 410, 395, 31, 720, 2), filled("Quenby Steel", 96, 101, 8, 240, 4)),
    "one sentence in common": (
        REPORT,
        "Shares of Brelco fell 3 percent in Lisbon. " + filled("Tolvane", 1, 2, 3, 4, 5),
    ),
    "nothing": ("", ""),
    "marks alone": ("…", "***"),
}


@pytest.mark.parametrize("name", OTHERS)
def test_other_texts(name):
    assert not are_one(*OTHERS[name])


def test_short_texts_that_are_equal_are_copies():
    assert are_one("Brelco buys Hexlar", "BRELCO BUYS HEXLAR!")


def test_copies_of_copies_are_one_group_named_by_the_first():
    texts = {"c": REPORT, "a": COPIES["cut at the end"], "b": COPIES["a dateline"], "d": OWN_WORDS}
    assert copies(Document(i, t) for i, t in texts.items()) == {"a": "a", "b": "a", "c": "a", "d": "d"}


def test_order_does_not_matter():
    documents = [Document(f"{n}", t) for n, t in enumerate([*COPIES.values(), OWN_WORDS, *OTHERS["a quarter later"]])]
    first = copies(documents)
    assert all(copies(order) == first for order in itertools.islice(itertools.permutations(documents), 0, 4000, 371))


@given(st.lists(st.sampled_from([*COPIES.values(), OWN_WORDS, *OTHERS["a quarter later"], "", "Tolvane"]), max_size=9))
@settings(max_examples=30, deadline=None)
def test_more_documents_only_join_groups(texts):
    documents = [Document(f"{n}", t) for n, t in enumerate(texts)]
    some, more = copies(documents[:-1]), copies(documents)
    for one, other in itertools.combinations(some, 2):
        assert some[one] != some[other] or more[one] == more[other]


def test_a_crowd_of_forms_stays_apart_and_its_copies_are_found():
    forms = [filled("Tolvane", n, n * 7 + 1, n * 3 + 2, n * 11 + 5, n % 9 + 0.5) for n in range(1000, 1300)]
    documents = [Document(f"{n:03}", text) for n, text in enumerate(forms)]
    found = copies([*documents, Document("x", "Interim report\n\n" + forms[77])])
    assert found["x"] == "077"
    assert len(set(found.values())) == 300

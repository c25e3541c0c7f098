"""Names that the shipped model finds, and what may not change them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.models import NameModel


@pytest.fixture(scope="module")
def model():
    return NameModel.load()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Ida Rooke joined Tidewell Foods in Leeds.",
            [("Ida Rooke", "Person"), ("Tidewell Foods", "Company"), ("Leeds", "Place")],
        ),
        ("The weather stayed mild all week.", []),
        ("", []),
    ],
)
def test_names(model, text, names):
    (found,) = model.names([text])
    assert [(text[n.start : n.end], n.kind) for n in found] == names


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=4))
def test_offsets_lie_in_the_text_and_do_not_overlap(texts):
    for text, found in zip(texts, NameModel.load().names(texts), strict=True):
        ends = [0, *(n.end for n in found)]
        assert all(before <= n.start < n.end <= len(text) for before, n in zip(ends, found, strict=False))
        assert all(0 < n.probability <= 1 for n in found)


def test_a_sentence_reads_alike_alone_and_among_others(model):
    text = "Orran Mills sells paper to Tidewell."
    others = ["Shares fell.", "Dana Rime of Kestria said that nothing was decided, " * 20]
    assert model.names([*others, text])[-1] == model.names([text])[0]


def test_a_long_sentence_is_read_to_its_end(model):
    text = "and so on " * 900 + "said Ida Rooke of Tidewell Foods."
    (found,) = model.names([text])
    assert "Ida Rooke" in {text[n.start : n.end] for n in found}

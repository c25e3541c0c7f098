"""Tokens are put together as people write."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.datasets.joining import joined

WRITTEN = [
    ("Orran , Inc. ( ORRN ) rose 5 % .", "Orran, Inc. (ORRN) rose 5%."),
    ("It is n't Tidewell 's .", "It isn't Tidewell's."),
    ('The chief said " we won " and left .', 'The chief said "we won" and left.'),
    ("“ No , ” he said .", "“No,” he said."),
    ("the brewers ' union ’s plan", "the brewers' union’s plan"),
    ("it paid $ 3 million ; more [ 2 ] followed", "it paid $3 million; more [2] followed"),
    ("the index ( . ABCD ) fell", "the index (. ABCD) fell"),
    ("a U.S. - built pump", "a U.S. - built pump"),
    ("", ""),
]


@pytest.mark.parametrize(("tokens", "text"), WRITTEN)
def test_tokens_become_text(tokens: str, text: str) -> None:
    assert joined(tokens.split())[0] == text


@settings(deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=("Z", "C")), min_size=1, max_size=5), max_size=12))
def test_every_token_stands_where_it_is_said_to(tokens: list[str]) -> None:
    text, places = joined(tokens)
    assert [text[start:end] for start, end in places] == tokens

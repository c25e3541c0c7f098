"""What must not be understood, and what is said instead."""

import pytest
from test_phrasings import NOT_UNDERSTOOD

from kg.ask import ask
from kg.errors import QueryError


@pytest.mark.parametrize(("words", "said"), NOT_UNDERSTOOD)
def test_refusals(data, words, said):
    with pytest.raises(QueryError) as refused:
        ask(data, words)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)

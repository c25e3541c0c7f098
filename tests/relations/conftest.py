from functools import cache

import pytest
from sentences import Read

from kg import Document, build


@pytest.fixture(scope="session")
def read():
    """A text as the graph of it, each text once."""
    return cache(lambda text: Read(build([Document("news", text)])))

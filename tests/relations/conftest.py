from functools import cache

import pytest
from sentences import Read

from kg import Document, build
from kg.config import NONE, Config


@pytest.fixture(scope="session")
def read():
    """A text as the graph that the rules alone make of it, each text once."""
    rules = Config(name_model=NONE, relation_model=NONE)
    return cache(lambda text: Read(build([Document("news", text)], config=rules)))

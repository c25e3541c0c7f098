import pytest

from kg.lexicon import Lexicon
from kg.model import Document
from kg.nlp import Annotator
from kg.ontology import Ontology


@pytest.fixture(scope="session")
def annotator():
    return Annotator(Lexicon.of(Ontology.load()))


@pytest.fixture(scope="session")
def annotate(annotator):
    """A text annotated."""

    def annotated(text):
        (result,) = annotator.annotate([Document("news", text)])
        return result

    return annotated

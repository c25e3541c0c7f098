"""Shapes that a graph computes as it runs: written down where they are told by its form, and only there."""

from pathlib import Path

import numpy as np
import pytest

onnx = pytest.importorskip("onnx")
onnxruntime = pytest.importorskip("onnxruntime")
pytest.importorskip("torch")

from kg.train.shapes import settle  # noqa: E402  needs onnx

FLOAT, INT = 1, 7  # of onnx


def graph(file, target, given=("rows", 12), out=3):
    """A graph that reshapes x to the joined pieces of `target`: numbers, or ("x", dimension) for one it computes."""
    nodes, pieces = [onnx.helper.make_node("Shape", ["x"], ["shape"])], []
    tables = []
    for n, piece in enumerate(target):
        if isinstance(piece, int):
            tables.append(onnx.numpy_helper.from_array(np.array([piece], np.int64), f"piece{n}"))
        else:
            tables.append(onnx.numpy_helper.from_array(np.array([piece[1]], np.int64), f"at{n}"))
            nodes.append(onnx.helper.make_node("Gather", ["shape", f"at{n}"], [f"piece{n}"], axis=0))
        pieces.append(f"piece{n}")
    nodes.append(onnx.helper.make_node("Concat", pieces, ["target"], axis=0))
    nodes.append(onnx.helper.make_node("Reshape", ["x", "target"], ["y"], "turn"))
    ends = [
        [onnx.helper.make_tensor_value_info("x", FLOAT, list(given))],
        [onnx.helper.make_tensor_value_info("y", FLOAT, [None] * out)],
    ]
    opset = [onnx.helper.make_opsetid("", 17)]
    made = onnx.helper.make_model(onnx.helper.make_graph(nodes, "g", *ends, tables), opset_imports=opset, ir_version=8)
    onnx.save(made, str(file))
    return file


def runs(file, *shapes):
    session = onnxruntime.InferenceSession(str(file), providers=["CPUExecutionProvider"])
    return [session.run(None, {"x": np.arange(np.prod(s), dtype=np.float32).reshape(s)})[0] for s in shapes]


def settled(file: Path, *shapes):
    """The target of the only step left, which does for inputs of these shapes what the graph did before."""
    before = runs(file, *shapes)
    assert settle(file) > 0
    for one, other in zip(before, runs(file, *shapes), strict=True):
        assert np.array_equal(one, other)
    model = onnx.load(str(file))
    (step,) = model.graph.node
    assert step.op_type == "Reshape"
    (table,) = model.graph.initializer
    return onnx.numpy_helper.to_array(table).tolist()


def test_a_dimension_that_stays_is_copied(tmp_path):
    file = graph(tmp_path / "g.onnx", [("x", 0), 3, -1])
    assert settled(file, (1, 12), (5, 12), (12, 12)) == [0, 3, 4]


def test_a_dimension_that_moves_follows_from_the_others(tmp_path):
    file = graph(tmp_path / "g.onnx", [3, ("x", 0), 4])
    assert settled(file, (1, 12), (5, 12), (3, 12)) == [3, -1, 4]


def test_a_shape_of_two_unknowns_is_still_computed(tmp_path):
    file = graph(tmp_path / "g.onnx", [("x", 1), ("x", 0), 3, 4], ("rows", "columns", 12), 4)
    before = file.stat().st_size, runs(file, (2, 5, 12))
    assert settle(file) == 0
    assert np.array_equal(before[1][0], runs(file, (2, 5, 12))[0])


def test_settling_again_changes_nothing(tmp_path):
    file = graph(tmp_path / "g.onnx", [("x", 0), 3, -1])
    settle(file)
    once = file.read_bytes()
    assert settle(file) == 0
    assert file.read_bytes() == once


def test_the_shipped_pairs_are_settled():
    shipped = Path(__file__).parents[2] / "kg" / "models" / "relations.onnx"
    model = onnx.load(str(shipped))
    fixed = {table.name for table in model.graph.initializer}
    fixed |= {name for node in model.graph.node if node.op_type == "Constant" for name in node.output}
    assert all(node.input[1] in fixed for node in model.graph.node if node.op_type == "Reshape")

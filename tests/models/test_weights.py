"""Weight files that are not there or not right: one sentence that says how to get them."""

import shutil
from pathlib import Path

import pytest

from kg.cli import run
from kg.errors import ModelError
from kg.models import NameModel, RelationModel

SHIPPED = Path(__file__).parents[2] / "kg" / "models"


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ModelError, match=r"names\.onnx are missing\. Install kg-business again, or make the file with"):
        NameModel.load(tmp_path / "names.onnx")


def test_a_damaged_file_is_named(tmp_path):
    whole = (SHIPPED / "names.onnx").read_bytes()
    (tmp_path / "names.onnx").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ModelError, match=r"names\.onnx are damaged .* make the file with: kg train"):
        NameModel.load(tmp_path / "names.onnx")


def test_relations_need_the_names_beside_them(tmp_path):
    shutil.copy(SHIPPED / "relations.onnx", tmp_path)
    with pytest.raises(ModelError, match=r"names\.onnx are missing"):
        RelationModel.load(tmp_path / "relations.onnx")


def test_weights_of_another_version_are_refused(tmp_path):
    onnx = pytest.importorskip("onnx")
    ends = [onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, [1]) for name in ("ids", "scores")]
    same = onnx.helper.make_node("Identity", ["ids"], ["scores"])
    graph = onnx.helper.make_graph([same], "old", ends[:1], ends[1:])
    model = onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 17)], ir_version=8)
    onnx.save(model, str(tmp_path / "names.onnx"))
    with pytest.raises(ModelError, match=r"names\.onnx were made by another version of kg"):
        NameModel.load(tmp_path / "names.onnx")


def test_the_command_line_says_it_in_one_sentence(tmp_path, capsys):
    (tmp_path / "text.txt").write_text("Marlow bought Orran.", encoding="utf-8")
    (tmp_path / "kg.toml").write_text('name_model = "none.onnx"', encoding="utf-8")
    code = run(
        ["build", str(tmp_path / "text.txt"), "-o", str(tmp_path / "out"), "--config", str(tmp_path / "kg.toml")]
    )
    assert code != 0
    said = capsys.readouterr().err
    assert "none.onnx are missing" in said
    assert "Traceback" not in said

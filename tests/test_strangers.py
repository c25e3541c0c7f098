# ruff: noqa: E501  lines of bombs
"""Ontologies, lexicons and settings from anybody: read, or refused in one sentence, soon."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import config, vet
from kg.errors import ConfigError, InputError, OntologyError
from kg.lexicon import Lexicon
from kg.nlp.kinds import KindVoter
from kg.nlp.names import NameFinder
from kg.ontology import Ontology
from kg.resolve import read_decisions

STARTER = Path(config.__file__).parent / "starter"
TURTLE = [(STARTER / name).read_text(encoding="utf-8") for name in ("own.ttl", "words.ttl")]
PREFIXES = re.findall(r"^@prefix .*$", "\n".join(TURTLE), re.MULTILINE)
SOON = 20  # seconds, on a busy machine
FUZZ = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

# pieces of Turtle that break it, or mean something else where they are put
SPLINTERS = st.sampled_from(
    ["kg:Entity", "own:Drug", "own:Disease", "kg:Relation", "owl:Class", "rdfs:subClassOf", "lex:cue", "lex:verb", "lex:name",
     "[", "]", "( own:Drug", ")", '"', '"""', "'", ";", ",", ".", "a", "_:x", "<>", "<http://x y>", "@prefix", "@base", "#",
     "lex:status kg:certain ;", "lex:confidence 7 ;", 'lex:subject "nowhere" ;', "rdfs:range [] ;", "owl:unionOf ( ) ;",
     '"\\u0000"', '"\ud83d"', "\x00", '"' + "x" * 5000 + '"', "owl:inverseOf own:treats ;", "true", "1e999", '""', "kg:Status", "kg:Metric",
     "kg:Change", "lex:descriptorOf own:Nothing ;", "lex:requiresAdverb _:x ;", "<< own:a own:b own:c >>", "<<( own:a own:b own:c )>>"]
) | st.text(max_size=8)  # fmt: skip


@st.composite
def damaged(draw):
    """The starter's Turtle with pieces cut out, put in and swapped."""
    words = re.split(r"(\s+)", draw(st.sampled_from([*TURTLE, "\n".join(TURTLE)])))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(words) - 1))
        match draw(st.sampled_from(["cut", "put", "swap", "stop"])):
            case "cut":
                words[at] = ""
            case "put":
                words.insert(at, f" {draw(SPLINTERS)} ")
            case "swap":
                other = draw(st.integers(0, len(words) - 1))
                words[at], words[other] = words[other], words[at]
            case "stop":
                words = words[: at + 1]
    return "".join(words)


def use(path):
    """What a build makes of an ontology before it reads the first document."""
    ontology = Ontology.load(path)
    lexicon = Lexicon.of(ontology)
    finder, voter = NameFinder(lexicon), KindVoter(lexicon)
    assert finder.not_names
    assert voter.kind([(kind, 1.0, "test") for kind in ontology.kinds]) in {"", *ontology.kinds}
    assert ontology.leaf_kinds
    assert lexicon.by_word


def one_sentence(message):
    assert message.endswith((".", "?")), message
    assert "\n" not in message


@FUZZ
@given(turtle=damaged())
def test_damaged_turtle_is_read_or_refused(tmp_path, turtle):
    path = tmp_path / "own.ttl"
    path.write_text(turtle, encoding="utf-8", errors="surrogatepass")
    os.utime(path, ns=(time.time_ns(), time.time_ns()))
    try:
        use(path)
    except OntologyError as error:
        one_sentence(str(error))
    for finding in vet.check_files([path]):
        one_sentence(finding.message)


@FUZZ
@given(content=st.binary(max_size=200))
def test_any_bytes_are_no_ontology_or_one(tmp_path, content):
    path = tmp_path / "own.ttl"
    path.write_bytes(content)
    try:
        use(path)
    except OntologyError as error:
        one_sentence(str(error))


def many(line, number):
    return "\n".join([*PREFIXES, *(line.format(n=n, m=n + 1) for n in range(number))])


BOMBS = {
    "a literal of ten million characters": f'{PREFIXES[0]}\n<http://x> <http://y> """{"x" * 5_000_000}""" .',
    "a word of a million characters": "\n".join([*PREFIXES, f'own:Drug a owl:Class ; rdfs:subClassOf kg:Product ; lex:name "{"x" * 1_000_000}" .']),
    "a hundred thousand brackets": "<http://x> <http://y> " + "[ <http://y> " * 50_000,
    "brackets that close": "<http://x> <http://y> " + "[ <http://y> " * 20_000 + "1" + " ]" * 20_000 + " .",
    "a hundred thousand lists": "<http://x> <http://y> " + "( " * 50_000,
    "kinds below kinds": many("own:K{m} a owl:Class ; rdfs:subClassOf own:K{n} . own:K0 a owl:Class ; rdfs:subClassOf kg:Product .", 2_000),
    "a circle of kinds": many("own:K{n} a owl:Class ; rdfs:subClassOf own:K{m} .", 2_000) + "\nown:K2000 a owl:Class ; rdfs:subClassOf own:K0 .",
    "imports of itself": "\n".join([*PREFIXES, "<http://x> owl:imports <http://x> , <file:///etc/passwd> , <http://127.0.0.1:9/> ."]),
    "patterns": "\n".join([*PREFIXES, 'own:Drug a owl:Class ; rdfs:subClassOf kg:Product ; lex:name "(a+)+$" , "(.*)*b" ; lex:nameSuffix "(x+x+)+y" .']),
    "prefixes of prefixes": "\n".join(f"@prefix p{n}: <{'x:' if n == 0 else ''}{'y' * min(n, 500)}> ." for n in range(1_000)),
}  # fmt: skip


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_does_not_go_off(tmp_path, bomb):
    path = tmp_path / "own.ttl"
    path.write_text(BOMBS[bomb], encoding="utf-8")
    started = time.monotonic()
    try:
        use(path)
    except OntologyError as error:
        one_sentence(str(error))
    vet.check_files([path])
    assert time.monotonic() - started < SOON


def test_what_is_no_file_or_too_long_is_not_read(tmp_path):
    with pytest.raises(OntologyError, match="not a file"):
        Ontology.load("/dev/zero")
    os.mkfifo(tmp_path / "pipe.ttl")
    with pytest.raises(OntologyError, match="not a file"):
        Ontology.load(tmp_path / "pipe.ttl")
    os.truncate(os.open(tmp_path / "long.ttl", os.O_CREAT | os.O_WRONLY), 60_000_000)
    with pytest.raises(OntologyError, match="longer than 50 MB"):
        Ontology.load(tmp_path / "long.ttl")


KEYS = st.sampled_from([*config.Config.__slots__, "", "ontolgy", "names", "__class__", "x.y"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def toml(value):
    """A value in TOML, as far as that has one."""
    match value:
        case bool():
            return str(value).lower()
        case None:
            return "null"
        case int() | float():
            return repr(value)
        case str():
            return '"' + "".join(f"\\U{ord(c):08x}" for c in value) + '"'
        case list():
            return "[" + ", ".join(map(toml, value)) + "]"
        case _:
            return "{" + ", ".join(f"{toml(k)} = {toml(v)}" for k, v in value.items()) + "}"


@FUZZ
@given(given=st.dictionaries(KEYS, VALUES, max_size=3))
def test_settings_of_any_type_are_read_or_refused(tmp_path, given):
    path = tmp_path / "kg.toml"
    lines = (f"{toml(key) if not key.isidentifier() else key} = {toml(value)}" for key, value in given.items())
    path.write_text("\n".join(lines), encoding="utf-8")
    try:
        found = config.load(path)
    except ConfigError as error:
        one_sentence(str(error))
    else:
        assert config.Config.from_json(found.to_json()) == found


@FUZZ
@given(content=st.binary(max_size=100) | st.text(max_size=100).map(lambda t: t.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_no_settings_or_some(tmp_path, content):
    path = tmp_path / "kg.toml"
    path.write_bytes(content)
    for read in (config.load, read_decisions):
        try:
            read(path)
        except (ConfigError, InputError) as error:
            one_sentence(str(error))


@pytest.mark.parametrize(
    "text", ["x = " + "[" * 100_000, "x = " + "{a=" * 100_000, "a." * 20_000 + "b = 1", "[" * 5_000]
)
def test_settings_that_nest_without_end_are_refused(tmp_path, text):
    path = tmp_path / "kg.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as refusal:
        config.load(path)
    one_sentence(str(refusal.value))


def test_a_settings_file_that_never_ends_is_not_read(tmp_path):
    os.mkfifo(tmp_path / "kg.toml")
    for path in (tmp_path / "kg.toml", Path("/dev/zero")):
        with pytest.raises(ConfigError):
            config.load(path)

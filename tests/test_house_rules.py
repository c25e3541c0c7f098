"""The rules of design/architecture that a program can check."""

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from kg.ontology import Ontology
from kg.upkeep.fingerprint import READING

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "kg").rglob("*.py"))
ROOMS = {path.parent.name for path in SOURCES if path.name == "__init__.py"} - {"kg"}

# Modules from the ground up. A module imports what stands on lower steps, or lower in its own.
STEPS = [
    ["errors", "model"],
    ["disk"],
    ["ontology"],
    ["lexicon", "questions"],
    ["graph"],
    ["config"],
    ["datasets", "models"],
    sorted(
        ROOMS
        - {
            "analysis",
            "ask",
            "commands",
            "datasets",
            "disk",
            "mcp",
            "models",
            "query",
            "serve",
            "scale",
            "train",
            "upkeep",
        }
        - {"disk", "vet"}
    ),
    ["terminal", "phrases", "sentences"],
    ["query", "train"],
    ["analysis", "vet"],
    ["pipeline"],
    ["upkeep"],
    ["ask", "verdicts", "report", "page_lines", "reasons", "merges", "news", "outcomes"],
    sorted(ROOMS & {"mcp", "serve", "scale"}),
    ["commands"],
    ["cli", "__main__"],
]
STEP = {name: number for number, names in enumerate(STEPS) for name in names}
RDF = {"rdflib", "pyoxigraph", "pyshacl", "owlrl"}
RDF_ROOMS = {"ontology", "export", "query", "store", "serve"}
TORCH = {"torch", "safetensors", "onnx"}
# strings that only look like names of the ontology: file, word, and what it is there
LOOKALIKES = {
    ("ontology.py", "Entity"): "the root that the reader starts from",
    ("export/neo4j.py", "Entity"): "the label that all entities have in Neo4j",
    ("export/turtle.py", "Entity"): "prov:Entity",
    ("nlp/names.py", "Company"): "the word at the end of a company's name",
}
NO_NAMES = {"utils", "util", "helpers", "helper", "common", "core", "base", "misc"}


def place(path: Path) -> str:
    """The room or top-level module that a file belongs to, "" for the front door."""
    parts = path.relative_to(ROOT / "kg").with_suffix("").parts
    return "" if parts == ("__init__",) else parts[0]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imports(path: Path, *, deferred: bool) -> Iterator[str]:
    """Imported modules, those within functions only when `deferred`; never those for type checkers alone."""
    stack: list[ast.AST] = [tree(path)]
    while stack:
        node = stack.pop()
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        if not deferred and isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            module = node.module or ""
            # `from kg import ontology` imports a module, `from kg.model import Fact` a name of one
            yield from (f"kg.{alias.name}" for alias in node.names) if module == "kg" else [module]
        stack += ast.iter_child_nodes(node)


def own(modules: Iterator[str]) -> list[list[str]]:
    return [name.split(".")[1:] for name in modules if name.startswith("kg.") and not name.startswith("kg.__")]


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_dependencies_point_one_way(path: Path) -> None:
    here = place(path)
    if not here:
        return
    assert here in STEP, f"give {here} a step in {Path(__file__).name}"
    # graph is the facade that reaches up to the rooms, on first use only
    for module in own(imports(path, deferred=here != "graph")):
        if module[0] != here:
            assert STEP[module[0]] <= STEP[here], f"{here} imports {module[0]}, which stands above it"


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_rooms_are_entered_by_their_front(path: Path) -> None:
    here = place(path)
    for module in own(imports(path, deferred=True)):
        if module[0] in ROOMS and module[0] != here and len(module) > 1:
            assert here in {"graph", "commands"}, f"{path.name} imports kg.{'.'.join(module)}, an inside of {module[0]}"


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_model_and_errors_need_the_standard_library_only(path: Path) -> None:
    if place(path) in {"model", "errors"}:
        assert {name.split(".")[0] for name in imports(path, deferred=True)} <= sys.stdlib_module_names


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_rdf_lives_at_the_edge(path: Path) -> None:
    found = {name.split(".")[0] for name in imports(path, deferred=True)} & RDF
    assert not found or place(path) in RDF_ROOMS


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_only_training_needs_torch(path: Path) -> None:
    found = {name.split(".")[0] for name in imports(path, deferred=True)} & TORCH
    assert not found or place(path) == "train" or path.parent.name + path.name == "exportpyg.py"


def docstrings(module: ast.Module) -> set[int]:
    """The ids of the nodes that are docstrings."""
    found = set()
    for node in ast.walk(module):
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and isinstance(body[0], ast.Expr):
            found.add(id(body[0].value))
    return found


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_the_ontology_is_read_and_not_repeated(path: Path) -> None:
    ontology = Ontology.load()
    inverses = {relation.inverse for relation in ontology.relations.values()} - {""}
    file = path.relative_to(ROOT / "kg").as_posix()
    names = {*ontology.relations, *ontology.kinds, *inverses} - {word for at, word in LOOKALIKES if at == file}
    skipped = docstrings(tree(path))
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
            repeated = {node.value, node.value.rpartition(":")[2], node.value.rpartition("#")[2]} & names
            assert not repeated, f"{path.name}, line {node.lineno}: {repeated}"


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_modules_are_named_for_what_they_do(path: Path) -> None:
    assert not set(path.relative_to(ROOT).with_suffix("").parts) & NO_NAMES


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_public_modules_say_what_they_hold(path: Path) -> None:
    assert ast.get_docstring(tree(path))


def test_the_fingerprint_of_a_reader_covers_all_that_reading_runs_through() -> None:
    found = {module[0] for path in SOURCES if place(path) in READING for module in own(imports(path, deferred=True))}
    # what keeps what was read and makes graphs of it stands beside reading in the pipeline
    assert found - {"disk", "errors", "graph", "registers", "resolve", "store"} <= set(READING)


# what runs code that stands in data
RUNS_DATA = {"pickle", "cPickle", "_pickle", "shelve", "marshal", "dill", "cloudpickle", "joblib", "jsonpickle"}
RUNS_TEXT = {"eval", "exec", "compile", "__import__"}


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_nothing_that_is_read_can_run(path: Path) -> None:
    """No pickles, no yaml.load, no eval or exec, no shell."""
    assert not {name.split(".")[0] for name in imports(path, deferred=True)} & RUNS_DATA
    for call in (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call)):
        name = ast.unparse(call.func)
        assert name not in RUNS_TEXT, f"line {call.lineno}: {name}"
        assert name not in {"yaml.load", "os.system", "os.popen"}, f"line {call.lineno}: {name}"
        given = {each.arg: each.value for each in call.keywords}
        if "shell" in given:
            assert ast.unparse(given["shell"]) == "False", f"line {call.lineno}: a shell"
        if name in {"np.load", "numpy.load"}:
            assert ast.unparse(given.get("allow_pickle", ast.Constant(False))) == "False"
        if name == "torch.load":
            assert ast.unparse(given.get("weights_only", ast.Constant(False))) == "True", f"line {call.lineno}"

"""Whatever is added, replaced and removed, in whatever order: the graph is that of the documents that are left."""

import errno
import hashlib
import json
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import pipeline, upkeep
from kg.config import NONE, Config
from kg.errors import ConfigError, InputError, StoreError
from kg.export import to_turtle
from kg.export.jsonl import to_lines
from kg.graph import KnowledgeGraph
from kg.model import Document, Extraction, Problem
from kg.ontology import Ontology
from kg.store import ADDED, FILE, REMOVED, REPLACED, REREAD, Store, to_bytes
from kg.upkeep import fingerprint, views, work

CONFIG = Config(name_model=NONE, relation_model=NONE)
# twelve documents in two versions each, that share names so that every one can change the others' entities
TEXTS = {
    "air/fleet": (
        "Quarrel Air leases 12 jets from Norland Aero.",
        "Quarrel Air stopped leasing jets from Norland.",
    ),
    "air/loss": ("Quarrel Air plc lost $4 million in 2023.", "Quarrel Air plc earned $2 million in 2023."),
    "air/merger": ("Quarrel Air plans to buy Tessel Lines.", "Quarrel Air bought Tessel Lines for $90 million."),
    "mills": ("Harrow Mills sells flour to Benning Foods.", "Harrow Mills stopped selling flour to Benning Foods."),
    "foods": ("Benning Foods Inc. (BNF) owns 12% of Harrow Mills.", "Benning Foods Inc. owns 40% of Harrow Mills."),
    "chief": ("“We grew,” said Ada Quist, chief executive of Norland Aero.", "Ada Quist left Norland Aero."),
    "court": ("Tessel Lines sued Benning Foods.", "Tessel Lines did not sue Benning Foods."),
    "seat": ("Norland Aero is based in Oslo.", "Norland Aero Ltd is based in Bergen."),
    "bank": ("Pelham Bank lends $50 million to Tessel Lines.", "Pelham Bank may lend to Tessel Lines."),
    "talks": ("Pelham Bank is in talks with Norland Aero.", "Pelham Bank denied talks with Norland Aero."),
    "same": ("Norland Aero is based in Oslo.", "Norland Aero is based in Oslo. It makes jets."),
    "nothing": ("It rained. Nobody minded.", "It snowed."),
}


def document(id_: str, version: int) -> Document:
    return Document(id_, TEXTS[id_][version], source=f"{id_}.txt")


@cache
def read() -> dict[Document, Extraction]:
    """What each document says by itself, read with the real pipeline, once for all tests."""
    documents = [document(id_, version) for id_ in TEXTS for version in (0, 1)]
    return {e.document: e for e in pipeline.extract(documents, CONFIG, Ontology.load())}


@pytest.fixture(autouse=True)
def reading(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Documents are looked up rather than read again; gives the ids of those that were asked for."""
    asked: list[str] = []

    def extract(documents: list[Document], *_: object) -> Iterator[Extraction]:
        for each in documents:
            asked.append(each.id)
            yield read().get(each) or Extraction(each)

    monkeypatch.setattr(work, "extract", extract)
    return asked


def written(graph: KnowledgeGraph) -> dict[str, bytes]:
    return {"graph.ttl": to_turtle(graph), **to_lines(graph)}


def built(*held: tuple[str, int]) -> dict[str, bytes]:
    extractions = [read()[document(*each)] for each in held]
    return written(pipeline.assemble(extractions, (), CONFIG, Ontology.load()))


# ---------------------------------------------------------------- any sequence gives the graph of what is left

NAMED = st.sampled_from(sorted(TEXTS))
SOME = st.lists(st.tuples(NAMED, st.integers(0, 1)), min_size=1, max_size=5, unique_by=lambda each: each[0])
STEPS = st.lists(
    st.tuples(st.sampled_from(["add", "update"]), SOME)
    | st.tuples(st.just("prune"), SOME)
    | st.tuples(st.just("remove"), st.lists(NAMED, min_size=1, max_size=4, unique=True)),
    max_size=7,
)


@settings(max_examples=25, deadline=None)
@given(STEPS)
def test_any_sequence_gives_the_bytes_of_a_build_of_what_is_left(steps: list) -> None:
    held: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as place:
        store = Path(place) / "store"
        upkeep.add(store, [document("mills", 0)], config=CONFIG)
        held["mills"] = 0
        for verb, given_ in steps:
            step(store, held, verb, given_)
        assert written(upkeep.graph_of(store)) == built(*held.items())


def step(store: Path, held: dict[str, int], verb: str, given_: list) -> None:
    if verb == "remove":
        names = [name for name in given_ if name in held]
        if len(names) < len(given_):
            with pytest.raises(InputError):
                upkeep.remove(store, given_)
        else:
            upkeep.remove(store, names)
            for name in names:
                del held[name]
    elif verb == "add":
        outcome = upkeep.add(store, [document(*each) for each in given_])
        assert [p.document for p in outcome.refused] == sorted(n for n, v in given_ if held.get(n, v) != v)
        for name, version in given_:
            held.setdefault(name, version)
    else:
        upkeep.update(store, [document(*each) for each in given_], prune=verb == "prune")
        if verb == "prune":
            held.clear()
        held.update(given_)


@settings(max_examples=10, deadline=None)
@given(st.permutations(sorted(TEXTS)), st.integers(1, 12))
def test_any_order_and_batches_give_the_same_bytes(order: list[str], size: int) -> None:
    with tempfile.TemporaryDirectory() as place:
        store = Path(place) / "store"
        for start in range(0, len(order), size):
            upkeep.add(store, [document(id_, 0) for id_ in order[start : start + size]], config=CONFIG)
        assert written(upkeep.graph_of(store)) == built(*((id_, 0) for id_ in TEXTS))


def test_texts_of_the_tests_say_something() -> None:
    facts = to_lines(pipeline.assemble(read().values(), (), CONFIG, Ontology.load()))["facts.jsonl"]
    assert facts.count(b"\n") > 8


# ---------------------------------------------------------------- files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name in ("a", "b", "c"):
        (folder / f"{name}.txt").write_text(f"Text {name}.")
    return folder


@pytest.fixture
def store(tmp_path: Path, folder: Path) -> Path:
    upkeep.add(tmp_path / "store", folder, config=CONFIG)
    return tmp_path / "store"


def texts(store: Path) -> dict[str, str]:
    with Store.open(store) as opened:
        assert opened.verify() == []
        return {d.id: d.text.strip() for d in opened.texts(opened.documents())}


def problems(store: Path) -> list[tuple[str, str]]:
    with Store.open(store) as opened:
        return [(p.document, p.message) for p in opened.problems()]


def test_what_is_stored_is_not_read_again(store: Path, folder: Path, reading: list[str]) -> None:
    assert reading == ["a", "b", "c"]
    (folder / "d.txt").write_text("Text d.")
    outcome = upkeep.add(store, folder)
    assert reading == ["a", "b", "c", "d"]
    assert (outcome.done[ADDED], outcome.unchanged, outcome.total) == (["d"], 3, 4)


def test_unchanged_files_are_not_even_parsed(store: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = []
    monkeypatch.setattr("kg.read.documents._read_file", lambda file, *_: parsed.append(file.id) or iter(()))
    assert upkeep.add(store, folder).unchanged == 3
    assert parsed == []


def test_models_are_not_loaded_when_nothing_is_new(
    store: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, reading: list[str]
) -> None:
    monkeypatch.setattr(work, "extract", lambda *_: pytest.fail("nothing is there to read"))
    before = (store / FILE).read_bytes()
    for call in (upkeep.add, upkeep.update):
        assert call(store, folder).unchanged == 3
    assert not any(upkeep.reread(store).done.values())
    assert (store / FILE).read_bytes() == before


def test_changed_content_is_refused_by_add_and_taken_by_update(store: Path, folder: Path) -> None:
    (folder / "b.txt").write_text("Other text.")
    outcome = upkeep.add(store, folder)
    assert outcome.refused == [Problem("b", "error", work.STORED_OTHERWISE)]
    assert texts(store)["b"] == "Text b."
    assert problems(store) == []
    outcome = upkeep.update(store, folder)
    assert (outcome.done[REPLACED], outcome.done[ADDED], outcome.unchanged) == (["b"], [], 2)
    assert texts(store)["b"] == "Other text."


def test_other_blocks_of_the_same_text_are_other_content(store: Path, folder: Path) -> None:
    page = "<html><body><article><{0}>Orlune buys oats</{0}><p>It said so.</p></article></body></html>"
    (folder / "d.html").write_text(page.format("h2"))
    assert upkeep.add(store, folder).done[ADDED] == ["d"]
    text = texts(store)["d"]
    (folder / "d.html").write_text(page.format("p"))
    assert upkeep.update(store, folder).done[REPLACED] == ["d"]
    assert texts(store)["d"] == text
    assert upkeep.update(store, folder).unchanged == 4


def test_what_an_older_store_knows_by_text_alone_is_read_again_once(
    store: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(store) as opened:
        documents = opened.texts("abc")
    with sqlite3.connect(store / FILE) as connection:
        for d in documents:
            former = hashlib.sha256(json.dumps([d.text, d.title, d.date, d.source]).encode()).hexdigest()
            connection.execute("UPDATE documents SET sha256 = ? WHERE id = ?", (former, d.id))
        connection.execute("PRAGMA user_version=2")
    monkeypatch.setattr(fingerprint, "__version__", "99")  # of the kg that heeds blocks
    outcome = upkeep.add(store, folder)
    assert (outcome.refused, outcome.unchanged) == ([], 3)
    assert upkeep.update(store, folder).done[REPLACED] == ["a", "b", "c"]
    assert upkeep.update(store, folder).unchanged == 3


def test_update_leaves_what_is_not_among_the_inputs_unless_it_prunes(store: Path, folder: Path) -> None:
    (folder / "a.txt").unlink()
    (folder / "d.txt").write_text("Text d.")
    assert upkeep.update(store, folder).done[REMOVED] == []
    assert list(texts(store)) == ["a", "b", "c", "d"]
    assert upkeep.update(store, folder, prune=True).done[REMOVED] == ["a"]
    assert list(texts(store)) == ["b", "c", "d"]


def test_what_cannot_be_read_is_noted_until_it_can(store: Path, folder: Path) -> None:
    (folder / "d.txt").write_text("")
    (folder / "e.xlsx").write_text("x")
    outcome = upkeep.add(store, folder)
    noted = [("d", "is empty"), ("e.xlsx", "is not in a format that kg reads")]
    assert [(p.document, p.message) for p in outcome.problems] == problems(store) == noted
    (folder / "d.txt").write_text("Text d.")
    assert upkeep.add(store, folder).done[ADDED] == ["d"]
    assert problems(store) == noted[1:]
    (folder / "e.xlsx").unlink()
    upkeep.update(store, folder)
    assert problems(store) == noted[1:]
    upkeep.update(store, folder, prune=True)
    assert problems(store) == []


def test_a_problem_can_be_removed_like_a_document(store: Path, folder: Path) -> None:
    (folder / "d.txt").write_text("")
    upkeep.add(store, folder)
    upkeep.remove(store, ["d"])
    assert problems(store) == []


@pytest.mark.parametrize("prune", [False, True])
def test_a_document_that_cannot_be_read_any_more_stays(store: Path, folder: Path, prune: bool) -> None:
    (folder / "b.txt").write_text("")
    upkeep.add(store, folder)
    assert problems(store) == []
    upkeep.update(store, folder, prune=prune)
    assert problems(store) == [("b", "is empty")]
    assert texts(store)["b"] == "Text b."
    (folder / "b.txt").write_text("Text b.")
    upkeep.update(store, folder)
    assert problems(store) == []


def test_pruning_spares_what_lies_in_a_folder_that_cannot_be_opened(
    store: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "d.txt").write_text("Text d.")
    upkeep.add(store, folder)
    real = Path.iterdir

    def iterdir(path: Path) -> Iterator[Path]:
        if path.name == "sub":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    (folder / "a.txt").unlink()
    assert upkeep.update(store, folder, prune=True).done[REMOVED] == ["a"]
    assert "sub/d" in texts(store)


def test_a_warning_goes_when_the_file_is_mended_without_a_change_of_its_text(store: Path, folder: Path) -> None:
    (folder / "d.txt").write_bytes("Caf\xe9 d\xe9j\xe0 vu, d\xe9cor, na\xefve fianc\xe9.".encode("cp1252"))
    upkeep.add(store, folder)
    assert [id_ for id_, _ in problems(store)] == ["d"]
    text = texts(store)["d"]
    (folder / "d.txt").write_text(text, encoding="utf-8")
    assert upkeep.update(store, folder).unchanged == 4
    assert problems(store) == []


def test_a_file_that_joins_gives_its_twin_another_id(store: Path, folder: Path) -> None:
    """Ids are as a build of the same inputs gives them; what had another id before stays until it is pruned."""
    (folder / "a.md").write_text("Other a.")
    assert upkeep.add(store, folder).done[ADDED] == ["a.md", "a.txt"]
    assert upkeep.update(store, folder, prune=True).done[REMOVED] == ["a"]
    assert list(texts(store)) == ["a.md", "a.txt", "b", "c"]


def test_ids_that_clash_across_calls_are_refused(store: Path, tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "a.txt").write_text("Quite another text.")
    assert [p.document for p in upkeep.add(store, tmp_path / "more").refused] == ["a"]
    (tmp_path / "more" / "a.txt").write_text("Text a.")
    assert upkeep.add(store, tmp_path / "more").unchanged == 1


def test_a_store_among_the_inputs_is_not_read(folder: Path) -> None:
    upkeep.add(folder / "store", folder, config=CONFIG)
    upkeep.output_of(folder / "store")
    outcome = upkeep.add(folder / "store", folder)
    assert (outcome.unchanged, outcome.problems, outcome.done[ADDED]) == (3, [], [])


# ---------------------------------------------------------------- removing


def test_removing_by_pattern_and_all_or_nothing(store: Path, folder: Path) -> None:
    for name in ("n/1.txt", "n/2.txt", "n[x].txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(f"Text {name}.")
    upkeep.add(store, folder)
    with pytest.raises(InputError, match="no document zz, so nothing was removed"):
        upkeep.remove(store, ["n/*", "zz"])
    with pytest.raises(InputError, match="Did you mean n/2"):
        upkeep.remove(store, ["n/22"])
    assert len(texts(store)) == 6
    assert upkeep.remove(store, ["n/*"]).done[REMOVED] == ["n/1", "n/2"]
    assert upkeep.remove(store, ["n[x]"]).done[REMOVED] == ["n[x]"]
    assert list(texts(store)) == ["a", "b", "c"]


def test_what_is_removed_or_replaced_is_nowhere_in_the_store(tmp_path: Path) -> None:
    place = tmp_path / "store"
    upkeep.add(place, [document("mills", 0), document("foods", 0)], config=CONFIG)
    upkeep.output_of(place)
    upkeep.remove(place, ["mills"])
    upkeep.output_of(place)
    upkeep.update(place, [document("foods", 1)])
    assert os.listdir(place) == [FILE]
    content = (place / FILE).read_bytes()
    for gone in ("mills", "foods"):
        record = to_bytes(read()[document(gone, 0)])
        assert not any(record[i : i + 20] in content for i in range(40, len(record) - 20, 20))


# ---------------------------------------------------------------- settings, readers, views


def test_other_settings_are_refused(store: Path, folder: Path) -> None:
    assert upkeep.add(store, folder, config=CONFIG).unchanged == 3
    other = Config(name_model=NONE, relation_model=NONE, base="https://example.org/")
    with pytest.raises(ConfigError, match=r"other settings \(base\): leave them out, or make another store"):
        upkeep.add(store, folder, config=other)
    assert upkeep.settings_of(store) == CONFIG


def test_wrong_inputs_leave_no_store_behind(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        upkeep.add(tmp_path / "store", tmp_path / "nothing")
    with pytest.raises(InputError, match="Two documents have the id mills"):
        upkeep.add(tmp_path / "store", [document("mills", 0), document("mills", 1)])
    assert not (tmp_path / "store").exists()
    for call in (upkeep.reread, upkeep.graph_of, upkeep.output_of, upkeep.settings_of):
        with pytest.raises(StoreError, match="not a store"):
            call(tmp_path / "store")


def test_another_reader_reads_again(
    store: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, reading: list[str]
) -> None:
    monkeypatch.setattr(fingerprint, "__version__", "99")
    reading.clear()
    assert upkeep.add(store, folder).outdated == 3
    assert reading == []
    outcome = upkeep.reread(store)
    assert (outcome.done[REREAD], outcome.outdated, reading) == (["a", "b", "c"], 0, ["a", "b", "c"])
    with Store.open(store) as opened:
        assert [e.command for e in opened.log()] == ["add", "update"]


def test_the_reader_is_known_by_its_code_weights_ontology_and_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    more = tmp_path / "more.ttl"
    more.write_text("")
    weights = tmp_path / "names.onnx"
    weights.write_bytes(b"1")
    configs = [
        Config(),
        CONFIG,
        Config(rules=False),
        Config(min_confidence=0.5),
        Config(ontology=(more,)),
        Config(name_model=str(weights)),
    ]
    found = [fingerprint.reader(config) for config in configs]
    assert len(set(found)) == len(configs)
    assert fingerprint.reader(Config(base="https://example.org/")) == found[0]
    more.write_text("# changed")
    weights.write_bytes(b"2")
    assert [fingerprint.reader(config) == before for config, before in zip(configs, found, strict=True)] == [
        *[True] * 4,
        False,
        False,
    ]
    with pytest.raises(ConfigError, match="Cannot read"):
        fingerprint.reader(Config(ontology=(tmp_path / "none.ttl",)))


def test_a_view_is_always_that_of_now(tmp_path: Path) -> None:
    store = tmp_path / "store"
    upkeep.add(store, [document(id_, 0) for id_ in TEXTS], config=CONFIG)
    held = dict.fromkeys(TEXTS, 0)
    for verb, given_ in [("add", [("bank", 0)]), ("update", [("bank", 1)]), ("remove", ["mills", "foods"])]:
        step(store, held, verb, given_)
        out = upkeep.output_of(store)
        assert {n: (out / n).read_bytes() for n in os.listdir(out) if not n.endswith(".html")} == built(*held.items())
        assert sorted(os.listdir(store)) == sorted([FILE, out.name])


def test_a_view_is_kept_until_something_changes(store: Path, folder: Path) -> None:
    first = upkeep.output_of(store)
    stamp = (first / "graph.ttl").stat().st_mtime_ns
    assert upkeep.output_of(store) == first
    assert (first / "graph.ttl").stat().st_mtime_ns == stamp
    (folder / "d.txt").write_text("Text d.")
    upkeep.add(store, folder)
    second = upkeep.output_of(store)
    assert second != first
    assert not first.exists()
    (second / "graph.ttl").unlink()
    second.rename(store / "graph-000000000000")
    assert (upkeep.output_of(store) / "graph.ttl").exists()
    assert sorted(os.listdir(store)) == sorted([FILE, second.name])


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS])
def test_the_graph_of_a_store_that_only_others_may_change_lies_elsewhere(
    store: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = upkeep.output_of(store)
    content = (kept / "graph.ttl").read_bytes()
    kept.rename(store.parent / "taken-away")

    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(views, "TemporaryDirectory", refuse)
    monkeypatch.setattr(views, "_ASIDE", {})
    aside = upkeep.output_of(store)
    assert (aside / "graph.ttl").read_bytes() == content
    assert upkeep.output_of(store) == aside
    assert os.listdir(store) == [FILE]


def test_what_a_killed_process_left_of_a_view_goes(store: Path) -> None:
    scratch = store / ".graph-left"
    scratch.mkdir()
    upkeep.output_of(store)
    assert scratch.exists()  # it may be another process that still writes
    os.utime(scratch, (0, 0))
    views.output_of(store)
    upkeep.update(store, [Document("x", "Text x.")])
    upkeep.output_of(store)
    assert not scratch.exists()


def test_a_killed_run_keeps_what_it_has_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [Document(f"d{n:03}", f"Text {n}.") for n in range(work.BATCH * 2 + 5)]

    def killed(given_: list[Document], *_: object) -> Iterator[Extraction]:
        for n, each in enumerate(given_):
            if n == work.BATCH + 3:
                raise KeyboardInterrupt
            yield Extraction(each)

    with monkeypatch.context() as patched:
        patched.setattr(work, "extract", killed)
        with pytest.raises(KeyboardInterrupt):
            upkeep.add(tmp_path / "store", documents, config=CONFIG)
    assert len(texts(tmp_path / "store")) == work.BATCH
    outcome = upkeep.add(tmp_path / "store", documents)
    assert (len(outcome.done[ADDED]), outcome.unchanged) == (work.BATCH + 5, work.BATCH)
    with Store.open(tmp_path / "store") as opened:
        assert [len(e.documents) for e in opened.log()] == [work.BATCH, work.BATCH + 5]


def test_another_process_that_is_first_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = tmp_path / "store"
    upkeep.add(store, [Document("x", "Text x.")], config=CONFIG)
    real = work.extract

    def late(given_: list[Document], *rest: object) -> Iterator[Extraction]:
        with monkeypatch.context() as patched:
            patched.setattr(work, "extract", real)
            upkeep.add(store, [Document("a", "Text a."), Document("b", "Another b.")])
        yield from real(given_, *rest)

    monkeypatch.setattr(work, "extract", late)
    outcome = upkeep.add(store, [Document("a", "Text a."), Document("b", "Text b."), Document("c", "Text c.")])
    assert (outcome.done[ADDED], outcome.unchanged) == (["c"], 1)
    assert [p.document for p in outcome.refused] == ["b"]

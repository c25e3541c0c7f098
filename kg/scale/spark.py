"""kg on Spark: what documents say, within a job of one's own.

from kg.scale.spark import extract

claims = extract(spark.read.parquet("news/")).selectExpr("id", "inline(claims)")
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from kg.config import Config
from kg.read import Reading, Rows
from kg.scale.tables import EXTRACTED
from kg.scale.tasks import extract_rows

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame

__all__ = ["extract"]


def extract(df: DataFrame, config: Config | None = None) -> DataFrame:
    """A row for each document with what it says; nothing is read before an action of Spark asks for it.

    `df` has a column of texts and may have columns of ids, titles, dates, authors and sources, under the usual names
    or those of `config.columns`. Columns of the result: id, title, date, source, `record` (binary: what a store of kg
    keeps, for `kg.store.from_bytes`; null where the document could not be read), and arrays of structs `mentions`,
    `claims` and `problems`. Offsets count characters of the text. A document without an id gets one made of its text.

    kg and its language weights must be installed where the workers run, and paths in `config` must hold there. The
    models are loaded once a Python worker. How many documents a task has is the number of partitions of `df`: some
    hundred to a few thousand are a good size, as a lost task reads all of its documents again.

    Raises:
        InputError: there is no column for the text.
    """
    made = (config or Config()).absolute()
    needed = Rows(df.columns, Reading.of(made)).needed
    task = partial(extract_rows, settings=json.dumps(made.to_json()), names=needed, schema=arrow_schema(EXTRACTED))
    return picked(df, needed).mapInArrow(task, EXTRACTED)


def picked(df: DataFrame, names: Sequence[str]) -> DataFrame:
    """The columns of these names under plain ones, since Spark takes a dot in a name for a part of a struct."""
    from pyspark.sql.functions import col

    return df.select(*(col(f"`{name.replace('`', '``')}`").alias(f"c{n}") for n, name in enumerate(names)))


def arrow_schema(columns: str) -> pa.Schema:
    """Columns in the words of Spark SQL as Arrow has them; needs a session."""
    from pyspark.sql.pandas.types import to_arrow_schema
    from pyspark.sql.types import StructType

    return to_arrow_schema(StructType.fromDDL(columns))

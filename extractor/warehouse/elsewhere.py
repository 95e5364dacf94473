"""Any other destination (BigQuery, Snowflake, Redshift, ClickHouse, SQL Server …), through the loading library dlt.

Its tables are replaced as a whole: dlt deletes by the rows that it is given, so that a report which has lost all rows of a kind would keep
the old ones otherwise.
"""

import logging
import tempfile
from pathlib import Path
from typing import Final

from extractor.warehouse.arrow import schema_of
from extractor.warehouse.destination import LoadError
from extractor.warehouse.duckdb_file import MEMORY, DuckDb
from extractor.warehouse.load import Loaded, load
from extractor.warehouse.redact import Redaction
from extractor.warehouse.star import STAR

DATASET: Final = "lkj"
"""The schema (or dataset) at the destination."""
MISSING: Final = "untuk tujuan ini diperlukan dlt; pasang dengan: pip install 'lkj-extractor[dlt]' 'dlt[{name}]'"
FAILED: Final = "tujuan {name} menolak pemuatan ({reason}); alamat dan kata sandinya dibaca dlt dari DESTINATION__{upper}__CREDENTIALS"


def load_elsewhere(name: str, out: Path, redaction: Redaction) -> Loaded:
    """Load ``out`` into the destination that dlt knows by this name, in one go. Raises LoadError."""
    try:
        import dlt  # noqa: PLC0415  # an extra
    except ImportError as error:
        raise LoadError(MISSING.format(name=name)) from error
    logging.getLogger("dlt").setLevel(logging.ERROR)
    dlt.config["runtime.dlthub_telemetry"] = False
    dlt.config["destination.replace_strategy"] = "insert-from-staging"  # all tables change at once
    database = DuckDb(MEMORY)
    try:
        done = load(out, database, redaction)
        tables = [
            dlt.resource(
                [database.connection.sql(f"SELECT * FROM {table.name} ORDER BY {table.key}").to_arrow_table().cast(schema_of(table))],
                name=table.name,
                primary_key=table.key,
            )
            for table in STAR.values()
        ]
        with tempfile.TemporaryDirectory(prefix="lkj-dlt-") as scratch:
            pipeline = dlt.pipeline("lkj", destination=name, dataset_name=DATASET, pipelines_dir=scratch)
            pipeline.run(tables, write_disposition="replace").raise_on_failed_jobs()
    except Exception as error:
        if not type(error).__module__.startswith("dlt."):
            raise
        reason = " ".join(str(error).split())[:300]
        raise LoadError(FAILED.format(name=name, upper=name.upper(), reason=reason)) from error
    finally:
        database.close()
    return done

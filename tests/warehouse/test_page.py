"""What docs/warehouse.md shows can be asked."""

import re
from pathlib import Path

import pytest

from extractor.warehouse.duckdb_file import MEMORY, DuckDb
from extractor.warehouse.load import load
from extractor.warehouse.redact import Redaction
from tests.warehouse.reports import report, write

PAGE = (Path(__file__).parents[2] / "docs" / "warehouse.md").read_text("utf-8")
EXAMPLES = re.findall(r"```sql\n(.*?)```\n\n```text\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize(("query", "shown"), EXAMPLES)
def test_every_example_runs_and_has_the_columns_that_are_shown(tmp_path: Path, query: str, shown: str) -> None:
    database = DuckDb(MEMORY)
    load(write(tmp_path, report()), database, Redaction())
    found = database.connection.sql(query)
    assert re.findall(r"[\w]+", shown.splitlines()[1]) == found.columns
    database.close()


def test_the_page_has_examples() -> None:
    assert len(EXAMPLES) >= 5

"""An older warehouse becomes one of today without losing its rows."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.warehouse.ddl import shape
from extractor.warehouse.destination import Destination
from extractor.warehouse.load import install, load
from extractor.warehouse.migrations import MIGRATIONS, SHAPE, VERSION, Migration, NewerWarehouse, pending
from extractor.warehouse.redact import Redaction
from tests.warehouse.reports import report, write

Open = Callable[[], Destination]
COLUMNS = (
    "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns"
    " WHERE table_schema = current_schema() ORDER BY table_name, column_name"
)
OLDER = VERSION - 1
STEP = Migration(
    VERSION, "the budget lines of agreements; the sex of staff", ("ALTER TABLE fact_pegawai ADD COLUMN jenis_kelamin VARCHAR",)
)


def at_version(database: Destination, version: int) -> None:
    """Make of a new warehouse one as an older program would have left it."""
    database.run("DROP VIEW v_pegawai_pendidikan")
    database.run("DROP TABLE fact_anggaran")
    database.run("ALTER TABLE fact_pegawai DROP COLUMN jenis_kelamin")
    database.run(f"UPDATE lkj_versi SET versi = {version}")


def rows(database: Destination, sql: str) -> list[tuple[Any, ...]]:
    return database.rows(sql)


def test_a_migrated_warehouse_is_as_a_new_one_and_is_filled_again(warehouse: Open, tmp_path: Path) -> None:
    out = write(tmp_path / "out", report())
    database = warehouse()
    load(out, database, Redaction())
    new = rows(database, COLUMNS)
    database.close()
    database = warehouse()
    at_version(database, OLDER)
    assert rows(database, COLUMNS) != new
    install(database, Redaction(), [STEP])
    assert rows(database, COLUMNS) == new
    assert rows(database, "SELECT jenis_kelamin FROM fact_pegawai") == [(None,)]
    assert rows(database, "SELECT COUNT(*) FROM fact_realisasi_anggaran") == [(3,)]
    database.commit()
    database.close()
    database = warehouse()
    assert load(out, database, Redaction()).loaded == 1
    assert rows(database, "SELECT jenis_kelamin FROM fact_pegawai") == [("P",)]
    assert rows(database, "SELECT COUNT(*) FROM fact_anggaran") == [(1,)]
    assert rows(database, "SELECT versi FROM lkj_versi ORDER BY versi") == [(OLDER,), (VERSION,)]
    database.close()


def test_the_first_warehouses_learn_which_other_report_holds_the_evidence(warehouse: Open, tmp_path: Path) -> None:
    out = write(tmp_path / "out", report())
    database = warehouse()
    load(out, database, Redaction())
    database.close()
    database = warehouse()
    database.run("ALTER TABLE fact_temuan_bukti DROP COLUMN berkas")
    database.run("UPDATE lkj_versi SET versi = 1")
    assert load(out, database, Redaction()).loaded == 1
    assert [file is None for (file,) in rows(database, "SELECT berkas FROM fact_temuan_bukti ORDER BY urutan")] == [True, False]
    database.close()


def test_a_warehouse_of_a_later_program_is_left_alone(warehouse: Open, tmp_path: Path) -> None:
    out = write(tmp_path / "out", report())
    database = warehouse()
    load(out, database, Redaction())
    database.close()
    database = warehouse()
    database.run(f"UPDATE lkj_versi SET versi = {VERSION + 1}")
    with pytest.raises(NewerWarehouse, match="lebih baru"):
        load(out, database, Redaction())
    database.close()


def test_the_declared_tables_are_those_of_this_version() -> None:
    assert shape() == SHAPE, (
        "the tables have changed: raise VERSION, add the Migration that leads there, and write the new digest into SHAPE"
    )


def test_steps_are_in_order_and_lead_to_the_present_version() -> None:
    versions = [step.version for step in MIGRATIONS]
    assert versions == sorted(set(versions))
    assert not versions or versions[-1] == VERSION
    assert [step.version for step in pending(1, [Migration(n, "", ()) for n in (1, 2, 3, 4)], 3)] == [2, 3]

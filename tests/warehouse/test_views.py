"""What the analysts' views answer."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from extractor.warehouse.destination import Destination
from extractor.warehouse.load import load
from extractor.warehouse.redact import Redaction
from tests.warehouse.reports import budget_row, document, percent, place, report, write

Open = Callable[[], Destination]


def ask(opened: Open, out: Path, sql: str) -> list[tuple[Any, ...]]:
    database = opened()
    try:
        load(out, database, Redaction())
        return database.rows(sql)
    finally:
        database.close()


def budget(*rows: dict[str, Any]) -> dict[str, Any]:
    return {"realisasi_anggaran": [{"id": "r", "dokumen": document()["id"], "baris": list(rows)}], "rekonsiliasi": []}


def test_absorption_of_a_satker_is_of_its_total_row_with_the_proposed_value(warehouse: Open, tmp_path: Path) -> None:
    sql = "SELECT dasar, pagu, pagu_dinyatakan, realisasi, penyerapan_persen FROM v_penyerapan_satker"
    assert ask(warehouse, write(tmp_path, report()), sql) == [("total", 4_100_000_000, 4_000_000_000, 3_600_000_000, Decimal("87.80"))]


def test_absorption_without_a_total_row_is_the_sum_of_the_programs(warehouse: Open, tmp_path: Path) -> None:
    rows = (
        budget_row(1, "CQ", "program", 300, 150),
        budget_row(1, "WA", "program", 100, 50, 1),
        budget_row(1, "WA.3355", "kegiatan", 100, 50, 2),
    )
    sql = "SELECT dasar, pagu, realisasi, penyerapan_persen FROM v_penyerapan_satker"
    assert ask(warehouse, write(tmp_path, report(**budget(*rows))), sql) == [("jumlah program", 400, 200, Decimal("50.00"))]


def test_a_program_that_two_tables_state_counts_once_and_other_years_do_not(warehouse: Open, tmp_path: Path) -> None:
    rows = (
        budget_row(1, "CQ", "program", 300, 150, 1),
        budget_row(1, "CQ", "program", 300, 150) | {"realisasi": None},
        budget_row(1, "CQ", "program", 999, 1, 2) | {"tahun": 2023},
    )
    sql = "SELECT kode_program, pagu, realisasi FROM v_penyerapan_program"
    assert ask(warehouse, write(tmp_path, report(**budget(*rows))), sql) == [("CQ", 300, 150)]


def test_a_report_without_a_budget_is_there_without_figures(warehouse: Open, tmp_path: Path) -> None:
    sql = "SELECT dasar, pagu, penyerapan_persen FROM v_penyerapan_satker"
    assert ask(warehouse, write(tmp_path, report(**budget())), sql) == [(None, None, None)]


def test_indicators_below_their_target_as_stated_or_as_they_follow(warehouse: Open, tmp_path: Path) -> None:
    rows = [
        {
            "tahun": 2024,
            "indikator": name,
            "target": percent(80),
            "realisasi": percent(reached),
            "capaian": stated,
            "sumber": place(1, row=n),
        }
        for n, (name, reached, stated) in enumerate((("a", 72, percent(90)), ("b", 40, None), ("c", 80, percent(100)), ("d", 90, None)))
    ]
    grade = {
        "tahun": 2024,
        "indikator": "e",
        "target": percent("A", "predikat"),
        "realisasi": percent("B", "predikat"),
        "sumber": place(1, row=9),
    }
    last_year = {**rows[0], "tahun": 2023, "indikator": "f"}
    table = [{"id": "c", "dokumen": document()["id"], "baris": [*rows, grade, last_year]}]
    sql = "SELECT indikator, capaian_persen, dasar FROM v_indikator_di_bawah_target ORDER BY 1"
    found = ask(warehouse, write(tmp_path, report(capaian_kinerja=table)), sql)
    assert found == [("a", Decimal("90.00"), "capaian"), ("b", Decimal("50.00"), "realisasi dibagi target")]


def test_findings_are_counted_per_kind_with_causes_apart(warehouse: Open, tmp_path: Path) -> None:
    found = {"kode": "A01", "nama": "sum_mismatch", "keparahan": "galat", "pesan": {"id": "x", "en": "x"}}
    temuan = [
        {**found, "id": "A01-1"}, {**found, "id": "A01-2", "diterima": "sudah dijelaskan"},
        {**found, "id": "A01-3", "keparahan": "info", "sebab": "A01-1"},
    ]  # fmt: skip
    sql = "SELECT kode, keparahan, jumlah, sebab, akibat, diterima FROM v_temuan_satker ORDER BY 2"
    assert ask(warehouse, write(tmp_path, report(temuan=temuan)), sql) == [("A01", "galat", 2, 1, 0, 1), ("A01", "info", 1, 0, 1, 0)]


def test_staff_per_education_as_counted_and_as_listed(warehouse: Open, tmp_path: Path) -> None:
    sql = "SELECT jenjang, disebut, terdaftar FROM v_pegawai_pendidikan"
    assert ask(warehouse, write(tmp_path, report()), sql) == [("S1", 4, 1)]

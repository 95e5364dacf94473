"""Loading into real databases: what is there afterwards, and what loading again does."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.warehouse.destination import Destination, LoadError
from extractor.warehouse.load import Loaded, load
from extractor.warehouse.redact import Redaction
from extractor.warehouse.star import REPORTED, STAR
from extractor.writing import write_json
from tests.warehouse.reports import budget_row, document, report, rupiah, write

Open = Callable[[], Destination]
PLAIN = Redaction()


def run(opened: Open, out: Path, redaction: Redaction = PLAIN, *, mirror: bool = False) -> Loaded:
    database = opened()
    try:
        return load(out, database, redaction, mirror=mirror)
    finally:
        database.close()


def query(opened: Open, sql: str) -> list[tuple[Any, ...]]:
    database = opened()
    try:
        return database.rows(sql)
    finally:
        database.close()


def content(opened: Open) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of the star."""
    database = opened()
    try:
        return {name: database.rows(f"SELECT * FROM {name} ORDER BY {table.key}") for name, table in STAR.items()}
    finally:
        database.close()


def test_a_fact_has_what_is_stated_what_is_printed_what_is_proposed_and_its_place(warehouse: Open, tmp_path: Path) -> None:
    run(warehouse, write(tmp_path / "out", report()))
    found = query(
        warehouse,
        "SELECT f.pagu, f.pagu_mentah, f.pagu_rekonsiliasi, f.realisasi_rekonsiliasi, f.halaman, f.tahun_laporan, d.sha256, s.satker"
        " FROM fact_realisasi_anggaran f JOIN dim_dokumen d ON d.dokumen_key = f.dokumen_key JOIN dim_satker s"
        " ON s.satker_key = f.satker_key"
        " WHERE f.tingkat = 'total'",
    )
    sha256 = document()["sha256"]
    assert found == [(4_000_000_000, "4.000.000.000", 4_100_000_000, None, 3, 2024, sha256, "KPU Kabupaten Rekaan")]


def test_loading_twice_changes_nothing(warehouse: Open, tmp_path: Path) -> None:
    out = write(tmp_path / "out", report("Satu", number=1), report("Dua", number=2))
    first = run(warehouse, out)
    before, record = content(warehouse), query(warehouse, "SELECT * FROM lkj_muatan ORDER BY berkas")
    assert (first.loaded, first.unchanged) == (2, 0)
    assert run(warehouse, out) == Loaded(0, 2, 0, 0)
    assert content(warehouse) == before
    assert query(warehouse, "SELECT * FROM lkj_muatan ORDER BY berkas") == record


def test_a_report_that_was_read_again_replaces_its_rows_and_no_others(warehouse: Open, tmp_path: Path) -> None:
    out = write(tmp_path / "out", report("Satu", number=1), report("Dua", number=2))
    run(warehouse, out)
    before = content(warehouse)
    row = budget_row(1, "CQ", "program", 5_000_000_000, 1)
    changed = report("Satu", number=1, realisasi_anggaran=[{"id": "ra-1", "dokumen": document(1)["id"], "baris": [row]}], rekonsiliasi=[])
    assert run(warehouse, write(out, changed)).loaded == 1
    pagu = query(warehouse, "SELECT s.slug, pagu FROM fact_realisasi_anggaran JOIN dim_satker s USING (satker_key) ORDER BY 1, 2")
    assert pagu == [("kabupaten-dua", p * 10**9) for p in (1, 3, 4)] + [("kabupaten-satu", 5 * 10**9)]
    assert run(warehouse, write(out, report("Satu", number=1))).loaded == 1
    assert content(warehouse) == before


def test_what_is_loaded_does_not_depend_on_the_order(warehouse: Open, tmp_path: Path) -> None:
    both = (report("Satu", number=1), report("Dua", 2023, number=2))
    for number, one in enumerate(both):
        run(warehouse, write(tmp_path / f"urut{number}", one))
    before = content(warehouse)
    database = warehouse()
    database.forget([*REPORTED], [key for (key,) in database.rows("SELECT laporan_key FROM dim_laporan")])
    database.run("DELETE FROM lkj_muatan")
    database.commit()
    database.close()
    for number in (1, 0):
        run(warehouse, tmp_path / f"urut{number}")
    assert content(warehouse) == before


def test_every_key_leads_somewhere_and_is_there_once(warehouse: Open, tmp_path: Path) -> None:
    run(warehouse, write(tmp_path / "out", report("Satu", number=1), report("Dua", None, number=2)))
    database = warehouse()
    for table in STAR.values():
        assert database.rows(f"SELECT {table.key} FROM {table.name} GROUP BY {table.key} HAVING COUNT(*) > 1") == []
        for column in table.columns:
            if column.refers:
                wanted = STAR[column.refers]
                lost = f"SELECT {column.name} FROM {table.name} WHERE {column.name} NOT IN (SELECT {wanted.key} FROM {wanted.name})"
                assert database.rows(lost) == [], column
    database.close()


def test_every_table_of_the_star_is_filled(warehouse: Open, tmp_path: Path) -> None:
    run(warehouse, write(tmp_path / "out", report()))
    assert [name for name, rows in content(warehouse).items() if not rows] == []


def test_a_folder_that_is_mirrored_takes_away_what_is_gone(warehouse: Open, tmp_path: Path) -> None:
    out = write(tmp_path / "out", report("Satu", number=1), report("Dua", number=2))
    run(warehouse, out)
    (out / "satker" / "kabupaten-dua" / "2024.json").unlink()
    assert run(warehouse, out).removed == 0
    assert run(warehouse, out, mirror=True).removed == 1
    assert query(warehouse, "SELECT slug FROM dim_satker") == [("kabupaten-satu",)]


def test_a_document_that_turned_out_to_be_of_another_satker_is_not_counted_twice(warehouse: Open, tmp_path: Path) -> None:
    out = write(tmp_path / "out", report("Keliru", number=1))
    run(warehouse, out)
    right = write(out, report("Benar", number=1))
    write_json(right / "dokumen" / f"{document(1)['sha256']}.json", report("Benar", number=1))
    assert run(warehouse, right).loaded == 1
    assert query(warehouse, "SELECT slug FROM dim_laporan") == [("kabupaten-benar",)]
    assert {len({row[table.names.index("laporan_key")] for row in content(warehouse)[table.name]}) for table in REPORTED} == {1}
    assert run(warehouse, right).loaded == 0


def test_a_file_that_cannot_be_read_changes_nothing(warehouse: Open, tmp_path: Path) -> None:
    out = write(tmp_path / "out", report("Satu", number=1))
    run(warehouse, out)
    before = content(warehouse)
    write(out, report("Satu", number=1, tahun=2024, iku=[]), report("Baru", number=3))
    (out / "satker" / "kabupaten-baru" / "2023.json").write_text('{"versi_skema": "0"}')
    with pytest.raises(ValueError, match="versi skema"):
        run(warehouse, out)
    assert content(warehouse) == before


def test_an_empty_folder_is_refused(warehouse: Open, tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="tidak ada hasil"):
        run(warehouse, tmp_path)


def test_figures_that_fit_no_column_are_counted_and_keep_their_text(warehouse: Open, tmp_path: Path) -> None:
    row = budget_row(1, "CQ", "program", 1, 1) | {"pagu": rupiah(10**30, "1 lalu tiga puluh nol")}
    run(
        warehouse,
        write(tmp_path / "out", report(realisasi_anggaran=[{"id": "r", "dokumen": document()["id"], "baris": [row]}], rekonsiliasi=[])),
    )
    assert query(warehouse, "SELECT pagu, pagu_mentah FROM fact_realisasi_anggaran") == [(None, "1 lalu tiga puluh nol")]
    assert query(warehouse, "SELECT di_luar_jangkauan FROM dim_laporan") == [(1,)]


def test_texts_arrive_as_they_are(warehouse: Open, tmp_path: Path) -> None:
    texts = ["", 'kutip " dan \\ garis', "baris\nbaru, koma;\ttab", "\\N", "NULL", "ß € 日本 \U0001f600"]
    iku = [{"indikator": f"nomor {n}", "cara_hitung": text} for n, text in enumerate(texts)] + [
        {"indikator": "kosong\x00", "cara_hitung": None}
    ]
    run(warehouse, write(tmp_path / "out", report(iku=iku)))
    found = query(warehouse, "SELECT indikator, cara_hitung FROM fact_iku ORDER BY indikator")
    assert found == [("kosong", None), *((f"nomor {n}", text) for n, text in enumerate(texts))]


def test_indicators_that_differ_in_capitals_are_one_and_show_the_most_frequent_spelling(warehouse: Open, tmp_path: Path) -> None:
    run(warehouse, write(tmp_path / "out", report()))
    found = query(warehouse, "SELECT indikator_baku, indikator FROM dim_indikator ORDER BY 1")
    assert found == [("nilai sakip", "Nilai SAKIP"), ("persentase partisipasi", "Persentase partisipasi")]


def test_the_satker_is_named_by_the_report_of_the_greatest_confidence(warehouse: Open, tmp_path: Path) -> None:
    sure, unsure = (report("Rekaan", year, number=year, satker={**report().satker.model_dump(), "keyakinan": sure, "kode_satker": code})
                    for year, sure, code in ((2023, 1.0, "654321"), (2024, 0.5, None)))  # fmt: skip
    run(warehouse, write(tmp_path / "out", sure, unsure))
    assert query(warehouse, "SELECT slug, kode_satker FROM dim_satker") == [("kabupaten-rekaan", "654321")]


def test_years_know_their_plan(warehouse: Open, tmp_path: Path) -> None:
    run(warehouse, write(tmp_path / "out", report(year=2024), report("Lain", 2025, number=2)))
    assert query(warehouse, "SELECT * FROM dim_tahun ORDER BY 1") == [(2024, 2020, 2024), (2025, 2025, 2029)]

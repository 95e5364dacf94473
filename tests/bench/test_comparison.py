"""The comparison of an output with its truth: what counts as found, and what as too much."""

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.append(str(Path(__file__).resolve().parents[2] / "bench"))

from charts import bars
from comparison import compare, compare_findings, compare_tables


def _amount(value: int | None) -> dict[str, Any] | None:
    return None if value is None else {"mentah": f"{value}", "nilai": value, "satuan": "rupiah"}


def _line(name: str, pagu: int | None, code: str | None = None) -> dict[str, Any]:
    return {"tahun": 2024, "kode": code, "uraian": name, "tingkat": "ro", "pagu": _amount(pagu), "realisasi": None, "persen": None}


def _document(*rows: dict[str, Any]) -> dict[str, Any]:
    return {"realisasi_anggaran": [{"baris": list(rows)}]}


TRUTH = _document(_line("Layanan Perkantoran", 100), _line("Layanan Umum", 200))


def test_the_same_is_perfect_whatever_the_order() -> None:
    tally = compare(TRUTH, _document(*reversed(TRUTH["realisasi_anggaran"][0]["baris"])))["realisasi_anggaran"]
    assert tally.f1 == 1
    assert (tally.exact, tally.numbers) == (4, 4)
    assert not tally.misses


def test_a_wrong_number_is_a_miss_on_both_sides() -> None:
    tally = compare(TRUTH, _document(_line("Layanan Perkantoran", 100), _line("Layanan Umum", 201)))["realisasi_anggaran"]
    assert (tally.truth, tally.found, tally.output) == (8, 7, 8)
    assert "200 <> 201" in tally.misses[0]


def test_what_is_too_much_counts_against_the_output() -> None:
    tally = compare(TRUTH, _document(*TRUTH["realisasi_anggaran"][0]["baris"], _line("Bukan Baris", 7)))["realisasi_anggaran"]
    assert (tally.truth, tally.found, tally.output) == (8, 8, 12)
    assert tally.f1 == pytest.approx(16 / 20)


def test_nothing_found_is_zero_and_nothing_stated_is_not_judged() -> None:
    tallies = compare(TRUTH, {})
    assert list(tallies) == ["realisasi_anggaran"]
    assert tallies["realisasi_anggaran"].f1 == 0


def test_a_key_that_the_truth_leaves_out_is_open() -> None:
    truth = _document({"uraian": "Layanan Umum", "pagu": _amount(200)})
    assert compare(truth, _document(_line("Layanan Umum", 200, "6709")))["realisasi_anggaran"].f1 == 1


def _target(**values: Any) -> dict[str, Any]:
    return {"perjanjian_kinerja": [{"baris": [{"indikator": "Jumlah laporan", "target": {"mentah": "12 Laporan", **values}}]}]}


@pytest.mark.parametrize(
    ("found", "exact"),
    [
        ({"jenis": "jumlah", "nilai": 12, "satuan": "Laporan"}, 1),
        ({"mentah": "12", "jenis": "jumlah", "nilai": 12, "satuan": "Laporan"}, 1),
        ({"mentah": "12", "jenis": "angka", "nilai": 12, "satuan": None}, 0),
        ({"jenis": "jumlah", "nilai": 1.2, "satuan": "Laporan"}, 0),
    ],
)
def test_a_target_is_its_value_with_its_unit(found: dict[str, Any], exact: int) -> None:
    truth = _target(jenis="jumlah", nilai=12, satuan="Laporan")
    assert compare(truth, _target(**found))["pk"].exact == exact


def test_tables_are_counted_by_kind_and_rows() -> None:
    truth = {"tabel": [{"jenis": "pk", "baris": 3}, {"jenis": "pk", "baris": 4}, {"jenis": "iku", "baris": 2}]}
    found = {"tabel": [{"jenis": "pk", "baris": [[]] * 3}, {"jenis": "pk", "baris": []}, {"jenis": "pk", "baris": []}]}
    assert compare_tables(truth, found) == {"iku": (1, 0, 0, 0), "pk": (2, 2, 1, 1)}


def test_a_finding_is_of_the_contradiction_whose_figure_it_has() -> None:
    truth = {
        "temuan_tertanam": [
            {"kode": "A01", "dinyatakan": "100", "dihitung": "90", "selisih": "10"},
            {"kode": "A01", "dinyatakan": "70", "dihitung": "75"},
            {"kode": "D01", "dinyatakan": "13", "dihitung": "14"},
            {"kode": "E02"},
        ]
    }
    found = {
        "temuan": [
            {"id": "1", "kode": "A02", "dinyatakan": 100, "dihitung": 80},
            {"id": "2", "kode": "B02", "dinyatakan": 5, "dihitung": 6, "keparahan": "galat"},
            {"id": "3", "kode": "B03", "dinyatakan": 7, "dihitung": 8, "sebab": "1"},
            {"id": "4", "kode": "B04", "dinyatakan": 7, "dihitung": 8, "keparahan": "info"},
            {"id": "5", "kode": "E02", "dinyatakan": "BB", "dihitung": None},
        ]
    }
    assert compare_findings(truth, found) == {
        "A01": (2, 1, 0),
        "A02": (0, 0, 0),
        "B02": (0, 0, 1),
        "B03": (0, 0, 0),
        "B04": (0, 0, 0),
        "D01": (1, 0, 0),
        "E02": (1, 1, 0),
    }


@pytest.mark.parametrize(
    ("computed", "lost", "more"), [(1_002_000, "Rp 1.000.000,-", 0), (1_200_000, "Rp 1.000.000,-", 1), (1_000_000, "", 1)]
)
def test_an_empty_cell_is_rightly_found_where_the_file_lost_one(computed: int, lost: str, more: int) -> None:
    found = {"temuan": [{"id": "1", "kode": "F02", "dinyatakan": None, "dihitung": computed, "keparahan": "peringatan"}]}
    assert compare_findings({}, found, [lost]) == {"F02": (0, 0, more)}


def test_a_bar_is_as_long_as_its_value() -> None:
    drawn = bars("F1", [("a", 0.5), ("b", 1.0)])
    widths = [float(part.split('"')[0]) for part in drawn.split('height="15"')[0:2] for part in part.split('width="')[-1:]]
    assert widths[1] == pytest.approx(2 * widths[0])

"""From JSON to values: exact figures, whole dates, stable keys."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.model import LaporanSatker
from extractor.warehouse.columns import Kind
from extractor.warehouse.dictionary import json_path
from extractor.warehouse.flatten import Rows, flatten
from extractor.warehouse.keys import digest, words_of
from extractor.warehouse.redact import Redaction
from extractor.warehouse.star import REPORTED, STAR
from extractor.warehouse.unit import find_files, read_unit
from extractor.warehouse.values import CONVERT, DoesNotFit
from tests.warehouse.reports import document, percent, place, report, write


def rows(out: Path, table: str) -> list[dict[str, Any]]:
    content = Rows()
    for file in find_files(out):
        flatten(read_unit(file), Redaction(), content)
    return [dict(zip(STAR[table].names, row, strict=True)) for row in content.reported[table]]


@given(st.decimals(allow_nan=False, allow_infinity=False, places=12, min_value=-(10**25), max_value=10**25))
def test_numbers_stay_exact_to_twelve_decimals(number: Decimal) -> None:
    assert CONVERT[Kind.NUMBER](number) == number


@given(st.integers(-(2**70), 2**70))
def test_amounts_are_whole_or_refused(amount: int) -> None:
    if -(2**63) <= amount < 2**63:
        assert CONVERT[Kind.RUPIAH](amount) == amount
    else:
        with pytest.raises(DoesNotFit):
            CONVERT[Kind.RUPIAH](amount)


def test_half_a_rupiah_does_not_become_a_whole_one() -> None:
    with pytest.raises(DoesNotFit):
        CONVERT[Kind.RUPIAH](Decimal("1.5"))


@given(st.lists(st.one_of(st.none(), st.text(max_size=3)), max_size=3), st.lists(st.one_of(st.none(), st.text(max_size=3)), max_size=3))
def test_different_parts_have_different_keys(one: list[str | None], other: list[str | None]) -> None:
    parted = any("\x1f" in (part or "") or part == "\x00" for part in (*one, *other))
    assert parted or one == other or [one, other] in ([[], [""]], [[""], []]) or digest(*one) != digest(*other)


def test_spellings_of_an_indicator() -> None:
    assert (
        words_of("Persentase  PARTISIPASI-pemilih (%).") == words_of("persentase partisipasi pemilih") == "persentase partisipasi pemilih"
    )


def test_dates_are_dates_where_they_are_whole(tmp_path: Path) -> None:
    (person,) = rows(write(tmp_path, report()), "fact_pegawai")
    assert (str(person["tanggal_lahir"]), person["tanggal_lahir_teks"]) == ("1987-05-14", "1987-05-14")
    assert (person["tmt_jabatan"], person["tmt_jabatan_teks"]) == (None, "2021-02")


def test_a_grade_is_no_number(tmp_path: Path) -> None:
    grade = rows(write(tmp_path, report()), "fact_kinerja")[1]
    assert (grade["target"], grade["target_predikat"], grade["target_jenis"], grade["capaian"]) == (None, "BB", "predikat", None)


def test_a_row_over_two_pages_knows_both(tmp_path: Path) -> None:
    iku = [{"indikator": "x", "sumber": [place(1, page=7), place(1, page=8)]}]
    (row,) = rows(write(tmp_path, report(iku=iku)), "fact_iku")
    assert (row["halaman"], row["halaman_akhir"]) == (7, 8)


def test_a_line_of_a_text_is_its_place(tmp_path: Path) -> None:
    iku = [{"indikator": "x", "sumber": {"dokumen": document()["id"], "baris": [12, 14]}}]
    (row,) = rows(write(tmp_path, report(iku=iku)), "fact_iku")
    assert (row["baris_awal"], row["baris_akhir"], row["halaman"]) == (12, 14, None)


def test_two_equal_rows_have_two_keys(tmp_path: Path) -> None:
    iku = [{"indikator": "x"}, {"indikator": "x"}]
    keys = [row["iku_key"] for row in rows(write(tmp_path, report(iku=iku)), "fact_iku")]
    assert len(set(keys)) == 2


def test_a_proposal_for_a_cell_stands_beside_the_indicator_that_states_it(tmp_path: Path) -> None:
    table = {
        "id": "T3",
        "dokumen": document()["id"],
        "jenis": "capaian_kinerja",
        "keyakinan": 1,
        "baris": [["x", "80", "72", "90"], ["y", "", "", ""]],
        "sumber_baris": [place(1, "T3", 5), place(1, "T3", 5, 1)],
    }
    proposal = {
        "id": "R-2",
        "jalur": "/tabel/0/baris/0/3",
        "dinyatakan": 90,
        "menjadi": 91,
        "metode": "deduktif",
        "keyakinan": 1,
        "alasan": {"id": "", "en": ""},
    }
    out = write(tmp_path, report(tabel=[table], rekonsiliasi=[proposal]))
    kinerja = rows(out, "fact_kinerja")
    assert [(row["capaian"], row["capaian_rekonsiliasi"], row["target_rekonsiliasi"]) for row in kinerja] == [
        (90, 91, None),
        (None, None, None),
    ]
    (found,) = rows(out, "fact_rekonsiliasi")
    assert (found["fakta"], found["fakta_key"], found["kolom"]) == ("fact_kinerja", kinerja[0]["kinerja_key"], "capaian")
    assert (found["mentah"], found["halaman"]) == ("90", 5)


def test_a_proposal_that_fits_two_figures_stands_beside_none(tmp_path: Path) -> None:
    row = {"tahun": 2024, "indikator": "x", "target": percent(90), "realisasi": percent(90), "sumber": place(1, "T3", 5)}
    table = {
        "id": "T3",
        "dokumen": document()["id"],
        "jenis": "lain",
        "keyakinan": 1,
        "baris": [["90"]],
        "sumber_baris": [place(1, "T3", 5)],
    }
    proposal = {
        "id": "R-2",
        "jalur": "/tabel/0/baris/0/0",
        "dinyatakan": 90,
        "menjadi": 91,
        "metode": "m",
        "keyakinan": 1,
        "alasan": {"id": "", "en": ""},
    }
    capaian = [{"id": "c", "dokumen": document()["id"], "baris": [row]}]
    (found,) = rows(write(tmp_path, report(capaian_kinerja=capaian, tabel=[table], rekonsiliasi=[proposal])), "fact_kinerja")
    assert (found["target_rekonsiliasi"], found["realisasi_rekonsiliasi"]) == (None, None)


def test_every_path_of_the_dictionary_leads_into_the_models() -> None:
    published = LaporanSatker.model_json_schema()
    for table in REPORTED:
        for column in table.columns:
            for source in table.sources:
                path = json_path(source, column)
                if not path.startswith("made"):
                    step = path.replace("[]", "").replace("[0]", "").split(".")[0]
                    assert step in published["properties"], path

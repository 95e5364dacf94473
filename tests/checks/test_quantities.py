"""Quantities and percents in prose: needs and supplies, halves of a whole, physical progress, bounds, totals that an indicator measures."""

from decimal import Decimal

import pytest

from extractor.checks import examine
from extractor.checks.samples import achievements, claim, place, report, spending, table
from extractor.model import Klaim, LaporanSatker, RealisasiAnggaran, Temuan


def _sentence(text: str, *figures: tuple[str, str, int | Decimal, str | None]) -> list[Klaim]:
    """Claims of one sentence: kind, raw, value, measure."""
    return [
        claim(text, raw, value, kind=kind, line=40).model_copy(update={"ukuran": measure, "tahun": 2024})
        for kind, raw, value, measure in figures
    ]


def _codes(whole: LaporanSatker, *codes: str) -> list[tuple[object, object]]:
    return [(f.dinyatakan, f.dihitung) for f in examine(whole).findings if f.kode in codes]


def _supply(percent: str) -> list[tuple[object, object]]:
    text = f"Dibutuhkan 4.700 kendaraan angkutan, dan telah tersedia sebanyak 4.400 kendaraan atau realisasi sebesar {percent}."
    value = Decimal(percent.strip("%").replace(",", "."))
    return _codes(report(klaim=_sentence(text, ("persen", percent, value, "realisasi"))), "A02")


def test_a_percent_behind_need_and_supply_is_their_quotient() -> None:
    assert _supply("93,62%") == []
    assert _supply("94,00%") == [(Decimal("94.00"), Decimal("93.62"))]


def test_a_percent_far_from_the_quotient_speaks_of_something_else() -> None:
    assert _supply("71,50%") == []


@pytest.mark.parametrize(("rest", "wrong"), [("370,59", []), ("370,61", [(Decimal("1363.88"), Decimal("1363.90"))])])
def test_what_is_so_and_what_is_not_make_the_whole(rest: str, wrong: list[tuple[Decimal, Decimal]]) -> None:
    text = f"Panjang jalur adalah 1.363,88 km, yang beroperasi 993,29 km dan yang tidak beroperasi {rest} km atau 72,83%."
    assert _codes(report(klaim=_sentence(text, ("persen", "72,83%", Decimal("72.83"), None))), "A01") == wrong


FIRST, SECOND = "Penyediaan sarana terminal", "Pemeliharaan rambu jalan"
PROGRAM = f"""
Program | Kegiatan | Pagu Anggaran (Rp) | Realisasi (Rp) | Realisasi (%) | Realisasi Fisik (%)
Program Pelayanan Angkutan | {FIRST} | 30.000.000 | 27.000.000 | 90,00 | 100,00
Program Kelayakan Jalan | {SECOND} | 10.000.000 | 5.000.000 | 50,00 | 60,00
"""


def _spent() -> RealisasiAnggaran:
    return spending([(FIRST, "kegiatan", "30.000.000", "27.000.000", "90,00"), (SECOND, "kegiatan", "10.000.000", "5.000.000", "50,00")])


def _physical(text: str, percent: str) -> list[tuple[object, object]]:
    budget = _spent()
    for at, line in enumerate(budget.baris):
        for column, figure in enumerate((line.pagu, line.realisasi, line.persen), start=2):
            assert figure is not None
            figure.sumber = place(2 + at, "T01", (at, column))
    said = _sentence(text, ("persen", percent, Decimal(percent.strip("%").replace(",", ".")), "realisasi"))
    return _codes(report(klaim=said, tabel=[table(PROGRAM)], realisasi_anggaran=[budget]), "C02")


def test_physical_progress_of_a_line_is_that_of_its_row() -> None:
    text = f"Kegiatan {SECOND} dengan realisasi fisik sebesar {{}}."
    assert _physical(text.format("60,00%"), "60,00%") == []
    assert _physical(text.format("13,04%"), "13,04%") == [(Decimal("13.04"), 60)]


@pytest.mark.parametrize(("bound", "flagged"), [("lebih dari 100 %", True), ("lebih dari 90 %", False), ("kurang dari 100 %", True)])
def test_a_bound_is_held_against_the_table(bound: str, flagged: bool) -> None:
    name = "Persentase kesesuaian kompetensi pegawai"
    text, value = f"{name} telah mencapai {bound}.", Decimal(bound.split()[2])
    said = _sentence(text, ("persen", f"{value} %", value, "capaian"))
    whole = report(klaim=said, capaian_kinerja=[achievements((name, "100%", "100%", "100%"))])
    assert bool(_codes(whole, "C02")) is flagged


TOTALS = """
Unit   | 2024 PELANGGARAN | 2024 TIDAK MELANGGAR | 2024 JUMLAH KENDARAAN
Timur  | 1.500            | 5.000                | 6.500
Barat  | 1.000            | 3.000                | 4.000
Jumlah | 2.500            | 8.000                | 10.500
"""


@pytest.mark.parametrize(("stated", "right"), [("76,19", None), ("76,10", Decimal("76.19")), ("60,00", None)])
def test_a_result_is_the_quotient_of_the_totals_that_its_name_describes(stated: str, right: Decimal | None) -> None:
    rows = achievements(("Persentase kendaraan tidak melanggar muatan", "80,00", stated, "-"), first=20, name="T02")
    found = _codes(report(tabel=[table(TOTALS)], capaian_kinerja=[rows]), "A02")
    assert found == ([] if right is None else [(Decimal(stated.replace(",", ".")), right)])


def test_an_amount_of_the_whole_budget_is_not_that_of_a_program_with_the_name_of_the_body() -> None:
    rows = [
        ("Program Pengembangan Sumber Daya Manusia", "program", "40.000.000", "", ""), ("Program Arsip", "program", "60.000.000", "", ""),
        ("Jumlah", "total", "100.000.000", "", ""),
    ]  # fmt: skip
    said = _sentence(
        "Badan Pengembangan Sumber Daya Manusia memperoleh alokasi sebesar Rp100.000.000.", ("rupiah", "Rp100.000.000", 100_000_000, "pagu")
    )
    said[0].subjek = "Badan Pengembangan Sumber Daya Manusia"
    found: list[Temuan] = examine(report(klaim=said, realisasi_anggaran=[spending(rows)])).findings
    assert [f.kode for f in found if f.kode == "C02"] == []


def test_a_percent_that_is_an_amount_is_not_compared() -> None:
    budget = spending([("Jumlah", "total", "100.000.000", "96.000.000", "96,00%")])
    share = budget.baris[0].persen
    assert share is not None
    share.nilai = Decimal(96_000_000)
    text = "Dari anggaran Rp100.000.000 terealisasi Rp96.000.000 atau 96,00%."
    said = _sentence(
        text, ("rupiah", "Rp100.000.000", 100_000_000, "pagu"), ("rupiah", "Rp96.000.000", 96_000_000, "realisasi"),
        ("persen", "96,00%", Decimal("96.00"), "penyerapan"),
    )  # fmt: skip
    assert _codes(report(klaim=said, realisasi_anggaran=[budget]), "C02") == []


def test_an_amount_before_the_revision_is_not_that_of_the_table() -> None:
    rows = [("Penataan arsip daerah", "kegiatan", "40.000.000", "", ""), ("Pameran", "kegiatan", "7.000.000", "", "")]
    said = _sentence("Pagu awal sebesar Rp30.000.000 menjadi Rp40.000.000 setelah revisi.", ("rupiah", "Rp30.000.000", 30_000_000, "pagu"))
    said[0].subjek = "Penataan arsip daerah"
    assert _codes(report(klaim=said, realisasi_anggaran=[spending(rows)]), "C02") == []
    said[0].kalimat = said[0].kalimat.replace(" awal", "")
    assert _codes(report(klaim=said, realisasi_anggaran=[spending(rows)]), "C02") == [(30_000_000, 40_000_000)]

"""What the end of a line or a table that could not be read leaves over is no contradiction."""

import pytest

from extractor.checks import examine
from extractor.checks.samples import achievements, agreement, chapters, claim, mention, place, report, spending, table, target
from extractor.model import BarisRencana, LaporanSatker, RencanaKinerja


def _codes(whole: LaporanSatker, code: str) -> int:
    return sum(f.kode == code for f in examine(whole).findings)


@pytest.mark.parametrize(("words", "flagged"), [("tiga puluh satu juta lima ratus", 0), ("tiga puluh satu juta enam ratus ribu", 1)])
def test_words_that_break_off_are_not_compared(words: str, flagged: int) -> None:
    said = claim(f"Pagu Rp31.580.000 ({words}", "Rp31.580.000", 31_580_000, words, kind="rupiah")
    assert _codes(report(klaim=[said]), "C01") == flagged


@pytest.mark.parametrize(
    ("title", "tables", "missing"),
    [("Capaian Kinerja Dinas Tahun 2024", 1, 0), ("Sarana Kerja Tahun 2024", 1, 1), ("Sarana Kerja Tahun 2024", 0, 0)],
)
def test_a_table_that_has_its_caption_is_there(title: str, tables: int, missing: int) -> None:
    """Where no table at all could be read, none can be missed."""
    titles = (("I", "PENDAHULUAN"), ("II", "PERENCANAAN KINERJA"), ("III", "AKUNTABILITAS KINERJA"), ("IV", "PENUTUP"))
    money = claim("Realisasi Rp5.000.000.", "Rp5.000.000", 5_000_000, kind="rupiah")
    caption = mention("judul_tabel", "3.1", None, title)
    whole = report(
        "lkj",
        bab=chapters(*titles),
        perjanjian_kinerja=[agreement(("Indeks", "80"))],
        klaim=[money],
        sebutan=[caption],
        tabel=[table("Nama | Jumlah\nMeja | 7")] * tables,
    )
    assert _codes(whole, "E07") == missing


@pytest.mark.parametrize(("known", "flagged"), [("Wahyu Lestari", 0), ("Bima Prakasa", 1)])
def test_one_who_signs_once_and_is_a_party_of_an_agreement_holds_the_office(known: str, flagged: int) -> None:
    signed = [mention("nama", name, None, "Kepala Dinas", 3 + at) for at, name in enumerate(["Rangga Aditama"] * 3 + ["Wahyu Lestari"])]
    agreed = agreement(("Indeks", "80"), first=40, first_party=known)
    assert _codes(report(sebutan=signed, perjanjian_kinerja=[agreed]), "E06") == flagged


def test_the_header_of_a_column_is_no_indicator() -> None:
    names = ["Indeks layanan", "Persentase arsip tertata", "Jumlah desa binaan"]
    reached = achievements(*((name, "80", "80", "100%") for name in names), first=20)
    promised = agreement(*((name, "80") for name in (*names, "Indikator Kinerja")))
    assert _codes(report(perjanjian_kinerja=[promised], capaian_kinerja=[reached]), "B03") == 0


def test_the_code_of_a_kegiatan_is_no_target() -> None:
    line = BarisRencana(kode="6709", indikator="Persentase data yang mutakhir", target=target("6709"), sumber=place(9, "T05", (0, 0)))
    plan = RencanaKinerja(id="T05-rkt", dokumen="0" * 12, tabel="T05", tahun=2024, baris=[line])
    whole = report(perjanjian_kinerja=[agreement(("Persentase data yang mutakhir", "100%"))], rencana_kinerja=[plan])
    assert _codes(whole, "B02") == 0


@pytest.mark.parametrize(("others", "wrong"), [("8.361.571.000", "spent"), ("8.361.571.000.000", "pagu")])
def test_the_group_of_digits_is_missed_where_the_amount_would_be_among_the_others(others: str, wrong: str) -> None:
    rows = [("Tahapan", "program", "26.729.708.000", "26.482.284.374.000", "99,07%"), ("Dukungan", "program", others, others, "100%")]
    found = examine(report(realisasi_anggaran=[spending(rows)])).findings
    assert {f.dinyatakan for f in found if f.kode == "A05"} == {26_482_284_374_000 if wrong == "spent" else 26_729_708_000}

"""Checks on the document: chapters, codes, gaps."""

from pathlib import Path

import pytest

from extractor import extract, merge
from extractor.checks import examine
from extractor.checks.samples import OWN, agreement, chapters, mention, report, spending, table
from extractor.model import Tabel, Temuan


def found(**parts: object) -> list[Temuan]:
    return examine(report(**parts)).findings


def test_chapters_repeated_and_out_of_order() -> None:
    assert [f.dihitung for f in found(bab=chapters(("I", "A"), ("II", "B"), ("II", "C")))] == ["III"]
    assert [f.dihitung for f in found(bab=chapters(("II", "B"), ("I", "A"), ("II", "C")))] == ["III"]
    assert found(bab=chapters(("III", "AKUNTABILITAS KINERJA"))) == []


def test_a_table_number_used_for_two_tables() -> None:
    one = table("A | B\nx | y", "T01", nomor="3.1", judul="Realisasi anggaran tahun 2024")
    continued = table("A | B\nz | w", "T02", nomor="3.1", judul="Realisasi anggaran tahun 2024 (lanjutan)", first=9)
    other = table("A | B\nz | w", "T03", nomor="3.1", judul="Susunan pegawai menurut golongan", first=19)
    assert found(tabel=[one, continued]) == []
    (finding,) = found(tabel=[one, other])
    assert (finding.kode, finding.dinyatakan) == ("E01", "3.1")


def test_a_code_whose_name_has_another_code_elsewhere() -> None:
    rows = "Kode | Uraian | Pagu\nCQ.6639 | Teknis Penyelenggaraan Pemilu | 5.000.000\nCQ.6709 | Perencanaan Anggaran Pemilu | 7.000.000"
    wrong = "Kegiatan | Pagu\nCQ.6709 Teknis Penyelenggaraan Pemilu | 5.000.000\nCQ.6709 Perencanaan Anggaran Pemilu | 7.000.000"
    (finding,) = found(tabel=[table(rows), table(wrong, "T02", first=20)])
    assert (finding.kode, finding.dinyatakan, finding.dihitung) == ("E08", "CQ.6709", "CQ.6639")
    assert finding.bukti[0].baris == (21, 21)


def test_codes_of_outputs_recur_under_every_kegiatan() -> None:
    rows = "Kegiatan | Output | Pagu\nCQ.6867 Badan Adhoc | QGE.001 Seleksi | 5.000.000\nCQ.6870 Kampanye | QGE.001 Persiapan | 7.000.000"
    assert [f for f in found(tabel=[table(rows)]) if f.kode == "E08"] == []


def test_a_dash_is_a_statement_and_no_gap() -> None:
    text = "No | Program | Anggaran\nA | Pemilu | 7.000.000\n1 | Logistik | 7.000.000\nB | Dukungan | {}\n1 | Gaji | 5.000.000"
    assert [f.kode for f in found(tabel=[table(text.format("-"))])] == []
    assert [f.dihitung for f in found(tabel=[table(text.format(""))])] == [5000000]


def test_figures_with_both_separators_between_groups_of_three() -> None:
    for amount, flagged in (
        ("4,047.018.000", True),
        ("4,047,018.000", True),
        ("8.192,938.000", True),
        ("452,750,000.00", False),
        ("4.047.018.000,-", False),
    ):
        lines = [spending([("Logistik", "kegiatan", amount, "1.000.000", "")])]
        assert ("F01" in [f.kode for f in found(realisasi_anggaran=lines)]) is flagged


def test_a_chapter_with_a_wrong_number_is_told_once() -> None:
    assert [f.dihitung for f in found(bab=chapters(("I", "A"), ("II", "B"), ("II", "C"), ("IV", "D")))] == ["III"]
    assert [f.dihitung for f in found(bab=chapters(("I", "A"), ("II", "B"), ("II", "C"), ("III", "D")))] == ["III"]


def test_local_codes_of_sub_kegiatan_are_compared_whole() -> None:
    rows = "Kode | Uraian | Pagu\n1.05.01.2.02.0005 | Penyusunan laporan akhir | 5.000.000\n1.05.01.2.06.0005 | Barang cetakan | 7.000.000"
    assert [f for f in found(tabel=[table(rows)]) if f.kode == "E08"] == []


def test_one_local_code_on_two_lines_of_a_table() -> None:
    rows = "Kode | Uraian | Pagu\n1.05.01.2.02 | Administrasi keuangan daerah | 5.000.000\n1.05.01.2.{} | Administrasi umum | 7.000.000"
    assert [f.dinyatakan for f in found(tabel=[table(rows.format("02"))]) if f.kode == "E08"] == ["1.05.01.2.02"]
    assert [f for f in found(tabel=[table(rows.format("06"))]) if f.kode == "E08"] == []


def test_a_code_printed_to_two_lengths_and_an_amount_behind_the_name() -> None:
    rows = "Kegiatan | Pagu\n{}WA.5327 Pelaksanaan Tugas Teknis{} | 5.000.000\n6709 Perencanaan Anggaran Pemilu | 7.000.000"
    tables = [table(rows.format("", "")), table(rows.format("137.05.", " Rp 5,000,000"), "T02", first=20)]
    assert [f for f in found(tabel=tables) if f.kode == "E08"] == []


def test_two_amounts_in_one_cell_are_no_malformed_figure() -> None:
    lines = [spending([("Logistik", "kegiatan", "23.239.099.000,00 22.508.764.631,00", "", "")])]
    assert found(realisasi_anggaran=lines) == []


def test_a_percent_without_the_amount_it_is_of() -> None:
    rows = [("Gaji", "kegiatan", "8.000.000", "7.600.000", "95,00%"), ("Sarana", "kegiatan", "5.000.000", "4.000.000", "80,00%")]
    (finding,) = found(realisasi_anggaran=[spending([*rows, ("Logistik", "kegiatan", "2.000.000", "", "90,00%")])])
    assert (finding.kode, finding.dihitung) == ("F02", 1_800_000)
    assert found(realisasi_anggaran=[spending([*rows, ("Logistik", "kegiatan", "2.000.000", "", "")])]) == []


def test_a_code_one_slip_away_from_that_of_the_same_name() -> None:
    rows = "Kegiatan | Pagu\n{}.QGE.003 Penyelesaian Sengketa Penetapan Hasil | 5.000.000\n6709 Perencanaan Anggaran Pemilu | 7.000.000"
    tables = [table(rows.format(code), f"T0{n}", first=20 * n) for n, code in enumerate(("6982", "6982", "6981"), 1)]
    (finding,) = [f for f in found(tabel=tables) if f.kode == "E08"]
    assert (finding.dinyatakan, finding.dihitung) == ("6981.QGE.003", "6982.QGE.003")
    far = [table(rows.format(code), f"T0{n}", first=20 * n) for n, code in enumerate(("6982", "6982", "6713"), 1)]
    assert [f for f in found(tabel=far) if f.kode == "E08"] == []


def test_titles_of_two_tables_that_differ_in_one_word() -> None:
    def numbered(title: str, name: str, first: int) -> Tabel:
        return table("A | B\nx | y", name, nomor="1.2", judul=title, first=first)

    one = numbered("Jumlah pegawai menurut pendidikan tahun 2024", "T01", 1)
    other = numbered("Jumlah pegawai menurut golongan tahun 2024", "T02", 9)
    misread = numbered("Jumlah pegawai menurut pendi dikan tahun 2024", "T02", 9)
    assert [f.kode for f in found(tabel=[one, other])] == ["E01"]
    assert found(tabel=[one, misread]) == []


def _listed(*pages: int) -> list[Temuan]:
    titles = ("I", "II", "III", "IV", "V")
    parts = [mention("daftar_isi", f"BAB {n} JUDUL {n}", str(p), line=at) for at, (n, p) in enumerate(zip(titles, pages, strict=True), 2)]
    return found(bab=chapters(*((n, f"JUDUL {n}") for n in titles)), sebutan=parts)


def test_pages_of_a_table_of_contents_never_go_down() -> None:
    assert _listed(1, 4, 4, 12, 20) == []
    assert [(f.kode, f.dinyatakan) for f in _listed(1, 9, 4, 12, 20)] == [("E02", 9)]
    assert [(f.kode, f.dinyatakan) for f in _listed(4, 6, 2, 12, 20)] == [("E02", 2)]
    assert _listed(20, 4, 12, 3, 1) == []


def test_of_two_spellings_that_stand_once_the_party_has_the_right_one() -> None:
    signed = [mention("nama", "Adhitya Wirasna", None, None, 3)]
    party = agreement(("Indeks layanan", "80"), first_party="Adhitya Wirasena, S.H.")
    (finding,) = [f for f in found(sebutan=signed, perjanjian_kinerja=[party]) if f.kode == "E06"]
    assert (finding.dinyatakan, finding.dihitung) == ("Adhitya Wirasna", "Adhitya Wirasena, S.H.")


def test_a_dash_where_the_sum_above_says_what_was_spent() -> None:
    text = (
        "No | Program | Pagu | Realisasi\nA | Pemilu | 9.000.000 | {}\n1 | Logistik | 5.000.000 | 4.500.000\n2 | Kampanye | 4.000.000 | -"
    )
    assert [(f.kode, f.dihitung) for f in found(tabel=[table(text.format("8.300.000"))])] == [("F02", 3800000)]
    assert found(tabel=[table(text.format("4.500.000"))]) == []


@pytest.mark.parametrize(
    ("printed", "own", "flagged"),
    [
        ("Kabupaten Nias Selatan", "Nias", True),
        ("Kabupaten Nias Tahun", "Nias", False),
        ("Kabupaten Nias", "Nias Selatan", False),
        ("Kabupaten Nias Selatan", "Nias Selatan", False),
    ],
)
def test_a_region_whose_name_adds_a_word_is_another_one(printed: str, own: str, flagged: bool) -> None:
    satker = OWN.model_copy(update={"wilayah": own, "nama": f"KPU Kabupaten {own}", "tingkat": "kabupaten"})
    assert ("E03" in [f.kode for f in examine(report(sebutan=[mention("badan", printed)], satker=satker)).findings]) is flagged


def test_an_empty_cell_with_a_percent_below_a_sum_is_said_once(tmp_path: Path) -> None:
    rows = [
        ("No", "Program/Kegiatan", "Pagu", "Realisasi", "Persentase"),
        ("A", "Program Pertamanan Kota", "9.000.000", "8.300.000", "92,22%"),
        ("1", "Penataan Taman", "5.000.000", "4.500.000", "90,00%"),
        ("2", "Pemeliharaan Jalur Hijau", "4.000.000", "-", "95,00%"),
    ]
    text = "LAPORAN KINERJA DINAS PERTAMANAN TAHUN 2024\n\nTabel 3.1 Realisasi Anggaran Tahun 2024\n" + "\n".join(map("\t".join, rows))
    (tmp_path / "laporan.txt").write_text(text + "\n", "utf-8")
    findings = merge([extract(tmp_path / "laporan.txt")]).temuan
    assert [(f.kode, f.dihitung) for f in findings if f.kode == "F02"] == [("F02", 3_800_000)]

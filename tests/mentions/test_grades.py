"""Grades, half-years, bodies and misspelled names in the text, and what the checks say of them."""

from pathlib import Path

import pytest

from extractor.checks import examine
from extractor.checks.samples import achievements, mention, report
from extractor.mentions.grades import graded
from extractor.mentions.names import misspelled
from extractor.mentions.read import read_mentions
from extractor.model import Satker
from extractor.reading import read


@pytest.mark.parametrize(
    ("text", "grades"),
    [
        ("Nilai Akuntabilitas Kinerja tahun 2023 yaitu BB.", [("BB", "2023")]),
        ("nilai Akuntabilitas Kinerja KPU tahun 2022 mendapat predikat B.", [("B", "2022")]),
        ("Nilai tahun 2023 adalah Baik.", []),
        ("Nilai itu yaitu BB.", []),
    ],
)
def test_grades_with_their_years(text: str, grades: list[tuple[str, str]]) -> None:
    assert [(found.grade, found.year) for found in graded(text)] == grades


def test_a_grade_is_compared_with_the_indicator_that_the_words_name() -> None:
    table = achievements(("Nilai Akuntabilitas Kinerja", "B", "BB", "100%"), ("Indeks Pelayanan Publik", "B", "B", "100%"), year=2023)
    for grade, found in (("B", [("B", "BB")]), ("BB", [])):
        said = mention("predikat", grade, "2023", "penilaian Akuntabilitas Kinerja tahun 2023 yaitu", line=40)
        findings = examine(report(sebutan=[said], capaian_kinerja=[table])).findings
        assert [(f.dinyatakan, f.dihitung) for f in findings if f.kode == "C02"] == found


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Saldo pada Laporan Barang Semester II per 30 Juni 2024 sebesar nihil.", True),
        ("Saldo pada Laporan Barang Semester I per 30 Juni 2024 sebesar nihil.", False),
        ("Saldo Semester 2 per 31 Desember 2024.", False),
        ("Saldo Semester II. Nilai per 30 Juni 2024.", False),
    ],
)
def test_a_half_year_and_its_last_day(tmp_path: Path, text: str, flagged: bool) -> None:
    path = tmp_path / "laporan.txt"
    path.write_text(text)
    assert ("E05" in [f.kode for f in examine(report(sebutan=read_mentions(read(path)))).findings]) is flagged


@pytest.mark.parametrize(
    ("sentence", "flagged"),
    [
        ("Untuk melaksanakan seluruh program, Dinas Perpustakaan dan Kearsipan Kabupaten Sleman didukung staf.", True),
        ("Bersama Dinas Perpustakaan dan Kearsipan Kabupaten Sleman diadakan pelatihan.", False),
        ("Dinas Kesehatan Kabupaten Sleman menyediakan data.", False),
        ("Dinas Perpustakaan dan Kearsipan Kabupaten Bantul menyediakan data.", False),
        ("Dinas Perpustakaan dan Kearsipan Kota Keuangan menyediakan data.", False),
    ],
)
def test_the_same_body_of_another_region(tmp_path: Path, sentence: str, flagged: bool) -> None:
    path = tmp_path / "laporan.txt"
    path.write_text(sentence)
    own = Satker(nama="Dinas Perpustakaan dan Kearsipan Kabupaten Bantul", tingkat="perangkat_daerah", wilayah="Bantul", keyakinan=1)
    found = report(sebutan=read_mentions(read(path))).model_copy(update={"satker": own})
    assert ("E03" in [f.kode for f in examine(found).findings]) is flagged


def test_names_a_letter_away_from_known_ones() -> None:
    known = {"Adhitya Wirasena, S.H.", "Rukmini Handayani"}
    assert list(misspelled("Rukmini Handayani        Adhitya Wirsena, S.H.", known)) == ["Adhitya Wirsena, S.H."]
    assert list(misspelled("Adhitya Wirasena, S.H., M.H.", known)) == []
    assert list(misspelled("Adhitya Wira", known)) == []

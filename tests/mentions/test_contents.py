"""Lists of contents, "sistematika", captions and tied years in the text, and what the checks say of them."""

from pathlib import Path

import pytest

from extractor.mentions.years import tied_years
from extractor.model import LaporanSatker
from extractor.pipeline import extract
from extractor.report import merge

CHAPTERS = ("BAB I PENDAHULUAN", "BAB II PERENCANAAN KINERJA", "BAB III AKUNTABILITAS KINERJA", "BAB IV PENUTUP")
PROSE = "Uraian ini menjelaskan tugas dan hasil kerja satuan kerja selama setahun dengan kalimat yang cukup panjang. " * 3


def _text(listed: tuple[str, ...], sections: tuple[str, ...] = ("A. LATAR BELAKANG", "B. TUGAS DAN FUNGSI"), more: str = "") -> str:
    contents = "\n".join(f"{title} ........ {number}" for number, title in enumerate(listed, 1))
    first = "\n\n".join(f"{title}\n\n{PROSE}" for title in sections)
    rest = "\n\n".join(f"{title}\n\n{PROSE}" for title in CHAPTERS[1:])
    cover = "LAPORAN KINERJA\nKPU KABUPATEN CONTOH\nTAHUN 2024"
    return f"{cover}\n\nKATA PENGANTAR\n\n{PROSE}\n\nDAFTAR ISI\n\n{contents}\n\n{CHAPTERS[0]}\n\n{first}\n\n{rest}\n\n{more}\n"


@pytest.fixture
def read(tmp_path: Path):
    def of(text: str) -> LaporanSatker:
        path = tmp_path / "laporan.txt"
        path.write_text(text)
        return merge([extract(path)])

    return of


ENTRIES = (CHAPTERS[0], "A. Latar Belakang", "B. Tugas dan Fungsi", *CHAPTERS[1:])


def _said(report: LaporanSatker, code: str) -> list[tuple[object, object]]:
    return [(f.dinyatakan, f.dihitung) for f in report.temuan if f.kode == code]


def test_entries_have_their_titles_and_pages(read) -> None:
    listed = [m for m in read(_text(ENTRIES)).sebutan if m.jenis == "daftar_isi"]
    assert [(m.teks, m.nilai) for m in listed] == [(title, str(n)) for n, title in enumerate(ENTRIES, 1)]


def test_a_list_that_repeats_the_headings_is_right(read) -> None:
    assert _said(read(_text(ENTRIES)), "E02") == []


@pytest.mark.parametrize(
    ("entries", "stated"),
    [
        ((*ENTRIES[:-1], "BAB V PENUTUP"), "BAB V PENUTUP"),
        ((CHAPTERS[0], "A. Latar Belakang", *ENTRIES[3:]), "-"),
        ((CHAPTERS[0], "A. Latar Belakang", "B. Tugas dan Fungsi Organisasi", *ENTRIES[3:]), "B Tugas dan Fungsi Organisasi"),
    ],
    ids=("another number", "left out", "longer title"),
)
def test_entries_that_differ_from_the_headings(read, entries: tuple[str, ...], stated: str) -> None:
    assert [said for said, _ in _said(read(_text(entries)), "E02")] == [stated]


def test_a_section_numbered_like_the_one_before(read) -> None:
    twice = ("1.1 LATAR BELAKANG", "1.1 TUGAS DAN FUNGSI", "1.3 SUSUNAN ORGANISASI")
    entries = (CHAPTERS[0], *twice, *CHAPTERS[1:])
    assert _said(read(_text(entries, twice)), "E01") == [("1.1", None)]


def test_a_caption_number_on_two_tables_names_the_lines_of_the_captions(read) -> None:
    table = "No\tUraian\tJumlah\n1\tMeja\t4\n2\tKursi\t9"
    report = read(
        _text(
            ENTRIES, more=f"Tabel 4.1\nSarana Kantor\n\n{table}\n\nTabel 4.1 Hasil Pemungutan Suara\n\n{table}\n\nTabel 4.1 memuat hasil."
        )
    )
    (finding,) = [f for f in report.temuan if f.kode == "E01"]
    lines = {piece.baris[0] for piece in finding.bukti if piece.baris}
    captions = {m.sumber.baris[0] for m in report.sebutan if m.jenis == "judul_tabel"}  # type: ignore[union-attr,index]
    assert (finding.dinyatakan, len(lines)) == ("4.1", 2)
    assert lines == captions


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("Puji syukur atas selesainya Laporan Kinerja KPU Kabupaten Contoh Tahun 2022.", [("laporan", "2022")]),
        ("Hasil evaluasi atas Laporan Kinerja tahun 2022 telah kami sampaikan.", []),
        ("Semoga kinerja pada tahun 2024 mendatang lebih baik.", [("mendatang", "2024")]),
        ("Renstra KPU Tahun 2020 – 2024", [("masa", "2020-2024")]),
        ("tahun kedua pelaksanaan Rencana Strategis 2020-2024", [("masa", "2020-2024"), ("urutan", "2 2020-2024")]),
        ("rencana kegiatan Tahun 2023 sesuai DIPA KPU Tahun 2024", [("dipa", "2023 2024")]),
        ("Tabel 2 Realisasi TA 2024 Data per tanggal 16 Januari 2024", [("data", "16 Januari 2024")]),
    ],
)
def test_what_years_are_tied_to(text: str, tied: list[tuple[str, str]]) -> None:
    assert [(item.kind, item.value) for item in tied_years(text)] == tied

"""Page numbers and running headers between the pages of a converted text without page breaks."""

from pathlib import Path

import pytest

from extractor.reading.document import Document, Grid, Line
from extractor.reading.text import read_text

HEADERS = {
    "lines": "_Dinas Pertanian Kota Contoh_\n\n_Laporan Kinerja 2031_",
    "pipe": "| Dinas Pertanian Kota Contoh | Laporan Kinerja 2031 |\n|---|---|",
    "html": "<table><tr><td>Dinas Pertanian Kota Contoh</td><td>Laporan Kinerja 2031</td></tr></table>",
}


def _read(folder: Path, text: str) -> Document:
    path = folder / "laporan.md"
    path.write_text(text, encoding="utf-8")
    return read_text(path, "0" * 64)


def _texts(document: Document) -> list[str]:
    return [block.text for _, block in document.blocks() if isinstance(block, Line)]


def _pages(header: str, counter: str = "Halaman {}") -> str:
    table = "| No | Sasaran | Target |\n|---|---|---|\n| {0} | Naiknya panen ke-{0} | 9{0}% |"
    return "\n\n".join(f"{header}\n\n{table.format(number)}\n\n{counter.format(number)}" for number in range(1, 6))


@pytest.mark.parametrize("header", HEADERS.values(), ids=HEADERS.keys())
def test_a_header_beside_page_numbers_is_no_part_of_the_text(tmp_path: Path, header: str) -> None:
    document = _read(tmp_path, _pages(header))
    grids = [block for _, block in document.blocks() if isinstance(block, Grid)]
    assert [grid.rows[-1].cells[0].raw for grid in grids] == ["1", "2", "3", "4", "5"]
    aside = [line.text for page in document.pages for line in page.furniture]
    assert aside.count("Halaman 3") == 1
    assert _texts(document).count("Laporan Kinerja 2031") + aside.count("Laporan Kinerja 2031") == 5
    assert len(set(_texts(document)[2:])) == 0


def test_numbers_that_do_not_count_on_are_no_page_numbers(tmp_path: Path) -> None:
    text = "\n\n".join(
        f"Lihat halaman {number}.\n\nIsi bagian {name}." for number, name in [(40, "satu"), (7, "dua"), (90, "tiga"), (12, "empat")]
    )
    assert len(_texts(_read(tmp_path, text))) == 8


def test_numbered_titles_and_what_stands_beside_them_stay(tmp_path: Path) -> None:
    text = "\n\n".join(f"Lampiran {number}\n\nRencana Aksi\n\nIsi lampiran nomor {number * 7}." for number in range(1, 6))
    assert len(_texts(_read(tmp_path, text))) == 15


def test_the_header_row_of_a_table_is_no_running_header(tmp_path: Path) -> None:
    row = "| Sasaran | Indikator | Target |\n|---|---|---|"
    document = _read(tmp_path, _pages(row))
    assert sum(isinstance(block, Grid) for _, block in document.blocks()) == 10


def test_a_signature_beside_page_numbers_stays(tmp_path: Path) -> None:
    document = _read(tmp_path, _pages("NIP. 19900101"))
    assert _texts(document) == ["NIP. 19900101"] * 5


def _numbered(pages: int) -> str:
    table = "No\tSasaran\tTarget\n\n{0}\n\n1\tNaiknya panen ke-{0}\t9{0}%\n2\tTurunnya hama ke-{0}\t8{0}%"
    text = "Bagian {1} dimulai di halaman ini.\n\nDemikian bagian {1} berakhir.\n\n"
    return "\n\n".join(
        (text + table).format(number, ["satu", "dua", "tiga", "empat", "lima", "enam"][number - 1]) for number in range(1, pages + 1)
    )


def test_a_page_number_alone_between_a_header_and_its_rows_is_no_part_of_the_text(tmp_path: Path) -> None:
    document = _read(tmp_path, _numbered(6))
    assert [line.text for page in document.pages for line in page.furniture] == ["1", "2", "3", "4", "5", "6"]


def test_numbers_alone_that_do_not_reach_over_the_text_stay(tmp_path: Path) -> None:
    text = "\n\n".join(f"Kalimat ke-{word} dari laporan ini." for word in "abcdefghijklmnopqrstuvwxyz")
    document = _read(tmp_path, "1\n\n2\n\n3\n\n4\n\n5\n\n" + text)
    assert not document.pages[0].furniture


def test_a_number_right_below_a_line_that_comes_again_is_a_page_number(tmp_path: Path) -> None:
    prose = "Kegiatan lapangan berjalan menurut rencana dan dipantau tiap bulan oleh pimpinan unit ke-{0}."
    body = "\n\n".join(f"{prose.format(n)}\n\n{prose.format(n + 50)}\n\nLaporan Kinerja Kota Contoh 2031\n{n}" for n in range(1, 8))
    document = _read(tmp_path, body)
    assert sum(len(page.furniture) for page in document.pages) == 14
    assert [text for text in _texts(document) if not text.startswith("Kegiatan")] == []


def test_numbers_below_lines_that_differ_are_left_where_they_are(tmp_path: Path) -> None:
    body = "\n\n".join(f"Uraian kegiatan pada bulan ke-{n}\n\nJumlah peserta bulan ke-{n}:\n{n}\n\nUraian lain {n}" for n in range(1, 8))
    assert {str(n) for n in range(1, 8)} <= set(_texts(_read(tmp_path, body)))

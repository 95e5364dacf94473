"""Reading texts as converters write them: lines, pages, marks and encodings."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.reading.document import Document, Grid, Line
from extractor.reading.errors import UnreadableInput
from extractor.reading.text import page_blocks, read_text
from extractor.reading.text_decode import decode
from extractor.reading.text_lines import split_pages


def blocks_of(text: str) -> list[Line | Grid]:
    return [block for lines in split_pages(text) for block in page_blocks(lines)]


def lines_of(text: str) -> list[Line]:
    return [block for block in blocks_of(text) if isinstance(block, Line)]


def read(tmp_path: Path, data: bytes) -> Document:
    path = tmp_path / "laporan.txt"
    path.write_bytes(data)
    return read_text(path, hashlib.sha256(data).hexdigest())


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_physical_lines_are_numbered_from_one_whatever_ends_them(newline: str) -> None:
    lines = lines_of(newline.join(["Satu", "", "Dua", "Tiga"]))
    assert [(line.text, line.place.lines) for line in lines] == [("Satu", (1, 1)), ("Dua", (3, 3)), ("Tiga", (4, 4))]
    assert all(line.place.page is None for line in lines)


def test_blank_lines_are_the_gap_of_the_next_block() -> None:
    assert [line.gap for line in lines_of("Satu\nDua\n\n\nTiga\n\nEmpat")] == [0.0, 0.0, 2.0, 1.0]
    [line, grid] = blocks_of("Judul\n\nNo\tUraian\n1\tGedung")
    assert (line.gap, grid.gap) == (0.0, 1.0)


def test_form_feed_begins_a_page_and_is_no_line(tmp_path: Path) -> None:
    document = read(tmp_path, b"Satu\nDua\n\fTiga\nEmpat\n\f")
    assert [page.number for page in document.pages] == [1, 2]
    assert [block.place.lines for _, block in document.blocks()] == [(1, 1), (2, 2), (3, 3), (4, 4)]


def test_document_carries_its_hash_name_and_encoding(tmp_path: Path) -> None:
    document = read(tmp_path, b"Laporan Kinerja")
    assert (document.name, document.method, document.encoding) == ("laporan.txt", "teks", "utf-8")
    assert document.id == hashlib.sha256(b"Laporan Kinerja").hexdigest()[:12]


@pytest.mark.parametrize(
    ("text", "plain", "bold"),
    [
        ("**BAB I**", "BAB I", True),
        ("## BAB II PERENCANAAN ##", "BAB II PERENCANAAN", True),
        ("- **Tugas**", "- Tugas", True),
        (
            "Anggaran sebesar **Rp 5.000** telah direvisi menurut ketentuan",
            "Anggaran sebesar Rp 5.000 telah direvisi menurut ketentuan",
            False,
        ),
        ("#bangga melayani", "#bangga melayani", False),
        ("catatan **) lihat lampiran", "catatan **) lihat lampiran", False),
        ("*good governance* dan luas 3*4 m", "good governance dan luas 3*4 m", False),
        ("1\\. Sasaran \\#2", "1. Sasaran #2", False),
        ("[Laman](https://contoh.go.id) dan <https://contoh.go.id/>", "Laman dan <https://contoh.go.id/>", False),
        ("m&sup2; &amp; &lt;5", "m² & <5", False),
    ],
)
def test_marks_of_converters_are_taken_off(text: str, plain: str, bold: bool) -> None:
    [line] = lines_of(text)
    assert (line.text, line.bold) == (plain, bold)


def test_bold_may_span_lines_and_blank_lines() -> None:
    lines = lines_of("**PERJANJIAN KINERJA\n\nTAHUN 2031**\nNaskah biasa")
    assert [(line.text, line.bold) for line in lines] == [("PERJANJIAN KINERJA", True), ("TAHUN 2031", True), ("Naskah biasa", False)]


def test_an_open_mark_does_not_make_the_rest_of_the_report_bold() -> None:
    lines = lines_of("**Terbuka\n" + "\n".join(f"baris {n}" for n in range(30)) + "\nakhir**")
    assert not any(line.bold for line in lines)
    assert lines[0].text == "**Terbuka"


def test_rules_and_comments_say_nothing() -> None:
    assert [line.text for line in lines_of("Satu\n---\nDua\n<!-- image -->\nTiga<br>Empat")] == ["Satu", "Dua", "Tiga", "Empat"]


def test_texts_side_by_side_stay_apart() -> None:
    [line] = lines_of("   Pihak Kedua,                 Pihak Pertama,")
    assert line.text == "Pihak Kedua,   Pihak Pertama,"


def test_soft_hyphen_stays_only_at_the_end_of_a_line() -> None:
    assert [line.text for line in lines_of("pe\xadnge\xadlolaan ang\xad\ngaran")] == ["pengelolaan ang-", "garan"]


@pytest.mark.parametrize(
    ("encoding", "recorded"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32"),
        ("cp1252", "cp1252"),
    ],
)
def test_encodings_are_told_from_the_bytes(encoding: str, recorded: str) -> None:
    text = "Laporan “Kinerja” — luas 20 m² pada tahun 2031\n" * 3
    decoded = decode(text.encode(encoding))
    assert decoded.text.lstrip("\ufeff") == text
    assert decoded.encoding == recorded


def test_bytes_that_cp1252_does_not_know_are_latin_1() -> None:
    assert decode(b"luas 20 m\xb2 \x81 tanah").encoding == "latin-1"


def test_a_few_stray_bytes_do_not_change_the_encoding(tmp_path: Path) -> None:
    document = read(tmp_path, "“Kinerja” – “Anggaran” √ √\n".encode() + b"20 m\xb2")
    assert document.encoding == "utf-8"
    assert [block.text for _, block in document.blocks() if isinstance(block, Line)][-1] == "20 m²"
    assert document.notes


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "kosong"),
        (b" \n\t\n\xef\xbb\xbf", "kosong"),
        (b"\xef\xbb\xbf\n", "kosong"),
        (bytes(range(256)) * 8, "bukan_teks"),
        (b"PK\x03\x04" + b"x" * 100, "bukan_teks"),
        (b"{\\rtf1\\ansi Laporan}", "bukan_teks"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(tmp_path: Path, data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read(tmp_path, data)
    assert caught.value.reason == reason
    assert caught.value.message.endswith(".")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_text(tmp_path / "tidak-ada.txt", "0" * 64)
    assert caught.value.reason == "tidak_dapat_dibuka"


@given(st.text(alphabet="ab1 \t\n\r\f|*#<>/p-.:", max_size=300))
def test_every_digit_of_a_text_is_read_once_and_in_order_of_lines(text: str) -> None:
    blocks = blocks_of(text)
    printed = [
        line
        for block in blocks
        for line in ([block] if isinstance(block, Line) else [one for row in block.rows for cell in row.cells for one in cell.lines])
    ]
    assert sum(line.text.count("1") for line in printed) == text.count("1")
    firsts = [block.place.lines[0] for block in blocks if block.place.lines]
    assert firsts == sorted(firsts)
    assert len(firsts) == len(blocks)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data)
    except UnreadableInput as error:
        assert error.reason in {"kosong", "bukan_teks"}
    else:
        assert decoded.text.strip()


def test_a_very_long_line_is_read_as_if_it_were_wrapped() -> None:
    lines = lines_of("kata " * 40_000)
    assert max(len(line.text) for line in lines) <= 5000
    assert " ".join(line.text for line in lines) == "kata " * 39_999 + "kata"
    assert {line.place.lines for line in lines} == {(1, 1)}


def test_a_very_long_line_without_blanks_loses_nothing_and_is_read_at_once() -> None:
    lines = lines_of("[" * 60_000 + "](" * 60_000 + " akhir")
    assert max(len(line.text) for line in lines) <= 5000
    assert "".join(line.text for line in lines).endswith("akhir")
    assert sum(line.text.count("[") for line in lines) == 60_000


def test_zeros_that_fill_up_a_broken_copy_are_no_binary() -> None:
    assert decode(b"Laporan kinerja" + b"\0" * 9000).text == "Laporan kinerja"

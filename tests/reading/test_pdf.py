"""What read_pdf makes of whole files: pages, lines, notes and errors."""

from pathlib import Path

import pytest

from extractor.reading.document import Document, Grid, Line
from extractor.reading.errors import UnreadableInput
from extractor.reading.pdf import file_sha256, read_pdf
from extractor.reading.pdf_page import Limits
from tests.reading.pdf_builder import Sheet, build, save, write

PROSE = (
    "Laporan ini disusun sebagai bentuk pertanggungjawaban atas",
    "pelaksanaan program dan kegiatan selama satu tahun anggaran.",
    "Capaian kinerja diukur dengan membandingkan target dan hasil.",
)


def read(path: Path, limits: Limits | None = None) -> Document:
    return read_pdf(path, file_sha256(path), limits=limits)


def texts(document: Document, page: int = 1) -> list[str]:
    return [block.text for block in document.pages[page - 1].blocks if isinstance(block, Line)]


def cells(grid: Grid) -> str:
    """The cells' texts in a row."""
    return " ".join(cell.raw for row in grid.rows for cell in row.cells if cell.raw)


def prose(sheet: Sheet, top: float = 100) -> Sheet:
    for number, line in enumerate(PROSE):
        sheet.text(72, top + 16 * number, line)
    return sheet


def test_lines_carry_place_size_and_weight(tmp_path: Path) -> None:
    path = save(tmp_path, Sheet().text(72, 100, "Uraian singkat").text(72, 140, "BAB I", size=14, bold=True))
    first, second = [block for block in read(path).pages[0].blocks if isinstance(block, Line)]
    assert (first.text, first.bold, first.size) == ("Uraian singkat", False, 10.0)
    assert (second.text, second.bold, second.size) == ("BAB I", True, 14.0)
    assert first.place.page == 1
    assert first.place.box is not None
    x0, top, x1, bottom = first.place.box
    assert (round(x0), round(x1)) == (72, 136)
    assert top < 100 < bottom < 110


def test_document_knows_name_hash_and_method(tmp_path: Path) -> None:
    path = save(tmp_path, prose(Sheet()), name="contoh.pdf")
    document = read(path)
    assert (document.name, document.method, document.sha256) == ("contoh.pdf", "pdf", file_sha256(path))
    assert (document.pages[0].width, document.pages[0].height) == (595.0, 842.0)


def test_gap_tells_paragraphs_from_lines(tmp_path: Path) -> None:
    sheet = prose(Sheet())
    sheet.text(72, 100 + 16 * 2 + 40, "Alinea berikutnya dimulai di sini.")
    gaps = [block.gap for block in read(save(tmp_path, sheet)).pages[0].blocks]
    assert gaps[:3] == pytest.approx([0, 0, 0], abs=0.05)
    assert gaps[3] == pytest.approx(1.5, abs=0.1)


def test_centred_heading_over_flush_text(tmp_path: Path) -> None:
    sheet = prose(Sheet(), top=160).text(268, 100, "PENDAHULUAN", size=9)
    sheet.text(72, 300, "x" * 90)
    blocks = read(save(tmp_path, sheet)).pages[0].blocks
    assert [block.centred for block in blocks if isinstance(block, Line)] == [True, False, False, False, False]


def test_superscript_stays_in_its_line(tmp_path: Path) -> None:
    sheet = Sheet().text(72, 100, "Luas gedung 20 m").text(151, 96, "2", size=6).text(160, 100, "menurut data")
    assert texts(read(save(tmp_path, sheet))) == ["Luas gedung 20 m2 menurut data"]


def test_word_printed_twice_for_bold_is_read_once(tmp_path: Path) -> None:
    sheet = Sheet().text(72, 100, "Jumlah 12.500.000").text(72.3, 100.2, "Jumlah 12.500.000")
    for number, char in enumerate("1122"):
        sheet.text(72 + 7 * number, 130, char).text(72.25 + 7 * number, 130, char)
    assert texts(read(save(tmp_path, sheet))) == ["Jumlah 12.500.000", "1122"]


def test_equal_neighbours_are_both_kept(tmp_path: Path) -> None:
    sheet = Sheet().text(72, 100, "11").text(90, 100, "11").text(72, 114, "11")
    assert texts(read(save(tmp_path, sheet))) == ["11 11", "11"]


def test_text_in_four_directions(tmp_path: Path) -> None:
    sheet = prose(Sheet())
    for turn in (1, 2, 3):
        sheet.text(300, 300 + 100 * turn, f"Kolom {turn} tegak", turn=turn)
    found = texts(read(save(tmp_path, sheet)))
    assert found == [*PROSE, "Kolom 1 tegak", "Kolom 2 tegak", "Kolom 3 tegak"]


def test_slanted_stamp_is_furniture(tmp_path: Path) -> None:
    sheet = prose(Sheet()).slanted(60, 60, "Coba versi penuh!", (0.7, 0.7, -0.7, 0.7))
    page = read(save(tmp_path, sheet)).pages[0]
    assert [line.text for line in page.furniture] == ["Coba versi penuh!"]
    assert [block.text for block in page.blocks if isinstance(block, Line)] == list(PROSE)


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_page_rotation_keeps_viewed_places(tmp_path: Path, rotate: int) -> None:
    """Content written for a page that is viewed rotated reads as usual, and its boxes are those of the viewed page."""
    turn = {90: 3, 180: 2, 270: 1}[rotate]
    sheet = Sheet(rotate=rotate)
    viewed_width = 842 if rotate != 180 else 595
    for number, line in enumerate(PROSE):
        x, y = 72, 100 + 16 * number
        point = {90: (y, 842 - x), 180: (595 - x, 842 - y), 270: (595 - y, x)}[rotate]
        sheet.text(*point, line, turn=turn)
    page = read(save(tmp_path, sheet)).pages[0]
    assert page.width == viewed_width
    assert [block.text for block in page.blocks if isinstance(block, Line)] == list(PROSE)
    box = page.blocks[0].place.box
    assert box is not None
    assert box[0] == pytest.approx(72, abs=1.5)
    assert box[1] < 100 < box[3]


def test_content_on_its_side_is_read_upright(tmp_path: Path) -> None:
    """A landscape table printed on an upright page: rows and columns as the reader sees them, places as the page is viewed."""
    sheet = Sheet()
    xs, ys = (60, 110, 300, 500), (150, 180, 210)
    for x in xs:
        sheet.line(ys[0], 842 - x, ys[-1], 842 - x)
    for y in ys:
        sheet.line(y, 842 - xs[0], y, 842 - xs[-1])
    for row, y in zip((("No", "Uraian", "Pagu"), ("1", "Dukungan", "7.250.000")), ys, strict=False):
        for text, x in zip(row, xs, strict=False):
            sheet.text(y + 14, 842 - x - 4, text, turn=3)
    page = read(save(tmp_path, sheet)).pages[0]
    (grid,) = [block for block in page.blocks if isinstance(block, Grid)]
    assert [[cell.raw for cell in row.cells] for row in grid.rows] == [["No", "Uraian", "Pagu"], ["1", "Dukungan", "7.250.000"]]
    assert grid.place.box == pytest.approx((150, 842 - 500, 210, 842 - 60))


def test_signature_blocks_are_read_one_after_the_other(tmp_path: Path) -> None:
    sheet = prose(Sheet())
    left = ("Pihak Kedua", "Ketua Komisi", "Surya Wirawan")
    right = ("Pihak Pertama", "Sekretaris Komisi", "Melati Kusuma")
    for y, a, b in zip((300, 314, 370), left, right, strict=True):
        sheet.text(90, y, a).text(380, y, b)
    assert texts(read(save(tmp_path, sheet)))[3:] == [*left, *right]


def test_labels_with_colons_stay_on_their_lines(tmp_path: Path) -> None:
    sheet = prose(Sheet())
    for y, a, b in ((300, "Nama lengkap", ": Surya Wirawan"), (314, "Jabatan saat ini", ": Ketua Komisi Daerah")):
        sheet.text(90, y, a).text(220, y, b)
    page = read(save(tmp_path, sheet)).pages[0]
    found = " ".join(block.text if isinstance(block, Line) else cells(block) for block in page.blocks[3:])
    assert found == "Nama lengkap : Surya Wirawan Jabatan saat ini : Ketua Komisi Daerah"


def test_scan_without_text_layer(tmp_path: Path) -> None:
    document = read(save(tmp_path, Sheet().image(), Sheet().image().text(72, 800, "3"), prose(Sheet().image())))
    assert [page.has_text for page in document.pages] == [False, False, True]
    assert document.pages[0].notes == ["tidak ada lapisan teks"]


def test_invisible_text_over_a_scan_is_said_to_be_recognised(tmp_path: Path) -> None:
    sheet = Sheet().image()
    for number, line in enumerate(PROSE):
        sheet.text(72, 100 + 16 * number, line, mode=3)
    page = read(save(tmp_path, sheet)).pages[0]
    assert page.has_text
    assert "OCR" in page.notes[0]


def test_letters_whose_font_does_not_name_them_are_said_to_be_unreadable(tmp_path: Path) -> None:
    content = "BT /F1 12 Tf 72 720 Td <0024000300250026> Tj 0 -20 Td <00270028> Tj ET"
    page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
    info = "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page,
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [6 0 R] >>",
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo {info} /FontDescriptor 7 0 R >>",
        "<< /Type /FontDescriptor /FontName /X /Flags 4 /FontBBox [0 0 1000 1000] /Ascent 800 /Descent -200 /StemV 80 >>",
    ]
    path = tmp_path / "laporan.pdf"
    path.write_bytes(write(objects))
    (found,) = read(path).pages
    assert not found.has_text
    assert "huruf tanpa padanan Unicode" in found.notes[0]


def test_blank_page_is_no_scan(tmp_path: Path) -> None:
    page = read(save(tmp_path, Sheet())).pages[0]
    assert page.has_text
    assert page.notes == ["halaman kosong"]


def test_page_with_too_many_drawings_keeps_its_text(tmp_path: Path) -> None:
    sheet = prose(Sheet()).grid(range(72, 400, 8), range(300, 500, 8))
    page = read(save(tmp_path, sheet), Limits(objects=20)).pages[0]
    assert [block.text for block in page.blocks if isinstance(block, Line)] == list(PROSE)
    assert "hanya teksnya yang dibaca" in page.notes[0]


def test_page_with_too_many_characters_is_cut_and_says_so(tmp_path: Path) -> None:
    page = read(save(tmp_path, prose(Sheet())), Limits(characters=30)).pages[0]
    assert page.notes[0].startswith("hanya 30 dari")
    assert sum(len(block.text) for block in page.blocks if isinstance(block, Line)) <= 30


def test_a_broken_page_does_not_lose_the_others(tmp_path: Path) -> None:
    data = build([prose(Sheet()), Sheet().text(72, 100, "Halaman kedua"), Sheet().text(72, 100, "Halaman ketiga")])
    path = tmp_path / "laporan.pdf"
    # the second page's object becomes a number
    start = data.index(b"/Type /Page /Parent", data.index(b"Halaman kedua"))
    start = data.rindex(b"<<", 0, start)
    stop = data.index(b"endobj", start)
    path.write_bytes(data[:start] + b"12".ljust(stop - start) + data[stop:])
    document = read(path)
    assert len(document.pages) == 3
    assert texts(document, 1) == list(PROSE)
    assert texts(document, 3) == ["Halaman ketiga"]
    assert not document.pages[1].has_text
    assert document.pages[1].notes[0].startswith("halaman rusak")


LOCKED = (
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    f"<< /Filter /Standard /V 1 /R 2 /P -44 /O <{'3C' * 32}> /U <{'A5' * 32}> >>",
)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "kosong"),
        (b"Nomor\tUraian\n1\tPagu\n", "bukan_pdf"),
        (b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog", "rusak"),
        (write(LOCKED, f"/Encrypt 4 0 R /ID [<{'00' * 16}> <{'00' * 16}>]"), "terenkripsi"),
        (build([]), "tanpa_halaman"),
    ],
)
@pytest.mark.parametrize("backend", ["pypdfium2", "pdfminer"])
def test_unreadable_files_say_why(tmp_path: Path, content: bytes, reason: str, backend: str) -> None:
    path = tmp_path / "berkas.pdf"
    path.write_bytes(content)
    with pytest.raises(UnreadableInput) as caught:
        read_pdf(path, "0" * 64, backend=backend)
    assert caught.value.reason == reason
    assert caught.value.message.endswith(".")


def test_what_was_wrong_with_the_file_before_is_forgotten(tmp_path: Path) -> None:
    locked = write(LOCKED, f"/Encrypt 4 0 R /ID [<{'00' * 16}> <{'00' * 16}>]")
    empty = build([])
    reasons = []
    for content in (locked, empty, locked, b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog", empty):
        path = tmp_path / "berkas.pdf"
        path.write_bytes(content)
        with pytest.raises(UnreadableInput) as caught:
            read_pdf(path, "0" * 64)
        reasons.append(caught.value.reason)
    assert reasons == ["terenkripsi", "tanpa_halaman", "terenkripsi", "rusak", "tanpa_halaman"]


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_pdf(tmp_path / "tidak-ada.pdf", "0" * 64)
    assert caught.value.reason == "tidak_dapat_dibuka"


def test_same_file_twice_gives_the_same_document(tmp_path: Path) -> None:
    path = save(tmp_path, prose(Sheet()).table([72, 120, 300], [300, 320, 340], [["No", "Uraian"], ["1", "Pagu"]]))
    assert read(path) == read(path)

"""Pages of every family carry the report's words, its page numbers and the mark of made data."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from corpus.naskah import Cell, Contents, Cover, Heading, PageBreak, Paragraph, Report, Stamp, Table, heads, plain
from corpus.timeless import timeless as without_time
from corpus.tools import Missing, fonts
from corpus.typeset import looks
from corpus.typeset.dress import dressed
from corpus.typeset.whole import is_whole

pytest.importorskip("weasyprint")
pytest.importorskip("reportlab")

from corpus.typeset import office, soffice, writers

ROWS = tuple(plain(str(n), f"Sasaran ke-{n}", f"{n}.250.000", aligns="clr") for n in range(1, 6))
TABLE = Table(head=(heads("No", "Uraian", "Pagu (Rp)"),), rows=ROWS, widths=(10, 60, 30), caption="Tabel 1.1 Anggaran")
REPORT = Report(
    name="contoh",
    title="Laporan Contoh",
    running="Laporan Contoh Tahun 2024",
    footer="Kantor Contoh",
    style="",
    blocks=(
        Cover(("LAPORAN CONTOH",), "LAMBANG"),
        PageBreak(),
        Heading(0, "DAFTAR ISI"),
        Contents(),
        PageBreak(),
        Heading(1, "PENDAHULUAN", "I", contents_shift=4),
        Paragraph("Kalimat pertama laporan."),
        TABLE,
        Stamp("SEKRETARIAT"),
        PageBreak(landscape=True),
        Heading(1, "PENUTUP", "II"),
    ),
)


def _read(path: Path) -> tuple[str, list[tuple[float, float]]]:
    document = pypdfium2.PdfDocument(path)
    try:
        text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
        return " ".join(text.split()), [page.get_size() for page in document]
    finally:
        document.close()


def _look(name: str) -> looks.Look:
    look = looks.draw(looks.family(name), "benih")
    lacking = {look.body, look.display} - fonts()
    if lacking:
        pytest.skip(f"fonts that are not installed: {', '.join(sorted(lacking))}")
    return look


def _holds(path: Path, contents_page: str) -> None:
    text, sizes = _read(path)
    for wanted in ("DATA SIMULASI", "BAB I", "Kalimat pertama laporan.", "Sasaran ke-5", "5.250.000", "Tabel 1.1"):
        assert wanted in text
    assert contents_page in text.split("BAB II")[0]
    assert sizes[0][0] < sizes[0][1]
    assert sizes[-1][0] > sizes[-1][1]


@pytest.mark.parametrize("name", [family.name for family in looks.FAMILIES if family.producer != "libreoffice"])
def test_pages_hold_the_report(name: str, tmp_path: Path) -> None:
    look = _look(name)
    pages = writers.WRITERS[look.producer](REPORT, look, tmp_path / "a.pdf")
    assert pages[5] == 3
    assert pages[7] == 3
    _holds(tmp_path / "a.pdf", "7")


def test_office_pages_hold_the_report_and_differ_in_nothing(tmp_path: Path) -> None:
    look = _look("word-times")
    documents = [tmp_path / "a.docx", tmp_path / "b.docx"]
    office.write_docx(REPORT, look, documents[0])
    try:
        pages = soffice.bookmark_pages(*soffice.to_pdf(documents[:1], tmp_path, named=True))
    except Missing as lacking:
        pytest.skip(str(lacking))
    assert (pages["b5"], pages["b10"]) == (3, 4)
    for document in documents:
        office.write_docx(REPORT, look, document, pages)
    first, second = soffice.to_pdf(documents, tmp_path)
    _holds(first, ".7 ")
    assert first.read_bytes() == second.read_bytes()


def test_a_table_with_merged_rows_keeps_its_grid() -> None:
    look = looks.draw(looks.family("sempit"), "benih")
    merged = Table(head=TABLE.head, rows=((Cell("1", down=2), Cell("a"), Cell("b")), (None, Cell("c"), Cell("d"))), widths=TABLE.widths)
    for ruled in looks.TABLE_STYLES:
        bare = replace(look, ruled=ruled, gridded="kisi")
        assert looks.table_style(merged, bare) in {*looks.GRIDDED, "garis"}
        assert looks.table_style(TABLE, bare) == ruled


def test_headers_of_narrow_columns_are_turned_where_the_look_wants_it() -> None:
    look = looks.draw(looks.family("times"), "benih")
    table = Table(head=(heads("Nomor", "Uraian", "Pagu (Rp)"),), rows=ROWS, widths=(6, 64, 30))
    for turned in (True, False):
        (made,) = dressed(replace(REPORT, blocks=(table,)), replace(look, turned=turned)).blocks
        assert isinstance(made, Table)
        assert [cell.rotated for cell in made.head[0] if cell] == [turned, False, False]


def test_families_cover_fonts_styles_and_producers() -> None:
    assert len({font for family in looks.FAMILIES for font in family.body}) >= 4
    assert len({style for family in looks.FAMILIES for style in family.ruled}) >= 6
    assert {family.producer for family in looks.FAMILIES} == {"weasyprint", "libreoffice", "reportlab"}
    assert {font for family in looks.FAMILIES for font in (*family.body, *family.display)} <= set(looks.FONTS)


def test_dates_and_identifiers_leave_the_offsets_alone() -> None:
    content = b"/CreationDate(D:20260102030405+07'00')\n/DocChecksum /0123456789ABCDEF0123456789ABCDEF\n"
    timeless = without_time(content)
    assert len(timeless) == len(content)
    assert b"2026" not in timeless
    assert b"/DocChecksum /" + b"0" * 32 in timeless


@pytest.mark.parametrize(("producer", "name"), [("weasyprint", "times"), ("reportlab", "aplikasi")])
@pytest.mark.parametrize("middle", ["", "semua", "pendek"])
def test_short_cells_stand_where_the_look_has_them(producer: str, name: str, middle: str, tmp_path: Path) -> None:
    row = plain("1", "Sasaran yang panjang sekali dan karena itu tidak muat pada satu baris saja di kolomnya " * 2, "750", aligns="clc")
    table = Table(head=(heads("No", "Uraian", "Pagu"),), rows=(row,), widths=(10, 40, 50))
    look = replace(_look(name), middle=middle, ruled="kisi", gridded="kisi", producer=producer)
    writers.WRITERS[producer](replace(REPORT, blocks=(table,)), look, tmp_path / "a.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    try:
        page = document[0].get_textpage()
        (short, long) = (page.search(text).get_next() for text in ("750", "Sasaran"))
        low = page.get_charbox(long[0])[3] - page.get_charbox(short[0])[3]
    finally:
        document.close()
    assert (low > 5) is bool(middle)


def test_a_pdf_that_lost_rows_of_a_table_is_not_whole(tmp_path: Path) -> None:
    path = tmp_path / "contoh.pdf"
    look = dressed_look()
    writers.WRITERS[look.producer](dressed(REPORT, look), look, path)
    more = replace(TABLE, rows=(*ROWS, *(plain(str(n), f"Sasaran ke-{n}", f"{n}.750.000") for n in range(6, 9))))
    longer = replace(REPORT, blocks=tuple(more if block is TABLE else block for block in REPORT.blocks))
    assert is_whole(REPORT, path)
    assert not is_whole(longer, path)


def dressed_look() -> looks.Look:
    """The look of a family that is not typeset by LibreOffice."""
    return looks.draw(next(family for family in looks.FAMILIES if family.producer != "libreoffice"), "0/contoh")

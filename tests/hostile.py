"""Inputs made to break a reader: small files that ask for much, that refer to themselves, or that are cut and mixed."""

import zlib
from collections.abc import Sequence

from tests.reading.pdf_builder import Sheet, build, write

CATALOGUE = "<< /Type /Catalog /Pages 2 0 R >>"
PAGES = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
TEXT = "BT /F1 12 Tf 72 720 Td (LAPORAN KINERJA) Tj ET"
BOMB = 2048
"""MiB that a bomb inflates to."""
HEAD = ["No", "Sasaran", "Indikator", "Target"]


def report(year: int = 2031, more: str = "") -> str:
    """A text report with as little as identifies it."""
    title = f"LAPORAN KINERJA\nKOMISI PEMILIHAN UMUM KABUPATEN BANYUMAS\nTAHUN {year}\n\n"
    return f"{title}BAB I\nPENDAHULUAN\nLaporan kinerja KPU Kabupaten Banyumas tahun {year}.\n{more}\n"


def plan(rows: int = 12) -> str:
    """A table of indicators whose cells tabs part."""
    lines = [
        HEAD,
        *([str(n), f"Terlaksananya tahapan {n}", f"Persentase tahapan {n} yang selesai", f"{50 + n % 50}%"] for n in range(1, rows + 1)),
    ]
    return "\n".join("\t".join(line) for line in lines)


def pdf_report(pages: int, year: int = 2030) -> bytes:
    """A PDF report with one ruled table per page."""
    sheets = []
    for number in range(pages):
        sheet = Sheet()
        if number == 0:
            for line, text in enumerate(report(year).splitlines()):
                sheet.text(72, 60 + 14 * line, text)
        rows = [HEAD, *([str(n), f"Tahapan {number} {n}", "Persentase yang selesai", f"{50 + n}%"] for n in range(1, 3))]
        sheets.append(sheet.table([60, 90, 250, 430, 520], [300 + 20 * n for n in range(4)], rows))
    return build(sheets)


def page(box: str = "/MediaBox [0 0 595 842]", parent: int = 2, resources: str = "") -> str:
    return f"<< /Type /Page /Parent {parent} 0 R {box} /Contents 4 0 R /Resources << {resources} /Font << /F1 5 0 R >> >> >>"


def stream(content: str, entries: str = "") -> str:
    return f"<< {entries} /Length {len(content)} >>\nstream\n{content}\nendstream"


def one_page(box: str = "/MediaBox [0 0 595 842]", tree: str = PAGES, more: Sequence[str] = (), **options: str) -> bytes:
    """A PDF of one page, whose box or tree may be broken."""
    return write([CATALOGUE, tree, page(box), stream(options.get("content", TEXT)), options.get("font", FONT), *more])


def inflating(start: bytes = b"") -> bytes:
    """A zlib stream of two kilobytes per mebibyte: ``start``, then blanks."""
    packer = zlib.compressobj(9)
    head = packer.compress(start) + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(b" " * (1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    # the checksum at the end is left out: readers keep what they have inflated by then
    return head + block * BOMB + packer.flush()[:-4]


def bytes_pdf(objects: Sequence[bytes]) -> bytes:
    """A PDF of objects that hold any bytes."""
    body, offsets = b"%PDF-1.5\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    end = b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return body + end % (size, table, size, len(body))


def page_bomb() -> bytes:
    """A page whose content inflates to two gibibytes."""
    data = inflating(TEXT.encode())
    content = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream" % (len(data), data)
    return bytes_pdf([CATALOGUE.encode(), PAGES.encode(), page().encode(), content, FONT.encode()])


def object_bomb() -> bytes:
    """A catalogue and pages that stand in an object stream of two gibibytes."""
    held = [CATALOGUE, PAGES, page(), FONT]
    numbers = (1, 2, 3, 5)
    places = [sum(len(text) + 1 for text in held[:index]) for index in range(len(held))]
    index = " ".join(f"{number} {place}" for number, place in zip(numbers, places, strict=True)) + " "
    data = inflating((index + " ".join(held)).encode())
    entries = b"/Type /ObjStm /N 4 /First %d /Filter /FlateDecode /Length %d" % (len(index), len(data))
    body = b"%PDF-1.5\n"
    content_at = len(body)
    body += b"4 0 obj\n%b\nendobj\n" % stream(TEXT).encode()
    stream_at = len(body)
    body += b"6 0 obj\n<< %b >>\nstream\n%b\nendstream\nendobj\n" % (entries, data)
    table_at = len(body)
    where = {0: (0, 0, 65535), 4: (1, content_at, 0), 6: (1, stream_at, 0), 7: (1, table_at, 0)}
    where |= {number: (2, 6, index) for index, number in enumerate(numbers)}
    rows = b"".join(kind.to_bytes(1, "big") + a.to_bytes(4, "big") + b.to_bytes(2, "big") for _, (kind, a, b) in sorted(where.items()))
    table = b"<< /Type /XRef /Size 8 /W [1 4 2] /Root 1 0 R /Length %d >>\nstream\n%b\nendstream" % (len(rows), rows)
    return body + b"7 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, table_at)


def form_bomb(depth: int = 12, times: int = 10) -> bytes:
    """Forms that each draw the next one ten times."""
    forms = []
    for level in range(depth):
        inner = "BT /F1 9 Tf 72 500 Td (kata) Tj ET" if level == depth - 1 else "/X Do " * times
        resources = f"/Resources << /Font << /F1 5 0 R >> /XObject << /X {7 + level} 0 R >> >>"
        forms.append(stream(inner, f"/Type /XObject /Subtype /Form /BBox [0 0 600 900] {resources}"))
    return write([CATALOGUE, PAGES, page(resources="/XObject << /X 6 0 R >>"), stream(TEXT + " /X Do"), FONT, *forms])

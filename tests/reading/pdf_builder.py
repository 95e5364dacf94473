"""Small PDFs written by hand, so that a test says exactly what is drawn where."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

A4 = (595, 842)
IMAGE = "/Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"


@dataclass
class Sheet:
    """One page. Coordinates are points from the upper left corner, as a reader of the page sees it unrotated."""

    size: tuple[float, float] = A4
    rotate: int = 0
    parts: list[str] = field(default_factory=list)

    def text(self, x: float, y: float, text: str, *, size: float = 10, bold: bool = False, turn: int = 0, mode: int = 0) -> "Sheet":
        """Text whose baseline starts at (x, y); ``turn`` counts quarter turns clockwise, ``mode`` is the rendering mode."""
        a, b, c, d = [(1, 0, 0, 1), (0, -1, 1, 0), (-1, 0, 0, -1), (0, 1, -1, 0)][turn % 4]
        return self.slanted(x, y, text, (a, b, c, d), size=size, bold=bold, mode=mode)

    def slanted(
        self,
        x: float,
        y: float,
        text: str,
        matrix: tuple[float, float, float, float],
        *,
        size: float = 10,
        bold: bool = False,
        mode: int = 0,
    ) -> "Sheet":
        """Text under any matrix."""
        a, b, c, d = matrix
        shown = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        font = "/F2" if bold else "/F1"
        self.parts.append(f"BT {font} {size} Tf {mode} Tr {a} {b} {c} {d} {x} {self.size[1] - y} Tm ({shown}) Tj ET")
        return self

    def line(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5) -> "Sheet":
        """A stroked line."""
        height = self.size[1]
        self.parts.append(f"{width} w {x0} {height - y0} m {x1} {height - y1} l S")
        return self

    def box(self, x0: float, y0: float, x1: float, y1: float, *, fill: str | None = None, stroke: bool = True) -> "Sheet":
        """A rectangle; ``fill`` is an RGB triple such as "0.8 0.8 1"."""
        paint = "B" if fill and stroke else "f" if fill else "S"
        colour = f"{fill} rg " if fill else ""
        self.parts.append(f"{colour}0.5 w {x0} {self.size[1] - y1} {x1 - x0} {y1 - y0} re {paint} 0 g")
        return self

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> "Sheet":
        """Ruling lines along all of these."""
        for x in xs:
            self.line(x, ys[0], x, ys[-1])
        for y in ys:
            self.line(xs[0], y, xs[-1], y)
        return self

    def table(self, xs: Sequence[float], ys: Sequence[float], rows: Sequence[Sequence[str]], *, size: float = 8) -> "Sheet":
        """A ruled table with one line of text per cell."""
        self.grid(xs, ys)
        for row, top in zip(rows, ys, strict=False):
            for text, left in zip(row, xs, strict=False):
                if text:
                    self.text(left + 3, top + size + 4, text, size=size)
        return self

    def image(self) -> "Sheet":
        """A picture over the whole page."""
        self.parts.append(f"q {self.size[0]} 0 0 {self.size[1]} 0 0 cm /Im1 Do Q")
        return self


def build(sheets: Sequence[Sheet]) -> bytes:
    """The PDF of these pages."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        f"<< /Type /XObject {IMAGE} /Length 1 >>\nstream\n~\nendstream",
    ]
    kids = []
    for sheet in sheets:
        content = "\n".join(sheet.parts)
        objects.append(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream")
        resources = "<< /Font << /F1 3 0 R /F2 4 0 R >> /XObject << /Im1 5 0 R >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {sheet.size[0]} {sheet.size[1]}] /Rotate {sheet.rotate}"
            f" /Contents {len(objects)} 0 R /Resources {resources} >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return write(objects)


def write(objects: Sequence[str], trailer: str = "") -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{len(body)}\n%%EOF\n"
    return body + end.encode()


def save(folder: Path, *sheets: Sheet, name: str = "laporan.pdf") -> Path:
    """The pages as a file."""
    path = folder / name
    path.write_bytes(build(sheets))
    return path

"""Measures tables without rules: reports of the corpus whose tables are all drawn without a line or a colour, cell by cell.

    python bench/borderless.py [--satker N] [--year Y] [--seed S] [--producers weasyprint,reportlab,libreoffice] [--list] [--dry]

A row counts as found where one extracted row holds its filled cells, all and none else, in order; white space does not count. A cell
counts as found where the extracted tables of the document hold it as often. Without --dry the section on tables without rules of
docs/accuracy-corpus.md is written.
"""

import argparse
import sys
import tempfile
import time
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

import pypdfium2

ROOT: Final = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from corpus.naskah import Report, Row, Table  # noqa: E402 - the corpus is no part of the installed package
from corpus.source import report_of  # noqa: E402
from extractor import extract  # noqa: E402

PAGE: Final = ROOT / "docs" / "accuracy-corpus.md"
BEGIN, END = "<!-- borderless:begin -->", "<!-- borderless:end -->"
PEER: Final = ("pymupdf4llm 2.0 (AGPL, neural layout), other reports", "415", "78.4 %", "93.1 %", "0.33")
"""The best of the tools compared on 2026-11-20 on three reports of the election commission set without rules by WeasyPrint."""


@dataclass
class Count:
    """Pages and seconds of CPU; rows and cells of the truth, and how many of them were found."""

    pages: int = 0
    seconds: float = 0.0
    rows: int = 0
    rows_found: int = 0
    cells: int = 0
    cells_found: int = 0

    def add(self, other: "Count") -> None:
        """Count another one in."""
        for name in self.__dataclass_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def line(self, name: str) -> tuple[str, ...]:
        """Name, pages, rows and cells found, CPU seconds a page."""
        return (
            name,
            str(self.pages),
            f"{100 * self.rows_found / max(1, self.rows):.1f} %",
            f"{100 * self.cells_found / max(1, self.cells):.1f} %",
            f"{self.seconds / max(1, self.pages):.3f}",
        )


def unruled(report: Report) -> Report:
    """The report with all its tables drawn without rules, but for those with several entries in one cell: rules alone part these."""
    blocks = tuple(replace(block, look="polos") if isinstance(block, Table) and not _stacks(block) else block for block in report.blocks)
    return replace(report, blocks=blocks)


def _stacks(table: Table) -> bool:
    return any(cell.stacked for row in table.rows for cell in row if cell is not None)


def squeezed(text: str) -> str:
    """The text without white space."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def filled(texts: Sequence[str]) -> tuple[str, ...]:
    """The filled cells of a row, without white space."""
    return tuple(text for text in map(squeezed, texts) if text)


def printed(report: Report) -> list[tuple[str, ...]]:
    """The filled cells of every row of every table drawn without rules; a merged cell counts in its first row."""
    tables = (block for block in report.blocks if isinstance(block, Table) and block.look == "polos")
    return [row for table in tables for row in map(_cells, table.rows) if row]


def _cells(row: Row) -> tuple[str, ...]:
    return filled([cell.text for cell in row if cell is not None])


def measure(path: Path, truth: Sequence[tuple[str, ...]], misses: list[str]) -> Count:
    """Extract one file and count what of the truth it holds."""
    began = time.process_time()
    document = extract(path)
    seconds = time.process_time() - began
    found = Counter(filled(row) for table in document.tabel for row in table.baris)
    wanted = Counter(truth)
    cells = Counter(cell for row in truth for cell in row)
    held = Counter(cell for row, n in found.items() for cell in row for _ in range(n))
    misses += [f"{path.name}: {' | '.join(row)}" for row in wanted - found]
    with pypdfium2.PdfDocument(path) as pdf:
        pages = len(pdf)
    return Count(pages, seconds, wanted.total(), (wanted & found).total(), cells.total(), (cells & held).total())


def typeset(producer: str, reports: Sequence[Report], folder: Path) -> Iterator[tuple[Path, Report]]:
    """The reports as PDFs of this producer."""
    from corpus.typeset import looks  # noqa: PLC0415 - what only typesetting needs
    from corpus.typeset.office import write_docx  # noqa: PLC0415
    from corpus.typeset.soffice import to_pdf  # noqa: PLC0415
    from corpus.typeset.writers import WRITERS  # noqa: PLC0415

    known = [family for family in looks.FAMILIES if family.producer == producer]
    drawn = [looks.draw(known[n % len(known)], f"{producer}/{report.name}") for n, report in enumerate(reports)]
    if producer == "libreoffice":
        documents = [folder / f"{report.name}-office.docx" for report in reports]
        for report, look, path in zip(reports, drawn, documents, strict=True):
            write_docx(report, look, path)
        to_pdf(documents, folder)
        yield from ((path.with_suffix(".pdf"), report) for path, report in zip(documents, reports, strict=True))
        return
    for report, look in zip(reports, drawn, strict=True):
        path = folder / f"{report.name}-{producer}.pdf"
        WRITERS[producer](report, look, path)
        yield path, report


def section(counts: dict[str, Count], day: str, command: str) -> str:
    """The section of docs/accuracy-corpus.md."""
    total = Count()
    for count in counts.values():
        total.add(count)
    head = ("set by", "pages", "rows with all cells", "cells", "CPU s/page")
    rows = [head, ("---",) * len(head), *(count.line(name) for name, count in counts.items()), total.line("all"), PEER]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return f"""{BEGIN}
## Tables without rules

Measured on {day} with `{command}`: made reports whose tables are all drawn without a line or a colour, merged cells and headers
of two rows included. A row is found where one extracted row holds its filled cells, all and none else, in order; white space does not
count. Seconds are those of the whole program, of one core. The last line is what the best other tool reached on 2026-11-20 by the same
measure on three real reports set without rules; its files are not these.

{table}
{END}
"""


def inserted(page: str, part: str) -> str:
    """The page with the section in place of its old one, or at its end."""
    if BEGIN in page and END in page:
        before, after = page.index(BEGIN), page.index(END) + len(END)
        return f"{page[:before]}{part.rstrip()}{page[after:]}"
    return f"{page.rstrip()}\n\n{part}"


def main() -> int:
    """Make, measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--satker", type=int, default=10)
    parser.add_argument("--year", type=int, default=2024)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--producers", default="weasyprint,reportlab,libreoffice")
    parser.add_argument("--date", default=date.today().isoformat())
    parser.add_argument("--list", action="store_true", help="print every row that is missed")
    parser.add_argument("--dry", action="store_true", help="print only")
    options = parser.parse_args()
    reports = [unruled(report_of(options.seed, satker, options.year, "small")) for satker in range(options.satker)]
    counts: dict[str, Count] = {}
    misses: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for producer in options.producers.split(","):
            counts[producer] = Count()
            for path, report in typeset(producer, reports, Path(folder)):
                counts[producer].add(measure(path, printed(report), misses))
    command = f"python bench/borderless.py --satker {options.satker} --year {options.year} --seed {options.seed}"
    part = section(counts, options.date, command)
    print(part)
    if options.list:
        print("\n".join(misses))
    if not options.dry:
        PAGE.write_text(inserted(PAGE.read_text("utf-8"), part), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

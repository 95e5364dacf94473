"""Time and memory of this reader and of the whole `lkj extract`, beside pdfplumber and bare pypdfium2, on the same PDFs in one run.

    python bench/speed.py [PDF...] [--repeat N] [--date YYYY-MM-DD]

Without PDFs: those of corpus/ and, where present, of ../shared that have a text layer. CPU time (user + system, children
included) is what counts; the best of the repeats is shown. `lkj extract` runs over all files at once, start-up included.
pdfplumber does `extract_text` and `extract_tables`, closing every page; pypdfium2 gives the bare text, the floor of any
reader on PDFium. PDFs of 100, 500 and 1000 pages, put together from these, show how time and memory grow. With a date,
docs/speed.md is written from the results.
"""

import argparse
import importlib.metadata
import itertools
import os
import platform
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

import measure
import pdfplumber
import pypdfium2

from extractor.reading.pdf import file_sha256, read_pdf

PLACES: Final = (measure.ROOT / "corpus", measure.ROOT.parent / "shared" / "pdf", measure.ROOT.parent / "shared" / "real")
TEXTS: Final = measure.ROOT.parent / "shared" / "seeds"
SCANS: Final = ("scan", "pindaian")
"""Parts of the names of PDFs without a text layer of their own."""
LENGTHS: Final = (100, 500, 1000)
PACKAGES: Final = ("pypdfium2", "pdfplumber")
HEAD: Final = (
    "| file | pages | bare text | reading | pdfplumber | reading is faster by | times the bare text | reading, MB | pdfplumber, MB |"
)
PAGE: Final = """# Speed and memory

Measured on {date} with `python bench/speed.py` on {processors} cores ({versions}), the best of {repeat}: CPU milliseconds a page,
children included, of the bare text by pypdfium2, of this reader, and of pdfplumber's `extract_text` and `extract_tables`, on the same
PDFs in one run; and the memory that reading adds at its peak.

{files}

Over all files, reading is {read:.1f} times faster than pdfplumber (median {read_median:.1f}) and takes {floor:.1f} times as long as
the bare text. {whole} Others, on a part of these files: [beside other tools](speed-peers.md).

## Long documents

PDFs put together from those above: time and memory added by reading, and the whole `lkj extract` with the memory of its
largest process.

{long}

## One report

{commands}
"""


@dataclass(frozen=True)
class Measured:
    """One file: its pages and the best run of every contestant; None where a contestant failed."""

    name: str
    pages: int
    bare: measure.Run | None
    read: measure.Run | None
    pdfplumber: measure.Run | None


def main() -> int:
    """Measure, print and perhaps write the tables; 1 where there is nothing to measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pdf", nargs="*", type=Path)
    parser.add_argument("--repeat", type=int, default=1, help="runs per file and contestant; the best counts")
    parser.add_argument("--date", help="day of the measurement; docs/speed.md is written")
    options = parser.parse_args()
    paths = options.pdf or sorted(path for place in PLACES for path in place.rglob("*.pdf") if not any(s in path.name for s in SCANS))
    if not paths:
        print("no PDF given and none found", file=sys.stderr)
        return 1
    files = list(_shown(HEAD, (measured(path, options.repeat) for path in paths)))
    page = PAGE.format(
        date=options.date, repeat=options.repeat, processors=len(_processors()), versions=_versions(), files=_table(HEAD, map(_row, files)),
        **_sums(files), whole=_whole(paths, files, options.repeat), long=_long(paths), commands=_commands(),
    )  # fmt: skip
    print(page)
    if options.date:
        (measure.ROOT / "docs" / "speed.md").write_text(page, encoding="utf-8")
    return 0


def measured(path: Path, repeat: int) -> Measured:
    """Time one file with all readers in turn."""
    with pypdfium2.PdfDocument(path) as pdf:
        pages = len(pdf)
    bare = measure.best(lambda: read_bare(path), repeat)
    read = measure.best(lambda: read_pdf(path, file_sha256(path)), repeat)
    return Measured(path.name, pages, bare, read, measure.best(lambda: read_with_pdfplumber(path), repeat))


def read_bare(path: Path) -> None:
    with pypdfium2.PdfDocument(path) as pdf:
        for page in pdf:
            text = page.get_textpage()
            text.get_text_range()
            text.close()
            page.close()


def read_with_pdfplumber(path: Path) -> None:
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.extract_tables()
            page.close()


def _shown(head: str, files: Iterable[Measured]) -> Iterable[Measured]:
    print(head, file=sys.stderr)
    for one in files:
        print(_row(one), file=sys.stderr, flush=True)
        yield one


def _row(one: Measured) -> str:
    runs = (one.bare, one.read, one.pdfplumber)
    times = [f"{1000 * run.cpu / one.pages:.1f}" if run else "–" for run in runs]
    ratios = [_ratio(one.pdfplumber, one.read), _ratio(one.read, one.bare)]
    memory = [f"{run.memory:.0f}" if run else "–" for run in runs[1:]]
    return f"| {' | '.join([one.name, str(one.pages), *times, *ratios, *memory])} |"


def _ratio(slow: measure.Run | None, fast: measure.Run | None) -> str:
    return f"{slow.cpu / fast.cpu:.1f}" if slow and fast and fast.cpu else "–"


def _table(head: str, rows: Iterable[str]) -> str:
    return "\n".join([head, "|---" * (head.count("|") - 1) + "|", *rows])


def _complete(files: Sequence[Measured]) -> list[tuple[measure.Run, measure.Run, measure.Run]]:
    return [(one.bare, one.read, one.pdfplumber) for one in files if one.bare and one.read and one.pdfplumber]


def _sums(files: Sequence[Measured]) -> dict[str, float]:
    runs = _complete(files)
    bare, read, plumber = (sum(run.cpu for run in column) for column in zip(*runs, strict=True))
    return {"read": plumber / read, "read_median": median(slow.cpu / fast.cpu for _, fast, slow in runs), "floor": read / bare}


def _whole(paths: Sequence[Path], files: Sequence[Measured], repeat: int) -> str:
    whole = measure.extraction(paths, repeat)
    if whole is None:
        return "The whole `lkj extract` could not be measured on this system."
    plumber, pages = sum(one.pdfplumber.cpu for one in files if one.pdfplumber), sum(one.pages for one in files)
    return (
        f"The whole `lkj extract` over these files (start-up, tables, records, validated JSON) takes {1000 * whole.cpu / pages:.1f} ms"
        f" a page: {plumber / whole.cpu:.1f} times faster than pdfplumber."
    )


def _long(paths: Sequence[Path]) -> str:
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for pages in LENGTHS:
            path = _put_together(paths, pages, Path(folder))
            runs = measure.best(lambda path=path: read_pdf(path, file_sha256(path))), measure.extraction([path])
            figures = [f"{1000 * run.cpu / pages:.1f} | {run.memory:.0f}" if run else "– | –" for run in runs]
            rows.append(f"| {pages} | {' | '.join(figures)} |")
    return _table("| pages | reading, ms a page | MB added | extract, ms a page | MB |", rows)


def _put_together(paths: Sequence[Path], pages: int, folder: Path) -> Path:
    """A PDF of so many pages, those of the given ones over and over."""
    path = folder / f"{pages}.pdf"
    whole = pypdfium2.PdfDocument.new()
    for source in itertools.cycle(paths):
        with pypdfium2.PdfDocument(source) as pdf:
            whole.import_pages(pdf, list(range(min(len(pdf), pages - len(whole)))))
        if len(whole) >= pages:
            break
    whole.save(path)
    whole.close()
    return path


def _commands() -> str:
    said = [f"`lkj --help` answers in {measure.command('--help'):.2f} s."]
    for text in sorted(TEXTS.glob("*.txt"), key=lambda path: path.stat().st_size):
        run = measure.extraction([text], repeat=5)
        if run:
            times = f"{run.wall:.1f} s on the clock ({run.cpu:.1f} s of CPU)"
            said.append(f"A text report of {text.stat().st_size / 1000:.0f} KB is extracted in {times}, everything included.")
    return "\n".join(said)


def _processors() -> Sequence[int]:
    return sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1)


def _versions() -> str:
    return ", ".join([f"Python {platform.python_version()}", *(f"{package} {importlib.metadata.version(package)}" for package in PACKAGES)])


if __name__ == "__main__":
    sys.exit(main())

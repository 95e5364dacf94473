"""Time and memory of this reader beside other tools, on the same PDFs in one run.

    pip install -r bench/requirements-peers.txt      # tabula also needs a Java runtime
    python bench/peers.py [PDF...] [--longest PAGES] [--date YYYY-MM-DD]

Without PDFs: those of corpus/ and, where present, of ../shared that have a text layer, up to ``--longest`` pages each. Every
tool reads every file in a process of its own, libraries loaded; CPU time (user + system, children included) counts, and the
memory that the process added at its peak. A tool that is not installed is left out by name; one that fails on a file is
counted as failed there, and its figures are of the files that it read. With a date, docs/speed-peers.md and its chart are written.
"""

import argparse
import importlib.metadata
import os
import platform
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import redirect_stdout, suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

import measure
import pypdfium2
from charts import bars
from speed import PLACES, SCANS, read_bare, read_with_pdfplumber

from extractor.reading.pdf import file_sha256, read_pdf

LONGEST: Final = 40
PAGE: Final = """# Beside other tools

Measured on {date} with `python bench/peers.py` on {processors} cores (Python {python}): {files} PDFs of {pages} pages in all, none of
more than {longest}. CPU milliseconds a page, children included; MB added at the peak, the greatest of all files.

![CPU milliseconds a page](images/speed-peers.svg)

{table}

What the tools give is not the same: bare text has no tables, and a tool for tables gives no text. `lkj` here is the reading stage alone:
words, lines and tables of every page with their places. {left_out}
"""
HEAD: Final = "| tool | version | gives | ms a page | median of the files | slowest file | MB | failed |"


@dataclass(frozen=True)
class Tool:
    """A contestant: ``work`` reads a whole PDF."""

    name: str
    package: str
    gives: str
    work: Callable[[Path], object]


def _lkj(path: Path) -> None:
    read_pdf(path, file_sha256(path))


def _pdfminer(path: Path) -> None:
    from pdfminer.high_level import extract_pages  # noqa: PLC0415

    for _ in extract_pages(path):
        pass


def _pdf_oxide(path: Path) -> None:
    import pdf_oxide  # noqa: PLC0415

    document = pdf_oxide.PdfDocument(str(path))
    for number in range(document.page_count()):
        document.extract_text(number)
        document.extract_tables(number)


def _camelot(path: Path) -> None:
    import camelot  # noqa: PLC0415

    with Path(os.devnull).open("w") as nowhere, redirect_stdout(nowhere):
        camelot.read_pdf(str(path), pages="all", flavor="lattice")


def _tabula(path: Path) -> None:
    import tabula  # noqa: PLC0415

    tabula.read_pdf(str(path), pages="all", lattice=True, multiple_tables=True, silent=True, force_subprocess=True)


TOOLS: Final = (
    Tool("pypdfium2", "pypdfium2", "text", read_bare),
    Tool("lkj", "lkj-extractor", "text, tables", _lkj),
    Tool("pdf_oxide", "pdf-oxide", "text, tables", _pdf_oxide),
    Tool("pdfminer.six", "pdfminer.six", "text", _pdfminer),
    Tool("pdfplumber", "pdfplumber", "text, tables", read_with_pdfplumber),
    Tool("tabula", "tabula-py", "tables", _tabula),
    Tool("camelot", "camelot-py", "tables", _camelot),
)


@dataclass(frozen=True)
class Outcome:
    """What a tool took for each file that it read, by pages and run, and how many it did not read."""

    runs: tuple[tuple[int, measure.Run], ...]
    failed: int

    @property
    def paces(self) -> list[float]:
        """Milliseconds a page of each file."""
        return [1000 * run.cpu / pages for pages, run in self.runs]

    @property
    def pace(self) -> float:
        """Milliseconds a page over all files."""
        return 1000 * sum(run.cpu for _, run in self.runs) / sum(pages for pages, _ in self.runs)


def main() -> int:
    """Measure, print and perhaps write the table; 1 where there is nothing to measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pdf", nargs="*", type=Path)
    parser.add_argument("--longest", type=int, default=LONGEST, help="pages that a file may have")
    parser.add_argument("--date", help="day of the measurement; docs/speed-peers.md is written")
    options = parser.parse_args()
    known = options.pdf or [path for place in PLACES for path in sorted(place.rglob("*.pdf")) if not any(s in path.name for s in SCANS)]
    files = {path: count for path in known if (count := _pages(path)) <= options.longest}
    if not files:
        print("no PDF given and none found", file=sys.stderr)
        return 1
    present = [tool for tool in TOOLS if _version(tool.package)]
    outcomes = {tool.name: outcome(tool, files) for tool in present}
    read = sorted((tool for tool in present if outcomes[tool.name].runs), key=lambda tool: outcomes[tool.name].pace)
    page = PAGE.format(
        date=options.date, processors=len(os.sched_getaffinity(0)), python=platform.python_version(), files=len(files),
        pages=sum(files.values()), longest=options.longest, table="\n".join(_table(read, outcomes)), left_out=_left_out(read),
    )  # fmt: skip
    print(page)
    if options.date:
        docs = measure.ROOT / "docs"
        chart = bars("CPU milliseconds a page", [(tool.name, outcomes[tool.name].pace) for tool in read],
                     high=max(outcomes[tool.name].pace for tool in read), digits=1)  # fmt: skip
        (docs / "speed-peers.md").write_text(page, encoding="utf-8")
        (docs / "images" / "speed-peers.svg").write_text(chart, encoding="utf-8")
    return 0


def outcome(tool: Tool, files: Mapping[Path, int]) -> Outcome:
    """One tool over all files."""
    with suppress(Exception):
        tool.work(next(iter(files)))  # its libraries are loaded before the clock runs
    runs = [(pages, measure.best(lambda path=path: tool.work(path))) for path, pages in files.items()]
    read = tuple((pages, run) for pages, run in runs if run is not None)
    print(f"{tool.name}: {len(read)} of {len(runs)} files", file=sys.stderr, flush=True)
    return Outcome(read, len(runs) - len(read))


def _pages(path: Path) -> int:
    with pypdfium2.PdfDocument(path) as pdf:
        return len(pdf)


def _version(package: str) -> str | None:
    with suppress(importlib.metadata.PackageNotFoundError):
        return importlib.metadata.version(package)
    return None


def _table(tools: Sequence[Tool], outcomes: Mapping[str, Outcome]) -> Iterator[str]:
    yield HEAD
    yield "|---|---|---|--:|--:|--:|--:|--:|"
    for tool in tools:
        found = outcomes[tool.name]
        memory = max(run.memory for _, run in found.runs)
        figures = f"{found.pace:.1f} | {median(found.paces):.1f} | {max(found.paces):.1f} | {memory:.0f} | {found.failed or '–'}"
        yield f"| {tool.name} | {_version(tool.package)} | {tool.gives} | {figures} |"


def _left_out(read: Sequence[Tool]) -> str:
    names = [tool.name for tool in TOOLS if tool not in read]
    return f"Not installed or without a result here: {', '.join(names)}." if names else ""


if __name__ == "__main__":
    sys.exit(main())

"""The pages of several satker-years in a folder, with a page that leads to them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from extractor.model import LaporanSatker
from extractor.report import slug
from extractor.writing.files import write_atomically
from extractor.writing.pages.labels import Language
from extractor.writing.pages.originals import Originals
from extractor.writing.pages.page import SEVERITIES, as_page, render_index

INDEX = "index.html"


def write_pages(folder: Path, reports: Iterable[LaporanSatker], files: Mapping[str, Path], language: Language = "id") -> list[Path]:
    """One page per satker-year, and ``index.html``. ``files`` are the reports themselves by sha256, as far as they are at hand.

    Gives the paths, the index last. Raises OSError where the folder cannot be written.
    """
    written: list[Path] = []
    rows = []
    for report in reports:
        name = f"{slug(report.satker)}-{report.tahun or 'tanpa-tahun'}.html"
        with Originals(files) as originals:
            write_atomically(folder / name, as_page(report, originals, language, INDEX).encode())
        counts: Counter[str] = Counter(t.keparahan for t in report.temuan if t.sebab is None and t.diterima is None)
        rows.append({"name": report.satker.nama, "year": report.tahun or "", "page": name, "counts": [counts[s] for s in SEVERITIES]})
        written.append(folder / name)
    write_atomically(folder / INDEX, render_index(rows, language).encode())
    return [*written, folder / INDEX]

"""Writes a corpus: for every satker and year the truth, and the report in the kinds of file that were asked for."""

import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Any, TypeAlias

from corpus.convert import imitate
from corpus.convert.programs import CONVERTERS
from corpus.naskah import Report
from corpus.scan import scanner
from corpus.source import report_of
from corpus.typeset import looks
from corpus.typeset.dress import dressed
from corpus.typeset.looks import FAMILIES, Look

KINDS = ("pdf", "office", "text", "imitated", "scan")
DEFAULT_CONVERTERS = ("pdftotext-layout", "pdfplumber-layout", "pdftotext-layout", "pdftotext")
"""Reports take turns; the one that people use most comes twice."""
_BATCH = 12
"""Reports that one worker takes at a time, and one call of LibreOffice converts."""
Entry: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Order:
    """What to make: satkers by number, years, seed, kinds of file, converters to draw from, most pages of a scan."""

    satker: int
    years: tuple[int, ...]
    seed: int
    kinds: tuple[str, ...] = KINDS
    converters: tuple[str, ...] = DEFAULT_CONVERTERS
    size: str = ""
    scanned_pages: int = 12

    def reports(self) -> list[tuple[int, int, int]]:
        """(position, satker, year) of every report."""
        pairs = [(satker, year) for satker in range(1, self.satker + 1) for year in self.years]
        return [(position, satker, year) for position, (satker, year) in enumerate(pairs)]


@dataclass
class _Job:
    """One report on its way through the kinds; the PDFs made of it by variant."""

    report: Report
    position: int
    seed: str
    pdfs: dict[str, Path] = field(default_factory=dict)
    looks: dict[str, Look] = field(default_factory=dict)
    pages: dict[str, dict[int, int]] = field(default_factory=dict)


def make(order: Order, out: Path, jobs: int = 1, progress: Callable[[int], None] = lambda _: None) -> list[Entry]:
    """Write the corpus into ``out`` and give its index; the bytes do not depend on ``jobs``. ``progress`` is told the reports done."""
    for folder in ("truth", "pdf", "txt", "md", "scan"):
        (out / folder).mkdir(parents=True, exist_ok=True)
    reports = order.reports()
    batches = [reports[at : at + _BATCH] for at in range(0, len(reports), _BATCH)]
    entries: list[Entry] = []
    for batch, found in zip(batches, _run(order, out, batches, jobs), strict=True):
        entries += found
        progress(batch[-1][0] + 1)
    entries.sort(key=lambda entry: str(entry["file"]))
    index = {"keterangan": "DATA SIMULASI", "order": asdict(order), "files": entries}
    (out / "index.json").write_text(json.dumps(index, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return entries


def _run(order: Order, out: Path, batches: Sequence[list[tuple[int, int, int]]], jobs: int) -> Iterator[list[Entry]]:
    if jobs < 2 or len(batches) < 2:
        yield from (_batch(order, out, batch) for batch in batches)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(_batch, [order] * len(batches), [out] * len(batches), batches)


def _batch(order: Order, out: Path, batch: list[tuple[int, int, int]]) -> list[Entry]:
    """All files of some reports."""
    entries: list[Entry] = []
    with tempfile.TemporaryDirectory() as scratch:
        works = [_begin(order, out, *place) for place in batch]
        if {"pdf", "text", "scan"} & set(order.kinds):
            entries += _typeset(works, out if "pdf" in order.kinds else Path(scratch))
        if "office" in order.kinds:
            entries += _office(works, out, Path(scratch))
        for work in works:
            entries += _texts(work, order, out)
            entries += _scans(work, order, out)
    return [entry for entry in entries if (out / entry["file"]).is_file()]


def _begin(order: Order, out: Path, position: int, satker: int, year: int) -> _Job:
    report = report_of(order.seed, satker, year, order.size)
    truth = {"keterangan": "DATA SIMULASI", **report.truth}
    (out / "truth" / f"{report.name}.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return _Job(report, position, f"{order.seed}/{report.name}")


def _entry(work: _Job, file: str, kind: str, **more: Any) -> Entry:
    planted: Any = work.report.truth.get("temuan_tertanam", ())
    return {
        "file": file,
        "name": work.report.name,
        "kind": kind,
        "truth": f"truth/{work.report.name}.json",
        "family": work.report.family,
        "style": None,
        "producer": None,
        "converter": None,
        "defects": [],
        "slips": sorted({slip["kode"] for slip in planted}),
        **more,
    }


def _family(work: _Job, office: bool) -> looks.Family:
    """Families take turns over the reports, so that each gets its share."""
    known = [family for family in FAMILIES if (family.producer == "libreoffice") == office]
    turns = Random(work.seed.split("/")[0]).sample(known, len(known))
    return turns[work.position % len(turns)]


def _typeset(works: Iterable[_Job], folder: Path) -> list[Entry]:
    from corpus.typeset.writers import WRITERS

    (folder / "pdf").mkdir(exist_ok=True)
    entries = []
    for work in works:
        look = looks.draw(_family(work, office=False), f"{work.seed}/pdf")
        path = folder / "pdf" / f"{work.report.name}.pdf"
        pages = WRITERS[look.producer](dressed(work.report, look), look, path)
        work.pdfs["pdf"], work.looks["pdf"], work.pages["pdf"] = path, look, pages
        entries.append(_entry(work, f"pdf/{path.name}", "pdf", **_seen(look), pages=pages))
    return entries


def _office(works: Iterable[_Job], out: Path, scratch: Path) -> list[Entry]:
    """The reports typeset by LibreOffice; one of which it drops rows lets its rows break between pages, or is left out."""
    drawn = [(work, looks.draw(_family(work, office=True), f"{work.seed}/office")) for work in works]
    cut = _converted(drawn, out, scratch)
    for work, _ in _converted([(work, replace(look, rows_split=True)) for work, look in cut], out, scratch):
        work.pdfs.pop("office").unlink()
    whole = [work for work, _ in drawn if "office" in work.pdfs]
    return [_entry(work, f"pdf/{work.pdfs['office'].name}", "pdf", **_seen(work.looks["office"])) for work in whole]


def _converted(drawn: Sequence[tuple[_Job, Look]], out: Path, scratch: Path) -> list[tuple[_Job, Look]]:
    """Typesets the reports in these looks; gives those that lost rows of a table on their way."""
    from corpus.typeset.lines import wrong_contents
    from corpus.typeset.office import write_docx
    from corpus.typeset.soffice import bookmark_pages, to_pdf
    from corpus.typeset.whole import is_whole

    if not drawn:
        return []
    sources = [(dressed(work.report, look), look, scratch / f"{work.report.name}-office.docx") for work, look in drawn]
    for source in sources:
        write_docx(*source)
    wrong = [source for source in sources if wrong_contents(source[0])]
    first = to_pdf([document for _, _, document in wrong], scratch, named=True) if wrong else []
    for source, pdf in zip(wrong, first, strict=True):
        write_docx(*source, bookmark_pages(pdf))
    made = to_pdf([document for _, _, document in sources], out / "pdf")
    for (work, look), pdf in zip(drawn, made, strict=True):
        work.pdfs["office"], work.looks["office"] = pdf, look
    return [one for one, (report, _, _), pdf in zip(drawn, sources, made, strict=True) if not is_whole(report, pdf)]


def _seen(look: Look) -> Entry:
    defects = (
        ("narrow-columns", look.narrow),
        ("rows-over-pages", look.rows_split),
        ("watermark", look.watermark),
        ("ground", bool(look.background)),
        ("stamped", look.stamped),
        ("turned-headers", look.turned),
        ("middle-cells", bool(look.middle)),
    )
    return {
        "style": look.style,
        "producer": look.producer,
        "table_style": look.ruled,
        "defects": sorted(name for name, present in defects if present),
    }


def _texts(work: _Job, order: Order, out: Path) -> list[Entry]:
    entries = []
    if "text" in order.kinds and work.pdfs:
        random = Random(f"{work.seed}/text")
        variant = random.choice(sorted(work.pdfs))
        converter = CONVERTERS[order.converters[work.position % len(order.converters)]]
        path = out / converter.ending / f"{work.report.name}-{converter.name}.{converter.ending}"
        path.write_bytes(converter.convert(work.pdfs[variant]).encode())
        seen = _seen(work.looks[variant])
        entries.append(_entry(work, f"{converter.ending}/{path.name}", converter.ending, **seen, converter=converter.name))
    if "imitated" in order.kinds:
        how = imitate.draw(f"{work.seed}/imitated")
        content, defects, lost = imitate.imitate(work.report, how, f"{work.seed}/harm")
        path = out / how.ending / f"{work.report.name}-imitated.{how.ending}"
        path.write_bytes(content)
        more = {"converter": "imitated", "defects": defects, "lost": [asdict(cell) for cell in lost]}
        entries.append(_entry(work, f"{how.ending}/{path.name}", how.ending, **more))
    return entries


def _scans(work: _Job, order: Order, out: Path) -> list[Entry]:
    if "scan" not in order.kinds or not work.pdfs:
        return []
    variant = Random(f"{work.seed}/scan").choice(sorted(work.pdfs))
    how = scanner.draw(f"{work.seed}/scanner")
    path = out / "scan" / f"{work.report.name}-scan.pdf"
    pages = scanner.scan(work.pdfs[variant], path, how, f"{work.seed}/scanning", order.scanned_pages)
    defects = sorted([*how.defects, *_seen(work.looks[variant])["defects"]])
    return [_entry(work, f"scan/{path.name}", "scan", **{**_seen(work.looks[variant]), "defects": defects}, scanned_pages=pages)]

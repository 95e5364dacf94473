"""E07: parts that the rules require."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, Finding, Holds, NotEvaluable, Outcome
from extractor.checks.registry import check
from extractor.checks.samples import achievements, agreement, chapters, report, spending
from extractor.model import Bab, Dokumen, LaporanSatker
from extractor.values.lookalike import mend_lookalikes

_CHAPTERS = (
    ("Pendahuluan", re.compile(r"pendahuluan", re.IGNORECASE)),
    ("Perencanaan Kinerja", re.compile(r"perencanaan|perjanjian|penetapan|rencana", re.IGNORECASE)),
    ("Akuntabilitas Kinerja", re.compile(r"akuntabilitas|capaian|kinerja", re.IGNORECASE)),
    ("Penutup", re.compile(r"penutup|kesimpulan", re.IGNORECASE)),
)
_CAPTIONS = {
    "perjanjian kinerja (PK)": re.compile(r"(?:perjanjian|penetapan) kinerja", re.IGNORECASE),
    "tabel capaian kinerja": re.compile(r"(?:capaian|pengukuran|realisasi) (?:indikator |target )?kinerja", re.IGNORECASE),
    "realisasi anggaran": re.compile(r"(?:realisasi|penyerapan) (?:pagu |penggunaan )?anggaran", re.IGNORECASE),
}
"""Captions by which a report shows that it holds a part whose table could not be read."""
_ALIKE = 80.0
_WHOLE = 3
"""A document with fewer chapters is a part of a report."""


def _example(*titles: tuple[str, str]) -> LaporanSatker:
    return report(
        "lkj", bab=chapters(*titles), perjanjian_kinerja=[agreement(("Indeks layanan", "80"))],
        capaian_kinerja=[achievements(("Indeks layanan", "80", "80", "100%"), first=20)],
        realisasi_anggaran=[spending([("Dukungan Manajemen", "program", "1.000.000", "900.000", "90%")], first=40)],
    )  # fmt: skip


@check(
    "E07", "missing_section", "peringatan", "Bagian yang diwajibkan tidak ada",
    wrong=lambda: _example(("I", "PENDAHULUAN"), ("II", "PERENCANAAN KINERJA"), ("III", "AKUNTABILITAS KINERJA")),
    right=lambda: _example(("I", "PENDAHULUAN"), ("II", "PERENCANAAN KINERJA"), ("III", "AKUNTABILITAS KINERJA"), ("IV", "PENUTUP")),
)  # fmt: skip
def missing_section(case: Case) -> Iterator[Outcome]:
    """A part that the rules require is absent.

    Compares: the chapters and tables of each performance report with the parts that it must have.
    Rule: PermenPANRB 53/2014: a performance report has Pendahuluan, Perencanaan Kinerja, Akuntabilitas Kinerja (capaian
        kinerja and realisasi anggaran) and Penutup, and the perjanjian kinerja among its appendices.
    Tolerance: titles are taken by their telling word; a document with fewer than three chapters is a part and is left alone;
        a part that stands in another document of the same satker-year is there, and so is a table that has its caption.
    Wrong: a report that ends with BAB III.
    Right: one that ends with BAB IV PENUTUP.
    Repair: none.
    """
    for document in case.report.dokumen:
        nodes = [b for b in case.report.bab if b.tingkat == 1 and b.dokumen == document.id]
        if "lkj" not in document.jenis or len(nodes) < _WHOLE:
            yield NotEvaluable("the document is not a whole performance report")
            continue
        yield from _missing(case.report, document, nodes)


def _missing(year: LaporanSatker, document: Dokumen, nodes: Sequence[Bab]) -> Iterator[Outcome]:
    parts = [(f"BAB {name}", any(shape.search(n.judul) or _near(name, n.judul) for n in nodes)) for name, shape in _CHAPTERS]
    parts += [
        ("perjanjian kinerja (PK)", bool(year.perjanjian_kinerja)),
        ("tabel capaian kinerja", bool(year.capaian_kinerja)),
        ("realisasi anggaran", bool(year.realisasi_anggaran) or any(k.jenis == "rupiah" for k in year.klaim)),
    ]
    no_tables = not any(table.dokumen == document.id for table in year.tabel)
    titles = [m.keterangan or "" for m in year.sebutan if m.jenis == "judul_tabel" and m.dokumen == document.id]
    for name, present in parts:
        if not present and name in _CAPTIONS and (no_tables or any(_CAPTIONS[name].search(title) for title in titles)):
            yield NotEvaluable("its table, or all tables of the document, could not be read")
        else:
            yield Holds() if present else _finding(name, document, nodes[-1])


def _near(name: str, title: str) -> bool:
    """Whether a heading is this one, misspelled or with look-alike letters."""
    plain = mend_lookalikes(title).lower()
    return any(word.lower() in plain or fuzz.partial_ratio(word.lower(), plain) >= _ALIKE for word in name.split()[:1])


def _finding(name: str, document: Dokumen, last: Bab) -> Finding:
    return Finding(
        id=f"{document.berkas}: {name} tidak ditemukan.",
        en=f"{document.berkas}: {name} is not there.",
        evidence=(Evidence(f"BAB {last.nomor} {last.judul}".strip(), last.sumber),), stated="tidak ada",
    )  # fmt: skip

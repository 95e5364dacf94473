"""What the table of contents and the "sistematika" list, beside the headings that the report has."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, sources_of
from extractor.model import Bab, Sebutan
from extractor.segmenting.outline import first_reading
from extractor.segmenting.wording import squeeze

ALIKE = 80.0
"""Likeness from which an entry and a heading are the same title, slips of the converter included."""
_SHORTEST = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a list, or a heading of the report."""

    level: int
    """0 front and back matter, 1 chapter, 2 section."""
    number: str
    title: str
    chapter: int
    """Position of the chapter it stands in among the chapters; -1 before the first."""
    page: int | None
    """For an entry the page it names, for a heading the page of the PDF it stands on."""
    evidence: Evidence

    @property
    def label(self) -> str:
        """Number and title, for people."""
        return " ".join(part for part in ("BAB" if self.level == 1 and self.number else "", self.number, self.title) if part)


@dataclass(frozen=True, slots=True)
class Listing:
    """One list of one document against its headings."""

    kind: str
    """daftar_isi or sistematika."""
    entries: tuple[Entry, ...]
    headings: tuple[Entry, ...]
    pairs: tuple[tuple[Entry, Entry], ...]
    """Entries with the headings that have their titles."""


def listings(case: Case) -> list[Listing]:
    """The tables of contents and "sistematika" of all documents that have chapters."""
    found = []
    for document in case.report.dokumen:
        headings = tuple(_headings([node for node in case.report.bab if node.dokumen == document.id]))
        for kind in ("daftar_isi", "sistematika"):
            entries = tuple(_entries([m for m in case.report.sebutan if m.jenis == kind and m.dokumen == document.id]))
            if entries and headings:
                found.append(Listing(kind, entries, headings, tuple(_pairs(entries, headings))))
    return found


def alike(one: Entry, other: Entry) -> float:
    """How alike two titles are, 0 to 100; where one was cut by the end of a line, as far as it goes."""
    a, b = squeeze(one.title), squeeze(other.title)
    if min(len(a), len(b)) < _SHORTEST:
        return 100.0 if a == b else 0.0
    short = min(len(a), len(b))
    cut = fuzz.ratio(a[:short], b[:short]) if short >= 0.6 * max(len(a), len(b)) else 0.0
    return max(fuzz.ratio(a, b), cut if cut >= 95 else 0.0)


def _entries(mentions: Sequence[Sebutan]) -> Iterator[Entry]:
    chapter = -1
    for mention in mentions:
        reading = first_reading(mention.teks)
        if reading is None:
            continue
        level = {"bab": 1, "letter": 2, "decimal": 2}.get(reading.style, 0)
        chapter += level == 1
        page = int(mention.nilai) if mention.nilai and mention.nilai.isdecimal() else None
        yield Entry(level, reading.number, reading.title, chapter, page, Evidence(mention.teks, mention.sumber))


def _headings(nodes: Sequence[Bab]) -> Iterator[Entry]:
    chapter = -1
    for node in nodes:
        chapter += node.tingkat == 1
        yield _heading(node, chapter)
        for child in node.anak:
            if child.tingkat == 2:
                yield _heading(child, chapter)


def _heading(node: Bab, chapter: int) -> Entry:
    page = next((source.halaman for source in sources_of(node.sumber)), None)
    number = re.sub(r"\s", "", node.nomor or "")
    evidence = Evidence(" ".join(part for part in (node.nomor, node.judul) if part), node.sumber)
    return Entry(node.tingkat, number, node.judul, chapter, page, evidence)


def _pairs(entries: Sequence[Entry], headings: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Each entry with the most alike heading of its level that no entry has yet; a section only within its chapter."""
    free = list(headings)
    chapters: dict[int, int] = {}
    for entry in sorted(entries, key=lambda e: e.level == 2):
        able = [h for h in free if h.level == entry.level and (entry.level < 2 or chapters.get(entry.chapter, entry.chapter) == h.chapter)]
        best = max(able, key=lambda h: (alike(entry, h), entry.number == h.number), default=None)
        if best is not None and alike(entry, best) >= ALIKE:
            free.remove(best)
            if entry.level == 1:
                chapters[entry.chapter] = best.chapter
            yield entry, best

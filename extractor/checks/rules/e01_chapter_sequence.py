"""E01: the numbers of chapters and tables."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, Finding, Holds, NotEvaluable, Outcome
from extractor.checks.registry import check
from extractor.checks.samples import chapters, report
from extractor.checks.show import short
from extractor.checks.views.names import alike, plain
from extractor.model import Asal, Bab
from extractor.segmenting.numerals import chapter_number
from extractor.segmenting.wording import squeeze

_RENAMED = 80.0
_OTHER_WORD = 70.0
"""Likeness below which a word of one title is none of the other's, slips of the converter included."""
_WORD = 5
"""Letters of a word that says what a table is of."""
_GOES_ON = re.compile(r"\W*\b(?:lanjutan|sambungan)\b.*", re.IGNORECASE)
_THREE = (("I", "PENDAHULUAN"), ("II", "PERENCANAAN KINERJA"), ("III", "AKUNTABILITAS KINERJA"))
_ROMANS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@dataclass(frozen=True, slots=True)
class Caption:
    """The numbered caption of a table."""

    number: str
    title: str
    source: Asal


@check(
    "E01", "chapter_sequence", "peringatan", "Nomor bab terlewat, berulang atau tidak berurutan; nomor subbab atau tabel dipakai dua kali",
    wrong=lambda: report(bab=chapters(*_THREE, ("V", "PENUTUP"))),
    right=lambda: report(bab=chapters(*_THREE, ("IV", "PENUTUP"))),
)  # fmt: skip
def chapter_sequence(case: Case) -> Iterator[Outcome]:
    """A chapter number is skipped, repeated or out of order, or the number of a section or a table is used twice.

    Compares: the number of each BAB with that of the BAB before it in the same document; the numbers of the sections of a
        BAB with each other; the numbers of captions with each other.
    Rule: chapters count I, II, III …; a table is referred to by its number, which therefore stands once (PermenPANRB 53/2014
        gives a report the chapters I to IV).
    Tolerance: a document that holds one chapter only may begin with any number; a caption repeated over a continuing part,
        with the same title, is one table.
    Wrong: BAB III followed by BAB V.
    Right: BAB III followed by BAB IV.
    Repair: the number that follows on the one before, where the table of contents has it too.
    """
    for document in case.report.dokumen:
        yield from _chapters([b for b in case.report.bab if b.tingkat == 1 and b.dokumen == document.id])
        yield from _sections([b for b in case.report.bab if b.tingkat == 1 and b.dokumen == document.id])
        yield from _tables(list(_captions(case, document.id)))


def _chapters(nodes: Sequence[Bab]) -> Iterator[Outcome]:
    before: set[int] = set()
    for at, node in enumerate(nodes):
        reading = chapter_number(node.nomor)
        if reading is None:
            yield NotEvaluable("a chapter has no number")
            before = set()
            continue
        number, expected = reading[0], {value + 1 for value in before}
        if not expected or number in expected:
            yield Holds()
            before = {number}
        else:
            wanted = max(expected)
            yield _finding(nodes[at - 1], node, wanted)
            # The count may go on from the number that should stand here.
            before = {number, wanted}


def _finding(before: Bab, node: Bab, expected: int) -> Finding:
    wanted = _ROMANS[expected] if expected < len(_ROMANS) else str(expected)
    here, there = f"BAB {node.nomor} {short(node.judul)}", f"BAB {before.nomor} {short(before.judul)}"
    return Finding(
        id=f"Sesudah {there} seharusnya BAB {wanted}, tertulis {here}.",
        en=f"{there} should be followed by BAB {wanted}, but {here} is printed.",
        evidence=(Evidence(here, node.sumber), Evidence(there, before.sumber)), stated=node.nomor, computed=wanted,
    )  # fmt: skip


def _sections(nodes: Sequence[Bab]) -> Iterator[Outcome]:
    """Sections of one chapter that have the number of the section before them."""
    for node in nodes:
        children = [child for child in node.anak if child.tingkat == 2 and child.nomor]
        for before, child in pairwise(children):
            if before.nomor != child.nomor:
                yield Holds()
                continue
            titles = (short(child.judul), short(before.judul))
            yield Finding(
                id=f"Nomor subbab {child.nomor} dipakai dua kali: “{titles[1]}” dan “{titles[0]}”.",
                en=f"The section number {child.nomor} stands twice: “{titles[1]}” and “{titles[0]}”.",
                evidence=tuple(Evidence(f"{c.nomor} {c.judul}", c.sumber) for c in (child, before)), stated=child.nomor,
            )  # fmt: skip


def _captions(case: Case, document: str) -> Iterator[Caption]:
    """The captions that the text prints, and those of tables that have theirs inside."""
    printed = [
        Caption(m.teks, m.keterangan or "", m.sumber) for m in case.report.sebutan if m.jenis == "judul_tabel" and m.dokumen == document
    ]
    yield from printed
    known = {caption.number for caption in printed}
    for table in case.report.tabel:
        if table.dokumen == document and table.nomor and _number(table.nomor) not in known:
            yield Caption(_number(table.nomor), table.judul, table.sumber)


def _differ(one: str, other: str) -> bool:
    """Whether two titles are of two tables; a part that goes on may say so."""
    here, there = (_GOES_ON.sub("", title) for title in (one, other))
    return alike(here, there) < _RENAMED or (_has_own_word(here, there) and _has_own_word(there, here))


def _has_own_word(one: str, other: str) -> bool:
    """Whether a word of one title is nothing like any stretch of the other."""
    text = squeeze(other).lower()
    words = [word for word in plain(one).split() if len(word) >= _WORD and word.isalpha()]
    return any(fuzz.partial_ratio(word, text) < _OTHER_WORD for word in words)


def _number(text: str) -> str:
    return re.sub(r"\s", "", text).strip(".")


def _tables(captions: Sequence[Caption]) -> Iterator[Outcome]:
    by_number: dict[str, list[Caption]] = defaultdict(list)
    for caption in captions:
        by_number[caption.number].append(caption)
    for number, same in by_number.items():
        other = next((c for c in same[1:] if c.title and same[0].title and _differ(c.title, same[0].title)), None)
        if other is None:
            yield Holds()
            continue
        titles = (short(same[0].title), short(other.title))
        yield Finding(
            id=f"Nomor Tabel {number} dipakai dua kali: “{titles[0]}” dan “{titles[1]}”.",
            en=f"The number Tabel {number} stands twice: “{titles[0]}” and “{titles[1]}”.",
            evidence=tuple(Evidence(f"Tabel {number} {c.title}".strip(), c.source) for c in (other, same[0])), stated=number,
        )  # fmt: skip

"""E01: the numbers of chapters and tables."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, Finding, Holds, NotEvaluable, Outcome
from extractor.checks.registry import check
from extractor.checks.samples import chapters, report
from extractor.checks.show import short
from extractor.checks.views.names import alike
from extractor.model import Bab, Tabel
from extractor.segmenting.numerals import chapter_number

_RENAMED = 60.0
_THREE = (("I", "PENDAHULUAN"), ("II", "PERENCANAAN KINERJA"), ("III", "AKUNTABILITAS KINERJA"))
_ROMANS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@check(
    "E01", "chapter_sequence", "peringatan", "Nomor bab terlewat, berulang atau tidak berurutan; nomor tabel dipakai dua kali",
    wrong=lambda: report(bab=chapters(*_THREE, ("V", "PENUTUP"))),
    right=lambda: report(bab=chapters(*_THREE, ("IV", "PENUTUP"))),
)  # fmt: skip
def chapter_sequence(case: Case) -> Iterator[Outcome]:
    """A chapter number is skipped, repeated or out of order, or a table number is used twice.

    Compares: the number of each BAB with that of the BAB before it in the same document; the numbers of captions with each
        other.
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
        yield from _tables([t for t in case.report.tabel if t.dokumen == document.id and t.nomor])


def _chapters(nodes: Sequence[Bab]) -> Iterator[Outcome]:
    before: int | None = None
    for at, node in enumerate(nodes):
        reading = chapter_number(node.nomor)
        if reading is None:
            yield NotEvaluable("a chapter has no number")
            before = None
            continue
        number, expected = reading[0], None if before is None else before + 1
        if expected is None or number == expected:
            yield Holds()
        else:
            yield _finding(nodes[at - 1], node, expected)
        before = number


def _finding(before: Bab, node: Bab, expected: int) -> Finding:
    wanted = _ROMANS[expected] if expected < len(_ROMANS) else str(expected)
    here, there = f"BAB {node.nomor} {short(node.judul)}", f"BAB {before.nomor} {short(before.judul)}"
    return Finding(
        id=f"Sesudah {there} seharusnya BAB {wanted}, tertulis {here}.",
        en=f"{there} should be followed by BAB {wanted}, but {here} is printed.",
        evidence=(Evidence(here, node.sumber), Evidence(there, before.sumber)), stated=node.nomor, computed=wanted,
    )  # fmt: skip


def _tables(tables: Sequence[Tabel]) -> Iterator[Outcome]:
    by_number: dict[str, list[Tabel]] = defaultdict(list)
    for table in tables:
        by_number[re.sub(r"\s", "", table.nomor).strip(".")].append(table)
    for number, same in by_number.items():
        other = next((t for t in same[1:] if t.judul and same[0].judul and alike(t.judul, same[0].judul) < _RENAMED), None)
        if other is None:
            yield Holds()
            continue
        titles = (short(same[0].judul), short(other.judul))
        yield Finding(
            id=f"Nomor Tabel {number} dipakai dua kali: “{titles[0]}” dan “{titles[1]}”.",
            en=f"The number Tabel {number} stands twice: “{titles[0]}” and “{titles[1]}”.",
            evidence=tuple(Evidence(f"Tabel {number} {t.judul}", t.sumber) for t in (other, same[0])), stated=number,
        )  # fmt: skip

"""F01: figures that cannot be read."""

import re
from collections.abc import Iterator

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, Finding, Holds, Outcome
from extractor.checks.registry import check
from extractor.checks.samples import report, spending
from extractor.checks.show import short
from extractor.checks.views.budget import budget

_FIGURE = re.compile(r"\W*(?:Rp\.?|IDR)?[\s\d.,:;/()-]*\d[\s\d.,:;/()-]*", re.IGNORECASE)
_MIXED = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?:\.[0-9]{3}(?=[0-9.]*,[0-9]{3})|,[0-9]{3}(?=[0-9,]*\.[0-9]{3}))(?:[.,][0-9]{3})+(?![0-9])")
"""Groups of three parted by dots and by commas in one figure."""
_TWO_UNITS = re.compile(r"\W*Rp\b[\s.,]*[0-9]{1,3}(?:[.,][0-9]{1,3})?\s*%\W*", re.IGNORECASE)
"""A percent that carries the sign of an amount."""
_FEWEST = 4

_TWO = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{3}){2,}(?:,[0-9]{2})?\s+[0-9]{1,3}(?:[.,][0-9]{3}){2,}")
"""Two whole amounts side by side are those of two cells."""


@check(
    "F01", "malformed_number", "peringatan", "Angka yang pemisahnya tidak dapat dibaca dengan pasti",
    wrong=lambda: report(realisasi_anggaran=[spending([("Logistik", "kegiatan", "1.25.000.00", "900.000", "")])]),
    right=lambda: report(realisasi_anggaran=[spending([("Logistik", "kegiatan", "1.250.000", "900.000", "")])]),
)  # fmt: skip
def malformed_number(case: Case) -> Iterator[Outcome]:
    """The separators of a figure admit no reading.

    Compares: every amount of a budget line with the ways of writing an amount: groups of three digits parted by dots, by
        commas or by both, decimals, blanks left by wrapping; every percent with its sign.
    Rule: EYD V (Permendikbudristek 0424/I/BS.00.01/2022): thousands are parted by dots, decimals by a comma.
    Tolerance: either separator alone is read, and so are endings such as ",-", ".-" and ",00"; both between groups of three
        in one figure, and what admits no reading, count.
    Wrong: 1.25.000.00.
    Right: 1.250.000.
    Repair: the reading that its percent, total or twin calls for, where there is one.
    """
    for line in case.view(budget):
        if line.persen is not None and _TWO_UNITS.fullmatch(line.persen.raw):
            yield _two_units(line.persen, line.label)
        for evidence in (line.pagu, line.realisasi):
            if evidence is None:
                continue
            if evidence.value is not None and not _MIXED.search(evidence.raw):
                yield Holds((evidence,))
            elif not _TWO.search(evidence.raw) and _FIGURE.fullmatch(evidence.raw) and sum(ch.isdigit() for ch in evidence.raw) >= _FEWEST:
                yield _finding(evidence, line.label)


def _two_units(evidence: Evidence, label: str) -> Finding:
    raw, name = short(evidence.raw), short(label)
    return Finding(
        id=f"{name}: “{raw}” memakai satuan rupiah dan persen sekaligus.", en=f"{name}: “{raw}” is marked as rupiah and as a percent.",
        evidence=(evidence,), stated=evidence.raw, computed=evidence.value,
    )  # fmt: skip


def _finding(evidence: Evidence, label: str) -> Finding:
    raw, name = short(evidence.raw), short(label)
    return Finding(
        id=f"{name}: angka “{raw}” tidak dapat dibaca dengan pasti.",
        en=f"{name}: the figure “{raw}” cannot be read with certainty.",
        evidence=(evidence,), stated=evidence.raw, computed=evidence.value,
    )  # fmt: skip

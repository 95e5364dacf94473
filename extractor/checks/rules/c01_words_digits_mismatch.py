"""C01: figures against their words in brackets."""

import re
from collections.abc import Iterator

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, Finding, Holds, NotEvaluable, Outcome
from extractor.checks.registry import check
from extractor.checks.samples import claim, report
from extractor.checks.show import short, with_unit
from extractor.checks.views.cells import at_cell
from extractor.model import Asal, Tabel
from extractor.values.numbers import read_amount, read_number
from extractor.values.rounding import Interval
from extractor.values.terbilang import is_numeral, read_terbilang, write_terbilang

_IN_CELL = re.compile(r"(?P<figure>(?:Rp\.?\s*)?[0-9][0-9.,]*(?:,-|\.-)?)\s*\((?P<words>[A-Za-z][A-Za-z ,-]{2,200})\)")

_WORD = re.compile(r"[^\W\d_]+")
_MONEY = frozenset({"rupiah", "rp", "dan", "terbilang"})
_TOLD = 60
"""Letters of the words, counted from their end, that a message repeats."""


@check(
    "C01", "words_digits_mismatch", "galat", "Angka berbeda dari terbilangnya",
    wrong=lambda: report(klaim=[claim("Jumlah PNS sebanyak 9 (sepuluh) orang.", "9", 9, "sepuluh")]),
    right=lambda: report(klaim=[claim("Jumlah PNS sebanyak 9 (sembilan) orang.", "9", 9, "sembilan")]),
)  # fmt: skip
def words_digits_mismatch(case: Case) -> Iterator[Outcome]:
    """An amount or count differs from its words in brackets.

    Compares: every figure in prose or in a table's cell that is followed by its words in brackets with these words.
    Rule: digits and words state one number; the words are there to secure the digits.
    Tolerance: each word may be one letter off, "milyar" is "miliar", "rupiah" may be missing; sen are disregarded. Words that
        are no number together are told, as a warning, where each of them is a numeral.
    Wrong: 9 (sepuluh).
    Right: 9 (sembilan).
    Repair: the side that a list, a table or another sentence confirms; where none does, none is proposed.
    """
    for item in case.report.klaim:
        if item.terbilang is not None:
            value = item.nilai.nilai
            yield _compared(item.nilai.mentah, None if value is None else int(value), item.terbilang.mentah, item.terbilang.nilai,
                            item.nilai.sumber or item.sumber, item.subjek or item.kalimat, item.jenis == "rupiah")  # fmt: skip
    for table in case.report.tabel:
        yield from _in_cells(table)


def _in_cells(table: Tabel) -> Iterator[Outcome]:
    for index, (row, place) in enumerate(zip(table.baris, table.sumber_baris, strict=False)):
        found = ((column, cell, match) for column, cell in enumerate(row) for match in _IN_CELL.finditer(cell))
        for column, cell, match in found:
            rupiah = match["figure"].startswith("Rp")
            value = read_amount(match["figure"]) if rupiah else read_number(match["figure"])
            words = read_terbilang(match["words"])
            if isinstance(value, int) and words is not None:
                yield _compared(match["figure"], value, match["words"], words, at_cell(table.id, place, index, column), cell, rupiah)


def _is_word_of_number(word: str) -> bool:
    return word.lower() in _MONEY or is_numeral(word)


def _no_number(raw: str, value: int, words: str, evidence: tuple[Evidence, ...], subject: str) -> Finding:
    """Words each of which belongs to a number, but which together are none: "tiga puluh tiga sembilan ribu"."""
    return Finding(
        id=f"{short(subject)}: terbilang dari {raw} (“…{words[-_TOLD:]}”) bukan bilangan yang utuh.",
        en=f"{short(subject)}: the words for {raw} (“…{words[-_TOLD:]}”) are no whole number.",
        evidence=evidence, stated=value, computed=words, unit="rupiah", severity="peringatan", weight=5,
    )  # fmt: skip


def _breaks_off(words: str, value: int) -> bool:
    """Whether the words are the beginning of the right ones: the end of a line or page has cut them."""
    said, whole = _WORD.findall(words.lower()), _WORD.findall(write_terbilang(value))
    return len(said) > 1 and len(said) < len(whole) and whole[: len(said)] == said


def _compared(raw: str, value: int | None, words: str, spelled: int | None, place: Asal, subject: str, rupiah: bool) -> Outcome:
    evidence = (Evidence(raw, place, value, subject), Evidence(f"{raw} ({words})", place, spelled, subject))
    if value is not None and spelled is None and rupiah and all(map(_is_word_of_number, _WORD.findall(words))):
        return _no_number(raw, value, words, evidence, subject)
    if value is None or spelled is None:
        return NotEvaluable("the figure or its words cannot be read")
    if value == spelled:
        return Holds(evidence)
    if _breaks_off(words, value):
        return NotEvaluable("the words break off")
    unit = "rupiah" if rupiah else None
    figures = (with_unit(value, unit), with_unit(spelled, unit))
    return Finding(
        id=f"{short(subject)}: tertulis {figures[0]}, terbilang “{short(words)}” = {figures[1]}.",
        en=f"{short(subject)}: stated as {figures[0]}, in words “{short(words)}” = {figures[1]}.",
        evidence=evidence, stated=value, computed=spelled, unit=unit, weight=10,
        implied={evidence[0].key: Interval.exactly(spelled)},
    )  # fmt: skip

"""Targets, realisations and achievements: percents, numbers, predicates and quantities with their unit."""

import re
from decimal import Decimal
from typing import Literal, NamedTuple

from extractor.values.numbers import is_empty, read_number, read_percent

Jenis = Literal["persen", "angka", "predikat", "jumlah", "kosong", "lain"]


class TargetReading(NamedTuple):
    """What a target cell says."""

    jenis: Jenis
    nilai: int | Decimal | str | None
    satuan: str | None


# Grades of PermenPANRB 88/2021 (AKIP), opinions of the BPK, and the words used for both.
_GRADES = {"AA", "A", "BB", "B", "CC", "C", "D", "E"}
_OPINIONS = {"WTP", "WDP", "TMP", "TW", "WTP-DPP", "WTP DPP"}
_PREDICATE_WORDS = {
    "sangat memuaskan", "memuaskan", "sangat baik", "baik", "baik sekali", "amat baik", "cukup baik", "cukup", "agak kurang", "kurang",
    "kurang baik", "sangat kurang", "buruk", "istimewa", "unggul", "sangat tinggi", "tinggi", "sedang", "rendah", "sangat rendah",
    "tercapai", "tidak tercapai", "belum tercapai", "melampaui", "melampaui target", "terlaksana", "belum terlaksana", "tidak terlaksana",
    "informatif", "cukup informatif", "kurang informatif", "menuju informatif", "tidak informatif", "wajar tanpa pengecualian",
    "wajar dengan pengecualian", "tidak wajar", "tidak memberikan pendapat", "berhasil", "sangat berhasil", "cukup berhasil",
    "tidak berhasil", "sesuai", "tepat waktu", "selesai", "memenuhi",
}  # fmt: skip

_PERCENT_WORD = re.compile(r"\bpers[ea]n\b", re.IGNORECASE)
_BARE_FIGURE = re.compile(r"[-+]?[0-9]+(?:[.,][0-9]+)*[.,;]?")
_BOUND = re.compile(r"^(?:[<>≥≤±=~]+|min(?:imal|\.)?|maks(?:imal|\.)?|sebesar|minimum|maksimum)\s*", re.IGNORECASE)
_RANGE = re.compile(r"[0-9]\s*%?\s*(?:-|–|—|s\.?\s?/?\s?d\.?|sampai(?: dengan)?|hingga)\s*[<>≤≥]?\s*[0-9]", re.IGNORECASE)
_TWO_FIGURES = re.compile(r"%\s*[0-9]")
"""A percent and another figure behind it, as where two lines of a cell became one."""
_FIGURE = r"[0-9]+(?:[.,][0-9]+)*"
_RATE = r"per\s+[0-9.]+(?:\s+[^\W\d_][^0-9()]*?)?"
"""A unit that counts among many: "per 100.000 KH"."""
_QUANTITY = re.compile(rf"(?P<figure>{_FIGURE})\s*(?:\([a-z ]+\)\s*)?(?P<unit>[^\W\d_][^0-9()]*?[²³]?|{_RATE})[\s.,;]*", re.IGNORECASE)
_GRADED = re.compile(
    rf"(?P<figure>{_FIGURE})\s*[(/]\s*(?P<grade>[A-Za-z .]+?)\s*\)?|(?P<grade2>[A-Z]{{1,3}})\s*\(\s*(?P<figure2>{_FIGURE})\s*\)"
)


def read_target(text: str) -> TargetReading:
    """The kind, value and unit of a target cell.

    "85%" is persen, "79" angka, "WTP" predikat, "12 Laporan" jumlah with the unit "Laporan", "-" kosong; ranges and
    anything else are lain. A number with its grade, as "64 (B)", is angka with the grade as its unit.
    """
    plain = " ".join(text.split())
    if is_empty(plain):
        return TargetReading("kosong", None, None)
    predicate = _predicate(plain)
    if predicate:
        return TargetReading("predikat", predicate, None)
    if _RANGE.search(plain):
        return TargetReading("lain", None, None)
    return _figure(_BOUND.sub("", plain))


def _figure(plain: str) -> TargetReading:
    if _TWO_FIGURES.search(plain):
        return TargetReading("lain", None, None)
    if "%" in plain or _PERCENT_WORD.search(plain):
        percent = read_percent(plain)
        return TargetReading("lain", None, None) if percent is None else TargetReading("persen", percent, "%")
    graded = _GRADED.fullmatch(plain)
    if graded and (grade := _predicate(graded["grade"] or graded["grade2"])):
        return _numbered(graded["figure"] or graded["figure2"], "angka", grade)
    if _BARE_FIGURE.fullmatch(plain):
        return _numbered(plain.rstrip(".,;"), "angka", None)
    quantity = _QUANTITY.fullmatch(plain)
    if quantity:
        return _numbered(quantity["figure"], "jumlah", quantity["unit"].strip())
    return TargetReading("lain", None, None)


def _numbered(figure: str, jenis: Jenis, unit: str | None) -> TargetReading:
    value = read_number(figure)
    if value is None:
        value = read_percent(figure)
    return TargetReading("lain", None, None) if value is None else TargetReading(jenis, value, unit)


def _predicate(text: str) -> str | None:
    """The predicate a text names, in its usual spelling, or None."""
    bare = text.strip(" .,;:\"'()").removeprefix("Predikat ").removeprefix("Opini ").strip()
    if bare in _GRADES or bare.upper() in _OPINIONS:
        return bare.upper()
    return bare if bare.lower() in _PREDICATE_WORDS else None

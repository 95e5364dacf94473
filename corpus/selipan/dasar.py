"""What all slips share: how a wrong figure looks, and how a slip is listed."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Any, TypeAlias

from corpus.isi.draf import Bagian, Isi
from corpus.isi.penulis import Penulis

Selip: TypeAlias = Callable[[Penulis, Random], Isi | None]
"""Plants one slip and says what it did; None where the report offers no place for it."""

NAMA = {
    "A01": "sum_mismatch", "A02": "percent_mismatch", "A03": "achievement_mismatch", "A04": "realisasi_gt_pagu", "A05": "magnitude",
    "B01": "cross_table_mismatch", "B02": "target_mismatch", "B03": "indicator_missing", "B04": "cascade_mismatch",
    "C01": "words_digits_mismatch", "C02": "text_table_mismatch", "D01": "count_mismatch", "D02": "nip_malformed", "D03": "nip_birthdate",
    "D04": "nip_gender", "D05": "nip_duplicate", "D06": "rank_mismatch", "E01": "chapter_sequence", "E02": "toc_mismatch",
    "E03": "satker_mismatch", "E04": "year_mismatch", "E05": "date_mismatch", "E06": "name_mismatch", "E07": "missing_section",
    "E08": "duplicate_code", "F01": "malformed_number", "F02": "missing_value",
}  # fmt: skip
"""Slug of each code."""


def temuan(kode: str, uraian: str, parts: Sequence[Bagian], dinyatakan: Any, dihitung: Any, **more: Any) -> Isi:
    """One planted slip; ``parts`` are the places concerned, the wrong one first."""
    found = {"kode": kode, "nama": NAMA[kode], "uraian": uraian, "dinyatakan": dinyatakan, "dihitung": dihitung, **more}
    numbers = [value for value in (dinyatakan, dihitung) if isinstance(value, (int, float)) and not isinstance(value, bool)]
    found["selisih"] = round(numbers[0] - numbers[1], 6) if len(numbers) == 2 else None
    found["_bagian"] = list(parts)
    return found


def salah_angka(draw: Random, value: int) -> int:
    """An amount with two neighbouring digits exchanged or one digit misread, never the same."""
    digits = list(str(value))
    pairs = [n for n in range(1, len(digits) - 1) if digits[n] != digits[n + 1]]
    if pairs and draw.random() < 0.6:
        at = draw.choice(pairs)
        digits[at], digits[at + 1] = digits[at + 1], digits[at]
    else:
        places = [n for n in range(1, len(digits)) if digits[n] != "0"] or [len(digits) - 1]
        at = draw.choice(places)
        digits[at] = draw.choice([d for d in "123456789" if d != digits[at]])
    return int("".join(digits))


def pilih(draw: Random, options: Sequence[Any]) -> Any | None:
    """One of them, or None of nothing."""
    return draw.choice(options) if options else None


def bebas(row: Isi) -> bool:
    """Whether no slip has been planted on a row yet."""
    return "_selip" not in row

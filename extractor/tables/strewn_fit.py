"""How well a text fits into a column, by what cells of its role look like."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from typing import Final

from extractor.tables.profile import looks
from extractor.tables.strewn_model import Lost

_ATOMIC: Final = {"amount": 3.0, "percent": 2.0, "nip": 3.0, "code": 2.0, "date": 2.0, "tick": 2.0, "ordinal": 1.5, "number": 1.5,
                  "quantity": 1.5, "grade": 1.5, "range": 1.5, "currency": 1.5}  # fmt: skip
"""What a value adds that looks as those of its column do."""
STRANGE: Final = -4.0
"""What a text takes away that cannot be in the column."""
WORDS: Final = frozenset({"text", "long", "name"})
"""Looks of columns whose texts may run over several lines."""
_TEXT: Final = 0.4
_OWN: Final = 1.5
MEASURED: Final = frozenset({"percent", "quantity", "number", "grade"})
"""Looks of targets and of what was reached."""
_EMPTY: Final = 0.4
_RANK: Final = r"(?:Pembina|Penata|Pengatur|Juru)(?:,?$| Utama| Muda| Madya| T(?:k|ingkat)|,? \(?I)"
_RANK_ALONE: Final = re.compile(rf"{_RANK}.*")
_PART_OF_DATE: Final = re.compile(r"\d{1,2}(?:[-/ ]?[A-Za-z]{3,10})?[-/ ]?|\d{1,2}/\d{1,2}/?")
_MONTHS: Final = "Januari|Februari|Pebruari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Nopember|Desember"
_MONTH: Final = re.compile(rf"(?:{_MONTHS}|Jan|Feb|Mar|Apr|Jun|Jul|Agu|Ags|Sep|Okt|Nov|Des)[-/ ]?(?:(?:19|20)\d\d)?")
"""A month, alone or with its year, where the lines of a date are read apart."""
_DATE_WITHOUT: Final = re.compile(r"(\d{1,2})-?([A-Z][a-z]{2,8})-?(\d{4})")
"""A date whose hyphen at the end of a line got lost."""
_SHAPES: Final = {
    "golongan": re.compile(
        r"\(?(?:I{1,3}|IV)\s?/\s?[a-eA-E]\)?|(?:Pembina|Penata|Pengatur|Juru)\b.*\b(?:I{1,3}|IV)\s?/\s?[a-e]\b.*|[IVX]{1,5}"
    ),
    "pangkat": re.compile(rf"{_RANK}.*"),
    "pendidikan": re.compile(
        r"(?:S|D)\s?[-.]?\s?(?:[1-4]|I{1,3}V?|IV)\b.*|SLTA.*|SMA.*|SMK.*|SLTP.*|SMP.*|SD|Diploma.*|Sarjana.*|Magister.*|Doktor.*"
    ),
    "jenis_kelamin": re.compile(r"[LP]|Laki-?\s?laki|Perempuan|Pria|Wanita"),
    "status": re.compile(r"C?PNS|PPPK|P3K|PPNPN|ASN|Honorer|Kontrak|Non.*"),
    "satuan": re.compile(r"%|[A-Za-z²³/]+(?:\s[A-Za-z/]+)?"),
}
"""How the cells of some roles look that have no look of their own."""
_JUDGED: Final = re.compile(r"Tercapai|(?:Belum|Tidak|Sudah|Telah) [Tt]ercapai|(?:Melampaui|Melebihi|Sesuai|Di ?bawah)(?: [Tt]arget)?")
_JUDGING: Final = re.compile(r"Belum|Tidak|Sudah|Telah")
"""What is said of a grade that was reached or not, which has no share; and the first word of it."""
UNITS: Final = frozenset(("%", "nilai", "persen", "indeks", "skor"))
"""Units that are headers elsewhere, or the beginning of an indicator."""
VALUED: Final = ("golongan", "jenis_kelamin", "pendidikan", "status")
"""Roles whose values may be headers elsewhere."""
_MEASURED: Final = frozenset({"percent", "quantity", "number", "grade", "range", "amount"})
NUMBERED: Final = re.compile(r"^[1-9]\d?[.)] ")
"""The running number that stands before a text."""
SHARES: Final = {"capaian": "target", "persen": "pagu"}
"""Columns of shares, and of what they are a share."""
_SPENT: Final = (Decimal("0.3"), Decimal("1.02"))
_REACHED: Final = (Decimal("0.3"), Decimal(3))
"""What is spent of a budget, and reached of a target, as shares of these."""
_MONEY: Final = re.compile(r"Rp|\d[.,]\s?\d{3}\s?[.,]\s?\d{3}|,-")
_HEADS: Final = ("status", "pangkat", "pendidikan", "nama")
_DIGITS: Final = re.compile(r"[\d .]{4,}")
_STARTED: Final = re.compile(r"(?:Rp\.?\s?)?\d{1,3}(?:[.,]\d{3})*[.,]\d{1,2}")
_FIGURE: Final = re.compile(r"(?:Rp\.?\s?)?(\d[\d.,]*)")
_CODED: Final = re.compile(r"(?:\d{1,2}|[A-Z]{2,3}|\d{4})(?:\.[\dA-Z]{1,4})+\s+[A-Z]")
_BEHIND_CODE: Final = re.compile(r"^\d{1,2}(?:\.\d{1,2}){2,}(?:\.\d{4})?\s+(?=[A-Z])")
"""A budget code before the words that it stands for."""
_DECIMAL: Final = re.compile(r"\d{1,3}[.,]\d{1,2}\s?%?")
_LONGEST: Final = 40
_NEAR: Final = Decimal("1.1")
"""How far a printed share may be from the right one, in units of its last digit; some are cut off, not rounded."""


def looks_of(text: str) -> frozenset[str]:
    """The content profiles of a text; a running number or a budget code before words does not make it a quantity."""
    return frozenset({"date"}) if _DATE_WITHOUT.fullmatch(text) else looks(_BEHIND_CODE.sub("", NUMBERED.sub("", text)))


def fits(column: Lost, text: str) -> float:
    """Evidence that this text is a whole cell of the column; STRANGE where it cannot be."""
    seen, wanted = looks_of(text), frozenset(column.role.looks)
    if "empty" in seen:
        return STRANGE if column.spans else _EMPTY
    shape = _SHAPES.get(column.role.name)
    if shape is not None:
        if column.role.name == "golongan" and _RANK_ALONE.fullmatch(text) and not shape.fullmatch(text):
            return _TEXT
        return _OWN if shape.fullmatch(text) and len(text) <= _LONGEST else STRANGE
    if not wanted & WORDS:
        return _fits_judgement(text) if has_shape(column.role.name, text) else _fits_value(text, seen, wanted)
    if seen & (_MEASURED | {"nip", "date", "ordinal", "code"}) and "grade" not in seen:
        return STRANGE
    return _TEXT + (_OWN if _CODED.match(text) else 0.0)


def _fits_judgement(text: str) -> float:
    return _OWN if _JUDGED.fullmatch(text) else 0.0


def _fits_value(text: str, seen: frozenset[str], wanted: frozenset[str]) -> float:
    common = seen & wanted
    if "nip" in wanted and "nip" not in seen:
        return 0.0 if _DIGITS.fullmatch(text) else STRANGE
    if "date" in wanted and not common:
        return 0.0 if _PART_OF_DATE.fullmatch(text) else STRANGE
    if wanted == {"code"} and _DECIMAL.fullmatch(text):
        return STRANGE
    if wanted == {"amount"} and "amount" not in seen:
        return 0.0 if _STARTED.fullmatch(text) or text == "0" else STRANGE
    return max((_ATOMIC.get(name, 1.0) for name in common), default=STRANGE)


def is_money(text: str) -> bool:
    """Whether a text can only be an amount of money, not a target of thousands."""
    return "amount" in looks(text) and _MONEY.search(text) is not None


def has_shape(role: str, text: str) -> bool:
    """Whether a text can only be a value of this role of staff: a grade, a level of education, a sex, a status; or a unit,
    or a word for what was reached."""
    if role == "satuan":
        return text.lower() in UNITS
    if role == "capaian":
        return (_JUDGED.fullmatch(text) or _JUDGING.fullmatch(text)) is not None
    return role in VALUED and len(text) <= _LONGEST and _SHAPES[role].fullmatch(text) is not None


def is_month(text: str) -> bool:
    """Whether a text is the rest of a date that begins with a month."""
    return _MONTH.fullmatch(text) is not None


def is_value_of(role: str, text: str) -> bool:
    """Whether a text has the shape of the values of one of the roles ``VALUED``."""
    return _SHAPES[role].fullmatch(text) is not None and not any(text.lower().startswith(word) for word in _HEADS)


def ratio_agrees(whole: str, part: str, share: str) -> bool | None:
    """Whether a share in per cent is that of two figures; None where they are no figures."""
    found = [_figure(text) for text in (whole, part, share)]
    if any(figure is None for figure in found) or not found[0]:
        return None
    base, value, percent = (figure or Decimal(0) for figure in found)
    exponent = percent.as_tuple().exponent
    return abs(100 * value / base - percent) <= _NEAR * Decimal(10) ** (exponent if isinstance(exponent, int) else 0)


def ratio_columns(names: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """The columns of each whole, part and share that stand together."""
    for at, name in enumerate(names):
        before = names[:at]
        if name in SHARES and SHARES[name] in before and "realisasi" in before:
            yield at - 1 - before[::-1].index(SHARES[name]), at - 1 - before[::-1].index("realisasi"), at


def is_likely_part(whole: str, part: str) -> bool | None:
    """Whether one figure may be what was reached or spent of another one; None where they are no figures."""
    base, value = _figure(whole), _figure(part)
    if not base or value is None:
        return None
    least, most = _SPENT if is_money(whole) else _REACHED
    return least * base <= value <= most * base


def _figure(text: str) -> Decimal | None:
    """The figure that a cell begins with; three digits behind a mark that is not alone are a group."""
    match = _FIGURE.match(text.replace(" ", "") if "amount" in looks(text) else text)
    if match is None:
        return None
    digits = match[1].strip(".,")
    head, _, tail = digits.replace(",", ".").rpartition(".")
    grouped = "amount" in looks(text) and len(tail) != 2
    plain = digits.replace(",", "").replace(".", "") if grouped or not head else f"{head.replace('.', '')}.{tail}"
    try:
        return Decimal(plain)
    except InvalidOperation:
        return None

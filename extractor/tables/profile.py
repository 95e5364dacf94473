"""What cells look like: content profiles that serve as evidence beside the header words."""

import itertools
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

_MONEY = re.compile(
    r"^\(?(?:rp\.?|idr)?\s*-?\d{1,3}(?:\s?[.,]\s?\d{3}){1,5}(?:[.,]\d{1,2})?\s*(?:[.,]?-+|[.,])?\)?"
    r"(?:\s*\(\d{1,3}(?:[.,]\d+)?\s?%?\))?$",
    re.IGNORECASE,
)
_LONE_MONEY = re.compile(r"^(?:rp\.?|idr)\s*\d*$", re.IGNORECASE)
_PERCENT = re.compile(r"^(?:rp\.?)?\s*[<>≥≤=±]?\s*\(?-?\d{1,4}(?:[.,]\d+)?\s*%\)?$|^%\s?\d{0,3}$")
_NUMBER = re.compile(r"^[<>≥≤±]?\s*-?\d{1,4}(?:[.,]\d{1,4})?$")
_ORDINAL = re.compile(r"^\(?(?:\d{1,3}|[A-Za-z]|[IVX]{1,5})[.)]{0,2}$")
_CODE = re.compile(r"^(?:\d{2,4}|[A-Z]{2,3}|\d{1,2})(?:\s?[.,]\s?(?:\d{1,6}|[A-Z]{1,3}|\d[A-Z]))+\.?$|^(?:CQ|WA)\.?$|^\d{4}$")
_TICK = re.compile(r"^[√✓✔☑●•■xXvV]$")
_NIP = re.compile(r"^(?:\d[\s.]?){18}$")
_MONTH = r"(?:jan|feb|peb|mar|apr|mei|jun|jul|ag|sep|okt|oct|nov|nop|des|dec)[a-z]{0,7}"
_DATE = re.compile(rf"^\d{{1,2}}\s?[-/. ]\s?(?:\d{{1,2}}|{_MONTH})\.?\s?[-/. ]\s?(?:19|20)?\d{{2}}$", re.IGNORECASE)
_YEAR = re.compile(r"^(?:19|20)\d{2}$")
_QUANTITY = re.compile(r"^[<>≥≤]?\s?\d(?:[\d.,]*\d)?\s?(?:[A-Za-z²³/]+[23]?)(?:\s[A-Za-z/]+){0,3}\.?$")
_RANGE = re.compile(r"^[<>≥≤]?\s?\d+(?:[.,]\d+)?\s?%?\s?(?:-|–|—|s\.?\s?d\.?|sampai)\s?[<>≤]?\d+(?:[.,]\d+)?\s?%?$", re.IGNORECASE)
_GRADE = re.compile(r"^(?:AA|A|BB|B|CC|C|D|WTP|WDP|TMP|TW|NA|N/A|n/a|na|Proses|Tercapai|Tidak Tercapai|Baik|Sangat Baik)$")

ATOMIC = frozenset({"amount", "percent", "number", "tick", "nip", "date", "grade", "quantity", "range", "ordinal"})
"""Looks of cells that hold one value and do not wrap."""


_SAYS = re.compile(r"[^\W_]|[%√✓✔☑●•■]")
_DIGIT = re.compile(r"\d")
_FIGURE = re.compile(r"(?:rp\.?)?[\d.,\s]+(?:%|[.,]?-)?", re.IGNORECASE)
_CUT = re.compile(r"(?<=[\d.,])\s(?=[\d.,])")
"""Where a narrow column has cut a figure."""


@lru_cache(maxsize=65536)
def looks(text: str) -> frozenset[str]:
    """The content profiles that one cell's text fits; {"empty"} for blanks and dashes."""
    text = " ".join(text.split())
    if not _SAYS.search(text):
        return frozenset({"empty"})
    if _FIGURE.fullmatch(text):
        text = _CUT.sub("", text)
    fitting = _PATTERNS if _DIGIT.search(text) else _WITHOUT_DIGIT
    found = {name for name, pattern in fitting.items() if pattern.match(text)}
    if not found & ATOMIC:
        found.add("text")
        if len(text) > 24 or text.count(" ") >= 3:
            found.add("long")
    if text[:1].isupper() and 1 <= text.count(" ") <= 6 and not any(map(str.isdigit, text)):
        found.add("name")
    return frozenset(found)


_PATTERNS = {
    "amount": _MONEY,
    "currency": _LONE_MONEY,
    "percent": _PERCENT,
    "number": _NUMBER,
    "ordinal": _ORDINAL,
    "code": _CODE,
    "tick": _TICK,
    "nip": _NIP,
    "date": _DATE,
    "year": _YEAR,
    "quantity": _QUANTITY,
    "grade": _GRADE,
    "range": _RANGE,
}
_WITHOUT_DIGIT = {name: _PATTERNS[name] for name in ("currency", "percent", "ordinal", "code", "tick", "grade")}
"""The profiles that a text without a digit may fit."""


def shares(texts: Iterable[str]) -> dict[str, float]:
    """For each look the share of the non-empty cells that fit it; "filled" is the share of cells that are not empty."""
    seen = [looks(t) for t in texts]
    filled = [s for s in seen if "empty" not in s]
    if not filled:
        return {"filled": 0.0}
    names = frozenset().union(*filled)
    result = {name: sum(name in s for s in filled) / len(filled) for name in names}
    result["filled"] = len(filled) / len(seen)
    return result


_INDEX = re.compile(r"[^\w%]*(\d{1,2})[^\w%]*(?:=[\W\dxX]*)?")
"""The number of a column, with the formula that it is computed by, if any: "(6) = (5) / (4) x 100%"."""


def is_index_row(texts: Sequence[str]) -> bool:
    """A row of column numbers: "(1) (2) (3)" or "1 2 3 4 5", gaps allowed; those that begin under a later column are quarters."""
    numbers: list[int] = []
    for text in texts:
        squeezed = "".join(text.split())
        match = _INDEX.fullmatch(squeezed)
        if match:
            numbers.append(int(match[1]))
        elif squeezed:
            return False
    later = len(texts) > 2 and not any(t.strip() for t in texts[:2])
    if len(numbers) < 2 or (later and "".join(next(t for t in texts if t.strip()).split()) == "1"):
        return False
    steps = sum(b - a in (1, 2) for a, b in itertools.pairwise(numbers))
    return numbers[0] <= 3 and max(numbers) <= 40 and steps >= max(1, 0.6 * (len(numbers) - 1))


def is_index_rest(texts: Sequence[str]) -> bool:
    """What a converter left of a row of column numbers: nothing but one or two small numbers."""
    filled = [t for t in texts if t.strip()]
    return 0 < len(filled) <= 2 and all(_INDEX.fullmatch(t) for t in filled)


def completes_labels(above: Sequence[Sequence[str]], texts: Sequence[str]) -> bool:
    """Numbers that end the labels above them, cut by narrow columns, and count no columns: "2 3 4" below "T T T", "0 1 2" below "1 1 1"."""
    filled = [c for c, text in enumerate(texts) if text.strip()]
    labels = [next((row[c].strip() for row in reversed(above) if c < len(row) and row[c].strip()), "") for c in filled]
    return len(set(labels)) == 1 < len(labels) and (labels[0].isalpha() or labels[0] == "1") and len(labels[0]) <= _LABEL


_LABEL = 2
"""Letters that the label of a period has at most where its number does not fit beside it."""

_NO_LETTER = re.compile(r"[^a-z]+")
_TOTAL = re.compile(
    r"(?:sub|grand)?(?:jumlah|total|jumlsh|jml)(?:total|anggaran|keseluruhan|seluruh(?:nya)?|pagu|belanja|umum|semua)?(?:rp)?"
)


@lru_cache(maxsize=16384)
def is_total_label(text: str) -> bool:
    """The label of a sum row: JUMLAH, TOTAL, Jumlah Anggaran …"""
    return _TOTAL.fullmatch(_NO_LETTER.sub("", text.lower())) is not None


_TOTAL_OF = re.compile(r"\W*(?:sub\W?)?(?:jumlah|total)\s+(?P<name>\S.*)", re.IGNORECASE)
_MARK = re.compile(r"[IVX]+|[A-Z]|\d{1,2}")
_LEAST_NAME = 8
"""Letters from which a text that opens a label is no chance."""


def is_total_of(text: str, above: Iterable[str]) -> bool:
    """The label of a sum row that says of what: "JUMLAH II", or "Jumlah Program A" below a cell "Program A", which a page may cut."""
    match = _TOTAL_OF.fullmatch(" ".join(text.split()))
    if match is None:
        return False
    name = _folded(match["name"])
    return _MARK.fullmatch(match["name"]) is not None or any(
        len(own) >= _LEAST_NAME and name.startswith(own) for own in map(_folded, above)
    )


def _folded(text: str) -> str:
    return _NO_LETTER.sub("", text.lower())

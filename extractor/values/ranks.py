"""Golongan and pangkat of civil servants and PPPK."""

import re
from collections.abc import Mapping
from types import MappingProxyType

PANGKAT: Mapping[str, str] = MappingProxyType(
    {
        "I/a": "Juru Muda", "I/b": "Juru Muda Tk. I", "I/c": "Juru", "I/d": "Juru Tk. I",
        "II/a": "Pengatur Muda", "II/b": "Pengatur Muda Tk. I", "II/c": "Pengatur", "II/d": "Pengatur Tk. I",
        "III/a": "Penata Muda", "III/b": "Penata Muda Tk. I", "III/c": "Penata", "III/d": "Penata Tk. I",
        "IV/a": "Pembina", "IV/b": "Pembina Tk. I", "IV/c": "Pembina Utama Muda", "IV/d": "Pembina Utama Madya",
        "IV/e": "Pembina Utama",
    }
)  # fmt: skip
"""Golongan to pangkat, PP 99/2000 with its amendment PP 12/2002."""

_PPPK = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII")
_LABEL = r"(?:gol(?:ongan)?(?:\s*/?\s*ruang)?|ruang|pppk|p3k)"
# OCR reads the strokes of a Roman numeral as l, 1 or |.
_GOLONGAN = re.compile(r"(?<![A-Za-z0-9])(?P<roman>[Il1|]{1,3}|[Il1|][Vv])\s*(?:[/.\-\\,]\s*|\s)?(?P<letter>[a-eA-E])(?![A-Za-z0-9])")
_CUT = re.compile(r"(?:^|[,(;])\s*(?P<head>I{1,2})\s+(?P<tail>I{1,2}|V)\s*/\s*(?P<letter>[a-e])(?![A-Za-z0-9])")
"""A numeral that a narrow column cut in two: the "I" of "Tk. I" stands behind a word, and is no part of one."""
_STEP = re.compile(r"(?:tk|tkt|tingkat)\b\s*\.?\s*(?:I|1|l)\s+(?=[a-e]\b)", re.IGNORECASE)
"""The "I" of "Tk. I" before a letter alone: the numeral of that letter stands elsewhere."""
_NUMERAL = re.compile(r"[IVX]", re.IGNORECASE)
_STROKE = re.compile(r"[lL1|i]")
_ALONE = re.compile(rf"\(?\s*(?:{_LABEL}\W*)?(?P<roman>[IVXl1|]+)\s*\)?\.?", re.IGNORECASE)
_PANGKAT = re.compile(
    r"\b(?:juru|pengatur|penata|pembina)(?:\s+(?:muda|madya|utama))*(?:,?\s*(?:tk|tkt|tingkat)\b\s*\.?\s*(?:I|1|l)(?![A-Za-z0-9]))?",
    re.IGNORECASE,
)


def read_golongan(text: str) -> str | None:
    """The golongan in ``text`` as "III/d", or the Roman class I to XVII of a PPPK where it stands alone; else None."""
    for cut in _CUT.finditer(text):
        if (whole := f"{cut['head']}{cut['tail']}/{cut['letter']}") in PANGKAT:
            return whole
    for match in _GOLONGAN.finditer(_STEP.sub(" ", text)):
        golongan = f"{_strokes(match['roman'])}/{match['letter'].lower()}"
        if golongan in PANGKAT:
            return golongan
    alone = _ALONE.fullmatch(text.strip())
    roman = _strokes(alone["roman"]) if alone and _NUMERAL.search(alone["roman"]) else ""
    return roman if roman in _PPPK else None


def read_pangkat(text: str) -> str | None:
    """The name of the rank as printed, without the golongan beside it; None where there is none."""
    match = _PANGKAT.search(text)
    return " ".join(match.group().split()) if match else None


def _strokes(roman: str) -> str:
    return _STROKE.sub("I", roman).upper()

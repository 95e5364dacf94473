"""The six-digit satker code of the state budget, where a report prints it."""

import re
from collections import Counter

from extractor.identity.sheet import Sheet

SIX_DIGITS = re.compile(r"\d{6}")
DIPA = re.compile(r"(?<!\d)\d{2,3}[ .]{1,2}\d{2}[ .]{1,2}(?:\d[ .]{1,2})?(?P<code>[1-9]\d{5})(?!\d|[.,]\d)")
"""Ministry, unit, kind of authority and satker as in a DIPA number: "076.01.2.654340"; OCR drops a first digit or a dot."""

LABELLED = re.compile(r"\b(?:kode\s+)?(?:satker|satuan\s+kerja)\b[^\n\d]{0,40}?(?P<code>[1-9]\d{5})(?!\d|[.,]\d)", re.IGNORECASE)
"""The code after its label: "Kode Satker : 654340", "Satker KPU Kota X (654340)"."""


def satker_code(sheet: Sheet) -> str | None:
    """The code printed most often in a place where only a satker code stands; None where there is none or two are equally frequent."""
    found: Counter[str] = Counter()
    for line in sheet.lines:
        if SIX_DIGITS.search(line.text):
            for pattern in (DIPA, LABELLED):
                found.update(match["code"] for match in pattern.finditer(line.text))
    best = found.most_common(2)
    if not best or (len(best) > 1 and best[0][1] == best[1][1]):
        return None
    return best[0][0]

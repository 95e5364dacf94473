"""Phrases reduced to what must agree when a sentence and a table name the same thing."""

import re
from typing import Final

from extractor.values.codes import split_code
from extractor.values.lookalike import mend_lookalikes

_EMPTY_WORDS: Final = frozenset(
    re.findall(
        r"\w+",
        "yang di ke dari pada dalam untuk oleh dengan atas bagi dan atau serta adalah yaitu yakni tersebut ini itu sebesar sebanyak "
        "sejumlah tahun ta program kegiatan indikator sasaran jumlah total",
    )
)
"""Words that tell no two things of a report apart: particles, and names of kinds of things."""
_WORD: Final = re.compile(r"[^\W_]+")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


def subject_key(text: str) -> str:
    """A name of a budget line, indicator or group for comparing: without its code, years, case, stops and empty words.

    "CQ.6709 Kegiatan Perencanaan dan Evaluasi, 2024" and "perencanaan evaluasi" give the same key.
    A phrase of nothing but empty words keeps them.
    """
    words = _WORD.findall(mend_lookalikes(split_code(text)[1]).casefold())
    telling = [word for word in words if word not in _EMPTY_WORDS and not _YEAR.fullmatch(word)]
    return " ".join(telling or words)

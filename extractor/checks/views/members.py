"""Which bodies are of one kind, and which belong to the province of another."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from extractor.model import Satker

_LEVEL: Final = re.compile(r"\b(?:provinsi|propinsi|kabupaten|kab|kota|daerah istimewa|dki)\b.*", re.IGNORECASE | re.DOTALL)
_SAME: Final = {"kip": "kpu", "komisi pemilihan umum": "kpu", "komisi independen pemilihan": "kpu"}
"""One body under names of its own."""


@lru_cache(maxsize=8192)
def _stem(name: str) -> str:
    plain = " ".join(_LEVEL.sub("", name).casefold().split())
    return _SAME.get(plain, plain)


def kind_of(satker: "Satker") -> str:
    """What a body is called without its region: "kpu", "dinas kesehatan"; "" where that is not known."""
    return _stem(satker.nama) if satker.kode_wilayah else ""


def is_member(one: "Satker", province: "Satker") -> bool:
    """Whether a body of a kabupaten or kota is of the same kind as that of its province."""
    own, above = one.kode_wilayah or "", province.kode_wilayah or ""
    return bool(above) and "." not in above and own.startswith(f"{above}.") and kind_of(one) == kind_of(province) != ""

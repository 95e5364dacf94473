"""Names of budget lines and indicators in a form in which two tables can be compared."""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz

from extractor.values.codes import split_code

_NUMBERING = re.compile(r"^\s*(?:\(?(?:\d{1,3}|[a-zA-Z]|[IVXivx]{1,5})[.)]+|[-–•])\s+")
_WORDS = re.compile(r"[a-z]+|[0-9]+")
_FILLERS = frozenset(
    {"dan", "serta", "yang", "dengan", "dalam", "untuk", "pada", "di", "ke", "dari", "oleh", "atas", "secara", "the", "program", "kegiatan"}
)
_OPPOSITES = (
    frozenset({"perempuan", "wanita"}), frozenset({"laki", "pria"}), frozenset({"disabilitas"}), frozenset({"gubernur"}),
    frozenset({"bupati"}), frozenset({"walikota"}), frozenset({"presiden"}), frozenset({"dprd"}), frozenset({"dpd"}),
    frozenset({"internal"}), frozenset({"eksternal"}), frozenset({"darat"}), frozenset({"laut"}), frozenset({"udara"}),
    frozenset({"tidak", "belum", "non", "bukan"}), frozenset({"umum"}), frozenset({"khusus"}),
)  # fmt: skip
"""Words that make two otherwise equal names different things."""

_BALANCE = re.compile(
    r"\W*(?:jumlah\s+|total\s+)?(?:pendapatan|penerimaan|pembiayaan|surplus|defisit|sisa\s+lebih|silpa|sikpa|pnbp)\b", re.IGNORECASE
)
ALIKE = 88.0
_SEVERAL = 4
"""Words of a name in which a single other word tells."""
_SLIP = 50.0
"""Two words less alike than this are two words, not one and its misspelling."""


_MAY_HOLD_CODE = re.compile(r"\s*[(\[]?(?:[0-9]|[A-Za-z]{2,3}(?![a-z]))|.*[(\[][^()]*[)\]]\W*$", re.DOTALL)


@lru_cache(maxsize=16384)
def code_and_name(text: str) -> tuple[str | None, str]:
    """The budget code in front of a text (or in brackets behind it) and the rest; most texts are seen to have none at once."""
    return split_code(text) if _MAY_HOLD_CODE.match(text) else (None, text)


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Small letters and digits, single blanks, without the numbering or code in front."""
    bare = _NUMBERING.sub("", " ".join(unicodedata.normalize("NFKC", text).split()))
    code, rest = code_and_name(bare)
    return " ".join(_WORDS.findall((rest if code and rest else bare).lower()))


@lru_cache(maxsize=8192)
def core(text: str) -> str:
    """The words of :func:`plain` that tell names apart."""
    words = [w for w in plain(text).split() if w not in _FILLERS]
    return " ".join(words) or plain(text)


@lru_cache(maxsize=65536)
def alike(first: str, second: str) -> float:
    """How alike two names are, 0 to 100; 0 where a number or a distinguishing word stands in one of them only."""
    a, b = core(first), core(second)
    if not a or a == b:
        return 100.0 if a else 0.0
    if len(a) > 2 * len(b) or len(b) > 2 * len(a):
        return 0.0
    here, there = set(a.split()), set(b.split())
    if any(bool(words & here) != bool(words & there) for words in _OPPOSITES):
        return 0.0
    if {w for w in here if w.isdigit()} != {w for w in there if w.isdigit()}:
        return 0.0
    if _one_word_apart(a.split(), b.split()):
        return 0.0
    return max(fuzz.ratio(a.replace(" ", ""), b.replace(" ", "")), fuzz.token_sort_ratio(a, b))


def _one_word_apart(here: list[str], there: list[str]) -> bool:
    """Whether two names of several words differ in one of them only, and that is no misspelling: "… jenjang SD", "… jenjang SMP".

    The first word says how a thing is measured ("Jumlah", "Persentase"), not what.
    """
    pairs = [(one, other) for one, other in zip(here[1:], there[1:], strict=False) if one != other]
    return len(here) == len(there) >= _SEVERAL and here[0] == there[0] and len(pairs) == 1 and fuzz.ratio(*pairs[0]) < _SLIP


def is_balance(name: str) -> bool:
    """Whether a line of a budget is no spending: revenue, financing, or the surplus or deficit that is left (PP 71/2010)."""
    return _BALANCE.match(name) is not None


def same(first: str, second: str, limit: float = ALIKE) -> bool:
    """Whether two names mean the same thing."""
    return alike(first, second) >= limit

"""Letters of other scripts that OCR sets for Latin ones of the same shape."""

import re
import unicodedata

_SHAPES = str.maketrans(
    "АВЕЅІЈКМНОРСТУХҮ" "аеорсухѕіјһ" "вмнтки" "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ" "αοινρυκχτ" "ı",
    "ABESIJKMHOPCTYXY" "aeopcyxsijh" "bmhtku" "ABEZHIKMNOPTYX" "aoivpukxt" "i",
)  # fmt: skip
# Small Cyrillic letters drawn like Latin capitals: a word of nothing else was printed in capitals.
_CAPITAL_SHAPES = frozenset("вмнткиосхр")
_CAPITALS = str.maketrans("вмнткиосхр", "BMHTKUOCXP")
_FOREIGN = re.compile(r"[\u0131\u0370-\u03ff\u0400-\u052f]")
_STYLED = re.compile(r"[\ufb00-\ufb06\uff01-\uff5e\U0001d400-\U0001d7ff]+")
_UNUSUAL = re.compile(rf"{_FOREIGN.pattern}|{_STYLED.pattern}")
_WORD = re.compile(r"[^\W\d_]+")


def mend_lookalikes(text: str) -> str:
    """``text`` with Cyrillic, Greek and styled letters that look like Latin ones made Latin, word by word.

    A word is left alone where one of its letters has no Latin twin, and so are small Greek letters that stand alone
    (α, π, µ) and the symbols Σ, Ω, Δ, √, ✓, ².
    """
    if text.isascii() or not _UNUSUAL.search(text):
        return text
    plain = _STYLED.sub(lambda m: unicodedata.normalize("NFKC", m.group()), text)
    return _WORD.sub(_mend_word, plain) if _FOREIGN.search(plain) else plain


def _mend_word(match: re.Match[str]) -> str:
    word = match.group()
    foreign = _FOREIGN.findall(word)
    if not foreign or (len(word) == 1 and "\u03b1" <= word <= "\u03c9"):
        return word
    if len(word) > 2 and len(foreign) == len(word) and _CAPITAL_SHAPES.issuperset(word):
        return word.translate(_CAPITALS)
    mended = word.translate(_SHAPES)
    return word if _FOREIGN.search(mended) else mended

"""What a word of a table is, as far as its form tells."""

import re
from typing import Final

_KINDS: Final = (
    ("tick", re.compile(r"[✓✔√☑●■vVxX]")),
    ("percent", re.compile(r"[\d.,]+%|%")),
    ("amount", re.compile(r"(?:Rp\.?)?\(?\d[\d.,]*[.,]\d{3}[\d.,-]*\)?|Rp\.?", re.I)),
    ("number", re.compile(r"\d{1,3}[.)]?")),
    ("code", re.compile(r"(?=.*\d)[\w./-]+")),
)
_OTHER: Final = "word"


def kind_of(word: str) -> str:
    """What kind of word this is: a tick, a percentage, an amount, …"""
    return next((name for name, pattern in _KINDS if pattern.fullmatch(word)), _OTHER)

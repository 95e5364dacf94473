"""Characters as PDF fonts deliver them, turned into plain text."""

import re
from collections.abc import Mapping
from typing import Final

_SYMBOL_FONT: Final[Mapping[int, str]] = {
    0xF0B7: "•",
    0xF0A7: "▪",
    0xF0FC: "✓",
    0xF0FE: "☑",
    0xF0A8: "☐",
    0xF0D8: "➢",
    0xF0E0: "→",
    0xF0E8: "→",
    0xF076: "❖",
}
"""What Word's Symbol and Wingdings bullets and ticks look like; these fonts map their codes into the private area."""

_INVISIBLE: Final = (0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF, 0xFFFF)

_LIGATURES: Final[Mapping[int, str]] = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}


def _table() -> dict[int, str]:
    table = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), *_INVISIBLE), "")
    table |= {0xF000 + code: chr(code) for code in range(0x21, 0x7F)}
    table |= {0x02: "-", 0xFFFE: "-", 0x0A: " ", 0x0D: " ", 0x09: " "}
    return table | dict(_SYMBOL_FONT) | dict(_LIGATURES)


_TABLE: Final = _table()
_STRANGE: Final = re.compile("[\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u2060\ufb00-\ufb06\ufeff\ufffe\uffff\uf000-\uf0ff]")
_UNREADABLE: Final = re.compile("[\ufffd\ue000-\uefff\uf100-\uf8ff\x01\x03-\x08\x0e-\x1f]")


def clean(text: str) -> str:
    """Plain text: ligatures written out, symbol-font bullets and ticks mapped, control and zero-width characters dropped.

    PDFium writes code 2 or U+FFFE for a hyphen at the end of a line; it becomes "-".
    """
    return text.translate(_TABLE) if _STRANGE.search(text) else text


def unreadable_share(text: str) -> float:
    """Share (0 to 1) of the printed characters that the fonts give no meaning for."""
    printed = len("".join(text.split()))
    return len(_UNREADABLE.findall(text)) / printed if printed else 0.0

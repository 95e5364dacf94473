"""Ticks in schedules: a mark that stands alone in a cell."""

import re

_TICK = re.compile(r"[√✓✔☑☒✗✘✅⎷ᴠvVxX×●■▪◼█•*]+(?:\s+[√✓✔☑☒✗✘✅⎷ᴠvVxX×●■▪◼█•*]+)*")


_BEHIND = re.compile(r"(?<=\S)(?:\s+[√✓✔☑☒✗✘✅⎷vVxX●■◼█])+$")


def without_ticks(text: str) -> str:
    """A text without the ticks printed behind it, of which nothing tells where they stand."""
    return _BEHIND.sub("", text)


def is_tick(text: str) -> bool:
    """Whether a cell holds a tick and nothing else; "v", "x" and bullets count, words and Roman numerals do not."""
    bare = text.replace("\ufe0f", "").strip(" \t\n\u00a0.,()[]")
    return _TICK.fullmatch(bare) is not None and bare.upper() not in {"XX", "XV", "XXV", "XXX"}

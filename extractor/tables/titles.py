"""Number, title and year of a table, from the lines above it."""

import re
from collections.abc import Sequence

from extractor.reading.document import Line
from extractor.tables.stitch import TITLE, is_junk
from extractor.tables.wording import years

MAX_TITLE_LINES = 6
MAX_CAPTION = 260
"""Longer lines that begin with "Tabel" are sentences."""
_LEAST_BELOW = 2
"""Captions under tables from which they count as the document's way."""
_TITLE_WORDS = re.compile(
    r"perjanjian|penetapan|rencana|indikator|capaian|realisasi|anggaran|kinerja|pengukuran|komisi|sekretariat|kabupaten|provinsi|kota\b|tahun|"
    r"daftar|laporan|"
    r"dinas|badan|bagian|matrik|rincian|jumlah|program|kegiatan|pegawai|unit|nama lembaga|target|sasaran|evaluasi|perbandingan|rekap",
    re.IGNORECASE,
)


_SIGNATURE = re.compile(r"\bnip\b|^(?:pembina|penata|pengatur)\b", re.IGNORECASE)
_AMOUNT = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,(?:-|\d{2}))?$")
"""A row of a table whose name reaches to its amount."""
LEAD_IN = 160
"""Characters at the end of the paragraph above a table that may introduce it."""
_INTRODUCES = re.compile(r"tabel|berikut|di bawah|sebagai|:\s*$", re.IGNORECASE)

_LEADS_TO = re.compile(r"\b(?:tabel|berikut|bawah)\b.{0,20}:$", re.IGNORECASE)
"""The end of a sentence that leads to a table."""


def find_title(before: Sequence[Line]) -> tuple[str, str]:
    """(number, title) from the lines above the table, nearest last; ("", "") where nothing reads like a title."""
    lines = [line for line in before if not is_junk(line.text)][-MAX_TITLE_LINES:]
    for at in range(len(lines) - 1, -1, -1):
        match = TITLE.match(lines[at].text)
        if match and (match["number"] or (lines[at].text.lower().startswith("tabel") and not lines[at].text.rstrip().endswith("."))):
            rest = [match["title"].strip()] + [line.text.strip() for line in lines[at + 1 :] if len(line.text) < 200]
            return (match["number"] or "").replace(" ", ""), " ".join(t for t in rest if t)
    return "", " ".join(line.text.strip() for line in _heading_lines(lines))


def caption_below(after: Sequence[Line]) -> int:
    """How many of the lines after a table end with its caption, which is the first one with text; 0 where that is none."""
    for at, line in enumerate(after):
        if not is_junk(line.text):
            return at + 1 if _is_caption(line) else 0
    return 0


def captions_stand_below(neighbours: Sequence[tuple[Sequence[Line], Sequence[Line]]]) -> bool:
    """Whether a document prints its captions under the tables, given the lines before and after each table.

    Each caption must then be the first line after a table (or have no table), and no table have one of its own above it.
    """
    below = [caption_below(after) for _, after in neighbours]
    if sum(map(bool, below)) < _LEAST_BELOW or not below[-1]:
        return False
    left = [before[(below[at - 1] if at else 0) :] for at, (before, _) in enumerate(neighbours)]
    return not any(_is_caption(line) for lines in left for line in lines)


def _is_caption(line: Line) -> bool:
    match = TITLE.match(line.text)
    return match is not None and bool(match["number"]) and bool(match["title"]) and len(line.text) < MAX_CAPTION


def _heading_lines(lines: Sequence[Line]) -> list[Line]:
    """The run of heading-like lines directly above the table."""
    found: list[Line] = []
    for line in reversed(lines):
        if not _like_heading(line) or (found and (found[-1].gap > 2.5 or (found[-1].gap >= 1 and not _TITLE_WORDS.search(line.text)))):
            break
        found.append(line)
        if len(found) >= 4:
            break
    return found[::-1]


def _like_heading(line: Line) -> bool:
    text = line.text.strip()
    letters = [c for c in text if c.isalpha()]
    if not letters or len(text) > 220 or text.endswith((".", ";", ",")) or _LEADS_TO.search(text):
        return False
    capitals = sum(c.isupper() for c in letters) / len(letters)
    titled = sum(w[0].isupper() for w in text.split() if w[0].isalpha()) / max(1, sum(w[0].isalpha() for w in text.split()))
    if _SIGNATURE.search(text) or _AMOUNT.search(text):
        return False
    return (
        line.bold or capitals > 0.7 or (titled > 0.7 and len(text) < 120) or (text.endswith(":") and text[0].isupper() and len(text) < 120)
    )


def find_year(title: str, before: Sequence[Line]) -> int | None:
    """The year a title names; the last one of a range; None where it names none."""
    found = years(title) or [y for line in before[-3:] for y in years(line.text) if len(line.text) < 120]
    if found:
        return max(found)
    lead = before[-1].text if before else ""
    introduced = years(lead[-LEAD_IN:]) if _INTRODUCES.search(lead[-LEAD_IN:]) else []
    return introduced[-1] if introduced else None

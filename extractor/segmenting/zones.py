"""The places where chapter titles stand without beginning a chapter: the table of contents and the "sistematika" listing."""

import re
from collections.abc import Sequence
from typing import Final, TypeAlias

from rapidfuzz import fuzz

from extractor.segmenting.evidence import explains
from extractor.segmenting.lexicon import LISTS
from extractor.segmenting.outline import entry_tail, first_reading
from extractor.segmenting.printed import Printed
from extractor.segmenting.reading import Reading, readings
from extractor.segmenting.weights import CONTENTS
from extractor.segmenting.wording import split_tail, squeeze

_LISTED: Final = re.compile(r"^(?:tabel|gambar|grafik|diagram|bagan|foto|lampiran)\b", re.I)
_PROSE_WORDS: Final = 14
_GIVE_UP: Final = 10.0
"""Points that a list of contents may lose before it is taken to have ended."""

_NEAR_WORDS: Final = 150
"""Words that may stand between two chapter titles of one listing."""
_MIN_EXPLAINED: Final = 0.4


Seen: TypeAlias = list[tuple[str, int, str]]
"""Style, number and squeezed title of the parts that lists of contents have named so far."""


def contents_zone(lines: Sequence[Printed]) -> frozenset[int]:
    """Indices of the lines that list parts of the report with their pages, headings such as "DAFTAR ISI" not included."""
    zone: set[int] = set()
    seen: Seen = []
    for index, line in enumerate(lines):
        if index not in zone and _begins_list(line):
            zone.update(range(index + 1, _list_end(lines, index + 1, seen)))
        elif index not in zone and _is_unheaded_entry(line):
            zone.update(range(index, _list_end(lines, index, seen)))
    return frozenset(zone)


def _begins_list(line: Printed) -> bool:
    squeezed = squeeze(line.text)
    return 8 <= len(squeezed) <= 24 and any(fuzz.ratio(squeezed, squeeze(title)) >= 88 for title in LISTS)


def _begins_next_list(lines: Sequence[Printed], index: int) -> bool:
    """A heading such as "DAFTAR TABEL", not the entry that names it: it stands out, or captions follow."""
    line, below = lines[index], lines[index + 1] if index + 1 < len(lines) else None
    if index == 0 or not _begins_list(line):
        return False
    stands_out = line.first or line.larger > 0.08 or (line.bold and not lines[index - 1].bold)
    return stands_out or (below is not None and _LISTED.match(below.text) is not None)


def _is_unheaded_entry(line: Printed) -> bool:
    """A chapter title with a leader: such a line is never the chapter itself."""
    tail = split_tail(line.text)
    return tail.leader and tail.page and any(r.style == "bab" for r in readings(tail.title))


def _list_end(lines: Sequence[Printed], start: int, seen: Seen) -> int:
    """Where the list that begins here ends: after the line that makes the sum of points of all its lines greatest."""
    best, best_end, total = 0.0, start, 0.0
    known = len(seen)
    for index in range(start, len(lines)):
        if _begins_next_list(lines, index):
            break
        total += _points(lines, index, seen)
        if total > best:
            best, best_end, known = total, index + 1, len(seen)
        if total < best - _GIVE_UP:
            break
    del seen[known:]
    return best_end


def _points(lines: Sequence[Printed], index: int, seen: Seen) -> float:
    """How much a line looks like an entry of a list of contents; ``seen`` collects the chapters named so far."""
    line = lines[index]
    if line.table:
        return max(-_GIVE_UP, sum(_row_points(row, seen) for row in line.rows))
    points = 0.0 if line.bullet else _entry_points(line.text, seen)
    below = lines[index + 1] if index + 1 < len(lines) else None
    plain_heading = 0 < points < CONTENTS["page"]
    if plain_heading and below is not None and not below.table and below.words >= _PROSE_WORDS and not split_tail(below.text).leader:
        points += CONTENTS["before_prose"]
    return points


def _row_points(row: str, seen: Seen) -> float:
    points = _entry_points(row, seen)
    return points if points > 0 else min(points, CONTENTS["foreign_row"])


def _entry_points(text: str, seen: Seen) -> float:
    flat = " ".join(text.split())
    tail = entry_tail(flat)
    reading = first_reading(" ".join(tail.title.split()))
    if _again(reading, seen, paged=tail.page or tail.leader):
        return CONTENTS["again"]
    points = CONTENTS["leader"] if tail.leader else 0.0
    if tail.page and (reading or _LISTED.match(flat) or len(flat.split()) <= _PROSE_WORDS):
        points += CONTENTS["page"]
    if reading:
        points += CONTENTS["numbered"]
    if points:
        return points
    count = len(flat.split())
    return CONTENTS["prose"] if count > _PROSE_WORDS or (flat.endswith(".") and count > 5) else CONTENTS["foreign_word"] * count


def _again(reading: Reading | None, seen: Seen, *, paged: bool) -> bool:
    """Whether a chapter or other main part is named that the list has named before; notes it otherwise."""
    if reading is None or reading.style not in ("bab", "front", "back") or paged:
        if reading is not None:
            seen.append((reading.style, reading.value, squeeze(reading.title)))
        return False
    key = squeeze(reading.title)
    for style, value, title in seen:
        if style == reading.style and (value == reading.value if style == "bab" else fuzz.ratio(title, key) >= 85):
            return True
    seen.append((reading.style, reading.value, key))
    return False


def systematics_zones(lines: Sequence[Printed], contents: frozenset[int]) -> list[range]:
    """Listings of chapter titles each with a sentence on what it will hold, as ranges of indices of lines."""
    named = [(index, value) for index, line in enumerate(lines) if index not in contents for value in _chapters_named(line)]
    zones = []
    for group in _near_groups(lines, named):
        explained = [at for at, (index, _) in enumerate(group) if _is_explained(lines, index)]
        listed = group[explained[0] : explained[-1] + 1] if explained else []
        if len({value for _, value in listed}) >= 2 and len(explained) >= _MIN_EXPLAINED * len(listed):
            zones.append(range(_reach_back(lines, listed[0][0]), _reach_on(lines, listed[-1][0])))
    return zones


def _chapters_named(line: Printed) -> list[int]:
    """Numbers of the chapters that a line, or the rows of a table, begin with."""
    texts = [" ".join(row.split()) for row in line.rows] or [line.text]
    return [reading.value for text in texts for reading in readings(text)[:1] if reading.style == "bab"]


def _near_groups(lines: Sequence[Printed], named: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Chapter names with little text between them, their numbers rising."""
    groups: list[list[tuple[int, int]]] = []
    for index, value in named:
        near = groups and sum(line.words for line in lines[groups[-1][-1][0] + 1 : index]) <= _NEAR_WORDS
        if near and value > groups[-1][-1][1]:
            groups[-1].append((index, value))
        else:
            groups.append([(index, value)])
    return groups


def _is_explained(lines: Sequence[Printed], index: int) -> bool:
    """The title is followed by such a sentence, on its own line, after it, or in the next cell."""
    line = lines[index]
    if line.table:
        return True
    return explains_inside(line.text) or any(not below.table and explains(below.text) for below in lines[index + 1 : index + 4])


def explains_inside(text: str) -> bool:
    """Whether a line names a chapter and goes on to say what it will hold."""
    reading = first_reading(text)
    rest = reading.title if reading else ""
    return any(explains(part.strip(" :,;–-")) for part in _tails(rest))


def _tails(text: str) -> list[str]:
    parts = text.split()
    return [" ".join(parts[i:]) for i in range(len(parts))]


def _reach_back(lines: Sequence[Printed], first: int) -> int:
    """Front matter listed before the first chapter, with its sentences."""
    start = first
    for index in range(first - 1, max(first - 9, -1), -1):
        reading = first_reading(lines[index].text)
        if reading is not None and reading.style == "front":
            start = index
        elif not explains(lines[index].text) and lines[index].gap > 0:
            break
    return start


def _reach_on(lines: Sequence[Printed], last: int) -> int:
    """The sentence about the last chapter, and what belongs to the listing behind it."""
    stop = last + 1
    while stop < len(lines) and not lines[stop].table and _belongs(lines, stop, last):
        stop += 1
    return stop


def _belongs(lines: Sequence[Printed], index: int, last: int) -> bool:
    line = lines[index]
    below = lines[index + 1] if index + 1 < len(lines) else None
    reading = first_reading(line.text)
    if reading is not None and reading.style in ("bab", "bare"):
        return index == last + 1 and reading.style == "bare"
    if reading is not None and reading.style in ("letter", "decimal"):
        return below is not None and explains(below.text)
    return line.gap < 1 or explains(line.text) or line.bullet or line.text.endswith(":")

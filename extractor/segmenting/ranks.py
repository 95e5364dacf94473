"""Choosing the headings of each rank: chapters first, then the sections inside each chapter, then what is numbered below."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from rapidfuzz import fuzz

from extractor.segmenting.candidate import Candidate
from extractor.segmenting.printed import Printed
from extractor.segmenting.reading import Style
from extractor.segmenting.sequence import best_labels, best_row
from extractor.segmenting.weights import CHAIN, FAMILY_CHANGE, MIN_CHAPTERS
from extractor.segmenting.wording import capitals, squeeze

CHAPTER_STYLES: Final[frozenset[Style]] = frozenset({"front", "back", "bab", "bare"})
SECTION_STYLES: Final[frozenset[Style]] = frozenset({"letter", "decimal", "arabic", "roman"})
BELOW: Final[dict[Style, frozenset[Style]]] = {
    "letter": frozenset({"arabic", "roman", "lettered", "small", "paren"}),
    "decimal": frozenset({"triple", "letter", "arabic", "small", "paren"}),
    "arabic": frozenset({"decimal", "letter", "small", "paren"}),
    "roman": frozenset({"arabic", "letter", "small", "paren"}),
}
"""Numberings that may stand under a section, by the numbering of the section."""

MAIN_STYLES: Final = frozenset({"bab", "bare"})
_LIST: Final = "DAFTAR"
ITEM_STYLES: Final[frozenset[Style]] = frozenset({"arabic", "roman", "small", "paren"})
"""Numberings that lists use more often than headings; a gap in them counts more."""
_ITEM_CARE: Final = 3.0
_MUCH_TEXT, _NO_TEXT = 120, 25
_SECTION_TEXT, _SECTION_NO_TEXT = 25, 3
_MOST: Final = sum(points for points in CHAIN.values() if points > 0)
"""A step from one heading to the next gives less."""
_LISTED: Final = 0.9
"""Agreement with an entry of the table of contents, its number too, by which a repeated number is one that is printed so."""
_MIN_SCORE: Final = -2.0
"""Candidates for sections that score less by themselves are not tried."""


class TextBetween:
    """How many words stand between two pieces of the document."""

    def __init__(self, lines: Sequence[Printed]) -> None:
        self._sums = [0, *accumulate(line.words for line in lines)]

    def __call__(self, before: Candidate, after: Candidate) -> int:
        return self.lines(before.stop, after.start)

    def lines(self, start: int, stop: int) -> int:
        """Words on the pieces ``start`` to ``stop`` (exclusive)."""
        return self._sums[stop] - self._sums[start]


@dataclass(frozen=True, slots=True)
class Stretch:
    """The lines that stand under a heading."""

    parent: Candidate
    end: int


def choose_chapters(found: Sequence[Candidate], between: TextBetween) -> list[Candidate]:
    """Front matter, chapters and back matter in order; empty where a document has no chapters."""
    total, row = best_row(found, lambda before, after: _chapter_step(before, after, between), _MOST)
    return row if total >= MIN_CHAPTERS and any(map(_holds_text, row)) else []


def _holds_text(heading: Candidate) -> bool:
    """A bundle of PK or RKT may have a table of contents and a cover "LAMPIRAN", but no chapter and no preface."""
    style = heading.reading.style
    return style in MAIN_STYLES or (style == "front" and not squeeze(heading.title).startswith(_LIST))


def _chapter_step(before: Candidate | None, after: Candidate, between: TextBetween) -> float:
    style = after.reading.style
    if before is None:
        return _chapter_first(after)
    points = _text_points(between(before, after), _MUCH_TEXT, _NO_TEXT if style in MAIN_STYLES else 1)
    if style in MAIN_STYLES:
        return points + _main_step(before, after)
    if fuzz.ratio(squeeze(before.title), squeeze(after.title)) >= 90:
        return CHAIN["same_heading"]
    late_front = style == "front" and before.reading.style != "front"
    early_back = style == "back" and before.reading.style == "front"
    return points + (CHAIN["out_of_place"] if late_front or early_back else 0.0)


def _chapter_first(after: Candidate) -> float:
    if after.reading.style in MAIN_STYLES:
        return CHAIN["first"] if after.value == 1 else CHAIN["first_missing"]
    return CHAIN["first_missing"] if after.reading.style == "back" else 0.0


def _main_step(before: Candidate, after: Candidate) -> float:
    if before.reading.style == "back":
        return CHAIN["out_of_place"]
    if before.reading.style == "front":
        return _chapter_first(after)
    if fuzz.ratio(squeeze(before.title), squeeze(after.title)) >= 90 and before.title:
        return CHAIN["same_heading"]
    return _number_points(after.value - before.value)


def _number_points(step: int) -> float:
    if step == 0:
        return CHAIN["repeated"]
    if step < 0:
        return CHAIN["backwards"]
    return CHAIN["next"] if step == 1 else CHAIN["one_skipped"] if step == 2 else CHAIN["more_skipped"]


def _text_points(between: int, much: int, none: int) -> float:
    return CHAIN["text_between"] if between >= much else CHAIN["nothing_between"] if between < none else 0.0


def choose_sections(found: Sequence[Candidate], stretches: Sequence[Stretch], between: TextBetween) -> list[list[Candidate]]:
    """The headings directly under each parent, one list per stretch; the numbering is chosen for all stretches together."""
    rows = [_rows_by_family(_inside(found, stretch), stretch.parent, between) for stretch in stretches]
    labels = best_labels([{family: total for family, (total, _) in options.items()} for options in rows], FAMILY_CHANGE)
    return [options[label][1] if label else [] for options, label in zip(rows, labels, strict=True)]


def _inside(found: Sequence[Candidate], stretch: Stretch) -> list[Candidate]:
    style = stretch.parent.reading.style
    allowed = SECTION_STYLES if style in MAIN_STYLES else BELOW[style]
    first = bisect_left(found, stretch.parent.stop, key=lambda c: c.start)
    last = bisect_left(found, stretch.end, key=lambda c: c.start)
    return [c for c in found[first:last] if c.stop <= stretch.end and c.reading.style in allowed and c.score > _MIN_SCORE]


def _rows_by_family(inside: Sequence[Candidate], parent: Candidate, between: TextBetween) -> dict[str, tuple[float, list[Candidate]]]:
    families: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in inside:
        families[candidate.reading.style].append(candidate)
    rows = {}
    for family, members in families.items():
        total, row = best_row(members, lambda before, after: _section_step(parent, before, after, between), _MOST)
        if len(row) == 1:
            total += CHAIN["alone"]
        if total > 0:
            rows[family] = total, row
    around = [row for _, row in rows.values() if [heading.value for heading in row] == list(range(1, len(row) + 1))]
    return {family: (total, row) for family, (total, row) in rows.items() if not any(_within(row, other) for other in around)}


def _within(row: Sequence[Candidate], around: Sequence[Candidate]) -> bool:
    """Whether all headings of a row stand between two of another that follow each other, and so below the first of them."""
    return any(before.stop <= row[0].start and row[-1].stop <= after.start for before, after in pairwise(around))


def _section_step(parent: Candidate, before: Candidate | None, after: Candidate, between: TextBetween) -> float:
    points = CHAIN["other_chapter"] if _names_other(parent, after) else 0.0
    if before is None:
        return points + _first_number(after)
    if fuzz.ratio(squeeze(before.title), squeeze(after.title)) >= 95:
        return CHAIN["same_heading"]
    step, listed = after.value - before.value, after.listed >= _LISTED
    again = step < 0 or (step == 0 and after.value == 1 and not after.reading.over and not listed)
    numbers = CHAIN["begun_again"] if again else _number_points(step) if step or listed else CHAIN["letter_repeated"]
    points += numbers * (_ITEM_CARE if numbers < 0 and after.reading.style in ITEM_STYLES else 1.0)
    points += _text_points(between(before, after), _SECTION_TEXT, _SECTION_NO_TEXT)
    return points + _likeness(before, after)


def _first_number(after: Candidate) -> float:
    if after.value > 1 and after.reading.style in ITEM_STYLES:
        return CHAIN["begun_again"]
    return CHAIN["first"] if after.value == 1 else max(CHAIN["first_missing"] * (after.value - 1), CHAIN["backwards"])


def _names_other(parent: Candidate, after: Candidate) -> bool:
    """Whether a number such as "3.1" names another parent than the one it stands under."""
    over = after.reading.over
    return bool(over) and (over[-1] != parent.value or over[:-1] != parent.reading.over)


def _likeness(before: Candidate, after: Candidate) -> float:
    points = CHAIN["other_capitals"] if (capitals(before.title) >= 0.8) != (capitals(after.title) >= 0.8) else 0.0
    if before.look.bold != after.look.bold:
        points += CHAIN["other_bold"]
    if abs(before.look.larger - after.look.larger) > 0.08:
        points += CHAIN["other_size"]
    return points

"""Weights of the evidence for headings, in one place; set by reason, in units in which 1 is a clear hint and 5 decides alone."""

from collections.abc import Mapping
from typing import Final

from extractor.segmenting.reading import Style

LOCAL: Final[Mapping[str, float]] = {
    "capitals": 1.0,
    "title_case": 1.0,
    "lower_start": -3.0,
    "no_title": -0.5,
    "known_title": 2.0,
    "in_outline": 3.0,
    "not_in_outline": -1.2,
    "too_long": -1.0,
    "running_words": -2.5,
    "ends_as_sentence": -2.0,
    "ends_open": -2.5,
    "figures": -2.0,
    "bold": 1.5,
    "larger": 1.0,
    "centred": 0.75,
    "space_above": 0.6,
    "page_top": 0.5,
    "no_dot": -1.5,
    "page_number": -4.0,
    "bullet": -2.0,
    "prose_below": 0.5,
    "explained_below": -2.5,
    "sentence_runs_in": -2.0,
    "announced_as_item": -1.5,
    "runs_on": -2.5,
    "caption": -5.0,
    "titles_number": -5.0,
    "in_table": -2.5,
    "in_contents": -9.0,
    "in_systematics": -7.0,
}
"""Feature of a candidate by itself -> weight of its strength (0 to 1, "too_long" and "running_words" may exceed 1)."""

STYLE: Final[Mapping[Style, float]] = {
    "bab": 2.0, "front": 1.0, "back": 0.5, "bare": -1.5, "decimal": 1.0, "letter": 0.5, "arabic": -1.5, "roman": -2.5,
    "triple": 1.0, "lettered": 0.5, "small": -2.5, "paren": -3.0,
}  # fmt: skip
"""What the kind of numbering alone says: list items are numbered "1." and "a." far more often than headings."""

CONTINUATION: Final[Mapping[str, float]] = {
    "line": -0.8,
    "first_title_line": 1.5,
    "same_capitals": 1.0,
    "other_capitals": -1.5,
    "same_bold": 1.2,
    "other_bold": -4.0,
    "other_size": -3.0,
    "close": 0.6,
    "apart": -2.5,
    "unfinished_above": 1.5,
    "lower_start": 0.8,
    "prose": -3.0,
}
"""Evidence that a further line belongs to the title above it."""

CHAIN: Final[Mapping[str, float]] = {
    "first": 1.0,
    "first_missing": -1.2,
    "next": 1.5,
    "one_skipped": -1.0,
    "more_skipped": -3.0,
    "repeated": -3.5,
    "letter_repeated": -5.5,
    "same_heading": -9.0,
    "backwards": -6.0,
    "begun_again": -30.0,
    "out_of_place": -7.0,
    "text_between": 1.0,
    "nothing_between": -2.5,
    "other_chapter": -3.0,
    "other_capitals": -0.5,
    "other_bold": -2.0,
    "other_size": -1.0,
    "alone": -1.0,
}
"""Evidence from the heading before among the same rank: numbers run on, text stands between, siblings look alike."""

CONTENTS: Final[Mapping[str, float]] = {
    "leader": 2.0,
    "page": 1.2,
    "numbered": 0.7,
    "prose": -4.0,
    "again": -6.0,
    "before_prose": -1.5,
    "foreign_row": -1.0,
    "foreign_word": -0.15,
}
"""How much a line looks like an entry of a table of contents; "again": it names a chapter that the list has named."""

FAMILY_CHANGE: Final = 3.0
"""Cost of another numbering than in the chapter before."""

MIN_CHAPTERS: Final = 5.0
"""A document whose best row of chapters scores less has none."""

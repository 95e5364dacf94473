"""Weights of the evidence for headings, in one place;  1 is a clear hint and 5 decides alone."""

from collections.abc import Mapping
from typing import Final

from extractor.fitted import weights

LOCAL: Final = weights("heading")
"""Feature of a candidate by itself -> weight of its strength (0 to 1, "too_long" and "running_words" may exceed 1). "style …" is what
the kind of numbering alone says (list items are numbered "1." and "a." far more often than headings), "joins …" the evidence that a further
line belongs to the title above it."""

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

"""Grades that a sentence gives for a named year: "nilai Akuntabilitas Kinerja tahun 2023 yaitu BB"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_GRADE = re.compile(
    r"\b(?:[Nn]ilai|[Pp]redikat)\b(?P<about>[^.;:]{0,120}?)\b[Tt]ahun\s+(?P<year>(?:19|20)[0-9]{2})\b(?P<between>[^.;:0-9]{0,90}?)"
    r"\b(?:yaitu|yakni|adalah|sebesar|(?:mendapat|memperoleh|meraih|dengan)\w*\s+(?:nilai|predikat))\s+(?P<grade>AA|BB|CC|[ABCD])(?![A-Za-z0-9+/])"
)
CONTEXT = 300
"""Letters before a grade that may name the indicator it is of."""


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade, the year it is given for, the words before it, and where it stands."""

    grade: str
    year: str
    before: str
    start: int


def graded(text: str) -> Iterator[Grade]:
    """All grades of a running text whose year is named in the same sentence."""
    for match in _GRADE.finditer(text):
        yield Grade(match["grade"], match["year"], text[max(0, match.start() - CONTEXT) : match.start("grade")], match.start("grade"))

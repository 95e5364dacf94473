"""Does this grid continue the table before it (over a page break)?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.fitted import weighted, weights
from extractor.reading.document import Grid, Line
from extractor.tables.column_pairs import Span
from extractor.tables.headers import same_header
from extractor.tables.profile import is_total_label
from extractor.tables.rows_model import PhysicalRow
from extractor.values.dates import find_dates

CONTINUATION = weights("continuation")
"""Log odds of "this grid continues the table" per feature."""

TITLE = re.compile(
    r"^\W*(?:tabel|table|tbl)\.?\s*\.?\s*(?P<number>[0-9IVX]+(?:\s?[.\-]\s?\d+)*[a-z]?)?\b[\s.:–-]*(?P<title>.*)$", re.IGNORECASE
)
_ITEM = re.compile(r"^\W*(?:\d{1,2}|[a-z])[.)]\s*[^\W\d].{0,100}$", re.IGNORECASE)
"""A line of a numbered list: "3. Berdasarkan Golongan" names a table whose numbers begin anew, whatever its header."""
_SAME_PLACE = 1.0
"""Points by which rules that are the same may differ."""
_PLACE = re.compile(r"[A-Z][A-Za-z' -]{2,40}")
_JUNK = re.compile(r"^[\W\d_]*$|^(?:halaman|hal\.?|page)\s*\d+.*$", re.IGNORECASE)


@dataclass(slots=True)
class OpenTable:
    """A table that may still go on: its physical rows on the union of its parts' columns."""

    header: list[list[str]]
    """Header texts by row."""
    keys: list[str]
    """Header text per column."""
    rows: list[PhysicalRow]
    grids: list[Grid]
    header_rows: list[PhysicalRow]
    repeated: list[list[str]] = field(default_factory=list)
    """The header that the drawn grid repeats on every page, where this table was only a part of it."""
    dropped: list[str] = field(default_factory=list)
    """Texts of repeated headers and blank rows, for the conservation of digits."""
    spans: list[Span] = field(default_factory=list)
    """Borders of the columns on the scale of the last part; empty where they are not known."""
    block: int = 0
    """Index of the first grid among the blocks of the document."""

    @property
    def width(self) -> int:
        return len(self.keys)


def is_junk(text: str) -> bool:
    """A page number, a rule of dashes: not text that could separate two tables."""
    return bool(_JUNK.match(text.strip()))


def is_title(line: Line) -> bool:
    return bool(TITLE.match(line.text)) and len(line.text) < 260


def is_signed(line: Line) -> bool:
    """The place and date above signatures, alone on its line: what stands below belongs to no table above."""
    place, _, date = line.text.strip(" .").partition(",")
    found = find_dates(date)
    return (
        len(found) == 1 and len(found[0].iso) > len("2024-01") and found[0].text.strip() == date.strip() and bool(_PLACE.fullmatch(place))
    )


def continues(
    table: OpenTable, header: Sequence[Sequence[str]], rows: Sequence[PhysicalRow], between: Sequence[Line], new_page: bool
) -> float:
    """Log odds that the grid with this header and these rows goes on with the open table."""
    return weighted(CONTINUATION, signals(table, header, rows, between, new_page))


def touches(above: Grid, below: Grid) -> bool:
    """Whether two drawn grids of the same columns have a rule in common, as where colours or broken rules part one table."""
    one, two = above.place.box, below.place.box
    if not one or not two or above.origin != below.origin or above.place.page != below.place.page:
        return False
    level = abs(one[3] - two[1]) <= _SAME_PLACE and len(above.edges) == len(below.edges) > 2
    return level and all(abs(a - b) <= _SAME_PLACE for a, b in zip(above.edges, below.edges, strict=True))


def signals(
    table: OpenTable, header: Sequence[Sequence[str]], rows: Sequence[PhysicalRow], between: Sequence[Line], new_page: bool
) -> dict[str, float]:
    """Strength of every feature by the names of the weights."""
    real = [line for line in between if not is_junk(line.text)]
    result = {
        "bias": 1.0,
        "lines_between": float(min(len(real), 6)),
        "adjacent": float(not real),
        "title_between": float(any(is_title(line) for line in real)),
        "page_break": float(new_page),
    }
    alike = max(same_header(table.header, header), same_header(table.repeated, header)) if header and table.header else 0.0
    result["same_header"] = float(alike >= 0.8)
    result["other_header"] = float(bool(header) and bool(table.header) and alike < 0.8) * (1.0 if alike < 0.6 else 0.4)
    result["no_header"] = float(not header)
    width = max((len(r.cells) for r in rows), default=0)
    result["same_width"] = float(width == table.width)
    result["other_width"] = float(width != table.width and not alike)
    result |= _order(table, rows)
    if result["same_header"] and result.get("numbering_restarts") and any(_ITEM.match(line.text) for line in real):
        result["title_between"] = 1.0
    if table.rows:
        first = next((t for t in table.rows[-1].text if t), "")
        result["after_total"] = float(is_total_label(first) and not result["same_header"])
    return result


def _order(table: OpenTable, rows: Sequence[PhysicalRow]) -> dict[str, float]:
    before = next((n for row in reversed(table.rows) if (n := number_of(row))), None)
    after = next((n for row in rows if (n := number_of(row))), None)
    lead = next((t for t in rows[0].text if t), "") if rows else ""
    result = {"lower": float(lead[:1].islower())}
    if before and after:
        result["numbering_goes_on"] = float(after == before + 1)
        result["numbering_restarts"] = float(after == 1 and before >= 1 and number_of(rows[0]) == 1)
        result["unnumbered"] = float(number_of(rows[0]) is None)
    return result


def number_of(row: PhysicalRow) -> int | None:
    """The running number of a row; None where its first cell holds something else."""
    text = row.text[0].strip("(). ") if row.text else ""
    return int(text) if text.isdecimal() and len(text) <= 3 else None

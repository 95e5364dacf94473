"""Tables whose columns a line of dashes shows (``----- -------- ---``), as Pandoc and reStructuredText write them.

Pandoc User's Guide, "simple_tables" and "multiline_tables"; docutils, "Simple Tables". Where blank lines part the rows, a row is what
stands between them; else every line is a row of its own, and those that go on with the row above are told later, by their contents.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final

from extractor.reading.document import Cell, Grid, GridRow
from extractor.reading.text_lines import SourceLine
from extractor.reading.text_marks import cell_of
from extractor.reading.text_tables import MOST_COLUMNS, place_of

_GROUP: Final = re.compile(r"-{2,}|={2,}")
_GROUPS: Final = re.compile(r"\s*(?:-{2,}(?:\s+-{2,})+|={2,}(?:\s+={2,})+)\s*")
_FULL: Final = re.compile(r"\s*(?:-{8,}|={8,})\s*")
_MOST_HEADER_LINES: Final = 12
_FITTING: Final = 0.8
"""Share of a table's lines that leave the gaps between its columns blank; the rest runs over them by accident."""


def dashed_grid(lines: Sequence[SourceLine], start: int, gap: float) -> tuple[int, Grid] | None:
    """The table that begins in this line, with its header or with a rule above it, and the line after it; None where none does."""
    found = _between_rules(lines, start) or _below_header(lines, start)
    if found is None or not found.fits():
        return None
    rows = found.rows()
    if len(rows) < 2:
        return None
    return found.stop, Grid("ruled" if found.spaced else "layout", rows, rows[0].place.union(rows[-1].place), gap)


@dataclass(slots=True)
class _Table:
    rule: SourceLine
    """The one that shows the columns."""
    header: Sequence[SourceLine]
    body: Sequence[SourceLine]
    stop: int
    """The line after the table."""

    @property
    def spaced(self) -> bool:
        """Whether blank lines part the rows."""
        return any(line.blank for line in self.body)

    def fits(self) -> bool:
        """Whether the lines keep to the columns, and use more than one."""
        spans = [group.span() for group in _GROUP.finditer(self.rule.text)]
        printed = [line.text for line in (*self.header, *self.body) if not line.blank]
        within = sum(all(not text[end:begin].strip() for (_, end), (begin, _) in pairwise(spans)) for text in printed)
        return within >= _FITTING * len(printed) and sum(bool(text[spans[1][0] :].strip()) for text in printed) > 1

    def rows(self) -> list[GridRow]:
        starts = [group.start() for group in _GROUP.finditer(self.rule.text)][1:MOST_COLUMNS]
        parts = [slice(*ends) for ends in pairwise([0, *starts, None])]
        parted = [list(lines) for blank, lines in groupby(self.body, lambda line: line.blank) if not blank]
        body = parted if self.spaced else [[line] for lines in parted for line in lines]
        head = [_row(self.header, parts, header=True)] if self.header else []
        return [*head, *(_row(lines, parts) for lines in body)]


def _row(lines: Sequence[SourceLine], parts: Sequence[slice], *, header: bool = False) -> GridRow:
    place = place_of(lines[0]).union(place_of(lines[-1]))
    texts = [tuple(line for source in lines for line in cell_of(source.text[part], place_of(source)).lines) for part in parts]
    return GridRow([Cell(found, place) for found in texts], place, header)


def _between_rules(lines: Sequence[SourceLine], start: int) -> _Table | None:
    """A rule, a header, the rule that shows the columns, rows, a rule; or the same without header and second rule."""
    top = lines[start].text
    if _GROUPS.fullmatch(top) is not None:
        return _framed_by_columns(lines, start)
    if _FULL.fullmatch(top) is None:
        return None
    shown = _header_end(lines, start)
    if shown is None or _GROUPS.fullmatch(lines[shown].text) is None or _extent(lines[shown].text) != _extent(top):
        return None
    end = _same(lines, shown + 1, _extent(top))
    return None if end is None else _Table(lines[shown], lines[start + 1 : shown], lines[shown + 1 : end], end + 1)


def _framed_by_columns(lines: Sequence[SourceLine], start: int) -> _Table | None:
    """A table whose outer rules show the columns too; a rule like them that stands between rows is the one below the header."""
    groups = lines[start].text.split()
    first = _same(lines, start + 1, _extent(lines[start].text))
    if first is None or lines[first].text.split() != groups:
        return None
    header = lines[start + 1 : first]
    end = _same(lines, first + 1, _extent(lines[start].text))
    if end is None or end == first + 1 or lines[first + 1].blank or any(line.blank for line in header) or lines[end].text.split() != groups:
        return _Table(lines[start], (), header, first + 1)
    return _Table(lines[start], header, lines[first + 1 : end], end + 1)


def _same(lines: Sequence[SourceLine], after: int, extent: tuple[int, int]) -> int | None:
    """The next rule, where it is as wide as this one."""
    found = next((at for at in range(after, len(lines)) if _is_rule(lines[at].text)), None)
    return found if found is not None and _extent(lines[found].text) == extent else None


def _extent(rule: str) -> tuple[int, int]:
    return len(rule) - len(rule.lstrip()), len(rule.rstrip())


def _below_header(lines: Sequence[SourceLine], start: int) -> _Table | None:
    """A header, the rule that shows the columns, rows down to a blank line or a rule."""
    shown = _header_end(lines, start)
    if lines[start].blank or shown is None or _GROUPS.fullmatch(lines[shown].text) is None:
        return None
    return _to_blank(lines, start, shown)


def _to_blank(lines: Sequence[SourceLine], header: int, shown: int) -> _Table:
    end = next((at for at in range(shown + 1, len(lines)) if lines[at].blank or _is_rule(lines[at].text)), len(lines))
    ruled = end < len(lines) and _is_rule(lines[end].text)
    return _Table(lines[shown], lines[header:shown], lines[shown + 1 : end], end + ruled)


def _header_end(lines: Sequence[SourceLine], start: int) -> int | None:
    """The rule, or blank line, below the lines that may be a header."""
    within = range(start + 1, min(start + _MOST_HEADER_LINES, len(lines)))
    return next((at for at in within if lines[at].blank or _is_rule(lines[at].text)), None)


def _is_rule(text: str) -> bool:
    dashes = "--" in text or "==" in text
    return dashes and (_GROUPS.fullmatch(text) is not None or _FULL.fullmatch(text) is not None)

"""What every writer prints the same way: lines of headings, marks of lists, entries of the table of contents."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from corpus.naskah import Contents, Heading, Items, Report, Table

_NUMBERED = re.compile(r"Tabel\s+\d")
_BULLETS = ("-", "•")


class Entry(NamedTuple):
    """A line of the table of contents: block it points to, depth of indent, text, pages by which the printed number is off."""

    block: int
    indent: int
    text: str
    shift: int


def heading_lines(heading: Heading) -> tuple[str, ...]:
    """The printed lines of a heading: a BAB stands over its title, unless the report words it otherwise."""
    if heading.lines:
        return heading.lines
    if heading.level == 1:
        return (f"BAB {heading.number}", heading.title)
    if not heading.number:
        return (heading.title,)
    return (f"{heading.number} {heading.title}" if "." in heading.number else f"{heading.number}. {heading.title}",)


def marks(items: Items) -> tuple[str, ...]:
    """What stands before each item of a list."""
    if items.marks in _BULLETS:
        return (items.marks,) * len(items.texts)
    first, after = items.marks[0], items.marks[1:]
    numbers = range(len(items.texts))
    return tuple(f"{n + 1 if first == '1' else chr(97 + n % 26)}{after}" for n in numbers)


def index_texts(table: Table) -> tuple[str, ...]:
    """The row of column numbers under a header."""
    return tuple(table.index_form.format(n) for n in range(1, len(table.widths) + 1))


def contents_entries(contents: Contents, report: Report) -> Iterator[Entry]:
    """The lines of a table of contents, or of a list of tables."""
    for number, block in enumerate(report.blocks):
        if contents.tables:
            if isinstance(block, Table) and _NUMBERED.match(block.caption):
                yield Entry(number, 0, " ".join(block.caption.split()), 0)
        elif isinstance(block, Heading) and block.listed and block.level <= contents.depth and block.contents != "-":
            text = block.contents or " ".join(heading_lines(block))
            yield Entry(number, max(block.level - 1, 0), text, block.contents_shift)


def wrong_contents(report: Report) -> bool:
    """Whether a table of contents states a page that is not the heading's."""
    return any(entry.shift for block in report.blocks if isinstance(block, Contents) for entry in contents_entries(block, report))


def anchor(number: int) -> str:
    """Name of the place where a block begins."""
    return f"b{number}"

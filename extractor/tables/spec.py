"""How a kind of table declares itself: its columns' vocabulary as data, beside the record that it becomes."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Role:
    """A column that a kind of table may have."""

    name: str
    words: tuple[str, ...]
    """Header wordings, lower case, without punctuation; the best fuzzy match counts."""
    looks: tuple[str, ...] = ()
    """Content profiles of ``tables.profile`` that fit: amount, percent, number, ordinal, text, tick, nip, code, date, name, quantity."""
    need: float = 0.0
    """How much a table of this kind loses where it has no such column."""
    many: bool = False
    """May stand several times (once per year or per quarter)."""


@dataclass(frozen=True, slots=True, eq=False)
class KindSpec:
    """A kind of table, which is equal to itself alone: what is made of its words is looked up by it, many times a page."""

    kind: str
    roles: tuple[Role, ...]
    title: tuple[str, ...] = ()
    """Wordings of titles and headings near such a table."""
    against: tuple[str, ...] = ()
    """Title or header wordings that speak against this kind."""
    any_of: tuple[str, ...] = ()
    """Roles of which at least one must be there."""
    chapters: tuple[str, ...] = field(default=())
    """Chapter titles in which it usually stands."""
    one_year: bool = False
    """Holds for one year: columns of several years speak against it."""

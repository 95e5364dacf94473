"""What a check is given: the records of one satker-year, views of them that are built once and shared, and what other reports say."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from extractor.model import Banding, LaporanSatker, Tabel

View = TypeVar("View")


@dataclass(slots=True)
class Case:
    """The satker-year under examination."""

    report: "LaporanSatker"
    others: "Sequence[Banding]" = ()
    """What the satker-years state that this one is to be compared with; none where it is examined alone."""
    common: frozenset[str] = frozenset()
    """Hashes of the paragraphs that too many reports hold for one to be a copy of another."""
    _views: dict[Callable[["Case"], Any], Any] = field(default_factory=dict, repr=False)
    _tables: "dict[str, Tabel]" = field(default_factory=dict, repr=False)

    def view(self, build: Callable[["Case"], View]) -> View:
        """What ``build`` makes of the records; built on first use, then shared by all checks."""
        if build not in self._views:
            self._views[build] = build(self)
        return cast(View, self._views[build])

    def table(self, name: str | None) -> "Tabel | None":
        """The table of an id."""
        if not self._tables:
            self._tables = {table.id: table for table in self.report.tabel}
        return self._tables.get(name or "")

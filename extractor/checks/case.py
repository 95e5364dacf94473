"""What a check is given: the records of one satker-year, and views of them that are built once and shared."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from extractor.model import LaporanSatker, Tabel

View = TypeVar("View")


@dataclass(slots=True)
class Case:
    """The satker-year under examination."""

    report: LaporanSatker
    _views: dict[Callable[["Case"], Any], Any] = field(default_factory=dict, repr=False)
    _tables: dict[str, Tabel] = field(default_factory=dict, repr=False)

    def view(self, build: Callable[["Case"], View]) -> View:
        """What ``build`` makes of the records; built on first use, then shared by all checks."""
        if build not in self._views:
            self._views[build] = build(self)
        return cast(View, self._views[build])

    def table(self, name: str | None) -> Tabel | None:
        """The table of an id."""
        if not self._tables:
            self._tables = {table.id: table for table in self.report.tabel}
        return self._tables.get(name or "")

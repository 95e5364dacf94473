"""Whole agreements: every table of targets with its holder, its parties and the budget list that follows it."""

import re
from collections.abc import Callable, Sequence
from typing import Protocol

from extractor.identity.dateline import read_dateline
from extractor.model import PerjanjianKinerja, Pihak
from extractor.records import pk, pk_anggaran
from extractor.records.context import Context
from extractor.records.headings import heading, lines_above, unit_named, year_in
from extractor.tables.table import Item, Table

_TITLE = re.compile(r"(?:perjanjian|penetapan)\s*kinerja", re.IGNORECASE)
_PASSED_OVER = frozenset({"lain", "pk_anggaran"})
_SIGNED_WITHIN = 16
"""Lines and tables under the targets among which an agreement without a cover page is dated."""
_DATELINE = 60
"""Letters of a line that holds nothing but place and date."""


class Party(Protocol):
    """One who signs."""

    @property
    def name(self) -> str | None: ...
    @property
    def position(self) -> str | None: ...


class Agreement(Protocol):
    """What the cover page and the signatures of one agreement say; it covers the items [start, stop) of the flow."""

    @property
    def start(self) -> int: ...
    @property
    def stop(self) -> int: ...
    @property
    def first(self) -> Party | None: ...
    @property
    def second(self) -> Party | None: ...
    @property
    def year(self) -> int | None: ...
    @property
    def place(self) -> str | None: ...
    @property
    def date(self) -> str | None: ...


Holder = Callable[[Agreement | None, str | None, str | None], str | None]
"""Cover (if any), heading over the table, name of the reporting body -> the one whose targets these are."""


def read_agreements(flow: Sequence[Item], agreements: Sequence[Agreement], context: Context, holder: Holder) -> list[PerjanjianKinerja]:
    """One agreement per table of kind ``pk``, in printed order, with the budget lists up to the next table of targets.

    ``agreements`` are the cover pages; each belongs to the first table of targets after its start.
    """
    at_tables = [(i, item) for i, item in enumerate(flow) if isinstance(item, Table)]
    result = []
    previous = -1
    for n, (at, table) in enumerate(at_tables):
        if table.kind == "pk":
            budgets = _budgets([t for _, t in at_tables[n + 1 :]])
            result.append(_agreement(flow, at, table, budgets, _cover(agreements, previous, at), context, holder))
            previous = at
    return result


def _budgets(following: Sequence[Table]) -> list[Table]:
    """The budget lists up to the next table of another known kind."""
    found = []
    for table in following:
        if table.kind not in _PASSED_OVER:
            break
        if table.kind == "pk_anggaran":
            found.append(table)
    return found


def _cover(agreements: Sequence[Agreement], previous: int, at: int) -> Agreement | None:
    """The last cover page between the table of targets before and this one."""
    return max((a for a in agreements if previous < a.start <= at), key=lambda a: a.start, default=None)


def _agreement(
    flow: Sequence[Item], at: int, table: Table, budgets: Sequence[Table], agreement: Agreement | None, context: Context, holder: Holder
) -> PerjanjianKinerja:
    title = heading(lines_above(flow, at), _TITLE)
    joined = " ".join(title)
    unit = holder(agreement, joined or None, context.body)
    place, date = (agreement.place, agreement.date) if agreement else _signed(flow[at + 1 : at + 1 + _SIGNED_WITHIN])
    return PerjanjianKinerja(
        id=f"{table.id}-pk",
        dokumen=context.document,
        tabel=table.id,
        tahun=year_in(title) or (agreement.year if agreement else None) or table.year or context.year,
        unit=unit or unit_named(title, None),
        pihak_pertama=_party(agreement.first) if agreement else None,
        pihak_kedua=_party(agreement.second) if agreement else None,
        tempat=place,
        tanggal=date,
        baris=pk.read(table, context),
        anggaran=[row for budget in budgets for row in pk_anggaran.read(budget, context)],
    )


def _signed(below: Sequence[Item]) -> tuple[str | None, str | None]:
    """Place and date of the signature right under an agreement without a cover page."""
    for item in below:
        if isinstance(item, Table):
            if item.kind not in _PASSED_OVER:
                break
        elif _TITLE.search(item.text):
            break
        elif len(item.text) <= _DATELINE and (found := read_dateline(item.text)) is not None:
            return found.place, found.date
    return None, None


def _party(party: Party | None) -> Pihak | None:
    return Pihak(nama=party.name, jabatan=party.position) if party and (party.name or party.position) else None

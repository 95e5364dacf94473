"""E06: names of those who sign."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz.distance import DamerauLevenshtein

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, Finding, Holds, Outcome
from extractor.checks.registry import check
from extractor.checks.samples import mention, report
from extractor.checks.show import short
from extractor.checks.views.grids import Grid, grids
from extractor.identity.positions import same_position
from extractor.model import LaporanSatker, Sebutan
from extractor.values.lookalike import mend_lookalikes

_TITLES = re.compile(r"^(?:(?:Drs?|Dra|Ir|H|Hj|Prof|dr)\.?\s+)+", re.IGNORECASE)
_ORDINAL = re.compile(r"\bke\s?-?\s?([0-9]{1,2})\b", re.IGNORECASE)
_STRAY = re.compile(r"(?<![\w.])[A-Z](?![\w.])|(?<=[a-z])[A-Z]\b|\b[A-Z](?=[A-Z][a-z])")
"""A capital that is no initial, which a stamp over the page left beside a name or in it."""
_SHORTEST = 8
_SLIP = 2


def _example(*names: str) -> LaporanSatker:
    """The secretary's signature, once per name."""
    return report(sebutan=[mention("nama", name, None, "Sekretaris", 3 + at) for at, name in enumerate(names)])


@check(
    "E06", "name_mismatch", "peringatan", "Nama orang atau penanda jabatan ditulis berbeda, atau baris memakai nama sasaran lain",
    wrong=lambda: _example("Adhitya Wirasena", "Adhitya Wirasena", "Aditya Wirasena"),
    right=lambda: _example("Adhitya Wirasena", "ADHITYA WIRASENA, S.H."),
)  # fmt: skip
def name_mismatch(case: Case) -> Iterator[Outcome]:
    """One person is spelled differently, or one office is signed under different names; a row bears the name of another table's.

    Compares: the names under all signatures with each other, with the parties of the agreements and with the staff list; the
        numbers of sasaran in the labels of rows of means, from table to table.
    Rule: a person has one name; an office has one holder on the documents of one year.
    Tolerance: titles, capitals, blanks and stops; a name that breaks off; a capital from a stamp beside
        it. Different names under one office count only where one of them stands once, in no agreement and no staff list, and
        the other three times or more: holders change.
    Wrong: Adhitya Wirasena and, once, Aditya Wirasena, both Sekretaris.
    Right: one spelling in both.
    Repair: the spelling that stands most often.
    """
    signed = [m for m in case.report.sebutan if m.jenis == "nama" and len(_bare(m.teks)) >= _SHORTEST]
    printed = {_bare(name): name for name in _known(case)}
    known = Counter(_bare(name) for name in _known(case))
    spellings = Counter(_bare(m.teks) for m in signed) + known
    for item in signed:
        twin = _twin(_bare(item.teks), spellings, known)
        if twin is None or _bare(_STRAY.sub("", item.teks)) == twin:
            holder = None if _bare(item.teks) in known else _other_holder(item, signed)
            yield Holds() if holder is None else _finding(item, holder.teks, (holder,))
            continue
        others = [m for m in signed if _bare(m.teks) == twin]
        yield _finding(item, others[0].teks if others else printed[twin], others)
    for document in case.report.dokumen:
        yield from _means([grid for grid in case.view(grids) if grid.table.dokumen == document.id])


def _means(tables: Sequence[Grid]) -> Iterator[Outcome]:
    """Rows such as "rata-rata sasaran ke-3" that close one table each: they count on from table to table."""
    found = [(grid, row, match) for grid in tables for row in grid.rows if row.role == "average" and (match := _ORDINAL.search(row.label))]
    for (_, before, first), (grid, row, second) in pairwise(found):
        alike_but_for_it = _ORDINAL.sub("", before.label).lower() == _ORDINAL.sub("", row.label).lower()
        if not alike_but_for_it or first[1] != second[1]:
            yield Holds()
            continue
        wanted = row.label.replace(second[1], str(int(second[1]) + 1))
        yield Finding(
            id=f"{short(grid.title)}: “{short(row.label)}” berdiri di bawah dua tabel; di sini seharusnya “{short(wanted)}”.",
            en=f"{short(grid.title)}: “{short(row.label)}” closes two tables; here it should read “{short(wanted)}”.",
            evidence=(Evidence(row.label, row.place), Evidence(before.label, before.place)), stated=row.label, computed=wanted,
        )  # fmt: skip


def _bare(name: str) -> str:
    return re.sub(r"[\W\d_]+", "", _TITLES.sub("", mend_lookalikes(name).split(",", maxsplit=1)[0]).lower())


def _known(case: Case) -> list[str]:
    """The names of parties and staff."""
    parties = [p.nama for a in case.report.perjanjian_kinerja for p in (a.pihak_pertama, a.pihak_kedua) if p is not None and p.nama]
    return [*parties, *(e.nama for e in case.report.pegawai.daftar if e.nama)]


def _twin(name: str, spellings: Counter[str], known: Counter[str]) -> str | None:
    """A spelling of the same name that stands more often; of two that stand as often, a party's or that of the staff list."""
    weights = {s: (count, known[s]) for s, count in spellings.items()}
    near = [s for s in spellings if s != name and weights[s] > weights[name] and _near(s, name)]
    return max(near, key=lambda s: (weights[s], s), default=None)


def _near(one: str, other: str) -> bool:
    if one.startswith(other) or other.startswith(one):
        return False
    return DamerauLevenshtein.distance(one, other, score_cutoff=_SLIP) <= (_SLIP if min(len(one), len(other)) >= 12 else 1)


def _other_holder(item: Sebutan, signed: Sequence[Sebutan]) -> Sebutan | None:
    """Someone else who signs the same office throughout, where this name stands once."""
    if sum(_bare(m.teks) == _bare(item.teks) for m in signed) > 1 or not item.keterangan:
        return None
    office = [m for m in signed if m is not item and same_position(m.keterangan, item.keterangan)]
    names = Counter(_bare(m.teks) for m in office)
    return office[0] if len(names) == 1 and len(office) >= 3 else None


def _finding(item: Sebutan, right: str, others: Sequence[Sebutan]) -> Finding:
    office = f" ({short(item.keterangan)})" if item.keterangan else ""
    return Finding(
        id=f"Nama{office} tertulis {short(item.teks)}, di tempat lain {short(right)}.",
        en=f"The name{office} is printed as {short(item.teks)} and elsewhere as {short(right)}.",
        evidence=(Evidence(item.teks, item.sumber), *(Evidence(m.teks, m.sumber) for m in others)), stated=item.teks, computed=right,
    )  # fmt: skip

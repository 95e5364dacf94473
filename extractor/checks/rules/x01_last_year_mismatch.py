"""X01: last year's figures, told otherwise than last year."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, Finding, Holds, NotEvaluable, Outcome
from extractor.checks.registry import check
from extractor.checks.samples import YEAR, achievements, neighbour, report
from extractor.checks.show import Number, short, with_unit
from extractor.checks.views.statements import agree, counterparts, evidence, statements
from extractor.model import Banding, Pernyataan

STRANGE: Final = 3
"""Figures of a column that must differ from last year's report before the column is taken for something else."""

Pair = tuple[Pernyataan, Sequence[Pernyataan]]


def _example(told: str) -> Case:
    """Last year's result as this report tells it; last year's own report says 78,20 %."""
    rows = achievements(("Persentase partisipasi pemilih", "80%", told, "97,75%"), year=YEAR - 1)
    before = achievements(("Persentase partisipasi pemilih", "80%", "78,20%", "97,75%"), year=YEAR - 1)
    return Case(report(capaian_kinerja=[rows]), [neighbour(report(tahun=YEAR - 1, capaian_kinerja=[before]))])


@check(
    "X01", "last_year_mismatch", "peringatan", "Angka tahun lalu berbeda dari laporan tahun lalu",
    wrong=lambda: _example("72,80%"), right=lambda: _example("78,2%"), across=True,
)  # fmt: skip
def last_year_mismatch(case: Case) -> Iterator[Outcome]:
    """A figure of an earlier year differs from that year's own report.

    Compares: target, realisasi and capaian of indicators, pagu and realisasi of budget lines that this report states of an
        earlier year, with what the same satker's report of that year states of its own year.
    Rule: PermenPANRB 53/2014: the report compares this year's results with those of earlier years, which are reported already.
    Tolerance: rounding: figures with different decimals may be one value, and so may rupiah rounded to millions. A figure
        that any table of the earlier report states is right. Names that stand twice with different values, and columns that
        differ from the earlier report more often than not, are left alone: they are something else, or another version.
    Wrong: 72,80 % for last year in a comparison of years, 78,20 % in last year's report.
    Right: 78,2 % (one decimal less) in the comparison.
    Repair: the figure of the earlier report, unless it was corrected since (an audit, say).
    """
    year = case.report.tahun
    own = [item for item in case.view(statements) if year is not None and item.tahun < year and item.bidang != "pegawai"]
    for source in (other for other in case.others if _same_satker(other, case)):
        pairs = [(item, counterparts(item, source.pernyataan)) for item in own if item.tahun == source.tahun]
        yield from _compared([pair for pair in pairs if pair[1]], source, year or 0)


def _same_satker(other: Banding, case: Case) -> bool:
    return other.satker.nama == case.report.satker.nama


def _compared(pairs: Sequence[Pair], source: Banding, year: int) -> Iterator[Outcome]:
    verdicts = [_verdict(one, others) for one, others in pairs]
    strange = _strange(pairs, verdicts)
    odd: dict[tuple[str, str, str], list[Pair]] = defaultdict(list)
    for (one, others), verdict in zip(pairs, verdicts, strict=True):
        if verdict:
            yield Holds((evidence(one),))
        elif verdict is None or (one.tabel, one.ukuran) in strange or _repeated(one, pairs):
            yield NotEvaluable("the two reports do not say this of one thing")
        else:
            odd[others[0].nama, one.ukuran, str(one.nilai)].append((one, others))
    for found in odd.values():
        yield _finding(found, source, year)


def _verdict(one: Pernyataan, others: Sequence[Pernyataan]) -> bool | None:
    """Whether any of the others agrees; None where they contradict each other or are of another kind."""
    verdicts = {agree(one, other) for other in others}
    if True in verdicts:
        return True
    return False if verdicts == {False} and len({str(other.nilai) for other in others}) == 1 else None


def _strange(pairs: Sequence[Pair], verdicts: Sequence[bool | None]) -> set[tuple[str, str]]:
    """The columns (table, measure) that differ from the earlier report more often than not."""
    agreeing = Counter((one.tabel, one.ukuran) for (one, _), verdict in zip(pairs, verdicts, strict=True) if verdict)
    differing = Counter((one.tabel, one.ukuran) for (one, _), verdict in zip(pairs, verdicts, strict=True) if verdict is False)
    return {column for column, times in differing.items() if times >= STRANGE and times > agreeing[column]}


def _repeated(one: Pernyataan, pairs: Sequence[Pair]) -> bool:
    """Whether its table says something else under the same name."""
    same = [other for other, _ in pairs if (other.tabel, other.ukuran, other.nama, other.tingkat) == _key(one)]
    return len({str(other.nilai) for other in same}) > 1


def _key(item: Pernyataan) -> tuple[str, str, str, str | None]:
    return item.tabel, item.ukuran, item.nama, item.tingkat


def _finding(found: Sequence[Pair], source: Banding, year: int) -> Finding:
    one, others = found[0]
    other = others[0]
    unit = "rupiah" if one.bidang == "anggaran" else None
    said, before = (
        with_unit(item.nilai, unit) if unit and not isinstance(item.nilai, str) else short(item.mentah) for item in (one, other)
    )
    name, then = short(one.nama) or short(other.nama), source.tahun
    figures: list[Evidence] = [evidence(item) for item, _ in found] + [evidence(item, source) for item in others]
    stated: tuple[Number | str, Number | str] = (one.nilai, other.nilai)
    return Finding(
        id=f"{name}: {one.ukuran} {then} tertulis {said} dalam laporan {year}, {before} dalam laporan {then} sendiri.",
        en=f"{name}: the {one.ukuran} of {then} is {said} in the report of {year} and {before} in the report of {then} itself.",
        evidence=tuple({e.key: e for e in figures}.values()), stated=stated[0], computed=stated[1],
        unit=unit or ("%" if "%" in one.mentah and "%" in other.mentah else None), weight=5,
    )  # fmt: skip

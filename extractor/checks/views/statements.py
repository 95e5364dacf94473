"""What a satker-year states of itself and of earlier years: results of indicators, lines of the budget, counts of staff."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, Literal

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence
from extractor.checks.views.budget import budget
from extractor.checks.views.names import alike, core, plain
from extractor.checks.views.versions import compatible
from extractor.model import Angka, Banding, Pernyataan, Target
from extractor.values.rounding import printed_decimals, printed_interval

ALIKE: Final = 90.0
SCALES: Final = (1_000_000, 1_000_000_000)
"""Units to which a table of several years may round its rupiah."""
_FIGURES: Final = frozenset({"persen", "angka", "jumlah", "predikat"})


def statements(case: Case) -> list[Pernyataan]:
    """All of them with a year, in the order of the tables."""
    found = [*_results(case), *_spent(case), *_counted(case)]
    finest: dict[tuple[str, str], int] = defaultdict(int)
    for item in found:
        finest[item.tabel, item.ukuran] = max(finest[item.tabel, item.ukuran], item.desimal)
    for item in found:
        item.desimal = finest[item.tabel, item.ukuran]  # a table that prints decimals elsewhere means a whole number exactly
    return found


def _results(case: Case) -> Iterator[Pernyataan]:
    for block in case.report.capaian_kinerja:
        for row in block.baris:
            if row.tahun is None or not plain(row.indikator or ""):
                continue
            for measure in ("target", "realisasi", "capaian"):
                figure: Target | None = getattr(row, measure)
                if figure is not None and figure.jenis in _FIGURES and figure.nilai is not None:
                    yield Pernyataan(
                        bidang="indikator", ukuran=measure, nama=row.indikator, tahun=row.tahun, nilai=figure.nilai, mentah=figure.mentah,
                        desimal=printed_decimals(figure.mentah), tabel=block.tabel or block.id, sumber=row.sumber,
                    )  # fmt: skip


def _spent(case: Case) -> Iterator[Pernyataan]:
    for line in case.view(budget):
        if line.origin != "realisasi" or line.year is None:
            continue
        pairs: tuple[tuple[Literal["pagu", "realisasi"], Evidence | None], ...] = (("pagu", line.pagu), ("realisasi", line.realisasi))
        for measure, figure in pairs:
            if figure is not None and figure.value is not None:
                yield Pernyataan(
                    bidang="anggaran", ukuran=measure, nama=line.name, kode=line.code, tingkat=line.level, tahun=line.year,
                    nilai=figure.value, mentah=figure.raw, tabel=line.table, sumber=figure.source,
                )  # fmt: skip


def _counted(case: Case) -> Iterator[Pernyataan]:
    for row in case.report.pegawai.rekap:
        figure: Angka = row.jumlah
        if row.dimensi == "total" and case.report.tahun is not None and figure.nilai is not None:
            yield Pernyataan(
                bidang="pegawai", ukuran="jumlah", nama=row.label, tahun=case.report.tahun, nilai=figure.nilai, mentah=figure.mentah,
                tabel="pegawai", sumber=figure.sumber or row.sumber,
            )  # fmt: skip


def agree(one: Pernyataan, other: Pernyataan) -> bool | None:
    """Whether two statements of one thing may be one value, rounded differently; None where one is a grade and one a figure."""
    a, b = one.nilai, other.nilai
    if isinstance(a, str) or isinstance(b, str):
        return core(str(a)) == core(str(b)) if isinstance(a, str) and isinstance(b, str) else None
    if a == b:
        return True
    if one.bidang == "anggaran":
        return any(_scaled(a, b, scale) or _scaled(b, a, scale) for scale in SCALES)
    places = one.desimal, other.desimal
    return places[0] != places[1] and printed_interval(a, places[0]).meets(printed_interval(b, places[1]))


def _scaled(rough: int | Decimal, exact: int | Decimal, scale: int) -> bool:
    """Whether the first is the second rounded to a unit of this size, several units at least."""
    return rough % scale == 0 and rough >= 100 * scale and exact - scale < rough < exact + scale


def counterparts(one: Pernyataan, others: Sequence[Pernyataan]) -> list[Pernyataan]:
    """The statements among these that speak of the same thing: the best by name, all of one name."""
    scored = [(_likeness(one, other), other) for other in others]
    best = max((score for score, _ in scored), default=0.0)
    return [other for score, other in scored if score == best] if best >= ALIKE else []


def _likeness(one: Pernyataan, other: Pernyataan) -> float:
    if (one.bidang, one.ukuran, one.tahun) != (other.bidang, other.ukuran, other.tahun):
        return 0.0
    if one.tingkat == other.tingkat == "total":
        return 100.0
    if "total" in (one.tingkat, other.tingkat) or (one.tingkat and other.tingkat and one.tingkat != other.tingkat):
        return 0.0
    if one.kode and other.kode and not compatible(one.kode, other.kode):
        return 0.0
    return alike(one.nama, other.nama)


def evidence(item: Pernyataan, source: Banding | None = None) -> Evidence:
    """A statement as evidence, of this report or of another one."""
    places = item.sumber if isinstance(item.sumber, list) else [item.sumber] if item.sumber else []
    file = source.berkas.get(places[0].dokumen, "") if source and places else None
    value = None if isinstance(item.nilai, str) else item.nilai
    return Evidence(item.mentah, item.sumber, value, item.nama, file)

"""All records of one document, kind by kind, from its flow of lines and tables."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from extractor.identity import Identity
from extractor.identity.agreements import find_agreements, holder
from extractor.model import (
    CapaianKinerja,
    Iku,
    Kepegawaian,
    PerjanjianKinerja,
    RealisasiAnggaran,
    RencanaAksi,
    RencanaKinerja,
    Target,
)
from extractor.records import capaian, iku, pegawai_daftar, pegawai_rekap, rak, realisasi, rkt
from extractor.records.agreements import read_agreements
from extractor.records.combined import performance_half
from extractor.records.context import Context
from extractor.records.grouped import settle_groups
from extractor.records.pegawai_kalimat import read_flow
from extractor.tables.table import Item, Table

Row = TypeVar("Row")


@dataclass(slots=True)
class Records:
    """What the tables and sentences of one document mean."""

    context: Context
    perjanjian_kinerja: list[PerjanjianKinerja] = field(default_factory=list)
    rencana_kinerja: list[RencanaKinerja] = field(default_factory=list)
    rencana_aksi: list[RencanaAksi] = field(default_factory=list)
    capaian_kinerja: list[CapaianKinerja] = field(default_factory=list)
    realisasi_anggaran: list[RealisasiAnggaran] = field(default_factory=list)
    pegawai: Kepegawaian = field(default_factory=Kepegawaian)
    iku: list[Iku] = field(default_factory=list)


def collect(flow: Sequence[Item], document: str, identity: Identity) -> Records:
    """Reads every table by its kind and the staff counts stated in sentences."""
    context = Context(document, identity.year, identity.name)
    records = _records(flow, document, context)
    settle_groups(_targets(records), flow)
    return records


def _targets(records: Records) -> Iterator[Target | None]:
    yield from (row.target for agreement in records.perjanjian_kinerja for row in agreement.baris)
    yield from (row.target for plan in records.rencana_kinerja for row in plan.baris)
    yield from (row.target for plan in records.rencana_aksi for row in plan.baris)
    for achieved in records.capaian_kinerja:
        for row in achieved.baris:
            yield from (row.target, row.realisasi, row.capaian)


def _records(flow: Sequence[Item], document: str, context: Context) -> Records:
    return Records(
        context,
        perjanjian_kinerja=read_agreements(flow, find_agreements(flow), context, holder),
        rencana_kinerja=rkt.read_plans(flow, context),
        rencana_aksi=rak.read_action_plans(flow, context),
        capaian_kinerja=[
            CapaianKinerja(id=f"{table.id}-capaian", dokumen=document, tabel=table.id, baris=rows)
            for table, rows in _read(_achievements(flow), ("capaian_kinerja", "realisasi_anggaran"), capaian.read, context)
        ],
        realisasi_anggaran=[
            RealisasiAnggaran(id=f"{table.id}-realisasi", dokumen=document, tabel=table.id, baris=rows)
            for table, rows in _read(flow, ("realisasi_anggaran",), realisasi.read, context)
        ],
        pegawai=Kepegawaian(
            daftar=[row for _, rows in _read(flow, ("pegawai_daftar",), pegawai_daftar.read, context) for row in rows],
            rekap=[row for _, rows in _read(flow, ("pegawai_rekap",), pegawai_rekap.read, context) for row in rows]
            + read_flow(flow, context),
        ),
        iku=[row for _, rows in _read(flow, ("iku",), iku.read, context) for row in rows],
    )


def _achievements(flow: Sequence[Item]) -> list[Item]:
    """Tables of achievements, and the performance halves of tables that state the budget beside them."""
    tables = [item for item in flow if isinstance(item, Table)]
    halves = [table if table.kind == "capaian_kinerja" else performance_half(table) for table in tables]
    return [table for table in halves if table is not None]


def _read(
    flow: Sequence[Item], kinds: Sequence[str], read: Callable[[Table, Context], list[Row]], context: Context
) -> Iterator[tuple[Table, list[Row]]]:
    for item in flow:
        if isinstance(item, Table) and item.kind in kinds and (rows := read(item, context)):
            yield item, rows

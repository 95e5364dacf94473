"""What the user sees at the end: one line per satker-year."""

from collections.abc import Sequence

from rich import box
from rich.table import Table

from extractor.model.proses import SatkerWritten

KINDS = {
    "perjanjian_kinerja": "PK",
    "rencana_kinerja": "RKT",
    "rencana_aksi": "RAK",
    "capaian_kinerja": "Capaian",
    "realisasi_anggaran": "Anggaran",
    "pegawai": "Pegawai",
    "iku": "IKU",
}
"""Kind of record -> heading of its column."""


def rupiah(value: int | None) -> str:
    """51412431000 -> "51.412.431.000"; a dash for None."""
    return "–" if value is None else f"{value:,}".replace(",", ".")


def summary_table(satkers: Sequence[SatkerWritten], *, per_kind: bool = True) -> Table:
    """The table of results, with one column per kind of record that any satker has, or one for all kinds."""
    kinds = [kind for kind in KINDS if any(row.records[kind] for row in satkers)]
    headings = [KINDS[kind] for kind in kinds] if per_kind else ["Baris"]
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    table.add_column("Satker", overflow="fold", min_width=12)
    severities = {"galat": "Galat", "peringatan": "Peringatan"} if per_kind else {"galat": "Galat"}
    for heading in ("Tahun", "Dok", "Tabel", *headings, "Pagu (Rp)", "Realisasi (Rp)", *severities.values(), "Catatan"):
        table.add_column(heading, justify="right", no_wrap=True)
    for row in satkers:
        counts = [row.records[kind] for kind in kinds] if per_kind else [sum(row.records.values())]
        figures = (str(row.tahun or "–"), *map(str, (len(row.documents), row.tables, *counts)))
        told = (*(row.findings[severity] for severity in severities), row.warnings)
        table.add_row(row.satker, *figures, rupiah(row.pagu), rupiah(row.realisasi), *map(str, told))
    return table

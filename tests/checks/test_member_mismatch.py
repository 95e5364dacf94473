"""X02: which columns of a province's table are about the budget of its satkers."""

from extractor.checks import checks, examine
from extractor.checks.case import Case
from extractor.checks.samples import neighbour, report, spending, table
from extractor.model import Satker

PROVINCE = Satker(nama="KPU Provinsi Bali", tingkat="provinsi", wilayah="Bali", kode_wilayah="51", keyakinan=1)
MEMBERS = {
    "Tabanan": ("51.02", "2.500.000.000", "2.415.700.000"),
    "Badung": ("51.03", "3.100.000.000", "3.044.120.000"),
    "Gianyar": ("51.04", "1.900.000.000", "1.822.350.000"),
}


def _stated(*spent: str) -> list[object]:
    """What is found where the province tells these amounts."""
    rows = [f"{n} | KPU Kabupaten {name} | {spent[n - 1]}" for n, name in enumerate(MEMBERS, 1)]
    listed = table("No | Satuan Kerja | Realisasi Anggaran\n" + "\n".join(rows))
    others = [
        neighbour(
            report(
                satker=Satker(nama=f"KPU Kabupaten {name}", tingkat="kabupaten", wilayah=name, kode_wilayah=code, keyakinan=1),
                realisasi_anggaran=[spending([("Jumlah", "total", pagu, own, "")])],
            )
        )
        for name, (code, pagu, own) in MEMBERS.items()
    ]
    return [f.dinyatakan for f in examine(Case(report(satker=PROVINCE, tabel=[listed]), others), [checks()["X02"]]).findings]


def test_one_amount_that_differs_among_those_that_agree_is_told() -> None:
    own = [spent for _, _, spent in MEMBERS.values()]
    assert _stated(*own) == []
    assert _stated(own[0], "3.404.120.000", own[2]) == [3_404_120_000]


def test_a_column_in_which_nothing_agrees_is_about_something_else() -> None:
    assert _stated("415.700.000", "44.120.000", "322.350.000") == []

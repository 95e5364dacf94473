"""Figures in prose against the line or the indicator that their own sentence shows."""

from decimal import Decimal

import pytest

from extractor.checks import examine
from extractor.checks.samples import achievements, claim, report, spending
from extractor.model import Klaim, Temuan

ROWS = [
    ("Pemilihan Umum", "program", "60.000.000", "59.100.000", "98,50%"),
    ("Dukungan Manajemen", "program", "40.000.000", "38.900.000", "97,25%"),
    ("Jumlah", "total", "100.000.000", "98.000.000", "98,00%"),
]


def _sentence(text: str, *figures: tuple[str, str, int | Decimal, str], year: int = 2024, **more: object) -> list[Klaim]:
    """Claims of one sentence: kind, raw, value, measure."""
    found = []
    for kind, raw, value, measure in figures:
        made = claim(text, raw, value, kind=kind, line=40)
        role = "share" if kind == "persen" and measure == "penyerapan" else None
        found.append(made.model_copy(update={"ukuran": measure, "tahun": year, "peran": role, "kelompok": 1, **more}))
    return found


def _budget(pagu: int, spent: int, share: str, subject: str | None = None) -> list[Temuan]:
    text = f"Dari anggaran sebesar Rp{pagu} telah direalisasikan Rp{spent} atau {share}."
    said = _sentence(
        text, ("rupiah", f"Rp{pagu}", pagu, "pagu"), ("rupiah", f"Rp{spent}", spent, "realisasi"),
        ("persen", share, Decimal(share.strip("%").replace(",", ".")), "penyerapan"), subjek=subject,
    )  # fmt: skip
    return [f for f in examine(report(klaim=said, realisasi_anggaran=[spending(ROWS)])).findings if f.kode == "C02"]


@pytest.mark.parametrize(
    ("figures", "wrong"),
    [
        ((100_000_000, 98_000_000, "98,00%"), []),
        ((100_000_000, 98_000_000, "98%"), []),
        ((100_000_000, 98_000_000, "96,00%"), [(Decimal("96.00"), Decimal("98.00"))]),
        ((100_000_000, 89_000_000, "98,00%"), [(89_000_000, 98_000_000)]),
        ((10_000_000, 98_000_000, "98,00%"), [(10_000_000, 100_000_000)]),
        ((60_000_000, 59_100_000, "98,50%"), []),
        ((70_000_000, 66_000_000, "94,29%"), []),
    ],
)
def test_the_line_is_found_by_the_amounts_of_the_sentence(figures, wrong) -> None:
    assert [(f.dinyatakan, f.dihitung) for f in _budget(*figures)] == wrong


def test_a_subject_carried_over_from_before_does_not_outweigh_the_amounts() -> None:
    assert _budget(100_000_000, 98_000_000, "98,00%", subject="Dukungan Manajemen") == []


INDICATOR = "Persentase kendaraan yang laik jalan"
TABLE = achievements((INDICATOR, "79,00%", "78,80%", "99,75%"), ("Persentase terminal yang terawat", "60,00%", "30,00%", "50,00%"))


def _reached(text: str, *figures: tuple[str, Decimal, str], **more: object) -> list[tuple[object, object]]:
    said = _sentence(text, *(("persen", raw, value, measure) for raw, value, measure in figures), **more)
    found = examine(report(klaim=said, capaian_kinerja=[TABLE])).findings
    return [(f.dinyatakan, f.dihitung) for f in found if f.kode == "C02"]


def test_an_indicator_named_in_the_sentence() -> None:
    text = f"Capaian {INDICATOR} adalah {{}}."
    assert _reached(text, ("99,24%", Decimal("99.24"), "capaian"), subjek=INDICATOR) == [(Decimal("99.24"), Decimal("99.75"))]
    assert _reached(text, ("99,75%", Decimal("99.75"), "capaian"), subjek=INDICATOR) == []


def test_an_indicator_told_by_two_of_three_figures() -> None:
    figures = [("78,80%", Decimal("78.80"), "realisasi"), ("79,00%", Decimal("79.00"), "target"), ("99,24%", Decimal("99.24"), "capaian")]
    text = "Realisasinya 78,80% dari target 79,00%, capaiannya 99,24%."
    assert _reached(text, *figures) == [(Decimal("99.24"), Decimal("99.75"))]
    assert _reached("Targetnya 79,00% dan capaiannya 99,24%.", *figures[1:]) == []


def test_a_year_that_only_the_context_tells_may_be_another() -> None:
    last = achievements((INDICATOR, "75,00%", "60,00%", "80,00%"), name="T02", year=2023, first=20)
    text = f"Capaian {INDICATOR} adalah 99,75%."
    said = _sentence(text, ("persen", "99,75%", Decimal("99.75"), "capaian"), year=2023, subjek=INDICATOR, dasar_tahun="context")
    assert examine(report(klaim=said, capaian_kinerja=[TABLE, last])).findings == []


def test_a_percent_is_compared_with_the_amounts_beside_it_where_no_line_has_them() -> None:
    assert [f.dihitung for f in _budget(50_000_000, 40_000_000, "90,00%")] == [80]
    assert _budget(50_000_000, 40_000_000, "80,00%") == []


def _holdings(total: int, *parts: int, verb: str = "terdiri dari") -> list[str]:
    text = f"Nilai barang sebesar Rp{total} yang {verb} {' dan '.join(f'Rp{part}' for part in parts)}."
    said = _sentence(text, *(("rupiah", f"Rp{value}", value, "") for value in (total, *parts)), ukuran=None)
    roles = ["total"] + ["part"] * len(parts)
    return [f.kode for f in examine(report(klaim=[c.model_copy(update={"peran": r}) for c, r in zip(said, roles, strict=True)])).findings]


def test_an_amount_and_the_parts_that_its_sentence_names() -> None:
    assert _holdings(11_896_339_333, 11_810_446_993, 85_892_400) == ["A01"]
    assert _holdings(11_896_339_393, 11_810_446_993, 85_892_400) == []
    assert _holdings(11_896_339_393, 810_446_993, 85_892_400) == []
    assert _holdings(11_896_339_333, 11_810_446_993, 85_892_400, verb="berbeda dari") == []


@pytest.mark.parametrize(("spent", "codes"), [(9_100_000, []), (9_150_000, []), (4_000_000, ["A01"])])
def test_parts_may_be_of_any_amount_of_their_clause(spent: int, codes: list[str]) -> None:
    text = f"Terealisasi Rp{spent} dari pagu Rp9.500.000, terdiri atas belanja pegawai Rp6.000.000 dan belanja barang Rp3.100.000."
    values = (spent, 9_500_000, 6_000_000, 3_100_000)
    said = _sentence(text, *(("rupiah", f"Rp{value}", value, "") for value in values), ukuran=None)
    roles = [None, "total", "part", "part"]
    found = examine(report(klaim=[c.model_copy(update={"peran": r}) for c, r in zip(said, roles, strict=True)])).findings
    assert [f.kode for f in found] == codes


def test_numerals_that_make_no_number_are_a_warning() -> None:
    words = "tiga puluh tiga sembilan ribu rupiah"
    (finding,) = examine(report(klaim=[claim(f"sebesar Rp33.000 ({words})", "Rp33.000", 33000, words, kind="rupiah")])).findings
    assert (finding.kode, finding.keparahan) == ("C01", "peringatan")
    other = "tiga puluh tiga sembako rupiah"
    assert examine(report(klaim=[claim(f"sebesar Rp33.000 ({other})", "Rp33.000", 33000, other, kind="rupiah")])).findings == []


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("Rata-rata capaian kinerja seluruh indikator", []),
        ("Pada sasaran strategis keempat (SS4) capaian kinerja", []),
        ("Hal ini terlihat dari penyerapan anggaran", []),
        ("Penyerapan anggaran seluruh sasaran", ["C02"]),
        ("Penyerapan anggaran", ["C02"]),
    ],
)
def test_the_mean_of_indicators_or_a_part_is_no_share_of_the_budget(words: str, codes: list[str]) -> None:
    said = _sentence(f"{words} tahun 2024 sebesar 91,17%.", ("persen", "91,17%", Decimal("91.17"), "capaian"))
    found = examine(report(klaim=said, realisasi_anggaran=[spending(ROWS)])).findings
    assert [f.kode for f in found] == codes

"""Figures and targets that several tables state: names are matched, versions and years kept apart."""

import pytest

from extractor.checks import examine
from extractor.checks.samples import DOCUMENT, Level, achievements, agreement, place, report, second_document, spending, table, target
from extractor.checks.views.names import alike, same
from extractor.checks.views.versions import compatible
from extractor.model import BarisAksi, BarisRencana, CapaianKinerja, PerjanjianKinerja, RencanaAksi, RencanaKinerja, Temuan

Row = tuple[str, Level, str, str, str]
ROWS: list[Row] = [("Gaji", "kegiatan", "891.003.000", "", ""), ("Sarana kerja", "kegiatan", "154.664.000", "", "")]


def found(**parts: object) -> list[Temuan]:
    return examine(report(**parts)).findings


def lines(*more: Row, name: str = "T01", year: int = 2024, first: int = 1):
    return spending([*ROWS, *more], name, year, first)


def test_the_value_that_most_tables_share_is_taken_for_right() -> None:
    amounts = ["602.000", "620.000", "602.000"]
    blocks = [lines(("Logistik", "kegiatan", a, "", ""), name=f"T{n}", first=20 * n) for n, a in enumerate(amounts)]
    (finding,) = found(realisasi_anggaran=blocks)
    assert (finding.kode, finding.dinyatakan, finding.dihitung, len(finding.bukti)) == ("B01", 620000, 602000, 3)


def test_tables_of_other_years_are_not_compared() -> None:
    blocks = [
        lines(("Logistik", "kegiatan", "602.000", "", "")),
        lines(("Logistik", "kegiatan", "700.000", "", ""), name="T02", year=2023, first=30),
    ]
    assert found(realisasi_anggaran=blocks) == []


def test_another_version_of_the_budget_is_told_and_is_no_error() -> None:
    first = agreement(budget=(("Program Dukungan Manajemen", "2.647.529.000"), ("Program Pemilu", "26.608.457.000")))
    last = spending(
        [("Program Dukungan Manajemen", "program", "3.045.667.000", "", ""), ("Program Pemilu", "program", "48.366.764.000", "", "")],
        first=30,
    )
    findings = found(perjanjian_kinerja=[first], realisasi_anggaran=[last])
    assert [(f.kode, f.keparahan) for f in findings] == [("B01", "info"), ("B01", "info")]
    assert all("versi" in f.pesan.id for f in findings)


def test_agreements_of_one_day_are_one_version() -> None:
    plan = spending([("Gaji", "kegiatan", "100.000.000", "", ""), ("Logistik", "kegiatan", "50.000.000", "", "")])
    one = agreement(unit="Kepala Subbagian Umum", first=30, date="2024-01-08", budget=(("Gaji", "100.000.000"),))
    other = agreement(unit="Kepala Subbagian Teknis", first=60, date="2024-01-08", budget=(("Logistik", "55.000.000"),))
    (finding,) = found(realisasi_anggaran=[plan], perjanjian_kinerja=[one, other])
    assert (finding.keparahan, finding.dinyatakan, finding.dihitung) == ("galat", 55000000, 50000000)


def test_a_budget_list_under_a_plan_takes_part_though_no_record_holds_it() -> None:
    plan = table(
        "No | Program | Anggaran (Rp)\n1 | Gaji | 891.003.000\n2 | Sarana kerja | 145.664.000", "T09", "rkt_anggaran", tahun=2024, first=40
    )
    (finding,) = found(realisasi_anggaran=[lines()], tabel=[plan])
    assert (finding.kode, finding.dinyatakan, finding.dihitung) == ("B01", 145664000, 154664000)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("a. Persentase Partisipasi Pemilih", "Persentase partisipasi pemilih", True),
        ("CQ.6709 Perencanaan Program dan Anggaran", "Perencanaan Program, dan Anggaran", True),
        ("Persentase partisipasi pemilih perempuan", "Persentase partisipasi pemilih", False),
        ("Laporan semester 1", "Laporan semester 2", False),
        ("Indeks kepuasan", "Jumlah laporan keuangan", False),
    ],
)
def test_names_are_matched_by_what_tells_them_apart(one: str, other: str, expected: bool) -> None:
    assert same(one, other) is expected
    assert alike(one, other) == alike(other, one)


def test_codes_of_different_length_may_be_one() -> None:
    assert compatible("CQ.6867", "6867") and compatible("3394.EBA.994", "EBA.994")
    assert not compatible("EBA.994", "EBD.994")


@pytest.mark.parametrize(
    ("promised", "reported", "flagged"),
    [
        ("81,5%", "80%", True),
        ("80", "80%", False),
        ("WTP", "wtp", False),
        ("66,7%", "66,67%", False),
        ("B", "85%", True),
        (">80 s.d 90", "85", False),
        ("BB (72,5)", "BB", False),
        ("B (64)", "BB", True),
    ],
)
def test_targets_are_compared_by_what_they_mean(promised: str, reported: str, flagged: bool) -> None:
    table_of = achievements(("Nilai evaluasi", reported, "", ""), first=20)
    assert [f.kode for f in found(perjanjian_kinerja=[agreement(("Nilai evaluasi", promised))], capaian_kinerja=[table_of])] == [
        "B02"
    ] * flagged


def test_a_revised_agreement_is_a_version_and_a_target_of_either_is_right() -> None:
    first, second = agreement(("Indeks layanan", "80"), date="2024-01-05"), agreement(("Indeks layanan", "85"), date="2024-09-05", first=40)
    for reported in ("80", "85"):
        done = achievements(("Indeks layanan", reported, "", ""), first=80)
        findings = found(perjanjian_kinerja=[first, second], capaian_kinerja=[done])
        assert [(f.kode, f.keparahan) for f in findings] == [("B02", "info")]


def test_holders_may_have_different_targets() -> None:
    one = agreement(("Indeks layanan", "80"), unit="Kepala Subbagian Umum")
    other = agreement(("Indeks layanan", "90"), unit="Kepala Subbagian Teknis", first=40)
    assert found(perjanjian_kinerja=[one, other]) == []


def test_results_printed_with_other_decimals_may_be_one() -> None:
    short, long = (
        achievements(("Indeks layanan", "80", "86", "107%")),
        achievements(("Indeks layanan", "80", "86", "107,5%"), name="T02", first=20),
    )
    assert found(capaian_kinerja=[short, long]) == []
    precise = achievements(("Indeks layanan", "80", "86", "107%"), ("Opini", "80", "81", "101,25%"))
    assert [(f.kode, f.sebab is None) for f in found(capaian_kinerja=[precise, long])] == [("A03", True), ("B01", False)]


def _handed_down(below: str, above: str) -> list[tuple[str, str]]:
    first = agreement(unit="Sekretaris", first_party="Rukmini", budget=(("Layanan Perkantoran", "2.000.000"),), date=above)
    lower = agreement(
        unit="Kasubbag",
        first_party="Wiryawan",
        second_party="Rukmini",
        first=30,
        budget=(("Layanan Perkantoran", "2.500.000"),),
        date=below,
    )
    return [(f.kode, f.keparahan) for f in found(perjanjian_kinerja=[first, lower]) if f.kode == "B04"]


def test_agreements_signed_months_apart_are_versions() -> None:
    assert _handed_down("2024-01-09", "2024-01-03") == [("B04", "peringatan")]
    assert _handed_down("2024-01-09", "2024-09-10") == [("B04", "info")]


def test_a_reported_indicator_that_shares_its_cell_is_not_missing() -> None:
    names = ("Indeks kepuasan masyarakat", "Persentase pegawai terlatih", "Jumlah laporan barang", "Tingkat kehadiran pemilih")
    promised = agreement(*((name, "90%") for name in names))
    rows = [(name, "90%", "90%", "100%") for name in names[:3]]
    joined = (*rows[:2], (f"{names[2]} {names[3]}", "90%", "90%", "100%"))
    kinds = [f.kode for f in found(perjanjian_kinerja=[promised], capaian_kinerja=[achievements(*joined, first=20)])]
    assert "B03" not in kinds
    assert "B03" in [f.kode for f in found(perjanjian_kinerja=[promised], capaian_kinerja=[achievements(*rows, first=20)])]


def test_a_column_of_targets_that_differs_throughout_is_of_something_else() -> None:
    names = [f"Jumlah {what} yang disusun" for what in ("laporan", "peta", "naskah", "buku")]
    promised = agreement(*((name, f"{n}0 Dokumen") for n, name in enumerate(names, 5)))
    right = achievements(*((name, f"{n}0 Dokumen", "50", "") for n, name in enumerate(names, 5)), first=20)
    other = achievements(*((name, f"{n}1 Dokumen", "50", "") for n, name in enumerate(names, 5)), name="T02", first=40)
    assert "B02" not in [f.kode for f in found(perjanjian_kinerja=[promised], capaian_kinerja=[right, other])]
    assert "B02" in [f.kode for f in found(perjanjian_kinerja=[promised], capaian_kinerja=[other])]


def test_a_target_above_all_percents_is_a_misread_sign() -> None:
    promised = agreement(("Persentase layanan tepat waktu", "100%"))
    reached = achievements(("Persentase layanan tepat waktu", "1009%", "100%", "100%"), first=20)
    assert [f.kode for f in found(perjanjian_kinerja=[promised], capaian_kinerja=[reached])] == []


def test_agreements_of_one_holder_signed_months_apart_are_versions() -> None:
    budget = (("Gaji", "891.003.000"), ("Sarana kerja", "154.664.000"))
    first = agreement(budget=(*budget, ("Logistik", "602.000")), date="2024-01-03")
    revised = agreement(budget=(*budget, ("Logistik", "700.000")), date="2024-12-27", first=40)
    assert [f.keparahan for f in found(perjanjian_kinerja=[first, revised]) if f.kode == "B01"] == ["info"]


def _plans(first: str, second: str, aims: tuple[str, str] = ("Tersusunnya laporan anggaran", "Tersusunnya laporan anggaran")) -> list[str]:
    plan = RencanaKinerja(
        id="T01", dokumen=DOCUMENT, tabel="T01", tahun=2024,
        baris=[BarisRencana(sasaran=aims[0], indikator=first, target=target("12 Laporan"), sumber=place(3))],
    )  # fmt: skip
    action = RencanaAksi(
        id="T02", dokumen=DOCUMENT, tabel="T02", tahun=2024,
        baris=[BarisAksi(sasaran=aims[1], indikator=second, target=target("95%"), sumber=place(30))],
    )  # fmt: skip
    return [f.kode for f in found(rencana_kinerja=[plan], rencana_aksi=[action])]


def test_the_one_indicator_of_a_sasaran_may_be_named_shorter() -> None:
    long, short = "Persentase laporan anggaran yang tepat waktu dan valid berbasis aplikasi", "Laporan anggaran tepat waktu dan valid"
    assert _plans(long, short) == ["B02"]
    assert _plans(long, short, ("Tersusunnya laporan anggaran", "Meningkatnya kapasitas pegawai")) == []


def test_a_ceiling_that_lacks_a_group_of_the_same_code_elsewhere() -> None:
    def codes(amount: str) -> list[str]:
        plans = []
        for n, (code, said) in enumerate((("6639.DBD", amount), ("6639.DBD.001", "110.284.100.000"))):
            made = agreement(unit=f"Kepala Bagian {n}", first=40 * n + 1, budget=((f"Fasilitasi {'Lembaga Daerah'[7 * n :]}", said),))
            made.anggaran[0].kode = code
            plans.append(made)
        return [f.kode for f in found(perjanjian_kinerja=plans)]

    assert codes("110.284.000") == ["A05"]
    assert codes("110.284.100.000") == []
    assert codes("110.248.000") == []


def test_a_long_name_twice_and_lines_with_the_same_figures() -> None:
    name = "Penyusunan rencana induk angkutan yang terpadu bagi wilayah pesisir selatan dan kawasan pelabuhan raya"
    rows: list[Row] = [(name, "kegiatan", "945.965.000", "937.820.000", ""), (name, "kegiatan", "197.040.000", "190.040.000", "")]
    assert [f.kode for f in found(realisasi_anggaran=[spending(rows)])] == ["B01"]
    copied: list[Row] = [(f"Jalur {what}", "kegiatan", "945.965.000", "937.820.000", "") for what in ("utara", "timur", "barat")]
    assert [(f.kode, f.keparahan) for f in found(realisasi_anggaran=[spending(copied)])] == [("B01", "peringatan")]
    assert found(realisasi_anggaran=[spending(copied[:2])]) == []


@pytest.mark.parametrize(("date", "severity"), [("2024-07-01", "info"), (None, "peringatan"), ("2024-01-05", "peringatan")])
def test_a_plan_handed_in_by_itself_is_compared_with_its_like_in_the_report_and_told_once(date: str | None, severity: str) -> None:
    apart = agreement(("Indeks layanan", "80"), date=date, budget=[("Dukungan Manajemen", "1.250.000.000")])
    within = agreement(("Indeks layanan", "75"), date="2024-01-05", budget=[("Dukungan Manajemen", "1.520.000.000")], first=40)
    found = examine(second_document([apart], [within])).findings
    assert [(f.kode, f.keparahan) for f in found] == [("X03", severity)] * 2
    assert {(f.dinyatakan, f.dihitung) for f in found} == {(75, 80), (1_520_000_000, 1_250_000_000)}


def test_what_any_version_in_the_report_states_is_right() -> None:
    versions = [agreement(("Indeks layanan", aim), date=f"2024-0{n}-05", first=40 * n) for n, aim in ((1, "75"), (7, "80"))]
    found = examine(second_document([agreement(("Indeks layanan", "80"), first=2)], versions)).findings
    assert [f for f in found if f.kode == "X03"] == []


def test_an_indicator_that_only_a_comparison_of_years_has_is_missing() -> None:
    names = ("Indeks kepuasan masyarakat", "Persentase pegawai terlatih", "Jumlah laporan barang", "Tingkat kehadiran pemilih")
    promised = agreement(*((name, "90%") for name in names))
    rows = [(name, "90%", "90%", "100%") for name in names]
    compared = achievements(*rows, name="T02", first=40)
    compared.baris.extend(achievements(*rows, name="T02", year=2023, first=50).baris)
    short = [f.dinyatakan for f in _b03(promised, achievements(*rows[:3], first=20), compared)]
    assert short == ["Tingkat kehadiran pemilih"]
    assert _b03(promised, achievements(*rows, first=20), compared) == []
    assert _b03(promised, compared) == []


def _b03(promised: PerjanjianKinerja, *reached: CapaianKinerja) -> list[Temuan]:
    return [f for f in found(perjanjian_kinerja=[promised], capaian_kinerja=list(reached)) if f.kode == "B03"]


def test_what_no_version_in_the_report_states_is_told_with_all_of_them() -> None:
    versions = [agreement(("Indeks layanan", aim), first=40 * n) for n, aim in ((1, "75"), (2, "80"))]
    (told,) = [f for f in examine(second_document([agreement(("Indeks layanan", "60"), first=2)], versions)).findings if f.kode == "X03"]
    assert "75 / 80 dalam PK yang dimuat LKj, 60 dalam PK tersendiri" in told.pesan.id
    assert len(told.bukti) == 3


def test_names_with_another_word_in_one_place_are_other_things() -> None:
    assert not same("Persentase perkara pidana umum yang dieksekusi", "Persentase perkara pidana khusus yang dieksekusi")
    assert not same("Angka partisipasi murni jenjang SD", "Angka partisipasi murni jenjang SMP")
    assert same("Persentase penyelesaian perkara tepat waktu", "Persentase penyelesain perkara tepat waktu")


def test_an_exact_amount_may_be_one_printed_in_thousands() -> None:
    exact = lines(("Logistik", "kegiatan", "61.842.000.341", "", ""), name="T01")
    rough = lines(("Logistik", "kegiatan", "61.842.000", "", ""), name="T02", first=20)
    for line in (*rough.baris,):
        assert line.pagu is not None
        line.pagu.nilai = int(line.pagu.nilai or 0) * (1000 if line.uraian == "Logistik" else 1)
    assert found(realisasi_anggaran=[exact, rough]) == []


def test_revenue_above_its_estimate_is_no_overspending() -> None:
    rows: list[Row] = [
        ("PENDAPATAN - LRA", "program", "68.000.000", "70.112.450", ""),
        ("SURPLUS/(DEFISIT)", "program", "6.000", "211.227", ""),
    ]
    assert found(realisasi_anggaran=[spending(rows)]) == []
    assert [f.kode for f in found(realisasi_anggaran=[spending([("Belanja Modal", "program", "68.000.000", "70.112.450", "")])])] == ["A04"]


def test_two_budgets_of_one_office_are_not_compared() -> None:
    rows = "Uraian | Pagu | Realisasi\nBelanja Barang | {} | {}\nBelanja Modal | 5.000.000 | 5.000.000"
    blocks = [
        spending([("Belanja Barang", "kegiatan", amount, "", "")], name, first=first)
        for name, amount, first in (("T01", "602.000.000", 10), ("T02", "142.000.000", 30))
    ]
    tables = [table(rows.format(amount, amount), name) for name, amount in (("T01", "602.000.000"), ("T02", "142.000.000"))]
    assert [f.kode for f in found(realisasi_anggaran=blocks, tabel=tables)] == ["B01"]
    named = [one.model_copy(update={"judul": f"Realisasi Anggaran DIPA 0{n}"}) for n, one in zip((1, 3), tables, strict=True)]
    assert found(realisasi_anggaran=blocks, tabel=named) == []


@pytest.mark.parametrize(("changed", "grave"), [(4, set()), (1, {"B01"})])
def test_two_tables_of_two_versions_stay_apart_whatever_single_agreements_say(changed: int, grave: set[str]) -> None:
    """Agreements of one line each agree with a table and, on a line that did not change, with both."""
    names = [
        "Penataan arsip daerah",
        "Penyuluhan pemilih pemula",
        "Pemeliharaan gedung kantor",
        "Pengadaan kendaraan dinas",
        "Pengelolaan logistik kota",
    ]
    old = [f"{n}.500.000.000" for n in range(2, 7)]
    new = [f"{n}.900.000.000" if n - 2 < changed else f"{n}.500.000.000" for n in range(2, 7)]
    tables = [
        spending([(name, "kegiatan", pagu, "", "") for name, pagu in zip(names, amounts, strict=True)], f"T0{at}", first=20 * at)
        for at, amounts in enumerate((old, new), start=1)
    ]
    signed = [agreement(budget=[(names[n], new[n])], unit=f"Kepala Bidang {n}", first=100 + 20 * n) for n in (0, 1, 4)]
    told = found(realisasi_anggaran=tables, perjanjian_kinerja=signed)
    assert {f.kode for f in told if f.keparahan in ("galat", "peringatan")} == grave

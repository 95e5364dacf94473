"""Which of two columns of percents is that of the money."""

from tests.tables.printed import only_table, tabbed

ROWS = [
    ("Pemilihan Awak Angkutan", "452.750.000", "434.143.683", "95,89", "100,00"),
    ("Evaluasi Angkutan Umum", "550.200.000", "158.752.796", "28,85", "31,10"),
    ("Pemeliharaan Terminal", "698.000.000", "641.018.223", "91,84", "100,00"),
    ("Penataan Parkir", "279.525.000", "216.782.598", "77,55", "80,26"),
]


def _roles(fourth: str, fifth: str, rows: list[tuple[str, ...]]) -> dict[str | None, int]:
    header = f"Kegiatan | Pagu Anggaran | Realisasi Anggaran | {fourth} | {fifth}"
    table = only_table("Realisasi Anggaran Tahun 2022\n\n" + tabbed(header, *(" | ".join(row) for row in rows)))
    assert table.kind == "realisasi_anggaran"
    return {column.role: column.index for column in table.columns}


def test_the_percent_that_follows_from_the_amounts_is_theirs_whatever_the_header() -> None:
    assert _roles("Realisasi Fisik", "(%)", ROWS)["persen"] == 3
    assert _roles("(%)", "Realisasi Fisik", ROWS)["persen"] == 3


def test_a_wrong_percent_stays_the_percent_where_no_other_follows() -> None:
    wrong = [(*row[:3], "50,00", row[4]) for row in ROWS]
    assert _roles("(%)", "Realisasi Fisik", wrong)["persen"] == 3


def _beside_achievement(budget: list[tuple[str, str, str]]) -> list[int]:
    achievement = [("55,56", "59,26", "106,66"), ("50,12", "75,00", "149,64"), ("94,00", "94,00", "100,00"), ("79,00", "78,80", "99,75")]
    header = (
        "Sasaran | Indikator Kinerja | Target % | Realisasi % | Capaian % | Program | Pagu Anggaran (Rp) | Realisasi (Rp) | Realisasi %"
    )
    rows = [
        (f"Sasaran {'ABCD'[n]}", f"Cakupan layanan {'abcd'[n]}", *achievement[n], f"Program {'ABCD'[n]}", *amounts)
        for n, amounts in enumerate(budget)
    ]
    table = only_table("Realisasi Kinerja dan Anggaran Tahun 2022\n\n" + tabbed(header, *(" | ".join(row) for row in rows)))
    assert table.kind == "realisasi_anggaran"
    return [column.index for column in table.columns if column.role == "persen"]


def test_one_ceiling_has_one_percent_beside_those_of_the_achievement() -> None:
    assert _beside_achievement([row[1:4] for row in ROWS]) == [8]
    assert _beside_achievement([(*row[1:3], "50,00") for row in ROWS]) == [8]
    assert _beside_achievement([row[1:4] for row in ROWS[:2]]) == [8]


def test_a_percent_where_nothing_was_spent_is_a_part_of_the_sum() -> None:
    rows = [("Taman", "60.000.000", "60,00"), ("Kebun", "30.000.000", "30,00"), ("Pohon", "10.000.000", "10,00")]
    for header, found in (("% Anggaran", []), ("% Realisasi", [2])):
        printed = tabbed(f"Kegiatan | Anggaran | {header}", *(" | ".join(row) for row in rows))
        table = only_table("Realisasi Anggaran Tahun 2022\n\n" + printed)
        assert [column.index for column in table.columns if column.role == "persen"] == found


def test_headers_read_beside_their_columns_are_put_right_by_the_percent() -> None:
    table = only_table(
        "Realisasi Anggaran Tahun 2022\n\n"
        + tabbed(
            "Kode | Kegiatan | Rincian Output | Pagu | Realisasi Persen",
            *(f"{at} | {' | '.join(row[:4])}" for at, row in enumerate(ROWS, 1)),
        )
    )
    assert {column.role: column.index for column in table.columns if column.role in ("pagu", "realisasi", "persen")} == {
        "pagu": 2,
        "realisasi": 3,
        "persen": 4,
    }


def _money(header: str, rows: list[str]) -> dict[str | None, int]:
    table = only_table("Realisasi Anggaran Tahun 2022\n\n" + tabbed(header, *rows))
    return {column.role: column.index for column in table.columns if column.role in ("pagu", "realisasi", "persen")}


def test_three_columns_are_put_right_where_all_their_headers_stand_beside_them() -> None:
    rows = [f"{at} | {row[0]} |  | {' | '.join(row[1:4])} | 18.606.317" for at, row in enumerate(ROWS, 1)]
    found = _money("No | Kegiatan | Anggaran | Realisasi | Daya Serap (%) | Sisa | Pagu", rows)
    assert found == {"pagu": 3, "realisasi": 4, "persen": 5}


def test_two_columns_of_one_name_before_their_percent_are_ceiling_and_spending() -> None:
    rows = [f"{at} | {' | '.join(row[:4])}" for at, row in enumerate(ROWS, 1)]
    assert _money("No | Kegiatan | Anggaran | Anggaran | (%)", rows) == {"pagu": 2, "realisasi": 3, "persen": 4}


def test_what_an_output_reached_is_no_share_of_what_was_spent() -> None:
    rows = ("Taman | 60.000.000 | 57.000.000 | 100%", "Kebun | 40.000.000 | 38.000.000 | 98%")
    table = only_table("Realisasi Anggaran Tahun 2022\n\n" + tabbed("Program | Pagu | Realisasi | Capaian Output", *rows))
    assert [column.role for column in table.columns][3] == "capaian"

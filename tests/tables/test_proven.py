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

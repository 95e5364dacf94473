"""Numbers of indicators, sasaran and places in sentences against the tables that hold them."""

import pytest

from extractor.checks import examine
from extractor.checks.samples import achievements, claim, report, table
from extractor.model import Klaim, Temuan

ROWS = [
    ("Indeks layanan", "80", "84", "105%"),
    ("Persentase arsip tertata", "90%", "90%", "100%"),
    ("Jumlah desa binaan", "20", "15", "75%"),
]
LAST = [
    ("Indeks layanan", "80", "70", "87,5%"),
    ("Persentase arsip tertata", "90%", "95%", "105,56%"),
    ("Jumlah desa binaan", "20", "10", "50%"),
]


def _counts(sentence: str, *numbers: tuple[str, int, str], roles: tuple[str | None, ...] = ()) -> list[Klaim]:
    """The counts of one sentence: as printed, value, noun."""
    made = []
    for at, (raw, value, noun) in enumerate(numbers):
        item = claim(sentence, raw, value, line=50)
        item.nilai.satuan = noun
        made.append(item.model_copy(update={"tahun": 2024, "peran": roles[at] if at < len(roles) else None}))
    return made


def _found(claims: list[Klaim], **parts: object) -> list[Temuan]:
    two = [achievements(*ROWS), achievements(*ROWS, name="T02", first=20)]
    return [f for f in examine(report(**{"klaim": claims, "capaian_kinerja": two, **parts})).findings if f.kode == "D01"]


@pytest.mark.parametrize(("said", "wrong"), [(3, []), (2, [(2, 3)]), (4, [(4, 3)]), (9, [])])
def test_all_indicators_are_counted_over_the_tables(said: int, wrong: list[tuple[int, int]]) -> None:
    """A number more than twice as great counts something else."""
    found = _found(_counts(f"Dari {said} indikator kinerja, semua diukur.", (str(said), said, "indikator"), roles=("whole",)))
    assert [(f.dinyatakan, f.dihitung) for f in found] == wrong


def test_a_number_that_only_one_table_has_is_not_held_against_a_sentence() -> None:
    claims = _counts("Dari 4 indikator kinerja, semua diukur.", ("4", 4, "indikator"), roles=("whole",))
    assert _found(claims, capaian_kinerja=[achievements(*ROWS)]) == []


def test_a_slip_that_two_sentences_repeat_is_one_finding() -> None:
    first = _counts("Terdapat 4 indikator yang diperjanjikan.", ("4", 4, "indikator"))
    second = _counts("Dari 4 indikator tersebut, semua diukur.", ("4", 4, "indikator"), roles=("whole",))
    [finding] = _found([*first, *second])
    assert (finding.dinyatakan, finding.dihitung, finding.satuan) == (4, 3, "indikator")


@pytest.mark.parametrize(
    ("behind", "number", "right"),
    [
        ("indikator berhasil tercapai", 2, None), ("indikator berhasil tercapai", 3, 2), ("indikator tidak tercapai", 1, None),
        ("indikator belum mencapai target", 2, 1), ("indikator mengalami peningkatan", 2, None), ("indikator mengalami penurunan", 2, 1),
    ],
)  # fmt: skip
def test_reached_missed_better_and_worse_are_counted(behind: str, number: int, right: int | None) -> None:
    claims = _counts(f"Dari 3 indikator, {number} {behind}.", ("3", 3, "indikator"), (str(number), number, "indikator"), roles=("whole",))
    tables = [achievements(*ROWS), achievements(*ROWS, name="T02", first=20), achievements(*LAST, name="T03", year=2023, first=40)]
    assert [(f.dinyatakan, f.dihitung) for f in _found(claims, capaian_kinerja=tables)] == ([] if right is None else [(number, right)])


def test_indicators_with_grades_leave_it_open_how_many_were_reached() -> None:
    graded = [*ROWS[:2], ("Nilai akuntabilitas", "BB", "B", "-")]
    claims = _counts("Dari 3 indikator, 3 indikator tercapai.", ("3", 3, "indikator"), ("3", 3, "indikator"), roles=("whole",))
    assert _found(claims, capaian_kinerja=[achievements(*graded), achievements(*graded, name="T02", first=20)]) == []


PLACES = """
No | Kecamatan | Jumlah TPS | TPS sulit
1  | Sukamaju  | 40         | 3
2  | Sukasari  | 35         | 0
3  | Sukarame  | 25         | 4
   | JUMLAH    | 100        | 7
"""


@pytest.mark.parametrize(("said", "right"), [(2, None), (3, None), (4, 2)])
def test_places_are_those_of_the_table_whose_total_is_named(said: int, right: int | None) -> None:
    """All places that are listed may be meant as well."""
    claims = _counts(f"Sebanyak 7 TPS sulit tersebar di {said} kecamatan.", ("7", 7, "tps"), (str(said), said, "kecamatan"))
    found = _found(claims, tabel=[table(PLACES)])
    assert [(f.dinyatakan, f.dihitung) for f in found] == ([] if right is None else [(said, right)])

"""Which rows merged outcomes cover, where only the report outside their table tells (all texts are invented)."""

from decimal import Decimal
from itertools import combinations
from statistics import fmean

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from extractor.reading.document import Document, Grid, Line, Page, Place
from extractor.records.registry import SPECS
from extractor.tables.strewn import gathered
from extractor.tables.strewn_heads import Wordings
from extractor.tables.strewn_outcomes import by_means, means_of, segments, under_headings
from extractor.tables.strewn_running import without_running
from extractor.tables.strewn_torn import with_whole_headers

OUTCOMES = ("Meningkatnya mutu taman kota", "Tertatanya pasar rakyat", "Terkelolanya arsip kelurahan")
MEASURES = ("Jumlah taman terawat", "Persentase pohon sehat", "Jumlah pasar tertata", "Nilai arsip", "Jumlah berkas tertata")
COLUMN_FIRST = "\n\n".join([
    "Tabel 1 Perjanjian Kinerja Tahun 2024", "No", "Sasaran",
    *(part for number, outcome in enumerate(OUTCOMES, start=1) for part in (str(number), outcome)),
    "Indikator Kinerja", "Target", *(part for at, measure in enumerate(MEASURES) for part in (measure, f"{80 + at}%")),
])  # fmt: skip
"""An agreement whose merged cells a converter read before all others: nothing in it tells which rows they cover."""
SECTIONS = "\n".join([
    "", "", "A. Hasil Pengukuran Kinerja", "1. Meningkatnya mutu taman kota",
    "Jumlah taman terawat naik, dan persentase pohon sehat yang diperiksa tim selama satu tahun ikut naik.",
    "2. Tertatanya pasar rakyat", "Indikator Jumlah pasar tertata tercapai berkat kerja sama para pedagang dan pengelola pasar.",
    "3. Terkelolanya arsip kelurahan",
    "Nilai arsip dan Jumlah berkas tertata tercapai berkat petugas yang tekun menata berkas setiap hari kerja.",
])  # fmt: skip


def lines_of(text: str) -> list[Line]:
    lines = text.split("\n")
    return [Line(line, Place(lines=(at, at)), gap=float(at == 1 or not lines[at - 2])) for at, line in enumerate(lines, start=1) if line]


def outcomes_of(text: str) -> list[str]:
    document = gathered(Document("laporan.txt", "0" * 64, "teks", [Page(1, lines_of(text))]), SPECS)
    grid = next(block for _, block in document.blocks() if isinstance(block, Grid))
    return [" ".join(row.cells[1].raw.split()) for row in grid.rows[1:]]


def test_merged_outcomes_stand_beside_the_indicators_that_are_written_of_below_their_headings() -> None:
    assert outcomes_of(COLUMN_FIRST + SECTIONS) == [OUTCOMES[0], "", OUTCOMES[1], OUTCOMES[2], ""]


def test_an_indicator_that_is_written_of_below_several_outcomes_tells_nothing() -> None:
    texts = ["1. Meningkatnya mutu taman kota", "Jumlah taman terawat naik.", "2. Tertatanya pasar rakyat", "Seperti jumlah taman terawat."]
    assert list(under_headings(texts, OUTCOMES, MEASURES)) == []


def test_what_stands_below_a_heading_may_be_of_the_next_one_where_that_is_missing() -> None:
    below = ["Nilai arsip naik.", "Jumlah berkas tertata naik."]
    texts = [
        "1. Meningkatnya mutu taman kota",
        "Jumlah taman terawat naik.",
        *below,
        "3. Terkelolanya arsip kelurahan",
        "Persentase pohon sehat.",
    ]
    assert [name for name, _ in under_headings(texts, OUTCOMES, MEASURES)] == ["Persentase pohon sehat"]
    whole = [*texts[:2], "2. Tertatanya pasar rakyat", *texts[2:]]
    assert dict(under_headings(whole, OUTCOMES, MEASURES))["Nilai arsip"] == OUTCOMES[1]


def test_items_of_a_list_of_outcomes_are_no_headings() -> None:
    texts = ["1. Meningkatnya mutu taman kota;", "2. Tertatanya pasar rakyat;", "Jumlah taman terawat dan nilai arsip naik."]
    assert list(under_headings(texts, OUTCOMES, MEASURES)) == []


@settings(deadline=None)
@given(st.integers(1, 4).flatmap(lambda groups: st.lists(st.lists(st.integers(0, 4), min_size=groups, max_size=groups), max_size=7)))
def test_groups_begin_where_most_speaks_for_it(votes: list[list[int]]) -> None:
    starts, alone = segments(votes, [[0] * len(vote) for vote in votes])
    groups = len(votes[0]) if votes else 0
    if not groups or len(votes) < groups:
        assert not starts
        return
    ways = {
        cuts: sum(vote[sum(cut <= row for cut in cuts)] for row, vote in enumerate(votes))
        for cuts in combinations(range(1, len(votes)), groups - 1)
    }
    best = max(ways.values())
    assert ways[tuple(starts[1:])] == best
    assert alone == (list(ways.values()).count(best) == 1)


@settings(deadline=None)
@given(st.lists(st.lists(st.integers(5000, 15000), min_size=1, max_size=4), min_size=2, max_size=4))
def test_rows_are_parted_by_the_means_of_their_shares_where_these_leave_one_way(groups: list[list[int]]) -> None:
    shares = [Decimal(share) / 100 for group in groups for share in group]
    means = [Decimal(str(round(fmean(group) / 100, 2))) for group in groups]
    starts = [sum(map(len, groups[:at])) for at in range(len(groups))]
    found = by_means(shares, means)
    assert found in ([], starts) or len(groups) == len(found)
    assume(found)
    for mean, start, stop in zip(means, found, [*found[1:], len(shares)], strict=True):
        assert abs(sum(shares[start:stop]) / (stop - start) - mean) <= Decimal("0.015")


def test_the_mean_of_an_outcome_stands_below_its_words() -> None:
    texts = ["Sasaran", "1", "Meningkatnya mutu", "taman kota", "90,50 %", "81,00 %", "2", "Tertatanya pasar rakyat", "75,00 %"]
    assert means_of(texts, OUTCOMES) == [(OUTCOMES[0], Decimal("90.50")), (OUTCOMES[1], Decimal("75.00"))]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Realis Capaia\nasi\nn", ["Realisasi", "Capaian"]),
        ("Satu\nRealis Capaia\nTarget\nan\nasi\nn", ["Satuan", "Realisasi", "Capaian", "Target"]),
        ("REALISAS Capaian\nI", ["REALISASI", "Capaian"]),
        ("Targe Reali Capai Targe Reali Capai\nt\nsasi\nan\nt\nsasi\nan", ["Target", "Realisasi", "Capaian"] * 2),
        ("Target\nRealisasi", ["Target", "Realisasi"]),
        ("Realis Capaia\nasi\nPasar", ["Realis Capaia", "asi", "Pasar"]),
    ],
)
def test_headers_of_several_columns_broken_within_a_word_are_whole(text: str, whole: list[str]) -> None:
    assert [line.text for line in with_whole_headers(lines_of(text), Wordings(SPECS))] == whole


@pytest.mark.parametrize("pages", [6, 14])
def test_the_title_of_the_forms_of_a_bundle_is_no_running_line(pages: int) -> None:
    forms = [f"LAPORAN CONTOH\n\nPERJANJIAN KINERJA TAHUN 2024\nKEPALA SEKSI {chr(65 + at)}\n\nIsi {chr(65 + at)}" for at in range(pages)]
    made = without_running([Page(at + 1, lines_of(form)) for at, form in enumerate(forms)], Wordings(SPECS))
    assert next(block.text for block in made[0].blocks if isinstance(block, Line)) == "PERJANJIAN KINERJA TAHUN 2024"


AGREEMENT = "No\n\nSasaran\n\nIndikator Kinerja\n\nTarget\n\n" + "\n\n".join(
    f"{at}\n\n{outcome}\n\n{measure}\n\n{80 + at}%" for at, (outcome, measure) in enumerate(zip(OUTCOMES, MEASURES, strict=False), start=1)
)
LISTED = "\n\nKegiatan\n\nAnggaran\n\nPenataan Taman\n\nRp 600.000.000\n\nPenataan Pasar\n\nRp 400.000.000"


def kinds(*pages: str) -> list[list[str]]:
    document = gathered(Document("l.txt", "0" * 64, "teks", [Page(at, lines_of(text)) for at, text in enumerate(pages, start=1)]), SPECS)
    return [[cell.raw for cell in block.rows[0].cells] for _, block in document.blocks() if isinstance(block, Grid)]


def test_a_title_below_the_number_of_a_table_tells_of_an_agreement_with_its_budget() -> None:
    assert kinds(f"Tabel 2.1\nPerjanjian Kinerja Dinas Contoh Tahun 2024\n{AGREEMENT}{LISTED}") == [
        ["No", "Sasaran", "Indikator Kinerja", "Target"], ["Kegiatan", "Anggaran"],
    ]  # fmt: skip


def test_an_agreement_that_goes_on_at_the_top_of_a_page_stays_one() -> None:
    found = kinds(f"PERJANJIAN KINERJA TAHUN 2024\n{AGREEMENT}", f"{AGREEMENT}{LISTED}")
    assert found[1:] == [["No", "Sasaran", "Indikator Kinerja", "Target"], ["Kegiatan", "Anggaran"]]


def test_many_equal_shares_are_dealt_to_many_means_at_once() -> None:
    """Where every row may end every group, the ways are counted, not walked."""
    shares = [Decimal(100)] * 60
    assert by_means(shares, [Decimal(100)] * 20) == []
    assert by_means(shares, [*[Decimal(100)] * 20, Decimal(50)]) == []
    assert by_means([*shares, Decimal(50)], [Decimal(100), Decimal(50)]) == [0, 60]

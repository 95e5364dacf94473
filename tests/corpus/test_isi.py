"""Contents of made reports: consistent facts, exact truth, variety, planted slips."""

import importlib.util
import json
import re
import sys
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.fakta.orang import PANGKAT
from corpus.fakta.tahun import facts_of
from corpus.gold import write_gold
from corpus.isi import report
from corpus.isi.draf import Draf, Kolom, Tabel
from corpus.isi.gaya import Angka, Persen, Uang
from corpus.isi.pilihan import KELUARGA
from corpus.kontrak import contract_of
from corpus.naskah import Items, Paragraph, Report, Table
from corpus.selipan.anggaran import kosong
from corpus.selipan.tanam import SELIP
from extractor.values.nip import read_nip

SCORER = Path(__file__).resolve().parents[2].parent / "shared" / "score" / "score.py"
MANY = 70


@cache
def made(satker: int, size: str = "small", slips: bool = True) -> Report:
    return report(3, satker, 2023, size, slips=slips)


def texts(block: object) -> str:
    """Everything a block prints."""
    if isinstance(block, Table):
        cells = [cell for row in (*block.head, *block.rows) for cell in row if cell is not None]
        return "\n".join([block.caption, *(text for cell in cells for text in (cell.text, *cell.stacked))])
    return "\n".join(block.texts) if isinstance(block, Items) else block.text if isinstance(block, Paragraph) else repr(block)


def test_the_same_arguments_give_the_same_report_whatever_was_made_before() -> None:
    first = report(5, 2, 2024, "normal")
    report(5, 9, 2021, "large")
    assert report(5, 2, 2024, "normal") == first
    assert report(6, 2, 2024, "normal") != first


def test_an_unknown_size_is_refused() -> None:
    with pytest.raises(ValueError, match="small, normal, large"):
        report(1, 1, 2023, "huge")


@given(st.integers(0, 10_000), st.integers(1, 600), st.integers(2018, 2025))
@settings(max_examples=25)
def test_facts_of_a_year_agree_with_each_other_and_with_the_next_year(seed: int, satker: int, year: int) -> None:
    facts = facts_of(seed, satker, year)
    for budget in (facts.anggaran, facts.lalu):
        for line in (*budget.program, *budget.kegiatan()):
            assert line.pagu == sum(child.pagu for child in line.anak)
            assert line.realisasi == sum(child.realisasi for child in line.anak)
            assert 0 <= line.realisasi <= line.pagu
    later = facts_of(seed, satker, year + 1)
    assert (later.lalu, later.badan, later.sasaran) == (facts.anggaran, facts.badan, facts.sasaran)


@given(st.integers(0, 10_000), st.integers(1, 600))
@settings(max_examples=25)
def test_staff_have_valid_numbers_and_ranks_of_their_grades(seed: int, satker: int) -> None:
    people = facts_of(seed, satker, 2023).kepegawaian.pegawai
    numbers = [person.nip for person in people if person.nip]
    assert len(set(numbers)) == len(numbers) > 3
    for person in people:
        if person.nip:
            nip = read_nip(person.nip)
            assert nip is not None
            assert person.nip[:8] == person.lahir.replace("-", "")
            assert (person.nip[14] == "1") == (person.kelamin == "L")
        if person.status == "PNS":
            assert PANGKAT[person.golongan or ""] == person.pangkat


@pytest.mark.parametrize("satker", range(1, 30))
def test_the_truth_fits_the_contract_and_survives_json(satker: int) -> None:
    made_report = made(satker, ("small", "normal", "large")[satker % 3])
    assert contract_of(replace(made_report, truth=json.loads(json.dumps(made_report.truth)))).tahun == 2023


@pytest.mark.parametrize("satker", range(1, 13))
def test_every_figure_of_the_truth_is_printed(satker: int) -> None:
    made_report = made(satker, "normal")
    printed = "\n".join(texts(block) for block in made_report.blocks)
    rows = [row for table in made_report.truth["realisasi_anggaran"] for row in table["baris"]]  # type: ignore[attr-defined]
    figures = [row[name]["mentah"] for row in rows for name in ("pagu", "realisasi", "persen") if row[name]]
    claims = [claim["nilai"]["mentah"] for claim in made_report.truth["klaim"]]  # type: ignore[attr-defined]
    assert all(text in printed for text in figures + claims)
    assert all(claim["kalimat"] in printed for claim in made_report.truth["klaim"])  # type: ignore[attr-defined]


@pytest.mark.parametrize("satker", range(1, 25))
def test_a_report_without_slips_adds_up(satker: int) -> None:
    truth: Any = made(satker, "normal", slips=False).truth
    for table in truth["realisasi_anggaran"]:
        totals = [row for row in table["baris"] if row["tingkat"] == "total"]
        for total in totals:
            rows = [row for row in table["baris"] if row["tahun"] == total["tahun"] and row is not total]
            top = [row for row in rows if row["tingkat"] == "program"] or rows
            assert total["pagu"]["nilai"] == sum(row["pagu"]["nilai"] for row in top)
        for row in table["baris"]:
            if row["realisasi"] and row["persen"]:
                right = Decimal(row["realisasi"]["nilai"]) * 100 / Decimal(row["pagu"]["nilai"])
                assert abs(right - Decimal(str(row["persen"]["nilai"]))) <= 1
    assert truth["temuan_tertanam"] == []


def test_slips_of_every_code_can_be_planted_and_say_where_they_stand() -> None:
    found: Counter[str] = Counter()
    for satker in range(1, 2 * MANY):
        made_report = made(satker, "normal")
        for slip in made_report.truth["temuan_tertanam"]:  # type: ignore[attr-defined]
            found[slip["kode"]] += 1
            assert slip["dinyatakan"] != slip["dihitung"]
            assert slip["blok"] or slip["kode"] == "E07"
            stated = slip["dinyatakan"]
            if slip["kode"] in ("A01", "A05", "B01", "B04") and isinstance(stated, int):
                digits = re.sub(r"\D", "", texts(made_report.blocks[slip["blok"][0]]))
                assert str(stated) in digits
    assert set(SELIP) <= set(found)
    assert found["A04"]
    assert found["E07"]


def test_some_reports_are_clean_and_all_families_occur() -> None:
    reports = [made(satker, "normal") for satker in range(1, MANY)]
    clean = sum(not made_report.truth["temuan_tertanam"] for made_report in reports)
    assert MANY * 0.15 < clean < MANY * 0.6
    assert {made_report.family for made_report in reports} == {family.nama for family in KELUARGA}


def test_tables_of_all_kinds_occur_with_many_headers() -> None:
    tables = [block for satker in range(1, 60) for block in made(satker, "normal").blocks if isinstance(block, Table)]
    kinds = Counter(table.kind for table in tables)
    assert set(kinds) >= {
        "pk", "pk_anggaran", "rkt", "rak", "capaian_kinerja", "realisasi_anggaran", "pegawai_daftar", "pegawai_rekap", "iku",
    }  # fmt: skip
    heads = {tuple(cell.text for cell in table.head[0] if cell) for table in tables if table.kind == "realisasi_anggaran"}
    assert len(heads) > 40
    assert {len(table.head) for table in tables} == {1, 2}
    assert any(cell and cell.stacked for table in tables for row in table.rows for cell in row)
    assert all(len(row) == len(table.widths) for table in tables for row in (*table.head, *table.rows))


@pytest.mark.skipif(not SCORER.is_file(), reason="the scorer is not at hand")
@pytest.mark.parametrize("satker", range(1, 9))
def test_the_truth_scores_in_full_against_itself(satker: int, tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("score_of_truth", SCORER)
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = scorer
    spec.loader.exec_module(scorer)
    truth = made(satker, "small").truth
    data = contract_of(made(satker, "small")).model_dump(mode="json")
    write_gold(truth, tmp_path, "laporan.txt", "laporan")
    meta = json.loads((tmp_path / "meta.json").read_text("utf-8"))
    [document] = data["dokumen"]
    result = scorer.report(tmp_path, meta, data, data, document, False)
    assert {name: tally.f1 for name, tally in result.items() if tally.f1 is not None and tally.f1 < 1} == {}


@pytest.mark.parametrize(("forms", "planted"), [(("{realisasi} ({persen})",), False), (("{realisasi}", "{persen}"), True)])
def test_a_gap_is_planted_only_where_its_percent_is_printed(forms: tuple[str, ...], *, planted: bool) -> None:
    columns = [Kolom(form, form, 10) for form in ("{uraian}", "{pagu}", *forms)]
    row = {"uraian": "Kegiatan", "pagu": Uang(20_000_000), "realisasi": Uang(19_000_000), "persen": Persen(Decimal("95.00"))}
    table = Tabel("realisasi_anggaran", "Realisasi", columns, [row])
    writer = SimpleNamespace(draf=Draf([table], Angka()))
    assert (kosong(writer, Random(1)) is not None) is planted

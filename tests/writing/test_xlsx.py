"""The working paper as a spreadsheet program opens it."""

import io
import os
import re
import shutil
import subprocess
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from xlsxwriter.worksheet import Worksheet

from extractor.checks import examine
from extractor.checks.case import Case
from extractor.checks.samples import achievements, report, spending, table
from extractor.model import LaporanSatker, Pesan, Rekonsiliasi
from extractor.writing import workbook
from extractor.writing.workbook import as_workbook, book
from extractor.writing.workbook.book import number_format

SPENDING = """No | Program | Pagu | Realisasi | %
1 | Program Dukungan Manajemen | Rp 3.000.000.000 | Rp 2.700.000.000 | 90,00%
2 | Program Penyelenggaraan Pemilu | Rp 1.000.000.000 | Rp 333.333.333 | 33,33%
 | Jumlah | Rp 4.500.000.000 | Rp 3.033.333.333 | {percent}"""


def checked(given: LaporanSatker) -> LaporanSatker:
    """With its findings."""
    given.temuan = examine(given).findings
    return given


def budget(percent: str = "70,00%") -> LaporanSatker:
    """A total that is half a milliard too high, and a percent that fits neither total unless it is 75,83 %."""
    made = table(SPENDING.format(percent=percent), kind="realisasi_anggaran", judul="Realisasi Anggaran")
    rows = [
        ("Program Dukungan Manajemen", "program", "3.000.000.000", "2.700.000.000", "90,00%"),
        ("Program Penyelenggaraan Pemilu", "program", "1.000.000.000", "333.333.333", "33,33%"),
        ("Jumlah", "total", "4.500.000.000", "3.033.333.333", percent),
    ]
    block = spending(rows)
    for line, row in zip(block.baris, range(3), strict=True):
        for figure, column in ((line.pagu, 2), (line.realisasi, 3), (line.persen, 4)):
            assert figure is not None
            figure.sumber = figure.sumber.model_copy(update={"sel": (row, column)})
            figure.mentah = made.baris[row][column]
    return checked(report(tabel=[made], realisasi_anggaran=[block]))


def opened(reports: list[LaporanSatker], *, values: bool = False, all_tables: bool = False) -> Workbook:
    return load_workbook(io.BytesIO(as_workbook(reports, all_tables=all_tables)), data_only=values)


def test_formulas_are_those_that_the_library_would_write(monkeypatch: pytest.MonkeyPatch) -> None:
    given = budget()
    ours = as_workbook([given], all_tables=True)
    monkeypatch.setattr(book, "_Page", Worksheet)
    assert as_workbook([given], all_tables=True) == ours


def test_every_finding_has_a_row_with_a_filter_and_leads_to_its_evidence() -> None:
    given = budget()
    book = opened([given])
    sheet = book["Temuan"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert [row[19] for row in rows] == [finding.id for finding in given.temuan] and len(rows) >= 2
    assert sheet.auto_filter.ref.startswith("A1:") and sheet.freeze_panes == "E2"
    first = given.temuan[0]
    assert (rows[0][3], rows[0][5], rows[0][7], rows[0][8]) == (first.kode, first.keparahan, first.dinyatakan, first.dihitung)
    assert sheet["F2"].fill.fgColor.rgb == "FFF8D7DA"
    evidence = [[cell.value for cell in row] for row in book["Bukti"].iter_rows(min_row=2)]
    assert [(row[0], row[10]) for row in evidence] == [(t.id, piece.mentah) for t in given.temuan for piece in t.bukti]


def test_links_lead_to_cells_that_are_there() -> None:
    book = opened([budget(), budget("71,00%")])
    links = [(sheet, cell) for sheet in book for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert len(links) > 20
    for sheet, cell in links:
        name, place = re.fullmatch(r"'(.+)'!([A-Z]+[0-9]+)", cell.hyperlink.location).groups()
        target = book[name][place]
        if sheet.title == "Bukti" and name == "Temuan":
            assert book[name].cell(target.row, 20).value == cell.value
        if sheet.title == "Bukti" and name not in ("Temuan", "Ringkasan"):
            printed = cell.parent.cell(cell.row, 11).value
            assert re.sub(r"\D", "", printed).startswith(str(target.value))


def test_a_table_has_its_figures_as_numbers_and_formulas_beside_them() -> None:
    book, values = opened([budget()]), opened([budget()], values=True)
    sheet, cached = book["1-T01"], values["1-T01"]
    assert [cell.value for cell in sheet[8]][:5] == ["", "Jumlah", 4_500_000_000, 3_033_333_333, 70] or sheet["C8"].value == 4_500_000_000
    found = {cell.value: cached[cell.coordinate].value for row in sheet.iter_rows() for cell in row if cell.data_type == "f"}
    assert found["=SUM(C6:C7)"] == 4_000_000_000
    assert found["=C8-G8"] == 500_000_000
    assert found["=D6/C6*100"] == 90
    assert found["=D8/C8*100"] == pytest.approx(67.407407407)
    assert sheet["C6"].number_format == "[$-421]#,##0" and sheet["E6"].number_format == '[$-421]#,##0.00"%"'
    marked = {str(area.sqref): rule.formula[0] for area in sheet.conditional_formatting for rule in area.rules}
    assert "$H6<>0" in marked["C6:C8"] and "E6:E8" in marked


def test_the_summary_counts_with_formulas() -> None:
    given = budget()
    book, values = opened([given, checked(report())]), opened([given, checked(report())], values=True)
    sheet, cached = book["Ringkasan"], values["Ringkasan"]
    assert sheet["H5"].value == '=COUNTIFS(Temuan!$A:$A,$A5,Temuan!$F:$F,"galat")'
    assert cached["H5"].value == sum(t.keparahan == "galat" for t in given.temuan) > 0
    assert (cached["G5"].value, cached["G6"].value) == (pytest.approx(67.407407), None)


def test_text_that_looks_like_a_formula_stays_text() -> None:
    given = budget()
    evil = ['=HYPERLINK("http://contoh.invalid")', "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1"]
    given.satker.nama = evil[0]
    given.tabel[0].kepala[0] = evil[:5]
    given.tabel[0].baris[0][1] = evil[1]
    given.tabel[0].judul = evil[3]
    given.temuan[0].pesan = Pesan(id=evil[2], en=evil[2])
    given.temuan[0].diterima = evil[5]
    given.dokumen[0].berkas = evil[4]
    book = opened([given])
    known = re.compile(r"=(SUM\(|[A-Z]+[0-9]+[/-]|IF\(OR\(|COUNTIFS\()")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert all(known.match(cell.value) for cell in cells if cell.data_type == "f")
    texts = {cell.value: cell for cell in cells if cell.data_type in ("s", "inlineStr")}
    assert set(evil[:4]) <= set(texts) and all(texts[text].quotePrefix for text in evil[:4])
    assert all("contoh.invalid" not in (cell.hyperlink.target or "") for cell in cells if cell.hyperlink)


def test_the_same_reports_are_the_same_bytes() -> None:
    assert as_workbook([budget(), budget("71,00%")]) == as_workbook([budget(), budget("71,00%")])


def test_only_tables_with_findings_unless_all_are_asked_for() -> None:
    clean = table("Nama | Jumlah\nSatu | 4\nDua | 5\nTiga | 7\nJumlah | 16", name="T02", first=40)
    given = budget()
    given.tabel.append(clean)
    assert opened([given]).sheetnames == ["Ringkasan", "Temuan", "Bukti", "1-T01"]
    assert opened([given], all_tables=True).sheetnames[3:] == ["1-T01", "1-T02"]


def test_tables_for_which_there_is_no_room_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "SHEETS", 1)
    book = opened([budget(), budget("71,00%")])
    assert book.sheetnames[3:] == ["1-T01"]
    assert any(str(cell.value).startswith("1 tabel lain") for row in book["Ringkasan"].iter_rows() for cell in row)


def test_no_findings_is_a_workbook_too() -> None:
    assert opened([checked(report())]).sheetnames == ["Ringkasan", "Temuan", "Bukti"]
    assert opened([]).sheetnames == ["Ringkasan", "Temuan", "Bukti"]


def test_a_proposal_stands_beside_its_finding_and_alternatives_choose_nothing() -> None:
    given = budget()
    finding = given.temuan[0]
    reason = Pesan(id="cocok", en="fits")
    entry = Rekonsiliasi(
        id="R-1", jalur="/x", dinyatakan=4_500_000_000, menjadi=4_000_000_000, metode="deduktif", keyakinan=0.95, alasan=reason
    )
    given.rekonsiliasi, finding.rekonsiliasi = [entry], "R-1"
    assert [cell.value for cell in opened([given])["Temuan"][2]][12:16] == [4_000_000_000, "deduktif", 0.95, "cocok"]
    others = [entry.model_copy(update={"id": f"R-{n}", "metode": "alternatif", "temuan": [finding.id], "menjadi": n}) for n in (7, 8)]
    given.rekonsiliasi, finding.rekonsiliasi = others, None
    assert [cell.value for cell in opened([given])["Temuan"][2]][12] == "Rp 4.500.000.000 → Rp 7 atau Rp 4.500.000.000 → Rp 8"


def test_figures_beyond_the_digits_of_a_spreadsheet_are_text() -> None:
    given = checked(report(tabel=[table("Nama | Jumlah\nSatu | 1.000.000.000.000.001\nDua | 5\nJumlah | 9", kind="lain")]))
    sheet = opened([given], all_tables=True)
    cells = [cell for page in sheet for row in page.iter_rows() for cell in row]
    assert all(not isinstance(cell.value, int | float) or cell.value < 10**15 for cell in cells)


def test_a_cell_with_two_figures_is_quoted_in_the_formula_as_a_number() -> None:
    given = budget("67,41%")
    given.tabel[0].baris[2][3] = "Rp 3.033.333.333 (67,41%)"
    line = given.realisasi_anggaran[0].baris[2]
    assert line.persen is not None and line.realisasi is not None
    line.persen.sumber = line.realisasi.sumber
    checked(given)
    formulas = [cell.value for row in opened([given])["1-T01"].iter_rows() for cell in row if cell.data_type == "f"]
    assert "=3033333333/C8*100" in formulas


@pytest.mark.parametrize(
    ("value", "raw", "wanted"),
    [
        (1_000, "Rp 1.000,-", "#,##0"), (Decimal("97.88"), "97,88%", '#,##0.00"%"'), (Decimal("97.5"), "97,50 %", '#,##0.00"%"'),
        (12, "12 Laporan", '#,##0" Laporan"'), (2295, "2.295 m²", '#,##0" m²"'), (7, "7", "#,##0"),
    ],
)  # fmt: skip
def test_number_formats_follow_the_print(value: int | Decimal, raw: str, wanted: str) -> None:
    assert number_format(value, raw) == f"[$-421]{wanted}"


@settings(max_examples=12)
@given(st.lists(st.integers(0, 10**12), min_size=2, max_size=8), st.integers(-(10**6), 10**6))
def test_cached_values_are_exact(parts: list[int], error: int) -> None:
    total = sum(parts) + error
    rows = "\n".join(f"Bagian {chr(65 + n)} | {value}" for n, value in enumerate(parts))
    given = checked(report(tabel=[table(f"Uraian | Nilai\n{rows}\nJumlah | {max(total, 0)}")]))
    for row in opened([given], values=True, all_tables=True)["Temuan"].iter_rows(min_row=2):
        finding = next(t for t in given.temuan if t.id == row[19].value)
        assert row[7].value == finding.dinyatakan and row[8].value == finding.dihitung


def _calc() -> bool:
    return shutil.which("soffice") is not None and any(Path(root, "libsclo.so").exists() for root in
        ("/usr/lib/libreoffice/program", "/usr/lib64/libreoffice/program", "/opt/libreoffice/program"))  # fmt: skip


@pytest.mark.skipif(not _calc(), reason="LibreOffice Calc is not installed")
def test_a_spreadsheet_program_calculates_the_same(tmp_path: Path) -> None:
    rows = [("Desa binaan", "80%", "90%", "115,2%"), ("Pelatihan", "4", "5", "125%"), ("Rapat", "3", "2", "66,67%")]
    goals = achievements(*rows, name="T02")
    text = "\n".join(" | ".join(row) for row in [("Indikator", "Target", "Realisasi", "Capaian"), *rows])
    given = budget()
    given.tabel.append(table(text, name="T02", kind="capaian_kinerja"))
    given.capaian_kinerja = [goals]
    content = as_workbook([checked(given)])
    wrong = tmp_path / "wrong.xlsx"
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(wrong, "w") as target:
        for name in source.namelist():
            target.writestr(name, re.sub(rb"(<f>[^<]*</f>)<v>[^<]*</v>", rb"\1", source.read(name)))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", "xlsx", "--outdir", tmp_path / "out", wrong]
    subprocess.run(command, check=True, capture_output=True, timeout=120, env={**os.environ, "HOME": str(tmp_path)})
    ours, theirs = load_workbook(io.BytesIO(content), data_only=True), load_workbook(tmp_path / "out" / "wrong.xlsx", data_only=True)
    cells = [
        (s.title, c.coordinate) for s in load_workbook(io.BytesIO(content)) for row in s.iter_rows() for c in row if c.data_type == "f"
    ]
    assert len(cells) > 20
    for sheet, cell in cells:
        assert theirs[sheet][cell].value == pytest.approx(ours[sheet][cell].value, abs=1e-9), (sheet, cell)


def test_formulas_and_checks_agree_on_what_differs() -> None:
    from extractor.writing.papers.calculations import calculations  # noqa: PLC0415

    given = budget()
    off = {item.stated.raw for item in calculations(Case(given)) if item.off}
    stated = {finding.bukti[0].mentah for finding in given.temuan if finding.kode in ("A01", "A02")}
    assert off == stated == {"Rp 4.500.000.000", "70,00%"}

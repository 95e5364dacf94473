"""One report in several formats counts once; a revision is told from it; nothing is dropped without a word."""

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import LaporanDokumen, LaporanSatker, extract, merge
from extractor.fingerprint import fingerprint, likeness
from extractor.reading.document import Document, Line, Page, Place
from tests.reading.pdf_builder import Sheet, save

PROSE = [
    "LAPORAN KINERJA",
    "KOMISI PEMILIHAN UMUM KABUPATEN BANYUMAS",
    "TAHUN 2031",
    "BAB I",
    "PENDAHULUAN",
    "Laporan ini menyajikan capaian sasaran strategis beserta penggunaan",
    "anggaran sebagai bentuk pertanggungjawaban kepada masyarakat luas.",
    "Penyusunannya melibatkan seluruh subbagian dengan mengumpulkan bukti",
    "dukung setiap triwulan, kemudian membandingkan hasilnya terhadap",
    "perjanjian yang telah ditandatangani pimpinan lembaga awal periode.",
    "Jumlah pagu seluruhnya sebesar Rp 2.100.000.000 dan terserap baik.",
]
ROWS = [
    ["No", "Uraian", "Pagu", "Realisasi"],
    ["1", "Penataan arsip dan dokumen", "1.212.500.000", "1.112.000.000"],
    ["2", "Pemeliharaan gedung kantor", "502.500.000", "412.345.000"],
    ["3", "Penyuluhan pemilih pemula", "385.000.000", "371.250.500"],
]
REVISED = [*ROWS[:2], ["2", "Pemeliharaan gedung kantor", "502.500.000", "412.945.000"], ROWS[3]]
OTHER_YEAR_HALF = [
    ROWS[0],
    *([row[0], row[1], row[2], figure] for row, figure in zip(ROWS[1:], ("98.000", "7.000.000", "6.600"), strict=True)),
]


def signed(date: str) -> list[str]:
    return ["KATA PENGANTAR", "Banyumas, " + date, "Ketua KPU Kabupaten Banyumas,", "SURYA PRATAMA"]


def as_text(folder: Path, rows: list[list[str]] = ROWS, more: tuple[str, ...] = (), name: str = "laporan.txt") -> LaporanDokumen:
    path = folder / name
    lines = [*PROSE[:3], "", *more, "", *PROSE[3:]]
    printed = [*lines, "", *(["| " + " | ".join(row) + " |" for row in rows] if name.endswith(".md") else ["\t".join(row) for row in rows])]
    path.write_text("\n".join(printed) + "\n", encoding="utf-8")
    return extract(path)


def as_pdf(folder: Path, rows: list[list[str]] = ROWS) -> LaporanDokumen:
    sheet = Sheet()
    for number, line in enumerate(PROSE):
        sheet.text(80, 80 + 15 * number, line)
    sheet.table([80, 110, 300, 400, 500], [300 + 20 * number for number in range(len(rows) + 1)], rows)
    return extract(save(folder, sheet))


def figures(report: LaporanSatker) -> list[int]:
    return [int(row.realisasi.nilai) for table in report.realisasi_anggaran for row in table.baris if row.realisasi]


def roles(report: LaporanSatker) -> dict[str, str]:
    return {document.berkas: document.peran for document in report.dokumen}


def test_text_and_pdf_of_one_report_count_once(tmp_path: Path) -> None:
    pdf, text, markdown = as_pdf(tmp_path), as_text(tmp_path), as_text(tmp_path, name="laporan.md")
    whole = merge([text, markdown, pdf])
    assert figures(whole) == figures(merge([pdf])) == [1_112_000_000, 412_345_000, 371_250_500]
    assert roles(whole) == {"laporan.pdf": "utama", "laporan.txt": "salinan", "laporan.md": "salinan"}
    assert {d.rujukan for d in whole.dokumen if d.peran == "salinan"} == {pdf.dokumen[0].id}
    told = [warning.pesan for warning in whole.mutu.peringatan if warning.kode == "salinan"]
    assert len(told) == 2
    assert all("laporan.pdf" in message for message in told)
    assert {name for name in ("laporan.txt", "laporan.md") if any(name in message for message in told)} == {"laporan.txt", "laporan.md"}


def test_a_text_without_tables_is_a_rendition_and_never_the_one_that_counts(tmp_path: Path) -> None:
    (tmp_path / "lepas.txt").write_text("\n\n".join([*PROSE, *(cell for row in ROWS for cell in row)]), encoding="utf-8")
    loose, text = extract(tmp_path / "lepas.txt"), as_text(tmp_path)
    whole = merge([loose, text])
    assert roles(whole) == {"laporan.txt": "utama", "lepas.txt": "salinan"}
    assert len(whole.bab) == len(text.bab)


@pytest.mark.parametrize("more", [(), tuple(signed("15 Januari 2032"))])
def test_a_revision_whose_date_does_not_tell_is_kept_and_named(tmp_path: Path, more: tuple[str, ...]) -> None:
    first, second = as_text(tmp_path, more=more), as_text(tmp_path, REVISED, more, "laporan revisi.txt")
    whole = merge([first, second])
    assert sorted(figures(whole)) == sorted(figures(merge([first])) + figures(merge([second])))
    assert set(roles(whole).values()) == {"utama"}
    (warning,) = [warning for warning in whole.mutu.peringatan if warning.kode == "mirip"]
    assert "laporan.txt" in warning.pesan
    assert "laporan revisi.txt" in warning.pesan
    assert "1 baris" in warning.pesan
    assert {source.dokumen for source in warning.sumber} == {first.dokumen[0].id, second.dokumen[0].id}


def test_of_two_versions_the_one_signed_later_counts(tmp_path: Path) -> None:
    first = as_text(tmp_path, more=tuple(signed("15 Januari 2032")))
    second = as_text(tmp_path, REVISED, tuple(signed("20 Februari 2032")), "laporan revisi.txt")
    assert [report.dokumen[0].tanggal for report in (first, second)] == ["2032-01-15", "2032-02-20"]
    whole = merge([first, second])
    assert figures(whole) == figures(merge([second]))
    assert roles(whole) == {"laporan.txt": "digantikan", "laporan revisi.txt": "utama"}
    (warning,) = [warning for warning in whole.mutu.peringatan if warning.kode == "digantikan"]
    assert "2032-01-15" in warning.pesan
    assert "2032-02-20" in warning.pesan


def test_reports_of_equal_wording_on_other_figures_are_two_documents(tmp_path: Path) -> None:
    first, second = as_text(tmp_path), as_text(tmp_path, OTHER_YEAR_HALF, name="semester.txt")
    whole = merge([first, second])
    assert len(figures(whole)) == 6
    assert set(roles(whole).values()) == {"utama"}
    assert [warning.kode for warning in whole.mutu.peringatan if warning.kode in ("salinan", "digantikan", "mirip")] == []


def test_the_result_does_not_depend_on_the_order(tmp_path: Path) -> None:
    reports = [
        as_pdf(tmp_path),
        as_text(tmp_path),
        as_text(tmp_path, REVISED, name="revisi.txt"),
        as_text(tmp_path, REVISED, name="revisi.md"),
        as_text(tmp_path, more=tuple(signed("15 Januari 2032")), name="bertanggal.txt"),
    ]
    merged = {merge(order).model_dump_json() for order in itertools.permutations(reports)}
    assert len(merged) == 1


def document(*texts: str) -> Document:
    return Document("a.txt", "0" * 64, "teks", [Page(1, [Line(text, Place()) for text in texts])])


def test_a_number_cut_by_wrapping_is_the_same_number() -> None:
    whole, cut = fingerprint(document("Rp 8.110.717.251")), fingerprint(document("Rp 8.110.717.25 1"))
    assert likeness(whole.angka, cut.angka, 512)[1] == 1


@given(st.integers(0, 900), st.integers(0, 900), st.integers(1, 900))
def test_likeness_is_near_the_true_share(own: int, others: int, shared: int) -> None:
    one = document(*(f"{n}0000" for n in range(shared + own)))
    other = document(*(f"{n}0000" for n in (*range(shared), *range(5000, 5000 + others))))
    a, b = fingerprint(one).angka, fingerprint(other).angka
    assert likeness(a, b, 512) == likeness(b, a, 512)
    assert abs(likeness(a, b, 512)[0] - shared / (shared + own + others)) < 0.2
    assert likeness(a, a, 512) == (1, 1)

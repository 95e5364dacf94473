"""Several reports in one run: what one says of another is compared, whatever the order in which they come."""

from pathlib import Path

import pytest

from extractor.batch.check import check_all
from extractor.checks.settings import Settings
from extractor.model import LaporanSatker, Temuan
from extractor.model.proses import Options
from tests.batch.runs import extract, files

INDICATORS = {
    "Persentase partisipasi pemilih": "Partisipasi",
    "Indeks kepuasan layanan informasi": "Layanan",
    "Persentase logistik tepat waktu": "Logistik",
}
RESULTS = {2022: ("71,25%", "82,10", "96%"), 2023: ("74,50%", "84,30", "98%")}


def _report(year: int, results: dict[int, tuple[str, ...]], body: str = "KABUPATEN BANYUMAS", more: str = "") -> str:
    """A report of a year with its own results and a comparison with the years before."""
    parts = [f"LAPORAN KINERJA\nKOMISI PEMILIHAN UMUM {body}\nTAHUN {year}\n", "BAB III\nAKUNTABILITAS KINERJA\n", more]
    rows = [["No", "Indikator Kinerja", "Target", "Realisasi", "Capaian"]]
    rows += [[str(n), name, reached, reached, "100%"] for n, (name, reached) in enumerate(zip(INDICATORS, results[year], strict=True), 1)]
    parts.append(f"Tabel 3.1 Capaian Kinerja Tahun {year}\n" + "\n".join("\t".join(row) for row in rows))
    years = sorted(results)
    rows = [["No", "Indikator Kinerja", *(f"Realisasi {y}" for y in years)]]
    rows += [[str(n), name, *(results[y][n - 1] for y in years)] for n, name in enumerate(INDICATORS, 1)]
    if len(years) > 1:
        parts.append(
            f"\nTabel 3.2 Perbandingan Realisasi Tahun {years[0]} sampai {years[-1]}\n" + "\n".join("\t".join(row) for row in rows)
        )
    return "\n".join(parts) + "\n"


def _found(out: Path, code: str) -> list[tuple[LaporanSatker, Temuan]]:
    reports = [LaporanSatker.model_validate_json(path.read_bytes()) for path in sorted((out / "satker").rglob("*.json"))]
    return [(report, finding) for report in reports for finding in report.temuan if finding.kode == code]


@pytest.fixture
def two_years(tmp_path: Path) -> Path:
    """A report, and the next one, which tells one of its figures otherwise."""
    folder = tmp_path / "masuk"
    folder.mkdir()
    told = {2022: ("71,25%", "81,20", "96%"), 2023: RESULTS[2023]}
    (folder / "a.txt").write_text(_report(2022, {2022: RESULTS[2022]}))
    (folder / "b.txt").write_text(_report(2023, told))
    return folder


def test_last_years_figure_told_otherwise_is_found_in_the_later_report(two_years: Path, tmp_path: Path) -> None:
    extract(two_years, out=tmp_path / "out")
    ((report, finding),) = _found(tmp_path / "out", "X01")
    assert (report.tahun, str(finding.dinyatakan), str(finding.dihitung)) == (2023, "81.2", "82.1")
    assert [(piece.mentah, piece.berkas) for piece in finding.bukti] == [("81,20", None), ("82,10", "a.txt")]
    assert "a.txt" in (tmp_path / "out" / "temuan.csv").read_text("utf-8-sig")


def test_a_report_that_comes_later_changes_its_neighbour_and_the_bytes_are_those_of_one_run(two_years: Path, tmp_path: Path) -> None:
    whole, grown = tmp_path / "whole", tmp_path / "grown"
    extract(two_years, out=whole)
    first = two_years / "a.txt"
    text = first.read_text()
    first.unlink()
    extract(two_years, out=grown)
    assert _found(grown, "X01") == []
    alone = files(grown)
    first.write_text(text)
    extract(two_years, out=grown)
    assert files(grown) == files(whole)
    before = {path: path.stat().st_mtime_ns for path in (grown / "satker").rglob("*.json")}
    extract(two_years, out=grown)
    assert {path: path.stat().st_mtime_ns for path in (grown / "satker").rglob("*.json")} == before
    first.write_text(text.replace("82,10", "81,20"))
    extract(two_years, out=grown)
    assert _found(grown, "X01") == []
    first.unlink()
    extract(two_years, out=grown)
    assert files(grown) == alone


def test_a_run_that_is_struck_down_between_merging_and_comparing_is_completed(
    two_years: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, struck = tmp_path / "whole", tmp_path / "struck"
    extract(two_years, out=whole)
    with monkeypatch.context() as patch:
        patch.setattr("extractor.batch.across.neighbours", _interrupted)
        with pytest.raises(KeyboardInterrupt):
            extract(two_years, out=struck)
    extract(two_years, out=struck)
    assert files(struck) == files(whole)


def _interrupted(headers: object) -> None:
    raise KeyboardInterrupt


def test_check_shows_them_for_reports_and_for_earlier_results(two_years: Path, tmp_path: Path) -> None:
    extract(two_years, out=tmp_path / "out")
    for given in (two_years, tmp_path / "out"):
        reports, _ = check_all([str(given)], Options(inputs=[], out="", jobs=1, timeout=600, memory=None, formats=["text"]), Settings())
        assert [(report.tahun, finding.kode) for report in reports for finding in report.temuan if finding.kode == "X01"] == [(2023, "X01")]
    reports, _ = check_all(
        [str(two_years)],
        Options(inputs=[], out="", jobs=1, timeout=600, memory=None, formats=["text"]),
        Settings(ignore=frozenset({"X01"})),
    )
    assert [finding for report in reports for finding in report.temuan if finding.kode == "X01"] == []


TOLD = (
    "Pada bulan Juni dilaksanakan pelatihan petugas ketertiban di aula {} dengan menghadirkan pemateri dari kejaksaan negeri,"
    " kepolisian resor serta akademisi perguruan tinggi setempat selama dua hari penuh."
)
FIGURES = (
    "Sampai dengan akhir tahun telah dibagikan 48.215 lembar bahan sosialisasi kepada 17.362 rumah tangga di seluruh kecamatan,"
    " dan tingkat kehadiran peserta pada pertemuan warga mencapai 83,47 persen dari undangan yang disampaikan petugas di lapangan."
)


def _pair(tmp_path: Path, mine: str, theirs: str) -> list[tuple[LaporanSatker, Temuan]]:
    """The copied passages of two reports of one year, each with a paragraph."""
    folder = tmp_path / "masuk"
    folder.mkdir()
    for name, body, text in (("a.txt", "KABUPATEN BANYUMAS", mine), ("b.txt", "KABUPATEN CILACAP", theirs)):
        (folder / name).write_text(_report(2023, {2023: RESULTS[2023]}, body, f"{text}\n\n"))
    extract(folder, out=tmp_path / "out")
    return _found(tmp_path / "out", "X04")


def test_a_passage_with_the_name_of_the_body_it_was_copied_from(tmp_path: Path) -> None:
    theirs = TOLD.format("KPU Kabupaten Cilacap")
    ((report, finding),) = _pair(tmp_path, theirs.replace("Juni", "Juli"), theirs)
    assert report.satker.nama == "KPU Kabupaten Banyumas"
    assert [piece.berkas for piece in finding.bukti] == [None, "b.txt"]
    (named,) = [other for other in report.temuan if other.kode == "E03"]
    assert (finding.sebab, finding.keparahan) == (named.id, "info")


def test_a_passage_with_each_bodys_own_name_is_common_wording(tmp_path: Path) -> None:
    assert _pair(tmp_path, TOLD.format("KPU Kabupaten Banyumas"), TOLD.format("KPU Kabupaten Cilacap")) == []


def test_a_passage_about_another_body_in_words_of_its_own_is_no_copy(tmp_path: Path) -> None:
    mine = (
        "Kegiatan serupa dilaksanakan pula bersama KPU Kabupaten Cilacap sehingga materi pelatihan dapat saling melengkapi di kedua daerah."
    )
    assert _pair(tmp_path, mine, TOLD.format("KPU Kabupaten Cilacap")) == []


def test_the_same_figures_in_the_same_words_are_a_copy(tmp_path: Path) -> None:
    found = _pair(tmp_path, FIGURES, FIGURES)
    assert {finding.keparahan for _, finding in found} == {"peringatan"}
    assert len(found) == 2  # neither is known to be the earlier one


def test_the_same_words_with_figures_of_its_own_are_no_copy(tmp_path: Path) -> None:
    assert _pair(tmp_path, FIGURES.replace("48.215", "52.940"), FIGURES) == []

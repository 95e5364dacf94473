"""The command line: what a user types, and what then stands in the output folder."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import pytest

from extractor.writing import schemas

ROOT = Path(__file__).parents[1]


def report(year: int = 2023, place: str = "Banyumas", more: str = "") -> str:
    return f"""LAPORAN KINERJA
KOMISI PEMILIHAN UMUM KABUPATEN {place.upper()}
TAHUN {year}

BAB I
PENDAHULUAN
Laporan kinerja KPU Kabupaten {place} tahun {year}.
{more}
"""


def files(folder: Path) -> dict[str, bytes]:
    """Path -> bytes of everything under a folder except the record of the run and the database, which hold times."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name not in ("run.json", "lkj.duckdb"))
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def run_record(out: Path) -> dict:
    return json.loads((out / "run.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two documents of one satker-year and one of another."""
    folder = tmp_path_factory.mktemp("three")
    (folder / "b").mkdir()
    (folder / "b" / "lkj.txt").write_text(report())
    (folder / "a.md").write_text(report(more="Dokumen kedua."))
    (folder / "C.TXT").write_text(report(place="Cilacap"))
    return folder


@pytest.fixture(scope="module")
def extracted(lkj, three: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[subprocess.CompletedProcess[str], Path]:
    out = tmp_path_factory.mktemp("out")
    return lkj("extract", three, "--out", out, "--jobs", "1"), out


def test_success_is_exit_code_0_and_stdout_is_for_data(extracted) -> None:
    assert extracted[0].returncode == 0, extracted[0].stderr
    assert extracted[0].stdout == ""


def test_documents_of_one_satker_year_share_one_file(extracted) -> None:
    by_size = sorted(len(json.loads(p.read_text("utf-8"))["dokumen"]) for p in (extracted[1] / "satker").rglob("*.json"))
    assert by_size == [1, 2]
    assert len(list((extracted[1] / "dokumen").glob("*.json"))) == 3


def test_satker_file_stands_under_its_year(extracted) -> None:
    for path in (extracted[1] / "satker").rglob("*.json"):
        content = json.loads(path.read_text("utf-8"))
        assert path.stem == str(content["tahun"]) == "2023"
        assert content["satker"]["nama"]


def test_output_satisfies_the_published_schema(extracted) -> None:
    published = {name.split(".")[0]: json.loads(content) for name, content in schemas().items()}
    checked = 0
    for folder in ("satker", "dokumen"):
        for path in (extracted[1] / folder).rglob("*.json"):
            jsonschema.validate(json.loads(path.read_text("utf-8")), published[folder])
            checked += 1
    jsonschema.validate(run_record(extracted[1]), published["run"])
    assert checked == 5


def test_bytes_do_not_depend_on_workers_or_order(lkj, extracted, three: Path, tmp_path: Path) -> None:
    result = lkj("extract", three / "b", three / "C.TXT", three / "a.md", "--out", tmp_path / "out", "--jobs", "2")
    assert result.returncode == 0, result.stderr
    assert files(tmp_path / "out") == files(extracted[1])


def test_summary_and_plain_lines_go_to_stderr(extracted) -> None:
    lines = extracted[0].stderr.splitlines()
    assert [line.split()[0] for line in lines if line.startswith("[")] == ["[1/3]", "[2/3]", "[3/3]"]
    head = next(i for i, line in enumerate(lines) if line.split()[:2] == ["Satker", "Tahun"])
    table = [line for line in lines[head + 1 :] if " 2023 " in line]
    assert len(table) == 2
    assert any("Banyumas" in line for line in table)
    assert "run.json" in lines[-1]
    assert not any("\x1b" in line for line in lines)


def test_output_inside_the_input_is_not_read_again(lkj, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(report())
    assert lkj("extract", ".", "--out", "hasil", cwd=tmp_path).returncode == 0
    (tmp_path / "hasil" / "salinan.txt").write_text("bukan masukan")
    assert lkj("extract", ".", "--out", "hasil", cwd=tmp_path).returncode == 0
    record = run_record(tmp_path / "hasil")
    assert (record["counts"]["documents"], record["counts"]["skipped"]) == (1, 0)


def test_same_content_twice_is_read_once_and_named(lkj, tmp_path: Path) -> None:
    for name in ("a.txt", "b (1).txt"):
        (tmp_path / name).write_text(report())
    result = lkj("extract", tmp_path, "--out", tmp_path / "out")
    assert result.returncode == 0, result.stderr
    twice = run_record(tmp_path / "out")["duplicates"]
    assert [(Path(d["path"]).name, Path(d["same_as"]).name) for d in twice] == [("b (1).txt", "a.txt")]
    assert len([line for line in result.stderr.splitlines() if "b (1).txt" in line]) == 1


def test_one_report_in_two_formats_is_named_on_the_terminal_and_in_the_record(lkj, tmp_path: Path) -> None:
    prose = (
        "seluruh capaian sasaran strategis beserta penggunaan anggaran dipertanggungjawabkan kepada masyarakat luas dengan "
        "mengumpulkan bukti dukung setiap triwulan kemudian membandingkan hasilnya terhadap perjanjian yang telah ditandatangani "
        "pimpinan lembaga pada awal periode, sehingga setiap penyimpangan segera diketahui penyebabnya"
    )
    (tmp_path / "laporan.txt").write_text(report(more=prose))
    (tmp_path / "laporan.md").write_text("# " + report(more=prose))
    result = lkj("extract", tmp_path, "--out", tmp_path / "out")
    assert result.returncode == 0, result.stderr
    (line,) = [line for line in result.stderr.splitlines() if line.startswith("Catatan ")]
    assert {name for name in ("laporan.txt", "laporan.md") if name in line} == {"laporan.txt", "laporan.md"}
    (satker,) = run_record(tmp_path / "out")["satker"]
    assert [message in line for message in satker["versions"]] == [True]
    assert len(satker["documents"]) == 2


def test_links_out_of_the_folder_are_not_followed(lkj, tmp_path: Path) -> None:
    (tmp_path / "luar").mkdir()
    (tmp_path / "luar" / "x.txt").write_text(report(place="Cilacap"))
    inside = tmp_path / "in"
    inside.mkdir()
    (inside / "a.txt").write_text(report())
    (inside / "x.txt").symlink_to(tmp_path / "luar" / "x.txt")
    (inside / "luar").symlink_to(tmp_path / "luar")
    assert lkj("extract", inside, "--out", tmp_path / "out").returncode == 0
    record = run_record(tmp_path / "out")
    assert record["counts"]["documents"] == 1
    assert sorted(s["reason"] for s in record["skipped"]) == ["tautan_folder", "tautan_keluar"]


def test_second_run_mends_what_the_first_left(lkj, tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text(report())
    out = tmp_path / "out"
    assert lkj("extract", source, "--out", out).returncode == 0
    before = files(out)
    digest = next((out / "dokumen").iterdir()).stem
    (out / "gagal").mkdir()
    (out / "gagal" / f"{digest}.json").write_text("{}")
    assert lkj("extract", source, "--out", out).returncode == 0
    assert files(out) == before


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["extract", "kosong", "--out", "out"], "tidak ada laporan"),
        (["extract", "tidak-ada.pdf", "--out", "out"], "tidak-ada.pdf: tidak ditemukan"),
        (["extract", "a.txt", "--out", "a.txt/out"], "tidak dapat ditulis"),
        (["extract", "a.txt", "--out", "a.txt"], "tidak dapat ditulis"),
        (["extract", "a.txt", "--out", "out", "--format", "docx"], "docx"),
        (["extract", "a.txt", "--out", "out", "--jobs", "0"], "--jobs"),
        (["extract", "a.txt"], "--out"),
        (["schema", "--out", "a.txt/schemas"], "tidak dapat ditulis"),
        (["extrakt"], "extrakt"),
    ],
)
def test_wrong_usage_is_exit_code_2_with_a_clear_line(lkj, tmp_path: Path, arguments: list[str], says: str) -> None:
    (tmp_path / "kosong").mkdir()
    (tmp_path / "a.txt").write_text(report())
    result = lkj(*arguments, cwd=tmp_path)
    assert result.returncode == 2
    assert says in result.stderr.splitlines()[-1]
    assert "Traceback" not in result.stderr
    assert not list(tmp_path.glob("out/*"))


HEED_INTERRUPTS = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from extractor.cli import main
sys.exit(main())
"""
"""A shell starts its background jobs, which a run of the tests may be one of, with interrupts ignored."""


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_stopped_run_leaves_only_whole_files(tmp_path: Path, number: signal.Signals) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    for i in range(40):
        (source / f"{i:02}.txt").write_text(report(year=2000 + i % 24, more="Kalimat panjang.\n" * 300 + str(i)))
    command = [sys.executable, "-c", HEED_INTERRUPTS, "extract", str(source), "--out", str(out), "--jobs", "2"]
    process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, start_new_session=True)
    deadline = time.monotonic() + 60
    while not list(out.glob("dokumen/*.json")) and time.monotonic() < deadline:
        time.sleep(0.02)
    os.kill(process.pid, number)
    _, said = process.communicate(timeout=60)
    written = list(out.rglob("*.json"))
    assert written
    for path in written:
        assert json.loads(path.read_text("utf-8"))
    assert process.returncode == (-9 if number == signal.SIGKILL else 130), said
    assert "Traceback" not in said


def test_schema_is_what_the_repository_publishes(lkj, tmp_path: Path) -> None:
    assert lkj("schema", "--out", tmp_path).returncode == 0
    written = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert written == {path.name: path.read_bytes() for path in (ROOT / "schemas").iterdir()}
    for name, content in written.items():
        if name.endswith(".schema.json"):
            jsonschema.Draft202012Validator.check_schema(json.loads(content))


def test_version(lkj) -> None:
    result = lkj("--version")
    assert result.returncode == 0
    assert result.stdout.split()[0] == "lkj-extractor"


def test_help_does_not_load_the_libraries() -> None:
    """Half a second is the limit for a person; what would break it is an import of the readers."""
    heavy = ("pdfplumber", "pypdfium2", "scipy", "numpy", "pydantic", "rapidfuzz", "bs4", "multiprocessing")
    code = f"import sys; import extractor.cli; print([m for m in {heavy!r} if m in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"

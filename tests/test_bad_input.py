"""Whatever an input is, the run ends with one clear line about it and the other documents complete."""

import hashlib
import json
import os
import subprocess
from pathlib import Path

import pytest

REPORT = """LAPORAN KINERJA
KOMISI PEMILIHAN UMUM KABUPATEN BANYUMAS
TAHUN 2023

BAB I
PENDAHULUAN
Laporan ini disusun oleh KPU Kabupaten Banyumas.
"""


def make_pdf(objects: list[str], trailer: str = "") -> bytes:
    """A PDF of the given objects (numbered from 1, the first is the catalogue)."""
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n".encode()
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{len(body)}\n%%EOF\n"
    return body + end.encode()


def one_page() -> list[str]:
    text = "BT /F1 12 Tf 72 720 Td (LAPORAN KINERJA) Tj ET"
    return [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(text)} >>\nstream\n{text}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        # a password that nobody knows: the owner and user entries match none
        f"<< /Filter /Standard /V 1 /R 2 /P -44 /O <{'5A' * 32}> /U <{'C3' * 32}> >>",
    ]


WHOLE = make_pdf(one_page()[:5])
BAD = {
    "kosong.pdf": (b"", "kosong"),
    "kosong.txt": (b" \n\n", "kosong"),
    "terpotong.pdf": (WHOLE[:120], "rusak"),
    "terkunci.pdf": (make_pdf(one_page(), f"/Encrypt 6 0 R /ID [<{'00' * 16}> <{'00' * 16}>]"), "terenkripsi"),
    "tanpa_halaman.pdf": (make_pdf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"]), "tanpa_halaman"),
    "teks.pdf": (REPORT.replace("2023", "2019").encode(), "bukan_pdf"),
    "biner.txt": (bytes(range(256)) * 20, "bukan_teks"),
    "biner.md": (b"PK\x03\x04" + os.urandom(2000), "bukan_teks"),
}
GOOD = {"laporan.txt": REPORT.encode(), "pdf_bernama.txt": WHOLE}


@pytest.fixture(scope="module")
def bad_run(lkj, tmp_path_factory: pytest.TempPathFactory) -> tuple[subprocess.CompletedProcess[str], Path]:
    folder = tmp_path_factory.mktemp("bad")
    (folder / "in" / "link.pdf").parent.mkdir()
    for name, content in {**{n: c for n, (c, _) in BAD.items()}, **GOOD, "surat.docx": b"PK"}.items():
        (folder / "in" / name).write_bytes(content)
    (folder / "in" / "putus.txt").symlink_to("tidak-ada.txt")
    (folder / "in" / "folder.pdf").mkdir()
    return lkj("extract", "in", "--out", "out", "--jobs", "2", cwd=folder), folder / "out"


def test_some_failed_is_exit_code_3(bad_run) -> None:
    assert bad_run[0].returncode == 3, bad_run[0].stderr


@pytest.mark.parametrize("name", BAD)
def test_one_line_names_the_file_and_says_what_to_do(bad_run, name: str) -> None:
    lines = [line for line in bad_run[0].stderr.splitlines() if f"in/{name}:" in line]
    assert len(lines) == 1
    assert lines[0].startswith("GAGAL ")
    assert ";" in lines[0], "what is wrong; what to do"


@pytest.mark.parametrize(("name", "content", "reason"), [(n, c, r) for n, (c, r) in BAD.items()])
def test_entry_tells_reason_and_no_traceback(bad_run, name: str, content: bytes, reason: str) -> None:
    entry = json.loads((bad_run[1] / "gagal" / f"{hashlib.sha256(content).hexdigest()}.json").read_text("utf-8"))
    assert (entry["path"], entry["reason"], entry["stage"], entry["traceback"]) == (f"in/{name}", reason, "reading", None)
    assert entry["message"]


def test_no_traceback_on_the_terminal_and_nothing_on_stdout(bad_run) -> None:
    assert "Traceback" not in bad_run[0].stderr
    assert bad_run[0].stdout == ""


@pytest.mark.parametrize("content", GOOD.values(), ids=GOOD)
def test_other_documents_are_complete(bad_run, content: bytes) -> None:
    digest = hashlib.sha256(content).hexdigest()
    report = json.loads((bad_run[1] / "dokumen" / f"{digest}.json").read_text("utf-8"))
    assert report["dokumen"][0]["sha256"] == digest
    written = [json.loads(path.read_text("utf-8")) for path in (bad_run[1] / "satker").rglob("*.json")]
    assert sum(document["sha256"] == digest for satker in written for document in satker["dokumen"]) == 1


def test_dangling_link_is_a_failure_of_its_own(bad_run) -> None:
    record = json.loads((bad_run[1] / "run.json").read_text("utf-8"))
    assert [f["reason"] for f in record["failures"] if f["path"] == "in/putus.txt"] == ["tidak_dapat_dibuka"]


def test_run_report_counts_and_names_all(bad_run) -> None:
    record = json.loads((bad_run[1] / "run.json").read_text("utf-8"))
    assert record["counts"] == {"files": 11, "documents": 2, "reused": 0, "satker": 2, "failures": 9, "skipped": 1, "duplicates": 0}
    assert [s["path"] for s in record["skipped"]] == ["in/surat.docx"]
    assert "in/surat.docx" in bad_run[0].stderr


def test_unreadable_file_fails_alone(lkj, tmp_path: Path) -> None:
    if not hasattr(os, "geteuid") or os.geteuid() == 0:
        pytest.skip("the superuser may read everything")
    (tmp_path / "a.txt").write_text(REPORT)
    (tmp_path / "b.txt").write_text(REPORT + "rahasia")
    (tmp_path / "b.txt").chmod(0)
    result = lkj("extract", tmp_path / "a.txt", tmp_path / "b.txt", "--out", tmp_path / "out")
    assert result.returncode == 3
    assert len([line for line in result.stderr.splitlines() if "b.txt" in line]) == 1


def test_file_named_by_the_user_with_a_strange_suffix_fails(lkj, tmp_path: Path) -> None:
    (tmp_path / "surat.docx").write_bytes(b"PK")
    result = lkj("extract", "surat.docx", "--out", "out", cwd=tmp_path)
    assert result.returncode == 3
    assert len([line for line in result.stderr.splitlines() if "surat.docx" in line]) == 1
    assert [json.loads(path.read_text("utf-8"))["reason"] for path in (tmp_path / "out" / "gagal").iterdir()] == ["jenis_tak_dikenal"]


def test_names_that_are_no_text_do_not_stop_the_run(lkj, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    try:
        (folder / os.fsdecode(b"laporan-\xff.txt")).write_text(REPORT)
    except OSError:
        pytest.skip("this file system takes valid names only")
    (folder / "baris\nbaru [bold].txt").write_text(REPORT + "lain")
    result = lkj("extract", folder, "--out", tmp_path / "out")
    assert result.returncode == 0, result.stderr
    assert r"laporan-\xff.txt" in result.stderr
    assert r"baris\nbaru [bold].txt" in result.stderr

"""Hostile inputs through the real command: each ends in a result or in one clear line and its entry, the others are complete."""

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests import hostile
from tests.hostile import one_page, pdf_report, plan, report

ROOT = Path(__file__).parents[1]
WHOLE = pdf_report(3)
LIMIT = {"proses_mati", "memori_habis"}
DAMAGE = {"rusak", "tanpa_halaman"}
FEED = "\x0c"

FAILS: dict[str, tuple[bytes, set[str]]] = {
    "nul.md": (b"\x00" * 40, {"kosong"}),
    "persen.pdf": (b"%", {"bukan_pdf"}),
    **{f"potong-{share}.pdf": (WHOLE[: len(WHOLE) * share // 100] + b" " * share, DAMAGE) for share in (3, 30, 60, 99)},
    "tanpa-kepala.pdf": (WHOLE[len(WHOLE) // 3 :], {"bukan_pdf"}),
    "laporan-teks.pdf": (report(2001).encode(), {"bukan_pdf"}),
    "bom-isi.pdf": (hostile.page_bomb(), LIMIT),
    "bom-objek.pdf": (hostile.object_bomb(), LIMIT),
    "bom-form.pdf": (hostile.form_bomb(), LIMIT),
}
"""Name -> content and the reasons that may be given for it."""

CROSSED = one_page()
START = CROSSED[CROSSED.rindex(b"startxref\n") + 10 :].split()[0]
READ: dict[str, tuple[bytes, dict[str, Any]]] = {
    "satu.txt": (b"a", {"tahun": None}),
    "pdf-bernama.txt": (pdf_report(2, 2002), {"tahun": 2002}),
    "utf16-ganjil.txt": (report(2003, plan()).encode("utf-16")[:-1], {"tahun": 2003, "baris": 12}),
    "utf16-tanpa-tanda.txt": (report(2004, plan()).encode("utf-16-le") + b"x", {"tahun": 2004, "baris": 12}),
    "cp1252.txt": (report(2005, "Perkiraan “anggaran” – naik\n" + plan()).encode("cp1252"), {"tahun": 2005, "pengodean": "cp1252"}),
    "nul-di-tengah.txt": (report(2006).encode() + b"\0\0\0" + plan().encode(), {"tahun": 2006, "baris": 12}),
    "nul-di-akhir.txt": (report(2007, plan()).encode() + b"\0" * 9000, {"tahun": 2007, "baris": 12}),
    "gambar-sebaris.md": (
        f"{report(2008, plan())}\n![](data:image/png;base64,{'iVBORw0KGgo' * 480_000})\n".encode(),
        {"tahun": 2008, "baris": 12},
    ),
    "sebaris.txt": ((report(2009).replace("\n", " ") + "kegiatan yang menelan 12.500.000 rupiah " * 8_000).encode(), {"tahun": 2009}),
    "kurung.md": (report(2010, "[" * 60_000 + "](" * 60_000 + ">" * 60_000 + "*" * 60_000).encode(), {"tahun": 2010}),
    "baris-banyak.txt": (report(2011, "Kegiatan telah selesai.\n" * 30_000 + plan()).encode(), {"tahun": 2011, "baris": 12}),
    "html-dalam.md": (report(2012, "<div>" * 9000 + "<table>" * 2000 + "<tr><td>x" + "<ul><li>" * 2000).encode(), {"tahun": 2012}),
    "pipa-dalam.md": (report(2013, "|" * 100_000 + "\n" + ("|a" * 1000 + "|\n") * 10).encode(), {"tahun": 2013}),
    "tanpa-tabel.txt": (report(2014, "Tahun ini tidak ada angka.").encode(), {"tahun": 2014, "tabel": 0}),
    "halaman-500.txt": (
        FEED.join([report(2015, plan())] + [f"Halaman {n} berisi kegiatan." for n in range(1, 500)]).encode(),
        {"halaman": 500},
    ),
    "halaman-500.pdf": (pdf_report(500, 2016), {"tahun": 2016, "halaman": 500, "baris": 1000}),
    "pohon-melingkar.pdf": (one_page(tree="<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>"), {"berisi": "rusak"}),
    "pohon-dalam.pdf": (
        one_page(tree="<< /Type /Pages /Kids [6 0 R] /Count 1 >>", more=["<< /Type /Pages /Kids [2 0 R] /Count 1 >>"]),
        {"berisi": "rusak"},
    ),
    "induk-sendiri.pdf": (one_page(box="", more=["<< /Type /Pages /Parent 3 0 R >>"]), {"halaman": 1}),
    "jumlah-bohong.pdf": (one_page(tree="<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>"), {}),
    "xref-melingkar.pdf": (CROSSED.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev " + START), {"halaman": 1}),
    "xref-nol.pdf": (CROSSED.replace(b"startxref\n" + START, b"startxref\n0"), {"halaman": 1}),
    "xref-jauh.pdf": (CROSSED.replace(b"startxref\n" + START, b"startxref\n99999999999999"), {"halaman": 1}),
    "halaman-nol.pdf": (one_page("/MediaBox [0 0 0 0]"), {"halaman": 1}),
    "halaman-raksasa.pdf": (one_page("/MediaBox [0 0 1e9 1e9] /UserUnit 1000"), {"halaman": 1}),
    "halaman-terbalik.pdf": (one_page("/MediaBox [595 842 0 0] /Rotate 45"), {"halaman": 1}),
    "halaman-bukan-angka.pdf": (one_page("/MediaBox [nan -inf x y]"), {"halaman": 1}),
    "satker-sama-a.txt": (report(2017, plan()).encode(), {"tahun": 2017, "baris": 12}),
    "satker-sama-b.txt": (report(2017, "Lampiran tersendiri tentang pembangunan gudang logistik.").encode(), {"tahun": 2017, "tabel": 0}),
}
"""Name -> content and what the result must hold."""


@pytest.fixture(scope="module")
def hostile_run(lkj, tmp_path_factory: pytest.TempPathFactory) -> tuple[subprocess.CompletedProcess[str], Path]:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "in").mkdir()
    for name, (content, _) in {**FAILS, **READ}.items():
        (folder / "in" / name).write_bytes(content)
    return lkj("extract", "in", "--out", "out", "--jobs", "2", "--memory", "1024", "--timeout", "300", cwd=folder), folder / "out"


def result(out: Path, kind: str, content: bytes) -> Any:
    return json.loads((out / kind / f"{hashlib.sha256(content).hexdigest()}.json").read_text("utf-8"))


def test_the_run_goes_on_to_its_end(hostile_run) -> None:
    run, out = hostile_run
    assert run.returncode == 3, run.stderr
    assert "Traceback" not in run.stderr
    record = json.loads((out / "run.json").read_text("utf-8"))
    assert {Path(failure["path"]).name for failure in record["failures"]} == FAILS.keys()
    assert {Path(document["path"]).name for document in record["documents"]} == READ.keys()


@pytest.mark.parametrize("name", [*FAILS, *READ])
def test_one_line_per_document(hostile_run, name: str) -> None:
    lines = [line for line in hostile_run[0].stderr.splitlines() if f"in/{name}:" in line]
    assert len(lines) == 1
    assert lines[0].startswith("GAGAL " if name in FAILS else "[")
    assert name in READ or ";" in lines[0], "what is wrong; what to do"


@pytest.mark.parametrize("name", FAILS)
def test_what_fails_has_an_entry_with_its_reason(hostile_run, name: str) -> None:
    content, reasons = FAILS[name]
    entry = result(hostile_run[1], "gagal", content)
    assert (entry["path"], entry["traceback"]) == (f"in/{name}", None)
    assert entry["reason"] in reasons


@pytest.mark.parametrize("name", READ)
def test_what_is_read_holds_what_it_says(hostile_run, name: str) -> None:
    content, expected = READ[name]
    read = result(hostile_run[1], "dokumen", content)
    document = read["dokumen"][0]
    found = {
        "tahun": read["tahun"],
        "tabel": len(read["tabel"]),
        "baris": sum(len(table["baris"]) for table in read["tabel"]),
        "halaman": document["halaman"],
        "pengodean": document["pengodean"],
    }
    assert {key: found[key] for key in expected if key != "berisi"} == {key: value for key, value in expected.items() if key != "berisi"}
    told = " ".join(warning["pesan"] for warning in read["mutu"]["peringatan"])
    assert expected.get("berisi", "") in told
    if read["tahun"] is None:
        assert "tahun pelaporan tidak ditemukan" in told
        assert "nama satker tidak ditemukan" in told


def test_two_documents_of_one_satker_year_are_one_file(hostile_run) -> None:
    merged = json.loads((hostile_run[1] / "satker" / "kabupaten-banyumas" / "2017.json").read_text("utf-8"))
    assert {document["berkas"] for document in merged["dokumen"]} == {"satker-sama-a.txt", "satker-sama-b.txt"}
    assert sum(len(table["baris"]) for table in merged["tabel"]) == 12


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no process can be killed so here")
def test_a_killed_run_leaves_nobody_behind_and_is_mended_by_the_next(lkj, tmp_path: Path) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    for number in range(10):
        (source / f"{number:02}.txt").write_text(report(2000 + number, plan() + "\n\n" + "Kegiatan telah selesai.\n" * 200))
    command = [sys.executable, "-m", "extractor", "extract", str(source), "--out", str(out), "--jobs", "2"]
    process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL, start_new_session=True)
    wait_until(lambda: any(out.glob("dokumen/*.json")))
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    wait_until(lambda: not session_lives(process.pid))
    assert len(list(out.glob("dokumen/*.json"))) < 10, "killed too late to prove anything"
    assert lkj("extract", source, "--out", out, "--jobs", "2").returncode == 0
    assert lkj("extract", source, "--out", tmp_path / "anew", "--jobs", "1").returncode == 0
    assert files(out) == files(tmp_path / "anew")


def wait_until(condition: Any) -> None:
    deadline = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.02)


def session_lives(leader: int) -> bool:
    try:
        os.killpg(leader, 0)
    except ProcessLookupError:
        return False
    return True


def files(out: Path) -> dict[str, bytes]:
    """Path -> bytes of all but the record of the run, which holds times."""
    return {
        str(path.relative_to(out)): path.read_bytes()
        for path in out.rglob("*")
        if path.is_file() and path.name not in ("run.json", "lkj.duckdb")
    }

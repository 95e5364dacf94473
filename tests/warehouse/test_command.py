"""`lkj load` and the warehouse that `lkj extract` leaves."""

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from extractor.warehouse import target as destinations
from extractor.warehouse.redact import Redaction
from extractor.warehouse.target import load_to
from tests.conftest import Command
from tests.warehouse.reports import NAME, report, write

SAMPLE = Path(__file__).parents[2] / "corpus" / "sampel" / "3-perencanaan-kpu-kota.md"


def satkers(path: Path) -> list[tuple[str, ...]]:
    with duckdb.connect(str(path), read_only=True) as connection:
        return connection.execute("SELECT satker FROM dim_satker ORDER BY 1").fetchall()


def test_extract_leaves_a_warehouse_ready_to_query(lkj: Command, tmp_path: Path) -> None:
    done = lkj("extract", SAMPLE, "--out", tmp_path, "--format", "json,duckdb,parquet")
    assert done.returncode == 0, done.stderr
    assert len(satkers(tmp_path / "lkj.duckdb")) == 1
    assert (tmp_path / "parquet" / "dim_satker" / "data.parquet").is_file()


def test_extract_goes_on_where_the_warehouse_cannot_be_written(lkj: Command, tmp_path: Path) -> None:
    (tmp_path / "lkj.duckdb").write_text("bukan gudang data")
    done = lkj("extract", SAMPLE, "--out", tmp_path, "--format", "json,duckdb")
    assert done.returncode == 3
    assert list((tmp_path / "satker").rglob("*.json"))
    assert "lkj load" in (tmp_path / "run.json").read_text("utf-8")


def test_load_into_the_default_and_into_a_named_file(lkj: Command, tmp_path: Path) -> None:
    out = write(tmp_path / "hasil", report())
    for target in ([], ["--to", f"duckdb:///{tmp_path}/lain.duckdb"]):
        done = lkj("load", out, *target)
        assert (done.returncode, done.stdout) == (0, "")
        assert "Dimuat: 1 laporan" in done.stderr
        assert "0 laporan (0 baris), 1 tidak berubah" in lkj("load", out, *target).stderr
    assert satkers(out / "lkj.duckdb") == satkers(tmp_path / "lain.duckdb") == [("KPU Kabupaten Rekaan",)]


def test_many_reports_are_loaded_by_as_many_threads_as_there_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = write(tmp_path / "hasil", report("Satu", number=1), report("Dua", number=2))
    monkeypatch.setattr(destinations, "_FEW", 1)
    assert load_to(None, out, Redaction()).loaded == 2
    assert satkers(out / "lkj.duckdb") == [("KPU Kabupaten Dua",), ("KPU Kabupaten Satu",)]


def test_the_writer_of_a_run_does_without_numpy_and_leaves_it_to_others(tmp_path: Path) -> None:
    out = write(tmp_path / "hasil", report())
    name = next((out / "satker").rglob("*.json")).relative_to(out).as_posix()
    program = f"""
import sys
from pathlib import Path
from extractor.batch.warehouse import writer
from extractor.warehouse.redact import Redaction
writer(Path({str(out)!r}), ["duckdb"], Redaction())([{name!r}])
assert "numpy" not in sys.modules
import numpy
"""
    subprocess.run([sys.executable, "-c", program], check=True)
    assert satkers(out / "lkj.duckdb") == [("KPU Kabupaten Rekaan",)]


def test_load_into_a_server(lkj: Command, tmp_path: Path, postgres_url: str) -> None:
    done = lkj("load", write(tmp_path / "hasil", report()), "--to", postgres_url)
    assert done.returncode == 0, done.stderr


def test_load_elsewhere_replaces_what_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("dlt", reason="needs the extra dlt")
    monkeypatch.setenv("DESTINATION__DUCKDB__CREDENTIALS", f"duckdb:///{tmp_path}/lain.duckdb")
    out = write(tmp_path / "hasil", report("Satu", number=1), report("Dua", number=2))
    monkeypatch.chdir(tmp_path)
    assert load_to("dlt:duckdb", out, Redaction()).loaded == 2
    (out / "satker" / "kabupaten-dua" / "2024.json").unlink()
    assert load_to("dlt:duckdb", out, Redaction()).loaded == 1
    with duckdb.connect(str(tmp_path / "lain.duckdb"), read_only=True) as connection:
        assert connection.execute("SELECT slug FROM lkj.dim_satker").fetchall() == [("kabupaten-satu",)]
        assert connection.execute("SELECT pagu FROM lkj.fact_realisasi_anggaran WHERE tingkat = 'total'").fetchall() == [(4_000_000_000,)]
        kinds = dict(
            connection.execute("SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = 'lkj'").fetchall()
        )
    assert (kinds["persen"], kinds["tanggal_lahir"], kinds["halaman"]) == ("DECIMAL(38,12)", "DATE", "INTEGER")


def test_redacted_load(lkj: Command, tmp_path: Path) -> None:
    out, key = write(tmp_path / "hasil", report()), tmp_path / "kunci"
    key.write_text("0123456789abcdef0123456789abcdef\n")
    assert lkj("load", out, "--redact", "--to", f"duckdb:///{tmp_path}/a.duckdb").returncode == 0
    assert lkj("load", out, "--redact-key", key, "--to", f"duckdb:///{tmp_path}/b.duckdb").returncode == 0
    assert NAME.encode() not in (tmp_path / "a.duckdb").read_bytes() + (tmp_path / "b.duckdb").read_bytes()
    with duckdb.connect(str(tmp_path / "b.duckdb"), read_only=True) as connection:
        assert connection.execute("SELECT length(nama) FROM fact_pegawai").fetchall() == [(32,)]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--to", "oracle://x/y"], "tujuan tidak dikenal"),
        (["--to", "duckdb://host/x"], "tiga garis miring"),
        (["--to", "postgresql://rahasia:sandi@127.0.0.1:1/x"], "tidak dapat dihubungi"),
        (["--redact-key", "tidak-ada"], "tidak-ada"),
        (["--to", "dlt:tidak_ada"], "tidak_ada"),
    ],
)
def test_wrong_usage_is_one_line_that_says_what_to_do(lkj: Command, tmp_path: Path, options: list[str], message: str) -> None:
    done = lkj("load", write(tmp_path / "hasil", report()), *options)
    assert done.returncode == 2
    assert message in done.stderr
    assert "sandi@" not in done.stderr
    assert len(done.stderr.splitlines()) == 1

"""The exchange form: types, partitions, the same bytes."""

from pathlib import Path

import duckdb
import pyarrow as pa
from pyarrow import parquet

from extractor.warehouse.arrow import schema_of
from extractor.warehouse.redact import Redaction
from extractor.warehouse.star import STAR
from extractor.warehouse.target import load_to
from tests.warehouse.reports import report, write


def written(out: Path, folder: Path) -> dict[str, bytes]:
    load_to(f"parquet:///{folder}", out, Redaction())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_the_same_reports_give_the_same_bytes(tmp_path: Path) -> None:
    reports = [report("Satu", number=1), report("Dua", number=2), report("Dua", 2023, number=3)]
    first = written(write(tmp_path / "a", *reports), tmp_path / "pa")
    assert written(write(tmp_path / "b", *reversed(reports)), tmp_path / "pb") == first
    assert written(tmp_path / "a", tmp_path / "pa") == first


def test_facts_are_partitioned_by_year_and_stale_years_go(tmp_path: Path) -> None:
    out = write(tmp_path / "out", report("Satu", 2023, number=1), report("Satu", 2024, number=2), report("Dua", None, number=3))
    files = written(out, tmp_path / "p")
    assert {name for name in files if name.startswith("fact_klaim/")} == {
        f"fact_klaim/tahun_laporan={year}/data.parquet" for year in ("2023", "2024", "__HIVE_DEFAULT_PARTITION__")
    }
    assert "dim_satker/data.parquet" in files
    (out / "satker" / "kabupaten-satu" / "2023.json").unlink()
    assert not [name for name in written(out, tmp_path / "p") if "2023" in name]


def test_types_are_types_and_every_field_says_what_it_means(tmp_path: Path) -> None:
    written(write(tmp_path / "out", report()), tmp_path / "p")
    schema = parquet.ParquetFile(tmp_path / "p/fact_realisasi_anggaran/tahun_laporan=2024/data.parquet").schema_arrow
    assert (schema.field("pagu").type, schema.field("persen").type) == (pa.int64(), pa.decimal128(38, 12))
    assert schema.field("pagu").metadata[b"unit"] == b"rupiah"
    people = parquet.ParquetFile(tmp_path / "p/fact_pegawai/tahun_laporan=2024/data.parquet").schema_arrow
    assert people.field("tanggal_lahir").type == pa.date32()
    assert people.field("nip").metadata[b"personal"] == b"nip"
    assert [field for table in STAR.values() for field in schema_of(table) if not field.metadata[b"meaning"]] == []


def test_the_years_come_back_with_the_rows(tmp_path: Path) -> None:
    written(write(tmp_path / "out", report("Satu", 2024, number=1), report("Dua", None, number=2)), tmp_path / "p")
    rows = duckdb.sql(
        f"SELECT tahun_laporan, pagu FROM read_parquet('{tmp_path}/p/fact_realisasi_anggaran/*/*.parquet') WHERE tingkat = 'total'"
    )
    assert sorted(rows.fetchall(), key=str) == [(2024, 4_000_000_000), (None, 4_000_000_000)]

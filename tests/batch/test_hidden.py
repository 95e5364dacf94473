"""``extract --redact``: nothing under OUT names a person or a file, and a run goes on as one that is not redacted."""

import re
import zipfile
from pathlib import Path

import duckdb
import pytest

from extractor.batch import worker
from extractor.batch.engine import Unwritable
from extractor.batch.hidden import INCOMPLETE, MixedRedaction
from extractor.model import LaporanDokumen, LaporanSatker
from extractor.warehouse.destination import LoadError
from extractor.warehouse.redact import Redaction
from extractor.warehouse.target import load_to
from extractor.writing import write_json
from tests.batch.runs import counts, extract, files
from tests.hostile import plan, report

LEFT_OUT, KEY = Redaction(True), Redaction(True, b"k" * 32)
NAME, NIP = "Ratih Wulandari", "198705142010122003"
LEAK = re.compile(r"ratih|wulandari|sekar\s*jagad|19870514|198705\s*14|14\s*mei\s*1987", re.IGNORECASE)
STAFF = (
    "Daftar Pegawai\nNo\tNama\tNIP\tGolongan\tJabatan\tTanggal Lahir\n"
    f"1\t{NAME}, S.H.\t{NIP}\tIII/c\tKasubbag Hukum\t14 Mei 1987\n2\tDimas Prakoso\t199001012015011001\tIII/a\tPelaksana\t1 Januari 1990\n"
)
SIGNED = f"\nBanyumas, 2 Januari 2031\nSekretaris,\n\n{NAME.upper()}, S.H.\nNIP. {NIP[:8]} {NIP[8:14]} {NIP[14]} {NIP[15:]}\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Two satker-years, one of them in two documents of which one alone knows the name that both hold; names in those of files too."""
    folder = tmp_path / "in"
    (folder / f"kiriman {NAME}").mkdir(parents=True)
    (folder / f"kiriman {NAME}" / f"LKj {NAME}.txt").write_text(report(2031, plan(2) + "\n" + STAFF + SIGNED))
    (folder / "lampiran.txt").write_text(report(2031, "Lampiran gudang.\nKegiatan\tUraian\nRapat\tHonor Ratih Wulandari\n"))
    (folder / "2030.txt").write_text(report(2030, plan(3)))
    (folder / f"{NAME}.pdf").write_bytes(b"%PDF-1.4\nbroken")
    (folder / f"foto {NAME}.jpg").write_bytes(b"?")
    return folder


def words(path: Path) -> str:
    """All that a file says, names of tables and members included."""
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as book:
            return " ".join([*book.namelist(), *(book.read(name).decode() for name in book.namelist())])
    if path.suffix == ".duckdb":
        with duckdb.connect(str(path), read_only=True) as database:
            tables = database.sql("SELECT table_name FROM information_schema.tables").fetchall()
            return " ".join(str(database.sql(f"FROM {name}").fetchall()) for (name,) in tables)
    return path.read_bytes().decode()


def leaks(out: Path) -> list[str]:
    """The files under OUT that name somebody."""
    found = [path for path in sorted(out.rglob("*")) if path.is_file()]
    return [str(path.relative_to(out)) for path in found if LEAK.search(str(path.relative_to(out)) + words(path))]


@pytest.mark.parametrize("how", [LEFT_OUT, KEY], ids=["left out", "pseudonyms"])
def test_nothing_that_a_run_leaves_names_anybody(source: Path, tmp_path: Path, how: Redaction) -> None:
    plain, out = tmp_path / "plain", tmp_path / "out"
    formats = ["json", "xlsx", "duckdb"]
    assert counts(extract(source, out=plain, formats=formats)) == (3, 0, 2, 1)
    assert {"run.json", "ledger.jsonl", "lkj.duckdb"} <= set(leaks(plain))
    assert any(name.startswith("dokumen/") for name in leaks(plain))
    assert counts(extract(source, out=out, formats=formats, redaction=how)) == (3, 0, 2, 1)
    assert leaks(out) == []
    assert [path.name for path in out.iterdir() if path.name.startswith(".")] == []
    for path in (out / "satker").glob("*/*.json"):
        assert LaporanSatker.model_validate_json(path.read_bytes()).penyamaran == how.mode
    for path in (out / "dokumen").glob("*.json"):
        assert LaporanDokumen.model_validate_json(path.read_bytes()).penyamaran == how.mode
    staff = LaporanSatker.model_validate_json((out / "satker" / "kabupaten-banyumas" / "2031.json").read_bytes()).pegawai.daftar
    assert [person.golongan for person in staff] == ["III/c", "III/a"]


def test_the_warehouse_is_that_of_a_redacted_load(source: Path, tmp_path: Path) -> None:
    plain, out, loaded = tmp_path / "plain", tmp_path / "out", tmp_path / "loaded.duckdb"
    extract(source, out=plain)
    extract(source, out=out, formats=["json", "duckdb"], redaction=KEY)
    load_to(str(loaded), plain, KEY)
    with duckdb.connect(str(loaded)) as one, duckdb.connect(str(out / "lkj.duckdb")) as other:
        names = [name for (name,) in one.sql("SELECT table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE'").fetchall()]
        assert "fact_pegawai" in names
        for name in names:
            if not name.startswith("lkj_"):
                assert sorted(map(str, one.sql(f"FROM {name}").fetchall())) == sorted(map(str, other.sql(f"FROM {name}").fetchall())), name


def test_what_is_redacted_is_loaded_as_it_is_and_not_under_another_key(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    extract(source, out=out, redaction=KEY)
    load_to(str(tmp_path / "a.duckdb"), out, Redaction())
    with duckdb.connect(str(tmp_path / "a.duckdb")) as database:
        assert database.sql("SELECT penyamaran FROM lkj_versi").fetchall() == [(KEY.mode,)]
        assert {len(name) for (name,) in database.sql("SELECT nama FROM fact_pegawai").fetchall()} == {32}
    for other in (LEFT_OUT, Redaction(True, b"l" * 32)):
        with pytest.raises(LoadError, match="kunci lain"):
            load_to(str(tmp_path / "b.duckdb"), out, other)


def test_one_folder_is_redacted_in_one_way(source: Path, tmp_path: Path) -> None:
    for first, second in ((Redaction(), KEY), (KEY, Redaction()), (KEY, LEFT_OUT)):
        out = tmp_path / f"{first.mode}-{second.mode}".replace(":", "-")
        extract(source, out=out, redaction=first)
        before = files(out)
        with pytest.raises(MixedRedaction, match="hasil di sini"):
            extract(source, out=out, redaction=second)
        assert files(out) == before


def test_nothing_is_read_again_but_what_a_merge_needs(source: Path, tmp_path: Path) -> None:
    out, fresh = tmp_path / "out", tmp_path / "fresh"
    extract(source, out=out, redaction=KEY)
    before = files(out)
    assert counts(extract(source, out=out, redaction=KEY)) == (3, 3, 2, 1)
    assert files(out) == before
    (source / "lampiran.txt").write_text(report(2031, "Lampiran lain."))
    assert counts(extract(source, out=out, redaction=KEY)) == (3, 2, 2, 1)
    extract(source, out=fresh, redaction=KEY)
    assert files(out) == files(fresh)
    assert leaks(out) == []


def test_a_satker_year_whose_documents_are_not_at_hand_is_named(source: Path, tmp_path: Path) -> None:
    out, more = tmp_path / "out", tmp_path / "more"
    extract(source, out=out, redaction=KEY)
    more.mkdir()
    (more / "susulan.txt").write_text(report(2031, "Susulan."))
    done = extract(more, out=out, redaction=KEY)
    assert [one.path for one in done.failures if one.reason == INCOMPLETE] == ["satker/kabupaten-banyumas/2031.json"]
    assert (out / "satker" / "kabupaten-banyumas" / "2030.json").exists()
    assert counts(extract(more, source, out=out, redaction=KEY)) == (4, 4, 2, 1)
    fresh = tmp_path / "fresh"
    extract(more, source, out=fresh, redaction=KEY)
    assert files(out) == files(fresh)


@pytest.mark.parametrize("writes", range(1, 11))
def test_a_run_that_is_struck_down_ends_with_the_same_bytes(
    source: Path, tmp_path: Path, writes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, whole = tmp_path / "out", tmp_path / "whole"
    extract(source, out=whole, redaction=KEY)
    left = iter(range(writes))

    def failing(path: Path, model: object) -> None:
        if next(left, None) is None:
            raise Unwritable(28, "disk penuh", str(path))
        write_json(path, model)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(worker, "write_json", failing)
        try:
            extract(source, out=out, redaction=KEY)
        except OSError:
            assert [path.stat().st_mode & 0o777 for path in out.glob(".mentah-*")] == [0o700]
    extract(source, out=out, redaction=KEY)
    assert files(out) == files(whole)
    assert leaks(out) == []

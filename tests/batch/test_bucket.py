"""OUT in a bucket: what lands there, what a run goes on from, what is left alone."""

import errno
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from extractor.batch import bucket as module
from extractor.batch import worker
from extractor.batch.bucket import Bucket, at_hand, loadable
from extractor.batch.engine import Unwritable
from extractor.batch.progress import Reporter
from extractor.batch.run import run
from extractor.model.proses import Options, Run
from extractor.warehouse.redact import Redaction
from extractor.warehouse.target import load_to
from extractor.writing import write_json
from tests.batch.runs import Inline, counts, extract, files
from tests.batch.test_remote import BUCKET, server
from tests.conftest import Command
from tests.hostile import plan, report

fsspec = pytest.importorskip("fsspec")
s3fs = pytest.importorskip("s3fs")

__all__ = ["server"]
OUT = f"{BUCKET}/hasil"


@pytest.fixture
def bucket(server: str) -> Iterator[Any]:
    """A bucket with two reports, and one object beside what the program writes."""
    system = s3fs.S3FileSystem(skip_instance_cache=True, use_listings_cache=False)
    system.mkdir("laporan")
    for year in (2021, 2022):
        system.pipe_file(f"laporan/masuk/{year}.txt", report(year, plan(2)).encode())
    system.pipe_file("laporan/hasil/catatan.md", b"milik orang lain")
    yield system
    system.rm("laporan", recursive=True)


def there(system: Any, prefix: str = "laporan/hasil") -> dict[str, bytes]:
    """Name -> content of what lies below the output, times aside."""
    skipped = len(prefix.strip("/")) + 1
    found = {name.strip("/")[skipped:]: system.cat_file(name) for name in system.find(prefix)}
    return {name: content for name, content in found.items() if name not in ("run.json", "catatan.md", "lkj.duckdb")}


def into(out: str, *given: Path | str, **options: Any) -> Run:
    """As ``lkj extract`` does it with an address as its output."""
    told = {"jobs": 1, "timeout": 600, "memory": None, "formats": ["json"], **options}
    with Reporter() as reporter, at_hand(out) as folder:
        return run(Options(inputs=[str(path) for path in given], out=out, **told), folder, reporter, None, Inline())


def test_what_lands_in_a_bucket_is_what_a_folder_would_hold(bucket: Any, tmp_path: Path) -> None:
    done = into(OUT, f"{BUCKET}/masuk")
    assert counts(done) == (2, 0, 2, 0)
    extract(f"{BUCKET}/masuk", out=tmp_path / "out")
    assert there(bucket) == files(tmp_path / "out")
    assert bucket.exists("laporan/hasil/run.json")
    assert bucket.cat_file("laporan/hasil/catatan.md") == b"milik orang lain"


def test_what_is_written_at_the_end_goes_up_at_the_end_and_leaves_when_it_is_gone(bucket: Any, tmp_path: Path) -> None:
    one = Bucket(OUT, tmp_path)
    one.pull()
    names = ["lkj.duckdb", "temuan.csv", "temuan.xlsx", "parquet/dim_satker.parquet", "parquet/fact_klaim/tahun_laporan=2024/data.parquet"]
    for name in (*names, ".mentah-0/rahasia.json", "parquet/asing.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    one.push()
    assert there(bucket) == {}
    one.push(ended=True)
    bucket.invalidate_cache()
    prefix = "laporan/hasil/"
    assert {name.removeprefix(prefix) for name in bucket.find("laporan/hasil")} == {*names, "catatan.md"}
    (tmp_path / names[-1]).unlink()
    one.push(ended=True)
    assert not bucket.exists(prefix + names[-1])
    assert bucket.exists(prefix + names[0])


def test_the_next_run_goes_on_from_there(bucket: Any, tmp_path: Path) -> None:
    into(OUT, f"{BUCKET}/masuk")
    before = {name: about["LastModified"] for name, about in bucket.find("laporan/hasil/satker", detail=True).items()}
    bucket.pipe_file("laporan/masuk/2023.txt", report(2023, plan(2)).encode())
    bucket.rm("laporan/masuk/2021.txt")
    assert counts(into(OUT, f"{BUCKET}/masuk")) == (2, 1, 2, 0)
    after = {name: about["LastModified"] for name, about in bucket.find("laporan/hasil/satker", detail=True).items()}
    assert [name.rpartition("/")[2] for name in after] == ["2022.json", "2023.json"]
    assert all(after[name] == when for name, when in before.items() if name.endswith("2022.json"))
    extract(f"{BUCKET}/masuk", out=tmp_path / "out")
    assert there(bucket) == files(tmp_path / "out")


def test_what_is_below_the_output_is_no_input(bucket: Any) -> None:
    into(OUT, BUCKET)
    again = into(OUT, BUCKET)
    assert (counts(again), again.counts.skipped) == ((2, 2, 2, 0), 0)


@pytest.mark.parametrize("writes", [0, 1, 2, 3, 5])
def test_a_run_that_is_struck_down_is_gone_on_with(bucket: Any, tmp_path: Path, writes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    left = iter(range(writes))

    def failing(path: Path, model: Any) -> None:
        if next(left, None) is None:
            raise Unwritable(errno.ENOSPC, "disk penuh", str(path))
        write_json(path, model)

    with monkeypatch.context() as patched:
        patched.setattr(worker, "write_json", failing)
        with pytest.raises(OSError, match="disk penuh"):
            into(OUT, f"{BUCKET}/masuk")
    saved = [name for name in there(bucket) if name.startswith("dokumen/")]
    assert len(saved) == min(writes, 2)
    assert into(OUT, f"{BUCKET}/masuk").counts.reused == len(saved)
    extract(f"{BUCKET}/masuk", out=tmp_path / "out")
    assert there(bucket) == files(tmp_path / "out")


def test_what_is_whole_goes_up_while_the_run_lasts_and_the_ledger_names_no_more(bucket: Any, tmp_path: Path) -> None:
    one = Bucket(OUT, tmp_path)
    one.pull()
    extract(f"{BUCKET}/masuk", out=tmp_path)
    (tmp_path / "ledger.jsonl").open("ab").write(b'{"half": ')
    one.push()
    assert {name.partition("/")[0] for name in there(bucket)} == {"dokumen", "satker", "banding", "ledger.jsonl"}
    assert bucket.cat_file("laporan/hasil/ledger.jsonl").endswith(b"}\n")


def test_a_killed_run_leaves_what_went_up(bucket: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The ends that no program notices: nothing is pushed, what went up before stands."""
    folder = tmp_path / "struck"
    folder.mkdir()
    one = Bucket(OUT, folder)
    one.pull()
    monkeypatch.setattr(module, "EVERY", 0.01)
    with one.saved_meanwhile():
        extract(f"{BUCKET}/masuk/2021.txt", out=folder)
        while not bucket.exists("laporan/hasil/ledger.jsonl") or b'"document"' not in bucket.cat_file("laporan/hasil/ledger.jsonl"):
            bucket.invalidate_cache()
    assert into(OUT, f"{BUCKET}/masuk").counts.reused == 1


def test_two_runs_do_not_write_over_each_other(bucket: Any, tmp_path: Path) -> None:
    folder = tmp_path / "slow"
    folder.mkdir()
    slow = Bucket(OUT, folder)
    slow.pull()
    extract(f"{BUCKET}/masuk/2021.txt", out=folder)
    into(OUT, f"{BUCKET}/masuk")
    ledger = bucket.cat_file("laporan/hasil/ledger.jsonl")
    with pytest.raises(OSError, match="lain menulis") as caught:
        slow.push(ended=True)
    assert caught.value.errno == errno.EBUSY
    assert bucket.cat_file("laporan/hasil/ledger.jsonl") == ledger


def test_without_its_ledger_all_is_made_anew_and_what_is_stale_goes(bucket: Any, tmp_path: Path) -> None:
    into(OUT, f"{BUCKET}/masuk")
    bucket.rm("laporan/hasil/ledger.jsonl")
    bucket.rm("laporan/masuk/2021.txt")
    assert counts(into(OUT, f"{BUCKET}/masuk")) == (1, 0, 1, 0)
    extract(f"{BUCKET}/masuk", out=tmp_path / "out")
    assert there(bucket) == files(tmp_path / "out")


def test_results_there_are_loaded(bucket: Any, lkj: Command, tmp_path: Path) -> None:
    """Into OUT's own warehouse, which goes back, and into one here; loading again changes nothing."""
    into(OUT, f"{BUCKET}/masuk")
    for target in ([], ["--to", f"duckdb:///{tmp_path}/sini.duckdb"]):
        assert "Dimuat: 2 laporan" in lkj("load", OUT, *target).stderr
        assert "0 laporan (0 baris), 2 tidak berubah" in lkj("load", OUT, *target).stderr
    bucket.rm("laporan/masuk/2021.txt")
    into(OUT, f"{BUCKET}/masuk")
    assert "1 tidak berubah, 1 dikeluarkan" in lkj("load", OUT).stderr
    bucket.get_file("laporan/hasil/lkj.duckdb", str(tmp_path / "sana.duckdb"))
    assert [years(tmp_path / name) for name in ("sana.duckdb", "sini.duckdb")] == [[2022], [2021, 2022]]
    assert bucket.cat_file("laporan/hasil/catatan.md") == b"milik orang lain"


def years(warehouse: Path) -> list[int]:
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        return [year for (year,) in connection.execute("SELECT tahun_laporan FROM dim_laporan ORDER BY 1").fetchall()]


def test_a_load_takes_the_word_of_the_ledger_for_whose_a_document_is(bucket: Any, tmp_path: Path) -> None:
    """The documents themselves are not fetched for it."""
    into(OUT, f"{BUCKET}/masuk")
    with loadable(OUT, warehouse=False) as folder:
        assert not (folder / "dokumen").exists()
        load_to(f"duckdb:///{tmp_path}/a.duckdb", folder, Redaction())
        (held,) = (folder / "satker").glob("*/2022.json")
        moved = held.with_name("2023.json")  # as a later run would have it, of which the ledger knows nothing
        moved.write_bytes(held.read_bytes().replace(b'"tahun": 2022', b'"tahun": 2023'))
        load_to(f"duckdb:///{tmp_path}/a.duckdb", folder, Redaction())
    assert years(tmp_path / "a.duckdb") == [2021, 2022]


@pytest.mark.parametrize(
    ("out", "message"), [(BUCKET, "tidak ada hasil"), ("s3://tidak-ada/hasil", "s3://tidak-ada/hasil: "), ("ftp://x/y", "tidak dikenal")]
)
def test_where_there_is_nothing_to_load_the_command_says_so(bucket: Any, lkj: Command, out: str, message: str) -> None:
    done = lkj("load", out)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert message in done.stderr
    assert "Errno" not in done.stderr


def test_a_bucket_that_is_not_there_is_told(server: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(report(2021, plan(2)))
    with pytest.raises(OSError, match=r"."):
        into("s3://tidak-ada/hasil", tmp_path / "a.txt")


@pytest.mark.parametrize("out", ["file:///tmp/x", "ftp://x/y", "local://x"])
def test_addresses_that_are_no_buckets_are_refused(out: str) -> None:
    with pytest.raises(ValueError, match="tidak dikenal"), at_hand(out):
        pass


def test_any_kind_of_bucket_will_do(tmp_path: Path) -> None:
    """What fsspec calls a file system: one in memory stands for the others."""
    (tmp_path / "a.txt").write_text(report(2021, plan(2)))
    system = fsspec.filesystem("memory")
    into("memory://ember/hasil", tmp_path / "a.txt")
    assert into("memory://ember/hasil", tmp_path / "a.txt").counts.reused == 1
    extract(tmp_path / "a.txt", out=tmp_path / "out")
    assert there(system, "/ember/hasil") == files(tmp_path / "out")
    system.rm("/ember", recursive=True)

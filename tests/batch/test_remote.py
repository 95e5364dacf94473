"""Reports in a bucket: listed, fetched, and not fetched again."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extractor.batch import opening, remote, run
from extractor.batch.check import check_all, originals
from extractor.checks.settings import Settings
from extractor.model.proses import Options
from tests.batch.runs import counts, extract, files
from tests.batch.test_archives import packed
from tests.hostile import plan, report

fsspec = pytest.importorskip("fsspec")
s3fs = pytest.importorskip("s3fs")
moto = pytest.importorskip("moto.server")

BUCKET = "s3://laporan"


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of an S3 server on this machine alone."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("AWS_")]:
            patch.delenv(name)
        for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
            patch.setenv(name, "uji")
        patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        server = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0)
        server.start()
        host, port = server.get_host_and_port()
        patch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
        s3fs.S3FileSystem.clear_instance_cache()  # or a server that is gone is asked
        yield f"http://{host}:{port}"
        server.stop()


@pytest.fixture
def bucket(server: str) -> Iterator[Any]:
    """A bucket with two reports, an archive, a broken file and what is none."""
    system = s3fs.S3FileSystem(skip_instance_cache=True, use_listings_cache=False)
    system.mkdir("laporan")
    contents = {
        "2024/a.txt": report(2021, plan(2)).encode(),
        "2024/LKj FIX (1).txt": report(2022, plan(2)).encode(),
        "2024/salinan.txt": report(2021, plan(2)).encode(),
        "2024/kiriman.zip": packed(("dalam.txt", report(2023, plan(2)).encode())),
        "2024/rusak.pdf": b"%PDF-1.4 broken",
        "2024/surat.docx": b"PK",
    }
    for name, content in contents.items():
        system.pipe_file(f"laporan/{name}", content)
    yield system
    system.rm("laporan", recursive=True)


@pytest.fixture
def fetched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is fetched from now on."""
    urls: list[str] = []

    def noted(url: str, folder: Path) -> tuple[Path, str]:
        urls.append(url.rpartition("/")[2])
        return remote.fetch(url, folder)

    monkeypatch.setattr(opening, "fetch", noted)
    monkeypatch.setattr(run, "fetch", noted)
    return urls


def test_a_bucket_is_read_and_what_is_known_is_not_fetched_again(bucket: Any, fetched: list[str], tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = extract(f"{BUCKET}/2024", out=out)
    assert counts(first) == (3, 0, 3, 1)
    assert [(twice.path, twice.same_as) for twice in first.duplicates] == [(f"{BUCKET}/2024/salinan.txt", f"{BUCKET}/2024/a.txt")]
    assert [skipped.path for skipped in first.skipped] == [f"{BUCKET}/2024/surat.docx"]
    assert len(fetched) == 5
    before = files(out)
    fetched.clear()
    assert counts(extract(f"{BUCKET}/2024", out=out)) == (3, 3, 3, 1)
    assert fetched == ["kiriman.zip"]
    assert files(out) == before
    bucket.pipe_file("laporan/2024/a.txt", report(2025, plan(2)).encode())
    bucket.rm("laporan/2024/salinan.txt")
    fetched.clear()
    assert counts(extract(f"{BUCKET}/2024", out=out)) == (3, 2, 3, 1)
    assert sorted(fetched) == ["a.txt", "kiriman.zip"]
    extract(f"{BUCKET}/2024", out=tmp_path / "anew")
    assert files(out) == files(tmp_path / "anew")


def test_what_marks_a_folder_is_no_file(bucket: Any) -> None:
    """Consoles put an object of this name, without content, for a folder that is made there."""
    bucket.call_s3("put_object", Bucket="laporan", Key="2024/kosong/", Body=b"")
    assert all(not file.url.endswith("/") for file in remote.listing(f"{BUCKET}/2024"))
    assert len(remote.listing(f"{BUCKET}/2024")) == 6


def test_a_bucket_is_checked_without_a_trace_here(bucket: Any) -> None:
    options = Options(inputs=[], out="", jobs=1, timeout=600, memory=None, formats=["text"])
    reports, failures = check_all([f"{BUCKET}/2024/a.txt", f"{BUCKET}/2024/rusak.pdf"], options, Settings())
    assert ([report.tahun for report in reports], failures) == ([2021], 1)
    assert originals([f"{BUCKET}/2024/a.txt"]) == {}


def test_what_does_not_fit_on_the_disk_is_fetched_when_its_turn_comes(
    bucket: Any, fetched: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "KEPT", 0)
    assert counts(extract(f"{BUCKET}/2024/a.txt", out=tmp_path / "out")) == (1, 0, 1, 0)
    assert fetched == ["a.txt", "a.txt"]


def test_a_file_that_is_gone_when_its_turn_comes_fails_alone(bucket: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(url: str, folder: Path) -> tuple[Path, str]:
        raise FileNotFoundError(2, "No such file", url)

    monkeypatch.setattr(opening, "KEPT", 0)
    monkeypatch.setattr(run, "fetch", gone)
    done = extract(f"{BUCKET}/2024", out=tmp_path / "out")
    assert (done.counts.documents, {failure.reason for failure in done.failures}) == (1, {"tidak_dapat_dibuka"})
    monkeypatch.undo()


def test_a_bucket_that_cannot_be_reached_takes_nothing_with_it(bucket: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    extract(f"{BUCKET}/2024/a.txt", out=out)
    monkeypatch.setattr(remote, "url_system", lambda url: (_Unreachable(), url))
    done = extract(f"{BUCKET}/2024", out=out)
    assert counts(done) == (1, 1, 1, 1)
    assert done.failures[0].reason == "tidak_dapat_dibuka"


class _Unreachable:
    def find(self, path: str, detail: bool) -> None:
        raise RuntimeError("connection refused")


@pytest.mark.parametrize("url", ["file:///etc", "http://127.0.0.1/a.pdf", "zip::s3://laporan/a.zip", "local://etc", "ftp://x/a.pdf"])
def test_addresses_that_are_no_buckets_are_refused(url: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="tidak dikenal"):
        extract(url, out=tmp_path / "out")


def test_a_name_in_a_bucket_leads_nowhere_else(tmp_path: Path) -> None:
    system = fsspec.filesystem("memory")
    system.pipe_file("/ember/../../../luar.txt", b"isi")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(remote, "url_system", lambda url: (system, "/ember/../../../luar.txt"))
        path, _ = remote.fetch("memory://ember/../../../luar.txt", tmp_path / "spool")
    assert path == tmp_path / "spool" / "luar.txt"

"""gs:// and az:// as inputs and outputs, against servers that speak as those stores do."""

import errno
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extractor.batch import opening
from extractor.batch.bucket import Bucket, loadable
from extractor.batch.engine import Unwritable
from extractor.batch.remote import listing
from extractor.batch.worker import write_json
from tests.batch.clouds import CLOUDS
from tests.batch.runs import counts, extract, files
from tests.batch.test_archives import packed
from tests.batch.test_bucket import into, there
from tests.hostile import plan, report

pytest.importorskip("fsspec")
CONTAINER = "laporan"
NAMES = ("2024/a.txt", "2024/LKj FIX (1) #2 100%.txt", "2024/salinan.txt", "2024/Kab. Sumba – Äkhir.txt")


@pytest.fixture(scope="module", params=sorted(CLOUDS))
def store(request: pytest.FixtureRequest) -> Iterator[tuple[str, Any]]:
    """The address of a container, and a file system to look into it."""
    with CLOUDS[request.param]() as system:
        yield f"{request.param}://{CONTAINER}", system


@pytest.fixture
def filled(store: tuple[str, Any]) -> Iterator[tuple[str, Any]]:
    """The same with four reports (one twice), an archive, a broken file, and an object of somebody else below the output."""
    url, system = store
    system.mkdir(CONTAINER)
    contents = {name: report(2021 if name.endswith(("a.txt", "salinan.txt")) else 2022 + n, plan(2)) for n, name in enumerate(NAMES)}
    for name, content in contents.items():
        system.pipe_file(f"{CONTAINER}/{name}", content.encode())
    system.pipe_file(f"{CONTAINER}/2024/kiriman.zip", packed(("dalam.txt", report(2019, plan(2)).encode())))
    system.pipe_file(f"{CONTAINER}/2024/rusak.pdf", b"%PDF-1.4 broken")
    system.pipe_file(f"{CONTAINER}/hasil/catatan.md", b"milik orang lain")
    yield url, system
    system.rm(CONTAINER, recursive=True)


def test_reports_are_listed_by_addresses_that_lead_to_them(filled: tuple[str, Any]) -> None:
    url, _ = filled
    found = [file.url for file in listing(f"{url}/2024")]
    assert found == sorted(f"{url}/{name}" for name in (*NAMES, "2024/kiriman.zip", "2024/rusak.pdf"))
    assert [file.url for file in listing(f"{url}/{NAMES[1]}")] == [f"{url}/{NAMES[1]}"]


def test_what_is_known_is_not_fetched_again_until_it_changes(
    filled: tuple[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url, system = filled
    out = tmp_path / "out"
    assert counts(extract(f"{url}/2024", out=out)) == (4, 0, 4, 1)
    before = files(out)
    fetched: list[str] = []
    fetch = opening.fetch
    monkeypatch.setattr(opening, "fetch", lambda address, folder: (fetched.append(address), fetch(address, folder))[1])
    assert counts(extract(f"{url}/2024", out=out)) == (4, 4, 4, 1)
    assert fetched == [f"{url}/2024/kiriman.zip"]
    assert files(out) == before
    system.rm_file(f"{CONTAINER}/2024/a.txt")
    system.pipe_file(f"{CONTAINER}/2024/a.txt", report(2018, plan(2)).encode())
    assert counts(extract(f"{url}/2024", out=out)) == (5, 3, 5, 1)
    assert fetched[1:] == [f"{url}/2024/a.txt", f"{url}/2024/kiriman.zip"]


def test_what_lands_there_is_what_a_folder_would_hold_and_the_next_run_goes_on(filled: tuple[str, Any], tmp_path: Path) -> None:
    url, system = filled
    assert counts(into(f"{url}/hasil", f"{url}/2024")) == (4, 0, 4, 1)
    extract(f"{url}/2024", out=tmp_path / "first")
    assert there(system, f"{CONTAINER}/hasil") == files(tmp_path / "first")
    system.rm_file(f"{CONTAINER}/{NAMES[1]}")
    assert counts(into(f"{url}/hasil", f"{url}/2024")) == (3, 3, 3, 1)
    extract(f"{url}/2024", out=tmp_path / "second")
    assert there(system, f"{CONTAINER}/hasil") == files(tmp_path / "second")
    assert system.cat_file(f"{CONTAINER}/hasil/catatan.md") == b"milik orang lain"


def test_a_run_that_is_struck_down_is_gone_on_with(filled: tuple[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url, system = filled
    left = iter(range(2))

    def failing(path: Path, model: Any) -> None:
        if next(left, None) is None:
            raise Unwritable(errno.ENOSPC, "disk penuh", str(path))
        write_json(path, model)

    with monkeypatch.context() as patched:
        patched.setattr("extractor.batch.worker.write_json", failing)
        with pytest.raises(OSError, match="disk penuh"):
            into(f"{url}/hasil", f"{url}/2024")
    assert into(f"{url}/hasil", f"{url}/2024").counts.reused == 2
    extract(f"{url}/2024", out=tmp_path / "out")
    assert there(system, f"{CONTAINER}/hasil") == files(tmp_path / "out")


def test_two_runs_do_not_write_over_each_other(filled: tuple[str, Any], tmp_path: Path) -> None:
    url, _ = filled
    slow = Bucket(f"{url}/hasil", tmp_path)
    slow.pull()
    extract(f"{url}/2024/a.txt", out=tmp_path)
    into(f"{url}/hasil", f"{url}/2024/a.txt")
    with pytest.raises(OSError, match="lain menulis"):
        slow.push(ended=True)


def test_what_landed_there_can_be_loaded(filled: tuple[str, Any]) -> None:
    url, system = filled
    into(f"{url}/hasil", f"{url}/2024")
    with loadable(f"{url}/hasil", warehouse=True) as folder:
        assert len(list(folder.glob("satker/*/*.json"))) == 4
        (folder / "lkj.duckdb").write_bytes(b"isi")
    assert system.cat_file(f"{CONTAINER}/hasil/lkj.duckdb") == b"isi"


def test_a_container_that_is_not_there_is_told(store: tuple[str, Any], tmp_path: Path) -> None:
    url, _ = store
    (tmp_path / "a.txt").write_text(report(2021, plan(2)))
    done = extract(f"{url}-tidak-ada/x", tmp_path / "a.txt", out=tmp_path / "out")
    assert counts(done) == (1, 0, 1, 1)
    with pytest.raises(OSError, match=r"."):
        into(f"{url}-tidak-ada/hasil", tmp_path / "a.txt")

"""A reader sees a whole file or none."""

from pathlib import Path

import pytest

from extractor.writing.files import ensure_writable, remove_temporaries, write_atomically


def test_writes_into_folders_that_do_not_exist_yet(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a" / "b.json", b"{}")
    assert (tmp_path / "a" / "b.json").read_bytes() == b"{}"
    assert [p.name for p in (tmp_path / "a").iterdir()] == ["b.json"]


def test_failed_write_keeps_the_old_file_and_no_rubbish(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"old")
    with pytest.raises(TypeError):
        write_atomically(path, "not bytes")  # type: ignore[arg-type]
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"a.json": b"old"}


def test_files_are_readable_as_the_umask_says(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    write_atomically(tmp_path / "a.json", b"{}")
    assert (tmp_path / "a.json").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_file_in_the_way_is_reported(tmp_path: Path) -> None:
    (tmp_path / "x").touch()
    for folder in (tmp_path / "x", tmp_path / "x" / "y"):
        with pytest.raises(OSError, match="x"):
            ensure_writable(folder)


def test_temporary_files_are_removed_where_a_run_writes(tmp_path: Path) -> None:
    left = [tmp_path / ".a.json.1-0.tmp", tmp_path / "satker" / "kota-contoh" / ".2024.json.2-0.tmp"]
    kept = [tmp_path / "c.tmp", tmp_path / "gagal" / "d.json", tmp_path / "other" / ".e.json.3-0.tmp"]
    for path in (*left, *kept):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    remove_temporaries(tmp_path)
    assert sorted(path for path in tmp_path.rglob("*") if path.is_file()) == sorted(kept)

"""Which files are taken."""

import os
from pathlib import Path

import pytest

from extractor.batch.inputs import Inputs, find_inputs, printable


def taken(inputs: Inputs, root: Path) -> list[str]:
    return [document.path.relative_to(root).as_posix() for document in inputs.documents]


def make(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name)


def test_folders_are_walked_in_the_order_of_the_paths(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a/z.PDF", "a/b/c.md", "c.csv")
    found = find_inputs([tmp_path], tmp_path / "out")
    assert taken(found, tmp_path) == ["a/b/c.md", "a/z.PDF", "b.txt"]
    assert [(Path(name).name, reason) for name, reason in found.skipped] == [("c.csv", "jenis_tak_dikenal")]


def test_a_file_given_twice_is_no_duplicate(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    found = find_inputs([tmp_path, tmp_path / "a.txt", tmp_path], tmp_path / "out")
    assert (taken(found, tmp_path), found.duplicates) == (["a.txt"], [])


def test_hidden_files_and_the_remains_of_other_systems_are_skipped(tmp_path: Path) -> None:
    make(tmp_path, ".a.pdf", "._b.pdf")
    assert [reason for _, reason in find_inputs([tmp_path], tmp_path / "out").skipped] == ["tersembunyi"] * 2


def test_links_inside_the_folder_are_the_same_file(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    (tmp_path / "b.txt").symlink_to("a.txt")
    found = find_inputs([tmp_path], tmp_path / "out")
    assert (taken(found, tmp_path), found.duplicates, found.skipped) == (["a.txt"], [], [])


@pytest.mark.parametrize("target", ["loop.txt", "nowhere.txt"])
def test_links_to_nothing_are_reported(tmp_path: Path, target: str) -> None:
    (tmp_path / "loop.txt").symlink_to(target)
    assert [Path(name).name for name, _ in find_inputs([tmp_path], tmp_path / "out").unopened] == ["loop.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p.txt")
    assert [reason for _, reason in find_inputs([tmp_path], tmp_path / "out").skipped] == ["bukan_berkas"]
    assert [error.strerror for _, error in find_inputs([tmp_path / "p.txt"], tmp_path / "out").unopened] == ["bukan berkas biasa"]


@pytest.mark.parametrize("out", ["in/out", "in", "."])
def test_results_are_never_inputs(tmp_path: Path, out: str) -> None:
    make(tmp_path, "in/a.txt", f"{out}/run.json", f"{out}/dokumen/x.json")
    found = find_inputs([tmp_path / "in"], tmp_path / out)
    assert (taken(found, tmp_path), found.skipped) == (["in/a.txt"], [])


def test_names_are_shown_on_one_line() -> None:
    assert printable(Path(os.fsdecode(b"a\xff\n[b].txt"))) == r"a\xff\n[b].txt"

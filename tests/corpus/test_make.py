"""The corpus as its command makes it: files, index, and the same bytes for the same seed."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from corpus.__main__ import app
from corpus.make import Order, make
from corpus.needs import missing

RUN = CliRunner()


def _order(*kinds: str) -> Order:
    order = Order(satker=1, years=(2024,), seed=7, kinds=kinds, converters=("pdftotext-layout",), size="small")
    absent = missing(order)
    if absent:
        pytest.skip("; ".join(absent))
    return order


def _bytes(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_same_seed_same_bytes(tmp_path: Path) -> None:
    order = _order("pdf", "text", "imitated")
    make(order, tmp_path / "a")
    make(order, tmp_path / "b")
    assert _bytes(tmp_path / "a") == _bytes(tmp_path / "b")


def test_every_file_is_in_the_index_with_its_truth(tmp_path: Path) -> None:
    entries = make(_order("pdf", "text", "imitated"), tmp_path)
    written = {name for name in _bytes(tmp_path) if not name.startswith(("truth", "index"))}
    assert {entry["file"] for entry in entries} == written
    for entry in entries:
        truth = json.loads((tmp_path / entry["truth"]).read_text("utf-8"))
        assert truth["keterangan"] == "DATA SIMULASI"


def test_the_text_alone_leaves_no_pdf(tmp_path: Path) -> None:
    entries = make(_order("text"), tmp_path)
    assert [entry["kind"] for entry in entries] == ["txt"]
    assert not list((tmp_path / "pdf").iterdir())


def test_a_wrong_kind_is_named() -> None:
    result = RUN.invoke(app, ["make", "unused", "--kinds", "pdff"])
    assert result.exit_code == 2
    assert "pdff" in result.output


def test_a_wrong_size_is_named() -> None:
    assert missing(Order(1, (2024,), 1, ("imitated",), size="besar")) == ["--size: besar is none of small,normal,large"]


def test_wrong_years_are_named() -> None:
    result = RUN.invoke(app, ["make", "unused", "--years", "2025-2021"])
    assert result.exit_code == 2
    assert "2025-2021" in result.output


@pytest.mark.parametrize(("program", "package"), [("soffice", "libreoffice-writer-nogui"), ("pdftotext", "poppler-utils")])
def test_a_missing_program_is_said_with_its_package(monkeypatch: pytest.MonkeyPatch, program: str, package: str) -> None:
    found = shutil.which
    monkeypatch.setattr(shutil, "which", lambda name: None if name == program else found(name))
    lines = missing(Order(1, (2024,), 1, ("office", "text")))
    assert [line for line in lines if program in line and package in line]


def test_the_number_of_jobs_changes_no_byte(tmp_path: Path) -> None:
    order = Order(satker=13, years=(2024,), seed=3, kinds=("imitated",), size="small")
    said: list[int] = []
    make(order, tmp_path / "one", jobs=1, progress=said.append)
    make(order, tmp_path / "two", jobs=2)
    assert _bytes(tmp_path / "one") == _bytes(tmp_path / "two")
    assert said == [12, 13]

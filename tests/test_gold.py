"""Annotated reports from file to result, scored cell by cell against their hand-checked truth."""

import importlib.util
import json
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from extractor import extract

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
SCORER = SHARED / "score" / "score.py"
pytestmark = pytest.mark.skipif(not SCORER.is_file(), reason="the annotated reports are not at hand")

LEFT_OUT = ("temuan",)
"""Sections of the truth that the program does not produce."""
NUMBERS = ("pagu", "realisasi", "persen", "jumlah", "anggaran", "nip")
"""Columns of the truth whose cells are numbers and must be exactly right."""
FORMS = {"text": "seeds/*.txt", "ruled": "pdf/*-ruled.pdf", "wrapped": "pdf/*-wrapped.pdf", "office": "real/*.pdf"}

FLOORS: dict[tuple[str, str], dict[str, float]] = {
    ("000", "text"): {
        "meta": 0.99,
        "bab": 0.99,
        "realisasi_anggaran": 0.99,
        "pk": 0.99,
        "pk_anggaran": 0.99,
        "rkt": 0.99,
        "rak": 0.99,
        "capaian_kinerja": 0.976,
        "pegawai": 0.99,
        "pegawai_rekap": 0.99,
        "tabel": 0.99,
        "klaim": 0.99,
        "angka": 0.99,
    },
    ("000", "ruled"): {
        "meta": 0.99,
        "bab": 0.99,
        "realisasi_anggaran": 0.99,
        "pk": 0.99,
        "pk_anggaran": 0.99,
        "rkt": 0.99,
        "rak": 0.99,
        "capaian_kinerja": 0.976,
        "pegawai": 0.99,
        "pegawai_rekap": 0.99,
        "klaim": 0.99,
        "angka": 0.99,
    },
    ("000", "wrapped"): {
        "meta": 0.99,
        "bab": 0.99,
        "realisasi_anggaran": 0.99,
        "pk": 0.99,
        "pk_anggaran": 0.99,
        "rkt": 0.99,
        "rak": 0.99,
        "capaian_kinerja": 0.976,
        "pegawai": 0.99,
        "pegawai_rekap": 0.99,
        "klaim": 0.99,
        "angka": 0.99,
    },
    ("002", "text"): {"meta": 0.99, "rkt": 0.99, "rak": 0.984, "tabel": 0.99, "angka": 0.99},
    ("002", "ruled"): {"meta": 0.99, "rkt": 0.99, "rak": 0.984, "angka": 0.99},
    ("002", "wrapped"): {"meta": 0.99, "rkt": 0.99, "rak": 0.984, "angka": 0.99},
    ("003", "text"): {
        "meta": 0.99,
        "bab": 0.99,
        "realisasi_anggaran": 0.99,
        "pk": 0.99,
        "pk_anggaran": 0.99,
        "rkt": 0.944,
        "capaian_kinerja": 0.941,
        "pegawai_rekap": 0.99,
        "tabel": 0.968,
        "klaim": 0.99,
        "angka": 0.99,
    },
    ("003", "ruled"): {
        "meta": 0.99,
        "bab": 0.99,
        "realisasi_anggaran": 0.99,
        "pk": 0.985,
        "pk_anggaran": 0.973,
        "rkt": 0.956,
        "capaian_kinerja": 0.785,
        "pegawai_rekap": 0.99,
        "klaim": 0.99,
        "angka": 0.983,
    },
    ("003", "wrapped"): {
        "meta": 0.99,
        "bab": 0.99,
        "realisasi_anggaran": 0.99,
        "pk": 0.986,
        "pk_anggaran": 0.945,
        "rkt": 0.877,
        "capaian_kinerja": 0.792,
        "pegawai_rekap": 0.99,
        "klaim": 0.99,
        "angka": 0.969,
    },
    ("jabar-bakesbangpol-2016-lkip", "office"): {
        "meta": 0.99,
        "bab": 0.99,
        "realisasi_anggaran": 0.99,
        "pk": 0.99,
        "pk_anggaran": 0.99,
        "capaian_kinerja": 0.99,
        "tabel": 0.99,
        "klaim": 0.91,
        "angka": 0.99,
    },
    ("jabar-bpmpd-2016-pk", "office"): {"meta": 0.99, "pk": 0.99, "pk_anggaran": 0.99, "tabel": 0.99, "angka": 0.99},
    ("jabar-dishub-2016-lkip-bab3", "office"): {
        "meta": 0.99,
        "bab": 0.99,
        "realisasi_anggaran": 0.99,
        "capaian_kinerja": 0.99,
        "tabel": 0.99,
        "klaim": 0.57,
        "angka": 0.99,
    },
}
"""(truth, form) -> the least F1 of every section that the report has; "angka" is the share of numeric cells exactly right."""


def load_scorer(name: str, *, numbers_only: bool) -> ModuleType:
    """A fresh copy of the scorer; on demand one that judges nothing but numbers."""
    spec = importlib.util.spec_from_file_location(name, SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    if numbers_only:
        for section, declared in module.SECTIONS.items():
            fields = {
                column: (test if column in NUMBERS else None, weight, path) for column, (test, weight, path) in declared.fields.items()
            }
            module.SECTIONS[section] = replace(declared, fields=fields)
    return module


@pytest.fixture(scope="module")
def scorers() -> tuple[ModuleType, ModuleType]:
    return load_scorer("score_of_cells", numbers_only=False), load_scorer("score_of_numbers", numbers_only=True)


def report_of(truth: str, form: str) -> Path | None:
    """The report of this form that a truth annotates."""
    meta = json.loads((SHARED / "gold" / truth / "meta.json").read_text("utf-8"))
    for report in sorted(SHARED.glob(FORMS[form])):
        if report.name == meta["berkas"] or (form != "office" and report.stem.split("-")[0] == meta["kunci"]):
            return report
    return None


def measure(report: Path, truth: str, scorers: tuple[ModuleType, ModuleType]) -> dict[str, float]:
    """F1 of every section in the truth or the output, and the share of numbers exactly right."""
    meta = json.loads((SHARED / "gold" / truth / "meta.json").read_text("utf-8"))
    data: dict[str, Any] = extract(report).model_dump(mode="json")
    [document] = data["dokumen"]
    placed = document["berkas"] == meta["berkas"]
    cells, numbers = (s.report(SHARED / "gold" / truth, meta, s.only(document["id"], data), data, document, placed) for s in scorers)
    found = {name: tally.f1 for name, tally in cells.items() if tally.f1 is not None and name not in LEFT_OUT}
    counted = [tally for name, tally in numbers.items() if name in scorers[1].SECTIONS and name not in LEFT_OUT]
    return found | {"angka": sum(t.found for t in counted) / sum(t.gold for t in counted)}


def table(measured: dict[str, float], floors: dict[str, float]) -> str:
    """One line per section, those below their floor marked."""
    rows = [(name, measured.get(name, 0.0), floors.get(name, 1.0)) for name in sorted({*measured, *floors})]
    return "\n".join(["", *(f"{name:20} {got:6.3f}  floor {least:.3f}{'  <<<' if got < least else ''}" for name, got, least in rows)])


@pytest.mark.parametrize(("truth", "form"), FLOORS)
def test_no_section_falls_below_its_floor(truth: str, form: str, scorers: tuple[ModuleType, ModuleType]) -> None:
    """A section without a floor has none in the truth: whatever the output holds there is wrong."""
    report = report_of(truth, form) if (SHARED / "gold" / truth).is_dir() else None
    if report is None:
        pytest.skip(f"the report of {truth} in the form {form!r} is not at hand")
    measured, floors = measure(report, truth, scorers), FLOORS[truth, form]
    below = [name for name in {*measured, *floors} if measured.get(name, 0.0) < floors.get(name, 1.0)]
    assert not below, table(measured, floors)


def test_every_annotated_report_has_floors() -> None:
    annotated = {folder.name for folder in (SHARED / "gold").iterdir()}
    assert annotated <= {truth for truth, _ in FLOORS}

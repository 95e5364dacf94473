"""The bundled collection: small made reports of many layouts, each read and compared with the truth it was made from."""

import json
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

sys.path.append(str(Path(__file__).resolve().parents[1] / "bench"))

from comparison import Tally, compare

from extractor import extract

FOLDER = Path(__file__).resolve().parents[1] / "corpus" / "kumpulan"
ENTRIES: list[dict[str, Any]] = json.loads((FOLDER / "index.json").read_text("utf-8"))["files"]
FLOORS = {"pdf": 0.95, "md": 0.95, "txt": 0.92}
"""Mean F1 over the sections of a report, by kind of file; the converter of the plain text costs some."""


@cache
def _tallies(name: str) -> dict[str, Tally]:
    entry = next(entry for entry in ENTRIES if entry["file"] == name)
    truth = json.loads((FOLDER / entry["truth"]).read_text("utf-8"))
    return compare(truth, json.loads(extract(FOLDER / name).model_dump_json()))


@pytest.mark.parametrize("name", [entry["file"] for entry in ENTRIES])
def test_a_report_is_read(name: str) -> None:
    found = {section: tally.f1 for section, tally in _tallies(name).items() if tally.f1 is not None}
    assert len(found) > 5
    assert sum(found.values()) / len(found) >= FLOORS[name.rsplit(".", 1)[1]], {section: f1 for section, f1 in found.items() if f1 < 1}


def test_figures_of_pdfs_are_exact() -> None:
    tallies = [tally for entry in ENTRIES if entry["kind"] == "pdf" for tally in _tallies(entry["file"]).values()]
    assert sum(tally.exact for tally in tallies) >= 0.98 * sum(tally.numbers for tally in tallies)


def test_the_collection_is_varied() -> None:
    assert len(ENTRIES) == 12
    assert len({entry["family"] for entry in ENTRIES}) >= 8
    assert len({entry["table_style"] for entry in ENTRIES if entry["kind"] == "pdf"}) >= 5
    assert {"weasyprint", "libreoffice", "reportlab"} <= {entry["producer"] for entry in ENTRIES}

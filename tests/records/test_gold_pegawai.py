"""Staff counts stated in the sentences of the annotated text reports."""

import csv
import json
from pathlib import Path

import pytest

from extractor.reading.document import Line
from extractor.records.context import Context
from extractor.records.pegawai_kalimat import read_sentences
from tests.records.staff_tables import lines

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
Count = tuple[int, str, int]

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="annotated reports are not here")


def rows_of(path: Path) -> list[dict[str, str]]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def reports() -> list[tuple[Path, Path]]:
    """(gold folder, text input) of the reports annotated by line."""
    found = []
    for meta in sorted(SHARED.glob("gold/*/meta.json")):
        source = SHARED / "seeds" / json.loads(meta.read_text(encoding="utf-8"))["berkas"]
        if source.suffix == ".txt" and source.exists():
            found.append((meta.parent, source))
    return found


def prose(source: Path) -> list[Line]:
    return [line for line in lines(source.read_text(encoding="utf-8")) if "\t" not in line.text]


def stated(gold: Path) -> set[Count]:
    """The annotated counts outside tables."""
    spans = [(int(t["start_line"]), int(t["end_line"])) for t in rows_of(gold / "tables.csv")]
    counts = [(int(r["line"]), r["dimensi"], int(r["jumlah"])) for r in rows_of(gold / "pegawai_rekap.csv")]
    return {c for c in counts if not any(first <= c[0] <= last for first, last in spans)}


@pytest.mark.parametrize(("gold", "source"), reports(), ids=lambda p: p.name)
def test_every_count_and_no_other_is_found_on_its_line(gold: Path, source: Path) -> None:
    found = read_sentences(prose(source), Context("dok"))

    assert {(r.sumber.baris[0], r.dimensi, int(r.jumlah.nilai or 0)) for r in found} == stated(gold)  # type: ignore[union-attr, index]

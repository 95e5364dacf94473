"""Chapters of real reports against their hand-checked truth; skipped where the shared material is absent."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from extractor.reading import read
from extractor.segmenting import segment

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared reports are not beside this checkout")


def _reports() -> list[tuple[Path, Path]]:
    """Every report that has annotations, in all its forms with a text layer."""
    pairs = []
    for folder in sorted((SHARED / "gold").glob("*")):
        forms = [
            *SHARED.glob(f"seeds/{folder.name}_*.txt"),
            *SHARED.glob(f"pdf/{folder.name}-wrapped.pdf"),
            *SHARED.glob(f"real/{folder.name}.pdf"),
        ]
        pairs += [(form, folder / "bab.csv") for form in forms]
    return pairs


@pytest.mark.parametrize(("report", "truth"), _reports(), ids=lambda path: path.stem)
def test_chapters_of_a_report(report: Path, truth: Path) -> None:
    found = Counter((str(c.level), c.number, c.title) for c in segment(read(report)).walk() if c.level < 3)
    if not truth.is_file():
        assert not found
        return
    with truth.open(encoding="utf-8") as file:
        stated = Counter((row["level"], row["nomor"], row["judul"]) for row in csv.DictReader(file))
    right = sum((found & stated).values())
    assert 2 * right / (found.total() + stated.total()) >= 0.97

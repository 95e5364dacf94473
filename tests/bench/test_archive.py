"""The archive that is measured, and the damage that is done to files."""

import random
from pathlib import Path

from bench.archive import differences, make
from bench.mutations import damage


def test_two_in_a_hundred_are_hostile_and_no_two_the_same(tmp_path: Path) -> None:
    bad = make(tmp_path / "in", 100, random.Random(1))
    written = [path for path in (tmp_path / "in").rglob("*") if path.is_file()]
    assert (len(bad), len(written)) == (2, 100)
    assert len({path.read_bytes() for path in written}) == 100


def test_a_difference_is_seen(tmp_path: Path) -> None:
    for out in ("a", "b"):
        (tmp_path / out).mkdir()
        (tmp_path / out / "run.json").write_text(out)
        (tmp_path / out / "x.json").write_text("same")
    assert list(differences(tmp_path / "a", tmp_path / "b")) == []
    (tmp_path / "b" / "x.json").write_text("other")
    (tmp_path / "a" / "y.json").write_text("alone")
    assert list(differences(tmp_path / "a", tmp_path / "b")) == ["x.json differs", "y.json differs"]


def test_damage_depends_on_the_seed_alone() -> None:
    content, other = bytes(range(256)) * 40, b"lain" * 500
    results = [damage(content, other, random.Random(seed)) for seed in (1, 1, *range(2, 30))]
    assert results[0] == results[1]
    assert len(set(results)) > 20
    assert damage(b"", b"", random.Random(1)) == b""

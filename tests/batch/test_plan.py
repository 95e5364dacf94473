"""The order in which documents are read."""

from pathlib import Path

import pytest

from extractor.batch.plan import in_turn
from extractor.batch.worker import Job

SIZES = {"a": 10, "b": 300, "c": 10, "d": 2000}


@pytest.mark.parametrize(("at_a_time", "order"), [(1, "abcde"), (2, "edbac")])
def test_large_documents_come_first_where_several_are_read_at_a_time(tmp_path: Path, at_a_time: int, order: str) -> None:
    for name, size in SIZES.items():
        (tmp_path / name).write_bytes(b"x" * size)
    jobs = [Job(tmp_path / name, name, name, tmp_path) for name in (*SIZES, "e")]  # e is still to be fetched
    assert "".join(job.name for job in in_turn(jobs, at_a_time)) == order

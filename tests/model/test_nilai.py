"""The leaves of the contract: made by the hundred thousand in a long report, and each its own."""

import pickle
import tracemalloc

from extractor.model import Sumber


def test_a_source_takes_little_memory() -> None:
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    made = [Sumber(dokumen="satu", halaman=1) for _ in range(1000)]
    each = (tracemalloc.get_traced_memory()[0] - before) / len(made)
    tracemalloc.stop()
    assert each < 500  # 577 bytes where every one keeps a set of what was given


def test_one_source_changes_and_others_do_not() -> None:
    first, other = Sumber(dokumen="satu", halaman=1), Sumber(dokumen="satu", halaman=1)
    moved = first.model_copy(update={"halaman": 2})
    other.tabel = "t1"
    assert first == Sumber(dokumen="satu", halaman=1)
    assert (moved.halaman, other.tabel) == (2, "t1")
    assert pickle.loads(pickle.dumps(moved)) == moved
    assert first.model_dump(exclude_unset=True) == first.model_dump()

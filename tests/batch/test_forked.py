"""Stages done in a process beside give what they give in place, whatever becomes of that process."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from extractor.batch import forked
from extractor.batch.forked import meanwhile

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up under /proc")


def children() -> set[int]:
    """The processes that this one has started and not yet waited for."""
    return {int(pid) for task in Path("/proc/self/task").iterdir() for pid in (task / "children").read_text().split()}


@pytest.fixture
def _alone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As in a child of a run of one document; no process is left."""
    monkeypatch.setitem(sys.modules, forked.STANDING, sys)
    before = children()
    yield
    assert children() <= before


def elsewhere(value: object) -> tuple[bool, object]:
    """Whether this is another process than that of the test, and the value."""
    return os.getpid() != PARENT, value


PARENT = os.getpid()


@pytest.mark.usefixtures("_alone")
@pytest.mark.parametrize("order", [(0, 1), (1, 0), (1, 1, 0)])
def test_results_are_asked_for_in_any_order(order: tuple[int, ...]) -> None:
    with meanwhile() as beside:
        results = beside(partial(elsewhere, "x" * 200_000), partial(elsewhere, 2))
        wanted = ((True, "x" * 200_000), (True, 2))
        assert [results[number]() for number in order] == [wanted[number] for number in order]


@pytest.mark.usefixtures("_alone")
def test_work_is_done_here_where_the_process_beside_is_killed() -> None:
    def work() -> bool:
        if os.getpid() != PARENT:
            os.kill(os.getpid(), signal.SIGKILL)
        return True

    with meanwhile() as beside:
        first, second = beside(lambda: 1, work)
        assert (second(), first()) == (True, 1)


@pytest.mark.usefixtures("_alone")
def test_a_fault_is_that_of_the_work() -> None:
    def work() -> None:
        raise KeyError("unreadable")

    with meanwhile() as beside:
        (result,) = beside(work)
        with pytest.raises(KeyError, match="unreadable"):
            result()


@pytest.mark.usefixtures("_alone")
def test_no_process_is_left_of_work_that_nobody_waits_for() -> None:
    def forever() -> None:
        signal.pause()

    with pytest.raises(ValueError, match="stops"), meanwhile() as beside:
        beside(forever)
        raise ValueError("stops")


def test_of_several_documents_the_stages_go_in_turn() -> None:
    works: tuple[Callable[[], object], ...] = (partial(elsewhere, 1),)
    with meanwhile() as beside:
        assert beside(*works)[0]() == (False, 1)

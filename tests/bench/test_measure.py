"""What a piece of work takes is measured in a process of its own."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the peak of a forked process counts from its own start on Linux only")


@pytest.fixture(scope="module")
def measure() -> ModuleType:
    path = Path(__file__).resolve().parents[2] / "bench" / "measure.py"
    spec = importlib.util.spec_from_file_location("measure", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclass looks itself up there
    spec.loader.exec_module(module)
    return module


def test_memory_is_what_the_work_adds(measure: ModuleType) -> None:
    light, heavy = measure.best(lambda: None), measure.best(lambda: b"x" * 200_000_000)
    assert light.memory < 50
    assert 190 < heavy.memory < 260


def test_time_is_that_of_the_work(measure: ModuleType) -> None:
    assert measure.best(lambda: sum(range(3_000_000)), 2).cpu > measure.best(lambda: None, 2).cpu


def test_work_that_fails_gives_nothing(measure: ModuleType) -> None:
    assert measure.best(lambda: 1 // 0) is None

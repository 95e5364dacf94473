"""The comparison with other tools counts what they read and what they do not."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).resolve().parents[2] / "bench"))

from peers import Tool, outcome

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="every run is a forked process")


def test_a_tool_that_fails_on_a_file_is_judged_by_the_others() -> None:
    def work(path: Path) -> None:
        if path.name == "bad.pdf":
            raise ValueError(path)

    found = outcome(Tool("mine", "none", "nothing", work), {Path("good.pdf"): 4, Path("bad.pdf"): 1})
    assert (len(found.runs), found.failed) == (1, 1)
    assert found.paces == [found.pace]

"""The ceilings are told from the syntax, not from the look."""

import pytest

from scripts.ceilings import too_large

DEEP = """
def f(x):
    for a in x:
        while a:
            if a:
                with a:
                    try:
                        pass
                    finally:
                        pass
"""
CHAIN = """
def f(x):
    if x == 1:
        return 1
    elif x == 2:
        return 2
    elif x == 3:
        return 3
    elif x == 4:
        return 4
    elif x == 5:
        return 5
    elif x == 6:
        return 6
"""


@pytest.mark.parametrize(
    ("source", "over"),
    [
        ("x = 1\n" * 400, []),
        ("x = 1\n" * 401, ["a.py: 401 lines, the ceiling is 400"]),
        ("def f():\n" + "    x = 1\n" * 59, []),
        ("def f():\n" + "    x = 1\n" * 60, ["a.py:1: f has 61 lines, the ceiling is 60"]),
        (DEEP, ["a.py:2: f nests 5 deep, the ceiling is 4"]),
        (CHAIN, []),
    ],
)
def test_what_is_over_is_named(source: str, over: list[str]) -> None:
    assert list(too_large(source, "a.py")) == over

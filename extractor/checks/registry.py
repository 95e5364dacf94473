"""The register of checks: every module of ``extractor.checks.rules`` is found by itself; each holds one check or more."""

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias

from extractor.checks.case import Case
from extractor.checks.outcome import Outcome

if TYPE_CHECKING:
    from extractor.model import LaporanSatker

Severity = Literal["galat", "peringatan", "info"]
Run = Callable[[Case], Iterator[Outcome]]
Example: TypeAlias = "Callable[[], LaporanSatker | Case]"

SECTIONS = ("Compares", "Rule", "Tolerance", "Wrong", "Right", "Repair")
"""The headings of a check's docstring, in their order."""

_HEADING = re.compile(rf"^({'|'.join(SECTIONS)}):[ \n]", re.MULTILINE)
_CODE = re.compile(r"[A-FX][0-9]{2}")


@dataclass(frozen=True)
class Check:
    """One check: what it is called, how grave it is, what it does, and an example of wrong and right."""

    code: str
    slug: str
    severity: Severity
    title_id: str
    """What it flags, in Indonesian."""
    run: Run
    wrong: Example
    """A satker-year that it flags."""
    right: Example
    """The same without the contradiction."""
    across: bool = False
    """Whether it compares reports of several satker-years."""

    @property
    def title(self) -> str:
        """What it flags, in English: the first line of the docstring."""
        return inspect.cleandoc(self.run.__doc__ or "").split("\n", 1)[0].rstrip(".")

    def sections(self) -> Mapping[str, str]:
        """The docstring by its headings. Raises ValueError where one is missing or out of order."""
        text = inspect.cleandoc(self.run.__doc__ or "")
        parts = _HEADING.split(text)
        found = {parts[i]: " ".join(parts[i + 1].split()) for i in range(1, len(parts) - 1, 2)}
        if tuple(found) != SECTIONS or not all(found.values()):
            raise ValueError(f"{self.code}: the docstring must have the headings {', '.join(SECTIONS)}, in this order")
        return found


def check(
    code: str, slug: str, severity: Severity, title_id: str, *, wrong: Example, right: Example, across: bool = False
) -> Callable[[Run], Check]:
    """Makes a generator over a satker-year's records a check. Raises ValueError for a code that is none."""
    if not _CODE.fullmatch(code):
        raise ValueError(f"{code!r} is no code of a check")

    def register(run: Run) -> Check:
        return Check(code, slug, severity, title_id, run, wrong, right, across)

    return register


@cache
def checks() -> Mapping[str, Check]:
    """All checks by code, in the order of their codes. Raises ValueError where a code or a slug is used twice."""
    package = import_module("extractor.checks.rules")
    modules = [import_module(f"{package.__name__}.{info.name}") for info in iter_modules(package.__path__)]
    found = [value for module in modules for value in vars(module).values() if isinstance(value, Check)]
    if len({c.code for c in found}) < len(found) or len({c.slug for c in found}) < len(found):
        raise ValueError("a code or a slug is used by two checks")
    return MappingProxyType({c.code: c for c in sorted(found, key=lambda c: c.code)})


def find(name: str) -> Check | None:
    """The check of a code or slug, in any case."""
    wanted = name.strip()
    return next((c for c in checks().values() if wanted.upper() == c.code or wanted.lower() == c.slug), None)


def codes_of(pattern: str) -> frozenset[str]:
    """The codes that a code, a prefix of codes ("A", "D0") or a slug stands for. Raises ValueError where there is none."""
    wanted = pattern.strip()
    found = frozenset(c.code for c in checks().values() if wanted and (c.code.startswith(wanted.upper()) or c.slug == wanted.lower()))
    if not found:
        raise ValueError(f"{wanted!r} is no code, prefix or name of a check")
    return found

"""Checks that a report does not contradict itself: the register, and the run over a satker-year."""

from typing import TYPE_CHECKING

from extractor.lazy import names_of

if TYPE_CHECKING:
    from extractor.checks.registry import Check, checks
    from extractor.checks.run import Examination, examine

__all__ = ["Check", "Examination", "checks", "examine"]

__getattr__ = names_of(__name__, "registry", "run")

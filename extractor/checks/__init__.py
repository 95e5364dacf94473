"""Checks that a report does not contradict itself: the register, and the run over a satker-year."""

from extractor.checks.registry import Check, checks
from extractor.checks.run import Examination, examine

__all__ = ["Check", "Examination", "checks", "examine"]

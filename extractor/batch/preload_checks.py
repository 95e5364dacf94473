"""Imported by what merges satker-years: loads what their checks need."""

import extractor.across.excerpt
import extractor.checks.run
import extractor.reconciling  # noqa: F401
from extractor.checks.registry import checks

checks()

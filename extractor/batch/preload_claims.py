"""Imported by the fork server of a run of several documents: loads, once for all children, what the claims need (most of it spaCy)."""

import extractor.claims.read  # noqa: F401
from extractor.claims.language import pipeline

pipeline()

"""Imported by the fork server of a run of several documents: loads, once for all children, what the claims need (most of it spaCy)."""

from extractor.claims.bare import leave_out

leave_out()

from extractor.claims.language import pipeline  # noqa: E402
from extractor.claims.read import read_claims  # noqa: E402,F401

pipeline()

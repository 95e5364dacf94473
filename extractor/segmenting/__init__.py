"""Chapters: told apart from the table of contents, the "sistematika" listing and running text."""

from extractor.segmenting.bab import to_bab
from extractor.segmenting.chapter import Chapter, Segmentation
from extractor.segmenting.segment import segment

__all__ = ["Chapter", "Segmentation", "segment", "to_bab"]

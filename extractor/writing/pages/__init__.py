"""The auditor's page: the findings of a satker-year beside their evidence, in one HTML file that needs nothing else."""

from extractor.writing.pages.originals import Originals
from extractor.writing.pages.page import as_page
from extractor.writing.pages.site import write_pages

__all__ = ["Originals", "as_page", "write_pages"]

"""The writers of PDF by producer; LibreOffice, which takes many documents at once, stands apart in typeset.office."""

from collections.abc import Callable
from pathlib import Path

from corpus.naskah import Report
from corpus.typeset.html import write_pdf as weasyprint
from corpus.typeset.looks import Look
from corpus.typeset.rl import write_pdf as reportlab

WRITERS: dict[str, Callable[[Report, Look, Path], dict[int, int]]] = {"weasyprint": weasyprint, "reportlab": reportlab}
"""Producer -> what writes the PDF and gives the pages of its headings and tables."""

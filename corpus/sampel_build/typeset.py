"""Pages and the text a converter makes of them. Needs WeasyPrint and, for the layout text, pdftotext of poppler-utils."""

import os
import subprocess
from pathlib import Path

from weasyprint import HTML

from corpus.naskah import Report
from corpus.sampel_build.to_html import to_html


def write_pdf(report: Report, path: Path) -> dict[str, int]:
    """Typeset the report into ``path``; gives the page number of every anchor."""
    # The font tools write the time into the subsets that they embed, unless this names one.
    os.environ.setdefault("SOURCE_DATE_EPOCH", "1735689600")
    document = HTML(string=to_html(report)).render()
    document.write_pdf(path)
    return {name: number for number, page in enumerate(document.pages, 1) for name in page.anchors}


def layout_text(path: Path) -> str:
    """The text of a PDF as ``pdftotext -layout`` gives it. Raises CalledProcessError where that program fails."""
    found = subprocess.run(["pdftotext", "-layout", "-enc", "UTF-8", str(path), "-"], check=True, capture_output=True)
    return found.stdout.decode()

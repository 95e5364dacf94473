"""The sample reports as HTML for the typesetter."""

from html import escape

from corpus.naskah import Report
from corpus.sampel_build.styles import STYLES
from corpus.typeset.body import Drawing, body


def to_html(report: Report) -> str:
    """The whole report with its style sheet."""
    style = STYLES[report.style].replace("%RUNNING%", report.running).replace("%FOOTER%", report.footer)
    title = escape(f"{report.title} (DATA SIMULASI)")
    return f"<html lang=id><head><title>{title}</title><style>{style}</style></head><body>{body(Drawing(report))}</body></html>"

"""``python -m corpus.sampel_build OUT``: writes the sample reports, their texts and their expected JSON into a folder."""

import json
import sys
from pathlib import Path

from corpus.naskah import Report
from corpus.sampel_build import bundle, dinas, lkj
from corpus.sampel_build.to_text import to_markdown, to_tabs
from corpus.sampel_build.typeset import layout_text, write_pdf

REPORTS = ((lkj.report, "tabs"), (dinas.report, "layout"), (bundle.report, "markdown"))


def build(report: Report, form: str, folder: Path) -> None:
    """Write one report in all its forms; ``form`` is tabs, layout or markdown."""
    pages = write_pdf(report, folder / f"{report.name}.pdf")
    if form == "layout":
        text = layout_text(folder / f"{report.name}.pdf")
    else:
        text = to_markdown(report, pages) if form == "markdown" else to_tabs(report, pages)
    ending = "md" if form == "markdown" else "txt"
    (folder / f"{report.name}.{ending}").write_text(text, "utf-8")
    truth = json.dumps({"keterangan": "DATA SIMULASI", **report.truth}, ensure_ascii=False, indent=1)
    (folder / f"{report.name}.harapan.json").write_text(truth + "\n", "utf-8")


def main() -> int:
    """Build every report into the folder named on the command line."""
    if len(sys.argv) != 2:
        print("usage: python -m corpus.sampel_build OUT", file=sys.stderr)
        return 2
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for make, form in REPORTS:
        build(make(), form, folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Word documents into PDF by LibreOffice, many in one call."""

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from corpus.timeless import timeless
from corpus.tools import Missing

PACKAGE = "libreoffice-writer-nogui"
_SECONDS_PER_FILE = 60


def to_pdf(documents: Sequence[Path], folder: Path) -> list[Path]:
    """Convert the documents into PDFs of the same names in ``folder``, without anything that differs from run to run.

    Raises Missing where LibreOffice is not installed, and RuntimeError with its message where it made no PDF.
    """
    program = shutil.which("soffice")
    if program is None:
        raise Missing("soffice", PACKAGE)
    made = [folder / f"{document.stem}.pdf" for document in documents]
    with tempfile.TemporaryDirectory() as profile:
        command = [program, f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
        seconds = 60 + _SECONDS_PER_FILE * len(documents)
        done = subprocess.run([*command, *map(str, documents)], check=False, capture_output=True, text=True, timeout=seconds)
    absent = [path.name for path in made if not path.is_file()]
    if absent:
        raise RuntimeError(f"soffice made no {', '.join(absent)}: {done.stderr.strip()[-500:]}")
    for path in made:
        path.write_bytes(timeless(path.read_bytes()))
    return made

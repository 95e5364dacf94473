"""Real converters from PDF to text."""

import shutil
import subprocess
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from corpus.tools import Missing

_SECONDS = 300


class Converter(NamedTuple):
    """``convert`` gives the text of a PDF; ``ending`` of the file it would write; ``version`` of the program."""

    name: str
    ending: str
    convert: Callable[[Path], str]


def _pdftotext(*options: str) -> Callable[[Path], str]:
    def convert(pdf: Path) -> str:
        program = shutil.which("pdftotext")
        if program is None:
            raise Missing("pdftotext", "poppler-utils")
        command: Sequence[str] = [program, *options, "-enc", "UTF-8", str(pdf), "-"]
        return subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS).stdout.decode()

    return convert


def _pdfplumber(pdf: Path) -> str:
    import pdfplumber

    with pdfplumber.open(pdf) as document:
        texts = []
        for page in document.pages:
            texts.append(page.extract_text(layout=True))
            page.close()
    return "\f".join(texts)


def _markitdown(pdf: Path) -> str:
    if find_spec("markitdown") is None:
        raise Missing("markitdown", "-r corpus/requirements.txt", "pip install")
    from markitdown import MarkItDown

    return str(MarkItDown().convert(str(pdf)).text_content)


CONVERTERS = {
    found.name: found
    for found in (
        Converter("pdftotext-layout", "txt", _pdftotext("-layout")),
        Converter("pdftotext", "txt", _pdftotext()),
        Converter("pdfplumber-layout", "txt", _pdfplumber),
        Converter("markitdown", "md", _markitdown),
    )
}
"""Converter by name. Each raises Missing where its program is not there."""

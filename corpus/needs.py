"""What an order needs and the machine has not."""

import shutil
from collections.abc import Iterator
from importlib.util import find_spec

from corpus.convert.programs import CONVERTERS
from corpus.isi.laporan import UKURAN
from corpus.make import KINDS, Order
from corpus.tools import Missing, fonts
from corpus.typeset.looks import FAMILIES, FONTS
from corpus.typeset.soffice import PACKAGE

_PIP = ("-r requirements-dev.lock", "pip install")
_CONVERTER_NEEDS = {"pdftotext-layout": "pdftotext", "pdftotext": "pdftotext"}


def missing(order: Order) -> list[str]:
    """One line for everything that is unknown or missing, with the package that holds it."""
    return sorted(set(_missing(order)))


def _missing(order: Order) -> Iterator[str]:
    yield from (f"--kinds: {kind} is none of {','.join(KINDS)}" for kind in order.kinds if kind not in KINDS)
    yield from (f"--converters: {name} is none of {','.join(CONVERTERS)}" for name in order.converters if name not in CONVERTERS)
    if order.size and order.size not in UKURAN:
        yield f"--size: {order.size} is none of {','.join(UKURAN)}"
    typeset = {"pdf", "text", "scan"} & set(order.kinds)
    producers = ({"weasyprint", "reportlab"} if typeset else set()) | ({"libreoffice"} if "office" in order.kinds else set())
    yield from _lacking_modules(producers)
    if "libreoffice" in producers and shutil.which("soffice") is None:
        yield str(Missing("soffice", PACKAGE))
    if "text" in order.kinds:
        needed = {_CONVERTER_NEEDS.get(name) for name in order.converters}
        yield from (str(Missing(program, "poppler-utils")) for program in needed if program and shutil.which(program) is None)
        if "markitdown" in order.converters and find_spec("markitdown") is None:
            yield str(Missing("markitdown", "-r corpus/requirements.txt", "pip install"))
    if producers:
        yield from _lacking_fonts(producers)


def _lacking_modules(producers: set[str]) -> Iterator[str]:
    modules = {"libreoffice": "docx", "weasyprint": "weasyprint", "reportlab": "reportlab"}
    yield from (str(Missing(modules[p], *_PIP)) for p in producers if find_spec(modules[p]) is None)


def _lacking_fonts(producers: set[str]) -> Iterator[str]:
    try:
        known = fonts()
    except Missing as lacking:
        yield str(lacking)
        return
    used = {font for family in FAMILIES if family.producer in producers for font in (*family.body, *family.display)}
    yield from (str(Missing(f"the font {font}", FONTS[font])) for font in used - known)

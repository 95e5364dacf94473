"""The direct calls of PDFium say what those of pypdfium2 say."""

import ctypes
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.reading import pdf_calls as calls
from extractor.reading.pdf_pdfium import _SAMPLE, sampled

REPORT = next(iter(sorted((Path(__file__).parents[2] / "corpus" / "sampel").glob("*.pdf"))))


def test_characters_are_the_same() -> None:
    with pypdfium2.PdfDocument(REPORT) as pdf:
        page = pdfium.FPDF_LoadPage(pdf.raw, 0)
        text = pdfium.FPDFText_LoadPage(page)
        at, theirs, ours = calls.address(text), pdfium.FS_RECTF(), pdfium.FS_RECTF()
        count = pdfium.FPDFText_CountChars(text)
        assert count > 0
        for index in range(-1, count + 1):
            assert calls.loose_box(at, index, ctypes.addressof(ours)) == pdfium.FPDFText_GetLooseCharBox(text, index, theirs)
            assert bytes(ours) == bytes(theirs)
            assert calls.unicode_at(at, index) == pdfium.FPDFText_GetUnicode(text, index)
            assert calls.has_map_error(at, index) == pdfium.FPDFText_HasUnicodeMapError(text, index)
            assert calls.font_weight(at, index) == pdfium.FPDFText_GetFontWeight(text, index)
            assert calls.font_size(at, index) == pdfium.FPDFText_GetFontSize(text, index)
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)


def test_drawings_are_the_same() -> None:
    with pypdfium2.PdfDocument(REPORT) as pdf:
        for number in range(len(pdf)):
            page = pdfium.FPDF_LoadPage(pdf.raw, number)
            at = calls.address(page)
            assert calls.count_objects(at) == pdfium.FPDFPage_CountObjects(page)
            for index in range(calls.count_objects(at)):
                item, same = pdfium.FPDFPage_GetObject(page, index), calls.object_at(at, index)
                assert same == calls.address(item)
                assert calls.object_kind(same) == pdfium.FPDFPageObj_GetType(item)
                assert calls.count_segments(same) == pdfium.FPDFPath_CountSegments(item)
            pdfium.FPDF_ClosePage(page)


def test_no_pointer_is_no_address() -> None:
    assert calls.address(None) == 0


@settings(deadline=None)
@given(st.text(alphabet="ab \n", max_size=900))
def test_every_nth_printed_character_is_in_the_sample(characters: str) -> None:
    printed = [index for index, character in enumerate(characters) if not character.isspace()]
    assert sampled(characters) == printed[:: max(1, len(printed) // _SAMPLE)]

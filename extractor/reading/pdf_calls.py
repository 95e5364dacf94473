"""PDFium's functions that are called for every word, character or drawing of a page, as directly as ctypes can call them.

Those of pypdfium2 check the type of every pointer and let go of the interpreter's lock, which takes longer than what they call. Here
pointers are plain addresses: whoever passes one keeps what it points at.
"""

import ctypes
from collections.abc import Callable
from typing import Any, Final

import pypdfium2.raw as pdfium

_INT: Final = ctypes.c_int
_AT: Final = ctypes.c_void_p


def address(thing: Any) -> int:
    """Where a ctypes pointer of pypdfium2 points; 0 for none."""
    return ctypes.cast(thing, _AT).value or 0


def _direct(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    return ctypes.PYFUNCTYPE(result, *arguments)(address(function))


loose_box: Final = _direct(pdfium.FPDFText_GetLooseCharBox, _INT, _AT, _INT, _AT)
unicode_at: Final = _direct(pdfium.FPDFText_GetUnicode, ctypes.c_uint, _AT, _INT)
has_map_error: Final = _direct(pdfium.FPDFText_HasUnicodeMapError, _INT, _AT, _INT)
font_weight: Final = _direct(pdfium.FPDFText_GetFontWeight, _INT, _AT, _INT)
font_size: Final = _direct(pdfium.FPDFText_GetFontSize, ctypes.c_double, _AT, _INT)
text_object_at: Final = _direct(pdfium.FPDFText_GetTextObject, _AT, _AT, _INT)
render_mode: Final = _direct(pdfium.FPDFTextObj_GetTextRenderMode, _INT, _AT)
font_of: Final = _direct(pdfium.FPDFTextObj_GetFont, _AT, _AT)
character_matrix: Final = _direct(pdfium.FPDFText_GetMatrix, _INT, _AT, _INT, _AT)

count_objects: Final = _direct(pdfium.FPDFPage_CountObjects, _INT, _AT)
object_at: Final = _direct(pdfium.FPDFPage_GetObject, _AT, _AT, _INT)
count_form_objects: Final = _direct(pdfium.FPDFFormObj_CountObjects, _INT, _AT)
form_object_at: Final = _direct(pdfium.FPDFFormObj_GetObject, _AT, _AT, ctypes.c_ulong)
object_kind: Final = _direct(pdfium.FPDFPageObj_GetType, _INT, _AT)
object_bounds: Final = _direct(pdfium.FPDFPageObj_GetBounds, _INT, _AT, _AT, _AT, _AT, _AT)
object_matrix: Final = _direct(pdfium.FPDFPageObj_GetMatrix, _INT, _AT, _AT)
draw_mode: Final = _direct(pdfium.FPDFPath_GetDrawMode, _INT, _AT, _AT, _AT)
fill_colour: Final = _direct(pdfium.FPDFPageObj_GetFillColor, _INT, _AT, _AT, _AT, _AT, _AT)
count_segments: Final = _direct(pdfium.FPDFPath_CountSegments, _INT, _AT)
segment_at: Final = _direct(pdfium.FPDFPath_GetPathSegment, _AT, _AT, _INT)
segment_point: Final = _direct(pdfium.FPDFPathSegment_GetPoint, _INT, _AT, _AT, _AT)
segment_kind: Final = _direct(pdfium.FPDFPathSegment_GetType, _INT, _AT)
closes: Final = _direct(pdfium.FPDFPathSegment_GetClose, _INT, _AT)

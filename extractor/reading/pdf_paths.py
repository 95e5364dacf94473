"""Drawn lines, coloured areas and images of a page, through PDFium's page objects."""

import ctypes
import math
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple, TypeAlias

import pypdfium2.raw as pdfium

from extractor.reading import pdf_calls as calls
from extractor.reading.document import Box
from extractor.reading.pdf_frame import Frame
from extractor.reading.pdf_page import Edge, Limits, bleeds

THIN: Final = 3.0
"""Points; what is drawn thinner is one ruling line and not an area (the snap tolerance of the table finder)."""
_STRAIGHT: Final = 0.5
"""Points by which the ends of a horizontal or vertical line may differ."""
_SLANT: Final = 6.0
"""Points; a slanted line longer than this is no mitred corner of a border."""
_SIMPLE: Final = 5
"""Segments of a line or a rectangle; the bounds of a thin one say all about it."""
_WHITE: Final = 250
_TRANSPARENT: Final = 8
_TOO_MANY_OBJECTS: Final = "halaman berisi lebih dari {most} objek gambar; hanya teksnya yang dibaca"
_TOO_MANY_EDGES: Final = "halaman berisi lebih dari {most} garis; hanya teksnya yang dibaca"
_TOO_DEEP: Final = "gambar di dalam formulir yang bersarang lebih dari {most} tingkat tidak dibaca"

_PATH: Final = pdfium.FPDF_PAGEOBJ_PATH
_IMAGE: Final = pdfium.FPDF_PAGEOBJ_IMAGE
_FORM: Final = pdfium.FPDF_PAGEOBJ_FORM
_MOVE: Final = pdfium.FPDF_SEGMENT_MOVETO
_LINE: Final = pdfium.FPDF_SEGMENT_LINETO
_FOUR: Final = struct.Struct("4f")
_TWO: Final = struct.Struct("2f")
_Segment: TypeAlias = tuple[tuple[float, float], tuple[float, float]]


class _Matrix(NamedTuple):
    """x' = ax + cy + e, y' = bx + dy + f."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def after(self, first: "_Matrix") -> "_Matrix":
        """The matrix that applies ``first`` and then this one."""
        a, b = self.a * first.a + self.c * first.b, self.b * first.a + self.d * first.b
        c, d = self.a * first.c + self.c * first.d, self.b * first.c + self.d * first.d
        e, f = self.point(first.e, first.f)
        return _Matrix(a, b, c, d, e, f)


_IDENTITY: Final = _Matrix(1, 0, 0, 1, 0, 0)


@dataclass(slots=True)
class Drawings:
    """What is drawn on a page besides its text."""

    edges: list[Edge] = field(default_factory=list)
    fills: list[Box] = field(default_factory=list)
    shade_edges: list[Edge] = field(default_factory=list)
    image_share: float = 0.0
    objects: int = 0
    notes: list[str] = field(default_factory=list)

    def give_up(self, note: str) -> None:
        """Forget what was drawn, for this reason."""
        self.edges, self.fills, self.shade_edges = [], [], []
        self.notes.append(note)


def read_drawings(page: pdfium.FPDF_PAGE, frame: Frame, limits: Limits) -> Drawings:
    """The ruling lines, coloured areas and image share of an open page.

    Beyond ``limits`` the lines are given up (a map or chart has no table), as are those of forms nested too deep; a note
    says so.
    """
    reader = _Reader(frame, limits)
    reader.walk(calls.address(page), _IDENTITY, 0)
    found = reader.found
    found.image_share = min(1.0, found.image_share)
    if found.objects > limits.objects:
        found.give_up(_TOO_MANY_OBJECTS.format(most=limits.objects))
    elif len(found.edges) + len(found.shade_edges) > limits.edges:
        found.give_up(_TOO_MANY_EDGES.format(most=limits.edges))
    if reader.too_deep:
        found.notes.append(_TOO_DEEP.format(most=limits.nesting))
    return found


class _Reader:
    def __init__(self, frame: Frame, limits: Limits) -> None:
        self.found = Drawings()
        self.too_deep = False
        self._frame = frame
        self._limits = limits
        self._sides = (ctypes.c_float * 4)()
        self._sides_at = _places(self._sides)
        self._page_area = max(1.0, frame.width * frame.height)

    def walk(self, holder: int, matrix: _Matrix, depth: int) -> None:
        """Read the objects of the page, or of the form where ``depth`` is above 0, at this address."""
        count = (calls.count_form_objects if depth else calls.count_objects)(holder)
        get = calls.form_object_at if depth else calls.object_at
        for index in range(max(0, count)):
            item = get(holder, index)
            kind = calls.object_kind(item)
            if kind == _PATH:
                self._path(item, matrix)
            elif kind == _IMAGE:
                self._image(item, matrix)
            elif kind == _FORM and depth < self._limits.nesting:
                self.walk(item, matrix.after(_matrix(item)), depth + 1)
            elif kind == _FORM:
                self.too_deep = True
            else:
                continue
            self.found.objects += 1
            if self.found.objects > self._limits.objects:
                return

    def _bounds(self, item: Any, matrix: _Matrix) -> Box | None:
        if not calls.object_bounds(item, *self._sides_at):
            return None
        left, bottom, right, top = _FOUR.unpack(self._sides)
        if matrix is not _IDENTITY:
            corners = [matrix.point(x, y) for x in (left, right) for y in (bottom, top)]
            left, right = min(x for x, _ in corners), max(x for x, _ in corners)
            bottom, top = min(y for _, y in corners), max(y for _, y in corners)
        return self._frame.box(left, bottom, right, top)

    def _image(self, item: Any, matrix: _Matrix) -> None:
        box = self._bounds(item, matrix)
        if box is None:
            return
        width = min(box[2], self._frame.width) - max(box[0], 0.0)
        height = min(box[3], self._frame.height) - max(box[1], 0.0)
        self.found.image_share += max(0.0, width) * max(0.0, height) / self._page_area

    def _path(self, item: Any, matrix: _Matrix) -> None:
        box = self._bounds(item, matrix)
        if box is None:
            return
        width, height = box[2] - box[0], box[3] - box[1]
        segments = calls.count_segments(item)
        if segments <= _SIMPLE and min(width, height) <= THIN:
            self._thin(box, width, height)
        elif segments <= self._limits.segments:
            self._shape(item, box, matrix)

    def _thin(self, box: Box, width: float, height: float) -> None:
        if width >= height:
            self.found.edges.append(Edge("h", (box[1] + box[3]) / 2, box[0], box[2]))
        else:
            self.found.edges.append(Edge("v", (box[0] + box[2]) / 2, box[1], box[3]))

    def _shape(self, item: Any, box: Box, matrix: _Matrix) -> None:
        filled, stroked = _draw_mode(item)
        white = filled and _is_white(item)
        if filled and not white and min(box[2] - box[0], box[3] - box[1]) > THIN:
            self.found.fills.append(box)
        if stroked or (filled and not white and not bleeds(box, self._frame.height)):
            sides = (edge for outline in _outlines(item, matrix.after(_matrix(item)), self._frame) for edge in _straight_edges(outline))
            (self.found.edges if stroked else self.found.shade_edges).extend(sides)


def _places(values: "ctypes.Array[Any]") -> list[int]:
    """The address of each of these values."""
    first, size = ctypes.addressof(values), ctypes.sizeof(values._type_)
    return [first + size * number for number in range(len(values))]


def _matrix(item: Any) -> _Matrix:
    raw = pdfium.FS_MATRIX()
    if not calls.object_matrix(item, ctypes.addressof(raw)):
        return _IDENTITY
    return _Matrix(raw.a, raw.b, raw.c, raw.d, raw.e, raw.f)


def _draw_mode(item: Any) -> tuple[bool, bool]:
    modes = (ctypes.c_int * 2)()
    if not calls.draw_mode(item, *_places(modes)):
        return False, True
    return modes[0] != 0, modes[1] != 0


def _is_white(item: Any) -> bool:
    parts = (ctypes.c_uint * 4)()
    if not calls.fill_colour(item, *_places(parts)):
        return False
    red, green, blue, alpha = parts
    return min(red, green, blue) >= _WHITE or alpha <= _TRANSPARENT


def _outlines(item: Any, matrix: _Matrix, frame: Frame) -> Iterator[list[_Segment]]:
    """The straight segments of each outline of a path, in viewed coordinates."""
    point = (ctypes.c_float * 2)()
    x, y = _places(point)
    start = last = (0.0, 0.0)
    outline: list[_Segment] = []
    for index in range(calls.count_segments(item)):
        segment = calls.segment_at(item, index)
        calls.segment_point(segment, x, y)
        here = frame.point(*matrix.point(*_TWO.unpack(point)))
        kind = calls.segment_kind(segment)
        if kind == _MOVE:
            yield outline
            start, outline = here, []
        elif kind == _LINE:
            outline.append((last, here))
        if calls.closes(segment):
            outline.append((here, start))
        last = here
    yield outline


def _straight_edges(outline: Sequence[_Segment]) -> list[Edge]:
    """The level and upright sides of an outline; none where a side is slanted: stars and arrows rule nothing."""
    found = []
    for (ax, ay), (bx, by) in outline:
        if abs(ay - by) <= _STRAIGHT < abs(ax - bx):
            found.append(Edge("h", (ay + by) / 2, min(ax, bx), max(ax, bx)))
        elif abs(ax - bx) <= _STRAIGHT < abs(ay - by):
            found.append(Edge("v", (ax + bx) / 2, min(ay, by), max(ay, by)))
        elif math.hypot(ax - bx, ay - by) > _SLANT:
            return []
    return found

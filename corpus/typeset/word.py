"""Pieces of WordprocessingML (ECMA-376) that python-docx has no call for."""

import re
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu

_ANCHOR = """<wp:anchor {ns} distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="{behind}" locked="0"
 layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
 <wp:positionH relativeFrom="{frame}"><wp:posOffset>{x}</wp:posOffset></wp:positionH>
 <wp:positionV relativeFrom="{vertical}"><wp:posOffset>{y}</wp:posOffset></wp:positionV></wp:anchor>"""


def field(code: str, shown: str = "1") -> str:
    """A field such as PAGE or "PAGEREF name"."""
    return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>{shown}</w:t></w:r></w:fldSimple>'


def run(text: str, *, bold: bool = False, italic: bool = False, size: float = 0, color: str = "") -> str:
    """A run of text; a tab character becomes a tab; ``size`` in points, ``color`` as "#rrggbb"."""
    properties = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    properties += f'<w:color w:val="{color.lstrip("#")}"/>' if color else ""
    properties += f'<w:sz w:val="{round(2 * size)}"/>' if size else ""
    inner = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' if part else "" for part in text.split("\t"))
    return f"<w:r><w:rPr>{properties}</w:rPr>{inner}</w:r>"


def paragraph(inner: str, properties: str = "", bookmark: tuple[int, str] | None = None) -> str:
    """A paragraph of runs; ``properties`` is what stands in its pPr; ``bookmark`` is (number, name)."""
    if bookmark:
        number, name = bookmark
        inner = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inner}<w:bookmarkEnd w:id="{number}"/>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def element(markup: str) -> Any:
    """The markup, whose names begin with w:, as an element."""
    return parse_xml(re.sub(r"^<([\w:]+)", rf"<\1 {nsdecls('w')}", markup, count=1))


def float_picture(inline: Any, *, x: float, y: float, behind: bool = False, frame: str = "column") -> None:
    """Let a picture that python-docx put into a line float, ``x``, ``y`` points from its column and line or from the page."""
    vertical = "page" if frame == "page" else "paragraph"
    places = {"x": Emu(round(x * 12700)), "y": Emu(round(y * 12700)), "behind": int(behind), "frame": frame, "vertical": vertical}
    anchor = parse_xml(_ANCHOR.format(ns=nsdecls("wp"), **places))
    for child in list(inline):
        anchor.append(child)
        if child.tag == qn("wp:extent"):
            anchor.append(parse_xml(f"<wp:wrapNone {nsdecls('wp')}/>"))
    inline.getparent().replace(inline, anchor)

"""The style sheet of a look: page, running header and footer, background, tables."""

from base64 import b64encode
from html import escape

from corpus.naskah import Report
from corpus.typeset.common import COMMON
from corpus.typeset.looks import PALETTES, PAPERS, Look
from corpus.typeset.pictures import background_picture

_RULED = """
.T th { font-weight: bold; background: %light% }
.kisi th, .kisi td { border: .6pt solid #000 }
.warna th { background: %dark%; color: %on%; border: .6pt solid %dark% } .warna td { border: .5pt solid %dark% }
.ganda { border: 2.5pt double #000 } .ganda th { border: 1.5pt solid #000; border-bottom: 3pt double #000 }
.ganda td { border: .9pt solid #000 }
.putus th { border: .8pt dashed #333 } .putus td { border: .7pt dotted #333 }
.petak { border-collapse: separate; border-spacing: 1.5pt } .petak th { background: %dark%; color: %on% } .petak td { background: #f2f2f2 }
.garis th { border-top: 1.2pt solid %dark%; border-bottom: 1.2pt solid %dark% } .garis td { border-bottom: .5pt solid %dark% }
.kotak { border: 1pt solid #000 } .kotak th { background: none; border-bottom: .8pt solid #000 }
.zebra th { background: %dark%; color: %on% } .zebra tbody tr:nth-child(even) td { background: %light% }
.kepala th { border-top: 1pt solid #000; border-bottom: 1pt solid #000; background: none }
table.polos { width: 100%; margin-left: 0 } .polos th { background: none }
.garis td, .kotak td, .zebra td, .polos td, .kepala td { padding: 3px 5px }
.sekali thead { display: table-row-group }
.putar { position: relative; width: 1.2em; margin: 0 auto }
.putar span { position: absolute; left: 1.2em; bottom: 0; width: 40em; transform: rotate(-90deg); transform-origin: 0 100%;
 text-align: left }
.judul-tabel.bawah { margin: -.6em 0 1em 0 }
p.catatan { font-size: .82em; font-style: italic; text-align: left }
.isi .tetap::after { content: leader(dotted) attr(data-hal) }
.isi.kosong a::after { content: leader(" ") target-counter(attr(href), page) }
.isi.kosong .tetap::after { content: leader(" ") attr(data-hal) }
.bagan { text-align: center; margin: .6em 0 } .bagan span { display: inline-block; border: 1pt solid %dark%; background: %light%;
  padding: 4pt 8pt; margin: 4pt; font-size: .85em; max-width: 22% } .bagan p { text-align: center }
.foto { height: 5cm; background: %light%; border: .6pt solid #888 }
.cap-bulat { position: relative; height: 0 } .cap-bulat > * { position: absolute; left: 42%; top: -62pt; opacity: .75 }
.cap-bulat span { width: 66pt; height: 42pt; padding-top: 24pt; border: 2pt solid #31319c; border-radius: 50%; color: #31319c;
  font-size: 7pt; text-align: center; transform: rotate(-14deg) }
.tanda-air { position: fixed; top: 42%; left: 8%; font-size: 62pt; color: #e4e4e4; transform: rotate(-38deg); white-space: nowrap;
 z-index: -1 }
"""
_FURNITURE = {
    "garis-atas": """@top-left { content: "%running%"; font: italic %f%; width: 62%; %under% }
  @top-right { content: "DATA SIMULASI"; font: italic %f%; width: 38%; text-align: right; %under% }
  @bottom-center { content: counter(page); font: %f% }""",
    "tengah": """@top-center { content: "DATA SIMULASI"; font: bold %f%; color: #777 } @bottom-left { content: "%footer%"; font: %f% }
  @bottom-right { content: "- " counter(page) " -"; font: %f% }""",
    "kaki": """@top-right { content: "%running%"; font: %f%; color: %dark% }
  @bottom-left { content: "%footer% — DATA SIMULASI"; font: %f%; width: 75%; %over% }
  @bottom-right { content: "Halaman " counter(page); font: %f%; width: 25%; text-align: right; %over% }""",
    "pita": """@top-left { content: "%running% (DATA SIMULASI)"; font: %f%; color: %dark% }
  @bottom-left { content: "%footer%"; font: %f%; color: %on%; background: %dark%; width: 88%; height: 16pt;
  padding-left: 6pt; margin-top: 12pt }
  @bottom-right { content: counter(page); font: bold %f%; color: %on%; background: %dark%; width: 12%; height: 16pt; text-align: center;
  margin-top: 12pt }""",
    "bingkai": """@top-center { content: "DATA SIMULASI"; font: %f%; color: #999 }
  @bottom-right { content: "%footer% | " counter(page) " / " counter(pages); font: %f%; width: 100%; text-align: right; %over% }
  border: 1pt solid %dark%; padding: 8pt;""",
}
"""Running header and footer by name."""
_MIDDLE = {
    "": "",
    "semua": ".T td:not(.tumpuk) { vertical-align: middle }",
    "pendek": ".T td.c:not(.tumpuk) { vertical-align: middle }",
}
_TOP, _LEFT = 24, 25
"""Margins in millimetres."""
_UNDER = "vertical-align: bottom; padding-bottom: 2pt; margin-bottom: 12pt; border-bottom: .6pt solid #444"
_OVER = "vertical-align: top; margin-top: 12pt; padding-top: 3pt; border-top: .6pt solid %dark%"


def sheet(report: Report, look: Look) -> str:
    """The whole style sheet of a report."""
    dark, light, on_dark = PALETTES[look.palette]
    filled = f"{COMMON}{_page(look)}{_letters(look)}{_RULED}".replace("%over%", _OVER).replace("%under%", _UNDER)
    for name, value in (
        ("%f%", f"8pt '{look.body}'"),
        ("%running%", _quoted(report.running)),
        ("%footer%", _quoted(report.footer)),
        ("%dark%", dark),
        ("%light%", light),
        ("%on%", on_dark),
    ):
        filled = filled.replace(name, value)
    return filled


def _page(look: Look) -> str:
    width, height = PAPERS[look.paper]
    ground = ""
    if look.background:
        picture = b64encode(background_picture(look.background, PALETTES[look.palette])).decode()
        kind = "png" if look.background == "foto" else "svg+xml"
        ground = (
            f'background: url("data:image/{kind};base64,{picture}") no-repeat -{_LEFT}mm -{_TOP}mm; background-size: {width}mm {height}mm;'
        )
    blank = " ".join(f"@{place} {{ content: none; border: none; background: none }}" for place in _PLACES)
    return f"""@page {{ size: {width}mm {height}mm; margin: {_TOP}mm 20mm 22mm {_LEFT}mm; {ground} {_FURNITURE[look.furniture]} }}
@page lanskap {{ size: {height}mm {width}mm; background-size: {height}mm {width}mm }}
@page :first {{ {blank} }}
"""


_PLACES = ("top-left", "top-center", "top-right", "bottom-left", "bottom-center", "bottom-right")


def _letters(look: Look) -> str:
    wrapping = "overflow-wrap: anywhere; padding: 2px 3px;" if look.narrow else "overflow-wrap: break-word;"
    width = "82%; table-layout: fixed" if look.narrow else "100%"
    return f"""body {{ font: {look.size}pt/{look.leading} '{look.body}'; margin: 0 }}
h1, h2, h3 {{ font-family: '{look.display}' }} h1 {{ color: {"%dark%" if look.background else "#000"} }}
table {{ font-size: {look.table_size}pt; line-height: 1.2; width: {width} }}
.lanskap table {{ font-size: {look.table_size - 1}pt; width: 100% }}
td, th {{ {wrapping} }} tr {{ break-inside: {"auto" if look.rows_split else "avoid"} }} {_MIDDLE[look.middle]}
"""


def _quoted(text: str) -> str:
    return text.replace("\\", "").replace('"', "'")


def title(report: Report) -> str:
    """Title of the document, as markup."""
    return escape(f"{report.title} (DATA SIMULASI)")

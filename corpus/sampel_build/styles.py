"""Style sheets of the three reports. Fonts are those of the Debian packages fonts-liberation and fonts-dejavu."""

from corpus.typeset.common import COMMON

_KPU = """
@page { size: A4; margin: 2.3cm 2.2cm 2cm 2.6cm;
  @top-left { content: "%RUNNING%"; font: italic 8.5pt 'Liberation Serif'; %RULE% }
  @top-right { content: "DATA SIMULASI"; font: italic 8.5pt 'Liberation Serif'; %RULE%; text-align: right }
  @bottom-center { content: counter(page); font: 9pt 'Liberation Serif' } }
@page :first { @top-left { content: none } @top-right { content: none } @bottom-center { content: none } }
body { font: 11pt/1.32 'Liberation Serif'; margin: 0 }
.butir, .isian { font-size: 11pt }
table { font-size: 9.2pt; line-height: 1.2 }
.polos { font-size: 10.5pt }
.kisi th { background: #f4dccb; font-weight: bold }
"""
_DINAS = """
@page { size: A4; margin: 2.4cm 2cm 2.2cm 2.4cm;
  @top-right { content: "%RUNNING%"; font: 8pt 'DejaVu Sans'; color: #24527a }
  @bottom-left { content: "%FOOTER% — DATA SIMULASI"; font: 7.5pt 'DejaVu Sans'; color: #555; width: 75%; %LINE% }
  @bottom-right { content: "Halaman " counter(page); font: 7.5pt 'DejaVu Sans'; width: 25%; text-align: right; %LINE% } }
@page :first { @top-right { content: none } @bottom-left { content: none } @bottom-right { content: none } }
body { font: 9.6pt/1.38 'DejaVu Sans'; margin: 0 }
h1 { color: #24527a } h2 { color: #24527a; border-bottom: 1pt solid #24527a }
table { font-size: 8.2pt; line-height: 1.25 }
.kisi th { background: #24527a; color: #fff; font-weight: bold; border-color: #24527a }
.kisi td { border-color: #6b8fb0 }
.garis th { background: #dbe7f2; font-weight: bold; border-top: 1.2pt solid #24527a; border-bottom: 1.2pt solid #24527a }
.garis td { border-bottom: .5pt solid #24527a }
.judul-tabel { color: #24527a }
.lambang { border: 2px solid #24527a }
"""
_KOTA = """
@page { size: A4; margin: 2cm 2cm 2cm 2.2cm;
  @top-center { content: "DATA SIMULASI"; font: bold 8pt 'Liberation Sans'; color: #777 }
  @bottom-left { content: "%FOOTER%"; font: 8pt 'Liberation Sans' }
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt 'Liberation Sans' } }
body { font: 10.2pt/1.3 'Liberation Sans'; margin: 0 }
table { font-size: 8.8pt; line-height: 1.2 }
.lanskap table { font-size: 7.8pt }
.kisi th { background: #d9ead3; font-weight: bold }
.polos { font-size: 10pt }
.lambang { border: 2px solid #333 }
"""
_RULE = "width: 50%; vertical-align: bottom; padding-bottom: 2pt; margin-bottom: 14pt; border-bottom: .5pt solid #555"
_LINE = "vertical-align: top; margin-top: 14pt; padding-top: 3pt; border-top: .5pt solid #24527a"
STYLES = {"kpu": COMMON + _KPU.replace("%RULE%", _RULE), "dinas": COMMON + _DINAS.replace("%LINE%", _LINE), "kota": COMMON + _KOTA}
"""Style sheet by name; %RUNNING% and %FOOTER% stand for the report's own running header and footer."""

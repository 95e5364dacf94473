"""Style sheets of the three reports. Fonts are those of the Debian packages fonts-liberation and fonts-dejavu."""

_COMMON = """
@page lanskap { size: A4 landscape }
.lanskap { page: lanskap; break-before: page }
.halaman { break-before: page }
h1, h2, h3 { break-after: avoid }
h1 { text-align: center; font-size: 1.15em; margin: 0 0 1em 0; text-transform: none }
.ttd + h1, table + h1, p + h1 { margin-top: 1.8em }
h1.judul { font-size: 1.05em; margin: .6em 0 .8em 0 }
h2 { font-size: 1em; margin: .9em 0 .3em 0 }
h3 { font-size: 1em; margin: .7em 0 .3em 0 }
p { margin: 0 0 .5em 0; text-align: justify }
p.tengah, p.tebal { text-align: center } p.tebal, p.kiri { font-weight: bold } p.kiri { text-align: left; margin-bottom: .1em }
.butir { margin: 0 0 .4em 0 } .butir p { margin: 0 0 .15em 2.2em; text-indent: -1.4em }
.butir .tanda { display: inline-block; width: 1.4em; text-indent: 0 }
table { border-collapse: collapse; width: 100%; margin: .3em 0 1em 0 }
td, th { padding: 2px 4px; vertical-align: top; text-align: left; font-weight: normal }
th { vertical-align: middle }
td { orphans: 1; widows: 1 }
td p { margin: 0; text-align: inherit }
.c { text-align: center } .r { text-align: right } .b { font-weight: bold }
tr.nomor td { background: #f7f7f7; text-align: center; font-size: .88em }
.kisi td, .kisi th { border: .6pt solid #000 }
.polos { width: 92%; margin-left: 4% } .polos th, .polos td { padding: 1px 4px }
.judul-tabel { text-align: center; font-weight: bold; break-after: avoid; margin: .6em 0 .2em 0 }
.ttd { width: 100%; margin-top: 1.2em; break-inside: avoid }
.ttd .kolom { display: inline-block; width: 49%; text-align: center; vertical-align: top }
.ttd p { text-align: center; margin: 0 } .ttd .cap { height: 3.6em }
.ttd .tanggal { margin-left: 50%; width: 49%; text-align: center; margin-bottom: .2em }
.isian p { margin: 0 0 .2em 3em; text-align: left } .isian span { display: inline-block; width: 6em }
.isi p { margin: 0 0 .15em 0; text-align: left } .isi a { color: #000; text-decoration: none }
.isi a::after { content: leader(dotted) target-counter(attr(href), page) }
.isi .d1 { margin-left: 1.6em } .isi .d2 { margin-left: 3.2em }
.sampul { text-align: center } .sampul p { text-align: center; font-weight: bold; font-size: 1.5em; margin: 0 0 .3em 0 }
.sampul .simulasi { color: #a00; font-size: 1.2em; }
.lambang { width: 88px; height: 88px; border: 3px double #7a1f1f; border-radius: 50%; line-height: 88px; margin: 6em auto 4em auto;
  text-align: center; font-weight: bold }
.kop { text-align: center; border-bottom: 2.5pt double #000; padding-bottom: .3em; margin-bottom: 1em }
.kop p { text-align: center; margin: 0; font-weight: bold } .kop p:last-child { font-weight: normal; font-size: .85em }
"""
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
STYLES = {"kpu": _COMMON + _KPU.replace("%RULE%", _RULE), "dinas": _COMMON + _DINAS.replace("%LINE%", _LINE), "kota": _COMMON + _KOTA}
"""Style sheet by name; %RUNNING% and %FOOTER% stand for the report's own running header and footer."""

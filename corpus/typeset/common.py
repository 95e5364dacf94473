"""The style sheet that all HTML reports share."""

COMMON = """
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

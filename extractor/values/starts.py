"""How the texts of sasaran and of indicators usually begin."""

import re

SASARAN = re.compile(r"(?:ter\w{3,}n?ya?|me\w{3,}(?:n?ya?|kan|i)|ber\w{3,}n?ya?|optimal\w*n?ya?)\b", re.IGNORECASE)
"""How a sasaran usually starts: Meningkatnya, Terwujudnya, Tersedianya, Mewujudkan …"""

INDIKATOR = re.compile(
    r"(?:\(?\w{1,2}[.)]\s*)?(?:p[er]{1,2}[eo]?sentase|prosentase|jumlah|nilai|indeks|opini|tingkat|rasio|predikat|persen|cakupan|rata-rata|skor|angka|"
    r"laju|proporsi|kualitas|frekuensi|ter\w{3,}n?ya|me\w{3,}n?ya)\b",
    re.IGNORECASE,
)
"""How an indicator usually starts: Persentase, Jumlah, Nilai, Indeks …"""

"""Positions of officials: telling them from names, and one normal form for comparing and printing them."""

import re

from rapidfuzz import fuzz

from extractor.identity.regions import level_of
from extractor.identity.words import fold, squeeze, title_case, tokens, word_set

ACTING = {"PLT": "Plt.", "PIT": "Plt.", "PLH": "Plh.", "PJ": "Pj.", "PJS": "Pjs."}
"""Acting officials; OCR reads the l of "Plt." as a capital I."""

FIRST_WORDS = word_set(
    "KETUA SEKRETARIS KEPALA ANGGOTA WAKIL GUBERNUR BUPATI WALIKOTA WALI DIREKTUR INSPEKTUR CAMAT LURAH KASUBBAG KASUBAG KABAG KABID KASI "
    "KOORDINATOR MENTERI DEPUTI ASISTEN REKTOR DEKAN PANITERA JAKSA HAKIM KUASA PEJABAT PENGELOLA BENDAHARA STAF PENATA PRANATA ANALIS "
    "PENYUSUN PERENCANA AUDITOR ARSIPARIS PELAKSANA FUNGSIONAL PENGADMINISTRASI PENGOLAH SEKRETARIAT KASUBBID KADIS KABAN PIMPINAN"
)
"""First words of a position."""

INNER_UNIT = re.compile(
    r"^(?:(?:Plt|Plh|Pj|Pjs)\.\s+)?(?:Kepala\s+)?(?:Sub\s?-?\s?(?:Bagian|Bidang)|Subbag\w*|Bagian|Seksi|Bidang|Kasubb?ag|Kabag)\b", re.I
)
"""Posts inside one body, whose normal form leaves the body out."""

COMMISSION_NAME = re.compile(r"\bK[a-z]{4,6}\s+Pemili[a-z]{2,4}\s+Umu[a-z]\b(?:\s*\(?KPU\)?)?", re.I)
KIP_NAME = re.compile(r"\bKomisi\s+Independen\s+Pemilihan\b(?:\s*\(?KIP\)?)?", re.I)
OF_BODY = re.compile(r"\s+(?:pada\s+|di\s+)?(?:Sekretariat\s+)?(?:KPU|KIP)\b.*$", re.I)
OF_REGION = re.compile(r"(?<![\s,])[\s,]++(?:pada\s+|di\s+)?(?:Provinsi|Propinsi|Kabupaten|Kota)\s+[A-Z][\w .'-]*$", re.I)
ORGANISATION = re.compile(r"^(?:SEKRETARIAT|BAGIAN|SUB ?BAGIAN|SUBBAG\w*|BIDANG|SEKSI)\b")


def is_position(text: str) -> bool:
    """Whether a line begins a position ("Plt. Kepala Bagian ...", "KETUA")."""
    words = tokens(text)
    if words and (words[0] in ACTING or words[:2] == ["A", "N"]):
        words = words[1:] if words[0] in ACTING else words[2:]
    return bool(words) and (words[0] in FIRST_WORDS or (len(words[0]) > 5 and any(fuzz.ratio(words[0], w) >= 85 for w in FIRST_WORDS)))


def is_bare_post(text: str) -> bool:
    """Whether a line is the title of a post alone ("KEPALA", "Plt. Sekretaris"), so that the body must follow."""
    words = [word for word in tokens(text) if word not in ACTING]
    return len(words) == 1 and words[0] in FIRST_WORDS


def names_body(text: str) -> bool:
    """Whether a line only continues a position: the name of the body or its region ("Komisi Pemilihan Umum", "Kabupaten X,")."""
    words = tokens(text)
    if not words:
        return False
    return bool(COMMISSION_NAME.search(text)) or words[0] in ("KPU", "KIP") or level_of(words[0]) is not None


def normal_position(text: str) -> str:
    """A position in its normal form.

    The commission is written KPU (KIP), capitals become title case, and a post inside a body (Kepala Bagian, Kepala Sub Bagian ...)
    goes without the body: "Kepala Bagian Umum Komisi Pemilihan Umum Kota X" gives "Kepala Bagian Umum".
    """
    position = title_case(text.strip(" ,.:;*_"))
    position = KIP_NAME.sub("KIP", COMMISSION_NAME.sub("KPU", position))
    position = re.sub(r"\b(KPU|KIP)\s*\(?\1\)?", r"\1", position)
    first, _, rest = position.partition(" ")
    acting = ACTING.get(fold(first).strip())
    if acting and rest:
        position = f"{acting} {rest}"
    position = re.sub(r"\s+([,;])", r"\1", re.sub(r"\bPropinsi\b", "Provinsi", position))
    position = re.sub(r"\s+RI$", "", position) if INNER_UNIT.match(position) else position
    if INNER_UNIT.match(position):
        position = OF_REGION.sub("", OF_BODY.sub("", position))
    return " ".join(position.split()).strip(" ,")


def same_position(a: str | None, b: str | None) -> bool:
    """Whether two printings name one post, allowing misread letters."""
    return bool(a and b) and fuzz.ratio(squeeze(normal_position(a or "")), squeeze(normal_position(b or ""))) >= 88


def holder_of(position: str | None, heading: str | None, body_name: str | None) -> str | None:
    """Who holds a performance agreement, in normal form; None where nothing tells.

    ``position`` is that of the first party (its post, with the body's name added where it is a head of the body); without it the
    heading over the table decides: "SEKRETARIAT ..." and "BAGIAN ..." name the unit, the bare body is held by its Ketua if it is a
    commission and by itself otherwise.
    """
    if position:
        normal = normal_position(position)
        head = re.fullmatch(r"(?:(?:Plt|Plh|Pj)\. )?(?:Ketua|Sekretaris)(?: KPU| KIP)?", normal)
        return f"{normal.removesuffix(' KPU').removesuffix(' KIP')} {body_name}" if head and body_name else normal
    folded = fold(heading or "").strip()
    if ORGANISATION.match(folded) and heading:
        unit = normal_position(heading)
        return f"Sekretariat {body_name}" if folded.startswith("SEKRETARIAT") and body_name else f"Kepala {unit}"
    if heading and is_position(heading):
        return normal_position(heading)
    if body_name and body_name.startswith(("KPU", "KIP")):
        return f"Ketua {body_name}"
    return body_name

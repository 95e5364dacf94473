"""What the lines above a planning table say: its heading, the unit it holds for and its year."""

import itertools
import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from extractor.identity.positions import normal_position
from extractor.identity.words import squeeze
from extractor.reading.document import Line
from extractor.records.context import Context
from extractor.tables.table import Item, Table

MAX_HEADING_LINES = 14
SAME_BODY = 90.0
"""Likeness of two printings of one body's name, 0..100."""

_YEAR = re.compile(r"\b(?:tahun|ta|t\.a\.?|anggaran|periode|\d{4}\s*[-–])?\s*:?\s*(?<!\d)(20\d{2})(?!\d)", re.IGNORECASE)
_UNIT_FIELD = re.compile(
    r"(?:nama\s*(?:/|dan)?\s*)?(?:lembaga|unit\s*(?:organisasi|kerja|eselon\s*\w+)|satuan\s*kerja|satker|instansi|opd|skpd|perangkat\s*daerah|"
    r"unit\s*organisasi\s*eselon\s*\w+)\s*:\s*(?P<unit>\S.*)",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"^(?:\W*(?:lampiran|formulir)\b.{0,40}?)?\W*(?:re[n]?cana|perjanjian|penetapan|laporan)\b[^:]*?(?:kinerja|kerja|aksi)\b", re.IGNORECASE
)
_TITLE_WORDS = re.compile(
    r"^\W*(?:(?:re[n]?cana|perjanjian|penetapan|laporan|monitoring|kerja|kinerja|aksi|tahunan|sasaran|perubahan|revisi|pencapaian|atas|rkt|rak|tahun|anggaran|20\d{2})"
    r"\b\W*)+",
    re.IGNORECASE,
)
_YEAR_TAIL = re.compile(r"(?<!\W)\W*+\b(?:tahun(?:\s+anggaran)?|ta|t\.a\.?)?\s*:?\s*20\d{2}\W*$", re.IGNORECASE)
_ORGAN = re.compile(
    r"\b(?:komisi|kpu|sekretariat|sekretaris|dinas|badan|biro|kementerian|kantor|inspektorat|bagian|sub\s*bagian|direktorat|kecamatan|"
    r"satuan|balai|rumah sakit|kepala|ketua|deputi|pusat)\b",
    re.IGNORECASE,
)


def lines_above(flow: Sequence[Item], at: int) -> list[Line]:
    """The lines between the table before and item ``at``, nearest last, at most a heading's worth."""
    found: list[Line] = []
    for item in reversed(flow[:at]):
        if isinstance(item, Table) or len(found) >= MAX_HEADING_LINES:
            break
        found.append(item)
    return found[::-1]


def plan_tables(
    flow: Sequence[Item], kind: str, words: re.Pattern[str], context: Context
) -> Iterator[tuple[Table, int | None, str | None]]:
    """The tables of a kind of plan, each with the year and the unit that the heading above it names, where ``words`` begin that."""
    for at, table in enumerate(flow):
        if isinstance(table, Table) and table.kind == kind:
            title = heading(lines_above(flow, at), words)
            yield table, year_in(title) or table.year or context.year, unit_named(title, context.body)


def heading(lines: Sequence[Line], words: re.Pattern[str]) -> list[str]:
    """The texts from the last line that matches ``words`` down to the table; all lines where none does."""
    texts = [" ".join(line.text.replace("**", "").split()) for line in lines]
    starts = [i for i, text in enumerate(texts) if words.search(text) and len(text) < 300]
    return [t for t in texts[starts[-1] if starts else 0 :] if t]


def year_in(texts: Sequence[str]) -> int | None:
    """The year that stands next to a heading's title; where no title opens the texts, the year nearest to the table."""
    found = [int(years[-1]) for text in texts if (years := _YEAR.findall(text))]
    if not found:
        return None
    return found[0] if _TITLE.match(texts[0]) else found[-1]


def unit_in(texts: Sequence[str]) -> str | None:
    """The organisation a heading names: after "NAMA / UNIT ORGANISASI :", else what follows the title."""
    for at, text in enumerate(texts):
        field = _UNIT_FIELD.search(text)
        if field:
            return _name([field["unit"], *texts[at + 1 :]])
    for at, text in enumerate(texts):
        if _TITLE.match(text):
            name = _name([text, *texts[at + 1 :]])
            return name if name and _ORGAN.search(name) else None
    return None


def unit_named(texts: Sequence[str], body: str | None) -> str | None:
    """The organisation a heading names, in normal form ("KPU Kabupaten X", "Sekretariat KPU Kabupaten X"); the body where it names none."""
    named = unit_in(texts)
    if named is None:
        return body
    unit = normal_position(named)
    office, name = ("Sekretariat ", unit[len("Sekretariat ") :]) if unit.startswith("Sekretariat ") else ("", unit)
    if body and (name in ("KPU", "KIP") or fuzz.ratio(squeeze(name), squeeze(body)) >= SAME_BODY):
        return f"{office}{body}"
    return unit


def _name(texts: Sequence[str]) -> str | None:
    """The lines of one name; a line in small letters under one in capitals (a running header) no longer belongs to it."""
    same = list(itertools.takewhile(lambda text: text.isupper() == texts[0].isupper(), texts))
    text = _TITLE_WORDS.sub("", " ".join(same))
    text = re.split(r"\b(?:tahun|ta)\b(?:\s+anggaran)?\s*:?\s*20\d{2}", text, maxsplit=1, flags=re.IGNORECASE)[0]
    return _YEAR_TAIL.sub("", text).strip(" :,.-–") or None

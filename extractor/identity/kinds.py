"""Which kinds of document a file holds, told from chapter headings and from titles."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from extractor.identity.sheet import Sheet
from extractor.model import JenisDokumen

REPORT = r"LAPORAN (?:AKUNTABILITAS )?KINERJA|LAPORAN AKUNTABILITAS|LKJ(?:IP)?|LAKIP|LKIP"
TITLES: dict[JenisDokumen, re.Pattern[str]] = {
    "lkj": re.compile(rf"^(?:{REPORT})\b"),
    "pk": re.compile(r"^(?:PERJANJIAN|PENETAPAN) KINERJA|^LAMPIRAN PERJANJIAN KINERJA"),
    "rkt": re.compile(r"^RENCANA (?:KINERJA|KERJA) (?:TAHUNAN|TAHUN|ANGGARAN)|^RKT\b|^RENCANA (?:KINERJA|KERJA) RKT\b"),
    "rak": re.compile(r"^(?:LAPORAN )?(?:MONITORING |EVALUASI )*RENCANA AKSI\b|^RAK\b"),
    "iku": re.compile(r"^(?:PENETAPAN )?INDIKATOR KINERJA UTAMA|^IKU\b"),
}
"""How the title of each kind begins, in folded text."""

ANYWHERE: dict[JenisDokumen, re.Pattern[str]] = {
    "lkj": re.compile(rf"\b(?:{REPORT})\b"),
    "iku": re.compile(r"\bINDIKATOR KINERJA UTAMA\b"),
    "rkt": re.compile(r"\bRENCANA (?:KINERJA|KERJA) TAHUNAN\b"),
    "rak": re.compile(r"\bRENCANA AKSI\b"),
    "pk": re.compile(r"\bPERJANJIAN KINERJA\b"),
}
"""The kinds named on a cover, where several titles may share a line."""

CHAPTER = re.compile(r"^BAB ?(?:I{1,3}|IV|V|VI|[1-6])\b(?! ?\d)")
CHAPTER_TITLES = ("PENDAHULUAN", "PERENCANAAN KINERJA", "AKUNTABILITAS KINERJA", "PENUTUP", "PERENCANAAN DAN PERJANJIAN KINERJA")
CONTENTS_LINE = re.compile(r"(?:\.{3,}|\s)\d{1,3}\s*$|\.{4,}")
TITLE_WORDS = 22
YEAR_LINE = re.compile(r"(?:TAHUN )?(?:ANGGARAN )?20\d\d")
NAMES: dict[JenisDokumen, re.Pattern[str]] = {
    "lkj": re.compile(r"\b(?:LKJ(?:IP)?|LAKIP|LKIP|LK|LAPORAN KINERJA)\b"),
    "pk": re.compile(r"\b(?:PK|PERJANJIAN KINERJA|TAPKIN)\b"),
    "rkt": re.compile(r"\bRKT\b"),
    "rak": re.compile(r"\b(?:RAK|RENCANA AKSI)\b"),
    "iku": re.compile(r"\bIKU\b"),
}
"""How file names say it."""


@dataclass(frozen=True, slots=True)
class Title:
    kind: JenisDokumen
    line: int
    text: str
    """Folded, with the lines that continue it."""


def is_heading(text: str) -> bool:
    """Whether a printed line may be a title: few words, no sentence, most of its letters capitals (or all words capitalised)."""
    bare = text.strip(" *#_|\t")
    words = [word for word in bare.split() if any(c.isalpha() for c in word)]
    if not words or len(words) > TITLE_WORDS or bare.endswith((".", ";")) or CONTENTS_LINE.search(bare):
        return False
    letters = [c for c in bare if c.isalpha()]
    if sum(c.isupper() for c in letters) >= 0.8 * len(letters):
        return True
    return not bare.endswith(",") and all(w[0].isupper() for w in words if len(w) > 3)


def titles(sheet: Sheet) -> Iterator[Title]:
    """Titles of documents and of their parts, in printed order; tables' cells, contents and running headers are not looked at."""
    for number, (line, folded) in enumerate(zip(sheet.lines, sheet.folded, strict=True)):
        text = folded.strip()
        if line.table or line.furniture or not text:
            continue
        kind = next((kind for kind, pattern in TITLES.items() if pattern.match(text)), None)
        if kind and is_heading(line.text):
            yield Title(kind, number, _continued(sheet, number))


def _continued(sheet: Sheet, number: int) -> str:
    """A title with the next three lines, as far as they are headings too: the year and the body may stand below."""
    parts = [sheet.folded[number].strip()]
    for line, folded in zip(sheet.lines[number + 1 : number + 5], sheet.folded[number + 1 : number + 5], strict=True):
        if line.table or not folded.strip():
            break
        if not is_heading(line.text) and not YEAR_LINE.fullmatch(folded.strip()):
            break
        parts.append(folded.strip())
    return " ".join(parts)


def kinds_of(sheet: Sheet, found: Sequence[Title], chapters: bool, name: str) -> list[JenisDokumen]:
    """The kinds of document in a file, in printed order.

    A file with the chapters of a report is a report whatever its appendices hold; without them, each kind that has a title of its own
    is listed, a report only where its title stands on the cover. A file that says nothing is judged by its name; "lain" where that is
    silent too.
    """
    if chapters:
        return ["lkj"]
    cover = " ".join(sheet.folded[: sheet.title_end][:12])
    named = [(m.start(), kind) for kind, pattern in ANYWHERE.items() if (m := pattern.search(cover))]
    kinds: dict[JenisDokumen, None] = dict.fromkeys(t.kind for t in found if t.kind != "lkj" or t.line < max(sheet.title_end, 1))
    if not kinds:
        kinds = dict.fromkeys(kind for _, kind in sorted(named))
    if not kinds and not any(line.strip() for line in sheet.folded):
        kinds = dict.fromkeys(kind for kind, pattern in NAMES.items() if pattern.search(name))
    return list(kinds) or ["lain"]


def first_chapter(sheet: Sheet) -> int | None:
    """The line of the first chapter heading of a report: "BAB" with its number, beside or above one of the usual titles."""
    for number, (line, folded) in enumerate(zip(sheet.lines, sheet.folded, strict=True)):
        text = folded.strip()
        if line.table or line.furniture or not CHAPTER.match(text) or CONTENTS_LINE.search(line.text):
            continue
        title = CHAPTER.sub("", text).strip() or next((f.strip() for f in sheet.folded[number + 1 : number + 4] if f.strip()), "")
        if any(fuzz.ratio(title, usual) >= 80 for usual in CHAPTER_TITLES):
            return number
    return None

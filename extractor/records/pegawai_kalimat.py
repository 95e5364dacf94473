"""Staff counts stated in sentences and lists: "PNS sebanyak 13 orang", "25 PNS, 6 PPPK", "Golongan III : 12 pegawai".

Every figure with a unit of persons is a mention; its label is the noun phrase before it or behind it. A mention counts as a recap
where label, unit and surroundings speak of the reporting body's own staff, and nothing speaks of a norm, a shortage, a movement,
participants, holders of a jabatan or other people.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractor.model import Angka, RekapPegawai
from extractor.reading.document import Line
from extractor.records.context import Context
from extractor.records.pegawai_istilah import (
    HOLDER,
    OTHERS,
    STAFF,
    STATUS,
    STOCK,
    VETOES,
    Dimensi,
    any_of,
    find_dimension,
    read_dimension,
    read_topic,
)
from extractor.records.prosa import Paragraph, paragraphs
from extractor.tables.table import Item, Table
from extractor.values.numbers import read_number
from extractor.values.terbilang import read_terbilang

_UNIT = rf"(?:orang|org|jiwa|personil|personel|karyawan|pegawai|staf|tenaga(?=\s+(?:kontrak|honor))|{STATUS.pattern})"
_JOINT = r"(?:sebanyak|sejumlah|berjumlah|jumlahnya|sebesar|[:=])"
_DIGITS = r"(?<![\w.,/%–-])(?<![–-] )\d{1,3}(?:\.\d{3})*(?![\d/%]|[.,]\d)"
_NUMERAL = r"(?:se(?:puluh|belas|ratus)|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|belas|puluh|ratus)"
_COUNT = re.compile(
    rf"(?<!\w)(?=[\d:=sjbtdelpr])(?:(?P<joint>{_JOINT})\s*)?(?P<number>{_DIGITS}|(?<![\w(]){_NUMERAL}(?:\s+{_NUMERAL}){{0,20}})(?P<words>\s*\([^()\d]{{2,60}}\))?\s*(?P<unit>{_UNIT})(?!\w)",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?P<joint>[:=]|sebanyak|sejumlah|berjumlah)\s*(?P<number>{_DIGITS})(?P<words>\s*\([^()\d]{{2,60}}\))?(?P<unit>)\s*[.;,]?$",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(?:^|[\d)])\s*(?:atau|s[./]?d\.?|sampai(?:\s+dengan)?|hingga|[-–])\s*$", re.IGNORECASE)

_INTRODUCTION = re.compile(
    r"(?<!\w)(?:terdiri\s+(?:dari|atas|dr)|meliputi|mencakup|yaitu|yakni|adalah|antara\s+lain|di\s?antaranya|(?:dengan\s+)?(?:rincian|perincian)(?:nya)?|"
    r"sebagai\s+berikut|dengan\s+persentase|masing\s?-?\s?masing)(?!\w)|:",
    re.IGNORECASE,
)
_COPULA = re.compile(r"(?:\s+(?:adalah|ada|terdapat|saat\s+ini|hanya|yaitu|yakni|mencapai))+\s*$", re.IGNORECASE)
_SUM = any_of("jumlah", "total")
_SUM_ALONE = re.compile(rf"{_SUM.pattern}(?:\s+(?:total|seluruh(?:nya)?|keseluruhan))?", re.IGNORECASE)
_SUM_OF_STAFF = re.compile(rf"{_SUM.pattern}\s+(?:(?:seluruh|keseluruhan|semua|total)\s+)?{STAFF.pattern}", re.IGNORECASE)
_OF_STAFF = re.compile(rf"(?:{_SUM.pattern}\s+)?(?:[\w,]+\s+){{0,4}}{STAFF.pattern}", re.IGNORECASE)
_ALL_STAFF = re.compile(
    rf"(?:{_SUM.pattern}\s+)?{STAFF.pattern}(?!\w).*\s(?:seluruhnya|keseluruhan|semuanya)\s*$", re.IGNORECASE | re.DOTALL
)
"""All staff of a body, whatever unit the body's name sounds like: "Pegawai Inspektorat Daerah seluruhnya"."""
_OFFICE = re.compile(
    r"(?<!\w)(?:(?:dinas|badan|kantor|balai|biro|kementerian)\s+pendidikan|inspektorat\s+(?:daerah|kabupaten|kota|provinsi))(?!\w)",
    re.IGNORECASE,
)
"""An office whose name says what it is for, and nothing of its staff or of the parts that this is in."""
_TEXT_COLUMNS = 4
_BESIDES = re.compile(
    r"(?<!\w)(?:selain|di\s?samping|di\s?luar|kecuali)(?!\w)\s*(?:(?:itu|tersebut)(?!\w)|(?:(?!\b(?:juga|terdapat|ada|memiliki|didukung)\b)[^,])*,?)",
    re.IGNORECASE,
)
"""What a figure is told besides: "selain PNS, PPPK sebanyak 6 orang"."""
_ALTOGETHER = any_of("seluruhnya", "semuanya", "keseluruhannya")
"""Sums up the staff that the sentence has told so far."""
_RECIPIENT = any_of("bagi", "untuk", "kepada", "oleh", "kpd")
_LEADING = re.compile(
    r"^(?:[\s,.;:–—)*•-]|(?:dan|serta|sedangkan|sementara|namun|sehingga|dengan|ditambah|juga|maka|ada|terdapat|memiliki|kemudian)\s|\([\d.,\s%]*\))+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s+(?:yang\s+(?:ada|berada|bertugas|bekerja|terdapat|terdiri)|pada|di|dalam|sampai|per|tahun|sekretariat|dilingkungan|saat\s+ini|seluruhnya)(?!\w).*$|[\s,.;:(*-]+$",
    re.IGNORECASE | re.DOTALL,
)
_AFTER = re.compile(
    r"(?!\s*(?:dan|serta|dengan|yang)\s)\s*(?P<label>(?:\w+\s+)?\w+\s+yang\s(?!terdiri)[^,.;:()]*?|(?:[^,.;:()]|(?<=\bD)\.\s?(?=[IV1-4]))*?(?:\([^()\d]*\))?)"
    r"(?!(?<=\bD)\.\s?[IV1-4])(?=\s*(?:[,.;:(]|$)|\s+(?:dan|serta)(?:\s*$|\s+di(?:dukung|bantu|perkuat))|\s+(?:yang\s+terdiri|terdiri|dengan\s+rincian|sehingga|selama)(?!\w))",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"\b(?:tabel|gambar|grafik|diagram|bagan|lampiran)\s*(?:[\dIVX]+[.-])*\s*$", re.IGNORECASE)
"""Before the number of a table or picture."""
_MADE_UP = any_of(r"terdiri", "meliputi", "dengan rincian")
"""Introduces the parts of a whole."""
_QUALIFIER = re.compile(r"\s+(?:organik|dpk|daerah|pusat|dipekerjakan|diperbantukan|laki-laki|perempuan)(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the headings and introductions above announce."""

    topic: Dimensi | None = None
    staff: bool = False
    listing: bool = False
    marked: bool = False
    """The list has had items with a marker: what follows without one is no item."""
    foreign: bool = False
    """The list is one of participants, needs or other people."""


@dataclass(frozen=True, slots=True)
class _Mention:
    """A figure with its unit, the text before it (back to the figure before) and behind it."""

    match: re.Match[str]
    sentence: str
    """The sentence up to the figure."""
    before: str
    after: str

    @property
    def unit(self) -> str:
        return self.match["unit"]

    @property
    def joined(self) -> bool:
        return bool(self.match["joint"])


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a mention may count."""

    dimension: Dimensi
    label: str
    phrase: str
    """The words that the label was taken from."""


def read_sentences(lines: Sequence[Line], context: Context, chapter_hint: str = "") -> list[RekapPegawai]:
    """The staff counts stated in running text, in printed order.

    ``chapter_hint`` is the title of the chapter that the lines stand in; one about staff makes generic labels count.
    Each result's source is the printed line on which the figure stands.
    """
    result: list[RekapPegawai] = []
    frame = start = _Frame(read_topic(chapter_hint) if STAFF.search(chapter_hint) else None, bool(STAFF.search(chapter_hint)))
    for paragraph in paragraphs(lines):
        if frame.marked and not paragraph.marker and not _SUM.match(paragraph.text):
            frame = start
        found = list(_read_paragraph(paragraph, frame, context))
        result += found
        frame = _next_frame(paragraph, frame, start, bool(found))
    return result


def read_flow(flow: Sequence[Item], context: Context) -> list[RekapPegawai]:
    """The staff counts stated in the running text of a document; a table ends the sentence before it.

    A narrow table of no known kind is read as text too: a list or paragraph whose words happened to stand in columns.
    """
    result: list[RekapPegawai] = []
    run: list[Line] = []
    for item in flow:
        if isinstance(item, Line):
            run.append(item)
        elif item.kind == "lain" and len(item.columns) <= _TEXT_COLUMNS:
            run += _as_lines(item)
        else:
            result += read_sentences(run, context)
            run = []
    return result + read_sentences(run, context)


def _as_lines(table: Table) -> Iterator[Line]:
    for row in [*table.header, *table.rows]:
        text = " ".join(cell.text for cell in row.cells if cell.text and not cell.filled_down)
        if text and row.places:
            yield Line(text, row.places[0])


def _next_frame(paragraph: Paragraph, frame: _Frame, start: _Frame, counted: bool) -> _Frame:
    headed = paragraph.heading and not counted
    if not (paragraph.announces or headed):
        listed = paragraph.marker and (counted or frame.listing)
        return replace(frame, marked=True) if listed else _Frame(start.topic, start.staff or counted)
    last = paragraph.text[paragraph.sentence_starts()[-1] :]
    staff = bool(STAFF.search(last) or STATUS.search(last))
    if paragraph.announces:
        topic = read_topic(last) if staff or not frame.topic else None
        foreign = any(pattern.search(last) for pattern in (VETOES["event"], VETOES["norm"], OTHERS))
        return _Frame(topic or frame.topic, staff or frame.staff, listing=True, foreign=foreign)
    topic = read_topic(last)
    return _Frame(topic, staff or start.staff or (frame.staff and topic is not None))


def _read_paragraph(paragraph: Paragraph, frame: _Frame, context: Context) -> Iterator[RekapPegawai]:
    chained = False
    for mention in _mentions(paragraph, frame):
        reading = _read_mention(mention, paragraph, frame, chained)
        if reading is None:
            continue
        chained = True
        number, unit = mention.match["number"], mention.unit
        source = context.source((paragraph.line_at(mention.match.start("number")).place,))
        raw = paragraph.text[
            mention.match.start("number") : mention.match.end("words") if mention.match["words"] else mention.match.end("number")
        ]
        figure = Angka(
            mentah=raw,
            nilai=read_number(number) if number[0].isdigit() else read_terbilang(number),
            satuan=unit.lower() or None,
            sumber=source,
        )
        yield RekapPegawai(dimensi=reading.dimension, label=reading.label, jumlah=figure, sumber=source)


def _mentions(paragraph: Paragraph, frame: _Frame) -> Iterator[_Mention]:
    text = paragraph.text
    matches = list(_COUNT.finditer(text))
    bare = _BARE.search(text) if not matches and frame.staff and (paragraph.marker or frame.listing) else None
    matches += [bare] if bare else []
    starts = paragraph.sentence_starts() if matches else []
    end = 0
    for i, match in enumerate(matches):
        sentence = max(s for s in starts if s <= match.start())
        start = max(end, sentence)
        following = text[match.end() : matches[i + 1].start() if i + 1 < len(matches) else len(text)]
        after = _AFTER.match(following)
        behind = not match["joint"] or (after is not None and _announces(text[start : match.start()], after["label"]))
        end = match.end() + (after.end() if after and behind else 0)
        yield _Mention(match, text[sentence : match.start()], text[start : match.start()], after["label"].strip() if after else "")


def _announces(before: str, label: str) -> bool:
    """Whether the words before a figure only say what is told apart, as in "menurut pendidikan, sebanyak 2 orang S2"."""
    phrase = _noun_phrase(before)
    topic = find_dimension(phrase, "pendidikan") or find_dimension(phrase, "golongan")
    alone = topic is not None and not STAFF.sub("", phrase[topic.end() :]).strip(" ,.:;")
    return alone and read_dimension(label) in ("pendidikan", "golongan")


def _read_mention(mention: _Mention, paragraph: Paragraph, frame: _Frame, chained: bool) -> _Reading | None:
    if _NUMBERS.search(mention.sentence) or _vetoed(mention, chained) or (frame.foreign and paragraph.marker):
        return None
    surroundings = frame.staff or chained or bool(STAFF.search(paragraph.text) or STATUS.search(paragraph.text))
    candidates = _candidates(mention, paragraph, frame)
    found = next((c for c in candidates if _acceptable(c, mention, surroundings, frame)), None)
    altogether = _ALTOGETHER.fullmatch(_noun_phrase(mention.before)) if chained and found is None else None
    return _Reading("total", altogether.group(), "") if altogether else found


def _vetoed(mention: _Mention, chained: bool) -> bool:
    before, after = mention.before, mention.after
    if _RANGE.search(before) or re.search(r"(?<!\w)tersebut(?!\w)", after):
        return True
    if VETOES["event"].search(mention.sentence) or any(VETOES[name].search(before) for name in ("norm", "movement", "each")):
        return True
    if not mention.joined and re.search(rf"(?:{VETOES['back'].pattern})\s*$", before, re.IGNORECASE):
        return True
    return not chained and any(VETOES[name].search(after) for name in ("norm", "event", "movement"))


def _candidates(mention: _Mention, paragraph: Paragraph, frame: _Frame) -> Iterator[_Reading]:
    """Possible labels, the most telling first: the noun phrase before, the unit itself, the noun phrase behind, the list announced."""
    before, after = _noun_phrase(mention.before), mention.after.strip(" *")
    own = read_dimension(_OFFICE.sub("", before))
    if _announces(mention.before, after):
        own, before = None, ""
    if own == "total" and _SUM_OF_STAFF.match(before):
        yield _Reading("total", _label(before, "total"), before)
    if mention.joined and own == "subbagian" and _ALL_STAFF.match(before):
        yield _Reading("total", _TAIL.sub("", before), before)
    if own and own != "total":
        yield _Reading(own, _label(before, own), before)
    if STATUS.fullmatch(mention.unit) and own in (None, "total"):
        qualifier = _QUALIFIER.match(" " + after)
        yield _Reading("status", mention.unit + (qualifier.group() if qualifier else ""), after)
    behind = None if mention.joined and before else read_dimension(after)
    if behind:
        yield _Reading(_part(mention, after) if behind == "total" else behind, after, after)
    if own == "total" and frame.staff and _SUM_ALONE.fullmatch(before):
        yield _Reading("total", before, before)
    if frame.topic and frame.listing and before and (paragraph.marker or mention.joined):
        yield _Reading(frame.topic, _TAIL.sub("", before), before)
    if own == "total" or (not before and STAFF.fullmatch(mention.unit)):
        yield _Reading("total", _label(before, "total") if own else mention.unit, before)


def _part(mention: _Mention, after: str) -> Dimensi:
    """Of what a number of staff is that is described behind it: of all, of some, or of an office that the whole is made up of."""
    if "yang" in after.split():
        return "status"
    return "subbagian" if _MADE_UP.search(mention.sentence) and STAFF.sub("", after).strip() else "total"


def _noun_phrase(before: str) -> str:
    """The words before a figure that may name what is counted: behind the last introduction or recipient."""
    before = _COPULA.sub("", _BESIDES.sub(" ", before))
    for pattern in (_INTRODUCTION, _RECIPIENT):
        cuts = [m.end() for m in pattern.finditer(before)]
        if cuts and before[cuts[-1] :].strip(" ,.;:"):
            before = before[cuts[-1] :]
        elif cuts:
            before = before[: [m.start() for m in pattern.finditer(before)][-1]] if pattern is _RECIPIENT else ""
    return _LEADING.sub("", before).strip()


def _label(phrase: str, dimension: Dimensi) -> str:
    found = find_dimension(phrase, dimension)
    label = phrase[found.start() :] if found else phrase
    tail = _TAIL.sub("", label) if dimension in ("status", "total") else label
    return _TAIL.sub("", tail) or label.strip(" ,.;:*-")


def _acceptable(reading: _Reading, mention: _Mention, surroundings: bool, frame: _Frame) -> bool:
    dimension = reading.dimension
    if not reading.label or len(reading.label) > 160:
        return False
    listed = frame.listing and frame.staff and frame.topic == dimension
    if dimension not in ("sertifikat", "golongan") and not listed and HOLDER.search(reading.phrase):
        return False
    # The name of the office behind the noun, as in "jumlah pegawai Kecamatan X", names no other people.
    counted = STAFF.split(reading.phrase)[0] if dimension == "total" and _OF_STAFF.match(reading.phrase) else reading.phrase
    if dimension in ("status", "total", "pendidikan") and OTHERS.search(f"{counted} {mention.after}"):
        return False
    if dimension == "total":
        named = STAFF.search(f"{mention.before} {mention.unit} {mention.after}") or (frame.staff and frame.listing)
        return bool(named and STOCK.search(mention.sentence + (mention.match["joint"] or "")))
    return dimension == "status" or surroundings

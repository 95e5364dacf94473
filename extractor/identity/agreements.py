"""Cover pages of performance agreements (perjanjian kinerja): who agrees with whom, for which year, where and when."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from rapidfuzz import fuzz

from extractor.identity.dateline import read_dateline
from extractor.identity.kinds import YEAR_LINE, is_heading
from extractor.identity.positions import holder_of, is_position, names_body
from extractor.identity.words import fold, says, squeeze
from extractor.identity.year import years_in
from extractor.reading.document import Grid, Line
from extractor.tables.table import Table
from extractor.values.lookalike import mend_lookalikes

TITLE = re.compile(r"^(?:\S+ ){0,2}?(?:PERJANJIAN|PENETAPAN) KINERJA\b")
TITLE_TEXT = re.compile(
    r"(?<!\W)\W*+\b(?:LAMPIRAN\s+)?(?:PERJANJIAN|PENETAPAN)\s+KINERJA\s*(?:TAHUN\s*)?(?:ANGGARAN\s*)?:?\s*(?:20\d\d\s*)?", re.IGNORECASE
)
PREAMBLE = ("yang bertanda tangan di bawah ini", "kami yang bertandatangan dibawah ini")
PREAMBLE_END = re.compile(r"^.{0,60}\bbawah\s+ini\b[\s:;,.]*", re.IGNORECASE)
OATH = "berjanji akan mewujudkan target kinerja"
FIRST_CLOSES = re.compile(r"\bselanjutnya\s+disebut\s+(?:sebagai\s+)?pihak\s+(?:pertama|kesatu|perlama|kesalu)\b", re.IGNORECASE)
SECOND_CLOSES = re.compile(r"\b(?:selaku\s+atasan|selanjutnya\s+disebut\s+(?:sebagai\s+)?pihak\s+kedua)\b", re.IGNORECASE)
LABEL = re.compile(r"^\W*(?P<label>Nama|Jabatan|NIP|Pangkat|Gol|Unit)\b(?:[^:\n]{0,18}:\s*|\s+|$)(?P<value>.*)$", re.IGNORECASE)
INNER_LABEL = re.compile(r"\s+(?=(?:Jabatan|NIP)\s*:)")
PROMISE = re.compile(r"\b(?:pihak\s+\w+\s+)?berjanji\b", re.IGNORECASE)
PARTIES_WITHIN = 45
"""Lines from the preamble to the oath."""
SIGNED_WITHIN = 40
"""Lines from the oath to the end of the signatures."""
DATED_WITHIN = 60
"""Lines after the cover in which the table's own signature may give the date that the cover lacks."""
ABBREVIATED = re.compile(r"(?:^|[\s.])[A-Za-z]{1,2}\.$|(?:^|[\s,])(?:[A-Z][a-z]{0,2}\.)+[A-Za-z]{2,5}\.$")
"""A dot that ends an initial ("P.") or a title ("S.H.", "S.Sos."), not a sentence."""
DATELINE_CELL = 60
"""Letters of a cell that may hold a signature's place and date."""
STAMP_WORDS = "KOMISI PEMILIHAN UMUM PROVINSI KABUPATEN KOTA SEKRETARIAT REPUBLIK INDONESIA"


@dataclass(frozen=True, slots=True)
class Party:
    name: str | None
    position: str | None
    """As printed, its lines joined."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """One cover page: items ``start`` up to, but without, ``stop`` of the sequence it was found in."""

    start: int
    stop: int
    first: Party
    second: Party | None
    year: int | None
    place: str | None
    date: str | None
    """ISO 8601, perhaps without day or month."""
    unit_heading: str | None
    """What the heading over the table that follows names: "BAGIAN ... KOMISI PEMILIHAN UMUM ...", None without such a heading."""


class _Text(NamedTuple):
    item: int
    text: str
    opens_table: bool = False


def find_agreements(flow: Sequence[object]) -> list[Agreement]:
    """All cover pages in a sequence of lines, tables and grids, in printed order.

    A cover is told by its oath; where that is lost or worded otherwise, by the fields Nama and Jabatan of parties that a preamble
    ("yang bertanda tangan di bawah ini") under the title of an agreement or "selanjutnya disebut pihak pertama" introduces.
    What the OCR lost is left None. Items that are neither lines nor tables are passed over.
    """
    texts = list(_texts(flow))
    oaths = _oaths(texts)
    anchors = sorted({*oaths, *_ends_of_parties(texts, oaths)})
    neighbours = zip([-1, *anchors], anchors, [*anchors[1:], None], strict=False)
    found = [_agreement(texts, anchor, previous, following, anchor in oaths) for previous, anchor, following in neighbours]
    return [agreement for agreement in found if agreement is not None]


class Signed(Protocol):
    """Whoever holds a post."""

    @property
    def position(self) -> str | None: ...


class Held(Protocol):
    """An agreement, as far as its holder is concerned."""

    @property
    def first(self) -> Signed | None: ...


def holder(agreement: Held | None, heading: str | None, body_name: str | None) -> str | None:
    """Who holds an agreement, in normal form ("Ketua KPU Kota X", "Kepala Bagian Umum"); None where nothing tells.

    The first party of the cover if there is one, else what the heading over the table names.
    """
    position = agreement.first.position if agreement and agreement.first else None
    if heading is None and isinstance(agreement, Agreement):
        heading = agreement.unit_heading
    return holder_of(position, heading, body_name)


def _texts(flow: Sequence[object]) -> Iterator[_Text]:
    for number, item in enumerate(flow):
        if isinstance(item, Line):
            yield _Text(number, mend_lookalikes(item.text))
        elif isinstance(item, Table):
            rows = [[_cell_lines(cell.text, cell.raw.split("\n")) for cell in row.cells] for row in (*item.header, *item.rows)]
            yield from _row_texts(number, rows)
        elif isinstance(item, Grid):
            lines = [[[line.text for line in cell.lines] for cell in row.cells] for row in item.rows]
            yield from _row_texts(number, [[_cell_lines(" ".join(texts), texts) for texts in row] for row in lines])


def _cell_lines(text: str, printed: Sequence[str]) -> list[str]:
    """A cell's text as one line; one that stacks fields or their values ("Nama / Jabatan") as its printed lines."""
    stacked = len(printed) > 1 and (all(LABEL.match(line) for line in printed) or all(line.lstrip().startswith(":") for line in printed))
    return list(printed) if stacked else [text] if text.strip() else []


def _row_texts(number: int, rows: Sequence[Sequence[Sequence[str]]]) -> Iterator[_Text]:
    """The rows of a grid as lines; a grid that looks like the agreement's own table only marks where it opens."""
    head = fold(" ".join(line for row in rows[:3] for cell in row for line in cell))
    if "SASARAN" in head or "INDIKATOR" in head or ("PROGRAM" in head and "ANGGARAN" in head):
        yield _Text(number, "", opens_table=True)
        return
    for row in rows:
        for text in _row_lines([cell for cell in row if cell]):
            yield _Text(number, mend_lookalikes(text))


def _row_lines(cells: Sequence[Sequence[str]]) -> Iterator[str]:
    """A row read across from its field's name; of two signatures beside each other every cell by itself."""
    field_at = next((at for at, cell in enumerate(cells) if LABEL.match(cell[0])), 0)
    if any(len(cell[0]) < DATELINE_CELL and read_dateline(cell[0]) for cell in cells):
        yield from (line for cell in cells for line in cell)
        return
    kept = cells[field_at:] if all(len(cell[0].strip(" .)")) <= 1 for cell in cells[:field_at]) else cells
    for across in itertools.zip_longest(*kept, fillvalue=""):
        yield "  ".join(text for text in across if text.strip())


def _oaths(texts: Sequence[_Text]) -> list[int]:
    """Numbers of the lines with the oath, at most one per cover."""
    found: list[int] = []
    for number, text in enumerate(texts):
        if "wujudkan" in text.text.lower() and says(text.text, OATH, 80) and (not found or number - found[-1] > 6):
            found.append(number)
    return found


def _ends_of_parties(texts: Sequence[_Text], oaths: Sequence[int]) -> Iterator[int]:
    """Numbers of the lines with which the parties end on covers without the usual oath."""
    reached = -1
    for number, text in enumerate(texts):
        if number <= reached:
            continue
        introduced = _is_preamble(texts, number) and _titled(texts, number)
        if not introduced and not FIRST_CLOSES.search(text.text):
            continue
        limit = min(len(texts), number + PARTIES_WITHIN)
        following = next((n for n in range(number + 2, limit) if _is_preamble(texts, n) and _titled(texts, n)), limit)
        if any(number - PARTIES_WITHIN // 3 <= oath < following for oath in oaths):
            continue
        reached = _last_of_parties(texts, number, limit)
        fields = {m["label"].upper() for t in texts[max(0, number - 8) : reached + 1] if (m := LABEL.match(t.text))}
        if {"NAMA", "JABATAN"} <= fields:
            yield reached


def _titled(texts: Sequence[_Text], number: int) -> bool:
    return any(TITLE.match(fold(t.text).strip()) and is_heading(t.text) for t in texts[max(0, number - 12) : number + 1])


def _last_of_parties(texts: Sequence[_Text], start: int, limit: int) -> int:
    """The last line from ``start`` on that introduces a party, with the lines of the body's name that go on with it."""
    last = start
    for n in range(start + 1, limit):
        text = texts[n].text
        if texts[n].opens_table or _is_preamble(texts, n) or (TITLE.match(fold(text).strip()) and is_heading(text)):
            break
        label = LABEL.match(text)
        party = label is not None and label["label"].upper() in ("NAMA", "JABATAN")
        if party or FIRST_CLOSES.search(text) or SECOND_CLOSES.search(text) or (n == last + 1 and names_body(text)):
            last = n
    return last


def _agreement(texts: Sequence[_Text], oath: int, previous: int, following: int | None, is_oath: bool) -> Agreement | None:
    """The cover that ends its parties before line ``oath``, or with it where that is no oath."""
    earliest = max(previous + 1, oath - PARTIES_WITHIN)
    stop_parties = oath if is_oath else oath + 1
    preamble = next((n for n in range(oath, earliest - 1, -1) if _is_preamble(texts, n)), None)
    labels = [n for n in range(earliest, stop_parties) if LABEL.match(texts[n].text)]
    if preamble is None and not labels:
        return None
    start = _title_before(texts, preamble if preamble is not None else labels[0], previous)
    parties = _parties([t.text for t in texts[(preamble if preamble is not None else labels[0] - 1) + 1 : stop_parties]])
    stop, heading = _end(texts, oath, following)
    title = _heading_text(texts, start)
    years = years_in(fold(title)) or (years_in(fold(heading)) if heading else [])
    dated = _dated(texts, oath, stop) or _dated(texts, stop, min(stop + DATED_WITHIN, following - 8 if following else len(texts)))
    return Agreement(
        texts[start].item,
        texts[stop].item if stop < len(texts) else texts[-1].item + 1,
        parties[0] if parties else Party(None, None),
        parties[1] if len(parties) > 1 else None,
        years[0] if years else (int(dated[1][:4]) if dated else None),
        dated[0] if dated else None,
        dated[1] if dated else None,
        _unit(heading),
    )


def _is_preamble(texts: Sequence[_Text], number: int) -> bool:
    text = texts[number].text
    if "TANDA" not in squeeze(text):
        return False  # as most
    if number + 1 < len(texts) and "TANDA" in fold(text):
        text = f"{text} {texts[number + 1].text[:40]}"
    folded = squeeze(text)
    return "BERTANDATANGAN" in folded or any(says(text, phrase, 85) for phrase in PREAMBLE)


def _title_before(texts: Sequence[_Text], number: int, previous: int) -> int:
    """The title line above a preamble, or the preamble's own line."""
    for n in range(number, max(previous, number - 12), -1):
        if TITLE.match(fold(texts[n].text).strip()) and is_heading(texts[n].text):
            return n
    return number


def _heading_text(texts: Sequence[_Text], number: int) -> str:
    """A title with the heading lines below it."""
    parts = [texts[number].text]
    for text in texts[number + 1 : number + 5]:
        folded = fold(text.text).strip()
        heads = is_heading(text.text) or YEAR_LINE.fullmatch(folded)
        if text.opens_table or not heads or LABEL.match(text.text) or "SASARAN" in folded:
            break
        parts.append(text.text)
    return " ".join(parts)


def _end(texts: Sequence[_Text], oath: int, following: int | None) -> tuple[int, str | None]:
    """Where a cover ends, and the heading of the table that follows it, if there is one."""
    last = min(len(texts), oath + SIGNED_WITHIN, following if following is not None else len(texts))
    for n in range(oath + 1, last):
        if texts[n].opens_table:
            return n, None
        if TITLE.match(fold(texts[n].text).strip()) and is_heading(texts[n].text):
            own = not any(_is_preamble(texts, m) for m in range(n, min(n + 8, len(texts))))
            return n, _heading_text(texts, n) if own else None
    return last, None


def _unit(heading: str | None) -> str | None:
    """A table's heading without its title and year."""
    if heading is None:
        return None
    text = TITLE_TEXT.sub(" ", " ".join(heading.split()), count=1)
    return text.strip(" *_:-") or None


def _dated(texts: Sequence[_Text], oath: int, stop: int) -> tuple[str, str] | None:
    for n in range(oath + 1, min(stop, len(texts))):
        dateline = read_dateline(texts[n].text, texts[n + 1].text if n + 1 < len(texts) else "")
        if dateline:
            return dateline.place, dateline.date
    return None


@dataclass(slots=True)
class _Draft:
    name: list[str] = field(default_factory=list)
    position: list[str] = field(default_factory=list)

    def take_position(self, value: str) -> None:
        if is_position(value) and self.position and not is_position(self.position[0]):
            # What stood before the post's own title was a stamp or a letterhead.
            self.position.clear()
        self.position.append(value)

    def party(self) -> Party:
        return Party(_joined(self.name), _joined(self.position))

    @property
    def empty(self) -> bool:
        return not (self.name or self.position)


def _joined(parts: Sequence[str]) -> str | None:
    text = " ".join(" ".join(parts).split()).strip(" ,:;")
    return (text if ABBREVIATED.search(text) else text.rstrip(".")) or None


def _parties(lines: Sequence[str]) -> list[Party]:
    """The parties that these lines introduce: each a name and a position, ended by "selanjutnya disebut ..."."""
    drafts = [_Draft()]
    expected = ""
    lines = [PREAMBLE_END.sub("", line) for line in lines[:1]] + list(lines[1:])
    lines = [part for line in lines for part in INNER_LABEL.split(line)]
    for number, line in enumerate(lines):
        closing = FIRST_CLOSES.search(line) or SECOND_CLOSES.search(line) or PROMISE.search(line)
        text = line[: closing.start()] if closing else line
        if text.strip(" ,.:*"):
            following = next((t for t in lines[number + 1 :] if t.strip()), "")
            expected = _read(drafts, text, expected, following)
        if closing and not drafts[-1].empty:
            drafts.append(_Draft())
            expected = ""
    return [draft.party() for draft in drafts[:2] if not draft.empty]


def _read(drafts: list[_Draft], text: str, expected: str, following: str) -> str:
    """Gives a line to the name or the position of the current party; returns which of them is open after it."""
    label = LABEL.match(text)
    if label:
        return _labelled(drafts, label["label"].upper(), label["value"].strip(" :"))
    draft = drafts[-1]
    value, marked = text.strip(" :*_"), text.lstrip().startswith(":")
    if not marked and _is_stamp(value, draft, following):
        return expected
    if expected == "JABATAN" or (draft.name and (is_position(value) or names_body(value))):
        draft.take_position(value)
        return "JABATAN"
    if not draft.name or (expected == "NAMA" and not is_position(value)):
        draft.name.append(value)
    return "NAMA" if not draft.position else expected


def _labelled(drafts: list[_Draft], label: str, value: str) -> str:
    if label == "NAMA":
        if drafts[-1].name and drafts[-1].position:
            drafts.append(_Draft())
        if value:
            drafts[-1].name.append(value)
    elif label == "JABATAN" and value:
        drafts[-1].take_position(value)
    return label


def _is_stamp(text: str, draft: _Draft, following: str) -> bool:
    """Whether a line is a piece of a stamp or letterhead read into the text: short, in capitals, of the commission's words or cut."""
    if not text.isupper() or is_position(text):
        return False
    if draft.position and draft.position[-1].isupper():
        return False
    bare = fold(text).strip()
    return following.lstrip().startswith(":") or fuzz.partial_ratio(bare, STAMP_WORDS) >= 75

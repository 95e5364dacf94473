"""From physical rows to logical ones: which rows start an entry, which continue the one above.

A converter prints one line of every wrapped cell per row; a page break cuts a row in two; a drawn row is mostly an
entry of its own. The same decision serves them all: a score per possible entry (a run of physical rows), from small
named features, and the best partition of the whole table by dynamic programming, so that neighbours must agree.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.tables.broken import is_cut_code
from extractor.tables.numbered import cut_values, numbered_rows, one_entry_each
from extractor.tables.profile import ATOMIC, is_total_label, looks, shares
from extractor.tables.rows_model import PhysicalRow
from extractor.values.nip import nip_details

WEIGHTS = {
    "drawn": 2.2,
    "numbered_next": 3.5,
    "numbered": 1.6,
    "capital": 0.5,
    "capitals": 1.2,
    "lower": -2.6,
    "completes": -1.8,
    "valued": -2.8,
    "open_above": -2.0,
    "closed_above": 0.4,
    "would_have_fitted": 1.4,
    "wrapped": -1.4,
    "fills_all": 1.2,
    "fills_little": -0.9,
    "bullet": 0.8,
    "code": 1.2,
    "stem": 1.5,
    "no_stem": -1.5,
    "gap": 0.6,
    "unnumbered": -3.5,
    "close": -5.0,
    "apart": 3.0,
    "bias": -0.2,
}
"""Log odds of "an entry starts here" per feature; set by reason, to be fitted on the generated corpus."""

MANY_FRAGMENTS = 0.18
_OPEN_ENDS = frozenset("-/,(&")
LONGEST_LINE = 75
"""A column whose lines are longer than this, in characters, is not wrapped by its converter."""
SINGLE = frozenset({"amount", "percent", "number", "tick", "nip", "date", "grade", "quantity", "range"})
_STEMS = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2})+\.?|(?:\d{1,2}|[a-z])[.)])?(?:persentase|presentase|prosentase|jumlah|banyaknya|nilai|indeks|tingkat|rasio|rata-rata|opini|predikat|skor|cakupan|angka|"
    r"meningkat|terwujud|terlaksana|tersedia|tersusun|terpenuhi|terselenggara|tercipta|mewujudkan|menyelenggarakan|"
    r"optimal|layanan|penyusunan|pengelolaan|penyelenggaraan|pelaksanaan|program|kegiatan|keputusan|peraturan)"
)
"""Words that sasaran, indikator and kegiatan begin with in practice (PermenPANRB 53/2014 wording)."""
_NAMED = re.compile(
    r"(?:(?:tujuan|sasaran|program)(?:\s+(?:strategis|program|kegiatan))?\s+(?:\d{1,2}|[IVX]{1,4})\s*[:.]|S[SPK][\s.]?\d{1,2}(?:\.\d{1,2})*[\s.:])\s*\S",
    re.IGNORECASE,
)
"""What a row names that stands over the entries of a sasaran, in a table whose sasaran has no column of its own."""
_OPEN_WORDS = frozenset({
    "dan", "atau", "dengan", "untuk", "yang", "di", "ke", "dari", "oleh", "atas", "pada", "dalam", "serta", "terhadap", "sesuai",
    "secara", "per", "guna", "sebagai", "bagi", "tentang", "antara", "para", "tidak", "se",
})  # fmt: skip


_DEGREES = frozenset({"SE"})
"""Degrees written without dots that spell a word that joins."""
_MANY_TEXTS = 3
"""Columns of long text from which a table without any small beginning is one that is not wrapped."""
_SURE_TEXTS = 2
"""Of the texts that begin beside each other, those of columns where a capital begins something."""
_MANY_ROWS = 4
"""Lines with values on each of them that are no chance."""
_SMALL = 0.25
"""Share of a column's lines that begin small where its texts are sentences, wrapped."""
_CUT_LOOKS = frozenset({"nip", "date"})
_LONGEST_VALUE = 30
"""Characters of a date or an NIP with its blanks."""
SHORTEST_LABEL = 12
"""Characters of the first column alone from which on a line is a label over the entries below."""
LONGEST_NUMBER = 9
"""Digits of a running number with all its parts; longer runs are codes and NIPs."""


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table hold, as far as joining its rows needs to know."""

    ordinal: int | None
    values: tuple[int, ...]
    texts: tuple[int, ...]
    widths: tuple[float, ...]
    """Usual length of a full line of each column, in characters."""
    value_rate: tuple[float, ...]
    value_looks: tuple[frozenset[str], ...]
    """For each value column the looks that its values usually have."""
    amounts: tuple[bool, ...]
    """For each value column whether it is one of amounts, of which an entry has but one."""
    top_aligned: bool
    stems: bool
    """True where the entries that are numbered begin with the usual words of sasaran and indikator."""
    centred: bool
    """True where an entry's number stands on one of its middle lines."""
    drawn_entries: bool
    """False where many drawn rows plainly go on with the one above, so that rules say little."""
    prose: tuple[int, ...]
    """Columns that mostly hold long text."""
    sentences: tuple[int, ...] = ()
    """Long texts whose further lines mostly begin small, so that a capital begins another one."""
    unwrapped: bool = False
    """True where no line of long texts begins small or ends open, and there are many of them or each has its values: each is whole."""
    one_each: bool = False
    """True where the numbers tell the entries: each stands on the first line of one, and values never stand twice under it."""


def describe(rows: Sequence[PhysicalRow], width: int) -> Columns:
    """Column types from the cells' contents alone."""
    columns = [[row.text[c] for row in rows] for c in range(width)]
    found = [shares(column) for column in columns]
    ordinal = next((c for c in range(min(width, 2)) if found[c].get("ordinal", 0) >= 0.6), None)
    values = tuple(c for c in range(width) if c != ordinal and _is_value(found[c], columns[c]))
    counted = numbered_rows(rows, ordinal)
    values = tuple(c for c in values if not counted or not cut_values(rows, counted, c))
    texts = tuple(c for c in range(width) if c != ordinal and c not in values and found[c]["filled"] > 0)
    widths = tuple(_full_line([line.text for row in rows for line in row.cells[c].lines]) for c in range(width))
    numbered = [r for r in rows if ordinal is not None and "ordinal" in looks(r.text[ordinal])]
    with_value = [r for r in numbered if any("empty" not in looks(r.text[c]) for c in values)]
    with_stem = [r for r in numbered if any(stemmed(r.text[c]) for c in texts)]
    stems = len(numbered) >= 3 and len(with_stem) >= 0.8 * len(numbered)
    prose = tuple(c for c in texts if found[c].get("long", 0.0) >= 0.5 or _alphabetic(columns[c]))
    usual = tuple(_CLEAR | {k for k in _VALUE_LOOKS if found[c].get(k, 0.0) >= (0.12 if k != "text" else 0.5)} for c in values)
    return Columns(
        ordinal=ordinal,
        values=values,
        texts=texts,
        widths=widths,
        value_rate=tuple(found[c]["filled"] for c in values),
        value_looks=usual,
        amounts=tuple(found[c].get("amount", 0.0) >= 0.4 * (1.0 - found[c].get("currency", 0.0)) for c in values),
        top_aligned=len(with_value) >= 0.6 * len(numbered),
        stems=stems,
        centred=_centred(rows, ordinal, texts),
        drawn_entries=_drawn_entries(rows, texts, values),
        prose=prose,
        sentences=_sentences(columns, prose),
        unwrapped=_is_unwrapped(columns, prose) or (not any(row.drawn for row in rows) and _has_whole_rows(columns, prose, values)),
        one_each=one_entry_each(rows, counted, values),
    )


def _sentences(columns: Sequence[Sequence[str]], prose: Sequence[int]) -> tuple[int, ...]:
    """Columns in which small beginnings are frequent, or all long ones of a table that is not wrapped."""
    if _is_unwrapped(columns, prose):
        return tuple(prose)
    texts = {c: [text for text in columns[c] if text] for c in prose}
    return tuple(c for c in prose if sum(text[0].islower() for text in texts[c]) >= _SMALL * len(texts[c]))


def _is_unwrapped(columns: Sequence[Sequence[str]], prose: Sequence[int]) -> bool:
    """Whether a table has several columns of long texts, and no line of them begins small or ends open."""
    texts = [text for c in prose for text in columns[c] if text]
    return len(prose) >= _MANY_TEXTS and not any(text[0].islower() or is_open(text) for text in texts)


def _has_whole_rows(columns: Sequence[Sequence[str]], prose: Sequence[int], values: Sequence[int]) -> bool:
    """Whether every line has a value, and no text of it begins small or ends open."""
    texts = [text for c in prose for text in columns[c] if text]
    whole = [c for c in values if all(columns[c])]
    rows = len(columns[0]) if columns else 0
    return rows >= _MANY_ROWS and bool(whole) and bool(texts) and not any(text[0].islower() or is_open(text) for text in texts)


def is_open(text: str) -> bool:
    """Whether a text cannot end here: behind a bracket, a comma, a hyphen (not a dash, which stands for nothing) or a word that joins."""
    last = text.rsplit(maxsplit=1)[-1]
    return (text[-1] in _OPEN_ENDS and last != "-") or (last.lower() in _OPEN_WORDS and last not in _DEGREES)


def _centred(rows: Sequence[PhysicalRow], ordinal: int | None, texts: Sequence[int]) -> bool:
    """The first line carries no number, and most numbered lines plainly go on with a sentence, or hold the number alone."""
    if ordinal is None or not rows or rows[0].text[ordinal] or not any(rows[0].text[c] for c in texts):
        return False
    numbered = [row for row in rows if "ordinal" in looks(row.text[ordinal])]
    going_on = [row for row in numbered if any(row.text[c][:1].islower() for c in texts) or sum(map(bool, row.text)) == 1]
    return len(numbered) >= 2 and len(going_on) >= 0.6 * len(numbered)


def stemmed(text: str) -> bool:
    """Begins with such a word, be it cut by a narrow column."""
    return bool(_STEMS.match(text[:40].replace(" ", "").lower()))


def _drawn_entries(rows: Sequence[PhysicalRow], texts: Sequence[int], values: Sequence[int]) -> bool:
    inner = [(above, row) for above, row in pairwise(rows) if row.drawn and not row.after_break]
    fragments = 0
    for above, row in inner:
        lead = next((row.text[c] for c in texts if row.text[c]), "")
        low = lead[:1].islower() and not list_item(lead)
        bare = (
            bool(values) and not any(row.text[c] for c in values) and any(above.text[c][-1:] in _OPEN_ENDS for c in texts if above.text[c])
        )
        fragments += low or bare
    return fragments < MANY_FRAGMENTS * len(inner)


def _alphabetic(column: Sequence[str]) -> bool:
    """Words in nearly every filled cell, as in a wrapped text column."""
    filled = [t for t in column if t]
    return len(filled) >= 4 and sum(sum(ch.isalpha() for ch in t) >= 3 for t in filled) >= 0.8 * len(filled)


def _is_value(share: dict[str, float], column: Sequence[str]) -> bool:
    """A column of single values: figures, ticks, grades, or few short repeated words (a status)."""
    if share["filled"] == 0:
        return False
    filled = [t for t in column if "empty" not in looks(t)]
    atomic = sum(bool(looks(t) & SINGLE) for t in filled) / len(filled) if filled else 0.0
    repeated = len(filled) >= 4 and len(set(filled)) <= max(1, len(filled) // 4) and all(len(t) <= 12 for t in filled)
    return atomic >= 0.6 or repeated


def _full_line(column: Sequence[str]) -> float:
    lengths = sorted(len(t) for t in column if t)
    return float(lengths[-1 if len(lengths) < 10 else int(0.9 * (len(lengths) - 1))]) if lengths else 0.0


def is_alone(row: PhysicalRow, columns: Columns) -> bool:
    """A sum row, or a label over the rows that follow, never joins another row."""
    filled = [c for c, text in enumerate(row.text) if text]
    if filled and is_total_label(row.text[filled[0]]):
        figures = any(row.text[c] for c in columns.values) or any(looks(row.text[c]) & _MONEY for c in filled[1:])
        return figures or (filled == [0] and columns.ordinal == 0)
    return filled == [0] and columns.ordinal == 0 and len(row.text[0]) > SHORTEST_LABEL


def is_over(row: PhysicalRow, below: PhysicalRow) -> bool:
    """A row that says by name and number what the rows below belong to, "Sasaran 2 : …", and goes on in none of them."""
    filled = [c for c, text in enumerate(row.text) if text]
    if len(filled) != 1 or not _NAMED.match(row.text[filled[0]]) or is_open(row.text[filled[0]]):
        return False
    return stemmed(below.text[filled[0]]) and not _NAMED.match(below.text[filled[0]])


_CLEAR = frozenset({"percent", "amount", "grade", "nip", "date", "range", "quantity"})
"""Looks that are a value wherever they stand in a column of values."""
_VALUE_LOOKS = ATOMIC | {"text", "currency"}
_MONEY = frozenset({"amount", "currency"})


def start_score(rows: Sequence[PhysicalRow], at: int, columns: Columns) -> float:
    """Log odds that an entry starts at row ``at``; 0 for the first row, which has no choice."""
    return sum(WEIGHTS[name] * value for name, value in features(rows, at, columns).items()) if at else 0.0


def features(rows: Sequence[PhysicalRow], at: int, columns: Columns) -> dict[str, float]:
    """Named signals that row ``at`` starts an entry of its own (at > 0)."""
    row, above = rows[at], rows[at - 1]
    texts = [c for c in columns.texts if row.text[c]]
    lead = row.text[texts[0]] if texts else ""
    result = {
        "bias": 1.0,
        "drawn": float(row.drawn and not row.after_break and columns.drawn_entries),
        "gap": float(row.gap > above.gap + 0.4 and not row.after_break),
    }
    result |= _numbering(rows, at, columns)
    result |= _spacing(row, columns)
    result["unnumbered"] = float(columns.one_each and not row.text[columns.ordinal or 0] and not row.after_break)
    result["valued"] = float(_ends_entry(row, above, columns))
    if lead:
        result["lower"] = sum(row.text[c][0].islower() and not list_item(row.text[c]) for c in texts) / len(texts)
        bare = not any(above.text[c] for c in columns.values)
        goes_on = lead[0].islower() and not list_item(lead)
        result["completes"] = float(goes_on and bare and any(row.text[c] for c in columns.values))
        result["capital"] = float(lead[0].isupper() or lead[0].isdigit())
        result["bullet"] = float(list_item(lead))
    states = [joint(rows, at, c, columns) for c in texts]
    if lead:
        result["code"] = float("code" in looks(lead.split()[0]) and states[0] != "open_above")
    flowing = bool(states) and sum(s in ("wrapped", "open_above") for s in states) > 0.5 * len(states)
    if states:
        together = not columns.values and _begin_together(row, texts, states, columns)
        flowing = flowing and not together
        fresh = [c for c, state in zip(texts, states, strict=True) if together or state not in ("wrapped", "open_above")]
        begun = [c for c in texts if row.text[c][0].isupper() and c in columns.sentences and (c in fresh or columns.unwrapped)]
        result["capitals"] = float(min(max(len(begun) - 1, 0), 2))
        stem = any(stemmed(row.text[c]) for c in fresh)
        valued = not row.drawn and any(row.text[c] for c in columns.values)
        result["stem"] = float(stem)
        result["no_stem"] = float(columns.stems and not stem and not (valued and any(stemmed(row.text[c]) for c in texts)))
        for name in ("open_above", "closed_above", "would_have_fitted", "wrapped"):
            result[name] = sum(s == name for s in states) / len(states)
    filled = sum(1 for t in row.text if t)
    usual = len(columns.texts) + len(columns.values)
    result["fills_all"] = float(filled >= max(2, 0.8 * usual) and not flowing and not result.get("no_stem"))
    result["fills_little"] = float(filled <= 0.4 * usual and not any(row.text[c] for c in columns.values))
    return result


def _ends_entry(row: PhysicalRow, above: PhysicalRow, columns: Columns) -> bool:
    """Whether a line of values alone stands below one of texts alone: it has the value of the entry above."""
    texts = any(above.text[c] for c in columns.texts) and not any(above.text[c] for c in columns.values)
    return (
        texts and any(row.text[c] for c in columns.values) and not any(text for c, text in enumerate(row.text) if c not in columns.values)
    )


def _begin_together(row: PhysicalRow, texts: Sequence[int], states: Sequence[str], columns: Columns) -> bool:
    """Whether as many texts begin large beside each other, in columns where lines often go on small, as hardly do by chance, and one of
    them with a usual word.
    """
    large = all(row.text[c][0].isupper() for c in texts) and sum(c in columns.sentences for c in texts) >= _SURE_TEXTS
    return large and len(texts) >= _MANY_TEXTS and "open_above" not in states and any(stemmed(row.text[c]) for c in texts)


def _spacing(row: PhysicalRow, columns: Columns) -> dict[str, float]:
    """What the white above a row says, where the table keeps its cells apart."""
    known = [row.cells[c].close for c in (*columns.texts, *columns.values) if row.text[c]]
    return {"close": float(True in known), "apart": float(False in known and True not in known)}


def _numbering(rows: Sequence[PhysicalRow], at: int, columns: Columns) -> dict[str, float]:
    if columns.ordinal is None or columns.centred or "ordinal" not in looks(rows[at].text[columns.ordinal]):
        return {}
    here = ordinal_of(rows[at].text[columns.ordinal])
    previous = next((ordinal_of(rows[i].text[columns.ordinal]) for i in range(at - 1, -1, -1) if rows[i].text[columns.ordinal]), None)
    follows = here is not None and (previous is None or here in (previous + 1, 1))
    return {"numbered_next": float(follows), "numbered": float(not follows)}


def ordinal_of(text: str) -> int | None:
    digits = "".join(ch for ch in text if ch.isdecimal())
    if digits:
        return int(digits) if len(digits) <= LONGEST_NUMBER else None
    letter = text.strip("(). ").upper()
    return ord(letter) - ord("A") + 1 if len(letter) == 1 and letter.isalpha() else None


def list_item(text: str) -> bool:
    head = text.split(" ", 1)[0]
    return head in {"-", "•", "", "–"} or (len(head) <= 3 and head[-1] in ".)" and head[:-1].isalnum())


def joint(rows: Sequence[PhysicalRow], at: int, column: int, columns: Columns) -> str:
    """How the text of a column runs from the row above into this one."""
    width = columns.widths[column]
    above = next((_last_line(rows[i], column) for i in range(at - 1, max(-1, at - 4), -1) if rows[i].text[column]), "")
    if not above:
        return "none"
    close = rows[at].cells[column].close
    if close is not None:
        return "wrapped" if close else "none"
    first = rows[at].text[column].split()[0]
    if is_open(above) or is_cut_code(above, first) or is_cut_value(above, rows[at].text[column]):
        return "open_above"
    if width > LONGEST_LINE or columns.unwrapped:
        return "closed_above" if above[-1] in ".;:" else "none"
    if len(above) + 1 + len(first) <= width and not rows[at].text[column][0].islower():
        return "would_have_fitted"
    limited = not rows[at - 1].text[column] or (rows[at - 1].drawn and columns.drawn_entries)
    return "closed_above" if above[-1] in ".;:" else "none" if limited else "wrapped"


def is_cut_value(above: str, below: str) -> bool:
    """Whether two lines together are a date or an NIP that neither is by itself."""
    if len(above) + len(below) > _LONGEST_VALUE or not below[0].isdecimal():
        return False
    joined = f"{above} {below}"
    whole = looks(joined) & _CUT_LOOKS
    if "nip" in whole and nip_details("".join(filter(str.isdecimal, joined))) is None:
        return False  # the end of one NIP and the beginning of the next
    return bool(whole) and not (looks(above) | looks(below)) & (whole | {"amount"})


def _last_line(row: PhysicalRow, column: int) -> str:
    return next((" ".join(line.text.split()) for line in reversed(row.cells[column].lines) if line.text.split()), row.text[column])

"""The columns of one squeezed table: where their texts begin, told from the words whose places are true."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from extractor.reading.text_squeezed_words import (
    Word,
    is_entry,
    is_index,
    kind_of_word,
    numbers_columns,
    places_of,
    schedule_names,
    width_of,
)

_FIGURES: Final = 0.6
"""Share of the texts of a column that are figures, marks or enumerators, from which it is not set at the left."""
_LEAST_TRUE: Final = 2
"""True beginnings that a column shows in a long table."""
_FEW: Final = 6
"""Lines of a table up to which one of them is enough."""
_APART: Final = 0.4
"""Cells between the texts of two columns at least."""
_MANY: Final = 4
"""Words beside a gap over which one may reach."""
_NEXT: Final = 1.2
"""Cells behind a word of a header from which another text begins; bold letters are wider than others."""
_OFF_MIDDLE: Final = 3.0
"""Cells by which a text over two others may be off their middle."""
_BLANK: Final = 0.55
TOTALS: Final = frozenset(("jumlah", "total", "grand"))
"""Words with which the row of sums begins."""
_SIGNS: Final = "().,:/"
_OPEN: Final = (",", "/", "&", "-")
"""With what a word ends behind which the same text goes on."""
_HEADS: Final = frozenset(
    (
        *("%", "capaian", "cara", "divisi", "formulasi", "gol", "golongan", "indikator", "jabatan", "jk", "keterangan", "l/p", "nama"),
        *("nip", "pagu", "pangkat", "pangkat/gol", "pelaksana", "pendidikan", "penjelasan", "realisasi", "rumus", "sasaran", "satuan"),
        *("sisa", "status", "sumber", "target", "tmt", "tw", "uraian", "aktivitas", "alasan", "formula", "jadwal", "langkah", "pend"),
        *("penanggung", "triwulan"),
    )
)
"""Words that head a column also where they are printed right behind another header."""
_CUT_HEADS: Final = frozenset(head[:-cut] for head in _HEADS for cut in (1, 2, 3) if head.isalpha() and len(head) >= 5 + cut)
"""Such words as a narrow column cuts them, the rest in the line below."""
_FAINT_HEADS: Final = frozenset(("alokasi", "anggaran", "jumlah", "kegiatan", "penyerapan", "program", "rencana", "rincian", "unit"))
"""Those that do so only behind a word that heads none."""
_MEASURES: Final = frozenset(
    (
        *("%", "atau", "cara", "dan", "hasil", "jumlah", "nama", "nilai", "nomor", "persen", "persentase", "rencana", "tanggal", "tingkat"),
        *("tmt", "unit", "per"),
    )
)
"""Words behind which they go on."""
_PAIRS: Final = frozenset((("indikator", "sasaran"),))
"""Words of which the second one goes on with the name that the first one begins."""
_HEADED: Final = 0.8
"""What it says for or against a beginning in a header that a word heads a column, or none."""
_RARE: Final = 0.15
"""Share of the words beside a gap that may reach over it."""
_HALF_HEADER: Final = 1.0
"""Cells by which the texts of a column may begin left of its header where they are never at their true places."""


@dataclass(slots=True)
class Column:
    """Where texts begin, how far right they reach at least, and what kinds of words they begin with."""

    left: float
    last: float
    figures: bool
    """Whether its texts stand anywhere from ``left``; those of other columns stand at it."""
    kinds: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A word at its true place."""

    x0: float
    x1: float
    line: int
    word: str


@dataclass(frozen=True, slots=True)
class _Head:
    """Where a text of a header begins and ends, in which line, and whether it heads a column by itself."""

    x0: float
    x1: float
    line: int
    own: bool
    fixed: bool = True
    """Whether it begins at its true place."""


def columns_of(heads: Sequence[Sequence[Word]], body: Sequence[Sequence[Word]], scale: float) -> list[Column]:
    """The columns that true places in the lines show, from left to right, and those that only the header shows."""
    seen = sorted(_true_words(body, scale), key=lambda word: (word.x0, word.line))
    least = 1 if len(body) <= _FEW else _LEAST_TRUE
    found = [_column(group) for group in _groups(seen) if len({word.line for word in group}) >= least]
    numbered = next((words for words in heads if numbers_columns(words, heads)), None)
    found = _with_headers(found, heads, scale) if numbered is None else _numbered(found, _centres(numbered, heads, scale))
    return _under_names(found, heads, scale)


def _centres(numbered: Sequence[Word], heads: Sequence[Sequence[Word]], scale: float) -> list[float]:
    """The middles of the numbers of columns; where those of a schedule were pushed, its names tell them."""
    centres = [word.x0 + scale * width_of(word.text) / 2 for word in numbered]
    for words in heads:
        places = [] if words is numbered else places_of(schedule_names(words))
        first = min(range(len(centres)), key=lambda index: abs(numbered[index].x0 - places[0])) if places else 0
        if places and len(places) <= len(centres) - first and not all(word.fixed for word in numbered[first + 1 : first + len(places)]):
            centres[first : first + len(places)] = [place + scale / 2 for place in places]
    return centres


def _under_names(columns: Sequence[Column], heads: Sequence[Sequence[Word]], scale: float) -> list[Column]:
    """The columns, those of figures as wide as the names above them, where these begin left of all figures that are at their places."""
    names = [
        (float(word.x0), word.x0 + scale * width_of(word.text)) for words in heads if not is_index(words) for word in words if word.fixed
    ]
    ends = [float("-inf"), *(column.last + _NEXT for column in columns)]
    return [
        replace(column, left=min([column.left, *(x0 for x0, x1 in names if end < x0 < column.left <= (x0 + x1) / 2)]))
        if column.figures
        else column
        for column, end in zip(columns, ends, strict=False)
    ]


def _numbered(found: Sequence[Column], centres: Sequence[float]) -> list[Column]:
    """One column for each of the numbers in the middle of the columns."""
    columns: list[Column] = []
    for before, centre in zip([float("-inf"), *centres], centres, strict=False):
        here = [column for column in found if not column.figures and before < column.left <= centre + _APART]
        figures = [column for column in found if column.figures and _nearest(column, centres) == centre]
        here += [_united(figures, centre, columns[-1:])] if figures else []
        if here:
            columns.append(max(here, key=lambda column: (column.kinds.total(), -column.left)))
        else:
            left = _left_of(columns, before, centre)
            columns.append(Column(left, 2 * centre - left, True))
    return columns


def _nearest(column: Column, centres: Sequence[float]) -> float:
    """The middle of the column in which figures stand, wherever in it these are set."""
    return min(centres, key=lambda centre: abs(column.left + column.last - 2 * centre))


def _united(columns: Sequence[Column], centre: float, before: Sequence[Column]) -> Column:
    """One column of figures, which begins as far left of its middle as it ends right of it: where only the rest of amounts that lines
    break is seen, this stands at the right.
    """
    kinds = sum((column.kinds for column in columns), Counter[str]())
    left, last = min(column.left for column in columns), max(column.last for column in columns)
    least = max((column.last if column.figures else column.left for column in before), default=left) + _APART
    return Column(min(left, max(2 * centre - last, least)), last, True, kinds)


def _left_of(columns: Sequence[Column], before: float, centre: float) -> float:
    """Where the column around a place begins: where the one before ends, which is as far right of its centre as it begins left."""
    if not columns or (not columns[-1].figures and before - columns[-1].left <= _HALF_HEADER):
        return centre - _HALF_HEADER
    left = max(2 * before - columns[-1].left, columns[-1].last) + _APART
    return left if before < left < centre - _APART else centre - _HALF_HEADER


def kind_at(word: str) -> str:
    """The kind of a word at the beginning of a text; small letters begin no code."""
    kind = kind_of_word(word)
    return "word" if kind == "code" and word[:1].islower() else kind


def is_set_left(word: str) -> bool:
    """Whether a text that begins with this word stands at the left of its column."""
    return word[:1].isalpha() and not is_entry(word) and kind_of_word(word) != "tick"


def _true_words(lines: Sequence[Sequence[Word]], scale: float) -> Iterator[_Seen]:
    for index, words in enumerate(lines):
        total = words[0].text.lower().strip(_SIGNS) in TOTALS and not any(word.text[0].islower() for word in words)
        for word in words:
            if word.fixed and not (total and is_set_left(word.text)):
                yield _Seen(word.x0, word.x0 + scale * width_of(word.text), index, word.text)


def _groups(seen: Sequence[_Seen]) -> Iterator[list[_Seen]]:
    """Words that stand below one another; those few that reach over a gap between others join nothing."""
    cover: Counter[int] = Counter()
    for word in seen:
        cover.update(range(int(2 * word.x0), int(2 * (word.x1 - _APART)) + 1))
    group: list[_Seen] = []
    for word in seen:
        if group and _begins_column(word, group, cover):
            yield group
            group = []
        group.append(word)
    if group:
        yield group


def _begins_column(word: _Seen, group: Sequence[_Seen], cover: Mapping[int, int]) -> bool:
    before = group[-1]
    if word.x0 - before.x0 <= 1:
        return False
    least = min(cover.get(place, 0) for place in range(int(2 * before.x0) + 1, int(2 * word.x0) + 1))
    beside = min(len(group), cover.get(int(2 * word.x0), 0))
    return least <= max(_RARE * beside, float(beside >= _MANY))


def _column(group: Sequence[_Seen]) -> Column:
    kinds = Counter(kind_at(word.word) for word in group)
    left = [word.x0 for word in group if is_set_left(word.word)]
    if len(group) - len(left) >= _FIGURES * len(group):
        return Column(min(word.x0 for word in group), max(word.x1 for word in group), True, kinds)
    place = max(Counter(left).items(), key=lambda item: (item[1], -item[0]))[0]
    return Column(place, place, False, kinds)


def _with_headers(found: list[Column], heads: Sequence[Sequence[Word]], scale: float) -> list[Column]:
    """The columns, and those of headers that stand beside another one over the same column."""
    added: list[Column] = []
    before: _Head | None = None
    texts = _stacked([head for line, words in enumerate(heads) for head in _header_texts(words, scale, line)])
    if _are_paired(texts, found):
        return found
    for head in texts:
        at = _over(found, head.x1)
        if before and at >= 0 and at == _over(found, before.x1):
            left = _beside(found[at], (before.x0, before.x1), head.x0)
            if added and head.x0 < added[-1].last:
                added[-1] = Column(min(added[-1].left, left), max(added[-1].last, head.x1), True)
            else:
                added.append(Column(left, head.x1, True))
        before = head
    return sorted([*found, *added], key=lambda column: column.left)


def _are_paired(texts: Sequence[_Head], found: Sequence[Column]) -> bool:
    """Whether each text of a header stands over a column of its own, or was pushed right of it."""
    if len(texts) != len(found):
        return False
    after = [*(column.left for column in found[1:]), float("inf")]
    pairs = zip(texts, found, after, strict=True)
    return all(column.left <= head.x1 and (not head.fixed or head.x0 < right) for head, column, right in pairs)


def _stacked(texts: Sequence["_Head"]) -> list["_Head"]:
    """The texts of a header, those below one another as one; those that stand over several others are left out."""
    stacks: list[_Head] = []
    for head in sorted(texts, key=lambda head: (head.x0, head.line)):
        below = Counter(other.line for other in texts if other.line > head.line and head.x0 <= (other.x0 + other.x1) / 2 <= head.x1)
        if max(below.values(), default=0) > 1 or _is_between(head, [other for other in texts if other.line > head.line]):
            continue
        last = stacks[-1] if stacks else None
        beside = head.own and (last is None or last.own or not head.fixed)
        if last and last.line != head.line and head.x0 < last.x1 - _APART and not beside:
            stacks[-1] = _Head(last.x0, max(last.x1, head.x1), head.line, last.own or head.own)
        else:
            stacks.append(head)
    return stacks


def _is_between(head: _Head, below: Sequence[_Head]) -> bool:
    """Whether a text stands over the middle of two others, so that it heads both."""
    left = max((other for other in below if other.x1 <= head.x0 + _APART), key=lambda other: other.x1, default=None)
    right = min((other for other in below if other.x0 >= head.x1 - _APART), key=lambda other: other.x0, default=None)
    if left is None or right is None or any(head.x0 < other.x1 - _APART and other.x0 + _APART < head.x1 for other in below):
        return False
    if head.own and (left.own or right.own):
        return False
    return abs(left.x0 + left.x1 + right.x0 + right.x1 - 2 * (head.x0 + head.x1)) <= 2 * _OFF_MIDDLE


def _over(found: Sequence[Column], x1: float) -> int:
    """The last column that begins before a header text ends."""
    return sum(column.left <= x1 - _APART for column in found) - 1


def _beside(column: Column, header: tuple[float, float], x0: float) -> float:
    """Where the column of the next header text begins: below it where headers stand at the left, else where this column ends."""
    if abs(header[0] - column.left) <= 1 and not column.figures:
        return x0
    left = max(sum(header) - column.left, header[1], column.last) + _APART
    return left if left < x0 else (header[1] + x0) / 2


def _header_texts(words: Sequence[Word], scale: float, line: int) -> Iterator[_Head]:
    """The texts of a header line; a word where the one before would be followed by it goes on."""
    x0 = end = 0.0
    own = fixed = False
    for index, word in enumerate(words):
        apart = word.fixed and word.x0 - end >= _NEXT
        begins = not index or apart or _is_head_of_its_own(words[index - 1].text, word.text)
        if index and begins:
            yield _Head(x0, end, line, own, fixed)
        if begins:
            x0 = end = float(word.x0)
            own, fixed = _is_head_of_its_own("", word.text), word.fixed
        else:
            end += _BLANK * scale
        end += scale * width_of(word.text)
    yield _Head(x0, end, line, own, fixed)


def headed(before: str, word: str) -> float:
    """What a word of a header says for a beginning behind another one."""
    last, this = before.lower().strip(_SIGNS), word.lower().strip(_SIGNS)
    if this in _FAINT_HEADS and word[:1].upper() == word[:1]:
        return 0.0 if last in _HEADS or last in _MEASURES else _HEADED
    return _HEADED if _is_head_of_its_own(before, word) else -_HEADED


def _is_head_of_its_own(before: str, word: str) -> bool:
    """Whether a word of a header names a column by itself, whatever stands before it; behind a comma or a stroke it goes on."""
    bare = word.lower().strip(_SIGNS)
    if before.endswith(_OPEN) or (before.lower(), bare) in _PAIRS:
        return False
    known = bare in _HEADS or bare.split("/")[0] in _HEADS or bare in _CUT_HEADS
    return word[:1].upper() == word[:1] and known and before.lower().strip(_SIGNS) not in _MEASURES

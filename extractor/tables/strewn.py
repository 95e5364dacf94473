"""Tables whose columns a converter gave up: the cells stand below each other, in the order in which it came upon them.

Where the words of a header tell the kind of table, the cells are dealt to its columns by what they look like and by how many
each column holds, and become a grid again. What cannot be dealt with confidence stays as lines, and the document says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from extractor.reading.document import Block, Document, Grid, Line, Page, Place
from extractor.tables.spec import KindSpec
from extractor.tables.strewn_agreed import give_back_figures
from extractor.tables.strewn_cut import with_cut_headers
from extractor.tables.strewn_deal import BEAM, GOOD, WIDE_BEAM, deal
from extractor.tables.strewn_echoes import Echoes
from extractor.tables.strewn_fit import WORDS
from extractor.tables.strewn_grid import Gathered, gathered_pair, gathered_table
from extractor.tables.strewn_groups import regroup
from extractor.tables.strewn_heads import Head, Label, Wordings, find_labels, header_years, heads_of, without_units
from extractor.tables.strewn_implied import with_implied
from extractor.tables.strewn_joined import joined
from extractor.tables.strewn_known import Known
from extractor.tables.strewn_model import Dealt, Piece
from extractor.tables.strewn_parts import LEAST_LABELS, is_title, parted
from extractor.tables.strewn_pieces import is_value, pieces_of
from extractor.tables.strewn_regions import Region, full_width, is_caption, regions
from extractor.tables.strewn_running import without_running
from extractor.tables.strewn_schedule import Scheduled, without_schedule
from extractor.tables.strewn_torn import with_whole_headers
from extractor.tables.strewn_woven import Whole, unwoven

_GRIDS: Final = 0.05
"""Share of lines in grids up to which columns are taken as lost."""
_LEAST_SCORE, _LEAST_WORDED = 0.6, 0.2
"""Evidence per piece from which a dealing is believed, where figures tell, and where all columns hold words."""
_CLEAR: Final = 1.5
"""Evidence per piece from which a table is not dealt again: what other tables tell then rather misleads."""
_PAIR: Final = 0.45
"""What the title of an agreement says for a budget list that is a table of its own."""
_TITLE_LINES: Final = 3
_NEAR_LABELS: Final = 8
"""Lines below the last label among which a year may belong to the header."""
_MOST_PIECES: Final = 1500
_MOST_WIDE: Final = 1000
"""Lines of a table that is looked at more widely, times its columns, at most: the time that this takes grows with both."""
_LEAST_WIDE: Final = 0.4
"""Evidence per piece of such a table at least."""
_LISTED: Final = ("pk", "pk_anggaran")
"""An agreement, and the list of its budget."""
_FEW_LINES: Final = 3
"""Lines that are no table by themselves."""
_LEFT: Final = "{} tabel yang kolomnya hilang dalam teks tidak dapat disusun kembali dengan pasti; barisnya dibiarkan sebagai teks."
_EMPTIED: Final = "{} baris tabel yang kolomnya hilang dalam teks dikosongkan angkanya, karena persennya menunjukkan baris lain."

_SCHEDULES: Final = "Jadwal {} tabel yang kolomnya hilang dalam teks tidak dapat dibaca; tandanya dibiarkan sebagai teks."
_APART: Final = (
    "{} tabel yang kolomnya hilang dalam teks tidak menunjukkan baris yang dicakup sel gabungannya; isinya dibiarkan sebagai teks."
)


def gathered(document: Document, specs: Sequence[KindSpec]) -> Document:
    """The document with the tables of lost columns as grids; any other document as it is."""
    if document.method != "teks" or not _is_strewn(document):
        return document
    wordings = Wordings(specs)
    pages = without_running(document.pages, wordings)
    blocks = [block for page in pages for block in page.blocks]
    lines = [block for block in blocks if isinstance(block, Line)]
    easy = _Gatherer(wordings, full_width(blocks), Echoes(lines), Whole(lines))
    for page in pages:
        easy.page(page)
    gatherer = easy.again()
    found = [gatherer.page(page) for page in pages]
    give_back_figures(gatherer.tables)
    apart = regroup(gatherer.tables, [line.text for blocks in found for block in blocks for line in _outside(block)])
    pages = [replace(page, blocks=_flat(blocks)) for page, blocks in zip(pages, found, strict=True)]
    emptied = sum(table.emptied for table in gatherer.tables)
    told = ((_LEFT, gatherer.left), (_EMPTIED, emptied), (_SCHEDULES, gatherer.schedules), (_APART, apart))
    notes = [text.format(count) for text, count in told if count]
    return replace(document, pages=pages, notes=[*document.notes, *notes])


def _outside(block: Block | Gathered) -> list[Line]:
    """The lines that stand in no table."""
    return [line for line in (block.blocks if isinstance(block, Gathered) else [block]) if isinstance(line, Line)]


def _has_columns_of(head: Head, above: Head) -> bool:
    return [column.role.name for column in head.columns] == [column.role.name for column in above.columns]


def _flat(blocks: Sequence[Block | Gathered]) -> list[Block]:
    """The blocks of the page; what a table leaves out stands below the tables that follow it at once: these belong together.

    So does what stands in no cell between an agreement and the list of its budget.
    """
    result: list[Block] = []
    left: list[Block] = []
    for at, block in enumerate(blocks):
        if isinstance(block, Gathered):
            above, below = block.around()
            listed = at > 0 and _is_list(blocks[at - 1], block)
            lists = at + 1 < len(blocks) and _is_list(block, blocks[at + 1])
            result += [*([] if listed else above), block.grid, *([] if lists else below)]
            left += [*(above if listed else []), *(below if lists else []), *block.left]
        else:
            result += [*left, block]
            left = []
    return [*result, *left]


def _is_list(above: Block | Gathered, below: Block | Gathered) -> bool:
    """Whether the second one is the budget list of an agreement, and has no title of its own."""
    if not (isinstance(above, Gathered) and isinstance(below, Gathered)):
        return False
    between = [*above.around()[1], *below.around()[0]]
    return (above.head.spec.kind, below.head.spec.kind) == _LISTED and not any(
        isinstance(line, Line) and is_title(line.text) for line in between
    )


def _is_strewn(document: Document) -> bool:
    """Whether hardly any line stands in a table."""
    lines = grids = 0
    for _, block in document.blocks():
        if isinstance(block, Grid):
            grids += len(block.rows)
        else:
            lines += 1
    return grids <= _GRIDS * (lines + grids)


@dataclass
class _Gatherer:
    """Walks the pages once; the last table of a page may go on at the top of the next one."""

    wordings: Wordings
    width: float
    echoes: Echoes
    whole: Whole
    before: "dict[tuple[Place, tuple[str, ...]], _Outcome]" = field(default_factory=dict)
    """What the lines of a table made in the walk before."""
    now: "dict[tuple[Place, tuple[str, ...]], _Outcome]" = field(default_factory=dict)
    tables: list[Gathered] = field(default_factory=list)
    left: int = 0
    """Tables that could not be dealt."""
    schedules: int = 0
    """Tables whose schedule stays text."""
    last: Head | None = None
    context: str = ""
    """What stands above the last table."""

    def again(self) -> "_Gatherer":
        """Another walk, which knows what this one has found."""
        return _Gatherer(self.wordings, self.width, self.echoes, self.whole, self.now)

    def page(self, page: Page) -> list[Block | Gathered]:
        """The blocks of a page with tables in place of cells."""
        result: list[Block | Gathered] = []
        at = 0
        for first, *others in joined(regions(page.blocks, self.width), page.blocks, self.wordings):
            result += page.blocks[at : first.start]
            self.last = None if first.start > at else self.last
            result += self._region(first, others, page)
            at = others[-1].stop if others else first.stop
        self.last = None if at < len(page.blocks) else self.last
        return [*result, *page.blocks[at:]]

    def _region(self, first: Region, others: Sequence[Region], page: Page) -> list[Block | Gathered]:
        """The blocks of a stretch of cells, and of others on the page that are columns of the same table."""
        stretches = [page.blocks[region.start : region.stop] for region in (first, *others)]
        between = [block for above, below in pairwise((first, *others)) for block in page.blocks[above.stop : below.start]]
        lines = [block for stretch in stretches for block in stretch if isinstance(block, Line)]
        made = len(self.tables)
        cells = unwoven(with_cut_headers(with_whole_headers(lines, self.wordings), self.wordings), self.whole)
        found = [self._part(part, first) for part in parted(cells, self.wordings)]
        for table in self.tables[made + 1 :]:
            table.goes_on = False  # only the first table of a page can go on
        if len(self.tables) == made:
            return list(page.blocks[first.start : others[-1].stop if others else first.stop])
        return [*(block for blocks in found for block in blocks), *between]

    def _part(self, lines: Sequence[Line], region: Region) -> Sequence[Block | Gathered]:
        """The lines of one table at most."""
        scheduled = without_schedule(lines, self.wordings)
        labels = without_units(find_labels(scheduled.lines, self.wordings), scheduled.lines, self.wordings)
        heads = self._heads(scheduled, labels, region) if len(labels) >= LEAST_LABELS else []
        going_on = not heads and self.last is not None
        if len(lines) <= _FEW_LINES and not heads:
            return list(lines)
        if going_on and self.last is not None:
            heads = [replace(self.last, labels={})]
        table = self._dealt(scheduled.lines, heads)
        self.left += bool(heads) and table is None and not going_on
        before, self.last = self.last, table.head if table is not None else None
        if table is None:
            return list(lines)
        table.goes_on = before is not None and _has_columns_of(table.head, before)
        self.tables.append(table)
        self.schedules += bool(scheduled.aside)
        return [table, *scheduled.aside]

    def _dealt(self, lines: Sequence[Line], heads: Sequence[Head]) -> Gathered | None:
        """The table that the lines make; one that was dealt well before, or of which the others tell nothing, is not dealt again."""
        key = lines[0].place, tuple(line.text for line in lines)
        before = self.before.get(key)
        if before is None:
            self.now[key] = _dealt(lines, heads, self.echoes, Known())
        elif before.score >= _CLEAR:
            self.now[key] = before
        else:
            others = Known(outcome.table for at, outcome in self.before.items() if at != key and outcome.table)
            roles = {column.role.name for head in heads for column in head.all_columns}
            self.now[key] = _dealt(lines, heads, self.echoes, others) if others.tells_of(roles) else before
        return self.now[key].table

    def _heads(self, scheduled: Scheduled, labels: Sequence[Label], region: Region) -> list[Head]:
        """The headers that the labels make, years among them and what stands above them considered."""
        lines = scheduled.lines
        title = " ".join(line.text for line in lines[: labels[0].start][-_TITLE_LINES:] if not is_value(line.text))
        dates = header_years(lines, labels[-1].stop + _NEAR_LABELS)
        context = region.caption if is_caption(region.caption) else title or region.caption
        if self.last is not None and not is_title(context):
            context = self.context
        self.context = context
        heads = heads_of(labels, sorted(dates), context, self.wordings, scheduled=bool(scheduled.aside))
        return [with_implied(head, lines) for head in heads]


@dataclass(frozen=True, slots=True)
class _Outcome:
    """The table that lines make, None where they cannot be dealt with confidence, and the evidence per piece."""

    table: Gathered | None
    score: float = 0.0


def _dealt(lines: Sequence[Line], heads: Sequence[Head], echoes: Echoes, known: Known) -> _Outcome:
    """The table that the lines make below the header that suits them best; what makes none is looked at more widely."""
    found = _tried(lines, heads, echoes, known, BEAM)
    cells = len(lines) * max((len(head.all_columns) for head in heads), default=0)
    wide = found.table is None and found.score >= _LEAST_WIDE and cells <= _MOST_WIDE
    return _tried(lines, heads, echoes, known, WIDE_BEAM) if wide else found


def _tried(lines: Sequence[Line], heads: Sequence[Head], echoes: Echoes, known: Known, beam: int) -> _Outcome:
    """The table that the lines make, so many ways to deal them being followed up."""
    tried: list[tuple[Dealt, list[Piece], Head]] = []
    for head in sorted(heads, key=lambda head: head.attached is None):
        pieces = _pieces(lines, head)
        if pieces and not any(dealt.score >= GOOD for dealt, _, _ in tried):
            tried.append((deal(pieces, head.all_columns, echoes, known, beam=beam), pieces, head))
    if not tried:
        return _Outcome(None)
    dealt, pieces, head = max(tried, key=lambda option: option[0].score + _PAIR * (option[2].attached is not None))
    worded = all(set(column.role.looks) & WORDS for column in head.columns if column.role.name != "nomor")
    if dealt.rows == 0 or dealt.score < (_LEAST_WORDED if worded else _LEAST_SCORE):
        return _Outcome(None, dealt.score)
    table = gathered_pair(lines, pieces, dealt, head) if head.attached else gathered_table(lines, pieces, dealt, head)
    return _Outcome(table, dealt.score)


def _pieces(lines: Sequence[Line], head: Head) -> list[Piece]:
    """The pieces of the lines; none where there is no body, or too much of it."""
    pieces = pieces_of(lines, head)
    return pieces if any(not piece.heads for piece in pieces) and len(pieces) <= _MOST_PIECES else []

"""From the grids of a document to its tables: the *flow* of lines and whole tables in reading order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from extractor.reading.document import Cell, Document, Grid, Line, Page, by_page
from extractor.tables.anchored import anchored
from extractor.tables.attached import announces, split_attached
from extractor.tables.broken import joined_at_breaks, numbers_before_breaks, raise_to_figures
from extractor.tables.cells import is_noise, merge
from extractor.tables.column_pairs import Part, Span, moved, nearest, pair_columns, spans_of
from extractor.tables.conservation import difference
from extractor.tables.divide import divide
from extractor.tables.flowing import unflowed
from extractor.tables.group_labels import is_label, label_row
from extractor.tables.headers import heads_alone, known_words, same_header
from extractor.tables.justified import spread_columns
from extractor.tables.named import Names
from extractor.tables.numbered import mend_numbers
from extractor.tables.partition import partition
from extractor.tables.parts import (
    ALIGNED,
    DRAWN,
    as_lines,
    dealt_out,
    header_keys,
    header_levels,
    header_texts,
    is_table,
    names_more,
    split,
    under_years,
)
from extractor.tables.printed_rows import Entries, told_by_places
from extractor.tables.profile import is_index_row, looks
from extractor.tables.rows import Columns, describe
from extractor.tables.rows_model import PhysicalRow
from extractor.tables.sign_above import with_signs
from extractor.tables.spanning import gathered, spanning_columns
from extractor.tables.stacked import currency_columns, goes_on_below, joined_with_next, moved_row, widened
from extractor.tables.stitch import OpenTable, continues, is_junk, is_signed, is_title, touches
from extractor.tables.table import Column, Item, Row, Table
from extractor.tables.titles import caption_below, captions_stand_below, find_title, find_year
from extractor.tables.wrapped_labels import joined_labels
from extractor.values.joining import Vocabulary, mend_cuts

_SQUEEZED = "kata tabel ini tergeser dalam teks dan dikembalikan ke kolomnya menurut isinya; cocokkan setiap angka dengan dokumen aslinya"
_STREWN = "kolom tabel ini hilang dalam teks dan disusun kembali dari isi selnya; cocokkan setiap angka dengan dokumen aslinya"
_STACKED = "sel bertumpuk di tabel ini dapat dibagi dengan lebih dari satu cara; cocokkan setiap uraian dengan dokumen aslinya"
SAME_ROW = 0.9
SAME_HEADER = 0.8
KNOWN = 0.6
"""Header texts that agree so well with the vocabulary are a header, whatever stands before."""


@dataclass(slots=True)
class _Builder:
    """Walks the blocks once; at most one table is open at a time."""

    vocabulary: Vocabulary
    wordings: frozenset[str]
    names: Names
    items: list[Item] = field(default_factory=list)
    between: list[Line] = field(default_factory=list)
    open: OpenTable | None = None
    last_page: int = 0

    def line(self, line: Line) -> None:
        self.between.append(line)

    def grid(self, grid: Grid, page: Page, index: int) -> bool:
        """Takes a grid as a table or as part of the open one; False where it is neither."""
        grid = with_signs(grid) if grid.origin in ALIGNED else grid
        parts = [part for piece in split_attached(grid) for part in (divide(piece, self.wordings) if isinstance(piece, Grid) else [piece])]
        if len(parts) == 1:
            return self._part(grid, page, index)
        if not isinstance(parts[0], Grid):
            raise TypeError("a grid begins with rows")
        drawn_header = [r.text for r in split(parts[0], self.wordings)[0]]
        for n, part in enumerate(parts):
            if isinstance(part, Line):
                self.line(part)
            elif not self._part(part, page, index):
                self.between += as_lines(part)
            elif n and self.open:
                self.open.repeated = drawn_header
        return True

    def _part(self, grid: Grid, page: Page, index: int) -> bool:
        header, rows, dropped = split(grid, self.wordings, self.names, self.open.header if self.open else ())
        if self.open and header and self._is_cut_header(self.open, grid):
            header = [*(widened(row, self.open.grids[0].edges, grid.edges) for row in self.open.header_rows), *header]
            self._begin([*self.open.grids, grid], header, rows, [*self.open.dropped, *dropped], self.open.block)
            self.last_page = page.number
            return True
        going_on = self._going_on(grid, header, rows, page.number != self.last_page)
        if going_on is not None:
            self._extend(grid, *going_on, dropped, new_page=page.number != self.last_page)
        elif not is_table(grid) and not self._heads(grid, header or rows):
            return False
        else:
            self.close()
            header, rows = (header, rows) if header or is_table(grid) else (rows, header)
            self._begin([grid], header, rows, dropped, index)
        self.last_page = page.number
        return True

    def _heads(self, grid: Grid, header: list[PhysicalRow]) -> bool:
        """Whether a line with tabs is the header of a table that a page break keeps from its entries, or a drawn row that of a budget list
        whose entries stand below it without rules.
        """
        texts = header_texts(header) if len(grid.rows) == 1 else []
        if grid.origin == "ruled":
            listed = bool(texts) and "header_amount" in announces(texts[0])
            return listed and min(known_words([text for text in texts[0] if text], self.wordings)) > SAME_HEADER
        return bool(texts) and grid.origin == "tab" and heads_alone(texts, self.wordings)

    def _begin(self, grids: list[Grid], header: list[PhysicalRow], rows: list[PhysicalRow], dropped: list[str], block: int) -> None:
        keys = header_keys(header, grids[-1].width)
        self.open = OpenTable(header_texts(header), keys, rows, grids, header, dropped=dropped, block=block)
        self.open.spans = spans_of(grids[-1], grids[-1].width)

    def _is_cut_header(self, table: OpenTable, grid: Grid) -> bool:
        """Whether a page break runs through a drawn header: nothing but it above, and all its rules go on below."""
        below = not any(not is_junk(line.text) for line in self.between)
        drawn = all(part.origin == "ruled" for part in (*table.grids, grid))
        return below and drawn and not table.rows and bool(table.header) and goes_on_below(table.grids[0].edges, grid.edges)

    def _going_on(
        self, grid: Grid, header: list[PhysicalRow], rows: list[PhysicalRow], new_page: bool
    ) -> tuple[list[PhysicalRow], list[PhysicalRow]] | None:
        """Header and rows of the grid as a part of the open table, or None where it is none."""
        if self.open is None or any(map(is_signed, self.between)):
            return None
        between = [] if is_label(self.between, self.open, grid, header, rows) else self.between
        again = bool(header) and same_header(self.open.header, header_texts(header)) >= SAME_HEADER
        if not again and (self._awaits_body(grid) or self._awaits_printed_body(grid, header)):
            body = [*header, *rows]
            numbers = int(len(body) > 1 and is_index_row(body[0].text))
            return body[:numbers], body[numbers:]
        readings = [_promoted(self.open, *_repeated(self.open, header, rows))]
        if self._is_doubtful(header):
            readings.append(([], [*header, *rows]))
        for head, body in readings:
            if body and not head and not between and touches(self.open.grids[-1], grid):
                return head, body
            if (head or body) and continues(self.open, header_texts(head), body, between, new_page) > 0:
                return head, body
        return None

    def _is_doubtful(self, header: list[PhysicalRow]) -> bool:
        """Header rows that neither are those of the open table nor agree well with the vocabulary."""
        texts = header_texts(header)
        if self.open is None or not texts or not self.open.header or same_header(self.open.header, texts) >= SAME_HEADER:
            return False
        known = known_words([t for t in texts[0] if t], self.wordings)
        return sum(known) <= KNOWN * len(known) and len(texts[0]) == self.open.width

    def _awaits_body(self, grid: Grid) -> bool:
        """The open table is a header drawn by itself, and this grid stands right below it on as many columns."""
        below = not any(not is_junk(line.text) for line in self.between)
        return self.open is not None and not self.open.rows and bool(self.open.header) and below and grid.width == self.open.width

    def _awaits_printed_body(self, grid: Grid, header: list[PhysicalRow]) -> bool:
        """The open table is but the header of an aligned one, and this grid without header stands below it, a label between at most."""
        real = [line for line in self.between if not is_junk(line.text)]
        label = len(real) <= 1 and not any(is_title(line) for line in real)
        bare = self.open is not None and not self.open.rows and bool(self.open.header) and not header
        return bare and label and grid.origin in ALIGNED and grid.width >= (self.open.width if self.open else 0)

    def _extend(self, grid: Grid, header: list[PhysicalRow], rows: list[PhysicalRow], dropped: list[str], *, new_page: bool) -> None:
        table = self.open
        if table is None:
            raise RuntimeError("no table is open")
        keys = header_keys(header, grid.width)
        spans = spans_of(grid, grid.width)
        if is_label(self.between, table, grid, header, rows):
            rows, self.between = [label_row(self.between, grid.width), *rows], []
        if not table.rows and not header and grid.origin in ALIGNED and table.width != grid.width:
            _move_header(table, spans)
        printed = all(part.origin == "layout" for part in (grid, table.grids[-1]))
        pairs = pair_columns(
            Part(table.keys, table.rows, table.spans), Part(keys, rows, spans), repeated=bool(table.repeated), printed=printed
        )
        old, new = _order([a for a, _ in pairs]), _order([b for _, b in pairs])
        table.rows = [_spread(r, old) for r in table.rows]
        table.header_rows = [_spread(r, old) for r in table.header_rows]
        table.header = header_texts(table.header_rows)
        table.keys = [table.keys[a] if a is not None else (keys[b] if b is not None else "") for a, b in pairs]
        table.spans = moved(table.spans, spans, pairs) if printed else spans_of(grid, table.width)
        repeated = [_spread(r, new) for r in header]
        if names_more(repeated, table.header_rows):
            table.header_rows, table.header = repeated, header_texts(repeated)
            table.keys = header_keys(repeated, table.width)
        added = [_spread(r, new) for r in rows]
        if added:
            added[0].after_break = True
            added[0].new_page = new_page
        table.rows += added
        table.grids.append(grid)
        table.dropped += [*dropped, *(text for row in header for text in row.text)]
        self.items += [line for line in self.between if not is_junk(line.text)]
        self.between = []

    def close(self) -> None:
        if self.open and not self.open.rows and not any(map(is_table, self.open.grids)):
            self.items += [line for grid in self.open.grids for line in as_lines(grid)]
        elif self.open:
            self.items.append(_finish(self.open, self.vocabulary))
        self.open = None
        self.items += self.between
        self.between = []


def _move_header(table: OpenTable, spans: list[Span]) -> None:
    """Puts the header of a table that has nothing else over the columns of its body."""
    if not table.spans or not spans:
        return
    at = nearest(table.spans, spans)
    table.header_rows = [moved_row(row, at, len(spans)) for row in table.header_rows]
    table.header = header_texts(table.header_rows)
    table.keys = header_keys(table.header_rows, len(spans))
    table.spans = spans


def _repeated(table: OpenTable, header: list[PhysicalRow], rows: list[PhysicalRow]) -> tuple[list[PhysicalRow], list[PhysicalRow]]:
    """Of the header rows of a continuing part only those that repeat the table's header; the others are entries."""
    own = [*table.header, *table.repeated]
    known = [
        # words alone tell nothing about a row of years
        is_index_row(row.text) or row.text in own or any(same_header([text], [row.text]) >= SAME_HEADER for text in own)
        for row in header
    ]
    figures = any(
        not any(ch.isalpha() for text in row.text for ch in text) for row, is_own in zip(header, known, strict=True) if not is_own
    )
    if not known or not known[0] or (not figures and same_header(table.header, header_texts(header)) >= SAME_ROW):
        return header, rows
    return [row for row, is_own in zip(header, known, strict=True) if is_own], [
        *(row for row, is_own in zip(header, known, strict=True) if not is_own),
        *rows,
    ]


def _promoted(table: OpenTable, header: list[PhysicalRow], rows: list[PhysicalRow]) -> tuple[list[PhysicalRow], list[PhysicalRow]]:
    """A row that opens the table and stands again at the top of the next part is its header, whatever its words."""
    if header or table.header_rows or len(rows) < 2 or len(table.rows) < 2:
        return header, rows
    if same_header([table.rows[0].text], [rows[0].text]) < SAME_ROW:
        return header, rows
    table.header_rows, table.rows = table.rows[:1], table.rows[1:]
    table.header = [table.header_rows[0].text]
    table.keys = header_keys(table.header_rows, table.width)
    return rows[:1], rows[1:]


def assemble(document: Document, contents: frozenset[int], wordings: frozenset[str]) -> list[Item]:
    """All lines and tables of a document in reading order, kinds not yet recognised.

    ``contents`` are the blocks of the table of contents (its grids stay lines);
    ``wordings`` are the known header texts.
    """
    builder = _Builder(_vocabulary(document), wordings, Names.of(document))
    for index, (page, block) in enumerate(document.blocks()):
        if isinstance(block, Line):
            builder.line(block)
        elif index in contents or not builder.grid(block, page, index):
            for line in as_lines(block):
                builder.line(line)
    builder.close()
    return finish_flow(builder.items, document.id)


def _vocabulary(document: Document) -> Vocabulary:
    return Vocabulary.of(
        line.text for _, block in document.blocks() for line in ([block] if isinstance(block, Line) else _grid_lines(block))
    )


def _grid_lines(grid: Grid) -> list[Line]:
    return [line for row in grid.rows for cell in row.cells for line in cell.lines]


def _order(columns: list[int | None]) -> Sequence[int | None]:
    """The columns as a range where all stay in their places."""
    return range(len(columns)) if columns == list(range(len(columns))) else columns


def _spread(row: PhysicalRow, order: Sequence[int | None]) -> PhysicalRow:
    if order == range(len(row.cells)):
        return row
    cells = [row.cells[i] if i is not None and i < len(row.cells) else Cell() for i in order]
    return row.with_cells(cells)


def _finish(table: OpenTable, vocabulary: Vocabulary) -> Table:
    aligned = all(grid.origin in ALIGNED for grid in table.grids)
    spread = spread_columns(table.rows, table.header_rows) if aligned else []
    for c in sorted({*currency_columns(table.rows), *spread}, reverse=True):
        table.rows = [joined_with_next(r, c) for r in table.rows]
        table.header_rows = [joined_with_next(r, c) for r in table.header_rows]
        table.keys = [*table.keys[:c], *table.keys[c + 1 :]]
    table.rows, entries = _flowing(table, vocabulary) or told_by_places(table)
    table.rows = table.rows if entries else joined_labels(anchored(table.rows))
    for c in range(min(2, table.width)):
        mend_numbers(table.rows, c)
    columns = describe(table.rows, table.width)
    if entries is None:
        table.rows = raise_to_figures(table.rows, columns.ordinal)
    table.rows = numbers_before_breaks(table.rows, columns.ordinal)
    spanning = () if any(grid.origin in DRAWN for grid in table.grids) else spanning_columns(table.rows, columns)
    if entries:
        ranges = joined_at_breaks(table.rows, entries, columns.ordinal)
    else:
        ranges = partition(table.rows, replace(columns, texts=tuple(c for c in columns.texts if c not in spanning)))
    texts = gathered(table.rows, ranges, columns, spanning)
    rows = [_row(table.rows[a:b], columns, vocabulary, text) for (a, b), text in zip(ranges, texts, strict=True)]
    header = [_header_row(r, vocabulary) for r in header_levels(table.header_rows)]
    keys = dealt_out(header_keys(table.header_rows, table.width, table.rows))
    named = [Column(i, mend_cuts(key, vocabulary)) for i, key in enumerate(under_years(keys))]
    places = by_page([row.place for row in [*table.header_rows, *table.rows]])
    result = Table("", header, rows, named, places, block=table.block)
    strewn = any(grid.origin == "strewn" for grid in table.grids)
    if strewn or any(grid.guessed for grid in table.grids):
        result.guessed = True
        result.notes.append(_STREWN if strewn else _SQUEEZED)
    if any(row.doubtful for row in table.rows):
        result.guessed = True
        result.notes.append(_STACKED)
    lost, doubled = difference(table.grids, [*header, *rows], table.dropped)
    result.notes += [f"angka {token} tercetak di tabel tetapi tidak masuk sel mana pun" for token in lost]
    result.notes += [f"angka {token} masuk lebih dari satu sel" for token in doubled]
    return result


def _flowing(table: OpenTable, vocabulary: Vocabulary) -> tuple[list[PhysicalRow], Entries] | None:
    """The rows and entries of a text's table whose cells are running text; None where they are not."""
    rows = unflowed(table.rows, vocabulary) if all(grid.origin == "tab" for grid in table.grids) else None
    return (rows, [(n, n + 1) for n in range(len(rows))]) if rows else None


def _header_row(row: PhysicalRow, vocabulary: Vocabulary) -> Row:
    return Row([merge([cell], vocabulary, value=False) for cell in row.cells], by_page([row.place]))


def _row(rows: Sequence[PhysicalRow], columns: Columns, vocabulary: Vocabulary, spanning: Mapping[int, Sequence[Cell]]) -> Row:
    """The entry of these rows; ``spanning`` are its cells in the columns whose texts run on beside the entries below."""
    parts = [spanning[c] if c in spanning else _column(rows, c, columns) for c in range(len(rows[0].cells))]
    cells = [merge(part, vocabulary, value=c in columns.values) for c, part in enumerate(parts)]
    if columns.ordinal is not None:
        cells[columns.ordinal].raw = "\n".join(raw for r in rows if (raw := r.cells[columns.ordinal].raw))
    for c in columns.prose:
        if is_noise(cells[c].text):
            cells[c].text = ""
    row = Row(cells, by_page([r.place for r in rows]))
    filled = [c.text for c in cells if c.text]
    if row.total_label():
        row.role = "total"
    elif len(filled) == 1 and not looks(filled[0]) & {"amount", "percent"} and any(ch.isalpha() for ch in filled[0]) and cells[0].text:
        row.role = "group"
    return row


def _column(rows: Sequence[PhysicalRow], column: int, columns: Columns) -> list[Cell]:
    """The cells of one column of an entry; of a number printed twice the first."""
    cells = [row.cells[column] for row in rows]
    if column != columns.ordinal:
        return cells
    first = {row.text[column]: at for at, row in reversed(list(enumerate(rows)))}
    return [cell for at, (row, cell) in enumerate(zip(rows, cells, strict=True)) if not row.text[column] or first[row.text[column]] == at]


def _take_captions_below(tables: Sequence[Table]) -> None:
    """Titles from the captions under the tables, which then stand neither behind them nor before the next ones."""
    for at, table in enumerate(tables):
        length = caption_below(table.after)
        if length:
            table.number, table.title = find_title(table.after[:length])
            table.after = table.after[length:]
            if at + 1 < len(tables):
                tables[at + 1].before = tables[at + 1].before[length:]


def finish_flow(items: list[Item], document: str) -> list[Item]:
    """Ids, neighbouring lines and titles of the tables, in order."""
    tables = [(i, item) for i, item in enumerate(items) if isinstance(item, Table)]
    for n, (at, table) in enumerate(tables):
        start = tables[n - 1][0] + 1 if n else 0
        stop = tables[n + 1][0] if n + 1 < len(tables) else len(items)
        table.id = f"{document}-T{n + 1:02d}"
        table.before = tuple(x for x in items[start:at] if isinstance(x, Line))
        table.after = tuple(x for x in items[at + 1 : stop] if isinstance(x, Line))[:60]
    if captions_stand_below([(table.before, table.after) for _, table in tables]):
        _take_captions_below([table for _, table in tables])
    for _, table in tables:
        table.before = table.before[-40:]
        if not table.title:
            table.number, table.title = find_title(table.before)
        table.year = table.year or find_year(table.title, table.before)
    return items

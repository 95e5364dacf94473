"""Budget lists under an agreement that have lost their table: found by their header words, put together again.

Header, items and amounts may stand on lines of their own, in any interleaving with the signatures. The lines are taken
apart into tokens, items are put together from them, and amounts are given to items by the best order-preserving pairing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.reading.document import Line, Place, by_page
from extractor.tables.attached import announces
from extractor.tables.list_items import Amount, ListItem, collect, is_open, pair
from extractor.tables.list_tokens import Token, header_kinds, is_signature, tokens
from extractor.tables.profile import looks
from extractor.tables.table import Column, Item, Row, Table, TableCell

MAX_LINES = 30
"""Lines under the table of targets that are searched for a list."""
MAX_TO_HEADER = 8
_HEADS = {"header_item", "header_amount"}
_STOP = re.compile(
    r"^\W*(?:perjanjian\s+kinerja|penetapan\s+kinerja|rencana\s+(?:kerja|kinerja|aksi)|bab\s+[IVX]+\b|lampiran|dalam\s+rangka|tabel\s|nama\s*:|jalan\b|jl\.|telp)",
    re.IGNORECASE,
)
_LEADS = re.compile(r"\b(?:anggaran|pagu)\b.*:\s*$", re.IGNORECASE)
"""A sentence that leads to the budget of an agreement: "Anggaran untuk mencapai sasaran tersebut adalah:"."""
_HEADING = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})+\.?|[A-Z][.)])\s+[^\W\d_a-z]")
"""A number with its parts, or a letter, and a capital: a heading below the list, no rest of its last item."""


@dataclass(slots=True)
class _Zone:
    """What stands under a table of targets: lines up to the next table or heading, and that table."""

    start: int
    lines: list[Line] = field(default_factory=list)
    table: Table | None = None


def recover_budget_lists(flow: list[Item]) -> list[Item]:
    """The flow with every lost budget list as a table of kind ``pk_anggaran``; lines that belong to none stay lines.

    Looks only under tables of kind ``pk``, and only where header words announce a list.
    """
    result: list[Item] = []
    at = 0
    while at < len(flow):
        item = flow[at]
        result.append(item)
        at += 1
        if not isinstance(item, Table) or item.kind not in ("pk", "pk_anggaran"):
            continue
        zone = _zone(flow, at)
        replaced = (
            (_prolonged(item, zone) or _continued(item, zone) or _ended(item, zone)) if item.kind == "pk_anggaran" else _recovered(zone)
        )
        if replaced is not None:
            result += replaced[0]
            at += replaced[1]
    return result


def _zone(flow: Sequence[Item], start: int) -> _Zone:
    zone = _Zone(start)
    for item in flow[start : start + MAX_LINES]:
        if isinstance(item, Table):
            zone.table = item
            break
        if _STOP.match(item.text):
            break
        zone.lines.append(item)
    return zone


def _recovered(zone: _Zone) -> tuple[list[Item], int] | None:
    """Items that replace the first so many of the flow under a table of targets; None where there is no list."""
    found = tokens(zone.lines)
    heads = [t for t in found if t.kind in _HEADS and t.line < MAX_TO_HEADER]
    announced = {t.kind for t in found if heads and t.kind in _HEADS and t.line >= heads[0].line}
    if announced == _HEADS:
        start = heads[0].line
        items, amounts = collect([t for t in found if t.line >= start])
        pairs = pair(items, amounts)
        if any(pairs):
            return _from_lines(zone, start, items, pairs)
    if "header_item" not in announced and (told := _told(zone, found)) is not None:
        return _from_lines(zone, *told)
    if (
        zone.table is not None
        and _lacks_roles(zone.table, heads)
        and announced | {kind for row in zone.table.header for kind in announces([c.text for c in row.cells])} == _HEADS
    ):
        return _absorbed(zone, zone.table, [t for t in found if t.kind in _HEADS])
    return None


def _told(zone: _Zone, found: Sequence[Token]) -> tuple[int, Sequence[ListItem], Sequence[Amount | None]] | None:
    """Where the list that a sentence about the budget leads to begins, its items and amounts: numbered, or each beside its amount."""
    start = next((n + 1 for n, line in enumerate(zone.lines[:MAX_TO_HEADER]) if _LEADS.search(line.text)), None)
    if start is None:
        return None
    signed = next((t.line for t in found if t.line >= start and t.kind == "junk"), len(zone.lines))
    for end in (len(zone.lines), signed):
        items, amounts = collect([t for t in found if start <= t.line < end])
        pairs = pair(items, amounts)
        told = len(items) == len(amounts) > 1 and all(pairs)
        beside = all(amount is not None and amount.line in item.lines[:1] for item, amount in zip(items, pairs, strict=True))
        if told and (beside or all(item.number for item in items)):
            return start, items, pairs
    return None


def _lacks_roles(table: Table, heads: Sequence[Token]) -> bool:
    """A list of items and amounts that was not recognised, or whose header stands outside it."""
    known = table.kind == "pk_anggaran" and table.column("jumlah") is not None
    return _is_list(table) and (bool(heads) or not known)


def _from_lines(zone: _Zone, start: int, items: Sequence[ListItem], pairs: Sequence[Amount | None]) -> tuple[list[Item], int]:
    kept = [(item, amount) for item, amount in zip(items, pairs, strict=True) if amount is not None or item.evidence > 0]
    last = max(amount.line for _, amount in kept if amount is not None)
    kept = [(item, amount) for item, amount in kept if amount is not None or item.lines[0] <= last]
    used = {n for item, amount in kept for n in (*item.lines, *((amount.line,) if amount else ()))}
    end = max(used)
    rows = [_row(item, amount, zone.lines) for item, amount in kept]
    heads = [n for n in range(start, end + 1) if header_kinds(" ".join(zone.lines[n].text.strip(" -•").split()))]
    between = [zone.lines[n] for n in range(start, end + 1) if n not in used and n not in heads]
    header = Row([TableCell("Program/Kegiatan"), TableCell("Anggaran")], by_page([zone.lines[n].place for n in heads]))
    sure = _confidence(sum(amount is not None for _, amount in kept), len(kept))
    columns = [Column(0, "Program/Kegiatan", "uraian", None, sure), Column(1, "Anggaran", "jumlah", None, sure)]
    places = by_page([line.place for line in zone.lines[start : end + 1]])
    table = Table("", [header], rows, columns, places, "pk_anggaran", sure, notes=["daftar tanpa tabel, disusun kembali"])
    return [*zone.lines[:start], table, *between], end + 1


def _confidence(with_amount: int, rows: int) -> float:
    """How sure a list under its two header words is: the more of its items have an amount, the surer."""
    return round(0.5 + 0.48 * with_amount / max(1, rows), 3)


def _row(item: ListItem, amount: Amount | None, lines: Sequence[Line]) -> Row:
    text = f"{item.whole(amount)} {item.code}".strip()
    label = TableCell(text, text, by_page([lines[n].place for n in item.lines]))
    figure = TableCell(amount.text, amount.text, (lines[amount.line].place,)) if amount else TableCell()
    return Row([label, figure], by_page([*label.places, *figure.places]))


def _is_list(table: Table) -> bool:
    """Few columns, a text and an amount in nearly every row."""
    if table.kind not in ("lain", "pk_anggaran") or not table.rows:
        return False
    good = sum(
        any(_is_amount(c.text) for c in row.cells) and any(len(c.text) > 8 and not _is_amount(c.text) for c in row.cells)
        for row in table.rows
    )
    return good >= 0.5 * len(table.rows) and not any(looks(c.text) & {"percent"} for row in table.rows for c in row.cells)


def _is_amount(text: str) -> bool:
    return bool(looks(text) & {"amount"})


def _absorbed(zone: _Zone, table: Table, heads: Sequence[Token]) -> tuple[list[Item], int]:
    """The table becomes the list; the header lines above it, if any, become its header."""
    with_amount = sum(any(_is_amount(c.text) for c in row.cells) for row in table.rows)
    table.kind, table.confidence = "pk_anggaran", max(table.confidence, _confidence(with_amount, len(table.rows)))
    used = sorted({t.line for t in heads})
    _name_columns(table, next((t.text for t in heads if t.kind == "header_item"), ""))
    if used:
        places = [zone.lines[n].place for n in used]
        table.header = [Row([TableCell(c.header) for c in table.columns], by_page(places)), *table.header]
        table.places = by_page([*places, *table.places])
    return [*(line for n, line in enumerate(zone.lines) if n not in used), table], len(zone.lines) + 1


def _name_columns(table: Table, label: str) -> None:
    letters = [sum(ch.isalpha() for row in table.rows for ch in row.text(c.index)) for c in table.columns]
    amounts = [sum(_is_amount(row.text(c.index)) for row in table.rows) for c in table.columns]
    text, amount = letters.index(max(letters)), amounts.index(max(amounts))
    for column in table.columns:
        column.role = None
        if column.index < text and any("ordinal" in looks(row.text(column.index)) for row in table.rows):
            column.role = "nomor"
    table.columns[text].role, table.columns[text].header = "uraian", label or table.columns[text].header
    table.columns[amount].role, table.columns[amount].header = "jumlah", "Anggaran" if label else table.columns[amount].header


def _continued(table: Table, zone: _Zone) -> tuple[list[Item], int] | None:
    """Items that stand as plain lines directly under a list become its last rows."""
    count = next((n for n, line in enumerate(zone.lines) if is_signature(line.text)), len(zone.lines))
    lines = zone.lines[:count]
    label, amount_column = table.column("uraian"), table.column("jumlah")
    if not lines or label is None or amount_column is None:
        return None
    items, amounts = collect(tokens(lines))
    pairs = pair(items, amounts)
    if not items or not all(pairs) or len(amounts) != len(items) or not any(item.number or item.code for item in items):
        return None
    for item, amount in zip(items, pairs, strict=True):
        short = _row(item, amount, lines)
        cells = [TableCell() for _ in table.columns]
        cells[label], cells[amount_column] = short.cells
        table.rows.append(Row(cells, short.places))
    table.places = by_page([*table.places, *(line.place for line in lines)])
    return [], count


def _prolonged(table: Table, zone: _Zone) -> tuple[list[Item], int] | None:
    """Rows that go on with the list on the next page, perhaps under the repeated header of another table, become its last rows."""
    other = zone.table
    label, amount = table.column("uraian"), table.column("jumlah")
    if other is None or zone.lines or label is None or amount is None or not _is_list(other):
        return None
    before, after = _last_number(table.rows), _first_number(other.rows)
    if before is None or after != before + 1:
        return None
    for row in other.rows:
        figures = [cell for cell in row.cells if _is_amount(cell.text)]
        texts = [cell for cell in row.cells if cell not in figures]
        cells = [TableCell() for _ in table.columns]
        cells[label] = max(texts, key=lambda cell: len(cell.text), default=TableCell())
        cells[amount] = figures[0] if figures else TableCell()
        table.rows.append(Row(cells, row.places, row.role))
    table.places = by_page([*table.places, *other.places])
    return [], 1


def _ended(table: Table, zone: _Zone) -> tuple[list[Item], int] | None:
    """The wrapped rest of the last item, left behind as a line under the list, goes back into its cell."""
    label = table.column("uraian")
    if label is None or not table.rows or not zone.lines or is_signature(zone.lines[0].text):
        return None
    line, row = zone.lines[0], table.rows[-1]
    if _HEADING.match(line.text) or not _is_plain(line) or not (_is_cut_short(row) or _stands_under(line.place, row)):
        return None
    cell = row.cells[label]
    row.cells[label] = TableCell(f"{cell.text} {line.text}", f"{cell.raw}\n{line.text}", by_page([*cell.places, line.place]))
    row.places = by_page([*row.places, line.place])
    table.places = by_page([*table.places, line.place])
    return [], 1


def _is_plain(line: Line) -> bool:
    """Whether a line is words alone: with an amount, or its sign, it is a sentence and no rest of an item."""
    found = [token.kind for token in tokens([line])]
    return found[0] == "text" and not {"amount", "currency"} & set(found)


def _is_cut_short(row: Row) -> bool:
    return any(is_open(cell.text) for cell in row.cells if cell.text and not _is_amount(cell.text))


def _stands_under(place: Place, row: Row) -> bool:
    """Whether a line starts where a text of the row starts, directly under it (PDF only)."""
    for cell in row.cells:
        box = cell.places[-1].box if cell.places else None
        if box and place.box and cell.places[-1].page == place.page and len(cell.text) > 3:
            height = place.box[3] - place.box[1]
            if abs(box[0] - place.box[0]) < 0.4 * height and 0 <= place.box[1] - box[3] < 1.3 * height:
                return True
    return False


def _last_number(rows: Sequence[Row]) -> int | None:
    return next((n for row in reversed(rows) if (n := _first_number([row])) is not None), None)


def _first_number(rows: Sequence[Row]) -> int | None:
    """The list number of the first row: a cell of its own, or the start of its text."""
    for row in rows[:1]:
        match = re.match(r"\(?(\d{1,2})[.)]?(?:\s|$)", next((cell.text for cell in row.cells if cell.text), ""))
        return int(match[1]) if match else None
    return None

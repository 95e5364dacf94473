"""Figures that were dealt to each other's rows, put right where this is proven: they fit all of these rows in another order, in one alone.

A printed slip changes a figure; it does not exchange those of several rows. What exchanges them is the dealing.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from extractor.tables.strewn_fit import ratio_agrees

_LEAST: Final = 2
_MOST: Final = 16
"""Rows whose figures may be exchanged, at least and at most."""
_STEPS: Final = 2000
"""Choices that are tried before it is given up."""


def reordered(figures: Sequence[str], fits: Callable[[int, str], bool]) -> dict[int, int]:
    """Row -> the row that has its figure: all of these fit in this order, and in no other; nothing where there is no such order.

    Rows that no figure of the others fits, and those whose figure fits none, stay as they are.
    """
    options = {row: {text for text in figures if fits(row, text)} for row in range(len(figures))}
    rows = set(options)
    while left := {row for row in rows if not (_has(options[row], rows, figures) and any(figures[row] in options[at] for at in rows))}:
        rows -= left
    if not _LEAST <= len(rows) <= _MOST:
        return {}
    orders: list[dict[int, str]] = []
    steps = iter(range(_STEPS))
    _fill({row: options[row] for row in sorted(rows)}, Counter(figures[row] for row in rows), {}, orders, steps)
    if len(orders) != 1 or next(steps, None) is None:
        return {}
    places = {text: [row for row in sorted(rows) if figures[row] == text] for text in orders[0].values()}
    return {row: places[text].pop(0) for row, text in sorted(orders[0].items())}


def _has(options: set[str], rows: set[int], figures: Sequence[str]) -> bool:
    return any(figures[row] in options for row in rows)


def _fill(
    options: Mapping[int, set[str]], left: Counter[str], taken: dict[int, str], orders: list[dict[int, str]], steps: Iterator[int]
) -> None:
    """Adds the orders that give every row a figure of its options; two at most."""
    open_rows = [row for row in options if row not in taken]
    if not open_rows:
        orders.append(taken)
        return
    row = min(open_rows, key=lambda row: sum(left[text] > 0 for text in options[row]))
    for text in sorted(options[row]):
        if left[text] > 0 and len(orders) < _LEAST and next(steps, None) is not None:
            _fill(options, left - Counter([text]), {**taken, row: text}, orders, steps)


def by_shares(rows: int, columns: Sequence[int], text: Callable[[int, int], str]) -> dict[tuple[int, int], int]:
    """Cells (row, column) whose figures are those of another row, by the shares of a group of columns: cell -> the row that has its figure.

    ``text`` gives the text of a cell by row and column.
    """
    wrong = [row for row in range(rows) if _agrees([text(row, c) for c in columns]) is False]
    found: list[dict[tuple[int, int], int]] = []
    if len(wrong) > _MOST:
        return {}
    for at, column in enumerate(columns):

        def fits(row: int, figure: str, at: int = at) -> bool:
            texts = [text(wrong[row], c) for c in columns]
            return _agrees([*texts[:at], figure, *texts[at + 1 :]]) is True

        order = reordered([text(row, column) for row in wrong], fits)
        if order:
            found.append({(wrong[row], column): wrong[source] for row, source in order.items()})
    return found[0] if len(found) == 1 else {}


def _agrees(texts: Sequence[str]) -> bool | None:
    whole, part, share = texts
    return ratio_agrees(whole, part, share)

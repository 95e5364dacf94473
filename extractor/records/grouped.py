"""Targets of which one figure can be read in two ways: "1,250 Berkas" is 1250 in a report that groups its amounts by commas."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from extractor.model import Target
from extractor.tables.table import Item, Table
from extractor.values.numbers import Convention, column_convention, read_number

_DOUBTFUL: Final = re.compile(r"(?<![\d.,])[1-9]\d{0,2},\d{3}(?![\d.,])")
_AMOUNT: Final = re.compile(r"(?<![\d.,])\d{1,3}(?:[.,]\d{3}){2,}")
"""Figures of seven digits or more, which leave no doubt what groups them."""


def settle_groups(targets: Iterable[Target | None], flow: Sequence[Item]) -> None:
    """Gives the doubtful ones, counts and bare numbers, the value that the amounts of all tables speak for; changes the targets.

    Where these are grouped by dots, or by both signs, a comma starts the decimals as in the usual spelling.
    """
    doubtful = [
        target for target in targets if target is not None and target.jenis in ("angka", "jumlah") and _DOUBTFUL.search(target.mentah)
    ]
    if not doubtful or _convention(flow) is not Convention.COMMA:
        return
    for target in doubtful:
        figure = _DOUBTFUL.search(target.mentah)
        target.nilai = target.nilai if figure is None else read_number(figure.group(), Convention.COMMA)


def _convention(flow: Sequence[Item]) -> Convention | None:
    texts = (cell.text for item in flow if isinstance(item, Table) for row in item.rows for cell in row.cells)
    return column_convention(figure for text in texts for figure in _AMOUNT.findall(text))

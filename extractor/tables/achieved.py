"""Two columns headed "capaian" beside a target: the first is what was reached, the second its percent of the target."""

import re
from collections.abc import Sequence
from typing import Final

from extractor.tables.table import Column

_SHARE: Final = re.compile(r"%|\bpersen|\bprosen", re.IGNORECASE)


def take_reached(columns: Sequence[Column]) -> None:
    """Gives the role of realisasi to a "Capaian" that stands between the target and a "Persentase Capaian", where no column has it."""
    for year in {column.year for column in columns if column.role == "capaian"}:
        own = [column for column in columns if column.year == year]
        stated = [column for column in own if column.role == "capaian"]
        if len(stated) != 2 or any(column.role == "realisasi" for column in own) or not any(column.role == "target" for column in own):
            continue
        reached, share = stated
        if not _SHARE.search(reached.header) and _SHARE.search(share.header):
            reached.role = "realisasi"

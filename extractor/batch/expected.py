"""Who was to send a report and has not: a list of satkers compared with what a run has found."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from extractor.model.proses import SatkerWritten

FILE: Final = "belum.csv"
"""The outcome, relative to OUT."""
COLUMNS: Final = ("satker", "tahun", "keadaan")
MISSING: Final = "belum mengirim"
UNLISTED: Final = "tidak ada di daftar"
_OF_REGION: Final = re.compile(r"(?:KPU|KIP)\s+(?:Provinsi|Kabupaten|Kota)\b", re.IGNORECASE)
_BODY: Final = re.compile(r"^(?:KPU|KIP)\b", re.IGNORECASE)
_SHORT: Final = re.compile(r"\bKab(?:\.|\b)\s*", re.IGNORECASE)
_NO_COLUMN: Final = "{path}: daftar satker memerlukan kolom 'satker' (dan boleh 'tahun'); baris pertamanya {head}"
_UNREADABLE: Final = "{path}: daftar satker tidak dapat dibaca ({reason}); berikan berkas CSV dalam UTF-8"
_NO_YEAR: Final = "{path}: tahun {year!r} pada baris {line} bukan angka"


@dataclass(frozen=True, slots=True)
class Expected:
    """A satker that was to send a report."""

    name: str
    year: int | None
    """None where any year will do."""

    @property
    def slug(self) -> str:
        """As the folder of its results would be called."""
        from extractor.model import Satker  # noqa: PLC0415  # few runs have such a list
        from extractor.report import slug  # noqa: PLC0415

        name = _BODY.sub(lambda found: found[0].upper(), _SHORT.sub("Kabupaten ", self.name.strip()))
        return slug(Satker(nama=name, tingkat="kabupaten" if _OF_REGION.match(name) else "lain"))


def read_expected(path: Path) -> list[Expected]:
    """The list in a CSV file with the columns ``satker`` and, where wanted, ``tahun``; commas or semicolons part them.

    Raises ValueError where there is no such list.
    """
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeError) as error:
        raise ValueError(_UNREADABLE.format(path=path, reason=error)) from error
    head = text.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(text), delimiter=";" if head.count(";") > head.count(",") else ",")
    if "satker" not in (rows.fieldnames or ()):
        raise ValueError(_NO_COLUMN.format(path=path, head=repr(head)))
    found = []
    for line, row in enumerate(rows, start=2):
        year = (row.get("tahun") or "").strip()
        if year and not year.isdecimal():
            raise ValueError(_NO_YEAR.format(path=path, year=year, line=line))
        if (row["satker"] or "").strip():
            found.append(Expected(row["satker"].strip(), int(year) if year else None))
    return found


def missing(expected: Sequence[Expected], found: Iterable[SatkerWritten]) -> list[Expected]:
    """Those of the list of whom nothing was found, in its order."""
    years = {(satker.slug, satker.tahun) for satker in found}
    slugs = {name for name, _ in years}
    return [one for one in expected if (one.slug not in slugs if one.year is None else (one.slug, one.year) not in years)]


def as_csv(expected: Sequence[Expected], found: Sequence[SatkerWritten]) -> bytes:
    """Who is missing, then who sent a report without being on the list, perhaps under another name; for a spreadsheet."""
    known = {one.slug for one in expected}
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows((_cell(one.name), one.year, MISSING) for one in missing(expected, found))
    writer.writerows((_cell(satker.satker), satker.tahun, UNLISTED) for satker in found if satker.slug not in known)
    return ("\ufeff" + text.getvalue()).encode()


def _cell(text: str) -> str:
    """No spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text

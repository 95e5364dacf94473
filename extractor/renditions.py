"""Which documents of a satker-year are one report in several formats, and which are revisions of one another.

Two documents are alike where their words and numbers are nearly the same. Rows of equal wording then tell whether they
differ: a converter loses digits or moves them to a neighbour, it does not put one digit for another; a revision does.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from extractor.fingerprint import NUMBERS, WORDS, likeness, size
from extractor.model import DUGAAN, Dokumen, LaporanDokumen, Sumber, Tabel

SAME_WORDS: Final = 0.8
SAME_NUMBERS: Final = 0.6
"""Measured on three reports in seven formats each and eleven PDFs beside their plain text: renditions share 0.87 of the words and
0.71 of the numbers or more, other documents 0.41 of the words or less."""
LEAST_WORDS: Final = 30
"""Different words below which a document says too little to be compared."""
OTHER_PERIOD: Final = 0.5
"""Share of differing rows from which the documents are no versions of one report but reports on two periods or units."""
LEAST_LETTERS: Final = 12
"""Letters of a row by which it is known again."""
NEARLY: Final = 0.9
"""Share of the best document's figures that a better source may lack and still be taken."""
METHODS: Final = ("pdf", "teks", "ocr")
"""From the best source to the worst: a PDF shows the auditor the page."""

_LETTERS: Final = re.compile(r"[^\W\d_]+")
_DIGIT: Final = re.compile(r"\d")
_ORDINAL: Final = re.compile(r"\W*\d{0,3}\W*")

Kind = Literal["salinan", "digantikan", "mirip"]


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of a row, which is known again by its wording."""

    table: str
    digits: Counter[str]
    figures: int
    """Cells with a digit."""


Rows: TypeAlias = Mapping[str, list[Row]]
"""The rows of a document by their letters alone, in printed order."""


@dataclass(frozen=True, slots=True)
class Relation:
    """How ``document`` stands to ``other``, which counts in any case."""

    kind: Kind
    document: str
    other: str
    words: float
    numbers: float
    tables: tuple[tuple[str, str], ...] = ()
    """Ids of the tables with differing rows, of the document and of the other one, once per row."""


def relations(reports: Sequence[LaporanDokumen]) -> list[Relation]:
    """One relation at most per document that is not to be counted beside another ("salinan", "digantikan") and one
    per pair that is to be looked at ("mirip"). The order of the reports does not matter.
    """
    if len(reports) < 2:
        return []
    kept: list[LaporanDokumen] = []
    found: list[Relation] = []
    rows: dict[str, Rows] = {}
    for report in _from_the_best(reports):
        rows[_id(report)] = _rows([table for table in report.tabel if table.keyakinan > DUGAAN])
        pairs = [relation for other in kept if (relation := _relation(report, other, rows))]
        aside = next((relation for relation in pairs if relation.kind != "mirip"), None)
        found.extend([aside] if aside else pairs)
        if aside is None:
            kept.append(report)
    return found


def _relation(report: LaporanDokumen, other: LaporanDokumen, rows: Mapping[str, Rows]) -> Relation | None:
    """How a report stands to one that is at least as good and no older; None where they are different documents."""
    one, two = report.dokumen[0].sidik, other.dokumen[0].sidik
    if one is None or two is None or min(size(one.kata), size(two.kata)) < LEAST_WORDS:
        return None
    words, numbers = likeness(one.kata, two.kata, WORDS)[0], likeness(one.angka, two.angka, NUMBERS)[1]
    if words < SAME_WORDS or numbers < SAME_NUMBERS:
        return None
    shared = list(_pairs(rows[_id(report)], rows[_id(other)]))
    clashes = tuple((a.table, b.table) for a, b in shared if _clash(a, b))
    if len(clashes) > OTHER_PERIOD * len(shared):
        return None
    revised: Kind = "digantikan" if later(other, report) else "mirip"
    return Relation(revised if clashes else "salinan", _id(report), _id(other), round(words, 2), round(numbers, 2), clashes)


MESSAGES: Final[Mapping[Kind, str]] = {
    "salinan": "{document} adalah laporan yang sama dengan {other} dalam bentuk lain ({likeness}); isinya dihitung satu kali, dari {other}",
    "digantikan": "{document} ({date}) digantikan oleh {other} ({other_date}): {rows} baris tabel berbeda angkanya; yang dihitung {other}",
    "mirip": "{document} dan {other} hampir sama ({likeness}), tetapi {rows} baris tabel berbeda angkanya dan tanggalnya tidak menentukan"
    " mana yang berlaku; keduanya dihitung, keluarkan berkas yang tidak berlaku lalu ulangi",
}


def explain(relation: Relation, documents: Mapping[str, Dokumen]) -> str:
    """What was found, to which files, and what was made of it; ``documents`` by id."""
    document, other = documents[relation.document], documents[relation.other]
    return MESSAGES[relation.kind].format(
        document=document.berkas,
        other=other.berkas,
        date=document.tanggal or "tanpa tanggal",
        other_date=other.tanggal or "tanpa tanggal",
        likeness=f"{100 * relation.words:.0f} % kata dan {100 * relation.numbers:.0f} % angka sama",
        rows=len(relation.tables),
    )


def sources(relation: Relation) -> list[Sumber] | None:
    """The first table of either document in which they differ."""
    if not relation.tables:
        return None
    own, others = relation.tables[0]
    return [Sumber(dokumen=relation.document, tabel=own), Sumber(dokumen=relation.other, tabel=others)]


def later(one: LaporanDokumen, other: LaporanDokumen) -> bool:
    """Whether the dates of signing, as far as both are known, say that ``one`` was signed after ``other``."""
    a, b = one.dokumen[0].tanggal or "", other.dokumen[0].tanggal or ""
    known = min(len(a), len(b))
    return a[:known] > b[:known]


def _from_the_best(reports: Sequence[LaporanDokumen]) -> list[LaporanDokumen]:
    """The latest first; of one date those from the better source, then those with more figures. Those that lack figures stand last:
    a text without tables takes the place of no PDF, whatever date it was read to bear.
    """
    figures = {_id(report): _figures(report) for report in reports}
    least = NEARLY * max(figures.values(), default=0)
    ordered = sorted(reports, key=lambda report: (METHODS.index(report.dokumen[0].metode_baca), -figures[_id(report)], _id(report)))
    placed: list[LaporanDokumen] = []
    for report in (report for report in ordered if figures[_id(report)] >= least):
        before = next((number for number, other in enumerate(placed) if later(report, other)), len(placed))
        placed.insert(before, report)
    poor = [report for report in ordered if figures[_id(report)] < least]
    return placed + sorted(poor, key=lambda report: -figures[_id(report)])


def _figures(report: LaporanDokumen) -> int:
    """Cells with a digit in the tables whose kind is known, and whose columns are."""
    known = [table for table in report.tabel if table.jenis != "lain" and table.keyakinan > DUGAAN]
    return sum(bool(_DIGIT.search(cell)) for table in known for row in table.baris for cell in row)


def _rows(tables: Sequence[Tabel]) -> Rows:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for table, row in _all_rows(tables):
        key = "".join(_LETTERS.findall(" ".join(row))).casefold()
        if len(key) >= LEAST_LETTERS:
            cells = row[1:] if _ORDINAL.fullmatch(row[0]) else row
            found[key].append(Row(table, Counter(_DIGIT.findall(" ".join(cells))), sum(bool(_DIGIT.search(cell)) for cell in cells)))
    return found


def _pairs(one: Rows, other: Rows) -> Iterator[tuple[Row, Row]]:
    """Rows of equal wording, where both documents print them equally often; those of equal figures first."""
    for key, rows in one.items():
        left = list(other.get(key, ()))
        if len(rows) != len(left):
            continue
        unlike = []
        for row in rows:
            twin = next((number for number, candidate in enumerate(left) if candidate.digits == row.digits), None)
            if twin is None:
                unlike.append(row)
            else:
                yield row, left.pop(twin)
        yield from zip(unlike, left, strict=True)


def _all_rows(tables: Sequence[Tabel]) -> Iterator[tuple[str, list[str]]]:
    return ((table.id, row) for table in tables for row in table.baris if row)


def _clash(one: Row, other: Row) -> bool:
    """Whether each row has a digit that the other lacks, in as many figures."""
    return one.figures == other.figures and bool(one.digits - other.digits) and bool(other.digits - one.digits)


def _id(report: LaporanDokumen) -> str:
    return report.dokumen[0].id

"""What the decisions of the stages saw in a report, and what the truth says they should have been."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from bench.fit.assembling import assembled, continuations, entries_of, grid_texts
from bench.fit.excerpts import excerpts
from bench.fit.listen import listening
from bench.fit.rows import Entries
from bench.fit.truth import TrueTable, Words, belongs, columns_of, report_named, true_tables, words
from extractor.identity import satker, year
from extractor.identity.identify import Identity, identify
from extractor.reading import read
from extractor.reading.document import Document, Grid
from extractor.records.registry import SPECS
from extractor.segmenting import evidence, segment
from extractor.segmenting.wording import squeeze
from extractor.tables import build, recognise
from extractor.tables.profile import shares
from extractor.tables.recognise import Reading
from extractor.tables.table import Table

Signals = dict[str, float]
Sample = tuple[Signals, bool]
_SEGMENT = import_module("extractor.segmenting.segment")
_WHOLE = 0.5
"""Share of its words that a table must hold to be asked for its kind."""
_SAME = 92.0
"""Percent to which the titles of a heading agree."""


@dataclass(slots=True)
class Choice:
    """One decision among several: the signals of every option, the number of the right one, and what else is known of it."""

    options: list[Signals]
    right: int
    names: list[str] = field(default_factory=list)

    @property
    def answer(self) -> str:
        """The name of the right one; empty where options have none."""
        return self.names[self.right] if self.names else ""


@dataclass(slots=True)
class Decoding:
    """What is needed to choose the kinds of all tables of a document again: readings, nearness, and the true kinds."""

    readings: list[list[Reading]]
    near: list[bool]
    labels: list[str]
    judged: list[bool]
    """Whether the table is whole enough that its kind can be asked for."""


@dataclass(slots=True)
class Samples:
    """The decisions of one document."""

    document: str
    family: str
    form: str
    yes_no: dict[str, list[Sample]]
    choices: dict[str, list[Choice]]
    decoding: Decoding
    entries: list[Entries]


def collect(folder: Path, order: dict[str, Any], entry: dict[str, Any]) -> Samples:
    """Reads one file of a corpus and gives the samples of all decisions. ``order`` is that of the corpus's index."""
    report = report_named(order, entry["name"])
    tables = true_tables(report)
    document = read(folder / entry["file"])
    headings, segmentation = _headings(document, report.truth)
    heard = assembled(document, segmentation)
    of_part = belongs([words(grid_texts(part)) for part in heard.parts], [table.words for table in tables])
    found = [item for item in heard.flow if isinstance(item, Table)]
    printed = [words(_table_texts(table)) for table in found]
    of_table = belongs(printed, [table.words for table in tables])
    readings, near = build.readings_of(heard.flow, SPECS, segmentation)
    entries = list(entries_of(heard.parted, [None if at is None else tables[at] for at in of_table]))
    labels = [tables[at].kind if at is not None else recognise.LAIN for at in of_table]
    judged = [at is None or _covers(own, tables[at].words) for own, at in zip(printed, of_table, strict=True)]
    decoding = Decoding(readings, near, labels, judged)
    return Samples(
        entry["file"],
        entry["family"],
        str(entry["converter"] or entry["style"]),
        {
            "heading": headings,
            "continuation": list(continuations(heard, of_part)),
            **_identity(document, report.truth, entry["file"]),
        },
        {
            "kind": list(_kinds(decoding)),
            "column": [one for table, at in zip(found, of_table, strict=True) if at is not None for one in _columns(table, tables[at])],
        },
        decoding,
        entries,
    )


def _table_texts(table: Table) -> Iterator[str]:
    return (cell.raw for row in [*table.header, *table.rows] for cell in row.cells)


def _covers(found: Words, true: Words) -> bool:
    return sum((found & true).values()) >= _WHOLE * sum(true.values())


def _kinds(decoding: Decoding) -> Iterator[Choice]:
    """Each table's kinds, seen between the true kinds of its neighbours."""
    truth = [Reading(kind, 0.0, (), {}) for kind in decoding.labels]
    seen = recognise.in_context(decoding.readings, truth, decoding.near)
    for label, judged, weighed in zip(decoding.labels, decoding.judged, seen, strict=True):
        options = weighed[:-1]
        names = [reading.kind for reading in options]
        if judged and label in names:
            yield Choice([dict(reading.signals) for reading in options], names.index(label), names)


def _columns(table: Table, truth: TrueTable) -> Iterator[Choice]:
    """For every column the roles of the true kind that anything speaks for."""
    spec = next((spec for spec in SPECS if spec.kind == truth.kind), None)
    if spec is None:
        return
    texts = [words([column.header, *(row.text(column.index) for row in table.rows)]) for column in table.columns]
    for column, at in zip(table.columns, columns_of(texts, truth), strict=True):
        content = shares(row.text(column.index) for row in table.rows if row.role != "group")
        headed = recognise.headed(column.header, (spec,))
        options = {role.name: recognise.fit_signals(column, content, role, headed.get((spec.kind, role.name), 0.0)) for role in spec.roles}
        names = [name for name, signals in options.items() if signals]
        keys = {"jadwal" if key == "_tick" else key for key in truth.columns[at]} if at is not None else set()
        right = [n for n, name in enumerate(names) if name in keys]
        if len(right) == 1:
            yield Choice([dict(options[name]) for name in names], right[0], names)


def _headings(document: Document, truth: Any) -> tuple[list[Sample], Any]:
    """All candidates of a document, right where they were chosen and the truth has them; nothing where one of the truth is not found."""
    scored: list[Any] = []
    chosen: list[Any] = []
    with (
        listening(_SEGMENT, "_scored", scored, lambda args, _: args),
        listening(_SEGMENT, "_choose", chosen, lambda _, result: result[0]),
    ):
        segmentation = segment(document)
    candidates, around = scored[-1]
    wanted = [(node["nomor"], squeeze(node["judul"])) for node in _chapters(truth["bab"])]
    given = [(candidate.reading.number, squeeze(candidate.title)) for _, candidate in chosen[-1]]
    right = _common(wanted, given)
    if len(right) < len(wanted):
        return [], segmentation
    true = {(candidate.start, candidate.stop, candidate.reading.style) for at, (_, candidate) in enumerate(chosen[-1]) if at in right}
    samples = [(evidence.signals(around, c), (c.start, c.stop, c.reading.style) in true) for c in candidates]
    return samples, segmentation


def _chapters(nodes: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for node in nodes:
        yield node
        yield from _chapters(node["anak"])


def _common(wanted: Sequence[tuple[str, str]], given: Sequence[tuple[str, str]]) -> set[int]:
    """Positions of the given headings that are the wanted ones, in order."""
    best = [[0] * (len(given) + 1) for _ in range(len(wanted) + 1)]
    same = [[number == other and fuzz.ratio(title, text) >= _SAME for other, text in given] for number, title in wanted]
    for i in range(len(wanted)):
        for j in range(len(given)):
            best[i + 1][j + 1] = max(best[i][j + 1], best[i + 1][j], best[i][j] + same[i][j])
    found, i, j = set(), len(wanted), len(given)
    while i and j:
        if best[i][j] == best[i - 1][j]:
            i -= 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            found.add(j - 1)
            i, j = i - 1, j - 1
    return found


def _identity(document: Document, truth: Any, seed: str) -> dict[str, list[Sample]]:
    """What speaks for the body and the year of the report and of parts of it, and whether they are the right ones.

    A part that does not print the report's year may be about another one, and is not judged for it.
    """
    result: dict[str, list[Sample]] = {"satker": [], "year": []}
    for part in excerpts(document, seed):
        bodies: list[Signals] = []
        years: list[Signals] = []
        with listening(satker, "signals", bodies, lambda _, found: found), listening(year, "signals", years, lambda _, found: found):
            found = identify(part)
        if bodies:
            result["satker"].append((bodies[-1], _is_body(found, truth["satker"])))
        if years and str(truth["tahun"]) in " ".join(_printed(part)):
            result["year"].append((years[-1], found.year == truth["tahun"]))
    return result


def _printed(document: Document) -> Iterator[str]:
    for page, block in document.blocks():
        yield from (grid_texts(block) if isinstance(block, Grid) else (block.text,))
        yield from (line.text for line in page.furniture)


def _is_body(found: Identity, true: Any) -> bool:
    same = found.level == true["tingkat"] and squeeze(found.region or "") == squeeze(true["wilayah"] or "")
    return same and fuzz.ratio(squeeze(found.name or ""), squeeze(true["nama"])) >= _SAME

"""Compares the JSON of a document with the truth it was made from, cell by cell.

Rows of a section are paired so that they agree best over all; order breaks ties. A cell of the truth is found where its row has a
partner whose value agrees; a cell of the output that the truth does not have counts against precision. What the truth does not state
(a missing key) is not judged.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

import numpy as np
from rapidfuzz import fuzz, process
from scipy.optimize import linear_sum_assignment

from extractor.values.numbers import read_amount

Json = dict[str, Any]
Test = Callable[[Any, Any], bool]
_LOOKALIKE = str.maketrans("АВЕКМНОРСТХаеокмнрстухІіΑΒΕΚΜΝΟΡΤΧ", "ABEKMHOPCTXaeokmhpctyxIiABEKMNOPTX")
_ALIKE = 95.0
"""Percent to which texts must agree."""
_LEAST_PAIR = 0.4
_ROUNDED = Decimal("0.01")
"""Share by which an amount that follows from a rounded percent may be off."""
_ORDER = 0.02
"""What the same place in the order is worth when pairs are made."""


def fold(value: Any) -> str:
    """Letters, digits and % alone, in lower case."""
    text = unicodedata.normalize("NFKC", str(value)).translate(_LOOKALIKE).casefold()
    return re.sub(r"[^\w%]+", "", text)


def number_of(value: Any) -> Decimal | None:
    """The number of an Angka, a Target or a bare value."""
    bare = value.get("nilai") if isinstance(value, Mapping) else value
    try:
        return None if bare is None or bare == "" else Decimal(str(bare)).normalize()
    except InvalidOperation:
        return None


def _text(truth: Any, found: Any) -> bool:
    return fuzz.ratio(fold(truth), fold(found)) >= _ALIKE


def _number(truth: Any, found: Any) -> bool:
    return number_of(truth) == number_of(found)


def _code(truth: Any, found: Any) -> bool:
    return re.sub(r"\W+", ".", str(truth)).strip(".") == re.sub(r"\W+", ".", str(found)).strip(".")


def _target(truth: Any, found: Any) -> bool:
    """The same value, and either the same printed text or the same kind and unit: a unit may stand in a column of its own."""
    if not isinstance(found, Mapping):
        return False
    number = number_of(truth)
    if number is None:
        return _text(truth.get("nilai") or truth.get("mentah") or "", found.get("nilai") or found.get("mentah") or "")
    printed = truth.get("mentah") and fold(truth["mentah"]) == fold(found.get("mentah") or "")
    named = truth.get("jenis") == found.get("jenis") and fold(truth.get("satuan") or "") == fold(found.get("satuan") or "")
    return number == number_of(found) and bool(printed or named)


def _list(truth: Any, found: Any) -> bool:
    return [fold(entry) for entry in truth] == [fold(entry) for entry in found]


TESTS: dict[str, Test] = {"text": _text, "number": _number, "code": _code, "target": _target, "list": _list}


@dataclass(frozen=True, slots=True)
class Section:
    """``rows`` of a document, and its ``fields``: name -> how it is compared."""

    rows: Callable[[Json], list[Json]]
    fields: Mapping[str, str]


def _inner(outer: str, inner: str) -> Callable[[Json], list[Json]]:
    def rows(document: Json) -> list[Json]:
        groups = document.get(outer) or []
        return [{**{key: group[key] for key in ("tahun",) if key in group}, **row} for group in groups for row in group.get(inner) or []]

    return rows


def _chapters(document: Json) -> list[Json]:
    def walk(nodes: Sequence[Json]) -> Iterator[Json]:
        for node in nodes:
            yield node
            yield from walk(node.get("anak") or [])

    return [node for node in walk(document.get("bab") or []) if node["tingkat"] < 3]


def _claims(document: Json) -> list[Json]:
    found = document.get("klaim") or []
    return [{**claim, "dalam_kata": claim.get("terbilang")} for claim in found if claim["jenis"] != "jumlah" or claim.get("terbilang")]


def _staff(part: str) -> Callable[[Json], list[Json]]:
    return lambda document: list((document.get("pegawai") or {}).get(part) or [])


def _identity(document: Json) -> list[Json]:
    return [{**(document.get("satker") or {}), "tahun": document.get("tahun")}]


def _indicators(document: Json) -> list[Json]:
    return list(document.get("iku") or [])


_GOAL = {"nomor": "text", "sasaran": "text", "indikator": "text", "target": "target"}
_AMOUNTS = {"pagu": "number", "realisasi": "number", "persen": "number"}
_PERSON = (
    "nama", "nip", "status", "golongan", "pangkat", "jabatan", "tmt_pangkat", "tmt_jabatan", "jenis_kelamin", "pendidikan", "tanggal_lahir",
)  # fmt: skip
SECTIONS = {
    "identitas": Section(_identity, {"tingkat": "text", "wilayah": "text", "provinsi": "text", "tahun": "number"}),
    "bab": Section(_chapters, {"tingkat": "number", "nomor": "text", "judul": "text"}),
    "realisasi_anggaran": Section(
        _inner("realisasi_anggaran", "baris"),
        {"tahun": "number", "kode": "code", "uraian": "text", "tingkat": "text", **_AMOUNTS},
    ),
    "pk": Section(_inner("perjanjian_kinerja", "baris"), {"tahun": "number", **_GOAL}),
    "pk_anggaran": Section(
        _inner("perjanjian_kinerja", "anggaran"),
        {"tahun": "number", "kode": "code", "uraian": "text", "jumlah": "number"},
    ),
    "rkt": Section(
        _inner("rencana_kinerja", "baris"),
        {"tahun": "number", **_GOAL, "kegiatan": "text", "kode": "code", "anggaran": "number"},
    ),
    "rak": Section(
        _inner("rencana_aksi", "baris"),
        {"tahun": "number", **_GOAL, "kegiatan": "text", "jadwal": "list", "anggaran": "number", "pelaksana": "text"},
    ),
    "capaian_kinerja": Section(
        _inner("capaian_kinerja", "baris"),
        {"tahun": "number", "sasaran": "text", "indikator": "text", "target": "target", "realisasi": "target", "capaian": "target"},
    ),
    "pegawai": Section(_staff("daftar"), dict.fromkeys(_PERSON, "text")),
    "pegawai_rekap": Section(_staff("rekap"), {"dimensi": "text", "label": "text", "jumlah": "number"}),
    "iku": Section(_indicators, dict.fromkeys(("nomor", "indikator", "cara_hitung", "sumber_data"), "text")),
    "klaim": Section(_claims, {"jenis": "text", "nilai": "number", "dalam_kata": "number"}),
}
"""What is compared. The label of a staff count only helps to pair rows: reports word it in too many ways."""
UNJUDGED = {("pegawai_rekap", "label")}
NUMERIC = frozenset({"number", "target"})


@dataclass
class Tally:
    """Cells of the truth and how many were found; cells of the output and how many are right; numbers and how many are exact."""

    truth: int = 0
    found: int = 0
    output: int = 0
    right: int = 0
    numbers: int = 0
    exact: int = 0
    rows: int = 0
    rows_found: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float | None:
        """Harmonic mean of recall and precision; None where neither side has a cell."""
        if not self.truth and not self.output:
            return None
        return 2 * self.found / (self.truth + self.output) if self.truth + self.output else 0.0

    def add(self, other: "Tally") -> None:
        """Count another one in."""
        for name in ("truth", "found", "output", "right", "numbers", "exact", "rows", "rows_found"):
            setattr(self, name, getattr(self, name) + getattr(other, name))


_STATED = {
    "identitas": "satker", "pk": "perjanjian_kinerja", "pk_anggaran": "perjanjian_kinerja", "rkt": "rencana_kinerja", "rak": "rencana_aksi",
    "pegawai_rekap": "pegawai",
}  # fmt: skip
"""Section -> key of the truth without which it is not judged, where it has another name."""


def compare(truth: Json, found: Json) -> dict[str, Tally]:
    """A tally for every section that the truth states."""
    return {name: _compare(name, section, truth, found) for name, section in SECTIONS.items() if _STATED.get(name, name) in truth}


def compare_tables(truth: Json, found: Json) -> dict[str, tuple[int, int, int, int]]:
    """Per kind of table: how many the truth has, how many were found, how many of these with as many rows, and how many too many."""
    wanted = Counter((table["jenis"], int(table["baris"])) for table in truth.get("tabel") or [])
    given = Counter((table["jenis"], len(table["baris"])) for table in found.get("tabel") or [])
    result = {}
    for kind in sorted({kind for kind, _ in wanted}):
        here, there = (Counter({rows: n for (of, rows), n in side.items() if of == kind}) for side in (wanted, given))
        whole, output = here.total(), there.total()
        result[kind] = (whole, min(whole, output), (here & there).total(), max(0, output - whole))
    return result


def compare_findings(truth: Json, found: Json, lost: Sequence[str] = ()) -> dict[str, tuple[int, int, int]]:
    """Per code of a check: contradictions that were planted, how many were found, and how many findings are too many.

    A finding is of a planted contradiction where it states or computes one of its figures, or where the difference is the same;
    failing that, where it is of the same check. What has another finding as its cause, what is only told, and an empty cell found
    where this file lost one (``lost``: what stood there), is not too much.
    """
    planted, given = truth.get("temuan_tertanam") or [], found.get("temuan") or []
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    used: set[int] = set()
    for slip in planted:
        same = [n for n, finding in enumerate(given) if _is_of(finding, slip)]
        same = same or [n for n, finding in enumerate(given) if finding["kode"] == slip["kode"]]
        used.update(same)
        counts[slip["kode"]][0] += 1
        counts[slip["kode"]][1] += bool(same)
    known = {finding.get(key) for n, finding in enumerate(given) if n in used for key in ("id", "sebab")} - {None}
    for n, finding in enumerate(given):
        caused = known & {finding.get("id"), finding.get("sebab")}
        counts[finding["kode"]][2] += not (n in used or caused or finding.get("keparahan") == "info" or _is_lost(finding, lost))
    return {code: (planted_, found_, more) for code, (planted_, found_, more) in sorted(counts.items())}


def _is_of(finding: Json, slip: Json) -> bool:
    figures = [{_figure(side.get(key)) for key in ("dinyatakan", "dihitung")} - {None} for side in (finding, slip)]
    differences = [_figure(side.get("selisih")) for side in (finding, slip)]
    sizes = [abs(difference) for difference in differences if isinstance(difference, Decimal) and difference]
    return bool(figures[0] & figures[1]) or (len(sizes) == len(differences) and sizes[0] == sizes[1])


def _is_lost(finding: Json, lost: Sequence[str]) -> bool:
    """Whether a finding says that there is no figure where one was lost, and about how much that was."""
    amounts = [amount for text in lost if (amount := read_amount(text))]
    computed = _figure(finding.get("dihitung"))
    return (
        finding["kode"] == "F02"
        and isinstance(computed, Decimal)
        and any(abs(computed - amount) <= _ROUNDED * amount for amount in amounts)
    )


def _figure(value: Any) -> Decimal | str | None:
    try:
        return None if value is None else Decimal(str(value))
    except InvalidOperation:
        return str(value)


def _empty(value: Any) -> bool:
    if isinstance(value, Mapping):
        return value.get("nilai") in (None, "") and not (value.get("mentah") or "").strip(" -")
    return value in (None, "", [])


def _compare(name: str, section: Section, truth: Json, found: Json) -> Tally:
    wanted, given = section.rows(truth), section.rows(found)
    pairs = _pairs(section, wanted, given)
    tally = Tally(rows=len(wanted), rows_found=len(pairs))
    for at, row in enumerate(wanted):
        _judge(name, section, row, given[pairs[at]] if at in pairs else None, tally)
    for at in sorted(set(range(len(given))) - set(pairs.values())):
        cells = [field_ for field_ in section.fields if not _empty(given[at].get(field_)) and (name, field_) not in UNJUDGED]
        tally.output += len(cells)
        tally.misses.append(f"{name}: not in the truth: {_shown(section, given[at])}")
    return tally


def _judge(name: str, section: Section, row: Json, partner: Json | None, tally: Tally) -> None:
    if partner is None:
        tally.misses.append(f"{name}: not found: {_shown(section, row)}")
    for column, how in section.fields.items():
        if column not in row or (name, column) in UNJUDGED:
            continue
        value, other = row[column], None if partner is None else partner.get(column)
        wanted, given = not _empty(value), not _empty(other)
        agrees = wanted and given and TESTS[how](value, other)
        counts = how == "number" or (how == "target" and number_of(value) is not None)
        tally.truth += wanted
        tally.output += given
        tally.found += agrees
        tally.right += agrees
        tally.numbers += wanted and counts
        tally.exact += agrees and counts
        if partner is not None and (wanted or given) and not agrees:
            tally.misses.append(f"{name}.{column}: {_brief(value)} <> {_brief(other)}   in {_shown(section, row)}")


def _pairs(section: Section, wanted: list[Json], given: list[Json]) -> dict[int, int]:
    """Position in the truth -> position in the output."""
    if not wanted or not given:
        return {}
    score = np.zeros((len(wanted), len(given)))
    weight = 0.0
    for column, how in section.fields.items():
        one, other = ([_key(row.get(column), how) for row in rows] for rows in (wanted, given))
        if how == "text" and any(len(text) > 12 for text in one):
            score += 3 * process.cdist(one, other, scorer=fuzz.ratio) / 100
            weight += 3
        else:
            score += np.array([[a == b for b in other] for a in one], dtype=float)
            weight += 1
    place = np.abs(np.arange(len(wanted))[:, None] / len(wanted) - np.arange(len(given))[None, :] / len(given))
    score = score / weight - _ORDER * place
    rows, columns = linear_sum_assignment(score, maximize=True)
    return {int(r): int(c) for r, c in zip(rows, columns, strict=True) if score[r, c] >= _LEAST_PAIR}


def _key(value: Any, how: str) -> str:
    if _empty(value):
        return ""
    number = number_of(value) if how in NUMERIC else None
    if number is not None:
        return str(number)
    return fold(value.get("mentah") or value.get("nilai") if isinstance(value, Mapping) else value)


def _brief(value: Any) -> str:
    if isinstance(value, Mapping):
        value = value.get("mentah") or value.get("nilai")
    text = " ".join(str(value).split())
    return text if len(text) < 60 else f"{text[:57]}…"


def _shown(section: Section, row: Json) -> str:
    return " | ".join(_brief(row[column]) for column in section.fields if not _empty(row.get(column)))

"""The header of a table whose columns are lost: lines that are the words of a column, and which kind of table they make."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from extractor.reading.document import Line
from extractor.tables.profile import is_total_label, looks
from extractor.tables.spec import KindSpec, Role
from extractor.tables.strewn_fit import UNITS, VALUED, is_value_of
from extractor.tables.strewn_model import Lost
from extractor.tables.wording import Lexicon, best_agreement, fold, years

_LIKE: Final = 0.9
"""Agreement with a wording from which lines are a header."""
_MOST_LINES: Final = 4
_LONGEST: Final = 48
_SMALL: Final = re.compile(r"[a-z]{3,}\b")
_OFTEN: Final = 2
_SEVERAL: Final = 2
_FIGURES: Final = 4
"""Figures of a row of sums at most."""
_STAFF: Final = "pegawai"
"""With which the names of the kinds of table about staff begin."""
_SHORT: Final = 4
"""Letters of a label at most that is a value where it stands more often."""
_YEAR: Final = re.compile(r"(?:Tahun )?20\d\d")
_YEARS: Final = re.compile(r"\b20\d\d\b")
_PARTED: Final = frozenset({"sasaran", "tujuan"})
"""Columns whose cells span the rows of several entries."""
_COMMON: Final = ("nomor", "sasaran", "indikator")
"""Columns that are named alike in all kinds of table."""
_APART: Final = (
    ("pk", "sasaran", "indikator"), ("capaian_kinerja", "realisasi", "capaian"), ("capaian_kinerja", "capaian", "realisasi"),
    ("rkt", "target", "anggaran"), ("pk", "satuan", "target"),
)  # fmt: skip
"""Headers that are two below each other, though one may be worded as both together."""
_DATED: Final = frozenset({"target", "realisasi", "capaian", "pagu", "persen"})
"""Columns of figures that a table of several years has for each."""
_AGREEMENT: Final = re.compile(r"perjanjian|penetapan|kontrak kinerja", re.IGNORECASE)
_PLAN: Final = re.compile(r"rencana k(?:inerja|erja)|rencana aksi|\brkt\b|\brak\b", re.IGNORECASE)
_BUDGET: Final = ("uraian", "jumlah", "kode")
"""Columns of a budget list."""
_AMOUNTS: Final = ("jumlah", "anggaran", "pagu")
_GOAL: Final = ("sasaran", "indikator", "target")
_NEED: Final = 3.0
_TITLED: Final = 1.5
_UNKNOWN: Final = -0.8
_AGAINST: Final = -1.5
_LONELY: Final = frozenset({"jumlah_status", "jumlah_golongan", "jumlah_pendidikan", "jadwal"})
"""Columns whose wordings are values of other tables, too."""


@dataclass(frozen=True, slots=True)
class Label:
    """Lines that head a column: from ``start`` to before ``stop``."""

    start: int
    stop: int
    text: str


@dataclass(frozen=True, slots=True)
class Head:
    """The columns of a table of this kind, and the lines that head each of them."""

    spec: KindSpec
    columns: tuple[Lost, ...]
    labels: Mapping[int, int]
    """Line -> the column that it heads."""
    score: float
    attached: "Head | None" = None
    """The header of a second table whose cells are read between those of this one."""

    @property
    def all_columns(self) -> tuple[Lost, ...]:
        """The columns of both tables."""
        return (*self.columns, *(self.attached.columns if self.attached else ()))

    @property
    def all_labels(self) -> Mapping[int, int]:
        """The header lines of both tables, with their places among all columns."""
        more = self.attached.labels if self.attached else {}
        return {**self.labels, **{line: column + len(self.columns) for line, column in more.items()}}


class Wordings:
    """The header wordings of all kinds of table."""

    def __init__(self, specs: Sequence[KindSpec]) -> None:
        self.specs = tuple(specs)
        common = {
            name: tuple(word for spec in specs for role in spec.roles if role.name == name for word in role.words) for name in _COMMON
        }
        groups = {
            (spec.kind + str(at), role.name): common.get(role.name, role.words) for at, spec in enumerate(specs) for role in spec.roles
        }
        self._lexicon = Lexicon(groups)

    def names(self, text: str, kind: str, role: str) -> bool:
        """Whether a text is the header of this column of this kind of table."""
        return any(name == role and key.rstrip("0123456789") == kind and value >= _LIKE for (key, name), value in self.like(text).items())

    def like(self, text: str) -> Mapping[tuple[str, str], float]:
        """How well a text agrees with each role of each kind."""
        return self._lexicon.agreements(text)


def find_labels(lines: Sequence[Line], wordings: Wordings) -> list[Label]:
    """The lines that may head a column, the longest wording first; a label of a form ("Nama : …") is none."""
    found: list[Label] = []
    at = 0
    while at < len(lines):
        label = _label(lines, at, wordings)
        if label is not None and not (label.stop < len(lines) and _goes_on(lines[label.stop])):
            found.append(label)
            at = label.stop
        else:
            at += 1
    often = Counter(label.text for label in found)
    ends = {label.stop for label in found}
    headers = [
        label
        for label in found
        if often[label.text] <= _OFTEN or (len(label.text) > _SHORT and (label.start in ends or not label.start or lines[label.start].gap))
    ]
    return _without_totals(_without_inner(_without_title(headers, wordings), lines, wordings), lines, wordings)


def _without_inner(labels: Sequence[Label], lines: Sequence[Line], wordings: Wordings) -> list[Label]:
    """The labels but for words within an office: "Kepala", "Subbagian", "Umum", in one block among words that head nothing."""
    named = {at for label in labels for at in range(label.start, label.stop)}
    inner = [
        label
        for label in labels[_SEVERAL:]
        if _is_words(label.start - 1, lines, named) and not lines[label.start].gap and label.stop < len(lines)
        and not lines[label.stop].gap and _is_words(label.stop, lines, named)
        and any(kind.startswith(_STAFF) for kind, _ in _named(label, wordings))
    ]  # fmt: skip
    return [label for label in labels if label not in inner]


def _is_words(at: int, lines: Sequence[Line], named: Collection[int]) -> bool:
    """Whether a line is words that are no header."""
    return at not in named and not any(map(str.isdigit, lines[at].text)) and sum(map(str.isalpha, lines[at].text)) > _SHORT


def _goes_on(below: Line) -> bool:
    """Whether the line below words of a header is the value of a form, or goes on with a text that begins as these do."""
    return below.text.lstrip().startswith(":") or (not below.gap and _SMALL.match(below.text) is not None)


def _without_title(labels: Sequence[Label], wordings: Wordings) -> Sequence[Label]:
    """The labels but for a title that stands above them and is worded as one of them: "Indikator Kinerja Utama" above "Indikator"."""
    if not labels or labels[0].start:
        return labels
    first, others = _named(labels[0], wordings), [_named(label, wordings) for label in labels[1:]]
    return labels[1:] if " " in labels[0].text and any(first & other for other in others) else labels


def _named(label: Label, wordings: Wordings) -> set[tuple[str, str]]:
    return {key for key, value in wordings.like(label.text).items() if value >= _LIKE}


def _without_totals(labels: Sequence[Label], lines: Sequence[Line], wordings: Wordings) -> list[Label]:
    """The labels but for "Jumlah" where it stands before a total: below the cells of a column, while another label heads the amounts."""
    totals = [label for label in labels if is_total_label(label.text)]
    amounts = [
        label for label in labels if label not in totals and any(wordings.names(label.text, "pk_anggaran", name) for name in _AMOUNTS)
    ]
    below = [
        label
        for label in totals
        if (label.start and not lines[label.start].gap and not any(o.stop == label.start for o in labels)) or _is_last(label, lines)
    ]
    return [label for label in labels if label not in below or not (amounts or len(totals) > len(below))]


def _is_last(label: Label, lines: Sequence[Line]) -> bool:
    """Whether nothing but the figures of one row stands below a label."""
    rest = lines[label.stop :]
    return 0 < len(rest) <= _FIGURES and all(looks(line.text) & {"amount", "percent", "number"} for line in rest)


def _label(lines: Sequence[Line], at: int, wordings: Wordings) -> Label | None:
    best: tuple[float, int, str] | None = None
    text = ""
    for stop in range(at + 1, min(at + _MOST_LINES, len(lines)) + 1):
        if stop > at + 1 and lines[stop - 1].gap:
            break
        if text and any(
            wordings.names(text, kind, one) and wordings.names(lines[stop - 1].text, kind, other) for kind, one, other in _APART
        ):
            break
        text = f"{text} {lines[stop - 1].text}".strip()
        if text[:1].islower():
            break
        if len(text) > _LONGEST:
            break
        agreements = wordings.like(text) if fold(text) else {}
        like = max(agreements.values(), default=0.0)
        if _YEARS.match(text) and not any(value >= _LIKE and role in _DATED for (_, role), value in agreements.items()):
            continue
        if like >= _LIKE and (best is None or (like, stop) >= best[:2]):
            best = (like, stop, text)
    return Label(at, best[1], best[2]) if best else None


def without_units(labels: Sequence[Label], lines: Sequence[Line], wordings: Wordings) -> list[Label]:
    """The labels but for units that stand alone between the cells of a table with a column for them: "%", "Nilai"."""
    if not any(role == "satuan" and value >= _LIKE for label in labels for (_, role), value in wordings.like(label.text).items()):
        return list(labels)
    units = [label for label in labels if label.text.lower() in UNITS]
    headed = {key for label in labels if label not in units for key in _named(label, wordings)}
    return [label for label in labels if label not in units or (_is_beside(label, labels, lines) and not headed & _named(label, wordings))]


def _is_beside(label: Label, labels: Sequence[Label], lines: Sequence[Line]) -> bool:
    """Whether a label stands beside another one, or in one block with other lines."""
    alone = lines[label.start].gap > 0 and (label.stop >= len(lines) or lines[label.stop].gap > 0)
    return not alone or any(other.stop == label.start or other.start == label.stop for other in labels)


def heads_of(labels: Sequence[Label], dates: Sequence[int], context: str, wordings: Wordings, *, scheduled: bool = False) -> list[Head]:
    """The kind of table that the labels make, and its columns in the order in which such tables have them; nothing where they make none.

    Where cells may span the rows of several entries there is a second header, whose cells stand in every row.

    ``dates`` are the years that stand alone among the labels: columns that are named once for each year belong to one each.
    ``scheduled`` says that the table has a ticked schedule, whose columns are not among the labels.
    """
    heads = [_head(labels, dates, context, spec, at, wordings) for at, spec in enumerate(wordings.specs)]
    found = [replace(head, score=head.score + _scheduled(head.spec)) if scheduled else head for head in heads if head is not None]
    best = max(found, key=lambda head: head.score, default=None)
    if best is None or best.score <= 0 or len(best.columns) < 2:
        return []
    pair = _with_budget(labels, context, wordings)
    options = [best] if pair is None else [best, pair]
    return [form for head in options for form in _forms(head)]


def _scheduled(spec: KindSpec) -> float:
    """What a ticked schedule says for a kind of table."""
    need = next((role.need for role in spec.roles if role.name == "jadwal"), None)
    return _AGAINST if need is None else (1.0 + _NEED) * need


def _forms(head: Head) -> list[Head]:
    """The header, and where its cells may span rows the same with cells in every row."""
    upright = tuple(replace(column, spans=False) for column in head.columns)
    return [head] if upright == head.columns else [head, replace(head, columns=upright)]


def _with_budget(labels: Sequence[Label], context: str, wordings: Wordings) -> Head | None:
    """The header of an agreement with the list of its budget attached; None where the labels do not name both."""
    if not _AGREEMENT.search(context) or _PLAN.search(context):
        return None
    parts: tuple[list[Label], list[Label]] = ([], [])
    for label in labels:
        is_budget = any(wordings.names(label.text, "pk_anggaran", role) for role in _BUDGET)
        is_goal = any(wordings.names(label.text, "pk", role) for role in _GOAL)
        numbers = sum(wordings.names(other.text, "pk_anggaran", "nomor") for other in parts[0])
        is_second = bool(numbers) and wordings.names(label.text, "pk_anggaran", "nomor")
        parts[(is_budget and not is_goal) or is_second].append(label)
    heads = [
        _head(found, (), "", spec, at, wordings)
        for kind, found in zip(("pk", "pk_anggaran"), parts, strict=True)
        for at, spec in enumerate(wordings.specs)
        if spec.kind == kind
    ]
    if len(heads) != len(parts) or heads[0] is None or heads[1] is None:
        return None
    names = {column.role.name for head in heads if head for column in head.columns}
    if not {"indikator", "target", "uraian", "jumlah"} <= names:
        return None
    columns = tuple(replace(column, spans=False, attached=True) for column in heads[1].columns)
    return replace(heads[0], attached=replace(heads[1], columns=columns))


def _head(labels: Sequence[Label], dates: Sequence[int], context: str, spec: KindSpec, number: int, wordings: Wordings) -> Head | None:
    taken: dict[str, list[Label]] = {}
    score = 0.0
    labels = [label for label in labels if len(dates) < _SEVERAL or not _YEAR.fullmatch(label.text)]
    for label in _without_values(labels, spec, spec.kind + str(number), wordings):
        like = wordings.like(label.text)
        if max(like.items(), key=lambda item: item[1])[0][1] in _LONELY:
            continue
        role = _role(label, spec, like, spec.kind + str(number), taken, len(dates))
        if role is not None:
            taken.setdefault(role, []).append(label)
            score += 1.0
        elif not any(kind == spec.kind + str(number) and value >= _LIKE for (kind, _), value in like.items()):
            against = best_agreement(label.text, spec.against) if spec.against else 0.0
            score += _AGAINST if against >= _LIKE else _UNKNOWN
    if not taken:
        return None
    score += sum(role.need if role.name in taken else -_NEED * role.need for role in spec.roles)
    score -= _NEED * bool(spec.any_of and not set(spec.any_of) & set(taken))
    roles = {role.name for role in spec.roles}
    score -= _NEED * bool("realisasi" in roles and not {"realisasi", "capaian", "persen"} & set(taken))
    score += _TITLED * (best_agreement(context, spec.title) if context and spec.title else 0.0)
    columns, heads = _columns(spec, _completed(taken, len(dates)), dates)
    return Head(spec, columns, heads, score)


def _completed(taken: Mapping[str, list[Label]], dates: int) -> dict[str, list[Label]]:
    """The labels of each role; where others are named once for each year, and one is missing once, it is lost in the header alone."""
    dated = [name for name in taken if name in _DATED]
    whole = dates > 1 and sum(1 for name in dated if len(taken[name]) == dates) > 1
    short = [name for name in dated if len(taken[name]) == dates - 1]
    return {name: [*labels, labels[-1]] if whole and short == [name] and labels else labels for name, labels in taken.items()}


def _without_values(labels: Sequence[Label], spec: KindSpec, kind: str, wordings: Wordings) -> list[Label]:
    """The labels but for those that are values of a column that another one heads: "P" where there is a column "L/P"."""
    found = [name for name in VALUED if any(wordings.like(label.text).get((kind, name), 0.0) >= _LIKE for label in labels)]
    named = {role.name for role in spec.roles}
    return [label for label in labels if not any(is_value_of(name, label.text) for name in found if name in named)]


def _role(
    label: Label, spec: KindSpec, like: Mapping[tuple[str, str], float], kind: str, taken: Mapping[str, list[Label]], dated: int
) -> str | None:
    """The role that a label fits best among those that no other has; as many labels of figures as there are years may have one."""
    options = [(like.get((kind, role.name), 0.0), -at, role) for at, role in enumerate(spec.roles) if role.name not in _LONELY]
    for value, _, role in sorted(options, key=lambda option: option[:2], reverse=True):
        if value < _LIKE:
            return None
        had = len(taken.get(role.name, ()))
        if not had or (had < dated and role.name in _DATED) or (role.many and years(label.text)):
            return role.name
    return None


def _columns(spec: KindSpec, taken: Mapping[str, list[Label]], dates: Sequence[int]) -> tuple[tuple[Lost, ...], dict[int, int]]:
    """The columns in order, those of a year together, and which lines head each."""
    parted = bool(_PARTED & set(taken)) and "indikator" in taken
    repeated = any(len(found) == len(dates) > 1 for name, found in taken.items() if name in _DATED)
    alone = len(dates) > 1 and not repeated and len(_DATED & set(taken)) == 1
    found: list[tuple[int, int, Lost, Label]] = []
    for at, role in enumerate(_in_order(spec, taken)):
        for n, label in enumerate(taken.get(role.name, ())):
            spans = parted and role.name in (*_PARTED, "nomor")
            if role.name in _DATED and repeated and n < len(dates):
                found.append((n + 1, at, Lost(role, f"{_undated(label.text)} {dates[n]}", spans), label))
            elif role.name in _DATED and alone:
                found += [(0, at, Lost(role, f"{_undated(label.text)} {year}", spans), label) for year in dates]
            else:
                found.append((0, at, Lost(role, label.text, spans), label))
    found.sort(key=lambda item: item[:2])
    heads = {line: column for column, (_, _, _, label) in enumerate(found) for line in range(label.start, label.stop)}
    return tuple(lost for _, _, lost, _ in found), heads


def _in_order(spec: KindSpec, taken: Collection[str]) -> list[Role]:
    """The roles from left to right; where no outcome is measured, the activity is, and stands before its measure as the outcome does."""
    roles = list(spec.roles)
    if "indikator" in taken and not _PARTED & set(taken):
        roles.sort(key=lambda role: role.name not in ("nomor", "kode", "kegiatan"))
    return roles


def _undated(text: str) -> str:
    return " ".join(_YEARS.sub(" ", text).split())


def lone_years(lines: Sequence[Line]) -> dict[int, int]:
    """The years that stand alone on a line, as in a row of a header: line -> year."""
    return {at: years(line.text)[0] for at, line in enumerate(lines) if _YEAR.fullmatch(line.text.strip())}


def header_years(lines: Sequence[Line], stop: int) -> set[int]:
    """The years of a header: those above this line, and those one behind the other, which no cells are."""
    found = lone_years(lines)
    return {year for at, year in found.items() if at < stop or found.get(at + 1) == year + 1 or found.get(at - 1) == year - 1}

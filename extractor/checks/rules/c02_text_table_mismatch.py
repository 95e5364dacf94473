"""C02: figures in prose against the tables they speak about."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, Finding, Holds, NotEvaluable, Outcome, aim
from extractor.checks.registry import check
from extractor.checks.samples import claim, report, spending
from extractor.checks.show import number, percent, rupiah, short, with_unit
from extractor.checks.views.accounts import Account, Settled, settled, unsettled, value_of
from extractor.checks.views.physical import Physical, physical
from extractor.checks.views.prose import Named, Pattern, Spoken, patterns, spoken, spoken_of
from extractor.checks.views.ratios import Ratio
from extractor.checks.views.reached import Told, graded_rows, told
from extractor.checks.views.wholes import Whole, wholes
from extractor.model import LaporanSatker
from extractor.values.numbers import read_percent
from extractor.values.rounding import Interval, printed_decimals, printed_interval
from extractor.values.scale import may_be_one

_FIELDS = ("pagu", "realisasi")
_NAMES = {"pagu": "anggaran", "realisasi": "realisasi"}
_FEWEST = 10**5
"""Smaller rupiah amounts are unit prices and fees."""
_NEAR = 10
"""Percentage points: a percent further from the total's speaks of something else."""
_FORMER = re.compile(r"\b(?:awal|semula|sebelum(?:nya)?)\b", re.IGNORECASE)
_BOUNDS = {"": "", "more": "> ", "less": "< "}
_ALL: Final = 100
"""Percent that spending cannot exceed; a larger one is of performance."""
_MEAN = re.compile(r"\b(?:rata\W?rata|rerata)\b", re.IGNORECASE)
"""What is told of several indicators or lines together is no share of the budget."""
_PART = re.compile(r"\b(?:sasaran|indikator|tujuan|IKU|SS\s?\d)\b", re.IGNORECASE)
_ALL_PARTS = re.compile(r"\b(?:seluruh(?:nya)?|semua|setiap|keseluruhan|menyeluruh)\b", re.IGNORECASE)
_POINTS_BACK = re.compile(r"\W*(?:hal|kondisi|keadaan|angka|nilai|capaian|persentase)\s+(?:ini|itu|tersebut|dimaksud)\b", re.IGNORECASE)
"""A sentence about what the one before it names."""
_WHOLE = re.compile(r"capaian kinerja|penyerapan|serapan|realisasi anggaran|keseluruhan|menyeluruh", re.IGNORECASE)


def _example(spent: str) -> LaporanSatker:
    name = "Pendidikan Politik bagi Pelajar"
    said = claim(
        f"Kegiatan {name} dengan realisasi Rp{spent}.", f"Rp{spent}", int(spent.replace(".", "")), kind="rupiah", line=40, subject=name
    )
    said.ukuran = "realisasi"
    return report(klaim=[said], realisasi_anggaran=[spending([(name, "kegiatan", "668.220.000", "584.890.803", "")])])


@check(
    "C02", "text_table_mismatch", "galat", "Angka dalam uraian berbeda dari tabelnya",
    wrong=lambda: _example("548.890.803"), right=lambda: _example("584.890.803"),
)  # fmt: skip
def text_table_mismatch(case: Case) -> Iterator[Outcome]:
    """A figure in prose differs from the table it speaks about.

    Compares: amounts in prose with the pagu and realisasi of the line (or of all lines under the program) that the sentence
        names; the number of kegiatan said of a program with those listed; percents of a year's whole budget, and their rise
        or fall, with the total rows; "X % dari target Y % atau tercapai Z %" with the indicator that has this target.
    Rule: prose repeats what the tables state.
    Tolerance: rounding of percents. A figure that the tables state anywhere for the thing named is right, whichever word
        (pagu, realisasi) stands before it; a sentence that names nothing is not judged, nor is the percent of a sasaran or an
        indicator held against that of the whole budget.
    Wrong: "realisasi Rp548.890.803" of a line that the table puts at 584.890.803.
    Right: "realisasi Rp584.890.803".
    Repair: the table's figure, where its sums and percents hold; else the one in prose, where it makes them hold.
    """
    done: set[int] = set()
    for account in case.view(settled):
        done |= {id(item.claim) for item in account.account.figures.values()}
        yield from _account(account)
    for alone in case.view(unsettled):
        yield from _own_percent(alone)
    for item in case.view(spoken):
        if id(item.claim) in done:
            continue
        if item.evidence.value is None:
            yield NotEvaluable("the figure cannot be read")
        elif item.claim.jenis == "rupiah":
            yield from _amount(case, item)
        elif item.claim.jenis == "jumlah":
            yield from _number_of_lines(case, item)
        else:
            yield from _percent(case, item)
    yield from _results(case)
    yield from _grades(case)
    yield from (_physical(entry, way) for entry, way in case.view(physical))


def _account(item: Settled) -> Iterator[Outcome]:
    """Pagu, realisasi and percent of one sentence against the line that has one of its amounts."""
    for field, said in item.account.figures.items():
        other = value_of(item.line, field)
        if other is None or item.account.partial:
            continue
        if field not in item.wrong:
            yield Holds((said.evidence, other))
            continue
        stated, computed, percents = said.evidence.value or 0, other.value or 0, field == "persen"
        name = short(item.line.label or "Anggaran") + (f" {item.line.year}" if item.line.year else "")
        figures = (percent(stated), percent(computed)) if percents else (rupiah(stated), rupiah(computed))
        what = ("Persen realisasi", "The percent spent") if percents else (_NAMES[field].capitalize(), f"The {field}")
        implied = {} if percents else {said.evidence.key: Interval.exactly(computed), other.key: Interval.exactly(stated)}
        yield Finding(
            id=f"{what[0]} {name}: dalam uraian {figures[0]}, dalam tabel {figures[1]}.",
            en=f"{what[1]} of {name}: {figures[0]} in prose, {figures[1]} in the table.",
            evidence=(said.evidence, other), stated=stated, computed=computed, unit="%" if percents else "rupiah", implied=implied,
            weight=18,
        )  # fmt: skip


def _own_percent(account: Account) -> Iterator[Outcome]:
    """The percent of a sentence against the two amounts beside it."""
    pagu, spent, said = (account.figures[field].evidence for field in ("pagu", "realisasi", "persen"))
    ratio = Ratio(spent, pagu, said)
    if not ratio.evaluable or ratio.holds:
        return
    stated, quotient = percent(said.value or 0), f"{rupiah(spent.value or 0)} / {rupiah(pagu.value or 0)} = {percent(ratio.shown)}"
    yield Finding(
        id=f"Dalam uraian tertulis {stated}, sedangkan {quotient}.", en=f"The text states {stated}, but {quotient}.",
        evidence=(said, spent, pagu), stated=said.value, computed=ratio.shown, unit="%", implied=ratio.implied(), weight=10,
    )  # fmt: skip


def _amount(case: Case, item: Spoken) -> Iterator[Outcome]:
    stated, field = item.evidence.value, item.claim.ukuran
    if stated is None or stated < _FEWEST or field not in (*_FIELDS, None):
        return
    if _FORMER.search(item.since):
        yield NotEvaluable("the amount is that of an earlier version")
        return
    things = spoken_of(case, item)
    known = {t.total(f): (t, f) for f in _FIELDS for t in things if t.total(f) is not None}
    if not known:
        yield NotEvaluable("no line is named")
    elif stated in known or _is_of_the_whole(case, item) or _is_rounded(item, things):
        yield Holds((item.evidence,))
    else:
        wanted = [(t, f, v) for v, (t, f) in known.items() if f == field and v is not None]
        if len({v for _, _, v in wanted}) == 1:
            yield _amount_finding(item, *wanted[0])


def _is_rounded(item: Spoken, things: Sequence[Named]) -> bool:
    """Whether the amount may be one of a table in thousands or millions, or one in milliards that of an exact table."""
    said = (item.evidence.raw, item.evidence.value)
    figures = [parts[0] for t in things for f in _FIELDS if len(parts := getattr(t, f)) == 1]
    return any(may_be_one(said, (e.raw, e.value)) for e in figures if e.value is not None)


def _is_of_the_whole(case: Case, item: Spoken) -> bool:
    """Whether an amount is that of the whole budget: a body may have the words of one of its programs in its own name."""
    whole = case.view(wholes).get(item.claim.tahun or case.report.tahun or 0)
    totals = (whole.total.pagu, whole.total.realisasi) if whole is not None else ()
    said = (item.evidence.raw, item.evidence.value)
    return any(e is not None and may_be_one(said, (e.raw, e.value)) for e in totals)


def _amount_finding(item: Spoken, thing: Named, field: str, value: int | Decimal) -> Finding:
    stated = item.evidence.value or 0
    name, figures = short(thing.name), (rupiah(stated), rupiah(value))
    parts: tuple[Evidence, ...] = getattr(thing, field)
    implied = {item.evidence.key: Interval.exactly(value)}
    if len(parts) == 1:
        implied[parts[0].key] = Interval.exactly(stated)
    return Finding(
        id=f"{_NAMES[field].capitalize()} {name}: dalam uraian {figures[0]}, dalam tabel {figures[1]}.",
        en=f"{field.capitalize()} of {name}: {figures[0]} in prose, {figures[1]} in the table.",
        evidence=(item.evidence, *parts), stated=stated, computed=value, unit="rupiah", implied=implied, weight=18,
    )  # fmt: skip


def _number_of_lines(case: Case, item: Spoken) -> Iterator[Outcome]:
    """ "Program X yang terdiri dari N kegiatan"."""
    if item.claim.nilai.satuan != "kegiatan":
        return
    families = [t for t in spoken_of(case, item) if t.family and t.lines > 1]
    if len({t.lines for t in families}) != 1 or "terdiri" not in item.since.lower():
        return
    stated, counted = item.evidence.value or 0, families[0].lines
    if stated == counted:
        yield Holds((item.evidence,))
        return
    name = short(families[0].name)
    yield Finding(
        id=f"{name}: disebut terdiri dari {number(stated)} kegiatan, tabel memuat {number(counted)}.",
        en=f"{name}: said to have {number(stated)} kegiatan, the table lists {number(counted)}.",
        evidence=(item.evidence, *families[0].pagu), stated=stated, computed=counted, unit="kegiatan", weight=10,
    )  # fmt: skip


def _percent(case: Case, item: Spoken) -> Iterator[Outcome]:
    """Percents of the whole budget, and changes of it from year to year."""
    year, sides = item.claim.tahun, case.view(wholes)
    whole = sides.get(year) if year is not None else None
    if whole is None or whole.persen is None or whole.persen.value is None or item.claim.cakupan not in (None, "anggaran"):
        return
    if item.claim.peran == "change":
        before = sides.get(whole.year - 1)
        if before is not None and before.persen is not None and before.persen.value is not None and _leads_to(case, item, whole):
            yield _change(item, whole.persen, before.persen)
        return
    if item.claim.peran == "share" or item.claim.ukuran == "target" or not _WHOLE.search(item.claim.kalimat) or _MEAN.search(item.since):
        return
    if _POINTS_BACK.match(item.claim.kalimat) or (_PART.search(item.before) and not _ALL_PARTS.search(item.before)):
        yield NotEvaluable("the percent is that of a part")
        return
    stated = item.evidence.value or 0
    if stated in whole.percents:
        yield Holds((item.evidence, whole.persen))
    elif stated > _ALL >= whole.persen.value:
        return
    elif abs(Fraction(stated) - Fraction(whole.persen.value)) < _NEAR and not spoken_of(case, item):
        figures = (percent(stated), percent(whole.persen.value))
        yield Finding(
            id=f"Capaian {whole.year} secara keseluruhan: dalam uraian {figures[0]}, dalam tabel {figures[1]}.",
            en=f"The {whole.year} achievement as a whole: {figures[0]} in prose, {figures[1]} in the table.",
            evidence=(item.evidence, whole.persen), stated=stated, computed=whole.persen.value, unit="%", weight=10,
        )  # fmt: skip


def _leads_to(case: Case, item: Spoken, whole: Whole) -> bool:
    """Whether the change is said to lead to the percent of the total."""
    group = [c for c in case.report.klaim if c.kelompok == item.claim.kelompok and c.kalimat == item.claim.kalimat and c.peran == "to"]
    return any(c.nilai.nilai in whole.percents for c in group)


def _change(item: Spoken, now: Evidence, before: Evidence) -> Outcome:
    stated = Fraction(item.evidence.value or 0) * (-1 if item.claim.arah == "down" else 1)
    exact = Fraction(now.value or 0) - Fraction(before.value or 0)
    if exact in printed_interval(Decimal(stated.numerator) / stated.denominator, printed_decimals(item.evidence.raw)):
        return Holds((item.evidence, now, before))
    figures = (number(stated), percent(before.value or 0), percent(now.value or 0), number(exact))
    return Finding(
        id=f"Perubahan disebut {figures[0]} persen; menurut tabel dari {figures[1]} menjadi {figures[2]} ({figures[3]}).",
        en=f"The change is said to be {figures[0]} points; by the tables it is from {figures[1]} to {figures[2]} ({figures[3]}).",
        evidence=(item.evidence, now, before), stated=stated, computed=exact, unit="%", weight=10,
    )  # fmt: skip


def _grades(case: Case) -> Iterator[Outcome]:
    """A grade that the text gives for a year against the grades that the tables give the same indicator in that year."""
    for item in case.report.sebutan:
        rows = graded_rows(case, item) if item.jenis == "predikat" else []
        grades = {row.value for row in rows}
        if len(grades) != 1:
            continue
        said, right = Evidence(item.teks, item.sumber), rows[0]
        if right.value == item.teks:
            yield Holds((said,))
            continue
        yield Finding(
            id=f"{short(right.name)} ({item.nilai}): dalam uraian {item.teks}, dalam tabel {right.value}.",
            en=f"{short(right.name)} ({item.nilai}): {item.teks} in prose, {right.value} in the table.",
            evidence=(said, *(row.evidence for row in rows)), stated=item.teks, computed=right.value, weight=10,
        )  # fmt: skip


def _physical(entry: Physical, way: str | None) -> Outcome:
    """The physical progress of a program against that of its kegiatan."""
    if entry.holds:
        return Holds((entry.said, *entry.lines))
    if way is None:
        return NotEvaluable("nothing shows how the lines are to be put together")
    stated, right, name, count = percent(entry.said.value or 0), percent(entry.shown(way)), short(entry.name), len(entry.lines)
    of = (f"rata-rata {count} kegiatan", f"the mean of {count} lines") if count > 1 else ("dalam tabel", "the table")
    return Finding(
        id=f"Realisasi fisik {name}: dalam uraian {stated}, {of[0]} {right}.",
        en=f"Physical progress of {name}: {stated} in prose, {right} by {of[1]}.",
        evidence=(entry.said, *entry.lines), stated=entry.said.value, computed=entry.shown(way), unit="%", weight=10,
    )  # fmt: skip


def _results(case: Case) -> Iterator[Outcome]:
    """Target, realisasi and capaian that sentences state of an indicator of a year."""
    wrong: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    for item in case.view(told):
        if item.holds:
            yield Holds((item.item.evidence,))
        else:
            wrong[item.indicator.name, item.indicator.year, item.field, item.item.evidence.value, item.bound].append(item)
    seen = {item.item.claim.kalimat for item in case.view(told)}
    for pattern in case.view(patterns):
        if pattern.kind == "capaian" and pattern.claim.kalimat not in seen:
            yield from _indicator(case, pattern)
    for same in wrong.values():
        figures = same[0].indicator.figures[same[0].field]
        if len({e.value for e in figures}) == 1:
            yield _result_finding(same, figures)
        else:
            yield NotEvaluable("the tables differ themselves")


def _result_finding(same: Sequence[Told], figures: Sequence[Evidence]) -> Finding:
    said, other, name = same[0].item.evidence, figures[0], short(same[0].indicator.name)
    right, field = with_unit(other.value or 0, "%"), same[0].field
    stated = f"{_BOUNDS[same[0].bound]}{percent(said.value or 0)}"
    return Finding(
        id=f"{field.capitalize()} {name} ({same[0].indicator.year}): dalam uraian {stated}, dalam tabel {right}.",
        en=f"The {field} of {name} ({same[0].indicator.year}) is {stated} in prose and {right} in the table.",
        evidence=(*(item.item.evidence for item in same), *figures), stated=said.value, computed=other.value, unit="%", weight=10,
    )  # fmt: skip


def _indicator(case: Case, pattern: Pattern) -> Iterator[Outcome]:
    """ "realisasi X % dari target Y % atau tercapai Z %" against the one indicator that has this target."""
    read = {name: read_percent(text) for name, text in pattern.parts.items()}
    rows = [
        row
        for block in case.report.capaian_kinerja
        for row in block.baris
        if row.target is not None and row.target.nilai == read["target"] and row.tahun == (pattern.claim.tahun or case.report.tahun)
    ]
    for field in ("realisasi", "capaian"):
        figures = [
            e for row in rows if (e := aim(getattr(row, field), row.sumber, row.indikator or "")) is not None and e.value is not None
        ]
        values = {e.value for e in figures}
        if not values:
            yield NotEvaluable("no indicator has this target")
        elif any(_same(pattern.parts[field], read[field], e) for e in figures):
            yield Holds()
        elif len(values) == 1:
            yield _indicator_finding(pattern, field, read[field], figures)


def _same(raw: str, value: Decimal | None, other: Evidence) -> bool:
    if value is None or value == other.value:
        return value is not None
    places = printed_decimals(raw), printed_decimals(other.raw)
    return places[0] != places[1] and printed_interval(value, places[0]).meets(printed_interval(other.value or 0, places[1]))


def _indicator_finding(pattern: Pattern, field: str, stated: Decimal | None, figures: Sequence[Evidence]) -> Finding:
    source, name = pattern.claim.nilai.sumber or pattern.claim.sumber, short(figures[0].name)
    said, right = percent(stated or 0), with_unit(figures[0].value or 0, "%")
    return Finding(
        id=f"{field.capitalize()} {name}: dalam uraian {said}, dalam tabel {right}.",
        en=f"{field.capitalize()} of {name}: {said} in prose, {right} in the table.",
        evidence=(Evidence(f"{pattern.parts[field]} %", source, stated, name), *figures),
        stated=stated, computed=figures[0].value, unit="%", weight=10,
    )  # fmt: skip

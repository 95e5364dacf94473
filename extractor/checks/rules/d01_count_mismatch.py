"""D01: counts of staff against each other, against their totals and against the list."""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import islice, pairwise

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, Finding, Holds, Key, NotEvaluable, Outcome, figure
from extractor.checks.registry import check
from extractor.checks.samples import person, recap, staff
from extractor.checks.show import number, short
from extractor.checks.views.budget import BudgetLine, budget
from extractor.checks.views.doubts import doubts
from extractor.checks.views.item_counts import Counted, item_counts
from extractor.checks.views.spread import Spread, spreads
from extractor.checks.views.staff import Count, counts, groups_of, persons, unions
from extractor.checks.views.staff_sums import Parted, listed_groups, missed, parted

_KINDS = ("kategori", "jenjang", "tingkat", "kelompok", "strata")
_ALL_LINES = re.compile(r"\bDIPA\b|\bRKA\b|\bseluruh kegiatan\b")
"""Wordings by which a number of kegiatan is that of the whole budget."""
_WITH_MEMBERS = re.compile(r"\b(?:ketua|anggota|komisioner)\b", re.IGNORECASE)
_MEMBERS = (5, 7)
"""Members of a commission, who are no staff (UU 7/2017 pasal 10)."""
_FEW = 2
"""Persons by which a count and another of other staff are not taken for one another."""
_UNITS = 3
_HEAD = re.compile(r"\W*(?:sekretariat|pimpinan|kepala|sekretaris)\b", re.IGNORECASE)
_NOT_RANKED = ("PPPK", "PPNPN", "KOMISIONER")
"""Staff that tables by golongan and education often leave out."""
_STATUS = ("PNS", "PPPK", "PPNPN", "KOMISIONER")
_PARTS = ("status", "golongan", "pendidikan")
_DIMENSIONS = {"status": ("status", "status"), "golongan": ("golongan", "golongan"), "pendidikan": ("pendidikan", "education")}


@check(
    "D01", "count_mismatch", "galat", "Jumlah pegawai (atau butir lain) tidak sama dengan daftarnya atau dengan sebutan lain",
    wrong=lambda: staff(counted=[recap("golongan", "Golongan III", 16, 1, "T01"), recap("golongan", "Golongan II", 4, 2, "T01"),
                                 recap("total", "Jumlah", 20, 3, "T01"), recap("total", "Jumlah pegawai", 21, 9)]),
    right=lambda: staff([person("Wahyu Lestari", "196812261990032002", golongan="III/d")],
                        [recap("golongan", "Golongan III", 1, 1), recap("total", "Jumlah pegawai", 1, 9)]),
)  # fmt: skip
def count_mismatch(case: Case) -> Iterator[Outcome]:
    """A stated count differs from the items counted, or from another statement of it.

    Compares: every statement of the number of staff of a status, golongan or level of education with the other statements
        of it and with the staff list; stated totals with each other and with the sums of their groups. The number of all
        indicators or sasaran, and of those said to be reached, missed, better or worse, with the tables of the year. The number of
        places that a quantity is spread over, with the rows of the table whose total the quantity is.
    Rule: counting.
    Tolerance: none. Several tables must hold as many indicators; the number of any of them is right. Education and golongan
        may be counted of all staff, of the PNS alone, or of the PNS and PPPK: a sum that fits one of these is right, also
        with the PPPK, PPNPN or members told beside it. Groups described more narrowly ("yang mengikuti tes") are left out.
        A list decides about a total where it is numbered throughout, and about the one golongan or level of education in which
        it differs from the counts. Groups that are not of one of these staffs are compared only where they miss it by one or two.
    Wrong: a table of 20 persons and the sentence "jumlah pegawai 21 (dua puluh satu) orang".
    Right: 20 in both.
    Repair: the number that the list bears out; without a list the one that most statements share.
    """
    stated = case.view(counts)
    groups: dict[tuple[str, str], list[Count]] = defaultdict(list)
    for count in stated:
        groups[count.dimension, count.group].append(count)
    listed = _listed(case)
    groupings = list(parted(stated, _PARTS))
    by_list = listed | _listed_parts(case, listed, groupings)
    told: list[Outcome] = []
    for (dimension, group), members in groups.items():
        if group != "total" and dimension != "subbagian":
            told += _among(members, _whole(by_list.get((dimension, group)), members), _misread(case))
    told += _totals(case, stated, groups, {s: listed[key] for s in _STATUS if (key := ("status", s)) in listed})
    yield from told
    yield from _sums(groupings, stated, {o.evidence[0].key for o in told if isinstance(o, Finding)})
    yield from _units(stated)
    yield from _levels_of_education(case, stated)
    yield from _kegiatan(case)
    yield from _items(case.view(item_counts))
    yield from _spread(case.view(spreads))


def _levels_of_education(case: Case, stated: Sequence[Count]) -> Iterator[Outcome]:
    """ "3 (tiga) kategori pendidikan" against the levels that are counted or listed."""
    counted = {count.group for count in stated if count.dimension == "pendidikan" and count.value}
    listed = {group for person in case.view(persons) if (group := groups_of(person).get("pendidikan"))}
    for claim in case.report.klaim:
        if claim.jenis != "jumlah" or claim.nilai.satuan not in _KINDS or "pendidikan" not in claim.kalimat.lower() or len(counted) < 2:
            continue
        said = figure(claim.nilai, claim.sumber, claim.subjek or "")
        if said is None or said.value in (len(counted), len(listed)):
            yield Holds()
            continue
        others, names = tuple(c.evidence for c in stated if c.dimension == "pendidikan"), ", ".join(sorted(counted))
        yield Finding(
            id=f"Disebut {said.raw} {claim.nilai.satuan} pendidikan; yang dihitung atau didaftar {len(counted)}: {names}.",
            en=f"{said.raw} levels of education are named; those counted or listed are {len(counted)}: {names}.",
            evidence=(said, *others), stated=said.value, computed=len(counted), unit=claim.nilai.satuan, weight=10,
        )  # fmt: skip


def _kegiatan(case: Case) -> Iterator[Outcome]:
    """ "13 kegiatan yang ditetapkan dalam DIPA" against the lines of the tables of that year."""
    tables: dict[tuple[str, int | None], list[BudgetLine]] = defaultdict(list)
    for line in case.view(budget):
        if line.level == "kegiatan" and line.origin == "realisasi":
            tables[line.table, line.year].append(line)
    for claim in case.report.klaim:
        sizes = {len(lines): lines for (_, year), lines in tables.items() if year == claim.tahun}
        said = figure(claim.nilai, claim.sumber, claim.subjek or "")
        if (
            claim.nilai.satuan != "kegiatan"
            or not _ALL_LINES.search(claim.kalimat)
            or len(sizes) != 1
            or said is None
            or said.value is None
        ):
            continue
        (count, lines), *_ = sizes.items()
        if said.value == count:
            yield Holds((said,))
            continue
        there = tuple(e for line in lines if (e := line.pagu) is not None)
        yield Finding(
            id=f"Disebut {number(said.value)} kegiatan dalam DIPA {claim.tahun}, tabel realisasi memuat {number(count)}.",
            en=f"{number(said.value)} kegiatan are said to be in the {claim.tahun} DIPA; the table of realisations lists {number(count)}.",
            evidence=(said, *there), stated=said.value, computed=count, unit="kegiatan", weight=10,
        )  # fmt: skip


def _items(counted: Sequence[Counted]) -> Iterator[Outcome]:
    """Numbers of indicators and sasaran; one that several sentences repeat is told once."""
    wrong: dict[tuple[object, ...], list[Counted]] = defaultdict(list)
    for item in counted:
        if item.holds:
            yield Holds((item.said,))
        else:
            wrong[item.unit, item.year, item.kind, item.said.value].append(item)
    for same in wrong.values():
        item, said, right, words = same[0], number(same[0].said.value or 0), number(same[0].right), same[0].words
        yield Finding(
            id=" ".join(f"Disebut {said} {item.unit} {words[0]} tahun {item.year}, tabelnya menunjukkan {right}.".split()),
            en=" ".join(f"{said} {item.unit} {words[1]} are named for {item.year}; the tables show {right}.".split()),
            evidence=(*(other.said for other in same), *item.evidence), stated=item.said.value, computed=item.right, unit=item.unit,
            weight=10,
        )  # fmt: skip


def _spread(items: Sequence[Spread]) -> Iterator[Outcome]:
    """Numbers of places; sentences and tables that repeat one another are told once."""
    wrong: dict[tuple[object, ...], list[Spread]] = defaultdict(list)
    for item in items:
        if item.holds:
            yield Holds((item.said, item.total))
        else:
            wrong[item.unit, item.said.value, item.total.value].append(item)
    for same in wrong.values():
        item, said, right, total = same[0], number(same[0].said.value or 0), number(len(same[0].places)), same[0].total.raw
        evidence = {e.key: e for spread in same for e in (spread.said, spread.total)} | {e.key: e for e in item.places}
        yield Finding(
            id=f"Disebut {said} {item.unit}; dalam tabel {total} itu tersebar di {right} {item.unit}.",
            en=f"{said} {item.unit} are named; in the table the {total} are found in {right}.",
            evidence=tuple(evidence.values()), stated=item.said.value, computed=len(item.places), unit=item.unit, weight=10,
        )  # fmt: skip


def _listed(case: Case) -> dict[tuple[str, str], int]:
    """How many of each group the lists hold; status only, since the lists may leave out staff without golongan."""
    tally: Counter[tuple[str, str]] = Counter()
    if _is_cut(case):
        return {}
    for employee in case.view(persons):
        for dimension, group in groups_of(employee).items():
            if dimension == "status" and group:
                tally[dimension, group] += 1
    return dict(tally)


def _listed_parts(case: Case, listed: dict[tuple[str, str], int], groupings: Sequence[Parted]) -> dict[tuple[str, str], int]:
    """How many of each golongan and level of education a list holds that is numbered throughout and tells it of all its staff."""
    found: dict[tuple[str, str], int] = {}
    if _is_numbered(case) and listed:
        for parts in groupings:
            whole = listed.get(("status", "PNS"), 0) if parts.dimension == "golongan" else sum(listed.values())
            if parts.dimension != "status":
                found |= listed_groups(case.view(persons), parts, whole)
    return found


def _sums(groupings: Sequence[Parted], stated: Sequence[Count], wrong: Container[Key]) -> Iterator[Outcome]:
    """Sums of groups that just miss the staff they are of; those with a figure that is told already are left out."""
    for parts in groupings:
        whole = missed(parts, stated)
        if whole is None or whole.evidence.key in wrong or any(count.evidence.key in wrong for count in parts.counts):
            continue
        names = (_DIMENSIONS[parts.dimension], number(parts.total), short(whole.label), number(whole.value))
        yield Finding(
            id=f"Pegawai menurut {names[0][0]} berjumlah {names[1]} orang; {names[2]} tertulis {names[3]} orang.",
            en=f"The staff by {names[0][1]} add up to {names[1]}; {names[2]} is stated as {names[3]}.",
            evidence=(parts.counts[0].evidence, *(c.evidence for c in parts.counts[1:]), whole.evidence), stated=parts.total,
            computed=whole.value, unit="orang", weight=9,
        )  # fmt: skip


def _is_cut(case: Case) -> bool:
    """Whether the numbers in front of a list show that a row of it has not been read, or someone's status has not."""
    known = [person.status for person in case.report.pegawai.daftar]
    if None in known and any(known):
        return True
    numbers = [int(p.nomor.strip(" .)")) for p in case.report.pegawai.daftar if p.nomor and p.nomor.strip(" .)").isdecimal()]
    return any(after - before > 1 for before, after in pairwise(numbers))


def _whole(listed: int | None, members: Sequence[Count]) -> int | None:
    """The length of the list, or None where it falls so far short of every statement that it must be of a part."""
    least = min(count.value for count in members)
    return None if listed is None or (listed < least and least - listed > max(2, least // 5)) else listed


def _misread(case: Case) -> tuple[Evidence, ...]:
    """A row of the staff list whose reading is doubted: where there is one, the list may be longer than was read."""
    rows = (Evidence(person.nama, person.sumber, None, person.nama) for person in case.report.pegawai.daftar)
    return tuple(islice((row for row in rows if case.view(doubts).about(row)), 1))


def _among(members: Sequence[Count], listed: int | None, misread: tuple[Evidence, ...]) -> Iterator[Outcome]:
    """Statements of one group: those that differ from the list, else from what most say."""
    values = Counter(count.value for count in members)
    usual, votes = values.most_common(1)[0]
    accepted = listed if listed is not None and listed in values else usual
    if len(members) == 1 and (listed is None or listed == usual):
        yield Holds((members[0].evidence,)) if listed is not None else NotEvaluable("it is stated once only")
        return
    if listed is not None and listed not in values:
        accepted = listed
    if listed is None and votes == 1 and len(values) > 1:
        accepted = members[0].value
    for count in members:
        if count.value == accepted:
            yield Holds((count.evidence,))
            continue
        others = tuple(c.evidence for c in members if c.value == accepted)
        if accepted == listed:
            yield _finding(count, accepted, (*others, *misread), "daftar pegawai")
        else:
            yield _finding(count, accepted, others, "sebutan lain")


def _finding(count: Count, right: int, others: tuple[Evidence, ...], against: str) -> Finding:
    name = short(count.label)
    english = "the staff list" if against == "daftar pegawai" else "other statements of it"
    return Finding(
        id=f"{name}: tertulis {number(count.value)} orang, menurut {against} {number(right)}.",
        en=f"{name}: stated as {number(count.value)}, {number(right)} by {english}.",
        evidence=(count.evidence, *others), stated=count.value, computed=right, unit="orang", weight=10,
    )  # fmt: skip


def _totals(
    case: Case, stated: Sequence[Count], groups: dict[tuple[str, str], list[Count]], listed: Mapping[str, int]
) -> Iterator[Outcome]:
    """Totals against the other totals, every sum of statuses that may be meant, and a list that is numbered throughout.

    A status that is told nowhere else counts as many as the list holds.
    """
    totals = [count for count in stated if count.group == "total"]
    status = {group: _usual(members) for (d, group), members in groups.items() if d == "status"}
    sums = {p: sum({c.group: c.value for c in stated if (c.dimension, c.table) == p}.values()) for p in _places(stated)}
    others = unions(value for group, value in status.items() if group in _NOT_RANKED)
    added = {ranked + more for (dimension, _), ranked in sums.items() if dimension != "status" for more in others}
    possible = unions({**listed, **status}.values()) | {*sums.values()} | added | unions(listed.values()) | {sum(listed.values())}
    for total in totals:
        same = [t for t in totals if t is not total and t.value == total.value]
        members = _MEMBERS if _WITH_MEMBERS.search(total.label) else ()
        if total.value in possible or same or any(total.value - more in possible for more in members):
            yield Holds((total.evidence,))
            continue
        right = [t for t in totals if t is not total and t.value in possible and not _of_ranked(total, t, stated)]
        held = sum(listed.values())
        if listed and _is_numbered(case) and abs(total.value - held) <= max(_FEW, held // 5):
            yield _finding(total, held, _misread(case), "daftar pegawai")
        elif right:
            yield _finding(total, right[0].value, tuple(t.evidence for t in right), "sebutan lain")
        elif near := [value for value in sorted(added) if abs(value - total.value) <= _FEW]:
            parts = tuple(c.evidence for c in stated if c.group != "total" and (c.dimension == "status" or c.table))
            yield _finding(total, near[0], parts, "sebutan lain")
        else:
            yield NotEvaluable("no other count is of the same staff")


def _of_ranked(one: Count, other: Count, stated: Sequence[Count]) -> bool:
    """Whether the smaller of two totals closes a table of golongan, which staff without one are not in, and is smaller by far."""
    least = min(one, other, key=lambda count: count.value)
    dimensions = {count.dimension for count in stated if count.table == least.table} - {"total"}
    return least.table is not None and dimensions == {"golongan"} and abs(one.value - other.value) > _FEW


def _usual(members: Sequence[Count]) -> int:
    """What most statements of a group say."""
    return Counter(count.value for count in members).most_common(1)[0][0]


def _is_numbered(case: Case) -> bool:
    """Whether the lists count their persons from 1 on without a gap, so that nobody is left out."""
    numbers = [person.nomor.strip(" .)") if person.nomor else "" for person in case.report.pegawai.daftar]
    counted = [int(number) for number in numbers if number.isdecimal()]
    whole = all(here in (before + 1, 1) for before, here in pairwise([0, *counted]))
    return bool(counted) and whole and len(counted) == len(numbers) == len(case.view(persons))


def _units(stated: Sequence[Count]) -> Iterator[Outcome]:
    """Units counted in sentences, the office of their head among them, against the total of the same sentences."""
    units = [count for count in stated if count.dimension == "subbagian" and count.table is None]
    totals = [count for count in stated if count.group == "total" and count.table is None]
    names = {count.group for count in units}
    if len(units) < _UNITS or len(names) < len(units) or len(totals) != 1 or not any(_HEAD.match(count.label) for count in units):
        return
    (total,), added = totals, sum(count.value for count in units)
    if added == total.value or abs(added - total.value) > _FEW:
        yield Holds((total.evidence,)) if added == total.value else NotEvaluable("the units are of other staff")
        return
    yield Finding(
        id=f"Jumlah pegawai menurut unit kerja {number(added)} orang; {short(total.label)} {number(total.value)} orang.",
        en=f"The staff of the units add up to {number(added)}; {short(total.label)} is stated as {number(total.value)}.",
        evidence=(total.evidence, *(count.evidence for count in units)), stated=added, computed=total.value, unit="orang", weight=10,
    )  # fmt: skip


def _places(stated: Sequence[Count]) -> set[tuple[str, str | None]]:
    return {(count.dimension, count.table) for count in stated if count.dimension in _PARTS}

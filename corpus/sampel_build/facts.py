"""The facts that reports are made of, each with its rows for the page and its truth for the expected JSON."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from corpus.naskah import Cell, Row, merged, plain
from corpus.printed import Json, Printed, count, long_date, rupiah, share, share_printed


@dataclass(frozen=True, slots=True)
class Indicator:
    text: str
    target: Printed
    realised: Printed | None = None
    achieved: Printed | None = None


@dataclass(frozen=True, slots=True)
class Goal:
    number: str
    text: str
    indicators: tuple[Indicator, ...]


def agreement_rows(goals: Sequence[Goal]) -> tuple[Row, ...]:
    """No | Sasaran | Indikator | Target, number and sasaran merged over their indicators."""
    return merged([((g.number, g.text), [plain(i.text, i.target, aligns="lc") for i in g.indicators]) for g in goals], aligns="c")


def agreement_truth(goals: Sequence[Goal]) -> list[Json]:
    """What the same rows say."""
    return [{"nomor": g.number, "sasaran": g.text, "indikator": i.text, "target": i.target.truth} for g in goals for i in g.indicators]


def achievement_rows(goals: Sequence[Goal]) -> tuple[Row, ...]:
    """No | Sasaran | Indikator | Target | Realisasi | Capaian."""
    groups = []
    for goal in goals:
        rows = [plain(i.text, *(value or "" for value in (i.target, i.realised, i.achieved)), aligns="lccc") for i in goal.indicators]
        groups.append(((goal.number, goal.text), rows))
    return merged(groups, aligns="c")


def achievement_truth(goals: Sequence[Goal], year: int) -> list[Json]:
    """What the same rows say."""
    return [
        {
            "tahun": year,
            "nomor": goal.number,
            "sasaran": goal.text,
            "indikator": i.text,
            "target": i.target.truth,
            "realisasi": i.realised.truth if i.realised else None,
            "capaian": i.achieved.truth if i.achieved else None,
        }
        for goal in goals
        for i in goal.indicators
    ]


@dataclass(frozen=True, slots=True)
class Spending:
    """A line of a budget table. ``stated`` and ``percent`` are printed in place of what is right, where a slip is planted."""

    name: str
    level: str
    pagu: int
    realisasi: int
    code: str | None = None
    stated: int | None = None
    percent: Decimal | None = None

    def figures(self, form: str = "{}", share_form: str = "{}%") -> tuple[Printed, Printed, Printed]:
        """Pagu, realisasi and percent as printed."""
        share_value = self.percent if self.percent is not None else share(self.realisasi, self.pagu)
        spent = self.realisasi if self.stated is None else self.stated
        return rupiah(self.pagu, form), rupiah(spent, form), share_printed(share_value, share_form)

    def truth(self, year: int, form: str = "{}", share_form: str = "{}%") -> Json:
        """What the line says; its level is left open where it is neither program nor kegiatan."""
        pagu, realisasi, percent = self.figures(form, share_form)
        level = {"tingkat": self.level} if self.level else {}
        return {
            "tahun": year,
            "kode": self.code,
            "uraian": self.name,
            **level,
            "pagu": pagu.truth,
            "realisasi": realisasi.truth,
            "persen": percent.truth,
        }


def budget_truth(lines: Sequence[tuple[str, Printed]], codes: Sequence[str] | None = None) -> list[Json]:
    """What the budget list under an agreement says."""
    found = codes if codes is not None else [None] * len(lines)
    return [{"kode": code, "uraian": name, "jumlah": amount.truth} for (name, amount), code in zip(lines, found, strict=True)]


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    nip: str
    rank: str
    """Pangkat; empty for contract staff."""
    grade: str
    position: str
    sex: str
    education: str
    birth: str
    """ISO date as the list states it; the NIP may say otherwise."""

    def row(self, number: int) -> Row:
        """No | Nama | Tanggal lahir | NIP | Pangkat (Gol.) | Jabatan | L/P | Pendidikan."""
        rank = f"{self.rank} ({self.grade})" if self.rank else self.grade
        texts = (str(number), self.name, long_date(self.birth), self.spaced_nip(), rank, self.position, self.sex, self.education)
        return tuple(Cell(text, align="c" if at in (0, 6, 7) else "") for at, text in enumerate(texts))

    def spaced_nip(self) -> str:
        """The NIP as it is usually printed: birth date, appointment, sex, sequence."""
        return f"{self.nip[:8]} {self.nip[8:14]} {self.nip[14]} {self.nip[15:]}"

    def truth(self, number: int) -> Json:
        """What the row says."""
        contract = self.nip[12:14] == "21"
        return {
            "nomor": str(number),
            "nama": self.name,
            "nip": self.nip,
            "nip_rinci": {
                "tanggal_lahir": f"{self.nip[:4]}-{self.nip[4:6]}-{self.nip[6:8]}",
                "tmt": self.nip[8:12] if contract else f"{self.nip[8:12]}-{self.nip[12:14]}",
                "jenis_kelamin": "L" if self.nip[14] == "1" else "P",
                "urut": self.nip[15:],
            },
            "status": "PPPK" if contract else "PNS",
            "golongan": self.grade,
            "pangkat": self.rank or None,
            "jabatan": self.position,
            "jenis_kelamin": self.sex,
            "pendidikan": self.education,
            "tanggal_lahir": self.birth,
        }


def recap_truth(dimension: str, label: str, number: int) -> Json:
    """A count of staff."""
    return {"dimensi": dimension, "label": label, "jumlah": count(number)}


@dataclass(frozen=True, slots=True)
class Activity:
    """A line of an action plan: its schedule names the ticked periods."""

    activity: str
    schedule: tuple[str, ...]
    doer: str
    indicator: str = ""
    target: Printed | None = None
    amount: Printed | None = None

    def ticks(self, periods: Sequence[str], tick: str) -> list[Cell]:
        """One cell per period."""
        return [Cell(tick if period in self.schedule else "", align="c") for period in periods]

    def truth(self, number: str, goal: str) -> Json:
        """What the line says."""
        return {
            "nomor": number,
            "sasaran": goal,
            "indikator": self.indicator or None,
            "target": self.target.truth if self.target else None,
            "kegiatan": self.activity,
            "jadwal": list(self.schedule),
            "anggaran": self.amount.truth if self.amount else None,
            "pelaksana": self.doer,
        }


def planted(code: str, slug: str, text: str, where: str, stated: object, computed: object) -> Json:
    """A contradiction that stands in the report on purpose."""
    return {"kode": code, "nama": slug, "uraian": text, "letak": where, "dinyatakan": stated, "dihitung": computed}


def chapters_truth(headings: Sequence[tuple[int, str, str]]) -> list[Json]:
    """The tree of (level, number, title)."""
    root: list[Json] = []
    path: list[tuple[int, list[Json]]] = [(-1, root)]
    for level, number, title in headings:
        node: Json = {"tingkat": level, "nomor": number, "judul": title, "anak": []}
        while path[-1][0] >= max(level, 1) or (level == 0 and len(path) > 1):
            path.pop()
        path[-1][1].append(node)
        if level:
            path.append((level, node["anak"]))
    return root

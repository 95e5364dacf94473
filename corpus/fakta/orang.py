"""Invented persons with valid NIPs, ranks that fit their grade, positions and education; the staff of a body over the years."""

from calendar import monthrange
from dataclasses import dataclass
from random import Random

from corpus.acak import rng
from corpus.fakta.badan import Badan, units_of
from corpus.kata.nama import BELAKANG, BELAKANG_PEREMPUAN, GELAR, LAKI, PEREMPUAN

PANGKAT = {
    "II/a": "Pengatur Muda", "II/b": "Pengatur Muda Tk. I", "II/c": "Pengatur", "II/d": "Pengatur Tk. I", "III/a": "Penata Muda",
    "III/b": "Penata Muda Tk. I", "III/c": "Penata", "III/d": "Penata Tk. I", "IV/a": "Pembina", "IV/b": "Pembina Tk. I",
    "IV/c": "Pembina Utama Muda", "IV/d": "Pembina Utama Madya",
}  # fmt: skip
"""Rank of each grade."""

SEKRETARIAT = ("Sekretariat", "Bagian Tata Usaha")
"""Sub-units that the secretary heads."""
URUTAN = tuple(PANGKAT)
PELAKSANA = (
    "Pengadministrasi Umum", "Penata Kelola Keuangan", "Pengelola Data", "Analis Perencanaan", "Bendahara Pengeluaran",
    "Arsiparis Terampil",
    "Pranata Komputer Ahli Pertama", "Pengelola Kepegawaian", "Verifikator Keuangan", "Penyusun Laporan", "Pranata Hubungan Masyarakat",
    "Analis Hukum", "Pengelola Barang Milik Negara", "Pengemudi", "Penyusun Program dan Anggaran",
)  # fmt: skip
HONORER = ("Petugas Keamanan", "Pramubakti", "Pengemudi", "Tenaga Kebersihan", "Operator Komputer", "Staf Pendukung")


@dataclass(frozen=True, slots=True)
class Orang:
    nama: str
    """With titles."""
    polos: str
    """Without titles."""
    nip: str | None
    status: str
    """PNS, PPPK, PPNPN or KOMISIONER."""
    golongan: str | None
    jabatan: str
    kelamin: str
    pendidikan: str
    lahir: str
    """ISO date."""
    unit: str
    tmt_pangkat: str | None
    tmt_jabatan: str | None

    @property
    def pangkat(self) -> str | None:
        return PANGKAT.get(self.golongan or "")


@dataclass(frozen=True, slots=True)
class Kepegawaian:
    """All who work for a body in one year. ``kasubbag`` are in the order of the theme's sub-units."""

    anggota: tuple[Orang, ...]
    """Members of a commission, its chair first."""
    pimpinan: Orang
    sekretaris: Orang
    kasubbag: tuple[Orang, ...]
    pegawai: tuple[Orang, ...]
    """Everybody in a list of staff: civil servants by grade, contract and honorary staff after them."""
    atasan: str
    """Name of the superior who signs as second party."""

    @property
    def pns(self) -> tuple[Orang, ...]:
        return tuple(p for p in self.pegawai if p.status == "PNS")

    def hitung(self, status: str) -> int:
        """How many of the list have a status."""
        return sum(p.status == status for p in self.pegawai)


class _Pembuat:
    """Makes persons one after the other, none with a name or NIP of another."""

    def __init__(self, draw: Random, year: int) -> None:
        self.draw = draw
        self.year = year
        self.names: set[str] = set()
        self.nips: set[str] = set()

    def name(self, sex: str) -> str:
        """A name that nobody has yet."""
        while True:
            first = self.draw.choice(LAKI if sex == "L" else PEREMPUAN)
            middle = self.draw.choice(LAKI if sex == "L" else PEREMPUAN) if self.draw.random() < 0.3 else ""
            last = self.draw.choice(BELAKANG_PEREMPUAN if sex == "P" and self.draw.random() < 0.7 else BELAKANG)
            name = " ".join(part for part in (first, middle, last) if part)
            if name not in self.names and first != middle:
                self.names.add(name)
                return name

    def date(self, first: int, last: int) -> str:
        """An ISO date of the years from first to last."""
        year, month = self.draw.randint(first, last), self.draw.randint(1, 12)
        return f"{year}-{month:02}-{self.draw.randint(1, monthrange(year, month)[1]):02}"

    def nip(self, status: str, born: str, sex: str) -> tuple[str | None, int]:
        """NIP and year of appointment."""
        start = max(int(born[:4]) + self.draw.randint(21, 32), 1990)
        if status == "PPPK":
            start = max(2019, min(start, self.year))
        start = min(start, self.year - 1)
        if status not in ("PNS", "PPPK"):
            return None, start
        while True:
            month = "21" if status == "PPPK" else f"{self.draw.choice((1, 2, 3, 4, 10, 12)):02}"
            nip = f"{born.replace('-', '')}{start}{month}{1 if sex == 'L' else 2}{self.draw.randint(1, 24):03}"
            if nip not in self.nips:
                self.nips.add(nip)
                return nip, start

    def person(self, status: str, post: str, unit: str, level: int = 0) -> Orang:
        """``level`` 0 ordinary, 1 head of a sub-unit, 2 secretary, 3 head of the body."""
        sex = self.draw.choice("LLP" if level else "LP")
        oldest, youngest = ((1964, 1976), (1968, 1985), (1966, 1980), (1964, 1975))[level] if level else (1966, 1998)
        born = self.date(oldest, youngest if status != "PPNPN" else 2001)
        education = self._education(status, level)
        nip, start = self.nip(status, born, sex)
        grade = self._grade(status, education, level, self.year - start)
        before, after = self.draw.choice(GELAR[education]) if education in GELAR else ("", "")
        name = self.name(sex)
        ranked = grade in PANGKAT if grade else False
        return Orang(
            nama=f"{before}{name}{after}",
            polos=name,
            nip=nip,
            status=status,
            golongan=grade,
            jabatan=post,
            kelamin=sex,
            pendidikan=education,
            lahir=born,
            unit=unit,
            tmt_pangkat=self._since(max(start, self.year - 8), ("04", "10"), ("01",)) if ranked else None,
            tmt_jabatan=self._since(self.year - 6, ("01", "03", "06", "09", "11"), ("01", "02", "15")),
        )

    def _since(self, first: int, months: tuple[str, ...], days: tuple[str, ...]) -> str:
        return f"{self.draw.randint(first, self.year)}-{self.draw.choice(months)}-{self.draw.choice(days)}"

    def _education(self, status: str, level: int) -> str:
        if level:
            return self.draw.choice(("S1", "S2") if level == 1 else ("S2", "S2", "S1", "S3"))
        if status == "PPNPN":
            return self.draw.choice(("SMA", "SMA", "SMA", "S1", "D3", "SMP"))
        return self.draw.choices(("S1", "SMA", "D3", "S2", "D4"), (55, 18, 14, 9, 4))[0]

    def _grade(self, status: str, education: str, level: int, served: int) -> str | None:
        if status == "PPPK":
            return {"S2": "X", "S1": "IX", "D4": "IX", "D3": "VII", "SMA": "V"}[education]
        if status != "PNS":
            return None
        if level:
            return self.draw.choice((("III/c", "III/d"), ("III/d", "IV/a", "IV/b"), ("IV/a", "IV/b", "IV/c"))[level - 1])
        low, high = {"SMA": (0, 6), "D3": (2, 6), "D4": (4, 7), "S1": (4, 7), "S2": (5, 8)}[education]
        return URUTAN[min(low + served // 4, self.draw.randint(low, high))]


def draw_staff(seed: int, satker: int, body: Badan, year: int) -> Kepegawaian:
    """The people of a body; they stay for five years, then new ones come (as terms of office do)."""
    term = (year - 2018) // 5
    draw = rng(seed, satker, "orang", term)
    make = _Pembuat(draw, 2018 + 5 * term)
    members = _members(make, body, draw)
    head = members[0] if members else make.person("PNS", body.pimpinan, "Pimpinan", 3)
    secretary = make.person("PNS", body.sekretaris, next((unit for unit in _units(body) if unit in SEKRETARIAT), "Sekretariat"), 2)
    units = _units(body)
    heads = tuple(secretary if unit in SEKRETARIAT else make.person("PNS", f"Kepala {unit}", unit, 1) for unit in units)
    workers = []
    for _ in range(draw.randint(*_size(body))):
        status = draw.choices(("PNS", "PPPK", "PPNPN"), (62, 16, 22))[0]
        workers.append(make.person(status, draw.choice(HONORER if status == "PPNPN" else PELAKSANA), draw.choice(units)))
    ranked = [secretary, *(p for p in heads if p is not secretary), *(w for w in workers if w.status == "PNS")]
    ranked.sort(key=lambda p: -URUTAN.index(p.golongan or "II/a"))
    if not members:
        ranked.insert(0, head)
    others = [w for status in ("PPPK", "PPNPN") for w in workers if w.status == status]
    return Kepegawaian(members, head, secretary, heads, (*ranked, *others), make.name("L"))


def _members(make: _Pembuat, body: Badan, draw: Random) -> tuple[Orang, ...]:
    if not body.kpu:
        return ()
    count = 7 if body.wilayah is None else 5
    if body.jenis == "kpu_provinsi":
        count = draw.choice((5, 7))
    return tuple(make.person("KOMISIONER", "Ketua" if n == 0 else "Anggota", "", 0) for n in range(count))


def _units(body: Badan) -> list[str]:
    return [unit.nama for unit in units_of(body)]


def _size(body: Badan) -> tuple[int, int]:
    return {"kpu_kabupaten": (9, 22), "kpu_kota": (9, 20), "kpu_provinsi": (18, 34), "kpu_ri": (30, 45), "kecamatan": (8, 18)}.get(
        body.jenis, (14, 36)
    )

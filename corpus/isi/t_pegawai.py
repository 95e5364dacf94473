"""Staff: lists of persons, counts in tables and in sentences."""

from collections import Counter
from collections.abc import Sequence

from corpus.fakta.orang import Kepegawaian, Orang
from corpus.isi.draf import Isi, Kolom, Tabel
from corpus.isi.gaya import Hitung, Kalimat, tanggal
from corpus.isi.penulis import Penulis
from corpus.kata.nama import PENDIDIKAN

LABEL_STATUS = {
    "KOMISIONER": ("Ketua dan Anggota", "Komisioner", "Ketua dan Anggota KPU"),
    "PNS": ("Pegawai Negeri Sipil (PNS)", "PNS", "Aparatur Sipil Negara (ASN)"),
    "PPPK": ("Pegawai Pemerintah dengan Perjanjian Kerja (PPPK)", "PPPK", "PPPK"),
    "PPNPN": ("Pegawai Pemerintah Non Pegawai Negeri (PPNPN)", "PPNPN", "Tenaga PPNPN"),
}


def tabel_daftar(p: Penulis, title: str) -> Tabel:
    """Persons, one per row."""
    people = p.fakta.kepegawaian.pegawai
    spaced, dates = p.pilih.kira(0.7), p.pilih.satu("panjang", "pendek", "garis", "nol", "strip")
    optional = {name: p.pilih.kira(chance) for name, chance in (("lahir", 0.4), ("kelamin", 0.5), ("pendidikan", 0.6), ("tmt", 0.25))}
    joined = p.pilih.kira(0.6)
    upper = p.pilih.kira(0.3)
    rows = [_person(p, person, n, spaced, dates, upper) for n, person in enumerate(people, 1)]
    form = p.pilih.satu("{pangkat} ({golongan})", "{pangkat} ({golongan})", "{pangkat}, {golongan}")
    ranks = [p.kolom("pangkat", form, 15)] if joined else [p.kolom("golongan", "{golongan}", 8, "c")]
    columns = [
        p.kolom("nomor", "{nomor}", 5, "c"),
        p.kolom("nama", "{nama}", 20),
        *([p.kolom("lahir", "{tanggal_lahir}", 12, "c")] if optional["lahir"] else []),
        p.kolom("nip", "{nip}", 17),
        *ranks,
        *([p.kolom("tmt_pangkat", "{tmt_pangkat}", 11, "c")] if optional["tmt"] else []),
        p.kolom("jabatan", "{jabatan}", 20),
        *([p.kolom("kelamin", "{jenis_kelamin}", 6, "c")] if optional["kelamin"] else []),
        *([p.kolom("pendidikan", "{pendidikan}", 9, "c")] if optional["pendidikan"] else []),
    ]
    if any(row["status"] == "PPNPN" for row in rows) and p.pilih.kira(0.3):
        columns.append(p.kolom("status", "{status}", 9, "c"))
    return p.tabel(Tabel("pegawai_daftar", title, columns, rows, p.info(), kunci="pegawai", lanskap=len(columns) > 7))


def _person(p: Penulis, person: Orang, number: int, spaced: bool, dates: str, upper: bool) -> Isi:
    nip = person.nip or ""
    printed = f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}" if spaced and nip else nip
    detail = None
    if nip:
        detail = {
            "tanggal_lahir": f"{nip[:4]}-{nip[4:6]}-{nip[6:8]}",
            "tmt": nip[8:12] if nip[12:14] == "21" else f"{nip[8:12]}-{nip[12:14]}",
            "jenis_kelamin": "L" if nip[14] == "1" else "P",
            "urut": nip[15:],
        }
    return {
        "nomor": str(number),
        "nama": person.polos.upper() + person.nama.partition(person.polos)[2] if upper else person.nama,
        "nip": printed or None,
        "_nip": nip or None,
        "_nip_rinci": detail,
        "status": person.status,
        "_status": person.status,
        "golongan": person.golongan,
        "pangkat": person.pangkat,
        "jabatan": person.jabatan,
        "jenis_kelamin": person.kelamin,
        "pendidikan": PENDIDIKAN[person.pendidikan][p.pilih.gaya_gelar],
        "tanggal_lahir": tanggal(person.lahir, dates),
        "_tanggal_lahir": person.lahir,
        "tmt_pangkat": tanggal(person.tmt_pangkat, dates) if person.tmt_pangkat else None,
        "_tmt_pangkat": person.tmt_pangkat,
        "_orang": person,
    }


def hitungan(p: Penulis, dimension: str) -> list[tuple[str, int]]:
    """Counts of the staff by a dimension: label and number, in their usual order."""
    staff = p.fakta.kepegawaian
    if dimension == "status":
        return _by_status(p, staff)
    if dimension == "pendidikan":
        found = Counter(person.pendidikan for person in staff.pegawai)
        return [(forms[p.pilih.gaya_gelar], found[level]) for level, forms in PENDIDIKAN.items() if found[level]]
    if dimension == "golongan":
        found = Counter((person.golongan or "").partition("/")[0] for person in staff.pns)
        return [(f"Golongan {level}", found[level]) for level in ("IV", "III", "II", "I") if found[level]]
    found = Counter(person.unit for person in staff.pegawai if person.unit)
    return [(unit, count) for unit, count in found.items() if count]


def _by_status(p: Penulis, staff: Kepegawaian) -> list[tuple[str, int]]:
    members = [("KOMISIONER", len(staff.anggota))] if p.dengan_anggota else []
    counts = members + [(status, staff.hitung(status)) for status in ("PNS", "PPPK", "PPNPN")]
    at = p.pilih.gaya_gelar
    return [(LABEL_STATUS[status][at], count) for status, count in counts if count]


def tabel_rekap(p: Penulis, dimension: str, title: str) -> Tabel:
    """Counts with their sum, sometimes by sex as well."""
    counts = hitungan(p, dimension)
    head = {"status": "Status Kepegawaian", "pendidikan": "Tingkat Pendidikan", "golongan": "Golongan", "subbagian": "Unit Kerja"}[
        dimension
    ]
    rows: list[Isi] = [
        {"nomor": f"{n}.", "label": label, "jumlah": Hitung(count), "_rekap": (dimension, label)}
        for n, (label, count) in enumerate(counts, 1)
    ]
    columns = [p.kolom("nomor", "{nomor}", 8, "c"), Kolom(head, "{label}", 55), p.kolom("orang", "{jumlah}", 22, "c")]
    label = p.pilih.satu("Jumlah", "JUMLAH", "Total")
    total = sum(count for _, count in counts)
    rows.append({"_bentang": 2, "_label": label, "jumlah": Hitung(total), "_rekap": ("total", label)})
    return p.tabel(Tabel("pegawai_rekap", title, columns, rows, p.info(), kunci=f"rekap {dimension}"))


def kalimat_rekap(p: Penulis, dimension: str) -> list[Kalimat]:
    """Counts as items of a list."""
    spelled = p.pilih.kira(0.7)
    form = p.kalimat("pegawai_butir").pola
    found = []
    for label, count in hitungan(p, dimension):
        value = Hitung(count, count if spelled else None)
        found.append(Kalimat(form, {"label": label, "jumlah": value}, {"jumlah": (dimension, label)}, kunci=f"rekap {dimension}"))
    return found


_SUBJEK = ("Sumber daya manusia", "Jumlah ketua, anggota, dan pegawai")
"""What a sentence says that it counts, where it is not the usual wording."""


def kalimat_total(p: Penulis) -> Kalimat:
    """The number of all staff in a sentence."""
    staff, name = p.fakta.kepegawaian, p.fakta.badan.singkat
    if p.dengan_anggota:
        total = len(staff.pegawai) + len(staff.anggota)
        pattern, body, what = "pegawai_total_anggota", name, "Ketua, anggota, dan pegawai"
    else:
        total = len(staff.pegawai)
        pattern, body, what = "pegawai_total", f"Sekretariat {name}" if staff.anggota else name, "Jumlah pegawai"
    sentence = p.kalimat(pattern, "rekap total", jumlah=Hitung(total, total), badan=body)
    sentence.rekap = {"jumlah": ("total", next((subject for subject in _SUBJEK if subject in sentence.pola), what))}
    return sentence


def tabel_divisi(p: Penulis, people: Sequence[Orang], title: str) -> Tabel:
    """The members of a commission and what they are in charge of."""
    fields = (
        "Keuangan, Umum, dan Logistik",
        "Teknis Penyelenggaraan",
        "Sosialisasi dan Partisipasi",
        "Data dan Informasi",
        "Hukum dan Pengawasan",
        "Sumber Daya Manusia",
        "Perencanaan",
    )
    rows = [
        {"nomor": str(n), "nama": person.nama, "jabatan": person.jabatan, "divisi": f"Divisi {field}", "_status": "KOMISIONER"}
        for n, (person, field) in enumerate(zip(people, fields, strict=False), 1)
    ]
    columns = [
        p.kolom("nomor", "{nomor}", 6, "c"),
        p.kolom("nama", "{nama}", 30),
        p.kolom("jabatan", "{jabatan}", 18),
        Kolom("Divisi", "{divisi}", 34),
    ]
    return p.tabel(Tabel("pegawai_daftar", title, columns, rows, p.info(), kunci="divisi"))

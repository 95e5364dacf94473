"""Lists of persons: staff with NIP, golongan and jabatan, and the members of the commission."""

import re
from dataclasses import dataclass
from typing import Literal

from extractor.model import NipRinci, Pegawai
from extractor.records.context import Context
from extractor.records.pegawai_istilah import STAFF, STATUS, Status, any_of, read_status
from extractor.tables.spec import KindSpec, Role
from extractor.tables.table import Row, Table
from extractor.values.dates import read_date
from extractor.values.education import read_pendidikan
from extractor.values.lookalike import mend_lookalikes
from extractor.values.nip import NipDetails, nip_details, read_nip
from extractor.values.numbers import is_empty
from extractor.values.ranks import read_golongan, read_pangkat
from extractor.values.ticks import is_tick

SPEC = KindSpec(
    kind="pegawai_daftar",
    roles=(
        Role("nomor", ("no", "nomor", "no urut", "nomor urut"), ("ordinal", "number")),
        Role(
            "nama",
            ("nama", "nama pegawai", "nama lengkap", "nama nip", "nama dan nip", "nama pejabat", "nama anggota", "nama komisioner",
            "nama dan gelar", "nama jabatan nip"),
            ("name", "text"),
            need=1.0,
        ),
        Role("nip", ("nip", "nip nrp", "nippppk", "nip nipppk", "nip nik", "nip baru", "nomor induk pegawai",
            "no induk pegawai"), ("nip",)),
        Role("tanggal_lahir", ("tanggal lahir", "tgl lahir", "tempat tanggal lahir", "tempat tgl lahir", "tempat dan tanggal lahir",
            "ttl", "lahir"), ("date",)),
        Role(
            "golongan",
            ("golongan", "gol", "gol ruang", "golongan ruang", "gol ruang terakhir", "pangkat gol ruang", "pangkat golongan",
            "pangkat gol", "pangkat golongan ruang",
             "pangkat dan golongan", "kepangkatan", "ruang", "kelas golongan", "gol pppk"),
            ("text",),
        ),
        Role("pangkat", ("pangkat", "nama pangkat", "pangkat terakhir"), ("text", "name")),
        Role("tmt_pangkat", ("tmt pangkat", "tmt golongan", "tmt gol", "pangkat tmt", "pangkat gol ruang tmt", "tmt pangkat terakhir",
            "tmt"), ("date",)),
        Role("jabatan", ("jabatan", "nama jabatan", "jabatan terakhir", "kedudukan", "posisi", "tugas jabatan", "jabatan dalam divisi",
            "unit kerja jabatan", "pekerjaan", "jenis pekerjaan"), ("text", "name")),
        Role("tmt_jabatan", ("tmt jabatan", "jabatan tmt", "tmt eselon", "jabatan terakhir tmt"), ("date",)),
        Role("eselon", ("eselon", "esl", "kelas jabatan", "grade"), ("text", "ordinal")),
        Role("jenis_kelamin", ("jenis kelamin", "l p", "jk", "j k", "kelamin", "sex", "gender", "lk pr"), ("text", "ordinal", "tick")),
        Role("laki_laki", ("l", "laki laki", "pria", "jenis kelamin l"), ("tick",)),
        Role("perempuan", ("p", "perempuan", "wanita", "jenis kelamin p"), ("tick",)),
        Role("pendidikan", ("pendidikan", "pendidikan terakhir", "pendidikan umum", "tingkat pendidikan", "jenjang pendidikan", "pend",
            "ijazah", "strata"), ("text",)),
        Role("jurusan", ("jurusan", "program studi", "prodi", "bidang studi", "pendidikan jurusan"), ("text", "name")),
        Role("tahun_lulus", ("tahun lulus", "lulus tahun", "thn lulus", "tahun ijazah", "lulus"), ("number",)),
        Role("status", ("status", "status kepegawaian", "status pegawai", "jenis pegawai", "jenis kepegawaian"), ("text",)),
        Role("divisi", ("divisi", "divisi dan uraian tugas", "uraian tugas", "tugas", "sekretariat terkait", "wilayah koordinasi",
            "korwil"), ("text",)),
        Role("unit", ("unit kerja", "sub bagian", "subbagian", "bagian", "penempatan", "bidang"), ("text", "name")),
        Role("keterangan", ("keterangan", "ket"), ("text",)),
    ),
    title=(
        "daftar pegawai", "daftar nama pegawai", "data pegawai", "daftar aparatur sipil negara", "daftar pns", "daftar pppk",
        "daftar ppnpn", "daftar urut kepangkatan",
        "daftar nominatif pegawai", "nominatif pegawai", "duk", "pembagian divisi", "susunan anggota", "daftar anggota kpu",
        "profil pegawai", "daftar personil", "data asn",
        "nama nama pegawai", "daftar nama komisioner", "daftar jabatan", "data sumber daya manusia",
    ),
    against=("jumlah", "rekapitulasi", "rekap", "peserta", "calon", "pemilih", "indikator", "target", "realisasi", "anggaran",
    "daftar hadir", "panitia", "tim penyusun"),
    chapters=("pendahuluan", "struktur organisasi", "sumber daya manusia", "kepegawaian", "gambaran umum", "profil organisasi"),
)  # fmt: skip

_COMMISSION = re.compile(
    r"(?:plt\.?\s+|wakil\s+)?(?:ketua|anggota)(?!\s+(?:tim|kelompok|panitia|pokja|subtim|regu))(?!\w)|(?:ketua\s+|koordinator\s+|kepala\s+)?divisi(?!\w)|komisioner",
    re.IGNORECASE,
)
_COMMISSION_LIST = any_of("divisi", "komisioner", "anggota (?:kpu|kip|komisi)", "pembagian tugas")
_TASK = re.compile(r"(?:nama\s+|jenis\s+)?tugas", re.IGNORECASE)
_FEW_WORDS = 5
"""Words of a task that names a post; more describe what is to be done."""
_VACANT = re.compile(r"\(?(?:kosong|lowong|belum terisi|vacant|nihil|nama(?:\s+pegawai)?|jumlah|total)\)?", re.IGNORECASE)
_NIP_TEXT = re.compile(r"[\s,;/(]*(?:NIP(?:PPPK)?|NRP)?[\s.:]*(?:\d[\s.\-]*){18}\)?", re.IGNORECASE)
_NO_NIP = re.compile(r"[\s,;/(]*(?:NIP(?:PPPK)?|NRP)[\s.:-]*\)?$")
_MAN = re.compile(r"l(?:k|aki)?(?:[\s-]*laki)?|pria|m|male", re.IGNORECASE)
_WOMAN = re.compile(r"p(?:r|erempuan)?|w(?:anita)?|female", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Person:
    """One row: the text per role."""

    table: Table
    row: Row

    def __getitem__(self, role: str) -> str:
        """The first cell with this role that holds more than a dash, in Latin letters."""
        texts = (self.row.text(c.index) for c in self.table.columns if c.role == role)
        return next((mend_lookalikes(" ".join(t.split())) for t in texts if not is_empty(t)), "")

    @property
    def nip(self) -> str | None:
        texts = [self["nip"], self["nama"], *(cell.text for cell in self.row.cells)]
        return next((nip for nip in map(read_nip, texts) if nip), None)

    @property
    def name(self) -> str:
        text = _NO_NIP.sub("", _NIP_TEXT.sub("", self["nama"]))
        return re.sub(r"(?<=[^\W\d_])- (?=[^\W\d_])", "", text).strip(" ,;:*-")


def read(table: Table, context: Context) -> list[Pegawai]:
    """The persons of a staff list; group rows give the status to the rows below them, vacant posts are left out."""
    result: list[Pegawai] = []
    section = _first_section(table)
    for row in table.rows:
        if row.role in ("index", "total"):
            continue
        person = _Person(table, row)
        label = _group_label(person)
        if label:
            section = label
        elif len(re.findall(r"[^\W\d_]", person.name)) >= 2 and not _VACANT.fullmatch(person.name):
            result.append(_read_person(person, section, context))
    return result


def _read_person(person: _Person, section: str, context: Context) -> Pegawai:
    nip = person.nip
    details = nip_details(nip) if nip else None
    rank = person["golongan"], person["pangkat"]
    golongan = next((g for g in map(_golongan, rank) if g), None)
    return Pegawai(
        nomor="".join(person["nomor"].split()).strip(".)(") or None,
        nama=person.name,
        nip=nip,
        nip_rinci=NipRinci(tanggal_lahir=details.birth, tmt=details.appointed, jenis_kelamin=details.sex, urut=details.sequence)
        if details
        else None,
        status=_status(person, section, details, golongan),
        golongan=golongan,
        pangkat=next((p for p in map(read_pangkat, reversed(rank)) if p), None),
        jabatan=re.sub(r"[\s.]+$", "", _post(person)) or None,
        tmt_pangkat=_date(person["tmt_pangkat"]) or next((d for d in map(_date, rank) if d), None),
        tmt_jabatan=_date(person["tmt_jabatan"]),
        jenis_kelamin=_sex(person),
        pendidikan=read_pendidikan(person["pendidikan"]),
        tanggal_lahir=_date(person["tanggal_lahir"]),
        sumber=context.source(person.row.places, person.table.id),
    )


def _post(person: _Person) -> str:
    """What a person is; in a list without posts what it does, where a few words say it ("Pengemudi")."""
    if person.table.column("jabatan") is not None:
        return person["jabatan"]
    tasks = [c.index for c in person.table.columns if c.role == "divisi" and _TASK.fullmatch(c.header.strip())]
    texts = [" ".join(person.row.text(column).split()) for column in tasks]
    return next((text for text in texts if not is_empty(text) and len(text.split()) <= _FEW_WORDS), "")


def _group_label(person: _Person) -> str:
    """The text of a row that only heads the rows below it, as "A. PEGAWAI ORGANIK"; else empty."""
    columns = {c.index: c.role for c in person.table.columns}
    filled = {i: cell.text.strip() for i, cell in enumerate(person.row.cells) if not is_empty(cell.text) and not cell.filled_down}
    texts = set(filled.values())
    if person.row.role == "group":
        return " ".join(filled.values())
    if len(columns) > 2 and all(columns.get(i) in ("nomor", "nama") for i in filled):
        joined = " ".join(filled.values())
        heads = (
            STAFF.search(joined)
            or STATUS.search(joined)
            or any_of("sub ?bag(?:ian)?", "bagian", "bidang", "seksi", "sekretariat").search(joined)
        )
        lettered = re.fullmatch(r"[A-Z]\W*|[IVX]+\W*", filled.get(next((i for i, r in columns.items() if r == "nomor"), -1), ""))
        return joined if heads or lettered or (filled and not person["nama"]) else ""
    return texts.pop() if len(texts) == 1 and len(filled) > 1 else ""


def _first_section(table: Table) -> str:
    """A group label that was taken into the header: it stands under "No", where no header names staff."""
    number = table.column("nomor")
    header = "" if number is None else table.columns[number].header
    return header if STAFF.search(header) or STATUS.search(header) else ""


def _golongan(text: str) -> str | None:
    text = re.sub(r"\(\s*([IV\s]+/\s*[a-eA-E])\s*\)", lambda m: "".join(m[0].split()), text)
    return read_golongan(text) or next((g for g in map(read_golongan, re.split(r"[/(),;\s-]+", text)) if g), None)


def _date(text: str) -> str | None:
    """A day or a month; a year alone is no TMT. Blanks inside come from cells too narrow for a date."""
    found = (read_date(text) or read_date("".join(text.split()))) if text else None
    return found if found and len(found) >= len("2000-01") else None


def _sex(person: _Person) -> Literal["L", "P"] | None:
    text = person["jenis_kelamin"].strip(" .")
    man, woman = person["laki_laki"], person["perempuan"]
    if _MAN.fullmatch(text) or (is_tick(man) or man in ("1", "L")):
        return "L"
    return "P" if _WOMAN.fullmatch(text) or (is_tick(woman) or woman in ("1", "P")) else None


def _status(person: _Person, section: str, nip: NipDetails | None, golongan: str | None) -> Status | None:
    """The most direct statement wins: its own column, the jabatan, the NIP's scheme, the golongan, the section, the title."""
    jabatan = person["jabatan"]
    named = read_status(jabatan) if STATUS.fullmatch(jabatan) else None
    # A driver or guard with a NIP or a golongan is a civil servant: such words name a status only of those who have neither.
    stated = read_status(person["status"]) or (None if named == "PPNPN" and (nip or golongan) else named)
    if stated:
        return stated
    if nip or golongan:
        return _status_of_rank(nip, golongan, section)
    texts = (person["golongan"], person["pangkat"], person["nip"], jabatan, person["keterangan"])
    stated = next((s for s in map(read_status, texts) if s), None)
    if stated:
        return stated
    if _COMMISSION.match(jabatan) or (not jabatan and _COMMISSION_LIST.search(person.table.title)):
        return "KOMISIONER"
    return read_status(section) or read_status(person.table.title) or ("PPNPN" if jabatan and _is_unnumbered(person) else None)


def _is_unnumbered(person: _Person) -> bool:
    """Whether the list leaves only this person's NIP and golongan empty: honorary staff has none."""
    numbered = person.table.column("nip")
    if numbered is None or any(ch.isdigit() for ch in person["nip"] + person["golongan"]):
        return False
    persons = [row for row in person.table.rows if row.role not in ("index", "total", "group")]
    return 2 * sum(read_nip(row.text(numbered)) is not None for row in persons) > len(persons)


def _status_of_rank(nip: NipDetails | None, golongan: str | None, section: str) -> Status | None:
    if nip:
        return "PPPK" if nip.pppk else "PNS"
    if golongan and "/" in golongan:
        return "PNS"
    return read_status(section) or ("PPPK" if golongan and golongan not in ("I", "II", "III", "IV") else None)

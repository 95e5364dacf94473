"""The vocabulary of staff: employment status, generic staff nouns, and the dimensions that a recap counts by.

Sources: UU 20/2023 (ASN: PNS and PPPK), UU 7/2017 (members of the commission), PermenPANRB 6/2021 (honorary staff), and usage in reports.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias

Status: TypeAlias = Literal["PNS", "PPPK", "PPNPN", "KOMISIONER"]
Dimensi: TypeAlias = Literal["status", "golongan", "pendidikan", "subbagian", "sertifikat", "total"]


def any_of(*fragments: str, cased: bool = False) -> re.Pattern[str]:
    """A whole-word pattern of alternatives; a blank in a fragment stands for any blanks, " ?" for any or none."""
    body = "|".join(f.replace(" ?", r"\s*").replace(" ", r"\s+") for f in fragments)
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)", 0 if cased else re.IGNORECASE)


_NOT_ALL = r"(?!,? (?:dan|serta|beserta) (?:seluruh )?(?:pegawai|staf|karyawan))"
"""Members together with the staff are all persons of the office, no status."""
_ENGAGED = (
    "ppnp[nb]s?", r"(?:pegawai )?(?:pemerintah )?non[\s-]*(?:pegawai negeri(?: sipil)?|pns|asn|organik)",
    "(?:pegawai|tenaga|staf)?\\s*honor(?:er|ium)?",
    "(?:pegawai|tenaga) (?:kontrak|tidak tetap|harian lepas|pendukung|alih daya|lepas)", "ptt", "thl", "outsourcing", "alih daya",
)  # fmt: skip
_OCCUPATIONS = (
    "(?:pegawai|tenaga) (?:kebersihan|keamanan|pengamanan)",
    "jaga[td] ?saksana", "satpam", "satuan pengamanan", "security", "pramu ?ba?h?k?ti", "pramusaji",
    "pengemudi", "sopir", "supir", "driver", "cleaning service", "petugas (?:kebersihan|keamanan)", "penjaga (?:kantor|malam)",
    "operator komputer", "(?:staf|petugas) (?:pendukung|lapangan|taman|parkir)", "juru (?:kebun|parkir|masak)", "tukang kebun",
    "caraka", "office (?:boy|girl)",
)  # fmt: skip
ENGAGED = any_of(*_ENGAGED)
"""How honorary staff is engaged, whatever it does."""
OCCUPATION = any_of(*_OCCUPATIONS)
"""What a part of the honorary staff does."""
_STATUS_WORDS: dict[Status, tuple[str, ...]] = {
    "PPPK": ("pppk", "p3k", "pegawai pemerintah (?:dengan|dgn) perjanjian (?:kerja|kinerja)", "pegawai dengan perjanjian kerja"),
    "PPNPN": (*_ENGAGED, *_OCCUPATIONS),
    "KOMISIONER": (
        "komisioner", rf"ketua (?:dan|serta|&|beserta|merangkap)(?: para)? anggota{_NOT_ALL}", rf"ketua,? (?:para )?anggota{_NOT_ALL}",
        "anggota (?:kpu|kip|komisi)", "(?:para )?(?:pimpinan|ketua) (?:kpu|kip|komisi)",
    ),
    "PNS": ("c?pns", "asn", "aparatur sipil negara", "(?:calon )?pegawai negeri(?: sipil)?", "pegawai organik", "organik", "dpk",
    "(?:pns )?(?:dipekerjakan|diperbantukan)"),
}  # fmt: skip

_STATUS = {name: any_of(*words) for name, words in _STATUS_WORDS.items()}
STATUS = any_of(*(word for words in _STATUS_WORDS.values() for word in words))
STAFF = any_of(
    "pegawai", "sdm", "sumber daya manusia", "personil", "personel", "personalia", "karyawan", "aparatur", "aparat", "staf", "kepegawaian"
)
"""Nouns for staff in general."""

_LEVELS = (
    r"[SD][\s.-]?(?:[1-4]|I{1,3}|IV)", r"D(?:iploma|IPLOMA)[\s.-]?(?:[1-4]|I{1,3}|IV|[Tt]iga|[Ee]mpat|[Ss]atu|[Dd]ua)?",
    r"S[ET]?R?ATA[\s-]?(?:[1-3]|I{1,3})", r"[Ss]t?r?ata[\s-]?(?:[1-3]|I{1,3}|satu|dua|tiga)", r"[Pp]as[ck]a ?[Ss]arjana", "[Ss]arjana",
    "[Dd]oktor(?:al)?", "[Mm]agister",
    r"SMA(?:[\s/]+\w+)?", "SMK", "SMU", "STM", "SLTA", "SLTP", "SMP", "MTs", "MAN", "MA", "SD", "MI", "P[.]?[ABC]", "[Pp]aket [ABC]",
    r"[Ss]ekolah (?:[Dd]asar|[Mm]enengah)\w*",
    "[Aa]kademi", "[Ll]ulusan", "[Bb]erpendidikan", "[Pp]endidikan(?: terakhir)?", "PENDIDIKAN",
)  # fmt: skip
_ROMAN = r"(?:I{1,3}|IV|V|VI{1,3}|IX|X|XI{1,3}|XIV|XV|XVI{1,2}|[1-4])(?:\s?/\s?[a-eA-E])?"

_QUARTERS = r"(?i:barat|timur|utara|selatan|tengah)\b"
"""What "Bagian" stands before in the name of a region and not in that of a unit: Seram Bagian Barat."""

_DIMENSIONS: dict[Dimensi, tuple[re.Pattern[str], ...]] = {
    "sertifikat": (any_of(r"(?:ber)?sertifi\w+"),),
    "golongan": (
        any_of(rf"(?:pangkat[\s/]*)?(?:go|gol|golongan)[.]?(?:[\s/]*ruang)?[\s:.]*{_ROMAN}", r"non[\s-]?gol(?:ongan)?"),
        any_of(r"(?:I|II|III|IV)\s?/\s?[a-e]", cased=True),
        any_of(r"(?:pembina|penata|pengatur|juru)(?: (?:utama|muda|madya|tk[.]?|tingkat|[i1]))*(?=\s*(?:$|[(,:;/]))"),
    ),
    "pendidikan": (any_of(*_LEVELS, cased=True),),
    "subbagian": (
        any_of(r"sub[\s.-]*ba(?:gian|g)[.]?", "kasubbag", r"seksi (?=\w)", "unit kerja"),
        any_of(rf"(?:Bagian|BAGIAN|Bidang|BIDANG)(?=\s+(?!{_QUARTERS})[A-Z])", "Inspektorat", "Sekretariat(?= Bagian)", cased=True),
    ),
    "status": (STATUS,),
    "total": (
        any_of("(?:jumlah|total|jml)(?: (?:total|seluruh(?:nya)?|keseluruhan|semua))*"),
        any_of("ketua,? (?:dan |serta )?(?:para )?anggota,? (?:dan|serta|beserta) (?:seluruh )?(?:pegawai|staf|karyawan)"),
        STAFF,
    ),
}
"""Patterns of a label per dimension, the more telling dimension first."""

_UNIT = re.compile(rf"(?:Sub\s?bagian|Bagian|Bidang|Seksi|Instalasi|Fakultas|Jurusan)\s+(?!dan\b|{_QUARTERS})[A-Z]")
"""The name of a unit at the beginning of a label, whatever its other words count elsewhere ("Bidang Pendidikan Islam")."""

_TOPICS: dict[Dimensi, re.Pattern[str]] = {
    "sertifikat": any_of(r"sertifi\w+"),
    "subbagian": any_of(r"sub[\s.-]*bag(?:ian)?", "unit (?:kerja|organisasi)", "penyebaran", "penempatan", "bagian", "bidang"),
    "golongan": any_of("golongan", "gol", "kepangkatan", "pangkat", r"pangkat\s*/\s*golongan"),
    "pendidikan": any_of("pendidikan", "ijazah", "kualifikasi akademik"),
    "status": any_of("status", "jenis (?:pegawai|sdm)", "kategori (?:pegawai|sdm)", "komposisi", "rincian jumlah"),
}
"""What a heading, title or column header says that the labels below it are."""

_OTHER_TOPICS = any_of(
    "jenis kelamin", "gender", "usia", "umur", "agama", "masa kerja", "jabatan", "eselon", "eselonering", "diklat", "kelompok umur"
)
"""Things staff is also counted by, for which a recap has no dimension."""


VETOES: Mapping[str, re.Pattern[str]] = MappingProxyType({
    "norm": any_of(
        "minimal", "maksimal", "paling (?:sedikit|banyak|kurang)", "sekurang-kurangnya", "kekurangan", "kelebihan", "kebutuhan",
        "dibutuhkan", "membutuhkan", "diperlukan",
        "seharusnya", "ideal(?:nya)?", "formasi", "standar", "kuota", "pasal", "ayat", "belum terisi", "lowong", "kosong", "beban kerja",
        "rencana", "direncanakan", "target",
    ),
    "event": any_of(
        "peserta", "diikuti", "mengikuti", "dihadiri", "menghadiri", "undangan", "mengundang", "narasumber", "melibatkan", "pelantikan",
        "melantik", "dilantik", "mengirim(?:kan)?",
        "pelatihan", "bimbingan teknis", "bimtek", "diklat", "sosialisasi", "rapat", "workshop", "seminar", "perjalanan dinas", "tim",
        "panitia", "pokja",
    ),
    "movement": any_of(
        "pensiun", "purna ?(?:tugas|bakti)", "mutasi", "pindah", "meninggal(?: dunia)?", "cuti", "naik pangkat", "kenaikan", "diangkat",
        "pengangkatan", "penghargaan",
        "hukuman disiplin", "pelanggaran", "diberhentikan", "mengundurkan diri", "rekrutmen", "pelamar", "seleksi", "bertambah",
        "berkurang", "penambahan", "pengurangan",
    ),
    "each": any_of("setiap", "tiap(?!-)", "rata-rata"),
    "back": any_of(r"di ?antara", r"(?<!terdiri\s)dari", "salah", "per"),
})  # fmt: skip
"""Wordings by which a figure is not the present strength: before it in the clause (``event``: in the sentence; ``back``: directly)."""
OTHERS = any_of(
    "pemilih", "penduduk", "warga", r"(?<!hubungan\s)masyarakat", "tps", "ppk", "pps", "kpps", "pantarlih", "ppdp", "ad ?hoc", "relawan",
    "saksi", r"calon (?!pegawai)\w+",
    "kandidat", "dpr[dr]?", "dpd", "parpol", "partai", "siswa", "pelajar", "mahasiswa", "disabilitas", "korban", "tamu", "responden",
    "linmas", "panwas\\w*", "bawaslu", "tokoh",
    "pengurus", "petugas(?! kebersihan| keamanan)", "guru", "perusahaan", "penyedia", "desa", "kecamatan", "kelurahan",
)  # fmt: skip
HOLDER = any_of(
    "kepala", "kasub\\w*", "kabag", "kabid", "kasi", "sekretaris", "bendahara", "operator", "pejabat", "pelaksana", "jabatan",
    "fungsional", "eselon", r"ketua(?!,|\s+(?:dan|serta|,|beserta|merangkap))",
)  # fmt: skip
STOCK = any_of(
    "jumlah", "total", "seluruh", "keseluruhan", "didukung", "dukungan", "memiliki", "mempunyai", "terdapat", "diperkuat", "kekuatan",
    "komposisi", "keadaan", "berjumlah",
)  # fmt: skip


def read_dimension(label: str) -> Dimensi | None:
    """What a label counts by its own wording ("S1", "Golongan III", "PPPK"); None where it tells nothing."""
    if _UNIT.match(label):
        return "subbagian"
    return next((name for name, patterns in _DIMENSIONS.items() if any(p.search(label) for p in patterns)), None)


def find_dimension(label: str, dimension: Dimensi) -> re.Match[str] | None:
    """The first wording of a dimension inside a label."""
    found = [m for m in (p.search(label) for p in _DIMENSIONS[dimension]) if m]
    return min(found, key=lambda m: m.start(), default=None)


def read_topic(text: str) -> Dimensi | None:
    """What a heading or column header announces ("Berdasarkan Tingkat Pendidikan" -> pendidikan)."""
    return next((name for name, pattern in _TOPICS.items() if pattern.search(text)), None)


def is_other_topic(text: str) -> bool:
    """Whether a heading announces a breakdown without a dimension (sex, age, jabatan) and none with one."""
    return bool(_OTHER_TOPICS.search(text)) and read_topic(text) in (None, "status")


def read_status(text: str) -> Status | None:
    """The employment status a text names; None where it names none or several."""
    named: list[Status] = []
    for name, pattern in _STATUS.items():
        text, hits = pattern.subn(" ", text)
        if hits:
            named.append(name)
    return named[0] if len(named) == 1 else None

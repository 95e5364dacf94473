"""What the first words of a text say for its column: an outcome, a measure, what is done, who does it, how it is counted, from where."""

import re
from collections.abc import Collection, Mapping
from typing import Final

from extractor.tables.strewn_fit import NUMBERED
from extractor.values.starts import INDIKATOR, SASARAN

_OWN: Final = 1.5
_STATE: Final = re.compile(r"(?:ter|me|ber|ke|op|se|di)\w{3,}nya\b", re.IGNORECASE)
"""An outcome as a noun: Meningkatnya, Terwujudnya …"""
_DONE: Final = re.compile(
    r"[-•]?\s?(?:me(?:m|n|ng|ny|l|r|w)\w{3,}(?:kan|i|n|t|s|h|r|p|l|g|k|a|u)|rapat|pen[a-z]{3,}an|pem[a-z]{3,}an)\b", re.IGNORECASE
)
_OFFICE: Final = re.compile(
    r"[-•]?\s?(?:ka\.?\s?(?:sub)?\.?\s?(?:bag|bid|si)\w*|kasubag\w*|kabag|kabid|kasi|kepala|sekretari\w+|sub\s?-?(?:bag|bid)\w*|subkoor\w+|"
    r"bagian|bidang|seksi|ketua|wakil|anggota|divisi|bendahara|pejabat|ppk|kpa|staf|tim)\b",
    re.IGNORECASE,
)
_JOB: Final = re.compile(
    rf"(?:{_OFFICE.pattern}|(?:analis|arsiparis|pengelola|penata|pranata|penyusun|verifikator|operator|pengemudi|pramu\w+|petugas|auditor|"
    r"perencana|statistisi|pustakawan|teknisi|pengadminis\w+|pengawas|penelaah|pelaksana|juru|caraka|satpam|penyuluh|pemeriksa|sopir)\b)",
    re.IGNORECASE,
)
_DEGREE: Final = r"(?:(?:S|M|D|A)\.? ?[A-Z][A-Za-z]{0,4}\.?(?: ?[A-Z][a-z]{0,4}\.?)?|A\.? ?Md\.?(?: ?[A-Z][a-z]+\.?)?|Ph\. ?D\.?)"
_STARTS_WITH_DEGREE: Final = re.compile(rf"{_DEGREE}(?:,.*)?")
_ENDS_WITH_DEGREE: Final = re.compile(rf".*, ?{_DEGREE}|{_DEGREE}")
_FORMULA: Final = re.compile(
    r"\(?(?:jumlah|banyaknya|nilai|perbandingan|rata-rata|peng?hitungan|realisasi|hasil|total|selisih|capaian|dihitung|formula|rumus|"
    r"persentase|penjumlahan|penilaian|rasio)\b",
    re.IGNORECASE,
)
_SOURCE: Final = re.compile(
    r"(?:laporan|basis|survei|data|dokumen|aplikasi|hasil|sistem|rekap\w*|berita|arsip|catatan|register|daftar|notulen|statistik|e-\w+)\b",
    re.IGNORECASE,
)
_SHAPES: Final[Mapping[str, re.Pattern[str]]] = {
    "pelaksana": _OFFICE, "penanggung_jawab": _OFFICE, "cara_hitung": _FORMULA, "sumber_data": _SOURCE, "kegiatan": _DONE,
    "jabatan": _JOB,
}  # fmt: skip
_BESIDE: Final[Mapping[str, tuple[str, ...]]] = {
    "sasaran": ("pelaksana", "penanggung_jawab", "kegiatan"),
    "indikator": ("pelaksana", "penanggung_jawab", "kegiatan"),
    "kegiatan": ("pelaksana", "penanggung_jawab"),
    "cara_hitung": ("pelaksana", "penanggung_jawab"),
    "nama": ("jabatan",),
}
"""Columns whose shapes speak against a text being of another one."""
_MILD: Final = 0.5


def start(role: str, text: str, roles: Collection[str]) -> float:
    """What the first words say for a column of this role in a table with columns of these roles."""
    text = NUMBERED.sub("", text)
    if any(other in roles and _is(other, text, roles) for other in _BESIDE.get(role, ())):
        return -_OWN
    if role == "sasaran":
        return _OWN if SASARAN.match(text) else -_OWN
    if role == "indikator":
        return -_OWN / 2 if SASARAN.match(text) else _OWN if INDIKATOR.match(text) else -_MILD
    if role in _SHAPES and (role != "kegiatan" or "sasaran" in roles):
        return _own(role, text, roles)
    return 0.0


def _own(role: str, text: str, roles: Collection[str]) -> float:
    return _OWN if _is(role, text, roles) else -_MILD


def _is(role: str, text: str, roles: Collection[str]) -> bool:
    if role == "kegiatan" and ("sasaran" not in roles or _STATE.match(text)):
        return False
    return _SHAPES[role].match(text) is not None


def lists(first: str) -> Collection[re.Pattern[str]]:
    """How the texts of a cell begin that lists how things are counted, or from where they are known, told by the first of them."""
    return [shape for shape in (_FORMULA, _SOURCE) if shape.match(first)]


def is_counted_or_known(text: str) -> bool:
    """Whether a text begins, with a capital, as how a thing is counted or from where it is known does."""
    return text[:1].isupper() and bool(lists(text))


def is_job(text: str) -> bool:
    """Whether a text begins as an office or a job does."""
    return _JOB.match(text) is not None


def starts_with_degree(text: str) -> bool:
    """Whether a line is nothing but degrees: "S.STP., M.Si."."""
    return _STARTS_WITH_DEGREE.fullmatch(text) is not None


def ends_with_degree(text: str) -> bool:
    """Whether the last words of a name are degrees."""
    return _ENDS_WITH_DEGREE.fullmatch(text) is not None

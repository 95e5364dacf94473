"""Budget codes of the central government (PMK on Rencana Kerja dan Anggaran) and of local governments (Permendagri 13, 90)."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

Level = Literal["program", "kegiatan", "ro"]


class _Part(NamedTuple):
    name: str
    shape: re.Pattern[str]


_KRO_SHAPE = r"(?:A[A-F]|B[A-M]|C[A-E]|D[A-D]|E[A-D]|F[A-E]|P[A-H]|Q[A-M]|R[A-E]|S[A-C]|U[A-G])[A-Z]"
# A code of the centre is a stretch of this chain; reports print any stretch of it.
_CHAIN = tuple(
    _Part(name, re.compile(shape))
    for name, shape in (
        ("kementerian", r"0?[0-9]{2}|[0-9]{3}"),
        ("unit", r"[0-9]{2}"),
        ("program", r"[A-Z]{2}"),
        ("kegiatan", r"[0-9]{4}"),
        ("kro", _KRO_SHAPE),
        ("ro", r"[0-9]{3}"),
        ("komponen", r"[0-9]{3}"),
        ("subkomponen", r"0[A-Z]"),
    )
)
_SATKER = re.compile(r"0?[0-9]{2}\.[0-9]{2}\.[0-9]\.[0-9]{6}")
# Programs that may stand without a kegiatan: those of the KPU; WA is the support program of every ministry.
_PROGRAMS = frozenset({"CQ", "WA"})
_NAMED_PROGRAM = re.compile(r"([A-Z]{2})[ .:–-]{1,3}(?=P(?:rogram|ROGRAM)\b)")
_NOT_PROGRAMS = frozenset({"TA", "NO", "TH", "RT", "RW", "RP", "KM", "RI"})
# Acronyms of the reports that are shaped like a KRO.
_ACRONYMS = frozenset({
    "ADD", "ADM", "APD", "BAB", "BAP", "BAN", "BBM", "BLT", "BLU", "BKN", "BKD", "BIN", "BMN", "BMD", "CAT", "CCT", "DAK", "DAU", "DBH",
    "DCS", "DCT", "DDC", "EDP", "FGD", "PAD", "PAN", "PAW", "PBB", "PDI", "PDP", "PDF", "PHO", "RAB", "RAK", "RAT", "RDK", "RDP", "RBB",
    "SAB", "SAK", "SAW", "SBK", "SBM", "SBU", "UGD", "BEM", "BAU", "BAS", "RAS", "DAN", "ADA", "DARI",
})  # fmt: skip
_SURE_KRO = re.compile(r"Q[A-M][A-Z]|EB[A-D]")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_COUNTED = frozenset(
    {"orang", "laporan", "dokumen", "kegiatan", "kali", "unit", "buah", "paket", "eksemplar", "lembar", "tps", "desa", "bulan", "hari"}
)

_PIECE = r"(?:[0-9]{1,6}|0?[A-Z]{1,3}|Cq|Wa|cq|wa)(?![A-Za-z])"
_GAP = r"\s?[.,:\-]\s?|\s(?=[0-9A-Z])|(?<=[A-Z])(?=[0-9]{3})"
_ONE_PIECE = re.compile(_PIECE)
_TWO_LETTERS = re.compile(r"[A-Z]{2}")
_POINT = re.compile(r"\s?\.\s?")
_GOES_ON = re.compile(r"[A-Za-z0-9]|[.,][0-9]|/|\s*%")
_NAME_BEHIND = re.compile(r"\s*[.:\-–]?\s*([A-Za-z]+)")
_STRETCH = re.compile(rf"{_PIECE}(?:(?:{_GAP}){_PIECE})*")
_LOCAL = re.compile(r"[0-9]{1,2}(?:\s?\.\s?[0-9]{1,4}){2,}(?![0-9,])")
_LOCAL_PROGRAM = re.compile(r"[1-8]\.[0-9]{2}\.[0-9]{2}[\s.:–-]+P(?:rogram|ROGRAM)\b|[1-8]\.(?:1[3-9]|[2-9][0-9])\.[1-9][0-9]$")
"""A program of Permendagri 90/2019 none of whose numbers begins with 0: a date but for its name, or a month that there is not."""
_BRACKET = re.compile(r"[(\[]\s*([^()\[\]]{2,40}?)\s*[)\]][\s.,;:]*$")


class _Code(NamedTuple):
    code: str
    level: str
    end: int


@lru_cache(maxsize=16384)
def read_code(text: str) -> str | None:
    """The budget code that ``text`` is, with its parts joined by dots ("QGE. 003" is "QGE.003"); None where it is none."""
    bare = text.strip().strip("()[]").strip()
    for found in _codes(bare, alone=True):
        if not bare[found.end :].strip(" .,:;-"):
            return found.code
    return None


@lru_cache(maxsize=16384)
def split_code(text: str) -> tuple[str | None, str]:
    """The budget code at the front of ``text``, or in brackets at its end, and the text without it; (None, text) for none."""
    stripped = text.strip()
    program = _NAMED_PROGRAM.match(stripped)
    if program and program[1] not in _NOT_PROGRAMS:
        return program[1], stripped[program.end() :]
    whole = read_code(stripped)
    if whole and not stripped.startswith("("):
        return whole, ""
    for found in _codes(stripped, alone=False):
        rest = stripped[found.end :]
        if _may_end(rest) and _may_stand(found, stripped, rest):
            return found.code, rest.lstrip(" .,:;-–")
    bracket = _BRACKET.search(stripped)
    if bracket:
        code = read_code(bracket[1])
        if code and (code not in _PROGRAMS or bracket[1].isupper()) and (len(code) != 3 or _SURE_KRO.fullmatch(code)):
            return code, stripped[: bracket.start()].rstrip()
    return None, text


def code_level(code: str) -> Level | None:
    """What a code names: a program, a kegiatan, or an output (KRO or RO); None for units, components and unknown codes."""
    if _TWO_LETTERS.fullmatch(code) and code not in _NOT_PROGRAMS:
        return "program"
    normal = read_code(code)
    if normal is None or _SATKER.fullmatch(normal):
        return None
    parts = normal.split(".")
    level = _chain_level(parts)
    if level is None:
        return _local_level(parts)
    named: dict[str, Level] = {"program": "program", "kegiatan": "kegiatan", "kro": "ro", "ro": "ro"}
    return named.get(level)


def code_parts(code: str) -> dict[str, str]:
    """The parts of a code of the central government by their names ("program", "kegiatan", "kro", "ro" …); empty for other codes."""
    return dict(_named_parts(code))


@lru_cache(maxsize=4096)
def _named_parts(code: str) -> tuple[tuple[str, str], ...]:
    """Names and texts of the parts; a report holds the same codes again and again."""
    parts = code.split(".")
    for start in range(len(_CHAIN) - len(parts) + 1):
        stretch = _CHAIN[start : start + len(parts)]
        if all(part.shape.fullmatch(text) for part, text in zip(stretch, parts, strict=True)):
            return tuple((part.name, text) for part, text in zip(stretch, parts, strict=True))
    return ()


def _codes(text: str, *, alone: bool) -> Iterator[_Code]:
    """Readings of the front of ``text`` as a code, the longest first."""
    local = _LOCAL.match(text)
    if local and (_is_local(local.group()) or _LOCAL_PROGRAM.match(text)):
        yield _Code(re.sub(r"\s", "", local.group()), "daerah", local.end())
        return
    stretch = _STRETCH.match(text)
    if stretch is None:
        return
    pieces = list(_ONE_PIECE.finditer(stretch.group()))
    for count in range(len(pieces), 0, -1):
        parts = [p.group().upper() for p in pieces[:count]]
        gaps = [stretch.group()[a.end() : b.start()] for a, b in pairwise(pieces[:count])]
        code = ".".join(parts)
        if _SATKER.fullmatch(code):
            yield _Code(code, "satker", pieces[count - 1].end())
            continue
        level = _chain_level(parts)
        if level and _is_plausible(parts, gaps, level, alone=alone):
            yield _Code(code, level, pieces[count - 1].end())


def _chain_level(parts: list[str]) -> str | None:
    """Name of the last part where the parts are a stretch of the chain, else None."""
    named = _named_parts(".".join(parts))
    return named[-1][0] if named else None


def _is_plausible(parts: list[str], gaps: list[str], level: str, *, alone: bool) -> bool:
    """Whether a stretch of the chain is a code and not a number, a year or an acronym of the same shape."""
    if len(parts) == 1:
        return _is_plausible_single(parts[0], level, alone=alone)
    spaced = any(not gap.strip() for gap in gaps)
    if all(part.isdigit() for part in parts):
        return parts[0].startswith("0") and not spaced and len(parts) == 2
    if parts[0].isalpha() and len(parts[0]) == 2:
        return parts[0] in _PROGRAMS or (not spaced and parts[0] not in _NOT_PROGRAMS and not _YEAR.fullmatch(parts[1]))
    if parts[0].isalpha() and spaced:
        return parts[0] not in _ACRONYMS
    if _YEAR.fullmatch(parts[0]) and spaced:
        return False
    return not (spaced and level == "program")


def _is_plausible_single(part: str, level: str, *, alone: bool) -> bool:
    if level == "program":
        return part in _PROGRAMS
    if level == "kegiatan":
        return not _YEAR.fullmatch(part)
    if level == "kro":
        return part not in _ACRONYMS if alone else True
    return False


def _may_end(rest: str) -> bool:
    """Whether a code may end where ``rest`` begins: not inside a word, an amount or a longer number."""
    return _GOES_ON.match(rest) is None


def _may_stand(found: _Code, text: str, rest: str) -> bool:
    """Whether a code of a single part may stand in front of these words."""
    if "." in found.code:
        return True
    words = _NAME_BEHIND.match(rest)
    if words is None:
        return False
    if found.level == "kegiatan":
        return words[1][0].isupper() and words[1].lower() not in _COUNTED
    if found.level == "kro":
        return bool(_SURE_KRO.fullmatch(found.code)) or (rest.startswith(".") and found.code not in _ACRONYMS)
    return text[:2].isupper() or rest.startswith(".")


def _is_local(text: str) -> bool:
    """Whether digits and dots are a local code: not an amount, a date or a section number."""
    groups = _POINT.split(text)
    if all(len(g) == 3 for g in groups[1:]) or (len(groups) == 3 and _YEAR.fullmatch(groups[2])):
        return False
    zeros = sum(1 for g in groups if len(g) > 1 and g.startswith("0"))
    pairs = sum(1 for g in groups if len(g) >= 2)
    return zeros > 0 or (len(groups) >= 4 and pairs >= 2)


def _local_level(groups: list[str]) -> Level | None:
    """Level by the number of groups: Permendagri 90/2019 (urusan.bidang.program.kegiatan, of two groups, and sub kegiatan, the finest
    level) or 13/2006 (urusan.bidang.organisasi.program.kegiatan).
    """
    if len(groups) == 3:
        return "program"
    if len(groups) == 5:
        return "kegiatan" if len(groups[3]) == 1 else None
    if len(groups) == 6 and len(groups[2]) == 2 and len(groups[3]) == 1:
        return "ro"
    if len(groups) not in (6, 7) or len(groups[2]) > 1:
        return None
    return "program" if len(groups) == 6 else "kegiatan"

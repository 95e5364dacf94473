"""Names of invented persons and towns, composed of common given names (``nama.txt``), with titles and education."""

from pathlib import Path

_WORDS = {line.split()[0]: tuple(line.split()[1:]) for line in Path(__file__).with_name("nama.txt").read_text("utf-8").splitlines()}
LAKI = _WORDS["LAKI"]
PEREMPUAN = _WORDS["PEREMPUAN"]
BELAKANG = _WORDS["BELAKANG"]
BELAKANG_PEREMPUAN = _WORDS["BELAKANG_PEREMPUAN"]
TEMPAT_A = _WORDS["TEMPAT_A"]
TEMPAT_B = _WORDS["TEMPAT_B"]

GELAR = {
    "S3": (("Dr. ", ", S.H., M.H."), ("Dr. ", ", M.Si."), ("Dr. ", ", S.E., M.M.")),
    "S2": (("", ", S.Sos., M.Si."), ("", ", S.E., M.M."), ("", ", S.H., M.H."), ("", ", S.STP., M.Si."), ("", ", S.IP, M.AP"), ("Drs. ", ", M.M.")),
    "S1": (("", ", S.H."), ("", ", S.E."), ("", ", S.Sos."), ("", ", S.IP"), ("", ", S.Kom."), ("", ", SE"), ("", ", SH"), ("", ", S.AP"), ("", ", S.T.")),
    "D4": (("", ", S.Tr.IP"), ("", ", S.ST")),
    "D3": (("", ", A.Md."), ("", ", A.Md"), ("", ", A.Md.Kom.")),
}  # fmt: skip
"""Titles before and after the name by education."""

PENDIDIKAN = {
    "S3": ("S3", "S-3", "S3"),
    "S2": ("S2", "S-2", "S.2"),
    "S1": ("S1", "S-1", "S.1"),
    "D4": ("D4", "D-IV", "D.IV"),
    "D3": ("D3", "D-III", "D.III"),
    "SMA": ("SMA", "SLTA", "SMA"),
    "SMP": ("SMP", "SLTP", "SMP"),
}
"""Education as three manners of writing print it."""

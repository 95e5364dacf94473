"""Levels of education."""

import re

# Longest first: the level as printed is the whole match.
_LEVEL = re.compile(
    r"(?<![A-Za-z0-9.])(?:"
    r"strata\s*[-\s]?\s*(?:satu|dua|tiga|III|II|I|[123])"
    r"|diploma\s*[-\s]?\s*(?:satu|dua|tiga|empat|IV|III|II|I|[1-4])"
    r"|S\s?[-.]?\s?(?:III|II|I|[123])"
    r"|D\s?[-.]?\s?(?:IV|III|II|I|[1-4])(?:\s?/\s?(?:S\s?[-.]?\s?1|D\s?[-.]?\s?(?:IV|4)))?"
    r"|(?:sarjana\s+muda|sarjana|magister|doktor(?:al)?|profesi|spesialis|pascasarjana)(?:\s*\((?:S|D)[-.\s]?[1-4IV]+\))?"
    r"|(?:SLTA|SLTP|SMTA|SMTP|SMA|SMU|SMK|STM|SMEA|SPG|SMP|SD|MA|MTs|MI|MAN|SMAN|SMKN|SMPN|SDN|SR|TK)"
    r"(?:\s*/\s*(?:SLTA|SLTP|SMA|SMU|SMK|MA|MTs|MI|STM|sederajat|setara|paket\s*[ABC]))*(?:\s+sederajat)?"
    r"|(?:paket|kejar\s+paket|P\.?)\s?[ABC]"
    r")(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_FULL_WORDS = re.compile(r"(?:sekolah\s+(?:dasar|menengah\s+(?:pertama|atas|kejuruan|umum)))", re.IGNORECASE)


def read_pendidikan(text: str) -> str | None:
    """The level of education as printed ("S1", "D.III", "SLTA/Sederajat", "Strata 1"), or None where there is none."""
    matches = [m for m in (_LEVEL.search(text), _FULL_WORDS.search(text)) if m]
    if not matches:
        return None
    first = min(matches, key=lambda m: m.start())
    return " ".join(first.group().split())

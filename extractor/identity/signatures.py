"""Signature blocks: place, date, and who signed as what."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from extractor.identity.bodies import begins_body
from extractor.identity.dateline import Dateline, read_dateline
from extractor.identity.kinds import CHAPTER, TITLES, is_heading
from extractor.identity.positions import is_bare_post, is_position, names_body
from extractor.identity.sheet import FRONT_HEADINGS, Sheet
from extractor.identity.words import CONNECTIVES, fold, title_case, tokens, word_set
from extractor.values.nip import read_nip

BLOCK_LINES = 16
DATELINE_LENGTH = 200
SIGNED_LENGTH = 90
"""Longer lines are running text."""

PARTY = re.compile(r"^\W*PIHAK\s+(?:PERTAMA|KESATU|KEDUA|PERLAMA)\b[\s,.:]*", re.IGNORECASE)
_BLANKS = re.compile(r"[\s,]+")
RANK = re.compile(r"^\W*(?:Pembina|Penata|Pengatur|Juru)\b(?:\s+(?:Utama|Muda|Madya|Tingkat|Tk\.?|I|1|\(.*\))\b.*)?\W*$", re.IGNORECASE)
_COMMISSION_WORDS = word_set("KOMISI PEMILIHAN UMUM KPU KIP REPUBLIK INDONESIA SEKRETARIAT")


@dataclass(frozen=True, slots=True)
class Signer:
    name: str
    position: str | None = None
    nip: str | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    line: int
    place: str
    date: str
    """ISO 8601, perhaps without day or month."""
    signers: tuple[Signer, ...]


@dataclass(slots=True)
class _Draft:
    name: str = ""
    position: list[str] = field(default_factory=list)
    nip: str | None = None
    is_open: bool = False
    """Whether the position's last line lacks the comma that ends a position."""

    def take_position(self, text: str) -> None:
        """Adds a line of the position; the title of the post goes before the body's name even where it stands below it."""
        self.is_open = not text.rstrip(" *_").endswith((",", ":"))
        text = text.strip(" ,*_")
        if self.position and is_position(text) and not is_position(self.position[0]):
            self.position.insert(0, text)
        else:
            self.position.append(text)

    def signer(self) -> Signer | None:
        position = title_case(" ".join(self.position))
        return Signer(self.name, position or None, self.nip) if self.name or position else None


def signatures(sheet: Sheet) -> list[Signature]:
    """All signature blocks in printed order."""
    return list(_signatures(sheet))


@lru_cache(maxsize=1)
def _signatures(sheet: Sheet) -> list[Signature]:
    """The same; several stages ask for those of one sheet."""
    found = []
    for number, line in enumerate(sheet.lines):
        if line.furniture or len(line.text) > DATELINE_LENGTH:
            continue
        following = sheet.lines[number + 1].text if number + 1 < len(sheet.lines) else ""
        dateline = read_dateline(line.text, following)
        if dateline:
            signers = tuple(s for draft in _drafts(_block(sheet, number, dateline)) if (s := draft.signer()))
            found.append(Signature(number, dateline.place, dateline.date, signers))
    return found


def _block(sheet: Sheet, number: int, dateline: Dateline) -> Iterator[str]:
    """The lines under a date that may belong to the signature."""
    if dateline.after:
        yield dateline.after
    for line, folded in zip(sheet.lines[number + 1 : number + BLOCK_LINES], sheet.folded[number + 1 : number + BLOCK_LINES], strict=True):
        text, plain = line.text.strip(" *_|#"), folded.strip()
        if line.furniture or not plain:
            continue
        if _opens(text, plain) or len(text) > SIGNED_LENGTH or read_dateline(text):
            return
        yield text


def _opens(text: str, folded: str) -> bool:
    """Whether a line begins a new part of the document."""
    starts = folded.startswith(FRONT_HEADINGS) or bool(CHAPTER.match(folded)) or any(p.match(folded) for p in TITLES.values())
    return starts and is_heading(text)


def _drafts(lines: Iterator[str]) -> list[_Draft]:
    drafts = [_Draft()]
    for line in lines:
        party = PARTY.match(line)
        text = line[party.end() :] if party else line
        if party and (drafts[-1].name or drafts[-1].position):
            drafts.append(_Draft())
        if not text.strip() or RANK.match(text):
            continue
        nip = read_nip(text)
        if nip:
            drafts[-1].nip = drafts[-1].nip or nip
        elif not _take(drafts, text):
            break
    return drafts


def _take(drafts: list[_Draft], text: str) -> bool:
    """Gives a line its part in the block; False where the block is over."""
    current = drafts[-1]
    if is_position(text):
        if current.name:
            drafts.append(_Draft())
        drafts[-1].take_position(text)
    elif names_body(text):
        # The body's name under a signature is the letterhead of the next page.
        if current.name:
            return False
        current.take_position(text)
    elif not current.name and current.position and (goes_on(current.position[-1], text) or (current.is_open and _ends_position(text))):
        current.take_position(text)
    elif not looks_like_name(text):
        return not current.name
    elif current.name:
        return False
    else:
        current.name = text.strip(" ,:*_()")
    return True


def _ends_position(text: str) -> bool:
    """Whether a line ends with the comma under which one signs; one inside is of a name with titles."""
    return text.rstrip(" *_").endswith(",") and text.count(",") == 1


def goes_on(before: str, text: str) -> bool:
    """Whether a line continues a position: it joins on with "dan", a word of the commission's name, or what precedes is unfinished."""
    words, last = tokens(text), tokens(before)[-1:]
    if is_bare_post(before) and begins_body(text):
        return True
    open_end = bool(last) and (last[0].lower() in CONNECTIVES or last[0] in ("KABUPATEN", "PROVINSI", "KOTA", "DAERAH"))
    joins = any(word in ("DAN", "SERTA") for word in words)
    return open_end or joins or any(word in _COMMISSION_WORDS for word in words)


def looks_like_name(text: str) -> bool:
    """Whether a line may be a person's name: one to eight words, every longer one with a capital, no digits."""
    bare = text.strip(" ,:*_().")
    words = [w for w in _BLANKS.split(bare) if any(c.isalpha() for c in w)]
    if not 1 <= len(words) <= 8 or any(c.isdigit() for c in bare) or sum(c.isalpha() for c in bare) < 4:
        return False
    if all(word in _COMMISSION_WORDS for word in fold(bare).split()):
        return False
    return all(w[0].isupper() or not w[0].isalpha() or len(w) <= 3 for w in words)


def joined_names(signers: Sequence[Signer]) -> list[Signer]:
    """Signers without repetitions of the same name."""
    unique: dict[str, Signer] = {}
    for signer in signers:
        if signer.name:
            unique.setdefault(" ".join(tokens(signer.name)), signer)
    return list(unique.values())

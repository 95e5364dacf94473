"""``--redact``: what leaves a report without the names and numbers of persons (UU 27/2022), or with keyed pseudonyms in their place."""

import hmac
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from types import MappingProxyType
from typing import Any, Final

from extractor.values.lookalike import mend_lookalikes
from extractor.warehouse.columns import Column, Kind, Personal

LEAST_KEY: Final = 16
"""Bytes of the key; a shorter one can be guessed."""
HIDDEN_NAME: Final = "[nama]"
HIDDEN_NIP: Final = "[nip]"
_DIGITS: Final = 32
_LEAST_WORD: Final = 3
_TITLES: Final = re.compile(r"^(?:(?:drs?|dra|ir|hj?|prof|dr|kh|tgk|rr?|st)\b\.?\s*)+", re.IGNORECASE)
_NIP: Final = re.compile(r"(?<!\d)(?:\d[\s.\-]{0,2}){17}\d(?!\d)")
_NIP_WORD: Final = re.compile(r"\bNIP(?:PPK|\.?K)?\b[\s.:]*\d[\d\s.\-]*", re.IGNORECASE)
_NO_IDS: Final[Mapping[str, str]] = MappingProxyType({})
_PLACES: Final = ("", ".", "..")
_SUFFIX: Final = re.compile(r"\.[A-Za-z0-9]{1,4}$")
_WORD: Final = re.compile(r"[^\W\d_]+")
_BETWEEN_WORDS: Final = r"[\W_]*"


class WeakKey(ValueError):
    """A key that does not protect; the message says what to do, in Indonesian."""


@dataclass(frozen=True, slots=True)
class Redaction:
    """What a load does with personal data: nothing, leave out, or pseudonyms under a key."""

    on: bool = False
    secret: bytes | None = None
    taken: str | None = None
    """The mode in which the reports at hand were redacted already; nothing is done to them then."""

    @property
    def mode(self) -> str:
        """The name under which a warehouse, and a folder of results, remembers it; pseudonyms of different keys do not mix."""
        if self.taken is not None:
            return self.taken
        if not self.on:
            return "tanpa"
        return f"hmac:{self._hash('kunci', '')[:12]}" if self.secret else "dihapus"

    def cleaner(self, report: dict[str, Any]) -> "Cleaner":
        """What cleans the rows of one report, knowing the names in it."""
        if not self.on or report.get("penyamaran") is not None:
            return Cleaner(self, None, _NO_IDS, taken=self.on)
        ids = {found["id"]: f"{found['kode']}-{number:03}" for number, found in enumerate(report["temuan"], 1)}
        return Cleaner(self, _names_pattern(known_names(report)), ids)

    def pseudonym(self, kind: str, value: str) -> str | None:
        """The same for the same person under the same key; None where there is no key."""
        return self._hash(kind, value)[:_DIGITS] if self.secret else None

    def path(self, path: str) -> str:
        """A path whose names nobody reads: part by part, so that what lay below a folder still does."""
        return "/".join(map(self._part, path.split("/"))) if self.on else path

    def _part(self, part: str) -> str:
        """A folder's or a file's name; the mark of an archive and the scheme of an address stay."""
        bare = part.removesuffix("!")
        if bare in _PLACES or part.endswith(":"):
            return part
        suffix = _SUFFIX.search(bare)
        return self._hash("berkas", bare)[:_DIGITS] + (suffix[0].lower() if suffix else "") + part[len(bare) :]

    def _hash(self, kind: str, value: str) -> str:
        return hmac.new(self.secret or b"", f"{kind}\x1f{value}".encode(), sha256).hexdigest()


UNREDACTED: Final = Redaction()


def redaction(on: bool, key: bytes | None) -> Redaction:
    """What the command line asks for; a key alone turns it on. Raises WeakKey."""
    if key is not None and len(key) < LEAST_KEY:
        raise WeakKey(f"kunci penyamaran hanya {len(key)} byte; pakai paling sedikit {LEAST_KEY} byte acak (mis. openssl rand -hex 32)")
    return Redaction(on or key is not None, key)


@dataclass(frozen=True, slots=True)
class Cleaner:
    """Cleans the values of one report."""

    redaction: Redaction
    names: re.Pattern[str] | None
    ids: Mapping[str, str]
    """Id of a finding -> its code and its number in the report."""
    taken: bool = False
    """Whether the report is redacted already."""

    def with_ids(self, ids: Mapping[str, str]) -> "Cleaner":
        """The same for a report whose findings have these ids."""
        return replace(self, ids=ids)

    def text(self, words: str) -> str:
        """Words with the known names and anything like a NIP taken out."""
        if not self.redaction.on or self.taken:
            return words
        bare = _NIP.sub(HIDDEN_NIP, _NIP_WORD.sub(HIDDEN_NIP, mend_lookalikes(words)))
        return self.names.sub(HIDDEN_NAME, bare) if self.names else bare

    def value(self, column: Column, value: Any) -> Any:
        """What may stand in this column."""
        if value is None or not self.redaction.on:
            return value
        if column.kind not in (Kind.TEXT, Kind.DATE):
            return value
        return (_TAKEN if self.taken else _HANDLING)[column.personal](self, value)

    def name(self, value: str) -> str | None:
        """The pseudonym of a person by name: titles, capitals and blanks do not matter."""
        return self.redaction.pseudonym("nama", " ".join(_words(value)).lower())

    def nip(self, value: str) -> str | None:
        """The pseudonym of a person by number."""
        return self.redaction.pseudonym("nip", re.sub(r"\D", "", value))


def _kept(_: Cleaner, value: Any) -> Any:
    return value


def _left_out(_: Cleaner, __: Any) -> None:
    return None


_HANDLING: Final[dict[Personal, Callable[[Cleaner, Any], Any]]] = {
    Personal.NONE: _kept,
    Personal.ATTRIBUTE: Cleaner.text,
    Personal.CELL: Cleaner.text,
    Personal.NAME: Cleaner.name,
    Personal.NIP: Cleaner.nip,
    Personal.TRAIT: _left_out,
    Personal.FREE: _left_out,
    Personal.DIGEST: lambda cleaner, value: cleaner.ids.get(value),
}


_TAKEN: Final[dict[Personal, Callable[[Cleaner, Any], Any]]] = dict.fromkeys(Personal, _kept) | {
    Personal.NAME: lambda _, value: None if value == HIDDEN_NAME else value,
    Personal.TRAIT: _left_out,
    Personal.FREE: _left_out,
}
"""The same, where the report was redacted before it was written."""


def known_names(report: dict[str, Any]) -> set[str]:
    """Every name of a person that was recognised anywhere in the report."""
    parties = (plan[side] for plan in report["perjanjian_kinerja"] for side in ("pihak_pertama", "pihak_kedua"))
    signers = (signer for document in report["dokumen"] for signer in document["penandatangan"])
    mentioned = (item["teks"] for item in report["sebutan"] if item["jenis"] == "nama")
    holders: Iterable[Any] = (*parties, *signers, *report["pegawai"]["daftar"])
    return {name for name in (*(holder["nama"] for holder in holders if holder), *mentioned) if name}


def _words(name: str) -> list[str]:
    """The words of a name without its titles and degrees."""
    plain = _TITLES.sub("", mend_lookalikes(name).split(",", maxsplit=1)[0].strip())
    return _WORD.findall(plain)


def _names_pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """Finds the names however they are spaced, hyphenated or capitalised; the longest first."""
    parts = sorted({pattern for name in names for pattern in _patterns(name)}, key=lambda part: (-len(part), part))
    return re.compile("|".join(parts)) if parts else None


def _patterns(name: str) -> Iterator[str]:
    """The whole name in any capitals; of a single word only as a name is written, since it may be a common word."""
    words = _words(name)
    letters = sum(map(len, words))
    if len(words) > 1 and letters > _LEAST_WORD:
        yield rf"(?i:(?<![^\W\d_]){_BETWEEN_WORDS.join(map(re.escape, words))}(?![^\W\d_]))"
    elif letters > _LEAST_WORD:
        yield rf"(?<![^\W\d_])(?:{re.escape(words[0].capitalize())}|{re.escape(words[0].upper())})(?![^\W\d_])"

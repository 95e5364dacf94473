"""From bytes to text: which encoding a text file is in, decided the same way every time."""

import codecs
import re
from dataclasses import dataclass, replace
from typing import Final

from extractor.reading.errors import UnreadableInput

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks, the longer ones first where one begins another."""

_FOREIGN: Final = (
    (b"PK\x03\x04", "arsip ZIP atau dokumen Word/Excel"),
    (b"\xd0\xcf\x11\xe0", "dokumen Word/Excel lama"),
    (b"{\\rtf", "dokumen RTF"),
    (b"\x89PNG", "gambar PNG"),
    (b"\xff\xd8\xff", "gambar JPEG"),
    (b"\x1f\x8b", "arsip GZIP"),
)
"""First bytes of other kinds of file that are found under the name .txt."""

_SAMPLE: Final = 200_000
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MAX_CONTROL: Final = 0.005
"""Share of control characters above which the content is not text."""
_MIN_NUL: Final = 0.3
"""Share of zero bytes on one side of each pair from which the text is UTF-16 (Indonesian is nearly all ASCII)."""


LONGEST_WORD: Final = 1000
"""Signs without a blank beyond which nothing is a word, a leader or a rule: an embedded image, or rubbish."""
_ENDLESS: Final = re.compile(rf"([^\s|<>\"'()\[\]]{{{LONGEST_WORD}}})[^\s|<>\"'()\[\]]+")
_ENDLESS_SIGNS: Final = (re.compile(rf"(([^\w\s])\2{{{LONGEST_WORD - 1}}})\2+"), re.compile(rf"( {{{LONGEST_WORD}}}) +"))


@dataclass(frozen=True, slots=True)
class Decoded:
    text: str
    encoding: str
    repaired: int = 0
    """Bytes that the encoding does not allow and that were read as cp1252."""
    shortened: int = 0
    """Endless words that were cut down to ``LONGEST_WORD`` signs."""


def decode(data: bytes) -> Decoded:
    """Decode a text file: byte order mark, UTF-16 by its zero bytes, UTF-8, then cp1252 or latin-1.

    Raises :class:`UnreadableInput` (``kosong``, ``bukan_teks``).
    """
    for magic, kind in _FOREIGN:
        if data.startswith(magic):
            raise UnreadableInput("bukan_teks", f"Isi berkas ini {kind}, bukan teks; simpan dahulu sebagai PDF atau TXT.")
    decoded = _decode(data)
    decoded = replace(decoded, text=decoded.text.rstrip("\x00"))  # a copy that broke off is filled up with zeros
    sample = decoded.text[:_SAMPLE]
    if not decoded.text.replace("\x00", "").strip().strip("\ufeff"):
        raise UnreadableInput("kosong", "Berkas ini tidak berisi teks; periksa kembali hasil konversinya.")
    if len(_CONTROL.findall(sample)) > max(_MAX_CONTROL * len(sample), 2):
        raise UnreadableInput("bukan_teks", "Isi berkas ini biner, bukan teks; berikan berkas PDF, TXT atau MD.")
    return _shortened(decoded)


def _shortened(decoded: Decoded) -> Decoded:
    """Without the rest of endless words, which no rule about words could read in a time that grows with their length only."""
    longest = max(map(len, decoded.text.split()))
    if longest <= LONGEST_WORD and " " * (LONGEST_WORD + 1) not in decoded.text:
        return decoded
    text, words = _ENDLESS.subn(r"\1", decoded.text)
    for sign in _ENDLESS_SIGNS:
        text = sign.sub(r"\1", text)
    return replace(decoded, text=text, shortened=words)


def _decode(data: bytes) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(data.decode(encoding, "replace"), "utf-8" if encoding == "utf-8-sig" else encoding)
    wide = _wide(data[:_SAMPLE])
    if wide:
        return Decoded(data.decode(wide, "replace"), wide)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _decode_mixed(data)


def _wide(sample: bytes) -> str | None:
    """utf-16-le or utf-16-be where every other byte is mostly zero."""
    pairs = len(sample) // 2
    if pairs == 0:
        return None
    even, odd = sample[0 : 2 * pairs : 2].count(0) / pairs, sample[1 : 2 * pairs : 2].count(0) / pairs
    if odd >= _MIN_NUL and even < odd / 4:
        return "utf-16-le"
    return "utf-16-be" if even >= _MIN_NUL and odd < even / 4 else None


def _decode_mixed(data: bytes) -> Decoded:
    """UTF-8 with a few stray bytes where most of what is not ASCII is valid; a single-byte encoding otherwise."""
    text = data.decode("utf-8", "surrogateescape")
    stray = sum(1 for c in text if "\udc80" <= c <= "\udcff")
    valid = sum(1 for c in text if c > "\x7f") - stray
    if valid > stray:
        mended = "".join(bytes([ord(c) - 0xDC00]).decode("cp1252", "replace") if "\udc80" <= c <= "\udcff" else c for c in text)
        return Decoded(mended, "utf-8", stray)
    try:
        return Decoded(data.decode("cp1252"), "cp1252")
    except UnicodeDecodeError:
        return Decoded(data.decode("latin-1"), "latin-1")

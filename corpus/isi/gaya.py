"""Values as a report states them, and the conventions by which an office prints them."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias

from corpus.printed import MONTHS, Json, words


@dataclass(slots=True)
class Uang:
    """Rupiah. ``kata`` is what the words beside it say where they differ; ``teks`` replaces the digits as printed."""

    nilai: int | None
    kata: int | None = None
    teks: str | None = None
    harus: int | None = None
    """What it should be, where a slip was planted on it."""


@dataclass(slots=True)
class Persen:
    """A percent with the decimals it is printed with."""

    nilai: Decimal
    teks: str | None = None


@dataclass(slots=True)
class Hitung:
    """A count of something, with its words in brackets in prose."""

    nilai: int
    kata: int | None = None


@dataclass(slots=True)
class Ukur:
    """A target, result or achievement."""

    jenis: str
    """As in the contract."""
    nilai: Decimal | str | None
    satuan: str | None = None
    teks: str | None = None


Nilai: TypeAlias = Uang | Persen | Hitung | Ukur | str | None


@dataclass(frozen=True, slots=True)
class Angka:
    """One office's conventions for numbers. In the forms, {} stands for the digits."""

    ribuan: str = "."
    desimal: str = ","
    uang_tabel: str = "{}"
    uang_prosa: str = "Rp {},-"
    uang_pk: str = "Rp {},-"
    persen_tabel: str = "{}%"
    persen_prosa: str = "{}%"
    angka_persen: int = 2
    """Decimals of budget percents."""
    potong: bool = False
    """Whether they are cut and not rounded."""
    seratus_polos: bool = False
    """Whether 100 goes without decimals."""
    kosong: str = "-"
    miliar: str = "miliar"
    kata_kapital: bool = False
    kata_rupiah: bool = True

    def bulat(self, value: int) -> str:
        """A whole number with its thousands parted."""
        return f"{value:,}".replace(",", self.ribuan)

    def pecahan(self, value: Decimal) -> str:
        """A number with the decimals it has."""
        whole, _, rest = f"{value:,f}".partition(".")
        return whole.replace(",", self.ribuan) + (self.desimal + rest if rest else "")

    def persen(self, value: Decimal) -> str:
        """The digits of a percent."""
        return "100" if self.seratus_polos and value == 100 else self.pecahan(value)

    def terbilang(self, value: int) -> str:
        """The words of an amount or a count."""
        text = words(value).replace("miliar", self.miliar)
        return text.capitalize() if self.kata_kapital else text


@dataclass(frozen=True, slots=True)
class Cetakan:
    """A text and what it says in the contract's terms."""

    teks: str
    benar: Json | None


def cetak(value: Nilai, style: Angka, form: str = "tabel", *, bare: bool = False) -> Cetakan:
    """A value as printed; ``form`` is "tabel" or "pk" for amounts, ``bare`` leaves out units that stand elsewhere."""
    match value:
        case None:
            return Cetakan(style.kosong, None)
        case str():
            return Cetakan(value, None)
        case Uang():
            return _money(value, style, form, bare=bare)
        case Persen():
            text = value.teks or ("{}" if bare else style.persen_tabel).format(style.persen(value.nilai))
            return Cetakan(text, {"mentah": text, "nilai": plain(value.nilai), "satuan": "%"})
        case Hitung():
            return Cetakan(style.bulat(value.nilai), {"mentah": style.bulat(value.nilai), "nilai": value.nilai, "satuan": None})
        case Ukur():
            return _measure(value, style, bare=bare)


def _money(value: Uang, style: Angka, form: str, *, bare: bool) -> Cetakan:
    if value.nilai is None:
        return Cetakan(value.teks or style.kosong, None)
    outer = "{}" if bare else style.uang_pk if form == "pk" else style.uang_tabel
    text = value.teks or outer.format(style.bulat(value.nilai))
    return Cetakan(text, {"mentah": text, "nilai": value.nilai, "satuan": "rupiah"})


def _measure(value: Ukur, style: Angka, *, bare: bool) -> Cetakan:
    if value.teks is not None or value.nilai is None or isinstance(value.nilai, str):
        text = value.teks if value.teks is not None else str(value.nilai or style.kosong)
        number = value.nilai if isinstance(value.nilai, str) else None if value.nilai is None else plain(value.nilai)
        return Cetakan(text, {"mentah": text, "jenis": value.jenis, "nilai": number, "satuan": value.satuan} if value.nilai else None)
    digits = style.persen(value.nilai) if value.jenis == "persen" else style.pecahan(value.nilai)
    if value.jenis == "persen":
        text = digits if bare else style.persen_tabel.replace("{}", digits) if "%" in style.persen_tabel else f"{digits}%"
    else:
        text = f"{digits} {value.satuan}" if value.satuan and not bare else digits
    return Cetakan(text, {"mentah": text, "jenis": value.jenis, "nilai": plain(value.nilai), "satuan": value.satuan})


def plain(value: Decimal | int) -> int | float:
    """A number for JSON."""
    return int(value) if value == int(value) else float(value)


@dataclass(slots=True)
class Kalimat:
    """A sentence: ``pola`` with {names} of values and of texts. ``rekap`` says that a value counts staff: name -> (dimension, label)."""

    pola: str
    nilai: dict[str, Nilai] = field(default_factory=dict)
    rekap: dict[str, tuple[str, str]] = field(default_factory=dict)
    kunci: str = ""
    """What it is about, for whoever plants slips."""


def tulis(sentence: Kalimat, style: Angka) -> tuple[str, list[Json]]:
    """The sentence as printed, and the claims in it in their order."""
    claims: list[Json] = []
    parts = {}
    for name in sorted(sentence.nilai, key=lambda n: sentence.pola.find("{" + n + "}")):
        value = sentence.nilai[name]
        parts[name], claim = _claim(value, style)
        if claim and "{" + name + "}" in sentence.pola:
            claims.append(claim)
    text = sentence.pola
    for name, part in parts.items():
        text = text.replace("{" + name + "}", part)
    return text, [{**claim, "kalimat": text} for claim in claims]


def _claim(value: Nilai, style: Angka) -> tuple[str, Json | None]:
    match value:
        case Uang(nilai=int(amount)):
            digits = value.teks or style.uang_prosa.format(style.bulat(amount))
            return _spelled(value.kata, " rupiah" if style.kata_rupiah else "", "rupiah", digits, amount, style)
        case Persen():
            text = value.teks or style.persen_prosa.format(style.persen(value.nilai))
            return text, {"jenis": "persen", "nilai": {"mentah": text, "nilai": plain(value.nilai), "satuan": "%"}, "terbilang": None}
        case Hitung():
            text, claim = _spelled(value.kata, "", "jumlah", style.bulat(value.nilai), value.nilai, style)
            return text, claim if value.kata is not None else None
        case Ukur():
            return _measure(value, style, bare=False).teks, None
        case _:
            return str(value or ""), None


def _spelled(spelled: int | None, ending: str, kind: str, digits: str, value: int, style: Angka) -> tuple[str, Json]:
    """Digits with their words in brackets, if any."""
    claim: Json = {"jenis": kind, "nilai": {"mentah": digits, "nilai": value, "satuan": "rupiah" if kind == "rupiah" else None}}
    if spelled is None:
        return digits, claim | {"terbilang": None}
    text = style.terbilang(spelled) + ending
    return f"{digits} ({text})", claim | {"terbilang": {"mentah": text, "nilai": spelled}}


def tanggal(iso: str, form: str = "panjang") -> str:
    """An ISO date as printed: "2 Januari 2024" or another of the forms."""
    year, month, day = iso.split("-")
    name = MONTHS[int(month) - 1]
    forms = {
        "panjang": f"{int(day)} {name} {year}",
        "nol": f"{day} {name} {year}",
        "pendek": f"{day}-{month}-{year}",
        "garis": f"{day}/{month}/{year}",
        "singkat": f"{day} {name[:3]} {year}",
        "strip": f"{day}-{name[:3]}-{year}",
    }
    return forms[form]

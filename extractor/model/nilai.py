"""The leaves of the contract: figures, targets and where they are printed."""

from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer


def _number(value: "int | Decimal | None") -> int | float | None:
    """A JSON number: whole values without a fraction, others as the shortest float that prints the same digits."""
    if value is None or isinstance(value, int):
        return value
    return int(value) if value == value.to_integral_value() else float(value)


Bilangan = Annotated[
    int | Decimal,
    PlainSerializer(_number, return_type=int | float, when_used="json"),
]
"""An exact number: integer rupiah and counts, Decimal percents."""


class Model(BaseModel):
    """Base of all output models: unknown fields are errors, values are checked."""

    model_config = ConfigDict(extra="forbid", validate_assignment=False, frozen=False)
    _fields_of_all: ClassVar[set[str]]

    @classmethod
    def __pydantic_init_subclass__(cls, **_: object) -> None:
        cls._fields_of_all = set(cls.model_fields)

    def model_post_init(self, _: object, /) -> None:
        """All instances share one set of the fields that were given: a set for each takes a third of the memory of a long report."""
        object.__setattr__(self, "__pydantic_fields_set__", self._fields_of_all)


class Sumber(Model):
    """Where a value is printed."""

    dokumen: str
    halaman: int | None = Field(None, ge=1, description="halaman PDF, mulai dari 1")
    baris: tuple[int, int] | None = Field(None, description="baris pertama dan terakhir pada masukan teks, mulai dari 1")
    kotak: tuple[float, float, float, float] | None = Field(None, description="x0, atas, x1, bawah dalam titik PDF")
    tabel: str | None = None
    sel: tuple[int, int] | None = Field(None, description="[baris, kolom] di tabel[].baris, mulai dari 0")
    keyakinan: float | None = Field(None, ge=0, le=1, description="hanya bila dibaca dengan OCR")


class Bukti(Sumber):
    """One side of a contradiction: where it is printed, and what is printed there."""

    mentah: str = ""
    berkas: str | None = Field(None, description="nama berkas, bila dokumen itu bukan dokumen satker-tahun ini")


Asal = Sumber | list[Sumber] | None
"""One source, or a list with one entry per page where a row or table runs over several."""


class Angka(Model):
    """A figure as printed and as read; ``nilai`` is null where the text cannot be read as a number."""

    mentah: str
    nilai: Bilangan | None = None
    satuan: str | None = None
    sumber: Asal = None


class Target(Model):
    """A target, realisation or achievement: a percent, number, predicate or quantity with its unit."""

    mentah: str
    jenis: Literal["persen", "angka", "predikat", "jumlah", "kosong", "lain"]
    nilai: str | Bilangan | None = None
    satuan: str | None = None

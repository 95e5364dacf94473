"""Everything about one body in one year, the years before and after it included."""

from dataclasses import dataclass
from functools import lru_cache

from corpus.acak import rng
from corpus.fakta.anggaran import Anggaran, draw_budget
from corpus.fakta.badan import Badan, draw_body
from corpus.fakta.kinerja import Sasaran, draw_goals, draw_unit_goals
from corpus.fakta.orang import Kepegawaian, draw_staff


@dataclass(frozen=True, slots=True)
class TahunBadan:
    """A satker-year. ``lalu`` is last year's budget, ``dua_lalu`` that of the year before it."""

    seed: int
    nomor: int
    badan: Badan
    tahun: int
    sasaran: tuple[Sasaran, ...]
    sasaran_unit: tuple[tuple[Sasaran, ...], ...]
    anggaran: Anggaran
    lalu: Anggaran
    dua_lalu: Anggaran
    kepegawaian: Kepegawaian
    tanggal_laporan: str
    """ISO date on which the report is signed, in the year after."""
    tanggal_pk: str
    tanggal_revisi: str
    tanggal_pk_depan: str


@lru_cache(maxsize=64)
def _budget(seed: int, satker: int, year: int) -> Anggaran:
    return draw_budget(seed, satker, draw_body(seed, satker), year)


def facts_of(seed: int, satker: int, year: int) -> TahunBadan:
    """The facts of a satker-year; figures of another year quoted in it are the facts of that year."""
    body = draw_body(seed, satker)
    draw = rng(seed, satker, year, "tanggal")
    return TahunBadan(
        seed=seed,
        nomor=satker,
        badan=body,
        tahun=year,
        sasaran=draw_goals(seed, satker, body),
        sasaran_unit=draw_unit_goals(seed, satker, body),
        anggaran=_budget(seed, satker, year),
        lalu=_budget(seed, satker, year - 1),
        dua_lalu=_budget(seed, satker, year - 2),
        kepegawaian=draw_staff(seed, satker, body, year),
        tanggal_laporan=f"{year + 1}-{draw.choice(('01', '01', '02'))}-{draw.randint(4, 28):02}",
        tanggal_pk=f"{year}-01-{draw.randint(2, 29):02}",
        tanggal_revisi=f"{year}-{draw.choice(('07', '08', '09', '10', '11'))}-{draw.randint(1, 28):02}",
        tanggal_pk_depan=f"{year + 1}-01-{draw.randint(2, 30):02}",
    )

"""Where the reports of a corpus come from."""

from dataclasses import replace

from corpus.naskah import Report
from corpus.sampel_build import bundle, dinas, lkj


def report_of(seed: int, satker: int, year: int, size: str) -> Report:
    """The report of a satker's year; the same arguments give the same report."""
    made = (lkj, dinas, bundle)[(satker + year) % 3].report()
    return replace(made, name=f"{satker:04}-{year}", truth={**made.truth, "benih": seed, "ukuran": size})

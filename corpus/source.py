"""Where the reports of a corpus come from."""

from corpus.acak import rng
from corpus.isi import report
from corpus.naskah import Report


def report_of(seed: int, satker: int, year: int, size: str) -> Report:
    """The report of a satker's year; without a size it is drawn. The same arguments give the same report."""
    return report(seed, satker, year, size or rng(seed, satker, year, "ukuran").choices(("small", "normal", "large"), (3, 5, 2))[0])

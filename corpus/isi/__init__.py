"""From facts to a report: draws of a layout family, drafts, printed blocks and the truth that goes with them."""

from corpus.isi.laporan import report

__all__ = ["report"]

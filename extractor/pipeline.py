"""One document from file to result: the stages in order."""

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

from extractor.claims.passages import passages
from extractor.claims.reader import ClaimsReader, read_here
from extractor.identity import identify
from extractor.identity.sheet import sheet_of
from extractor.meanwhile import Meanwhile, in_turn
from extractor.mentions.read import read_mentions
from extractor.model import LaporanDokumen
from extractor.reading import read
from extractor.records.collect import collect
from extractor.records.registry import SPECS
from extractor.report import Parts, compose
from extractor.segmenting import segment
from extractor.tables.build import build_tables
from extractor.tables.strewn import gathered


def _untold(stage: str) -> None:
    """Nobody asks which stage begins."""


def extract(
    path: str | Path,
    reader: ClaimsReader = read_here,
    *,
    meanwhile: Meanwhile = in_turn,
    tell: Callable[[str], object] = _untold,
    pages: int | None = None,
) -> LaporanDokumen:
    """Reads one report (.pdf, .txt, .md) into the contract; ``reader`` and ``meanwhile`` may use other processes.

    ``tell`` is told each stage as it begins; a report of more than ``pages`` pages is refused.
    Raises :class:`extractor.UnreadableInput` where the file is at fault: it says what is wrong and what to do.
    """
    tell("reading")
    document = gathered(read(Path(path), pages), SPECS)
    tell("segmenting")
    segmentation = segment(document)
    sheet = cache(partial(sheet_of, document))
    identified, mentioned = meanwhile(lambda: identify(document, sheet=sheet()), lambda: read_mentions(document, segmentation, sheet()))
    tell("tables")
    flow = build_tables(document, SPECS, segmentation)
    tell("identity")
    identity = identified()
    tell("claims")
    told = tuple(passages(document, flow, segmentation))
    claims = reader(told, identity.year)
    tell("records")
    records = collect(flow, document.id, identity)
    tell("mentions")
    mentions = mentioned()
    tell("claims")
    return compose(Parts(document, segmentation, flow, identity, records, claims(), mentions, told))

"""One document from file to result: the stages in order."""

from pathlib import Path

from extractor.claims.passages import passages
from extractor.claims.reader import ClaimsReader, read_here
from extractor.identity import identify
from extractor.mentions.read import read_mentions
from extractor.model import LaporanDokumen
from extractor.reading import read
from extractor.records.collect import collect
from extractor.records.registry import SPECS
from extractor.report import Parts, compose
from extractor.segmenting import segment
from extractor.tables.build import build_tables


def extract(path: str | Path, reader: ClaimsReader = read_here) -> LaporanDokumen:
    """Reads one report (.pdf, .txt, .md) into the contract; ``reader`` may read the claims meanwhile, in a process of its own.

    Raises :class:`extractor.UnreadableInput` where the file is at fault: it says what is wrong and what to do.
    """
    document = read(Path(path))
    segmentation = segment(document)
    flow = build_tables(document, SPECS, segmentation)
    identity = identify(document)
    claims = reader(tuple(passages(document, flow, segmentation)), identity.year)
    records = collect(flow, document.id, identity)
    mentions = read_mentions(document)
    return compose(Parts(document, segmentation, flow, identity, records, claims(), mentions))

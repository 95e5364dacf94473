"""One document from file to result: the stages in order."""

from pathlib import Path

from extractor.claims.read import read_claims
from extractor.identity import identify
from extractor.model import LaporanDokumen
from extractor.reading import read
from extractor.records.collect import collect
from extractor.records.registry import SPECS
from extractor.report import Parts, compose
from extractor.segmenting import segment
from extractor.tables.build import build_tables


def extract(path: str | Path) -> LaporanDokumen:
    """Reads one report (.pdf, .txt, .md) into the contract.

    Raises :class:`extractor.UnreadableInput` where the file is at fault: it says what is wrong and what to do.
    """
    document = read(Path(path))
    segmentation = segment(document)
    flow = build_tables(document, SPECS, segmentation)
    identity = identify(document)
    records = collect(flow, document.id, identity)
    claims = read_claims(document, flow, segmentation, identity.year)
    return compose(Parts(document, segmentation, flow, identity, records, claims))

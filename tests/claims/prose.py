"""Claims of a text written into a test."""

from extractor.claims.claim import Claim
from extractor.claims.passages import passages
from extractor.claims.read import read_claims
from extractor.reading.document import Document, Line, Page, Place
from extractor.segmenting import Segmentation


def claims_of(*lines: str, year: int = 2024) -> list[Claim]:
    """The claims of a document of these lines; an empty line parts paragraphs."""
    printed = []
    gap = 0.0
    for number, text in enumerate(lines, start=1):
        if text:
            printed.append(Line(text, Place(None, (number, number)), gap=gap))
        gap = 0.0 if text else 1.0
    document = Document("laporan.txt", "0" * 64, "teks", [Page(1, list(printed))])
    return read_claims(passages(document, printed, Segmentation()), year)

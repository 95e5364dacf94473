"""The tree of chapters as the contract states it."""

from extractor.model import Bab
from extractor.segmenting.chapter import Chapter, Segmentation
from extractor.sources import source_at


def to_bab(segmentation: Segmentation, document_id: str) -> list[Bab]:
    """The chapters of one document as ``Bab`` models, with the places of their headings."""
    return [_bab(chapter, document_id) for chapter in segmentation.chapters]


def _bab(chapter: Chapter, document_id: str) -> Bab:
    sources = [source_at(document_id, place) for place in chapter.places]
    return Bab(
        dokumen=document_id,
        tingkat=chapter.level,
        nomor=chapter.number,
        judul=chapter.title,
        sumber=sources[0] if len(sources) == 1 else sources,
        anak=[_bab(child, document_id) for child in chapter.children],
    )

"""From the running text of a document to its claims."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from extractor.claims.anchors import is_stated
from extractor.claims.claim import Claim, Kind, Subject
from extractor.claims.figures import find_figures
from extractor.claims.language import pipeline
from extractor.claims.nlp import Doc, Span
from extractor.claims.passages import Passage, passages
from extractor.claims.phrases import name_length
from extractor.claims.roles import bonds_of
from extractor.claims.subjects import Topic, named_in, subject_of, unit_of
from extractor.claims.tokens import figures_of
from extractor.claims.years import Spoken, year_of
from extractor.reading.document import Document
from extractor.segmenting import Segmentation
from extractor.tables.table import Item

_UNITS: Final[dict[Kind, str]] = {"rupiah": "rupiah", "persen": "%"}
_MARK: Final = "RrPpIiDd. ,:;("
"""What may stand before the digits of an amount: a figure's place is that of its digits."""


def read_claims(document: Document, flow: Sequence[Item], segmentation: Segmentation, year: int | None) -> list[Claim]:
    """The figures stated in the prose of a document, in printed order; ``year`` is the reporting year."""
    reader = _Reader(year)
    return [claim for passage in passages(document, flow, segmentation) for claim in reader.read(passage)]


@dataclass(slots=True)
class _Reader:
    """What was spoken of so far."""

    year: int | None
    groups: int = 0
    topic: Topic = field(default_factory=Topic)
    spoken: Spoken = field(default_factory=lambda: Spoken(None, "report"))

    def read(self, passage: Passage) -> Iterator[Claim]:
        """The claims of the next paragraph."""
        self.topic, self.spoken = replace(self.topic, subject=None), Spoken(self.year, "report")
        if not find_figures(passage.text):
            self._name(passage.text)
            return
        doc = pipeline()(passage.text)
        partners = sorted({bond.partner for bond in bonds_of(doc).values()})
        groups = {partner: self.groups + i for i, partner in enumerate(partners)}
        self.groups += len(partners)
        for sentence in doc.sents:
            inside = [i for i in figures_of(doc) if sentence.start <= i < sentence.end]
            for order, index in enumerate(inside):
                if is_stated(sentence, index):
                    clause = _clause(sentence, inside, order)
                    yield self._claim(passage, sentence, index, clause, groups[bonds_of(doc)[index].partner])
            self._name(sentence.text)

    def _name(self, text: str) -> None:
        self.topic = replace(self.topic, named=named_in(text) or self.topic.named)

    def _claim(self, passage: Passage, sentence: Span, index: int, clause: tuple[int, int], group: int) -> Claim:
        doc = sentence.doc
        figure, bond = figures_of(doc)[index], bonds_of(doc)[index]
        said = year_of(doc, index, clause, self.spoken, self.year)
        about = self._about(doc, index, clause)
        self.spoken = replace(said, basis="report" if said.basis == "report" else "context")
        self.topic = replace(self.topic, subject=about)
        start = figure.start + len(figure.raw) - len(figure.raw.lstrip(_MARK))
        return Claim(
            kind=figure.kind, raw=figure.raw, value=figure.value, unit=_UNITS.get(figure.kind) or unit_of(doc, index), words=figure.words,
            subject=about, year=said.year, year_basis=said.basis, role=bond.role, group=group, trend=bond.trend, sentence=sentence.text,
            chapter=passage.chapter, position=passage.positions[passage.line_at(start)], places=passage.places_of(start, figure.end),
        )  # fmt: skip

    def _about(self, doc: Doc, index: int, clause: tuple[int, int]) -> Subject:
        """The subject; figures that are compared measure the same, and a share of what was spent is the absorption of the budget."""
        about = subject_of(doc, index, figures_of(doc)[index], clause, self.topic)
        bond, before = bonds_of(doc)[index], self.topic.subject
        if before is None or bond.role is None:
            return about
        if bond.role == "share" and before.measure == "realisasi":
            return replace(about, measure="penyerapan")
        return replace(about, measure=before.measure) if about.measure is None and bond.partner != index else about


def _clause(sentence: Span, inside: Sequence[int], order: int) -> tuple[int, int]:
    """The tokens that may speak of a figure: from the figure before it, and what that counts, to the one behind it.

    What stands behind its share ("Rp 9 atau 90% untuk …") speaks of it too.
    """
    doc = sentence.doc
    start = sentence.start
    if order:
        start = inside[order - 1] + 1
        counts = figures_of(doc)[start - 1].kind == "jumlah"
        start += name_length(list(doc[start : inside[order]])) if counts else 0
    following = [*inside[order + 1 :], sentence.end]
    share = bonds_of(doc).get(following[0])
    shared = share is not None and share.role == "share" and share.partner == inside[order]
    return start, following[1] if shared else following[0]

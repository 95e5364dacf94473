"""From the running text of a document to its claims."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from extractor.claims.anchors import is_stated
from extractor.claims.claim import Claim, Kind, Subject
from extractor.claims.figures import find_figures
from extractor.claims.grouping import grouped, with_lists
from extractor.claims.language import pipeline
from extractor.claims.nlp import Doc, Span
from extractor.claims.passage import Passage
from extractor.claims.phrases import name_length, tells
from extractor.claims.roles import bonds_of, root_of
from extractor.claims.subjects import Topic, named_in, subject_of, unit_of
from extractor.claims.tokens import figures_of
from extractor.claims.years import Spoken, year_of

_UNITS: Final[dict[Kind, str]] = {"rupiah": "rupiah", "persen": "%"}
_MARK: Final = "RrPpIiDd. ,:;("
"""What may stand before the digits of an amount: a figure's place is that of its digits."""


def read_claims(passages: Iterable[Passage], year: int | None) -> list[Claim]:
    """The figures stated in the prose of a document, in printed order; ``year`` is the reporting year."""
    reader = _Reader(year)
    claims = with_lists([(passage, list(reader.read(passage))) for passage in passages])
    numbers = {group: number for number, group in enumerate(dict.fromkeys(claim.group for claim in claims))}
    return [replace(claim, group=numbers[claim.group]) for claim in claims]


@dataclass(slots=True)
class _Reader:
    """What was spoken of so far."""

    year: int | None
    groups: int = 0
    topic: Topic = field(default_factory=Topic)
    spoken: Spoken = field(default_factory=lambda: Spoken(None, "report"))

    def read(self, passage: Passage) -> Iterator[Claim]:
        """The claims of the next paragraph."""
        self.topic, self.spoken = Topic(named=self.topic.named), Spoken(self.year, "report")
        if not find_figures(passage.text):
            self._name(passage.text)
            return
        doc = pipeline()(passage.text)
        found = [claim for sentence in doc.sents for claim in self._sentence(passage, sentence)]
        self.groups += len(doc)
        yield from grouped(found)

    def _sentence(self, passage: Passage, sentence: Span) -> Iterator[Claim]:
        doc, bonds = sentence.doc, bonds_of(sentence.doc)
        inside = [i for i in bonds if sentence.start <= i < sentence.end]
        read = sentence.start
        for order, index in enumerate(inside):
            if is_stated(sentence, index):
                self._name(doc[read:index].text)
                read = index
                yield self._claim(passage, sentence, index, _clause(sentence, inside, order), self.groups + root_of(bonds, index))
        self._name(doc[read : sentence.end].text)

    def _name(self, text: str) -> None:
        """Take note of a program, kegiatan, indicator or sasaran that is named."""
        named = named_in(text)
        if named:
            self.topic = replace(self.topic, named=named, near=named)

    def _claim(self, passage: Passage, sentence: Span, index: int, clause: tuple[int, int], group: int) -> Claim:
        doc = sentence.doc
        figure, bond = figures_of(doc)[index], bonds_of(doc)[index]
        said = year_of(doc, index, clause, self.spoken, self.year)
        about = self._about(doc, index, clause)
        self.spoken = replace(said, basis="report" if said.basis == "report" else "context")
        near = about.text if figure.kind != "jumlah" and tells(about.text) else self.topic.near
        self.topic = replace(self.topic, subject=about, near=near)
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
        if bond.role == "share" and bond.partner != index:
            return replace(before, measure="penyerapan" if before.measure == "realisasi" else about.measure)
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

"""Who made a document, about which year, and who signed it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from extractor.identity.agreements import Agreement, find_agreements
from extractor.identity.codes import satker_code
from extractor.identity.kinds import Title, first_chapter, kinds_of, titles
from extractor.identity.positions import same_position
from extractor.identity.satker import Found, find_body
from extractor.identity.sheet import Sheet, sheet_of
from extractor.identity.signatures import RANK, Signature, Signer, joined_names, signatures
from extractor.identity.words import fold, squeeze, title_case
from extractor.identity.year import reporting_year
from extractor.model import JenisDokumen, Tingkat
from extractor.reading.document import Document
from extractor.segmenting import Segmentation
from extractor.values.nip import read_nip

APPENDIX_AFTER_TITLE = 90
"""Lines after the title of an agreement or plan in which a signature belongs to it."""


@dataclass(frozen=True, slots=True)
class Identity:
    name: str | None
    """Normal form ("KPU Kabupaten X"); None where the document names no body."""
    level: Tingkat
    region: str | None
    """Without "Kabupaten" or "Kota"."""
    province: str | None
    region_code: str | None
    satker_code: str | None
    confidence: float
    """0..1, of the body."""
    year: int | None
    year_confidence: float
    kinds: list[JenisDokumen] = field(default_factory=list)
    place: str | None = None
    date: str | None = None
    """ISO 8601 of the document's own signature, perhaps without day or month."""
    signers: list[Signer] = field(default_factory=list)


def identify(document: Document, segmentation: Segmentation | None = None, sheet: Sheet | None = None) -> Identity:
    """What a document says of its origin; where it says nothing the fields are None and the confidences 0.

    ``segmentation`` are the document's chapters where they are known; without it they are looked for by their usual titles.
    ``sheet`` is that of the document where it is made already.
    A report's place and date are those of its foreword or closing chapter, not of the agreements it appends; a bundle's those of its
    first signature. The reporting year of a report signed in January is the year before.
    """
    sheet = sheet or sheet_of(document)
    found_titles = list(titles(sheet))
    chapter = _first_chapter(sheet, segmentation)
    kinds = kinds_of(sheet, found_titles, chapter is not None, fold(document.name))
    agreements = find_agreements([block for _, block in document.blocks()])
    signed = signatures(sheet)
    chosen = _own_signature(signed, found_titles, kinds, chapter)
    signers = _signers(sheet, kinds, chosen, signed, agreements)
    place, date = _place_and_date(kinds, chosen, agreements)
    year, year_confidence = reporting_year(sheet, found_titles, kinds, [date] if date else [], document.name)
    posts = [s.position for s in signers if s.position] + [a.first.position for a in agreements if a.first.position]
    return _identity(
        find_body(sheet, found_titles, posts, document.name), satker_code(sheet), (year, year_confidence), kinds, place, date, signers
    )


def _identity(
    found: Found | None,
    code: str | None,
    year: tuple[int | None, float],
    kinds: list[JenisDokumen],
    place: str | None,
    date: str | None,
    signers: list[Signer],
) -> Identity:
    body = found.body if found else None
    region = body.region if body else None
    return Identity(
        name=body.name if body else None,
        level=body.level if body else "lain",
        region=region.name if region else None,
        province=region.province if region else None,
        region_code=region.code if region else None,
        satker_code=code,
        confidence=found.confidence if found else 0.0,
        year=year[0],
        year_confidence=year[1],
        kinds=kinds,
        place=_place_name(place) if place else None,
        date=date,
        signers=signers,
    )


def _place_name(place: str) -> str:
    """A place as printed, in title case where it stands in capitals."""
    return place.title() if place.isupper() else place


def _first_chapter(sheet: Sheet, segmentation: Segmentation | None) -> int | None:
    """The line of the first chapter heading; None where the document has no chapters."""
    found = next((c.start for c in segmentation.chapters if c.level == 1), None) if segmentation else None
    if found is None:
        return first_chapter(sheet)
    return next((number for number, line in enumerate(sheet.lines) if line.block >= found and not line.furniture), None)


def _own_signature(
    signed: Sequence[Signature], found_titles: Sequence[Title], kinds: Sequence[JenisDokumen], chapter: int | None
) -> Signature | None:
    """The signature of the document itself: a report's stands in its foreword or its closing chapter, not under an agreement or plan."""
    if not signed or "lkj" not in kinds:
        return signed[0] if signed else None
    parts = [title.line for title in found_titles if title.kind != "lkj"]
    latest = max(signature.date[:4] for signature in signed)

    def rank(signature: Signature) -> tuple[int, int, int]:
        own = not any(0 <= signature.line - line <= APPENDIX_AFTER_TITLE for line in parts)
        foreword = chapter is not None and signature.line < chapter
        return 2 * own + 2 * foreword + (signature.date[:4] == latest), len(signature.date), -signature.line

    best = max(signed, key=rank)
    return best if rank(best)[0] >= 2 or chapter is None else None


def _place_and_date(
    kinds: Sequence[JenisDokumen], chosen: Signature | None, agreements: Sequence[Agreement]
) -> tuple[str | None, str | None]:
    if chosen:
        return chosen.place, chosen.date
    if "lkj" not in kinds:
        for agreement in agreements:
            if agreement.date:
                return agreement.place, agreement.date
    return None, None


def _signers(
    sheet: Sheet, kinds: Sequence[JenisDokumen], chosen: Signature | None, signed: Sequence[Signature], agreements: Sequence[Agreement]
) -> list[Signer]:
    """Who signed: of a report the one under its foreword, of agreements both parties of the first, of other bundles all."""
    if "lkj" in kinds:
        return [s for s in (_known(signer, agreements) for signer in (chosen.signers if chosen else ())) if s.name]
    if agreements and kinds[:1] == ["pk"]:
        parties = [p for p in (agreements[0].second, agreements[0].first) if p and p.name]
        numbers = _numbers(sheet)
        return [Signer(p.name, title_case(p.position) if p.position else None, numbers.get(squeeze(p.name))) for p in parties if p.name]
    return joined_names([signer for signature in signed for signer in signature.signers])


def _known(signer: Signer, agreements: Sequence[Agreement]) -> Signer:
    """A signer whose name the stamp or the OCR spoilt, by the party of an agreement that holds the same post."""
    for agreement in agreements:
        for party in (agreement.first, agreement.second):
            if party and party.name and same_position(party.position, signer.position):
                near = not signer.name or 60 <= fuzz.ratio(squeeze(party.name), squeeze(signer.name)) < 100
                return Signer(party.name, signer.position, signer.nip) if near else signer
    return signer


def _numbers(sheet: Sheet) -> dict[str, str]:
    """NIP by squeezed name: the name is the nearest line above that is not a rank."""
    found: dict[str, str] = {}
    for number, line in enumerate(sheet.lines):
        nip = read_nip(line.text) if "NIP" in sheet.folded[number] else None
        above = [other.text for other in sheet.lines[max(0, number - 4) : number] if not RANK.match(other.text) and other.text.strip()]
        if nip and above:
            found.setdefault(squeeze(above[-1]), nip)
    return found

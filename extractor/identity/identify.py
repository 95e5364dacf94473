"""Who made a document, about which year, and who signed it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from extractor.identity.agreements import Agreement, find_agreements
from extractor.identity.codes import satker_code
from extractor.identity.kinds import CHAPTER, CONTENTS_LINE, Title, kinds_of, titles
from extractor.identity.positions import same_position
from extractor.identity.satker import Found, find_body
from extractor.identity.sheet import Sheet, sheet_of
from extractor.identity.signatures import RANK, Signature, Signer, joined_names, signatures
from extractor.identity.words import squeeze, title_case
from extractor.identity.year import reporting_year
from extractor.model import JenisDokumen, Tingkat
from extractor.reading.document import Document
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


def identify(document: Document) -> Identity:
    """What a document says of its origin; where it says nothing the fields are None and the confidences 0.

    A report's place and date are those of its foreword or closing chapter, not of the agreements it appends; a bundle's those of its
    first signature. The reporting year of a report signed in January is the year before.
    """
    sheet = sheet_of(document)
    found_titles = list(titles(sheet))
    kinds = kinds_of(sheet, found_titles, document.name.upper())
    agreements = find_agreements([block for _, block in document.blocks()])
    signed = signatures(sheet)
    chosen = _own_signature(sheet, signed, found_titles, kinds)
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


def _own_signature(
    sheet: Sheet, signed: Sequence[Signature], found_titles: Sequence[Title], kinds: Sequence[JenisDokumen]
) -> Signature | None:
    """The signature of the document itself: a report's is not under an agreement or plan, and rather early or late than in between."""
    if not signed:
        return None
    if "lkj" not in kinds:
        return signed[0]
    first_chapter = _first_chapter(sheet)
    parts = [t.line for t in found_titles if t.kind != "lkj"]
    latest = max(s.date[:4] for s in signed)

    def rank(signature: Signature) -> tuple[int, int, int]:
        appended = any(0 <= signature.line - line <= APPENDIX_AFTER_TITLE for line in parts)
        foreword = first_chapter is not None and signature.line < first_chapter
        return (2 * (not appended) + 2 * foreword + (signature.date[:4] == latest), len(signature.date), -signature.line)

    best = max(signed, key=rank)
    return best if rank(best)[0] >= 2 or first_chapter is None else None


def _first_chapter(sheet: Sheet) -> int | None:
    """The line of the first chapter heading that is not in the table of contents."""
    for number, (line, folded) in enumerate(zip(sheet.lines, sheet.folded, strict=True)):
        if not line.table and not line.furniture and CHAPTER.match(folded.strip()) and not CONTENTS_LINE.search(line.text):
            return number
    return None


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

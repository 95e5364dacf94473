"""From claims to the contract's ``Klaim``."""

from extractor.claims.claim import Claim
from extractor.model import Klaim, Terbilang
from extractor.records.context import Context


def to_klaim(claim: Claim, context: Context) -> Klaim:
    """A claim as the output carries it; a figure that cannot be read stays raw and is counted."""
    source = context.source(claim.places)
    return Klaim(
        jenis=claim.kind,
        nilai=context.figure(claim.raw, claim.value, claim.unit, source),
        terbilang=Terbilang(mentah=claim.words.raw, nilai=claim.words.value) if claim.words else None,
        subjek=claim.subject.text or None,
        kalimat=claim.sentence,
        sumber=source,
    )

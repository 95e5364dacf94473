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
        kunci=claim.subject.key or None,
        ukuran=claim.subject.measure,
        cakupan=claim.subject.scope,
        kode=claim.subject.code,
        tahun=claim.year,
        dasar_tahun=claim.year_basis,
        peran=claim.role,
        kelompok=claim.group,
        arah=claim.trend,
        kalimat=claim.sentence,
        sumber=source,
    )

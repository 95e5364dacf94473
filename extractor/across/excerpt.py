"""What one satker-year offers to be compared with: small enough that those of thousands can be gone through."""

from extractor.checks.case import Case
from extractor.checks.views.statements import statements
from extractor.model import Banding, LaporanSatker, Paragraf
from extractor.report import slug


def excerpt(given: LaporanSatker | Case) -> Banding:
    """The figures that a satker-year states of its own year, and its telling paragraphs."""
    case = given if isinstance(given, Case) else Case(given)
    report, said = case.report, case.view(statements)
    counted = [document for document in report.dokumen if document.peran == "utama"]
    return Banding(
        slug=slug(report.satker),
        satker=report.satker,
        tahun=report.tahun,
        tanggal=max((document.tanggal for document in counted if document.tanggal), default=None),
        berkas={document.id: document.berkas for document in report.dokumen},
        tahun_lalu=sorted({item.tahun for item in said if report.tahun is not None and item.tahun < report.tahun}),
        pernyataan=[item for item in said if item.tahun == report.tahun],
        paragraf=_different([part for document in counted if document.sidik for part in document.sidik.paragraf]),
    )


def _different(parts: list[Paragraf]) -> list[Paragraf]:
    """The first of each."""
    return list({part.hash: part for part in reversed(parts)}.values())[::-1]

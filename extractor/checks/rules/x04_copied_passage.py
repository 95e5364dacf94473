"""X04: passages copied from another satker's report."""

from collections.abc import Iterator
from typing import Final

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, Finding, Holds, Outcome, sources_of
from extractor.checks.registry import check
from extractor.checks.samples import neighbour, with_text
from extractor.checks.show import short
from extractor.checks.views.members import kind_of
from extractor.fingerprint import likeness, size
from extractor.identity.regions import gazetteer
from extractor.model import Banding, Paragraf, Satker
from extractor.paragraphs import LEAST_FIGURES, SAMPLE

ALIKE: Final = 0.75
"""Share of runs of three words that a paragraph and its copy have in common; a figure or a name put in costs a few of them."""
_LEFT: Final = (
    "KPU Kabupaten Sleman menyelenggarakan tiga belas kali sosialisasi tatap muka bagi pemilih pemula di sekolah selama masa kampanye."
)
_OWN: Final = Satker(nama="KPU Kabupaten Bantul", tingkat="kabupaten", wilayah="Bantul", kode_wilayah="34.02", keyakinan=1)
_OTHER: Final = Satker(nama="KPU Kabupaten Sleman", tingkat="kabupaten", wilayah="Sleman", kode_wilayah="34.04", keyakinan=1)


def _example(text: str) -> Case:
    """A report with this paragraph beside that of the satker that told it first."""
    return Case(with_text(text, satker=_OWN), [neighbour(with_text(_LEFT, satker=_OTHER))])


@check(
    "X04", "copied_passage", "peringatan", "Alinea tersalin dari laporan satker lain",
    wrong=lambda: _example(_LEFT), right=lambda: _example(_LEFT.replace("Sleman", "Bantul")), across=True,
)  # fmt: skip
def copied_passage(case: Case) -> Iterator[Outcome]:
    """A passage is copied from another satker's report.

    Compares: every paragraph that names another kabupaten or kota, and not the satker's own, with the paragraphs of the report
        of that kabupaten's body of the same kind; every long paragraph with figures with those of all other reports.
    Rule: PermenPANRB 53/2014: a report tells what its own unit did and reached.
    Tolerance: a paragraph counts as copied with another's name where three quarters of its runs of three words are that
        body's, figures aside; without a name only where it is the same word by word, figures included, each body's own name
        aside. Paragraphs that more than three satkers print are common wording. Figures of a province or the nation, round
        figures, years and numbers of laws do not count. Of two equal paragraphs that of the later report is named.
    Wrong: a paragraph of KPU Kabupaten Sleman, word by word, in the report of KPU Kabupaten Bantul.
    Right: the satker's own name in it.
    Repair: none: what the satker itself did is not in the report.
    """
    own = [part for document in case.report.dokumen if document.sidik and document.peran == "utama" for part in document.sidik.paragraf]
    others = [other for other in case.others if other.satker.nama != case.report.satker.nama]
    for part in {part.hash: part for part in reversed(own)}.values():
        if part.hash in case.common:
            continue
        found = _left_in(part, case, others) or _word_by_word(part, case, others)
        if found is not None:
            yield found
        elif others:
            yield Holds()


def _left_in(part: Paragraf, case: Case, others: list[Banding]) -> Finding | None:
    """The paragraph names another body's region and is that body's."""
    satker = case.report.satker
    if len(part.wilayah) != 1 or satker.kode_wilayah is None or part.wilayah[0].startswith(satker.kode_wilayah):
        return None
    code = part.wilayah[0]
    for other in others:
        if other.satker.kode_wilayah == code and kind_of(other.satker) == kind_of(satker):
            twin = max((each for each in other.paragraf if code in each.wilayah), key=lambda each: _likeness(part, each), default=None)
            if twin is not None and _likeness(part, twin) >= ALIKE:
                return _finding(part, twin, other, _name(code))
    return None


def _word_by_word(part: Paragraf, case: Case, others: list[Banding]) -> Finding | None:
    """The paragraph, with figures that two bodies hardly share, stands in another report."""
    if part.angka < LEAST_FIGURES:
        return None
    for other in others:
        twin = next((each for each in other.paragraf if each.hash == part.hash), None)
        if twin is not None and not _above(case.report.satker, other.satker) and _came_first(other, case):
            return _finding(part, twin, other, None)
    return None


def _likeness(one: Paragraf, other: Paragraf) -> float:
    return 0.0 if min(size(one.sampel), size(other.sampel)) == 0 else likeness(one.sampel, other.sampel, SAMPLE)[0]


def _above(one: Satker, other: Satker) -> bool:
    """Whether one of the two is of the other's province, which may tell of it."""
    a, b = one.kode_wilayah or "", other.kode_wilayah or ""
    return a.startswith(f"{b}.") or b.startswith(f"{a}.")


def _came_first(other: Banding, case: Case) -> bool:
    """Whether the other report is not the later one, as far as years and dates tell."""
    dates = [document.tanggal for document in case.report.dokumen if document.tanggal and document.peran == "utama"]
    own, theirs = max(dates, default=None), other.tanggal
    if other.tahun != case.report.tahun:
        return (other.tahun or 0) < (case.report.tahun or 0)
    return own is None or theirs is None or theirs <= own


def _name(code: str) -> str:
    return next((region.full for region in gazetteer().regions if region.code == code), code)


def _finding(part: Paragraf, twin: Paragraf, other: Banding, left: str | None) -> Finding:
    text, whose = short(part.teks), f"{other.satker.nama} {other.tahun}"
    why = (f" dan masih menyebut {left}", f" and still names {left}") if left else (" beserta angkanya", ", figures included")
    places = sources_of(twin.sumber)
    file = other.berkas.get(places[0].dokumen) if places else None
    return Finding(
        id=f"Alinea “{text}” sama dengan alinea dalam laporan {whose}{why[0]}.",
        en=f"The paragraph “{text}” is one of the report of {whose}{why[1]}.",
        evidence=(Evidence(part.teks, part.sumber), Evidence(twin.teks, twin.sumber, file=file)), stated=part.teks, computed=None,
    )  # fmt: skip

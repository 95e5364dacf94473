"""What was found in a satker-year, given back to the documents in which it was found."""

import re
from collections.abc import Iterable, Sequence
from functools import reduce
from typing import Final

from extractor.model import LaporanDokumen, LaporanSatker, Rekonsiliasi, Temuan

_ENTRY: Final = re.compile(r"(?P<list>(?:/[a-z_]+)+)/(?P<at>\d+)(?P<rest>/.*)?")
"""A JSON pointer into one of the lists of a report."""


def apportioned(whole: LaporanSatker, documents: Iterable[LaporanDokumen]) -> list[LaporanDokumen]:
    """The documents that ``whole`` was merged from, by their ids, each as if the findings and proposals had been made in it.

    A finding is in every document that holds evidence of it, a proposal in the one whose figure it concerns, where ``jalur``
    points then; what a document does not hold, nothing in it refers to. One in whose stead another counts has none: its
    ``peran`` and ``rujukan`` say so.
    """
    placed = {document.id: document for document in whole.dokumen}
    ordered = sorted(documents, key=lambda report: report.dokumen[0].id)
    before: list[LaporanDokumen] = []
    shares = []
    for report in ordered:
        own = placed[report.dokumen[0].id]
        counts = own.peran == "utama"
        findings, proposals = _share(whole, report, before) if counts else ([], [])
        shares.append(report.model_copy(update={"dokumen": [own], "temuan": findings, "rekonsiliasi": proposals}))
        before += [report] if counts else []
    return shares


def _share(whole: LaporanSatker, report: LaporanDokumen, before: Sequence[LaporanDokumen]) -> tuple[list[Temuan], list[Rekonsiliasi]]:
    document = report.dokumen[0].id
    found = {one.id: one for one in whole.temuan if any(piece.dokumen == document for piece in one.bukti)}
    proposals = [
        entry.model_copy(update={"jalur": path, "temuan": [name for name in entry.temuan if name in found]})
        for entry in whole.rekonsiliasi
        if (path := _own_path(entry.jalur, report, before)) is not None and not found.keys().isdisjoint(entry.temuan)
    ]
    known = {entry.id for entry in proposals} | found.keys()
    kept = [
        one.model_copy(update={name: value if (value := getattr(one, name)) in known else None for name in ("sebab", "rekonsiliasi")})
        for one in found.values()
    ]
    return kept, proposals


def _own_path(path: str, report: LaporanDokumen, before: Sequence[LaporanDokumen]) -> str | None:
    """The pointer within the document, whose lists follow those of the documents before it; None where it points into another's."""
    entry = _ENTRY.fullmatch(path)
    if entry is None:  # a figure that stands in no list points nowhere
        return path
    names = entry["list"].split("/")[1:]
    at = int(entry["at"]) - sum(_length(one, names) for one in before)
    return f"{entry['list']}/{at}{entry['rest'] or ''}" if 0 <= at < _length(report, names) else None


def _length(report: LaporanDokumen, names: Sequence[str]) -> int:
    return len(reduce(getattr, names, report))  # type: ignore[arg-type]  # the names lead to a list

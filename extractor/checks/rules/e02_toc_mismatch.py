"""E02: the table of contents against the report."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from extractor.checks.case import Case
from extractor.checks.outcome import Finding, Holds, NotEvaluable, Outcome
from extractor.checks.registry import check
from extractor.checks.samples import chapters, mention, report
from extractor.checks.show import number, short
from extractor.checks.views.contents import Entry, Listing, listings
from extractor.model import LaporanSatker
from extractor.segmenting.wording import squeeze

_LISTS = {"daftar_isi": ("Daftar isi", "The table of contents"), "sistematika": ("Sistematika", 'The "sistematika"')}
_ENDING = 9
_SAME_END = 85
"""Likeness of the last letters of two titles that name one part in other words."""
_SHORTENED = 95
"""Likeness of the common words of two titles from which one is the other shortened, as a "sistematika" may do."""
_FEWEST = 3
"""Entries that must agree before one that does not tells anything."""
_IN_ORDER = 5
"""Entries with pages that must be in order before one that is not tells anything."""
_MOSTLY = 0.6
"""Share of the entries whose pages are off by the same number, the pages in front that are not counted."""


def _example(last: str) -> LaporanSatker:
    listed = [("BAB I PENDAHULUAN", "1"), ("BAB II PERENCANAAN KINERJA", "9"), ("BAB III AKUNTABILITAS KINERJA", "20"), (last, "41")]
    titles = (("I", "PENDAHULUAN"), ("II", "PERENCANAAN KINERJA"), ("III", "AKUNTABILITAS KINERJA"), ("IV", "PENUTUP"))
    return report(bab=chapters(*titles), sebutan=[mention("daftar_isi", text, page, line=at) for at, (text, page) in enumerate(listed, 2)])


@check(
    "E02", "toc_mismatch", "info", "Daftar isi tidak sesuai dengan isi laporan",
    wrong=lambda: _example("BAB V PENUTUP"), right=lambda: _example("BAB IV PENUTUP"),
)  # fmt: skip
def toc_mismatch(case: Case) -> Iterator[Outcome]:
    """The table of contents disagrees with the body.

    Compares: the entries of the table of contents, and the chapters that the "sistematika" announces, with the headings of
        the report: number, title, and for PDFs the page.
    Rule: a table of contents repeats the headings; page numbers run on from the first page that is counted.
    Tolerance: spelling and capitals; a title cut at the end of its line, or shortened in the "sistematika"; sections where the
        list gives chapters only. Pages are compared where most entries are off by one and the same number; else they must not go down.
    Wrong: "BAB V PENUTUP" in the list, BAB IV PENUTUP in the report.
    Right: BAB IV in both.
    Repair: the heading of the report.
    """
    for listing in case.view(listings):
        if len(listing.pairs) < _FEWEST and not (listing.kind == "sistematika" and listing.headings):
            yield NotEvaluable("too few entries are found in the report")
            continue
        yield from _numbers(listing)
        yield from _absent(listing)
        yield from _renamed_front(listing)
        if listing.kind == "daftar_isi":
            yield from _unlisted(listing)
            yield from _pages(listing)


def _numbers(listing: Listing) -> Iterator[Outcome]:
    """Entries whose heading has another number or another title."""
    for entry, heading in listing.pairs:
        if (entry.number and heading.number and entry.number != heading.number) or _longer(entry, heading):
            yield _differs(listing, entry, heading)
        else:
            yield Holds((entry.evidence, heading.evidence))


def _longer(entry: Entry, heading: Entry) -> bool:
    """Whether one title has words that the other lacks, by more than the end of a line may have cut."""
    a, b = entry.title.lower().split(), heading.title.lower().split()
    return len(a) > len(b) and a[: len(b)] == b


def _absent(listing: Listing) -> Iterator[Outcome]:
    """Entries without a heading of their title: renamed where a heading has their number, else a chapter that is not there."""
    known = [entry for entry, _ in listing.pairs]
    taken = [heading for _, heading in listing.pairs]
    numbers = {h.number for h in listing.headings if h.level == 1}
    chapters = {entry.chapter: heading.chapter for entry, heading in listing.pairs if entry.level == 1}
    for entry in listing.entries:
        if entry in known or entry.level == 0 or not entry.number:
            continue
        free = [h for h in listing.headings if h not in taken and h.level == entry.level and h.number == entry.number]
        same = [h for h in free if entry.level == 1 or h.chapter == chapters.get(entry.chapter)]
        if len(same) == 1 and entry.title:
            if listing.kind == "sistematika" and fuzz.token_set_ratio(entry.title.lower(), same[0].title.lower()) >= _SHORTENED:
                continue
            yield _differs(listing, entry, same[0])
        elif entry.level == 1 and entry.number not in numbers and len(numbers) >= _FEWEST:
            yield _differs(listing, entry, next((h for h in listing.headings if h.level == 1 and h not in taken), listing.headings[-1]))


def _renamed_front(listing: Listing) -> Iterator[Outcome]:
    """The one part in front of the chapters that the list names otherwise: "Ringkasan Eksekutif", "IKHTISAR EKSEKUTIF"."""
    known, taken = ([pair[side] for pair in listing.pairs] for side in (0, 1))
    named = [e for e in listing.entries if e.level == 0 and e.chapter < 0 and e not in known]
    there = [h for h in listing.headings if h.level == 0 and h.chapter < 0 and h not in taken]
    pairs = [(e, h) for e in named for h in there if fuzz.ratio(squeeze(e.title)[-_ENDING:], squeeze(h.title)[-_ENDING:]) >= _SAME_END]
    if len(pairs) == 1:
        yield _differs(listing, *pairs[0])


def _unlisted(listing: Listing) -> Iterator[Outcome]:
    """Headings that the list leaves out while it has others of their rank in the same chapter, or in most chapters."""
    taken = [heading for _, heading in listing.pairs]
    ranked = Counter((heading.level, heading.chapter) for heading in taken)
    chapters = sum(1 for level, _ in ranked if level == 2)
    named = {(h.level, h.chapter, e.number) for e, h in listing.pairs} | {(e.level, e.chapter, e.number) for e in listing.entries}
    for heading in listing.headings:
        listed = heading.level == 1 or ranked[heading.level, heading.chapter] or chapters > 1
        if heading.level == 0 or heading in taken or not listed or not heading.number:
            continue
        if (heading.level, heading.chapter, heading.number) in named:
            continue
        yield Finding(
            id=f"{short(heading.label)} tidak tercantum dalam daftar isi.",
            en=f"{short(heading.label)} is not in the table of contents.",
            evidence=(heading.evidence, listing.entries[0].evidence), stated="-", computed=heading.label,
        )  # fmt: skip


def _pages(listing: Listing) -> Iterator[Outcome]:
    """Pages that are off by another number than most."""
    paged = [(e, h, h.page - e.page) for e, h in listing.pairs if e.page is not None and h.page is not None and e.level > 0]
    usual = _usual([off for _, _, off in paged])
    if usual is None:
        yield from _order(listing)
        return
    for entry, heading, off in paged:
        if off == usual or entry.page is None:
            yield Holds((entry.evidence,))
            continue
        right = entry.page + off - usual
        yield Finding(
            id=f"Daftar isi menyebut {short(heading.label)} pada halaman {number(entry.page)}; menurut urutan halamannya {number(right)}.",
            en=f"The table of contents puts {short(heading.label)} on page {number(entry.page)}; by the order it is {number(right)}.",
            evidence=(entry.evidence, heading.evidence), stated=entry.page, computed=right,
        )  # fmt: skip


def _order(listing: Listing) -> Iterator[Outcome]:
    """Where the pages of the body are not known: the one entry whose page is above the next one's, or below that before."""
    paged = [(entry, entry.page) for entry in listing.entries if entry.page is not None and entry.level > 0]
    pages = [page for _, page in paged]
    breaks = [at for at in range(1, len(pages)) if pages[at] < pages[at - 1]]
    if len(breaks) != 1 or len(pages) < _IN_ORDER:
        yield NotEvaluable("the pages of the body are not known") if breaks else Holds()
        return
    at = breaks[0]
    alone = [n for n in (at - 1, at) if pages[:n] + pages[n + 1 :] == sorted(pages[:n] + pages[n + 1 :])]
    for odd in alone[:1]:
        (entry, page), (near, other) = paged[odd], paged[odd - 1 if odd == at else odd + 1]
        yield Finding(
            id=f"Daftar isi menyebut {short(entry.label)} pada halaman {number(page)}, {short(near.label)} pada halaman {number(other)}.",
            en=f"The table of contents puts {short(entry.label)} on page {number(page)}, {short(near.label)} on page {number(other)}.",
            evidence=(entry.evidence, near.evidence), stated=page,
        )  # fmt: skip


def _usual(offsets: Sequence[int]) -> int | None:
    """What most page numbers are off by; None where they do not agree."""
    if len(offsets) < _FEWEST:
        return None
    usual, times = Counter(offsets).most_common(1)[0]
    return usual if times >= _MOSTLY * len(offsets) else None


def _differs(listing: Listing, entry: Entry, heading: Entry) -> Finding:
    names, labels = _LISTS[listing.kind], (short(entry.label), short(heading.label))
    return Finding(
        id=f"{names[0]}: {labels[0]}; dalam naskah: {labels[1]}.",
        en=f"{names[1]}: {labels[0]}; in the report: {labels[1]}.",
        evidence=(entry.evidence, heading.evidence), stated=entry.label, computed=heading.label,
    )  # fmt: skip

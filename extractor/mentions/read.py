"""Finds in the text of a document what checks compare: names that signed, bodies, laws with their years, impossible dates."""

import re
from bisect import bisect_right
from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from extractor.identity.sheet import Sheet, offsets, sheet_of
from extractor.identity.signatures import signatures
from extractor.mentions.contents import read_captions, read_contents
from extractor.mentions.grades import graded
from extractor.mentions.names import misspelled
from extractor.mentions.small import printed, small
from extractor.mentions.years import tied_years
from extractor.model import Asal, Sebutan, Sumber
from extractor.reading.document import Document, Line, Place
from extractor.segmenting import Segmentation
from extractor.sources import source_at

_MONTHS: Mapping[str, int] = MappingProxyType({
    name: number for number, names in enumerate(
        ("januari", "februari pebruari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november nopember",
         "desember"), start=1)
    for name in names.split()
})  # fmt: skip
_DATE = re.compile(rf"(?P<day>[0-9](?<![0-9.,/-].)[0-9]?)\s+(?P<month>{'|'.join(_MONTHS)})\s+(?P<year>(?:19|20)[0-9]{{2}})(?![0-9])")
_BODY = re.compile(
    r"\b(?P<body>KPU|K[Oo][Mm][Ii][Ss][Ii] P[Ee][Mm][Ii][Ll][Ii][Hh][Aa][Nn] U[Mm][Uu][Mm]|"
    r"(?:Dinas|Badan|Kantor|Inspektorat|Sekretariat)(?:,? (?:[A-Z][a-z]+|dan)){0,9}?)\s+"
    r"(?P<level>Kabupaten|Kota|KABUPATEN|KOTA)\s+(?P<name>[A-Z][\w']+(?:[ -][A-Z][\w']+){0,3})"
)
_LAW = re.compile(
    r"(?P<kind>undang\W?\s?undang(?=\W)|peraturan pemerintah|peraturan presiden|keputusan presiden|peraturan menteri [a-z][\w ]{3,60}?)"
    r"(?:\s*\([a-z]{1,8}\))?\s+(?:republik indonesia\s+)?(?:nomor|no\.?)\s*:?\s*(?P<number>[0-9]{1,3})\s+tahun\s+"
    r"(?P<year>(?:19|20)[0-9]{2})\s+tentang\s+(?P<title>[^.;:()]{12,90})"
)
_COMPARED = re.compile(
    r"perbandingan\s+(?P<what>[^.;:0-9]{0,60}?)\s*\btahun\s+(?P<year>(?:19|20)[0-9]{2})\s+(?:dengan|dan|terhadap)\s+(?:(?P=what)\s*)?"
    r"tahun\s+(?P=year)(?![0-9])"
)
_BEFORE = 30
"""Characters before a body's name that tell what it is named for."""
_HALF = re.compile(
    r"semester(?<!\wsemester)\s+(?P<half>ii|i|2|1)\b(?P<between>[^.;]{0,120}?)\bper\s+(?:tanggal\s+)?(?P<day>30\s+juni|31\s+desember)\b"
)
_NAMED = re.compile(r"^\W*Nama\s*:\s*(?P<name>[^\d:]{10,60}?)\s*$")
"""The field of an agreement's party."""
_LONGEST_BLOCK = 16
_LAST_DAY = 31

SourceAt = Callable[[int], Asal]
"""The source of a line by its number, or of an offset in the text."""


def read_mentions(document: Document, segmentation: Segmentation | None = None, sheet: Sheet | None = None) -> list[Sebutan]:
    """All mentions in reading order of their kinds; those of the lists of contents need the ``segmentation``.

    ``sheet`` is that of the document where it is made already.
    """
    sheet = sheet or sheet_of(document)
    places = _places(document)

    def source(number: int) -> Asal:
        return source_at(document.id, places[number])

    running = " ".join(line.text.replace("\n", " ") for line in sheet.lines)
    starts = offsets([line.text for line in sheet.lines])

    def at(offset: int) -> Asal:
        return source(max(0, bisect_right(starts, offset) - 1))

    return [
        *_names(sheet, source, document.id),
        *_dates(running, at, document.id),
        *_halves(running, at, document.id),
        *_bodies(running, at, document.id),
        *_laws(running, at, document.id),
        *_grades(running, at, document.id),
        *_years(running, at, lambda offset: sheet.lines[max(0, bisect_right(starts, offset) - 1)].table, document.id),
        *(read_contents(document, segmentation) if segmentation else ()),
        *(read_captions(document, segmentation) if segmentation else ()),
    ]


def _places(document: Document) -> list[Place]:
    """The place of every line of the sheet."""
    found: list[Place] = []
    for page in document.pages:
        number = page.number if document.method != "teks" else None
        found += [Place(number)] * len(page.furniture)
        for block in page.blocks:
            found += [block.place] if isinstance(block, Line) else [row.place for row in block.rows]
    return found


def _names(sheet: Sheet, place: SourceAt, document: str) -> Iterator[Sebutan]:
    """Who signed, and in the blocks of signatures every name a slip away from one that signed elsewhere."""
    signed = signatures(sheet)
    times = Counter(signer.name for signature in signed for signer in signature.signers if signer.name)
    known = {name for name, count in times.items() if count > 1} | {m["name"] for line in sheet.lines if (m := _NAMED.match(line.text))}
    for signature in signed:
        read = {signer.name.strip(" ,.") for signer in signature.signers}
        for at in range(signature.line, min(signature.line + _LONGEST_BLOCK, len(sheet.lines))):
            for name in misspelled(sheet.lines[at].text, known):
                if name.strip(" ,.") in read:
                    continue
                yield Sebutan(dokumen=document, jenis="nama", teks=name, nilai=signature.date, keterangan=None, sumber=place(at))
    for signature in signed:
        for signer in signature.signers:
            block = range(signature.line, min(signature.line + _LONGEST_BLOCK, len(sheet.lines)))
            line = next((n for n in block if signer.name and signer.name in sheet.lines[n].text), None)
            if line is not None:
                yield Sebutan(
                    dokumen=document, jenis="nama", teks=signer.name, nilai=signature.date, keterangan=signer.position, sumber=place(line)
                )


def _dates(text: str, at: SourceAt, document: str) -> Iterator[Sebutan]:
    """Dates that are not in the calendar."""
    for match in _DATE.finditer(small(text)):
        day, month, year = int(match["day"]), _MONTHS[match["month"]], int(match["year"])
        place = at(match.start())
        page = place.halaman if isinstance(place, Sumber) else None
        is_page_number = day > _LAST_DAY and page is not None and day in (page, page + 1)  # one may stand before a month
        if not 1 <= day <= monthrange(year, month)[1] and not is_page_number:
            yield Sebutan(dokumen=document, jenis="tanggal", teks=printed(text, match), nilai=None, keterangan=None, sumber=place)


def _halves(text: str, at: SourceAt, document: str) -> Iterator[Sebutan]:
    """A half-year beside the last day of the other one, in one sentence."""
    for match in _HALF.finditer(small(text)):
        if ("1" if match["half"] in ("1", "i") else "2") != ("1" if match["day"].startswith("30") else "2"):
            yield Sebutan(
                dokumen=document, jenis="tanggal", keterangan="semester", sumber=at(match.start()),
                teks=f"Semester {printed(text, match, 'half')} … per {printed(text, match, 'day')}", nilai=printed(text, match, "day"),
            )  # fmt: skip


def _bodies(text: str, at: SourceAt, document: str) -> Iterator[Sebutan]:
    end = 0
    for match in _BODY.finditer(text):
        before, end = text[max(end, match.start() - _BEFORE) : match.start()], match.end()
        name = f"{match['level'].title()} {match['name']}"
        yield Sebutan(
            dokumen=document,
            jenis="badan",
            teks=name,
            nilai="KPU" if match["body"].upper().startswith("K") and "Kantor" not in match["body"] else match["body"],
            keterangan=before.strip() or None,
            sumber=at(match.start("level")),
        )


def _years(text: str, at: SourceAt, in_table: Callable[[int], bool], document: str) -> Iterator[Sebutan]:
    """Years that are tied to something; a report named in a table is one that is to be written, not this one."""
    for tied in tied_years(text):
        if tied.kind == "laporan" and in_table(tied.start):
            continue
        yield Sebutan(dokumen=document, jenis="tahun", teks=tied.text, nilai=tied.value, keterangan=tied.kind, sumber=at(tied.start))


def _grades(text: str, at: SourceAt, document: str) -> Iterator[Sebutan]:
    for found in graded(text):
        yield Sebutan(
            dokumen=document, jenis="predikat", teks=found.grade, nilai=found.year, keterangan=found.before, sumber=at(found.start)
        )


def _laws(text: str, at: SourceAt, document: str) -> Iterator[Sebutan]:
    searched = small(text)
    for match in _LAW.finditer(searched):
        name = f"{' '.join(printed(text, match, 'kind').split())} Nomor {match['number']}"
        yield Sebutan(
            dokumen=document, jenis="peraturan", teks=name, nilai=match["year"], keterangan=" ".join(printed(text, match, "title").split()),
            sumber=at(match.start()),
        )  # fmt: skip
    for match in _COMPARED.finditer(searched):
        yield Sebutan(
            dokumen=document,
            jenis="perbandingan",
            teks=printed(text, match),
            nilai=match["year"],
            keterangan=None,
            sumber=at(match.start()),
        )

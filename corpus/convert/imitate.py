"""The report as text, as converters of other makes would give it, with planted harm."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from random import Random

from corpus.convert.harm import ENCODINGS, Lost, encode, junk, lookalikes, lose
from corpus.convert.tables import BETWEEN, FLOWS, FORMS, Texts, flowing, head_texts, row_texts
from corpus.naskah import (
    Block,
    Contents,
    Cover,
    Fields,
    Heading,
    Items,
    Letterhead,
    PageBreak,
    Paragraph,
    Picture,
    Report,
    Signature,
    Stamp,
    Table,
)
from corpus.typeset.lines import contents_entries, heading_lines, marks

_LETTERS_PER_PAGE = 2600
_LINES_PER_PAGE = 46
_PAGE_MARKS = ("", "---", "\f", "{page}", "{running}\n{page}", "-- {page} --")
"""What stands between two pages; {page} and {running} are printed lines of the page."""


@dataclass(frozen=True, slots=True)
class Imitation:
    """How one text is made."""

    form: str
    """Name in convert.tables.FORMS."""
    markdown: bool
    bold: bool
    """Bold marks in headers and around headings."""
    page_mark: str
    repeats: bool
    """Whether a table's header stands again after a page's end."""
    similar: bool
    losing: bool
    junked: bool
    flows: bool
    """Whether the text of a merged cell runs on beside the rows that it covers."""
    encoding: str
    newline: str

    @property
    def ending(self) -> str:
        """Ending of the file."""
        return "md" if self.markdown else "txt"

    @property
    def defects(self) -> list[str]:
        """Names of the harm that is certain; what depends on the report is found while writing."""
        named = (
            (f"table-{self.form}", True),
            ("cut-words", self.form == "cut"),
            ("look-alikes", self.similar),
            ("junk-lines", self.junked),
            ("flowing-cells", self.flows),
            ("page-mark", bool(self.page_mark)),
            ("header-not-repeated", not self.repeats),
            ("crlf", self.newline == "\r\n"),
        )
        return [name for name, present in named if present]


def draw(seed: str) -> Imitation:
    """How a text is made; the same seed gives the same."""
    random = Random(seed)
    form = random.choice(tuple(FORMS))
    markdown = form in ("pipes", "html") or random.random() < 0.15
    return Imitation(
        form=form,
        markdown=markdown,
        bold=markdown and random.random() < 0.6,
        page_mark=random.choice(_PAGE_MARKS),
        repeats=random.random() < 0.5,
        similar=random.random() < 0.25,
        losing=random.random() < 0.2,
        junked=random.random() < 0.2,
        encoding=random.choice((*("utf-8",) * 5, *ENCODINGS[1:])),
        newline=random.choice(("\n", "\n", "\n", "\r\n")),
        flows=form in FLOWS and random.random() < 0.5,
    )


def imitate(report: Report, imitation: Imitation, seed: str) -> tuple[bytes, list[str], list[Lost]]:
    """The file's bytes, the names of its defects, and the cells that were lost."""
    writer = _Writer(report, imitation, Random(seed))
    text = writer.text()
    content, encoding = encode(text, imitation.encoding, imitation.newline)
    found = [f"encoding-{encoding}"] if encoding != "utf-8" else []
    return content, sorted([*imitation.defects, *found, *(["lost-cell"] if writer.lost else [])]), writer.lost


def estimated_pages(report: Report) -> dict[int, int]:
    """Page of every block, guessed from the letters before it: what a table of contents in a mere text states."""
    pages, page, letters = {}, 1, 0
    for number, block in enumerate(report.blocks):
        if isinstance(block, PageBreak) or letters > _LETTERS_PER_PAGE:
            page, letters = page + 1, 0
        pages[number] = page
        letters += _length(block)
    return pages


def _length(block: Block) -> int:
    match block:
        case Table():
            return 40 * len(block.rows) + sum(len(text) for row in block.rows for text in row_texts(row))
        case Paragraph():
            return len(block.text)
        case Items():
            return sum(map(len, block.texts))
    return 120


@dataclass
class _Writer:
    """Collects the lines of a text and counts those of the page."""

    report: Report
    imitation: Imitation
    random: Random
    lines: list[str] = field(default_factory=list)
    lost: list[Lost] = field(default_factory=list)
    page: int = 1
    filled: int = 0

    def text(self) -> str:
        """The whole text."""
        for number, block in enumerate(self.report.blocks):
            if isinstance(block, PageBreak):
                self._turn([])
            elif isinstance(block, Table):
                self._table(block, number)
                self._emit([""])
            else:
                self._emit([*self._block(block), ""])
        text = "\n".join(self.lines) + "\n"
        return lookalikes(text, self.random) if self.imitation.similar else text

    def _emit(self, lines: Sequence[str], head: Sequence[str] = ()) -> None:
        if self.filled and self.filled + len(lines) > _LINES_PER_PAGE:
            self.lines += self._closing() if head else []
            self._turn(head)
        self.lines += lines
        self.filled += len(lines)

    def _turn(self, head: Sequence[str]) -> None:
        mark = self.imitation.page_mark.format(page=self.page, running=self.report.running)
        blank = [""] if not self.lines or self.lines[-1] else []
        # A form feed stands before the first line of the next page, as pdftotext writes it.
        self.lines += [*blank, *(mark.split("\n") if mark else []), *([""] if mark else []), *head]
        self.page, self.filled = self.page + 1, len(head)

    def _table(self, table: Table, number: int) -> None:
        form, between = FORMS[self.imitation.form], BETWEEN.get(self.imitation.form, " ")
        rows = [row_texts(row, between) for row in table.rows]
        if self.imitation.losing and self.random.random() < 0.4:
            self.lost += lose(rows, number, self.random)
        heads = [[self._bold(text) for text in texts] for texts in head_texts(table)]
        head = list(self._framed([form(texts, table.widths) for texts in heads], len(table.widths)))
        caption = [self._bold(table.caption.replace("\n", " ")), ""] if table.caption else []
        self._emit([*([] if table.caption_below else caption), *head])
        again = head if self.imitation.repeats and table.repeats else self._opening()
        flowed = flowing(rows, table, self.imitation.form) if self.imitation.flows else [form(texts, table.widths) for texts in rows]
        for lines in flowed:
            self._emit(lines, again)
        self.lines += self._closing()
        self._emit(["", *caption] if table.caption_below else [])

    def _framed(self, rows: list[list[str]], columns: int) -> Iterator[str]:
        yield from self._opening()
        for number, lines in enumerate(rows):
            yield from lines
            if self.imitation.form == "pipes" and number == 0:
                yield "|" + "---|" * columns

    def _opening(self) -> Texts:
        return ["<table>"] if self.imitation.form == "html" else []

    def _closing(self) -> Texts:
        return ["</table>"] if self.imitation.form == "html" else []

    def _bold(self, text: str) -> str:
        return f"**{text}**" if self.imitation.bold and text else text

    def _block(self, block: Block) -> list[str]:
        match block:
            case Heading():
                sign = "#" * max(block.level, 1) + " " if self.imitation.markdown and not block.bare else ""
                return [sign + self._bold(line) for line in heading_lines(block)]
            case Paragraph():
                return [self._bold(block.text) if block.style in ("tebal", "kiri") else block.text]
            case Items():
                return [f"{mark} {text}" for mark, text in zip(marks(block), block.texts, strict=True)]
            case Contents():
                return self._contents(block)
        return self._formal(block)

    def _formal(self, block: Block) -> list[str]:
        match block:
            case Signature():
                gap = junk(self.random) if self.imitation.junked else ""
                columns = [[line or gap for line in column] for column in block.columns]
                return [*([block.dateline, ""] if block.dateline else []), *(line for column in columns for line in (*column, ""))]
            case Fields():
                return [f"{name} : {value}" for name, value in block.pairs]
            case Cover():
                return ["DATA SIMULASI", "", *map(self._bold, block.lines)]
            case Letterhead():
                return list(block.lines)
            case Picture():
                return [*block.texts, block.caption]
            case Stamp():
                return [junk(self.random) if self.imitation.junked else block.text]
        raise TypeError(f"no text for {type(block).__name__}")

    def _contents(self, block: Contents) -> list[str]:
        pages = estimated_pages(self.report)
        lines = [(text, page) for _, text, page in block.entries]
        lines = lines or [(e.text, max(pages[e.block] + e.shift, 1)) for e in contents_entries(block, self.report)]
        return [f"{text} {'.' * max(4, 70 - len(text)) if block.leader == '.' else ''} {page}" for text, page in lines]


def plain(imitation: Imitation) -> Imitation:
    """The same text without any harm, for comparison."""
    return replace(imitation, similar=False, losing=False, junked=False, encoding="utf-8", newline="\n")

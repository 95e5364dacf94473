"""Layout families of the typesetting, and the look that one report takes from its family."""

from dataclasses import dataclass
from random import Random

from corpus.naskah import Cell, Table

FONTS = {
    "Liberation Serif": "fonts-liberation",
    "Liberation Sans": "fonts-liberation",
    "Liberation Sans Narrow": "fonts-liberation",
    "URW Bookman": "fonts-urw-base35",
    "Carlito": "fonts-crosextra-carlito",
    "Caladea": "fonts-crosextra-caladea",
    "DejaVu Sans": "fonts-dejavu-core",
}
"""Font family -> Debian package that holds it."""

PALETTES = {
    "oranye": ("#c55a11", "#f4dccb", "#ffffff"),
    "biru": ("#1f4e79", "#dbe7f2", "#ffffff"),
    "hijau": ("#385723", "#d9ead3", "#ffffff"),
    "kuning": ("#bf9000", "#ffe699", "#000000"),
    "abu": ("#595959", "#e7e6e6", "#ffffff"),
    "merah": ("#7a1f1f", "#f4cccc", "#ffffff"),
}
"""Name -> (dark ground, light ground, letters on the dark ground)."""

PAPERS = {"A4": (210.0, 297.0), "F4": (215.0, 330.0)}
"""Name -> width and height in millimetres, upright."""

GRIDDED = ("kisi", "warna", "ganda", "putus", "petak")
"""Table styles whose every cell can be told from its surroundings."""
TABLE_STYLES = (*GRIDDED, "garis", "kotak", "zebra", "polos", "kepala")
"""kisi: full grid; warna: full grid, coloured header; ganda: double and thick lines; putus: dotted and dashed lines; petak: every cell
a filled rectangle; garis: horizontal rules; kotak: outer box and a rule under the header; zebra: shaded rows; polos: no rules;
kepala: header only."""
_MOST_COLUMNS = 8
"""More columns than these are drawn as a grid."""
MIDDLES = ("", "", "", "semua", "pendek")
"""How often which cells stand in the middle of their row's height."""
SEAL = "SEKRETARIAT SIMULASI"
"""What the stamp across a signature says."""


@dataclass(frozen=True, slots=True)
class Family:
    """What the reports of one family have in common; every tuple is a choice left to the report."""

    name: str
    producer: str
    """"weasyprint", "libreoffice" or "reportlab"."""
    body: tuple[str, ...]
    display: tuple[str, ...]
    sizes: tuple[float, ...]
    papers: tuple[str, ...]
    ruled: tuple[str, ...]
    furniture: tuple[str, ...]
    palettes: tuple[str, ...]
    backgrounds: tuple[str, ...] = ("",)


FAMILIES = (
    Family(
        "times", "weasyprint", ("Liberation Serif",), ("Liberation Serif",), (11, 12), ("A4", "F4"),
        ("kisi", "kisi", "ganda", "garis", "kotak"), ("garis-atas", "tengah"), ("oranye", "abu", "kuning"),
    ),
    Family(
        "bookman", "weasyprint", ("URW Bookman",), ("URW Bookman",), (10, 10.5, 11), ("F4", "A4"),
        ("warna", "kisi", "putus", "ganda"), ("kaki", "bingkai"), ("biru", "kuning", "hijau"), ("", "sisi"),
    ),
    Family(
        "modern", "weasyprint", ("Carlito",), ("Carlito", "Liberation Sans Narrow"), (11, 11.5), ("A4",),
        ("zebra", "petak", "warna", "garis"), ("pita", "kaki"), ("biru", "hijau", "merah", "oranye"), ("gelombang", "foto", "sisi"),
    ),
    Family(
        "sempit", "weasyprint", ("Liberation Sans Narrow", "DejaVu Sans"), ("Liberation Sans",), (9.5, 10), ("A4", "F4"),
        ("kisi", "petak", "kotak", "polos"), ("bingkai", "tengah"), ("abu", "merah", "biru"), ("", "lambang"),
    ),
    Family(
        "word-times", "libreoffice", ("Liberation Serif",), ("Liberation Serif",), (11, 12), ("A4", "F4"),
        ("kisi", "kisi", "garis", "ganda"), ("garis-atas", "tengah"), ("abu", "oranye"),
    ),
    Family(
        "word-bookman", "libreoffice", ("URW Bookman",), ("URW Bookman",), (10, 11), ("F4", "A4"),
        ("warna", "kisi", "putus"), ("kaki", "tengah"), ("biru", "kuning"),
    ),
    Family(
        "word-calibri", "libreoffice", ("Carlito", "Liberation Sans"), ("Carlito", "Caladea"), (11,), ("A4",),
        ("warna", "zebra", "garis", "kotak", "polos"), ("kaki", "garis-atas"), ("hijau", "biru", "merah"),
    ),
    Family(
        "aplikasi", "reportlab", ("DejaVu Sans",), ("DejaVu Sans",), (8.5, 9), ("A4",),
        ("kisi", "warna", "zebra", "petak"), ("kaki", "tengah"), ("biru", "abu"),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """How one report is typeset. Sizes are in points."""

    style: str
    producer: str
    body: str
    display: str
    size: float
    leading: float
    table_size: float
    paper: str
    ruled: str
    gridded: str
    """The style of tables that would be unreadable in ``ruled``."""
    furniture: str
    palette: str
    background: str
    watermark: bool
    rows_split: bool
    """Whether a page may break inside a row."""
    narrow: bool
    """Narrow columns: rows wrap, words and figures break."""
    image_stamp: bool
    """Whether stamps are pictures; as text they come out among the words."""
    stamped: bool
    """Whether a stamp is set across every signature."""
    turned: bool
    """Whether headers of narrow columns are set from the bottom to the top."""
    middle: str = ""
    """Which cells stand in the middle of their row's height: "" none, "semua" all, "pendek" those that are centred in their column."""


def family(name: str) -> Family:
    """The family of that name. Raises KeyError where there is none."""
    return {known.name: known for known in FAMILIES}[name]


def draw(chosen: Family, seed: str) -> Look:
    """The look of one report; the same seed gives the same look."""
    random = Random(seed)
    ruled = random.choice(chosen.ruled)
    fallback = random.choice([style for style in chosen.ruled if style in GRIDDED])
    size = random.choice(chosen.sizes)
    return Look(
        style=chosen.name,
        producer=chosen.producer,
        body=random.choice(chosen.body),
        display=random.choice(chosen.display),
        size=size,
        leading=random.choice((1.15, 1.3, 1.5)),
        table_size=size - random.choice((1.0, 1.5, 2.0)),
        paper=random.choice(chosen.papers),
        ruled=ruled,
        gridded=ruled if ruled in GRIDDED else fallback,
        furniture=random.choice(chosen.furniture),
        palette=random.choice(chosen.palettes),
        background=random.choice(chosen.backgrounds),
        watermark=random.random() < 0.15,
        rows_split=random.random() < 0.6,
        narrow=random.random() < 0.25,
        image_stamp=random.random() < 0.6,
        stamped=random.random() < 0.35,
        turned=random.random() < 0.2,
        middle=random.choice(MIDDLES),
    )


def in_middle(cell: Cell, look: Look) -> bool:
    """Whether a cell stands in the middle of its row's height. Entries stacked in cells do not: they would miss each other."""
    return not cell.stacked and (look.middle == "semua" or (look.middle == "pendek" and cell.align == "c"))


def table_style(table: Table, look: Look) -> str:
    """How a table is drawn: as the report wants it, else as its look does, as long as it stays readable."""
    if table.look != "kisi":
        return table.look
    return look.gridded if look.ruled not in GRIDDED and _needs_grid(table, look.ruled) else look.ruled


def _needs_grid(table: Table, style: str) -> bool:
    cells = [cell for row in (*table.head, *table.rows) for cell in row if cell is not None]
    merged = any(cell.down > 1 for row in table.rows for cell in row if cell is not None)
    hard = len(table.widths) > _MOST_COLUMNS or any(cell.stacked or cell.rotated for cell in cells)
    return hard or (merged and style != "garis")

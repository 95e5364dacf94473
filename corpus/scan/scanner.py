"""Prints a PDF on imagined paper and scans it: skew, noise, JPEG, stamps over the text. Deterministic by seed."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import pypdfium2
from PIL import Image, ImageFilter

from corpus.timeless import timeless
from corpus.typeset.pictures import stamp_picture

_POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class Scan:
    """How a PDF is scanned. Skew in degrees, noise as standard deviation of grey levels."""

    dpi: int
    skew: float
    noise: float
    blur: float
    quality: int
    grey: bool
    stamps: float
    """Share of pages with a stamp over the text."""

    @property
    def defects(self) -> list[str]:
        """Names of the harm done."""
        named = (
            ("skew", self.skew > 0.3),
            ("noise", self.noise > 6),
            ("jpeg", self.quality < 60),
            ("blur", self.blur > 0.5),
            ("stamp", self.stamps > 0),
        )
        return [name for name, present in named if present]


def draw(seed: str) -> Scan:
    """How one report is scanned; the same seed gives the same."""
    random = Random(seed)
    return Scan(
        dpi=random.choice((150, 200, 200, 300)),
        skew=random.choice((0.0, 0.4, 0.8, 1.5)),
        noise=random.choice((0.0, 4.0, 9.0)),
        blur=random.choice((0.0, 0.0, 0.6, 0.9)),
        quality=random.choice((35, 55, 75, 85)),
        grey=random.random() < 0.5,
        stamps=random.choice((0.0, 0.15, 0.4)),
    )


def scan(source: Path, target: Path, how: Scan, seed: str, pages: int | None = None) -> int:
    """Write the scanned version of the first ``pages`` pages of ``source``, or of all; gives their number."""
    made = pypdfium2.PdfDocument.new()
    count = 0
    for picture, width, height in _pictures(source, how, Random(seed), pages):
        page = made.new_page(width, height)
        image = pypdfium2.PdfImage.new(made)
        image.load_jpeg(io.BytesIO(picture), inline=True)
        image.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
        page.insert_obj(image)
        page.gen_content()
        count += 1
    buffer = io.BytesIO()
    made.save(buffer)
    made.close()
    target.write_bytes(timeless(buffer.getvalue()))
    return count


def _pictures(source: Path, how: Scan, random: Random, pages: int | None) -> Iterator[tuple[bytes, float, float]]:
    document = pypdfium2.PdfDocument(source)
    try:
        for number in range(min(len(document), pages or len(document))):
            page = document[number]
            width, height = page.get_size()
            drawn = page.render(scale=how.dpi / _POINTS_PER_INCH).to_pil().convert("RGB")
            yield _jpeg(_harmed(drawn, how, random), how), width, height
            page.close()
    finally:
        document.close()


def _harmed(picture: Image.Image, how: Scan, random: Random) -> Image.Image:
    if random.random() < how.stamps:
        stamp = stamp_picture("DATA SIMULASI", int(1.5 * how.dpi))
        picture.paste(stamp, (random.randrange(picture.width - stamp.width), random.randrange(picture.height - stamp.height)), stamp)
    if how.skew:
        angle = random.uniform(-how.skew, how.skew)
        picture = picture.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor="white")
    if how.blur:
        picture = picture.filter(ImageFilter.GaussianBlur(how.blur * how.dpi / 200))
    if how.noise:
        spots = np.random.default_rng(random.getrandbits(32)).normal(0, how.noise, (picture.height, picture.width, 1))
        picture = Image.fromarray(np.clip(np.asarray(picture, dtype=np.float32) + spots, 0, 255).astype(np.uint8))
    return picture.convert("L") if how.grey else picture


def _jpeg(picture: Image.Image, how: Scan) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=how.quality, dpi=(how.dpi, how.dpi))
    return buffer.getvalue()

"""Pictures behind and over the text: grounds of pages and stamps."""

import io
import math
from functools import cache

from PIL import Image, ImageDraw, ImageFilter, ImageFont

Palette = tuple[str, str, str]
_INK = (38, 38, 140, 190)


@cache
def background_picture(name: str, palette: Palette) -> bytes:
    """The ground of a page: "gelombang", "sisi" and "lambang" as SVG, "foto" as PNG. Raises KeyError for any other."""
    return _photograph(palette) if name == "foto" else _DRAWN[name].format(dark=palette[0], light=palette[1]).encode()


_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297" preserveAspectRatio="none">'
_DRAWN = {
    "gelombang": _HEAD
    + '<path d="M0 0H210V9C150 22 90 0 0 15Z" fill="{light}"/><path d="M0 0H210V5C140 15 80 -2 0 9Z" fill="{dark}"/>'
    + '<path d="M0 297H210V284C140 293 70 280 0 290Z" fill="{light}"/></svg>',
    "sisi": _HEAD
    + '<rect x="0" y="0" width="9" height="297" fill="{dark}"/><rect x="10" y="0" width="2" height="297" fill="{light}"/></svg>',
    "lambang": _HEAD
    + '<g fill="none" stroke="{light}" stroke-width="3"><circle cx="105" cy="150" r="52"/><circle cx="105" cy="150" r="44"/>'
    + '<path d="M105 112L114 139H142L119 155L128 182L105 166L82 182L91 155L68 139H96Z"/></g></svg>',
}


def _photograph(palette: Palette) -> bytes:
    light = tuple(int(palette[1][at : at + 2], 16) for at in (1, 3, 5))
    picture = Image.new("RGB", (210, 297), "white")
    draw = ImageDraw.Draw(picture)
    for y in range(0, 297, 3):
        for x in range(0, 210, 3):
            shade = 0.35 + 0.2 * math.sin(x / 17) * math.cos(y / 23)
            draw.rectangle((x, y, x + 2, y + 2), fill=tuple(int(255 - (255 - part) * shade) for part in light))
    return png(picture.filter(ImageFilter.GaussianBlur(2)))


@cache
def stamp_picture(text: str, pixels: int = 260) -> Image.Image:
    """A round violet stamp with the text across its middle, turned a little, on a transparent ground."""
    picture = Image.new("RGBA", (pixels, pixels), (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    for inset, width in ((6, 7), (26, 3)):
        draw.ellipse((inset, inset, pixels - inset, pixels - inset), outline=_INK, width=width)
    lines = text.upper().split("\n") if "\n" in text else _two_lines(text.upper())
    font = ImageFont.load_default(size=22)
    for number, line in enumerate(lines):
        y = pixels / 2 + (number - (len(lines) - 1) / 2) * 27
        draw.text((pixels / 2, y), line, fill=_INK, font=font, anchor="mm")
    return picture.rotate(14, resample=Image.Resampling.BICUBIC)


def _two_lines(text: str) -> list[str]:
    words = text.split()
    half = math.ceil(len(words) / 2)
    return [line for line in (" ".join(words[:half])[:20], " ".join(words[half:])[:20]) if line]


def png(picture: Image.Image) -> bytes:
    """The picture as PNG without any time in it."""
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


def chart_picture(texts: tuple[str, ...], palette: Palette) -> Image.Image:
    """An organisation chart: the first text above the others; without texts a plain ground, as of a photograph."""
    picture = Image.new("RGB", (1200, 460 if texts else 700), "white" if texts else palette[1])
    draw = ImageDraw.Draw(picture)
    for at, text in enumerate(texts[:5]):
        left = 450 if at == 0 else 20 + (at - 1) * 295
        top = 30 if at == 0 else 280
        draw.line((600, 130, left + 140, max(top, 130)), fill=palette[0], width=3)
        draw.rectangle((left, top, left + 275, top + 110), fill=palette[1], outline=palette[0], width=3)
        lines = _two_lines(text)
        draw.multiline_text(
            (left + 137, top + 55), "\n".join(lines), fill="black", font=ImageFont.load_default(size=20), anchor="mm", align="center"
        )
    return picture

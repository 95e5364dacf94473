"""The tokenizer: a figure is one token, whatever blanks, stops and words in brackets it holds; abbreviations keep their stop."""

import re
from typing import Final

from extractor.claims.figures import Figure, find_figures
from extractor.claims.lexicon import ABBREVIATIONS
from extractor.claims.nlp import Doc, Token, Vocab

FIGURES: Final = "figures"
"""Key of ``Doc.user_data`` under which the figures stand, by the index of their token."""
TAGS: Final = {"rupiah": "RUPIAH", "persen": "PERSEN", "jumlah": "JUMLAH"}
"""Tag of a figure's token by its kind; other tokens have none."""

_ABBREVIATED: Final = "|".join(sorted(ABBREVIATIONS, key=lambda word: (-len(word), word)))
_TOKEN: Final = re.compile(
    r"[^\W\d_]++(?!\.)\w*(?:[-–'’/]\w+)*"  # most words, which no stop can make an abbreviation
    rf"|(?:[^\W\d_]{{1,5}}\.)+[^\W\d_]{{1,5}}(?![^\W\d_])\.?|(?:{_ABBREVIATED})\.|(?-i:[A-Z])\.(?=\s|$)"
    r"|\d+(?:[.,:/]\d+)*|\w+(?:[-–'’/]\w+)*|\S",
    re.IGNORECASE,
)


class FigureTokenizer:
    """Splits a text whose blanks are single; every character but the blanks between tokens belongs to a token."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        figures: dict[int, Figure] = {}
        end = 0
        for figure in [*find_figures(text), None]:
            for match in _TOKEN.finditer(text, end, figure.start if figure else len(text)):
                words.append(match.group())
                spaces.append(text[match.end() : match.end() + 1] == " ")
            if figure:
                figures[len(words)] = figure
                words.append(text[figure.start : figure.end])
                spaces.append(text[figure.end : figure.end + 1] == " ")
                end = figure.end
        doc = Doc(self.vocab, words=words, spaces=spaces)
        doc.user_data[FIGURES] = figures
        return doc


def figures_of(doc: Doc) -> dict[int, Figure]:
    """The figures of a document by the index of their token, in order."""
    found: dict[int, Figure] = doc.user_data[FIGURES]
    return found


def is_figure(token: Token) -> bool:
    """Whether a token is a figure."""
    return token.i in figures_of(token.doc)

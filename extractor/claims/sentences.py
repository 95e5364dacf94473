"""Where sentences begin."""

import re
from collections.abc import Sequence
from typing import Any, Final

import numpy as np

from extractor.claims.lexicon import CLOSING_ABBREVIATIONS
from extractor.claims.nlp import SENT_START, Doc, Token
from extractor.claims.tokens import is_figure

_STOPS: Final = frozenset(".!?;")
_CLOSERS: Final = frozenset("\"'”’)]*")
_OPENERS: Final = frozenset("\"'“‘([*-–•")
_ENUMERATOR: Final = re.compile(r"\d{1,2}|[A-Za-z]|[ivxIVX]{1,4}")


def mark_sentences(doc: Doc) -> Doc:
    """Sets the beginnings of sentences.

    A stop ends a sentence where a capital, a figure or a list number follows; the stops of abbreviations, titles, initials and list
    numbers do not.
    """
    starts = [True]
    for token in doc:
        starts.append(_ends(token, starts))
    marks: Any = np.where(starts[:-1], 1, -1).astype(np.uint64)  # as spaCy has them
    doc.from_array(SENT_START, marks)  # all at once: for each token marked alone it looks at the whole document
    return doc


def _ends(token: Token, starts: Sequence[bool]) -> bool:
    """Whether a sentence ends with a token; ``starts`` says which of the tokens up to it begin one."""
    text = token.text
    if not text.endswith(".") and text not in _STOPS and text not in _CLOSERS:
        return False  # as most are
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    if following is None or following.text in _CLOSERS:
        return False
    if token.text in _CLOSERS and token.i and not starts[token.i]:
        token = token.nbor(-1)
    closing = token.text[:-1].lower() in CLOSING_ABBREVIATIONS and token.text.endswith(".")
    if not closing and (token.text not in _STOPS or _is_list_number(token, starts)):
        return False
    return _may_begin(following) and bool(token.whitespace_ or following.nbor(-1).whitespace_ or following.text.istitle())


def _is_list_number(stop: Token, starts: Sequence[bool]) -> bool:
    """Whether a stop stands behind the number of a list item: "… adalah: 1. Ketua"."""
    if stop.text != "." or stop.i == 0:
        return False
    number = stop.nbor(-1)
    if not _ENUMERATOR.fullmatch(number.text):
        return False
    return number.i == 0 or starts[number.i] or number.nbor(-1).text in ":;,."


def _may_begin(token: Token) -> bool:
    if token.text in _OPENERS and token.i + 1 < len(token.doc):
        token = token.nbor()
    return token.text[:1].isupper() or token.text[:1].isdigit() or is_figure(token)

"""Where sentences begin."""

import re
from typing import Final

from extractor.claims.lexicon import CLOSING_ABBREVIATIONS
from extractor.claims.nlp import Doc, Token
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
    begins = True
    for token in doc:
        token.is_sent_start = begins
        begins = _ends(token, is_first=begins)
    return doc


def _ends(token: Token, *, is_first: bool) -> bool:
    text = token.text
    if not text.endswith(".") and text not in _STOPS and text not in _CLOSERS:
        return False  # as most are
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    if following is None or following.text in _CLOSERS:
        return False
    if token.text in _CLOSERS and token.i and not is_first:
        token = token.nbor(-1)
    closing = token.text[:-1].lower() in CLOSING_ABBREVIATIONS and token.text.endswith(".")
    if not closing and (token.text not in _STOPS or _is_list_number(token)):
        return False
    return _may_begin(following) and bool(token.whitespace_ or following.nbor(-1).whitespace_ or following.text.istitle())


def _is_list_number(stop: Token) -> bool:
    """Whether a stop stands behind the number of a list item: "… adalah: 1. Ketua"."""
    if stop.text != "." or stop.i == 0:
        return False
    number = stop.nbor(-1)
    if not _ENUMERATOR.fullmatch(number.text):
        return False
    return number.i == 0 or bool(number.is_sent_start) or number.nbor(-1).text in ":;,."


def _may_begin(token: Token) -> bool:
    if token.text in _OPENERS and token.i + 1 < len(token.doc):
        token = token.nbor()
    return token.text[:1].isupper() or token.text[:1].isdigit() or is_figure(token)

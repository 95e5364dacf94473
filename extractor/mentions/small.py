"""Running text in small letters, in which a whole report is searched for what it mentions.

Patterns that take letters of either case need three to ten times as long. Those that are searched here are written in small letters and
begin with a letter: the search then leaps to where that stands, and a word's beginning is asked for behind it ("tahun(?<!\\wtahun)").
"""

import re


def small(text: str) -> str:
    """The text in small letters, each at its place; what is found is cut out of the text as printed."""
    return text.replace("İ", "I").lower()  # the one letter whose small form takes two places


def printed(text: str, match: re.Match[str], group: str | int = 0) -> str:
    """What a pattern has found in the small letters of a text, as the text prints it."""
    return text[match.start(group) : match.end(group)]

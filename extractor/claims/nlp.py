"""The one place where spaCy is imported, without its command line.

``import spacy`` also loads the modules behind its commands (downloads, project templates, HTTP clients), which takes as long as all the
rest; nothing here uses them. A process of the program's own leaves out more: :mod:`extractor.claims.bare`.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Final

_COMMANDS: Final = ("spacy.cli", "spacy.cli.info")


@contextmanager
def _without_commands() -> Iterator[None]:
    """Empty modules in the place of spaCy's commands, for as long as it is imported; whoever asks for them later gets the true ones."""
    placed = [] if "spacy" in sys.modules else [name for name in _COMMANDS if name not in sys.modules]
    for name in placed:
        module = ModuleType(name)
        module.__dict__.update(__path__=[], info=None)
        sys.modules[name] = module
    try:
        yield
    finally:
        for name in placed:
            sys.modules.pop(name, None)


with _without_commands():
    from spacy.tokens import Doc, Span, Token  # isort: skip  # before the matchers, which need them whole
    from spacy.attrs import LANG, LOWER, SENT_START  # type: ignore[import-not-found]  # a compiled module without types
    from spacy.matcher import Matcher, PhraseMatcher
    from spacy.util import filter_spans
    from spacy.vocab import Vocab

__all__ = ["LANG", "LOWER", "SENT_START", "Doc", "Matcher", "PhraseMatcher", "Span", "Token", "Vocab", "filter_spans"]

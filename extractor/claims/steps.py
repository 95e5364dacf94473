"""The components of the pipeline by their names, in order."""

from collections.abc import Callable, Mapping
from typing import Final

from extractor.claims.marks import Marker
from extractor.claims.nlp import Doc, Vocab
from extractor.claims.roles import RoleFinder
from extractor.claims.sentences import mark_sentences

STEPS: Final[Mapping[str, Callable[[Vocab], Callable[[Doc], Doc]]]] = {
    "lkj_sentences": lambda _: mark_sentences,
    "lkj_marks": Marker,
    "lkj_roles": RoleFinder,
}
"""Name of a component -> how it is made for a vocabulary."""

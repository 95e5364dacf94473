"""spaCy's documents and matchers without the rest of it, for processes that are the program's own.

``import spacy`` loads machine learning (thinc), trainable components and the forms of their settings, which takes three quarters of its
time; claims need documents, vocabularies and matchers alone. Where this has been called, empty modules stand in the place of the others
for good, and the whole of spaCy cannot be loaded any more: never call it in a process in which others may want that. What of spaCy may
be left out depends on its release: of any other than those it was tried with, all is loaded.
"""

import re
import sys
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import numpy as np


class _Arrays:
    """What spaCy asks thinc for: where arrays are made."""

    xp: Final = np


class _Unused:
    """Any name of a module that is left out: it may be imported and inherited from, and does nothing."""


_LEFT_OUT: Final[dict[str, dict[str, Any]]] = {
    "thinc": {"registry": _Unused},
    "thinc.api": {"get_current_ops": _Arrays},
    "thinc.backends": {},
    "thinc.types": {},
    "thinc.util": {},
    "spacy.schemas": {},
    "spacy.lang.tokenizer_exceptions": {},
}
"""Module -> the names in it that are used."""


_BARE: Final = "lkj_bare"
_TRIED: Final = re.compile(r"""^__version__ = ["']3\.8\.""", re.MULTILINE)


def leave_out() -> None:
    """From now on spaCy is imported bare; nothing happens where it is loaded already. Raises ImportError where it is not installed."""
    if "spacy" in sys.modules or "thinc" in sys.modules:
        return
    spec = find_spec("spacy")
    if spec is None or not spec.submodule_search_locations:
        raise ImportError("spacy")
    about = Path(spec.submodule_search_locations[0]) / "about.py"
    if not about.is_file() or not _TRIED.search(about.read_text("utf-8")):
        return
    for name, used in _LEFT_OUT.items():
        sys.modules[name] = _stand_in(name, __getattr__=_unused, **used)
    sys.modules["spacy"] = _stand_in("spacy", __path__=spec.submodule_search_locations, **{_BARE: True})


def is_bare() -> bool:
    """Whether spaCy is imported bare in this process."""
    return getattr(sys.modules.get("spacy"), _BARE, False)


def _stand_in(name: str, **names: Any) -> ModuleType:
    module = ModuleType(name)
    module.__dict__.update(names)
    return module


def _unused(name: str) -> type[_Unused]:
    """Of a module, whatever is asked for (PEP 562), but for what says what kind of module it is."""
    if name.startswith("__"):
        raise AttributeError(name)
    return _Unused

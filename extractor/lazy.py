"""Packages whose names are loaded when they are asked for, so that a command loads what it uses and no more."""

from collections.abc import Callable
from importlib import import_module
from typing import Any


def names_of(package: str, *modules: str) -> Callable[[str], Any]:
    """The ``__getattr__`` of a package whose names stand in these modules of it (PEP 562).

    The modules are gone through in order and loaded as far as needed. It raises AttributeError for a name that none has.
    """

    def find(name: str) -> Any:
        for module in () if name.startswith("_") else modules:
            content = vars(import_module(f"{package}.{module}"))
            if name in content:
                return content[name]
        raise AttributeError(f"module {package!r} has no attribute {name!r}")

    return find

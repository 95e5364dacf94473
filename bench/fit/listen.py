"""Listening to the stages: what their functions were given and what they gave, while a document is read as always."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

Call = tuple[tuple[Any, ...], Any]
"""Positional arguments and result."""


@contextmanager
def listening(owner: object, name: str, into: list[Any], tell: Callable[[tuple[Any, ...], Any], Any]) -> Iterator[None]:
    """While it lasts, ``tell(arguments, result)`` of every call of ``owner.name`` is added to ``into``, in order of return."""
    original = getattr(owner, name)

    def heard(*args: Any, **named: Any) -> Any:
        result = original(*args, **named)
        into.append(tell(args, result))
        return result

    with patch.object(owner, name, heard):
        yield

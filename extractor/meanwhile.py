"""Stages of a document that need not wait for each other: another process may do them meanwhile."""

from collections.abc import Callable
from typing import Any, Protocol, TypeVar, overload

First = TypeVar("First")
Second = TypeVar("Second")


class Meanwhile(Protocol):
    """Given pieces of work, begins them; what it gives waits for the result of each, and raises what the work raises."""

    @overload
    def __call__(self, first: Callable[[], First], /) -> tuple[Callable[[], First]]: ...
    @overload
    def __call__(self, first: Callable[[], First], second: Callable[[], Second], /) -> tuple[Callable[[], First], Callable[[], Second]]: ...


def in_turn(*works: Callable[[], Any]) -> Any:
    """A :class:`Meanwhile` that begins nothing: each piece of work is done when its result is asked for."""
    return works

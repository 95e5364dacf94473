"""Draws that depend on nothing but a seed and the name of what is drawn."""

from random import Random


def rng(*parts: object) -> Random:
    """A source of draws for one thing: ``rng(seed, satker, year)`` is the same whenever and wherever it is called."""
    return Random("/".join(str(part) for part in parts))

"""Versions of the warehouse's schema, and how an older warehouse becomes one of today without losing its rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Migration:
    """The statements that lead to ``version`` from the one before. They run in the same transaction as the load.

    ``reload`` forgets which files were loaded, so that the new columns are filled from those at hand.
    """

    version: int
    why: str
    statements: tuple[str, ...]
    reload: bool = True


MIGRATIONS: Final[tuple[Migration, ...]] = (
    Migration(2, "evidence in another report names its file", ("ALTER TABLE fact_temuan_bukti ADD COLUMN berkas VARCHAR",)),
)
"""In ascending order. A change of a declared table needs an entry; a test compares a migrated warehouse with a new one."""

VERSION: Final = 2
"""Of the schema that is declared now."""

SHAPE: Final = "45f56d690879713ac3ad09e31a0f815e"
"""Digest of the columns of this version: whoever changes a declared table changes it, the version, and ``MIGRATIONS``."""


class NewerWarehouse(ValueError):
    """A warehouse that a later version of the program has made; the message says so in Indonesian."""


def pending(installed: int, known: Sequence[Migration] = MIGRATIONS, current: int = VERSION) -> Sequence[Migration]:
    """What leads from the installed version to the current one. Raises NewerWarehouse."""
    if installed > current:
        raise NewerWarehouse(
            f"gudang data ini berskema versi {installed}, program ini hanya mengenal sampai {current}; pakai program yang lebih baru"
        )
    return [step for step in known if installed < step.version <= current]

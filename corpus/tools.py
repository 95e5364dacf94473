"""What the corpus needs besides Python: which program or font is missing, and which package holds it."""

import shutil
import subprocess
from functools import cache


class Missing(RuntimeError):
    """A program, font or module that is not there; the message names the package to install."""

    def __init__(self, what: str, package: str, how: str = "apt install") -> None:
        super().__init__(f"{what} is missing: {how} {package}")


@cache
def fonts() -> frozenset[str]:
    """Families that fontconfig knows. Raises Missing where fc-list is absent."""
    if shutil.which("fc-list") is None:
        raise Missing("fc-list", "fontconfig")
    listed = subprocess.run(["fc-list", ":", "family"], check=True, capture_output=True, text=True).stdout
    return frozenset(name.strip() for line in listed.splitlines() for name in line.split(","))

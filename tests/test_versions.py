"""The versions that a result depends on."""

import platform
from importlib.metadata import version

from extractor.versions import LIBRARIES, own_version, versions


def test_the_versions_are_those_that_are_installed() -> None:
    installed = {name: version(name) for name in LIBRARIES}
    assert versions() == {"lkj-extractor": own_version(), "python": platform.python_version(), **installed}

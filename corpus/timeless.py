"""Takes out of a PDF what differs from run to run: dates and identifiers."""

import re

_TIME = re.compile(rb"(/(?:CreationDate|ModDate) ?\(D:)\d{14}")
_ID = re.compile(rb"/ID ?\[ ?<[0-9A-F]{32}>\s*<[0-9A-F]{32}> ?\]")
_CHECKSUM = re.compile(rb"/DocChecksum /[0-9A-F]{32}")
_HEX = re.compile(rb"[0-9A-F]{32}")


def timeless(content: bytes) -> bytes:
    """The PDF with its dates and identifiers replaced by ones of the same length, so that no offset moves."""
    content = _TIME.sub(rb"\g<1>20250101000000", content)
    content = _ID.sub(lambda found: _HEX.sub(b"0" * 32, found[0]), content)
    return _CHECKSUM.sub(b"/DocChecksum /" + b"0" * 32, content)

"""Reports in a bucket (s3://, gs://, …), through fsspec: what is there, what of it has changed, and its bytes on the local disk."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from extractor.batch.spool import safe_name, written

PROTOCOLS: Final = {"s3": "s3", "s3a": "s3", "gs": "gcs", "gcs": "gcs", "az": "azure", "abfs": "azure", "memory": ""}
"""Kind of URL -> the extra that brings its library. Those that lead to the local disk or to web pages are no buckets."""

_TOKENS: Final = ("ETag", "etag", "md5Hash", "crc32c", "generation", "VersionId", "content_md5")
_DATES: Final = ("LastModified", "updated", "mtime", "last_modified", "created")
_CHUNK: Final = 1 << 20
MISSING: Final = "{url}: untuk alamat {protocol}:// pasang lebih dahulu: pip install 'lkj-extractor[{extra}]'"
UNKNOWN: Final = "{url}: alamat jenis ini tidak dikenal; pilihan: {known}"


@dataclass(frozen=True, slots=True)
class Listed:
    """A file in a bucket, as its listing has it."""

    url: str
    token: str
    """Differs when the content does."""


def listing(url: str) -> list[Listed]:
    """The file of this address, or all files below it, in the order of their names.

    Raises ValueError where nobody knows such an address, FileNotFoundError where there is nothing, OSError where it cannot be reached.
    """
    system, path = url_system(url)
    try:
        found = objects(system, path)
    except Exception as error:
        raise unreachable(error, url) from error
    if not found:
        raise FileNotFoundError(f"{url}: tidak ditemukan")
    root, skipped = url.rstrip("/"), len(path.strip("/"))
    listed = [Listed(root + name.strip("/")[skipped:], token(about)) for name, about in found.items()]
    return sorted(listed, key=lambda file: file.url)


def objects(system: Any, path: str) -> dict[str, Mapping[str, Any]]:
    """The object of this name, or all below it, with what is known of each. Raises whatever the store's library does."""
    found = system.find(path, detail=True)
    # adlfs gives the bare name where the path is an object itself
    told = found if isinstance(found, Mapping) else {name: system.info(name) for name in found}
    return {name: about for name, about in told.items() if not name.endswith("/")}


def fetch(url: str, folder: Path) -> tuple[Path, str]:
    """Copy a file into a folder, under its own name made harmless; its path and sha256.

    Raises OSError where the bucket does not give it, Unwritable where the disk does not take it.
    """
    path, digest = folder / safe_name(url), hashlib.sha256()
    path.unlink(missing_ok=True)
    for chunk in written(_chunks(*url_system(url), url), path):
        digest.update(chunk)
    return path, digest.hexdigest()


def _chunks(system: Any, name: str, url: str) -> Iterable[bytes]:
    try:
        with system.open(name, "rb") as remote:
            while chunk := remote.read(_CHUNK):
                yield chunk
    except Exception as error:
        raise unreachable(error, url) from error


def url_system(url: str) -> tuple[Any, str]:
    """The file system of an address and its path there. Raises ValueError where nobody knows such an address."""
    protocol = url.partition("://")[0]
    if protocol not in PROTOCOLS or "::" in url:
        raise ValueError(UNKNOWN.format(url=url, known=", ".join(f"{name}://" for name in PROTOCOLS if PROTOCOLS[name])))
    try:
        import fsspec  # noqa: PLC0415  # only where it is needed, and installed

        system, path = fsspec.core.url_to_fs(url)
    except ImportError as error:
        raise ValueError(MISSING.format(url=url, protocol=protocol, extra=PROTOCOLS[protocol])) from error
    system.invalidate_cache()  # what an earlier listing said may be out of date
    return system, path


def unreachable(error: Exception, url: str) -> OSError:
    """Whatever the library of a bucket raises (each has its own), as one kind that the run expects."""
    if isinstance(error, OSError) and error.strerror:
        return error
    return OSError(None, f"{type(error).__name__}: {error}".splitlines()[0], url)


def token(about: Mapping[str, Any]) -> str:
    """What the listing says of the content; where it has no hash, the size and the date."""
    told = [about[key] for key in _TOKENS if about.get(key)] or [about.get(key) for key in _DATES]
    return hashlib.sha256(repr((about.get("size"), *map(str, told))).encode()).hexdigest()

"""Servers that stand for the stores of Google and Azure, on this machine alone, with the settings by which their libraries find them."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Final

import pytest

AZURITE: Final = ("azurite-blob", "--blobHost", "127.0.0.1", "--blobPort", "0", "--inMemoryPersistence", "--skipApiVersionCheck")
QUIET: Final = ("--silent", "--disableTelemetry")
ACCOUNT: Final = "devstoreaccount1"
KEY: Final = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="
"""Azurite's published account, the same everywhere."""
LISTENS: Final = "listens on "


@contextmanager
def google() -> Iterator[Any]:
    """A file system of Google's store on a server in this process; ``gs://`` leads there meanwhile."""
    emulator = pytest.importorskip("gcp_storage_emulator.server", reason="needs gcp-storage-emulator")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GCSFS_EXPERIMENTAL_ZB_HNS_SUPPORT", "false")  # it would look for an account first
        gcsfs = pytest.importorskip("gcsfs", reason="needs the extra gcs")
        server = emulator.create_server("127.0.0.1", 0, in_memory=True)
        server.start()
        patch.setenv("STORAGE_EMULATOR_HOST", f"http://127.0.0.1:{server._api._httpd.server_address[1]}")
        gcsfs.GCSFileSystem.clear_instance_cache()
        try:
            yield gcsfs.GCSFileSystem(skip_instance_cache=True, use_listings_cache=False)
        finally:
            gcsfs.GCSFileSystem.clear_instance_cache()
            server.stop()


@contextmanager
def azure() -> Iterator[Any]:
    """A file system of Azure's store on a server beside; ``az://`` leads there meanwhile."""
    if shutil.which(AZURITE[0]) is None:
        pytest.skip("needs azurite-blob on the PATH (npm install azurite, a minute and 190 MB; PATH=$PWD/node_modules/.bin:$PATH)")
    adlfs = pytest.importorskip("adlfs", reason="needs the extra azure")
    with subprocess.Popen([*AZURITE, *QUIET], stdout=subprocess.PIPE, text=True) as process, pytest.MonkeyPatch.context() as patch:
        assert process.stdout is not None
        address = next(line.rpartition(LISTENS)[2].strip() for line in process.stdout if LISTENS in line)
        told = {"DefaultEndpointsProtocol": "http", "AccountName": ACCOUNT, "AccountKey": KEY, "BlobEndpoint": f"{address}/{ACCOUNT}"}
        patch.setenv("AZURE_STORAGE_CONNECTION_STRING", ";".join(f"{name}={value}" for name, value in told.items()))
        adlfs.AzureBlobFileSystem.clear_instance_cache()
        try:
            yield adlfs.AzureBlobFileSystem(skip_instance_cache=True, use_listings_cache=False)
        finally:
            adlfs.AzureBlobFileSystem.clear_instance_cache()
            process.kill()  # it would end itself with a complaint


CLOUDS: Final[dict[str, Callable[[], AbstractContextManager[Any]]]] = {"gs": google, "az": azure}
"""Kind of address -> its server."""

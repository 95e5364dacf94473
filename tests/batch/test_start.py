"""An interruption while a child is being started."""

import os
import signal
import sys
from multiprocessing.process import BaseProcess

import pytest

from extractor.batch.server import start_whole


class Interrupted(BaseProcess):
    """A process during whose start the user presses Ctrl-C."""

    whole = False

    def start(self) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        self.whole = True


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_an_interruption_waits_until_the_process_is_started() -> None:
    process = Interrupted()
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            start_whole(process)
    finally:
        signal.signal(signal.SIGINT, before)
    assert process.whole

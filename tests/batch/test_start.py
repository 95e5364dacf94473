"""An interruption while a child is being started."""

import signal
import sys
import threading
import time
from multiprocessing.process import BaseProcess

import pytest

from extractor.batch.server import start_whole


class Interrupted(BaseProcess):
    """A process during whose start the user presses Ctrl-C."""

    whole = False
    thread = threading.main_thread()

    def start(self) -> None:
        signal.pthread_kill(self.thread.ident or 0, signal.SIGINT)
        time.sleep(0.1)
        self.whole = True


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.parametrize("elsewhere", [False, True], ids=["main thread", "another thread"])
def test_an_interruption_waits_until_the_process_is_started(elsewhere: bool) -> None:
    process, end = Interrupted(), threading.Event()
    other = threading.Thread(target=end.wait)
    other.start()
    process.thread = other if elsewhere else threading.main_thread()
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            start_whole(process)
            end.wait(1)
    finally:
        signal.signal(signal.SIGINT, before)
        end.set()
        other.join()
    assert process.whole

"""A piece of work of the run itself in a child process: the server it is forked from has loaded what this process need not load."""

import os
import signal
from contextlib import suppress
from importlib import import_module
from multiprocessing.connection import Connection
from traceback import format_exception
from typing import Any

from extractor.batch.orphans import end_with
from extractor.batch.server import start_server, start_whole

_DIED = "proses {name} berhenti tanpa pesan (kode {code}), mungkin kehabisan memori"


class Aside:
    """A function, named "module:function", that gets ready beside with these arguments, and gives the one that does the work.

    Getting ready takes its libraries' time while the run is still busy with what the work needs. All that is passed is pickled.
    """

    def __init__(self, function: str, *arguments: object) -> None:
        context: Any = start_server()
        self._name = function
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, function, arguments), daemon=True)
        start_whole(self._process)
        theirs.close()
        self._at_work = False

    def begin(self, *arguments: object) -> None:
        """Let it do its work with these; that the process is gone is noticed when its end is waited for."""
        self._at_work = True
        with suppress(OSError):
            self._pipe.send(arguments)

    def finish(self) -> None:
        """Wait for its end. Raises what the function raised, and ChildProcessError where the process ended before it."""
        try:
            fault = self._pipe.recv()
        except (EOFError, OSError):
            self._process.join()
            fault = ChildProcessError(_DIED.format(name=self._name, code=self._process.exitcode))
        self._at_work = False
        self.close()
        if fault is not None:
            raise fault

    def close(self) -> None:
        """Let the process end; one that was not told to begin does nothing, one that nobody waited for is stopped at its work."""
        self._pipe.close()
        if self._at_work:
            self._process.kill()
        self._process.join()


def _serve(pipe: Connection, function: str, arguments: tuple[object, ...]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interruption is the run's to handle
    end_with(os.getppid())
    module, name = function.split(":")
    fault: Exception | None = None
    work = None
    try:
        work = getattr(import_module(module), name)(*arguments)
    except Exception as error:  # noqa: BLE001  # it is raised again where its end is waited for
        fault = error
    with suppress(EOFError, OSError):  # nothing is to be done, or nobody waits any more
        late = pipe.recv()
        pipe.send(_noted(fault or _done(work, late)))


def _done(work: Any, arguments: tuple[object, ...]) -> Exception | None:
    try:
        work(*arguments)
    except Exception as error:  # noqa: BLE001  # likewise
        return error
    return None


def _noted(fault: Exception | None) -> Exception | None:
    """With its traceback as a note: a traceback itself does not travel."""
    if fault is not None:
        fault.add_note("".join(format_exception(fault)))
    return fault

"""A piece of work of the run itself in a child process: the server it is forked from has loaded what this process need not load."""

import os
from importlib import import_module
from multiprocessing.connection import Connection
from traceback import format_exception
from typing import Any

from extractor.batch.orphans import end_with
from extractor.batch.server import start_server

_DIED = "proses {name} berhenti tanpa pesan (kode {code}), mungkin kehabisan memori"


class Aside:
    """A function, named "module:function", that runs beside with these arguments; all of it is pickled."""

    def __init__(self, function: str, *arguments: object) -> None:
        context: Any = start_server()
        self._name = function
        self._answer, theirs = context.Pipe(duplex=False)
        self._process = context.Process(target=_call, args=(theirs, function, arguments), daemon=True)
        self._process.start()
        theirs.close()

    def finish(self) -> None:
        """Wait for its end. Raises what the function raised, and ChildProcessError where the process ended before it."""
        try:
            fault = self._answer.recv()
        except EOFError:
            self._process.join()
            fault = ChildProcessError(_DIED.format(name=self._name, code=self._process.exitcode))
        self._process.join()
        if fault is not None:
            raise fault


def _call(answer: Connection, function: str, arguments: tuple[object, ...]) -> None:
    end_with(os.getppid())
    module, name = function.split(":")
    try:
        getattr(import_module(module), name)(*arguments)
        answer.send(None)
    except Exception as fault:  # noqa: BLE001  # it is raised again where its end is waited for
        fault.add_note("".join(format_exception(fault)))  # a traceback itself does not travel
        answer.send(fault)

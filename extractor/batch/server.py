"""The process from which the children are forked. Light to import: it is started before anything heavy is loaded here."""

import multiprocessing
from multiprocessing import forkserver
from multiprocessing.context import BaseContext

PRELOADED = ["extractor.batch.preload"]


def start_server() -> BaseContext:
    """The context of child processes; where the system can fork, their server then runs and loads what they need meanwhile.

    A server that runs already goes on.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(PRELOADED)
    forkserver.ensure_running()
    return context

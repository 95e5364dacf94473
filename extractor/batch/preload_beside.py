"""Imported early by the fork server of a run of one document: the process that loads what its claims need starts at once."""

import warnings

from extractor.batch.beside import start

CONNECTION, _ = start()
# the server did not fork this one on request, and would say so on the terminal when it ends
warnings.filterwarnings("ignore", "forkserver: waitpid returned unexpected pid")

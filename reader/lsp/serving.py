"""A server on the standard input and output of this process."""

from __future__ import annotations

import logging
import os
import signal

from reader.lsp.features import copy_desk_server
from reader.lsp.server import Terms


def serve(terms: Terms, *, is_debugging: bool = False) -> bool:
    """Serve the editor at the other end until it leaves; return whether it said that it would.

    The process is the server's from now on: what else is printed goes nowhere, Ctrl-C ends it at once. When
    debugging, what is said on either side goes to standard error.
    """
    logger = logging.getLogger("pygls")
    if is_debugging:
        logging.basicConfig(level=logging.INFO)
    else:
        logger.addHandler(logging.NullHandler())
        logger.propagate = False
    # A thread waits in a read that nothing but the editor ends.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    server = copy_desk_server(terms)
    stdin, stdout = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    # One stray word on standard output, and the editor no longer understands a thing.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    server.start_io(stdin, stdout)
    return server.was_shut_down

"""The command `paper-reader`."""

from __future__ import annotations

import gc
import os
import sys

import reader
from reader.placard.hang import hang_out


def main() -> None:
    """Run the command line and leave with its exit status."""
    # What is made while starting stays; looking through it for garbage would only delay the first headline.
    gc.disable()
    hung = None
    try:
        hung = hang_out(sys.argv[1:], os.environ, reader.__version__)
        from reader.cli.main import run

        status = run(sys.argv[1:], placard=hung)
    except KeyboardInterrupt:  # before `run` could look after it: while its files were imported
        status = 130
    finally:
        if hung is not None:
            hung.terminal.give_back()
    # Nor is it looked through once more on the way out, while the shell waits.
    gc.freeze()
    sys.exit(status)


if __name__ == "__main__":
    main()

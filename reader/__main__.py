"""The command `paper-reader`."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line and leave with its exit status."""
    # What is made while starting stays; looking through it for garbage would only delay the first headline.
    gc.disable()
    try:
        from reader.cli.main import run

        status = run(sys.argv[1:])
    except KeyboardInterrupt:  # before `run` could look after it: while its files were imported
        status = 130
    sys.exit(status)


if __name__ == "__main__":
    main()

"""The command `paper-reader`."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line and leave with its exit status."""
    # What is made while starting stays; looking through it for garbage would only delay the first headline.
    gc.disable()
    from reader.cli.main import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()

"""What a run tells the shell."""

DONE = 0
"""What was asked for is done."""

NO_HIT = 1
"""Findings, or nothing found."""

WRONG = 2
"""Wrong use, or input that cannot be read."""

INTERRUPTED = 130
"""Stopped by Ctrl-C: 128 and SIGINT, as shells report it."""

BROKEN_PIPE = 141
"""Whoever read the output went away: 128 and SIGPIPE, as shells report it."""

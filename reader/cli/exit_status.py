"""What a run tells the shell."""

DONE = 0
"""What was asked for is done."""

NO_HIT = 1
"""Nothing found: `list` or `notices` of a folder without a single edition, `clippings` without a mark."""

FINDINGS = 1
"""`check` found something as grave as ``--fail-on`` says, in editions that can be read."""

WRONG = 2
"""Wrong use, or input that cannot be read, be it one edition of many: what can be is printed all the same."""

INTERRUPTED = 130
"""Stopped by Ctrl-C: 128 and SIGINT, as shells report it."""

BROKEN_PIPE = 141
"""Whoever read the output went away: 128 and SIGPIPE, as shells report it."""

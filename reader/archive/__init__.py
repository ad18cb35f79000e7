"""The back issues: editions on disk, and what can be found in them."""

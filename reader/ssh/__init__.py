"""The reading room: the reader for visitors over SSH, and nothing else of the machine."""

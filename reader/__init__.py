"""The terminal newspaper: editions in YAML, typeset, read, searched."""

__version__ = "0.1.0"

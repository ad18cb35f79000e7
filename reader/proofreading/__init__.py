"""An edition in, findings out: pure."""

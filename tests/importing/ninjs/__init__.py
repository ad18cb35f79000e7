"""Tests of reader.importing.ninjs."""

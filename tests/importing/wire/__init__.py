"""Tests of reader.importing.wire."""

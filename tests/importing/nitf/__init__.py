"""Tests of reader.importing.nitf."""

"""Tests of reader.importing.newsml."""

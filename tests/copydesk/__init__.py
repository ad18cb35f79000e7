"""Tests of the copy desk."""

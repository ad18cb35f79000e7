"""Tests of the rules, each in a file of its own."""

"""YAML in, edition out, and every mistake with its line."""

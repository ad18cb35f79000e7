"""Foreign formats in, an edition out."""

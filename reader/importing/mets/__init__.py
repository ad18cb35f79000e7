"""Digitised papers, METS issues with ALTO pages, to an edition."""

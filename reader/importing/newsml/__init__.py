"""NewsML-G2 of the IPTC, read into editions."""

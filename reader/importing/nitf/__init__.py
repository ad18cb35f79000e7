"""NITF, the News Industry Text Format of the IPTC, read into editions."""

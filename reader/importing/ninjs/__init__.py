"""ninjs, News in JSON of the IPTC, read into editions."""

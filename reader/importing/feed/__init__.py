"""Feeds in: RSS, Atom and JSON Feed, and OPML lists of them."""

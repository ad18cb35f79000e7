"""A search on the screen, from ``/`` until it is left: made when it is first wanted, of plain classes."""

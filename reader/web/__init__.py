"""The paper in a browser: the reading room with a page and WebSockets for doors."""

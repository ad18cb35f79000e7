"""The language server: an editor's side of the copy desk, over standard input and output."""

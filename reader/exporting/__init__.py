"""An edition given away in another form: plain text, JSON, Markdown."""

"""Folders of daily files as newspaper crawlers save them: text, one article a file, or JSON."""

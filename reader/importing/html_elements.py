"""What the elements of HTML are to a newspaper: which part blocks, which are empty, which are never text."""

from __future__ import annotations

import re

_BLOCK = """
address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li
listing main menu nav noframes ol optgroup option p plaintext pre search section select summary
table tbody td tfoot th thead title tr ul xmp textarea
"""

BLOCK = frozenset(_BLOCK.split())
"""Elements that part paragraphs."""

_VOID = """
area base basefont bgsound br col embed frame hr image img input keygen link meta param source
track wbr
"""

VOID = frozenset(_VOID.split())
"""Elements that have no end. Source: WHATWG HTML, 13.1.2 "Elements"."""

RAW = frozenset(["script", "style", "xmp", "plaintext", "title", "textarea"])
"""Elements in which ``<`` is text.

``iframe``, ``noembed`` and ``noframes`` are raw to browsers that show something else in their stead; a
reader without frames shows what they hold. Source: WHATWG HTML, 13.2.6.2 and 13.2.6.4.7.
"""

RAW_WITH_REFERENCES = frozenset({"title", "textarea"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
LISTS = frozenset({"ul", "ol", "menu", "dir"})
ITEMS = frozenset({"li", "dt", "dd"})
CELLS = frozenset({"td", "th"})
TABLE_PARTS = frozenset({"table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"})
LINES_KEPT = frozenset({"pre", "listing", "xmp", "plaintext"})

HIDDEN = frozenset({"script", "style", "template", "annotation", "annotation-xml", "desc", "metadata"})
"""Elements whose text is none: programs, styles, parts not yet in the document, second versions."""

ALIASES = frozenset({"xhtml", "html", "h", "svg", "math", "mml", "m"})
"""Prefixes under which XML documents write elements of HTML, SVG and MathML."""

WORDS_AS_PICTURES = re.compile(r"(?:^|[\s_-])(?:emoji|gaiji|smiley)(?:$|[\s_-])", re.IGNORECASE)
"""Classes of pictures that stand for a character, which is their ``alt``."""

VERSE = re.compile(
    r"(?:^|[\s_:-])(?:verses?|poems?|poetry|stanzas?|line-?(?:group|block)|shige|shici)(?:$|[\s_-])",
    re.IGNORECASE,
)
CAPTION = re.compile(r"(?:^|[\s_-])(?:fig|img|image|photo)?caption(?:$|[\s_-])", re.IGNORECASE)
CREDIT = re.compile(
    r"(?:^|[\s_-])(?:(?:photo|img|image)?credits?|copyright|photographer)(?:$|[\s_-])", re.IGNORECASE
)

"""Files no parser or no codec should take for an edition, with the place and words of their message."""

from __future__ import annotations

from typing import NamedTuple

HEAD = "format: 1\npaper: 青石晚报\ndate: 2025-03-04\n"
"""Three good lines."""

TAIL = "sections:\n  - name: 要闻\n    articles:\n      - headline: 春水初生\n...\n"
"""The rest of the shortest good edition."""

NOTICE = (
    "notices:\n  - id: wind-1\n    event: 大风\n"
    "    effective: 2025-03-04T08:00\n    expires: 2025-03-04T20:00\n"
)
"""A good notice; it begins on line 4 after HEAD."""


class Bad(NamedTuple):
    """A bad file: what it is, its bytes, where it goes wrong, and words of the English message."""

    name: str
    data: bytes
    line: int
    column: int
    words: str


def bad(name: str, text: str | bytes, line: int, column: int, words: str) -> Bad:
    return Bad(name, text if isinstance(text, bytes) else text.encode(), line, column, words)


def top(name: str, lines: str, column: int, words: str, line: int = 4) -> Bad:
    """Return a file that is bad where these lines stand, after three good ones."""
    return bad(name, HEAD + lines + TAIL, line, column, words)


def article(name: str, fields: str, line: int, column: int, words: str) -> Bad:
    """Return a file whose article has these fields; the first of them is on line 7, column 9."""
    indented = fields.replace("\n", "\n        ")
    text = f"{HEAD}sections:\n  - name: 要闻\n    articles:\n      - {indented}\n...\n"
    return bad(name, text, line, column, words)


def notice(name: str, old: str, new: str, place: tuple[int, int], words: str) -> Bad:
    """Return a file whose notice is bad in one place."""
    return bad(name, HEAD + NOTICE.replace(old, new) + TAIL, *place, words)


YAML = (
    top("an anchor", "issue: &a 12\n", 8, "anchor “&a”"),
    top("an anchor on a list", "inferred: &a [date]\n", 11, "anchor “&a”"),
    top("an alias", "issue: *a\n", 8, "alias “*a”"),
    top("an alias as a key", "*a : 12\n", 1, "alias “*a”"),
    top("an alias bomb", "inferred: &a [x, x]\nissue: *a\n", 11, "anchor"),
    top("a merge", "<<: {issue: 12}\n", 1, "merges"),
    top("a tag", "issue: !!str 12\n", 8, "tag “tag:yaml.org,2002:str”"),
    top("a local tag", "issue: !mine 12\n", 8, "tag “!mine”"),
    top("a tag without a name", "issue: ! 12\n", 8, "tag “!”"),
    top("a tag on a mapping", "masthead: !!map {motto: 真}\n", 11, "tag"),
    top("a Python object", "issue: !!python/object/apply:os.system [id]\n", 8, "tag"),
    bad("a tag directive", "%TAG ! tag:x,2000:\n---\n" + HEAD + TAIL, 1, 1, "%TAG"),
    bad("a bad directive", "%YAML 3.0\n---\n" + HEAD + TAIL, 1, 1, "version of YAML"),
    bad("a second document", HEAD + TAIL.replace("...\n", "---\nformat: 1\n...\n"), 8, 1, "second document"),
    bad("more after the end", HEAD + TAIL + "format: 1\n", 9, 1, "more after"),
    top("a key twice", "issue: 12\nissue: 13\n", 1, "lines 4 and 5", line=5),
    top("a key twice in a mapping", "masthead: {motto: 真, motto: 善}\n", 22, "lines 4 and 4"),
    top("a list as a key", "? [a, b]\n: 12\n", 3, "a key is a list"),
    top("a mapping as a key", "{a: b}: 12\n", 1, "a key is a list or a mapping"),
    top("a bracket never closed", "inferred: [date\n", 11, "bracket is not closed, or a comma"),
    top("a brace never closed", "masthead: {motto: 真\n", 11, "bracket is not closed, or a comma"),
    top("a quotation mark never closed", 'issue: "12\n', 8, "the quotation mark opened here is never closed"),
    top("a colon in a plain text", "issue: 总第: 12\n", 10, "another “: ”"),
    top("an unknown escape", 'issue: "\\q"\n', 9, "no such escape"),
    top("a lone surrogate", 'issue: "\\ud800"\n', 11, "not a character"),
    top("a short escape", 'issue: "\\x1"\n', 11, "digits are missing"),
    top("a text that begins with an at sign", "issue: @12\n", 8, "cannot begin with “@”"),
    top("a text that begins with a backquote", "issue: `12\n", 8, "cannot begin with “`”"),
    top("a text that begins with a per cent sign", "issue: %12\n", 8, "cannot begin with “%”"),
    top("a tab that indents", "masthead:\n\tmotto: 真\n", 1, "tab", line=5),
    top("a line that is no key", "散落的一行\n", 1, "no “key: ”"),
    top(
        "indentation that does not fit",
        "masthead:\n    motto: 真\n  editor: 李\n",
        3,
        "key was expected",
        line=6,
    ),
    top("a list where a key should be", "- a\n", 1, "a key was expected"),
    article("a full-width colon in the first key", "headline：东桥\nkind: news", 7, 17, "full-width colon"),
    article("a full-width colon in the only key", "headline：东桥", 7, 17, "write an ASCII colon"),
    article("a full-width colon in the last key", "headline: 东\ndeck：西", 8, 13, "stands after “deck”"),
    bad("a full-width colon at the top", (HEAD + TAIL).replace("paper: ", "paper："), 2, 6, "full-width"),
    bad("a full-width colon on line 1", (HEAD + TAIL).replace("format: ", "format："), 1, 7, "full-width"),
    bad("nothing but a full-width colon", "paper：青石晚报\n", 1, 6, "full-width colon"),
    article("more after the quotation mark", 'headline: "东桥"今天通车', 7, 19, "more text after"),
    article("more after a single quotation mark", "headline: '东桥'今天\ncut: end", 7, 19, "use “ ” in it"),
    article("more after the bracket", "headline: [快讯]东桥\nbody: 文", 7, 19, "begins with “[”"),
    article("more after the brace", "headline: {快讯}东桥", 7, 19, "begins with “{”"),
    article(
        "a quotation mark that another closes",
        'headline: "东桥\nbody: |\n  甲\n  他说"好"。\nkind: news',
        7,
        19,
        "opened here is never closed; close it on this line (a mark on line 10",
    ),
    article("a quotation mark open to the end", "headline: '东\nbody: |\n  甲", 7, 19, "is never closed"),
    article("an asterisk before Chinese", "headline: *东桥", 7, 19, "cannot begin with “*”"),
    article("two asterisks", "headline: **东桥**", 7, 19, "cannot begin with “*”"),
    article("an ampersand before Chinese", "headline: &东桥", 7, 19, "cannot begin with “&”"),
    article("an exclamation mark before Chinese", "headline: !东桥", 7, 19, "cannot begin with “!”"),
    article("an angle before a text", "headline: >东桥", 7, 19, "cannot begin with “>”"),
    article("an upright before a text", "headline: |东桥", 7, 20, "text on the line of “|”"),
    article("a full-width space before a key", "headline: 题\n\u3000deck: 副", 8, 9, "full-width spaces"),
    article("a full-width space before a text", "headline: 题\n\u3000甲", 8, 9, "full-width spaces"),
    article("a full-width space after a body", "body: |\n  甲\n\u3000乙\nslug: 题", 9, 9, "full-width"),
    top("a mapping indented by full-width spaces", "masthead:\n\u3000motto: 真\n", 1, "full-width", line=5),
    article("a dash without a space", "headline: 题\n-kind: brief", 8, 9, "no key “-kind”"),
    bad(
        "an item without a space after its dash",
        HEAD + TAIL.replace("...", "      -kind: brief\n        slug: 二\n..."),
        8,
        7,
        "write “- kind: …”",
    ),
    bad("items without spaces", HEAD + TAIL.replace("- headline", "-headline"), 7, 7, "no space after"),
    top("a line that begins with a per cent sign", "%issue: 12\n", 1, "a line cannot begin with “%”"),
    article(
        "a colon at the end of an item", "slug: 题\nauthors: [编者:]", 8, 21, "in brackets holds a colon"
    ),
    article("a nought after the upright", "body: |0\n  甲", 7, 16, "what follows “|” is wrong"),
    bad("a letter", "各位读者：\n今天停刊一天。\n", 1, 1, "this is not an edition"),
    bad("a page of Markdown", "# 题\n\n* 甲\n* 乙\n", 1, 1, "this is not an edition"),
    bad("a file of another program", "version: '3'\nservices:\n  web: &w {}\n", 1, 1, "not an edition"),
    bad("80 KB of brackets", "[" * 81920, 1, 33, "deeper than 32"),
    bad("80 KB of dashes", "- " * 40960, 1, 65, "deeper than 32"),
    bad("80 KB of braces", "{a: " * 20480, 1, 129, "deeper than 32"),
    bad("brackets under a key", HEAD + "inferred: " + "[" * 81920, 4, 42, "deeper than 32"),
    bad("an empty file", b"", 1, 1, "empty"),
    bad("a comment and nothing else", "# 还没写\n", 1, 1, "empty"),
    bad("blank lines", "\n\n\n", 1, 1, "empty"),
    bad("a list at the top", "- format: 1\n...\n", 1, 1, "this is not an edition"),
    bad("a word at the top", "报纸\n...\n", 1, 1, "begins with format: 1"),
)

BYTES = (
    bad("GB18030", (HEAD + TAIL).encode("gb18030"), 2, 8, "--encoding gb18030"),
    bad("neither UTF-8 nor GB18030", HEAD.encode() + b"issue: \xff\xff\n" + TAIL.encode(), 4, 8, "0xFF"),
    bad("UTF-16 with a BOM", (HEAD + TAIL).encode("utf-16"), 1, 1, "UTF-16"),
    bad("UTF-16 without a BOM", (HEAD + TAIL).encode("utf-16-be"), 1, 1, "UTF-16"),
    bad("UTF-32", (HEAD + TAIL).encode("utf-32"), 1, 1, "UTF-16 or UTF-32"),
    bad("cut inside a character", (HEAD + TAIL).encode()[:25], 2, 10, "stops inside a character"),
    bad("a surrogate in UTF-8", HEAD.encode() + b"issue: \xed\xa0\x80\n" + TAIL.encode(), 4, 8, "0xED"),
    bad("binary data", b"\x89PNG\r\n\x1a\n\x00\x00", 1, 1, "0x89"),
)

"""XML read without letting it do anything: no entity is declared, none from outside is fetched."""

from __future__ import annotations

import html.entities
import re
from typing import Any
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from reader.edition.wording import Wording
from reader.importing.observation import cannot_import

DEEPEST = 500
"""Elements within each other; more is an attack."""

_ENTITY = Wording("里面声明了实体“{name}”", "it declares an entity, “{name}”")
_NO_ENTITY = Wording("删去 DOCTYPE 里的声明再导入", "remove the declaration from its DOCTYPE")
_BROKEN = Wording("XML 写错了：{reason}", "this is not well-formed XML: {reason}")
_MEND = Wording("改正这一处，或重新导出", "correct this place, or export it again")


class LinedElement(Element):
    """An element that knows its line and column, both counted from 1."""

    line: int = 0
    column: int = 0

    @property
    def place(self) -> str:
        """Line and column as a message writes them: ``12:1``."""
        return f"{self.line}:{self.column}"


def parse_xml(data: bytes, source: str, encoding: str | None = None) -> LinedElement:
    """Return the root of a document; names are ``{namespace}local`` as `xml.etree` writes them.

    Names of characters that HTML knows (``&nbsp;``) are read without a declaration, for XHTML needs them.
    `encoding` outweighs the document's own; without either it is UTF-8 or UTF-16 (XML 1.0 §4.3.3), or what
    its declaration says, as far as Python knows it (GB 2312, Big5…).

    Raises:
        CannotImport: not well-formed, an entity declared, an unknown encoding, nested too deeply; with line
            and column.
    """
    text, declared = _decoded(data, encoding)
    text = _with_characters(text) if isinstance(text, bytes) else text
    parser: Any = expat.ParserCreate(declared, namespace_separator="}")
    reader = _Reader(parser, source)
    try:
        parser.Parse(text, True)
    except expat.ExpatError as error:
        place = f"{error.lineno}:{error.offset + 1}"
        reason = expat.errors.messages[error.code]
        raise cannot_import(source, place, _BROKEN.filled(reason=reason), _MEND) from error
    except (LookupError, UnicodeError) as error:
        raise cannot_import(source, "1:1", _BROKEN.filled(reason=str(error)), _MEND) from error
    return reader.root()


def local_name(tag: object) -> str:
    """Return the name of an element without its namespace; of a comment nothing."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def all_text(element: Element) -> str:
    """Return the text of an element and all below it, without markup."""
    return "".join(element.itertext())


class _Reader:
    """Builds the tree from the parser's events."""

    def __init__(self, parser: Any, source: str) -> None:
        self._parser = parser
        self._source = source
        self._builder = TreeBuilder(element_factory=LinedElement)
        self._depth = 0
        self._root: LinedElement | None = None
        parser.buffer_text = True
        parser.ordered_attributes = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._builder.data
        parser.EntityDeclHandler = self._refuse_entity
        # A DOCTYPE may name an external subset; it is taken as empty and never looked for.
        parser.UseForeignDTD(True)
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)
        parser.ExternalEntityRefHandler = self._empty_subset
        parser.SkippedEntityHandler = self._named_character

    def root(self) -> LinedElement:
        root = self._builder.close()
        assert isinstance(root, LinedElement)
        return root

    def _start(self, name: str, attributes: list[str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            what = Wording("嵌套超过 {deepest} 层", "it is nested deeper than {deepest}")
            raise cannot_import(self._source, self._place(), what.filled(deepest=DEEPEST), _MEND)
        pairs = zip(map(_universal, attributes[::2]), attributes[1::2], strict=True)
        element = self._builder.start(_universal(name), dict(pairs))
        assert isinstance(element, LinedElement)
        element.line = self._parser.CurrentLineNumber
        element.column = self._parser.CurrentColumnNumber + 1

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._builder.end(_universal(name))

    def _empty_subset(self, context: str | None, *_: object) -> int:
        """Answer a reference outwards with nothing: the parser then hands us names it does not know."""
        self._parser.ExternalEntityParserCreate(context).Parse(b"", True)
        return 1

    def _named_character(self, name: str, is_parameter: bool) -> None:
        if is_parameter:
            return
        character = html.entities.html5.get(f"{name};")
        if character is None:
            reason = f"&{name};"
            raise cannot_import(self._source, self._place(), _BROKEN.filled(reason=reason), _MEND)
        self._builder.data(character)

    def _refuse_entity(self, name: str, *_: object) -> None:
        raise cannot_import(self._source, self._place(), _ENTITY.filled(name=name), _NO_ENTITY)

    def _place(self) -> str:
        return f"{self._parser.CurrentLineNumber}:{self._parser.CurrentColumnNumber + 1}"


def _universal(name: str) -> str:
    return "{" + name if "}" in name else name


# Where a name is not the name of a character; `&` is no part of a character in any encoding beside UTF-16.
_NAMED = re.compile(rb"<!\[CDATA\[.*?\]\]>|<!--.*?-->|<\?.*?\?>|&([A-Za-z][A-Za-z0-9]{1,31};)", re.DOTALL)


def _with_characters(data: bytes) -> bytes:
    """Return a document with the characters that HTML names written as numbers.

    The parser hands on names it does not know where they stand in text, but loses them in attributes.
    """

    def numbered(match: re.Match[bytes]) -> bytes:
        name = match[1].decode("ascii") if match[1] else ""
        characters = html.entities.html5.get(name) if name not in _OF_XML else None
        return "".join(f"&#{ord(one)};" for one in characters).encode() if characters else match[0]

    return _NAMED.sub(numbered, data) if b"&" in data else data


_OF_XML = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})

# Encodings of more bytes than one to a character that the parser does not know, but Python does.
_DECODED_HERE = ("gb", "big5", "shift", "sjis", "euc", "iso-2022", "cp9", "hz", "utf-32", "johab")


def _decoded(data: bytes, encoding: str | None) -> tuple[bytes | str, str | None]:
    """Return the document and the encoding the parser is to take it in; None leaves it to the document."""
    if encoding is None:
        declared = _declared(data)
        if not declared.startswith(_DECODED_HERE):
            return data, None
        encoding = declared
    # Each holds the ones before; who declares GB 2312 often writes more (WHATWG Encoding 4.2).
    encoding = "gb18030" if encoding.lower() in ("gb2312", "gbk") else encoding
    try:
        return data.decode(encoding, "strict").encode(), "utf-8"
    except (LookupError, UnicodeError):
        return data, None


def _declared(data: bytes) -> str:
    """Return the encoding of the XML declaration in small letters; nothing when it names none."""
    if not data.startswith(b"<?xml"):
        return ""
    declaration = data[: data.find(b"?>", 0, 512)].decode("latin-1").lower()
    _, _, after = declaration.partition("encoding")
    return after.lstrip(" =\t\r\n")[1:].partition(after.lstrip(" =\t\r\n")[:1] or "?")[0]

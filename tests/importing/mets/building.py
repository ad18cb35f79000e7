"""Builds METS and ALTO documents for the tests: short to write, in every maker's manner."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

V2 = "http://www.loc.gov/standards/alto/ns-v2#"
V4 = "http://www.loc.gov/standards/alto/ns-v4#"


def string(content: str, **attributes: object) -> str:
    """Return a String."""
    return f"<String CONTENT={quoteattr(content)}{_attributes(attributes)}/>"


def line(words: str, **attributes: object) -> str:
    """Return a TextLine of words with blanks between; a last ``~`` is a hyphen of the line (HYP)."""
    hyphen = '<HYP CONTENT="-"/>' if words.endswith("~") else ""
    strings = "<SP/>".join(string(word, **attributes) for word in words.removesuffix("~").split(" "))
    return f"<TextLine>{strings}{hyphen}</TextLine>"


def block(name: str, *lines: str, **attributes: object) -> str:
    """Return a TextBlock of lines, each either words or an element."""
    inside = "".join(each if each.startswith("<") else line(each) for each in lines)
    return f'<TextBlock ID="{name}"{_attributes(attributes)}>{inside}</TextBlock>'


def composed(name: str, *blocks: str, **attributes: object) -> str:
    """Return a ComposedBlock."""
    return f'<ComposedBlock ID="{name}"{_attributes(attributes)}>{"".join(blocks)}</ComposedBlock>'


def page(*blocks: str, name: str = "P1", margins: str = "", **attributes: object) -> str:
    """Return a Page with a print space."""
    space = f'<PrintSpace ID="{name}_PS">{"".join(blocks)}</PrintSpace>'
    return f'<Page ID="{name}"{_attributes(attributes)}>{margins}{space}</Page>'


def alto(*pages: str, namespace: str | None = V2, before: str = "") -> bytes:
    """Return an ALTO document; `before` is what stands before the layout: styles, tags, reading order."""
    declared = f' xmlns="{namespace}"' if namespace else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><alto{declared}><Description>'
        f"<MeasurementUnit>pixel</MeasurementUnit></Description>{before}<Layout>{''.join(pages)}</Layout></alto>"
    ).encode()


def sizes(**styles: float) -> str:
    """Return styles by their IDs and sizes in points."""
    each = "".join(f'<TextStyle ID="{name}" FONTSIZE="{size}"/>' for name, size in styles.items())
    return f"<Styles>{each}</Styles>"


def div(kind: str, *inside: str, **attributes: object) -> str:
    """Return a div of a structural map."""
    return f'<mets:div TYPE="{kind}"{_attributes(attributes)}>{"".join(inside)}</mets:div>'


def area(*begins: str, file: str = "A1") -> str:
    """Return a pointer to blocks of a file, several in sequence."""
    areas = "".join(f'<mets:area FILEID="{file}" BETYPE="IDREF" BEGIN="{begin}"/>' for begin in begins)
    return f"<mets:fptr>{f'<mets:seq>{areas}</mets:seq>' if len(begins) > 1 else areas}</mets:fptr>"


def article(
    title: str, *paragraphs: str, file: str = "A1", kind: str = "ARTICLE", **attributes: object
) -> str:
    """Return an article of the Europeana profile from the IDs of its blocks."""
    body = "".join(div("PARAGRAPH", div("TEXT", area(each, file=file))) for each in paragraphs)
    heading = div("HEADING", div("TITLE", area(title, file=file))) if title else ""
    return div(kind, heading, div("BODY", div("BODY_CONTENT", body)), **attributes)


def mods(name: str, inside: str) -> str:
    """Return a dmdSec with a MODS description."""
    return (
        f'<mets:dmdSec ID="{name}"><mets:mdWrap MDTYPE="MODS"><mets:xmlData><mods:mods>{inside}</mods:mods>'
        "</mets:xmlData></mets:mdWrap></mets:dmdSec>"
    )


ABOUT = mods(
    "ISSUE",
    "<mods:titleInfo><mods:title>河湾日报</mods:title></mods:titleInfo>"
    "<mods:originInfo><mods:dateIssued>1936-05-04</mods:dateIssued></mods:originInfo>"
    '<mods:part><mods:detail type="issue"><mods:number>128</mods:number></mods:detail></mods:part>'
    '<mods:language><mods:languageTerm authority="iso639-2b">eng</mods:languageTerm></mods:language>',
)
"""Describes the issue of most tests."""


def file(name: str, location: str, mime: str = "text/xml") -> str:
    """Return an entry of the file section."""
    return (
        f'<mets:file ID="{name}" MIMETYPE="{mime}">'
        f'<mets:FLocat LOCTYPE="URL" xlink:href="{escape(location)}"/></mets:file>'
    )


def mets(
    logical: str | None,
    *,
    files: Iterable[str] = (),
    physical: str = "",
    about: str = ABOUT,
    links: str = "",
    label: str = "",
) -> bytes:
    """Return a METS document; `files` are locations of ALTO files with the IDs A1, A2…, or whole entries."""
    entries = "".join(
        each if each.startswith("<") else file(f"A{number}", each) for number, each in enumerate(files, 1)
    )
    maps = f'<mets:structMap TYPE="PHYSICAL">{physical}</mets:structMap>' if physical else ""
    if logical is not None:
        issue = div("Newspaper", div("ISSUE", div("CONTENT", logical), DMDID="ISSUE"))
        maps += f'<mets:structMap TYPE="LOGICAL">{issue}</mets:structMap>'
    return (
        '<?xml version="1.0" encoding="UTF-8"?><mets:mets xmlns:mets="http://www.loc.gov/METS/" '
        'xmlns:mods="http://www.loc.gov/mods/v3" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'LABEL="{label}">{about}<mets:fileSec><mets:fileGrp USE="ALTO">{entries}</mets:fileGrp>'
        f"</mets:fileSec>{maps}{links}</mets:mets>"
    ).encode()


def issue(folder: Path, document: bytes, *pages: bytes) -> Path:
    """Write an issue, its pages as ``alto/1.xml``…, and return its METS file."""
    (folder / "alto").mkdir(parents=True, exist_ok=True)
    for number, each in enumerate(pages, 1):
        (folder / "alto" / f"{number}.xml").write_bytes(each)
    path = folder / "mets.xml"
    path.write_bytes(document)
    return path


def _attributes(attributes: dict[str, object]) -> str:
    return "".join(f" {name}={quoteattr(str(value))}" for name, value in attributes.items())

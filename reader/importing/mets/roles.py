"""What the divisions of a METS file are, by the types that the makers of digitised papers give them.

Sources: the Europeana Newspapers profile (ENMAP 1.0, structural types), the profiles of the national
libraries of Luxembourg, Finland, New Zealand, Australia and Britain, the DFG list of structural types.
"""

from __future__ import annotations

import re
from enum import Enum, auto

from reader.edition.article import Kind


class Role(Enum):
    """What a division, or a block by its tag, is for an edition."""

    FRAME = auto()
    """Holds other divisions and says nothing itself: newspaper, issue, page."""
    SECTION = auto()
    ITEM = auto()
    """An article, an advertisement: see `kind_of`."""
    MASTHEAD = auto()
    """The head of the front page."""
    HEADING = auto()
    KICKER = auto()
    HEADLINE = auto()
    DECK = auto()
    BYLINE = auto()
    DATELINE = auto()
    BODY = auto()
    PARAGRAPH = auto()
    TEXT = auto()
    """A piece of whatever it is in."""
    SUBHEAD = auto()
    PICTURE = auto()
    CAPTION = auto()
    TABLE = auto()
    ROW = auto()
    CELL = auto()
    QUOTE = auto()
    VERSE = auto()
    LIST_ITEM = auto()


_TYPES = {
    Role.FRAME: "NEWSPAPER NEWSPAPERISSUE PERIODICAL JOURNAL MAGAZINE SERIAL YEAR MONTH DAY VOLUME "
    "ISSUE NUMBER "
    "CONTENT CONTENTS SUPPLEMENT PAGE CONTENTPAGE TITLEPAGE PHYSSEQUENCE PHYSSEQ MAIN FRONT BACK "
    "EDITION PAGEAREA "
    "SET GROUP OBJECT DOCUMENT COVER",
    Role.SECTION: "SECTION RUBRIC COLUMNSECTION DEPARTMENT CHAPTER PART",
    Role.MASTHEAD: "TITLESECTION MASTHEAD NEWSPAPERTITLE IMPRINT BANNER",
    Role.HEADING: "HEADING HEAD HEADER ARTICLEHEADING HEADLINES",
    Role.KICKER: "OVERLINE KICKER ROOFLINE EYEBROW PRETITLE SUPERTITLE OVERTITLE HATTITLE",
    Role.HEADLINE: "TITLE HEADLINE MAINTITLE MAINHEADING ARTICLETITLE TITLEMAIN",
    Role.DECK: "SUBTITLE SUBHEADLINE SUBHEADING DECK BANK STANDFIRST UNDERLINE",
    Role.BYLINE: "AUTHOR BYLINE AUTHORS CREATOR",
    Role.DATELINE: "DATELINE",
    Role.BODY: "BODY BODYCONTENT TEXTBODY LEAD COLUMN COLUMNS BODYTEXT ARTICLEBODY",
    Role.PARAGRAPH: "PARAGRAPH PARA P FOOTNOTE NOTE MOTTO ABSTRACT MARGINALIA RUNNINGTITLE "
    "PAGENUMBER FORMULA",
    Role.TEXT: "TEXT TEXTBLOCK TEXTLINE BLOCK ZONE LINE",
    Role.SUBHEAD: "CROSSHEAD CROSSHEADING CROSSTITLE INTERTITLE SUBHEAD INTERMEDIATETITLE",
    Role.PICTURE: "ILLUSTRATION IMAGE PICTURE PHOTO PHOTOGRAPH MAP DRAWING CARTOON CARICATURE "
    "GRAPHIC FIGURE CHART "
    "COMICSTRIP ORNAMENT",
    Role.CAPTION: "CAPTION LEGEND IMAGECAPTION PICTURECAPTION ILLUSTRATIONCAPTION",
    Role.TABLE: "TABLE TABLECONTENT",
    Role.ROW: "ROW TABLEROW TR",
    Role.CELL: "CELL TABLECELL TD TH",
    Role.QUOTE: "QUOTE QUOTATION PULLQUOTE BLOCKQUOTE",
    Role.VERSE: "VERSE STANZA STROPHE VERSES",
    Role.LIST_ITEM: "LISTITEM ITEMOFLIST",
}
_KINDS = {
    Kind.NEWS: "ARTICLE NEWS NEWSARTICLE NEWSITEM STORY OBITUARY OBITUARIES DEATHNOTICE "
    "DEATHNOTICES FAMILYNOTICE "
    "FAMILYNOTICES BIRTHNOTICE MARRIAGENOTICE WEATHER WEATHERFORECAST NOTICE OFFICIALNOTICE "
    "ANNOUNCEMENT SHIPPING "
    "STOCKMARKET SPORT SPORTS RESULTS LEGALNOTICE PROGRAMME TVPROGRAMME ITEM "
    "DETAILEDLISTSRESULTSGUIDES RECIPE PUZZLE",
    Kind.AD: "ADVERTISEMENT ADVERTISEMENTS ADVERTISING ADVERT ADVERTS AD ADS CLASSIFIED CLASSIFIEDS "
    "CLASSIFIEDAD "
    "CLASSIFIEDADVERTISEMENT ANZEIGE ANNONCE PUBLICITY FREEAD",
    Kind.OPINION: "EDITORIAL OPINION COMMENTARY COMMENT LEADER LEADINGARTICLE COLUMNIST",
    Kind.LETTER: "LETTER LETTERS LETTERTOTHEEDITOR LETTERSTOTHEEDITOR",
    Kind.FEATURE: "FEATURE FEUILLETON NOVEL SERIALNOVEL SHORTSTORY REVIEW POEM LITERATURE ESSAY SERIALSTORY",
    Kind.INTERVIEW: "INTERVIEW",
    Kind.BRIEF: "BRIEF BRIEFS NEWSINBRIEF SHORTNEWS",
    Kind.CORRECTION: "CORRECTION ERRATUM",
}

_ROLES = {name: role for role, names in _TYPES.items() for name in names.split()}
_ITEMS = {name: kind for kind, names in _KINDS.items() for name in names.split()}
_NOT_LETTERS = re.compile(r"[\W_]+")


def _plain(name: str) -> str:
    return _NOT_LETTERS.sub("", name.rpartition(":")[2]).upper()


def role_of(name: str) -> Role | None:
    """Return the role of a type or a label, however it is spelt; None for one that is not known."""
    plain = _plain(name)
    return Role.ITEM if plain in _ITEMS else _ROLES.get(plain)


def kind_of(name: str) -> Kind | None:
    """Return the kind of piece that a type or a genre names, if it names one."""
    return _ITEMS.get(_plain(name))

"""S-CAPTION: a caption without its picture or without the photographer's name.

Every picture in the paper has a caption that says who took it: in the photo's `credit`, at the caption's end
(林一舟 摄, “Photo: Alice Harrow”) or in the article's byline or source. A caption with no such name is a
warning. That the photo has no `file` is only mentioned, since a page copied from print often has the words
alone; so is a paragraph that begins 图为 in an article without photos. Advertisements are left alone.

图片说明要写明谁拍的：写在 `credit`，或写在说明末尾（“林一舟 摄”），或写在稿件的署名、来源里；都没有的是警
告。没有 `file`（图片文件）的只作提示，因为照录报纸时常常只有说明；没有图片的稿件里有“图为……”一段的，也只
作提示。广告不查。

Passes: photos:
      - file: images/bridge.jpg
        caption: 12月22日，市民走过新桥。林一舟 摄
Passes: photos:
      - file: images/bridge.jpg
        caption: 12月22日，市民走过新桥。
        credit: 本报记者 林一舟
Fails: photos:
      - caption: 12月22日，市民走过新桥。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.edition.article import Article, Kind, Photo
from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.passage import Passage, Role
from reader.proofreading.proof import Proof, ProofArticle
from reader.proofreading.rule import Fixing, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_CREDIT = re.compile(
    "(?:摄影报道|摄影|摄|供图|制图|绘图|绘|配图|[ 　/／](?:图|作))\\s*[）)]?[。.]?\\Z"
    "|(?:[文图]\\s*[/／]|图片|照片|供图|摄影|制图|图源|来源|绘图)[:：/／\\s]?[^，。]{2,20}[）)]?[。.]?\\Z"
    "|(?:社|报|网)发?\\s*[）)]?[。.]?\\Z|资料(?:图|图片|照片)"
    "|\\b(?:photo|photograph|picture|image|illustration|drawing|graphic|courtesy|credit)s?\\b[^.]{0,60}\\.?\\)?\\Z"
    "|/\\s?[A-Z][A-Za-z .]{1,40}\\)?\\Z",
    re.IGNORECASE,
)
_IN_BYLINE = re.compile("摄|图|绘|photo|picture|image|illustrat", re.IGNORECASE)
_OF_PICTURE = re.compile("(?:上|下|左|右|题|本)?图为|(?:压题|题图)(?:照片|图片)?[:：为]")
_NEITHER = Wording("图片说明既无图片，也无摄影署名", "a caption with neither a picture nor a credit")
_NO_CREDIT = Wording("图片说明没有摄影署名", "a caption without a credit")
_NO_FILE = Wording("图片说明没有图片文件", "a caption without a picture file")
_IN_TEXT = Wording("正文里有图片说明，本文没有图片", "a caption in the text of an article without photos")
_ADD_PHOTO = Wording("补上图片，或把说明移到 photos", "add the picture, or move the caption to photos")
_ADD_FILE = Wording("补上图片文件", "add the picture's file")


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark captions without a picture or a credit."""
    for article in proof.articles:
        if article.article.kind is Kind.AD:
            continue
        if article.article.photos:
            yield from _of_photos(article)
        else:
            for passage in article.body:
                if passage.role is Role.PARAGRAPH and (match := _OF_PICTURE.match(passage.text)):
                    yield passage.remark(0, match.end(), _IN_TEXT, advice=_ADD_PHOTO, severity=Severity.INFO)


def _of_photos(article: ProofArticle) -> Iterator[Remark]:
    last: dict[str, Passage] = {}
    for passage in article.passages:
        if passage.role is Role.CAPTION:
            last[passage.field] = passage
    for number, photo in enumerate(article.article.photos):
        caption = last.get(f"{article.path}.photos[{number}].caption")
        if caption is None:
            continue
        spot = caption.spot(0, len(caption.text))
        if not _has_credit(photo, caption.text, article.article):
            yield Remark(_NO_CREDIT if photo.file else _NEITHER, spot)
        elif not photo.file:
            yield Remark(_NO_FILE, spot, advice=_ADD_FILE, severity=Severity.INFO)


def _has_credit(photo: Photo, caption: str, article: Article) -> bool:
    if photo.credit or _CREDIT.search(caption, max(0, len(caption) - 80)):
        return True
    return any(_IN_BYLINE.search(words or "") for words in (article.byline, article.source, article.signoff))


RULE = Rule(
    id="S-CAPTION",
    name=Wording("图片说明", "caption"),
    severity=Severity.WARNING,
    fixing=Fixing.NONE,
    clause=Wording("编排惯例：图片说明须署摄影者", "make-up: a caption says who took the picture"),
    advice=Wording("补上图片与摄影署名", "add the picture and the photographer's name"),
    check=check,
    weight=0.1,
)

"""What savers call the fields of an article: English, Chinese and pinyin, in keys and on labelled lines."""

from __future__ import annotations

import re
from enum import Enum, auto


class Field(Enum):
    """A field that some saver writes."""

    HEADLINE = auto()
    KICKER = auto()
    DECK = auto()
    COLUMN = auto()
    BYLINE = auto()
    SOURCE = auto()
    SUMMARY = auto()
    BODY = auto()
    PHOTOS = auto()
    DATE = auto()
    PUBLISHED = auto()
    PAGE = auto()
    SECTION = auto()
    NUMBER = auto()
    PAPER = auto()
    ISSUE = auto()
    ADDRESS = auto()
    ARTICLES = auto()


_NAMES = {
    Field.HEADLINE: (
        "title headline maintitle articletitle biaoti zhubiaoti zhuti timu 标题 主标题"
        " 主题 正题 题目 文章标题 文章题目 新闻标题 標題 主標題 題目"
    ),
    Field.KICKER: (
        "pretitle kicker introtitle leadtitle uptitle overline shouldertitle eyebrow"
        " toptitle h3 yinti jianti meiti 引题 肩题 眉题 引題 肩標"
    ),
    Field.DECK: (
        "subtitle subtitles subheadline subhead deck dek vicetitle secondtitle downtitle"
        " h2 futi fubiaoti 副题 副标题 副題 副標題 次标题"
    ),
    Field.COLUMN: ("column columnname lanmu 栏目 专栏 欄目"),
    Field.BYLINE: (
        "author authors byline reporter reporters writer creator zuozhe jizhe 作者 记者"
        " 署名 撰稿 文章作者 記者"
    ),
    Field.SOURCE: ("source origin laiyuan 来源 出处 來源"),
    Field.SUMMARY: ("summary abstract digest excerpt lead zhaiyao daodu 摘要 导读 提要 内容提要"),
    Field.BODY: (
        "content contents text body paragraphs fulltext maintext articletext"
        " articlecontent contenttext articlebody bodytext html contenthtml bodyhtml"
        " zhengwen neirong quanwen 正文 内容 全文 文章内容 新闻内容 文章正文 內容 文本"
        " 段落"
    ),
    Field.PHOTOS: ("images image imgs img pics pictures picture photos photo tupian 图片 照片"),
    Field.DATE: ("date day issuedate paperdate newsdate riqi 日期 出版日期 报纸日期 见报日期"),
    Field.PUBLISHED: (
        "published publishdate publishedat publishtime publicationdate pubdate pubtime"
        " pdate time datetime timestamp createdat fabushijian shijian 发布时间 发布日期"
        " 发表时间 发表日期 时间 時間"
    ),
    Field.PAGE: (
        "page pageno pagenum pagenumber pageindex pageid banci banmian banhao ban 版次"
        " 版面 版号 版 版面号 版號 頁碼"
    ),
    Field.SECTION: (
        "pagename pagetitle section sectionname sectiontitle layout layoutname category"
        " banming 版名 版面名 版面名称 版面標題 版面标题"
    ),
    Field.NUMBER: (
        "no number num index idx order seq sort articleindex articleno articlenumber"
        " xuhao 序号 编号 篇号 文章序号"
    ),
    Field.PAPER: (
        "paper papername newspaper newspapername journal publication media baozhi"
        " baoming 报纸 报名 报刊 报纸名称 媒体 報紙"
    ),
    Field.ISSUE: ("issue issueno issuenumber qihao 期号 总期号 期数 期次"),
    Field.ADDRESS: ("url link href uri address wangzhi lianjie 网址 链接 连接 原文链接 地址"),
    Field.ARTICLES: (
        "articles article items item news newslist articlelist list data results result"
        " records rows pages children docs entries 文章 文章列表 新闻 列表 数据 版面列表"
    ),
}
_FIELDS = {name: field for field, names in _NAMES.items() for name in names.split()}
_NOT_LETTERS = re.compile(r"[\W_]+")
_LABELLED = re.compile(r"[【\[]?([\u4e00-\u9fff]{1,6}|[A-Za-z_]{3,12})[】\]]?\s*[：:](?!//)\s*(.*)\Z")


def field_of(key: str) -> Field | None:
    """Return the field that a key names; capitals and what joins its words do not count."""
    return _FIELDS.get(_NOT_LETTERS.sub("", key).lower())


def labelled(line: str) -> tuple[Field, str] | None:
    """Return the field that a line's label names and what stands behind it (``标题：…``), or None."""
    match = _LABELLED.match(line)
    field = field_of(match[1]) if match else None
    return (field, match[2].strip()) if match and field is not None else None

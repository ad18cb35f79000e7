"""Every key of the edition format, described once: the loader and the JSON Schema are made from this."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from reader.edition.article import Cut, Kind, Prominence
from reader.edition.notice import Level, Status
from reader.edition.wording import Wording
from reader.loading.shapes import Shape


@dataclass(frozen=True, slots=True)
class Field:
    """A key: what may stand under it, what it is called in Chinese, and what it is for."""

    key: str
    shape: Shape
    called: str
    purpose: Wording
    required: bool = False
    choices: type[StrEnum] | None = None
    record: Record | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping and its keys; `one_of` are keys of which at least one is required."""

    key: str
    name: Wording
    fields: tuple[Field, ...]
    one_of: tuple[str, ...] = ()
    by_key: dict[str, Field] = field(init=False, repr=False, compare=False)
    required: tuple[Field, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_key", {field.key: field for field in self.fields})
        object.__setattr__(self, "required", tuple(field for field in self.fields if field.required))


def _line(key: str, called: str, zh: str, en: str, *, required: bool = False) -> Field:
    return Field(key, Shape.LINE, called, Wording(zh, en), required)


MASTHEAD = Record(
    "masthead",
    Wording("报头", "the masthead"),
    (
        _line("motto", "报训", "报头下的口号。", "The motto under the name."),
        _line("publisher", "主办", "主管、主办或出版单位。", "Who publishes the paper."),
        _line("editor", "编辑", "本期编辑。", "Who edited this edition."),
        _line("lunar", "农历", "报头印的农历日期。", "The lunar date as printed."),
        _line("pages", "版数", "今日几版。", "The number of pages as printed."),
    ),
)

PHOTO = Record(
    "photo",
    Wording("图片", "a photo"),
    (
        Field("id", Shape.ID, "编号", Wording("正文用 ![编号] 放图。", "What ![id] in the body names.")),
        Field(
            "file",
            Shape.FILE,
            "文件",
            Wording("图片文件，相对版面文件的路径。", "The picture, as a path relative to the edition."),
        ),
        _line("caption", "图片说明", "图片说明。", "What the page prints under it."),
        _line("credit", "摄影", "谁拍的。", "Who took it."),
        _line("alt", "替代文字", "给看不到图的人。", "What it shows, for those who do not see it."),
    ),
)

JUMP = Record(
    "jump",
    Wording("转接", "a jump"),
    (
        _line("page", "版次", "另一半所在的版。", "The page of the other half.", required=True),
        _line(
            "article",
            "文章",
            "另一半的 id；在别的一期里就写 日期/id。",
            "The other half's id, or DATE/ID in another edition.",
        ),
    ),
)

ARTICLE = Record(
    "article",
    Wording("文章", "an article"),
    (
        Field(
            "id",
            Shape.ID,
            "编号",
            Wording(
                "本期内唯一；没有就按位置叫 p01-a03。",
                "Unique in the edition; without it the article is known by its place, p01-a03.",
            ),
        ),
        Field(
            "kind",
            Shape.CHOICE,
            "体裁",
            Wording("体裁，默认 news。", "What sort of piece it is; default news."),
            choices=Kind,
        ),
        _line(
            "page", "版次", "印在哪一版；没有就同所在的版。", "The page it stands on; default its section's."
        ),
        _line("column", "栏目", "栏目名。", "The name of its column."),
        _line("kicker", "引题", "主题上方的一行。", "The line above the headline."),
        _line("headline", "主题", "主标题；没有就写 slug。", "The headline; without one, write a slug."),
        _line("slug", "代题", "没有标题时的代称，显示在方括号里。", "A working title, shown in brackets."),
        _line("deck", "副题", "主题下方的一行，“——”照录。", "The line below the headline, its —— kept."),
        _line("byline", "署名", "照印的署名。", "The byline as printed."),
        Field("authors", Shape.LINES, "作者", Wording("作者姓名。", "The names of its authors.")),
        _line("dateline", "电头", "如“新华社北京12月23日电”。", "Where and when it was filed."),
        _line("source", "来源", "供稿的单位或报纸。", "Who supplied it."),
        _line("summary", "提要", "内容提要。", "What it says, in a sentence or two."),
        Field(
            "body", Shape.PROSE, "正文", Wording("正文，用“|”开头的块。", "The text, as a literal block (|).")
        ),
        Field("photos", Shape.RECORDS, "图片", Wording("图片及说明。", "Its photos."), record=PHOTO),
        _line("signoff", "文末署名", "文末括号里的署名。", "The names at its end."),
        Field(
            "jump_from",
            Shape.JUMP,
            "上接",
            Wording("前一半在哪里，或 unknown。", "Where it comes from, or unknown."),
            record=JUMP,
        ),
        Field(
            "jump_to",
            Shape.JUMP,
            "下转",
            Wording("后一半在哪里，或 unknown。", "Where it goes on, or unknown."),
            record=JUMP,
        ),
        Field(
            "cut", Shape.CHOICE, "缺文", Wording("哪一头缺了文字。", "Where text is missing."), choices=Cut
        ),
        Field(
            "prominence",
            Shape.CHOICE,
            "轻重",
            Wording("版面上的分量，默认 normal。", "Its weight on the page; default normal."),
            choices=Prominence,
        ),
        _line("correction", "更正", "对本文的更正。", "What was wrong in it."),
        Field(
            "corrects",
            Shape.REFERENCE,
            "更正对象",
            Wording("更正哪一篇，写 日期/id。", "The article it corrects, as DATE/ID."),
        ),
    ),
    one_of=("headline", "slug"),
)

SECTION = Record(
    "section",
    Wording("版", "a section"),
    (
        _line("name", "版名", "版的名称。", "The name of the section.", required=True),
        _line("page", "版次", "第几版。", "The page it is printed on."),
        Field(
            "articles",
            Shape.RECORDS,
            "文章",
            Wording("文章的列表，按阅读顺序。", "The list of its articles, in reading order."),
            True,
            record=ARTICLE,
        ),
    ),
)

NOTICE = Record(
    "notice",
    Wording("公告", "a notice"),
    (
        Field(
            "id", Shape.ID, "编号", Wording("在本报唯一。", "A name of its own, unique for the paper."), True
        ),
        _line("event", "事件", "预警的是什么。", "What it warns of.", required=True),
        _line("headline", "标题", "公告的标题。", "Its headline."),
        _line("column", "栏目", "栏目名。", "The name of its column."),
        Field(
            "level",
            Shape.CHOICE,
            "级别",
            Wording("蓝Ⅳ、黄Ⅲ、橙Ⅱ、红Ⅰ。", "How grave: blue IV to red I."),
            choices=Level,
        ),
        Field(
            "status",
            Shape.CHOICE,
            "状态",
            Wording(
                "默认 actual；演练、测试、草稿不上横幅。",
                "Default actual; the others never raise the banner.",
            ),
            choices=Status,
        ),
        _line("issuer", "发布单位", "谁发布的。", "Who issued it."),
        _line("area", "地区", "适用的地区。", "Where it holds."),
        Field("issued", Shape.INSTANT, "发布时间", Wording("何时发布。", "When it was issued.")),
        Field(
            "effective",
            Shape.INSTANT,
            "生效时间",
            Wording(
                "从何时起有效；不写时差就按本期时区。",
                "When it takes effect; without an offset, in the edition's time zone.",
            ),
            True,
        ),
        Field(
            "onset",
            Shape.INSTANT,
            "开始时间",
            Wording("所预警的事何时开始。", "When what it warns of begins."),
        ),
        Field(
            "expires",
            Shape.END,
            "截止时间",
            Wording("到何时为止，或 until-lifted。", "When it ends, or until-lifted."),
            True,
        ),
        Field("supersedes", Shape.IDS, "取代", Wording("取代哪些公告。", "The notices it replaces.")),
        Field("cancels", Shape.IDS, "解除", Wording("解除哪些公告。", "The notices it lifts.")),
        Field("text", Shape.PROSE, "正文", Wording("公告全文。", "What it says.")),
        Field("instruction", Shape.PROSE, "提示", Wording("请公众怎么做。", "What people should do.")),
    ),
)

EDITION = Record(
    "edition",
    Wording("一期报纸", "an edition"),
    (
        Field(
            "format", Shape.FORMAT, "格式", Wording("格式版本，写 1。", "The version of the format: 1."), True
        ),
        _line("paper", "报名", "报纸的名称。", "The name of the newspaper.", required=True),
        Field(
            "date",
            Shape.DATE,
            "日期",
            Wording("出版日期，如 2024-12-23。", "The day it appears, YYYY-MM-DD."),
            True,
        ),
        _line("edition", "版别", "地方版或时段版，如“晚报版”。", "City or time edition."),
        _line("issue", "期号", "总第几期。", "The running number."),
        Field("language", Shape.LANGUAGE, "语言", Wording("BCP 47，默认 zh-CN。", "BCP 47; default zh-CN.")),
        Field(
            "timezone",
            Shape.ZONE,
            "时区",
            Wording("IANA 名称，默认 Asia/Shanghai。", "IANA name; default Asia/Shanghai."),
        ),
        Field(
            "masthead",
            Shape.RECORD,
            "报头",
            Wording("报头印的内容。", "What its head prints."),
            record=MASTHEAD,
        ),
        Field(
            "inferred",
            Shape.LINES,
            "推断",
            Wording(
                "版面没有印、由录入者推断的键或文章。", "Keys or ids whose value the page did not print."
            ),
        ),
        Field("notices", Shape.RECORDS, "公告", Wording("公告与预警。", "Public notices."), record=NOTICE),
        Field(
            "sections",
            Shape.RECORDS,
            "版面",
            Wording("各版的列表。", "The list of its sections, each with its articles."),
            True,
            record=SECTION,
        ),
    ),
)

RECORDS = (EDITION, MASTHEAD, NOTICE, SECTION, ARTICLE, PHOTO, JUMP)
"""Every mapping of the format."""

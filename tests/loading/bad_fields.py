"""Editions whose YAML is sound and whose fields are not, with the place and words of their message."""

from __future__ import annotations

from tests.loading.bad_files import HEAD, NOTICE, TAIL, article, bad, notice, top

FIELDS = (
    top("an unknown key", "isue: 12\n", 1, "did you mean issue?"),
    top("an unknown key like no other", "weather: 晴\n", 1, "remove it"),
    top("a key by its Chinese name", "报训: 求实\n", 1, "no key “报训”"),
    top("an article's key at the top", "kicker: 引\n", 1, "it belongs to an article"),
    top("an empty key", "'': 12\n", 1, "no key “”"),
    top("an unknown key in the masthead", "masthead: {moto: 真}\n", 12, "did you mean motto?"),
    bad("no format", (HEAD + TAIL).removeprefix("format: 1\n"), 1, 1, "needs “format”"),
    bad("another format", (HEAD + TAIL).replace("format: 1", "format: 2"), 1, 9, "write format: 1"),
    bad("no paper", (HEAD + TAIL).replace("paper: 青石晚报\n", ""), 1, 1, "needs “paper”"),
    bad("an empty paper", (HEAD + TAIL).replace("paper: 青石晚报", 'paper: ""'), 2, 8, "“paper” is empty"),
    bad("no date", (HEAD + TAIL).replace("date: 2025-03-04\n", ""), 1, 1, "needs “date”"),
    bad("no sections", HEAD + "...\n", 1, 1, "needs “sections”"),
    bad("empty sections", HEAD + "sections:\n...\n", 4, 10, "“sections” is empty"),
    bad(
        "a date that is no day",
        (HEAD + TAIL).replace("03-04", "02-30"),
        3,
        7,
        "“date” cannot be “2025-02-30”",
    ),
    bad(
        "a date with slashes",
        (HEAD + TAIL).replace("2025-03-04", "2025/3/4"),
        3,
        7,
        "did you mean 2025-03-04?",
    ),
    bad(
        "a Chinese date",
        (HEAD + TAIL).replace("2025-03-04", "2025年3月4日"),
        3,
        7,
        "did you mean 2025-03-04?",
    ),
    bad(
        "a date as a list",
        (HEAD + TAIL).replace("2025-03-04", "[2025, 3, 4]"),
        3,
        7,
        "“date” should be a text",
    ),
    bad(
        "a year nobody lived in", (HEAD + TAIL).replace("2025-03-04", "0025-03-04"), 3, 7, "“date” cannot be"
    ),
    top("a bad language", "language: zh_CN\n", 11, "did you mean zh-CN?"),
    top("a language in words", "language: Chinese\n", 11, "BCP 47"),
    top("a time zone that is not", "timezone: Asia/Shanghay\n", 11, "did you mean Asia/Shanghai?"),
    top("a time zone by its city", "timezone: Asia/Beijing\n", 11, "did you mean Asia/Shanghai?"),
    top("a time zone as an offset", "timezone: +08:00\n", 11, "did you mean Asia/Shanghai?"),
    top("a time zone that is a folder", "timezone: Asia\n", 11, "“timezone” cannot be “Asia”"),
    top("a time zone that climbs", "timezone: ../../etc/passwd\n", 11, "IANA"),
    top("a masthead that is a text", "masthead: 青石\n", 11, "“masthead” should be a mapping"),
    top("a list where text should be", "issue: [12]\n", 8, "“issue” should be a text"),
    top("a mapping where text should be", "issue: {no: 12}\n", 8, "“issue” should be a text"),
    top("a text where a list should be", "inferred: date\n", 11, "write “inferred: [a, b]”"),
    top("an empty item", "inferred: [date, '']\n", 18, "“inferred” is empty"),
    bad("sections that are a mapping", HEAD + "sections: {name: 要闻}\n...\n", 4, 11, "should be a list"),
    bad("a section that is a text", HEAD + "sections: [要闻]\n...\n", 4, 12, "should be a mapping"),
    bad("a section without a name", HEAD + "sections:\n  - articles: []\n...\n", 5, 5, "needs “name”"),
    bad("a section without articles", HEAD + "sections:\n  - name: 要闻\n...\n", 5, 5, "needs “articles”"),
    bad(
        "an article that is a text",
        HEAD + "sections:\n  - name: 要\n    articles: [春]\n...\n",
        6,
        16,
        "a mapping",
    ),
    article("no headline and no slug", "body: 正文", 7, 9, "neither “headline” nor “slug”"),
    article("an empty headline", "headline:\nbody: 正文", 7, 18, "neither “headline” nor “slug”"),
    article("a folded text", "headline: 题\nbody: >\n  甲\n  乙", 8, 15, "folded"),
    article("a folded headline", "headline: >-\n  甲\n  乙", 7, 19, "folded"),
    article("a plain text over two lines", "headline: 题\nbody: 甲\n  乙", 8, 15, "several lines"),
    article("a headline over two lines", "headline: 甲\n  乙", 7, 19, "several lines"),
    article("a text cut by a comment", "headline: 第 #1 名", 7, 19, "cut at “ #”"),
    article("a text that is only a comment", "headline: #1 名\nslug: 题", 7, 18, "cut at “ #”"),
    article("an item cut by a comment", "headline: 题\nauthors:\n  - 李 #明", 9, 13, "cut at “ #”"),
    article("an unknown kind", "headline: 题\nkind: newz", 8, 15, "did you mean news?"),
    article("a kind in Chinese", "headline: 题\nkind: 通讯", 8, 15, "did you mean feature?"),
    article("a kind in capitals", "headline: 题\nkind: News", 8, 15, "did you mean news?"),
    article("an empty kind", "headline: 题\nkind:", 8, 14, "“kind” is empty"),
    article("an unknown cut", "headline: 题\ncut: ends", 8, 14, "did you mean end?"),
    article("an unknown prominence", "headline: 题\nprominence: led", 8, 21, "did you mean lead?"),
    article("an unknown key in an article", "headline: 题\nhedline: 题", 8, 9, "did you mean headline?"),
    article("authors that are a text", "headline: 题\nauthors: 李明", 8, 18, "“authors” should be a list"),
    article("an id with a space", "headline: 题\nid: a b", 8, 13, "one word"),
    article("an id with a slash", "headline: 题\nid: a/b", 8, 13, "one word"),
    article("an id like a notice's", "headline: 题\nid: notice:a", 8, 13, "cannot begin with “notice:”"),
    article("a jump that is a word", "headline: 题\njump_to: 4版", 8, 18, "write unknown, or {page"),
    article("a jump that is a list", "headline: 题\njump_to: [4]", 8, 18, "should be a mapping"),
    article("a jump without a page", "headline: 题\njump_from: {article: a}", 8, 20, "needs “page”"),
    article("a jump with another key", "headline: 题\njump_to: {pages: 4}", 8, 19, "did you mean page?"),
    article("a correction of no article", "headline: 题\ncorrects: 昨日", 8, 19, "write DATE/ID"),
    article(
        "a correction without a day", "headline: 题\ncorrects: 2025-02-30/p01-a01", 8, 19, "write DATE/ID"
    ),
    article("a photo that climbs", "headline: 题\nphotos: [{file: ../a.jpg}]", 8, 25, "without “..”"),
    article(
        "a photo that climbs later", "headline: 题\nphotos: [{file: a/../../b.jpg}]", 8, 25, "without “..”"
    ),
    article("an absolute photo", "headline: 题\nphotos: [{file: /etc/passwd}]", 8, 25, "not absolute"),
    article("a photo on a drive", "headline: 题\nphotos: [{file: 'C:/a.jpg'}]", 8, 25, "not absolute"),
    article("a photo with backslashes", "headline: 题\nphotos: [{file: '..\\a.jpg'}]", 8, 25, "with “/”"),
    article("a photo from the net", "headline: 题\nphotos: [{file: 'http://a/b.jpg'}]", 8, 25, "relative"),
    article(
        "photos that are one mapping", "headline: 题\nphotos: {id: a}", 8, 17, "“photos” should be a list"
    ),
    article("two photos of one id", "headline: 题\nphotos: [{id: a}, {id: a}]", 8, 32, "lines 8 and 8"),
    article(
        "no such photo",
        "headline: 题\nbody: |\n  一段。\n\n  ![b]\nphotos: [{id: a}]",
        11,
        11,
        "names no photo",
    ),
    article("no photos at all", "headline: 题\nbody: '![a]'", 8, 15, "add one with id: a"),
)

NOTICES = (
    notice("a notice without an id", "id: wind-1\n    ", "", (5, 5), "needs “id”"),
    notice("a notice without an event", "    event: 大风\n", "", (5, 5), "needs “event”"),
    notice(
        "a notice without a beginning", "    effective: 2025-03-04T08:00\n", "", (5, 5), "needs “effective”"
    ),
    notice("a notice without an end", "    expires: 2025-03-04T20:00\n", "", (5, 5), "needs “expires”"),
    notice("a notice that ends first", "T20:00", "T07:00", (8, 14), "ends before"),
    notice("a notice that ends at once", "T20:00", "T08:00", (8, 14), "line 7"),
    notice(
        "an end that is a word", "2025-03-04T20:00", "until_lifted", (8, 14), "did you mean until-lifted?"
    ),
    notice("an end in Chinese", "2025-03-04T20:00", "另行通知", (8, 14), "did you mean until-lifted?"),
    notice("a beginning until lifted", "2025-03-04T08:00", "until-lifted", (7, 16), "“effective” cannot be"),
    notice("25 o'clock", "T20:00", "T25:00", (8, 14), "hours go to 24:00"),
    notice("a minute past 24 o'clock", "T20:00", "T24:01", (8, 14), "hours go to 24:00"),
    notice("a time without a T", "04T08:00", "04 8:00", (7, 16), "did you mean 2025-03-04T08:00?"),
    notice(
        "a time without a clock", "2025-03-04T08:00", "2025-03-04", (7, 16), "did you mean 2025-03-04T00:00?"
    ),
    notice(
        "a time in Chinese", "2025-03-04T08:00", "2025年3月4日8时", (7, 16), "did you mean 2025-03-04T08:00?"
    ),
    notice("a time on no day", "03-04T08:00", "02-30T08:00", (7, 16), "2025 has 28 days"),
    notice("an offset of no zone", "T08:00", "T08:00+25:00", (7, 16), "“effective” cannot be"),
    notice(
        "an unknown level",
        "event: 大风",
        "event: 大风\n    level: gray",
        (7, 12),
        "blue, yellow, orange, red",
    ),
    notice(
        "a level in Chinese", "event: 大风", "event: 大风\n    level: 黄色", (7, 12), "did you mean yellow?"
    ),
    notice(
        "an unknown status", "event: 大风", "event: 大风\n    status: actul", (7, 13), "did you mean actual?"
    ),
    notice(
        "a notice that ends itself",
        "event: 大风",
        "event: 大风\n    cancels: [wind-1]",
        (7, 14),
        "end each other",
    ),
    notice(
        "ids that are a text", "event: 大风", "event: 大风\n    cancels: wind-0", (7, 14), "should be a list"
    ),
    notice(
        "an unknown key in a notice",
        "event: 大风",
        "event: 大风\n    expire: x",
        (7, 5),
        "did you mean expires?",
    ),
    bad(
        "two notices of one id",
        HEAD + NOTICE + NOTICE.removeprefix("notices:\n") + TAIL,
        9,
        9,
        "lines 5 and 9",
    ),
    bad(
        "two notices that end each other",
        HEAD
        + NOTICE.replace("event", "supersedes: [wind-2]\n    event")
        + NOTICE.removeprefix("notices:\n").replace("wind-1", "wind-2\n    cancels: [wind-1]")
        + TAIL,
        11,
        14,
        "wind-1 → wind-2 → wind-1",
    ),
)

TWO = "sections:\n  - name: 要闻\n    articles:\n      - headline: 甲\n      - headline: 乙\n...\n"

ARTICLES = (
    bad(
        "two articles of one id",
        HEAD + TWO.replace("甲", "甲\n        id: a").replace("乙", "乙\n        id: a"),
        10,
        13,
        "lines 8 and 10",
    ),
    bad(
        "an id that is another's place",
        HEAD + TWO.replace("甲", "甲\n        id: p01-a02"),
        9,
        9,
        "the name of a place",
    ),
    bad(
        "two articles without headlines",
        HEAD + TWO.replace("headline", "deck"),
        8,
        9,
        "neither “headline” nor “slug”",
    ),
)

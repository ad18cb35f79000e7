"""Editions for the tests of the screen, written to disk and read back as any edition is."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

DAY = "2026-03-14"
PAPER = "河湾晨报"

POND = "池塘边的芦苇去年冬天割过一回，今年春天又长到齐腰高。看塘的人说，白鹭比往年来得早。"
LAMP = "修灯的师傅一晚上走了七条巷子，换下四十二只旧灯泡，剩下的三只等零件到了再换。"
SHIP = "渡船改用电机以后，江面上安静下来，船工们说话再也不用喊。"
PHRASE = "白鹭比往年"


def an_article(headline: str = "春水涨到第三级台阶", **fields: Any) -> dict[str, Any]:
    """Return an article; its body is three paragraphs unless another is given."""
    return {"headline": headline, "body": f"{POND}\n\n{LAMP}\n\n{SHIP}", **fields}


def a_notice(notice_id: str = "wind-1", **fields: Any) -> dict[str, Any]:
    """Return a blue wind warning in force all day."""
    return {
        "id": notice_id,
        "event": "大风",
        "level": "blue",
        "effective": f"{DAY}T00:00",
        "expires": f"{DAY}T24:00",
        "text": "江面阵风八级，渡船停航。",
        "instruction": "沿江居民收好花盆，不要靠近护栏。",
        **fields,
    }


def a_paper(*sections: Sequence[dict[str, Any]], **fields: Any) -> dict[str, Any]:
    """Return an edition whose sections hold these articles; two of two articles when none are given."""
    given = sections or ([an_article(), an_article("渡口换了新船")], [an_article("巷灯修好了"), an_article()])
    return {
        "format": 1,
        "paper": PAPER,
        "date": DAY,
        "sections": [
            {"name": f"第{'一二三四五六七八九十'[at % 10]}版", "page": str(at + 1), "articles": list(each)}
            for at, each in enumerate(given)
        ],
        **fields,
    }


def put(folder: Path, edition: dict[str, Any] | None = None, name: str | None = None) -> Path:
    """Write an edition into a folder, by its date unless a name is given; JSON is YAML."""
    edition = edition if edition is not None else a_paper()
    path = folder / (name or f"{edition['date']}.yaml")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(edition, ensure_ascii=False, indent=1) + "\n...\n", encoding="utf-8")
    return path


def long_article(paragraphs: int = 40, headline: str = "一条河的四季", **fields: Any) -> dict[str, Any]:
    """Return an article of many numbered paragraphs, several screens long."""
    turns = (POND, LAMP, SHIP)
    body = "\n\n".join(f"第{at}段。{turns[at % 3]}{turns[(at + 1) % 3]}" for at in range(paragraphs))
    return an_article(headline, body=body, **fields)


def many_articles(count: int = 500) -> dict[str, Any]:
    """Return an edition of so many short articles in ten sections."""
    each = [an_article(f"第{at + 1}篇：河湾里的小事", byline=f"□ 记者{at}") for at in range(count)]
    size = max(1, count // 10)
    return a_paper(*(each[at : at + size] for at in range(0, count, size)))


RICH_BODY = f"""{POND}

### 一、修灯记

{LAMP}

> 灯亮了，夜路就短了。
> — 巷口开店的周婶

- 旧灯泡统一回收
- 每盏灯有编号

1. 先断电
2. 再登梯

| 巷名 | 灯数 | 修好 |
| 桥西巷 | 12 | 12 |
| 井台巷 | 7 | 5 |

~ 一盏灯照一截路，
~ 一截路领一个人。

![lamp]

---

{SHIP}"""


def a_rich_paper(**fields: Any) -> dict[str, Any]:
    """Return an edition that uses every field an article and a notice can have."""
    first = an_article(
        "四十二盏灯亮回来了",
        id="lamps",
        kind="feature",
        column="街巷故事",
        kicker="老城夜路有人管",
        deck="——一位修灯师傅的七条巷子",
        byline="□ 本报记者 许望舒",
        dateline="本报河湾3月13日讯",
        source="据街道办日志",
        summary="一支三个人的小队，用十一个晚上修好了老城的路灯。",
        body=RICH_BODY,
        photos=[
            {"id": "lamp", "caption": "师傅在井台巷登梯。", "credit": "冯小满 摄", "alt": "一个人在梯子上"},
            {"caption": "换下来的旧灯泡装了两筐。", "credit": "资料图"},
        ],
        signoff="（许望舒 冯小满）",
        jump_to={"page": "2", "article": "lamps-more"},
        cut="both",
        correction="昨日本栏误作四十一盏，特此更正。",
    )
    second = an_article("没有标题的来信", kind="letter", authors=["徐知秋", "岑远"], signoff="读者 岑远")
    slug = {"slug": "渡口照片", "kind": "photo", "body": "", "photos": [{"caption": "雾里的渡口。"}]}
    more = an_article(
        "灯的另一半故事", id="lamps-more", jump_from={"page": "1", "article": "lamps"}, jump_to="unknown"
    )
    opinion = an_article(
        "路灯也是门面", kind="opinion", column="井边闲话", cut="start", corrects=f"{DAY}/lamps"
    )
    return a_paper(
        [first, second],
        [slug, more, opinion],
        **{
            "issue": "0314",
            "edition": "早刊",
            "masthead": {"motto": "把小事写清楚", "publisher": "河湾报社", "editor": "林一舟"},
            "notices": [
                a_notice(headline="大风蓝色预警", column="公告", issuer="河湾气象台", area="全市沿江"),
                a_notice("drill-1", event="防空演练", level="red", status="exercise"),
            ],
            **fields,
        },
    )

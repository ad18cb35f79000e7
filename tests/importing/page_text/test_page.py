"""A made-up page, whole: every line in its field, every guess told."""

from __future__ import annotations

import datetime as dt

from reader.edition.article import Cut, Jump, Kind
from reader.edition.notice import Level
from reader.importing.observation import Grade
from tests.importing.checked import WISHES
from tests.importing.page_text.pages import articles, fields_of, ink, read_page, told_of

PAGE = """

## 老街新灯亮 邻里笑声长

### 河湾市更换背街小巷路灯

本报讯 记者林一舟 见习记者何川报道:2月1日,河湾市背街小巷的两千盏路灯全部换新,夜里出门的人多了起来。

住在灯笼巷的居民说,过去走这条路要打手电,如今连台阶的边也看得清。换灯的工人每晚九点以后才上路,为的是不耽误白天的

生意。

## 渡口的钟重新敲响

本报讯 停了三年的渡口报时钟昨天修好,正午敲了十二下。修钟的老师傅没有收工钱。(方小满 施云)



2月2日,河湾市第三小学的学生在操场上放飞自己扎的风筝。

说到底,要让好办法留下来。

水利部门把去年的三条经验写进了章程,今年照着做。各乡镇的水管员每周碰一次头,把漏水的地方记在一张图上,谁修的,修了几天,都写得清清

楚楚。这张图贴在镇上的布告栏里。

### 账要算在前头

账先算清,活才好干。镇上的会计把三年的开支列成一张表,发现修旧管比换新管多花了

## 说民情 办实事

# 一口老井的新水

## ——河湾区北坡村引水记

□ 本报记者 林一舟

“井还在,水是新的。”北坡村的村民这样说。

村里的老井打于七十年前,水位一年比一年低。

## 少一点折腾

报言



修路要少折腾。一条路一年挖开三回,走路的人怎么会满意?把管线的事一次想周全,路就能多用几年。



### 天气预警

### 信息发布台

受冷空气影响,经会商,决定自2025年2月3日8时启动大风黄色(Ⅲ级)预警,解除时间另行通知。各单位加固户外的牌子。

请市民减少外出,关好门窗;在户外作业的要停工避风。
"""


class TestTheWholePage:
    def test_has_every_piece_in_the_order_of_the_page(self) -> None:
        assert [article.title[:6] for article in articles(PAGE)] == [
            "老街新灯亮 ", "渡口的钟重新", "［河湾市第三", "［说到底 要", "一口老井的新", "少一点折腾",
        ]  # fmt: skip

    def test_keeps_every_character_in_a_field(self) -> None:
        edition, _ = read_page(PAGE)
        assert ink("".join(fields_of(edition))) == ink(PAGE.replace("#", ""))

    def test_takes_kicker_headline_and_deck_by_their_levels(self) -> None:
        well = articles(PAGE)[4]
        assert (well.kicker, well.headline, well.deck) == (
            "说民情 办实事", "一口老井的新水", "——河湾区北坡村引水记",
        )  # fmt: skip
        assert well.byline == "□ 本报记者 林一舟"

    def test_takes_a_deeper_heading_right_below_the_headline_for_the_deck(self) -> None:
        assert articles(PAGE)[0].deck == "河湾市更换背街小巷路灯"

    def test_copies_the_reporters_named_in_the_text_and_leaves_the_text_as_it_is(self) -> None:
        lamps = articles(PAGE)[0]
        assert lamps.authors == ("林一舟", "何川")
        assert lamps.byline is None
        assert lamps.body.startswith("本报讯 记者林一舟 见习记者何川报道:2月1日")

    def test_moves_the_names_behind_the_last_sentence_to_the_signoff(self) -> None:
        clock = articles(PAGE)[1]
        assert clock.signoff == "(方小满 施云)"
        assert clock.body.endswith("没有收工钱。")

    def test_joins_a_paragraph_that_a_column_broke(self) -> None:
        assert "不耽误白天的生意。" in articles(PAGE)[0].body
        assert "写得清清楚楚。" in articles(PAGE)[3].body

    def test_makes_a_photo_of_a_caption_that_stands_apart_behind_a_signature(self) -> None:
        photo = articles(PAGE)[2]
        assert photo.kind is Kind.PHOTO
        assert [each.caption for each in photo.photos] == [
            "2月2日,河湾市第三小学的学生在操场上放飞自己扎的风筝。"
        ]

    def test_makes_a_piece_of_its_own_of_text_that_lost_its_headline(self) -> None:
        lost = articles(PAGE)[3]
        assert lost.jump_from == Jump()
        assert lost.cut is Cut.END
        assert "### 账要算在前头" in lost.body
        assert lost.body.endswith("比换新管多花了")

    def test_knows_a_column_by_its_label_below_the_headline(self) -> None:
        opinion = articles(PAGE)[5]
        assert (opinion.column, opinion.kind) == ("报言", Kind.OPINION)
        assert opinion.body.startswith("修路要少折腾。")

    def test_makes_a_notice_of_the_box(self) -> None:
        (notice,) = read_page(PAGE)[0].notices
        assert notice.id == "wind-20250203"
        assert notice.event == "大风"
        assert notice.level is Level.YELLOW
        assert notice.column == "天气预警 信息发布台"
        assert notice.effective.isoformat() == "2025-02-03T08:00:00+08:00"
        assert notice.expires is None
        assert notice.text.startswith("受冷空气影响")
        assert notice.instruction.startswith("请市民减少外出")

    def test_lists_what_it_guessed(self) -> None:
        edition, told = read_page(PAGE)
        assert edition.date == dt.date(2025, 2, 3)
        assert {"date", "jump_from", "cut", "paper", "sections", "slug"} <= set(edition.inferred)
        guessed = told_of(told, Grade.GUESSED)
        assert sum("joined to the next" in what for what in guessed) == 2
        assert any("taken as a piece of its own" in what for what in guessed)
        assert any("caption of a photo that is not here" in what for what in guessed)
        assert any("breaks off at “新管多花了”" in what or "breaks off" in what for what in guessed)

    def test_names_line_and_column_of_what_it_tells(self) -> None:
        _, told = read_page(PAGE)
        caption = next(each for each in told if "caption" in each.what.en)
        assert (
            caption.part
            == f"{PAGE.splitlines().index('2月2日,河湾市第三小学的学生在操场上放飞自己扎的风筝。') + 1}:1"
        )

    def test_tells_it_in_the_order_of_the_page(self) -> None:
        _, told = read_page(PAGE)
        lines = [int(each.part.split(":")[0]) for each in told if each.part]
        assert lines == sorted(lines)

    def test_does_what_it_is_told_about_the_paper(self) -> None:
        wishes = WISHES._replace(paper="河湾日报", date=dt.date(2025, 2, 4), section="要闻")
        edition, told = read_page(PAGE, wishes)
        assert (edition.paper, edition.date, edition.sections[0].name) == (
            "河湾日报", dt.date(2025, 2, 4), "要闻",
        )  # fmt: skip
        assert not {"paper", "date", "sections"} & set(edition.inferred)
        assert not any("date" in what for what in told_of(told, Grade.GUESSED))


class TestOtherPages:
    def test_a_page_without_blank_lines_reads_alike(self) -> None:
        dense = "\n".join(line for line in PAGE.splitlines() if line)
        assert [(each.headline, each.body, each.signoff) for each in articles(dense)] == [
            (each.headline, each.body, each.signoff) for each in articles(PAGE)
        ]

    def test_a_page_of_full_width_marks_reads_alike(self) -> None:
        wide = PAGE.translate(str.maketrans(",:;?!()", "，：；？！（）"))
        assert [(each.kicker, each.headline, each.byline, each.authors) for each in articles(wide)] == [
            (each.kicker, each.headline, each.byline, each.authors) for each in articles(PAGE)
        ]
        assert articles(wide)[1].signoff == "（方小满 施云）"

    def test_a_page_without_heading_marks_reads_almost_alike_and_says_that_it_guessed(self) -> None:
        plain = PAGE.replace("# ", "").replace("#", "")
        edition, told = read_page(plain)
        assert [each.headline for each in edition.articles()] == [each.headline for each in articles(PAGE)]
        assert "headline" in edition.inferred
        assert any("no mark of a heading" in what for what in told_of(told, Grade.GUESSED))

    def test_indented_paragraphs_without_blank_lines_are_paragraphs(self) -> None:
        page = "## 灯\n　　第一段说灯。\n　　第二段说路。\n"
        assert articles(page)[0].body == "第一段说灯。\n\n第二段说路。"

    def test_an_english_page_has_byline_jump_line_and_text_that_goes_on(self) -> None:
        page = (
            "# Ferry bell rings again\n\nBy Jane Doe\n\nRIVERBEND (AP) — The bell at the old ferry "
            "rang at noon, and\n\n"
            "people came out to hear it.\n\nContinued on Page A4\n"
        )
        (bell,) = articles(page)
        assert bell.byline == "By Jane Doe"
        assert bell.jump_to == Jump(page="A4")
        assert bell.body == (
            "RIVERBEND (AP) — The bell at the old ferry rang at noon, and people came out to hear it."
        )

    def test_a_day_in_the_name_of_the_file_outweighs_those_in_the_text(self) -> None:
        edition, _ = read_page("# 题\n\n2024年5月1日的事。")
        assert edition.date == dt.date(2024, 5, 1)

    def test_a_day_the_text_looks_forward_to_is_not_that_of_the_paper(self) -> None:
        edition, _ = read_page("# 题\n\n2024年5月1日动工,2031年5月1日完工。")
        assert edition.date == dt.date(2024, 5, 1)

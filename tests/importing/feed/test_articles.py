from __future__ import annotations

import html

import pytest

from reader.edition.article import Photo
from reader.edition.body import Paragraph, blocks
from reader.importing.imported import Wishes
from tests.importing.checked import NOW, WISHES
from tests.importing.feed.made import article, atom, everything, html_item, item, json_feed, rss


class TestTexts:
    def test_the_fullest_text_is_the_body_wherever_it_stands(self) -> None:
        full, short = "<p>河湾市老桥昨日重开，市民步行过桥。</p>", "另一句话"
        for markup in (
            f"<description>{short}</description><content:encoded>{html.escape(full)}</content:encoded>",
            f"<content:encoded>{short}</content:encoded><description>{html.escape(full)}</description>",
        ):
            found = item(f"<title>老桥重开</title>{markup}")
            assert found.body == "河湾市老桥昨日重开，市民步行过桥。"
            assert found.summary == short

    def test_an_excerpt_of_the_body_is_not_said_twice(self) -> None:
        found = item(
            "<title>老桥重开</title><description>河湾市老桥昨日重开…</description>"
            "<content:encoded>&lt;p&gt;河湾市老桥昨日 &lt;b&gt;重开&lt;/b&gt;，市民过桥。&lt;/p&gt;"
            "</content:encoded>"
        )
        assert found.summary is None
        assert found.body == "河湾市老桥昨日 重开，市民过桥。"

    def test_a_summary_that_only_repeats_the_headline_is_none(self) -> None:
        found = article(
            json_feed({"title": "老桥重开", "content_text": "昨日上午市民过桥", "summary": "老桥重开"})
        )
        assert found.summary is None

    def test_two_summaries_are_both_kept(self) -> None:
        found = item(
            "<title>a</title><content:encoded>正文比谁都长，比谁都长。</content:encoded>"
            "<description>提要之一</description><itunes:summary>提要之二</itunes:summary>"
        )
        assert found.summary is not None
        assert "提要之一" in found.summary
        assert "提要之二" in found.summary

    def test_a_subtitle_is_the_deck_unless_the_text_says_it(self) -> None:
        found = item(
            "<title>a</title><itunes:subtitle>——记重开之日</itunes:subtitle><description>文</description>"
        )
        assert found.deck == "——记重开之日"
        found = item(
            "<title>a</title><itunes:subtitle>昨日</itunes:subtitle><description>昨日重开</description>"
        )
        assert found.deck is None

    def test_text_that_begins_like_a_mark_stays_text(self) -> None:
        found = item(html_item("<p>- 不是列表</p><p>### 不是小标题</p><p>![f9]</p>"))
        assert [type(block) for block in blocks(found.body)] == [Paragraph] * 3

    def test_without_a_title_the_first_words_stand_for_it(self) -> None:
        found = item("<description>没有标题的一条。</description>")
        assert found.headline is None
        assert found.slug == "没有标题的一条。"


class TestAboutIt:
    def test_authors_are_the_byline(self) -> None:
        found = item("<title>a</title><dc:creator>林一舟</dc:creator><dc:creator>周小满</dc:creator>")
        assert found.byline == "林一舟、周小满"
        assert found.authors == ("林一舟", "周小满")

    def test_the_blanks_between_names_are_kept(self) -> None:
        assert (
            item("<title>桥　路</title><dc:creator>□ 林一舟　周小满</dc:creator>").byline
            == "□ 林一舟　周小满"
        )
        found = article(json_feed({"title": "桥　路", "content_text": "文", "authors": [{"name": "林　舟"}]}))
        assert (found.headline, found.byline) == ("桥　路", "林　舟")

    def test_the_names_of_an_english_paper_are_parted_by_commas(self) -> None:
        people = "<author><name>A. Reed</name></author><author><name>B. Moss</name></author>"
        entry = f"<title>The bridge</title>{people}"
        assert (
            article(atom(entry, attributes='xml:lang="en"', feed="<title>Bay Post</title>")).byline
            == "A. Reed, B. Moss"
        )

    def test_the_first_category_is_the_column(self) -> None:
        assert item("<title>a</title><category>城建</category><category>桥</category>").column == "城建"

    def test_the_link_is_the_source_after_the_feed_it_came_from(self) -> None:
        assert (
            item("<title>a</title><link>https://hewan.example/1</link>").source == "https://hewan.example/1"
        )
        taken = item(
            '<title>a</title><link>https://hewan.example/1</link><source url="https://x.example/">远山日报</source>'
        )
        assert taken.source == "远山日报 https://hewan.example/1"

    @pytest.mark.parametrize(
        ("guid", "own"),
        [
            ("n-20241223", "n-20241223"),
            ("1024", "1024"),
            ("https://hewan.example/1", None),
            ("urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a", None),
            ("p01-a03", None),
            ("x" * 41, None),
            ("中文", None),
        ],
    )
    def test_a_short_guid_is_the_id(self, guid: str, own: str | None) -> None:
        found = item(f'<title>a</title><guid isPermaLink="false">{guid}</guid>')
        assert found.has_own_id is (own is not None)
        assert found.id == (own or "p01-a01")


class TestDateline:
    def dateline(self, date: str, wishes: Wishes = WISHES) -> str | None:
        return article(rss(f"<title>老桥</title><pubDate>{date}</pubDate>"), wishes).dateline

    def test_it_says_when_in_the_time_of_the_paper(self) -> None:
        assert self.dateline("Sun, 22 Dec 2024 23:30:00 GMT") == "2024年12月23日 07:30"

    def test_another_zone_may_be_wished_for(self) -> None:
        wishes = Wishes(NOW, timezone="America/New_York")
        assert self.dateline("Sun, 22 Dec 2024 23:30:00 GMT", wishes) == "2024年12月22日 18:30"

    def test_the_day_of_the_edition_itself_need_not_be_said(self) -> None:
        assert self.dateline("2024-12-23") is None
        assert self.dateline("2024-12-22", Wishes(NOW, date=NOW.date())) == "2024年12月22日"

    def test_an_english_paper_has_english_dates(self) -> None:
        data = rss(
            "<title>The bridge</title><pubDate>22 Dec 2024 10:00 -0500</pubDate>",
            channel="<title>Post</title>",
        )
        assert article(data).dateline == "22 Dec 2024 10:00"


class TestPhotosAndFiles:
    def test_a_remote_picture_keeps_its_words_and_its_address(self) -> None:
        found = item(
            html_item(
                '<figure><img src="https://hewan.example/a.jpg" alt="老桥">'
                "<figcaption>桥上的人</figcaption></figure><p>文</p>"
            )
        )
        assert found.photos == (
            Photo(id="f1", caption="桥上的人", credit="https://hewan.example/a.jpg", alt="老桥"),
        )
        assert found.body == "![f1]\n\n文"

    def test_pictures_of_the_item_follow_those_of_its_text_once_each(self) -> None:
        found = item(
            html_item('<p>文</p><img src="https://hewan.example/a.jpg?w=100">')
            + '<enclosure url="https://hewan.example/a.jpg" type="image/jpeg"/>'
            + '<media:content url="https://hewan.example/b.jpg" type="image/jpeg"/>'
            + "<media:credit>林一舟摄</media:credit>"
        )
        assert [photo.credit for photo in found.photos] == [
            "https://hewan.example/a.jpg?w=100",
            "林一舟摄 https://hewan.example/b.jpg",
        ]

    def test_pictures_of_the_summary_are_not_lost(self) -> None:
        found = item(
            "<title>a</title><content:encoded>正文正文正文</content:encoded>"
            '<description>&lt;img src="https://x.example/s.jpg" alt="桥"/&gt;正文</description>'
        )
        assert [(photo.id, photo.alt) for photo in found.photos] == [("f1", "桥")]

    def test_recordings_and_documents_are_named_at_the_end(self) -> None:
        found = article(
            json_feed(
                {
                    "title": "节目",
                    "content_text": "正文",
                    "attachments": [
                        {"url": "https://x.example/a.mp3", "mime_type": "audio/mpeg", "title": "第一集"},
                        {"url": "https://x.example/a.mp3", "mime_type": "audio/mpeg", "title": "第一集"},
                        {"url": "javascript:alert(1)", "mime_type": "audio/mpeg"},
                    ],
                }
            )
        )
        assert found.body == "正文\n\n- 第一集 https://x.example/a.mp3"

    def test_a_text_that_lies_elsewhere_is_named(self) -> None:
        found = article(
            atom('<title>a</title><content src="https://x.example/a.pdf" type="application/pdf"/>')
        )
        assert found.body == "- https://x.example/a.pdf"


@pytest.mark.parametrize(
    "markup",
    [
        "<script>alert('坏')</script>",
        "<SCRIPT SRC=x>alert('坏')</SCRIPT>",
        "<img src=x onerror=\"alert('坏')\">",
        "<a href=\"javascript:alert('坏')\">桥</a>",
        "<a href=\"jav&#x0A;ascript:alert('坏')\">桥</a>",
        "<svg onload=\"alert('坏')\"><script>alert('坏')</script></svg>",
        "<style>p { content: '坏' }</style>",
        "<iframe src=\"javascript:alert('坏')\"></iframe>",
        "<p style=\"background:url(javascript:alert('坏'))\">桥</p>",
        "<!-- 坏 --><template>坏</template>",
        "<object data=\"data:text/html,<script>alert('坏')</script>\"></object>",
    ],
)
def test_nothing_that_runs_comes_through(markup: str) -> None:
    for data in (
        rss(html_item(f"<p>前</p>{markup}<p>后</p>")),
        rss(f"<title>前{html.escape(markup)}</title><description>后</description>"),
        atom(f'<title>前</title><content type="html">{html.escape(markup)}后</content>'),
        json_feed({"title": "前", "content_html": f"<p>{markup}后</p>"}),
    ):
        said = everything(article(data))
        assert "坏" not in said
        assert "alert" not in said
        assert "前" in said
        assert "后" in said


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "vbscript:x"])
def test_no_link_that_runs_becomes_a_source(link: str) -> None:
    for data in (
        rss(f"<title>a</title><link>{link}</link>"),
        rss(f"<title>a</title><guid>{link}</guid>"),
        atom(f'<title>a</title><link href="{link}"/>'),
        json_feed({"title": "a", "url": link, "image": link, "content_text": "b"}),
    ):
        found = article(data)
        assert found.source is None
        assert found.photos == ()


def test_controls_are_shown_and_not_sent() -> None:
    for data in (
        rss("<title>老\x1b]52;c;x\x07桥</title><description>一\u202e二&#x9b;三</description>"),
        json_feed({"title": "老\x1b]52;c;x\x07桥", "content_text": "一\u202e二\x9b三"}),
        json_feed({"title": "老\x1b]52;c;x\x07桥", "content_html": "一&#x202e;二&#x9b;三\ud800"}),
    ):
        found = article(data)
        assert found.headline == "老␛]52;c;x␇桥"
        assert "⟦U+202E⟧" in found.body
        assert found.body.isprintable()

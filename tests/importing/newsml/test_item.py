from __future__ import annotations

from xml.etree.ElementTree import fromstring

from reader.edition.article import Article, Kind, Photo, Prominence
from reader.importing.newsml.item import front_of, photo_of_story, read_news_item
from reader.importing.observation import Grade
from reader.importing.source import Source
from reader.importing.wire.pictures import PictureBox
from reader.importing.wire.story import Story, Use

TEXT = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1" version="4" xml:lang="en">
<itemMeta><itemClass qcode="ninat:text"/><provider qcode="np:RNA"><name>河湾通讯社</name></provider>
<versionCreated>2025-03-01T09:30:00+08:00</versionCreated><embargoed>2025-03-01T12:00:00+08:00</embargoed>
<pubStatus qcode="stat:usable"/><service qcode="s:1"><name>要闻</name></service><edNote>替换前稿</edNote>
<title>TITLE</title><link rel="irel:seeAlso" residref="urn:2"/></itemMeta>
<contentMeta><urgency>1</urgency><located><name>河湾</name></located><creator><name>林一舟</name></creator>
<infoSource><name>市气象台</name></infoSource><by>本报记者 林一舟</by><dateline>河湾三月一日</dateline>
<language tag="zh-CN"/><genre qcode="genre:Feature"/><slugline>BRIDGE</slugline>
<headline>大桥 通车</headline><headline role="hld:subHeadline">三年建成</headline>
<headline role="hld:seo">桥</headline><description role="drol:summary">大桥通车了。</description>
<description role="drol:extract">第一段</description></contentMeta>
<contentSet><inlineXML><div><p>第一段。</p><p>第二段。</p></div></inlineXML></contentSet></newsItem>"""


def _story(text: str) -> Story:
    source = Source(path=None)
    return read_news_item(fromstring(text), source, PictureBox(source))


def test_every_property_has_its_place() -> None:
    story = _story(TEXT)
    assert story.article == Article(
        id="",
        kind=Kind.FEATURE,
        headline="大桥 通车",
        deck="三年建成",
        byline="本报记者 林一舟",
        authors=("林一舟",),
        dateline="河湾三月一日",
        source="市气象台",
        summary="大桥通车了。",
        body="第一段。\n\n第二段。",
        prominence=Prominence.LEAD,
    )
    assert (story.guid, story.version, story.use, story.paper) == ("urn:1", "4", Use.USABLE, "河湾通讯社")
    assert (story.language, story.section, story.links) == ("zh-CN", "要闻", ("urn:2",))
    assert story.sent is not None
    assert story.sent.day.isoformat() == "2025-03-01"
    assert not story.is_paper_guessed


def test_what_is_not_printed_is_told() -> None:
    grades = [(each.grade, each.what.zh) for each in _story(TEXT).told]
    assert [grade for grade, _ in grades] == [Grade.DROPPED, Grade.DROPPED, Grade.UNDECIDED]
    assert "桥" in grades[0][1]
    assert "替换前稿" in grades[1][1]
    assert "2025-03-01T12:00" in grades[2][1]


def test_who_made_it_stands_in_for_a_byline() -> None:
    story = _story(
        "<newsItem><contentMeta><creator><name>A</name></creator><creator literal='B'/>"
        "</contentMeta></newsItem>"
    )
    assert story.article.byline == "A, B"


def test_a_title_stands_in_for_a_headline_and_a_slugline_for_both() -> None:
    titled = _story("<newsItem><itemMeta><title>T</title></itemMeta></newsItem>")
    assert (titled.article.headline, titled.inferred) == ("T", ("headline",))
    slugged = _story("<newsItem><contentMeta><slugline>S</slugline></contentMeta></newsItem>")
    assert (slugged.article.headline, slugged.article.slug) == (None, "S")


def test_a_provider_without_a_name_is_known_by_its_code_or_address() -> None:
    for provider, name in (
        ('qcode="nprov:RNA"', "RNA"),
        ('literal="RNA"', "RNA"),
        ('uri="http://www.rna.example/about/"', "www.rna.example"),
    ):
        story = _story(f"<newsItem><itemMeta><provider {provider}/></itemMeta></newsItem>")
        assert story.paper == name
    assert _story("<newsItem><itemMeta><provider qcode='nprov:RNA'/></itemMeta></newsItem>").is_paper_guessed


def test_a_picture_is_an_article_with_a_photo() -> None:
    story = _story(
        '<newsItem guid="p"><itemMeta><itemClass uri="http://cv.iptc.org/newscodes/ninature/picture"/></itemMeta>'
        "<contentMeta><creator><name>陈小满</name></creator><creditline>河湾日报</creditline>"
        "<headline>桥</headline>"
        '<description role="drol:summary">更多。</description>'
        '<description role="drol:caption">大桥。</description>'
        "</contentMeta><contentSet>"
        '<remoteContent href="data:image/png,x" contenttype="image/png"/></contentSet></newsItem>'
    )
    assert story.is_picture
    assert story.article.kind is Kind.PHOTO
    assert story.article.photos == (Photo(file="picture.png", caption="大桥。 更多。", credit="河湾日报"),)
    assert photo_of_story(story) == story.article.photos[0]


def test_the_headline_of_a_picture_stands_in_for_its_caption() -> None:
    story = _story(
        "<newsItem><itemMeta><itemClass qcode='ninat:picture'/></itemMeta><contentMeta><by>陈小满</by>"
        "<headline>桥</headline></contentMeta></newsItem>"
    )
    assert photo_of_story(story) == Photo(caption="桥", credit="陈小满")
    assert photo_of_story(_story("<newsItem/>")) is None


def test_a_text_with_a_picture_shows_it() -> None:
    story = _story(
        "<newsItem><contentSet><inlineData>一</inlineData>"
        '<remoteContent href="data:image/png,x" contenttype="image/png"/></contentSet></newsItem>'
    )
    assert story.article.photos == (Photo(file="picture.png"),)


def test_the_head_of_nitf_fills_what_the_item_does_not_say() -> None:
    story = _story(
        "<newsItem><contentMeta><creator><name>林一舟</name></creator></contentMeta><contentSet><inlineXML><nitf><body>"
        "<body.head><hedline><hl1>大桥</hl1><hl2>副题</hl2></hedline><byline>林一舟，<byttl>本报记者</byttl></byline>"
        "<abstract><p>提要。</p></abstract></body.head><body.content><p>一</p></body.content>"
        "<body.end><tagline>（完）</tagline></body.end></body></nitf></inlineXML></contentSet></newsItem>"
    )
    article = story.article
    assert (article.headline, article.deck, article.byline) == ("大桥", "副题", "林一舟，本报记者")
    assert (article.summary, article.signoff, article.body) == ("提要。", "（完）", "一")


def test_a_headline_of_nitf_that_says_something_else_is_told() -> None:
    story = _story(
        "<newsItem><contentMeta><headline>预告：大桥</headline></contentMeta><contentSet><inlineXML><nitf><body>"
        "<body.head><hedline><hl1>大桥</hl1></hedline></body.head></body></nitf></inlineXML></contentSet></newsItem>"
    )
    assert story.article.headline == "预告：大桥"
    assert [each.grade for each in story.told] == [Grade.DROPPED]


def test_only_a_service_with_a_name_is_a_section() -> None:
    meta = "<service qcode='s:1'/><service><name>report</name></service>"
    assert _story(f"<newsItem><itemMeta>{meta}</itemMeta></newsItem>").section is None


def test_links_may_stand_in_the_metadata_of_the_content() -> None:
    story = _story('<newsItem><contentMeta><link residref="a"/><link href="b"/></contentMeta></newsItem>')
    assert story.links == ("a",)


def test_a_package_says_whose_it_is_and_what_it_is_called() -> None:
    front = front_of(fromstring(TEXT.replace("newsItem", "packageItem")))
    assert (front.paper, front.article.headline, front.guid, front.version) == (
        "河湾通讯社",
        "大桥 通车",
        "urn:1",
        "4",
    )


def test_an_empty_item_is_no_error() -> None:
    assert _story("<newsItem/>").article == Article(id="")


HEAD_OF_NITF = (
    "<nitf><body><body.head><note><body.content><p>前文有误。</p></body.content></note><rights>版权所有</rights>"
    "<byline>本报记者</byline><dateline>临江</dateline><abstract><p>提要。</p></abstract></body.head>"
    "<body.content><p>正文。</p></body.content></body></nitf>"
)


def test_nothing_of_a_document_of_nitf_is_lost_because_the_item_says_something_else() -> None:
    story = _story(
        "<newsItem><contentMeta><by>林一舟</by><dateline>河湾</dateline><description>说明。</description>"
        f"</contentMeta><contentSet><inlineXML>{HEAD_OF_NITF}</inlineXML></contentSet></newsItem>"
    )
    assert (story.article.byline, story.article.dateline) == ("林一舟", "河湾")
    assert (story.article.summary, story.article.body) == ("说明。 提要。", "前文有误。\n\n正文。")
    told = " ".join(each.what.zh for each in story.told)
    assert all(words in told for words in ("本报记者", "临江", "版权所有"))


def test_the_head_of_each_document_counts_and_of_what_nobody_knows_the_words_are_told() -> None:
    second = HEAD_OF_NITF.replace("提要", "又提要")
    story = _story(
        f"<newsItem><contentSet><inlineXML>{HEAD_OF_NITF}</inlineXML><inlineXML><foo><bar>别的话</bar></foo></inlineXML>"
        f"<inlineData><![CDATA[{second}]]></inlineData></contentSet></newsItem>"
    )
    assert story.article.summary == "又提要。"
    assert story.article.byline == "本报记者"
    assert any("别的话" in each.what.zh for each in story.told)


def test_what_an_item_or_a_package_says_of_its_rights_is_told() -> None:
    rights = (
        "<rightsInfo><copyrightHolder><name>RNA</name></copyrightHolder>"
        "<copyrightNotice>© RNA</copyrightNotice><usageTerms>只可用一次</usageTerms></rightsInfo>"
    )
    for story in (
        _story(f"<newsItem>{rights}</newsItem>"),
        front_of(fromstring(f"<packageItem>{rights}</packageItem>")),
    ):
        said = [each.what.zh.partition("：")[2] for each in story.told]
        assert said == ["© RNA", "只可用一次", "RNA"]


def test_a_picture_of_another_item_keeps_all_that_stands_over_its_caption() -> None:
    story = _story(
        "<newsItem><itemMeta><itemClass qcode='ninat:picture'/></itemMeta><contentMeta><by>陈小满摄</by>"
        "<creditline>河湾通讯社</creditline><dateline>河湾</dateline><headline>桥上</headline>"
        "<headline role='hld:subHeadline'>春日</headline>"
        "<description>大桥。</description></contentMeta></newsItem>"
    )
    assert photo_of_story(story) == Photo(caption="桥上 春日 河湾 大桥。", credit="陈小满摄 河湾通讯社")


def test_the_credit_of_a_text_is_its_source_and_sound_is_no_photo() -> None:
    sound = _story(
        "<newsItem><itemMeta><itemClass qcode='ninat:audio'/></itemMeta><contentMeta>"
        "<headline>桥上</headline><creditline>河湾电台</creditline><description>钟声。</description></contentMeta></newsItem>"
    )
    assert (sound.article.kind, sound.article.summary) == (Kind.NEWS, "钟声。")
    assert sound.article.source == "河湾电台"
    assert photo_of_story(sound) == Photo(caption="桥上 钟声。", credit="河湾电台")


def test_a_graphic_with_a_text_of_its_own_is_a_text() -> None:
    graphic = (
        "<newsItem><itemMeta><itemClass qcode='ninat:graphic'/></itemMeta><contentMeta>"
        "<description>大桥。</description></contentMeta><contentSet><inlineData>{}</inlineData></contentSet></newsItem>"
    )
    assert _story(graphic.format("数据说明。")).article.body == "数据说明。"
    assert not _story(graphic.format("数据说明。")).is_picture
    assert _story(graphic.format("大桥")).is_picture

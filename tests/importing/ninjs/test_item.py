from __future__ import annotations

from typing import Any

from reader.edition.article import Kind, Photo
from reader.importing.ninjs.item import Item, photo_of_item, read_item
from reader.importing.observation import Grade
from reader.importing.source import Source
from reader.importing.wire.pictures import PictureBox
from reader.importing.wire.story import Use

PICTURE = "data:image/png;base64,iVBORw0KGgo="
PHOTO = {
    "uri": "urn:p",
    "type": "picture",
    "by": "陈小满",
    "descriptions": [{"role": "caption", "value": "大桥。"}],
    "renditions": [{"name": "main", "href": PICTURE, "title": "bridge.png"}],
}


def _item(value: dict[str, Any]) -> Item:
    return read_item(value, "x.json", "", PictureBox(Source(path=None)))


def test_an_item_says_whose_it_is_and_of_when() -> None:
    story = _item(
        {
            "uri": "urn:1",
            "version": "3",
            "versionCreated": "2025-03-01T09:30:00+08:00",
            "firstCreated": "2025-02-28T09:30:00+08:00",
            "pubStatus": "withheld",
            "language": "zh-CN",
            "infoSources": [{"name": "河湾通讯社"}, {"name": "河湾日报", "role": "x:publisher"}],
            "altIds": [
                {"role": "page", "value": "03"},
                {"role": "edition", "value": "晚报版"},
                {"role": "issue", "value": "77"},
                {"role": "id", "value": "bridge"},
                {"role": "timezone", "value": "Asia/Shanghai"},
            ],
            "headlines": [{"value": "大桥通车"}],
        }
    ).story
    assert (story.guid, story.version, story.use) == ("urn:1", "3", Use.WITHHELD)
    assert story.sent is not None
    assert story.sent.day.isoformat() == "2025-03-01"
    assert (story.paper, story.is_paper_guessed, story.article.source) == ("河湾日报", False, "河湾通讯社")
    assert (story.edition, story.issue, story.timezone, story.language) == (
        "晚报版",
        "77",
        "Asia/Shanghai",
        "zh-CN",
    )
    assert (story.article.page, story.article.id, story.article.has_own_id) == ("03", "bridge", True)


def test_who_holds_the_rights_stands_in_for_the_paper() -> None:
    story = _item({"uri": "u", "headline": "H", "copyrightholder": "RNA"}).story
    assert (story.paper, story.is_paper_guessed) == ("RNA", True)


def test_a_source_of_no_stated_role_stands_in_for_the_paper_too() -> None:
    story = _item({"uri": "u", "headline": "H", "infoSources": [{"name": "RNA"}]}).story
    assert (story.paper, story.is_paper_guessed, story.article.source) == ("RNA", True, "RNA")


def test_a_title_stands_in_for_the_headline() -> None:
    story = _item({"uri": "u", "title": "早间", "body_text": "x"}).story
    assert (story.article.headline, story.inferred) == ("早间", ("headline",))
    assert _item({"uri": "u", "title": "早间", "headline": "早间"}).story.inferred == ()


def test_a_description_that_only_repeats_the_body_is_no_summary() -> None:
    body = {"body_text": "大桥今天通车。市民上桥参观。"}
    assert _item({**body, "description_text": "大桥今天通车"}).story.article.summary is None
    assert _item({**body, "description_text": "三年建成"}).story.article.summary == "三年建成"
    said = {"descriptions": [{"role": "summary", "value": "大桥今天通车"}]}
    assert _item({**body, **said}).story.article.summary == "大桥今天通车"


def test_several_descriptions_are_one_summary_without_repeating() -> None:
    item = {"description_text": "一。", "description_html": "<p>一。</p>", "description_more": "二。"}
    assert _item(item).story.article.summary == "一。 二。"


def test_descriptions_have_other_places_too() -> None:
    roles = [{"role": "signoff", "value": "（完）"}, {"role": "correction", "value": "数字有误"}]
    article = _item({"headline": "H", "descriptions": roles}).story.article
    assert (article.signoff, article.correction, article.summary) == ("（完）", "数字有误", None)


def test_a_note_to_editors_and_an_embargo_are_told() -> None:
    told = _item({"headline": "H", "ednote": "替换前稿", "embargoed": "2025-03-02T00:00:00Z"}).story.told
    assert [each.grade for each in told] == [Grade.DROPPED, Grade.UNDECIDED]
    assert "替换前稿" in told[0].what.zh
    assert "2025-03-02" in told[1].what.zh


def test_a_picture_is_an_article_with_a_photo() -> None:
    item = _item(PHOTO)
    assert item.is_photo
    assert item.story.article.kind is Kind.PHOTO
    assert item.story.article.photos == (Photo(file="bridge.png", caption="大桥。", credit="陈小满"),)


def test_an_associated_picture_is_a_photo_of_the_article() -> None:
    article = _item({"headline": "H", "body_text": "x", "associations": {"mainpic": PHOTO}}).story.article
    assert article.photos == (Photo(file="bridge.png", caption="大桥。", credit="陈小满"),)
    assert article.body == "x"


def test_an_associated_picture_that_the_body_shows_stands_there_once() -> None:
    for address in ("urn:p", PICTURE):
        html = f'<p>一</p><figure><img src="{address}" alt="新闻图片"></figure><p>二</p>'
        article = _item({"body_html": html, "associations": [PHOTO]}).story.article
        assert article.body == "一\n\n![f1]\n\n二"
        assert article.photos == (Photo(id="f1", file="bridge.png", caption="大桥。", credit="陈小满"),)


def test_a_film_is_a_photo_with_its_words() -> None:
    film = {
        "uri": "v",
        "type": "video",
        "headline": "通车现场",
        "renditions": [{"name": "a", "href": "a.mp4"}],
    }
    [photo] = _item({"headline": "H", "associations": [film]}).story.article.photos
    assert photo == Photo(caption="通车现场")


def test_an_item_with_a_picture_of_its_own_shows_it() -> None:
    article = _item({"type": "text", "body_text": "x", "renditions": PHOTO["renditions"]}).story.article
    assert article.photos == (Photo(file="bridge.png"),)


def test_other_associated_items_are_kept_for_the_package() -> None:
    item = _item(
        {"type": "composite", "associations": [PHOTO, {"name": "t", "type": "text", "headline": "T"}]}
    )
    assert [child.name for child in item.children] == ["t"]
    assert len(item.story.article.photos) == 1


def test_texts_associated_with_a_picture_are_not_lost() -> None:
    picture = {**PHOTO, "associations": [{"name": "t", "type": "text", "headline": "T", "body_text": "x"}]}
    item = _item({"type": "composite", "headline": "H", "associations": [picture]})
    assert [child.story.article.headline for child in item.children] == ["T"]


def test_what_is_canceled_is_left_out_of_an_item_and_told() -> None:
    item = _item({"headline": "H", "associations": [PHOTO, {**PHOTO, "uri": "q", "pubstatus": "canceled"}]})
    assert len(item.story.article.photos) == 1
    assert any("canceled" in each.what.en for each in item.story.told)


def test_the_head_of_nitf_fills_what_the_item_does_not_say() -> None:
    nitf = (
        "<nitf xml:lang='zh'><head><docdata><date.issue norm='20250301'/></docdata></head><body><body.head>"
        "<hedline><hl1>大桥</hl1><hl2>副题</hl2></hedline><byline>林一舟</byline></body.head>"
        "<body.content><p>正文。</p></body.content></body></nitf>"
    )
    item = _item({"uri": "u", "byline": "陈小满", "body_nitf": nitf})
    article = item.story.article
    assert (article.headline, article.deck, article.byline, article.body) == (
        "大桥",
        "副题",
        "陈小满",
        "正文。",
    )
    assert item.story.language == "zh"
    assert item.story.sent is not None


def test_values_of_the_wrong_kind_are_no_error() -> None:
    wrong = {
        "headline": [],
        "byline": {},
        "associations": "x",
        "renditions": 5,
        "bodies": [None, 3],
        "altids": "x",
    }
    assert _item(wrong).story.article.headline is None


def test_a_photo_needs_something_to_show_or_say() -> None:
    assert photo_of_item(_item({"uri": "p", "type": "picture"})) is None
    assert photo_of_item(_item({"uri": "p", "type": "picture", "headline": "桥"})) == Photo(caption="桥")


def test_what_an_item_says_of_its_rights_is_told() -> None:
    rights = {"copyrightHolder": "RNA", "copyrightNotice": "© RNA", "usageTerms": "只可用一次"}
    alone = _item({"uri": "u", "headline": "H", **rights}).story
    assert [each.what.zh.partition("：")[2] for each in alone.told] == ["© RNA", "只可用一次"]
    other = _item(
        {"uri": "u", "headline": "H", **rights, "infoSources": [{"name": "河湾日报", "role": "publisher"}]}
    ).story
    assert [each.what.zh.partition("：")[2] for each in other.told] == ["© RNA", "只可用一次", "RNA"]


def test_a_picture_of_another_item_keeps_its_headline() -> None:
    assert photo_of_item(_item({**PHOTO, "headline": "桥上"})).caption == "桥上 大桥。"  # type: ignore[union-attr]
    decked = {**PHOTO, "headlines": [{"value": "桥上"}, {"role": "deck", "value": "春日"}]}
    assert photo_of_item(_item(decked)).caption == "桥上 春日 大桥。"  # type: ignore[union-attr]
    assert photo_of_item(_item({**PHOTO, "headline": "大桥"})).caption == "大桥。"  # type: ignore[union-attr]


def test_sound_alone_is_no_photo() -> None:
    sound = {"uri": "u", "type": "audio", "headline": "H", "description_text": "钟声。"}
    found = _item({**sound, "description_creditline": "河湾电台"})
    assert (found.story.article.kind, found.story.article.summary) == (Kind.NEWS, "钟声。")
    assert found.is_photo
    assert photo_of_item(found) == Photo(caption="H 钟声。", credit="河湾电台")


def test_a_graphic_with_a_text_of_its_own_is_a_text() -> None:
    found = _item({**PHOTO, "type": "graphic", "body_text": "数据说明。"})
    assert not found.is_photo
    assert (found.story.article.kind, found.story.article.body) == (Kind.NEWS, "数据说明。")
    assert found.story.article.photos
    assert _item({**PHOTO, "body_text": "大桥"}).is_photo


def test_a_title_that_says_something_else_than_the_headline_is_told() -> None:
    told = _item({"uri": "u", "headline": "大桥通车", "title": "桥讯"}).story.told
    assert [each.what.zh for each in told] == ["另一个标题（title）没有收入：桥讯"]
    assert _item({"uri": "u", "headline": "大桥通车", "title": "大桥"}).story.told == ()

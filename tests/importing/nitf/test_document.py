from __future__ import annotations

import datetime as dt
import re
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.edition.article import Article, Kind, Photo, Prominence
from reader.edition.edition import Edition
from reader.exporting.edition_yaml import edition_yaml
from reader.importing.nitf.nitf import NITF
from reader.importing.observation import CannotImport, Grade, Observation
from reader.importing.source import Source
from tests.importing.checked import WISHES, imports, imports_of

WHOLE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.6//EN" "nitf-3-6.dtd">
<nitf version="-//IPTC//DTD NITF 3.6//EN" xml:lang="zh-CN">
 <head>
  <title>bridge-01</title>
  <tobject tobject.type="news"><tobject.property tobject.property.type="Feature"/></tobject>
  <docdata management-status="usable">
   <doc-id id-string="bridge-01" regsrc="河湾通讯社"/>
   <urgency ed-urg="2"/>
   <date.issue norm="20250228T210000+0800"/>
   <ed-msg info="此稿替换前稿"/>
   <du-key key="大桥" version="3"/>
   <series series.name="新区纪行" series.part="2"/>
  </docdata>
  <pubdata type="print" name="河湾日报" date.publication="20250301" edition.name="晚报版" number="1234"
   position.section="要闻" position.sequence="03"/>
 </head>
 <body>
  <body.head>
   <hedline><hl1>大桥<em>今天</em>通车</hl1><hl2 class="kicker">新区</hl2>
    <hl2>三年建成</hl2><hl2>全长两千米</hl2></hedline>
   <note type="npa"><body.content><p>请勿外传</p></body.content></note>
   <note type="pa"><body.content><p>前文有误，以本稿为准。</p></body.content></note>
   <rights>版权归河湾日报</rights>
   <byline><person>林一舟</person> <byttl>本报记者</byttl></byline>
   <byline>By <person>陈小满</person></byline>
   <distributor>河湾通讯社</distributor>
   <dateline><location>河湾</location>，<story.date norm="20250301">三月一日</story.date></dateline>
   <abstract><p>大桥通车。</p><p>市民上桥。</p></abstract>
  </body.head>
  <body.content>
   <p>第一段。</p>
   <media media-type="image"><media-reference source="bridge.jpg"/>
    <media-caption>大桥。</media-caption></media>
   <p>第二段。</p>
  </body.content>
  <body.content><p>另一部分。</p></body.content>
  <body.end><tagline>记者写于桥头</tagline><bibliography>据市志</bibliography></body.end>
 </body>
</nitf>
"""


def _read(text: str) -> tuple[Edition, Article, list[Observation]]:
    [edition], told = imports(NITF, text.encode())
    [article] = edition.articles()
    return edition, article, told


def _story(body: str = "", head: str = "") -> tuple[Edition, Article, list[Observation]]:
    return _read(f"<nitf><head>{head}</head><body>{body}</body></nitf>")


def test_every_part_of_a_document_has_its_place_in_the_edition() -> None:
    edition, article, _ = _read(WHOLE)
    assert (edition.paper, edition.date, edition.edition, edition.issue, edition.language) == (
        "河湾日报",
        dt.date(2025, 3, 1),
        "晚报版",
        "1234",
        "zh-CN",
    )
    assert [section.name for section in edition.sections] == ["要闻"]
    assert article == Article(
        id="bridge-01",
        has_own_id=True,
        kind=Kind.FEATURE,
        page="03",
        column="新区纪行",
        kicker="新区",
        headline="大桥今天通车",
        deck="三年建成 全长两千米",
        byline="林一舟 本报记者 By 陈小满",
        authors=("林一舟", "陈小满"),
        dateline="河湾，三月一日",
        source="河湾通讯社",
        summary="大桥通车。 市民上桥。",
        body="前文有误，以本稿为准。\n\n第一段。\n\n![f1]\n\n第二段。\n\n另一部分。",
        photos=(Photo(id="f1", caption="大桥。"),),
        signoff="记者写于桥头 据市志",
        prominence=Prominence.MAJOR,
    )


def test_what_is_not_for_readers_is_left_out_and_told_word_for_word() -> None:
    _, _, told = _read(WHOLE)
    left = [observation.what.zh for observation in told if observation.grade is Grade.DROPPED]
    assert len(left) == 3
    assert all(
        any(words in each for each in left) for words in ("此稿替换前稿", "请勿外传", "版权归河湾日报")
    )


def test_a_picture_beside_the_file_comes_along(tmp_path: Path) -> None:
    (tmp_path / "bridge.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "story.xml").write_text(WHOLE, encoding="utf-8")
    [edition], told = imports_of(NITF, tmp_path / "story.xml")
    assert edition.sections[0].articles[0].photos == (Photo(id="f1", file="bridge.jpg", caption="大桥。"),)
    assert not any("bridge.jpg" in each.what.zh for each in told)


def test_a_namespace_changes_nothing() -> None:
    bare = WHOLE[WHOLE.index("<nitf") :]
    spaced = bare.replace("<nitf", '<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"', 1)
    assert _read(spaced)[:2] == _read(WHOLE)[:2]


def test_the_head_alone_may_name_the_article_and_says_so() -> None:
    edition, article, told = _story(head="<title>大桥</title>", body="<body.content><p>x</p></body.content>")
    assert article.headline == "大桥"
    assert "headline" in edition.inferred
    assert any(each.grade is Grade.GUESSED and "大桥" in each.what.zh for each in told)


def test_without_any_title_the_key_is_the_working_title() -> None:
    _, article, _ = _story(
        "<body.content><p>x</p></body.content>", '<docdata><du-key key="bridge"/></docdata>'
    )
    assert (article.headline, article.slug) == (None, "bridge")


def test_paragraphs_within_a_headline_are_one_line() -> None:
    body = "<body.head><hedline><hl1><p>Plan <b>draws</b></p><p>crowd</p></hl1></hedline></body.head>"
    assert _story(body)[1].headline == "Plan draws crowd"


def test_publication_data_may_stand_in_the_body() -> None:
    head = '<body.head><hedline><hl1>H</hl1></hedline><pubdata name="河湾日报" number="7"/></body.head>'
    edition = _story(f"{head}<body.content><p>x</p></body.content>")[0]
    assert (edition.paper, edition.issue) == ("河湾日报", "7")


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<docdata><date.issue norm="20250228"/><date.release norm="20250301T080000Z"/></docdata>', 1),
        ('<docdata><date.issue norm="2025-02-28T23:59:59-05:00"/></docdata>', 28),
        ('<docdata><date.issue norm="20250228"/></docdata><pubdata date.publication="2025-03-01 "/>', 1),
        ('<docdata><date.issue norm="soon"/></docdata><revision-history norm="20250301"/>', 1),
    ],
)
def test_the_day_is_the_surest_one_that_is_said(head: str, day: int) -> None:
    edition = _story("<body.content><p>x</p></body.content>", head)[0]
    assert edition.date.day == day
    assert "date" not in edition.inferred


def test_the_agency_stands_in_for_the_paper_and_is_told() -> None:
    for head in (
        '<docdata><doc-id regsrc="RNA"/></docdata>',
        '<docdata><doc.copyright holder="RNA"/></docdata>',
    ):
        edition, _, told = _story("<body.content><p>x</p></body.content>", head)
        assert edition.paper == "RNA"
        assert "paper" in edition.inferred
        assert any(each.grade is Grade.GUESSED and "RNA" in each.what.en for each in told)


@pytest.mark.parametrize("status", ["canceled", "withheld", "embargoed"])
def test_a_document_that_must_not_be_printed_is_told(status: str) -> None:
    _, _, told = _story("<body.content><p>x</p></body.content>", f'<docdata management-status="{status}"/>')
    assert any(each.grade is Grade.UNDECIDED for each in told)


def test_a_body_without_a_content_element_is_all_of_it() -> None:
    assert _story("<p>One.</p><p>Two.</p>")[1].body == "One.\n\nTwo."


def test_words_and_parts_directly_in_the_body_are_kept() -> None:
    head = "<hedline><hl1>H</hl1></hedline><byline>By A</byline>"
    body = f"loose words{head}<p>One.</p><body.content><p>Two.</p></body.content>"
    article = _story(body)[1]
    assert (article.headline, article.byline) == ("H", "By A")
    assert article.body == "loose words\n\nOne.\n\nTwo."


def test_what_nobody_knows_in_head_and_end_opens_and_ends_the_text() -> None:
    body = (
        "<body.head><hedline><hl1>H</hl1><motto>a</motto></hedline><strap>b</strap></body.head>"
        "<body.content><p>c</p></body.content><body.end><tagline>t</tagline><extra>d</extra></body.end>"
    )
    article = _story(body)[1]
    assert article.body == "a\n\nb\n\nc\n\nd"
    assert article.signoff == "t"


def test_several_documents_in_a_file_are_read_one_by_one() -> None:
    one = "<nitf><head><docdata><doc-id id-string='{0}'/></docdata></head><body><p>{0}</p></body></nitf>"
    both = "<feed>" + one.format("a") + one.format("b") + one.format("a") + "</feed>"
    editions, told = imports(NITF, both.encode())
    assert [next(edition.articles()).body for edition in editions] == ["a", "b"]
    assert any(each.grade is Grade.DROPPED for each in told)


def test_a_correction_is_told_to_readers() -> None:
    head = '<docdata><correction info="昨天的数字有误" id-string="a"/></docdata>'
    assert _story("<body.content><p>x</p></body.content>", head)[1].correction == "昨天的数字有误"


def test_a_document_in_another_element_is_found() -> None:
    assert _read("<feed><item><nitf><body><body.content><p>x</p></body.content></body></nitf></item></feed>")
    assert _read("<wrap><body.content><p>x</p></body.content></wrap>")[1].body == "x"


def test_another_encoding_is_heard() -> None:
    text = '<?xml version="1.0" encoding="GBK"?><nitf><body><p>河湾</p></body></nitf>'
    [edition], _ = imports(NITF, text.encode("gbk"))
    assert next(edition.articles()).body == "河湾"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<nitf>",
        "<html><body>x</body></html>",
        "<nitf/>",
        '<!DOCTYPE nitf [<!ENTITY a "b">]><nitf><body><p>&a;</p></body></nitf>',
        '<!DOCTYPE nitf [<!ENTITY a SYSTEM "file:///etc/hostname">]><nitf><body><p>&a;</p></body></nitf>',
    ],
)
def test_what_cannot_be_read_says_which_file_and_why(text: str) -> None:
    with pytest.raises(CannotImport) as raised:
        imports(NITF, text.encode())
    assert raised.value.observation.source == "-"
    assert raised.value.observation.part


def test_an_external_entity_is_never_fetched(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("the secret")
    (tmp_path / "x.dtd").write_text('<!ENTITY leak "the secret">')
    (tmp_path / "a.xml").write_text(
        '<!DOCTYPE nitf SYSTEM "x.dtd"><nitf><body><body.content><p>a&nbsp;b</p></body.content></body></nitf>'
    )
    [edition], _ = imports_of(NITF, tmp_path / "a.xml")
    assert next(edition.articles()).body == "a\u00a0b"


_NAMES = (
    "p hl1 hl2 media media-reference media-caption bq credit table tr td ol li block",
    "body body.head body.content byline person note abstract x head",
)


@st.composite
def _elements(draw: st.DrawFn, depth: int = 0) -> str:
    name = draw(st.sampled_from(" ".join(_NAMES).split()))
    words = draw(st.sampled_from(["", "%word", "河湾 %word", "a &lt; %word"]))
    inner = "".join(draw(st.lists(_elements(depth + 1), max_size=3))) if depth < 4 else ""
    return f'<{name} source="a.jpg" class="fly">{words}{inner}{words}</{name}>'


@given(_elements())
@settings(max_examples=150, deadline=None)
def test_no_word_of_any_tree_of_elements_is_lost(inner: str) -> None:
    numbers = count()
    marked = re.sub("%word", lambda _: f"w{next(numbers)}w", f"<hl1>H</hl1>{inner}")
    try:
        editions, told = imports(NITF, f"<nitf><body>{marked}</body></nitf>".encode())
    except CannotImport:
        assert "%word" not in inner
        return
    said = " ".join([*map(edition_yaml, editions), *(each.what.en for each in told)])
    assert [word for word in re.findall(r"w\d+w", marked) if word not in said] == []


@given(st.binary(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_bytes_are_an_edition_or_a_refusal(data: bytes) -> None:
    for whole in (data, WHOLE.encode()[:400] + data, b"<nitf><body><p>" + data + b"</p></body></nitf>"):
        try:
            list(NITF.read(_source(whole), WISHES))
        except CannotImport:
            continue


def _source(data: bytes) -> Source:

    return Source(path=None, given=data)


def test_a_picture_within_a_note_is_none_of_the_body() -> None:
    media = '<media><media-reference source="{0}.jpg"/><media-caption>{0}</media-caption></media>'
    editions, _ = imports(
        NITF,
        (
            f"<nitf><body><body.head><hedline><hl1>大桥</hl1></hedline><note>{media.format('甲')}</note>"
            f"<abstract>提要。{media.format('丙')}</abstract></body.head>"
            f"<body.content><p>正文。</p>{media.format('乙')}</body.content></body></nitf>"
        ).encode(),
    )
    [article] = editions[0].articles()
    assert [photo.caption for photo in article.photos] == ["甲", "丙", "乙"]
    assert article.summary == "提要。"
    assert article.body.index("f1") < article.body.index("正文") < article.body.index("f3")


def test_whose_the_rights_are_is_told() -> None:
    owned = '<head><docdata><doc.copyright year="2025" holder="河湾日报社"/></docdata></head>'
    _, told = imports(
        NITF, f"<nitf>{owned}<body><body.content><p>文</p></body.content></body></nitf>".encode()
    )
    assert any("2025 河湾日报社" in each.what.zh and each.grade is Grade.DROPPED for each in told)

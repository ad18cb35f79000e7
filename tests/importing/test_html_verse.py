from __future__ import annotations

from reader.edition.body import Paragraph, PhotoPlace, Subhead, Verse
from reader.importing.html_blocks import html_text
from reader.importing.html_verse import Verses, run_on


def gathered(*paragraphs: list[str]) -> tuple[str, ...]:
    verses = Verses()
    for lines in paragraphs:
        verses.add(lines)
    return verses.taken()


def test_paragraphs_of_one_line_are_lines() -> None:
    assert gathered(["桥上"], ["桥下"]) == ("桥上", "桥下")


def test_paragraphs_of_several_lines_are_stanzas() -> None:
    assert gathered(["甲", "乙"], ["丙", "丁"], ["戊"]) == ("甲", "乙", "", "丙", "丁", "", "戊")


def test_lines_are_taken_once() -> None:
    verses = Verses()
    assert not verses
    verses.add(["甲"])
    assert verses
    assert (verses.taken(), verses.taken()) == (("甲",), ())


def test_a_poem_ends_with_the_outermost_of_its_elements() -> None:
    verses = Verses()
    verses.enter()
    verses.enter()
    assert (verses.leave(), verses.leave()) == (False, True)


def test_verse_runs_on_by_lines_or_by_stanzas() -> None:
    assert run_on(Verse(0, ("甲",)), ("乙",)) == Verse(0, ("甲", "乙"))
    assert run_on(Verse(0, ("甲", "乙")), ("丙",)) == Verse(0, ("甲", "乙", "丙"))
    assert run_on(Verse(0, ("甲", "乙")), ("丙", "丁")) == Verse(0, ("甲", "乙", "", "丙", "丁"))
    assert run_on(Verse(0, ("甲", "", "乙")), ("丙",)) == Verse(0, ("甲", "", "乙", "", "丙"))


def test_stanzas_are_told_by_their_elements() -> None:
    line = '<p class="line">{}</p>'.format
    stanza = '<div class="stanza">{}</div>'.format
    markup = f'<div class="poem">{stanza(line("甲") + line("乙"))}{stanza(line("丙"))}</div>丁'
    assert html_text(markup).blocks == (Verse(0, ("甲", "乙", "", "丙")), Paragraph(0, "丁"))


def test_a_poem_in_terms_of_epub_is_one() -> None:
    markup = '<section epub:type="z3998:poem"><h2>渡口</h2><p>船停了以后<br/>桥就有了名字</p></section>'
    assert html_text(markup).blocks == (Subhead(0, "渡口"), Verse(0, ("船停了以后", "桥就有了名字")))


def test_lines_in_a_block_of_lines_are_verse() -> None:
    assert html_text('<div class="line-block">桥上<br/>&#160;&#160;桥下</div>').blocks == (
        Verse(0, ("桥上", "\xa0\xa0桥下")),
    )


def test_a_picture_in_a_poem_stands_between_its_lines() -> None:
    assert html_text('<div class="verse"><p>甲</p><img src=a><p>乙</p></div>').blocks == (
        Verse(0, ("甲",)),
        PhotoPlace(0, "f1"),
        Verse(0, ("乙",)),
    )


def test_the_indent_of_a_line_of_verse_is_kept() -> None:
    assert html_text('<div class="poem"><p>甲<br>　　乙</p></div>').blocks == (Verse(0, ("甲", "　　乙")),)

from __future__ import annotations

from reader.edition.wording import Wording
from reader.importing.observation import Grade, Observation, cannot_import

WHAT, ADVICE = Wording("读不了", "it cannot be read"), Wording("检查\n文件", "check\nthe file")


def test_an_observation_is_one_line_with_file_part_and_what_to_do() -> None:
    told = Observation(Grade.ERROR, "a.epub", "OEBPS/1.xhtml", WHAT, ADVICE)
    assert told.render("en") == "a.epub:OEBPS/1.xhtml: it cannot be read; check␊the file"
    assert told.render("zh") == "a.epub:OEBPS/1.xhtml: 读不了; 检查␊文件"


def test_an_observation_of_all_of_a_file_names_no_part() -> None:
    assert Observation(Grade.GUESSED, "a", "", WHAT, WHAT).render("zh") == "a: 读不了; 读不了"


def test_what_cannot_be_imported_says_so_itself() -> None:
    error = cannot_import("a\x1b", "1:2", WHAT, WHAT)
    assert error.observation.grade is Grade.ERROR
    assert str(error) == "a␛:1:2: it cannot be read; it cannot be read"

"""The list of findings: grouped, folded, moved through."""

from __future__ import annotations

import pytest

from reader.copydesk.examine import of_problem, problem_place
from reader.copydesk.proof_list import PAPER, ProofList, counts_of, owner_of, title_of
from reader.edition.wording import Wording
from reader.loading.problem import Problem, Severity
from tests.copydesk.desk import FAULTY, a_manuscript, examined

NOTICED = FAULTY.replace(
    "sections:\n",
    "masthead: {motto: '快,准'}\n"
    "notices:\n"
    "  - {id: wind-1, event: 大风, effective: 2024-12-23T00:00, expires: until-lifted, text: '风大,关窗。'}\n"
    "sections:\n",
)


def listed(text: str = FAULTY, words: str = "") -> ProofList:
    found = examined(text, rules=("T-WIDTH",))
    return ProofList(words=words).filled(found.manuscript, found.findings)


def shown(of: ProofList) -> list[str]:
    return [f"{row.here.message.zh[-3:-1]}×{len(row.fold.findings)}" for row in of.rows]


def test_findings_stand_by_article_in_file_order() -> None:
    owners = listed(NOTICED).owners
    assert [owner.title.zh for owner in owners] == [
        "报头与版次", "大风", "老桥重开,车流如织", "图书馆延长开放(试行)",
    ]  # fmt: skip
    assert [owner.reference for owner in owners] == [
        None, "2024-12-23/notice:wind-1", "2024-12-23/p01-a01", "2024-12-23/library",
    ]  # fmt: skip


def test_equal_ones_of_an_article_are_one_row_with_their_number() -> None:
    of = listed()
    assert [(row.here.message.en, len(row.fold.findings), row.is_fold) for row in of.rows] == [
        ("half-width “,” in Chinese text", 3, True),
        ("half-width “;” in Chinese text", 1, False),
        ("half-width “(” in Chinese text", 1, False),
        ("half-width “)” in Chinese text", 1, False),
        ("half-width “,” in Chinese text", 1, False),
    ]


def test_the_gravest_stand_first_in_their_article() -> None:
    found = examined(rules=("T-WIDTH",))
    problem = Problem(8, 1, Wording("警告", "a warning"), Wording("看", "look"), Severity.WARNING)
    warning = of_problem(problem, found.manuscript.lines.place(0, 0)._replace(line=8))
    of = ProofList().filled(found.manuscript, [warning, *found.findings])
    assert [row.here.severity.value for row in of.rows[:3]] == ["error", "error", "warning"]


def test_opened_a_fold_shows_each_and_closed_again_one() -> None:
    of = listed()
    opened = of.toggled()
    assert len(opened.rows) == len(of.rows) + 3
    assert opened.at == 0
    assert [row.here.place.line for row in opened.rows[1:4]] == [7, 10, 10]
    assert opened.moved(2).toggled().rows == of.rows


def test_a_single_finding_cannot_be_opened() -> None:
    of = listed().moved(1)
    assert of.toggled() is of


@pytest.mark.parametrize(("moves", "at"), [([1], 1), ([1, -1], 0), ([-1], 0), ([99], 4), ([99, -1], 3)])
def test_the_cursor_stops_at_the_ends(moves: list[int], at: int) -> None:
    of = listed()
    for by in moves:
        of = of.moved(by)
    assert of.at == at


def test_the_cursor_finds_the_next_error_and_stays_where_there_is_none() -> None:
    found = examined(rules=("T-WIDTH",))
    problem = Problem(14, 1, Wording("警告", "a warning"), Wording("看", "look"), Severity.WARNING)
    warning = of_problem(problem, found.manuscript.lines.place(0, 0)._replace(line=14))
    of = ProofList().filled(found.manuscript, [*found.findings[:4], warning])
    assert [row.here.severity.value for row in of.rows] == ["error", "error", "warning"]
    assert of.moved_to_error(1).at == 1
    assert of.moved(1).moved_to_error(1).at == 1
    assert of.moved(2).moved_to_error(-1).at == 1


def test_the_cursor_goes_to_an_article_or_to_the_next_with_findings() -> None:
    of = listed(NOTICED)
    assert of.standing_in("2024-12-23/library").row is not None
    row = of.standing_in("2024-12-23/library").row
    assert row is not None
    assert row.owner == 3
    assert of.standing_in("2024-12-23/p09-a09").at == 0


def test_the_cursor_goes_to_what_was_found_at_a_place() -> None:
    of = listed()
    last = of.findings[-1]
    assert of.standing_at(last.place.start).here is last
    assert of.standing_at(10**9).at == 0


def test_what_comes_after_the_finding_that_is_gone_takes_its_place() -> None:
    found = examined(rules=("T-WIDTH",))
    of = ProofList().filled(found.manuscript, found.findings).moved(1)
    gone = of.here
    left = of.filled(found.manuscript, [one for one in found.findings if one is not gone])
    assert left.at == 1
    assert left.here is not None
    assert left.here.message.en == "half-width “(” in Chinese text"


def test_in_an_open_fold_the_next_of_its_kind_takes_its_place() -> None:
    found = examined(rules=("T-WIDTH",))
    of = ProofList().filled(found.manuscript, found.findings).toggled().moved(2)
    gone = of.here
    left = of.filled(found.manuscript, [one for one in found.findings if one is not gone])
    assert left.at == 2
    assert left.here is not None
    assert left.here.place.start > found.findings[1].place.start


def test_behind_the_last_one_the_cursor_stays_on_the_list() -> None:
    of = listed().moved(99)
    assert of.filled(a_manuscript(), of.findings[:1]).at == 0
    empty = of.filled(a_manuscript(), ())
    assert (empty.rows, empty.row, empty.here) == ((), None, None)
    assert empty.moved(1).moved(-1).moved_to_error(1).toggled().row is None


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("", 5),
        ("t-width", 5),
        ("图书馆", 3),
        ("；", 0),
        (";", 1),
        ("half-width 老桥", 2),
        ("差错", 5),
        ("警告", 0),
    ],
)
def test_the_list_is_narrowed_by_rule_severity_words_and_article(words: str, count: int) -> None:
    found = examined(rules=("T-WIDTH",))
    of = listed().narrowed(found.manuscript, words)
    assert len(of.rows) == count
    assert of.counts.total == 7  # the head tells of all there are


def test_counts_tell_what_the_program_can_put_right() -> None:
    assert counts_of(examined(rules=("T-WIDTH",)).findings) == (7, 0, 0, 7)


def test_a_problem_belongs_to_the_article_its_line_is_in() -> None:
    manuscript = a_manuscript()

    def owner(line: int) -> str:
        problem = Problem(line, 1, Wording("甲", "a"), Wording("乙", "b"))
        return owner_of(manuscript, of_problem(problem, problem_place(line, 1)))

    assert owner(2) == ""
    assert owner(9) == "sections[0].articles[0]"
    assert owner(14) == "sections[0].articles[1]"


def test_an_article_is_called_by_its_headline_and_the_paper_by_its_name() -> None:
    manuscript = a_manuscript(NOTICED)
    assert title_of(manuscript, "sections[0].articles[1]").zh == "图书馆延长开放(试行)"
    assert title_of(manuscript, "notices[0]").en == "大风"
    assert title_of(manuscript, "") == PAPER
    assert title_of(manuscript, "sections[9].articles[9]").zh == "sections[9].articles[9]"

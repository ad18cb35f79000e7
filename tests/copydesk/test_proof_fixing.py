"""A sitting that changes: accept, preview, edit, ignore, undo."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.copydesk.proof_sitting import ProofSitting
from reader.edition.wording import Wording
from tests.copydesk.desk import FAULTY
from tests.copydesk.sittings import EVERYTHING, STYLES, put, said, sat

FOLDED = FAULTY.replace("        body: |\n          从下周", "        body: >\n          从下周")
"""The format allows no folded text: a finding nobody but an editor can put right."""

# -- one by one ---------------------------------------------------------------------------------------


def test_accepting_changes_the_finding_and_nothing_else(tmp_path: Path) -> None:
    sitting = sat(put(tmp_path))
    state = sitting.accept()
    assert state.manuscript.text == FAULTY.replace("重开,车", "重开，车")
    assert said(sitting) == "已改：T-WIDTH “,” → “，”"
    assert (state.pending.changes, state.pending.ignored) == (1, 0)
    assert state.listed.counts.total == 6


def test_a_fold_gives_its_findings_one_after_the_other(tmp_path: Path) -> None:
    sitting = sat(put(tmp_path))
    lines = []
    for _ in range(3):
        here = sitting.state.here
        assert here is not None
        assert here.message.zh == "中文里用了半角“,”"
        lines.append(here.place.line)
        sitting.accept()
    assert lines == [7, 10, 10]
    assert sitting.state.here is not None
    assert sitting.state.here.message.zh == "中文里用了半角“;”"


def test_what_the_program_cannot_put_right_says_what_to_do(tmp_path: Path) -> None:
    sitting = sat(
        put(
            tmp_path, FAULTY.replace("        body: |\n          从下周", "        body: >\n          从下周")
        )
    )
    sitting.narrow("S-FORMAT")
    state = sitting.accept()
    assert said(sitting).startswith("S-FORMAT 要人来改：")
    assert not state.pending.is_any


def test_without_a_finding_nothing_happens(tmp_path: Path) -> None:
    sitting = sat(put(tmp_path, FAULTY.translate(str.maketrans(",;()", "，；（）"))))
    assert sitting.state.listed.rows == ()
    for verb in (sitting.accept, sitting.ignore, sitting.ignore_rule, sitting.preview_rule, sitting.excerpt):
        verb()
        assert said(sitting) == "这里没有查出什么。"
    assert not sitting.state.pending.is_any


# -- all of a rule ------------------------------------------------------------------------------------


def test_a_preview_tells_what_would_be_done_and_does_nothing(tmp_path: Path) -> None:
    sitting = sat(put(tmp_path))
    preview = sitting.preview_rule()
    assert preview is not None
    assert (len(preview.made), preview.refused, preview.left) == (7, (), ())
    assert preview.is_safe
    assert sitting.state.manuscript.text == FAULTY
    assert not sitting.state.pending.is_any


def test_accepted_all_are_one_step(tmp_path: Path) -> None:
    sitting = sat(put(tmp_path))
    preview = sitting.preview_rule()
    assert preview is not None
    state = sitting.accept_all(preview)
    assert state.manuscript.text == FAULTY.translate(str.maketrans(",;()", "，；（）"))
    assert said(sitting) == "已改 T-WIDTH 7 处"
    assert state.pending.changes == 7
    assert sitting.undo().manuscript.text == FAULTY


def test_of_one_article_only_its_own_are_changed(tmp_path: Path) -> None:
    sitting = sat(put(tmp_path))
    sitting.go_to_article("2024-12-23/library")
    preview = sitting.preview_rule(is_here_only=True)
    assert preview is not None
    text = sitting.accept_all(preview).manuscript.text
    head, mark, tail = FAULTY.partition("      - id: library")
    assert text == head + mark + tail.translate(str.maketrans(",;()", "，；（）"))


def test_what_cannot_be_put_right_is_told_in_the_preview(tmp_path: Path) -> None:
    folded = FAULTY.replace(
        "        body: |\n          从下周起,市", "        body: >2\n          从\n          下周起,市"
    )
    sitting = sat(put(tmp_path, folded))
    preview = sitting.preview_rule()
    assert preview is not None
    assert len(preview.made) + len(preview.refused) == 7


def test_a_preview_of_a_text_that_has_changed_since_is_refused(tmp_path: Path) -> None:
    sitting = sat(put(tmp_path))
    preview = sitting.preview_rule()
    assert preview is not None
    sitting.accept()
    text = sitting.state.manuscript.text
    assert sitting.accept_all(preview).manuscript.text == text
    assert said(sitting) == "预览之后又改过了，请再看一遍。"


def test_a_rule_without_fixes_has_no_preview(tmp_path: Path) -> None:
    sitting = sat(
        put(
            tmp_path, FAULTY.replace("        body: |\n          从下周", "        body: >\n          从下周")
        )
    )
    sitting.narrow("S-FORMAT")
    assert sitting.preview_rule() is None
    assert said(sitting) == "S-FORMAT 没有一处可以自动改"


# -- other words --------------------------------------------------------------------------------------


def test_a_paragraph_written_otherwise_is_one_step(tmp_path: Path) -> None:
    sitting = sat(put(tmp_path))
    sitting.move(1)
    taken = sitting.excerpt()
    assert taken is not None
    assert sitting.edit(taken, "夜里10时后只许行人过桥。")
    assert "          夜里10时后只许行人过桥。\n" in sitting.state.manuscript.text
    assert sitting.state.listed.counts.total == 6
    assert sitting.undo().manuscript.text == FAULTY


def test_the_same_words_are_no_step(tmp_path: Path) -> None:
    sitting = sat(put(tmp_path))
    taken = sitting.excerpt()
    assert taken is not None
    assert sitting.edit(taken, taken.words)
    assert said(sitting) == "没有改动。"
    assert sitting.copy.steps == []


def test_words_yaml_would_read_otherwise_are_refused_with_the_reason(tmp_path: Path) -> None:
    sitting = sat(put(tmp_path))
    taken = sitting.excerpt()
    assert taken is not None
    assert not sitting.edit(taken, "老桥: 重开")
    assert sitting.state.said is not None
    assert sitting.state.said.is_trouble
    assert "YAML" in said(sitting)
    assert sitting.state.manuscript.text == FAULTY


# -- looking only -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "verb", ["accept", "ignore", "ignore_rule", "preview_rule", "excerpt", "undo", "write"]
)
def test_where_nothing_can_be_written_nothing_is_changed(tmp_path: Path, verb: str) -> None:
    why = Wording("随程序装的", "it came with the program")
    sitting = sat(put(tmp_path), why_read_only=why)
    getattr(sitting, verb)()
    assert said(sitting) == "只能看，不能改：随程序装的"
    assert sitting.state.manuscript.text == FAULTY
    assert sitting.state.listed.counts.total == 7


# -- whatever is done ---------------------------------------------------------------------------------

VERBS = st.lists(
    st.one_of(
        st.sampled_from(["accept", "ignore", "ignore_rule", "all", "all_here", "undo", "toggle", "write"]),
        st.tuples(st.just("move"), st.integers(-3, 5)),
        st.tuples(st.just("edit"), st.text(alphabet="甲，,\n:#'\"- []\\a", max_size=12)),
        st.tuples(st.just("narrow"), st.sampled_from(["", "图书馆", "“;”"])),
    ),
    max_size=14,
)


def perform(sitting: ProofSitting, verb: str | tuple[str, int | str]) -> None:
    """Do one of the things an editor can do."""
    match verb:
        case ("move", int(by)):
            sitting.move(by)
        case ("edit", str(words)):
            taken = sitting.excerpt()
            if taken is not None:
                sitting.edit(taken, taken.words[: taken.cursor] + words + taken.words[taken.cursor :])
        case ("narrow", str(words)):
            sitting.narrow(words)
        case "all" | "all_here":
            preview = sitting.preview_rule(is_here_only=verb == "all_here")
            if preview is not None:
                sitting.accept_all(preview)
        case "toggle":
            sitting.toggle_fold()
        case str(name):
            getattr(sitting, name)()


@pytest.mark.parametrize(
    "text", [FAULTY, STYLES, STYLES.replace("\n", "\r\n")], ids=["plain", "styles", "crlf"]
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(verbs=VERBS)
def test_whatever_is_done_undone_it_is_the_file_of_before(
    tmp_path_factory: pytest.TempPathFactory, text: str, verbs: list[str | tuple[str, int | str]]
) -> None:
    path = put(tmp_path_factory.mktemp("desk"), text)
    sitting = sat(path, stylebook=EVERYTHING)
    for verb in verbs:
        perform(sitting, verb)
        assert sitting.state.manuscript is sitting.copy.manuscript
        assert sitting.state.pending == sitting.copy.pending
    while sitting.copy.steps:
        sitting.undo()
    assert sitting.copy.manuscript.data == text.encode()
    assert sitting.copy.ignored == ()
    sitting.write()
    assert path.read_bytes() == text.encode()
    assert list((path.parent / "state").glob("*")) == []
    sitting.close()

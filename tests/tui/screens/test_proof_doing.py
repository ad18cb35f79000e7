"""What the keys of proof mode do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.copydesk.desk import FAULTY
from tests.tui.proofs import desk, head, is_proofing, proofing, screen, state, text
from tests.tui.sitting import Sitting

FIXED = FAULTY.translate(str.maketrans(",;()", "，；（）"))


def here(sitting: Sitting) -> tuple[str, int]:
    found = state(sitting).here
    assert found is not None
    return found.message.zh, found.place.line


async def test_j_and_k_go_through_the_list_and_stop_at_its_ends(tmp_path: Path) -> None:
    async with proofing(desk(tmp_path)) as sitting:
        seen = [here(sitting)]
        for _ in range(6):
            await sitting.press("j")
            seen.append(here(sitting))
        assert [line for _, line in seen] == [7, 13, 15, 15, 17, 17, 17]
        await sitting.press("k")
        assert here(sitting)[1] == 15
        await sitting.press("g")
        assert here(sitting)[1] == 7
        await sitting.press("G", "up")
        assert here(sitting)[1] == 15
        await sitting.press("down")
        assert here(sitting)[1] == 17


async def test_n_goes_to_the_next_error(tmp_path: Path) -> None:
    path = desk(tmp_path, rules=("T-WIDTH", "S-META"))
    async with proofing(path) as sitting:
        await sitting.press("g")
        assert here(sitting)[0].startswith("报头")
        await sitting.press("n")
        assert here(sitting)[1] == 7
        await sitting.press("n")
        assert here(sitting)[1] == 13
        await sitting.press("N", "N")
        assert here(sitting)[1] == 7


async def test_a_click_and_the_wheel_go_to_a_finding(tmp_path: Path) -> None:
    async with proofing(desk(tmp_path)) as sitting:
        await sitting.click(6, 3)
        assert here(sitting)[1] == 13
        screen(sitting).listing.move(1)
        await sitting.settle()
        assert here(sitting)[1] == 15
        assert "图书馆延长开放(试行)" in "\n".join(text(sitting))


async def test_enter_opens_a_fold_and_each_has_its_place(tmp_path: Path) -> None:
    async with proofing(desk(tmp_path)) as sitting:
        await sitting.press("enter")
        rows = [row.strip() for row in sitting.contents[1:5]]
        assert [row.split()[-1] for row in rows] == ["×3", "7:23", "10:19", "10:26"]
        await sitting.press("j", "j", "y")
        assert "老桥昨天重新通车，桥面换了新板," in state(sitting).manuscript.text
        await sitting.press("k", "k", "enter")
        assert "×2" in sitting.contents[1]


async def test_y_accepts_goes_on_and_u_takes_back(tmp_path: Path) -> None:
    async with proofing(desk(tmp_path)) as sitting:
        await sitting.press("y")
        assert "老桥重开，车流如织" in sitting.text
        assert "已改：T-WIDTH “,” → “，”" in sitting.foot
        assert here(sitting)[1] == 10
        await sitting.press("u")
        assert state(sitting).manuscript.text == FAULTY
        assert here(sitting)[1] == 7
        assert "已撤销：T-WIDTH “,” → “，”" in sitting.foot
        await sitting.press("u")
        assert "没有可以撤销的了" in sitting.foot


async def test_held_y_accepts_all_there_is_and_then_does_nothing(tmp_path: Path) -> None:
    async with proofing(desk(tmp_path)) as sitting:
        for _ in range(30):
            sitting.send("y")
        await sitting.settle()
        assert state(sitting).manuscript.text == FIXED
        assert state(sitting).pending.changes == 7


async def test_a_shows_all_of_the_rule_first(tmp_path: Path) -> None:
    async with proofing(desk(tmp_path)) as sitting:
        await sitting.press("a")
        assert "T-WIDTH 半角标点：改 7 处" in sitting.rows[0]
        assert "全期" in sitting.rows[0]
        assert "7:23   老桥重开,车流如织 → ，" in sitting.text
        assert state(sitting).manuscript.text == FAULTY
        await sitting.press("tab")
        assert "改 4 处" in sitting.rows[0]
        assert "只改本文" in sitting.rows[0]
        await sitting.press("tab", "escape")
        assert is_proofing(sitting)
        assert state(sitting).manuscript.text == FAULTY
        await sitting.press("a", "enter")
        assert is_proofing(sitting)
        assert state(sitting).manuscript.text == FIXED
        assert "已改 T-WIDTH 7 处" in sitting.foot


async def test_x_asks_for_a_reason_and_keeps_it(tmp_path: Path) -> None:
    async with proofing(desk(tmp_path)) as sitting:
        await sitting.press("x")
        assert sitting.rows[0].startswith(" 忽略此处，理由 ›")
        assert "T-WIDTH" in sitting.rows[0]
        await sitting.type("yaXnq原文如此")
        await sitting.press("enter")
        assert state(sitting).listed.counts.total == 6
        assert screen(sitting).sitting is not None
        assert state(sitting).silenced == 1
        sitting_of_desk = screen(sitting).sitting
        assert sitting_of_desk is not None
        assert [entry.reason for entry in sitting_of_desk.copy.ignored] == ["yaXnq原文如此"]
        assert "校对" in head(sitting)


async def test_escape_leaves_a_reason_and_ignores_nothing(tmp_path: Path) -> None:
    async with proofing(desk(tmp_path)) as sitting:
        await sitting.press("x")
        await sitting.type("半句")
        await sitting.press("escape")
        assert state(sitting).listed.counts.total == 7
        assert is_proofing(sitting)
        await sitting.press("j")
        assert here(sitting)[1] == 13


async def test_capital_x_ignores_the_rule_in_the_article(tmp_path: Path) -> None:
    async with proofing(desk(tmp_path)) as sitting:
        await sitting.press("X")
        assert sitting.rows[0].startswith(" 本文忽略这条规则，理由 ›")
        await sitting.press("enter")
        assert state(sitting).listed.counts.total == 3
        assert "老桥重开,车流如织：不再查 T-WIDTH" in sitting.foot


async def test_e_writes_the_paragraph_otherwise(tmp_path: Path) -> None:
    async with proofing(desk(tmp_path)) as sitting:
        await sitting.press("j", "e")
        assert "夜里10时后只许行人过桥;白天双向通行。" in sitting.text
        assert "Enter 留下" in sitting.foot
        await sitting.type("，yq")  # before the mark; letters are letters here
        await sitting.press("delete", "enter")
        assert "过桥，yq白天双向通行。" in state(sitting).manuscript.text
        assert "已改这一段" in sitting.foot
        await sitting.press("u")
        assert state(sitting).manuscript.text == FAULTY


async def test_a_line_begun_in_a_paragraph_is_a_line_of_the_file(tmp_path: Path) -> None:
    async with proofing(desk(tmp_path)) as sitting:
        await sitting.press("j", "e", "ctrl+j", "enter")
        assert "过桥\n          ;白天" in state(sitting).manuscript.text


async def test_escape_leaves_the_paragraph_as_it_was(tmp_path: Path) -> None:
    async with proofing(desk(tmp_path)) as sitting:
        await sitting.press("e")
        await sitting.type("不要这个")
        await sitting.press("escape")
        assert state(sitting).manuscript.text == FAULTY
        assert "^" in "\n".join(text(sitting))
        await sitting.press("e")
        assert "不要这个" not in sitting.text


async def test_words_yaml_would_misread_stay_to_be_corrected(tmp_path: Path) -> None:
    async with proofing(desk(tmp_path)) as sitting:
        await sitting.press("e", "home")
        await sitting.type("又: ")
        await sitting.press("enter")
        assert "YAML" in sitting.foot
        assert state(sitting).manuscript.text == FAULTY
        assert screen(sitting).is_editing
        await sitting.press("left", "backspace", "enter")
        assert "headline: 又 老桥重开" in state(sitting).manuscript.text


async def test_what_is_pasted_into_a_paragraph_is_printable(tmp_path: Path) -> None:
    from textual import events

    async with proofing(desk(tmp_path)) as sitting:
        await sitting.press("j", "e")
        paste = events.Paste("甲\x1b]2;乙\u202e")
        paste.set_sender(sitting.app)
        sitting.app.post_message(paste)
        await sitting.settle()
        assert "\x1b" not in sitting.text
        await sitting.press("enter")
        assert "甲␛]2;乙⟦U+202E⟧;白天" in state(sitting).manuscript.text


async def test_keys_typed_in_one_burst_are_done_one_after_the_other(tmp_path: Path) -> None:
    path = desk(tmp_path)
    async with proofing(path) as sitting:
        for key in ("x", *"引文", "enter", "e", "甲", "enter", "a", "enter", "w", "enter"):
            sitting.send(key)
        await sitting.until(lambda: "甲" in path.read_text("utf-8"))
        written = path.read_text("utf-8")
        assert "老桥重开,车流如织" in written
        assert "甲，桥面" in written
        assert written.count(",") == 1


async def test_the_question_mark_explains_the_rule_and_the_keys(tmp_path: Path) -> None:
    async with proofing(desk(tmp_path), (100, 60)) as sitting:
        await sitting.press("question_mark")
        assert "规则 T-WIDTH" in sitting.rows[0]
        assert "GB/T 15834" in sitting.text
        await sitting.press("G")
        assert "就地改这一段" in sitting.text
        await sitting.press("question_mark")
        assert is_proofing(sitting)


async def test_the_slash_narrows_the_list_and_escape_shows_all(tmp_path: Path) -> None:
    async with proofing(desk(tmp_path)) as sitting:
        await sitting.press("slash")
        await sitting.type("图书馆")
        assert len(state(sitting).listed.rows) == 3
        await sitting.press("enter", "j")
        assert here(sitting)[1] == 15
        await sitting.press("escape")
        assert len(state(sitting).listed.rows) == 5
        await sitting.press("slash")
        await sitting.type("没有的词")
        assert "没有一条合得上“没有的词”" in sitting.text
        await sitting.press("escape")
        assert len(state(sitting).listed.rows) == 5
        assert is_proofing(sitting)


@pytest.mark.parametrize("key", ["ctrl+p", "colon"])
async def test_the_palette_has_the_commands_of_proof_mode(tmp_path: Path, key: str) -> None:
    async with proofing(desk(tmp_path)) as sitting:
        await sitting.press(key)
        await sitting.type("撤销")
        await sitting.until(lambda: "撤销，一步一步退回" in sitting.text)


async def test_keys_can_be_rebound_by_their_id(tmp_path: Path) -> None:
    from reader.tui.desk import Habits

    async with proofing(desk(tmp_path), habits=Habits(rebound={"accept": "f2"})) as sitting:
        assert "f2 接受" in sitting.foot
        await sitting.press("f2")
        assert state(sitting).pending.changes == 1
        await sitting.press("y")
        assert state(sitting).pending.changes == 1

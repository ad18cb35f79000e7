"""What is said of marks, of the notes to them and of clippings, in both languages."""

from __future__ import annotations

from reader.edition.wording import Wording

NOTE_FOOT = Wording(
    "Enter 留下  Esc 不改  清空后 Enter 删去", "Enter keep  Esc leave as it was  empty: take it away"
)
NOTED = Wording("批注已留下：{title}", "Note kept: {title}")
MARKED_AND_NOTED = Wording("已收藏，批注留下：{title}", "Marked, with your note: {title}")
NOTE_GONE = Wording("批注已删去：{title}", "Note taken away: {title}")
NOTE_AS_IT_WAS = Wording("批注没有改。", "The note is as it was.")
UNMARKED_HERE = Wording("已取消收藏：{title}（再按 m 恢复）", "No longer marked: {title} (m brings it back)")

FILTER_PROMPT = Wording("筛选 › ", "Filter › ")
FILTER_FOOT = Wording("Enter ↓ 到列表  Esc 不再筛选", "Enter ↓ to the list  Esc show all")
FILTERED = Wording("“{query}” {shown}/{count}", "“{query}” {shown}/{count}")
FOUND = Wording("{shown}/{count}", "{shown}/{count}")
NONE_FOUND = Wording("没有收藏合得上“{query}”；Esc 看全部", "No mark has “{query}”; Esc shows all of them")
BY_MARKED = Wording("按收藏先后", "by when marked")
BY_PAPER = Wording("按报纸日期", "by the paper's day")
SORTED = Wording("排列：{order}", "Sorted {order}")
TAKEN_AWAY = Wording("已取消", "unmarked")
EDITION_GONE = Wording("这一期不在往期里", "its edition is not in the library")
NOT_OPENED = Wording(
    "找不到这一期：{paper} {day}；收藏还留着", "The edition is not here: {paper} {day}; the mark stays"
)
COPIED_CLIPPING = Wording("已复制剪报：{title}", "Copied the clipping: {title}")
COPIED_CLIPPINGS = Wording("已复制 {count} 条剪报", "Copied clippings: {count}")

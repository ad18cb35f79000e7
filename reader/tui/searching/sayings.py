"""What a search says, in one edition and in all of them, in both languages."""

from __future__ import annotations

from reader.edition.wording import Wording

FOUND = Wording("{articles} 篇 {matches} 处", "matches: {matches}, stories: {articles}")
FOUND_STORIES = Wording("{articles} 篇", "stories: {articles}")
MATCH_OF = Wording("{at}/{matches} 处", "match {at} of {matches}")
NOTHING = Wording("没有找到", "nothing found")
RUNNING = Wording("正在找……", "searching …")
HOW_TO_ASK = Wording(
    "词与词都要有  “短语”  -排除  标题: 作者: 版: 类型: 日期:  /正则/  拼音",
    "all words must match  “phrase”  -without  headline: byline: section: kind: date:  /regex/  pinyin",
)

IN_EDITION = Wording("本期 {count}", "this edition {count}")
IN_ALL = Wording("全部 {count}", "all {count}")
COUNTING = "…"
CHANGE = Wording("⇥ 换范围", "Tab")
NONE_HERE = Wording("本期没有；全部 {count}，按 Tab", "not in this edition; all {count}, Tab")
NONE_ANYWHERE = Wording("本期没有，往期也没有", "not in this edition, nor in any other")
MILLISECONDS = Wording("{count} ms", "{count} ms")
NONE_HERE_BUT = Wording("本期没有；{lack}", "not in this edition; {lack}")
INDEXING = Wording("正在编索引 {done}/{of}", "preparing search {done}/{of}")
INDEX_BEGINS = Wording("正在编索引", "preparing search")
ELSEWHERE_BEGINS = Wording("往期{index}", "back issues: {index}")
ELSEWHERE_NOT = Wording("往期搜不了", "back issues cannot be searched")
NO_LIBRARY = Wording(
    "这一期不在文库里，只能搜本期。", "This edition is in no library; only it can be searched."
)
NOT_SEARCHED = Wording("另有 {count} 个文件未搜：{why}", "files not searched: {count} ({why})")
PARTLY = Wording("往期没有搜全", "some back issues not searched")
PARTLY_HERE = Wording("这里还搜不到另外 {count} 期", "editions not searched here yet: {count}")
NOT_HERE = Wording(
    "往期现在搜不了，本期可以搜", "back issues cannot be searched here now; this edition can be"
)
RUN_INDEX = Wording("运行 paper-reader index", "run paper-reader index")
NO_INDEX = Wording(
    "往期还搜不了：没有索引，运行 paper-reader index", "no index of back issues yet; run paper-reader index"
)
NOT_NOW = Wording("往期搜不了：{why}", "back issues cannot be searched: {why}")
INDEX_STOPPED = Wording("编索引的进程中断了", "the process that makes the index was stopped")

TYPING_FOOT = Wording(
    "Enter 打开  ↓↑ 选结果  Esc 返回原处", "Enter open  ↓↑ choose  Esc back to where you were"
)
MATCH_FOOT = Wording(
    "n N 下/上一处  / 改搜索词  Enter 留在此处  Esc 回原处",
    "n N next/previous  / edit query  Enter stay  Esc back",
)
ALL_FOOT = Wording(
    "Enter 打开  ↓↑ 选结果  ⇥ 换范围  ctrl+o {order}  Esc 返回原处",
    "Enter open  ↓↑ choose  Tab scope  ctrl+o {order}  Esc back to where you were",
)
EDITION_FOOT = Wording(
    "Enter 打开  ↓↑ 选结果  ⇥ 换范围  Esc 返回原处",
    "Enter open  ↓↑ choose  Tab scope  Esc back to where you were",
)
BY_DATE = Wording("改按日期", "newest first")
BY_RANK = Wording("改按相关", "best first")
ORDERED_BY_DATE = Wording("新的在前。", "Newest first.")
ORDERED_BY_RANK = Wording("标题里有的在前。", "Hits in headlines first.")
HIT_OF = Wording("{at}/{of}  {date}", "{at}/{of}  {date}")
LOADING = Wording("载入中……", "loading …")
MORE_TO_COME = Wording("后面的还在找，再按一次。", "The next ones are being looked for; press again.")
FIRST_HIT = Wording("这是第一条。", "This is the first hit.")
PIECE_GONE = Wording("这一期里已经没有这篇了。", "This piece is no longer in that edition.")
PAGE = Wording("第{page}版 {section}", "p. {page} {section}")

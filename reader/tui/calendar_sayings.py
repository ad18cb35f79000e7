"""What the back issues' calendar says, and what is said of new editions, in both languages."""

from __future__ import annotations

from reader.edition.wording import Wording

TITLE = Wording("往期", "Back issues")
LOOKING = Wording("正在翻阅往期……", "Looking through the back issues …")
NO_LIBRARY = Wording("只有这一期：它不在往期文件夹里", "This edition stands alone, in no library")
NO_EDITIONS = Wording("这里没有报纸。", "There are no editions here.")
NOTHING_ON_DAY = Wording("这一天没有报纸。", "No edition on this day.")
NEAREST = Wording(
    "这一天没有报纸；最近的是{day}，再按 Enter 去那里。",
    "No edition on this day; the nearest is {day}, Enter again goes there.",
)
NO_SUCH_DAY = Wording("{typed} 不是日子。", "{typed} is no date.")
AROUND = Wording("前一期与后一期", "The editions before and after")
EARLIER_YEARS = Wording("历史上的今天", "This day in earlier years")
LATER_YEARS = Wording("后来各年的今天", "This day in later years")
NO_HEADLINE = Wording("没有稿件", "no articles")
UNREADABLE = Wording("读不了，按 ! 看原因", "cannot be read; ! says why")
ISSUE_OF = Wording("第{issue}期", "No. {issue}")
ONLY_PAPER = Wording("这里只有《{paper}》一种报纸。", "There is only one paper here, {paper}.")
FIRST_THERE_IS = Wording("没有更早的一期了。", "There is no earlier edition.")
LAST_THERE_IS = Wording("没有更新的一期了。", "There is no later edition.")
DATE_PROMPT = Wording("日期 › {typed}", "Date › {typed}")
DATE_MEANS = Wording("{typed} → {meaning}", "{typed} → {meaning}")

YEAR = Wording("{year}年", "{year}")
TYPED_FOOT = Wording("Enter 去那里  Esc 不去了", "Enter go  Esc give up")
HOLDING_SHOWN = Wording("  《{paper}》{count}期", "  {paper} ({count})")
HOLDING = Wording("  {paper} {count}期", "  {paper} {count}")

DAY_HINT = Wording("选日", "day")
MONTH_HINT = Wording("换月", "month")
ISSUE_HINT = Wording("前后一期", "issue")
OPEN_HINT = Wording("打开", "open")
LIST_HINT = Wording("列表", "list")
DAYS_HINT = Wording("日历", "days")
PAPER_HINT = Wording("换报", "paper")
LEAVE_HINT = Wording("返回", "back")
ROW_HINT = Wording("选一期", "choose")
TYPE_HINT = Wording("输入日期", "type a date")
DIGITS = Wording("数字", "digits")
FAULTS_HINT = Wording("{count} 个坏文件", "bad files: {count}")

FAULTS_TITLE = Wording("往期里的坏文件", "What is wrong with the library")
NO_FAULTS = Wording("往期里没有坏文件。", "Nothing is wrong with the library.")
UNREADABLE_FILES = Wording("读不了的文件", "Files that cannot be read")
TWICE = Wording("重复的文件", "Editions that are there twice")
SAME_ISSUE = Wording(
    "{paper} {day}：{one} 和 {other}；删去或改正其中一个",
    "{paper} {day}: {one} and {other}; remove or correct one of them",
)
NOT_PLAIN = Wording("读不了", "it cannot be read")

ARRIVED = Wording("新的一期到了：{date}，按 {key} 打开。", "A new edition is here: {date}; {key} opens it.")
NEWEST_HERE = Wording("这就是最新一期。", "This is the newest edition.")
NO_NEWEST = Wording("往期里找不到这份报纸。", "This paper is not in the library.")

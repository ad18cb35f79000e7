"""What the reader's screens say, in both languages."""

from __future__ import annotations

from reader.edition.wording import Wording

ARTICLE_COUNT = Wording("{section} {at}/{of}", "{section} {at}/{of}")
ISSUE = Wording("第{issue}期", "No. {issue}")
MORE_NOTICES = Wording("另有{count}条", "{count} more")
FULL_TEXT = Wording("全文", "full text")
SHARE_READ = Wording("{share}%", "{share}%")
MARKED = Wording("已收藏：{title}", "Marked: {title}")
UNMARKED = Wording("已取消收藏：{title}", "No longer marked: {title}")
UNMARKED_NOTED = Wording(
    "已取消收藏：{title}（再按 m 恢复，批注还在）",
    "No longer marked: {title} (m brings it back with its note)",
)
NO_MARKS = Wording("还没有收藏。读到想留的稿件，按 m。", "No marks yet. Press m on a story you want to keep.")
COPIED_ARTICLE = Wording("已复制全文，{count} 字", "Copied the article, {count} characters")
COPIED_SELECTION = Wording("已复制 {count} 字", "Copied {count} characters")
COPIED_REFERENCE = Wording("已复制出处 {reference}", "Copied the reference {reference}")
LAST_STORY = Wording("这是最后一篇。", "This is the last story.")
PRESS_TO_QUIT = Wording("按 {key} 退出。", "Press {key} to quit.")
ONLY_IN_READING = Wording(
    "这个键读稿时才用；Enter 打开这一篇。", "That key is for reading; Enter opens this story."
)
END_OF_PAPER = Wording("全期读完了。", "That was the whole paper.")
BEGIN_OF_PAPER = Wording("这里是第一篇。", "This is the first story.")
NO_SECTION = Wording("没有第 {number} 版。", "There is no section {number}.")
NO_LINK = Wording("这一屏上没有转版行。", "There is no jump line on this screen.")
NOT_FOUND_LINK = Wording("找不到另一半：{link}", "The other half is not here: {link}")
NO_BACK = Wording("没有更早的读处了。", "No earlier place in your history.")
NO_FORWARD = Wording("没有更后的读处了。", "No later place in your history.")
NO_PROOF = Wording("这里不能校对。", "There is no proofreading here.")
NO_EDITION_BEFORE = Wording("没有更早的一期了。", "There is no earlier edition.")
NO_EDITION_AFTER = Wording("没有更新的一期了。", "There is no later edition.")
MEASURE = Wording("版心 {cells} 格", "Measure {cells} cells")
JUSTIFIED = Wording("两端对齐，再按 J 取消。", "Lines are justified; J again sets them ragged.")
RAGGED = Wording("右端不齐，再按 J 对齐。", "Lines are ragged; J again justifies them.")
THEME = Wording("主题：{name}，{light}", "Theme: {name}, {light}")
LIGHT = Wording("浅色", "light")
DARK = Wording("深色", "dark")
PALETTE_PROMPT = Wording("输入几个字，找要做的事……", "Type a few letters of what you want to do…")
NO_COLOURS = Wording("NO_COLOR 已设，不用颜色。", "NO_COLOR is set, so no colours are used.")
FEW_COLOURS = Wording(
    "这个终端只有{count}色，只用它自己的颜色。", "This terminal has {count} colours only; its own are used."
)
PICTURES_ON = Wording("显示图片（{means}）。", "Pictures on ({means}).")
PICTURES_OFF = Wording("不显示图片。", "Pictures off.")
PICTURES_EXTRA = Wording(
    "要显示图片，装上扩展 pictures：{pip} install textual-image",
    "To see pictures, install the extra pictures: {pip} install textual-image",
)
NO_PICTURES = Wording("这个终端颜色不够，画不出图片。", "This terminal has too few colours for pictures.")
PICTURE_LOADING = Wording("图片载入中", "picture loading")
RELOADED = Wording("文件已更新，重新读入。", "The file changed; this is its new text.")
UNCHANGED = Wording("文件没有变化。", "The file has not changed.")
RELOAD_FAILED = Wording(
    "{problem}（仍显示上一版，r 看全部）", "{problem} (the last good version stays; r for all of it)"
)
GOOD_AGAIN = Wording("文件又对了。", "The file is right again.")
FILE_GONE = Wording("{file} 不在了，仍显示读到的内容。", "{file} is gone; what was read of it stays.")
FILE_WRONG = Wording("文件有误 r", "file: error, r")
WARNED = Wording("{problem}（共 {count} 处提醒，r 看全部）", "{problem} (warnings: {count}, r for all of it)")
PROBLEMS_TITLE = Wording("文件里的问题", "What is wrong with the file")
ANY_PROBLEM = Wording("{problem}", "{problem}")
MORE_PROBLEMS = Wording("（共 {count} 处）", " ({count} in all)")
NO_CLIPBOARD = Wording(
    "这里不许写剪贴板；请用鼠标加 Shift 选中，再用终端自己的复制",
    "The clipboard is not to be had here; select with Shift and the mouse, and copy with your terminal",
)
NO_CLIPBOARD_IN_BROWSER = Wording(
    "这里不许写剪贴板；要复制，请和办这间阅览室的人说一声",
    "The clipboard is not to be had here; ask whoever serves this paper to allow it",
)
NO_EDITOR = Wording(
    "没有设置编辑器；请设 $EDITOR，如 export EDITOR=vim",
    "No editor is set; set $EDITOR, as in export EDITOR=vim",
)
EDITOR_FAILED = Wording("编辑器没有开成：{why}", "The editor did not open: {why}")
NO_SUSPEND = Wording("此处不能打开编辑器。", "No editor can be opened here.")
NO_SHELL = Wording("此处不能挂起。", "The reader cannot be suspended here.")
NO_NOTICES = Wording("没有预警或公告。", "There are no notices.")
BOARD_TITLE = Wording("预警与公告", "Notices")
HELP_TITLE = Wording("帮助：按键", "Help: the keys")
MARKS_TITLE = Wording("收藏夹", "Marks")
BOARD_AT = Wording("以 {moment} 为准", "As of {moment}")

PAGE_OF = Wording("第{page}版，共{pages}版", "page {page} of {pages}")
LAST_PAGE = Wording("这是最后一版。", "This is the last page.")
FIRST_PAGE = Wording("这是第一版。", "This is the first page.")
NO_PAGE = Wording("没有第 {number} 版。", "There is no page {number}.")

SEARCH_PROMPT = Wording("搜索 › ", "Search › ")
NOTE_PROMPT = Wording("批注 › ", "Note › ")
NO_SEARCH = Wording("现在没有搜索；按 / 开始。", "No search is open; press / to begin.")
ORDER_IN_ALL = Wording(
    "搜全部时才可改次序；先按 Tab。", "Only hits of all editions have an order; press Tab."
)

SHEET_FOOT = Wording("space 往下  g G 首尾  Esc 返回", "space on  g G top, end  Esc back")

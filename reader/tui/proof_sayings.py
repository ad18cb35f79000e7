"""What proof mode's screen says beside what the sitting says, in both languages."""

from __future__ import annotations

from reader.edition.wording import Wording

TITLE = Wording("校对", "Proof")
FIXABLE = Wording("可自动改 {count}", "fixable {count}")
FIXABLE_SHORT = Wording("改{count}", "fix {count}")
RATE = Wording("加权差错率 {rate}/万字（限 {limit}）", "error rate {rate} in 10,000 (limit {limit})")
RATE_OVER = Wording("加权差错率 {rate}/万字，超限 {limit}", "error rate {rate} in 10,000, over {limit}")
RATE_SHORT = Wording("差错率 {rate}（限 {limit}）", "rate {rate} (limit {limit})")
RATE_SHORT_OVER = Wording("差错率 {rate} 超限 {limit}", "rate {rate} over {limit}")
PENDING = Wording("未写回 {count}", "unwritten {count}")
READ_ONLY = Wording("只读", "read only")
ELSEWHERE = Wording("文件在别处改了 r", "file changed elsewhere r")
GONE = Wording("文件不在了", "the file is gone")
READ_ONLY_SAID = Wording("只能看，不能改：{why}", "You can look but not change: {why}")
READING = Wording("正在查……", "reading …")

OPENING = Wording("正在校对 {file}……", "Proofreading {file} …")
CLEAN = Wording("没有查出问题。", "Nothing was found.")
CLEAN_IGNORED = Wording("另有 {count} 处已忽略。", "Ignored besides: {count}.")
CLEAN_PENDING = Wording(
    "还有 {count} 处没写回：w 看差异并写回。", "Not written yet: {count}; w shows and writes them."
)
NONE_LISTED = Wording(
    "没有一条合得上“{words}”；Esc 看全部", "No finding has “{words}”; Esc shows all of them"
)

FOLDED = Wording("同类 {at}/{of}", "{at} of {of} alike")
NO_FIX = Wording("要人改：{advice}", "For you to put right: {advice}")
SUGGESTED = Wording("建议改法，看过再接受", "a suggestion: look before you accept")

REASON_HERE = Wording("忽略此处，理由 › ", "Ignore this one, because › ")
REASON_RULE = Wording("本文忽略这条规则，理由 › ", "Ignore this rule here, because › ")
REASON_FOOT = Wording(
    "Enter 忽略（理由可空）  Esc 不忽略", "Enter ignore (with or without a reason)  Esc leave it"
)
FILTER = Wording("筛选 › ", "Filter › ")
FILTER_FOOT = Wording("Enter 到列表  Esc 不再筛选", "Enter to the list  Esc show all")
EDIT_TITLE = Wording("改这一段", "Edit this text")
EDIT_FOOT = Wording("Enter 留下  Esc 不改  ctrl+j 换行", "Enter keep  Esc leave as it was  ctrl+j new line")

OFFER = Wording(
    "Enter 接着改  x 丢开  Esc 再说（上次 {count} 处没写回，{at}）",
    "Enter go on  x throw away  Esc later (left unwritten: {count}, {at})",
)
OFFER_OTHER = Wording(
    "Enter 接上  x 丢开  Esc 再说（上次 {count} 处没写回，{at}；文件后来改过）",
    "Enter put them in  x throw away  Esc later (left unwritten: {count}, {at}; the file changed since)",
)
LEAVE = Wording(
    "w 写回  q 留着走  Esc 不走（{count} 处没写回，下次可接着改）",
    "w write  q keep and leave  Esc stay (unwritten: {count}; the next time goes on)",
)
LEAVE_LOSING = Wording(
    "w 写回  q 丢了走  Esc 不走（{count} 处没写回，也记不下来）",
    "w write  q lose and leave  Esc stay (unwritten: {count}, and they cannot be kept)",
)
KEPT = Wording(
    "校对的 {count} 处改动留着，没有写回；再进校对就接着改。",
    "Kept, not written: {count}; proof mode takes them up again.",
)
NOT_OPENED = Wording("校对不了：{problem}", "It cannot be proofread: {problem}")
SHIPPED = Wording(
    "这是随程序装的报纸；先另存一份再改", "this paper came with the program; save a copy and change that"
)

PREVIEW_TITLE = Wording("{rule} {name}：改 {count} 处", "{rule} {name}: places to change: {count}")
PREVIEW_HERE = Wording("只改本文", "this article only")
PREVIEW_ALL = Wording("全期", "the whole edition")
PREVIEW_NOT_SAFE = Wording(
    "其中 {count} 处是建议改法，请一一看过。", "Suggestions among them, to be looked at: {count}."
)
PREVIEW_SCOPE = Wording("范围：{scope}，Tab 换", "scope: {scope}, Tab changes it")
PREVIEW_GONE = Wording("（删去）", "(taken out)")
PREVIEW_REFUSED = Wording("{count} 处改不了，留着：", "Left as they are, no fix can be made: {count}")
PREVIEW_LEFT = Wording(
    "{count} 处与别处的改法交叠，这次不改：", "Left for now, they lie under another fix: {count}"
)
PREVIEW_FOOT = Wording(
    "Enter 全改  Esc 不改  Tab 换范围  space 往下", "Enter change all  Esc leave them  Tab scope  space on"
)
DIFF_TITLE = Wording("写回 {file}：改 {count} 处", "Write {file}; places changed: {count}")
DIFF_NOTE = Wording("- 原来  + 改后", "- before  + after")
DIFF_IGNORED = Wording("新忽略 {count} 条，记在 {beside}：", "Newly ignored, kept in {beside}: {count}")
DIFF_UNIGNORED = Wording("不再忽略 {count} 条：", "Not ignored any more: {count}")
DIFF_FOOT = Wording("Enter 写回  Esc 不写  space 往下", "Enter write  Esc do not  space on")
LOST_TITLE = Wording("没有接上的改动", "Changes that no longer fit")
LOST_NOTE = Wording("文件在别处改过", "the file was changed elsewhere")
RULE_TITLE = Wording("规则 {rule}", "Rule {rule}")
KEYS_TITLE = Wording("校对的按键", "Keys of proof mode")

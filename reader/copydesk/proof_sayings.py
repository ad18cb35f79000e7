"""What a sitting of proofreading says of what was done, in both languages."""

from __future__ import annotations

from reader.edition.wording import Wording

ACCEPTED = Wording("已改：{fix}", "Changed: {fix}")
ACCEPTED_ALL = Wording("已改 {rule} {count} 处", "{rule}: places changed: {count}")
ACCEPTED_SOME = Wording(
    "已改 {rule} {count} 处，另有 {left} 处改不了",
    "{rule}: places changed: {count}, left as they are: {left}",
)
FIX = Wording("{rule} “{before}” → “{after}”", "{rule} “{before}” → “{after}”")
FIXES = Wording("{rule} {count} 处", "{rule}, places: {count}")
EDIT = Wording("改写一段", "a text edited")
IGNORING = Wording("忽略 {rule}", "{rule} ignored")
EDITED = Wording("已改这一段", "The text is changed")
NOT_EDITED = Wording("没有改动。", "Nothing was changed.")
IGNORED = Wording("此处忽略：{rule}", "Ignored here: {rule}")
IGNORED_RULE = Wording("{title}：不再查 {rule}", "{title}: {rule} is not looked for any more")
UNDONE = Wording("已撤销：{words}", "Undone: {words}")
NOTHING_TO_UNDO = Wording("没有可以撤销的了。", "There is nothing to undo.")

NOTHING_HERE = Wording("这里没有查出什么。", "There is no finding here.")
NO_FIX = Wording("{rule} 要人来改：{advice}", "{rule} is for you to put right: {advice}")
NOT_TRACED = Wording(
    "这一处的写法不能逐字对上文件，用 $EDITOR 改：{advice}",
    "this cannot be traced in the file; change it in $EDITOR: {advice}",
)
REFUSED = Wording(
    "改了这一处，文件别处也会变，没有改；用 $EDITOR 改",
    "the fix would change something else in the file, so it was not made; use $EDITOR",
)
NO_FIXES = Wording("{rule} 没有一处可以自动改", "{rule} has no fix the program could make")
PREVIEW_OLD = Wording("预览之后又改过了，请再看一遍。", "The text has changed since the preview; look again.")
NOT_KNOWN = Wording(
    "这一条没有可记的特征，不能忽略；请改正文件",
    "this has nothing to be known by and cannot be ignored; correct the file",
)
NO_ARTICLE = Wording("这一条不在稿件里，不能按稿件忽略", "this is in no article, so no article can be told")
NO_IGNORED_FILE = Wording("忽略不了：{problem}", "nothing can be ignored: {problem}")
READ_ONLY = Wording("只能看，不能改：{why}", "You can look but not change: {why}")

WRITTEN = Wording("已写回 {file}：改 {changes} 处", "Written to {file}; places changed: {changes}")
WRITTEN_IGNORED = Wording(
    "{written}；{beside} 里改 {ignored} 条", "{written}; entries changed in {beside}: {ignored}"
)
NOTHING_TO_WRITE = Wording("没有要写回的。", "There is nothing to write.")
CHANGED_ON_DISK = Wording(
    "没有写：文件在别处改过了。r 读入新的，对得上的改动都留着",
    "Not written: the file was changed elsewhere. r reads it anew and keeps the changes that still fit",
)
GONE = Wording(
    "没有写：{file} 不在了；放回原处再写", "Not written: {file} is gone; put it back and write again"
)
NOT_WRITTEN = Wording("没有写成（{why}）；改动都还在", "Not written ({why}); your changes are still here")
IGNORED_NOT_WRITTEN = Wording(
    "{written}；忽略没有记下：{problem}", "{written}; what is ignored was not kept: {problem}"
)

RELOADED = Wording("文件在别处存过，已读入新的。", "The file was saved elsewhere; this is what it says now.")
UNCHANGED = Wording("文件没有变化。", "The file has not changed.")
MERGED = Wording("已读入新的文件，改动都接上了。", "The new file is read, with all your changes in it.")
MERGED_PARTLY = Wording(
    "已读入新的文件；{lost} 处改动对不上，没有接上",
    "The new file is read; changes that no longer fit and were left out: {lost}",
)
NOT_MERGED = Wording(
    "接不上：{problem}；原来的都还在", "It cannot be brought together: {problem}; nothing is lost"
)
NOT_READ = Wording("读不入新的文件：{problem}", "The new file cannot be read: {problem}")
RESUMED = Wording("接着上次的改：{count} 处没有写回", "Going on from last time; not written yet: {count}")
DISCARDED = Wording("上次的改动丢开了。", "What was left from last time is thrown away.")
ANSWER_FIRST = Wording(
    "先定上次留下的改动：接着改，还是丢开", "First say whether to go on with what was left last time"
)
OTHER_CHARACTERS = Wording("文件的编码里没有其中的字", "the file's encoding lacks some of the characters")
NO_JOURNAL = Wording(
    "没有记改动的地方，离开就丢了", "there is nowhere to keep changes; they are lost when you leave"
)

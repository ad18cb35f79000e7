"""The keys of proof mode that it does not share with reading."""

from __future__ import annotations

from reader.edition.wording import Wording
from reader.tui.key import Group, Key, Need

_KEYS: tuple[Key, ...] = (
    Key("next-finding", "j,down", "j ↓", Group.PROOF, Wording("下一条", "Next finding")),
    Key("previous-finding", "k,up", "k ↑", Group.PROOF, Wording("上一条", "Previous finding")),
    Key("next-error", "n", "n", Group.PROOF, Wording("下一个差错", "Next error")),
    Key("previous-error", "N", "N", Group.PROOF, Wording("上一个差错", "Previous error")),
    Key(
        "fold",
        "space,right,left",
        "space → ←",
        Group.PROOF,
        Wording("展开或收起同类", "Show equal findings one by one, or as one"),
    ),
    Key("accept", "y", "y", Group.PROOF, Wording("接受这一处的改法", "Accept the fix shown")),
    Key(
        "accept-rule",
        "a",
        "a",
        Group.PROOF,
        Wording("接受全部同类（先预览）", "Accept every fix of this rule, after a preview"),
    ),
    Key(
        "edit-text",
        "e",
        "e",
        Group.PROOF,
        Wording("就地改这一段", "Edit this paragraph in place"),
    ),
    Key(
        "ignore-here",
        "x",
        "x",
        Group.PROOF,
        Wording("忽略此处，写明理由", "Ignore this one, with a reason"),
    ),
    Key(
        "ignore-rule",
        "X",
        "X",
        Group.PROOF,
        Wording("本文忽略这条规则", "Ignore this rule in this article"),
    ),
    Key(
        "undo-change",
        "u",
        "u",
        Group.PROOF,
        Wording("撤销，一步一步退回", "Undo, step by step"),
    ),
    Key(
        "write-back",
        "w",
        "w",
        Group.PROOF,
        Wording("看差异，再写回文件", "See the difference, then write the file"),
    ),
    Key(
        "open-editor",
        "o",
        "o",
        Group.PROOF,
        Wording("用 $EDITOR 打开此处", "Open $EDITOR at this place"),
    ),
    Key(
        "explain-rule",
        "question_mark",
        "?",
        Group.PROOF,
        Wording("这条规则的说明和依据，以及按键", "What this rule says and rests on, and the keys"),
    ),
    Key(
        "filter-findings",
        "slash",
        "/",
        Group.PROOF,
        Wording("筛选：规则、差错、标题、文字", "Filter by rule, severity, title or words"),
    ),
)
PROOF = tuple(key._replace(at_once=True, needs=Need.PROOF) for key in _KEYS)
"""In the order help prints them; Enter opens a fold, ``r``, ``g`` ``G``, Esc and ``q`` do as elsewhere.

All are done at once: typed in one burst, some of them would overtake the others."""

PROOF_FOOT: tuple[tuple[str, Wording], ...] = (
    ("accept", Wording("接受", "accept")),
    ("ignore-here", Wording("忽略此处", "ignore")),
    ("accept-rule", Wording("全部同类", "all alike")),
    ("write-back", Wording("写回", "write")),
    ("undo-change", Wording("撤销", "undo")),
    ("explain-rule", Wording("规则", "rule")),
    ("edit-text", Wording("改写", "edit")),
    ("fold", Wording("展开", "unfold")),
    ("ignore-rule", Wording("本文忽略此规则", "ignore rule here")),
    ("open-editor", Wording("$EDITOR", "$EDITOR")),
    ("filter-findings", Wording("筛选", "filter")),
    ("leave", Wording("离开", "leave")),
)
"""The commands the foot names, most needed first."""

"""What is found in editions by others than the rules of proofreading: loader, library and pictures."""

from __future__ import annotations

from typing import NamedTuple

from reader.copydesk.examine import FORMAT_RULE, IGNORE_RULE
from reader.edition.wording import Wording
from reader.proofreading.severity import Severity

TWIN_RULE = "S-TWIN"
"""The rule of two files with the same paper, edition and date."""


class FileRule(NamedTuple):
    """A kind of finding that is always looked for; it cannot be turned off, nor put right by the program."""

    id: str
    name: Wording
    severity: Severity
    clause: Wording
    """What it rests on."""
    about: Wording


_FORMAT = Wording("版式第 1 版（docs/format.md）", "the edition format, version 1 (docs/format.md)")

FILE_RULES = (
    FileRule(
        FORMAT_RULE,
        Wording("不合版式", "not in the format"),
        Severity.ERROR,
        _FORMAT,
        Wording(
            "文件不合版式：缺少必需的项、有不认识的项、写法有误。这样的文件读者打不开；"
            "缺结束行“...”等只是警告。",
            "The file is not an edition as the format has it: something required is missing, a key is "
            "unknown, a value is ill written. Readers cannot open such a file. What does not keep them from "
            "it, as a missing last line “...”, is a warning only.",
        ),
    ),
    FileRule(
        IGNORE_RULE,
        Wording("忽略注释有误", "ill-written ignore comment"),
        Severity.WARNING,
        Wording("校对说明（docs/proofreading.md）", "the manual of proofreading (docs/proofreading.md)"),
        Wording(
            "proof-ignore 注释没有写规则，或写的规则不存在，因此不起作用。",
            "A proof-ignore comment names no rule, or one there is not, and so keeps nothing silent.",
        ),
    ),
    FileRule(
        TWIN_RULE,
        Wording("一期两份", "an issue there twice"),
        Severity.ERROR,
        _FORMAT,
        Wording(
            "一个文件夹里有两个文件是同一报纸、同一版本、同一天的。",
            "Two files of a library have the same paper, edition and date.",
        ),
    ),
    FileRule(
        "P-MISSING",
        Wording("图片缺失", "picture missing"),
        Severity.ERROR,
        _FORMAT,
        Wording("照片的 file 所指的文件不存在。", "The file that a photo names is not there."),
    ),
    FileRule(
        "P-OUTSIDE",
        Wording("图片在文件夹之外", "picture outside the library"),
        Severity.ERROR,
        _FORMAT,
        Wording(
            "照片的 file 是绝对路径，或经 .. 和链接指到往期文件夹之外。",
            "The file that a photo names is an absolute path, or leads out of the library by .. or a link.",
        ),
    ),
    FileRule(
        "P-REFUSED",
        Wording("图片不能显示", "picture refused"),
        Severity.ERROR,
        _FORMAT,
        Wording(
            "照片的文件太大、损坏、不是图片，或不许读取。",
            "The file that a photo names is too large, broken, no picture, or may not be read.",
        ),
    ),
)
"""In the order they are shown."""

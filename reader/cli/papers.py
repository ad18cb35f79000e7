"""Which newspaper of a library is meant: ``--paper`` or the setting, by its whole name or how it begins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from reader.archive.library import EditionFile
from reader.cli.call import Call
from reader.cli.wrong_use import WrongUse
from reader.edition.printable import printable_line
from reader.edition.wording import Wording
from reader.settings import Origin

_NONE = Wording("这里没有叫 {name} 的报纸", "there is no paper {name} here")
_SEVERAL = Wording("不止一种报纸的名称以 {name} 开头", "more than one paper begins with {name}")
_ONE_OF = Wording("写 {papers} 之一", "write one of {papers}")


def chosen_paper(call: Call, papers: Iterable[str]) -> str | None:
    """Return which of the papers at hand is wanted; None for all.

    A setting of the config file that fits none of them is about another library, and passed over.

    Raises:
        WrongUse: the option names none of them, or more than one.
    """
    wanted, known = call.settings.paper, sorted(set(papers))
    if wanted is None or wanted in known or not known:
        return wanted if wanted in known else None
    begun = [paper for paper in known if paper.casefold().startswith(wanted.casefold())]
    if len(begun) == 1:
        return begun[0]
    if call.settings.origin("paper") is not Origin.OPTION:
        return None
    listed = ", ".join(map(printable_line, known))
    what = (_SEVERAL if begun else _NONE).filled(name=printable_line(wanted))
    raise WrongUse(what, _ONE_OF.filled(papers=listed))


def of_chosen_paper(call: Call, newest_first: Iterator[EditionFile]) -> Iterator[EditionFile]:
    """Yield the editions of the paper that is wanted, newest first, or all.

    A whole name is found by looking at no more files than lie before its newest edition; for the beginning
    of a name, all must be known.

    Raises:
        WrongUse: the option names no paper that is there, or more than one.
    """
    wanted = call.settings.paper
    if wanted is None:
        yield from newest_first
        return
    passed: list[EditionFile] = []
    for file in newest_first:
        if file.paper == wanted:
            yield from (later for later in chain([file], newest_first) if later.paper == wanted)
            return
        passed.append(file)
    paper = chosen_paper(call, (file.paper for file in passed))
    yield from (file for file in passed if paper in (None, file.paper))

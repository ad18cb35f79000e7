"""`paper-reader lsp`: proofreads in an editor while one writes, as a language server."""

from __future__ import annotations

import sys
from functools import partial

from reader.cli.call import Call, tongue_of_locale
from reader.cli.choosing import root_around
from reader.cli.exit_status import DONE, FINDINGS
from reader.cli.wrong_use import WrongUse
from reader.edition.wording import Wording
from reader.extras import how_to_install

_MISSING = Wording("没有装语言服务器用的扩展", "the extra of the language server is not installed")
_WAITING = Wording(
    "语言服务器在等编辑器从标准输入说话，Ctrl-C 退出；怎样配置见 docs/editors.md",
    "the language server waits for an editor on standard input, Ctrl-C ends it; see docs/editors.md",
)


def lsp(call: Call) -> int:
    """Serve the editor at standard input and output until it leaves.

    Status 0 when it said that it would, 1 when it just went (as the protocol has it), 2 without the extra.
    """
    try:
        import pygls.lsp.server  # noqa: F401  # an older pygls has none, and is as good as missing
    except ImportError as error:
        raise WrongUse(_MISSING, how_to_install("lsp")) from error
    from reader.lsp.server import Terms
    from reader.lsp.serving import serve

    language = call.settings.language
    if sys.stdin is not None and sys.stdin.isatty():
        call.output.say(f"paper-reader: {_WAITING.say(call.tongue)}")
    terms = Terms(
        chosen=None if language == "auto" else language,
        usual=tongue_of_locale(call.environ),
        limit=call.limit,
        library_of=partial(root_around, call),
    )
    is_debugging = call.environ.get("PAPER_READER_DEBUG") == "1"
    return DONE if serve(terms, is_debugging=is_debugging) else FINDINGS

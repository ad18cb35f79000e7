"""`paper-reader export PATH --to KIND`: an edition in another format, into a file or a pipe."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

from reader.archive.picture_file import PictureFault, find_picture, read_picture
from reader.cli.call import Call
from reader.cli.choosing import Opened, open_edition
from reader.cli.exit_status import DONE
from reader.cli.judging import judged_alone
from reader.cli.written_file import refuse_unwritable, write_file
from reader.cli.wrong_use import WrongUse
from reader.edition.printable import printable_line
from reader.edition.wording import Wording
from reader.exporting.exporter import Circumstances, Exporter
from reader.exporting.exporters import EXPORTERS
from reader.loading.nearest import did_you_mean, nearest

_DONE = Wording("{path}：已导出，{size} 字节", "{path}: exported, {size} bytes")


def export(call: Call) -> int:
    """Turn the edition at PATH (a folder: its newest) into the format of ``--to``, or of the file's name."""
    given = str(call.request.options.get("output", "-"))
    path = None if given == "-" else Path(given)
    exporter = _exporter(call, path)
    if path is not None:
        refuse_unwritable(path, is_forced=call.has("force"))
    elif call.has("force"):
        what = Wording("--force 只用于写文件", "--force is for writing a file")
        raise WrongUse(what, Wording("加上 -o FILE", "add -o FILE"))
    elif exporter.is_binary and call.output.is_terminal:
        what = Wording("{name} 不是文本，不能印在终端上", "{name} is no text for a terminal")
        raise WrongUse(what.filled(name=exporter.name), Wording("加上 -o FILE", "add -o FILE"))
    source = call.word(0)
    if source is not None and not os.path.lexists(source):
        what = Wording("没有这个文件或文件夹", "there is no such file or folder")
        raise WrongUse(
            what, Wording("写一期或往期文件夹", "name an edition or a library"), printable_line(source)
        )
    opened = open_edition(call, source)
    for warning in opened.loaded.warnings:
        call.output.say(warning.render(opened.path, call.tongue))
    data = exporter.export(opened.loaded.edition, _circumstances(call, opened))
    if path is None:
        call.output.file(data)
    else:
        write_file(path, data, is_forced=call.has("force"))
        call.output.say(_DONE.filled(path=path, size=len(data)))
    return DONE


def _exporter(call: Call, path: Path | None) -> Exporter:
    """Return the exporter of ``--to``, else the first whose files are named like this one.

    Raises:
        WrongUse: there is no such one, or nothing says which.
    """
    kinds = [exporter.kind for exporter in EXPORTERS]
    listed = ", ".join(kinds)
    advice = Wording(f"可写 {listed}", f"write one of {listed}")
    kind = call.request.options.get("to")
    if kind is None:
        suffix = path.suffix.lower() if path is not None else None
        named = next((one for one in EXPORTERS if suffix in (one.suffix, *one.other_suffixes)), None)
        if named is None:
            what = Wording("没有说导出成什么", "it is not said what to export to")
            if path is not None and path.suffix:
                shown = printable_line(path.suffix)
                what = Wording(f"没有导出成 {shown} 的", f"nothing is exported to {shown} files")
            raise WrongUse(what, Wording(f"加上 --to，{advice.zh}", f"add --to: {advice.en}"))
        return named
    found = next((exporter for exporter in EXPORTERS if exporter.kind == kind), None)
    if found is None:
        shown = printable_line(str(kind))
        what = Wording(f"--to 不能是 {shown}", f"--to cannot be {shown}")
        raise WrongUse(what, did_you_mean(nearest(str(kind), kinds), advice))
    return found


def _circumstances(call: Call, opened: Opened) -> Circumstances:
    edition = opened.loaded.edition
    now = dt.datetime.now(edition.zone)
    judged = judged_alone(edition, now)

    def picture(file: str) -> bytes | None:
        found = find_picture(opened.path, opened.root, file)
        data = found if isinstance(found, PictureFault) else read_picture(found, file)
        if isinstance(data, PictureFault):
            words = f"{data.what.say(call.tongue)}; {data.advice.say(call.tongue)}"
            call.output.say(printable_line(f"{opened.path}: {words}"))
            return None
        return data

    return Circumstances(
        standings=judged.standings,
        as_of=judged.as_of,
        now=now,
        picture=picture,
        tongue=call.tongue,
        width=call.width,
        ambiguous=call.settings.ambiguous_width,
    )

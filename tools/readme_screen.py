"""Takes the README's picture of the screen: the real program on a real terminal, as text.

``python -m tools.readme_screen`` rewrites what stands between ``<!-- screen -->`` and ``<!-- /screen -->``.
"""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.terminal import Terminal, clean_environment, reader_command
from tools.readme_tables import README

EDITION = Path("editions") / "terminal-daily" / "2024" / "12" / "2024-12-23.yaml"
SIZE = (96, 24)


def picture() -> str:
    """Return the screen after the paper has been opened."""
    with TemporaryDirectory() as home:
        command = reader_command("--lang", "zh", README.parent / EDITION)
        with Terminal(command, size=SIZE, environment=clean_environment(Path(home))) as terminal:
            terminal.wait_for("01 要闻")
            terminal.settle(quiet=1)
            return terminal.text


def main() -> None:
    """Rewrite the README."""
    text = README.read_text(encoding="utf-8")
    place = re.compile(r"(<!-- screen -->\n).*?(<!-- /screen -->)", re.DOTALL)
    framed = f"```text\n{picture()}\n```\n"
    README.write_text(place.sub(lambda match: match[1] + framed + match[2], text), encoding="utf-8")


if __name__ == "__main__":
    main()

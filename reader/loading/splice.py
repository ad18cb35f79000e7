"""Changes to the texts of a YAML file that leave every other byte and every other value as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from reader.loading.inner_map import InnerMap, NoInnerMap, inner_map
from reader.loading.pieces import Piece, applied
from reader.loading.scalars import DOUBLE, LINE_BREAK, LITERAL, SINGLE, Scalar, read_scalars


class Edit(NamedTuple):
    """A change to one text: its characters from `start` to `end` become `text`; offsets in characters."""

    path: str
    start: int
    end: int
    text: str


class Spliced(NamedTuple):
    """A file's text after its edits, and those that could not be made without changing something else."""

    text: str
    made: tuple[Edit, ...]
    refused: tuple[Edit, ...]
    pieces: tuple[Piece, ...] = ()
    """What has changed in the file's text, in file order."""


def splice(text: str, edits: Iterable[Edit], texts: Mapping[str, Scalar] | None = None) -> Spliced:
    """Make edits in a file's text, and read it again: all other values must be the same.

    `texts` are those of the file, if they are known. What does not come out as meant is refused, by the text
    it is in; overlapping edits of one text are refused together.

    Raises:
        yaml.YAMLError: the text is no YAML to begin with.
    """
    known = read_scalars(text).texts if texts is None else texts
    by_path: dict[str, list[Edit]] = {}
    for edit in edits:
        by_path.setdefault(edit.path, []).append(edit)
    pieces: dict[str, list[Piece]] = {}
    refused: list[Edit] = []
    for path, wanted in by_path.items():
        made = _pieces(text, known.get(path), wanted)
        if made is None:
            refused += wanted
        else:
            pieces[path] = made
    if not pieces:
        return Spliced(text, (), tuple(refused))
    changed = applied(text, chain.from_iterable(pieces.values()))
    good = _as_meant(changed, known, {path: by_path[path] for path in pieces})
    if good is None or len(good) < len(pieces):
        # The text at fault must not cost the others their change.
        good = _good_ones(text, known, pieces, by_path, list(pieces))
        changed = applied(text, (piece for path in pieces if path in good for piece in pieces[path]))
    made_edits = tuple(edit for path in pieces if path in good for edit in by_path[path])
    refused += [edit for path in pieces if path not in good for edit in by_path[path]]
    made_pieces = sorted(piece for path in pieces if path in good for piece in pieces[path])
    return Spliced(changed, made_edits, tuple(refused), tuple(made_pieces))


def pieces_of(
    text: str,
    edits: Iterable[Edit],
    texts: Mapping[str, Scalar],
    maps: Callable[[str], InnerMap | None] | None = None,
) -> list[Piece] | None:
    """Return edits as changes to the file, in its order, or None when one of them cannot be written.

    `maps` knows the maps of texts by path, for who asks often. Whether the edits leave everything else as it
    was is only known by `splice`, which reads the file again.
    """
    by_path: dict[str, list[Edit]] = {}
    for edit in edits:
        by_path.setdefault(edit.path, []).append(edit)
    found: list[Piece] = []
    for path, wanted in by_path.items():
        made = _pieces(text, texts.get(path), wanted, maps(path) if maps and path in texts else None)
        if made is None:
            return None
        found += made
    return sorted(found)


def edited(value: str, edits: Sequence[Edit]) -> str:
    """Return a value after edits that do not overlap."""
    parts: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda one: (one.start, one.end)):
        parts += (value[done : edit.start], edit.text)
        done = edit.end
    return "".join([*parts, value[done:]])


def _pieces(
    text: str, scalar: Scalar | None, edits: list[Edit], places: InnerMap | None = None
) -> list[Piece] | None:
    """Return the edits of one text as pieces of the file, or None when they cannot be."""
    if scalar is None:
        return None
    ordered = sorted(edits, key=lambda one: (one.start, one.end))
    if any(after.start < before.end for before, after in pairwise(ordered)):
        return None
    try:
        places = places or inner_map(text, scalar)
    except NoInnerMap:
        return None
    pieces = []
    for edit in ordered:
        size = len(places.starts)
        if not 0 <= edit.start <= edit.end <= size or not size:
            return None
        start = places.starts[edit.start] if edit.start < size else places.ends[-1]
        end = start if edit.start == edit.end else places.ends[edit.end - 1]
        written = _written(text, edit, scalar, places)
        if written is None:
            return None
        pieces.append(Piece(start, end, written))
    return pieces


def _written(text: str, edit: Edit, scalar: Scalar, places: InnerMap) -> str | None:
    """Return new words as the style of their text writes them, or None when it has no way to."""
    if scalar.style == DOUBLE:
        return "".join(_escaped(character) for character in edit.text)
    if any(character < " " and character not in "\t\n" for character in edit.text):
        return None
    if "\n" not in edit.text:
        return edit.text.replace("'", "''") if scalar.style == SINGLE else edit.text
    if scalar.style != LITERAL:
        return None
    line_end = match.group() if (match := LINE_BREAK.search(text, scalar.start)) else "\n"
    lines = edit.text.split("\n")
    indented = [lines[0], *(places.indent + line if line else "" for line in lines[1:])]
    if not lines[-1] and edit.end < len(places.starts):
        indented[-1] = places.indent if scalar.value[edit.end] != "\n" else ""
    return line_end.join(indented)


def _escaped(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    if character == "\n":
        return "\\n"
    return f"\\u{ord(character):04X}" if character < " " or "\x7f" <= character <= "\x9f" else character


def _as_meant(
    changed: str, known: Mapping[str, Scalar], by_path: Mapping[str, list[Edit]]
) -> set[str] | None:
    """Return the paths whose texts came out as meant; None when anything else changed."""
    import yaml

    try:
        now = read_scalars(changed).texts
    except yaml.YAMLError:
        return None
    if now.keys() != known.keys():
        return None
    good = set()
    for path, scalar in known.items():
        if path not in by_path:
            if now[path].value != scalar.value:
                return None
        elif now[path].value == edited(scalar.value, by_path[path]) and now[path].style == scalar.style:
            good.add(path)
    return good


def _good_ones(
    text: str,
    known: Mapping[str, Scalar],
    pieces: Mapping[str, list[Piece]],
    by_path: Mapping[str, list[Edit]],
    paths: list[str],
) -> set[str]:
    """Return those of the paths whose texts come out as meant, looking at ever smaller halves of them."""
    changed = applied(text, (piece for path in paths for piece in pieces[path]))
    if _as_meant(changed, known, {path: by_path[path] for path in paths}) == set(paths):
        return set(paths)
    if len(paths) == 1:
        return set()
    half = len(paths) // 2
    return _good_ones(text, known, pieces, by_path, paths[:half]) | _good_ones(
        text, known, pieces, by_path, paths[half:]
    )

"""Text files of a board as lines, each with the end it was typed with, so that an edit leaves all else as it was."""

import io
from collections.abc import Iterable
from pathlib import Path

from bscb_docs.diagnostics.errors import BoardError
from bscb_docs.output.files import read_named

BOM = "\ufeff"
"""What Notepad puts before the first line."""


def text_as_typed(path: Path) -> str:
    """The text of a file to its last sign; BoardError where it cannot be opened or is not saved as UTF-8."""
    try:
        return read_named(path).decode("utf-8")
    except UnicodeDecodeError as fault:
        raise BoardError(f"{path} is not saved as UTF-8. Save it as UTF-8, as bscb-docs check says.") from fault


def lines_as_typed(path: Path) -> list[str]:
    """The lines of a file, each with its own end; BoardError where it cannot be opened or is not saved as UTF-8."""
    return list(io.StringIO(text_as_typed(path), newline=""))


def with_text_below(path: Path, text: str, head: str) -> bytes:
    """A file with text below what it holds, a new one below that head; BoardError where it is not UTF-8."""
    lines = lines_as_typed(path) if path.exists() else [f"{head}\n"]
    end = next(filter(None, map(end_of, lines)), "\n")
    below = text.strip().replace("\n", end)
    return f"{''.join(lines).rstrip()}{end * 2}{below}{end}".encode()


def end_of(line: str) -> str:
    """The end that a line was typed with; none of the last line of some files."""
    return line[len(line.rstrip("\r\n")) :]


def put_below(lines: list[str], at: int, new: Iterable[str]) -> None:
    """Puts lines below the one at that index, ended as it is, into its own item: no other line changes its index."""
    end = end_of(lines[at])
    lines[at] = (end or "\n").join([lines[at].removesuffix(end), *new]) + end


def last_field(lines: list[str], heading: int) -> int:
    """The index of the last line of the fields beneath a heading, or of the heading where it has none."""
    at = heading
    while at + 1 < len(lines) and lines[at + 1].strip():
        at += 1
    return at

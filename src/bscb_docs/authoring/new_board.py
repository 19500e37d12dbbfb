"""New board: a small board to begin with, every file of it explained to a person who has never seen Markdown."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from bscb_docs.authoring.new_files import write_new


def board_skeleton() -> Path:
    """The folder of the small board, wherever the library is installed."""
    return Path(str(files("bscb_docs.authoring") / "skeleton-files" / "board"))


def write_board(folder: str | Path) -> tuple[Path, ...]:
    """Writes the small board into a folder and gives the paths of its files; SavingError where one is there already."""
    found = sorted(path for path in board_skeleton().iterdir() if path.suffix in {".md", ".csv"})
    return write_new({Path(folder) / path.name: path.read_bytes() for path in found})

"""A board of a register and a few narratives, as files in a folder."""

from pathlib import Path

import bscb_docs
from bscb_docs import Board

BOARD = "# Board: Board of a Test\nshort name: BT\nwebsite: https://board.example\n"
NARRATIVE = "# Narrative {name}: Report\nsigned by: not recorded, because it is a draft\n\n## One\n\nHello.\n"


def board_of(folder: Path, register: str, *narratives: str, **files: str) -> Board:
    """A board with that register, and a narrative of one sentence for each name."""
    folder.mkdir(exist_ok=True)
    (folder / "board.md").write_text(BOARD, encoding="utf-8")
    (folder / "documents.md").write_text(register, encoding="utf-8")
    for number, name in enumerate(narratives):
        (folder / f"report-{number}.md").write_text(NARRATIVE.format(name=name), encoding="utf-8")
    for name, text in files.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return bscb_docs.read_board(folder)

"""A board whose documents were issued, as files in a folder, and what a person does to one of its files."""

import shutil
from collections.abc import Callable
from pathlib import Path

from folders import EXAMPLES
from word_files import packed, unpacked

import bscb_docs
from bscb_docs import Board, IssuedVersion

PLUGIN = """from attrs import frozen
from bscb_docs import Section, every, hookimpl
from pathlib import Path


@frozen
class Page:
    words: str


@hookimpl.sections
def sections():
    template = Path(__file__).with_name("extra.docx")
    return [Section("extra", template, Page, lambda board, document: Page("Typed in code."), prints=every())]
"""
"""A plugin of the board's own, whose template stands beside it."""


def example(folder: Path, name: str = "birmingham") -> Path:
    """A copy of an example board, with a section of a plugin in its plan, and a meeting that approves it."""
    board = folder / name
    shutil.copytree(EXAMPLES / name, board)
    if (log := board / "meetings.csv").exists():
        log.write_text(log.read_text(encoding="utf-8") + "Executive Board,5 April 2018,held\n", encoding="utf-8")
    plugins = folder / "plugins"
    plugins.mkdir()
    (plugins / "extra.py").write_text(PLUGIN, encoding="utf-8")
    shutil.copyfile(EXAMPLES.parent / "templates" / "contact.docx", plugins / "extra.docx")
    return board


def edit(path: Path, old: str, new: str) -> None:
    """The file with those words in place of the others, at their first place."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def in_file(name: str, old: str, new: str) -> Callable[[Path], None]:
    """An edit of one of a board's files."""
    return lambda board: edit(board / name, old, new)


def edit_word(path: Path, change: Callable[[bytes], bytes], part: str = "word/document.xml") -> None:
    """The Word file with that part changed."""
    parts = unpacked(path.read_bytes())
    changed = change(parts[part])
    assert changed != parts[part]
    path.write_bytes(packed(parts | {part: changed}))


def read(folder: Path) -> Board:
    """The board in the folder, with the plugin beside it, if there is one."""
    plugin = folder.parent / "plugins" / "extra.py"
    return bscb_docs.read_board(folder, plugins=[bscb_docs.load_plugin_file(plugin)] if plugin.exists() else [])


def issue(
    folder: Path, *names: str, by: str = "Executive Board", on: str = "5 April 2018"
) -> tuple[IssuedVersion, ...]:
    """The documents of those names issued, all if none is named, without page numbers and PDFs."""
    board = read(folder)
    return bscb_docs.issue_documents(board, names or None, by=by, on=on, pages=False, pdf=False)

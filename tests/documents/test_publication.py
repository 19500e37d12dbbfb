"""Publication: what is known of a board is computed once, handed down, and let go with the board."""

import gc
import pickle
import weakref
from pathlib import Path

import attrs
import pytest
from folders import ROOT

import bscb_docs
from bscb_docs.api.pipeline import check_documents
from bscb_docs.documents.publication import publication_of
from bscb_docs.plugin_api.plugin_files import load_plugin_file
from bscb_docs.prose import parse
from bscb_docs.testing import small_board, write_template

REGISTER = """# Board: Sample Board

# Document paper: Paper
section: told

# Document other: Other Paper
section: told

# Document validation-report: Checks
"""

PLUGIN = """
from pathlib import Path
from attrs import frozen
from bscb_docs import Board, Document, Figure, Section, hookimpl

@frozen
class Told:
    title: str

asked = []

def page(board: Board, document: Document) -> Told:
    asked.append(document.name)
    return Told(document.title)

def count(board):
    asked.append("figures")
    return [Figure("told.count", 1, "the records")]

@hookimpl.sections
def sections():
    return [Section("told", Path(__file__).with_suffix(".docx"), Told, page)]

@hookimpl.figures
def figures():
    return [count]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A board of three papers, and beside it a plugin that notes what it is asked."""
    board = tmp_path / "board"
    board.mkdir()
    (board / "board.md").write_text(REGISTER, encoding="utf-8")
    (tmp_path / "telling.py").write_text(PLUGIN, encoding="utf-8")
    write_template(tmp_path / "telling.docx", "heading 1 | {{ title }}")
    return board


def test_each_document_is_made_once_and_figures_are_computed_once(folder: Path) -> None:
    """The report is given what the others found: it builds none of them again."""
    plugin = load_plugin_file(folder.parent / "telling.py")
    board = bscb_docs.read_board(folder, plugins=[plugin])
    bscb_docs.check(board)
    bscb_docs.publish_pack(board, ["validation-report", "paper", "other"], folder.parent / "out", pages=False)
    assert plugin.asked == ["figures", "paper", "other"]


def test_a_report_builds_the_other_documents_for_what_is_found_in_them(folder: Path) -> None:
    """Asked for alone it still tells of every document, each of them made once."""
    plugin = load_plugin_file(folder.parent / "telling.py")
    bscb_docs.build(bscb_docs.read_board(folder, plugins=[plugin]), "validation-report")
    assert sorted(plugin.asked) == ["figures", "other", "paper"]


def test_no_page_is_made_while_a_board_is_checked(folder: Path) -> None:
    """The rules are given what each document prints from its plan, before any page is made."""
    plugin = load_plugin_file(folder.parent / "telling.py")
    board = bscb_docs.read_board(folder, plugins=[plugin])
    bscb_docs.check(board)
    assert [document.entry.id for document in publication_of(board).printed] == ["paper", "other", "validation-report"]
    assert plugin.asked == ["figures"]


def test_a_board_has_one_publication_and_a_changed_one_has_another() -> None:
    """What is computed belongs to the board as it is."""
    board = small_board()
    assert publication_of(board) is publication_of(board)
    assert publication_of(board.with_findings(())) is not publication_of(board)


def test_a_board_that_was_checked_can_still_be_pickled() -> None:
    """What was computed stays behind: a copy in another process computes it again."""
    board = small_board()
    found = bscb_docs.check(board)
    assert bscb_docs.check(pickle.loads(pickle.dumps(board))) == found  # noqa: S301  # it was pickled one line above


def test_a_board_read_from_files_can_be_pickled_before_its_texts_were_looked_at(tmp_path: Path) -> None:
    """The Markdown is read when findings are first asked for, once for the board and all that is derived from it."""
    (tmp_path / "board.md").write_text("# Board: B\n\n# Principle: P\n\n- a\nb\n", encoding="utf-8")
    board = bscb_docs.read_board(tmp_path)
    derived, copy = attrs.evolve(board), pickle.loads(pickle.dumps(board))  # noqa: S301  # it is pickled here
    assert [finding.code for finding in copy.findings] == ["PRO-01"]
    assert board.findings == derived.findings == copy.findings
    assert board.findings[0] is derived.findings[0]


def test_nothing_keeps_a_board_alive_once_it_is_let_go() -> None:
    """No cache of the process holds a board, its records or its prose after it was checked and built."""
    board = bscb_docs.read_board(ROOT / "examples" / "birmingham")
    check_documents(board)
    held = [weakref.ref(board), weakref.ref(publication_of(board)), *map(weakref.ref, board.records)]
    del board
    gc.collect()
    assert [kept() for kept in held if kept() is not None] == []


def test_a_text_is_read_once_and_keeps_its_own_blocks() -> None:
    """Reading, rules and documents are given the very same blocks, and no cache of the process holds them."""
    text = bscb_docs.Prose("One.\n\n- two")
    held = weakref.ref(text)
    assert parse(text) is parse(text)
    del text
    assert held() is None

"""Board check: a board read and checked, for which nothing that sets or checks a document is waited for."""

from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

from bscb_docs.diagnostics.finding import Finding
from bscb_docs.documents.publication import publication_of
from bscb_docs.plugin_api.guards import unoffered
from bscb_docs.plugin_api.plugin_files import load_given
from bscb_docs.plugin_api.registry import load_catalogue
from bscb_docs.records import Board


def read_board(folder: str | Path, *, plugins: Iterable[ModuleType | str | Path] = ()) -> Board:
    """The board in a folder, its findings with it; the plugins given are used again by check, build and publish.

    A plugin is a module, or the path of its file or package; one that cannot be loaded is a finding. BoardError
    where the folder is missing, empty, or no folder.
    """
    from bscb_docs.reading import folder as reading  # a board that a script makes of records need not wait for it

    modules, unloaded = load_given(plugins)
    board = reading.read_board(folder, plugins=modules, kinds=load_catalogue(modules).kinds)
    if named := [name for entry in board.documents for name in entry.plugins]:
        kinds = load_catalogue(modules, named).kinds
        board = board if kinds == board.kinds else reading.read_board(folder, plugins=modules, kinds=kinds)
    return board.with_findings((*map(unoffered, unloaded), *board.findings)) if unloaded else board


def check(board: Board) -> tuple[Finding, ...]:
    """Every finding of reading, of the rules, and of the outlines in the register, one for each cause."""
    return publication_of(board).findings

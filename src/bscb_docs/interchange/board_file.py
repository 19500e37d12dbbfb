"""Board file: a board as the text of one JSON file, with the kinds of the plugins in use, and back."""

from __future__ import annotations

from collections.abc import Iterable
from types import ModuleType
from typing import Any

from bscb_docs.interchange.board_json import read_json, write_json
from bscb_docs.interchange.schema import schema_of
from bscb_docs.plugin_api.registry import load_catalogue
from bscb_docs.records import Board


def to_json(board: Board, *, records_only: bool = False) -> str:
    """The board as the text of a JSON file, a field a line: its records by kind, where each stood, and the findings.

    With `records_only`, nothing but what is recorded: two boards with equal records give equal texts. BoardError for a
    record whose kind the board does not know.
    """
    return write_json(board, records_only=records_only)


def from_json(text: str, *, plugins: Iterable[ModuleType] = ()) -> Board:
    """The board that `to_json` wrote, its records in the order of the text; it has no folder, so no pictures.

    BoardError, which names kind, record and field, for what is no such text; records of plugins need those plugins.
    """
    modules = tuple(plugins)
    return read_json(text, load_catalogue(modules).kinds, modules)


def json_schema(*, plugins: Iterable[ModuleType] = ()) -> dict[str, Any]:
    """The JSON Schema of what `to_json` writes, with every kind of the library and of the plugins."""
    return schema_of(load_catalogue(tuple(plugins)).kinds)

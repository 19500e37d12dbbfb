"""What gets a person started: a small board, a plugin that works at once, and a page about each kind of record."""

from bscb_docs.authoring.kind_pages import kind_page, kind_pages
from bscb_docs.authoring.new_board import board_skeleton, write_board
from bscb_docs.authoring.new_section import write_section

__all__ = ["board_skeleton", "kind_page", "kind_pages", "write_board", "write_section"]

"""What gets a person started: a small board, a look, a working plugin, a refreshed plan, and a page about each kind."""

from bscb_docs.authoring.kind_pages import kind_page, kind_pages
from bscb_docs.authoring.new_board import Look, board_skeleton, looks, write_board, write_look
from bscb_docs.authoring.new_section import write_section
from bscb_docs.authoring.refresh import Refreshed, carry_out
from bscb_docs.authoring.refresh_proposals import Proposal, propose, read_decisions, write_decisions

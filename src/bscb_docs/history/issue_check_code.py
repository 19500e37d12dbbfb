"""Check code of an issue: ten signs that tell whether records are those of which a version was issued."""

from attrs import evolve

from bscb_docs.interchange.board_json import to_json
from bscb_docs.records import Board, Issue
from bscb_docs.records.check_signs import check_signs

_LENGTH = 10


def check_code(board: Board, document: str, version: str) -> str:
    """`7KQ4M-2PX9A`: decided by every record of the board, the document and its version; by no code given before."""
    plain = (evolve(each, check_code=None) if isinstance(each, Issue) else each for each in board.records)
    text = to_json(evolve(board, records=tuple(plain)), records_only=True)
    signs = check_signs(f"{document} {version}\n{text}", _LENGTH)
    return f"{signs[:5]}-{signs[5:]}"

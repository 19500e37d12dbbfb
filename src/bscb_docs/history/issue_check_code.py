"""Check code of an issue: ten signs that tell whether records are those of which a version was issued."""

from hashlib import sha256

from attrs import evolve

from bscb_docs.interchange.board_json import to_json
from bscb_docs.records import Board, Issue

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No I, L, O or U, which are misheard and misread (as D. Crockford's Base 32 has them)."""
_LENGTH = 10


def check_code(board: Board, document: str, version: str) -> str:
    """`7KQ4M-2PX9A`: decided by every record of the board, the document and its version; by no code given before."""
    plain = (evolve(each, check_code=None) if isinstance(each, Issue) else each for each in board.records)
    text = to_json(evolve(board, records=tuple(plain)), records_only=True)
    number = int.from_bytes(sha256(f"{document} {version}\n{text}".encode()).digest())
    signs = "".join(_SIGNS[number >> (5 * at) & 31] for at in range(_LENGTH))
    return f"{signs[:5]}-{signs[5:]}"

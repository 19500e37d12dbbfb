"""Sign-offs: who signed a text, with what stands below the name."""

from collections.abc import Iterable

from attrs import frozen

from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.records import Board, Signature


@frozen
class SignOff(Compared):
    """Who signed: the full name, and below it the post, the body and the date, as far as they are recorded."""

    name: str
    lines: tuple[str, ...]


def sign_offs(board: Board, signatures: Iterable[Signature], body: str = "") -> tuple[SignOff, ...]:
    """The sign-off block of each who signed a text for the board, or for the body of that name, in their order."""
    body, found = body or board.details.title, []
    for signed in signatures:
        lines = (signed.as_, "" if signed.as_ and body in signed.as_ else body, str(signed.on or ""))
        found.append(SignOff(board.get(signed.person).full_name, tuple(filter(None, lines))))
    return tuple(found)

"""Verification: every version that stands, built again from its own records, and what the board's records give now."""

from collections.abc import Iterator

from attrs import frozen

from bscb_docs.api.pipeline import build
from bscb_docs.diagnostics.errors import BscbDocsError
from bscb_docs.history.issue_check_code import check_code
from bscb_docs.history.issue_lines import IssueLine
from bscb_docs.history.issued_version_rules import check_card, check_register
from bscb_docs.history.issued_versions import IssuedVersion, issued_versions
from bscb_docs.history.record_changes import record_changes
from bscb_docs.records import Board
from bscb_docs.records.register import ISSUED_FOLDER


@frozen
class Verified:
    """What was found of one version that stands: nothing is wrong where `differences` is empty."""

    line: IssueLine | None
    """The version; None for what was found in the registers and is of none."""
    differences: tuple[str, ...] = ()

    @property
    def stands(self) -> bool:
        """True where its files are whole, its records give its very bytes, and its card says the same."""
        return not self.differences

    def __str__(self) -> str:
        """`plan 1.0 (approved, 5 April 2018, 7KQ4M-2PX9A): as issued`, or a line for each difference."""
        line = self.line
        said = f"{line.document} {line.version} ({line.state}, {line.on}, {line.code})" if line else "The registers"
        return f"{said}: as issued" if self.stands else "\n".join((f"{said}:", *(f"  {d}" for d in self.differences)))


def verify_issues(board: Board) -> tuple[Verified, ...]:
    """Each version that the board issued, compared with its files, its check code, its card, its records and today's.

    Last stands what is wrong in the registers, if anything is. It makes tampering evident; it is no proof against
    somebody who changes everything, the minutes included.
    """
    issued = issued_versions(board)
    found = [Verified(each.line, tuple(dict.fromkeys(_differences(board, each)))) for each in issued.versions]
    told = {difference for each in found for difference in each.differences}
    others = (each.message for each in (*issued.findings, *check_register(board)) if each.message not in told)
    whole = Verified(None, tuple(dict.fromkeys(others)))
    return (*found, *(() if whole.stands else (whole,)))


def _differences(board: Board, issued: IssuedVersion) -> Iterator[str]:
    line = issued.line
    own = f"{ISSUED_FOLDER}/{line.folder}/"
    yield from (found.message for found in issued_versions(board).findings if found.place.file.startswith(own))
    yield from (found.message for found in check_card(board, issued))
    try:
        then = issued.board(board)
    except BscbDocsError as fault:
        yield f"Its records cannot be read: {fault}"
        return
    card = then.issue(line.document)
    if card is None or check_code(then, card.about, card.version) != line.code:
        yield f"Its records do not give the check code {line.code}: they are not those that were issued."
    yield from (f"In its own records: {found.message}" for found in check_card(then, issued))
    yield from _rebuilt(then, line, "Built again from its own records")
    in_hand = board.issue(line.document)
    is_in_hand = in_hand is not None and line.is_of(line.document, in_hand.version)
    now = tuple(_rebuilt(board, line, "Built from the records of today")) if is_in_hand else ()
    yield from now
    yield from (f"Changed since: {change}" for change in (record_changes(then, board) if now else ()))


def _rebuilt(board: Board, line: IssueLine, how: str) -> Iterator[str]:
    try:
        built = build(board, line.document)
    except BscbDocsError as fault:
        yield f"{how}, it fails: {fault}"
        return
    yield from (f"{how}: {found.message}" for found in built.findings if found.code == "ISS-01")

"""A board with other records: its names stay its own, and its references lead somewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from attrs import evolve

from bscb_docs.diagnostics.errors import BoardError, DanglingRefError
from bscb_docs.records.names import fold
from bscb_docs.records.record import Record
from bscb_docs.records.record_references import identity, label_of, leads_nowhere, refs_of

if TYPE_CHECKING:
    from bscb_docs.records.board import Board


def place_of(records: Iterable[Record], record: Record) -> int:
    """How many records stand before that one, which is the same object, or else an equal one; BoardError for none."""
    equal = [at for at, each in enumerate(records) if each is record or each == record]
    same = (at for at, each in enumerate(records) if each is record)
    if (at := next(same, next(iter(equal), None))) is None:
        raise BoardError(f"{label_of(record)} is not in this board. Take it from the board that you change.")
    return at


def unknown_kind(board: Board, record: type[Record]) -> BoardError:
    """What is said where the board has no kind of record with that class: whether its plugin is lacking, or refused."""
    message = f"The board has no kind of record for {record.__name__}"
    if any(f"{record.__module__}.".startswith(f"{plugin.__name__}.") for plugin in board.plugins):
        why = "its plugin is in use, but the kind was refused, or its hook `kinds` does not return it"
        return BoardError(f"{message}: {why}. See what check tells of the plugin (PLG-01).")
    return BoardError(f"{message}. Pass its plugin to read_board.")


def changed(board: Board, records: tuple[Record, ...]) -> Board:
    """The board with those records instead; a new one must bear a name of its own, and each old name still lead.

    What the board's own records did before, such as name nobody, they may go on doing.
    """
    after, own = evolve(board, records=records), set(map(id, board.records))
    names = Counter((type(record), fold(identity(record))) for record in records if identity(record))
    for record in records:
        is_new = id(record) not in own
        if is_new and names[type(record), fold(identity(record))] > 1:
            raise BoardError(f"{label_of(record)}: the board has one already. Give it another id or title.")
        for label, ref in refs_of(record):
            if after.led_to(ref) is None and (is_new or board.led_to(ref) is not None):
                raise DanglingRefError(leads_nowhere(record, label, ref))
    return after

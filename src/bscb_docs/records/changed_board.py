"""Changed board: what a script adds, takes out or replaces, and what then must still hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from attrs import evolve

from bscb_docs.diagnostics.errors import BoardError, DanglingRefError
from bscb_docs.records.names import fold
from bscb_docs.records.record import Record
from bscb_docs.records.record_index import identity, leads_nowhere, name_and_place, refs_of

if TYPE_CHECKING:
    from bscb_docs.records.board import Board


def place_of(records: Iterable[Record], record: Record) -> int:
    """How many records stand before that one, which is the same object, or else an equal one; BoardError for none."""
    equal = [(each is not record, at) for at, each in enumerate(records) if each is record or each == record]
    if not equal:
        raise BoardError(f"{name_and_place(record)} is not in this board. Take it from the board that you change.")
    return min(equal)[1]


def changed(board: Board, records: tuple[Record, ...]) -> Board:
    """The board with those records instead; a new one must bear a name of its own, and each old name still lead.

    What the board's own records did before, such as name nobody, they may go on doing.
    """
    after, own = evolve(board, records=records), set(map(id, board.records))
    names = Counter((type(record), fold(identity(record))) for record in records if identity(record))
    for record in records:
        is_new = id(record) not in own
        if is_new and names[type(record), fold(identity(record))] > 1:
            raise BoardError(f"{name_and_place(record)}: the board has one already. Give it another id or title.")
        for label, ref in refs_of(record):
            if after.led_to(ref) is None and (is_new or board.led_to(ref) is not None):
                raise DanglingRefError(leads_nowhere(record, label, ref))
    return after

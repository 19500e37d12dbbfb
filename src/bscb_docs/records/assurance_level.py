"""Assurance level: one step of a board's own scale of how sure it is."""

from __future__ import annotations

from attrs import frozen

from bscb_docs.records.record import Record, one
from bscb_docs.records.status import check_colour
from bscb_docs.records.typed_text import Prose


@frozen(kw_only=True)
class AssuranceLevel(Record):
    """One step of the board's own scale of how sure it is, the surest first."""

    title: str
    symbol: str | None = one(printed=False)
    colour: str | None = one(printed=False, use="its symbol is set in it")
    """One of the look's own, as in accent 5, or six hexadecimal digits; the symbol is set in it."""
    text: Prose = Prose("")
    """The definition that the key prints."""

    def check_values(self) -> None:
        """The colour is one."""
        if self.colour is not None:
            check_colour(self.colour)

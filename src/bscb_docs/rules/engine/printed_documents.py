"""Printed documents: which records a document of the register prints, in their order, and as at which date."""

from functools import cached_property

from attrs import frozen

from bscb_docs.records import PartialDate, Record, RegisterEntry


@frozen(eq=False, repr=False, slots=False)
class Printed:
    """A document of the register: its own date, and the records that each of its sections prints."""

    entry: RegisterEntry
    as_at: PartialDate | None = None
    sections: tuple[tuple[Record, ...], ...] = ()
    """The records of each section that says which it prints, in the order of print."""
    undeclared: tuple[str, ...] = ()
    """The names of the sections that do not say: any record may stand in them."""

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """The records that it certainly prints, in the order of print."""
        return tuple(record for records in self.sections for record in records)

    @cached_property
    def holds(self) -> frozenset[int]:
        """The identities of the records it prints."""
        return frozenset(map(id, self.records))

    @property
    def is_before_its_period(self) -> bool:
        """True where its date comes before the months that it tells of begin, so that no update of them is known."""
        period = self.entry.period
        return period is not None and self.as_at is not None and self.as_at.surely_before(period)

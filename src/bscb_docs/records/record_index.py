"""Record index: records found by class, by any of their names, and by a reference that leads to them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, TypeVar, cast

from attrs import field, frozen

from bscb_docs.diagnostics.errors import BoardError, DanglingRefError
from bscb_docs.records.checked_values import Checked
from bscb_docs.records.names import fold
from bscb_docs.records.record import Record, record_classes
from bscb_docs.records.record_references import leads_nowhere, names_of, refs_of
from bscb_docs.records.typed_text import Ref

T = TypeVar("T")


@frozen
class RecordIndex(Checked):
    """The records of a board in the order they were read, indexed when one is first asked for."""

    records: tuple[Record, ...] = ()
    _originals: Mapping[int, Record] = field(factory=dict, eq=False, repr=False, kw_only=True)

    @cached_property
    def _by_class(self) -> dict[type, tuple[Record, ...]]:
        groups: dict[type, list[Record]] = {}
        for record in self.records:
            for kind in record_classes(type(record)):
                groups.setdefault(kind, []).append(record)
        return {Record: self.records, **{kind: tuple(found) for kind, found in groups.items()}}

    @cached_property
    def _by_name(self) -> dict[type, dict[str, Record]]:
        index: dict[type, dict[str, Record]] = {}
        for record in self.records:
            original = self.original(record)
            names = names_of(record) if original is record else (*names_of(record), *names_of(original))
            folded = [fold(name) for name in names]
            for kind in record_classes(type(record)):
                named = index.setdefault(kind, {})
                for name in folded:
                    named.setdefault(name, record)
        return index

    def original(self, record: Record) -> Record:
        """The record as the board typed it, of one that `at` shows as it was at a day or in another language."""
        return self._originals.get(id(record), record)

    def of(self, kind: type[T]) -> tuple[T, ...]:
        """Every record of that class and of those derived from it, in the order read."""
        return self._by_class.get(kind, ())  # type: ignore[return-value]  # the index is built by class

    def only(self, kind: type[T]) -> T | None:
        """The first record of a class of which a board has one, or None."""
        return next(iter(self.of(kind)), None)

    def find(self, kind: type[T], name: str) -> T | None:
        """The record of that class with that id, title or short name, or None."""
        return self._by_name.get(kind, {}).get(fold(name))  # type: ignore[return-value]  # the index is built by class

    def get(self, ref: Ref[T]) -> T:
        """The record that a reference names; BoardError where there is none (reading leaves no such reference).

        Where a record of the board holds the reference, it is a DanglingRefError that names record and field.
        """
        if found := self.led_to(ref):
            return cast(T, found)
        for record in self.records:
            for label, held in refs_of(record):
                if held is ref:
                    raise DanglingRefError(leads_nowhere(record, label, ref))
        raise BoardError(f'no record is called "{ref.name}"')

    def led_to(self, ref: Ref[Any]) -> Record | None:
        """The record that a reference names, or None."""
        return next((found for kind in ref.to or tuple(self._by_name) if (found := self.find(kind, ref.name))), None)

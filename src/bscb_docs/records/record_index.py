"""Record index: records found by class, by any of their names, and by a reference; whom each of them names."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import Any, TypeVar

from attrs import field, frozen

from bscb_docs.diagnostics.compared_values import kept_by_class
from bscb_docs.diagnostics.errors import BoardError, DanglingRefError
from bscb_docs.records.checked_values import Checked
from bscb_docs.records.field_types import linking_fields
from bscb_docs.records.names import fold
from bscb_docs.records.record import Record, Renamed, field_name, record_classes
from bscb_docs.records.typed_text import Ref

T = TypeVar("T")


def refs_of(record: Any) -> Iterator[tuple[str, Ref[Any]]]:
    """Every reference in a record, also within values of several parts, with the name of the field it was typed in."""
    for attribute, label in _linking_names(type(record)):
        value = getattr(record, attribute)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Ref):
                yield label, each
            elif each is not None:
                for own, ref in refs_of(each):
                    yield own if isinstance(each, Record) else label, ref


@kept_by_class
def _linking_names(made: type) -> tuple[tuple[str, str], ...]:
    """The attributes of a class whose values can name other records, each with its name in the file."""
    return tuple((each.name, field_name(each)) for each in linking_fields(made))


def names_of(record: Record) -> tuple[str, ...]:
    """The names a reference may use for a record: its id, its title and short name, and those that it bore before."""
    found = [name for each in ("id", "title", "short_name") if (name := getattr(record, each, None))]
    for former in record.formerly if isinstance(record, Renamed) else ():
        found += [name for name in (former.name, former.short_name) if name]
    return tuple(found)


def bears(record: Record, name: str) -> bool:
    """True where a reference may use the name for the record, in whatever form it is typed."""
    return fold(name) in map(fold, names_of(record))


def present_names(record: Record) -> tuple[str, ...]:
    """The title and the short name that a record bears now."""
    return tuple(filter(None, (getattr(record, "title", None), getattr(record, "short_name", None))))


def identity(record: Record) -> str:
    """What no other record of its class may be called: its id, else its title; "" where it has neither."""
    return str(getattr(record, "id", None) or getattr(record, "title", None) or "")


def name_and_place(record: Record) -> str:
    """A record as a message names it: its class, its name, and where it stands."""
    name = next(iter(names_of(record)), "")
    place = f" ({record.place})" if str(record.place) else ""
    return f"{type(record).__name__} {name}".strip() + place


def leads_nowhere(record: Record, label: str, ref: Ref[Any]) -> str:
    """What is said of a reference that leads nowhere: the record, the field, and what to do."""
    kinds = " or ".join(kind.__name__ for kind in ref.to) or "record"
    said = f'{name_and_place(record)}, {label}: no {kinds} is called "{ref.name}"'
    return f"{said}. Mend the name, or add the {kinds} first."


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
        return {}  # of each class that a name was asked of

    def _names(self, kind: type) -> dict[str, Record]:
        named: dict[str, Record] = {}
        for record in self._by_class.get(kind, ()):
            original = self.original(record)
            for name in names_of(record) if original is record else (*names_of(record), *names_of(original)):
                named.setdefault(fold(name), record)
        return named

    def original(self, record: T) -> T:
        """The record as the board typed it, of one that `at` shows as it was at a day or in another language."""
        return self._originals.get(id(record), record)  # type: ignore[return-value]  # it is of the same class

    def of(self, *kinds: type[T]) -> tuple[T, ...]:
        """Every record of those classes, and of those derived from them: class by class, in the order read."""
        found: list[tuple[T, ...]] = [self._by_class.get(kind, ()) for kind in kinds]  # type: ignore[misc]  # it is built by class
        return found[0] if len(found) == 1 else tuple(chain.from_iterable(found))

    def only(self, kind: type[T]) -> T | None:
        """The first record of a class of which a board has one, or None."""
        return next(iter(self.of(kind)), None)

    def find(self, kind: type[T], name: str) -> T | None:
        """The record of that class with that id, title or short name, or None."""
        if kind not in self._by_name:
            self._by_name[kind] = self._names(kind)
        return self._by_name[kind].get(fold(name))  # type: ignore[return-value]  # the index is built by class

    def get(self, ref: Ref[T]) -> T:
        """The record that a reference names; BoardError where there is none (reading leaves no such reference).

        Where a record of the board holds the reference, it is a DanglingRefError that names record and field.
        """
        if found := self.led_to(ref):
            return found  # type: ignore[return-value]  # the reference says of which class it is
        for record in self.records:
            for label, held in refs_of(record):
                if held is ref:
                    raise DanglingRefError(leads_nowhere(record, label, ref))
        raise BoardError(f'no record is called "{ref.name}"')

    def led_to(self, ref: Ref[Any]) -> Record | None:
        """The record that a reference names, or None.

        Kinds are asked by their names: Python keeps one `Ref[A | B]` and `Ref[B | A]`, with the order that came first.
        """
        kinds = sorted(ref.to, key=attrgetter("__name__")) if len(ref.to) > 1 else ref.to or (Record,)
        return next((found for kind in kinds if (found := self.find(kind, ref.name))), None)

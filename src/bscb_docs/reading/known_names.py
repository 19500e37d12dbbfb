"""Known names: what the records of a board may be called, by class, and the nearest to a name that none bears."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from functools import cached_property
from typing import Any

from attrs import field, frozen

from bscb_docs.diagnostics.suggestions import is_one_figure_off, most_alike, nearest
from bscb_docs.reading.cards import ANY, Card, Read
from bscb_docs.reading.changed_references import Ids, ids_by_title
from bscb_docs.reading.record_factory import LeftOut
from bscb_docs.records import Person, Record, Ref, Renamed, Update, fold, names_of
from bscb_docs.records.record import record_classes
from bscb_docs.records.record_index import refs_of

SEVERAL = 3
"""So many lines do not misspell a name alike: its record has gone, or has another name now."""
_SUGGESTED = 200
"""After so many unknown names no nearest one is looked for: the file has another fault than its spelling."""


@frozen
class Names:
    """Every name by class, and the names of records which were left out."""

    known: dict[type[Record], dict[str, str]]
    """By class: folded name to the name as written."""
    excused: set[LeftOut]
    first: dict[type[Record], list[str]] = field(factory=dict)
    """By class, one name of each record."""
    ids: Ids = field(factory=dict)
    near: dict[tuple[tuple[type[Record], ...], str, object], str] = field(factory=dict)
    """Names looked for in vain, with the nearest that there is."""
    doubled: Collection[str] = ()
    """Folded ids that were given twice."""
    lost: list[tuple[str, str]] = field(factory=list)
    """What names something that is excused: of which record, in which field."""
    reported: set[tuple[str, object]] = field(factory=set)
    """What updates tell of, by its folded name, and when."""
    read: Read = field(factory=list)
    """The records, each with its card."""

    @cached_property
    def uses(self) -> Counter[str]:
        """How often records name each folded name; a document that each body has names its own by nobody's hand."""
        typed = (record for record, _ in self.read if not getattr(record, "one_of", None))
        return Counter(fold(ref.name) for record in typed for _, ref in refs_of(record))

    @classmethod
    def of(cls, records: Read, left_out: set[LeftOut]) -> Names:
        """The names of those records."""
        ids = ids_by_title(record for record, _ in records)
        names = cls({}, {(kind, fold(name)) for kind, name in left_out}, ids=ids, read=records)
        of_class: dict[type[Record], tuple[dict[str, str], list[str]]] = {}
        for record, _ in records:
            known, first = of_class.setdefault(type(record), ({}, []))
            written = names_of(record)
            for name in written:
                known.setdefault(fold(name), name)
            first.extend(written[:1])
            if isinstance(record, Update) and (when := time_of(record)):
                names.reported.add((fold(names.id_of(record.about) or record.about.name), when))
        for own, (known, first) in of_class.items():
            for kind in record_classes(own):
                names.known[kind] = known | names.known.get(kind, {})
                names.first.setdefault(kind, []).extend(first)
        return names

    def leads(self, ref: Ref[Any]) -> bool:
        """True where a record bears the name."""
        name = fold(ref.name)
        for kind in ref.to:  # noqa: SIM110  # asked for each reference of a board
            if name in self.known.get(kind, ()):
                return True
        return False

    def id_of(self, ref: Ref[Any]) -> str:
        """The id of what a reference names by its title; "" where it gives the id, or what it names has none."""
        for kind in ref.to:
            if (titles := self.ids.get(kind)) and (own := titles.get(fold(ref.name))):
                return own
        return ""

    def excuses(self, ref: Ref[Any]) -> bool:
        """True where a record would bear the name, had it or the name no fault of its own."""
        name = fold(ref.name)
        kinds = (None, *ref.to)
        is_meant = any(is_one_figure_off(each, name) for each in self.doubled)
        is_lost = any((kind, each) in self.excused for kind in kinds for each in (name, ANY))
        return is_meant or is_lost or "\ufffd" in name

    def bearer(self, ref: Ref[Any]) -> type[Record] | None:
        """The class of a record that bears the name, whatever the reference may name."""
        return next((kind for kind, known in self.known.items() if fold(ref.name) in known), None)

    def begins(self, ref: Ref[Any]) -> str:
        """The known name that the typed one begins with, or ""."""
        typed = fold(ref.name)
        known = (name for kind in ref.to for name in self.known.get(kind, {}).values())
        return next((name for name in known if re.match(rf"{re.escape(fold(name))}\W", typed)), "")

    def nearest(self, ref: Ref[Any], when: object = None) -> str:
        """The nearest name of the classes that it may name, but for what another update tells of then; else ""."""
        key = (ref.to, fold(ref.name), when)
        if key not in self.near and len(self.near) < _SUGGESTED:
            beside = self.beside(ref, when)
            self.near[key] = nearest(ref.name, self._free(ref, when)) or (beside[0] if len(beside) == 1 else "")
        return self.near.get(key, "")

    def beside(self, ref: Ref[Any], when: object = None) -> list[str]:
        """The names of which one figure alone is another: beside T1-O3 stand T1-O1 and T2-O3."""
        typed = fold(ref.name)
        near = (name for name in self._free(ref, when) if is_one_figure_off(fold(name), typed))
        return list(dict.fromkeys(near))

    def renamed(self, ref: Ref[Any]) -> tuple[Record, Card] | None:
        """What nothing names, and is most like a name that several lines give and no record bears."""
        if self.uses[fold(ref.name)] < SEVERAL:
            return None
        of_kind = ((each, card) for each, card in self.read if isinstance(each, Renamed | Person))
        unnamed = {each.title: (each, card) for each, card in of_kind if self._is_unnamed(each, ref)}
        words = set(fold(ref.name).split())
        alike = most_alike(ref.name, [title for title in unnamed if not words.isdisjoint(fold(title).split())])
        return unnamed[alike[0]] if len(alike) == 1 else None

    def _is_unnamed(self, record: Record, ref: Ref[Any]) -> bool:
        return isinstance(record, ref.to) and not any(self.uses[fold(name)] for name in names_of(record))

    def _free(self, ref: Ref[Any], when: object) -> list[str]:
        """The names of the classes that it may name, but for what another update tells of then."""
        known = [(self.ids.get(kind, {}), each) for kind in ref.to for each in self.known.get(kind, {}).items()]
        return [name for ids, (own, name) in known if (fold(ids.get(own, own)), when) not in self.reported]


def time_of(record: Record) -> object:
    """The period or day that an update tells of; of any other record, nothing."""
    return (record.period or record.as_at) if isinstance(record, Update) else None

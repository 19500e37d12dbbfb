"""Kind: a record class and how a board writes it; KINDS are those that this library reads without any plugin."""

from __future__ import annotations

from attrs import NOTHING, Attribute, field, fields, frozen

from bscb_docs.records import (
    assurance,
    audits,
    learning,
    measures,
    objectives,
    people,
    plan,
    progress,
    register,
    status,
)
from bscb_docs.records.record import Record


@frozen
class Kind:
    """A record class, the word its headings begin with, and the plural that groups its cards or names its table."""

    record: type[Record]
    name: str = field()
    plural: str = field()
    may_recur: bool = False
    """True where two records may bear one title."""

    @name.default
    def _class_name(self) -> str:
        return self.record.__name__

    @plural.default
    def _regular_plural(self) -> str:
        return f"{self.name}s"

    @property
    def fields(self) -> tuple[Attribute[object], ...]:
        """The attributes that a card's field lines or a table's columns can give."""
        return tuple(a for a in fields(self.record) if "many" in a.metadata)

    def has(self, attribute: str) -> bool:
        """True where records of this kind have that attribute: "id", "title", "about", "code", "text"."""
        return any(a.name == attribute for a in fields(self.record))

    @property
    def required(self) -> frozenset[str]:
        """The attributes that every record of this kind must be given."""
        return frozenset(a.name for a in fields(self.record) if not _has_default(a))


def _has_default(attribute: Attribute[object]) -> bool:
    return attribute.default is not NOTHING


KINDS = (
    Kind(people.BoardDetails, "Board"),
    Kind(people.Body, plural="Bodies"),
    Kind(people.Organisation),
    Kind(people.Person, plural="Persons"),
    Kind(status.Status, plural="Statuses"),
    Kind(learning.Term),
    Kind(plan.Plan),
    Kind(plan.Foreword),
    Kind(plan.Introduction),
    Kind(plan.Ambition),
    Kind(plan.Purpose),
    Kind(plan.Principle),
    Kind(plan.Priority, plural="Priorities"),
    Kind(plan.Outcome),
    Kind(plan.Action),
    Kind(objectives.Objective),
    Kind(objectives.Milestone, may_recur=True),
    Kind(objectives.Task),
    Kind(measures.Measure),
    Kind(measures.Reading),
    Kind(plan.CitedDocument, "Reference"),
    Kind(progress.Update),
    Kind(progress.RecordedFigure, "Recorded figure"),
    Kind(progress.Role),
    Kind(progress.Function),
    Kind(learning.Meeting),
    Kind(learning.Review),
    Kind(learning.Bulletin),
    Kind(audits.Audit),
    Kind(learning.Inspection),
    Kind(assurance.AssuranceLevel, "Assurance level"),
    Kind(assurance.Assurance, plural="Assurances"),
    Kind(assurance.Recommendation),
    Kind(learning.Event),
    Kind(learning.Visit),
    Kind(register.RegisterEntry, "Document"),
    Kind(register.Issue),
    Kind(register.Accepted, plural="Accepted checks"),
    Kind(register.Narrative),
)

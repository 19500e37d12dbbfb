"""Kind: a record class and how a board writes it; KINDS are those that this library reads without any plugin."""

from __future__ import annotations

from attrs import Attribute, evolve, field, fields, frozen

from bscb_docs.records import (
    asked_forms,
    assurance,
    audits,
    cover_reports,
    labels,
    learning,
    measures,
    objectives,
    people,
    plan,
    plan_texts,
    progress,
    register,
    status,
)
from bscb_docs.records.checked_values import Checked
from bscb_docs.records.field_types import required_fields
from bscb_docs.records.record import Record


@frozen
class Kind(Checked):
    """A record class, the word its headings begin with, and the plural that groups its cards or names its table."""

    record: type[Record]
    name: str = field()
    plural: str = field()
    may_recur: bool = False
    """True where two records may bear one title."""
    tells_of: str = "other things"
    """What records of this kind are for, so that kinds can be listed by it."""

    @name.default
    def _class_name(self) -> str:
        return self.record.__name__

    @plural.default
    def _regular_plural(self) -> str:
        return f"{self.name}s"

    def check_values(self) -> None:
        """The class is an attrs class of records, and headings can begin with its words."""
        name = self.record.__name__
        if not issubclass(self.record, Record):
            raise ValueError(f"{name} is no class of records; write `class {name}(Record):`")
        if "__attrs_attrs__" not in vars(self.record):
            raise ValueError(f"{name} is no attrs class; write `@frozen(kw_only=True)` above the class")
        if wrong := next((word for word in (self.name, self.plural) if not word.strip() or ":" in word), None):
            raise ValueError(f'no heading can begin with "{wrong}"; write one or a few words')

    @property
    def fields(self) -> tuple[Attribute[object], ...]:
        """The attributes that a card's heading, field lines and text, or a table's columns, can give."""
        sections = {"sections"} if issubclass(self.record, register.Narrative) else set()
        return tuple(a for a in fields(self.record) if a.name not in {"place", "gaps"} | sections)

    def has(self, attribute: str) -> bool:
        """True where records of this kind have that attribute: "id", "title", "about", "code", "text"."""
        return any(a.name == attribute for a in fields(self.record))

    @property
    def required(self) -> frozenset[str]:
        """The attributes that every record of this kind must be given."""
        return required_fields(self.record)


def _kinds(tells_of: str, *kinds: Kind) -> tuple[Kind, ...]:
    """The kinds, each with what its records are for."""
    return tuple(evolve(kind, tells_of=tells_of) for kind in kinds)


KINDS = (
    *_kinds(
        "people and bodies",
        Kind(people.BoardDetails, "Board"),
        Kind(people.Body, plural="Bodies"),
        Kind(people.Organisation),
        Kind(people.Person, plural="Persons"),
    ),
    *_kinds(
        "the words that are used",
        Kind(status.Status, plural="Statuses"),
        Kind(learning.Term),
        Kind(labels.Label, may_recur=True),
    ),
    *_kinds(
        "the plan",
        Kind(plan.Plan),
        Kind(plan_texts.Foreword),
        Kind(plan_texts.Introduction),
        Kind(plan_texts.Ambition),
        Kind(plan_texts.Purpose),
        Kind(plan_texts.Principle),
        Kind(plan.Priority, plural="Priorities"),
        Kind(plan.Outcome),
        Kind(plan.Action),
    ),
    *_kinds(
        "how the work is done",
        Kind(objectives.Objective),
        Kind(objectives.Milestone, may_recur=True),
        Kind(objectives.Task),
        Kind(measures.Measure),
        Kind(measures.Reading),
        Kind(plan.CitedDocument, "Reference"),
    ),
    *_kinds(
        "what was reported",
        Kind(progress.Update),
        Kind(progress.RecordedFigure, "Recorded figure"),
        Kind(asked_forms.AskedForm, "Form"),
        Kind(asked_forms.Request, may_recur=True),
        Kind(asked_forms.Remark, may_recur=True),
    ),
    *_kinds(
        "the chair's role",
        Kind(progress.Role),
        Kind(progress.Function),
    ),
    *_kinds(
        "what was done and learnt",
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
    ),
    *_kinds(
        "documents",
        Kind(register.RegisterEntry, "Document"),
        Kind(register.Issue),
        Kind(cover_reports.CoverReport, "Cover report"),
        Kind(register.Accepted, plural="Accepted checks"),
        Kind(register.Narrative),
    ),
)

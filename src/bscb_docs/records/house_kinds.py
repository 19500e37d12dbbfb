"""House kinds: the kinds of record that this library reads without any plugin."""

from __future__ import annotations

from attrs import evolve

from bscb_docs.records import (
    asked_forms,
    assurance,
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
from bscb_docs.records.kind import Kind


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
        Kind(learning.Audit),
        Kind(learning.Inspection),
        Kind(status.AssuranceLevel, "Assurance level"),
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

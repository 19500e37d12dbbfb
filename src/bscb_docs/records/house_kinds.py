"""House kinds: the kinds of record that this library reads without any plugin."""

from attrs import evolve

from bscb_docs.records import (
    activities,
    asked_forms,
    assurance,
    board_texts,
    cover_reports,
    labels,
    measure_readings,
    measures,
    narrative,
    objectives,
    people,
    plan,
    progress,
    register,
    status,
)
from bscb_docs.records.kind import Kind


def _kinds(tells_of: str, *kinds: Kind) -> tuple[Kind, ...]:
    """The kinds, each with what its records are for."""
    return tuple(evolve(kind, tells_of=tells_of) for kind in kinds)


KINDS: tuple[Kind, ...] = (
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
        Kind(labels.Term),
        Kind(labels.Label, may_recur=True),
    ),
    *_kinds(
        "the plan",
        Kind(plan.Plan),
        Kind(board_texts.Foreword),
        Kind(board_texts.Introduction),
        Kind(board_texts.Ambition),
        Kind(board_texts.Purpose),
        Kind(board_texts.Principle),
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
        Kind(measure_readings.Reading),
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
    *_kinds("the chair's role", Kind(board_texts.Role), Kind(board_texts.Function)),
    *_kinds(
        "what was done and learnt",
        Kind(activities.Meeting),
        Kind(activities.Review),
        Kind(activities.Bulletin),
        Kind(activities.Audit),
        Kind(activities.Inspection),
        Kind(status.AssuranceLevel, "Assurance level"),
        Kind(assurance.Assurance, plural="Assurances"),
        Kind(assurance.Recommendation),
        Kind(activities.Event),
        Kind(activities.Visit),
    ),
    *_kinds(
        "documents",
        Kind(register.RegisterEntry, "Document"),
        Kind(register.Issue),
        Kind(cover_reports.CoverReport, "Cover report"),
        Kind(register.Accepted, plural="Accepted checks"),
        Kind(narrative.Narrative),
    ),
)

"""The typed records of a board and their values; who needs one waits for its module alone."""

from typing import TYPE_CHECKING

from bscb_docs.diagnostics.lazy_names import lazy_names as _lazy_names

if TYPE_CHECKING:
    from bscb_docs.records.activities import Audit, Bulletin, Event, Inspection, Meeting, Review, Visit
    from bscb_docs.records.asked_forms import (
        AskedForm,
        Refusal,
        Remark,
        Reply,
        Request,
        asked_periods,
        is_open,
        replies_of,
    )
    from bscb_docs.records.assurance import (
        Answer,
        Assurance,
        AssuranceGap,
        AssuranceSource,
        Assured,
        Recommendation,
        Response,
        SourceKind,
    )
    from bscb_docs.records.board import Board
    from bscb_docs.records.board_texts import (
        Ambition,
        Foreword,
        Function,
        Introduction,
        PlanText,
        Principle,
        Purpose,
        Role,
    )
    from bscb_docs.records.checked_values import Checked
    from bscb_docs.records.commitments import Commitment, KeptCommitment, ends_of
    from bscb_docs.records.cover_reports import Asked, CoverReport, NextStep, Release, ReportPurpose
    from bscb_docs.records.deadlines_and_owners import ChangedOwner, Moved, Work
    from bscb_docs.records.house_kinds import KINDS
    from bscb_docs.records.kind import Kind
    from bscb_docs.records.labels import Label, Language, Term
    from bscb_docs.records.measure_readings import Reading, compared_with, readings_of, tells_of_children
    from bscb_docs.records.measures import Better, LaterTarget, Measure, OverYear, Trend
    from bscb_docs.records.names import NAME, ByName, fold, is_name, names_in, slug
    from bscb_docs.records.narrative import Narrative, NarrativeSection
    from bscb_docs.records.objectives import BecameObjective, Milestone, Objective, Task
    from bscb_docs.records.people import (
        BoardDetails,
        Body,
        Employment,
        MeetingsPlanned,
        Membership,
        Organisation,
        Owner,
        Person,
        Post,
        Signature,
        Tenure,
        at_work,
        in_force,
    )
    from bscb_docs.records.plan import Action, AgreedAt, Became, CitedDocument, Group, Outcome, Plan, Priority, Revision
    from bscb_docs.records.progress import TARGETS, RecordedFigure, Target, Update
    from bscb_docs.records.promises import Promise, kept_unpromised, open_promises, promises_of
    from bscb_docs.records.record import (
        FormerName,
        Gap,
        Named,
        Record,
        Renamed,
        above,
        field_name,
        many,
        one,
        printed_fields,
        unprinted,
    )
    from bscb_docs.records.record_index import bears, names_of, present_names
    from bscb_docs.records.register import (
        Accepted,
        Defined,
        FactsRead,
        Issue,
        IssueState,
        Marking,
        NotePlace,
        PluginName,
        RegisterEntry,
        SectionChoice,
    )
    from bscb_docs.records.standing import Standing, standing_of
    from bscb_docs.records.status import (
        AssuranceLevel,
        Confidence,
        Delivery,
        Meaning,
        Rating,
        Status,
        label_of,
        worst_first,
    )
    from bscb_docs.records.translation import Translation
    from bscb_docs.records.typed_text import Prose, Ref
    from bscb_docs.records.values.amount import Amount
    from bscb_docs.records.values.numeric_day import MONTHS
    from bscb_docs.records.values.partial_date import PartialDate, with_year
    from bscb_docs.records.values.period import Period
    from bscb_docs.records.values.year_span import YearSpan
    from bscb_docs.records.work_choice import Choice
    from bscb_docs.records.work_tree import (
        action_of,
        end_of_line,
        milestones_of,
        objectives_of,
        predecessors_of,
        priority_of,
        reported_work,
        successors_of,
        supporters_of,
        years_of,
    )
else:
    __getattr__, __dir__ = _lazy_names(__name__, __file__)

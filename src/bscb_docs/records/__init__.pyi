"""The names of the room: each line is a name, under the module that it lives in."""

from bscb_docs.records.amount import (
    Amount as Amount,
)
from bscb_docs.records.asked_forms import (
    AskedForm as AskedForm,
)
from bscb_docs.records.asked_forms import (
    Refusal as Refusal,
)
from bscb_docs.records.asked_forms import (
    Remark as Remark,
)
from bscb_docs.records.asked_forms import (
    Request as Request,
)
from bscb_docs.records.assurance import (
    Answer as Answer,
)
from bscb_docs.records.assurance import (
    Assurance as Assurance,
)
from bscb_docs.records.assurance import (
    AssuranceGap as AssuranceGap,
)
from bscb_docs.records.assurance import (
    AssuranceSource as AssuranceSource,
)
from bscb_docs.records.assurance import (
    Assured as Assured,
)
from bscb_docs.records.assurance import (
    Recommendation as Recommendation,
)
from bscb_docs.records.assurance import (
    Response as Response,
)
from bscb_docs.records.assurance import (
    SourceKind as SourceKind,
)
from bscb_docs.records.assurance_level import (
    AssuranceLevel as AssuranceLevel,
)
from bscb_docs.records.audits import (
    Audit as Audit,
)
from bscb_docs.records.board import (
    Board as Board,
)
from bscb_docs.records.checked_values import (
    Checked as Checked,
)
from bscb_docs.records.choice import (
    Choice as Choice,
)
from bscb_docs.records.commitments import (
    Commitment as Commitment,
)
from bscb_docs.records.commitments import (
    KeptCommitment as KeptCommitment,
)
from bscb_docs.records.cover_reports import (
    Asked as Asked,
)
from bscb_docs.records.cover_reports import (
    CoverReport as CoverReport,
)
from bscb_docs.records.cover_reports import (
    Release as Release,
)
from bscb_docs.records.cover_reports import (
    ReportPurpose as ReportPurpose,
)
from bscb_docs.records.dated_changes import (
    ChangedOwner as ChangedOwner,
)
from bscb_docs.records.dated_changes import (
    Moved as Moved,
)
from bscb_docs.records.dated_changes import (
    Work as Work,
)
from bscb_docs.records.house_kinds import (
    KINDS as KINDS,
)
from bscb_docs.records.kind import (
    Kind as Kind,
)
from bscb_docs.records.labels import (
    Label as Label,
)
from bscb_docs.records.labels import (
    Language as Language,
)
from bscb_docs.records.learning import (
    Bulletin as Bulletin,
)
from bscb_docs.records.learning import (
    Event as Event,
)
from bscb_docs.records.learning import (
    Inspection as Inspection,
)
from bscb_docs.records.learning import (
    Meeting as Meeting,
)
from bscb_docs.records.learning import (
    Review as Review,
)
from bscb_docs.records.learning import (
    Term as Term,
)
from bscb_docs.records.learning import (
    Visit as Visit,
)
from bscb_docs.records.measures import (
    Better as Better,
)
from bscb_docs.records.measures import (
    Measure as Measure,
)
from bscb_docs.records.measures import (
    Reading as Reading,
)
from bscb_docs.records.measures import (
    Trend as Trend,
)
from bscb_docs.records.names import (
    NAME as NAME,
)
from bscb_docs.records.names import (
    ByName as ByName,
)
from bscb_docs.records.names import (
    fold as fold,
)
from bscb_docs.records.names import (
    slug as slug,
)
from bscb_docs.records.numeric_day import (
    MONTHS as MONTHS,
)
from bscb_docs.records.objectives import (
    BecameObjective as BecameObjective,
)
from bscb_docs.records.objectives import (
    Milestone as Milestone,
)
from bscb_docs.records.objectives import (
    Objective as Objective,
)
from bscb_docs.records.objectives import (
    Task as Task,
)
from bscb_docs.records.partial_date import (
    PartialDate as PartialDate,
)
from bscb_docs.records.people import (
    BoardDetails as BoardDetails,
)
from bscb_docs.records.people import (
    Body as Body,
)
from bscb_docs.records.people import (
    Employment as Employment,
)
from bscb_docs.records.people import (
    FormerName as FormerName,
)
from bscb_docs.records.people import (
    MeetingsPlanned as MeetingsPlanned,
)
from bscb_docs.records.people import (
    Membership as Membership,
)
from bscb_docs.records.people import (
    Named as Named,
)
from bscb_docs.records.people import (
    Organisation as Organisation,
)
from bscb_docs.records.people import (
    Owner as Owner,
)
from bscb_docs.records.people import (
    Person as Person,
)
from bscb_docs.records.people import (
    Post as Post,
)
from bscb_docs.records.people import (
    Renamed as Renamed,
)
from bscb_docs.records.people import (
    Signature as Signature,
)
from bscb_docs.records.people import (
    Tenure as Tenure,
)
from bscb_docs.records.people import (
    in_force as in_force,
)
from bscb_docs.records.period import (
    Period as Period,
)
from bscb_docs.records.plan import (
    Action as Action,
)
from bscb_docs.records.plan import (
    AgreedAt as AgreedAt,
)
from bscb_docs.records.plan import (
    Became as Became,
)
from bscb_docs.records.plan import (
    CitedDocument as CitedDocument,
)
from bscb_docs.records.plan import (
    Group as Group,
)
from bscb_docs.records.plan import (
    Outcome as Outcome,
)
from bscb_docs.records.plan import (
    Plan as Plan,
)
from bscb_docs.records.plan import (
    Priority as Priority,
)
from bscb_docs.records.plan import (
    Revision as Revision,
)
from bscb_docs.records.plan_texts import (
    Ambition as Ambition,
)
from bscb_docs.records.plan_texts import (
    Foreword as Foreword,
)
from bscb_docs.records.plan_texts import (
    Introduction as Introduction,
)
from bscb_docs.records.plan_texts import (
    PlanText as PlanText,
)
from bscb_docs.records.plan_texts import (
    Principle as Principle,
)
from bscb_docs.records.plan_texts import (
    Purpose as Purpose,
)
from bscb_docs.records.progress import (
    TARGETS as TARGETS,
)
from bscb_docs.records.progress import (
    Function as Function,
)
from bscb_docs.records.progress import (
    RecordedFigure as RecordedFigure,
)
from bscb_docs.records.progress import (
    Role as Role,
)
from bscb_docs.records.progress import (
    Target as Target,
)
from bscb_docs.records.progress import (
    Update as Update,
)
from bscb_docs.records.promises import (
    Promise as Promise,
)
from bscb_docs.records.promises import (
    open_promises as open_promises,
)
from bscb_docs.records.promises import (
    promises_of as promises_of,
)
from bscb_docs.records.record import (
    Gap as Gap,
)
from bscb_docs.records.record import (
    Record as Record,
)
from bscb_docs.records.record import (
    above as above,
)
from bscb_docs.records.record import (
    field_name as field_name,
)
from bscb_docs.records.record import (
    many as many,
)
from bscb_docs.records.record import (
    one as one,
)
from bscb_docs.records.record import (
    printed_fields as printed_fields,
)
from bscb_docs.records.record import (
    unprinted as unprinted,
)
from bscb_docs.records.record_index import (
    names_of as names_of,
)
from bscb_docs.records.register import (
    Accepted as Accepted,
)
from bscb_docs.records.register import (
    Defined as Defined,
)
from bscb_docs.records.register import (
    Issue as Issue,
)
from bscb_docs.records.register import (
    IssueState as IssueState,
)
from bscb_docs.records.register import (
    Marking as Marking,
)
from bscb_docs.records.register import (
    Narrative as Narrative,
)
from bscb_docs.records.register import (
    NarrativeSection as NarrativeSection,
)
from bscb_docs.records.register import (
    NotePlace as NotePlace,
)
from bscb_docs.records.register import (
    RegisterEntry as RegisterEntry,
)
from bscb_docs.records.register import (
    SectionChoice as SectionChoice,
)
from bscb_docs.records.replies import (
    Reply as Reply,
)
from bscb_docs.records.replies import (
    asked_periods as asked_periods,
)
from bscb_docs.records.replies import (
    is_open as is_open,
)
from bscb_docs.records.replies import (
    replies_of as replies_of,
)
from bscb_docs.records.status import (
    Confidence as Confidence,
)
from bscb_docs.records.status import (
    Delivery as Delivery,
)
from bscb_docs.records.status import (
    Meaning as Meaning,
)
from bscb_docs.records.status import (
    Rating as Rating,
)
from bscb_docs.records.status import (
    Status as Status,
)
from bscb_docs.records.status import (
    label_of as label_of,
)
from bscb_docs.records.status import (
    worst_first as worst_first,
)
from bscb_docs.records.translation import (
    Translation as Translation,
)
from bscb_docs.records.typed_text import (
    Prose as Prose,
)
from bscb_docs.records.typed_text import (
    Ref as Ref,
)
from bscb_docs.records.work_standing import (
    Standing as Standing,
)
from bscb_docs.records.work_standing import (
    action_of as action_of,
)
from bscb_docs.records.work_standing import (
    milestones_of as milestones_of,
)
from bscb_docs.records.work_standing import (
    objectives_of as objectives_of,
)
from bscb_docs.records.work_standing import (
    priority_of as priority_of,
)
from bscb_docs.records.work_standing import (
    reported_work as reported_work,
)
from bscb_docs.records.work_standing import (
    standing_of as standing_of,
)
from bscb_docs.records.work_standing import (
    years_of as years_of,
)
from bscb_docs.records.year_span import (
    YearSpan as YearSpan,
)

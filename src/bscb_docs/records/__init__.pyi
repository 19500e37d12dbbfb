"""The names of the room: each line is a name, under the module that it lives in."""

from bscb_docs.records.activities import (
    Audit as Audit,
    Bulletin as Bulletin,
    Event as Event,
    Inspection as Inspection,
    Meeting as Meeting,
    Review as Review,
    Visit as Visit,
)
from bscb_docs.records.amount import (
    Amount as Amount,
)
from bscb_docs.records.asked_forms import (
    asked_periods as asked_periods,
    AskedForm as AskedForm,
    is_open as is_open,
    Refusal as Refusal,
    Remark as Remark,
    replies_of as replies_of,
    Reply as Reply,
    Request as Request,
)
from bscb_docs.records.assurance import (
    Answer as Answer,
    Assurance as Assurance,
    AssuranceGap as AssuranceGap,
    AssuranceSource as AssuranceSource,
    Assured as Assured,
    Recommendation as Recommendation,
    Response as Response,
    SourceKind as SourceKind,
)
from bscb_docs.records.board import (
    Board as Board,
)
from bscb_docs.records.board_texts import (
    Ambition as Ambition,
    Foreword as Foreword,
    Function as Function,
    Introduction as Introduction,
    PlanText as PlanText,
    Principle as Principle,
    Purpose as Purpose,
    Role as Role,
)
from bscb_docs.records.checked_values import (
    Checked as Checked,
)
from bscb_docs.records.choice import (
    Choice as Choice,
)
from bscb_docs.records.commitments import (
    Commitment as Commitment,
    KeptCommitment as KeptCommitment,
)
from bscb_docs.records.cover_reports import (
    Asked as Asked,
    CoverReport as CoverReport,
    Release as Release,
    ReportPurpose as ReportPurpose,
)
from bscb_docs.records.dated_changes import (
    ChangedOwner as ChangedOwner,
    Moved as Moved,
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
    Language as Language,
    Term as Term,
)
from bscb_docs.records.measures import (
    Better as Better,
    Measure as Measure,
    Reading as Reading,
    Trend as Trend,
)
from bscb_docs.records.names import (
    ByName as ByName,
    fold as fold,
    is_name as is_name,
    NAME as NAME,
    slug as slug,
)
from bscb_docs.records.numeric_day import (
    MONTHS as MONTHS,
)
from bscb_docs.records.objectives import (
    BecameObjective as BecameObjective,
    Milestone as Milestone,
    Objective as Objective,
    Task as Task,
)
from bscb_docs.records.partial_date import (
    PartialDate as PartialDate,
)
from bscb_docs.records.people import (
    BoardDetails as BoardDetails,
    Body as Body,
    Employment as Employment,
    in_force as in_force,
    MeetingsPlanned as MeetingsPlanned,
    Membership as Membership,
    Organisation as Organisation,
    Owner as Owner,
    Person as Person,
    Post as Post,
    Signature as Signature,
    Tenure as Tenure,
)
from bscb_docs.records.period import (
    Period as Period,
)
from bscb_docs.records.plan import (
    Action as Action,
    AgreedAt as AgreedAt,
    Became as Became,
    CitedDocument as CitedDocument,
    Group as Group,
    Outcome as Outcome,
    Plan as Plan,
    Priority as Priority,
    Revision as Revision,
)
from bscb_docs.records.progress import (
    RecordedFigure as RecordedFigure,
    Target as Target,
    TARGETS as TARGETS,
    Update as Update,
)
from bscb_docs.records.promises import (
    open_promises as open_promises,
    Promise as Promise,
    promises_of as promises_of,
)
from bscb_docs.records.record import (
    above as above,
    field_name as field_name,
    FormerName as FormerName,
    Gap as Gap,
    many as many,
    Named as Named,
    one as one,
    printed_fields as printed_fields,
    Record as Record,
    Renamed as Renamed,
    unprinted as unprinted,
)
from bscb_docs.records.record_index import (
    names_of as names_of,
)
from bscb_docs.records.register import (
    Accepted as Accepted,
    Defined as Defined,
    Issue as Issue,
    IssueState as IssueState,
    Marking as Marking,
    Narrative as Narrative,
    NarrativeSection as NarrativeSection,
    NotePlace as NotePlace,
    RegisterEntry as RegisterEntry,
    SectionChoice as SectionChoice,
)
from bscb_docs.records.status import (
    AssuranceLevel as AssuranceLevel,
    Confidence as Confidence,
    Delivery as Delivery,
    label_of as label_of,
    Meaning as Meaning,
    Rating as Rating,
    Status as Status,
    worst_first as worst_first,
)
from bscb_docs.records.translation import (
    Translation as Translation,
)
from bscb_docs.records.typed_text import (
    Prose as Prose,
    Ref as Ref,
)
from bscb_docs.records.work_standing import (
    action_of as action_of,
    milestones_of as milestones_of,
    objectives_of as objectives_of,
    priority_of as priority_of,
    reported_work as reported_work,
    Standing as Standing,
    standing_of as standing_of,
    years_of as years_of,
)
from bscb_docs.records.year_span import (
    YearSpan as YearSpan,
)

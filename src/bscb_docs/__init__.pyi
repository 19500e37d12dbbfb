"""The one table of the public names: each under the module that it lives in."""

from bscb_docs.api.batch import build_many as build_many, find_boards as find_boards
from bscb_docs.api.board_job import BoardResult as BoardResult
from bscb_docs.api.board_check import check as check, read_board as read_board
from bscb_docs.api.board_lists import (
    document_names as document_names,
    figures_of as figures_of,
    list_documents as list_documents,
    list_facts as list_facts,
    list_figures as list_figures,
    list_standings as list_standings,
)
from bscb_docs.api.changes_since_issue import Changes as Changes, changes_since as changes_since
from bscb_docs.api.changes_paper import changes_document as changes_document
from bscb_docs.api.edited_file import compare_edited as compare_edited
from bscb_docs.api.equipment import Equipment as Equipment, list_equipment as list_equipment
from bscb_docs.api.issue import issue_documents as issue_documents
from bscb_docs.api.pipeline import (
    build as build,
    check_documents as check_documents,
    publish as publish,
    publish_pack as publish_pack,
)
from bscb_docs.api.verification import Verified as Verified, verify_issues as verify_issues
from bscb_docs.diagnostics.safe_links import full_address as full_address
from bscb_docs.diagnostics.errors import (
    BoardError as BoardError,
    BscbDocsError as BscbDocsError,
    DanglingRefError as DanglingRefError,
    FieldError as FieldError,
    OutlineError as OutlineError,
    PdfError as PdfError,
    PluginError as PluginError,
    SavingError as SavingError,
    StoppedError as StoppedError,
    TemplateError as TemplateError,
)
from bscb_docs.diagnostics.finding import (
    Acceptance as Acceptance,
    Finding as Finding,
    gather as gather,
    Severity as Severity,
)
from bscb_docs.diagnostics.location import Place as Place
from bscb_docs.diagnostics.phrases import capital as capital, small as small
from bscb_docs.diagnostics.suggestions import did_you_mean as did_you_mean
from bscb_docs.document_check.checker import check_document as check_document
from bscb_docs.documents.built_document import BuiltDocument as BuiltDocument, Published as Published
from bscb_docs.figures.figure import (
    Figure as Figure,
    Figures as Figures,
    FigureSource as FigureSource,
    files_of as files_of,
    recorded_value as recorded_value,
)
from bscb_docs.figures.number_words import counted as counted, in_words as in_words, in_words_alike as in_words_alike
from bscb_docs.figures.ratio import Ratio as Ratio
from bscb_docs.figures.reporting_period import reported_at as reported_at, reported_years as reported_years
from bscb_docs.forms.answer_sheet import ReturnedForm as ReturnedForm, TypedWords as TypedWords
from bscb_docs.forms.asked_work import AskedWork as AskedWork
from bscb_docs.forms.sent_forms import ask as ask
from bscb_docs.forms.taken_forms import take_forms as take_forms, TakenForms as TakenForms
from bscb_docs.forms.word_form import FormFile as FormFile
from bscb_docs.history.card_edits import BroughtHome as BroughtHome, write_edits as write_edits
from bscb_docs.history.edited_passages import EditedPassage as EditedPassage
from bscb_docs.history.issue_lines import IssueLine as IssueLine
from bscb_docs.history.issued_versions import IssuedVersion as IssuedVersion
from bscb_docs.history.lineage_walk import Step as Step
from bscb_docs.history.record_changes import Change as Change
from bscb_docs.history.text_search import Mention as Mention
from bscb_docs.history.trace import Trace as Trace, trace as trace
from bscb_docs.interchange.board_json import from_json as from_json, to_json as to_json
from bscb_docs.interchange.schema import json_schema as json_schema
from bscb_docs.languages.house_words import listed as listed, say as say
from bscb_docs.numbering.entries import (
    Caption as Caption,
    Entry as Entry,
    Heading as Heading,
    NumberedParagraph as NumberedParagraph,
    PrintedNote as PrintedNote,
    PrintedReference as PrintedReference,
)
from bscb_docs.ooxml.drawings.charts import BarPart as BarPart, draw_bars as draw_bars
from bscb_docs.ooxml.drawings.column_charts import draw_columns as draw_columns, Level as Level
from bscb_docs.ooxml.drawings.diagrams import draw_tree as draw_tree, in_tree as in_tree
from bscb_docs.ooxml.pictures import PictureFile as PictureFile, read_picture as read_picture
from bscb_docs.ooxml.theme import Theme as Theme
from bscb_docs.ooxml.transcript import document_text as document_text
from bscb_docs.output.files import Saved as Saved
from bscb_docs.plugin_api.board_look import (
    colour_of as colour_of,
    lines_of as lines_of,
    lines_of_page as lines_of_page,
    table_lines_of as table_lines_of,
    theme_of as theme_of,
)
from bscb_docs.plugin_api.document import BoundIn as BoundIn, Document as Document, Paper as Paper
from bscb_docs.plugin_api.guards import GuardedSource as GuardedSource
from bscb_docs.plugin_api.section_helpers.audit_words import carried_out_words as carried_out_words
from bscb_docs.plugin_api.section_helpers.charge_words import (
    agreed_by as agreed_by,
    because_of as because_of,
    requested_words as requested_words,
    changes_of as changes_of,
    charge_lines as charge_lines,
    charge_of as charge_of,
    deadline_of as deadline_of,
    due_words as due_words,
    now_due as now_due,
    overdue_by as overdue_by,
    owners_of as owners_of,
    handovers_of as handovers_of,
    months_of as months_of,
    owner_words as owner_words,
    serves_of as serves_of,
    times as times,
)
from bscb_docs.plugin_api.section_helpers.meetings_ahead import (
    meetings_to_come as meetings_to_come,
    papers_of as papers_of,
)
from bscb_docs.plugin_api.section_helpers.ready_blocks import (
    as_at_words as as_at_words,
    begin_with as begin_with,
    begun as begun,
    ended_with as ended_with,
    by_month as by_month,
    groups_at_work as groups_at_work,
    labelled as labelled,
    point_words as point_words,
    papers_with as papers_with,
    paragraphs as paragraphs,
    points as points,
    runs_of as runs_of,
    shares_caption as shares_caption,
    table_of as table_of,
    words_for as words_for,
)
from bscb_docs.plugin_api.section_helpers.seats import members_at as members_at, Seats as Seats, seats_of as seats_of
from bscb_docs.plugin_api.section_helpers.sign_offs import sign_offs as sign_offs, SignOff as SignOff
from bscb_docs.plugin_api.hookspecs import hookimpl as hookimpl
from bscb_docs.plugin_api.loader import InstalledPlugin as InstalledPlugin, list_plugins as list_plugins
from bscb_docs.plugin_api.plugin_files import load_plugin_file as load_plugin_file
from bscb_docs.plugin_api.registry import Catalogue as Catalogue, load_catalogue as load_catalogue
from bscb_docs.plugin_api.section import (
    every as every,
    house_template as house_template,
    Layout as Layout,
    Outline as Outline,
    Part as Part,
    Section as Section,
)
from bscb_docs.plugin_api.section_helpers.status_counts import (
    planned_words as planned_words,
    scope_words as scope_words,
    states_words as states_words,
    status_rows as status_rows,
    status_table as status_table,
    StatusRow as StatusRow,
    then_words as then_words,
    worsened_words as worsened_words,
)
from bscb_docs.plugin_api.section_helpers.text_changes import is_reworded as is_reworded, text_changes as text_changes
from bscb_docs.plugin_api.section_helpers.decisions_wanted import (
    Wanted as Wanted,
    is_decision as is_decision,
    wanted_of as wanted_of,
)
from bscb_docs.plugin_api.section_helpers.unrecorded import (
    measured_and_paid as measured_and_paid,
    unrecorded_words as unrecorded_words,
)
from bscb_docs.plugin_api.section_helpers.work_words import (
    badge_of as badge_of,
    brief_of as brief_of,
    done_title as done_title,
    recommended_by as recommended_by,
    lead_to as lead_to,
    promise_words as promise_words,
    row_head as row_head,
    sign_of as sign_of,
    status_line as status_line,
    status_words as status_words,
    steps_of as steps_of,
    text_below as text_below,
    text_of as text_of,
    title_of as title_of,
    update_words as update_words,
    words_of_work as words_of_work,
)
from bscb_docs.plugin_api.section_helpers.measure_words import (
    measures_of as measures_of,
    before_words as before_words,
    fall_words as fall_words,
    next_words as next_words,
    reached_words as reached_words,
    unread_measures as unread_measures,
    unread_words as unread_words,
    value_words as value_words,
    worse_words as worse_words,
)
from bscb_docs.plugin_api.section_helpers.needing_attention import (
    exceptions_of as exceptions_of,
    in_worst_order as in_worst_order,
    state_of as state_of,
    under_actions as under_actions,
    worries_of as worries_of,
    worry_words as worry_words,
    work_line as work_line,
)
from bscb_docs.prose.blocks import (
    Aside as Aside,
    AsideKind as AsideKind,
    Block as Block,
    Blocks as Blocks,
    Item as Item,
    ItemList as ItemList,
    Link as Link,
    Note as Note,
    Paragraph as Paragraph,
    Picture as Picture,
    Reference as Reference,
    Run as Run,
    Runs as Runs,
    SectionCall as SectionCall,
    Symbol as Symbol,
    Table as Table,
    Text as Text,
    Token as Token,
)
from bscb_docs.prose.block_walk import blocks_in as blocks_in
from bscb_docs.prose.parser import parse as parse
from bscb_docs.reading.added_records import add_records as add_records
from bscb_docs.records.activities import (
    Audit as Audit,
    Bulletin as Bulletin,
    Event as Event,
    Inspection as Inspection,
    Meeting as Meeting,
    Review as Review,
    Visit as Visit,
)
from bscb_docs.records.values.amount import Amount as Amount
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
from bscb_docs.records.board import Board as Board
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
from bscb_docs.records.work_choice import Choice as Choice
from bscb_docs.records.commitments import Commitment as Commitment, KeptCommitment as KeptCommitment
from bscb_docs.records.cover_reports import (
    Asked as Asked,
    CoverReport as CoverReport,
    NextStep as NextStep,
    Release as Release,
    ReportPurpose as ReportPurpose,
)
from bscb_docs.records.deadlines_and_owners import ChangedOwner as ChangedOwner, Moved as Moved, Work as Work
from bscb_docs.records.kind import Kind as Kind
from bscb_docs.records.labels import Label as Label, Language as Language, Term as Term
from bscb_docs.records.measures import (
    Better as Better,
    LaterTarget as LaterTarget,
    Measure as Measure,
    OverYear as OverYear,
    Trend as Trend,
)
from bscb_docs.records.measure_readings import (
    Reading as Reading,
    compared_with as compared_with,
    readings_of as readings_of,
    tells_of_children as tells_of_children,
)
from bscb_docs.records.names import ByName as ByName, fold as fold, names_in as names_in, slug as slug
from bscb_docs.records.narrative import Narrative as Narrative, NarrativeSection as NarrativeSection
from bscb_docs.records.objectives import (
    BecameObjective as BecameObjective,
    Milestone as Milestone,
    Objective as Objective,
    Task as Task,
)
from bscb_docs.records.values.partial_date import PartialDate as PartialDate
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
from bscb_docs.records.values.period import Period as Period
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
from bscb_docs.records.progress import RecordedFigure as RecordedFigure, Target as Target, Update as Update
from bscb_docs.records.promises import open_promises as open_promises, Promise as Promise, promises_of as promises_of
from bscb_docs.records.record import (
    above as above,
    field_name as field_name,
    FormerName as FormerName,
    Gap as Gap,
    many as many,
    Named as Named,
    one as one,
    Record as Record,
    Renamed as Renamed,
    unprinted as unprinted,
)
from bscb_docs.records.register import (
    Accepted as Accepted,
    Defined as Defined,
    Issue as Issue,
    FactsRead as FactsRead,
    IssueState as IssueState,
    Marking as Marking,
    NotePlace as NotePlace,
    PluginName as PluginName,
    RegisterEntry as RegisterEntry,
    SectionChoice as SectionChoice,
)
from bscb_docs.records.standing import Standing as Standing, standing_of as standing_of
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
from bscb_docs.records.translation import Translation as Translation
from bscb_docs.records.typed_text import Prose as Prose, Ref as Ref
from bscb_docs.records.work_tree import (
    action_of as action_of,
    end_of_line as end_of_line,
    milestones_of as milestones_of,
    objectives_of as objectives_of,
    predecessors_of as predecessors_of,
    successors_of as successors_of,
    priority_of as priority_of,
    reported_work as reported_work,
    years_of as years_of,
)
from bscb_docs.records.values.year_span import YearSpan as YearSpan
from bscb_docs.rules.engine.coded_rule import Rule as Rule
from bscb_docs.rules.engine.context import Pack as Pack
from bscb_docs.rules.engine.passage import Passage as Passage
from bscb_docs.rules.engine.printed_documents import Printed as Printed
from bscb_docs.rules.english.facts.fact_lists import FactList as FactList
from bscb_docs.rules.english.facts.typed_facts import TypedFact as TypedFact
from bscb_docs.rules.rule_list import house_rules as house_rules
from bscb_docs.template_check.inspection import check_template as check_template

__version__: str

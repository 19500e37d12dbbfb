"""The records of a board's year: objectives, measures, tasks, assurance, and what changes only by addition."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from attrs import frozen

from bscb_docs.reading.folder import read_board
from bscb_docs.records import (
    Action,
    Amount,
    Answer,
    Assurance,
    Audit,
    Board,
    Body,
    ChangedOwner,
    Commitment,
    Measure,
    Milestone,
    Moved,
    Narrative,
    Objective,
    PartialDate,
    Period,
    Person,
    Plan,
    Priority,
    Reading,
    Recommendation,
    Ref,
    Request,
    Task,
    Trend,
    Update,
    one,
)
from bscb_docs.records.board_view import plans_of
from bscb_docs.records.house_kinds import KINDS
from bscb_docs.records.kind import word_for
from bscb_docs.records.record_index import RecordIndex

Write = Callable[..., Board]


@frozen(kw_only=True)
class CostedAction(Action):
    """An action as a plugin may have it."""

    cost: str | None = one()


PEOPLE = """\
# Organisation: Council
formerly: County Council, to September 2025, short name CC

# Organisation: Trust

# Body: Executive Board
member: Council, from April 2024
member: Jo Example

# Body: Quality Group
kind: sub-group

# Person: Jo Example
short name: JE
works for: Council

# Status: Done
means: complete

It is finished.

# Status: Going
means: in progress, on course

It goes on.
"""

PLAN = """\
# Plan: Business Plan

## Priority P1: Neglect

### Actions 2025-26

#### Action A1
owner: Council
supported by: JE
due: June 2025
moved: to September 2025, on 3 July 2025, by Executive Board, because staff were ill, and nobody covered
moved: to December 2025, on 2 October 2025
changed owner: to Trust, on 1 November 2025, because the service moved
agreed at: Executive Board, on 27 March 2025
success: Families say so

Write a strategy.

##### Objective O1: The strategy is agreed
owner: Council
due: June 2025
measure: M1

##### Objective O2
owner: Trust
due: March 2026
measure: Families say so

Staff are trained.

###### Milestone: Dates are booked
due: October 2025
done on: 4 October 2025

# Measure M1: Files that used the tool
unit: files
baseline: 20 of 60
baseline at: 2024-25
target: 70%

# Readings Q1 2025-26

## Reading M1
value: 24 of 48

# Task T1: Audit forty files
body: Quality Group
owner: Jo Example
due: Q2 2025-26
serves: O1

# Assurance level: Full

Every part was seen.

# Assurance level: Partial

Some parts were seen.

# Assurance S1: Neglect is seen early
source: audit, of multi-agency practice
assured: Partial, as at June 2025
assured: Full, as at December 2025, because the audit was repeated
gap: No data from schools, closed by A1

# Audit AU1: Neglect
kind: multi-agency
planned: Q1 2025-26
carried out: Q2 2025-26
findings to: Executive Board
finding: Chronologies are missing
action: O2

## Recommendation R1
owner: Trust
due: March 2026
response: not accepted, on 5 October 2025, because it is done already
action: A1

Write a chronology for every child.
"""


@pytest.fixture
def board(write: Write) -> Board:
    """A small board with one of each."""
    return write(people=PEOPLE, plan=PLAN)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """A board of the files given by name."""

    def read(**files: str) -> Board:
        for name, text in files.items():
            (tmp_path / f"{name.replace('_', '.')}{'' if '_' in name else '.md'}").write_text(text, encoding="utf-8")
        return read_board(tmp_path)

    return read


def day(text: str) -> PartialDate:
    """The date that the words name."""
    return PartialDate.from_text(text)


def test_one_of_each_kind_is_read_without_a_finding(board: Board) -> None:
    """All that a year's records can hold, in cards."""
    kinds = (Action, Objective, Milestone, Measure, Reading, Task, Assurance, Audit, Recommendation)
    assert ([str(finding) for finding in board.findings], [len(board.of(kind)) for kind in kinds]) == (
        [],
        [1, 2, 1, 1, 1, 1, 1, 1, 1],
    )


def test_what_stands_under_an_action_or_audit_belongs_to_it(board: Board) -> None:
    """A heading above answers which action, objective or audit is meant."""
    objectives = [objective.action.name for objective in board.of(Objective) if objective.action]
    (milestone,), (recommendation,) = board.of(Milestone), board.of(Recommendation)
    assert (
        objectives,
        milestone.of.name if milestone.of else "",
        recommendation.of.name if recommendation.of else "",
    ) == (["A1", "A1"], "O2", "AU1")


def test_a_deadline_remembers_what_it_was(board: Board) -> None:
    """The first deadline stands, the last is in force, and how often and by how many days it slipped are counted."""
    (action,) = board.of(Action)
    assert (str(action.due), str(action.deadline), action.slips, action.days_slipped) == (
        "June 2025",
        "December 2025",
        2,
        184,
    )
    assert action.moved[0].because == "staff were ill, and nobody covered"


def test_moves_count_by_their_dates_wherever_they_stand() -> None:
    """A line that was typed above an earlier one does not undo it."""
    moved = tuple(map(Moved.from_text, ("to May 2026, on 5 March 2026", "to March 2026, on 5 January 2026")))
    assert str(Action(id="A1", due=day("January 2026"), moved=moved).deadline) == "May 2026"


@pytest.mark.parametrize(
    ("when", "deadline", "owner"),
    [
        ("2 July 2025", "June 2025", "Council"),
        ("4 July 2025", "September 2025", "Council"),
        ("2026", "December 2025", "Trust"),
    ],
)
def test_at_a_day_the_deadline_and_owner_of_that_day_are_in_force(
    board: Board, when: str, deadline: str, owner: str
) -> None:
    """What was agreed later is not known yet."""
    (action,) = board.at(day(when)).of(Action)
    assert (deadline, [owner]) == (str(action.deadline), [ref.name for ref in action.owned_by])


def test_an_owner_that_changed_is_replaced_by_name_or_in_the_lead() -> None:
    """Without `from` the lead passes on; with it that owner does."""
    action = Action(id="A1", owners=(ChangedOwner.from_text("A").to, ChangedOwner.from_text("B").to))
    named = Action(id="A1", owners=action.owners, changed_owners=(ChangedOwner.from_text("from B, to C"),))
    lead = Action(id="A1", owners=action.owners, changed_owners=(ChangedOwner.from_text("to C"),))
    assert [[ref.name for ref in each.owned_by] for each in (named, lead)] == [["A", "C"], ["C", "B"]]


@pytest.mark.parametrize(("when", "name"), [("30 September 2025", "County Council"), ("1 October 2025", "Council")])
def test_a_paper_calls_a_body_as_it_was_called_at_its_day(board: Board, when: str, name: str) -> None:
    """The old name is printed to its last day, and either name leads to the record."""
    seen = board.at(day(when))
    (action,) = seen.of(Action)
    assert name == seen.get(action.owners[0]).title


def test_a_former_name_leads_to_its_record(write: Write) -> None:
    """Records that were written before a body was renamed need no change."""
    board = write(
        people=PEOPLE, plan="# Plan: Plan\n\n## Priority P1: One\n\n### Action A1\nowner: County Council\n\nAct.\n"
    )
    assert [str(finding) for finding in board.findings] == []


def test_organisations_are_members_and_initials_name_a_person(board: Board) -> None:
    """A member may be an employer; papers name people by the short names that the key gives."""
    (action,) = board.of(Action)
    executive = board.find(Body, "Executive Board")
    person = board.find(Person, "JE")
    assert executive is not None
    assert person is not None
    assert [board.get(member.member).title for member in executive.members] == ["Council", "Jo Example"]
    assert (person.title, "Council") == (
        board.get(action.supporters[0]).title,
        board.get(person.works_for[0].employer).title,
    )


@pytest.mark.parametrize(
    ("typed", "size", "whole"),
    [
        ("1,250", "1250", 1250),
        ("£86,250.50", "86250.50", None),
        ("4.7 per 10,000", "4.7", None),
        ("70%", "70", None),
        ("24 of 48", "50", None),
        ("0 of 0", "0", None),
    ],
)
def test_an_amount_is_read_as_boards_are_told_it(typed: str, size: str, whole: int | None) -> None:
    """Counts, money, rates, per cents and shares, each printed as typed."""
    amount = Amount.from_text(typed)
    assert (typed, Decimal(size), whole) == (str(amount), amount.size, amount.whole)


def test_a_space_before_the_sign_for_per_cent_is_none() -> None:
    """It is printed as all others are."""
    assert str(Amount.from_text("70 %")) == "70%"


@pytest.mark.parametrize("typed", ["twenty", "50 of 48", "£", "1,2", "about 5", "£121.000"])
def test_what_is_no_amount_is_refused(typed: str) -> None:
    """A number is never guessed."""
    with pytest.raises(ValueError, match=r".+; write|.+; write the"):
        Amount.from_text(typed)


@pytest.mark.parametrize(
    ("before", "after", "better", "trend"),
    [
        ("20 of 60", "24 of 48", "higher", Trend.BETTER),
        ("50%", "40%", "higher", Trend.WORSE),
        ("50%", "40%", "lower", Trend.BETTER),
        ("24 of 48", "50%", "higher", Trend.NO_CHANGE),
        (None, "50%", "higher", Trend.TOO_FEW),
    ],
)
def test_a_trend_is_computed(before: str | None, after: str, better: str, trend: Trend, write: Write) -> None:
    """Which way a measure went follows from its last two readings and from which way is better."""
    board = write(a=f"# Measure M1: Files\nbetter: {better}\n")
    (measure,) = board.of(Measure)
    assert trend == measure.trend(Amount.from_text(before) if before else None, Amount.from_text(after))


@pytest.mark.parametrize(("whole", "falls"), [("60", 2), ("61", 0)])
def test_nothing_is_worse_than_a_reading_of_another_whole(whole: str, falls: int) -> None:
    """A whole more than three times another is another thing that is counted."""
    measure = Measure(id="M1", title="Checked")
    known = {Period.from_text("Q1 2025-26"): "20 of 20", Period.from_text("Q2 2025-26"): f"30 of {whole}"}
    assert len(measure.worsening({at: Amount.from_text(value) for at, value in known.items()})) == falls


@pytest.mark.parametrize(("within", "falls"), [("Q2 2025-26", 2), ("2025-26", 2), ("Q1 2025-26", 0)])
def test_a_reading_is_worse_within_the_months_of_a_paper(within: str, falls: int) -> None:
    """What got worse at a reading outside the period that was asked for is not told."""
    measure = Measure(id="M1", title="Checked")
    known = {
        Period.from_text("Q1 2025-26"): Amount.from_text("30"),
        Period.from_text("Q2 2025-26"): Amount.from_text("20"),
    }
    assert len(measure.worsening(known, Period.from_text(within))) == falls


@pytest.mark.parametrize(
    ("typed", "text", "years", "before"),
    [
        ("2018-19", "2018-19", "2018-19", "2017-18"),
        ("q3 2018/19", "Q3 2018-19 (October to December 2018)", "2018-19", "Q2 2018-19 (July to September 2018)"),
        ("Q1 2018-19", "Q1 2018-19 (April to June 2018)", "2018-19", "Q4 2017-18 (January to March 2018)"),
        ("February 2019", "February 2019", "2018-19", "January 2019"),
        ("Q1 2018", "Q1 2018 (January to March 2018)", "2018", "Q4 2017 (October to December 2017)"),
    ],
)
def test_a_period_knows_its_years_and_the_one_before(typed: str, text: str, years: str, before: str) -> None:
    """Years, quarters and months alike."""
    period = Period.from_text(typed)
    assert (text, years, before) == (str(period), str(period.years), str(period.before))


@pytest.mark.parametrize("typed", ["5 June 2018", "mid June 2018", "soon", "June"])
def test_what_is_no_period_is_refused(typed: str) -> None:
    """A day is no period, nor is a month without its year."""
    with pytest.raises(ValueError, match="is no period; write"):
        Period.from_text(typed)


def test_updates_stand_in_the_order_of_their_days_whatever_the_files_are_called(write: Write) -> None:
    """The latest is the one that tells of the latest day, and of a quarter the latest in it."""
    quarters = {
        "December": ("Q3 2025-26", "31 December 2025"),
        "June": ("Q1 2025-26", "30 June 2025"),
        "March": ("Q4 2025-26", "31 March 2026"),
        "September": ("Q2 2025-26", "30 September 2025"),
    }
    files = {
        name: f"# Updates {period}\nas at: {at}\n\n## Update O1\nstatus: Going\n\n{name}.\n\n## Update T1\n\n{name}.\n"
        for name, (period, at) in quarters.items()
    }
    board = write(people=PEOPLE, plan=PLAN, **files)
    objective = board.of(Objective)[0]
    latest = board.latest_update(objective)
    second = board.latest_update(objective, Period.from_text("Q2 2025-26"))
    june = board.at(day("30 June 2025")).latest_update(objective)
    assert [str(update.text) for update in (latest, second, june) if update] == ["March.", "September.", "June."]


@pytest.mark.parametrize(("period", "said"), [("Q1 2025-26", ["June."]), ("Q2 2025-26", []), ("2025-26", ["June."])])
def test_an_update_without_a_period_tells_of_the_one_that_its_day_is_in(
    period: str, said: list[str], write: Write
) -> None:
    """And of no other: the report of the next quarter does not tell of it again."""
    update = "# Update O1\nas at: 30 June 2025\nstatus: Going\n\nJune.\n"
    board = write(people=PEOPLE, plan=PLAN, june=update)
    told = board.updates(board.of(Objective)[0], Period.from_text(period))
    assert said == [str(update.text) for update in told]


@pytest.mark.parametrize(
    ("typed", "what", "to", "by"),
    [
        (
            "findings to the Executive Board, by May 2018",
            "findings to the Executive Board",
            "Executive Board",
            "May 2018",
        ),
        ("Training dates are booked by May 2026", "Training dates are booked", "", "May 2026"),
        ("Harrowmere decides, June 2026", "Harrowmere decides", "", "June 2026"),
        ("talk to schools, parents and carers", "talk to schools, parents and carers", "", ""),
    ],
)
def test_a_commitment_says_what_to_whom_and_by_when(typed: str, what: str, to: str, by: str) -> None:
    """A line that gives no date is kept as it stands."""
    made = Commitment.from_text(typed)
    assert (typed, what, to, by) == (str(made), made.what, made.to, str(made.by or ""))


@pytest.mark.parametrize(("when", "level"), [("May 2025", ""), ("July 2025", "Partial"), ("2026", "Full")])
def test_at_a_day_the_board_is_as_sure_as_it_was_then(board: Board, when: str, level: str) -> None:
    """How sure a board is is added to."""
    (assurance,) = board.at(day(when)).of(Assurance)
    assert level == (assurance.assured[-1].level.name if assurance.assured else "")


def test_at_a_day_no_answer_finding_or_step_of_later_is_known(board: Board) -> None:
    """A recommendation is unanswered, an audit planned and a milestone open until they are not."""
    early, late = board.at(day("30 June 2025")), board.at(day("31 March 2026"))
    seen = [
        (b.of(Recommendation)[0].response, b.of(Audit)[0].findings, b.of(Milestone)[0].done_on) for b in (early, late)
    ]
    assert seen[0] == (None, (), None)
    assert seen[1][0] is not None
    assert (seen[1][0].answer, seen[1][0].because) == (Answer.NOT_ACCEPTED, "it is done already")


def test_an_id_serves_once_among_all_that_updates_name(write: Write) -> None:
    """An update names its target by the id alone."""
    board = write(people=PEOPLE, plan=PLAN, tasks="# Task A1: Another\nbody: Quality Group\n")
    assert [(finding.code, finding.place.file) for finding in board.findings] == [("PLN-03", "tasks.md")]


def test_a_list_may_be_kept_in_cards_and_in_a_table_at_once(write: Write) -> None:
    """A long list of one kind goes on in a table where cards end."""
    rows = "id,action,owner,due,measure,text\nO3,A1,Trust,May 2026,M1,Print leaflets.\nO1,A1,Trust,May 2026,M1,Again.\n"
    board = write(people=PEOPLE, plan=PLAN, objectives_csv=rows)
    assert ({"O1", "O2", "O3"}, ["PLN-03"]) == (
        {objective.id for objective in board.of(Objective)},
        [finding.code for finding in board.findings],
    )


def test_each_paper_sees_one_plan(write: Write) -> None:
    """A sub-group's own plan in the folder is no part of the board's."""
    own = "# Plan: Quality Plan\nbody: Quality Group\n\n## Priority Q1: Audits\n\n### Action QA1\n\nAudit.\n"
    board = write(people=PEOPLE, plan=PLAN, another=own, updates="# Update QA1\n\nWords.\n\n# Update A1\n\nWords.\n")
    seen = {plan: board.at(None, plan=board.find(Plan, plan)) for plan in ("Business Plan", "Quality Plan")}
    assert {plan: ([p.id for p in b.priorities], [u.about.name for u in b.of(Update)]) for plan, b in seen.items()} == {
        "Business Plan": (["P1"], ["A1"]),
        "Quality Plan": (["Q1"], ["QA1"]),
    }
    assert [board.number(priority) for priority in board.priorities] == [1, 1]


def test_a_paper_of_another_plan_sees_what_was_reported_of_work_of_no_plan(write: Write) -> None:
    """Tasks and recommendations stand in every paper, and so do their updates; what is asked of an action does not."""
    own = "# Plan: Quality Plan\nbody: Quality Group\n\n## Priority Q1: Audits\n\n### Action QA1\n\nAudit.\n"
    told = "".join(f"# Update {about}\n\nWords.\n\n" for about in ("QA1", "A1", "T1", "R1"))
    asked = "# Request A1\nnew deadline: May 2026\nby: Council\n"
    board = write(people=PEOPLE, plan=PLAN, another=own, updates=told + asked)
    seen = {title: board.at(None, plan=board.find(Plan, title)) for title in ("Business Plan", "Quality Plan")}
    assert {title: [u.about.name for kind in (Update, Request) for u in b.of(kind)] for title, b in seen.items()} == {
        "Business Plan": ["A1", "T1", "R1", "A1"],
        "Quality Plan": ["QA1", "T1", "R1"],
    }


def test_a_record_of_a_class_made_of_the_houses_belongs_to_its_plan() -> None:
    """A plugin's action with a field more is of its priority's plan, and is called an action."""
    plans = [Plan(title="Business Plan"), Plan(title="Quality Plan", body=Ref("Quality Group"))]
    priority = Priority(id="Q1", title="Audits", plan=Ref("Quality Plan", to=(Plan,)))
    action = CostedAction(id="QA1", priority=Ref("Q1", to=(Priority,)))
    plan = plans_of(RecordIndex((*plans, priority, action)), plans[0])[id(action)]
    assert (plan, word_for(CostedAction, KINDS)) == ("Quality Plan", "Action")


def test_several_sign(write: Write) -> None:
    """Three partners sign one report, each as what they are and on their own day."""
    signed = "signed by: Jo Example, as Chief Nurse, on 5 May 2026\nsigned by: Jo Example, as Chair, for now\n"
    (narrative,) = write(people=PEOPLE, report=f"# Narrative r: Report\n{signed}\n## One\n\nWords.\n").of(Narrative)
    assert [(s.as_, str(s.on)) for s in narrative.signatures] == [
        ("Chief Nurse", "5 May 2026"),
        ("Chair, for now", "None"),
    ]


@pytest.mark.parametrize(
    ("typed", "text", "latest"),
    [
        ("mid February 2018 and March 2018", "mid February 2018 and March 2018", "2018-03-31"),
        ("from May 2011", "from May 2011", "9999-12-31"),
    ],
)
def test_a_deadline_of_two_parts_or_without_an_end_is_read(typed: str, text: str, latest: str) -> None:
    """Two dates run to the end of the second; what only begins is never late."""
    date = PartialDate.from_text(typed)
    assert (text, latest) == (str(date), date.latest.isoformat())


@pytest.mark.parametrize("typed", ["late January", "23-Mar", "June update", "mid February"])
def test_a_date_without_a_year_says_so(typed: str) -> None:
    """Whatever stands around the month."""
    with pytest.raises(ValueError, match="has no year and cannot be placed"):
        PartialDate.from_text(typed)


def test_a_state_may_hold_under_a_condition(write: Write) -> None:
    """A state "with a caveat" is a state and its condition, and no label of its own."""
    board = write(people=PEOPLE, plan=PLAN, updates="# Update O1\nstatus: Done, but two signatures are awaited\n")
    (update,) = board.of(Update)
    status = board.status_of(update)
    assert update.status is not None
    assert status is not None
    assert (status.title, update.status.but) == ("Done", "two signatures are awaited")

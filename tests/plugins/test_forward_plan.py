"""The forward plan: late first, then each meeting and who brings what, then what is due; papers by working days."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from bscb_docs.plugins.forward_plan import make_page, working_day_before
from work import calls_of

import bscb_docs

BOARD = """\
# Board: Sample Board

# Body: Executive Board

# Person: Jo Example

# Action A1
years: 2017-18

Write a strategy.

# Updates 2017-18
as at: 31 March 2018

## Update A1
next: draft to the Executive Board, by May 2018
next: letters to schools, by April 2018
next: a word with the press

Half is written.

# Document paper: Forward Plan
outline: forward-plan
as at: {day}

# Document cover: Money for Training
outline: cover-report

# Cover report cover
report to: Executive Board
meeting: {meeting}
by: Jo Example
purpose: decision
"""
MEETINGS = """\
body,date,state,items
Executive Board,10 April 2018,held,
Executive Board,8 May 2018,planned,Plan for next year; Audits
Executive Board,May 2018,planned,
Executive Board,5 June 2018,planned,
"""


def lines_at(day: str, folder: Path, meeting: str = "8 May 2018") -> list[str]:
    """The lines of the paper as at a day."""
    (folder / "board.md").write_text(BOARD.format(day=day, meeting=meeting), encoding="utf-8")
    (folder / "meetings.csv").write_text(MEETINGS, encoding="utf-8")
    return bscb_docs.build(bscb_docs.read_board(folder), "paper").text.splitlines()


def below(lines: list[str], heading: str) -> list[str]:
    """What stands under a heading."""
    start = lines.index(f"heading 2 | {heading}") + 1
    end = next((at for at in range(start, len(lines)) if lines[at].startswith("heading")), len(lines))
    return lines[start:end]


def cells(lines: list[str]) -> list[str]:
    """The words of cells, one line a paragraph, without the head."""
    told = [line for line in lines if "Table Text | " in line or "Table Bullet | " in line]
    return [line.partition(" | ")[2].replace("<Strong>", "").replace("</Strong>", "") for line in told]


def test_a_meeting_has_its_papers_its_items_and_what_was_promised_to_it(tmp_path: Path) -> None:
    """What was promised to a body by the end of a month stands at its last meeting of that month; who brings it too."""
    told = below(lines_at("31 March 2018", tmp_path), "Meetings")
    nothing = "Nothing is placed yet"
    assert cells(told) == [
        *("10 April 2018", "Executive Board", "Papers due: 28 March 2018", nothing),
        *("8 May 2018", "Executive Board", "Papers due: 26 April 2018"),
        *("Paper: Money for Training (brought by Jo Example)", "Plan for next year", "Audits"),
        *(
            "May 2018",
            "Executive Board",
            "Papers due: once the day is fixed",
            "Commitment: Draft to the Executive Board",
        ),
        *("5 June 2018", "Executive Board", "Papers due: 24 May 2018", nothing),
    ]


def test_what_is_late_comes_first_and_what_has_no_date_last(tmp_path: Path) -> None:
    """The letters were due in April: on 1 May they are late; a meeting that was held is no longer ahead."""
    lines = lines_at("1 May 2018", tmp_path)
    assert below(lines, "Late") == ["List Bullet | <Strong>April 2018: Commitment: </Strong>Letters to schools"]
    assert [line for line in lines if line.startswith("heading 2")] == [
        *("heading 2 | Late", "heading 2 | Meetings", "heading 2 | Without a date")
    ]
    due = cells(below(lines_at("31 March 2018", tmp_path), "What is due"))
    assert due == ["April 2018", "Commitment: Letters to schools", "No owner"]


DUE = """
# Organisation: Council

# Objective O1
action: A1
owner: Council
due: May 2018
became: O2

Half of it.

# Action A2: Letters
years: 2018-19
owner: Executive Board
due: June to September 2018

Write to every school.

# Objective O2: All of it
action: A2
owner: Council
due: 20 July 2018

Write all of it for the Executive Board.

# Recommendation G1: A seat
owner: Council
due: June 2018
response: accepted
made by: Scrutiny committee

Give schools a seat.

# Recommendation G2: Another
owner: Council
due: June 2018
response: accepted
made by: Scrutiny committee
action: A2

Give colleges a seat.

# Document cover: Money for Training
"""


def test_work_that_is_due_stands_by_its_deadline_with_its_owner(tmp_path: Path) -> None:
    """With the day first agreed for what it carries on; where a body does not meet in those months, when it does last.

    What is carried on, or carried out by other work, has no line of its own.
    """
    days = {"May 2018": "pay", "7 June 2018": "publish", "July 2018": "tell us"}
    steps = "purpose: decision\n" + "".join(f"next step: Council, by {by}: {what}\n" for by, what in days.items())
    board = BOARD.replace("# Document cover: Money for Training\n", DUE.lstrip("\n"))
    (tmp_path / "board.md").write_text(
        board.format(day="31 March 2018", meeting="8 May 2018").replace("purpose: decision\n", steps), encoding="utf-8"
    )
    (tmp_path / "meetings.csv").write_text(MEETINGS, encoding="utf-8")
    lines = bscb_docs.build(bscb_docs.read_board(tmp_path), "paper").text.splitlines()
    due, last = cells(below(lines, "What is due")), "Executive Board, last meeting before then: 5 June 2018"
    assert list(zip(due[::3], due[1::3], due[2::3], strict=True)) == [
        ("April 2018", "Commitment: Letters to schools", "No owner"),
        ("May 2018", "Pay", "Council"),
        ("7 June 2018", "Publish", "Council"),
        ("June 2018", "A seat", "Council"),
        ("20 July 2018", "All of it, first due May 2018", f"Council ({last})"),
        ("July 2018", "Tell us", "Council"),
        ("September 2018", "Letters", "Executive Board"),
    ]


@pytest.mark.parametrize(
    ("issue", "told"),
    [
        ("goes to: Executive Board", "For approval: Rules (brought by Chris)"),
        ("", "For approval: Rules; who approves it is not recorded"),
    ],
)
def test_a_version_for_approval_comes_to_the_body_that_approves_it(issue: str, told: str, tmp_path: Path) -> None:
    """At its next meeting, brought by its author; where no record names the body, that is said."""
    card = f"# Document rules: Rules\n\n# Issue rules 1.0\nstate: for approval\nauthor: Chris\n{issue}\n"
    (tmp_path / "rules.md").write_text(card, encoding="utf-8")
    lines = lines_at("31 March 2018", tmp_path)
    at = cells(below(lines, "Meetings"))
    unplaced = below(lines, "At no meeting yet") if not issue else []
    plain = [line.replace("<Strong>", "").replace("</Strong>", "") for line in unplaced]
    assert (told in at[:8]) == bool(issue)
    assert plain == ([] if issue else [f"List Bullet | {told}"])


def test_an_earlier_approval_tells_who_approves(tmp_path: Path) -> None:
    """Where the version in hand does not say to whom it goes."""
    card = "# Document rules: Rules\n\n# Issue rules 1.0\nstate: approved\napproved by: Executive Board, 5 May 2017\n"
    (tmp_path / "rules.md").write_text(f"{card}\n# Issue rules 1.1\nstate: for approval\n", encoding="utf-8")
    assert "For approval: Rules" in cells(below(lines_at("31 March 2018", tmp_path), "Meetings"))


def test_a_paper_for_a_day_without_a_meeting_is_told(tmp_path: Path) -> None:
    """No paper is lost because its meeting is not in the table."""
    lines = lines_at("31 March 2018", tmp_path, "9 September 2018")
    assert below(lines, "At no meeting yet") == [
        "List Bullet | <Strong>9 September 2018: </Strong>Paper: Money for Training, to Executive Board"
    ]


@pytest.mark.parametrize(
    ("meeting", "due"),
    [
        (date(2018, 4, 27), date(2018, 4, 18)),  # a week and two days, no holiday
        (date(2018, 4, 10), date(2018, 3, 28)),  # Good Friday and Easter Monday
        (date(2018, 5, 8), date(2018, 4, 26)),  # the early May holiday
        (date(2027, 1, 6), date(2026, 12, 23)),  # Christmas, Boxing Day on a Saturday kept on Monday 28th, New Year
        (date(2023, 5, 16), date(2023, 5, 4)),  # the coronation, a holiday of that year alone
    ],
)
def test_papers_are_due_seven_working_days_before(meeting: date, due: date) -> None:
    """Counted by hand on a calendar of England."""
    assert working_day_before(meeting, 7) == due


def test_the_work_grows_as_the_number_of_meetings_and_papers(tmp_path: Path) -> None:
    """Twice as many of both make twice the calls; each paper is placed once."""

    def calls(number: int) -> int:
        days = [date(2018, 5, 1) + timedelta(days=at) for at in range(number)]
        rows = "".join(f"Executive Board,{day:%d %B %Y},planned,\n" for day in days)
        (tmp_path / "meetings.csv").write_text(f"body,date,state,items\n{rows}", encoding="utf-8")
        papers = "".join(
            f"# Cover report c{at}\nreport to: Executive Board\nmeeting: {day:%d %B %Y}\nby: Jo Example\n"
            "purpose: decision\n\n"
            for at, day in enumerate(days)
        )
        (tmp_path / "papers.md").write_text(papers, encoding="utf-8")
        (tmp_path / "board.md").write_text(BOARD.format(day="31 March 2018", meeting="8 May 2018"), encoding="utf-8")
        board = bscb_docs.read_board(tmp_path)
        document = next(each for each in bscb_docs.list_documents(board) if each.name == "paper")
        make_page(document.sees(board), document)
        return calls_of(lambda: make_page(document.sees(board), document))

    assert calls(40) < 2.6 * calls(20)


REPORT = """
# Document report: Report of the Chair
as at: {day}
section: narrative

# Narrative report: Report of the Chair

## Training

> Decision wanted: Who pays for it
>
> The Executive Board decides.

> Recommendation: That schools have a seat

"""


@pytest.mark.parametrize(("day", "is_told"), [("31 March 2018", True), ("31 March 2016", False)])
def test_what_a_report_asks_for_comes_to_a_meeting(day: str, is_told: bool, tmp_path: Path) -> None:
    """To the first one of a body that it names, else told as at none; not what an old report asked for."""
    (tmp_path / "report.md").write_text(REPORT.format(day=day), encoding="utf-8")
    text = "\n".join(lines_at("30 April 2018", tmp_path))
    asked = text.find("<Strong>Decision wanted: </Strong>Who pays for it")
    left = text.partition("At no meeting yet\n")[2].splitlines()[:1]
    told = "List Bullet | <Strong>Recommendation to be answered: </Strong>That schools have a seat"
    assert (text.find("8 May 2018") < asked < text.find("5 June 2018"), left == [told]) == (is_told, is_told)


def test_what_a_report_asks_for_by_a_day_comes_to_the_last_meeting_before_it(tmp_path: Path) -> None:
    """An answer that is wanted by July is on the agenda of June, and not on that of April."""
    asked = REPORT.format(day="31 March 2018").replace("decides.", "decides by July 2018.")
    (tmp_path / "report.md").write_text(asked, encoding="utf-8")
    told = cells(below(lines_at("31 March 2018", tmp_path), "Meetings"))
    assert told.index("5 June 2018") < told.index("Decision wanted: Who pays for it")


def test_work_that_reports_to_a_body_comes_to_its_meeting(tmp_path: Path) -> None:
    """To that in the month of its deadline, brought by its owner; it is not among the deadlines as well."""
    work = (
        "# Action A9: What changed\nyears: 2018-19\nowner: Jo Example\ndue: June 2018\n\nReport to the Executive Board."
    )
    (tmp_path / "work.md").write_text(work, encoding="utf-8")
    lines = lines_at("31 March 2018", tmp_path)
    assert cells(below(lines, "Meetings"))[-1] == "What changed (brought by Jo Example)"
    assert "What changed" not in "".join(below(lines, "What is due"))


def test_what_is_looked_at_next_comes_to_the_body_that_hears_of_it(tmp_path: Path) -> None:
    """Where that meets in the month, else among the deadlines; what should have been looked at before is not ahead."""
    card = "# Assurance S{at}: {at}\nowner: Jo Example\nreports to: Executive Board\nlooked at next: {day}\n"
    days = "June 2018", "August 2018", "January 2018"
    cards = "\n".join(card.format(at=at, day=day) for at, day in zip(("One", "Two", "Three"), days, strict=True))
    (tmp_path / "more.md").write_text(cards, encoding="utf-8")
    lines = lines_at("31 March 2018", tmp_path)
    assert cells(below(lines, "Meetings"))[-1] == "One: how sure we are (brought by Jo Example)"
    assert cells(below(lines, "What is due"))[3:] == ["August 2018", "Two: how sure we are", "Jo Example"]


def test_one_thing_is_told_once(tmp_path: Path) -> None:
    """An objective stands with its action, and a commitment with the work it was made of, of one owner and month.

    A decision that a report wants and an owner promised is one line; what two owners do stays two.
    """
    work = """
# Organisation: Council

# Status: Stuck
means: in progress, off course

It cannot go on.

# Action A3: Training
years: 2018-19
owner: Council
due: 31 March 2018

Train all.

# Action A2: Posts
years: 2018-19
owner: Council
due: 29 June 2018

Fill them.

# Objective O2: The first post
action: A2
owner: Council
due: June 2018

Fill one.

# Objective O3: The last post
action: A2
owner: Executive Board
due: June 2018

Fill another.

# Updates Q4 2017-18
as at: 31 March 2018

## Update A2
next: the advertisement is out, by June 2018
next: the Executive Board decides who pays, by April 2018

## Update A3
status: Stuck

It waits.

# Document report: Report of the Chair
as at: 31 March 2018
section: narrative

# Narrative report: Report of the Chair

## Posts

> Decision wanted: Who pays
>
> The Executive Board decides who pays for [the posts](#A2).
"""
    (tmp_path / "work.md").write_text(work, encoding="utf-8")
    lines = lines_at("31 March 2018", tmp_path)
    due = cells(below(lines, "What is due"))
    assert list(zip(due[::3], due[1::3], due[2::3], strict=True)) == [
        ("31 March 2018", "Training (Stuck; due by 31 March 2018 and not complete)", "Council"),
        ("April 2018", "Commitment: Letters to schools", "No owner"),
        ("29 June 2018", "Posts; The first post; Commitment: The advertisement is out", "Council"),
        ("June 2018", "The last post", "Executive Board"),
    ]
    asked = [line for line in cells(below(lines, "Meetings")) if "who pays" in line.casefold()]
    assert asked == ["Decision wanted, and a commitment: Who pays"]


@pytest.mark.parametrize(
    ("as_at", "label"),
    [
        ("1 April 2018", "For approval, meant for 10 April 2018 and not approved since"),
        ("11 April 2018", "For approval"),
    ],
)
def test_what_an_earlier_meeting_did_not_approve_says_so(as_at: str, label: str, tmp_path: Path) -> None:
    """It says to which meeting its own document control sent it, and stands at the next one."""
    card = (
        f"# Document rules: Rules\n\n# Issue rules 1.0\nstate: for approval\nas at: {as_at}\ngoes to: Executive Board\n"
    )
    (tmp_path / "rules.md").write_text(card, encoding="utf-8")
    assert f"{label}: Rules" in cells(below(lines_at("30 April 2018", tmp_path), "Meetings"))


def test_papers_that_no_record_brings_to_a_meeting_are_named(tmp_path: Path) -> None:
    """A draft that goes nowhere; not the plan itself, what a cover report brings, or a paper of years ago."""
    card = "# Document rules: Rules\n\n# Document old: Old Rules\nas at: 1 March 2016\n"
    (tmp_path / "rules.md").write_text(card, encoding="utf-8")
    told = below(lines_at("31 March 2018", tmp_path), "At no meeting yet")
    assert told == ["List Bullet | <Strong>Paper: </Strong>Rules"]


def test_a_report_whose_day_its_version_gives_asks_as_one_whose_card_does(tmp_path: Path) -> None:
    """The day that a document bears is that of its version, wherever it is looked at; an old draft is named no more."""
    version = "\n# Issue report 1.0\nstate: approved\nas at: 31 March 2018\n"
    (tmp_path / "report.md").write_text(REPORT.replace("as at: {day}\n", "") + version, encoding="utf-8")
    old = "# Document rules: Rules\n\n# Issue rules 0.1\nas at: 1 March 2016\nstate: draft\n"
    (tmp_path / "rules.md").write_text(old, encoding="utf-8")
    text = "\n".join(lines_at("30 April 2018", tmp_path))
    assert "<Strong>Decision wanted: </Strong>Who pays for it" in text
    assert "Rules" not in text

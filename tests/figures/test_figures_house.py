"""The house's figures and recorded names: what they count, where they say it comes from, and what they leave unsaid."""

from pathlib import Path

import pytest
from folders import BOARDS

import bscb_docs
from bscb_docs import Board, Prose
from bscb_docs.api.board_lists import figures_of, list_figures
from bscb_docs.figures.reporting_period import reported_years
from bscb_docs.prose import tokens
from bscb_docs.records import NarrativeSection, PartialDate, Period, Record

REGISTER = """
# Document accountability-report: Report
years: 2017-18
as at: 5 April 2018
appendix: plan
appendix: role

# Narrative accountability-report: Report

## One

Words.
"""


def read(folder: Path, text: str, meetings: str = "") -> Board:
    """A board of these cards and rows, with a report on 2017-18 as at 5 April 2018."""
    (folder / "board.md").write_text(f"# Board: Sample Board\n\n{text}\n{REGISTER}", encoding="utf-8")
    if meetings:
        (folder / "meetings.csv").write_text(f"body,date,state\n{meetings}", encoding="utf-8")
    board = bscb_docs.read_board(folder)
    assert [str(finding) for finding in board.findings] == []
    return board


def texts_of(record: Record) -> list[Prose]:
    """Every prose of a record and, of a narrative, of its sections."""
    found = []
    for value in (getattr(record, name) for name in record.__slots__ if hasattr(record, name)):
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Prose):
                found.append(part)
            elif isinstance(part, NarrativeSection):
                found += texts_of(part)
    return found


@pytest.mark.parametrize("name", BOARDS)
def test_every_token_of_an_example_has_a_value(name: str, boards: dict[str, Board]) -> None:
    """The worked examples print no name in brackets."""
    board = boards[name]
    figures = figures_of(board)
    typed = {token.name for record in board.records for text in texts_of(record) for token in tokens(text)}
    assert len(typed) > 20
    assert {token for token in typed if (f := figures.get(token.lower())) is None or f.value is None} == set()


@pytest.mark.parametrize(
    ("board", "name", "value"),
    [
        ("birmingham", "executive-board.meetings-held", "nine"),
        ("birmingham", "executive-board.meetings-planned", "nine"),
        ("birmingham", "reviews.published", "four"),
        ("birmingham", "bulletins.published", "five"),
        ("birmingham", "objectives-q3", "20 of 30 (67%)"),
        ("birmingham", "actions-2017-18.rated", "13 of 13 (100%)"),
        ("birmingham", "actions-2017-18.state-not-recorded", "13 of 13 (100%)"),
        ("birmingham", "actions.count", "16"),
        ("birmingham", "P2.actions", "four"),
        ("birmingham", "functions.count", "eight"),
        ("birmingham", "principles.count", "four"),
        ("birmingham", "appendices.count", "three"),
        ("birmingham", "accountability-report.title", "Independent Chair's Accountability Report"),
        ("birmingham", "child-death-overview-panel.abbreviation", "CDOP"),
        ("birmingham", "quality-impact-and-outcomes-sub-group.chairs", "Alex Example CBE and Ashley Madeup"),
        ("harrowmere", "partnership-executive.meetings-held", "five"),
        ("harrowmere", "partnership-executive.meetings-cancelled", "one"),
        ("harrowmere", "partnership-executive-2026-27.meetings-planned", "six"),
        ("harrowmere", "partnership-executive.chairs", "Dr Jo Placeholder"),
        ("harrowmere", "actions-2025-26.complete", "4 of 10 (40%)"),
        ("harrowmere", "actions-2025-26.at-risk", "3 of 10 (30%)"),
        ("harrowmere", "actions-2025-26.not-rated", "1 of 10 (10%)"),
        ("harrowmere", "actions-2025-26.overdue", "one"),
        ("harrowmere", "harrowmere-council.actions", "five"),
        ("harrowmere", "sub-groups.count", "two"),
        ("harrowmere", "reviews.published", "two"),
    ],
)
def test_a_figure_of_an_example(board: str, name: str, value: str, boards: dict[str, Board]) -> None:
    """The value that an example prints, counted by hand from its records."""
    assert str(figures_of(boards[board])[name.lower()]) == value


@pytest.mark.parametrize(
    ("board", "name", "source"),
    [
        ("birmingham", "executive-board.meetings-held", "meetings.csv: Executive Board meetings held in 2017-18"),
        ("birmingham", "executive-board.meetings-planned", "board.md: Executive Board meetings planned in 2017-18"),
        (
            "birmingham",
            "objectives-q3",
            "The board's own count, in its overview of 2018, which does not list the 30 objectives, "
            "as at Q3 2017-18 (October to December 2017)",
        ),
        (
            "birmingham",
            "actions-2017-18.rated",
            "plan.md and updates/2017-18.md: actions of 2017-18 whose last update gives a status",
        ),
        (
            "birmingham",
            "P2.actions",
            "plan.md: actions of 2018-19 under Continuous Improvement of Child Protection Practice",
        ),
        ("birmingham", "functions.count", "chair.md: functions of the chair's role"),
        ("birmingham", "accountability-report.title", "documents.md: the record of Document accountability-report"),
        (
            "harrowmere",
            "actions-2025-26.overdue",
            "plan-2025-27.md: actions of 2025-26 past their due date at 31 March 2026, and open or not reported",
        ),
        ("harrowmere", "harrowmere-council.actions", "plan-2025-27.md: actions of 2026-27 owned by Harrowmere Council"),
        ("harrowmere", "sub-groups.count", "groups.md: sub-groups at work"),
        (
            "harrowmere",
            "reviews.published",
            "learning.md: reviews published in 2025-26; 1 without a date of publication not counted",
        ),
    ],
)
def test_a_figure_says_where_it_comes_from(board: str, name: str, source: str, boards: dict[str, Board]) -> None:
    """The source names the file, what is counted and for which years, in words."""
    assert figures_of(boards[board])[name.lower()].source == source


MEETINGS = """Group,April 2017,held
Group,30 March 2018,held
Group,3 April 2018,held
Group,2017,held
Group,May 2017,cancelled
Group,,held
"""


def test_meetings_are_counted_in_the_year_that_their_date_certainly_lies_in(tmp_path: Path) -> None:
    """A calendar year and an empty date lie in no year from April to March; the source says how many were left out."""
    figures = figures_of(read(tmp_path, "# Body: Group\nmeetings planned: 6, in 2017-18\n", MEETINGS))
    held = figures["group.meetings-held"]
    assert tuple(
        str(figures[f"group{name}"]) for name in (".meetings-held", "-2018-19.meetings-held", ".meetings-planned")
    ) == ("two", "one", "six")
    assert held.source == "meetings.csv: Group meetings held in 2017-18; 2 that no year can be told of not counted"
    assert (held.place.file, held.beside) == ("meetings.csv", ("Group",))


def test_meetings_planned_in_a_year_are_those_of_a_report_of_the_year(tmp_path: Path) -> None:
    """A paper of a period, which knows of nothing later than its day, gives the number that was planned for it."""
    board = read(tmp_path, "# Body: Group\nmeetings planned: 6, in 2017-18\n", MEETINGS)
    figures = figures_of(board.at(PartialDate.from_text("5 April 2018"), Period.from_text("2017-18")))
    assert str(figures["group.meetings-planned"]) == "six"


OVER = "every post in the record of Ben Gone had ended, or not begun, at 5 April 2018"
LOST = "the record of Nobody does not name every chair (not recorded: the minutes are lost)"
PERSONS = """
# Person: Ana Stay
before the name: Dr
post: Nurse, to March 2017
post: Chief Nurse, at Trust, from April 2017

# Person: Ben Gone
post: Clerk, to 2016-17

# Person: Cy Last
post: Officer, to March 2019

# Person: Di Unknown
post: not recorded, because nobody asked

# Organisation: Trust

# Body: Pair
co-chair: Ana Stay, from April 2017
co-chair: Ben Gone, to 2016-17
co-chair: Cy Last

# Body: Trio
chair: Ana Stay
chair: Cy Last
chair: Di Unknown

# Body: Nobody
chair: not recorded, because the minutes are lost

# Body: Past
chair: Ben Gone, to 2016-17
"""


@pytest.mark.parametrize(
    ("name", "value", "missing"),
    [
        ("ana-stay.name", "Dr Ana Stay", ""),
        ("ana-stay.plain-name", "Ana Stay", ""),
        ("ana-stay.post", "Chief Nurse", ""),
        ("ana-stay.organisation", "Trust", ""),
        ("cy-last.post", "Officer", ""),
        ("ben-gone.post", "not recorded", OVER),
        ("di-unknown.post", "not recorded", "the record of Di Unknown gives no post (not recorded: nobody asked)"),
        ("pair.co-chairs", "Dr Ana Stay and Cy Last", ""),
        ("pair.chairs", "Dr Ana Stay and Cy Last", ""),
        ("trio.chairs", "Dr Ana Stay, Cy Last and Di Unknown", ""),
        ("trio.co-chairs", "not recorded", "the record of Trio gives no co-chair"),
        ("nobody.chairs", "not recorded", LOST),
        ("past.chairs", "not recorded", "every chair in the record of Past had gone or not yet come at 5 April 2018"),
        ("pair.short-name", "not recorded", "the record of Pair gives no short name"),
    ],
)
def test_who_holds_a_place_is_told_for_the_reports_date(name: str, value: str, missing: str, tmp_path: Path) -> None:
    """Whoever has certainly gone is not printed, several are joined, and what was not recorded says why."""
    figure = figures_of(read(tmp_path, PERSONS))[name]
    assert (value, missing) == (str(figure), figure.missing)


PLAN = """
# Status: Done
means: complete

Finished.

# Status: Late
means: in progress, at risk

Not finished.

# Plan: Plan
years: 2017-19

## Priority P1: First

### Outcome O1

Better.

### Actions 2017-18

#### Action A1
due: June 2017

One.

#### Action A2
due: June 2017

Two.

#### Action A3
due: April 2018

Three.

## Priority P2: Second

### Outcome O2

Good.

### Actions 2018-19

#### Action B1

Four.

## Actions 2017-18

### Action A4
due: May 2017

Five.

# Updates 2017-18

## Update A1
status: Done

Done in June.

## Update A2
status: Done

Nearly.

## Update A2
status: Late

Not yet.

## Update A3
status: not rated, because nobody knows

Unclear.
"""


@pytest.mark.parametrize(
    ("name", "value", "missing"),
    [
        ("actions-2017-18.count", "four", ""),
        ("actions-2017-18.rated", "2 of 4 (50%)", ""),
        ("actions-2017-18.not-rated", "2 of 4 (50%)", ""),
        ("actions-2017-18.complete", "1 of 4 (25%)", ""),
        ("actions-2017-18.complete.part.capital", "One", ""),
        ("actions-2017-18.at-risk", "1 of 4 (25%)", ""),
        ("actions-2017-18.status-late", "1 of 4 (25%)", ""),
        ("actions-2017-18.overdue", "two", ""),
        ("actions-2017-18.withdrawn", "not recorded", "no status of the board means withdrawn"),
        ("actions.count", "one", ""),
        ("actions.complete", "not recorded", "no update of the actions of 2018-19 is recorded"),
        ("actions.overdue", "not recorded", "no action of the year has a due date"),
        ("P1-2017-18.actions", "not recorded", "1 of the actions of 2017-18 do not say to which priority they belong"),
        ("P2.actions", "one", ""),
        ("P1.actions", "none", ""),
        ("P1.outcomes", "one", ""),
        ("outcomes.count", "two", ""),
        ("principles.count", "not recorded", "no principles are recorded"),
    ],
)
def test_actions_are_counted_by_their_last_update(name: str, value: str, missing: str, tmp_path: Path) -> None:
    """The last update of the year counts; what nobody reported is neither complete nor nothing, it is not recorded.

    A2 is open and A4 unreported, both past their due date; A1 is done, and April 2018 has not certainly passed.
    """
    figure = figures_of(read(tmp_path, PLAN))[name.lower()]
    assert (value, missing) == (str(figure), figure.missing)


def test_a_recorded_figure_counts_its_unit_unless_it_stands_everywhere(tmp_path: Path) -> None:
    """Young people stand beside many numbers, audited files beside one."""
    cards = "".join(
        f"# Recorded figure {name}\nvalue: {value}\nunit: {unit}\n\n"
        for name, value, unit in (
            ("a", "34", "audited files"),
            ("b", "143", "young people"),
            ("c", "not recorded", "visits"),
        )
    )
    figures = figures_of(read(tmp_path, cards))
    assert [figures[name].phrases for name in "abc"] == [("audited files",), (), ("visits",)]
    assert (str(figures["a"]), str(figures["a.unit"]), figures["c"].missing) == (
        "34",
        "audited files",
        "the recorded figure has no value",
    )


def test_reviews_of_another_year_are_not_this_years(tmp_path: Path) -> None:
    """The bare name counts the years reported on; every year has a name of its own, and every kind."""
    kind = "kind: Serious Case Review\n"
    dated = (f"{kind}published: May 2017", f"{kind}published: May 2018", "published: 2017-18")
    cards = "".join(f"# Review R{number}\n{fields}\n\n" for number, fields in enumerate(dated))
    board = read(tmp_path, cards)
    figures = figures_of(board)
    names = ("reviews.published", "reviews-2018-19.published", "serious-case-reviews.published")
    assert (str(reported_years(board)), *(str(figures[name]) for name in names)) == ("2017-18", "two", "one", "one")


def test_a_document_counts_its_own_appendices(tmp_path: Path) -> None:
    """The bare name counts those of the first document that binds any in."""
    figures = figures_of(read(tmp_path, ""))
    assert (str(figures["appendices.count"]), str(figures["accountability-report.appendices"])) == ("two", "two")


@pytest.mark.parametrize("name", BOARDS)
def test_every_listed_figure_has_a_value_a_source_and_a_name_of_its_own(name: str, boards: dict[str, Board]) -> None:
    """The list that a manager reads has no gap and no form in it."""
    listed = list_figures(boards[name])
    assert [f for f in listed if f.value is None or not f.source or not str(f)] == []
    assert len(listed) == len({figure.name.lower() for figure in listed})


def test_a_token_without_a_value_is_a_finding_that_says_why(tmp_path: Path) -> None:
    """The built document says what is missing and prints the name in brackets."""
    board = read(tmp_path, PERSONS)
    text = (tmp_path / "board.md").read_text(encoding="utf-8")
    (tmp_path / "board.md").write_text(text.replace("Words.", "Led by {{ nobody.chairs }}."), encoding="utf-8")
    built = bscb_docs.build(bscb_docs.read_board(board.folder or tmp_path), "accountability-report")
    said = [finding.message for finding in built.findings if finding.code == "FIG-06"]
    assert said == [f"nobody.chairs has nothing to print: {LOST}."]
    assert "Led by [nobody.chairs]." in built.text


@pytest.mark.parametrize(
    ("board", "name", "phrases", "beside"),
    [
        ("birmingham", "priorities.count", ("priorities", "strategic priorities", "safeguarding priorities"), ()),
        ("birmingham", "actions-2017-18.count", ("actions", "planned actions"), ()),
        ("birmingham", "reviews.published", ("reviews", "case reviews"), ("published", "publish", "publication")),
        ("birmingham", "objectives-q3", ("improvement objectives",), ()),
        (
            "harrowmere",
            "partnership-executive.meetings-held",
            ("meetings", "Partnership Executive meetings"),
            ("Partnership Executive", "Executive"),
        ),
        ("harrowmere", "T2.actions", ("actions",), ("Neglect Seen and Answered Early", "Neglect", "Priority 2")),
        ("harrowmere", "actions-2025-26.complete", ("actions complete", "complete actions", "completed actions"), ()),
    ],
)
def test_a_figure_states_the_phrases_that_it_counts(
    board: str, name: str, phrases: tuple[str, ...], beside: tuple[str, ...], boards: dict[str, Board]
) -> None:
    """A common word counts only near the words that tell whose it is, so that other numbers raise no alarm."""
    figure = figures_of(boards[board])[name.lower()]
    assert (figure.phrases, figure.beside) == (phrases, beside)

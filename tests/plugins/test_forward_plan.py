"""The forward plan: late first, then each month; papers due by working days; which paper goes to which meeting."""

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


def test_a_meeting_has_its_papers_its_items_and_what_was_promised_to_it(tmp_path: Path) -> None:
    """What was promised to a body by the end of a month stands at its last meeting of that month."""
    cells = [line for line in below(lines_at("31 March 2018", tmp_path), "May 2018") if "Table" in line][6:]
    assert [cell.removeprefix("[cell] ") for cell in cells] == [
        *("Table Text | 8 May 2018", "Table Text | Executive Board", "Table Text | 26 April 2018"),
        *("Table Bullet | Paper: Money for Training", "Table Bullet | Plan for next year", "Table Bullet | Audits"),
        *("Table Text | May 2018", "Table Text | Executive Board", "Table Text | Once the day is fixed"),
        "Table Text | Draft to the Executive Board",
    ]


def test_what_is_late_comes_first_and_what_has_no_date_last(tmp_path: Path) -> None:
    """The letters were due in April: on 1 May they are late; a meeting that was held is no longer ahead."""
    lines = lines_at("1 May 2018", tmp_path)
    assert below(lines, "Late") == ["List Bullet | <Strong>April 2018: </Strong>Letters to schools."]
    assert [line for line in lines if line.startswith("heading 2")] == [
        *("heading 2 | Late", "heading 2 | May 2018", "heading 2 | June 2018", "heading 2 | Without a date"),
    ]
    assert "heading 2 | April 2018" in lines_at("31 March 2018", tmp_path)


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

"""A year of four quarters, eight owners and three reports in which nothing disagrees is told so."""

import shutil
from pathlib import Path

import pytest
from folders import TESTS
from work import calls_of

import bscb_docs
from bscb_docs import Pack
from bscb_docs.documents.publication import publication_of

YEAR = TESTS / "data" / "quiet-year"


def test_a_year_in_which_nothing_disagrees_has_no_finding() -> None:
    """Updates of earlier quarters stay right when later ones come, and so do earlier reports."""
    assert [str(finding) for finding in bscb_docs.check(bscb_docs.read_board(YEAR))] == []


def test_a_slip_in_the_last_quarter_is_told_once(tmp_path: Path) -> None:
    """An action that is on course after its deadline, and the report that counts it as done: nothing else with them."""
    folder = Path(shutil.copytree(YEAR, tmp_path / "year"))
    plan = folder / "plan.md"
    plan.write_text(plan.read_text(encoding="utf-8").replace("due: March 2019\n", "due: January 2019\n", 1), "utf-8")
    last = folder / "updates-Q4.md"
    text = last.read_text(encoding="utf-8").replace(
        "## Update A3\nby: Cy Standin\nstatus: Done", "## Update A3\nby: Cy Standin\nstatus: On course"
    )
    last.write_text(text, encoding="utf-8")
    assert [finding.code for finding in bscb_docs.check(bscb_docs.read_board(folder))] == ["DUE-06", "FIG-05"]


def codes_of(folder: Path, name: str, old: str, new: str) -> list[str]:
    """The findings of the year with other words in one of its files."""
    shutil.copytree(YEAR, folder, dirs_exist_ok=True)
    path = folder / name
    before = path.read_text(encoding="utf-8")
    path.write_text(before.replace(old, new, 1), encoding="utf-8")
    assert path.read_text(encoding="utf-8") != before
    return [finding.code for finding in bscb_docs.check(bscb_docs.read_board(folder))]


def test_a_promise_is_judged_at_the_latest_document(tmp_path: Path) -> None:
    """The third quarter's report prints the update that made it, and is of a day before it was due."""
    report = "# Document q3: Third Quarter\nperiod: Q3 2018-19\nas at: 31 December 2018\nsection: progress-report\n"
    promise = "## Update A3\nnext: findings to the Board, by February 2019\nby: Cy"
    folder = tmp_path / "year"
    folder.mkdir()
    (folder / "register.md").write_text(report, encoding="utf-8")
    assert "UPD-05" in codes_of(folder, "updates-Q3.md", "## Update A3\nby: Cy", promise)


@pytest.mark.parametrize(
    ("again", "is_told"),
    [
        ("findings to the Board, by September 2019", False),
        ("findings, by September 2019", False),
        ("findings to the Board, by 1 March 2019", True),
        ("other things to the Board, by September 2019", True),
    ],
)
def test_a_promise_made_again_with_its_new_date_is_not_broken(again: str, is_told: bool, tmp_path: Path) -> None:
    """The new date is in force; when that has passed too, it alone is told."""
    made = f"## Update A3\nnext: findings to the Board, by January 2019\n{BEGUN}next: {again}\n"
    codes = codes_of(tmp_path / "year", "updates-Q3.md", "## Update A3\n", made)
    assert codes.count("UPD-05") == is_told


def test_nobody_is_asked_to_keep_what_work_that_ended_had_promised(tmp_path: Path) -> None:
    """Without the line that ends it, the promise is told."""
    text = "# Plan: The Plan\nyears: 2017-18\n\n## Priority P1: One\n\n### Action A1\nyears: 2017-18\n{}\nDo it.\n\n"
    text += "# Update A1\nas at: 5 January 2018\nnext: a lease, by March 2018\n\nIt is sought.\n\n"
    text += "# Document report: Report\nyears: 2017-18\nas at: 9 June 2018\nsection: narrative\n"
    for line, told in (("", 1), ("became: ended, because there is no money\n", 0)):
        (tmp_path / "board.md").write_text(text.format(line), encoding="utf-8")
        found = bscb_docs.check(bscb_docs.read_board(tmp_path))
        assert [each.code for each in found].count("UPD-05") == told


BEGUN = "status: On course\nas at: 2 October 2018\n\nWe began.\n\n## Update A3\n"


def test_open_work_without_an_update_of_the_last_quarter_is_told(tmp_path: Path) -> None:
    """The report of the year prints the third quarter's update as the last."""
    text = (YEAR / "updates-Q4.md").read_text(encoding="utf-8")
    last = text[text.index("## Update A8") :]
    assert "UPD-01" in codes_of(tmp_path / "year", "updates-Q4.md", last, "")


COUNTED = """\
# Organisation: Council

# Status: Done
means: complete

It is finished.

# Priority P1: Early help

## Action A1
years: 2017-18

Train everybody.

### Objective O1
owner: Council
due: March 2018
measure: M1

Reach 300 people.

# Update O1
as at: 31 March 2018
status: Done

Everybody came.

# Measure M1: People trained
baseline: 140
baseline at: 2016-17
target: 300
"""


@pytest.mark.parametrize(
    ("readings", "told"),
    [
        ({"2017-18": 104}, "104 in 2017-18."),
        ({"Q4 2017-18": 104}, None),
        ({"Q1 2017-18": 90, "Q2 2017-18": 80, "Q3 2017-18": 70}, None),
        ({"Q1 2017-18": 90, "Q2 2017-18": 80, "Q3 2017-18": 70, "Q4 2017-18": 50}, "290 in 2017-18."),
        ({"Q1 2017-18": 90, "Q2 2017-18": 80, "Q3 2017-18": 70, "Q4 2017-18": 60}, None),
    ],
    ids=["a year", "a gap", "the year is not over", "missed", "met"],
)
def test_quarters_that_add_up_are_held_against_the_target_of_the_year(
    readings: dict[str, int], told: str | None, tmp_path: Path
) -> None:
    """Their sum is, once the year is over; one quarter never misses the target of a year."""
    assert told_of(COUNTED.replace("target: 300", "target: 300\nover the year: adds up"), readings, tmp_path) == told


def test_a_quarter_that_stands_alone_below_a_target_is_told_with_how_it_would_add_up(tmp_path: Path) -> None:
    """Only the board knows whether its quarters add up, and is told where to say so."""
    assert told_of(COUNTED.replace("baseline at: 2016-17\n", ""), {"Q4 2017-18": 104}, tmp_path) == (
        "104 in Q4 2017-18. Mend the state, the reading or the target; "
        "where readings add up to a target of the year, give the measure: over the year: adds up."
    )


def test_work_done_before_the_day_of_the_target_is_not_held_against_it(tmp_path: Path) -> None:
    """What was to be done by March 2018 misses no target of March 2019."""
    assert (
        told_of(COUNTED.replace("target: 300", "target: 300\ntarget by: March 2019"), {"2017-18": 104}, tmp_path)
        is None
    )


def told_of(board: str, readings: dict[str, int], folder: Path) -> str | None:
    """What MEA-03 says after its colon; where it asks for no more than to mend one of the three, without that."""
    rows = "".join(f"\n# Reading M1\nperiod: {period}\nvalue: {value}\n" for period, value in readings.items())
    (folder / "board.md").write_text(f"{board}{rows}", encoding="utf-8")
    found = (each for each in bscb_docs.check(bscb_docs.read_board(folder)) if each.code == "MEA-03")
    said = [f"{each.message} {each.mend}".partition("reached its target of 300: ")[2] for each in found]
    return said[0].removesuffix(" Mend the state, the reading or the target.") if said else None


@pytest.mark.parametrize(
    ("means", "became", "done", "said"),
    [
        ("complete", "", "", 'its milestone "Ask" is not done'),
        ("complete", "became: O2\n", "done on: May 2017\n", "it is carried on as O2"),
        ("complete", "became: O2\n", "", 'its milestone "Ask" is not done and it is carried on as O2'),
        ("complete", "", "done on: May 2017\n", ""),
        ("in progress, on course", "became: O2\n", "", ""),
    ],
)
def test_of_what_is_complete_nothing_is_left(tmp_path: Path, means: str, became: str, done: str, said: str) -> None:
    """It is told at the update, which gives the state."""
    (tmp_path / "work.md").write_text(
        "# Plan: The Plan\nyears: 2017-18\n\n## Priority P1: Help\n\n### Action A1\nyears: 2017-18\n\nHelp early.\n\n"
        f"#### Objective O1\nowner: Council\n{became}\nVisit schools.\n\n##### Milestone: Ask\n{done}\n"
        "### Action A2\nyears: 2018-19\n\nHelp on.\n\n#### Objective O2\n\nVisit nurseries.\n\n"
        f"# Status: Said\nmeans: {means}\n\nIt is so.\n",
        encoding="utf-8",
    )
    (tmp_path / "updates.md").write_text("# Update O1\nas at: 31 March 2018\nstatus: Said\n\nSchools know us.\n")
    told = [each for each in bscb_docs.check(bscb_docs.read_board(tmp_path)) if each.code == "MEA-03"]
    assert [each.place.file for each in told] == (["updates.md"] if said else [])
    assert all(each.message.endswith(f"is complete, and {said}.") for each in told)


@pytest.mark.parametrize(("means", "is_told"), [("not started", False), ("in progress, on course", True)])
def test_work_that_has_not_begun_may_be_told_in_the_same_words(tmp_path: Path, means: str, *, is_told: bool) -> None:
    """Nothing new can be said of it; of work that goes on something can."""
    told = "".join(f"\n# Update A1\nperiod: Q{at} 2017-18\nstatus: Done\n\nIt begins in May.\n" for at in (1, 2))
    (tmp_path / "board.md").write_text(
        COUNTED.partition("### Objective")[0].replace("means: complete", f"means: {means}") + told, encoding="utf-8"
    )
    assert ("UPD-03" in [found.code for found in bscb_docs.check(bscb_docs.read_board(tmp_path))]) is is_told


@pytest.mark.parametrize(("due", "is_told"), [("June 2018", True), ("March 2019", False)])
def test_a_recommendation_is_not_due_before_the_action_that_answers_it(
    due: str, tmp_path: Path, *, is_told: bool
) -> None:
    """The action of the last quarter answers nothing by June."""
    (tmp_path / "board.md").write_text(
        "# Priority P1: Early help\n\n## Action A1\nyears: 2018-19\ndue: Q4 2018-19\n\nPublish what families said.\n\n"
        f"# Recommendation G1\nmade by: Scrutiny\ndue: {due}\nresponse: accepted\naction: A1\n\nTell families.\n",
        encoding="utf-8",
    )
    assert ("OBJ-02" in [finding.code for finding in bscb_docs.check(bscb_docs.read_board(tmp_path))]) is is_told


ONE_OPEN = """\
# Organisation: Council

# Status: Done
means: complete

It is finished.

# Status: Begun
means: in progress, on course

It goes on.

# Document paper: Plan
as at: 31 March 2018
section: implementation-plan, years 2017-18

# Priority P1: Early help

## Action A1
years: 2017-18

Train everybody.

### Objective O1
owner: Council
due: April 2018
measure: A list

Train the nurses.

# Updates 2017-18
as at: 31 March 2018

## Update A1
status: Done

Everybody came who could.

## Update O1
status: {status}

The nurses were asked.
"""


@pytest.mark.parametrize(("means", "told"), [("at risk", True), ("on course", False)])
def test_an_action_is_not_on_course_over_work_that_is_not(tmp_path: Path, means: str, *, told: bool) -> None:
    """A reader of the action alone would not learn that all that is open under it is late."""
    late = f"# Status: Late\nmeans: in progress, {means}\n\nIt may not be in time.\n\n# Updates"
    text = ONE_OPEN.format(status="Late").replace("# Updates", late, 1)
    text = text.replace("## Update A1\nstatus: Done", "## Update A1\nstatus: Begun")
    (tmp_path / "board.md").write_text(text, encoding="utf-8")
    found = [f.message for f in bscb_docs.check(bscb_docs.read_board(tmp_path)) if f.code == "OBJ-04"]
    assert found == ["Priority 1, action 1 (A1) is on course, and under it O1 is open and not so."] * told


@pytest.mark.parametrize(("status", "told"), [("Begun", True), ("Done", False)])
def test_an_action_is_not_complete_while_an_objective_is_open(tmp_path: Path, status: str, *, told: bool) -> None:
    """What the one says and the other does not is told; where both have ended, nothing is."""
    (tmp_path / "board.md").write_text(ONE_OPEN.format(status=status), encoding="utf-8")
    found = [f.message for f in bscb_docs.check(bscb_docs.read_board(tmp_path)) if f.code == "OBJ-04"]
    assert found == ["Priority 1, action 1 (A1) is complete, and under it O1 is still open."] * told


def test_a_stock_phrase_of_updates_is_told_once(tmp_path: Path) -> None:
    """The same words under four actions are one finding, which says of how many."""
    cards = "".join(f"\n## Action A{n}\nyears: 2017-18\n\nTrain school {n}.\n" for n in range(1, 5))
    words = "In this quarter the work went on as it was planned in the spring."
    updates = "".join(f"\n# Update A{n}\nas at: 31 March 2018\n\n{words}\n" for n in range(1, 5))
    (tmp_path / "board.md").write_text(f"# Priority P1: Early help\n{cards}{updates}", encoding="utf-8")
    found = [f.message for f in bscb_docs.check(bscb_docs.read_board(tmp_path)) if f.code == "UPD-09"]
    assert [message.rpartition(", and ")[2] for message in found] == ["so have two more."]


def test_an_objective_told_in_the_words_of_its_action_each_time_is_told_once(tmp_path: Path) -> None:
    """It is one cause, whose other places are counted."""
    cards = "".join(f"\n## Action A{n}\nyears: 2017-18\n\nTrain school {n}.\n" for n in (1, 2))
    words = "In quarter {} the work went on as it was planned in the spring."
    updates = "".join(
        f"\n# Update A{n}\nperiod: Q{at} 2017-18\n\n{words.format(at)}\n" for at in range(1, 4) for n in (1, 2)
    )
    (tmp_path / "board.md").write_text(f"# Priority P1: Early help\n{cards}{updates}", encoding="utf-8")
    (found,) = (each for each in bscb_docs.check(bscb_docs.read_board(tmp_path)) if each.code == "UPD-09")
    assert len(found.places) == 3


@pytest.mark.parametrize(("title", "told"), [("2016-17 to 2017-18", 0), ("2015-16 to 2016-17", 1)])
def test_a_title_may_name_the_years_that_it_compares_with_its_own(title: str, told: int, tmp_path: Path) -> None:
    """What changed from one plan to the next is told of both; two others are told once."""
    register = f"# Document paper: What Changed, {title}\nyears: 2017-18\nas at: April 2017\nsection: what-changed\n"
    (tmp_path / "board.md").write_text(register, encoding="utf-8")
    found = [f for f in bscb_docs.check(bscb_docs.read_board(tmp_path)) if f.code == "XDOC-05"]
    assert len(found) == told


PAPERS = """# Body: Executive Board

# Person: Jo Example

# Document april: {title}
outline: cover-report
subject: {subject}

# Cover report april
report to: Executive Board
meeting: 23 April 2018
by: Jo Example
purpose: noting

We ask.
"""


@pytest.mark.parametrize(
    ("title", "subject", "told"),
    [
        ("Money for Training", "Cover report for 24 April 2018", 1),
        ("Cover Report of 24 April 2018", "Money for training", 1),
        ("Cover Report of 23 April 2018", "For the Executive Board on 23 April 2018", 0),
        ("Money for Training", "What was agreed on 5 February 2018, for 23 April 2018", 0),
        ("Money for Training", "Training from April 2019 on", 0),
    ],
)
def test_a_cover_report_names_the_day_of_its_meeting(title: str, subject: str, told: int, tmp_path: Path) -> None:
    """Its document's title or subject has another day; a month is none, and one of two may be of something else."""
    (tmp_path / "board.md").write_text(PAPERS.format(title=title, subject=subject), encoding="utf-8")
    found = [each.place.line for each in bscb_docs.check(bscb_docs.read_board(tmp_path)) if each.code == "CVR-02"]
    assert found == [5] * told


_WORK = """
## Priority P{0}: Priority {0}

### Outcome P{0}-O1: Outcome {0}

### Actions 2018-19

#### Action A{0}
due: March 2019
owner: B
serves: P{0}-O1

We will see to neglect{0}, place{0} and case{0}.

##### Objective O{0}
due: March 2019
owner: B
measure: M{0}

Staff are trained.
"""
_MEASURED = """
# Measure M{0}: Courses of part {0}
baseline: 40
baseline at: 2017-18
target: 60
better: higher
over the year: stands alone

# Reading M{0}
period: Q1 2018-19
value: 30
"""


_TOLD = """
# Update A{0}
period: Q1 2018-19
by: B

Much was heard, and little of part{0} was said.
"""
_REPORTED = """
We keep to our priorities of courses, places and part {0}, and of the courses of part {0} 30% were full on {0} days.

> Recommendation: That the Board opens the centre of the town at weekends in winter
"""


def test_a_year_of_twice_the_work_is_checked_with_twice_the_work(tmp_path: Path) -> None:
    """No rule, figure or section goes through all of a year for each action, objective, update or measure of it."""
    register = "# Board: B\n\n# Body: B\n\n# Document q1: Report\nperiod: Q1 2018-19\nsection: measures\n"
    register += "section: narrative\n\n# Issue q1 0.1\nstate: for approval\nas at: 3 July 2018\n"

    def work_of(count: int) -> dict[str, int]:
        kinds = (_WORK, _MEASURED, _TOLD, _REPORTED)
        work, measured, told, reported = ("".join(map(each.format, range(1, count))) for each in kinds)
        report = f"# Narrative q1: Report\n\n## What was seen\n{reported}"
        (tmp_path / "a.md").write_text(f"{register}\n# Plan: P\n{work}{measured}{told}\n{report}", "utf-8")
        publication = publication_of(bscb_docs.read_board(tmp_path))
        pack = Pack(publication.board, publication.figures, publication.printed, publication.figures_of_reports)
        rules = {rule.code: lambda rule=rule: [*rule.check(pack)] for rule in publication.catalogue.rules}
        return {"all else": calls_of(lambda: publication.findings)} | {code: calls_of(rules[code]) for code in rules}

    work_of(2)  # what is made once and kept is there
    few, many, most = map(work_of, (50, 100, 150))
    slow = [each for each in most if most[each] - many[each] > 1.05 * (many[each] - few[each]) + 100]
    assert most["MEA-04"] > many["MEA-04"]
    assert slow == []


def test_what_a_report_asks_for_three_times_is_told_of_the_second_and_the_third(tmp_path: Path) -> None:
    """Each names the first, and not also the one before it."""
    asked = "> Recommendation: That the Board opens the centre of the town at weekends\n\n"
    text = f"# Board: B\n\n# Document r: Report\nsection: narrative\n\n# Narrative r: Report\n\n## Asked\n\n{3 * asked}"
    (tmp_path / "a.md").write_text(text, "utf-8")
    told = [each for each in bscb_docs.check(bscb_docs.read_board(tmp_path)) if each.code == "RCM-03"]
    assert [place.line for each in told for place in each.places] == [12, 14]
    assert all("a.md:10:1 asks for" in each.message for each in told)

"""A progress report and its next steps: each piece of work in one place, what is to be decided, and what comes next."""

from pathlib import Path

import pytest

import bscb_docs

BOARD = """\
# Board: Sample Board

# Organisation: Council

# Organisation: Health

# Status: Going
means: in progress, on course

It goes on.

# Priority P1: Early help

## Action A1
years: 2018-19

Review the strategy.

### Objective O1
owner: Council
due: December 2018
measure: It is written

Write it with families.

### Objective O2
owner: Health
due: March 2019
measure: It is read

Read it with schools.

# Request O1
new deadline: March 2019
by: Council
on: 10 September 2018
because: families asked for more time

# Request O2
new owner: Example Trust
on: 12 September 2018

# Recommendation G1
made by: Scrutiny committee
made on: 6 August 2018

Publish the letters.

# Document paper: Progress
outline: progress-report
period: Q2 2018-19
as at: 30 September 2018
section: progress-report
section: to-be-decided
section: next-steps
"""
DEADLINE = "A new deadline, March 2019 instead of December 2018"
OWNER = "Another owner, Example Trust"
ANSWER = "An answer to a recommendation"


def points_in(text: str, folder: Path) -> list[str]:
    """The points of what is to be decided, as plain words; none where it says that none is."""
    (folder / "board.md").write_text(text, encoding="utf-8")
    printed = bscb_docs.build(bscb_docs.read_board(folder), "paper").text
    part = printed.partition("What is to be decided\n")[2].partition("heading ")[0]
    assert ("List Number | " in part) is not ("No decision is asked for or promised." in part)
    points = [line.partition(" | ")[2] for line in part.splitlines() if line.startswith("List Number | ")]
    return [point.replace("<Strong>", "").replace("</Strong>", "") for point in points]


def test_requests_and_unanswered_recommendations_are_asked(tmp_path: Path) -> None:
    """Each with what it is about: what, who decides, who asks and why, as the records have them."""
    assert points_in(BOARD, tmp_path) == [
        f"{DEADLINE}: Sample Board, no day is set. About: Write it with families (Priority 1, action 1). "
        "Asked by: Council. Why: families asked for more time.",
        f"{OWNER}: Sample Board, no day is set. About: Read it with schools (Priority 1, action 1). "
        "Asked by: not recorded. Why: not recorded.",
        f"{ANSWER}: No owner. About: Publish the letters. Asked by: Scrutiny committee.",
    ]


@pytest.mark.parametrize(
    ("moves", "decides"),
    [
        (["moved: to December 2018, on 5 July 2018, by Executive"], "Executive"),
        (
            [
                "moved: to November 2018, on 5 June 2018, by Executive",
                "moved: to December 2018, on 5 July 2018, by Health",
            ],
            "Sample Board",
        ),
        (["moved: to December 2018, on 5 December 2018, by Executive"], "Sample Board"),
    ],
    ids=["always-one", "one-and-another", "after-the-day"],
)
def test_who_agreed_to_all_moves_so_far_decides_the_next(tmp_path: Path, moves: list[str], decides: str) -> None:
    """A request goes to who has always decided such things by the day of the paper; where nobody has, to the board."""
    text = BOARD.replace("due: December 2018\n", "\n".join(["due: October 2018", *moves, ""]), 1)
    first, *_ = points_in(f"{text}\n# Body Executive\n", tmp_path)
    assert f": {decides}, no day is set. About: " in first


REPORT = """# Document report: Accountability Report
years: 2018-19
as at: {day}
section: narrative

# Narrative report: Accountability Report

## What we ask

> Decision wanted: By the Council, who pays
>
> Options for [action](#{about}):
>
> - pay nothing, which I propose
> - all pay £5

"""
PROMISE = "# Update O1\nas at: 10 July 2018\nnext: Council decides who pays, April 2019\n\nSo far.\n\n"


@pytest.mark.parametrize(
    ("day", "about", "options"),
    [
        (
            "30 September 2018",
            "A1",
            "Accountability Report: “Options for Priority 1, action 1: pay nothing, which I propose; all pay £5.”",
        ),
        ("30 September 2018", "A2", ""),
        ("31 October 2018", "A1", ""),
    ],
    ids=["of its action", "of another", "of a later day"],
)
def test_a_decision_has_the_options_of_the_report_that_wants_it(
    day: str, about: str, options: str, tmp_path: Path
) -> None:
    """What a report of the day or before sets out for the same action, each option with its cost."""
    other = "## Action A2\nyears: 2018-19\n\nAsk the schools.\n\n# Request O1"
    text = BOARD.replace("# Request O1", other) + REPORT.format(day=day, about=about)
    (first, *_) = points_in(text.replace("# Request O1", f"{PROMISE}# Request O1"), tmp_path)
    assert first == (
        "Council decides who pays: April 2019, after the deadline of December 2018. "
        f"About: Write it with families (Priority 1, action 1). {options}".rstrip()
    )


def test_what_was_decided_in_the_months_is_told(tmp_path: Path) -> None:
    """Moves, new owners and ends in the order of their days, each with why and by whom; not what was decided before."""
    changes = (
        "moved: to May 2019, on 2 June 2018\nmoved: to June 2019, on 9 September 2018, by Council, because it is long\n"
        "changed owner: to Health, on 3 July 2018\n"
    )
    text = BOARD.replace("measure: It is written\n", f"measure: It is written\n{changes}")
    ended = "measure: It is read\nbecame: ended, on 5 August 2018, because nobody asked\n"
    (tmp_path / "board.md").write_text(text.replace("measure: It is read\n", ended), encoding="utf-8")
    printed = bscb_docs.build(bscb_docs.read_board(tmp_path), "paper").text
    part = printed.partition("heading 2 | What was decided\n")[2].partition("heading 2 | ")[0]
    assert part.splitlines() == [
        "List Bullet | <Strong>Write it with families</Strong>: another owner, Health instead of Council",
        "List Bullet | <Strong>Read it with schools</Strong>: ended, because nobody asked",
        "List Bullet | <Strong>Write it with families</Strong>: a new deadline, June 2019 instead of May 2019, because "
        "it is long; agreed by Council on 9 September 2018",
    ]


def test_what_the_next_plan_puts_off_and_versions_that_were_approved_are_decisions(tmp_path: Path) -> None:
    """Of open work that is carried on with a later day, and of papers, when that lies in the months."""
    became = "measure: It is read\nbecame: O9, on 5 August 2018, because schools asked\n"
    later = "## Action A9\nyears: 2019-20\n\nRead.\n\n### Objective O9\ndue: June 2019\n\nRead on.\n\n"
    issues = "".join(
        f"# Document {name}: {name.title()}\n\n# Issue {name} 1.0\nstate: approved\napproved by: Council, {day}\n\n"
        for name, day in {"rules": "3 September 2018", "plan": "3 May 2018"}.items()
    )
    text = BOARD.replace("measure: It is read\n", became).replace("# Request O1", f"{later}{issues}# Request O1")
    (tmp_path / "board.md").write_text(text, encoding="utf-8")
    printed = bscb_docs.build(bscb_docs.read_board(tmp_path), "paper").text
    part = printed.partition("heading 2 | What was decided\n")[2].partition("heading 2 | ")[0]
    assert part.splitlines() == [
        "List Bullet | <Strong>Approved: </Strong>Rules (Council, 3 September 2018)",
        "List Bullet | <Strong>Read it with schools</Strong>: goes on in 2019-20 with a new deadline, June 2019 "
        "instead of March 2019, because schools asked",
    ]


@pytest.mark.parametrize(("section", "is_led"), [("to-be-decided", True), ("measures", False)])
def test_what_is_asked_leads_to_where_it_is_decided(section: str, is_led: bool, tmp_path: Path) -> None:
    """In its row of what needs attention, where the document lists what is to be decided."""
    text = BOARD.replace("outline: progress-report\n", "").replace("section: to-be-decided", f"section: {section}")
    (tmp_path / "board.md").write_text(text, encoding="utf-8")
    printed = bscb_docs.build(bscb_docs.read_board(tmp_path), "paper").text
    assert (
        "asked for a new deadline, March 2019 instead of" in printed,
        "To be decided: see decision 1." in printed,
    ) == (True, is_led)


@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        ("due: December 2018\n", "due: December 2018\nmoved: to March 2019, on 20 September 2018\n", [OWNER, ANSWER]),
        (
            "due: December 2018\n",
            "due: December 2018\nmoved: to March 2019, on 2 October 2018\n",
            [DEADLINE, OWNER, ANSWER],
        ),
        ("because: families", "refused: Council, on 20 September 2018\nbecause: families", [OWNER, ANSWER]),
        (
            "made on: 6 August 2018\n",
            "made on: 6 August 2018\nresponse: accepted, on 3 September 2018\n",
            [DEADLINE, OWNER],
        ),
        ("made on: 6 August 2018\n", "made on: 6 October 2018\n", [DEADLINE, OWNER]),
        ("section: to-be-decided", "section: to-be-decided, owner Council", [DEADLINE]),
        (BOARD[BOARD.index("# Request O1") : BOARD.index("# Document")], "", []),
    ],
    ids=["granted", "granted later", "refused", "answered", "made later", "of one owner", "nothing asked"],
)
def test_what_was_decided_by_the_day_is_not_asked(old: str, new: str, left: list[str], tmp_path: Path) -> None:
    """What the board had granted, refused or answered at the day of the report; and none that it is not to tell of."""
    assert BOARD.count(old) == 1
    assert [point.partition(":")[0] for point in points_in(BOARD.replace(old, new), tmp_path)] == left


@pytest.mark.parametrize(
    ("kept", "promised"),
    [
        ("", ["Council decides who pays: April 2019, after the deadline of December 2018. "]),
        ("kept: Council decides\n", []),
    ],
)
def test_a_promised_decision_is_to_be_decided(kept: str, promised: list[str], tmp_path: Path) -> None:
    """By whom and when, and that this is after its deadline, until a later update keeps it; other promises are none."""
    promises = "next: Council decides who pays, April 2019\nnext: Letters, May 2019"
    made = f"# Update O1\nas at: 10 July 2018\n{promises}\n\nSo far.\n\n"
    later = f"# Update O1\nas at: 10 August 2018\n{kept}\nGoing on.\n\n"
    text = BOARD[: BOARD.index("# Request O1")] + made + later + BOARD[BOARD.index("# Document") :]
    assert [point.partition("About:")[0] for point in points_in(text, tmp_path)] == promised


@pytest.mark.parametrize(
    ("promise", "unnamed"),
    [("Council Housing decides who pays", ""), ("Councillors decide who pays", "Who decides is not recorded, ")],
)
def test_who_decides_is_named_whole(promise: str, unnamed: str, tmp_path: Path) -> None:
    """No part of another word is a name; where a promise names nobody, that is told."""
    made = (
        f"# Organisation: Council Housing\n\n# Update O1\nas at: 10 July 2018\nnext: {promise}, May 2019\n\nSo far.\n\n"
    )
    text = BOARD[: BOARD.index("# Request O1")] + made + BOARD[BOARD.index("# Document") :]
    (point,) = points_in(text, tmp_path)
    assert point.startswith(f"{promise}: {unnamed}May 2019, after the deadline")


def test_a_decision_is_known_in_the_language_of_the_paper(tmp_path: Path) -> None:
    """By the words that the labels have, and in English, in which nobody has translated it."""
    promises = (
        "next: Rada podejmie uchwałę, April 2019\nnext: Council decides who pays, April 2019\nnext: List, May 2019"
    )
    made = f"# Update O1\nas at: 10 July 2018\n{promises}\n\nSo far.\n\n"
    text = BOARD[: BOARD.index("# Request O1")] + made + BOARD[BOARD.index("# Document") :]
    (tmp_path / "labels.csv").write_text(
        'label,language,words\n"decide, deciding, decision",pl,"uchwał, decyzj"\nWhat is to be decided,pl,Decyzje\n',
        encoding="utf-8",
    )
    (tmp_path / "board.md").write_text(text.replace("outline: pro", "language: pl\noutline: pro"), encoding="utf-8")
    printed = bscb_docs.build(bscb_docs.read_board(tmp_path), "paper").text
    part = printed.partition("heading 1 | Decyzje\n")[2].partition("heading")[0]
    assert ("Rada podejmie uchwałę" in part, "Council decides" in part, "List, " in part) == (True, True, False)


def test_work_stands_in_one_place(tmp_path: Path) -> None:
    """What is due at the day of the report needs attention, and its priority's part leaves it out."""
    update = "# Update {}\nas at: 30 September 2018\nstatus: Going\n\nGoing on.\n\n"
    updates = update.format("O1") + update.format("O2")
    text = BOARD.replace("due: December 2018", "due: September 2018").replace("# Request O1", f"{updates}# Request O1")
    text = text.replace("# Request O2\nnew owner: Example Trust\non: 12 September 2018\n", "")
    points_in(text, tmp_path)
    printed = bscb_docs.build(bscb_docs.read_board(tmp_path), "paper").text.partition("What needs attention")[2]
    first, _, later = printed.partition("heading 2 | What else is open")
    assert ("due by 30 September 2018 and not complete" in first, "Read it with schools" in first) == (True, False)
    own = later.partition("Early help\n")[2].partition("heading 2")[0]
    assert ("Write it with" in own, "Read it with" in own) == (False, True)


MEASURE = """
# Measure M1: Children helped
unit: children
target: 90%
target by: {by}
better: higher

# Reading M1
period: Q1 2018-19
value: 74%

# Reading M1
period: Q2 2018-19
value: 71%

"""


@pytest.mark.parametrize(
    ("by", "told"),
    [
        (
            "September 2018",
            "target not met: Children helped, 71% in Q2 2018-19 against 90%; worse in Q2 2018-19: 71% after 74%",
        ),
        ("March 2019", "worse than before: Children helped, 71% in Q2 2018-19 after 74% in Q1 2018-19"),
    ],
    ids=["missed", "not yet"],
)
def test_work_that_misses_its_target_or_got_worse_needs_attention(by: str, told: str, tmp_path: Path) -> None:
    """Its row says so, with the numbers; the one whose owner asks for a later day says to which."""
    text = BOARD.replace("measure: It is read", "measure: M1")
    text = text.replace("# Request O1", f"{MEASURE.format(by=by)}# Request O1")
    points_in(text, tmp_path)
    printed = bscb_docs.build(bscb_docs.read_board(tmp_path), "paper").text
    assert told in printed.partition("heading 2 | Completed")[0]
    assert "asked for a new deadline, " in printed


def test_quarters_stand_in_one_order(tmp_path: Path) -> None:
    """The quarter before comes first, once something was reported in it."""
    points_in(f"{BOARD}\n# Update O1\nas at: 30 June 2018\nstatus: Going\n\nBegun.\n", tmp_path)
    text = bscb_docs.build(bscb_docs.read_board(tmp_path), "paper").text
    heads = [line.partition("| ")[2] for line in text.splitlines()]
    assert [head for head in heads if head in {"Q1 2018-19", "Q2 2018-19"}] == ["Q1 2018-19", "Q2 2018-19"]


def test_an_entry_begins_with_the_short_name_of_its_work(tmp_path: Path) -> None:
    """Its words, where it has none, and the number of its action."""
    text = BOARD.replace("### Objective O1\n", "### Objective O1: The strategy\n")
    (tmp_path / "board.md").write_text(text, encoding="utf-8")
    printed = bscb_docs.build(bscb_docs.read_board(tmp_path), "paper").text
    part = printed.partition("heading 2 | What needs attention\n")[2].partition("heading 2 | ")[0]
    heads = [line.partition("<Strong>")[2].partition(" (Priority 1, action 1): ")[0] for line in part.splitlines()]
    assert heads[:2] == ["The strategy", "Read it with schools"]


def test_what_comes_next_has_the_deadlines_of_the_coming_quarter(tmp_path: Path) -> None:
    """An open objective due by its end is named, with its day; what is due later waits for its own quarter."""
    (tmp_path / "board.md").write_text(BOARD, encoding="utf-8")
    text = bscb_docs.build(bscb_docs.read_board(tmp_path), "paper").text
    assert "<Strong>December 2018, deadline: </Strong>Write it with families (Council; Priority 1, action 1)" in text
    assert "March 2019, deadline" not in text


@pytest.mark.parametrize(("sections", "times"), [("", 1), ("section: to-be-decided\n", 0)], ids=["alone", "with them"])
def test_what_is_to_be_decided_is_no_step_as_well(sections: str, times: int, tmp_path: Path) -> None:
    """A promise of a decision comes next only in a document that does not list what is to be decided."""
    text = BOARD.replace("section: to-be-decided\n", sections).replace("# Request O1", f"{PROMISE}# Request O1")
    (tmp_path / "board.md").write_text(text, encoding="utf-8")
    printed = bscb_docs.build(bscb_docs.read_board(tmp_path), "paper").text
    assert printed.partition("What comes next")[2].count("Council decides who pays") == times
    assert ("To be decided: see decision 1." in printed.partition("What is to be decided")[0]) is not bool(times)


def test_a_recommendation_is_asked_by_whom_the_paper_of_recommendations_names(tmp_path: Path) -> None:
    """A review without a title is called by its kind and id in both; here it stood as not recorded."""
    review = "# Review R7\nkind: Learning Review\npublished: 6 August 2018\n\n## Recommendation G1\n"
    text = BOARD.replace("# Recommendation G1\nmade by: Scrutiny committee\n", review)
    asked = next(point for point in points_in(text, tmp_path) if point.startswith(ANSWER))
    assert "Asked by: Learning Review R7." in asked


def test_a_decided_change_is_told_against_the_deadline_before_it(tmp_path: Path) -> None:
    """A move of which no day is recorded stands where it was typed, as for the deadline in force."""
    moves = "moved: to January 2019\nmoved: to March 2019, on 20 September 2018\n"
    text = BOARD.replace("due: December 2018\n", f"due: December 2018\n{moves}")
    (tmp_path / "board.md").write_text(text, encoding="utf-8")
    printed = bscb_docs.build(bscb_docs.read_board(tmp_path), "paper").text
    assert "a new deadline, March 2019 instead of January 2019" in printed


def test_how_often_a_deadline_was_moved_is_said_alike_in_one_entry(tmp_path: Path) -> None:
    """Put off once and then brought forward is moved once, beside the reason and beside the day first agreed."""
    moves = "moved: to March 2019, on 20 September 2018\nmoved: to February 2019, on 25 September 2018\n"
    text = BOARD.replace("due: December 2018\n", f"due: December 2018\n{moves}")
    (tmp_path / "board.md").write_text(text, encoding="utf-8")
    printed = bscb_docs.build(bscb_docs.read_board(tmp_path), "paper").text
    assert "deadline moved once;" in printed
    assert "December 2018; moved once, by two months." in printed

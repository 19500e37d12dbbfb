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
section: next-steps
"""
DEADLINE = "A new deadline: March 2019 instead of December 2018"
OWNER = "Another owner: Example Trust"
ANSWER = "An answer to a recommendation"


def rows_in(text: str, folder: Path) -> list[list[str]]:
    """The lines of each row of what is to be decided; none where it says that none is."""
    (folder / "board.md").write_text(text, encoding="utf-8")
    printed = bscb_docs.build(bscb_docs.read_board(folder), "paper").text
    part = printed.partition("heading 2 | What is to be decided\n")[2].partition("heading 2 | ")[0]
    assert ("[row]" in part) is not ("No decision is asked for or promised." in part)
    rows = part.partition("[end of table]")[0].split("[row]\n")[1:]
    return [[line.removeprefix("[cell] Table Text | ") for line in row.splitlines()] for row in rows]


def test_requests_and_unanswered_recommendations_are_asked(tmp_path: Path) -> None:
    """Each under its work: what, who decides, why, and who asks, as the records have them."""
    by, day = "Table Text | <Strong>Asked or promised by: </Strong>", "Table Text | No day is set"
    assert rows_in(BOARD, tmp_path) == [
        ["Write it with families.", DEADLINE, "Sample Board", day, "Families asked for more time", f"{by}Council"],
        ["Read it with schools.", OWNER, "Sample Board", day, "Not recorded", f"{by}Not recorded"],
        ["Publish the letters.", ANSWER, "No owner", "It has no answer", f"{by}Scrutiny committee"],
    ]


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
        "List Bullet | <Strong>Write it with families</Strong>: Another owner: Health instead of Council",
        "List Bullet | <Strong>Read it with schools</Strong>: Ended, because nobody asked",
        "List Bullet | <Strong>Write it with families</Strong>: A new deadline: June 2019 instead of May 2019, because "
        "it is long; agreed by Council on 9 September 2018",
    ]


@pytest.mark.parametrize(("section", "is_led"), [("next-steps", True), ("measures", False)])
def test_what_is_asked_leads_to_where_it_is_decided(section: str, is_led: bool, tmp_path: Path) -> None:
    """In its row of what needs attention, where the document lists what is to be decided."""
    text = BOARD.replace("outline: progress-report\n", "").replace("section: next-steps", f"section: {section}")
    (tmp_path / "board.md").write_text(text, encoding="utf-8")
    printed = bscb_docs.build(bscb_docs.read_board(tmp_path), "paper").text
    assert ("asked to be due March 2019" in printed, "To be decided: see table" in printed) == (True, is_led)


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
        ("section: next-steps", "section: next-steps, owner Council", [DEADLINE]),
        (BOARD[BOARD.index("# Request O1") : BOARD.index("# Document")], "", []),
    ],
    ids=["granted", "granted later", "refused", "answered", "made later", "of one owner", "nothing asked"],
)
def test_what_was_decided_by_the_day_is_not_asked(old: str, new: str, left: list[str], tmp_path: Path) -> None:
    """What the board had granted, refused or answered at the day of the report; and none that it is not to tell of."""
    assert BOARD.count(old) == 1
    assert [row[1] for row in rows_in(BOARD.replace(old, new), tmp_path)] == left


@pytest.mark.parametrize(
    ("kept", "promised"),
    [
        ("", [["Council decides who pays", "Council", "Table Text | April 2019, after the deadline of December 2018"]]),
        ("kept: Council decides\n", []),
    ],
)
def test_a_promised_decision_is_to_be_decided(kept: str, promised: list[str], tmp_path: Path) -> None:
    """By whom and when, and that this is after its deadline, until a later update keeps it; other promises are none."""
    promises = "next: Council decides who pays, April 2019\nnext: Letters, May 2019"
    made = f"# Update O1\nas at: 10 July 2018\n{promises}\n\nSo far.\n\n"
    later = f"# Update O1\nas at: 10 August 2018\n{kept}\nGoing on.\n\n"
    text = BOARD[: BOARD.index("# Request O1")] + made + later + BOARD[BOARD.index("# Document") :]
    assert [row[1:4] for row in rows_in(text, tmp_path)] == promised


@pytest.mark.parametrize(
    ("promise", "who"),
    [
        ("Council Housing decides who pays", "Council Housing"),
        ("Councillors decide who pays", "Who decides is not recorded"),
    ],
)
def test_who_decides_is_named_whole(promise: str, who: str, tmp_path: Path) -> None:
    """No part of a longer name or of another word is a name."""
    made = f"# Organisation: Council Housing\n\n# Update O1\nas at: 10 July 2018\nnext: {promise}\n\nSo far.\n\n"
    text = BOARD[: BOARD.index("# Request O1")] + made + BOARD[BOARD.index("# Document") :]
    assert [row[2] for row in rows_in(text, tmp_path)] == [who]


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
    table = printed.partition("heading 2 | Decyzje\n")[2].partition("[end of table]")[0]
    assert ("Rada podejmie uchwałę" in table, "Council decides" in table, "List" in table) == (True, True, False)


def test_work_stands_in_one_table(tmp_path: Path) -> None:
    """What is due at the day of the report needs attention, and its priority's table leaves it out."""
    update = "# Update {}\nas at: 30 September 2018\nstatus: Going\n\nGoing on.\n\n"
    updates = update.format("O1") + update.format("O2")
    text = BOARD.replace("due: December 2018", "due: September 2018").replace("# Request O1", f"{updates}# Request O1")
    text = text.replace("# Request O2\nnew owner: Example Trust\non: 12 September 2018\n", "")
    rows_in(text, tmp_path)
    printed = bscb_docs.build(bscb_docs.read_board(tmp_path), "paper").text
    first, _, later = printed.partition("heading 2 | Completed or given up in these months")
    assert ("due by 30 September 2018 and not complete" in first, "Read it with schools." in first) == (True, False)
    own = later.partition("Early help\n")[2].partition("heading 2")[0]
    assert ("Write it with" in own, "Read it with" in own) == (False, True)
    assert "Normal | What else is open needs attention: see table 1." in own


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
    rows_in(text, tmp_path)
    printed = bscb_docs.build(bscb_docs.read_board(tmp_path), "paper").text
    assert told in printed.partition("heading 2 | Completed")[0]
    assert "asked to be due" in printed


def test_quarters_stand_in_one_order(tmp_path: Path) -> None:
    """The quarter before comes first, once something was reported in it."""
    rows_in(f"{BOARD}\n# Update O1\nas at: 30 June 2018\nstatus: Going\n\nBegun.\n", tmp_path)
    text = bscb_docs.build(bscb_docs.read_board(tmp_path), "paper").text
    heads = [line.partition("| ")[2] for line in text.splitlines()]
    assert [head for head in heads if head in {"Q1 2018-19", "Q2 2018-19"}] == ["Q1 2018-19", "Q2 2018-19"]


def test_a_row_is_headed_by_the_short_name_of_its_work(tmp_path: Path) -> None:
    """Its words, where it has none; a row's header that is a sentence is heard before each of its cells."""
    text = BOARD.replace("### Objective O1\n", "### Objective O1: The strategy\n")
    (tmp_path / "board.md").write_text(text, encoding="utf-8")
    printed = bscb_docs.build(bscb_docs.read_board(tmp_path), "paper").text
    part = printed.partition("heading 2 | What needs attention\n")[2].partition("heading 2 | ")[0]
    label = "<Strong>Objective of Priority 1, action 1: </Strong>"
    heads = [line.partition(label)[2] for line in part.splitlines() if label in line]
    assert heads == ["The strategy", "Read it with schools."]


def test_what_comes_next_has_the_deadlines_of_the_coming_quarter(tmp_path: Path) -> None:
    """An open objective due by its end is named, with its day; what is due later waits for its own quarter."""
    (tmp_path / "board.md").write_text(BOARD, encoding="utf-8")
    text = bscb_docs.build(bscb_docs.read_board(tmp_path), "paper").text
    assert "<Strong>December 2018, deadline: </Strong>Write it with families (Council; Priority 1, action 1)" in text
    assert "March 2019, deadline" not in text

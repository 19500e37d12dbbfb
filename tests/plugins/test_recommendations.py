"""Recommendations and responses: by their sources, with the answer, its reason, and how each stands at a day."""

from pathlib import Path

import pytest

import bscb_docs

BOARD = """\
# Board: Sample Board

# Body: Executive Board

# Status: Done
means: complete

It is done.

# Review R1: Too late
kind: Serious Case Review
published: 5 January 2018

## Recommendation G1
owner: Executive Board
due: March 2018
made on: 5 January 2018
response: accepted, on 1 February 2018

Write to every school.

## Recommendation G2
made on: 5 January 2018
response: not accepted, on 1 February 2018, because schools do it now

Write to every child.

# Recommendation G3
made by: Scrutiny committee
made on: 6 January 2018
response: in part

Publish the letters.

# Updates 2018-19
as at: 9 July 2018

## Update G3
status: Done

They are published.

# Document paper: Recommendations
outline: recommendations
as at: {day}
section: recommendations{options}
"""


def lines_at(day: str, folder: Path, options: str = "") -> list[str]:
    """The lines of the paper as at a day."""
    (folder / "board.md").write_text(BOARD.format(day=day, options=options), encoding="utf-8")
    return bscb_docs.build(bscb_docs.read_board(folder), "paper").text.splitlines()


def counts_in(lines: list[str]) -> list[str]:
    """The headlines, without their signs of emphasis."""
    found = [line.partition(" | ")[2] for line in lines if line.startswith("List Bullet")]
    return [line.replace("<Strong>", "").replace("</Strong>", "") for line in found]


def test_answers_and_what_became_of_them_are_counted(tmp_path: Path) -> None:
    """One accepted and overdue by 100 days since the end of March, one accepted in part and done, one refused."""
    lines = lines_at("9 July 2018", tmp_path)
    assert counts_in(lines) == [
        "From: Serious Case Review: Too late (two); Scrutiny committee (one)",
        *("Accepted: one", "Accepted in part: one", "Not accepted: one"),
        "Accepted, in whole or in part, and complete: one",
        "Write to every school: Not rated; overdue by 100 days (Executive Board, due March 2018)",
    ]
    assert "Normal | Accepted, in whole or in part, and still open: one (overdue: one):" in lines
    assert "Table Text | Overdue by 100 days" in lines
    assert [line for line in lines if line.startswith("heading 2")] == [
        *("heading 2 | Serious Case Review: Too late", "heading 2 | Scrutiny committee")
    ]


def test_what_is_still_open_says_what_was_reported_last_and_not_what_was_done(tmp_path: Path) -> None:
    """What is complete says what was done; those of one source do not say in front from whom they are."""
    update = "\n# Updates Q1 2018-19\nas at: 30 June 2018\n\n## Update G1\n\nThe letter is drafted.\n"
    (tmp_path / "more.md").write_text(update, encoding="utf-8")
    lines = lines_at("9 July 2018", tmp_path)
    assert "Table Text | <Strong>Last reported: </Strong>The letter is drafted." in lines
    assert "Table Text | <Strong>What was done: </Strong>They are published." in lines
    assert not any("From: " in line for line in lines_at("9 July 2018", tmp_path, ", source Scrutiny committee"))


def test_what_a_recommendation_changed_stands_beside_what_was_done(tmp_path: Path) -> None:
    """Once it is complete; in front those of which it is not recorded, where it is of another."""
    board = BOARD.replace("response: in part\n", "response: in part\neffect: Parents know whom to ask.\n")
    other = "# Recommendation G4: Calls\nmade by: Scrutiny committee\nresponse: accepted\n\nCall.\n\n"
    update = "# Updates Q1 2018-19\nas at: 30 June 2018\n\n## Update G4\nstatus: Done\n\nAll were called.\n"
    (tmp_path / "more.md").write_text(other + update, encoding="utf-8")
    found = []
    for day in ("9 July 2018", "1 July 2018"):
        (tmp_path / "board.md").write_text(board.format(day=day, options=""), encoding="utf-8")
        lines = bscb_docs.build(bscb_docs.read_board(tmp_path), "paper").text.splitlines()
        missing = "What it changed for children is not recorded: Calls"
        told = "Table Text | <Strong>What it changed for children: </Strong>Parents know whom to ask."
        found.append((told in lines, missing in counts_in(lines)))
    assert found == [(True, True), (False, False)]


def test_what_was_not_accepted_says_why_and_asks_nothing(tmp_path: Path) -> None:
    """Its reason stands beneath the answer, no status is missed, and nobody owes it by any day."""
    lines = lines_at("9 July 2018", tmp_path)
    start = lines.index("[cell] Table Text | Write to every child.")
    assert lines[start + 1 : start + 3] == ["Table Text | No action follows", "[cell] Table Text | Not accepted"]
    answer = ["Table Bullet | Not accepted, on 1 February 2018", "Table Bullet | Because schools do it now"]
    assert lines[start + 3 : start + 5] == answer


def test_an_answer_that_came_later_is_not_there_yet(tmp_path: Path) -> None:
    """As at a day of January two are unanswered; the one without a day always was accepted in part."""
    counts = counts_in(lines_at("31 January 2018", tmp_path))
    assert counts[1:3] == ["Accepted in part: one", "Not answered yet: two"]


def test_the_register_chooses_as_the_list_does(tmp_path: Path) -> None:
    """The option `only` names the exceptions of `bscb-docs list`."""
    lines = lines_at("9 July 2018", tmp_path, ", only overdue")
    assert "Normal | What was answered to one recommendation as at 9 July 2018:" in lines


WORK = """
# Objective O1
due: December 2017
became: O2

Write to the schools of the north.

# Objective O2
due: November 2018

Write to every school.
"""


def test_a_recommendation_is_late_by_the_first_open_day_of_what_carries_it_out(tmp_path: Path) -> None:
    """The objective that it names carries on another that is 190 days overdue, which is said and counted."""
    later = BOARD.replace("due: March 2018\n", "due: November 2018\naction: O2\n") + WORK
    (tmp_path / "board.md").write_text(later.format(day="9 July 2018", options=""), encoding="utf-8")
    lines = bscb_docs.build(bscb_docs.read_board(tmp_path), "paper").text.splitlines()
    assert "Table Text | Overdue by 190 days" in lines
    due = "December 2017, now November 2018"
    assert f"Table Text | <Strong>Due: </Strong>{due}" in lines
    named = (
        "Write to every school: Not rated; overdue by 190 days (Executive Board, due December 2017, now November 2018)"
    )
    assert counts_in(lines)[-1] == named


def test_a_review_without_a_kind_is_named_in_the_language_of_the_paper(tmp_path: Path) -> None:
    """With a title and without one, in what was done and where its recommendations stand."""
    text = BOARD.replace("kind: Serious Case Review\n", "").replace("outline:", "language: cy\noutline:")
    made = "# Review R2\n\nIt came late.\n\n## Recommendation G4\nmade on: 6 January 2018\n\nCome.\n\n# Document paper"
    text = text.replace("# Document paper", made).format(day="9 July 2018", options="\nsection: what-we-did")
    (tmp_path / "board.md").write_text(text, encoding="utf-8")
    printed = bscb_docs.build(bscb_docs.read_board(tmp_path), "paper").text
    headed = [line.partition(" | ")[2] for line in printed.splitlines() if line.startswith("heading 2")]
    assert (headed.count("Adolygiad: Too late"), headed.count("Adolygiad R2")) == (2, 2)
    assert "Review" not in printed


def test_a_short_title_heads_the_row_and_the_words_follow(tmp_path: Path) -> None:
    """In one cell, beside that of the answer."""
    board = BOARD.replace("## Recommendation G1\n", "## Recommendation G1: Letters\n").format(
        day="9 July 2018", options=""
    )
    (tmp_path / "board.md").write_text(board, encoding="utf-8")
    text = bscb_docs.build(bscb_docs.read_board(tmp_path), "paper").text
    assert "[row]\n[cell] Table Text | <Strong>Letters: </Strong>Write to every school.\n" in text


@pytest.mark.parametrize(
    ("owner", "told"),
    [
        ("owner: Executive Board\n", "Write to the schools of the north."),
        ("owner: School Forum\n", "Write to the schools of the north. (its owner: School Forum)"),
    ],
    ids=["the same", "another"],
)
def test_what_carries_it_out_has_its_own_owner(owner: str, told: str, tmp_path: Path) -> None:
    """Other papers name that one: a reader would else find two owners of one thing."""
    work = WORK.replace("due: December 2017\n", f"due: December 2017\n{owner}")
    board = BOARD.replace("due: March 2018\n", "due: March 2018\naction: O1\n") + work + "\n# Body: School Forum\n"
    (tmp_path / "board.md").write_text(board.format(day="9 July 2018", options=""), encoding="utf-8")
    lines = bscb_docs.build(bscb_docs.read_board(tmp_path), "paper").text.splitlines()
    assert f"Table Text | <Strong>Carried out through: </Strong>{told}" in lines


def test_what_was_accepted_and_given_up_is_not_counted_as_complete(tmp_path: Path) -> None:
    """The headline and the figure count what the status calls complete; the row of the other says that it was left."""
    stopped = "\n# Status: Stopped\nmeans: withdrawn\n\nIt was given up.\n\n# Updates Q1 2018-19\nas at: 30 June 2018\n"
    (tmp_path / "more.md").write_text(f"{stopped}\n## Update G1\nstatus: Stopped\n\nNo longer.\n", encoding="utf-8")
    assert "Accepted, in whole or in part, and complete: one" in counts_in(lines_at("9 July 2018", tmp_path))
    figure = bscb_docs.figures_of(bscb_docs.read_board(tmp_path)).get("recommendations.done")
    assert figure
    assert figure.numbers == (1, 3)

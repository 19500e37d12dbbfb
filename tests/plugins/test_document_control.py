"""Document control: the day that its last version is as at, and which other papers tell more."""

from pathlib import Path

import pytest

import bscb_docs

REGISTER = """\
# Board: Sample Board

# Document report: Report
as at: 31 March 2018
section: document-control

# Issue report 0.1
state: draft

# Issue report 0.2
state: for approval
"""


def test_the_last_version_is_as_at_the_day_of_its_document(tmp_path: Path) -> None:
    """As the footer says; of an earlier version without a day nothing is known."""
    (tmp_path / "board.md").write_text(REGISTER, encoding="utf-8")
    text = bscb_docs.build(bscb_docs.read_board(tmp_path), "report").text
    days = [row.splitlines()[1].rpartition(" | ")[2] for row in text.split("[row]\n")[1:]]
    assert days == ["31 March 2018", "Not recorded"]


def test_the_other_papers_are_told_with_what_they_tell(tmp_path: Path) -> None:
    """Where the register asks for them: not the paper itself, one that is bound in, or those made for each body."""
    others = """
# Body: Quality Group
kind: sub-group

# Document plan: Our Plan
section: document-control
subject: Who does what by when

# Document money: Our Money
section: document-control

# Document annex: An Annex
section: document-control

# Document work-programme: Work Programme
for each: sub-group
"""
    bound = REGISTER.replace(
        "section: document-control", "section: document-control, with other papers\nappendix: annex"
    )
    (tmp_path / "board.md").write_text(bound + others, encoding="utf-8")
    text = bscb_docs.build(bscb_docs.read_board(tmp_path), "report").text
    told = "Where else to look: <Strong>Our Plan: </Strong>Who does what by when. <Strong>Our Money. </Strong>"
    assert f"[end of table]\nNormal | {told}\n" in f"{text}\n"


OTHERS = """
# Document plan: Our Plan
section: document-control
subject: Who does what by when

# Document q3: Progress Report, Third Quarter
short title: Progress, Q3
section: document-control

# Document money: Our Money
section: document-control
"""


@pytest.mark.parametrize(
    ("names", "listed"),
    [
        ("Our Money, Our Plan", "Our Money. Our Plan: Who does what by when."),
        ("our money", "Our Money."),
        ("Progress Report, Third Quarter, money", "Progress Report, Third Quarter. Our Money."),
        ("report, plan, Progress, Q3", "Our Plan: Who does what by when. Progress Report, Third Quarter."),
    ],
    ids=["in their order", "one", "a comma in a title", "by id and short title, itself too"],
)
def test_the_register_names_the_other_papers_that_are_told(names: str, listed: str, tmp_path: Path) -> None:
    """Those alone, in the order of the option, each by its title, its short title or its id."""
    named = REGISTER.replace("section: document-control", f"section: document-control, with other papers: {names}")
    (tmp_path / "board.md").write_text(named + OTHERS, encoding="utf-8")
    text = bscb_docs.build(bscb_docs.read_board(tmp_path), "report").text
    told = text.partition("Where else to look: ")[2].partition("\n")[0]
    assert told.replace("<Strong>", "").replace("</Strong>", "").strip() == listed


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("with more", "Write: with other papers"),
        ("with other papers: Our Pln, Our Money", '"Our Pln" is no paper of the register. Did you mean "Our Plan"?'),
        ("with other papers: Our Money,", '"" is no paper of the register. Write the title of a document'),
    ],
    ids=["other words", "a misspelt paper", "a comma too many"],
)
def test_what_the_option_cannot_say_is_told_at_its_line(words: str, told: str, tmp_path: Path) -> None:
    """With the paper that was most likely meant; and nothing is listed unasked."""
    register = REGISTER.replace("section: document-control", f"section: document-control, {words}")
    (tmp_path / "board.md").write_text(register + OTHERS, "utf-8")
    found = [str(each) for each in bscb_docs.check(bscb_docs.read_board(tmp_path))]
    assert any(told in each and "board.md:5:" in each for each in found), found


def test_papers_are_named_as_they_are_typed_in_a_document_of_another_language(tmp_path: Path) -> None:
    """Whose words are a translation: the option is not translated, and leads to the paper with its other title."""
    named = "section: document-control, with other papers: Our Plan\nalso in: cy"
    register = REGISTER.replace("section: document-control", named) + OTHERS
    (tmp_path / "cy").mkdir()
    (tmp_path / "board.md").write_text(register, "utf-8")
    (tmp_path / "cy" / "board.md").write_text(register.replace("Our Plan\n", "Ein Cynllun\n"), "utf-8")
    text = bscb_docs.build(bscb_docs.read_board(tmp_path), "report-cy").text
    assert "Ble arall i edrych: <Strong>Ein Cynllun: </Strong>Who does what by when." in text


@pytest.mark.parametrize(
    ("cover", "told"),
    [
        ("", "Not yet; no meeting is recorded"),
        ("goes to: Executive", "Not yet; it goes to the Executive on 5 June 2018"),
        ("paper: report", "Not yet; it goes to the Executive on 3 May 2018"),
        ("paper: other", "Not yet; no meeting is recorded"),
    ],
    ids=["no cover report", "its own body", "brought by one", "another paper"],
)
def test_what_is_not_approved_yet_says_to_which_meeting_it_goes(cover: str, told: str, tmp_path: Path) -> None:
    """As the cover report says that brings it there, or else its card; a meeting before its day is none."""
    card = "\n# Cover report {id}\nreport to: Executive\nmeeting: {day}\nby: Jo Example\npurpose: decision\n{cover}\n"
    cards = "".join(
        card.format(id=f"c{at}", day=day, cover=cover) for at, day in enumerate(("1 May 2017", "3 May 2018"))
    )
    others = "\n# Body: Executive\n\n# Person: Jo Example\n\n# Document other: Other\nsection: document-control\n"
    others += "".join(f"\n# Document c{at}: Cover {at}\noutline: cover-report\n" for at in (0, 1))
    for day in ("5 June 2017", "5 June 2018"):
        others += f"\n# Meeting\nbody: Executive\ndate: {day}\nstate: planned\n"
    register = f"{REGISTER}{cover}\n" if cover.startswith("goes") else REGISTER + (cards if cover else "")
    (tmp_path / "board.md").write_text(register + others, encoding="utf-8")
    text = bscb_docs.build(bscb_docs.read_board(tmp_path), "report").text
    assert [line.rpartition(" | ")[2] for line in text.splitlines() if "Not yet" in line or "Not approved" in line] == [
        told,
        "Not approved; a later version followed",
    ]


@pytest.mark.parametrize(
    ("paper", "day"),
    [("Report", "5 June 2018"), ("Yearbook", "5 June 2018"), ("", "June 2018")],
    ids=["by its title", "bound into one beside it", "a month that has begun"],
)
def test_a_paper_and_the_forward_plan_name_one_meeting(paper: str, day: str, tmp_path: Path) -> None:
    """The document control of a paper says that it goes to the meeting at which the plan of meetings has it."""
    brought = (
        f"# Cover report c\nreport to: Executive\nmeeting: {day}\nby: Jo Example\npurpose: decision\npaper: {paper}\n"
    )
    register = REGISTER.replace("state: for approval", "state: draft").replace("31 March 2018", "2 June 2018")
    others = [
        register if paper else f"{register}goes to: Executive\n",
        "# Body: Executive\n\n# Person: Jo Example\n\n# Document c: Cover\noutline: cover-report\n",
        f"# Meeting\nbody: Executive\ndate: {day}\nstate: planned\n",
        "# Document plan: Meetings\noutline: forward-plan\nas at: 2 June 2018\n",
        "# Document year: Yearbook\nsection: contents\nappendix: report\n",
        brought if paper else "",
    ]
    (tmp_path / "board.md").write_text("\n".join(others), encoding="utf-8")
    board = bscb_docs.read_board(tmp_path)
    assert f"Not yet; it goes to the Executive on {day}" in bscb_docs.build(board, "report").text
    text = bscb_docs.build(board, "plan").text
    assert "Report" not in text.partition("No meeting is recorded for: ")[2]

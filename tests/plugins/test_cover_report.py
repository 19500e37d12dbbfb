"""The cover report: what its few lines become, and which lines are refused with what to write."""

from pathlib import Path

import pytest

import bscb_docs

BOARD = """\
# Board: Sample Board

# Body: Executive Board

# Person: Jo Example
post: Head of Policy, at Sample Board, from 2015, to March 2018
post: Board Manager, at Sample Board, from April 2018

# Document april: Money for Training
outline: cover-report

# Document pack: All Papers
section: contents
appendix: april

# Cover report april
report to: Executive Board
meeting: 23 April 2018
by: Jo Example
purpose: decision
recommendation: {first}
recommendation: Endorse the programme.
next step: Executive Board, by June 2018: look at what came of it
next step: Jo Example, by May 2018: tell every agency
legal: none
risk: not recorded, because nobody has looked
publication: {publication}

The money ends in May 2018.

Two things are paid from it:

- courses
- a conference
"""


def built(folder: Path, name: str = "april", first: str = "agree the budget", publication: str = "public") -> str:
    """The text of a document of a board with that first recommendation and publication."""
    (folder / "board.md").write_text(BOARD.format(first=first, publication=publication), encoding="utf-8")
    return bscb_docs.build(bscb_docs.read_board(folder), name).text


def test_none_is_an_answer_to_what_follows_for_law_and_equality(tmp_path: Path) -> None:
    """A report without such an implication says so, and its text is not told as unfinished."""
    (tmp_path / "board.md").write_text(BOARD.format(first="agree the budget", publication="public"), encoding="utf-8")
    assert "TXT-02" not in [finding.code for finding in bscb_docs.check(bscb_docs.read_board(tmp_path))]


def test_what_follows_from_a_report_sets_figures(tmp_path: Path) -> None:
    """As its text does, and a wrong name is told at its line; what is like a point is printed as it was typed."""
    lines = "legal: to be asked by {{ jo-example.name }}\nfinance: - £200 a day\nrisk: {{ jo-example.age }}\n"
    words = BOARD.replace("legal: none\nrisk: not recorded, because nobody has looked\n", lines)
    assert words.count(lines) == 1
    (tmp_path / "board.md").write_text(words.replace("{first}", "agree it").replace("{publication}", "public"), "utf-8")
    board = bscb_docs.read_board(tmp_path)
    text = bscb_docs.build(board, "april").text
    assert "<Strong>Legal: </Strong>To be asked by Jo Example." in text
    assert "<Strong>Finance: </Strong>- £200 a day." in text
    line = words.splitlines().index("risk: {{ jo-example.age }}") + 1
    assert [each.place.line for each in bscb_docs.check_documents(board) if each.code == "FIG-06"] == [line]


def test_a_few_lines_become_a_report(tmp_path: Path) -> None:
    """To whom, when, by whom in the post of that day, what is asked, and what is not recorded."""
    lines = built(tmp_path).splitlines()
    said = [line.partition(" | ")[2] for line in lines]
    at = lines.index("heading 2 | Next steps")
    assert lines[at + 1 : at + 3] == [
        "List Bullet | <Strong>Jo Example, by May 2018: </Strong>Tell every agency.",
        "List Bullet | <Strong>Executive Board, by June 2018: </Strong>Look at what came of it.",
    ]
    assert [line.replace("<Strong>", "").replace("</Strong>", "") for line in said[1:7]] == [
        "DRAFT version 0.1",
        "Money for Training",
        "Report to: Executive Board",
        "Date of meeting: 23 April 2018",
        "Report by: Jo Example, Board Manager",
        "Purpose: For decision",
    ]
    assert "Lettered Item | agree the budget" in lines
    assert "Lettered Item | endorse the programme" in lines
    assert [line for line in said if line.endswith("Not recorded.")] == [
        "<Strong>Finance: </Strong>Not recorded.",
        "<Strong>Equality: </Strong>Not recorded.",
        "<Strong>Risk: </Strong>Not recorded.",
    ]
    at = lines.index("heading 2 | Background")
    assert lines[at + 1 : at + 5] == [
        *("List Number | The money ends in May 2018.", "List Number | Two things are paid from it:"),
        *("List Bullet 2 | courses", "List Bullet 2 | a conference"),
    ]
    assert "Normal | <Strong>Publication: </Strong>This report is for general release." in lines


def test_what_comes_to_the_meeting_for_approval_is_named(tmp_path: Path) -> None:
    """Versions that go to the body, where this is its next meeting; not what goes elsewhere or is approved."""
    card = "# Document {0}: {1}\n\n# Issue {0} 0.9\nstate: {2}\ngoes to: {3}\n\n"
    papers = (
        ("rules", "Rules", "for approval", "Executive Board"),
        ("plan", "Plan", "draft", "Executive Board"),
        ("terms", "Terms", "for approval", "Council Group"),
    )
    (tmp_path / "more.md").write_text("# Body: Council Group\n\n" + "".join(card.format(*each) for each in papers))
    found = []
    for day in ("23 April 2018", "22 April 2018"):
        rows = f"body,date,state\nExecutive Board,{day},planned\nExecutive Board,23 April 2018,planned\n"
        (tmp_path / "meetings.csv").write_text(rows, encoding="utf-8")
        found.append("Normal | <Strong>For approval at this meeting: </Strong>Rules" in built(tmp_path).splitlines())
    assert found == [True, False]


def test_an_exempt_report_names_the_paragraph_of_the_act(tmp_path: Path) -> None:
    """Whoever may not read it is told under which paragraph, and what that keeps."""
    text = built(tmp_path, publication="exempt, paragraph 3")
    assert "under paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972: information about the" in text


def test_as_an_appendix_its_title_is_that_of_the_appendix(tmp_path: Path) -> None:
    """The title stands once, in the heading of the appendix; below it stands to whom the report goes."""
    lines = built(tmp_path, "pack").splitlines()
    assert [line for line in lines if line.endswith("Money for Training") and not line.startswith("toc")] == [
        "Appendix Heading | Money for Training"
    ]
    assert "heading 2 | Report to the Executive Board" in lines


@pytest.mark.parametrize(
    ("first", "publication", "message"),
    [
        ("The board notes this", "public", "begins with no verb. Write: note ..., agree ..., approve ..., endorse ..."),
        ("3. agree this", "public", "begins with no verb. Write: note ..., agree ..., approve ..., endorse ..."),
        (
            "agree this",
            "exempt, paragraph 8",
            'is neither. Write "public", or "exempt, paragraph 1" with a number up to 7.',
        ),
        ("agree this", "secret", 'is neither. Write "public", or "exempt, paragraph 1" with a number up to 7.'),
    ],
)
def test_a_line_that_says_nothing_sure_is_refused(first: str, publication: str, message: str, tmp_path: Path) -> None:
    """A request without a verb and a publication that the Act does not know are told with what to write."""
    (tmp_path / "board.md").write_text(BOARD.format(first=first, publication=publication), encoding="utf-8")
    (found,) = bscb_docs.read_board(tmp_path).findings
    assert f"{found.message} {found.mend}".endswith(message)


def test_what_happens_next_says_who_and_by_when(tmp_path: Path) -> None:
    """A step without either is refused with what to write, and a name that nobody bears is told."""
    board = BOARD.format(first="agree it", publication="public")
    told = {"Jo Example: tell every agency": "does not say who, by when and what", "Nobody, by May 2018: go": "Nobody"}
    for line, message in told.items():
        (tmp_path / "board.md").write_text(board.replace("Jo Example, by May 2018: tell every agency", line), "utf-8")
        found = bscb_docs.check(bscb_docs.read_board(tmp_path))
        assert [message in each.message for each in found if each.stops] == [True]


REPORT = "# Document yearly: The Year\nsection: narrative\n\n# Narrative yearly: The Year\n\n## One\n\nIt was good.\n"


def test_a_report_of_its_own_is_named_as_a_paper(tmp_path: Path) -> None:
    """The cover report says what goes with it to the meeting, and binds nothing in."""
    (tmp_path / "year.md").write_text(REPORT, encoding="utf-8")
    board = BOARD.replace("purpose:", "paper: yearly\npurpose:")
    (tmp_path / "board.md").write_text(board.format(first="agree it", publication="public"), encoding="utf-8")
    text = bscb_docs.build(bscb_docs.read_board(tmp_path), "april").text
    assert "Normal | <Strong>Papers with it: </Strong>The Year" in text.splitlines()
    assert "It was good." not in text


def test_the_decision_that_a_paper_wants_stands_there_with_its_options(tmp_path: Path) -> None:
    """As the paper words it, where it is of the body that the report goes to; that of another body is not there."""
    aside = "> Decision wanted: By the {}, who pays\n>\n> - one partner, at £7,500\n> - nobody, at no cost\n\n"
    report = REPORT + aside.format("Executive Board") + aside.format("Police").replace("who pays", "when")
    (tmp_path / "year.md").write_text(report, encoding="utf-8")
    board = BOARD.replace("purpose:", "paper: yearly\npurpose:")
    (tmp_path / "board.md").write_text(board.format(first="decide who pays", publication="public"), encoding="utf-8")
    lines = bscb_docs.build(bscb_docs.read_board(tmp_path), "april").text.splitlines()
    at = lines.index("heading 2 | What is to be decided")
    assert lines[at + 1] == "Normal | The Year asks for this decision, in its own words:"
    assert [line.partition(" | ")[2] for line in lines[at + 2 : at + 5]] == [
        *("Decision wanted 1: By the Executive Board, who pays", "one partner, at £7,500", "nobody, at no cost")
    ]
    assert not any("By the Police" in line for line in lines)


def test_who_binds_a_report_in_is_told_how_to_name_it(tmp_path: Path) -> None:
    """It cannot be an appendix, and the finding says which line to write."""
    (tmp_path / "year.md").write_text(REPORT, encoding="utf-8")
    board = BOARD.replace("outline: cover-report", "outline: cover-report\nappendix: yearly")
    (tmp_path / "board.md").write_text(board.format(first="agree it", publication="public"), encoding="utf-8")
    found = bscb_docs.build(bscb_docs.read_board(tmp_path), "april").findings
    (mend,) = (each.mend for each in found if each.code == "APP-01")
    assert mend.endswith("write {{ yearly.title }}, and as a paper beside a cover report, paper: yearly.")


def test_the_author_holds_the_post_that_prose_names(tmp_path: Path) -> None:
    """One post for a day, in the line of the author and set in prose: none that ended, and none still to come."""
    later = "post: Director of Policy, at Sample Board, from 2019\npost: Head of Policy"
    text = BOARD.format(first="agree the budget", publication="public").replace("post: Head of Policy", later)
    text = text.replace("The money ends", "The {{ jo-example.post }} says that the money ends")
    text = text.replace("Money for Training\n", "Money for Training\nas at: 5 April 2018\n")
    (tmp_path / "board.md").write_text(text, encoding="utf-8")
    lines = bscb_docs.build(bscb_docs.read_board(tmp_path), "april").text.splitlines()
    assert any(line.endswith("Report by: </Strong>Jo Example, Board Manager") for line in lines)
    assert any("The Board Manager says" in line for line in lines)

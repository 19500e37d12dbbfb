"""What changed since an issue: each change planted in records and prose is named once, and nothing else is."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from issued_boards import edit, example, issue, read

import bscb_docs
from bscb_docs import BoardError
from bscb_docs.cli import main

PAPER = "overview-of-progress"
PLAN, REPORT = "plan-2025-27.md", "scrutineer-report-2025-26.md"
MEASURES, READINGS = "year-2025-26/measures.md", "year-2025-26/readings.csv"
OBJECTIVES, UPDATES = "year-2025-26/objectives.md", "year-2025-26/updates-q2.md"
PLANTED: list[tuple[str, str, str, str]] = [
    # file, what stood there, what stands there now, what must be named
    (OBJECTIVES, "due: May 2025\n", "due: July 2025\n", 'Objective O25-01, due: "May 2025" is now "July 2025". Nobody'),
    (
        OBJECTIVES,
        "O25-02: Signing the review\naction: T1-25-1\nowner: Lead",
        "O25-02: Signing the review\naction: T1-25-2\nowner: Lead",
        "Objective O25-02, action",
    ),
    (OBJECTIVES, "supported by: Harrowmere Constabulary\n", "", "Objective O25-03, supported by"),
    (OBJECTIVES, "moved: to March 2026, on 20", "moved: to April 2026, on 20", "Objective O25-03, moved"),
    (OBJECTIVES, "one page that every", "two pages that every", "Objective O25-04, measure"),
    (OBJECTIVES, "Set out the shared budget in one page.", "Set out the budget in one page.", "Objective O25-04, text"),
    (
        UPDATES,
        "status: Delivered\nby: Harrowmere Council",
        "status: On track\nby: Harrowmere Council",
        "O25-05 Q2 2025-26, status",
    ),
    (UPDATES, "written with a health visitor", "written with two health visitors", "Update O25-06 Q2 2025-26, text"),
    (UPDATES, "by: Quality and Impact Group\n", "by: Partnership Support Team\n", "Update O25-08 Q2 2025-26, by"),
    (
        UPDATES,
        "without the grant to the Partnership Executive, by December",
        "without the grant to the Partnership Executive, by May",
        "O25-11",
    ),
    ("year-2025-26/milestones.csv", "28 May 2025", "29 May 2025", "Families have read the draft strategy, done on"),
    ("year-2025-26/readings.csv", "118 of 640", "119 of 640", "Reading"),
    ("year-2025-26/tasks.csv", "Agree the questions", "Settle the questions", "Task W25-01, text"),
    (
        PLAN,
        "revision: Refreshed March 2026, on 19",
        "revision: Refreshed March 2026, on 18",
        "Plan Business Plan, revision",
    ),
    (PLAN, "- learns from what went wrong and from what went well\n", "", 'Purpose, text: "learns from'),
    (PLAN, "Every decision begins with", "Each decision begins with", "Principle Children first, text"),
    (
        PLAN,
        "## Principle: One team",
        "## Principle: One team of many",
        'Principle One team of many, title: "One team" is now',
    ),
    (PLAN, "short title: Neglect\n", "short title: Neglect Seen\n", "Priority T2, short title"),
    (PLAN, "measure: M26-1", "measure: Each decision names who acts", "Outcome T1-O1, measure"),
    (PLAN, "owner: Harrowmere Voluntary Action\n", "", 'Action T2-26-4, owner: "Harrowmere Voluntary Action" is gone.'),
    (REPORT, "I have seen no arrangement", "I know no arrangement", "Narrative accountability-report, paragraph 2.1"),
    (
        REPORT,
        "How often each group met is shown in [table](#meetings).\n\n",
        "",
        "Narrative accountability-report, paragraph 2.5",
    ),
    (
        REPORT,
        "   - one adult who stays\n",
        "   - one adult who stays\n   - a room to meet in\n",
        '"a room to meet in" is new',
    ),
    ("figures.md", "value: 186", "value: 144", "Recorded figure young-people-heard, value"),
    (
        "people.md",
        "at Harrowmere Constabulary, from January 2024",
        "at Harrowmere Constabulary, from March 2024",
        "Alex Instance",
    ),
]


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example board, with its overview issued."""
    board = example(tmp_path_factory.mktemp("issued"), "harrowmere")
    issue(board, PAPER, by="Partnership Executive", on="23 April 2026")
    return board


@pytest.fixture
def board(issued: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may change."""
    return Path(shutil.copytree(issued.parent, tmp_path / "copy")) / issued.name


def test_an_unchanged_board_has_no_change(board: Path) -> None:
    """Frozen and read back, the records are those that were issued."""
    changes = bscb_docs.changes_since(read(board))
    assert (changes.records, changes.figures) == ((), ())
    assert "nothing was changed" in str(changes)


@pytest.mark.parametrize(("file", "old", "new", "named"), PLANTED, ids=[row[3][:40] for row in PLANTED])
def test_a_planted_change_is_named_alone(file: str, old: str, new: str, named: str, board: Path) -> None:
    """One edit is one change."""
    edit(board / file, old, new)
    found = [str(change) for change in bscb_docs.changes_since(read(board)).records]
    assert len(found) == 1
    assert named in found[0]


def test_all_25_planted_changes_are_named_and_no_other(board: Path) -> None:
    """Together as alone; and each has the file and line where it stands now, unless it is gone."""
    assert len(PLANTED) == 25
    for file, old, new, _ in PLANTED:
        edit(board / file, old, new)
    changes = bscb_docs.changes_since(read(board))
    said = [str(change) for change in changes.records]
    assert [row[3] for row in PLANTED if sum(row[3] in each for each in said) != 1] == []
    assert len(said) == 25
    assert all(change.place.file for change in changes.records if change.new)


def test_what_a_document_does_not_print_is_left_out(board: Path) -> None:
    """The overview prints updates of actions and figures of its choice, no paragraph of the report."""
    edit(board / REPORT, "I have seen no arrangement", "I know no arrangement")
    edit(board / "figures.md", "value: 186", "value: 144")
    changes = bscb_docs.changes_since(read(board), PAPER)
    assert [change.subject for change in changes.records] == ["Recorded figure young-people-heard, value"]
    assert [(c.subject, c.old, c.new) for c in changes.figures] == [("Figure young-people-heard, value", "186", "144")]


def test_the_text_beneath_a_grouping_heading_is_of_the_document_that_prints_it(tmp_path: Path) -> None:
    """What stands beneath `## Priorities` is printed by the plan, and its change is told of the plan."""
    folder = example(tmp_path, "harrowmere")
    issue(folder, "business-improvement-plan", by="Partnership Executive", on="23 April 2026")
    edit(folder / PLAN, "Each priority gathers a theme", "A priority gathers a theme")
    changes = bscb_docs.changes_since(read(folder), "business-improvement-plan")
    assert [change.subject for change in changes.records] == ["Group, text"]


def test_a_measure_is_of_the_document_that_prints_it_beside_an_outcome(tmp_path: Path) -> None:
    """The plan says below each outcome where its measure is and should come to; a measure of no outcome is left out."""
    folder = example(tmp_path, "harrowmere")
    issue(folder, "business-improvement-plan", by="Partnership Executive", on="23 April 2026")
    edit(folder / MEASURES, "later target: 90%, by March 2027", "later target: 95%, by March 2027")
    edit(folder / MEASURES, "target: 60%", "target: 61%")
    edit(folder / READINGS, "22 of 31", "23 of 31")
    changes = bscb_docs.changes_since(read(folder), "business-improvement-plan")
    said = {change.about for change in changes.records}
    assert said == {"Measure M25-4", "Reading M25-4 Q4 2025-26"}


def test_a_figure_that_no_text_of_a_document_sets_is_left_out(board: Path) -> None:
    """A meeting more changes figures of the board, and the overview says none of them."""
    with (board / "more.md").open("w", encoding="utf-8") as file:
        file.write("# Meeting\nbody: Partnership Executive\ndate: 3 March 2026\nstate: held\n")
    of_board, of_paper = (bscb_docs.changes_since(read(board), name).figures for name in (None, PAPER))
    assert "Figure partnership-executive.meetings-held" in {change.about for change in of_board}
    assert of_paper == ()


def move(report: Path, paragraph: str) -> None:
    """The paragraph stands further up."""
    edit(report, paragraph, "")
    edit(report, "I am independent", f"{paragraph}I am independent")


MORE: dict[str, tuple[Callable[[Path], object], str]] = {
    "a new record": (
        lambda board: (board / "new.md").write_text("# Organisation: A New School\n", encoding="utf-8"),
        "Organisation A New School is new.",
    ),
    "a meeting more": (
        lambda board: (board / "new.md").write_text(
            "# Meeting\nbody: Executive\ndate: 3 March 2026\nstate: held\nattended: Council\nattended: ICB\n",
            encoding="utf-8",
        ),
        "Meeting Executive 3 March 2026 is new. State: held. Attended: Council; ICB.",
    ),
    "a record taken out": (
        lambda board: edit(
            board / "words-we-use.md", "## Term: Multi-Agency Safeguarding Hub\nabbreviation: MASH\n", ""
        ),
        "Term Multi-Agency Safeguarding Hub is gone.",
    ),
    "a paragraph moved": (
        lambda board: move(board / REPORT, "How often each group met is shown in [table](#meetings).\n\n"),
        "stands in another place.",
    ),
    "why something was not recorded": (
        lambda board: edit(board / "learning.md", "because rapid reviews are not published", "because nobody knows"),
        '"not recorded, because rapid reviews are not published" is now "not recorded, because nobody knows".',
    ),
    "that something is not recorded": (
        lambda board: edit(board / "learning.md", "theme: harm online\n", "theme: not recorded, because none fits\n"),
        'theme: "not recorded, because none fits" is new.',
    ),
    "that something is no longer said to be not recorded": (
        lambda board: edit(
            board / "learning.md", "published: not recorded, because rapid reviews are not published\n", ""
        ),
        '"not recorded, because rapid reviews are not published" is gone.',
    ),
}


@pytest.mark.parametrize(("change", "said"), MORE.values(), ids=list(MORE))
def test_other_changes_are_named(change: Callable[[Path], object], said: str, board: Path) -> None:
    """One change for each, in the board's own words."""
    change(board)
    found = [str(each) for each in bscb_docs.changes_since(read(board)).records]
    assert any(said in each for each in found), found


def test_the_command_prints_text_json_proposals_and_a_word_file(board: Path) -> None:
    """And says which versions there are, where one is asked for that was not issued."""
    edit(board / PLAN, "Every decision begins with", "Each decision begins with")
    plain = CliRunner().invoke(main, ["diff", str(board)]).output
    assert f"Since version 0.2 of {PAPER}, issued on 23 April 2026:" in plain
    as_json = json.loads(CliRunner().invoke(main, ["diff", str(board), "--format", "json"]).output)
    assert [each["about"] for each in as_json["records"]] == ["Principle Children first"]
    proposed = CliRunner().invoke(main, ["diff", str(board), "--propose"]).output
    assert proposed == "changed: Principle Children first: text changed.\n"
    wrong = CliRunner().invoke(main, ["diff", str(board), "accountability"])
    assert (wrong.exit_code, wrong.output) == (1, f"accountability was not issued. Issued were: {PAPER} 0.2.\n")
    word = board.parent / "changes.docx"
    assert CliRunner().invoke(main, ["diff", str(board), "--word", str(word)]).exit_code == 0
    text = bscb_docs.document_text(word)
    assert "Changes since version 0.2" in text
    assert "DRAFT" not in text
    assert "[cell] Table Text | <Strong>Every</Strong> decision begins" in text
    assert "[cell] Table Text | <Strong>Each</Strong> decision begins" in text
    assert [f for f in bscb_docs.check_document(word) if f.stops] == []


def test_of_a_document_that_was_never_issued_every_record_that_it_prints_is_new(tmp_path: Path) -> None:
    """Each with its values, so that meetings, readings and sums can be held against minutes and returns."""
    board = example(tmp_path, "harrowmere")
    word = tmp_path / "new.docx"
    said = CliRunner().invoke(main, ["diff", str(board), "accountability-report", "--word", str(word)]).output
    assert said.startswith("accountability-report was never issued, so that all that it prints is new:\n- ")
    assert "- Reading M25-1 Q4 2025-26 is new. Value: 118 of 640. As at: 31 March 2026." in said
    assert "- Contribution Harrowmere Council 2025-26 is new. Amount: £121,000.\n" in said
    assert "not recorded, because the constabulary has not decided." in said
    assert "Partnership Executive 24 April 2025 is new. State: held. " in said
    assert "Partnership Executive 15 January 2026" not in said
    assert "was never issued" in bscb_docs.document_text(word)


def test_what_was_never_issued_has_no_changes(tmp_path: Path) -> None:
    """The message says so, and how all that a document prints is told."""
    with pytest.raises(BoardError, match=r"Nothing was issued yet, .* Name a document of the register"):
        bscb_docs.changes_since(read(example(tmp_path)))

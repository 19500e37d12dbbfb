"""What the records of today may not do against those that were issued: a case for each cause."""

import json
import shutil
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest
from attrs import evolve
from click.testing import CliRunner
from issued_boards import edit, in_file, issue, read
from small_boards import BOARD

import bscb_docs
from bscb_docs.cli import main
from bscb_docs.history.issue_lines import IssueLine, as_text, chained

REGISTER = """# Document plan: Plan of a Test
outline: business-improvement-plan
as at: 5 April 2018
section: cover
section: priorities

# Issue plan 1.0
as at: 5 April 2018
author: Jo Example
approved by: not recorded, because nobody was asked
changed: First version.
"""
PLAN = """# Plan: Plan of a Test
years: 2018-19

# Person: Jo Example

# Status: On course
means: in progress, on course

Work goes as planned.

# Priority P1: Early Help

## Outcome P1-O1: Seen

Children are seen.

## Action P1-18-1
owner: Jo Example
due: December 2018
moved: to February 2019, on 1 March 2018, by Jo Example, because the roof leaks

Open the first family centre.

## Action P1-18-2
owner: Jo Example
due: March 2019

Open the second family centre.
"""
UPDATES = """# Update P1-18-1
period: Q1 2018-19
status: On course
as at: 30 June 2018

The builders are at work.
"""
TAG_FILES = "bag-info.txt", "bagit.txt", "manifest-sha256.txt"
Change = Callable[[Path], object]


@pytest.fixture
def board(tmp_path: Path) -> Path:
    """A board with a plan that was issued, and an update of it."""
    folder = tmp_path / "board"
    folder.mkdir()
    for name, text in (("board", BOARD), ("documents", REGISTER), ("plan", PLAN), ("updates", UPDATES)):
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    issue(folder, "plan")
    return folder


def lead_to(name: str, board: Path) -> None:
    """One more line in the register of issues, which says that its files lie in that folder."""
    path = board / "issued/register.jsonl"
    line = IssueLine(**json.loads(path.read_text(encoding="utf-8")))
    path.write_bytes(as_text(chained([line], [evolve(line, version="1.1", folder=name)])))


CAUSES: dict[str, tuple[str, str, Change]] = {
    "a file changed": (
        "ISS-02",
        "records.json of version 1.0 of plan, issued on 5 April 2018, was changed.",
        in_file("issued/plan/1.0/data/records.json", "family", "children's"),
    ),
    "a file missing": (
        "ISS-02",
        "bag-info.txt of version 1.0 of plan, issued on 5 April 2018, is missing.",
        lambda board: (board / "issued/plan/1.0/bag-info.txt").unlink(),
    ),
    "a file put there": (
        "ISS-02",
        "notes.txt of version 1.0 of plan, issued on 5 April 2018, was put there later.",
        lambda board: (board / "issued/plan/1.0/notes.txt").write_text("Mine."),
    ),
    "the sums written anew": (
        "ISS-02",
        "tagmanifest-sha256.txt of version 1.0 of plan",
        in_file("issued/plan/1.0/tagmanifest-sha256.txt", "bagit.txt", "bag.txt"),
    ),
    "a line of the register changed": (
        "ISS-02",
        "is missing",
        in_file("issued/register.jsonl", "plan/1.0", "plan/1.1"),
    ),
    "a line that is none": (
        "ISS-02",
        "Line 2 of the register of issues cannot be read.",
        lambda board: append(board / "issued/register.jsonl", "Issued 1.1 too\n"),
    ),
    "a line put between": (
        "ISS-02",
        "Line 2 of the register of issues does not follow from the line before it.",
        lambda board: twice(board / "issued/register.jsonl"),
    ),
    **{
        f"a line that leads to {name!r}": (
            "ISS-02",
            f'Line 2 of the register of issues names a folder outside of the issues, "{name}".',
            partial(lead_to, name),
        )
        for name in ("", ".", "/", "plan/../..", "C:")
    },
    "sums of a file elsewhere": (
        "ISS-02",
        '5 April 2018, names a file outside of its folder, "/etc/hosts".',
        lambda board: append(board / "issued/plan/1.0/manifest-sha256.txt", f"{'0' * 64}  /etc/hosts\n"),
    ),
    "a code without an issue": (
        "ISS-02",
        "Version 1.1 of plan has a check code, and is not in the register of issues.",
        lambda board: append(board / "documents.md", "\n# Issue plan 1.1\ncheck code: ABCDE-FGHJK\n"),
    ),
    "something else among the issues": (
        "ISS-03",
        "notes.md lies among the issues and belongs to none of them",
        lambda board: (board / "issued/notes.md").write_text("# Plan: Other\n"),
    ),
    "the last line of the register changed": (
        "ISS-02",
        'bag-info.txt of version 1.0 of plan says "Executive Board", and the register of issues "Learning Group".',
        in_file("issued/register.jsonl", '"by": "Executive Board"', '"by": "Learning Group"'),
    ),
    "the register taken away": (
        "ISS-02",
        "Version 1.0 of plan has a check code, and is not in the register of issues.",
        lambda board: (board / "issued/register.jsonl").unlink(),
    ),
    "the register emptied": (
        "ISS-02",
        "Version 1.0 of plan has a check code, and is not in the register of issues.",
        lambda board: (board / "issued/register.jsonl").write_text(""),
    ),
    "all that was issued taken away": (
        "ISS-02",
        "Version 1.0 of plan has a check code, and is not in the register of issues.",
        lambda board: shutil.rmtree(board / "issued"),
    ),
    "another approval on the card": (
        "ISS-05",
        "Version 1.0 of plan was issued by Executive Board on 5 April 2018; its card does not say so.",
        in_file("documents.md", "approved by: Executive Board, 5 April 2018", "approved by: Jo Example, 1 May 2018"),
    ),
    "a number used twice": (
        "ISS-04",
        "Version 1.0 of plan is listed already, at documents.md:7:1.",
        lambda board: append(board / "documents.md", "\n# Issue plan 1.0\nstate: draft\n"),
    ),
    "back to draft": (
        "ISS-05",
        "Version 1.0 of plan was issued as approved on 5 April 2018; its card says draft.",
        in_file("documents.md", "state: approved", "state: draft"),
    ),
    "another check code": ("ISS-05", "its card has AAAAA-AAAAA.", lambda board: new_code(board)),
    "a card taken out": (
        "ISS-05",
        "The register of documents no longer lists version 1.0 of plan",
        in_file("documents.md", "# Issue plan 1.0", "# Issue plan 2.0"),
    ),
    "an action vanished": (
        "ISS-06",
        "Action P1-18-2 was in the records of version 1.0 of plan, and is gone.",
        in_file("plan.md", "## Action P1-18-2", "## Action P1-18-3"),
    ),
    "a deadline moved without a word": (
        "ISS-07",
        "was March 2019 when version 1.0 of plan was issued, and is May 2019 now",
        in_file("plan.md", "due: March 2019", "due: May 2019"),
    ),
    "a deadline put off in place of the line that put it off": (
        "ISS-07",
        "The deadline of P1-18-1 had moved to February 2019 when version 1.0 of plan was issued; that line is gone.",
        in_file("plan.md", "moved: to February 2019", "moved: to May 2019"),
    ),
    "a deadline taken away": ("ISS-07", "and is gone now", in_file("plan.md", "due: March 2019\n", "")),
    "an update changed": (
        "ISS-08",
        "P1-18-1 Q1 2018-19 stood in the records of version 1.0 of plan, and was changed: text.",
        in_file("updates.md", "are at work", "are late"),
    ),
    "an update put under other work": (
        "ISS-08",
        "and stands under P1-18-2 now.",
        in_file("updates.md", "Update P1-18-1", "Update P1-18-2"),
    ),
    "an update taken out": ("ISS-08", "and is gone.", lambda board: (board / "updates.md").unlink()),
}


def append(path: Path, text: str) -> None:
    """The file with those words at its end."""
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def twice(path: Path) -> None:
    """The file with its lines once more at its end."""
    append(path, path.read_text(encoding="utf-8"))


def new_code(board: Path) -> None:
    """Another check code on the version's card."""
    lines = (board / "documents.md").read_text(encoding="utf-8").splitlines(keepends=True)
    changed = ["check code: AAAAA-AAAAA\n" if line.startswith("check code") else line for line in lines]
    (board / "documents.md").write_text("".join(changed), encoding="utf-8")


@pytest.mark.parametrize(("code", "said", "change"), CAUSES.values(), ids=list(CAUSES))
def test_a_cause_is_found(code: str, said: str, change: Change, board: Path) -> None:
    """With its code, in words that name the version and what became of it."""
    before = {finding.code for finding in bscb_docs.check(read(board))}
    assert not [each for each in before if each.startswith("ISS")]
    change(board)
    found = [str(finding) for finding in bscb_docs.check(read(board)) if finding.code == code]
    assert any(said in each for each in found), found


STANDING = [name for name, (code, *_) in CAUSES.items() if code in {"ISS-02", "ISS-03", "ISS-04", "ISS-05"}]


@pytest.mark.parametrize("name", STANDING)
def test_what_no_longer_stands_is_no_proof(name: str, board: Path) -> None:
    """The command that proves says the same as the check, and ends as one that found something."""
    _, said, change = CAUSES[name]
    change(board)
    told = CliRunner().invoke(main, ["verify", str(board)])
    assert (told.exit_code, said in told.output) == (1, True), told.output


def test_records_that_name_another_approval_are_no_proof(board: Path) -> None:
    """The check code holds the records, and these who approved: both registers and the bag may be written anew."""
    (version,) = bscb_docs.verify_issues(read(board))
    bag, line = board / "issued/plan/1.0", version.line
    edit(bag / "bag-info.txt", line.by, "Learning Group")
    sums = [f"{sha256((bag / name).read_bytes()).hexdigest()}  {name}\n" for name in TAG_FILES]
    (bag / "tagmanifest-sha256.txt").write_text("".join(sums), encoding="utf-8")
    forged = evolve(line, by="Learning Group", bag=sha256("".join(sums).encode()).hexdigest())
    (board / "issued/register.jsonl").write_bytes(as_text([forged]))
    edit(board / "documents.md", "approved by: Executive Board", "approved by: Learning Group")
    told = CliRunner().invoke(main, ["verify", str(board)])
    said = "In its own records: Version 1.0 of plan was issued by Learning Group on 5 April 2018; its card does not"
    assert (told.exit_code, said in told.output) == (1, True), told.output


FINE: dict[str, Change] = {
    "a deadline moved with a word": in_file(
        "plan.md",
        "due: March 2019",
        "due: March 2019\nmoved: to May 2019, on 1 June 2018, by Jo Example, because of rain",
    ),
    "a later update": lambda board: append(
        board / "updates.md",
        "\n# Update P1-18-1\nperiod: Q2 2018-19\nstatus: On course\nas at: 30 September 2018\n\nDone.\n",
    ),
    "a new version": lambda board: append(board / "documents.md", "\n# Issue plan 1.1\nstate: draft\n"),
    "an action more": in_file(
        "plan.md", "## Action P1-18-2", "## Action P1-18-3\n\nAsk families.\n\n## Action P1-18-2"
    ),
    "what a drive leaves behind": lambda board: (board / "issued/plan/1.0/desktop.ini").write_text("[x]"),
    "a lock file": lambda board: (board / "issued/plan/1.0/data/~$plan.docx").write_text("x"),
}


@pytest.mark.parametrize("change", FINE.values(), ids=list(FINE))
def test_what_may_happen_after_an_issue_is_no_finding(change: Change, board: Path) -> None:
    """Nothing is told of it."""
    change(board)
    assert [str(f) for f in bscb_docs.check(read(board)) if f.code.startswith("ISS")] == []


def test_what_issuing_writes_itself_is_no_change(board: Path) -> None:
    """The card said that nobody had approved it yet, and says now who did."""
    assert "approved by: Executive Board, 5 April 2018" in (board / "documents.md").read_text(encoding="utf-8")
    assert bscb_docs.changes_since(read(board), "plan").records == ()


def test_a_period_that_is_told_since_is_no_change(board: Path) -> None:
    """A table's name gives its updates a period now; a version that was issued before had none of them."""
    edit(board / "updates.md", "period: Q1 2018-19\n", "")
    shutil.rmtree(board / "issued")
    (board / "documents.md").write_text(REGISTER, encoding="utf-8")
    issue(board, "plan")
    edit(board / "updates.md", "status: On", "period: Q1 2018-19\nstatus: On")
    assert [str(f) for f in bscb_docs.check(read(board)) if f.code.startswith("ISS")] == []


@pytest.mark.parametrize(("state", "is_told"), [("approved", True), ("draft", False), ("for approval", False)])
def test_what_was_approved_and_never_issued_is_a_note(state: str, is_told: bool, board: Path) -> None:
    """Nothing keeps what it said; a version that was issued, or is none to be kept yet, needs no word."""
    assert "ISS-09" not in {each.code for each in bscb_docs.check(read(board))}
    shutil.rmtree(board / "issued")
    text = REGISTER.replace("as at: 5 April 2018\nauthor", f"state: {state}\nas at: 5 April 2018\nauthor")
    (board / "documents.md").write_text(text.replace("not recorded, because nobody was asked", "Jo Example"), "utf-8")
    assert ("ISS-09" in {each.code for each in bscb_docs.check(read(board))}) is is_told


UNREAD: dict[str, Change] = {
    "a deadline that is no date": in_file("plan.md", "due: March 2019", "due: Marhc 2019"),
    "a deadline without its colon": in_file("plan.md", "due: March 2019", "due March 2019"),
    "a deadline under a field of another name": in_file("plan.md", "due: March 2019", "deu: March 2019"),
    "a moved line that cannot be read": in_file("plan.md", "moved: to February", "moved: to Febuary"),
    "a heading misspelt": in_file("plan.md", "## Action P1-18-2", "## Acton P1-18-2"),
    "a heading without its hashes": in_file("plan.md", "## Action P1-18-2", "Action P1-18-2"),
    "a plan that is no text": lambda board: (board / "plan.md").write_bytes(b"PK\x03\x04" + bytes(60)),
    "updates in a file that ends in .txt": lambda board: (board / "updates.md").rename(board / "updates.md.txt"),
    "an update's heading misspelt": in_file("updates.md", "# Update P1", "# Updte P1"),
    "an update's day that is none": in_file("updates.md", "as at: 30 June", "as at: 31 June"),
    "an update's status that is none": in_file("updates.md", "status: On course", "status: On cuorse"),
}


@pytest.mark.parametrize("change", UNREAD.values(), ids=list(UNREAD))
def test_what_cannot_be_read_is_not_said_to_be_gone(change: Change, board: Path) -> None:
    """It is told as what it is, and nothing else follows from it in what was issued."""
    change(board)
    found = bscb_docs.check(read(board))
    assert [str(f) for f in found if f.code.startswith("ISS")] == []
    assert [f for f in found if f.stops or f.code == "FIL-10"]


def test_a_date_that_cannot_be_read_hides_no_other_change(board: Path) -> None:
    """The deadline of one action cannot be read; that of the other was moved without a word, and is told."""
    edit(board / "plan.md", "due: March 2019", "due: Marhc 2019")
    edit(board / "plan.md", "due: December 2018", "due: January 2019")
    found = [f.about for f in bscb_docs.check(read(board)) if f.code == "ISS-07"]
    assert found == ["P1-18-1"]


def test_a_version_that_prints_a_moved_deadline_is_not_told_beside_it(board: Path) -> None:
    """That it is no longer printed as it was issued follows from the deadline; of changed prose it is told."""
    edit(board / "plan.md", "due: December 2018", "due: January 2019")
    moved = bscb_docs.check_documents(read(board), ["plan"])
    assert [finding.code for finding in moved if finding.code.startswith("ISS")] == ["ISS-07"]
    assert [finding.code for finding in bscb_docs.build(read(board), "plan").findings if finding.stops] == ["ISS-01"]


def test_the_version_that_is_named_is_of_a_document_that_prints_the_record(board: Path) -> None:
    """The last issue held the deadline too, and whoever looks it up there finds none."""
    cover = REGISTER.replace("section: priorities\n", "").replace("plan: Plan", "letter: Letter")
    with (board / "documents.md").open("a", encoding="utf-8") as file:
        file.write("\n" + cover.replace("# Issue plan", "# Issue letter"))
    issue(board, "letter")
    edit(board / "plan.md", "due: March 2019", "due: May 2019")
    edit(board / "updates.md", "builders are", "roofers are")
    found = {f.code: f.message for f in bscb_docs.check(read(board)) if f.code in {"ISS-07", "ISS-08"}}
    assert "was March 2019 when version 1.0 of plan was issued" in found["ISS-07"]
    assert "stood in the records of version 1.0 of letter" in found["ISS-08"]

"""A version that was issued stands: no edit of records, look or code changes its paper without being told."""

import json
import re
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from issued_boards import edit, edit_word, example, in_file, issue, read
from one_section import house_parts, paragraph, template
from word_files import packed

import bscb_docs
from bscb_docs import Finding, StoppedError
from bscb_docs.history.word_changes import look_changes
from bscb_docs.ooxml.package import read_parts
from bscb_docs.word_writer.assembly import assembled_document

PLAN = "business-improvement-plan"
REPORT = "accountability-report"
Edit = Callable[[Path], None]


def add_row(board: Path) -> None:
    """One more meeting in the log, which a figure of the report counts."""
    with (board / "meetings.csv").open("a", encoding="utf-8") as log:
        log.write("Executive Board,January 2018,held,A school,A school,Nothing,\n")


def own_house(board: Path) -> None:
    """A house file of the board's own, its words in another size."""
    parts = house_parts()
    styles = parts["word/styles.xml"].replace(b'w:sz w:val="24"', b'w:sz w:val="26"')
    assert styles != parts["word/styles.xml"]
    (board / "house.docx").write_bytes(packed(parts | {"word/styles.xml": styles}))


def template_words(board: Path) -> None:
    """The plugin's template says something else."""
    (board.parent / "plugins" / "extra.docx").write_bytes(packed(template(paragraph("Otherwise {{ words }}"))))


def template_look(board: Path) -> None:
    """The plugin's template sets the same words in another style."""
    (board.parent / "plugins" / "extra.docx").write_bytes(packed(template(paragraph("{{ words }}", "ListBullet"))))


EDITS: dict[str, tuple[str, Edit]] = {
    "words of an action": (PLAN, in_file("plan.md", "child neglect {#neglect}", "neglect {#neglect}")),
    "a deadline": (PLAN, in_file("plan.md", "### Action P1-18-1\n", "### Action P1-18-1\ndue: March 2019\n")),
    "a point taken out": (PLAN, in_file("plan.md", "- child neglect {#neglect}\n", "")),
    "words of the report": (REPORT, in_file("report-2017-18.md", "Through the year I met", "In the year I met")),
    "a row that a figure counts": (REPORT, add_row),
    "a recorded figure": (REPORT, in_file("updates/2017-18.md", "value: 20", "value: 21")),
    "the board's name": (PLAN, in_file("board.md", "# Board: Birmingham", "# Board: Greater Birmingham")),
    "who signed": (REPORT, in_file("report-2017-18.md", "signed by: ", "signed by: Reese Hypothetical; ")),
    "a person's name": (REPORT, in_file("board.md", "Person: Casey Placeholder", "Person: Casey Placeholder-Smith")),
    "a document's title": (
        PLAN,
        in_file("documents.md", "Business Improvement Plan\nyears", "Improvement Plan\nyears"),
    ),
    "a document's day": (PLAN, in_file("documents.md", "as at: March 2018\nchanged", "as at: April 2018\nchanged")),
    "a section taken out": (PLAN, in_file("documents.md", "section: our-priorities\n", "")),
    "a marking": (PLAN, in_file("documents.md", "March 2018\nmarking: none", "March 2018\nmarking: OFFICIAL")),
    "who approved it": (REPORT, in_file("documents.md", "Executive Board, 5 April", "Somebody, 5 April")),
    "the check code": (REPORT, in_file("documents.md", "check code: ", "check code: X")),
    "the house file": (PLAN, own_house),
    "a template's words": (PLAN, template_words),
    "a template's look": (PLAN, template_look),
    "a plugin's code": (PLAN, lambda board: edit(board.parent / "plugins" / "extra.py", "Typed in", "Written in")),
    "a version back to draft": (
        PLAN,
        in_file("documents.md", f"{PLAN} 1.0\nstate: approved", f"{PLAN} 1.0\nstate: draft"),
    ),
    "a version taken out": (PLAN, in_file("documents.md", f"## Issue {PLAN} 1.0", f"## Issue {PLAN} 1.0.1")),
    "a version given twice": (PLAN, in_file("documents.md", "# Issues\n", f"# Issue {PLAN} 1.0\n\n# Issues\n")),
    "the frozen Word file": (
        PLAN,
        lambda board: edit_word(frozen(board, ".docx"), lambda x: x.replace(b"the", b"a", 1)),
    ),
    "the frozen records": (PLAN, lambda board: edit(frozen(board, "records.json"), "neglect", "neglected")),
    "a frozen file taken away": (PLAN, lambda board: frozen(board, ".docx").unlink()),
    "the register of issues": (PLAN, in_file("issued/register.jsonl", "Executive Board", "Somebody")),
    "all that was issued taken away": (PLAN, lambda board: shutil.rmtree(board / "issued")),
}


def frozen(board: Path, end: str) -> Path:
    """The frozen file of the plan with that ending."""
    return next(path for path in (board / "issued" / PLAN / "1.0" / "data").iterdir() if path.name.endswith(end))


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example board with every document issued."""
    board = example(tmp_path_factory.mktemp("issued"))
    edit(board / "documents.md", "section: foreword", "section: extra\nsection: foreword")
    (board.parent / "plugins" / "extra.docx").write_bytes(packed(template(paragraph("{{ words }}"))))
    issue(board)
    return board


@pytest.fixture
def board(issued: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may spoil."""
    shutil.copytree(issued.parent, tmp_path / "copy")
    return tmp_path / "copy" / issued.name


@pytest.mark.parametrize(("document", "change"), EDITS.values(), ids=list(EDITS))
def test_no_edit_makes_an_issued_document_differ_silently(document: str, change: Edit, board: Path) -> None:
    """After it the document is refused, or is a draft that says so on every page; a finding that stops says why."""
    change(board)
    found: tuple[Finding, ...]
    try:
        published = bscb_docs.publish(read(board), document, board.parent / "out", pages=False)
    except StoppedError as stopped:
        found = stopped.findings
        assert not (board.parent / "out").exists()
    else:
        found = published.findings
        assert published.built.document.is_draft
    assert {finding.code for finding in found if finding.stops} & {"ISS-01", "ISS-02", "ISS-04", "ISS-05"}


def test_an_unchanged_version_gives_the_frozen_bytes_back(board: Path) -> None:
    """Also after records came to the board that the version does not print, and with page numbers asked for."""
    (board / "later.md").write_text("# Organisation: A Later School\n", encoding="utf-8")
    published = bscb_docs.publish(read(board), PLAN, board.parent / "out", pages=True)
    assert published.saved.path.read_bytes() == frozen(board, ".docx").read_bytes()


def test_a_refusal_names_the_passages(board: Path) -> None:
    """What was issued, when, by whom; what stands there now; and what to do."""
    edit(board / "plan.md", "child neglect {#neglect}", "children's neglect {#neglect}")
    with pytest.raises(StoppedError) as stopped:
        bscb_docs.publish(read(board), PLAN, board.parent / "out", pages=False)
    said = next(str(finding) for finding in stopped.value.findings if finding.code == "ISS-01")
    assert "Version 1.0 of Business Improvement Plan was issued on 5 April 2018 by Executive Board" in said
    assert 'one passage differs now: "child neglect" is now "children’s neglect"' in said
    assert "Give it a new version" in said


def test_a_refused_version_that_was_issued_is_given_the_card_of_a_new_one(board: Path) -> None:
    """The card is as it stands in the words: with it the same records are built, as a draft."""
    edit(board / "plan.md", "child neglect {#neglect}", "children's neglect {#neglect}")
    with pytest.raises(StoppedError) as stopped:
        bscb_docs.publish(read(board), PLAN, board.parent / "out", pages=False)
    heading, state = re.findall('"([^"]+)"', str(stopped.value))
    assert (heading, state) == (f"# Issue {PLAN} 1.1", "state: draft")
    register = board / "documents.md"
    register.write_text(f"{register.read_text(encoding='utf-8')}\n{heading}\n{state}\n", encoding="utf-8")
    assert bscb_docs.publish(read(board), PLAN, board.parent / "out", pages=False).built.document.version == "1.1"


def test_a_new_version_of_an_issued_document_is_free(board: Path) -> None:
    """The old one stands, and the new one may say something else."""
    edit(board / "plan.md", "child neglect {#neglect}", "neglect {#neglect}")
    register = board / "documents.md"
    register.write_text(
        f"{register.read_text(encoding='utf-8')}\n## Issue {PLAN} 1.1\nstate: draft\n", encoding="utf-8"
    )
    bscb_docs.publish(read(board), PLAN, board.parent / "out", pages=False)
    assert [each.stands for each in bscb_docs.verify_issues(read(board)) if each.line.document == PLAN] == [True]


def test_verifying_says_of_every_version_that_it_stands(board: Path) -> None:
    """Each is built again from its own records, byte for byte."""
    found = bscb_docs.verify_issues(read(board))
    assert len(found) == 4
    assert all(each.stands for each in found)
    assert all(str(each).endswith(f"{each.line.code}): as issued") for each in found)


def test_verifying_explains_what_differs_in_words(board: Path) -> None:
    """The file that was changed, the record that was changed, and the passage that follows from it."""
    edit(board / "plan.md", "child neglect {#neglect}", "neglect {#neglect}")
    edit(board / "issued" / PLAN / "1.0" / "bag-info.txt", "Executive Board", "Somebody")
    said = "\n".join(map(str, bscb_docs.verify_issues(read(board))))
    assert f"bag-info.txt of version 1.0 of {PLAN}, issued on 5 April 2018, was changed." in said
    assert 'Changed since: Action P2-18-1, text: "child neglect" is now "neglect".' in said
    assert "Built from the records of today: " in said


def test_other_records_under_the_old_sums_do_not_give_the_check_code(board: Path) -> None:
    """Whoever writes records and manifests anew is betrayed by the code in the minutes."""
    edit(frozen(board, "records.json"), "child neglect", "neglect")
    said = "\n".join(map(str, bscb_docs.verify_issues(read(board))))
    assert "Its records do not give the check code" in said


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda file: file.write_bytes(file.read_text("utf-8").encode("utf-16")), "is not saved as UTF-8"),
        (lambda file: file.unlink(), "cannot be opened"),
    ],
)
def test_frozen_records_that_cannot_be_opened_are_told(spoil: Edit, said: str, board: Path) -> None:
    """In plain words, by checking and by verifying, and what stands beside them is verified all the same."""
    spoil(frozen(board, "records.json"))
    assert "ISS-02" in {finding.code for finding in bscb_docs.check(read(board)) if finding.stops}
    told = "\n".join(map(str, bscb_docs.verify_issues(read(board))))
    assert re.search(f"Its records cannot be read: .*records.json {said}", told)


def test_the_check_code_is_printed_in_document_control(board: Path) -> None:
    """Beside who approved the version."""
    built = bscb_docs.build(read(board), PLAN)
    code = next(each.line.code for each in bscb_docs.verify_issues(read(board)) if each.line.document == PLAN)
    assert f"Table Bullet | Check code {code}" in built.text


def test_another_compressor_changes_nothing_that_was_issued(board: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python of another computer may pack the same parts into other bytes."""
    monkeypatch.setattr(assembled_document, "_LEVEL", 1)
    bscb_docs.publish(read(board), PLAN, board.parent / "out", pages=False)
    assert next((board.parent / "out").glob("*.docx")).read_bytes() == frozen(board, ".docx").read_bytes()


def test_a_register_with_the_sum_of_the_packed_file_holds(tmp_path: Path) -> None:
    """Lines that were written when the register of issues held that sum stand."""
    board = example(tmp_path)
    (version,) = issue(board, PLAN)
    packed_file = sha256(bscb_docs.build(read(board), PLAN).assembled.pack(None)).hexdigest()
    edit(board / "issued" / "register.jsonl", version.line.word, packed_file)
    assert bscb_docs.build(read(board), PLAN).issued


def test_nothing_is_said_to_look_different_where_nothing_does(board: Path) -> None:
    """A sum alone may differ: no part of the file is blamed for it."""
    parts = read_parts(frozen(board, ".docx").read_bytes(), "plan.docx")
    assert look_changes(parts, parts) == ()
    register = board / "issued" / "register.jsonl"
    line = next(each for each in register.read_text(encoding="utf-8").splitlines() if f'"{PLAN}"' in each)
    edit(register, json.loads(line)["word"], "0" * 64)
    (said,) = {f.message for f in bscb_docs.build(read(board), PLAN).findings if f.code == "ISS-01"}
    assert said.endswith("and the register of issues has another sum for it.")

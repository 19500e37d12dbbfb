"""A Word file that was edited by hand comes home: each change is placed, and plain prose can be written."""

import copy
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from attrs import evolve
from click.testing import CliRunner
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from folders import EXAMPLES
from issued_boards import issue, read

import bscb_docs
from bscb_docs import BoardError, EditedPassage
from bscb_docs.cli import main
from bscb_docs.diagnostics.location import Place
from bscb_docs.history.card_edits import changed_cards

REPORT = "accountability-report"
NARRATIVE, PLAN, UPDATES = "report-2017-18.md", "plan.md", "updates/2017-18.md"
Document = Any


def paragraphs(document: Document) -> list[Any]:
    """Every paragraph of a file, those in tables too."""
    return list(document.element.body.iter(qn("w:p")))


def words_of(paragraph: Any) -> str:
    """Its words."""
    return "".join(each.text or "" for each in paragraph.iter(qn("w:t")))


def at(document: Document, words: str) -> Any:
    """The first paragraph outside the contents with those words."""
    return next(p for p in paragraphs(document) if words in words_of(p) and "TOC" not in (docx_style(p) or ""))


def docx_style(paragraph: Any) -> str | None:
    """The id of its style."""
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return None if style is None else style.get(qn("w:val"))


def put(old: str, new: str) -> Callable[[Document], None]:
    """Those words in place of others, in one run."""

    def edit(document: Document) -> None:
        text = next(t for t in at(document, old).iter(qn("w:t")) if old in (t.text or ""))
        text.text = text.text.replace(old, new)

    return edit


def new_point(document: Document) -> None:
    """One more point in a list."""
    before = at(document, "child neglect")
    point = copy.deepcopy(before)
    next(point.iter(qn("w:t"))).text = "harm online"
    before.addnext(point)


def gone(document: Document) -> None:
    """A paragraph taken out."""
    paragraph = at(document, "Now and again I have met those who chair")
    paragraph.getparent().remove(paragraph)


def moved(document: Document) -> None:
    """A paragraph that stands two further down."""
    paragraph = at(document, "It has been a full year for the Serious Case Review Sub-Group")
    after = paragraph.getnext().getnext()
    after.addnext(paragraph)


def tracked(kind: str, words: str) -> Callable[[Document], None]:
    """A run put in or taken out with tracking on, in the paragraph with those words."""

    def edit(document: Document) -> None:
        paragraph = at(document, words)
        run = list(paragraph.iter(qn("w:r")))[-1]
        change = OxmlElement(
            f"w:{kind}", attrs={qn("w:id"): "901", qn("w:author"): "Jo", qn("w:date"): "2018-04-09T10:00:00Z"}
        )
        if kind == "ins":
            new = copy.deepcopy(run)
            next(new.iter(qn("w:t"))).text = " More is to come."
            run.addnext(change)
            change.append(new)
        else:
            run.addprevious(change)
            change.append(run)
            for text in list(run.iter(qn("w:t"))):
                text.tag = qn("w:delText")

    return edit


def comment(document: Document) -> None:
    """A remark on a paragraph."""
    paragraph = next(
        p
        for p in document.paragraphs
        if "We planned nine meetings" in p.text or "meetings of the new Executive Board" in p.text
    )
    document.add_comment(paragraph.runs[0], text="Is this right?", author="Jo")


def figure(document: Document) -> None:
    """A number that the records count."""
    number = next(t for t in at(document, "We planned nine meetings").iter(qn("w:t")) if t.text == "nine")
    number.text = "ten"


def in_a_table(document: Document) -> None:
    """The words of an update, in the table of progress."""
    put("The Early Help Strategy is under review.", "The Early Help Strategy was reviewed in May.")(document)


EDITS: dict[str, tuple[Callable[[Document], None], str, str]] = {
    # what a person did, the file that it came from, and words of the line there
    "a word": (put("two successive Cabinet Members", "two new Cabinet Members"), NARRATIVE, "two successive Cabinet"),
    "a sentence more": (put("work efficiently.", "work efficiently. I thank it."), NARRATIVE, "still does its work"),
    "a point of the report": (put("It has adopted a Board", "It took up a Board"), NARRATIVE, "It has adopted a Board"),
    "a whole paragraph": (put("I have tried to set an example", "I set an example"), NARRATIVE, "I have tried to set"),
    "a section's title": (put("Conclusion", "My Conclusion"), NARRATIVE, "## Conclusion"),
    "the foreword": (put("It is a pleasure to present", "I am glad to present"), PLAN, "It is a pleasure"),
    "a point of the purpose": (put("lays down standards", "sets standards"), PLAN, "lays down standards"),
    "a point of an action": (put("children going missing", "missing children"), PLAN, "children going missing"),
    "an outcome": (put("has real influence in turning", "has a part in turning"), PLAN, "has real influence"),
    "a function of the chair": (
        put("Champion children, and", "Stand up for children, and"),
        "chair.md",
        "Champion children",
    ),
    "an update in a table": (in_a_table, UPDATES, "The Early Help Strategy is under review."),
    "what changed": (put("First version of the report", "First issue of the report"), "documents.md", "First version"),
    "a figure": (figure, NARRATIVE, "meetings-planned"),
    "who signs": (put("Alex Example CBE", "Alex Example OBE"), "", ""),
    "a new point": (new_point, PLAN, "child neglect"),
    "a paragraph gone": (gone, NARRATIVE, "Now and again I have met"),
    "a paragraph moved": (moved, NARRATIVE, "It has been a full year"),
    "a comment": (comment, NARRATIVE, "meetings of the new Executive Board"),
    "a tracked insertion": (
        tracked("ins", "I have been to the Strategic Health"),
        NARRATIVE,
        "I have been to the Strategic",
    ),
    "a tracked deletion": (tracked("del", "Two years into the post"), NARRATIVE, "Two years into the post"),
}
PLAIN = ("a word", "a sentence more", "the foreword", "a point of the purpose", "a point of an action", "an outcome")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report as it was built."""
    board = bscb_docs.read_board(EXAMPLES / "birmingham")
    return bscb_docs.publish(board, REPORT, tmp_path_factory.mktemp("built"), pages=False).saved.path


@pytest.fixture
def board(tmp_path: Path) -> Path:
    """A copy of the board that a test may change."""
    return Path(shutil.copytree(EXAMPLES / "birmingham", tmp_path / "birmingham"))


def edited(built: Path, folder: Path, *names: str) -> Path:
    """The report as a person left it who made those edits."""
    document = docx.Document(str(built))
    for name in names:
        EDITS[name][0](document)
    path = folder / "edited.docx"
    document.save(str(path))
    return path


def is_at(found: EditedPassage, file: str, words: str, board: Path) -> bool:
    """True where it is placed at the line of that file with those words; where none is named, at any record."""
    if not file:
        return bool(found.about and found.place.line)
    lines = (board / file).read_text(encoding="utf-8").splitlines()
    return found.place.file == file and words in lines[found.place.line - 1]


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_placed_alone(name: str, built: Path, board: Path) -> None:
    """It is one change, at the record, file and line that it came from."""
    _, file, words = EDITS[name]
    found = bscb_docs.compare_edited(bscb_docs.read_board(board), edited(built, board.parent, name))
    assert found
    assert all(is_at(each, file, words, board) for each in found), list(map(str, found))
    assert all(bool(each.comment) == (name == "a comment") for each in found)
    assert all(each.tracked == name.startswith("a tracked") for each in found)
    assert len({(each.old, each.new) for each in found}) == 1 or name == "a section's title"


@pytest.mark.parametrize("name", ["none.docx", "."])
def test_a_file_that_cannot_be_read_is_told(name: str, board: Path) -> None:
    """A script hears of it as of every other fault of what it was given."""
    with pytest.raises(BoardError, match=r"cannot be opened: .*\. Check how its name is spelt\."):
        bscb_docs.compare_edited(bscb_docs.read_board(board), board / name)


def test_twenty_edits_are_placed_together(built: Path, board: Path) -> None:
    """Each of them, and nothing else is told."""
    assert len(EDITS) == 20
    found = bscb_docs.compare_edited(bscb_docs.read_board(board), edited(built, board.parent, *EDITS))
    missed = [
        name
        for name, (_, file, words) in EDITS.items()
        if file and not any(is_at(each, file, words, board) for each in found)
    ]
    assert missed == []
    assert all(each.about and each.place.line for each in found), list(map(str, found))
    assert len(found) == 20, list(map(str, found))


def test_a_file_that_nobody_edited_has_no_change(built: Path, board: Path) -> None:
    """As built, and as python-docx saves it."""
    records = bscb_docs.read_board(board)
    assert bscb_docs.compare_edited(records, built) == ()
    assert bscb_docs.compare_edited(records, edited(built, board.parent)) == ()


@pytest.mark.parametrize("name", PLAIN)
def test_plain_prose_is_written_into_its_record(name: str, built: Path, board: Path) -> None:
    """Then the board builds what the person typed; the copy that is kept undoes it."""
    before = {path: path.read_bytes() for path in board.rglob("*.md")}
    file = edited(built, board.parent, name)
    found = bscb_docs.compare_edited(bscb_docs.read_board(board), file)
    done = bscb_docs.write_edits(bscb_docs.read_board(board), found)
    assert [path for path, data in before.items() if path.read_bytes() != data] == [each.file for each in done]
    assert bscb_docs.compare_edited(bscb_docs.read_board(board), file) == ()
    for each in done:
        shutil.copyfile(each.copy, each.file)
    assert all(path.read_bytes() == data for path, data in before.items())


@pytest.mark.parametrize(
    "name", ["a figure", "a new point", "a paragraph gone", "a paragraph moved", "a comment", "what changed"]
)
def test_what_comes_from_figures_or_structure_is_only_told(name: str, built: Path, board: Path) -> None:
    """It cannot be written, and says so."""
    records = bscb_docs.read_board(board)
    found = bscb_docs.compare_edited(records, edited(built, board.parent, name))
    assert [each.line for each in found] == [None]
    with pytest.raises(BoardError, match="can only be told"):
        bscb_docs.write_edits(records, found)


def test_words_that_were_changed_since_are_not_overwritten(built: Path, board: Path) -> None:
    """The file of the record is compared once more before it is written."""
    records = bscb_docs.read_board(board)
    found = bscb_docs.compare_edited(records, edited(built, board.parent, "the foreword"))
    text = (board / PLAN).read_text(encoding="utf-8")
    (board / PLAN).write_text(text.replace("It is a pleasure", "It is my pleasure"), encoding="utf-8")
    with pytest.raises(BoardError, match="no longer stands there"):
        bscb_docs.write_edits(records, found)


def test_a_file_that_was_saved_otherwise_since_is_not_written(built: Path, board: Path) -> None:
    """It is told with what to do, and not as an error of Python."""
    records = bscb_docs.read_board(board)
    found = bscb_docs.compare_edited(records, edited(built, board.parent, "the foreword"))
    (board / PLAN).write_bytes((board / PLAN).read_text(encoding="utf-8").encode("utf-16"))
    with pytest.raises(BoardError, match=r"plan\.md is not saved as UTF-8.*Save it as UTF-8"):
        bscb_docs.write_edits(records, found)


def test_an_issued_file_is_compared_with_what_was_issued(built: Path, board: Path) -> None:
    """And not with what the records say since."""
    issue(board, by="Executive Board, by letter")
    frozen = next((board / "issued" / REPORT / "1.0" / "data").glob("*.docx"))
    text = (board / PLAN).read_text(encoding="utf-8")
    (board / PLAN).write_text(text.replace("It is a pleasure", "It is my pleasure"), encoding="utf-8")
    assert bscb_docs.compare_edited(read(board), frozen) == ()


def test_a_file_of_no_document_of_the_board_is_told(board: Path) -> None:
    """With the documents that it may be."""
    docx.Document().save(str(board.parent / "letter.docx"))
    with pytest.raises(BoardError, match=r"letter\.docx does not say which document it is.*accountability-report"):
        bscb_docs.compare_edited(bscb_docs.read_board(board), board.parent / "letter.docx")


def test_a_file_of_two_documents_of_one_title_is_known_by_its_name(board: Path, tmp_path: Path) -> None:
    """And asked for where that was changed: it is never compared with the other one."""
    register = "# Document {0}: Progress Report\nsection: narrative\n\n"
    (board / "more.md").write_text("".join(map(register.format, ("progress-q3", "progress-q4"))), encoding="utf-8")
    texts = "".join(f"# Narrative progress-{at}: Of {at}\n\n## What we did\n\nIn {at}.\n\n" for at in ("q3", "q4"))
    (board / "texts.md").write_text(texts, encoding="utf-8")
    records = bscb_docs.read_board(board)
    file = bscb_docs.publish(records, "progress-q4", tmp_path / "out", pages=False).saved.path
    assert bscb_docs.compare_edited(records, file) == ()
    renamed = file.rename(file.with_name("copy.docx"))
    with pytest.raises(BoardError, match=r"copy\.docx does not say .* with --document: progress-q3, progress-q4\."):
        bscb_docs.compare_edited(records, renamed)


def test_the_command_shows_first_and_writes_what_is_chosen(built: Path, board: Path) -> None:
    """One by its number; a number that cannot be written is told with those that can."""
    file = edited(built, board.parent, "the foreword", "a figure", "a point of the purpose")
    shown = CliRunner().invoke(main, ["compare", str(file), "--board", str(board)])
    assert shown.exit_code == 0, shown.output
    assert [line[:3] for line in shown.output.splitlines()] == ["1. ", "2. ", "3. "]
    assert "plan.md:" in shown.output
    wrong = CliRunner().invoke(main, ["compare", str(file), "--board", str(board), "--write", "1"])
    assert (wrong.exit_code, "1 is no change that can be written. Those are: 2, 3." in wrong.output) == (2, True)
    done = CliRunner().invoke(main, ["compare", str(file), "--board", str(board), "--write", "2"])
    assert "To undo it, put the copy back: " in done.output
    again = CliRunner().invoke(main, ["compare", str(file), "--board", str(board)])
    assert len(again.output.splitlines()) == 2


def test_where_nothing_can_be_written_all_is_nothing(built: Path, board: Path) -> None:
    """The command says so, and does not end as if it had written."""
    file = edited(built, board.parent, "a figure")
    done = CliRunner().invoke(main, ["compare", str(file), "--board", str(board), "--write", "all"])
    said = "None of these can be written. Change the records yourself, at the lines that are named."
    assert (done.exit_code, said in done.output) == (1, True), done.output


ASIDES = """# Narrative report: Report

## What we saw

> Recommendation: That every school asks {#ask}
>
> The survey is ready,
> and it costs nothing.
>
> - in spring
"""


def test_words_set_apart_come_home(tmp_path: Path) -> None:
    """A recommendation, the words beneath it, over two lines too, and their points are placed and written."""
    for name, text in (("board", "# Board: B\n"), ("documents", "# Document report: R\nsection: narrative\n")):
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    report = tmp_path / "report.md"
    typed = ASIDES.replace("Report\n", "Report\r\n")  # two programs wrote it: each line keeps its end
    report.write_bytes(typed.encode())
    read_again = bscb_docs.read_board(tmp_path)
    path = tmp_path / "edited.docx"
    path.write_bytes(bscb_docs.build(read_again, "report").data)
    document = docx.Document(str(path))
    for old, new in (("every school", "each school"), ("costs nothing", "costs little"), ("in spring", "in May")):
        put(old, new)(document)
    document.save(str(path))
    bscb_docs.write_edits(read_again, bscb_docs.compare_edited(read_again, path, "report"))
    written = typed.replace("every school", "each school").replace("nothing", "little").replace("spring", "May")
    assert report.read_bytes() == written.encode()


SMALL = {
    "board.md": "# Board: B\n",
    "documents.md": "# Document plan: R\nsection: priorities\nas at: 5 April 2018\n\n# Issue plan 1.0\nauthor: Jo\n",
    "plan.md": "# Plan: P\nyears: 2018-19\n\n# Priority P1: Help\n\n# Outcome P1-O1: Seen\n\nCaption: Cap\n",
    "actions.csv": "id,priority,text\nP1-18-1,P1,Open a family centre\n",
}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A board with an outcome on a card and an action in a table."""
    folder = tmp_path / "small"
    folder.mkdir()
    for name, text in SMALL.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


HEADED = """# Narrative plan: Our plan

## {{ P1.title }}

Work on {{ P2.title }} began in every school.

We *always* listen to families.
"""


@pytest.fixture
def headed(small: Path) -> Path:
    """The small board, with a text of which a heading is a figure alone."""
    register = SMALL["documents.md"].replace("section: priorities", "section: cover\nsection: narrative")
    (small / "documents.md").write_text(register, encoding="utf-8")
    priorities = "P1: Help in time\n\n# Priority P2: Safe at home"
    (small / "plan.md").write_text(SMALL["plan.md"].replace("P1: Help", priorities), encoding="utf-8")
    (small / "narrative.md").write_text(HEADED, encoding="utf-8")
    return small


@pytest.mark.parametrize(
    ("old", "new", "file", "line"),
    [
        pytest.param("Help in time", "Help at once", "plan.md", 4, id="a figure that is a whole heading"),
        pytest.param(
            "DRAFT version 1.0", "Ready for signature", "documents.md", 1, id="words of the house, as many as its signs"
        ),
        pytest.param("Safe at home", "Safe in school", "narrative.md", 5, id="a figure within a sentence"),
        pytest.param("always", "never", "narrative.md", 7, id="a word that is marked"),
    ],
)
def test_a_figure_is_not_written_over(old: str, new: str, file: str, line: int, headed: Path, tmp_path: Path) -> None:
    """Words that a figure prints, and words that no record holds, are told at their own place, and none is written."""
    records, path = bscb_docs.read_board(headed), tmp_path / "edited.docx"
    path.write_bytes(bscb_docs.build(records, "plan").data)
    document = docx.Document(str(path))
    put(old, new)(document)
    document.save(str(path))
    found = bscb_docs.compare_edited(records, path, "plan")
    assert [(each.place.file, each.place.line, each.line) for each in found] == [(file, line, None)], found


def at_line(file: str, line: int, old: str, new: str) -> EditedPassage:
    """A change that can be written there."""
    return EditedPassage(old, new, "paragraph 1", place=Place(file, line, 1), line=(old, new))


def test_each_line_keeps_the_end_it_was_typed_with(small: Path) -> None:
    """In a file of which some lines end as on Windows, some as on an old Mac, behind a mark of Notepad's too."""
    (small / "plan.md").write_bytes("\ufeff# Plan: P\r\n\r\nOne\r\ntwo\n\nThree\rfour\r\n".encode())
    edits = [at_line("plan.md", 3, "One\ntwo", "Half"), at_line("plan.md", 6, "Three\nfour", "Three\nfive")]
    bscb_docs.write_edits(bscb_docs.read_board(small), edits)
    assert (small / "plan.md").read_bytes() == "\ufeff# Plan: P\r\n\r\nHalf\n\nThree\rfive\r\n".encode()


def test_words_are_changed_where_they_stand_alone(small: Path) -> None:
    """The same letters in the sign before them stay."""
    bscb_docs.write_edits(bscb_docs.read_board(small), [at_line("plan.md", 8, "Cap", "Hat")])
    assert (small / "plan.md").read_text(encoding="utf-8").endswith("\nCaption: Hat\n")


def test_a_part_of_a_line_is_not_the_words(small: Path) -> None:
    """Words that somebody went on with since are not written over."""
    with pytest.raises(BoardError, match="no longer stands there"):
        bscb_docs.write_edits(bscb_docs.read_board(small), [at_line("plan.md", 8, "Ca", "Ha")])


def test_a_cell_of_a_table_is_only_told(small: Path, tmp_path: Path) -> None:
    """A comma that somebody puts into its words would begin another cell."""
    records, path = bscb_docs.read_board(small), tmp_path / "edited.docx"
    path.write_bytes(bscb_docs.build(records, "plan").data)
    document = docx.Document(str(path))
    put("a family centre", "a family, and community, centre")(document)
    document.save(str(path))
    assert [each.line for each in bscb_docs.compare_edited(records, path, "plan")] == [None]


def test_a_version_issued_leaves_other_lines_ended_as_they_were(small: Path) -> None:
    """The new lines end as the heading of their card does."""
    typed = SMALL["documents.md"].replace("1.0\n", "1.0\r\nstate: draft\n").encode()
    (small / "documents.md").write_bytes(typed)
    issue = next(iter(bscb_docs.read_board(small).of(bscb_docs.Issue)))
    done = evolve(issue, state=bscb_docs.IssueState.APPROVED, approved_by=("Executive Board",))
    written = changed_cards(small, [issue], [done])["documents.md"]
    assert written.endswith("1.0\r\nstate: approved\r\napproved by: Executive Board\r\nauthor: Jo\n")

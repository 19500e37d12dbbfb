"""What lies in a board's folder beside its records: copies, Word files, what Office and drives leave behind."""

import shutil
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import docx
import openpyxl
import pytest
from folders import EXAMPLES
from issued_boards import edit
from work import calls_of

import bscb_docs
from bscb_docs import Action, Board, Finding, Meeting, Severity
from bscb_docs.authoring import write_board


@pytest.fixture
def board(tmp_path: Path) -> Path:
    """A copy of an example board."""
    return Path(shutil.copytree(EXAMPLES / "birmingham", tmp_path / "birmingham"))


def found(board: Path) -> tuple[Board, list[Finding]]:
    """The board, and what reading finds that it did not find in the example."""
    known = {str(finding) for finding in bscb_docs.read_board(EXAMPLES / "birmingham").findings}
    records = bscb_docs.read_board(board)
    return records, [finding for finding in records.findings if str(finding) not in known]


def as_word(text: str, path: Path) -> None:
    """The text as a Word file, a paragraph a line."""
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(str(path))


@pytest.mark.parametrize("name", ["house (1).docx", "our look.docx", "looks/house.docx"])
def test_a_house_file_of_another_name_is_told(name: str, board: Path) -> None:
    """The documents do not take their look from it; beside it house.docx itself is told of nothing."""
    (board / name).parent.mkdir(exist_ok=True)
    for each in ("house.docx", name):
        shutil.copy(str(files("bscb_docs.templates") / "house.docx"), board / each)
    _, told = found(board)
    words = f"{name} is a file for the look of documents, which is read under the name house.docx alone."
    assert [(each.code, each.severity, each.place.file, each.message) for each in told] == [
        ("FIL-13", Severity.CHECK, name, words)
    ]


@pytest.mark.parametrize(
    ("name", "mend"),
    [("our look.docx", "rename it to house.docx"), ("looks/house.docx", "move it into the board's folder itself")],
)
def test_a_house_file_is_told_where_it_belongs(name: str, mend: str, board: Path) -> None:
    """One in the board's folder needs another name, one in a folder of it another place."""
    (board / name).parent.mkdir(exist_ok=True)
    shutil.copy(str(files("bscb_docs.templates") / "house.docx"), board / name)
    (told,) = found(board)[1]
    assert told.mend == f"If it is to be used, {mend}; else move it out of the folder."


@pytest.mark.parametrize(
    ("there", "meant"),
    [
        (("Logo Council NEW.png",), "Logo Council NEW.png"),
        (("map.png", "logo_council.png", "chart.jpg"), "logo_council.png"),
        (("map.png", "chart.jpg"), ""),
        (("map.png", "used.png"), "map.png"),
    ],
)
def test_a_picture_under_another_name_is_offered(there: tuple[str, ...], meant: str, tmp_path: Path) -> None:
    """The one that nothing uses, or of several the one of a like name; no other."""
    (tmp_path / "pictures").mkdir()
    for name in there:
        (tmp_path / "pictures" / name).write_bytes(b"")
    text = "# Board: B\nlogo: pictures/logo-council.png\n\n# Body: C\n\n![Used](pictures/used.png)\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    (told, *_) = [each for each in bscb_docs.read_board(tmp_path).findings if "logo-council" in each.message]
    offered = f'Did you mean "pictures/{meant}"? ' if meant else ""
    assert told.mend == f"{offered}Put it there, or mend its name."


COPIES = {
    "beside it": ("plan.md", "plan (1).md"),
    "of a shared drive": ("plan.md", "plan-LAPTOP-4711.md"),
    "as Windows names it": ("plan.md", "plan - Copy.md"),
    "as a Mac names it": ("plan.md", "Copy of plan.md"),
    "in a folder of its own": ("plan.md", "old/plan.md"),
    "under a name of its own": ("plan.md", "what-we-agreed.md"),
    "a report": ("report-2017-18.md", "report-2017-18 (1).md"),
    "the board's card": ("board.md", "board (1).md"),
    "a table": ("meetings.csv", "meetings (1).csv"),
    "a table of a shared drive": ("meetings.csv", "meetings-LAPTOP-4711.csv"),
    "updates": ("updates/2017-18.md", "updates/2017-18 (1).md"),
    "the register": ("documents.md", "documents (1).md"),
}


@pytest.mark.parametrize(("name", "copy"), COPIES.values(), ids=list(COPIES))
def test_a_copy_is_one_finding_and_the_true_file_wins(name: str, copy: str, board: Path) -> None:
    """Whatever it is called: the records are as before, and nothing else is told of it."""
    before = bscb_docs.read_board(board).records
    (board / copy).parent.mkdir(exist_ok=True)
    shutil.copyfile(board / name, board / copy)
    records, told = found(board)
    assert records.records == before
    assert [(finding.code, finding.place.file) for finding in told] == [("FIL-11", copy)]
    assert f"{copy} repeats {name} (" in told[0].message
    assert told[0].mend == "It says nothing else: move it out of the folder."
    assert copy not in records.files


def test_a_copied_folder_is_one_finding(board: Path) -> None:
    """With a place for each of its files; nothing else is told of them."""
    shutil.copytree(EXAMPLES / "birmingham", board / "old")
    (told,) = bscb_docs.gather(found(board)[1])
    assert (told.code, {place.file.partition("/")[0] for place in told.places}) == ("FIL-11", {"old"})
    assert "The same at " in str(told)


def test_a_copy_shows_the_lines_that_differ(board: Path) -> None:
    """In both files, and says what to do."""
    shutil.copyfile(board / "plan.md", board / "plan (1).md")
    edit(board / "plan (1).md", "child neglect", "neglect of children")
    (finding,) = found(board)[1]
    line = next(
        n for n, text in enumerate((board / "plan.md").read_text("utf-8").splitlines(), 1) if "child neglect" in text
    )
    assert f'plan (1).md:{line} has "- neglect of children {{#neglect}}"; ' in finding.message
    assert f'plan.md:{line} has "- child neglect {{#neglect}}"' in finding.message
    assert "Is it a copy?" in finding.mend


def test_a_copy_with_faults_of_its_own_is_one_finding(board: Path) -> None:
    """What is wrong in it, and gone in the true file, is not told."""
    shutil.copyfile(board / "plan.md", board / "plan (1).md")
    edit(board / "plan (1).md", "## Action P1-18-1", "## Action P1-18-1\nowmer: Somebody\ndue: soon after")
    assert [finding.code for finding in found(board)[1]] == ["FIL-11"]


def test_a_half_written_copy_does_not_beat_the_true_file(board: Path) -> None:
    """The first half of the plan, under a name that comes before it."""
    text = (board / "plan.md").read_text(encoding="utf-8")
    (board / "a much longer name than plan.md").write_text(text[: text.index("### Action P2-18-1")], encoding="utf-8")
    records, told = found(board)
    assert [finding.code for finding in told] == ["FIL-11"]
    assert records.find(Action, "P1-18-1").place.file == "plan.md"  # type: ignore[union-attr]  # it is there


def test_an_excel_copy_of_a_log_is_one_finding(tmp_path: Path) -> None:
    """Its rows would count every meeting twice."""
    board = Path(shutil.copytree(EXAMPLES / "harrowmere", tmp_path / "harrowmere"))
    before = len(bscb_docs.read_board(board).of(Meeting))
    shutil.copyfile(board / "meetings.xlsx", board / "meetings-LAPTOP-4711.xlsx")
    records = bscb_docs.read_board(board)
    assert len(records.of(Meeting)) == before
    assert [f.place.file for f in records.findings if f.code == "FIL-11"] == ["meetings-LAPTOP-4711.xlsx"]


def log_and_its_text(folder: Path, day: str, host: str = "") -> None:
    """A log of meetings in Excel, and what was saved of it as text: a day as it is written there, and a host."""
    days = ("5 June 2018", *(f"{month} 2018" for month in ("June", "July", "August", "September", "October")))
    rows = [["body", "date", "host"], *(["Group", each, ""] for each in days)]
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(folder / "meetings.xlsx")
    rows[1][1], rows[2][2] = day, host
    (folder / "meetings.csv").write_text("\n".join(map(",".join, rows)), encoding="utf-8")
    (folder / "board.md").write_text("# Body: Group\n\n# Organisation: Council\n", encoding="utf-8")


@pytest.mark.parametrize("day", ["05/06/2018", "6/5/18"])
def test_a_log_saved_from_excel_as_text_beside_it_is_a_copy(day: str, tmp_path: Path) -> None:
    """The same meetings in a workbook and in a .csv file: the workbook counts, and no day of the text is read."""
    log_and_its_text(tmp_path, day)
    records = bscb_docs.read_board(tmp_path)
    assert len(records.of(Meeting)) == 6
    (told,) = records.findings
    assert (told.code, told.place.file) == ("FIL-11", "meetings.csv")
    assert (
        'They differ: meetings.csv:2 has "body Group"; '
        'meetings.xlsx, sheet Sheet, row 2 has "body Group; date 5 June 2018".' in told.message
    )
    assert told.mend.startswith("Is it a copy? Look at what differs")


def test_a_log_saved_from_excel_with_another_day_shows_it(tmp_path: Path) -> None:
    """The row stands in the finding as both files have it."""
    log_and_its_text(tmp_path, "23/06/2018")
    (told,) = bscb_docs.read_board(tmp_path).findings
    assert 'meetings.csv:2 has "body Group; date 23 June 2018"; meetings.xlsx, sheet Sheet, row 2' in told.message


NO_COPIES: dict[str, dict[str, str]] = {
    "updates of the same work in another period": {
        "q1.md": "# Updates Q1 2018-19\n\n## Update P1-18-1\n\nBegun.\n\n## Update P1-18-2\n\nBegun.\n",
        "q2.md": "# Updates Q2 2018-19\n\n## Update P1-18-1\n\nBegun.\n\n## Update P1-18-2\n\nBegun.\n",
    },
    "an id given twice by mistake": {
        "a.md": "# Organisation: School A\n\n# Organisation: School B\n\n# Organisation: School C\n",
        "b.md": "# Organisation: School C\n\n# Organisation: School D\n\n# Organisation: School E\n",
    },
    "one record of one name and other words": {
        "a.md": "# Term: Early Help\nabbreviation: EH\n\nWhat is done before.\n",
        "b.md": "# Term: Early Help\nnot: Early Intervention\n\nHelp that comes early.\n",
    },
}


@pytest.mark.parametrize("files", NO_COPIES.values(), ids=list(NO_COPIES))
def test_what_is_no_copy(files: dict[str, str], board: Path) -> None:
    """Records of their own are never taken for a copy."""
    for name, text in files.items():
        (board / name).write_text(text, encoding="utf-8")
    assert "FIL-11" not in {finding.code for finding in found(board)[1]}


def test_two_tables_of_different_kinds_may_have_the_same_lines(tmp_path: Path) -> None:
    """None is left out: what one kind of record says is not said by the other."""
    write_board(tmp_path)
    for name in ("terms.csv", "principles.csv"):
        (tmp_path / name).write_text("title,text\nListening,We listen.\nLearning,We learn.\n", encoding="utf-8")
    assert [each.code for each in bscb_docs.read_board(tmp_path).findings if each.code == "FIL-11"] == []


def test_a_plan_saved_by_word_is_named_and_is_the_one_finding(board: Path) -> None:
    """Nothing is told of the updates that name its actions: they lead to what cannot be read."""
    as_word((board / "plan.md").read_text(encoding="utf-8"), board / "plan.docx")
    (board / "plan.md").unlink()
    told = [finding for finding in found(board)[1] if finding.stops]
    assert [(finding.code, finding.place.file) for finding in told] == [("FIL-12", "plan.docx")]
    assert "is a Word file with" in told[0].message
    assert "such as Plan" in told[0].message
    assert 'choose File, Save As, "Plain Text", UTF-8, and name it plan.md' in told[0].mend


SAVED_ELSEWHERE: dict[str, tuple[str, Callable[[str], bytes], str, str]] = {
    "text under Word's ending": ("plan.docx", str.encode, "plain text", "Rename it to plan.md."),
    "text as Notepad names it": ("plan.txt", str.encode, "plain text", "Rename it to plan.md."),
}


@pytest.mark.parametrize(("name", "save", "what", "mend"), SAVED_ELSEWHERE.values(), ids=list(SAVED_ELSEWHERE))
def test_a_plan_saved_by_another_program_is_the_one_stop(
    name: str, save: Callable[[str], bytes], what: str, mend: str, board: Path
) -> None:
    """It is named with what to do; neither what refers to its records nor the figures they give are told."""
    text = (board / "plan.md").read_text(encoding="utf-8")
    (board / name).write_bytes(save(text))
    (board / "plan.md").unlink()
    (told,) = [finding for finding in bscb_docs.check(bscb_docs.read_board(board)) if finding.stops]
    assert (told.code, told.place.file) == ("FIL-12", name)
    assert f"is {what} with " in told.message
    assert mend in told.mend


@pytest.mark.parametrize("ending", [".rtf", ".htm", ".odt"])
def test_a_plan_in_another_program_s_form_is_the_one_stop(ending: str, board: Path) -> None:
    """What should stand in it is told by its name, whatever it holds: nothing that refers to its records is told."""
    (board / "plan.md").rename(board / f"plan{ending}")
    (told,) = [finding for finding in bscb_docs.check(bscb_docs.read_board(board)) if finding.stops]
    assert (told.code, told.place.file) == ("FIL-12", f"plan{ending}")
    assert told.message == f"Files that end in {ending} are not read, and this one should hold plans."
    assert told.mend.startswith('If it holds records, choose in Word File, Save As, "Plain Text", UTF-8')


def test_a_word_file_beside_the_plan_is_pointed_out(board: Path) -> None:
    """As a check: its records are read from the plan."""
    as_word((board / "plan.md").read_text(encoding="utf-8"), board / "plan.docx")
    (finding,) = found(board)[1]
    assert (finding.code, finding.severity, finding.place.file) == ("FIL-12", Severity.CHECK, "plan.docx")
    assert "Move the Word file out of the folder" in finding.mend


def test_a_word_file_edited_beside_the_plan_stops_and_shows_what_differs(board: Path) -> None:
    """What was typed there would be lost: both lines stand in the finding, however Word has set the others."""
    text = (board / "plan.md").read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if "child neglect" in line)
    as_word(
        text.replace(line, "- neglect of children", 1).replace("\n- ", "\n• ").replace("'", "’"), board / "plan.docx"
    )
    (finding,) = found(board)[1]
    assert (finding.code, finding.stops, finding.place.file) == ("FIL-12", True, "plan.docx")
    at = text.splitlines().index(line) + 1
    assert f'They differ: plan.docx has "• neglect of children"; plan.md:{at} has "{line}".' in finding.message
    assert "more places" not in finding.message


def test_a_long_line_of_a_copy_is_cut_between_words(board: Path) -> None:
    """And dots say that it goes on."""
    shutil.copyfile(board / "plan.md", board / "plan (1).md")
    edit(board / "plan (1).md", "child neglect", f"neglect {'of many children ' * 6}")
    (finding,) = found(board)[1]
    assert 'of many children of many children ..."; plan.md:' in finding.message


def test_updates_in_a_word_file_are_pointed_out(board: Path) -> None:
    """A stop: nothing else has them."""
    as_word("# Update P1-18-1\nstatus: Complete\n\nDone.\n", board / "from the trust.docx")
    (finding,) = found(board)[1]
    assert (finding.code, finding.stops, finding.place.file) == ("FIL-12", True, "from the trust.docx")


@pytest.mark.parametrize("name", ["Trust_updates-Q4.docx", "Birmingham City Council, Q4.docx"])
def test_words_of_an_owner_in_word_are_a_note(name: str, board: Path) -> None:
    """Nobody reads them, and the paper would print what was known before."""
    as_word("We have trained 40 people.\n", board / name)
    (finding,) = found(board)[1]
    assert (finding.code, finding.severity) == ("FIL-08", Severity.NOTE)
    assert finding.message == f"{name} is in the folder and is not read."
    assert "bscb-docs take" in finding.mend


def test_other_papers_in_word_are_one_note(board: Path) -> None:
    """However many lie among the records: what is written there is read by nobody."""
    for name in ("Minutes of June.docx", "Notes.docx"):
        as_word("We have trained 40 people.\n", board / name)
    (finding,) = bscb_docs.gather(found(board)[1])
    assert (finding.code, finding.severity, len(finding.places)) == ("FIL-08", Severity.NOTE, 2)
    assert finding.mend.startswith("Type what the records lack of it into them, and move it out of the folder.")


@pytest.mark.parametrize(
    ("name", "words"),
    [("updates.docx", "{{ title }}"), ("papers/update.docx", "Dear all,"), ("update.docx", "")],
    ids=["a template", "in a folder without records", "empty"],
)
def test_a_word_file_that_may_lie_there_is_told_of_nothing(name: str, words: str, board: Path) -> None:
    """Templates of sections, and papers that are kept apart from the records."""
    (board / name).parent.mkdir(exist_ok=True)
    as_word(words, board / name)
    assert found(board)[1] == []


def test_a_table_of_last_year_in_word_is_pointed_out(board: Path) -> None:
    """By its columns, which are those of a kind of record."""
    document = docx.Document()
    table = document.add_table(2, 3)
    for cell, words in zip(table.rows[0].cells, ("Id", "Owner", "Due"), strict=True):
        cell.text = words
    document.save(str(board / "last year.docx"))
    (finding,) = found(board)[1]
    assert (finding.code, finding.severity) == ("FIL-12", Severity.CHECK)
    assert "last year.docx is a Word file with a table that could be " in finding.message


@pytest.mark.parametrize("between", ["\t", ",", ";"], ids=["tabs", "commas", "semicolons"])
@pytest.mark.parametrize(("name", "stops"), [("updates.txt", True), ("Book1.txt", False)])
def test_a_table_of_plain_text_is_pointed_out(name: str, *, stops: bool, between: str, board: Path) -> None:
    """A stop where it is called after a kind, else a check: what its columns are."""
    rows = ("about", "status", "as at"), ("P1-18-1", "Complete", "31 March 2019")
    (board / name).write_text("\n".join(map(between.join, rows)), encoding="utf-8")
    (told,) = [each for each in found(board)[1] if each.place.file == name]
    assert (told.code, told.stops) == ("FIL-12", stops)
    assert "updates" in told.message.lower()


def built(board: Path) -> None:
    """A document that this library built, in the board's own folder."""
    bscb_docs.publish(bscb_docs.read_board(board), "overview-of-progress", board / "out", pages=False)


def read_only(board: Path) -> None:
    """Every file may be read and not written."""
    for path in board.rglob("*.md"):
        path.chmod(0o444)


def deep(board: Path) -> None:
    """A file of records below folders of long names: more than 260 letters, which old Windows programs refuse."""
    folder = board.joinpath(*["a folder of a very long name that somebody made for tidiness"] * 5)
    folder.mkdir(parents=True)
    (folder / "more.md").write_text("# Term: Early Help Hub\n", encoding="utf-8")
    assert len(str(folder)) > 260


PASSED_OVER: dict[str, Callable[[Path], object]] = {
    "the lock of an open Word file": lambda board: (board / "~$plan.docx").write_bytes(b"\x03Jo"),
    "the lock of an open text": lambda board: (board / ".~lock.plan.md#").write_text("Jo"),
    "what Windows keeps of a folder": lambda board: (board / "desktop.ini").write_text("[.ShellClassInfo]"),
    "pictures of pictures": lambda board: (board / "Thumbs.db").write_bytes(b"x"),
    "what a Mac keeps of a folder": lambda board: (board / ".DS_Store").write_bytes(b"x"),
    "a document that was built": built,
    "files that are read-only": read_only,
    "a long path": deep,
    "a damaged Word file": lambda board: (board / "wreck.docx").write_bytes(b"PK no"),
    "an empty Word file": lambda board: (board / "empty.docx").write_bytes(b""),
}


@pytest.mark.parametrize("lay", PASSED_OVER.values(), ids=list(PASSED_OVER))
def test_what_is_no_record_is_passed_over(lay: Callable[[Path], object], board: Path) -> None:
    """Nothing is told, and the records are read."""
    lay(board)
    records, told = found(board)
    assert told == []
    assert len(records.records) >= len(bscb_docs.read_board(EXAMPLES / "birmingham").records)


def test_a_folder_of_word_files_alone_says_so(tmp_path: Path) -> None:
    """There is nothing to read, and the first Word file is named."""
    as_word("# Plan: Our Plan\n", tmp_path / "plan.docx")
    with pytest.raises(bscb_docs.BoardError, match=r"holds no records.* plan\.docx is a Word file"):
        bscb_docs.read_board(tmp_path)


def test_names_in_a_file_that_is_not_read_are_not_told_as_unknown(board: Path) -> None:
    """The plan with .txt behind its name, or a Word file under it: the file is told, not each name in it."""
    text = (board / "plan.md").read_text(encoding="utf-8")
    (board / "plan.md").rename(board / "plan.md.txt")
    told = found(board)[1]
    assert "FIL-10" in [each.code for each in told]
    assert [each for each in told if each.code == "REF-01"] == []
    (board / "plan.md.txt").unlink()
    as_word(text, board / "plan.md")
    told = found(board)[1]
    assert [str(each.place) for each in told if each.code.startswith("FIL")] == ["plan.md"]
    assert [each for each in told if each.code == "REF-01"] == []


def styled(text: str, path: Path) -> None:
    """The text as a Word file whose headings are styles of Word's, as a person makes them."""
    document = docx.Document()
    for line in filter(None, text.splitlines()):
        hashes, _, words = line.partition(" ")
        if set(hashes) == {"#"}:
            document.add_heading(words, len(hashes))
        else:
            document.add_paragraph(line)
    document.save(str(path))


def test_records_under_headings_of_word_are_the_one_stop(tmp_path: Path) -> None:
    """It says how they are saved; a paper that only has headings with such words is none."""
    write_board(tmp_path)
    styled("# Meeting of the Board\nDate: 5 May 2025\n## Actions\nNone.\n", tmp_path / "minutes.docx")
    styled((tmp_path / "plan.md").read_text(encoding="utf-8").partition("-->")[2], tmp_path / "plan.docx")
    (tmp_path / "plan.md").unlink()
    paper, told = bscb_docs.check_documents(bscb_docs.read_board(tmp_path))
    assert (told.code, told.stops, told.place.file) == ("FIL-12", True, "plan.docx")
    assert (paper.code, paper.place.file) == ("FIL-08", "minutes.docx")
    assert "two hashes before each Heading 2" in told.mend


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        ("plan.md", "plan.markdown", "FIL-12", "Rename it to plan.md."),
        ("meetings.csv", "meetings.xls", "FIL-12", "Files that end in .xls are not read, and this one should hold"),
        ("meetings.csv", "old log.xls", "FIL-08", "Files that end in .xls are not read."),
        ("meetings.csv", ".meetings.csv.icloud", "FIL-05", "meetings.csv is in iCloud and not on this computer."),
    ],
)
def test_a_file_of_records_that_is_not_read_is_told(tmp_path: Path, old: str, new: str, code: str, said: str) -> None:
    """By its words, by the kind that it is called after, or by what its drive left in its place."""
    write_board(tmp_path)
    (tmp_path / old).rename(tmp_path / new)
    (told,) = (found for found in bscb_docs.read_board(tmp_path).findings if found.code.startswith("FIL"))
    assert (told.code, told.place.file) == (code, new)
    assert said in str(told)


def test_a_packed_folder_is_to_be_unpacked(tmp_path: Path) -> None:
    """Windows shows it as a folder."""
    write_board(tmp_path / "board")
    shutil.make_archive(str(tmp_path / "board"), "zip", tmp_path / "board")
    with pytest.raises(bscb_docs.BoardError, match=r"is a packed folder\. Unpack it"):
        bscb_docs.read_board(tmp_path / "board.zip")


def test_a_column_left_blank_beneath_its_first_row_is_one_finding(tmp_path: Path) -> None:
    """As Excel people group rows: the first row that lacks it is named, and nothing that its meetings would answer."""
    board = Path(shutil.copytree(EXAMPLES / "harrowmere", tmp_path / "harrowmere"))
    before = [str(each) for each in bscb_docs.check(bscb_docs.read_board(board))]
    book = openpyxl.load_workbook(board / "meetings.xlsx")
    above = None
    for row in book.active.iter_rows(min_row=2):
        row[0].value, above = None if row[0].value == above else row[0].value, row[0].value
    book.save(board / "meetings.xlsx")
    told = [each for each in bscb_docs.check(bscb_docs.read_board(board)) if str(each) not in before]
    assert [(each.code, each.place.within, len(each.also)) for each in told] == [
        ("REC-12", "sheet Meetings, row 3", 29)
    ]
    assert told[0].mend == "Write its body: an empty cell does not take what stands above it."


def test_twice_as_many_files_are_read_with_twice_the_work(tmp_path: Path) -> None:
    """No file is held against all others: those alone that share a record with it may be its copy."""

    def work_of(count: int) -> int:
        for at in range(count):
            cards = "".join(f"# Body: Group {at} {name}\n\n" for name in ("One", "Two", "Three", "Four"))
            (tmp_path / f"groups-{at}.md").write_text(cards, encoding="utf-8")
        return calls_of(lambda: bscb_docs.read_board(tmp_path))

    work_of(1)  # what is made once and kept is there
    few, many, most = map(work_of, (20, 40, 60))
    assert most - many < 1.05 * (many - few)

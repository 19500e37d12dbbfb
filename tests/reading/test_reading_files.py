"""Files and tables of a board's folder: what is read, what is refused, and how to save it right."""

import csv
import datetime as dt
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font
from work import calls_of

import bscb_docs
from bscb_docs.diagnostics.codes import CODES
from bscb_docs.diagnostics.errors import BoardError
from bscb_docs.diagnostics.location import Place
from bscb_docs.reading.folder import read_board
from bscb_docs.records import Board, Body, Gap, Meeting, Organisation, Prose, Reading, Review, Update

BODY = "# Body: Exec Böard\n"
Told = list[tuple[str, str, str]]


def told(board: Board) -> Told:
    """Each finding's code, place and message."""
    return [(finding.code, str(finding.place), finding.message) for finding in board.findings]


def codes(board: Board) -> list[tuple[str, str]]:
    """Each finding's code and place."""
    return [(finding.code, str(finding.place)) for finding in board.findings]


def read(folder: Path, **files: str | bytes) -> Board:
    """The board of those files; two underscores in a name stand for the dot."""
    for name, data in files.items():
        (folder / name.replace("__", ".")).write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_board(folder)


@pytest.mark.parametrize(
    ("data", "code", "line", "words"),
    [
        (BODY.encode("cp1252"), "FIL-01", 1, "Notepad"),
        (b"# Body: B\n\nCaf\xe9.\n", "FIL-01", 3, "Notepad"),
        (BODY.encode("utf-16"), "FIL-01", 0, "Notepad"),
        (BODY.encode("utf-16-be"), "FIL-02", 0, "plain text"),
        (b"PK\x03\x04" + b"x" * 50, "FIL-02", 0, "plain text"),
        (b"%PDF-1.7\n", "FIL-02", 0, "plain text"),
        (bytes(range(256)), "FIL-02", 0, "plain text"),
        (b"# Body: B\n" + b"\n" * (20 * 1024 * 1024), "FIL-03", 0, "several files"),
        (b"", "FIL-06", 0, "restore"),
        (b"\xef\xbb\xbf \n\n", "FIL-06", 0, "restore"),
        ("# Body: B\n\nCafé".encode()[:-1], "FIL-07", 3, "Restore"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, data: bytes, code: str, line: int, words: str) -> None:
    """One finding says why, and how to mend it in the programs that people have."""
    (finding,) = read(tmp_path, a__md=data).findings
    assert (code, CODES[code].severity, Place("a.md", line)) == (finding.code, finding.severity, finding.place)
    assert words in finding.mend


SPOILT = {
    "a pound": "£118,400 and £62,000",
    "a letter with an accent": "Café of Zoë",
    "Welsh": "Tŷ Gŵyr",
    "quotation marks": "“Heard” – the children’s word…",
    "a hard space": "5\u00a0June",
}


@pytest.mark.parametrize("words", SPOILT.values(), ids=list(SPOILT))
def test_letters_spoilt_by_another_encoding_are_one_finding(tmp_path: Path, words: str) -> None:
    """They are read as they were, and the finding shows the first of them as it is and as it was."""
    spoilt = "".join(bytes([at]).decode("cp1252", "ignore") or chr(at) for at in words.encode())
    board = read(tmp_path, a__md=f"# Body: B\n\n{spoilt}.\n".encode())
    assert [(each.code, str(each.place), each.stops) for each in board.findings] == [("FIL-07", "a.md:3", True)]
    assert str(board.of(Body)[0].text) == f"{words}."
    first = next(letter for letter in words if not letter.isascii())
    assert f'was "{first}" before a program saved the file in another encoding.' in board.findings[0].message


@pytest.mark.parametrize("words", ["CAFÉ” – «À» Ürün", "地区安全 “É” Â", "à «é»", "–“É…"])
def test_letters_that_stand_so_are_not_spoilt(tmp_path: Path, words: str) -> None:
    """Capitals with accents stand before quotation marks, and scripts beyond Europe have letters side by side."""
    assert "FIL-07" not in [each.code for each in read(tmp_path, a__md=f"# Body: B\n\n{words}\n".encode()).findings]


def test_a_table_with_more_words_in_its_name_is_told_its_name(tmp_path: Path) -> None:
    """People write "final" after it; no plugin has to do with that."""
    (finding,) = read(tmp_path, **{"readings final__csv": b"measure,period,value\nM1,2025-26,3\n"}).findings
    assert finding.code == "TAB-01"
    assert finding.mend.startswith('Name it "readings" alone; ')
    assert "plugin" not in finding.mend


def test_a_refused_file_is_told_once(tmp_path: Path) -> None:
    """Names that it would have given are not reported as unknown too."""
    board = read(tmp_path, a__md=BODY.encode("cp1252"), b__md="# Body: B\nreports to: Exec Böard\nhost: Exec Böard\n")
    assert codes(board) == [("FIL-01", "a.md:1"), ("REF-01", "b.md:3:7")]
    assert board.files == ("b.md",)


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    """Notepad and Excel write one."""
    assert read(tmp_path, a__md=b"\xef\xbb\xbf" + BODY.encode()).of(Body)[0].title == "Exec Böard"


def test_halves_of_characters_are_refused_by_name(tmp_path: Path) -> None:
    """A lone surrogate would delete the rest of a Word file."""
    data = "# Body: B\nmeets: a\ud83db\n".encode("utf-8", "surrogatepass")
    assert codes(read(tmp_path, a__md=data)) == [("TXT-01", "a.md:2:9")]


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    """Pictures, Word files and hidden files are no records; endings that look like records are noted."""
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "a.md").write_text("words")
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "deep" / "er" / "B.MD").write_text("# Body: B\n")
    board = read(
        tmp_path, **{"~$a__md": "x", "logo__png": "x", "a__txt": "x", "a__docx": "x"}, a__markdown="x", b__xls="x"
    )
    assert codes(board) == [("FIL-08", "b.xls")]
    assert board.files == ("deep/er/B.MD",)


def test_a_file_with_a_second_ending_is_told_before_all_else(tmp_path: Path) -> None:
    """Notepad makes plan.md.txt of plan.md, and Windows hides it; so all that names the plan's records is astray."""
    (tmp_path / "a.md").write_text("# Update P1\n\nWords.\n", encoding="utf-8")
    (tmp_path / "plan.md.txt").write_text("# Priority P1: One\n", encoding="utf-8")
    first, *_ = bscb_docs.check(read_board(tmp_path))
    assert (first.code, str(first.place)) == ("FIL-10", "plan.md.txt")
    assert first.mend.startswith('Rename it to "plan.md": ')


def test_a_folder_of_nothing_but_second_endings_says_so(tmp_path: Path) -> None:
    """The board that has no file at all is told which one to rename."""
    (tmp_path / "plan.md.txt").write_text("# Priority P1: One\n", encoding="utf-8")
    with pytest.raises(BoardError, match=r'Rename "plan\.md\.txt" to "plan\.md"\.'):
        read_board(tmp_path)


def test_links_out_of_the_folder_are_refused(tmp_path: Path) -> None:
    """What lies elsewhere can change unseen; a link within the folder leads to what is read anyway."""
    outside, board = tmp_path / "outside", tmp_path / "board"
    outside.mkdir()
    board.mkdir()
    (outside / "a.md").write_text("# Body: Outside\n")
    (board / "b.md").write_text("# Body: Inside\n")
    (board / "again.md").symlink_to(board / "b.md")
    (board / "folder").symlink_to(outside)
    (board / "nowhere.md").symlink_to(board / "none.md")
    (board / "out.md").symlink_to(outside / "a.md")
    (board / "round.md").symlink_to(board / "round.md")
    found = read_board(board)
    assert [("FIL-04", name) for name in ("folder", "nowhere.md", "out.md", "round.md")] == codes(found)
    assert [body.title for body in found.of(Body)] == ["Inside"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only some systems have such files")
def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    """A pipe or a folder that is called like a record file is told of."""
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "folder.md").mkdir()
    assert codes(read(tmp_path, a__md=BODY)) == [("FIL-05", "pipe.md")]


CSV: list[tuple[str, str, Told]] = [
    (
        "meetingz.csv",
        "body\n",
        [("TAB-01", "meetingz.csv", '"meetingz" is no name that a table can have, so this one is left out.')],
    ),
    (
        "meetings.csv",
        "Exec Böard,2018\n",
        [("TAB-02", "meetings.csv:1", "The first row names no field, so the table is left out.")],
    ),
    (
        "meetings.csv",
        "body,dat\nExec Böard,2018\n",
        [("TAB-03", 'meetings.csv:1, column "dat"', '"dat" is no column of meetings, so it is left out.')],
    ),
    (
        "meetings.csv",
        "bodi,date\nExec Böard,2018\nExec Böard,2019\n",
        [("TAB-03", 'meetings.csv:1, column "bodi"', '"bodi" is no column of meetings, so it is left out.')],
    ),
    (
        "meetings.csv",
        "body,date,Date\nExec Böard,2018,2019\n",
        [("TAB-04", 'meetings.csv:1, column "Date"', '"Date" is the name of two columns; the first holds.')],
    ),
    (
        "meetings.csv",
        "body,date\nExec Böard,2018,held\n",
        [
            (
                "TAB-05",
                "meetings.csv:2",
                'This row has more cells than the first row has names, such as "held"; the row is left out.',
            )
        ],
    ),
    (
        "meetings.csv",
        "body,date,items\nExec Böard,2018,1,100\nExec Böard, North,2018,5\n",
        [
            (
                "TAB-05",
                f"meetings.csv:{line}",
                f'This row has more cells than the first row has names, such as "{over}"; the row is left out.',
            )
            for line, over in ((2, "100"), (3, "5"))
        ],
    ),
    (
        "meetings.csv",
        'body,date\nExec Böard,2018\n"Exec Böard,2018\n',
        [
            (
                "TAB-06",
                "meetings.csv:3",
                "A quotation mark here has no fellow or stands within a value; the rows from here on are left out.",
            )
        ],
    ),
    (
        "meetings.csv",
        "body,items\nExec Böard,3\nTotal:,3\n",
        [
            (
                "TAB-09",
                "meetings.csv:3",
                'This row is called "Total:", as if it were another one of its table; it is left out.',
            )
        ],
    ),
    (
        "meetings.csv",
        "body,date\n,2018\n",
        [
            (
                "REC-12",
                "meetings.csv:2",
                'Meeting in row 2: "body" is missing, which every Meeting needs, so it is left out.',
            )
        ],
    ),
    (
        "meetings.csv",
        'body,items\nExec Böard,"two\nlines"\nExec Boerd,x\n',
        [("REF-01", 'meetings.csv:4, row 3, column "body"', 'Meeting in row 3, body: no Body is called "Exec Boerd".')],
    ),
    (
        "meetings.csv",
        "body,items\nExec Böard,a\tb\n",
        [
            (
                "TXT-01",
                'meetings.csv:2, column "items"',
                "Meeting in row 2, items: a tab stands here, which cannot be printed.",
            )
        ],
    ),
    (
        "reviews.csv",
        "id,text\nR1,• a point\n",
        [("PRO-06", 'reviews.csv:2, column "text"', '"•" is a pasted bullet and is printed as a character.')],
    ),
]


@pytest.mark.parametrize(("name", "text", "expected"), CSV)
def test_a_bad_table_has_its_finding(tmp_path: Path, name: str, text: str, expected: Told) -> None:
    """Each fault names the row and the column."""
    assert expected == told(read(tmp_path, a__md=BODY, **{name.replace(".", "__"): text}))


SORTED = ("Agree", "Book", "Call", "Draft", "Edit", "Find", "Give", "Hold")
"""First words in the order of the alphabet, one for each of eight rows."""


@pytest.mark.parametrize(
    ("words", "told_at"),
    [(SORTED, ['reviews.csv:2, column "text"']), (SORTED[:7], []), ((*SORTED[:6], SORTED[7], SORTED[6]), [])],
    ids=["eight-sorted", "too-few", "one-out-of-order"],
)
def test_a_text_column_sorted_alone_is_told(tmp_path: Path, words: tuple[str, ...], told_at: list[str]) -> None:
    """Ids and texts that both go up, row by row, are told once; where one text stands otherwise, nothing is."""
    rows = "".join(f"R{at},{word} the review\n" for at, word in enumerate(words, 1))
    findings = read(tmp_path, reviews__csv=f"id,text\n{rows}").findings
    assert told_at == [str(each.place) for each in findings if each.code == "TAB-10"]


def test_a_table_sorted_as_a_whole_is_sound(tmp_path: Path) -> None:
    """Where the ids went along with the texts, every row still has its own."""
    rows = "".join(f"R{9 - at},{word} the review\n" for at, word in enumerate(SORTED, 1))
    assert "TAB-10" not in [each.code for each in read(tmp_path, reviews__csv=f"id,text\n{rows}").findings]


@pytest.mark.parametrize("text", ["\n,,\n", "note\nx\n"])
def test_a_table_without_fields_is_told(tmp_path: Path, text: str) -> None:
    """An empty header row, or notes alone, make no records."""
    assert [code for code, _ in codes(read(tmp_path, a__md=BODY, meetings__csv=text))] == ["TAB-02"]


def test_a_table_in_windows_encoding_says_how_to_save_it_in_excel(tmp_path: Path) -> None:
    """Excel's plain CSV loses letters elsewhere; its other one does not."""
    (finding,) = read(tmp_path, meetings__csv="body\nExec Böard\n".encode("cp1252")).findings
    assert ("FIL-01", Place("meetings.csv", 2)) == (finding.code, finding.place)
    assert "CSV UTF-8" in finding.mend


@pytest.mark.parametrize(
    "text",
    [
        'body,date,state,items,note\nExec Böard,5 April 2018,Held,"a, b",x\n\n',
        "\ufeffBODY;Date;State;items;note\r\nExec Böard;5 April 2018;HELD;a, b;x\r\n;;;;\r\n",
        "sep=;\nbody;date;state;items\nExec Böard;5 April 2018;held;a, b\n",
        "body\tdate\tstate\titems\nExec Böard\t5 April 2018\theld\ta, b\n",
    ],
)
def test_a_table_is_read_however_excel_saved_it(tmp_path: Path, text: str) -> None:
    """Commas or semicolons, capitals or not; a note is never read, an empty row is none."""
    board = read(tmp_path, a__md=BODY, meetings__csv=text)
    (meeting,) = board.of(Meeting)
    expected = ((), "Exec Böard", "5 April 2018", "held", "a, b")
    assert expected == (board.findings, meeting.body.name, str(meeting.date), meeting.state, meeting.items)


def test_a_cell_may_be_a_gap_several_values_or_a_text(tmp_path: Path) -> None:
    """`not recorded` is a gap, lines in a cell are values, and a text keeps its paragraphs and its line."""
    text = 'id,title,theme,published,text\nR1,A review,"neglect\nvoice","not recorded, because lost","One.\n\n- two"\n'
    board = read(tmp_path, reviews__csv=text)
    (review,) = board.of(Review)
    assert (board.findings, review.id, review.title, review.themes) == ((), "R1", "A review", ("neglect", "voice"))
    assert ((Gap("published", "lost"),), Prose("One.\n\n- two")) == (review.gaps, review.text)
    assert review.text.place.line == 2


@pytest.mark.parametrize("name", ["about", "action", "Objective", "task", "recommendation"])
def test_a_table_of_updates_may_call_its_column_after_the_work(tmp_path: Path, name: str) -> None:
    """Owners and boards say "action" of what the records call `about`."""
    action = (
        "# Status: Complete\nmeans: complete\n\n# Plan: P\n\n## Priority P1: One\n\n### Action A1\n\nWe will act.\n"
    )
    board = read(tmp_path, a__md=action, updates__csv=f"{name},status\nA1,Complete\n")
    assert ([update.about.name for update in board.of(Update)], board.findings) == (["A1"], ())


@pytest.mark.parametrize(
    "name", ["meetings-2025-26", "Meetings Q1 2025-26", "meetings April to June 2025", "meeting 2025"]
)
def test_a_tables_name_may_end_with_a_period(tmp_path: Path, name: str) -> None:
    """As people keep a quarter in a file of its own."""
    (tmp_path / f"{name}.csv").write_text("body,date\nExec,May 2025\n", encoding="utf-8")
    (tmp_path / "board.md").write_text("# Body: Exec\n", encoding="utf-8")
    board = read_board(tmp_path)
    assert ([str(finding) for finding in board.findings], len(board.of(Meeting))) == ([], 1)


def test_a_tables_name_may_have_hyphens(tmp_path: Path) -> None:
    """Two words of a kind are joined as file names join them."""
    board = read(tmp_path, **{"recorded-figures__csv": "id,value\nF1,20\n"})
    assert (board.findings, len(board.records)) == ((), 1)


Fill = Callable[[openpyxl.Workbook], None]


def workbook(path: Path, fill: Fill) -> None:
    """A workbook as its author fills it."""
    book = openpyxl.Workbook()
    fill(book)
    book.save(path)


def test_a_look_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """The records are read all the same, and nobody believes that nothing is struck through."""

    def fill(book: openpyxl.Workbook) -> None:
        book.active.title = "Meetings"
        book.active.append(["body", "date"])
        book.active.append(["Exec Böard", "May 2017"])
        book.active["A2"].font = Font(strike=True)
        book.active["A2"].comment = Comment("Ask.", "Jo")

    path = tmp_path / "book.xlsx"
    workbook(path, fill)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert "xl/comments/comment1.xml" in parts
    parts["xl/comments/comment1.xml"] = b"<comments"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    board = read(tmp_path, a__md=BODY)
    message = "What is struck through, hidden or merged in this workbook cannot be told; all of it is read."
    assert (told(board), len(board.of(Meeting))) == ([("TAB-08", "book.xlsx", message)], 1)


def test_a_workbook_is_read_as_a_person_reads_it(tmp_path: Path) -> None:
    """A real date, a whole number and a written date mean what they show; a sheet of notes is not read."""

    def fill(book: openpyxl.Workbook) -> None:
        sheet = book.active
        sheet.title = "Meetings"
        sheet.append(["body", "date", "state", "items", "note"])
        sheet.append(["Exec Böard", dt.datetime(2018, 4, 5), "held", 9.0, "x"])
        sheet.append([])
        sheet.append(["Exec Böard", "5th April 2018", "held", 0.5])
        book.create_sheet("Notes").append(["anything"])
        book.create_sheet("Sheet2")
        book.create_sheet("organisations").append(["Title"])
        book["organisations"].append(["Sample Trust"])

    workbook(tmp_path / "book.xlsx", fill)
    board = read(tmp_path, a__md=BODY)
    first, second = board.of(Meeting)
    assert board.findings == ()
    assert (first.date, "9", "0.5") == (second.date, first.items, second.items)
    assert Place("book.xlsx", within="sheet Meetings, cell A2") == first.body.place
    assert Place("book.xlsx", within="sheet Meetings, row 4") == second.place
    assert [organisation.title for organisation in board.of(Organisation)] == ["Sample Trust"]


@pytest.mark.parametrize(
    ("shown_as", "read_as"), [("mmm-yy", "June 2025"), ("[$-809]mmmm yyyy", "June 2025"), ("d-mmm-yy", "1 June 2025")]
)
def test_a_month_typed_in_excel_is_no_day(shown_as: str, read_as: str, tmp_path: Path) -> None:
    """Excel keeps "June 2025" as the first of June, and shows it without the day."""

    def fill(book: openpyxl.Workbook) -> None:
        book.active.append(["body", "date"])
        book.active.append(["Exec Böard", dt.datetime(2025, 6, 1)])
        book.active["B2"].number_format = shown_as

    workbook(tmp_path / "meetings.xlsx", fill)
    assert [str(meeting.date) for meeting in read(tmp_path, a__md=BODY).of(Meeting)] == [read_as]


def test_a_per_cent_typed_in_excel_is_read_as_one(tmp_path: Path) -> None:
    """Excel keeps 70% as 0.7."""

    def fill(book: openpyxl.Workbook) -> None:
        book.active.append(["measure", "period", "value"])
        book.active.append(["M1", "Q2 2025-26", 0.7])
        book.active["C2"].number_format = "0%"

    workbook(tmp_path / "readings.xlsx", fill)
    assert [str(reading.value) for reading in read(tmp_path, a__md="# Measure M1: Files\n").of(Reading)] == ["70%"]


def test_merged_cells_are_told_once(tmp_path: Path) -> None:
    """Only the first of the rows has their words; that each of the others lacks them follows."""

    def fill(book: openpyxl.Workbook) -> None:
        for row in (["body", "date"], ["Exec Böard", "May 2018"], [None, "June 2018"], [None, "July 2018"]):
            book.active.append(row)
        book.active.merge_cells("A2:A4")
        book.active.merge_cells("B1:C1")

    workbook(tmp_path / "meetings.xlsx", fill)
    message = "The cells A2 to A4 are merged, so only the first of these rows has their words."
    assert told(read(tmp_path, a__md=BODY)) == [("TAB-07", "meetings.xlsx, sheet Sheet, cell A2", message)]


def test_a_workbook_of_one_sheet_may_be_called_after_its_file(tmp_path: Path) -> None:
    """Excel calls the sheet Sheet1 whatever is in it."""

    def fill(book: openpyxl.Workbook) -> None:
        book.active.append(["body"])
        book.active.append(["Exec Böard"])

    workbook(tmp_path / "meetings.xlsx", fill)
    board = read(tmp_path, a__md=BODY)
    assert (board.findings, len(board.of(Meeting))) == ((), 1)


def _strike(sheet: Any, *cells: str) -> None:
    for name in cells:
        sheet[name].font = openpyxl.styles.Font(strike=True)


def _strike_words(sheet: Any) -> None:
    sheet["A4"] = CellRichText(TextBlock(InlineFont(strike=True), "Exec "), "Böard")


def _filter(sheet: Any) -> None:
    sheet.auto_filter.ref = "A1:C6"
    sheet.auto_filter.add_filter_column(0, ["Exec Böard"])
    sheet.row_dimensions[3].hidden = True


def _hide_rows(sheet: Any) -> None:
    for number in (2, 4, 5, 6):
        sheet.row_dimensions[number].hidden = True


MARKED = [
    (lambda sheet: _strike(sheet, "A3", "B3"), "row 3 is struck through"),
    (lambda sheet: _strike(sheet, "B2", "A4"), "cells B2 and A4 are struck through"),
    (_strike_words, "cell A4 is struck through"),
    (_hide_rows, "rows 2 and 4 to 6 are hidden"),
    (_filter, "row 3 is hidden by a filter"),
    (lambda sheet: sheet.column_dimensions.group("B", hidden=True), "column B is hidden"),
    (lambda sheet: setattr(sheet, "sheet_state", "hidden"), "the sheet is hidden"),
    (lambda sheet: _strike(sheet, "C2"), ""),
    (lambda sheet: sheet.column_dimensions.group("C", hidden=True), ""),
]
"""What is struck through or hidden, and the words of its finding; the column `note` is never read."""


@pytest.mark.parametrize(("mark", "words"), MARKED)
def test_what_is_struck_through_or_hidden_in_a_sheet_is_told(
    tmp_path: Path, mark: Callable[[Any], None], words: str
) -> None:
    """It is read like the rest, so that nothing is lost, and one finding for the sheet says so."""

    def fill(book: openpyxl.Workbook) -> None:
        sheet = book.active
        sheet.title = "Meetings"
        sheet.append(["body", "date", "note"])
        for month in ("May", "June", "July", "August", "October"):
            sheet.append(["Exec Böard", f"{month} 2017", "ask"])
        book.create_sheet("Notes")
        mark(sheet)

    workbook(tmp_path / "book.xlsx", fill)
    board = read(tmp_path, a__md=BODY)
    message = f"In this sheet {words}; all of it is read like the rest."
    assert told(board) == ([("TAB-08", "book.xlsx, sheet Meetings", message)] if words else [])
    assert len(board.of(Meeting)) == 5


@pytest.mark.parametrize(("value", "times"), [("2", 1), ("", 2)])
def test_a_workbook_is_opened_again_only_for_what_was_never_counted(
    value: str, times: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What its formulas are is asked for where one of them has no value."""
    with xlsxwriter.Workbook(tmp_path / "book.xlsx") as book:
        sheet = book.add_worksheet("Meetings")
        sheet.write_row(0, 0, ["body", "items"])
        sheet.write_row(1, 0, ["Exec Böard"])
        sheet.write_formula(1, 1, "=1+1", None, value)
    opened, load = [], openpyxl.load_workbook

    def count(*given: Any, **options: Any) -> Any:
        opened.append(options)
        return load(*given, **options)

    monkeypatch.setattr(openpyxl, "load_workbook", count)
    assert len(read(tmp_path, a__md=BODY).of(Meeting)) == 1
    assert len(opened) == times


def test_what_a_workbook_hides_is_told(tmp_path: Path) -> None:
    """An error, a formula that was never counted, a cell far out, a sheet of an unknown name."""

    def fill(book: openpyxl.Workbook) -> None:
        sheet = book.active
        sheet.title = "Meetings"
        sheet.append(["body", "items", "host"])
        sheet.append(["Exec Böard", "=1+1", "#REF!"])
        sheet["ZZ3"] = "far"
        sheet["A3"] = "Exec Böard"
        book.create_sheet("Boddies")["B7"] = "x"

    workbook(tmp_path / "book.xlsx", fill)
    assert not [each for each in read(tmp_path, a__md=BODY).findings if "plugin" in each.mend]
    assert told(read(tmp_path, a__md=BODY)) == [
        ("TAB-07", "book.xlsx, sheet Meetings, cell B2", "This cell holds a formula that was never counted."),
        ("TAB-07", "book.xlsx, sheet Meetings, cell C2", "This cell holds #REF!, which Excel shows for an error."),
        (
            "TAB-05",
            "book.xlsx, sheet Meetings, row 3",
            'This row has more cells than the first row has names, such as "far"; the cell is left out.',
        ),
        ("TAB-01", "book.xlsx, sheet Boddies", '"Boddies" is no name that a table can have, so this one is left out.'),
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"PK\x03\x04junk", "FIL-02"), (b"\xd0\xcf\x11\xe0junk", "FIL-02"), (b"words", "FIL-02"), (b"", "FIL-06")],
)
def test_a_workbook_that_cannot_be_opened_is_told(tmp_path: Path, data: bytes, code: str) -> None:
    """Broken, protected, old or empty: a finding, never a traceback."""
    assert codes(read(tmp_path, a__md=BODY, b__xlsx=data)) == [(code, "b.xlsx")]


def test_an_empty_workbook_is_told(tmp_path: Path) -> None:
    """A workbook without a word is as empty as a file without one."""
    workbook(tmp_path / "b.xlsx", lambda book: None)
    assert codes(read(tmp_path, a__md=BODY)) == [("FIL-06", "b.xlsx")]


@pytest.mark.slow
def test_reading_leaves_pythons_own_limit_of_cells_as_it_was(tmp_path: Path) -> None:
    """A script may read tables of its own beside."""
    before = csv.field_size_limit()
    board = read(tmp_path, meetings__csv="body,items\nExec Böard," + "x" * (before + 1) + "\n", a__md=BODY)
    assert (len(board.of(Meeting)), csv.field_size_limit()) == (1, before)


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    """What a workbook declares is looked at before it is opened: this one could not be unpacked to its end."""
    file = tmp_path / "b.xlsx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as book, book.open("xl/worksheets/sheet1.xml", "w") as part:
        for _ in range(257):
            part.write(b"0" * 1024 * 1024)
    broken = bytearray(file.read_bytes())
    broken[100:200] = bytes(100)
    file.write_bytes(broken)
    assert codes(read(tmp_path, a__md=BODY)) == [("FIL-03", "b.xlsx")]


def test_twice_as_many_records_are_twice_the_work(tmp_path: Path) -> None:
    """Reading looks at each card by itself: nothing grows with the square of their number."""
    points = "- Neglect\n- Missing children {{#missing}}\n\n"
    card = "### Action A{0}\ndue: September 2018\n\nThe board will see to:\n\n" + points
    words = "What this changes for children will be measured and told. " * 5

    def read_cards(count: int) -> None:
        text = "# Plan: P\n\n## Priority P1: One\n\n" + "\n\n".join(card.format(at) + words for at in range(count))
        board = read(tmp_path, a__md=text)
        assert (board.findings, len(board.records)) == ((), count + 2)

    read_cards(1)  # what is made once and kept is there
    few, many = (calls_of(lambda count=count: read_cards(count)) for count in (200, 400))
    assert many < 2.1 * few


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("£1.234,50", "Write £1,234.50."),
        ("1234,50", "Write 1234.50."),
        ("12.000", "Write £12,000 or £12.00."),
        ("1234.5", "Write it as £1,234.50."),
        ("#REF!", "Mend it in Excel"),
        ("#####", "where ##### only wants a wider column"),
    ],
)
def test_a_sum_as_excel_exports_it_is_told_with_what_to_write(typed: str, said: str, tmp_path: Path) -> None:
    """With the point and comma of another country, without its sign, or as what stands for no value."""
    (tmp_path / "contributions.csv").write_text(f"partner;years;amount\nB;2025-26;{typed}\n", encoding="utf-8")
    (tmp_path / "a.md").write_text("# Body: B\n", encoding="utf-8")
    (found,) = bscb_docs.read_board(tmp_path).findings
    assert said in found.mend


def test_rows_above_the_names_of_fields_are_to_be_taken_out(tmp_path: Path) -> None:
    """A title above a table is a habit of Excel's people."""
    (tmp_path / "meetings.csv").write_text("Meetings of 2025-26,,\n\nbody,date,host\n", encoding="utf-8")
    (tmp_path / "a.md").write_text("# Body: B\n", encoding="utf-8")
    (found,) = bscb_docs.read_board(tmp_path).findings
    assert found.mend == "Row 3 has the names of fields: take the rows above it out."

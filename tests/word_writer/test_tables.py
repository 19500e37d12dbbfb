"""Tables fit: no word is cut in two, no line of a tall row is lost, and a wide table turns its page."""

import subprocess
from io import BytesIO
from pathlib import Path
from shutil import copytree

import pytest
from docx import Document
from programs import require
from work import calls_of

import bscb_docs
from bscb_docs import Board
from bscb_docs.ooxml import word_markup
from bscb_docs.ooxml.house_file import load_house_file
from bscb_docs.ooxml.package import read_parts
from bscb_docs.ooxml.part_names import DOCUMENT
from bscb_docs.ooxml.passages import read_returned
from bscb_docs.ooxml.text_width import Lettering
from bscb_docs.pdf.libreoffice import convert
from bscb_docs.pdf.printed_words import PrintedWords, compare_words
from bscb_docs.prose.blocks import NO_BREAK
from bscb_docs.word_writer.tables.column_widths import CELL_MARGINS, even_share, lowest, share_width, widen
from bscb_docs.word_writer.tables.fitted_columns import fit_tables
from bscb_docs.word_writer.tables.text_measure import Cell, TextMeasure, columns_of, row_lines

WORDS = "Referrals Assessments Conferences Harrowmere Timeliness Re-referrals Closed Quarter Attendance Children Visits"
FILLER = "The partners have looked at this with care and found that much is still to be done before summer comes."


def board_with(tmp_path: Path, narrative: str) -> Board:
    """A board whose one document is a report with that narrative."""
    (tmp_path / "board.md").write_text("# Board: Example Board\n", encoding="utf-8")
    (tmp_path / "documents.md").write_text("# Document report: Report\nsection: narrative\n", encoding="utf-8")
    (tmp_path / "report.md").write_text(
        f"# Narrative report: Report\n\n## What we saw\n\n{narrative}\n", encoding="utf-8"
    )
    return bscb_docs.read_board(tmp_path)


def table(columns: int, rows: int, cell: str = "12") -> str:
    """A Markdown table of that many columns, each headed by a word of its own."""
    names = [f"{word}" for word in (WORDS.split() * 2)[:columns]]
    lines = [names, ["---"] * columns, *([cell] * columns for _ in range(rows))]
    return "Before.\n\nCaption: How many\n\n" + "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n\nAfter.\n"


@pytest.mark.parametrize(
    ("widths", "least", "expected"),
    [
        ([1000, 2000], [900, 900], [1000, 2000]),
        ([1000, 2000], [1200, 900], [1200, 1800]),
        ([1000, 2000, 3000], [1500, 1500, 1500], [1500, 1875, 2625]),
        ([1000, 1000], [1500, 1500], [1000, 1000]),
        ([1000, 1000], [3000, 1000], [1500, 500]),
    ],
)
def test_columns_take_what_they_lack_from_those_that_can_spare_it(
    widths: list[int], least: list[int], expected: list[int]
) -> None:
    """An author's widths stay unless a word is wider; together they are as wide as before."""
    assert widen(widths, least) == expected


def test_a_bullet_takes_its_part_of_a_line() -> None:
    """A word after one needs a wider column than the same word without, and breaks its lines sooner."""
    house = load_house_file()
    measure, text, bullet = TextMeasure(house), house.style("Table Text").id, house.style("Table Bullet").id
    assert measure.longest("Safeguarding", bullet) - measure.longest("Safeguarding", text) == 284
    width = measure.line("Safeguarding children", text) + 200
    assert measure.lines("Safeguarding children", text, width) < measure.lines("Safeguarding children", bullet, width)


def test_paragraphs_of_a_cell_stand_close() -> None:
    """Four short ones take less than four rows of one."""
    house = load_house_file()
    measure, text = TextMeasure(house), house.style("Table Text").id
    one, four = (Cell(measure, [("Delivered", text, False)] * number) for number in (1, 4))
    assert row_lines([four], [2000]) < 4 * row_lines([one], [2000]) - 0.5


def test_shares_add_up_and_hold_the_longest_word() -> None:
    """What is left over goes to the columns with more to say."""
    assert share_width(9000, [1000, 1000, 2000], [10, 10, 30]) == [2000, 2000, 5000]
    assert share_width(9000, [6000, 6000], [1, 1]) == [4500, 4500]


WORDY = [[16, 4], [16, 4]]
"""Twips, in thousands, that each cell of two rows would fill on one line: the first column has more to say."""


@pytest.mark.parametrize(
    ("widths", "least", "said", "expected"),
    [
        ([4000, 4000], [500, 500], WORDY, [6000, 2000]),
        ([4000, 4000], [500, 2500], WORDY, [5500, 2500]),
        ([4000, 4000], [500, 500], [[4, 4], [2, 1]], [4000, 4000]),
        ([4000, 4000], [5000, 5000], WORDY, [4000, 4000]),
        ([3000, 3000, 3000], [500, 500, 500], [[16, 16, 1]], [4125, 4375, 500]),
        ([8000], [500], [[16], [4]], [8000]),
    ],
    ids=["more to say", "a long word", "low already", "no room", "two alike", "one column"],
)
def test_width_moves_to_where_it_makes_a_table_lower(
    widths: list[int], least: list[int], said: list[list[int]], expected: list[int]
) -> None:
    """From columns that need it less, never past their longest word; where nothing is won the author's widths stay."""

    def heights(number: int, width: int) -> list[float]:
        return [-(-row[number] * 1000 // width) for row in said]

    assert lowest(widths, least, heights) == expected


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 1000, 1),
        ("one", 1, 1),
        ("one two three", 1000, 2),
        ("safeguarding safeguarding", 1700, 2),
        ("in 2025-26", 1000, 2),
        ("re-referral", 900, 2),
    ],
    ids=["nothing", "a word too long", "two on a line", "one word a line", "years", "a hyphen"],
)
def test_lines_are_told_word_by_word(text: str, width: int, expected: int) -> None:
    """Lines end after words and hyphens, never within years."""
    assert Lettering(24).take_apart(text).lines(width) == expected


def fitted(*tables: list[list[str]]) -> list[list[int]]:
    """The widths of the columns of tables that were drawn alike, all columns as wide as one another."""
    house = load_house_file()
    style = house.style("Table Text").id
    text = [
        word_markup.table(
            house.style("Board Table").id,
            [3000] * 3,
            [
                [word_markup.paragraph(style, word_markup.run(cell)) for cell in row]
                for row in [["Action", "Owner", "Due"], *rows]
            ],
        )
        for rows in tables
    ]
    fit_tables(text, house)
    return [columns_of(table) for table in text]


def test_tables_alike_have_columns_alike() -> None:
    """One in which rows grow high takes others with it, but where its columns would make one of them much higher."""
    low, high = [["Act", "Board", "May 2026"]], [[FILLER * 2, "Board", "May 2026"]]
    long_owner = [["Act", FILLER * 4, "May 2026"]]
    assert fitted(low) == [[3000] * 3]
    first, second = fitted(low, high)
    assert first == second
    assert first[0] > 5000
    first, second = fitted(high, long_owner)
    assert (first[0] > first[1], second[0] < second[1]) == (True, True)


def test_cells_that_say_the_same_are_measured_once() -> None:
    """A table whose rows say the same costs two thirds of one in which every row says something else, or less."""
    same, other = ([[f"Met {FILLER} {row * step}", "Board", "Green"] for row in range(100)] for step in (0, 1))
    fitted(same, other)  # so that no word is met for the first time while work is counted
    assert calls_of(lambda: fitted(same)) < 0.67 * calls_of(lambda: fitted(other))


@pytest.mark.parametrize(
    ("wishes", "share"),
    [([9000, 9000, 9000], 3000), ([1000, 9000, 9000], 4000), ([1000, 3500, 9000], 4500), ([1000], 9000)],
)
def test_narrow_columns_leave_their_rest_to_the_others(wishes: list[int], share: int) -> None:
    """Nobody's share is smaller for what another does not need."""
    assert even_share(9000, wishes) == share


def test_a_sentence_beside_much_text_stands_in_no_ribbon() -> None:
    """Its column holds four or five words a line, though the table would be lower if it gave its width away."""
    (widths,) = fitted([[FILLER * 40, FILLER, "May 2026"]])
    assert Lettering(24).width("much is still to be") < widths[1] - CELL_MARGINS < widths[0]


def test_a_word_may_end_a_line_at_its_hyphen() -> None:
    """Only what no line can break counts, hard spaces too, in the size, weight and font of its style."""
    plain, bold, large = Lettering(24), Lettering(24, bold=True), Lettering(28, bold=True)
    assert plain.take_apart("Re-assessments of need").longest == plain.width("assessments")
    assert plain.take_apart("Now\u00a0Priority 2").longest == plain.width("Now\u00a0Priority")
    assert plain.take_apart("in 2025-26").longest == plain.width("2025-26")
    assert plain.width("word") < bold.width("word") < large.width("word")
    assert plain.width("word") < Lettering(24, font="Verdana").width("word")


def test_stressed_words_are_counted_as_wide_as_they_are_set() -> None:
    """A line of words in bold ends where they do, the plain words behind them are plain, and a word may be of both."""
    house = load_house_file()
    style, strong = (house.style(name).id for name in ("Table Text", "Strong"))
    plain, bold = Lettering(24), Lettering(24, bold=True)

    def cell(*runs: tuple[str, str]) -> Cell:
        paragraph = word_markup.paragraph(style, "".join(word_markup.run(words, own) for words, own in runs))
        return TextMeasure(house).cells(f"<w:tc>{paragraph}</w:tc>")[0]

    words = "Shared responsibility mentioned"
    whole = CELL_MARGINS + plain.width(words) + 20
    stressed = cell((words, strong))
    assert cell((words, "")).lines(whole) < stressed.lines(whole)
    assert stressed.line == CELL_MARGINS + bold.width(words)
    assert stressed.least == CELL_MARGINS + bold.width("responsibility")
    mixed = CELL_MARGINS + bold.width("Shared:") + plain.width(f" {words}")
    assert cell(("Shared:", strong), (f" {words}", "")).line == pytest.approx(mixed, abs=5)
    assert cell(("Two", strong), ("fold", "")).least == CELL_MARGINS + bold.width("Two") + plain.width("fold")


@pytest.mark.parametrize(
    ("columns", "sideways", "told"),
    [
        (3, False, []),
        (9, True, []),
        (
            14,
            True,
            [
                'The table "How many" has 14 columns, too many to stand side by side even on a page on its side. '
                "Leave out the columns that a reader needs least, or make two tables of it; words are cut in two until "
                "then."
            ],
        ),
    ],
)
def test_a_wide_table_turns_its_page(tmp_path: Path, columns: int, sideways: bool, told: list[str]) -> None:
    """What does not fit upright stands on its side, and what fits nowhere is told where it was typed."""
    built = bscb_docs.build(board_with(tmp_path, table(columns, 3)), "report")
    found = [finding for finding in built.findings if finding.code == "DOC-10"]

    assert ('w:orient="landscape"' in "".join(built.assembled.text)) is sideways
    assert [f"{finding.message} {finding.mend}" for finding in found] == told
    assert [str(finding.place) for finding in found] == ["report.md:9:1"] * len(told)


def printed(tmp_path: Path, narratives: dict[str, str]) -> dict[str, PrintedWords]:
    """What becomes of the words of each narrative's document when LibreOffice lays it out."""
    require("soffice")
    built = {}
    for name, narrative in narratives.items():
        (tmp_path / name).mkdir()
        built[name] = bscb_docs.build(board_with(tmp_path / name, narrative), "report").data
    return {name: compare_words(built[name], pdf) for name, pdf in convert(built, timeout=300).items()}


def test_no_word_of_a_wide_table_is_cut_in_two(tmp_path: Path) -> None:
    """From two to ten columns, each headed by a long word, every word stands whole on the page."""
    found = printed(tmp_path, {str(columns): table(columns, 12) for columns in range(2, 11)})

    assert found == {str(columns): PrintedWords((), ()) for columns in range(2, 11)}


def answers(tmp_path: Path, paragraphs: int) -> bytes:
    """The recommendations of the example board, the last of their updates made so many paragraphs longer."""
    folder = tmp_path / str(paragraphs)
    copytree(Path(__file__).parents[2] / "examples" / "harrowmere", folder)
    updates = folder / "year-2025-26" / "recommendations.md"
    words = "".join(f"\n\nMark{paragraphs}n{number} {FILLER} {FILLER}" for number in range(paragraphs))
    updates.write_text(f"{updates.read_text(encoding='utf-8').rstrip()}{words}\n", encoding="utf-8")
    return bscb_docs.build(bscb_docs.read_board(folder), "recommendations").data


def test_no_line_of_a_tall_row_is_lost(tmp_path: Path) -> None:
    """An update of 4 to 40 paragraphs in a cell is printed to its last word: a row that may be tall may split."""
    require("soffice")
    documents = {str(paragraphs): answers(tmp_path, paragraphs) for paragraphs in range(4, 41, 2)}
    found = {name: compare_words(documents[name], pdf) for name, pdf in convert(documents, timeout=300).items()}

    assert found == dict.fromkeys(documents, PrintedWords((), ()))


def test_a_part_stands_on_one_line_with_its_whole(tmp_path: Path) -> None:
    """Where words need nearly all the room, a column of "118 of 640 (18%)" is still as wide as "118 of 640"."""
    words = "Safeguarding responsibilities"
    head = "| " + " | ".join(words.split()) + " | One | Two | Three |"
    row = f"| {words * 2} | {words * 2} | 118 of 640 (18%) | 118 of 640 (18%) | 118 of 640 (18%) |"
    lines = bscb_docs.build(board_with(tmp_path, f"{head}\n{'| --- ' * 5}|\n{row}"), "report").text.splitlines()
    columns = next(line for line in lines if line.startswith("[columns] ")).removeprefix("[columns] ").split(", ")
    house = load_house_file()
    needed = TextMeasure(house).longest("118\u00a0of\u00a0640", house.style("Table Text").id) + CELL_MARGINS
    assert min(map(int, columns[2:])) >= needed


def test_no_line_ends_within_years(tmp_path: Path) -> None:
    """In cells of several lines, wherever they end; python-docx, our own readers and the PDF still say 2025-26."""
    require("soffice")
    cells = ["Met" + " so" * number + " in Q2 2025-26 as was planned" for number in range(8)]
    lines = [[f"Head {number}" for number in range(8)], ["---"] * 8, cells, ["2024-25"] * 8]
    built = bscb_docs.build(board_with(tmp_path, "\n".join(f"| {' | '.join(line)} |" for line in lines)), "report")
    assert [cell.text for cell in Document(BytesIO(built.data)).tables[0].rows[1].cells] == cells
    assert all(f"[cell] Table Text | {cell}" in built.text for cell in cells)
    assert cells == [passage.text for passage in read_returned(built.data, "it").passages if passage.text in cells]
    (tmp_path / "it.pdf").write_bytes(convert({"it": built.data}, timeout=300)["it"])
    command = [require("pdftotext"), tmp_path / "it.pdf", "-"]
    text = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    assert (text.count("2025-26"), text.count("2024-25")) == (8, 8)
    assert "".join(built.assembled.text).count("<w:noBreakHyphen/>") == 8


def test_no_line_ends_within_a_date_or_before_the_number_of_a_label(tmp_path: Path) -> None:
    """In cells of several lines "5 May 2026" and "action 1" stay whole; who reads the words reads plain spaces."""
    said = "Now Priority 2, action 1 of 2026-27 (see table 3), and 4 of 12 on 5 May 2026 or in July 2026 by 3 partners"
    built = bscb_docs.build(board_with(tmp_path, f"| Head | Other |\n| --- | --- |\n| {said} | {FILLER} |"), "report")
    held = said
    for label in ("Priority 2", "action 1", "table 3", "5 May 2026"):
        held = held.replace(label, label.replace(" ", NO_BREAK))
    assert Document(BytesIO(built.data)).tables[0].rows[1].cells[0].text == held
    assert f"[cell] Table Text | {said}" in built.text
    assert said in [passage.text for passage in read_returned(built.data, "it").passages]


def test_numbers_stand_at_the_right_in_digits(tmp_path: Path) -> None:
    """A column of numbers, and of the same words for none, with its head; a count alone in its cell is in digits."""
    rows = [
        "| Group | Held | Share | Seen | Left |",
        "| --- | --- | --- | --- | --- |",
        "| One | {{ priorities.count }} | 67% | 12 | Not read |",
    ]
    rows += ["| Two | 1,250 in Q3 2017-18 | Not read | some | 4 |", "| Three | 3 | 1 of 4 (25%) | 2 weeks | Not read |"]
    priorities = "\n\n".join(f"## Priority P{number}: Help {number}" for number in range(1, 7))
    (tmp_path / "plan.md").write_text(f"# Plan: Plan\nyears: 2017-18\n\n{priorities}\n", encoding="utf-8")
    board = board_with(tmp_path, "We have {{ priorities.count }} priorities.\n\n" + "\n".join(rows))
    lines = bscb_docs.build(board, "report").text.splitlines()
    assert "Numbered Paragraph | We have six priorities." in lines
    cells = [line.removeprefix("[cell] ") for line in lines if line.startswith("[cell]")]
    assert cells == [
        *(
            "Table Heading | Group",
            "Table Amount Heading | Held",
            "Table Amount Heading | Share",
            "Table Heading | Seen",
            "Table Amount Heading | Left",
        ),
        *("Table Text | One", "Table Amount | 6", "Table Amount | 67%", "Table Text | 12", "Table Amount | Not read"),
        *(
            "Table Text | Two",
            "Table Amount | 1,250 in Q3 2017-18",
            "Table Amount | Not read",
            "Table Text | some",
            "Table Amount | 4",
        ),
        *("Table Text | Three", "Table Amount | 3", "Table Amount | 1 of 4 (25%)", "Table Text | 2 weeks"),
        "Table Amount | Not read",
    ]


@pytest.mark.parametrize(("paragraphs", "whole"), [(2, True), (6, False)], ids=["half a page", "most of one"])
def test_a_row_of_half_a_page_is_not_parted(paragraphs: int, whole: bool, tmp_path: Path) -> None:
    """LibreOffice parts a row after any line, so that a word may stand alone: only one that is very high may part."""
    rows = read_parts(answers(tmp_path, paragraphs), "the file")[DOCUMENT].decode().split("</w:tr>")
    [row] = [row for row in rows if f"Mark{paragraphs}n0" in row]
    assert (word_markup.WHOLE_ROW in row) is whole

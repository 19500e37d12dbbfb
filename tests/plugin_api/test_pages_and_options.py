"""What a page is given and what an option says: told at the line that is wrong, once, and never printed unseen."""

from pathlib import Path

import pytest

import bscb_docs
from bscb_docs import Document, PluginError
from bscb_docs.plugin_api.registry import load_catalogue
from bscb_docs.testing import build_section, small_board, write_template

BEGINS = """\
from pathlib import Path

from attrs import frozen

from bscb_docs import Blocks, Meeting, Section, every, hookimpl


@frozen
class Row:
    name: str


@frozen
class AttendancePage:
    title: str
    blocks: Blocks = ()
    rows: tuple[Row, ...] = ()


def make_page(board, document):
    {make}


def read_level(words):
    return {{"high": "3"}}[words]


@hookimpl.sections
def sections():
    template = Path(__file__).with_suffix(".docx")
    return [Section("talks", template, AttendancePage, make_page, options=("level",), prints={prints})]
"""
READS = '    document.option("level", read_level, "1")\n    return AttendancePage("One")'


def folder_with(folder: Path, make: str, option: str = "", prints: str = "every()") -> Path:
    """A folder with a plugin whose page is made by those lines, and a register that sets its section."""
    (folder / "talks.py").write_text(BEGINS.format(make=make.strip(), prints=prints), encoding="utf-8")
    write_template(folder / "talks.docx", "heading 1 | {{ title }}")
    (folder / "register.md").write_text(f"# Document report: Report\nsection: talks{option}\n", encoding="utf-8")
    return folder


def told(folder: Path) -> list[str]:
    """The lines that check prints of the plugin and of options."""
    board = bscb_docs.read_board(folder, plugins=[folder / "talks.py"])
    found = bscb_docs.check_documents(board, ["report"])
    return [str(each) for each in found if each.code in {"PLG-01", "DOC-02"}]


def test_an_option_that_the_section_does_not_declare_is_told_at_its_line(tmp_path: Path) -> None:
    """Else the default would be printed in silence, whatever the register says."""
    (found,) = told(folder_with(tmp_path, READS.replace('option("level"', 'option("levels"'), ", level high"))
    assert found.startswith("talks.py:21: [PLG-01] report cannot be built: Plugin talks: the section talks failed")
    assert found.endswith('document.option: the section declares no option "levels". Did you mean "level"?')


def test_an_option_that_nothing_asks_for_is_told_where_it_is_set(tmp_path: Path) -> None:
    """It changes nothing on paper, and a board that sets it believes that it does."""
    folder = folder_with(tmp_path, 'return AttendancePage("One")', ", level high")
    (found,) = told(folder)
    assert found.startswith("register.md:2:10: [DOC-02] Report: the section talks asks for its option level nowhe")
    assert told(folder_with(tmp_path, READS, ", level high")) == []


def test_a_reading_of_an_option_that_fails_is_told_once(tmp_path: Path) -> None:
    """A page and what it prints may both ask for it; the register's line, Python's line and the remedy are told."""
    prints = 'lambda board, document: [] if document.option("level", read_level, "1") else []'
    assert told(folder_with(tmp_path, READS, ", level low", prints)) == [
        "register.md:2:10: [DOC-02] The section talks cannot take its option level: talks.py:26: read_level failed: "
        "KeyError: 'low'. Have it raise a ValueError that says what to write."
    ]


def test_a_number_that_is_none_is_told_in_plain_words(tmp_path: Path) -> None:
    """Who reads an option with int need not say what int does in Python's words."""
    page = 'return AttendancePage(str(document.option("level", int, 1)))'
    assert told(folder_with(tmp_path, page, ", level five")) == [
        'register.md:2:10: [DOC-02] The section talks cannot take its option level: "five" is no whole number. '
        "Write it in figures."
    ]


MISFITS = {
    "words for blocks": ('AttendancePage("One", "Two")', "gave words for AttendancePage.blocks, which holds several."),
    "a list": ('AttendancePage("One", (), [Row("A")])', "gave a list for AttendancePage.rows, which is a tuple. Write"),
    "a number": ("AttendancePage(3)", 'a value that AttendancePage.title does not take: 3 is no text. Write "3".'),
    "a number in a later row": (
        'AttendancePage("One", (), (Row("A"), Row("B"), Row(3)))',
        'gave a value that Row.name does not take: 3 is no text. Write "3".',
    ),
    "a number in a row": (
        'AttendancePage("One", (), (Row(3),))',
        'gave a value that Row.name does not take: 3 is no text. Write "3".',
    ),
    "another class": ("Row(3)", "gave a Row where its page is an AttendancePage. Return an AttendancePage, or None."),
    "a reference in place of its record": (
        "[AttendancePage(meeting.body.title) for meeting in board.of(Meeting)]",
        "a reference only names a record and has no title itself. Write board.get(meeting.body).title.",
    ),
}


@pytest.mark.parametrize("slip", MISFITS)
def test_a_page_that_is_given_what_its_field_does_not_take(slip: str, tmp_path: Path) -> None:
    """The field is named, and what to write, at the function that made the page."""
    made, said = MISFITS[slip]
    folder_with(tmp_path, f"return {made}")
    section = load_catalogue([tmp_path / "talks.py"]).sections["talks"]
    with pytest.raises(PluginError) as raised:
        build_section(section, small_board(), document=Document("test", "Test"))
    assert said in raised.value.message
    assert raised.value.place.file == "talks.py"

"""Notes of a whole board: at the foot or at the end, of terms where they are first used, and edited by hand in Word."""

from pathlib import Path

import docx
import pytest

import bscb_docs
from bscb_docs import Board, compare_edited
from bscb_docs.ooxml.package import read_parts

REGISTER = "# Document report: Report\nsection: narrative\n"
REPORT = """# Narrative report: Report

## What we saw

The MASH asks every child.[^ask]

[^ask]: In the yearly survey of schools.

The hub, or MASH, answers them.
"""
TERMS = """# Term: Multi-Agency Safeguarding Hub
abbreviation: MASH

The team that hears every worry about a child first.
"""


def board(folder: Path, register: str = REGISTER, report: str = REPORT) -> Board:
    """A board whose one report has one note."""
    for name, text in (("board", "# Board: Board of a test\n"), ("documents", register), ("report", report)):
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    (folder / "terms.md").write_text(TERMS, encoding="utf-8")
    return bscb_docs.read_board(folder)


def notes(read: Board, kind: str) -> str:
    """The part with the notes of the report."""
    return read_parts(bscb_docs.build(read, "report").data, "report")[f"word/{kind}s.xml"].decode()


@pytest.mark.parametrize(("line", "kind"), [("", "footnote"), ("notes: at the end\n", "endnote")])
def test_the_register_says_where_notes_stand(line: str, kind: str, tmp_path: Path) -> None:
    """They stand at the foot of the page unless the card of the document says otherwise."""
    read = board(tmp_path, REGISTER + line)
    other = {"footnote": "endnote", "endnote": "footnote"}[kind]
    assert "In the yearly survey of schools." in notes(read, kind)
    assert "In the yearly survey of schools." not in notes(read, other)


def test_a_term_is_explained_where_it_is_first_used(tmp_path: Path) -> None:
    """Once in a document, by any of its forms, with the words that its card has."""
    assert "The team that hears" not in notes(board(tmp_path), "footnote")
    told = notes(board(tmp_path, REGISTER + "terms: at first use\n"), "footnote")
    assert told.count("The team that hears every worry about a child first.") == 1
    assert told.index("The team that hears") < told.index("In the yearly survey")


def test_the_words_of_a_note_are_read_by_the_rules(tmp_path: Path) -> None:
    """A name that the board's terms forbid is found in a note, at its line."""
    (tmp_path / "words.md").write_text("# Term: Schools Survey\nnot: survey of schools\n", encoding="utf-8")
    found = [each for each in bscb_docs.check(board(tmp_path)) if each.code == "TERM-01"]
    assert [(each.place.file, each.place.line) for each in found] == [("report.md", 7)]


def test_a_note_that_was_edited_in_word_comes_home(tmp_path: Path) -> None:
    """What was changed in a footnote is placed at its line and can be written."""
    read = board(tmp_path)
    path = tmp_path / "edited.docx"
    parts = read_parts(bscb_docs.build(read, "report").data, "report")
    path.write_bytes(bscb_docs.build(read, "report").data)
    document = docx.Document(str(path))
    for part in document.part.package.iter_parts():
        if str(part.partname) == "/word/footnotes.xml":
            part._blob = parts["word/footnotes.xml"].replace(b"yearly survey", b"great survey")
    document.save(str(path))
    (change,) = compare_edited(read, path, "report")
    assert (change.old, change.new) == ("In the yearly survey of schools.", "In the great survey of schools.")
    assert (change.within, change.place.file, change.place.line) == ("footnote 1", "report.md", 7)
    assert change.line is not None

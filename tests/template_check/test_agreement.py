"""Template check and building agree: what the one passes the other sets, and what the one stops at the other does."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

import pytest
from attrs import frozen
from template_samples import replaced

from bscb_docs import Board, Document, Section, TemplateError, every
from bscb_docs.testing import build_section, check_section, small_board, write_template


class Came(Enum):
    """Words of a field."""

    MEMBER = "member"


@frozen
class Row:
    """One row of the page."""

    came: Came = Came.MEMBER
    colour: str = "FF0000"
    span: int = 2


@frozen
class Page:
    """The page that the tags are held against."""

    words: str = "some words"
    rows: tuple[Row, ...] = (Row(),)
    pair: tuple[str, str] = ("a", "b")


def section_of(folder: Path, lines: str) -> Section[Page]:
    """A section with the template of those lines, and the same page for every board."""
    return Section("s", write_template(folder / "s.docx", lines), Page, page, prints=every())


def page(board: Board, document: Document) -> Page:
    """The same page for every board."""
    return Page()


CELL = (
    "caption | Rows\n[table] Board Table\n[header row]\n[cell] Table Heading | A\n[cell] Table Heading | B\n"
    "[row]\n[cell] Table Text | {}\n[cell] Table Text | b\n[end of table]"
)

PRINTED = {
    "an enum's value": ("Normal | {{ rows[0].came.value }}", "member"),
    "an enum's name": ("Normal | {{ rows[0].came.name }}", "MEMBER"),
    "a method that is called": ("Normal | {{ words.upper() }}", "SOME WORDS"),
    "a loop": ("Normal | {% for row in rows %}{{ loop.index }} {{ row.colour }}{% endfor %}", "1 FF0000"),
}


@pytest.mark.parametrize("what", PRINTED)
def test_what_check_passes_is_set(what: str, tmp_path: Path) -> None:
    """Nothing is found in the template, and the words are printed."""
    lines, words = PRINTED[what]
    section = section_of(tmp_path, lines)
    assert check_section(section) == ()
    assert build_section(section, small_board()).text == f"Normal | {words}\n"


REFUSED = {
    "the background of a cell": CELL.format("{% cellbg rows[0].colour %}a"),
    "a cell over several columns": CELL.format("{% colspan rows[0].span %}a"),
    "cells that flow together": CELL.format("{% hm %}a"),
    "a macro": "Normal | {%p macro words() %}\nNormal | a\nNormal | {%p endmacro %}",
    "raw words": "Normal | {% raw %}{{ words }}{% endraw %}",
    "a run's own tag": "Normal | {{r words }}",
    "an enum itself": "Normal | {{ rows[0].came }}",
    "a method that is not called": "Normal | {{ words.title }}",
    "a filter that there is not": "Normal | {{ words | safe }}",
    "a remainder of words": "Normal | {{ words % 2 }}",
    "words times a number": "Normal | {{ words * 2 }}",
    "a list as names with their values": "Normal | {% for a, b in rows | dictsort %}{{ a }}{% endfor %}",
    "a part beyond the last": "Normal | {{ pair[2] }}",
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_check_stops_at_is_not_built(what: str, tmp_path: Path) -> None:
    """A stop is found, and the document is not built, each with the place in Word."""
    section = section_of(tmp_path, REFUSED[what])
    first = next(finding for finding in check_section(section) if finding.stops)
    with pytest.raises(TemplateError) as raised:
        build_section(section, small_board())
    assert str(raised.value).startswith(f"{first.place}: ")


def test_a_template_on_its_side_is_printed_on_its_side(tmp_path: Path) -> None:
    """What Word shows of the template's page is what is printed, with nothing more to say in the code."""
    section = section_of(tmp_path, "heading 1 | Wide\nNormal | {{ words }}")
    upright = '<w:pgSz w:w="11906" w:h="16838"/>'
    turned = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    path = tmp_path / "s.docx"
    path.write_bytes(replaced("word/document.xml", upright, turned, path.read_bytes()))
    assert check_section(section) == ()
    (laid,) = build_section(section, small_board()).to_docx().sections
    assert (laid.page_width or 0) > (laid.page_height or 0)

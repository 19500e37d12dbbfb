"""Quotation marks and apostrophes: typed straight in records, typographic on paper."""

from pathlib import Path

import pytest
from one_section import BODY, Words, build, paragraph

from bscb_docs import Prose
from bscb_docs.languages.quotation_marks import printed_signs
from bscb_docs.ooxml.package import read_parts

CASES = [
    ("the board's plan", "the board’s plan"),
    ("children's and partners' work", "children’s and partners’ work"),
    ('she said "yes"', "she said “yes”"),
    ('("here")', "(“here”)"),
    ("\"'I was heard', he wrote\"", "“‘I was heard’, he wrote”"),
    ("the '90s", "the ’90s"),
    ("a - 'b' - c", "a - ‘b’ - c"),
    ("already “so” and ’so", "already “so” and ’so"),
    ("5' 10\"", "5’ 10”"),
    ('"', "”"),
]


@pytest.mark.parametrize(("typed", "expected"), CASES)
def test_signs_turn_as_a_printer_sets_them(typed: str, expected: str) -> None:
    """What opens and what closes is told by its neighbours; nothing else of the text changes."""
    assert expected == printed_signs(typed)


def test_a_sign_at_the_edge_of_a_run_is_told_by_the_run_beside_it() -> None:
    """A stressed word in quotation marks has one on each side of its run."""
    assert printed_signs('"', before="", after="word") == "“"
    assert printed_signs('"', before="word", after=" ") == "”"


def test_every_way_to_paper_prints_the_signs(tmp_path: Path) -> None:
    """Plain tags, lines and prose set them alike, also on both sides of a stressed word or a figure."""
    body = paragraph("{{ words }}") + paragraph("{{ words | line }}") + paragraph("{{p text | prose }}")
    page = Words("the board's", Prose('They said "**yes**" to the board\'s "*plan*".'))
    built = build(body, tmp_path, page)
    assert "Normal | the board’s\nNormal | the board’s\nNormal | They said “<Strong>yes</Strong>” to" in built.text
    assert "the board’s “<Emphasis>plan</Emphasis>”." in built.text


def test_no_run_without_words_is_left_where_a_tag_stood(tmp_path: Path) -> None:
    """Runs that take the place of a tag leave none of the template's own, empty, on either side of them."""
    built = build(
        paragraph("{{ text | line }}") + paragraph("Table {{ 'Table' | sequence }}"),
        tmp_path,
        Words(text=Prose("A *b* c")),
    )
    assert "></w:t></w:r>" not in read_parts(built.data, "the file")[BODY].decode()

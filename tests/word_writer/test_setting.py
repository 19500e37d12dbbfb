"""Blocks as paragraphs: the styles that go with a sample, and what is no block."""

import re
from pathlib import Path

import pytest
from attrs import frozen
from one_section import Words, board_of, paragraph, template
from word_files import packed

import bscb_docs
from bscb_docs import Board, Item, ItemList, Paragraph, TemplateError, Text
from bscb_docs.ooxml.house_file import load_house_file
from bscb_docs.prose.blocks import Block, Symbol
from bscb_docs.word_writer.typesetting.block_markup import set_blocks
from bscb_docs.word_writer.typesetting.composer import Composer
from bscb_docs.word_writer.typesetting.run_markup import set_runs

WORDS = Paragraph((Text("words"),))


def points(*, ordered: bool) -> ItemList:
    """A point with another below it, each with a second paragraph."""
    return ItemList((Item((WORDS, WORDS, ItemList((Item((WORDS, WORDS)),), ordered))),), ordered)


@pytest.mark.parametrize(
    ("sample", "block", "styles"),
    [
        ("Normal", WORDS, "Normal Normal"),
        ("List Bullet", WORDS, "ListBullet ListContinue"),
        ("Table Number", WORDS, "TableNumber TableContinue"),
        (
            "Subparagraph Text",
            points(ordered=False),
            "SubparagraphText SubparagraphBullet SubparagraphText SubparagraphBullet2 SubparagraphText",
        ),
        (
            "Numbered Paragraph",
            points(ordered=False),
            "NumberedParagraph ParagraphBullet ParagraphText ParagraphBullet2 ParagraphText",
        ),
        ("Table Text", points(ordered=False), "TableText TableBullet TableText TableBullet2 TableText"),
        ("Normal", points(ordered=False), "Normal ListBullet ListContinue ListBullet2 ListContinue"),
        ("Lettered Item", points(ordered=True), "LetteredItem ListNumber2 ListContinue ListNumber3 ListContinue"),
        ("Table Text", points(ordered=True), "TableText TableNumber TableText TableNumber2 TableText"),
    ],
)
def test_what_follows_a_sample_has_the_styles_that_go_with_it(sample: str, block: Block, styles: str) -> None:
    """Later paragraphs, points by depth, and what belongs to a point."""
    composer = Composer(load_house_file())
    composer.tally.lists.count_paragraph("Section Heading")
    text = set_blocks(composer, (WORDS, block), sample)
    assert styles.split() == re.findall(r'<w:pStyle w:val="(\w+)"/>', text)


@pytest.mark.parametrize(
    ("sample", "places"),
    [
        ("Normal", ["", "936"]),
        ("Numbered Paragraph", ["1077", "1644"]),
        ("Table Text", ["284", "709"]),
        ("Aside Text", [""] * 2),
    ],
)
def test_what_follows_in_a_point_stands_below_its_words(sample: str, places: list[str]) -> None:
    """At the place of the point's own style, where that of the paragraph is another; words on a tint keep theirs."""
    text = set_blocks(Composer(load_house_file()), points(ordered=False), sample)
    own = re.findall(r"<w:p>.*?</w:p>", text)[1::2]
    assert [re.sub(r'.*<w:ind w:left="(\d+)" w:firstLine="0"/>.*|.*', r"\1", each) for each in own] == places


@frozen
class Money:
    """A value of a page that is no block."""

    pounds: int


def rows_of(page: Words, folder: Path) -> Board:
    """A board whose one document sets the rows of that page."""
    return board_of(packed(template(paragraph("{{p rows | prose }}"))), folder, page)


def test_several_words_or_proses_are_paragraphs(tmp_path: Path) -> None:
    """As a page holds the lines of a field that is given several times."""
    page = Words(rows=("a", "**b**"))
    assert "Normal | a\nNormal | **b**" in bscb_docs.build(rows_of(page, tmp_path), "one").text


def test_what_is_no_block_is_refused_in_words(tmp_path: Path) -> None:
    """A page's field that holds something else would else print nothing, and nobody would know."""
    page = Words(rows=(Money(3),))  # type: ignore[arg-type]  # it is no block
    with pytest.raises(TemplateError, match="it holds a Money, which is no block of prose; make it a Paragraph"):
        bscb_docs.build(rows_of(page, tmp_path), "one")


@pytest.mark.parametrize(("typed", "printed"), [("✔", "✓"), ("✖", "✗"), ("▶", "►"), ("◀", "◄"), ("●", "●")])
def test_a_sign_that_is_an_emoji_is_printed_as_a_letter(typed: str, printed: str) -> None:
    """Fonts of emoji leave a hole in a PDF."""
    assert f">{printed}<" in set_runs(Composer(load_house_file()), (Symbol(typed, "Strong"),))

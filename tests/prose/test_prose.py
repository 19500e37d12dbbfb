"""Markdown prose as blocks: only a few signs are read, and no words are lost."""

from pathlib import Path

import pytest
from bounded import bounded
from hypothesis import given
from hypothesis import strategies as st

from bscb_docs import prose
from bscb_docs.diagnostics.location import Place
from bscb_docs.prose import (
    Aside,
    AsideKind,
    Item,
    ItemList,
    Link,
    Paragraph,
    Picture,
    Reference,
    SectionCall,
    Symbol,
    Table,
    Text,
    Token,
)
from bscb_docs.prose.parser import as_blocks
from bscb_docs.records import Prose


def blocks(text: str) -> prose.Blocks:
    """The blocks of that Markdown."""
    return prose.parse(Prose(text, Place("a.md", 1)))


def plain(text: str) -> str:
    """The words of that Markdown."""
    return prose.plain(blocks(text))


def words(text: str, line: int = 0, name: str = "") -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph((Text(text),), name, line=line)


def points(*items: Item, line: int = 0, ordered: bool = False) -> ItemList:
    """A list of those points."""
    return ItemList(items, ordered, line)


def test_an_actions_text_is_a_lead_points_and_closing_words() -> None:
    """The commonest text of a board: a paragraph, points of which one bears a name, a paragraph."""
    text = "The board will see to:\n\n- Neglect\n- Missing children {#missing}\n\nAll of it is\nmeasured."
    expected = (
        words("The board will see to:"),
        points(Item((words("Neglect", 2),), line=2), Item((words("Missing children", 3),), "missing", 3), line=2),
        words("All of it is measured.", 5),
    )
    assert expected == blocks(text)


def test_runs_carry_emphasis_links_references_and_figures() -> None:
    """What stands within a line is typed, and a reference or figure knows where it was typed."""
    text = (
        "A *soft* and **firm** word,\n"
        "see [paragraph](#peer-review), [the site](https://e.org/a?b=1&c) and {{ P1.title }}."
    )
    (paragraph,) = blocks(text)
    expected = (
        Text("A "),
        Text("soft", emphasis=True),
        Text(" and "),
        Text("firm", strong=True),
        Text(" word, see "),
        Reference("paragraph", "peer-review", Place("a.md", 2, 5)),
        Text(", "),
        Link("the site", "https://e.org/a?b=1&c"),
        Text(" and "),
        Token("P1.title", Place("a.md", 2, 70)),
        Text("."),
    )
    assert Paragraph(expected) == paragraph


@pytest.mark.parametrize(
    "text",
    [
        "2*3*4 and a_b_c keep their signs",
        "AT&amp;T and &copy; stay as they are typed",
        r"C:\new\records is a path",
        "*Right Help, Right Time",
        "a `sign` and ~~another~~",
        "under <18s> & over <b>all</b>",
        "[sic] and [this](below the line)",
        "2018. was a year",
        "3.2 million pounds",
        "a | b",
        "-5 degrees, +44 121 and #BeSafe",
        "A footnote [^1] and [x]: y",
        "ends in a backslash \\",
        "“Right Help” – what’s next… £5",
    ],
)
def test_plain_words_stay_words(text: str) -> None:
    """What other programs make of such a line is switched off: it is printed as it was typed."""
    assert text == plain(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("    four spaces", "four spaces"),
        ("Heading\n-------", "Heading -------"),
        ("***", "***"),
        ("> said", "> said"),
        ("```\ncode\n```", "``` code ```"),
        ("[x]: https://e.org 'y'", "[x]: https://e.org 'y'"),
        ("<div>\nwords\n</div>", "<div> words </div>"),
        ("one  \ntwo\\\nthree", "one two\\ three"),
        ("A. a\nB. b", "A. a B. b"),
        ("{{ 1 + 2 }}", "{{ 1 + 2 }}"),
        ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
        ("[x](notes.md)", "[x](notes.md)"),
    ],
)
def test_what_is_switched_off_prints_its_signs(text: str, expected: str) -> None:
    """Code, quotations, rules, definitions, raw HTML and line breaks are none; not a word of them is lost."""
    assert expected == plain(text)


def test_an_ordered_list_holds_what_is_indented_by_three_spaces() -> None:
    """What belongs to one item is indented by three spaces, also beneath item 10 and beyond."""
    text = "\n".join(f"{number}. item\n\n   more of {number}\n" for number in range(1, 12))
    (found,) = blocks(text)
    assert isinstance(found, ItemList)
    assert (found.ordered, len(found.items)) == (True, 11)
    assert [len(item.blocks) for item in found.items] == [2] * 11
    assert words("more of 11", 42) == found.items[10].blocks[1]


def test_an_ordered_list_may_go_on_after_points() -> None:
    """A list interrupted by bullets goes on with the next number; it is counted whatever is typed."""
    text = "Lead.\n\n1. one\n2. two\n\n- bullet\n\n3. three"
    assert [Paragraph, ItemList, ItemList, ItemList] == [type(block) for block in blocks(text)]
    assert prose.findings(Prose(text)) == []


def test_points_may_have_points() -> None:
    """A deeper margin makes a sub-point."""
    text = "- a\n  - b\n  - c\n- d"
    inner = points(Item((words("b", 1),), line=1), Item((words("c", 2),), line=2), line=1)
    assert (points(Item((words("a"), inner)), Item((words("d", 3),), line=3)),) == blocks(text)


def test_a_table_has_a_header_a_caption_and_a_name() -> None:
    """The line before it that begins with Caption: is its caption; every row is as long as the header."""
    text = (
        "Caption: Meetings held {#held}\n\n| Body | Held |\n| --- | ---: |\n| Board | {{ board.held }} |\n| Panel | 2 |"
    )
    expected = Table(
        ((Text("Body"),), (Text("Held"),)),
        (((Text("Board"),), (Token("board.held", Place("a.md", 5, 11)),)), ((Text("Panel"),), (Text("2"),))),
        (Text("Meetings held"),),
        "held",
        2,
        Place("a.md", 3, 1),
    )
    assert (expected,) == blocks(text)
    assert (expected,) == blocks(text.replace("\n\n", "\n \n"))


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_picture_has_alternative_text_and_a_caption(between: str) -> None:
    """A picture stands alone in its paragraph, its caption directly before it."""
    (picture,) = blocks(f"Caption: The road map{between}![Four roads](pictures/road%20map.png)")
    expected = Picture(
        "pictures/road map.png",
        "Four roads",
        (Text("The road map"),),
        "",
        len(between),
        Place("a.md", 1 + len(between), 1),
    )
    assert expected == picture


@pytest.mark.parametrize("kind", AsideKind)
@pytest.mark.parametrize("between", ["\n> ", "\n>\n> "])
def test_words_are_set_apart_by_what_stands_at_their_head(kind: AsideKind, between: str) -> None:
    """The first line says what they are and is their heading; points belong to them."""
    down = between.count("\n")
    text = f"Before.\n\n> {kind.value}: A *title* {{#it}}{between}First.\n>\n> - a point\n\nAfter."
    (before, aside, after) = blocks(text)
    heading = Paragraph((Text("A "), Text("title", emphasis=True)), "it", line=2)
    first, point = words("First.", 2 + down), words("a point", 4 + down)
    assert aside == Aside(kind, heading, (first, points(Item((point,), line=4 + down), line=4 + down)), 2)
    assert (before, after) == (words("Before."), words("After.", 6 + down))
    assert prose.plain((aside,)) == "A title\nFirst.\na point"
    assert [name for name, _, _ in prose.names(Prose(text))] == ["it"]
    assert prose.findings(Prose(text)) == []


@pytest.mark.parametrize("text", ["> said", "> Callout: a | b\n> --- | ---", "- > Callout: a"])
def test_other_lines_with_that_sign_are_words(text: str) -> None:
    """Only what says at its head what it is, outside points, is set apart."""
    assert ">" in plain(text)


def test_a_section_call_stands_alone() -> None:
    """`{{ section name }}` in a paragraph of its own sets that section there."""
    assert (words("Before."), SectionCall("board-attendance", 2, Place("a.md", 3, 1))) == blocks(
        "Before.\n\n{{ section board-attendance }}"
    )


def test_closing_words_have_no_number_and_a_paragraph_may_have_a_name() -> None:
    """`{-}` stands before, `{#name}` at the end."""
    text = "{-} Thank you. {#thanks}\n\nMore. {#more}"
    expected = (Paragraph((Text("Thank you."),), "thanks", numbered=False), words("More.", 2, "more"))
    assert expected == blocks(text)


def test_names_references_and_tokens_are_found_wherever_they_stand() -> None:
    """In points, cells and captions as in paragraphs."""
    text = (
        "A {{ one }} {#a}\n\n- b [x](#a) {#b}\n\n  - c {{ two }}\n\n"
        "Caption: {{ three }} {#c}\n\n| [y](#b) | d |\n|---|---|\n| e | {{ four }} |"
    )
    found = Prose(text)
    assert [(name, line) for name, _, line in prose.names(found)] == [("a", 0), ("b", 2), ("c", 8)]
    assert [reference.target for reference in prose.references(found)] == ["a", "b"]
    assert [token.name for token in prose.tokens(found)] == ["one", "two", "three", "four"]


def test_a_line_is_read_without_blocks() -> None:
    """A title may begin like a list and hold a figure."""
    typed = Prose(" 1. Purpose of {{ P1.title }} ", Place("a.md", 1))
    assert (Text("1. Purpose of "), Token("P1.title", Place("a.md", 1, 15))) == prose.parse_line(typed)


def test_plain_gives_the_words_a_line_each() -> None:
    """Paragraphs, points and rows are lines; a figure keeps its braces."""
    text = "A *b* {{ c }}.\n\n- d\n\nCaption: e\n\n| f | g |\n|---|---|\n| h | i |\n\n![j](k.png)\n\n{{ section l }}"
    expected = "A b {{ c }}.\nd\ne\nf | g\nh | i\nj\n{{ section l }}"
    assert expected == plain(text)


LETTERS = st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Zs"], exclude_characters="\ufeff\u0085¹²³⁰⁴⁵⁶⁷⁸⁹")
SIGNS = st.sampled_from(
    [*"\\`*_{}[]<>#+-.!|&;:=~()'\"^ 1a\n", "2. ", "- ", "{#a}", "{{ b }}", "&amp;", "**", "Caption:"]
)


@given(st.lists(SIGNS | LETTERS, max_size=30).map("".join))
def test_any_words_can_be_escaped(text: str) -> None:
    """Escaped, every sign prints as itself, and nothing is found wrong but pasted bullets; no raised digit is drawn."""
    expected = " ".join(line.strip() for line in text.split("\n")).strip()
    escaped = Prose(prose.escape(text))
    assert expected == prose.plain(prose.parse(escaped))
    assert {finding.code for finding in prose.findings(escaped)} <= {"PRO-06"}


LONG = {
    "points": "- " * 3000 + "x",
    "margins": "\n".join("  " * depth + "- x" for depth in range(1000)),
    "brackets": "[" * 5000,
    "pictures": "![" * 5000,
    "asterisks": "*a **b " * 5000,
    "braces": "{{" + " " * 50000,
    "links": "[a](" * 5000,
    "tags": "<a " * 5000,
    "cells": "|a" * 500 + "|\n" + "|-" * 500 + "|\n" + "|x\n" * 500,
}


def read_long() -> None:
    """Reads every text of thousands of signs; its words are still there."""
    for text in LONG.values():
        found = Prose(text, Place("a.md", 1))
        assert prose.plain(prose.parse(found)) or not text.strip("- ")
        prose.findings(found)


def test_no_text_takes_long_or_deep(tmp_path: Path) -> None:
    """A machine's files of thousands of signs are read within the bounds of time and memory."""
    bounded(__file__, "from test_prose import read_long\nread_long()", tmp_path)


def test_words_say_which_language_they_are_in() -> None:
    """Emphasis and links within them are theirs too; what is half of the mark stays words."""
    (paragraph,) = blocks("Say [bore **da**, [chi](https://example.org)]{lang=cy} to [all]{cy}.")
    assert isinstance(paragraph, Paragraph)
    assert [(run.text, run.language) for run in paragraph.runs if isinstance(run, Text | Link)] == [
        ("Say ", ""),
        ("bore ", "cy"),
        ("da", "cy"),
        (", ", "cy"),
        ("chi", "cy"),
        (" to [all]{cy}.", ""),
    ]


def test_one_run_is_a_line_as_several_are() -> None:
    """Who sets one word in a style of its own need not put it in brackets."""
    rated = Symbol("High", "Risk High")
    assert as_blocks(rated) == as_blocks((rated,)) == (Paragraph((rated,)),)

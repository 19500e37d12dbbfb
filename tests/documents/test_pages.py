"""How sections take their pages: on their side or of their own, in a row, within prose, and left out."""

import html
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from one_section import Words
from small_boards import NARRATIVE

import bscb_docs
from bscb_docs import (
    Board,
    BoardDetails,
    BuiltDocument,
    Document,
    Layout,
    Prose,
    RegisterEntry,
    Section,
    SectionChoice,
    hookimpl,
)
from bscb_docs.ooxml.house_page import TURNED
from bscb_docs.ooxml.package import read_parts
from bscb_docs.ooxml.paragraph_words import plain_words
from bscb_docs.testing import write_template

P, L = "portrait", "landscape"
TABLE = "| a | b |\n| --- | --- |\n| c | d |\n"
UPRIGHT, SIDEWAYS = 9026, 13958
"""The width of the house's text in twips, on a page upright and on its side."""


def section(folder: Path, name: str, text: str | None, layout: Layout = Layout.FLOWING) -> Section:
    """A section of a heading and a text, or one that has nothing to say."""
    template = write_template(folder / f"{name}.docx", f"heading 1 | The {name}\nNormal | {{{{p text | prose }}}}")

    def context(board: Board, document: Document) -> Words | None:
        return None if text is None else Words(text=Prose(text))

    return Section(name, template, Words, context, layout=layout)


def sections(folder: Path) -> list[Section]:
    """Sections of every layout, some of which ask for others in their prose."""
    return [
        section(folder, "flow", "Words."),
        section(folder, "own", "Words.", Layout.OWN_PAGE),
        section(folder, "wide", "Words.", Layout.LANDSCAPE),
        section(folder, "nothing", None, Layout.LANDSCAPE),
        section(folder, "table", f"Before.\n\n{TABLE}\nAfter."),
        section(folder, "asks", "Before.\n\n{{ section wide }}"),
        section(folder, "asks-on", "Before.\n\n{{ section wide }}\n\nAfter."),
        section(folder, "asks-twice", "Before.\n\n{{ section wide }}\n\n{{ section wide }}\n\nAfter."),
        section(folder, "asks-for-nothing", "Before.\n\n{{ section nothing }}\n\nAfter."),
        section(folder, "wide-asks", f"Before.\n\n{{{{ section wide }}}}\n\nAfter.\n\n{TABLE}\nEnd.", Layout.LANDSCAPE),
    ]


@pytest.fixture
def build(tmp_path: Path) -> Callable[..., BuiltDocument]:
    """Builds a document of those sections, and of one bound in where its sections are named."""
    plugin = ModuleType("pages_plugin")
    offered = sections(tmp_path)

    @hookimpl.sections
    def offer() -> list[Section]:
        return offered

    vars(plugin)["sections"] = offer

    def built(*names: str, bound: tuple[str, ...] = ()) -> BuiltDocument:
        second = RegisterEntry(id="two", title="Two", sections=tuple(map(SectionChoice, bound)))
        first = RegisterEntry(
            id="one", title="One", sections=tuple(map(SectionChoice, names)), appendices=("two",) if bound else ()
        )
        return bscb_docs.build(Board(records=(BoardDetails(title="B"), first, second), plugins=(plugin,)), "one")

    return built


def body(built: BuiltDocument) -> str:
    """The XML of the document's text."""
    return read_parts(built.data, "the file")["word/document.xml"].decode()


def pages(built: BuiltDocument) -> list[str]:
    """How the pages of each stretch lie."""
    return [L if "landscape" in size else P for size in re.findall("<w:pgSz[^>]*>", body(built))]


def widths(built: BuiltDocument) -> list[int]:
    """The width of each table."""
    return [int(width) for width in re.findall(r'<w:tblW w:w="(\d+)"', body(built))]


def test_pages_on_their_side_have_lower_margins(build: Callable[..., BuiltDocument]) -> None:
    """They are lower, and hold a few lines more so; those of upright pages stay as the house file has them."""
    edges = re.findall(r'<w:pgMar w:top="(\d+)" w:right="(\d+)" w:bottom="(\d+)"', body(build("flow", "wide")))
    top, bottom = (str(round(edge * TURNED[name])) for name, edge in (("top", 1440), ("bottom", 1500)))
    assert edges == [("1440", "1440", "1500"), (top, "1440", bottom)]


@pytest.mark.parametrize(("follows", "width"), [("flow", UPRIGHT), ("wide", SIDEWAYS)])
def test_contents_are_as_wide_as_the_page_that_they_stand_on(
    build: Callable[..., BuiltDocument], follows: str, width: int
) -> None:
    """By the styles of their entries, so that they stay so when Word or LibreOffice makes them anew."""
    styles = read_parts(build("contents", follows).data, "the file")["word/styles.xml"].decode()
    listed = re.findall(r'<w:name w:val="(?:toc [123]|table of figures)"/>.*?w:pos="(\d+)"', styles, re.DOTALL)
    assert listed == [str(width)] * 4
    assert f'<w:tab w:val="clear" w:pos="{UPRIGHT}"/>' in styles


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("flow", "flow"), [P]),
        (("flow", "own", "flow"), [P, P, P]),
        (("flow", "wide", "wide", "flow"), [P, L, L, P]),
        (("asks-on",), [P, L, P]),
        (("asks", "own"), [P, L, P]),
        (("asks", "flow"), [P, L, P]),
        (("asks",), [P, L]),
        (("asks-twice",), [P, L, L, P]),
        (("asks-for-nothing",), [P]),
        (("wide-asks", "flow"), [L, P]),
        (("flow", "nothing", "flow"), [P]),
        (("nothing", "wide", "nothing"), [L]),
    ],
    ids=str,
)
def test_pages_turn_where_something_follows(
    build: Callable[..., BuiltDocument], names: tuple[str, ...], expected: list[str]
) -> None:
    """Each stretch of pages has one setup, none is empty, and a paragraph ends one stretch at most."""
    built = build(*names)
    assert pages(built) == expected
    assert max(part.count("<w:sectPr") for part in body(built).split("</w:pPr>")) == 1
    assert [str(finding) for finding in built.findings if finding.code.startswith("DOCX")] == []


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("table",), UPRIGHT),
        (("flow", "nothing", "table"), UPRIGHT),
        (("asks", "table"), UPRIGHT),
        (("asks-for-nothing", "table"), UPRIGHT),
        (("wide-asks",), SIDEWAYS),
    ],
    ids=str,
)
def test_a_table_is_as_wide_as_its_page(
    build: Callable[..., BuiltDocument], names: tuple[str, ...], expected: int
) -> None:
    """Neither a section left out nor one set within another changes the width of what follows."""
    assert widths(build(*names)) == [expected]


def test_an_appendix_lies_as_its_first_section_with_something_to_say(build: Callable[..., BuiltDocument]) -> None:
    """A wide section that is left out does not turn the page of the appendix's heading."""
    built = build("flow", bound=("nothing", "table"))
    assert pages(built) == [P, P]
    assert widths(built) == [UPRIGHT]
    assert [heading.text for heading in built.headings] == ["The flow", "Two", "The table"]


def test_a_wide_appendix_lies_on_its_side_from_its_heading(build: Callable[..., BuiltDocument]) -> None:
    """The heading of an appendix stands on the pages of its first section."""
    assert pages(build("flow", bound=("nothing", "wide", "flow"))) == [P, L, P]


def test_the_headers_of_an_appendix_name_it(build: Callable[..., BuiltDocument]) -> None:
    """Each appendix has a header that says its number and title, live in Word; the pages before it name none."""
    parts = read_parts(build("flow", bound=("flow",)).data, "the file")
    words = {name: plain_words(data.decode()) for name, data in parts.items() if name.startswith("word/header1")}
    assert "Appendix" not in words["word/header1.xml"]
    assert "Appendix 1: " in words["word/header1-appendix1.xml"]
    assert 'STYLEREF "Appendix Heading"' in html.unescape(parts["word/header1-appendix1.xml"].decode())


@pytest.mark.parametrize(
    ("own", "outer", "said", "stamped"),
    [
        ("approved", "draft", "Version 1.0 (approved)", ""),
        ("draft", "approved", "", "DRAFT version 1.0"),
        ("for approval", "approved", "Version 1.0 (for approval)", ""),
    ],
)
def test_pages_of_an_appendix_say_its_own_version(
    own: str, outer: str, said: str, stamped: str, tmp_path: Path
) -> None:
    """An approved paper bound into a draft is stamped as none, and a draft bound into an approved paper is stamped."""
    issue = "# Issue {}\nstate: {}\nas at: 1 April 2026\n{}\n"
    approval = "approved by: The Board, 2 April 2026\n"
    register = "# Board: A Board\n\n# Document outer: Outer\nsection: cover\nsection: narrative\nappendix: inner\n\n"
    register += "# Document inner: Inner\nsection: cover\nsection: narrative\n\n"
    for name, state in (("outer 0.3", outer), ("inner 1.0", own)):
        register += issue.format(name, state, approval if state == "approved" else "")
    (tmp_path / "board.md").write_text(register, encoding="utf-8")
    for name in ("outer", "inner"):
        (tmp_path / f"{name}.md").write_text(NARRATIVE.format(name=name), encoding="utf-8")
    parts = read_parts(bscb_docs.build(bscb_docs.read_board(tmp_path), "outer").data, "the file")
    words = {name: plain_words(data.decode()) for name, data in parts.items() if name.startswith("word/header1")}
    assert ("DRAFT version 0.3" in words["word/header1.xml"]) == (outer == "draft")
    assert said in words["word/header1-appendix1.xml"]
    assert re.findall("DRAFT version [0-9.]+", words["word/header1-appendix1.xml"]) == [stamped] * bool(stamped)

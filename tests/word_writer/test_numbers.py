"""Every number that a reference prints is the number in front of its target, by the word of LibreOffice."""

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

import one_section
import pytest
from attrs import define, field, frozen
from programs import require
from word_files import packed

import bscb_docs
from bscb_docs import BuiltDocument, Prose
from bscb_docs.diagnostics.errors import TemplateError
from bscb_docs.numbering.level_counter import Counter, Level
from bscb_docs.ooxml.package import read_parts
from bscb_docs.pdf import make_pdfs

pytestmark = pytest.mark.slow

REGISTER = """# Board: Testshire Safeguarding Board

# Organisations

## Organisation: Testshire Council

# Documents

## Document paper: Paper
years: 2017-18
as at: March 2018
{sections}"""
NARRATIVE = "# Narrative paper: Paper\nsigned by: not recorded, because nobody was asked\n\n"
ACTION = """# Plan: Plan
years: 2017-18

## Priority P1: Alpha

### Outcome P1-O1

Children are heard.

### Actions 2017-18

#### Action P1-17-1

Before.

#### Action P1-17-2

"""


@frozen
class Shape:
    """What a board types, the section that prints it, and the number in front of each target."""

    typed: str
    numbers: Mapping[str, str]
    section: str = "narrative"
    ids: Mapping[str, str] = field(factory=dict)
    """The ids of targets that are records."""
    house: Mapping[str, str] = field(factory=dict)
    """What the board changed in the numbering of its own Word file."""


def narrative(typed: str, house: Mapping[str, str] | None = None, **numbers: str) -> Shape:
    """A report's sections."""
    return Shape(NARRATIVE + typed, numbers, house=house or {})


SHAPES = {
    "paragraphs and subparagraphs": narrative(
        """## One

Target alpha {#alpha}

1. Target beta {#beta}
2. Target gamma {#gamma}

{-} Closing words.

1. Target delta {#delta}

Target epsilon {#epsilon}

1. Target zeta {#zeta}
""",
        alpha="1.1",
        beta="1.1.1",
        gamma="1.1.2",
        delta="1.1.3",
        epsilon="1.2",
        zeta="1.2.1",
    ),
    "a list inside a bullet": narrative(
        """## One

First paragraph.

- A bullet:
  1. Target alpha {#alpha}
  2. Target beta {#beta}
- Another:
  1. Target gamma {#gamma}

1. Target delta {#delta}
2. Target epsilon {#epsilon}
""",
        alpha="(a)",
        beta="(b)",
        gamma="(a)",
        delta="1.1.1",
        epsilon="1.1.2",
    ),
    "a list before any paragraph": narrative(
        """## One

First paragraph.

1. Target alpha {#alpha}

## Two

1. Target beta {#beta}
2. Target gamma {#gamma}
   1. Target delta {#delta}
3. Target epsilon {#epsilon}

Target zeta {#zeta}

1. Target eta {#eta}

## Three

Target theta {#theta}
""",
        alpha="1.1.1",
        beta="1.",
        gamma="2.",
        delta="(a)",
        epsilon="3.",
        zeta="2.1",
        eta="2.1.1",
        theta="3.1",
    ),
    "a list after closing words alone": narrative(
        """## One

{-} These words have no number:

1. Target alpha {#alpha}

Target beta {#beta}
""",
        alpha="1.",
        beta="1.1",
    ),
    "lists under subparagraphs": narrative(
        """## One

First paragraph.

1. Sub one:

   1. Target alpha {#alpha}
   2. Target beta {#beta}

2. Sub two:

   - A bullet:
     1. Target gamma {#gamma}

   1. Target delta {#delta}
   2. Target epsilon {#epsilon}

3. Target zeta {#zeta}
""",
        alpha="(a)",
        beta="(b)",
        gamma="(a)",
        delta="(a)",
        epsilon="(b)",
        zeta="1.1.3",
    ),
    "deeper than the house has a form for": narrative(
        """## One

First paragraph.

1. Sub one:

   1. Target alpha {#alpha}
      1. Target beta {#beta}
      2. Target gamma {#gamma}
   2. Target delta {#delta}
   3. Target epsilon {#epsilon}
""",
        alpha="(a)",
        beta="(a)",
        gamma="(b)",
        delta="(b)",
        epsilon="(c)",
    ),
    "lists in an action": Shape(
        ACTION
        + """Do this, in order:

1. Target alpha {#alpha}
   1. Target beta {#beta}
   2. Target gamma {#gamma}
2. Target delta {#delta}
   1. Target epsilon {#epsilon}
3. Target zeta {#zeta}

Closing words:

- A bullet:
  1. Target eta {#eta}

1. Target theta {#theta}

#### Action P1-17-3

Then this:

1. Target iota {#iota}
""",
        {
            "alpha": "(a)",
            "beta": "(i)",
            "gamma": "(ii)",
            "delta": "(b)",
            "epsilon": "(i)",
            "zeta": "(c)",
            "eta": "(i)",
            "theta": "(a)",
            "iota": "(a)",
        },
        "priorities",
    ),
    "an action itself": Shape(ACTION + "Target action.\n", {"action": "2."}, "priorities", {"action": "P1-17-2"}),
    "functions": Shape(
        """# Role: Role of the Chair

Text.

## Function F1

Do this:

1. Target alpha {#alpha}
2. Target beta {#beta}

## Function F2

Target function.
""",
        {"alpha": "(a)", "beta": "(b)", "function": "b)"},
        "chair-role",
        {"function": "F2"},
    ),
    "plain text": Shape(
        """# Plan: Plan
years: 2017-18

## Introduction

Words.

1. Target alpha {#alpha}
   1. Target beta {#beta}
   2. Target gamma {#gamma}
2. Target delta {#delta}
   1. Target epsilon {#epsilon}

More words.

1. Target zeta {#zeta}

- A bullet:
  1. Target eta {#eta}
""",
        {"alpha": "1.", "beta": "(a)", "gamma": "(b)", "delta": "2.", "epsilon": "(a)", "zeta": "1.", "eta": "(a)"},
        "introduction",
    ),
    "an overview's points": Shape(
        ACTION
        + """Target action.

1. Target alpha {#alpha}
   1. Target beta {#beta}
2. Target gamma {#gamma}

# Statuses

## Status: Complete
means: complete

All done.

# Updates 2017-18
as at: March 2018

## Update P1-17-1
status: Complete

Done:

1. Target delta {#delta}
   1. Target epsilon {#epsilon}
   2. Target zeta {#zeta}
2. Target eta {#eta}

## Update P1-17-2
status: Complete

Done too.
""",
        {
            "action": "2",
            "alpha": "(a)",
            "beta": "(i)",
            "gamma": "(b)",
            "delta": "(a)",
            "epsilon": "(i)",
            "zeta": "(ii)",
            "eta": "(b)",
        },
        "progress-overview",
        {"action": "P1-17-2"},
    ),
    "a house that numbers otherwise": narrative(
        """## One

Words.

## Two

Target alpha {#alpha}

1. Target beta {#beta}
2. Target gamma {#gamma}
   1. Target delta {#delta}
   2. Target epsilon {#epsilon}
""",
        {'"%1.%2"': '"%2/%1."', '"%1.%2.%3"': '"%3."', '"(%2)"': '"[%2]"', "lowerLetter": "upperRoman"},
        alpha="1/2.",
        beta="1.",
        gamma="2.",
        delta="[I]",
        epsilon="[II]",
    ),
    "more items than letters": narrative(
        "## One\n\nWords.\n\n- A bullet:\n" + "".join(f"  1. Target t{n} {{#t{n}}}\n" for n in range(1, 29)),
        None,
        **{f"t{n}": f"({chr(96 + n)})" for n in range(1, 27)},
        t27="(aa)",
        t28="(bb)",
    ),
    "more items than one sign can say": Shape(
        ACTION + "In order:\n\n1. First:\n" + "".join(f"   1. Target t{n} {{#t{n}}}\n" for n in range(1, 11)),
        {
            f"t{n}": f"({sign})"
            for n, sign in enumerate(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"), 1)
        },
        "priorities",
    ),
    "a house that letters its sections": narrative(
        """## One

Words.

## Two

Target alpha {#alpha}

1. Target beta {#beta}

Target gamma {#gamma}
""",
        {
            '<w:numFmt w:val="decimal"/><w:pStyle w:val="SectionHeading"/>': (
                '<w:numFmt w:val="upperLetter"/><w:pStyle w:val="SectionHeading"/>'
            ),
            '<w:numFmt w:val="decimal"/><w:pStyle w:val="NumberedParagraph"/>': (
                '<w:numFmt w:val="decimalZero"/><w:pStyle w:val="NumberedParagraph"/>'
            ),
        },
        alpha="B.01",
        beta="B.01.1",
        gamma="B.02",
    ),
}


def board_folder(shape: Shape, folder: Path) -> Path:
    """The folder of a board that types this and prints it by that section."""
    folder.mkdir()
    sections = "".join(f"section: {name}\n" for name in dict.fromkeys((shape.section, "narrative")))
    typed = shape.typed if shape.section == "narrative" else NARRATIVE
    typed += "\n## References\n"
    for name in shape.numbers:
        typed += f"\n{{-}} Look at {name} by [point](#{shape.ids.get(name, name)}), end.\n"
    (folder / "board.md").write_text(REGISTER.format(sections=sections), encoding="utf-8")
    (folder / "paper.md").write_text(typed, encoding="utf-8")
    if shape.section != "narrative":
        (folder / "records.md").write_text(shape.typed, encoding="utf-8")
    if shape.house:
        parts = one_section.house_parts()
        numbering = parts["word/numbering.xml"].decode()
        for old, new in shape.house.items():
            assert old in numbering
            numbering = numbering.replace(old, new)
        parts["word/numbering.xml"] = numbering.encode()
        (folder / "house.docx").write_bytes(packed(parts))
    return folder


@define
class Printed:
    """One document with the words of its PDF, white space made one space."""

    built: BuiltDocument
    words: str


def words_of(pdf: bytes, folder: Path) -> str:
    """The words of a PDF as they stand on its pages, white space made one space."""
    file = folder / "paper.pdf"
    file.write_bytes(pdf)
    command = [require("pdftotext"), "-raw", file, "-"]
    told = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    return " ".join(told.stdout.split())


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Printed]:
    """Each shape's document and what LibreOffice, which counts anew, prints of it."""
    require("soffice")
    room = tmp_path_factory.mktemp("numbers")
    built = {
        name: bscb_docs.build(bscb_docs.read_board(board_folder(shape, room / str(number))), "paper")
        for number, (name, shape) in enumerate(SHAPES.items())
    }
    pdfs = make_pdfs({str(number): document.data for number, document in enumerate(built.values())})
    return {
        name: Printed(document, words_of(pdfs[str(number)], room))
        for number, (name, document) in enumerate(built.items())
    }


def in_front(words: str) -> dict[str, str]:
    """What stands in front of each target."""
    return {name: number for number, name in re.findall(r"(\S+?):? Target (\w+)", words)}


def referred(words: str) -> dict[str, str]:
    """What each reference prints after its word."""
    return dict(re.findall(r"Look at (\w+) by (?:point|Priority 1, action)\s(\S+), end", words))


@pytest.mark.parametrize("name", SHAPES)
def test_the_number_in_front_is_the_one_meant(name: str, printed: dict[str, Printed]) -> None:
    """LibreOffice counts every list, paragraph and subparagraph as a reader expects."""
    assert in_front(printed[name].words) == SHAPES[name].numbers


@pytest.mark.parametrize("name", SHAPES)
def test_a_reference_shows_the_number_in_front_of_its_target(name: str, printed: dict[str, Printed]) -> None:
    """The number that the Word file shows is the one before its target, without a full stop at its end."""
    fronts = in_front(printed[name].words)
    assert referred(printed[name].built.text) == {name: number.rstrip(".") for name, number in fronts.items()}


@pytest.mark.parametrize("name", SHAPES)
def test_a_reference_stays_right_when_it_is_updated(name: str, printed: dict[str, Printed]) -> None:
    """LibreOffice, which updates every reference, prints what the Word file shows."""
    assert referred(printed[name].words) == referred(printed[name].built.text)


@pytest.fixture(scope="module")
def interrupted(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """A template's numbered and lettered items with lists of the same kind between them."""
    room = tmp_path_factory.mktemp("interrupted")
    page = one_section.Words(text=Prose("Words.\n\n1. One\n2. Two\n3. Three\n"))
    items = [
        one_section.paragraph(f"Target {name}", style)
        for name, style in (("alpha", "ListNumber"), ("beta", "LetteredItem"), ("gamma", "ListNumber"))
    ]
    later = [
        one_section.paragraph("Target delta", "LetteredItem"),
        one_section.paragraph("Target epsilon", "ListNumber"),
    ]
    prose = one_section.paragraph("{{p text | prose }}")
    built = one_section.build("".join((*items, prose, *later)), room, page)
    return Printed(built, words_of(make_pdfs({"paper": built.data})["paper"], room))


def test_a_list_goes_on_after_another_of_its_style(interrupted: Printed) -> None:
    """Word counts all lists of one style together; an item after another list still has the number that follows."""
    assert in_front(interrupted.words) == {"alpha": "1.", "beta": "a)", "gamma": "2.", "delta": "b)", "epsilon": "3."}


def test_numbered_paragraphs_that_a_template_holds_are_counted(tmp_path: Path) -> None:
    """A template's own numbered paragraphs move the numbers of the prose after them, and of references to it."""
    page = one_section.Words(text=Prose("Target beta {#beta}\n\nLook at beta by [point](#beta), end."))
    body = [
        one_section.paragraph("A section", "SectionHeading"),
        one_section.paragraph("Target alpha", "NumberedParagraph"),
        one_section.paragraph("Target gamma", "NumberedSubparagraph"),
        one_section.paragraph("{{p text | prose }}", "NumberedParagraph"),
    ]
    built = one_section.build("".join(body), tmp_path, page)
    words = words_of(make_pdfs({"paper": built.data})["paper"], tmp_path)
    assert in_front(words) == {"alpha": "1.1", "gamma": "1.1.1", "beta": "1.2"}
    assert referred(words) == referred(built.text) == {"beta": "1.2"}


def test_a_numbered_paragraph_without_a_section_is_refused(tmp_path: Path) -> None:
    """Word and LibreOffice do not agree how to number it, so the template's author is told."""
    body = one_section.paragraph("{{p text | prose }}", "NumberedParagraph")
    with pytest.raises(TemplateError, match="a Numbered Paragraph has no number before"):
        one_section.build(body, tmp_path, one_section.Words(text=Prose("Words.")))


def test_a_reference_in_a_heading_is_printed_there_and_in_the_contents(tmp_path: Path) -> None:
    """A heading's reference prints its number in the heading, the contents and the PDF, even to what follows."""
    board = tmp_path / "board"
    board.mkdir()
    sections = "section: contents\nsection: narrative\n"
    (board / "board.md").write_text(REGISTER.format(sections=sections), encoding="utf-8")
    typed = "## How we worked: see [paragraph](#schools)\n\nWords.\n\n## Schools\n\nWords. {#schools}\n"
    (board / "paper.md").write_text(NARRATIVE + typed, encoding="utf-8")
    built = bscb_docs.build(bscb_docs.read_board(board), "paper")
    words = words_of(make_pdfs({"paper": built.data})["paper"], tmp_path)
    assert built.headings[0].text == "How we worked: see paragraph 2.1"
    assert words.count("1. How we worked: see paragraph 2.1") == 2


@pytest.mark.parametrize(
    ("told", "headings", "levels"),
    [(0, 18, {"TOC1", "TOC2"}), (0, 25, {"TOC1"}), (2, 25, {"TOC1", "TOC2"})],
    ids=["one page", "more", "asked for"],
)
def test_contents_are_one_page(told: int, headings: int, levels: set[str], tmp_path: Path) -> None:
    """They go down two levels where these stand on one page, and else one, unless they are told how many."""
    parts = [("Part", "Heading1"), ("More of it", "Heading2"), ("Words.", "Normal")] * headings
    contents = one_section.paragraph(f"{{{{p {told} | contents }}}}", "TOC1")
    body = contents + "".join(one_section.paragraph(words, style) for words, style in parts)
    written = read_parts(one_section.build(body, tmp_path).data, "the file")["word/document.xml"].decode()
    assert set(re.findall(r'<w:pStyle w:val="(TOC\d)"/>', written)) == levels


def test_a_reference_in_a_heading_that_leads_nowhere_is_found(tmp_path: Path) -> None:
    """A heading's reference to a name that nothing bears stops the document, once, with its line."""
    board = tmp_path / "board"
    board.mkdir()
    (board / "board.md").write_text(REGISTER.format(sections="section: narrative\n"), encoding="utf-8")
    (board / "paper.md").write_text(f"{NARRATIVE}## As [paragraph](#nowhere) says\n\nWords.\n", encoding="utf-8")
    built = bscb_docs.build(bscb_docs.read_board(board), "paper")
    assert [(finding.code, finding.place.line) for finding in built.findings] == [("APP-05", 4)]


def level(form: str = "decimal", text: str = "%1.%2", restart: int | None = None, *, legal: bool = False) -> Level:
    """A level that begins at 1."""
    return Level(form, text, 1, restart, legal)


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (level(), ["A.1", "A.2", "B.1"]),
        (level("lowerRoman", "(%2)"), ["(i)", "(ii)", "(i)"]),
        (level(restart=0), ["A.1", "A.2", "B.3"]),
        (level(legal=True), ["1.1", "1.2", "2.1"]),
        (level("bullet", "-"), ["", "", ""]),
        (level("none", ""), ["", "", ""]),
    ],
)
def test_a_level_counts_as_the_standard_says(second: Level, expected: list[str]) -> None:
    """What ECMA-376 says of w:lvlRestart and w:isLgl holds, which LibreOffice 7.4 does not know."""
    counter = Counter({(1, 0): level("upperLetter", "%1."), (1, 1): second})
    steps = []
    for depth in (0, 1, 1, 0, 1):
        counter.count(1, depth)
        steps.append(counter.printed(1, depth))
    assert [steps[1], steps[2], steps[4]] == expected

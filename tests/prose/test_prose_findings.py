"""What is wrong with Markdown prose: one row a fault, the text in and the exact finding out."""

import pytest

from bscb_docs import prose
from bscb_docs.diagnostics.codes import CODES
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.location import Place
from bscb_docs.records import Prose

FAULTS = [
    ("PRO-01", 2, 1, "- a point\nruns on", '"runs on" runs on from the point above it.'),
    ("PRO-01", 3, 1, "- a\n\n b", "This paragraph is indented but belongs to no point, since it begins too far left."),
    ("PRO-02", 1, 1, "+ a point", 'A list begins with "+".'),
    ("PRO-02", 1, 1, "* a point", 'A list begins with "*".'),
    ("PRO-02", 1, 1, "1) a point", 'A list begins with "1)".'),
    ("PRO-02", 2, 1, "- a\n       - b", '"- b" looks like a point but runs on from the line above.'),
    ("PRO-02", 2, 1, "words\n2. two", '"2. two" looks like a point but runs on from the line above.'),
    ("PRO-03", 1, 1, "2018. was a year", '"2018." at the start begins no list and is printed as words.'),
    ("PRO-02", 2, 1, "(a) one\n(b) two", '"(b) two" looks like a point but runs on from the line above.'),
    (
        "PRO-03",
        2,
        1,
        "1. In the year\n2018. Then",
        '"2018." at the start of the line makes a point and is not printed.',
    ),
    ("PRO-04", 1, 1, "3.2 The board met", 'The number "3.2" is typed here and would be printed twice.'),
    ("PRO-04", 1, 1, "(a) The board met", 'The number "(a)" is typed here and would be printed twice.'),
    ("PRO-04", 3, 1, "{-} Words\n\na) The board met", 'The number "a)" is typed here and would be printed twice.'),
    (
        "PRO-18",
        3,
        1,
        "Words.\n\n**The year ahead:**",
        '"The year ahead" is only set in bold: no heading is printed, and the contents do not list it.',
    ),
    ("PRO-19", 1, 1, "> Callout:\n>\n> Words.", "It is not said what the callout is about."),
    ("PRO-19", 1, 1, "> Quotation:\n>\n> Words.", "It is not said who said the quotation."),
    ("PRO-19", 1, 1, "> Callout: What this means", "Callout: has no words beneath it."),
    (
        "PRO-20",
        3,
        1,
        "> At a glance: Us\n>\n> | A | B |\n> | --- | --- |\n> | 1 | 2 |",
        "At a glance has 2 headline figures.",
    ),
    ("PRO-21", 1, 5, "Word[^a].", '"[^a]" refers to a note that this text does not have.'),
    ("PRO-21", 1, 7, "Words [^a b].", '"[^a b]" looks like a reference to a note, and is printed as it stands.'),
    (
        "PRO-21",
        3,
        4,
        "Caption: C\n\n| a[^a] | b |\n| --- | --- |\n| c | d |\n\n[^a]: N.",
        '"[^a]" refers to a note from a title, a caption, a table or another note.',
    ),
    ("PRO-22", 3, 1, "Word.\n\n[^a]: Words.", "Nothing refers to the note [^a], so that it is not printed."),
    ("PRO-22", 3, 1, "Word[^a].\n\n[^a]:", "The note [^a] has no words."),
    (
        "PRO-22",
        3,
        1,
        "Word[^a].\n\n[^a]: Words\n\n    - a point",
        "The note [^a] holds more than paragraphs, which alone can stand in a note.",
    ),
    ("PRO-14", 5, 1, "Word[^a].\n\n[^a]: One.\n\n[^a]: Two.", "The note [^a] is given twice in this text."),
    (
        "PRO-04",
        1,
        1,
        "Caption: Table 1: Us\n| A |\n| --- |\n| 1 |",
        '"Table 1:" is typed here and would be printed twice.',
    ),
    ("PRO-05", 1, 8, "We met.[1] Often.", '"[1]" is the number of a note, typed by hand, and is printed as it stands.'),
    ("PRO-05", 1, 7, "We met² often.", '"²" is the number of a note, typed by hand, and is printed as it stands.'),
    ("PRO-17", 1, 1, "> At a glance: Us\n>\n> Words.", "A caption has no table or picture after it."),
    (
        "PRO-01",
        4,
        1,
        "> Callout: What\n>\n> Words\n> Example: One",
        '"Example: One" runs on from the words set apart above it.',
    ),
    ("PRO-01", 3, 1, "> Callout: What\n> it means\nNext", '"Next" runs on from the words set apart.'),
    ("PRO-05", 3, 3, "> Callout: What\n>\n> > said", '">" is printed as it stands.'),
    ("PRO-05", 1, 1, "> a quotation", '">" is printed as it stands.'),
    ("PRO-05", 1, 1, "``` code", '"```" is printed as it stands.'),
    ("PRO-05", 2, 1, "Heading\n-------", '"-------" is printed as it stands.'),
    ("PRO-05", 2, 1, "Heading\n===", '"===" is printed as it stands.'),
    ("PRO-05", 1, 1, "-schools", '"-" is printed as it stands.'),
    ("PRO-05", 1, 1, "#BeSafe is our word", '"#" is printed as it stands.'),
    ("PRO-05", 1, 6, "some <b>bold</b> words", '"<b>" is a sign of a web page and is printed as it stands.'),
    ("PRO-05", 1, 4, "AT &amp; T", '"&amp;" is a sign of a web page and is printed as it stands.'),
    ("PRO-05", 1, 5, "see <https://e.org>", '"<https://e.org>" is a sign of a web page and is printed as it stands.'),
    (
        "PRO-05",
        1,
        5,
        "The ~~old~~ new plan",
        '"~~old~~" is a change that was marked in another program, and is printed as it stands.',
    ),
    (
        "PRO-05",
        1,
        5,
        "The {++new++} plan",
        '"{++new++}" is a change that was marked in another program, and is printed as it stands.',
    ),
    ("PRO-06", 1, 1, "o a point", '"o" is a pasted bullet and is printed as a character.'),
    ("PRO-06", 1, 1, "• a point", '"•" is a pasted bullet and is printed as a character.'),
    ("PRO-06", 1, 3, "- • a point", '"•" is a pasted bullet and is printed as a character.'),
    ("PRO-06", 1, 1, "– a point", '"–" is a pasted bullet and is printed as a character.'),
    ("PRO-07", 1, 7, "words {#a} and more", '"{#a}" is printed, since it names nothing here.'),
    ("PRO-07", 1, 7, "words {#a b}", '"{#a b}" is printed, since it names nothing here.'),
    ("PRO-07", 1, 7, "words {-}", '"{-}" is printed, since it names nothing here.'),
    ("PRO-08", 1, 1, "{{ 1 + 2 }}", '"{{ 1 + 2 }}" names no figure: a name has letters, figures, dots and hyphens.'),
    (
        "PRO-08",
        1,
        6,
        "Held [[ board.meetings ]] times",
        '"[[ board.meetings ]]" stands between signs of another program, and is printed as it stands.',
    ),
    (
        "PRO-08",
        1,
        6,
        "Held «meetings_held» times",
        '"«meetings_held»" stands between signs of another program, and is printed as it stands.',
    ),
    ("PRO-08", 2, 3, "a\nb {{ c", '"{{" belongs to no figure and is printed.'),
    ("PRO-08", 1, 1, "{% if x %}", '"{%" belongs to no figure and is printed.'),
    (
        "PRO-08",
        1,
        4,
        "a: {{ section b }}",
        '"{{ section b }}" must stand alone in a paragraph of its own, outside any list.',
    ),
    (
        "PRO-08",
        1,
        4,
        "We { board.met } twice",
        '"{ board.met }" stands between single braces, and is printed as it stands.',
    ),
    ("PRO-08", 2, 3, "a\nb {values-two}", '"{values-two}" stands between single braces, and is printed as it stands.'),
    ("PRO-09", 1, 4, "see](#name)", '"](#name)" is half of a reference, and is printed as it stands.'),
    ("PRO-09", 1, 5, "[see] (#name)", '"] (#name)" is half of a reference, and is printed as it stands.'),
    ("PRO-09", 1, 5, "[see](#name", '"](#name" is half of a reference, and is printed as it stands.'),
    ("PRO-09", 1, 5, "see [](https://e.org)", "A link has no words to follow."),
    ("PRO-09", 1, 1, "[ ](https://e.org)", "A link has no words to follow."),
    ("PRO-09", 1, 1, "[ ](#name)", "A link has no words to follow."),
    ("PRO-09", 1, 5, "see [this](notes.md)", '"[this](notes.md)" leads nowhere.'),
    ("PRO-09", 1, 1, '[a](https://e.org "b")', 'The words "b" after a link\'s address are not printed.'),
    ("PRO-09", 1, 1, "[{{ a }}](#b)", "The words of a link hold a figure or a picture, which cannot be followed."),
    ("PRO-10", 1, 1, "![](a.png)", 'The picture "a.png" has no alternative text.'),
    ("PRO-10", 1, 1, '![a](a.png "b")', 'The words "b" in the picture\'s brackets are not printed.'),
    ("PRO-10", 1, 1, "see ![a](a.png)", "A picture stands among words and cannot be set there."),
    (
        "PRO-10",
        5,
        1,
        "Caption: T\n\n|a|b|\n|-|-|\n|c|x ![a](a.png)|",
        "A picture stands in a cell and cannot be set there.",
    ),
    (
        "PRO-11",
        5,
        1,
        "Caption: c\n\n| a |\n|---|\n| b | lost |",
        "This row has 2 cells, the header row 1; what is over is not printed.",
    ),
    ("PRO-12", 1, 1, "| a |\n|---|\n| b |", "A table has no caption."),
    (
        "PRO-23",
        5,
        1,
        "Caption: c\n\n| a | b |\n|---|---|\n| b |",
        "A cell of this row is empty, so nobody can hear what it says.",
    ),
    ("PRO-24", 1, 1, "| a | b |", "This looks like a table but has no line of dashes beneath its header row."),
    (
        "PRO-13",
        3,
        1,
        "- a\n  - b\n    - c",
        "These points stand deeper than sub-points, for which the house style has no form.",
    ),
    ("PRO-14", 3, 1, "a {#x}\n\nb {#x}", "The name {#x} is given twice in this text."),
    ("PRO-15", 1, 3, "a **b", '"**" opens or closes nothing here and is printed.'),
    ("PRO-16", 2, 1, "- a\n-\n- b", "A point has no words."),
    ("PRO-17", 1, 1, "Caption: a\n\nwords", "A caption has no table or picture after it."),
]


def found(text: str) -> list[Finding]:
    """The findings of a narrative's text that begins in line 10 of a file."""
    return prose.findings(Prose(text, Place("report.md", 10, 1)), numbered=True, about="r")


@pytest.mark.parametrize(("code", "line", "column", "text", "message"), FAULTS)
def test_a_fault_of_prose_is_found(code: str, line: int, column: int, text: str, message: str) -> None:
    """Each fault has its code, its place and its mend, and brings no other with it."""
    (finding,) = found(text)
    expected = (code, CODES[code].severity, message, Place("report.md", 9 + line, column), "r")
    assert expected == (finding.code, finding.severity, finding.message, finding.place, finding.about)
    assert finding.mend.endswith((".", "&.", ":."))


SOUND = [
    "3.5 million children live here",
    "2017/18 has been a full year",
    "A point:\n\n- one\n- two\n\nThe end.",
    "- a point that is\n  wrapped with care",
    "10 of 20 (50%)",
    "1. a\n1. b\n1. c",
    "a_b and 2*3*4",
    "[a]: https://e.org",
    "Women's & Children's",
    "under <18s and >65s",
    r"\# no heading, \- no point",
    "`as typed`",
    "**Every child is seen, heard and helped.**",
    "**Neglect** comes first",
    "Caption: a\n![b](c.png)",
    "1. a\n\n   - b\n\n   c\n2. d",
]


@pytest.mark.parametrize("text", SOUND)
def test_sound_prose_has_no_finding(text: str) -> None:
    """What a person writes every day is not complained of."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("**First night**\n\nIt says who calls.", 1),
        ("Words.\n\n**First night**\n\n- a point", 3),
        ("**We met with:**\n\n- a point", 0),
        ("**Every child is seen.**\n\nWords.", 0),
        ("Words.\n\n**First night**", 0),
        ("**First** night\n\nWords.", 0),
        ("**One two three four five six seven eight nine ten eleven twelve thirteen**\n\nWords.", 0),
    ],
)
def test_a_heading_of_bold_in_the_words_of_a_card(text: str, line: int) -> None:
    """Nothing there prints as a heading; a lead, a sentence and words that nothing follows are not meant as one."""
    told = [each for each in prose.findings(Prose(text, Place("plan.md", 1, 1))) if each.code == "PRO-18"]
    assert [each.place.line for each in told] == [line] * bool(line)


def test_only_a_narrative_minds_typed_numbers() -> None:
    """In a card's text a number before a paragraph is words."""
    assert prose.findings(Prose("3.2 The board met")) == []


@pytest.mark.parametrize(
    ("title", "code"), [("2. Purpose", "PRO-04"), ("Purpose of {{ P1 title }}", "PRO-08"), ("Purpose", "")]
)
def test_a_title_is_one_line(title: str, code: str) -> None:
    """A section's title is looked at like a paragraph, at its own column."""
    findings = prose.line_findings(Prose(title, Place("report.md", 4, 4)), numbered=True)
    assert [code] * bool(code) == [finding.code for finding in findings]
    assert {4} >= {finding.place.line for finding in findings}


def test_the_column_of_a_fault_counts_from_where_the_prose_begins() -> None:
    """A title begins after its two hashes; its second line, if any, would begin at the margin."""
    (finding,) = prose.line_findings(Prose("Of {{ P1 title }}", Place("report.md", 4, 4)))
    assert Place("report.md", 4, 7) == finding.place


def test_every_code_of_prose_has_its_row() -> None:
    """The table of codes and the tests above tell the same."""
    assert {code for code in CODES if code.startswith("PRO")} == {row[0] for row in FAULTS}

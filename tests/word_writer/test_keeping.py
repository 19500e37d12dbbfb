"""What the end of a page may not part: lead-ins, points, last lines, and the last rows of a table."""

import re
from pathlib import Path

import pytest
from attrs import evolve
from one_section import BODY, Words, build, paragraph

from bscb_docs import BuiltDocument, Prose
from bscb_docs.ooxml.house_file import load_house_file
from bscb_docs.ooxml.package import read_parts
from bscb_docs.ooxml.paragraph_words import plain_words
from bscb_docs.word_writer.tables.kept_rows import keeps_next
from bscb_docs.word_writer.tables.text_measure import TextMeasure

LONG = " ".join(["Partners agreed what each of them will do for children and families, and by when."] * 18)
TEXT = f"""\
No lead-in.

The board looks at:

- first
- second

    more of the second

The end: no list follows.

{LONG}
"""
TABLE = "\n\nCaption: A table\n\n| Head |\n| --- |\n" + "".join(f"| row {number} |\n" for number in range(1, 41))


def kept(built: BuiltDocument) -> list[str]:
    """The words of the paragraphs that are told to keep with the next."""
    body = read_parts(built.data, "the file")[BODY].decode()
    return [plain_words(each) for each in re.findall(r"<w:p>.*?</w:p>", body) if "<w:keepNext/>" in each]


def prose(text: str, folder: Path) -> BuiltDocument:
    """A document of that prose alone."""
    return build(paragraph("{{p text | prose }}"), folder, Words(text=Prose(text)))


def test_what_leads_in_keeps_with_what_follows(tmp_path: Path) -> None:
    """A lead-in and a point with a second paragraph do; a paragraph that nothing belongs to does not."""
    built = prose(TEXT, tmp_path)
    assert kept(built) == ["The board looks at:", "first", "second"]
    assert built.findings == ()


@pytest.mark.parametrize(
    "below", ["> Callout: What I found\n>\n> It is late.", "| Head |\n| --- |\n| row |", "- point"]
)
def test_what_leads_in_to_a_box_or_a_table_keeps_with_it(below: str, tmp_path: Path) -> None:
    """The heading above it and its last line were left at the foot of a page that did not have room for the box."""
    assert "A paper asks:" in kept(prose(f"A paper asks:\n\n{below}\n\n{LONG}\n\n{LONG}", tmp_path))


@pytest.mark.parametrize("begun", ["<w:p><w:pPr/>", "<w:p>"], ids=["no style", "no properties"])
def test_a_lead_in_of_a_template_that_names_no_style_keeps_too(begun: str, tmp_path: Path) -> None:
    """Word leaves the name of the style Normal out of what it saves."""
    lead_in = paragraph("Partners gave:").replace('<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr>', begun)
    points = paragraph("{{p text | prose }}")
    assert kept(build(lead_in + points, tmp_path, Words(text=Prose(f"- {LONG}\n- {LONG}")))) == ["Partners gave:"]


def test_the_last_lines_of_a_document_keep_together(tmp_path: Path) -> None:
    """As many paragraphs as make a third of a page, so that its last page is not a line or two."""
    built = prose("\n\n".join(f"Line {number}." for number in range(1, 31)), tmp_path)
    assert kept(built) == [f"Line {number}." for number in range(21, 30)]


def test_a_low_table_keeps_with_the_last_lines(tmp_path: Path) -> None:
    """A few lines below it are no page of their own; of a high one the last rows go with them, and not the first."""
    for rows, keeps in ((3, True), (30, False)):
        table = "| Head |\n| --- |\n" + "".join(f"| row {number} |\n" for number in range(rows))
        built = prose(f"{LONG}\n\n{table}\n\nBelow it.", tmp_path)
        assert [f"row {row}" in kept(built) for row in (rows // 2, rows - 1)] == [keeps, True]


def test_a_table_is_no_part_of_the_last_lines_where_these_are_enough(tmp_path: Path) -> None:
    """They are a page of their own, and the table may stand on the one before to its end."""
    table = "| Head |\n| --- |\n" + "".join(f"| row {number} |\n" for number in range(8))
    lines = "\n\n".join(f"Line {number}." for number in range(12))
    built = prose(f"{LONG}\n\n{table}\n\n{lines}", tmp_path)
    assert [each for each in ("row 7", "Line 5.") if each in kept(built)] == ["Line 5."]


def test_the_last_lines_begin_with_no_point_but_the_first(tmp_path: Path) -> None:
    """A list that is not long goes whole to the last page, with what leads in to it."""
    points = "\n".join(f"- point {number}" for number in range(4))
    lines = "\n\n".join(f"Line {number}." for number in range(6))
    built = prose(f"{LONG}\n\nThe points:\n\n{points}\n\n{lines}", tmp_path)
    assert kept(built)[:3] == ["The points:", "point 0", "point 1"]


@pytest.mark.parametrize(("times", "keeps"), [(1, True), (6, False)], ids=["a short one", "a long one"])
def test_a_short_last_point_takes_a_short_one_overleaf_with_it(times: int, keeps: bool, tmp_path: Path) -> None:
    """A long decision left a third of a page empty, as it went overleaf for one of two lines below it."""
    first = " ".join(["Partners agreed what each of them will do."] * times)
    built = prose(f"{LONG}\n\n1. {first}\n2. A short one.\n\n{LONG}\n\n{LONG}", tmp_path)
    assert (first in kept(built)) is keeps


@pytest.mark.parametrize(("points", "is_whole"), [(3, True), (30, False)], ids=["a low section", "a high one"])
def test_the_last_section_stays_whole_below_half_a_page(points: int, is_whole: bool, tmp_path: Path) -> None:
    """Whom to call stands with all other ways to get in touch, under their heading."""
    lines = "\n".join(f"- point {number}" for number in range(points))
    words = [paragraph(LONG), paragraph("Contact", "Heading1"), paragraph("First", "Heading2"), paragraph(LONG[:80])]
    below = [paragraph("{{p text | prose }}"), paragraph("Second", "Heading2"), *[paragraph("A line.")] * 5]
    built = build("".join([*words, *below]), tmp_path, Words(text=Prose(lines)))
    assert ("point 1" in kept(built)) is is_whole


def test_of_a_table_at_the_end_no_row_stands_alone_on_the_last_page(tmp_path: Path) -> None:
    """Rows that are a third of a page go to it, where they are no more than half of one."""
    high = LONG[: len(LONG) // 2]
    for rows, keeps in (([high] * 6, ["row 4"]), ([LONG] * 6, []), ([high] * 4 + [LONG] * 2, [])):
        lines = [f"| row {number} {row} |" for number, row in enumerate(rows)]
        built = prose("\n".join([LONG, "", "| Head |", "| --- |", *lines]), tmp_path)
        assert [words[:5] for words in kept(built)] == keeps


def test_no_short_point_is_parted_from_its_list(tmp_path: Path) -> None:
    """The first stands with the second and the last with the one before it; a heading's lead-in with the first."""
    points = "\n".join(f"- point {number}" for number in range(1, 6))
    words = [paragraph("Heading", "Heading2"), paragraph("A word on it."), paragraph("{{p text | prose }}")]
    built = build("".join([*words, paragraph(LONG)]), tmp_path, Words(text=Prose(points)))
    assert kept(built) == ["A word on it.", "point 1", "point 4"]
    lines = [paragraph(f"Line {number}.") for number in range(5)]
    built = build("".join([words[0], *lines, words[2], paragraph(LONG)]), tmp_path, Words(text=Prose(points)))
    assert kept(built) == ["point 1", "point 4"]
    long = prose("\n".join(f"- {LONG}" for _ in range(5)) + f"\n\n{LONG}", tmp_path)
    assert kept(long) == []


OUTCOMES = [
    f"Outcome {number}: children are seen, heard and helped early, {'and their families too, ' * 3}so."
    for number in "12"
]


@pytest.mark.parametrize(
    ("between", "below", "keeps"),
    [
        (["A word on it."], ["Heading2"], ["A word on it."]),
        (["A word on it.", "Owner: the board."], ["Caption"], ["A word on it.", "Owner: the board."]),
        (OUTCOMES, ["Heading2", "Normal"], OUTCOMES),
        (OUTCOMES, ["Heading2", *["Caption"] * 8, "Normal"], []),
        (["A word on it."], ["Heading2", *["Caption"] * 8, "Normal"], ["A word on it."]),
        (["A word on it."], ["Heading1"], []),
        ([LONG], ["Heading2"], []),
    ],
    ids=[
        "a heading",
        "a caption",
        "outcomes",
        "outcomes above much",
        "a line above much",
        "heading beside",
        "many lines",
    ],
)
def test_a_few_words_under_a_heading_keep_with_what_they_introduce(
    between: list[str], below: list[str], keeps: list[str], tmp_path: Path
) -> None:
    """They are not left at the foot of a page whose next one has all they speak of; more do where all of it is low."""
    lower = [paragraph("Below", style) for style in below]
    words = [paragraph("Heading", "Heading1"), *map(paragraph, between), *lower, *[paragraph(LONG)] * 2]
    assert kept(build("".join(words), tmp_path)) == keeps


@pytest.mark.parametrize(
    ("rows", "lead", "keeps"),
    [([""] * 4, 3, 3), ([""] * 40, 3, 3), ([LONG[: len(LONG) // 2]], 3, 3), ([LONG], 2, 2), ([LONG], 3, 0)],
    ids=["a low table", "a long one", "a row of a fifth of a page", "a high row", "a high row under much"],
)
def test_a_lead_in_keeps_with_its_table(rows: list[str], lead: int, keeps: int, tmp_path: Path) -> None:
    """A line or two always do, more where all of it is half a page: one may end between much text and a high row."""
    lines = [f"| row {number} {row} |" for number, row in enumerate(rows)]
    table = "\n".join(["Caption: A table", "", "| Head |", "| --- |", *lines])
    leads = [f"Word {number}." for number in range(lead)]
    words = [paragraph("Heading", "Heading1"), *map(paragraph, leads), paragraph("{{p text | prose }}")]
    built = build("".join(words), tmp_path, Words(text=Prose(table)))
    assert [words for words in kept(built) if words.startswith("Word")] == leads[:keeps]


def test_the_first_and_last_rows_of_a_table_keep_together(tmp_path: Path) -> None:
    """Rows of five lines at least stand under a head that is repeated, and two under the first head."""
    built = prose(f"Before it.{TABLE}\n\n{LONG}", tmp_path)
    assert kept(built) == [f"row {number}" for number in (1, 2, 3, 37, 38, 39)]


def test_a_table_is_parted_rather_than_half_a_page_left_empty(tmp_path: Path) -> None:
    """One of a few rows stands on one page; of a higher one only the first rows and the last are kept together."""
    for rows, keeps in ((4, True), (8, False)):
        table = "| Head |\n| --- |\n" + "".join(f"| row {number} |\n" for number in range(rows))
        built = prose(f"{LONG}\n\nCaption: A table\n\n{table}\n\n{LONG}", tmp_path)
        assert (f"row {rows // 2 - 1}" in kept(built)) is keeps


@pytest.mark.parametrize(("points", "keeps"), [(4, True), (60, False)], ids=["a low box", "a high one"])
def test_a_box_below_half_a_page_is_not_parted(points: int, keeps: bool, tmp_path: Path) -> None:
    """A callout keeps with its points to the last of them, unless it takes more than half a page."""
    box = "\n".join(["> Callout: What I found", ">", *(f"> - point {number}" for number in range(points))])
    built = prose(f"{LONG}\n\n{box}\n\n{LONG}", tmp_path)
    assert [each for each in kept(built) if each.startswith("point")] == [
        f"point {n}" for n in range(points - 1)
    ] * keeps


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([], []),
        ([2], [False]),
        ([2, 2, 2, 2], [False, True, True, False]),
        ([2, 9, 12, 9], [False, False, False, False]),
        ([2, 9, 9, 6], [False, False, True, False]),
        ([2, 6, 9, 9], [False, True, False, False]),
        ([2, 6, 15, 6], [False, False, False, False]),
        ([2, 9, 6], [False, True, False]),
        ([2] * 12, [False, True, True, True, *[False] * 4, True, True, True, False]),
    ],
    ids=[
        "no row",
        "a head alone",
        "a short table",
        "high rows",
        "a low last row",
        "a low first row",
        "too high to keep",
        "two rows in all",
        "a long table",
    ],
)
def test_rows_keep_by_their_height(lines: list[float], expected: list[bool]) -> None:
    """The first and last few, so that no low row stands alone, and never more than a page surely holds."""
    assert keeps_next(lines, pair=20, alone=8) == expected


def test_what_keeps_together_follows_the_houses_own_page() -> None:
    """On a page half as high half as many lines do, upright and on its side; the house's own has 44 lines and 33."""
    house = load_house_file()
    low = evolve(house, text_height=house.text_height // 2, landscape_height=house.landscape_height // 2)
    measures = map(TextMeasure, (house, low))
    told = [(each.page(), each.page(sideways=True), each.page(0.34)) for each in measures]
    assert told == [(44, 33, 15), (22, 16, 7)]


def test_lines_take_the_room_that_their_style_gives_them() -> None:
    """An entry of the contents is lower than a paragraph of the text, and in a cell each has its edges once."""
    house = load_house_file()
    measure, width = TextMeasure(house), house.text_width
    heights = [measure.lines("One line.", house.style(name).id, width) for name in ("Normal", "toc 1", "toc 2")]
    assert heights == pytest.approx([1 + 160 / 317, 240 / 276 + 40 / 317, 240 / 276 + 20 / 317])
    one, two = (f"<w:tc>{paragraph('One line.', 'TableText') * number}</w:tc>" for number in (1, 2))
    lower, higher = (measure.cells(cell)[0].lines(width) for cell in (one, two))
    assert higher == pytest.approx(2 * lower - 0.44)

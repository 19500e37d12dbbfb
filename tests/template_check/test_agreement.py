"""Template check and building agree: what the one passes the other sets, and what the one stops at the other does."""

import re
from collections.abc import Callable
from enum import Enum
from importlib.resources import files
from pathlib import Path

import pytest
from attrs import evolve, frozen
from template_samples import replaced

from bscb_docs import Board, Document, PartialDate, Prose, Section, TemplateError, every
from bscb_docs.ooxml.package import read_parts
from bscb_docs.ooxml.part_names import DOCUMENT
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
    due: PartialDate | None = None


@frozen
class Page:
    """The page that the tags are held against."""

    words: str = "some words"
    rows: tuple[Row, ...] = (Row(),)
    pair: tuple[str, str] = ("a", "b")
    number: int = 3
    empty: str | None = None
    prose: Prose = Prose("Some *prose*.")


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
    "a comparison with a name": (
        "Normal | {% if number > rows[0].span and words < pair[1] %}no{% else %}yes{% endif %}",
        "yes",
    ),
    "a part that was asked for": ("Normal | {% if rows[0].due %}{{ rows[0].due }}{% endif %}{{ pair[-1] }}", "b"),
    "a default for what is empty": ('Normal | {{ empty | default("none", true) }}', "none"),
    "a field of each": ('Normal | {{ rows | join(", ", attribute="colour") }}', "FF0000"),
    "one field of a list": ('Normal | {{ rows | map(attribute="colour") | join(", ") }}', "FF0000"),
    "a list in the order of a field": (
        'Normal | {% for r in rows | sort(attribute="span") %}{{ r.span }}{% endfor %}',
        "2",
    ),
    "a comment": ("Normal | {# a note #}a", "a"),
    "prose in a line": ("Normal | {{ prose | line }}", "Some <Emphasis>prose</Emphasis>."),
    "words as paragraphs": ("Normal | {{p words | prose }}", "some words"),
    "a sum": ("Normal | {{ number + rows[0].span }}{{ words + pair[0] }}", "5some wordsa"),
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
    "paragraphs within a paragraph": "Normal | {{ prose | prose }}",
    "words for a whole paragraph": "Normal | {{p words }}",
    "a subdocument": "Normal | {{p subdoc }}",
    "a default for what is empty, that Jinja does not take": 'Normal | {{ empty | default("none") }}',
    "words and a number": "Normal | {{ words + number }}",
    "less than words": "Normal | {{ -words }}",
    "records joined": 'Normal | {{ rows | join(", ") }}',
    "a field that the others lack": 'Normal | {{ rows | map(attribute="color") | join(", ") }}',
    "an order by no field": 'Normal | {% for r in (rows + rows) | sort(attribute="sapn") %}a{% endfor %}',
    "groups by no field": 'Normal | {% for name, group in (rows + rows) | groupby("colou") %}a{% endfor %}',
    "a choice by no field": 'Normal | {% for r in rows | selectattr("sapn") %}a{% endfor %}',
    "an attribute that there is not": 'Normal | {{ rows[0] | attr("color") }}',
    "words without a sign": "Normal | {{ words | abs }}",
    "words compared with a number": "Normal | {% if words > number %}a{% endif %}",
    "nothing compared with a number": "Normal | {% if empty > 1 %}a{% endif %}",
    "words that are called": "Normal | {{ words() }}",
    "a name that may be empty": "heading 1 | {{ words | named(empty) }}",
    "contents down to words": "Normal | {{p words | contents }}",
    "a name that is asked for": "Normal | {% if nothing is defined %}a{% endif %}",
    "what is within": "Normal | {{ ().__class__ }}",
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_check_stops_at_is_not_built(what: str, tmp_path: Path) -> None:
    """A stop is found, and the document is not built, each with the place in Word."""
    section = section_of(tmp_path, REFUSED[what])
    first = next(finding for finding in check_section(section) if finding.stops)
    with pytest.raises(TemplateError) as raised:
        build_section(section, small_board())
    assert str(raised.value).startswith(f"{first.place}: ")


def body(lines: str, old: str, new: str) -> Callable[[Path], Section[Page]]:
    """What makes a section whose template has one piece of its text otherwise."""

    def made(folder: Path) -> Section[Page]:
        section = section_of(folder, lines)
        data = replaced("word/document.xml", old, new, section.template.read_bytes())
        (folder / "s.docx").write_bytes(data)
        return section

    return made


WORDS = '<w:r><w:t xml:space="preserve">MARK</w:t></w:r>'
WITHIN = "<w:p><w:r><w:t>{{ words }}</w:t></w:r></w:p>"
TAGGED = '<w:r><w:t xml:space="preserve">{{ words }}</w:t></w:r>'

SET = {
    "a content control in a line": (f"<w:sdt><w:sdtPr/><w:sdtContent>{TAGGED}</w:sdtContent></w:sdt>", "some words"),
    "words that were put in": (f'<w:ins w:id="1" w:author="A">{TAGGED}</w:ins>', "some words"),
    "words that were taken out": (
        f'{WORDS}<w:del w:id="1" w:author="A"><w:r><w:delText>{{{{ no }}}}</w:delText></w:r></w:del>',
        "MARK",
    ),
    "a bookmark": (f'<w:bookmarkStart w:id="1" w:name="a"/>{WORDS}<w:bookmarkEnd w:id="1"/>', "MARK"),
    "a field of Word's": ('<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>', "1"),
    "a line break and a tab": ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r>", "a[line break]b\tc"),
    "a tag in two runs": ("<w:r><w:t>{{ wo</w:t></w:r><w:r><w:t>rds }}</w:t></w:r>", "some words"),
}


@pytest.mark.parametrize("what", SET)
def test_what_word_puts_into_a_paragraph_is_set(what: str, tmp_path: Path) -> None:
    """Nothing stops it, and the words are printed."""
    new, words = SET[what]
    section = body("Normal | MARK", WORDS, new)(tmp_path)
    assert not any(finding.stops for finding in check_section(section))
    built = build_section(section, small_board())
    assert (built.text, [finding for finding in built.findings if finding.stops]) == (f"Normal | {words}\n", [])


UNSET = {
    "a footnote": '<w:r><w:footnoteReference w:id="2"/></w:r>',
    "an endnote": '<w:r><w:endnoteReference w:id="2"/></w:r>',
    "a cross-reference": '<w:fldSimple w:instr=" REF a "><w:r><w:t>1</w:t></w:r></w:fldSimple>',
    "a cross-reference in pieces": "<w:r><w:instrText> PAGEREF a </w:instrText></w:r>",
    "a link to a bookmark": '<w:hyperlink w:anchor="a"><w:r><w:t>a</w:t></w:r></w:hyperlink>',
    "a wrong name": f"<w:sdt><w:sdtPr/><w:sdtContent>{TAGGED.replace('words', 'wrods')}</w:sdtContent></w:sdt>",
    "a section break": f"{WORDS}</w:p><w:p><w:pPr><w:sectPr/></w:pPr>",
    "a number of its own": f'{WORDS}</w:p><w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>{WORDS}',
}


@pytest.mark.parametrize("what", UNSET)
def test_what_is_the_house_s_is_refused(what: str, tmp_path: Path) -> None:
    """Check stops at it, and building does, at the same place."""
    section = body("Normal | MARK", WORDS, UNSET[what])(tmp_path)
    first = next(finding for finding in check_section(section) if finding.stops)
    with pytest.raises(TemplateError) as raised:
        build_section(section, small_board())
    assert str(raised.value).startswith(f"{first.place}: ")


COLUMNS = (
    "caption | Rows\n[table] Board Table | Rows\n[header row]\n[cell] Table Heading | {%tc for each in EACH %}\n"
    "[cell] Table Heading | {{ each }}\n[cell] Table Heading | {%tc endfor %}\n[row]\n"
    "[cell] Table Text | {%tc for each in EACH %}\n[cell] Table Text | {{ each }}\n[cell] Table Text | {%tc endfor %}\n"
    "[end of table]"
)


@pytest.mark.parametrize(("each", "count"), [("pair", 2), ("range(number)", 3), ("range(7)", 7)])
def test_a_loop_over_columns_sets_as_many(each: str, count: int, tmp_path: Path) -> None:
    """The table's own columns are as many as its cells, and share the width that it was drawn with."""
    section = section_of(tmp_path, COLUMNS.replace("EACH", each))
    assert check_section(section) == ()
    built = build_section(section, small_board())
    widths = built.text.partition("[columns] ")[2].partition("\n")[0].split(", ")
    assert (len(widths), len(built.cells), built.findings) == (count, 2 * count, ())
    assert sum(map(int, widths)) == 9026


@pytest.mark.parametrize(("own", "printed"), [(720, 720), (1440, 1134), (1200, 1134)])
def test_a_template_on_its_side_may_narrow_the_margins(own: int, printed: int, tmp_path: Path) -> None:
    """Left and right, where it leaves less free than Word itself does and than the house, which has 1134 here."""

    def with_page(data: bytes, size: str, sides: int) -> bytes:
        xml = read_parts(data, "it")[DOCUMENT].decode()
        margins = re.sub(r'w:(left|right)="\d+"', rf'w:\1="{sides}"', re.findall("<w:pgMar [^>]*/>", xml)[-1])
        data = replaced(DOCUMENT, re.findall("<w:pgMar [^>]*/>", xml)[-1], margins, data)
        return replaced(DOCUMENT, re.findall("<w:pgSz [^>]*/>", xml)[-1], f"<w:pgSz {size}/>", data)

    section = section_of(tmp_path, "heading 1 | Wide\nNormal | {{ words }}")
    path, house = tmp_path / "s.docx", files("bscb_docs.templates") / "house.docx"
    path.write_bytes(with_page(path.read_bytes(), 'w:w="16838" w:h="11906" w:orient="landscape"', own))
    (tmp_path / "house.docx").write_bytes(with_page(house.read_bytes(), 'w:w="11906" w:h="16838"', 1134))
    assert check_section(section) == ()
    (laid,) = build_section(section, evolve(small_board(), folder=tmp_path)).to_docx().sections
    assert [edge.twips for edge in (laid.left_margin, laid.right_margin) if edge is not None] == [printed, printed]


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

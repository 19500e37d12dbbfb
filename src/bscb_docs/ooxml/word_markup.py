"""Word markup: WordprocessingML as text: runs, fields, bookmarks and tables, each valid wherever it is put."""

import re
from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from bscb_docs.diagnostics.errors import TemplateError
from bscb_docs.languages.language_tags import word_attributes
from bscb_docs.languages.quotation_marks import printed_signs
from bscb_docs.ooxml.marks import STX
from bscb_docs.ooxml.paragraph_text import paragraph_head
from bscb_docs.ooxml.paragraph_words import HELD
from bscb_docs.ooxml.xml_trees import DRAWING, MAIN, RELATIONSHIPS

PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMESPACES = {
    "w": MAIN,
    "r": RELATIONSHIPS,
    "wp": DRAWING,
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
ROOT_NAMESPACES = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())

_STRETCH = 4_096
"""Pieces that are looked through at a time."""

LEAVE = "</w:t></w:r>"
"""Ends the run that a template's tag stands in, so that other runs can follow."""
WHOLE_ROW, SPLIT_ROW = "<w:cantSplit/>", '<w:cantSplit w:val="off"/>'
"""Keeps a row of a table on one page, or lets it go on over the next."""
_LOOK, _FIRST_COLUMN = 0x0420, 0x0080
"""What a table shows of its style, as Word's own number: its first row; and its first column."""
ENTER = '<w:r><w:t xml:space="preserve">'
"""Begins a run again after `LEAVE`."""
NO_STYLE = "Default Paragraph Font"
"""Word's name for the character style of words that are in none."""
HYPHEN = re.compile(r"-(?<=\d-)(?=\d)")
"""Within years such as 2025-26 and other numbers."""
_YEAR = r"(?=(?:19|20)\d\d\b)"
_DATE = rf"(?<=\d )(?=[^\W\d_]{{3,9}} {_YEAR})", *(rf"(?<=\d [^\W\d_]{{{n}}} ){_YEAR}" for n in range(3, 10))
LABEL = re.compile(rf" (?:(?<=[^\W\d_] )(?=\d\d?(?:[,:;.)]|$| of \d{{4}}))|{'|'.join(_DATE)})")
"""Between a word and the number by which it is called: "Priority 2, action 1: ..."; and within "5 May 2026"."""
_WORDS = re.compile(r"<w:t(?: xml:space=\"preserve\")?>[^<]+")
_NUMBERED_RUN = re.compile(
    r"<w:r>((?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?)<w:t(?: [^>]*)?>([^<]*\d-\d[^<]*)</w:t></w:r>", re.DOTALL
)
_EMPTY = f'<w:t xml:space="preserve">{LEAVE}'
_STYLED_EMPTY = re.compile(rf"<w:r><w:rPr>(?:<w:[^>]*/>)*</w:rPr>{_EMPTY}")


def words(text: str) -> Markup:
    """Words as they are printed and stand in XML; TemplateError where they hold the sign that begins our marks."""
    if STX in text:
        raise TemplateError(f"a text holds a character that is no letter or sign: {text[:80]!r}. Type the words again.")
    return escape(printed_signs(text))


def drop_empty_runs(xml: str) -> str:
    """The same without the runs of no words that a tag leaves before and after the runs which take its place."""
    xml = xml.replace(f"{ENTER}{LEAVE}", "")
    return _STYLED_EMPTY.sub("", xml) if _EMPTY in xml else xml


def hold_numbers(xml: str) -> str:
    """The same with hyphens in years and other numbers, and spaces before what things are called by, that end no line.

    Each hyphen is a run of its own. Word's search for "2025-26" does not find it there: for narrow cells alone.
    """

    def parted(found: re.Match[str]) -> str:
        begun = f'<w:r>{found[1]}<w:t xml:space="preserve">'
        return f"{begun}{HYPHEN.sub(f'{LEAVE}<w:r>{found[1]}{HELD}</w:r>{begun}', found[2])}{LEAVE}"

    return _NUMBERED_RUN.sub(parted, _WORDS.sub(lambda found: LABEL.sub("\N{NO-BREAK SPACE}", found[0]), xml))


def run(text: str, style: str = "", language: str = "") -> str:
    """A run of plain words, in a character style if one is named, and in a language if it is not the document's."""
    told = f'<w:rStyle w:val="{style}"/>' if style else ""
    told += f"<w:lang {word_attributes(language)}/>" if language else ""
    properties = f"<w:rPr>{told}</w:rPr>" if told else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{words(text)}</w:t></w:r>'


def field(instruction: str, shown: str, style: str = "") -> str:
    """A field that a person can update in Word, with the text it shows until then."""
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""

    def step(content: str) -> str:
        return f"<w:r>{properties}{content}</w:r>"

    return "".join(
        (
            step('<w:fldChar w:fldCharType="begin"/>'),
            step(f'<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText>'),
            step('<w:fldChar w:fldCharType="separate"/>'),
            step(f'<w:t xml:space="preserve">{words(shown)}</w:t>'),
            step('<w:fldChar w:fldCharType="end"/>'),
        )
    )


def note_reference(kind: str, number: int, style: str) -> str:
    """The number of a note in the text, which leads to it; `kind` is "footnote" or "endnote"."""
    return f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr><w:{kind}Reference w:id="{number}"/></w:r>'


def note(kind: str, number: int, style: str, paragraphs: Sequence[tuple[str, str]]) -> str:
    """A note with its number before the first of its paragraphs, each a style and its content."""
    own = f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr><w:{kind}Ref/></w:r>{run(" ")}'
    text = "".join(paragraph(each, f"{'' if at else own}{content}") for at, (each, content) in enumerate(paragraphs))
    return f'<w:{kind} w:id="{number}">{text}</w:{kind}>'


def bookmark(number: int, name: str, content: str) -> str:
    """Content between the start and the end of a bookmark."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph in a style; `properties` are what stands after the style, in the schema's order."""
    return f"{paragraph_head(style)}{properties}</w:pPr>{content}</w:p>"


def list_place(number: int, level: int = 0) -> str:
    """The paragraph property that puts a paragraph into one list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def indent(width: int) -> str:
    """The paragraph property that begins its lines that many twips from the left."""
    return f'<w:ind w:left="{width}" w:firstLine="0"/>'


def outline_level(level: int) -> str:
    """The paragraph property that makes a heading of that level, from 1, of a paragraph whose style is of none."""
    return f'<w:outlineLvl w:val="{level - 1}"/>'


def link(relationship: str, text: str, style: str, language: str = "") -> str:
    """Words that lead out of the document."""
    return f'<w:hyperlink r:id="{relationship}" w:history="1">{run(text, style, language)}</w:hyperlink>'


def jump(anchor: str, content: str) -> str:
    """Content that leads to a bookmark of the document."""
    return f'<w:hyperlink w:anchor="{anchor}" w:history="1">{content}</w:hyperlink>'


def table(
    style: str,
    widths: Sequence[int],
    rows: Iterable[Sequence[str]],
    *,
    may_split: bool = False,
    names_rows: bool = True,
) -> str:
    """A table of cells that hold whole paragraphs; the first row is its header and repeats on every page.

    Widths are in twips. Rows do not split unless they may; the first cell of each is its header unless they have none.
    """
    look = _LOOK | names_rows * _FIRST_COLUMN
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{look:04X}" w:firstRow="1" w:lastRow="0" '
        f'w:firstColumn="{int(names_rows)}" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )
    lines = []
    for number, row in enumerate(rows):
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for width, cell in zip(widths, row, strict=True)
        )
        header = "" if number else "<w:tblHeader/>"
        whole = SPLIT_ROW if may_split and number else WHOLE_ROW
        lines.append(f"<w:tr><w:trPr>{whole}{header}</w:trPr>{cells}</w:tr>")
    return f"{head}{''.join(lines)}</w:tbl>"


def part_tables(pieces: list[str], style: str) -> None:
    """Puts an empty paragraph wherever a piece ends with a table and the next begins with one: Word would join them."""
    ends: list[int] = []
    for start in range(0, len(pieces), _STRETCH):
        stretch = pieces[start : start + _STRETCH]
        if "</w:tbl>" in "".join(stretch):  # to ask each piece of a long table would take a tenth of its build
            ends += [start + place for place, piece in enumerate(stretch) if piece.endswith("</w:tbl>")]
    for end in ends:
        after = end + 1
        while after < len(pieces) and (not pieces[after] or pieces[after].isspace()):
            after += 1
        if after < len(pieces) and pieces[after].startswith("<w:tbl>"):
            pieces[end] = f"{pieces[end]}{paragraph(style, '')}"

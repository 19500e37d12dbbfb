"""Work: the documents that are timed, as the pages, the template and the board that both ways are given."""

from __future__ import annotations

import io
import random
import re
import zipfile
from html import escape
from importlib.resources import files
from types import ModuleType
from typing import TYPE_CHECKING

from attrs import asdict, frozen

if TYPE_CHECKING:
    from pathlib import Path

    from bscb_docs import Board

SMALL = "small"
"""A 13-page report: 65 numbered paragraphs of 60 words under 6 headings, and two tables."""
NAME = "work"
COLUMNS = ("number", "body", "action", "owner", "measure", "remark")
_HEADINGS = ("Purpose", "Introduction", "Leadership & partnership", "Right help, right time", "Voices", "Conclusion")
_WORDS = (
    *("the", "board", "heard", "from", "every", "sub-group", "that", "partners", "&", "schools", "work", "together"),
    *("with", "children", "under", "<5", "and", "asked", "for", '"evidence"', "of", "what", "changed", "because"),
    *("audits", "said", "less", "than", "<10", "knew", "who", "their", "lead", "worker", "was", "it's", "reported"),
)
_PARAGRAPHS, _LENGTH, _TABLE = 65, 60, 12


@frozen
class Row:
    """A row of six cells."""

    number: str
    body: str
    action: str
    owner: str
    measure: str
    remark: str


@frozen
class Chapter:
    """A heading and its numbered paragraphs."""

    title: str
    paragraphs: tuple[str, ...]


@frozen
class Page:
    """What the template prints: chapters, then tables."""

    chapters: tuple[Chapter, ...]
    tables: tuple[tuple[Row, ...], ...]

    def texts(self) -> list[str]:
        """Every text in the order in which it must stand in the document."""
        found = [text for chapter in self.chapters for text in (chapter.title, *chapter.paragraphs)]
        for table in self.tables:
            found += ["Rows of the table", *map(str.capitalize, COLUMNS)]
            found += [getattr(row, column) for row in table for column in COLUMNS]
        return found

    def to_json(self) -> str:
        """The page as the libraries of node are given it: whatever is repeated is an object with names."""
        import json

        chapters = [{"title": c.title, "paragraphs": [{"text": text} for text in c.paragraphs]} for c in self.chapters]
        tables = [{"name": "", "rows": [asdict(row) for row in table]} for table in self.tables]
        return json.dumps({"chapters": chapters, "tables": tables})


def make_page(size: str) -> Page:
    """The page of a piece of work, SMALL or a number of rows: the same every time."""
    if size == SMALL:
        return Page(_chapters(), (make_rows(_TABLE), make_rows(_TABLE)))
    return Page((), (make_rows(int(size)),))


def _chapters() -> tuple[Chapter, ...]:
    dice = random.Random(1)
    texts = [" ".join(dice.choices(_WORDS, k=_LENGTH)) for _ in range(_PARAGRAPHS)]
    return tuple(Chapter(title, tuple(texts[n :: len(_HEADINGS)])) for n, title in enumerate(_HEADINGS))


def make_rows(count: int) -> tuple[Row, ...]:
    """That many rows, with what Word's XML must escape in every one of them."""
    return tuple(
        Row(
            f"A-{number}",
            f"Health & Wellbeing Group {number % 7}",
            f"Action {number}: hear children <5 & say what changed",
            f'Police & Crime "Panel" {number % 11}',
            f"{number % 100} of 100, under <{number % 18}",
            f"The partners' remark on row {number}, as they wrote it",
        )
        for number in range(1, count + 1)
    )


@frozen
class Language:
    """How a library's templates say what is set: each list of lines is the body's, a line of a table in brackets."""

    chapters: tuple[tuple[str, str], ...]
    """The paragraphs that set the chapters, each by its style."""
    before: tuple[str, ...]
    """The paragraphs above the table: the words "Rows of the table", and what repeats it."""
    rows: tuple[str, ...]
    """The rows under the table's head, the cells parted by bars."""
    after: tuple[str, ...] = ()


def _cells(pattern: str) -> str:
    return "|".join(pattern.format(column) for column in COLUMNS)


_HEADING, _NUMBERED = "SectionHeading", "NumberedParagraph"
JINJA = Language(
    (
        ("Normal", "{%p for chapter in chapters %}"),
        (_HEADING, "{{ chapter.title }}"),
        ("Normal", "{%p for text in chapter.paragraphs %}"),
        (_NUMBERED, "{{ text }}"),
        ("Normal", "{%p endfor %}"),
        ("Normal", "{%p endfor %}"),
    ),
    ("{%p for table in tables %}", "Rows of the table"),
    ("{%tr for row in table %}", _cells("{{{{ row.{} }}}}"), "{%tr endfor %}"),
    ("{%p endfor %}",),
)
DOCXTEMPLATER = Language(
    (
        ("Normal", "{#chapters}"),
        (_HEADING, "{title}"),
        ("Normal", "{#paragraphs}"),
        (_NUMBERED, "{text}"),
        ("Normal", "{/paragraphs}"),
        ("Normal", "{/chapters}"),
    ),
    ("{#tables}", "Rows of the table"),
    (f"{{#rows}}{_cells('{{{}}}')}{{/rows}}",),
    ("{/tables}",),
)
CARBONE = Language(
    (
        (_HEADING, "{d.chapters[i].title}"),
        (_NUMBERED, "{d.chapters[i].paragraphs[i].text}"),
        (_NUMBERED, "{d.chapters[i].paragraphs[i+1].text}"),
        (_HEADING, "{d.chapters[i+1].title}"),
    ),
    ("Rows of the table{d.tables[i].name}",),
    (_cells("{{d.tables[i].rows[i].{}}}"), _cells("{{d.tables[i].rows[i+1].{}}}")),
    ("{d.tables[i+1].name}",),
)


def template_of(size: str, language: Language = JINJA) -> bytes:
    """The work's template: the house's Word file with the tags as its body; this library and docxtpl read the same."""
    blocks = [_paragraph(style, text) for style, text in language.chapters] if size == SMALL else []
    blocks += [_paragraph("Normal", text) for text in language.before]
    blocks += [_table(language.rows), *(_paragraph("Normal", text) for text in language.after)]
    with zipfile.ZipFile(io.BytesIO((files("bscb_docs.templates") / "house.docx").read_bytes())) as house:
        parts = {info.filename: house.read(info) for info in house.infolist()}
    if language is not JINJA:  # the headers and footers speak Jinja
        parts = {name: re.sub(rb"\{[{%].*?[%}]\}", b"Work", data) for name, data in parts.items()}
    document = parts["word/document.xml"].decode()
    start, end = document.index("<w:body>") + len("<w:body>"), document.rindex("<w:sectPr")
    parts["word/document.xml"] = (document[:start] + "".join(blocks) + document[end:]).encode()
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def _paragraph(style: str, text: str) -> str:
    words = f'<w:r><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{words}</w:p>'


def _table(lines: tuple[str, ...]) -> str:
    width = 1500
    head = _row("TableHeading", [column.capitalize() for column in COLUMNS], width, "<w:tblHeader/>")
    typed = (line.split("|") for line in lines)
    rows = [head, *(_row("TableText", cells + [""] * (len(COLUMNS) - len(cells)), width) for cells in typed)]
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="BoardTable"/><w:tblW w:w="{width * len(COLUMNS)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="Rows of the table"/></w:tblPr>'
        f'<w:tblGrid>{f"""<w:gridCol w:w="{width}"/>""" * len(COLUMNS)}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def _row(style: str, cells: list[str], width: int, header: str = "") -> str:
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{_paragraph(style, cell)}</w:tc>' for cell in cells
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{inner}</w:tr>"


def make_board(template: Path, page: Page) -> Board:
    """A board whose one document is the work, set by a plugin that offers one section."""
    from bscb_docs import Board, BoardDetails, RegisterEntry, Section, SectionChoice, hookimpl

    plugin = ModuleType("benchmark_plugin")

    @hookimpl.sections
    def sections() -> list[Section]:
        return [Section(NAME, template, Page, lambda board, document: page)]

    vars(plugin)["sections"] = sections
    details = BoardDetails(title="Board of the benchmark")
    entry = RegisterEntry(id=NAME, title="Work of the benchmark", sections=(SectionChoice(NAME),))
    return Board(records=(details, entry), plugins=(plugin,))

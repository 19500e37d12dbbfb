"""Update forms filled in by script, each way that a person or a program might leave them in."""

import io
import re
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from programs import require
from word_files import packed, unpacked

Answers = Mapping[tuple[int, str], str]
"""What is typed, by the number of the work in the form and the key of the question; a line end is a new paragraph."""

_CONTROL = re.compile(r"<w:sdt>.*?</w:sdt>", re.DOTALL)
_TAG = re.compile(r'<w:tag w:val="ask_F\d+_\w{4}_(\w{6})_([a-z_]+\d*)"/>')
_BOOKMARK = re.compile(r"<w:bookmark(?:Start|End)[^>]*/>")
_DOCUMENT = "word/document.xml"


def edited(data: bytes, change: Callable[[str], str]) -> bytes:
    """The file with its body's XML as `change` gives it."""
    parts = unpacked(data)
    parts[_DOCUMENT] = change(parts[_DOCUMENT].decode()).encode()
    return packed(parts)


def works_in(marks: str) -> dict[str, int]:
    """The number of each work of a form, from 1 in its order, by the code in its marks."""
    codes = dict.fromkeys(re.findall(r"ask_F\d+_\w{4}_(\w{6})_", marks))
    return {code: number for number, code in enumerate(codes, 1)}


def in_controls(data: bytes, answers: Answers) -> bytes:
    """Typed into the content controls, as Word does it: the field stays, its prompt goes."""
    works = works_in(unpacked(data)[_DOCUMENT].decode())

    def fill(control: re.Match[str]) -> str:
        tag = _TAG.search(control[0])
        assert tag
        words = answers.get((works[tag[1]], tag[2]))
        if words is None:
            return control[0]
        run = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in words.split("\n"))
        shown = re.sub(r"<w:sdtContent>.*?</w:sdtContent>", "<w:sdtContent><w:r>@</w:r></w:sdtContent>", control[0])
        return shown.replace("<w:showingPlcHdr/>", "").replace("@", run)

    return edited(data, lambda xml: _CONTROL.sub(fill, xml))


def saved_again(data: bytes, folder: Path, *formats: str) -> bytes:
    """Opened in LibreOffice and saved in each of the formats, one after the other."""
    place = folder / "form.docx"
    place.write_bytes(data)
    for number, ending in enumerate(formats):
        out = folder / str(number)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [require("soffice"), profile, "--headless", "--convert-to", ending, "--outdir", str(out), str(place)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        place = out / f"form.{ending}"
    return place.read_bytes()


def without_controls(data: bytes) -> bytes:
    """Every content control and bookmark taken out, what they hold left where it stands."""
    controls = re.compile(r"<w:sdt>.*?<w:sdtContent>(.*?)</w:sdtContent></w:sdt>", re.DOTALL)
    return edited(data, lambda xml: _BOOKMARK.sub("", controls.sub(r"\1", xml)))


def tables_alone(data: bytes) -> bytes:
    """Nothing but the tables of the form, and no mark in them."""

    def cut(xml: str) -> str:
        head, _, body = xml.partition("<w:body>")
        end = body[body.rindex("<w:sectPr") :]
        return f"{head}<w:body>{''.join(f'{t}<w:p/>' for t in re.findall(r'<w:tbl>.*?</w:tbl>', body, re.DOTALL))}{end}"

    return edited(without_controls(data), cut)


def as_text(data: bytes) -> bytes:
    """Copied out as text alone, and pasted into a new document: a tab between cells, a paragraph for each line."""
    blank = docx.Document()
    for line in _lines(docx.Document(io.BytesIO(without_controls(data)))):
        blank.add_paragraph(line)
    return _bytes(blank)


def typed_over(data: bytes, answers: Answers) -> bytes:
    """A copy without marks, its first page and hints deleted, every answer typed as plain paragraphs of its cell."""
    form = docx.Document(io.BytesIO(without_controls(data)))
    marked = unpacked(data)[_DOCUMENT].decode()
    works = works_in(marked)
    keys = [(works[code], key) for code, key in _TAG.findall(marked)]
    rows = [row for table in form.tables[1:] for row in table.rows[1:]]
    for row, key in zip(rows, keys, strict=True):
        label, cell = row.cells
        for paragraph in label.paragraphs[1:]:
            paragraph._p.getparent().remove(paragraph._p)
        for paragraph in cell.paragraphs[1:]:
            paragraph._p.getparent().remove(paragraph._p)
        first, *others = answers.get(key, "").split("\n")
        cell.paragraphs[0].clear().add_run(first)
        for line in others:
            cell.add_paragraph(line)
    for block in list(form.element.body):
        if block.tag == qn("w:tbl"):
            break
        form.element.body.remove(block)
    return _bytes(form)


def _lines(form: Document) -> list[str]:
    found = []
    for block in form.iter_inner_content():
        if isinstance(block, Paragraph):
            found.append(block.text)
        elif isinstance(block, Table):
            for row in block.rows:
                found += "\t".join(cell.text for cell in row.cells).split("\n")
    return found


def _bytes(document: Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def in_cells(data: bytes, answers: Answers) -> bytes:
    """Typed into the cells of a workbook, and saved by openpyxl."""
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data))
    sheet = book.worksheets[0]
    cells = {
        name: defined.attr_text.rpartition("!")[2].replace("$", "") for name, defined in book.defined_names.items()
    }
    works = works_in(" ".join(sorted(cells, key=lambda name: int(cells[name][1:]))))
    for name, defined in book.defined_names.items():
        found = _TAG.match(f'<w:tag w:val="{name}"/>')
        if found and (words := answers.get((works[found[1]], found[2]))) is not None:
            sheet[defined.attr_text.rpartition("!")[2].replace("$", "")] = words
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()

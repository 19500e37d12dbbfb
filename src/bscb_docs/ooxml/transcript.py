"""Transcript: the words of a Word file as lines that a person can review without Word: `Style | words and tags`.

A table stands between `[table] style | title` and `[end of table]`, each of its rows and cells begun by a mark; words
in a character style stand in its name, as in `<Strong>Owner: </Strong>`. Template drafts are read of the
same lines.
Notes stand at the end, each begun with the sign that stands for its number in the text: `[note]`.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from xml.etree.ElementTree import Element

from bscb_docs.ooxml.package import read_parts, sound
from bscb_docs.ooxml.paragraph_words import plain_spaces
from bscb_docs.ooxml.part_names import DOCUMENT, ENDNOTES, FOOTNOTES
from bscb_docs.ooxml.pictures import lacks_text
from bscb_docs.ooxml.styles import styles_of
from bscb_docs.ooxml.word_markup import NO_STYLE
from bscb_docs.ooxml.xml_trees import DRAWING, read_tree, value, w

_WP = f"{{{DRAWING}}}"
_DRAWINGS = {f"{_WP}inline", f"{_WP}anchor"}
_NOTES = (FOOTNOTES, ENDNOTES)
_NOTE_SIGNS = {w(f"{kind}{part}") for kind in ("footnote", "endnote") for part in ("Reference", "Ref")}


def template_text(data: bytes, name: str = "the file") -> str:
    """One line a paragraph of a template or a finished document; TemplateError where it cannot be read."""
    return transcript_of(read_parts(data, name), name)


def transcript_of(parts: Mapping[str, bytes], name: str = "the file") -> str:
    """The same of a file's parts."""
    with sound(name):
        body = read_tree(parts[DOCUMENT]).find(w("body"))
        styles = styles_of(parts).by_name
        notes = [read_tree(parts[part]) for part in _NOTES if part in parts]
    names = {style.id: "" if style.name == NO_STYLE else style.name for style in styles.values()}
    told = (note for part in notes for note in part if note.get(w("type")) is None)
    return "".join(f"{line}\n" for each in (() if body is None else (body, *told)) for line in _lines(each, names))


def document_text(path: str | Path) -> str:
    """The words of a Word file, a template too: one line a paragraph, `Style | words`."""
    return template_text(Path(path).read_bytes(), Path(path).name)


def _lines(parent: Element, names: Mapping[str, str]) -> Iterator[str]:
    for block in parent:
        if block.tag == w("p"):
            yield _line(block, names)
        elif block.tag == w("tbl"):
            yield from _table(block, names)
        elif block.tag in {w("sdt"), w("sdtContent")}:
            yield from _lines(block, names)


def _table(table: Element, names: Mapping[str, str]) -> Iterator[str]:
    style, title = (value(table.find(w(f"tblPr/{name}"))) for name in ("tblStyle", "tblCaption"))
    yield f"[table] {names.get(style, style or 'no style')} | {title}".rstrip(" |")
    yield f"[columns] {', '.join(column.get(w('w'), '') for column in table.iter(w('gridCol')))}"
    for row in table.findall(w("tr")):
        yield "[row]" if row.find(w("trPr/tblHeader")) is None else "[header row]"
        for cell in row.findall(w("tc")):
            first, *others = [*_lines(cell, names), *([] if cell.find(w("p")) is not None else [""])]
            yield f"[cell] {first}".rstrip()
            yield from others
    yield "[end of table]"


def _line(paragraph: Element, names: Mapping[str, str]) -> str:
    style = value(paragraph.find(w("pPr/pStyle")))
    marks = [_style_of(run) for run in paragraph.iter(w("r"))]
    runs = zip((names.get(mark, mark) for mark in marks), map(_words, paragraph.iter(w("r"))), strict=True)
    words = []
    for name, group in groupby((run for run in runs if run[1]), key=lambda run: run[0]):
        text = "".join(text for _, text in group)
        words.append(f"<{name}>{text}</{name}>" if name else text)
    return f"{names.get(style, style or 'Normal')} | {''.join(words).strip()}".rstrip()


def _words(run: Element) -> str:
    """What a run prints: its words, tabs and line breaks, and a picture by its alternative text."""
    found = []
    for part in run.iter():
        if part.tag == w("t"):
            found.append(plain_spaces(part.text or ""))
        elif part.tag == w("noBreakHyphen"):
            found.append("-")
        elif part.tag == w("tab"):
            found.append("\t")
        elif part.tag == w("br"):
            found.append(f"[{part.get(w('type')) or 'line'} break]")
        elif part.tag in _NOTE_SIGNS:
            found.append("[note]")
        elif part.tag in _DRAWINGS:
            described = part.find(f"{_WP}docPr")
            silent = "without alternative text" if lacks_text(part) else "decoration"
            found.append(f"[picture: {silent if described is None else described.get('descr') or silent}]")
    return "".join(found)


def _style_of(run: Element) -> str:
    is_note = any(part.tag in _NOTE_SIGNS for part in run)
    return "" if is_note else value(run.find(w("rPr/rStyle")))

"""ACC-18, ACC-21 to ACC-23 and ACC-04: pictures, floating things, blank lines, tabs and headings only set in bold."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from bscb_docs.document_check.block_shapes import Line, shows
from bscb_docs.document_check.fault_tally import Fault
from bscb_docs.ooxml.formatting import on
from bscb_docs.ooxml.pictures import lacks_text
from bscb_docs.ooxml.xml_trees import DRAWING, down, w

_WP = f"{{{DRAWING}}}"
_V = "{urn:schemas-microsoft-com:vml}"
_INLINE, _FLOATING = f"{_WP}inline", f"{_WP}anchor"
_OLD = frozenset({w("pict"), w("object")})
_PICTURES = _OLD | {_INLINE, _FLOATING}
_DRAWINGS = frozenset({f"{_V}shape", f"{_V}rect", f"{_V}group"})
_SOMETHING = frozenset({
    w("drawing"), w("pict"), w("object"), w("fldChar"), w("fldSimple"), w("sym"), w("sdt"), w("sectPr"),
    w("footnoteReference"), w("footnoteRef"), w("endnoteRef"), w("separator"), w("continuationSeparator"),
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath",
})  # fmt: skip
_BREAK, _KIND, _TEXT, _MARKS, _BOLD = w("br"), w("type"), w("t"), w("rPr"), w("b")
_MOST_RUNS = 2


def pictures(element: Element) -> Iterator[Fault]:
    """A picture without alternative text, and what floats over the page."""
    found = [each for each in element.iter() if each.tag in _PICTURES]
    shown = [(lacks_text(each), each.tag == _FLOATING) for each in found if each.tag not in _OLD]
    for shape in (shape for each in found if each.tag in _OLD for shape in each if shape.tag in _DRAWINGS):
        has_picture, style = shape.find(f"{_V}imagedata") is not None, shape.get("style") or ""
        is_bare = has_picture and not (shape.get("alt") or "").strip()
        shown.append((is_bare, "position:absolute" in style.replace(" ", "")))
    for is_bare, floats in shown:
        if is_bare:
            yield Fault("ACC-18", "A picture has no alternative text.")
        if floats:
            yield Fault("ACC-21", "A picture or text box floats over the page.")


def is_blank(line: Line) -> bool:
    """True for a paragraph that shows nothing and carries no page or section break."""
    has_words = any(not isinstance(part, str) or not part.isspace() for part in line.parts if part != "")
    return not (has_words or carries_something(line))


def carries_something(line: Line) -> bool:
    """True for a paragraph with a picture, a field or the like, or with a break of page or column."""
    return any(
        each.tag in _SOMETHING or (each.tag == _BREAK and each.get(_KIND) in ("page", "column"))
        for each in line.element.iter()
    )


def tabs(line: Line) -> Iterator[Fault]:
    """Two tabs in a row, or two line breaks in a row, in one paragraph."""
    shown = "".join(part if isinstance(part, str) else "x" for part in line.parts)
    if "\t\t" in shown:
        yield Fault("ACC-23", "Tabs are used to lay out text.")
    if "\n\n" in shown and not is_blank(line):
        yield Fault("ACC-22", "Line breaks are used for spacing.")


def bold_headings(line: Line) -> Iterator[Fault]:
    """A paragraph of one or two runs, all in bold by hand, and nothing else: a heading in all but name."""
    runs = [run for run, _ in line.runs if any(shows(found.text) for found in run.iter(_TEXT))]
    if 0 < len(runs) <= _MOST_RUNS and all(on(down(run, _MARKS, _BOLD)) for run in runs):
        yield Fault("ACC-04", "A heading is only set in bold.")

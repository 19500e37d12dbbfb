"""House style: what in a template is not the house's: styles, formatting by hand, lists, pictures and tables."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import cast
from xml.etree.ElementTree import Element

from lxml import etree

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.location import Place
from bscb_docs.document_check.pictures_and_layout import pictures
from bscb_docs.document_check.table_rows import first_row_faults, is_whole
from bscb_docs.ooxml.formatting import FORMATTING
from bscb_docs.ooxml.house_file import HouseFile
from bscb_docs.ooxml.paragraph_words import words_in
from bscb_docs.ooxml.styles import Style
from bscb_docs.ooxml.xml_trees import RELATIONSHIPS, w
from bscb_docs.template_engine.placement import TAG, TemplateParagraph

_R = f"{{{RELATIONSHIPS}}}"
_ROW_TAG = re.compile(r"\{[%{#]tr\s")

_HARMLESS = {
    "pPr": {"pStyle", "numPr", "rPr", "sectPr", "pPrChange"},
    "rPr": {"rStyle", "lang", "noProof", "webHidden", "rPrChange", "ins", "del"},
    "tblPr": {"tblStyle", "tblW", "tblLayout", "tblLook", "tblCaption", "tblDescription", "tblPrChange"},
    "trPr": {"cantSplit", "tblHeader", "cnfStyle", "trPrChange", "ins", "del"},
    "tcPr": {"tcW", "cnfStyle", "tcPrChange"},
}
"""What a paragraph, run, table, row or cell may say beside its style without looking otherwise than the house."""

_CHANGES = ("ins", "del", "moveFrom", "moveTo", "commentReference")


def style_faults(
    paragraphs: Sequence[TemplateParagraph], styles: Mapping[str, Style], house: HouseFile
) -> Iterator[Finding]:
    """Styles that the house does not have, by the names they have in the template."""
    names = {style.id: style.name for style in styles.values()}
    tables: set[etree._Element] = set()
    for paragraph in paragraphs:
        marks = {mark.getparent() for mark in paragraph.element.iter(w("commentReference"))}  # told of as comments
        styled = (e for e in paragraph.element.iter(w("pStyle"), w("rStyle")) if marks.isdisjoint(e.iterancestors()))
        used = [e.get(w("val"), "") for e in styled]
        if paragraph.table is not None and paragraph.table not in tables:
            tables.add(paragraph.table)
            used += [e.get(w("val"), "") for e in paragraph.table.findall(w("tblPr/tblStyle"))]
        for name in dict.fromkeys(names.get(identifier, identifier) for identifier in used):
            if name.lower() not in house.styles:
                lack = house.lacks(name)
                yield finding_of(lack.code, lack.message, paragraph.place, lack.mend)


def format_faults(paragraphs: Sequence[TemplateParagraph]) -> Iterator[Finding]:
    """Formatting set by hand."""
    seen: set[etree._Element] = set()
    for paragraph in paragraphs:
        outer = [e for e in (paragraph.table, paragraph.row, paragraph.cell) if e is not None and e not in seen]
        seen.update(outer)
        said = [mark for element in outer for mark in _own_marks(element)]
        said += [
            mark for element in (paragraph.element, *paragraph.element.iter(w("r"))) for mark in _own_marks(element)
        ]
        if any(br.get(w("type")) in {"page", "column"} for br in paragraph.element.iter(w("br"))):
            said.append("page break")
        if said:
            near = words_in(paragraph.element)[:40]
            words = ", ".join(dict.fromkeys(said))
            beside = f" at `{near}`" if near else ""
            yield finding_of("DOCX-24", f"Formatting is set by hand{beside}: {words}.", paragraph.place)


def _own_marks(element: etree._Element) -> Iterator[str]:
    """What an element's properties say that is not its style, in words."""
    for properties in element:
        kind = etree.QName(properties).localname if isinstance(properties.tag, str) else ""
        for mark in properties if kind in _HARMLESS else ():
            name = etree.QName(mark).localname
            if name not in _HARMLESS[kind]:
                yield FORMATTING.get(name.removesuffix("Cs"), name)


def picture_faults(paragraphs: Sequence[TemplateParagraph]) -> Iterator[Finding]:
    """Pictures without alternative text, and what floats."""
    for paragraph in paragraphs:
        for fault in pictures(_read_only(paragraph.element)):
            yield finding_of(fault.code, fault.what, paragraph.place)
        if any(next(paragraph.element.iter(w(name)), None) is not None for name in _CHANGES):
            yield finding_of("DOCX-25", "A tracked change or a comment is left.", paragraph.place)


def lost_faults(paragraphs: Sequence[TemplateParagraph], held: Collection[str]) -> Iterator[Finding]:
    """Pictures and links that the text points to and the file, which has relationships of those ids, does not hold."""
    for paragraph in paragraphs:
        used = {e.get(f"{_R}{name}") for e in paragraph.element.iter() for name in ("id", "embed", "link")}
        if used.difference(held, {None}):
            yield finding_of("DOCX-05", "A picture or link is not in the file.", paragraph.place)


def table_faults(paragraphs: Sequence[TemplateParagraph], styles: Mapping[str, Style], width: int) -> Iterator[Finding]:
    """Tables without a header row, a caption or a title, wider than that width; rows that may split; empty cells."""
    before = ""
    captions = {style.id for style in styles.values() if style.name.lower() == "caption"}
    tables: dict[etree._Element, Place] = {}
    for paragraph in paragraphs:
        if paragraph.table is None:
            if not _is_only_tags(paragraph):
                before = _style_of(paragraph)
        elif paragraph.table not in tables:
            place = Place(paragraph.place.file, within=paragraph.place.within.partition(",")[0])
            tables[paragraph.table] = place
            yield from _table_faults(paragraph.table, place, has_caption=before in captions)
            yield from _empty_cells(paragraph.table, place)
            columns = sum(int(each.get(w("w"), "0")) for each in paragraph.table.iterfind(w("tblGrid/gridCol")))
            if columns > width:
                what = f"Its columns are together {columns} twentieths of a point wide, and the text {width}."
                mend = "Make its columns narrower, or set the section on pages on their side: layout=Layout.LANDSCAPE."
                yield finding_of("ACC-25", what, place, mend)
            before = ""


def _table_faults(table: etree._Element, place: Place, *, has_caption: bool) -> Iterator[Finding]:
    rows = [(number, row) for number, row in enumerate(table.findall(w("tr")), 1) if not _is_tag_row(row)]
    for fault in first_row_faults(_read_only(rows[0][1])) if rows else ():
        yield finding_of(fault.code, fault.what, place)
    for number, row in rows:
        if not is_whole(_read_only(row)):
            where = Place(place.file, within=f"{place.within}, row {number}")
            yield finding_of("ACC-16", "A table row may be split over two pages.", where)
    if not has_caption:
        mend = "Put a paragraph in the style Caption before it: its words are the table's title for screen readers too."
        yield finding_of("ACC-13", "No caption stands before the table.", place, mend)


def _empty_cells(table: etree._Element, place: Place) -> Iterator[Finding]:
    """Cells without words, tags or a picture, in rows that hold no block tag: those are not printed."""
    for number, row in enumerate(table.findall(w("tr")), 1):
        said = [_words_in_cell(cell) for cell in row.findall(w("tc"))]
        for column, words in enumerate(said if not any("{%" in words for words in said) else (), 1):
            if not words:
                where = Place(place.file, within=f"{place.within}, row {number}, cell {column}")
                yield finding_of("ACC-15", "A table cell is empty.", where)


def _words_in_cell(cell: etree._Element) -> str:
    shown = next((each.tag for each in cell.iter(w("drawing"), w("pict"), w("vMerge"))), "")
    return shown or "".join(words_in(paragraph).strip() for paragraph in cell.iter(w("p")))


def _is_tag_row(row: etree._Element) -> bool:
    return any(_ROW_TAG.search(words_in(paragraph)) for paragraph in row.iter(w("p")))


def _is_only_tags(paragraph: TemplateParagraph) -> bool:
    """True where only a tag stands that leaves nothing behind, such as `{%p if rows %}`."""
    return bool(paragraph.text) and not TAG.sub("", paragraph.text).strip() and paragraph.text.lstrip()[:2] == "{%"


def _style_of(paragraph: TemplateParagraph) -> str:
    mark = paragraph.element.find(w("pPr/pStyle"))
    return "" if mark is None else mark.get(w("val"), "")


def _read_only(element: etree._Element) -> Element:
    """The same for the checks of any document, which read the trees of either library."""
    return cast("Element", element)

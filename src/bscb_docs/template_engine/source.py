"""Source: a section's Word template -> the Jinja source that is compiled, in the house's styles.

All that must be unique or counted in the finished document (drawing ids, list numbers, headings, relationships) becomes
a call on `house`, the document's composer, so that nothing needs to be mended in the filled text.
"""

import html
import re
from collections.abc import Container, Mapping
from io import BytesIO

from attrs import frozen
from docxtpl.template import DocxTemplate  # type: ignore[import-untyped]  # it ships no types
from lxml import etree

from bscb_docs.diagnostics.errors import TemplateError
from bscb_docs.numbering.level_counter import COUNTED_STYLES, PARAGRAPH_STYLES
from bscb_docs.ooxml.house_file import HouseFile
from bscb_docs.ooxml.package import read_parts, sound
from bscb_docs.ooxml.paragraph_text import PARAGRAPH
from bscb_docs.ooxml.paragraph_words import words_in
from bscb_docs.ooxml.relationships import Resource
from bscb_docs.ooxml.styles import styles_of
from bscb_docs.ooxml.xml_parser import body_of, text_of
from bscb_docs.ooxml.xml_trees import w
from bscb_docs.template_engine.faulty_tags import HALF_TAG, tag_faults
from bscb_docs.template_engine.forbidden_parts import safety_faults
from bscb_docs.template_engine.linked_resources import link_resources
from bscb_docs.template_engine.page_setup import is_landscape, own_sides, page_faults
from bscb_docs.template_engine.placement import TemplateParagraph, begin_lines, mark_places, read_paragraphs
from bscb_docs.template_engine.tags import BLOCK_FILTERS

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_TAG_OR_NOTE = re.compile(rf"{_TAG.pattern}|\{{#.*?#\}}", re.DOTALL)
_TEXT = re.compile(r"(<w:t(?: [^>]*[^>/])?>)(.*?)(?=</w:t>)", re.DOTALL)
"""The words of a run; a tag among them may compare with < and >."""
_OWN_WORDS = re.compile(r"[^\W\d_](?:.*[^\s,:;])?", re.DOTALL)
_MARKUP = re.compile(r"<(?!/w:p>)[^>]*>")
"""All but the ends of paragraphs: the halves of a tag stand in runs of one paragraph."""
_HEADINGS = re.compile(r"heading [1-9]|section heading|appendix heading|toc heading")
_BLOCK_TAG = re.compile(rf"\{{\{{p\s+(.+?)\|\s*({'|'.join(sorted(BLOCK_FILTERS))})\s*\}}\}}", re.DOTALL)
_DROPPED = {w("numPr"), w("commentRangeStart"), w("commentRangeEnd")} | {
    w(name)
    for name in ("proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "sectPr", "del", "moveFrom")
}


@frozen(eq=False)
class Prepared:
    """A template's source and what it needs; its paragraphs are for saying where a fault stands."""

    source: str
    """Jinja source; a fault's line in it leads to one tag of one paragraph."""
    resources: Mapping[str, Resource]
    paragraphs: tuple[TemplateParagraph, ...]
    landscape: bool = False
    """True where the template's page lies on its side."""
    sides: int = 0
    """Twips that such a page keeps free left and right of its text; 0 for as many as the house leaves."""


def prepare_template(data: bytes, name: str, house: HouseFile, filters: Container[str]) -> Prepared:
    """The bytes of a template, with its filters by name, made ready; TemplateError for unsafe or damaged ones."""
    with sound(name):
        return _prepare(read_parts(data, name), name, house, filters)


def _prepare(parts: Mapping[str, bytes], name: str, house: HouseFile, filters: Container[str]) -> Prepared:
    if unsafe := next(safety_faults(parts, name), None):
        raise TemplateError(f"{name}: {unsafe.message} {unsafe.mend}")
    body = body_of(parts, name)
    resources = link_resources(body, parts, name)
    paragraphs = read_paragraphs(body, name)
    for found in (*tag_faults(paragraphs, filters), *page_faults(body, paragraphs, parts, name, house)):
        if found.stops:
            raise TemplateError(f"{found.place}: {found.message} {found.mend}")
    landscape, sides = is_landscape(body), own_sides(body)
    _drop_leftovers(body)
    _map_styles(body, parts, house, name)
    _prepare_paragraphs(body, house)
    mark_places(paragraphs)
    source = say_words(begin_lines(_count_paragraphs(patch_tags(_text_of(body)), house)))
    return Prepared(source, resources, paragraphs, landscape, sides)


def say_words(source: str) -> str:
    """The source with a tag around its own words, which says them in the language of what is printed."""

    def said(words: re.Match[str]) -> str:
        english = html.unescape(words[0])
        return f"{{{{ {english!r} | say }}}}"

    def with_tags(text: re.Match[str]) -> str:
        parts = _TAG_OR_NOTE.split(text[2])
        tags = [*_TAG_OR_NOTE.findall(text[2]), ""]
        return text[1] + "".join(_OWN_WORDS.sub(said, part) + tag for part, tag in zip(parts, tags, strict=True))

    return _TEXT.sub(with_tags, source)


def left_over(source: str) -> str:
    """The first half of a tag that would be printed as words, or "".

    It is looked for before a page is filled in: in a finished document it cannot be told from a board's own braces.
    """
    words = _MARKUP.sub("", _TAG_OR_NOTE.sub("\n", source))
    found = HALF_TAG.search(words)
    return found[0] if found else ""


def patch_tags(xml: str) -> str:
    """The XML with each tag whole in one run, as docxtpl cleans it."""
    patched: str = DocxTemplate(BytesIO()).patch_xml(xml)  # it opens no file for that
    return _TAG.sub(lambda tag: tag[0].replace("&amp;", "&"), patched)  # docxtpl leaves an & in a tag escaped


def _map_styles(body: etree._Element, parts: Mapping[str, bytes], house: HouseFile, name: str) -> None:
    """Style ids become those of the house file's styles of the same name: ids differ from editor to editor."""
    own = styles_of(parts).by_id
    for element in body.iter(w("pStyle"), w("rStyle"), w("tblStyle")):
        style = own.get(element.get(w("val"), ""))
        if style is None:
            raise TemplateError(f"{name} uses a style that it does not define.", "Open it in Word and save it again.")
        if style.name.lower() not in house.styles:
            raise house.lacks(style.name)
        element.set(w("val"), house.style(style.name).id)


def _prepare_paragraphs(body: etree._Element, house: HouseFile) -> None:
    """Each paragraph names its style, which a block tag in it learns."""
    names = {style.id: name for name, style in house.styles.items()}
    for paragraph in body.iter(w("p")):
        style = names[_style_of(paragraph, house)]
        if match := _BLOCK_TAG.fullmatch(words_in(paragraph).strip()):
            first, *others = paragraph.iter(w("t"))
            cell = _cell_width(paragraph, house) if match[2] == "prose" else 0
            told = f"'{house.style(style).name}'" + (f", {cell}" if cell else "")
            first.text = f"{{{{p {match[1]}| {match[2]}({told}) }}}}"
            for other in others:
                other.text = ""


def _style_of(paragraph: etree._Element, house: HouseFile) -> str:
    """The id of a paragraph's style, which it names from now on: Word leaves the name of Normal out."""
    if (properties := paragraph.find(w("pPr"))) is None:
        paragraph.insert(0, properties := etree.Element(w("pPr")))
    if (mark := properties.find(w("pStyle"))) is None:
        properties.insert(0, mark := etree.Element(w("pStyle"), {w("val"): house.style("Normal").id}))
    return mark.get(w("val"), "")


def _cell_width(paragraph: etree._Element, house: HouseFile) -> int:
    """The width in twips of the cell that a paragraph stands in, by itself or as its share of the text; 0 for none."""
    cell = next(paragraph.iterancestors(w("tc")), None)
    row = None if cell is None else cell.getparent()
    if cell is None or row is None:
        return 0
    told = cell.find(w("tcPr/tcW"))
    if told is not None and told.get(w("type")) == "dxa" and int(told.get(w("w"), "0")) > 0:
        return int(told.get(w("w"), "0"))
    return house.text_width // len(row.findall(w("tc")))


def _drop_leftovers(body: etree._Element) -> None:
    """What an editing session leaves in the XML goes; drawings and content controls get their ids from the composer."""
    for element in list(body.iter()):
        if element.tag in _DROPPED or element.find(w("commentReference")) is not None:
            if (parent := element.getparent()) is not None:
                parent.remove(element)
            continue
        for attribute in list(element.attrib):
            if "rsid" in str(attribute) or str(attribute).startswith("{http://schemas.microsoft.com/office/word/2010"):
                del element.attrib[attribute]
        if str(element.tag).endswith("}docPr"):
            element.set("id", "{{ house.next_id() }}")
        if element.tag == w("sdtPr") and (number := element.find(w("id"))) is not None:
            number.set(w("val"), "{{ house.next_id() }}")


def _text_of(body: etree._Element) -> str:
    """The body's blocks as text, the spaces at the ends of their words kept."""
    return re.sub(r"(<w:t)(>)", r'\1 xml:space="preserve"\2', (body.text or "") + text_of(list(body)))


def _count_paragraphs(source: str, house: HouseFile) -> str:
    """Each heading, caption and counted paragraph becomes a call on the composer, which numbers it and notes it."""
    names = {style.id: name for name, style in house.styles.items()}

    def call(match: re.Match[str]) -> str:
        name, properties = names.get(match["style"], ""), match["properties"].replace("'", "&apos;")
        content = match["content"]
        if _HEADINGS.fullmatch(name):
            return f"{{% call house.heading('{name}') %}}{content}{{% endcall %}}"
        if name in COUNTED_STYLES | PARAGRAPH_STYLES:
            return f"{{% call house.counted('{name}', '{properties}') %}}{content}{{% endcall %}}"
        if name == "caption":
            return f"{{% call house.caption('{name}', '{properties}') %}}{content}{{% endcall %}}"
        return match[0]

    return PARAGRAPH.sub(call, source)

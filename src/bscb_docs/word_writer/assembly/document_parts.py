"""Parts: those of a Word file that differ from document to document, beside its body."""

import re
from itertools import chain

from attrs import frozen
from markupsafe import escape

from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.diagnostics.errors import TemplateError
from bscb_docs.languages.language_tags import HOUSE_LANGUAGE, with_region
from bscb_docs.ooxml import word_markup
from bscb_docs.ooxml.part_names import CONTENT_TYPES, DOCUMENT, MEDIA, NUMBERING, STYLES
from bscb_docs.ooxml.relationships import Relationship, Resource, relationships_part, write_relationships
from bscb_docs.ooxml.theme import ACCENTS
from bscb_docs.word_writer.assembly.cross_references import replace_marks
from bscb_docs.word_writer.assembly.section_setup import Furniture, house_id
from bscb_docs.word_writer.typesetting.composer import Composer

_LISTS = re.compile(r'<w:style [^>]*><w:name w:val="(?:toc \d|table of figures)"/>.*?</w:style>', re.DOTALL)
_RIGHT = re.compile(r'(<w:tab w:val="right"[^>]* w:pos=")(\d+)')
"""Styles of the entries of contents and other lists, and the place of the page number in them."""
_DRAWN = {"header", "footer", "hyperlink", "image"}
"""What the house file's relationships lead to for its page and its sample text; a document has its own."""


@frozen
class Properties(Compared):
    """What the file says of itself; dates as 2018-04-05."""

    title: str
    subject: str
    author: str
    date: str
    version: str = ""
    state: str = ""
    language: str = HOUSE_LANGUAGE


def write_parts(composer: Composer, edges: Furniture) -> dict[str, bytes]:
    """The parts by name: styles, lists, relationships, content types, notes, headers and footers, and pictures."""
    relationships, names = _relationships(composer, edges), _content_names(composer, edges)
    pictures = [one.target for one in composer.resources.values() if not one.is_outside]
    return {
        **_notes(composer),
        STYLES: _styles(composer),
        NUMBERING: _numbering(composer),
        relationships_part(DOCUMENT): write_relationships(relationships),
        CONTENT_TYPES: composer.house.content_types.with_pictures(pictures).with_names(names).write(),
        **edges.parts,
        **{_media(each): each.data for each in composer.resources.values() if not each.is_outside},
    }


def _notes(composer: Composer) -> dict[str, bytes]:
    """The parts for notes, those of the document in theirs, and what they lead to outside."""
    parts: dict[str, bytes] = {}
    for kind, frame in composer.house.notes.items():
        own = range(1, composer.tally.notes + 1) if kind == composer.note_kind else ()
        stretches = replace_marks(composer, [composer.notes[number] for number in own])
        parts[frame.part] = "".join((frame.before, *chain(*stretches), frame.after)).encode()
        if own and composer.note_resources:
            leads = tuple(_lead(composer, each) for each in composer.note_resources.values())
            parts[relationships_part(frame.part)] = write_relationships(leads)
    return parts


def _styles(composer: Composer) -> bytes:
    """The house file's styles and one for each status in use, in the board's colour.

    On pages on their side, page numbers of contents stand as far to the right: they do so by their styles, which stay
    when a person updates the contents.
    """
    added = "".join(
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{style}"><w:name w:val="Status {escape(name)}"/>'
        f'<w:uiPriority w:val="50"/><w:rPr><w:b/>{_colour(composer, name)}</w:rPr></w:style>'
        for name, style in composer.status_styles.items()
    )
    styles = composer.house.parts[STYLES].decode()
    if further := composer.listed_width and composer.listed_width - composer.house.text_width:
        styles = _LISTS.sub(lambda style: _RIGHT.sub(lambda at: f"{at[1]}{int(at[2]) + further}", style[0]), styles)
    return styles.replace("</w:styles>", f"{added}</w:styles>").encode()


def _colour(composer: Composer, status: str) -> str:
    """The colour of a status: the one typed, or the theme's by its name, so that it follows when the theme changes."""
    typed = composer.colours.get(status, "")
    themed = f' w:themeColor="{typed.replace(" ", "")}"' if typed in ACCENTS else ""
    return f'<w:color w:val="{composer.house.theme.said(typed) or "auto"}"{themed}/>'


def _numbering(composer: Composer) -> bytes:
    """The house file's numbering and a list of its own, from 1, for each list of the document."""
    added = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/><w:lvlOverride w:ilvl="{level}">'
        f'<w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
        for number, abstract, level, start in composer.tally.lists
    )
    numbering = composer.house.parts[NUMBERING].decode()
    if not added:
        return numbering.encode()
    end = re.search(r"(<w:numIdMacAtCleanup\b[^>]*>\s*)?</w:numbering>\s*$", numbering)
    if end is None:
        raise TemplateError(f"{composer.house.name} has damaged lists.", "Open it in Word and save it again.")
    return f"{numbering[: end.start()]}{added}{end[0]}".encode()


def _relationships(composer: Composer, edges: Furniture) -> tuple[Relationship, ...]:
    """The house's relationships but those of its sample text, and the document's pictures, links and turned pages."""
    kept = [one for one in composer.house.relationships.values() if one.kind not in _DRAWN]
    own = [_lead(composer, one) for one in composer.resources.values()]
    return (*kept, *edges.relationships, *own)


def _lead(composer: Composer, resource: Resource) -> Relationship:
    target = resource.target if resource.is_outside else _media(resource)
    return Relationship(composer.resource(resource.key), resource.type, target, resource.is_outside)


def _media(resource: Resource) -> str:
    """The part that a picture is."""
    return f"{MEDIA}{resource.target}"


def _content_names(composer: Composer, edges: Furniture) -> dict[str, str]:
    """The content types of the headers and footers in use, by part; none of the others and of the sample's pictures."""
    house = composer.house
    types = house.content_types
    drawn = {one.target: "" for one in house.relationships.values() if one.kind in _DRAWN and not one.is_outside}
    used = {
        one.target: types.names.get(house.relationships[house_id(one.id)].target, "") for one in edges.relationships
    }
    return {**drawn, **used}


def write_properties(properties: Properties, mark: str) -> bytes:
    """The core properties, with the fingerprint that tells whether a person edited the file since."""
    stamp = f"{properties.date}T00:00:00Z"
    optional = ""
    if properties.state:
        optional += f"<cp:contentStatus>{escape(properties.state)}</cp:contentStatus>"
    optional += f'<dcterms:created xsi:type="dcterms:W3CDTF">{stamp}</dcterms:created>' if properties.date else ""
    optional += f"<dc:creator>{escape(properties.author)}</dc:creator><dc:identifier>{mark}</dc:identifier>"
    optional += f"<dc:language>{with_region(properties.language)}</dc:language>"
    optional += f'<dcterms:modified xsi:type="dcterms:W3CDTF">{stamp}</dcterms:modified>' if properties.date else ""
    optional += f"<dc:subject>{escape(properties.subject)}</dc:subject><dc:title>{escape(properties.title)}</dc:title>"
    optional += f"<cp:version>{escape(properties.version)}</cp:version>" if properties.version else ""
    return (
        f'{word_markup.DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{optional}</cp:coreProperties>'
    ).encode()

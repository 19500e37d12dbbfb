"""HouseFile: the house's Word file read for its styles, numbering, page, header, footer and settings."""

import re
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from attrs import field, frozen

from bscb_docs.diagnostics.errors import TemplateError
from bscb_docs.diagnostics.suggestions import nearest, question_of
from bscb_docs.numbering.level_counter import Levels
from bscb_docs.ooxml.content_types import PICTURES, ContentTypes, read_content_types
from bscb_docs.ooxml.house_page import house_section, section_text, text_sizes
from bscb_docs.ooxml.list_levels import read_numbering, restore_links
from bscb_docs.ooxml.note_frames import NoteFrame, note_frames
from bscb_docs.ooxml.package import Member, keep_deflated, read_parts, sound
from bscb_docs.ooxml.part_names import CONTENT_TYPES, CORE, DOCUMENT, NUMBERING, STYLES, THEME
from bscb_docs.ooxml.pictures import printable_of
from bscb_docs.ooxml.relationships import Relationship, read_relationships, relationships_part
from bscb_docs.ooxml.size_limits import refuse_bulk
from bscb_docs.ooxml.styles import Style, styles_of
from bscb_docs.ooxml.theme import Theme, read_theme
from bscb_docs.ooxml.theme_names import themed
from bscb_docs.ooxml.xml_trees import tree

HOUSE = "house.docx"
"""The name of the Word file that all documents take their look from, in a board's folder and among the templates."""
_REMARKS = {"comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", "documenttasks"}
"""What leads to the comments made on the house file and to who made them: no document takes them over."""
_FIGURES = {"one": "1", "two": "2", "three": "3", "four": "4"}
"""Numbers that people write out in the name of a style: "Heading One"."""
_COMPLETE = "Add what it lacks: bscb-docs template complete house.docx"


@frozen(eq=False)
class HouseFile:
    """What every document takes from the house's Word file; lengths in twips."""

    name: str
    key: str
    """A hash of the file's content: what is compiled against it is kept under this."""
    parts: Mapping[str, bytes]
    styles: Mapping[str, Style]
    """By name in lower case: Word writes "heading 1", other editors "Heading 1"."""
    theme: Theme
    """The fonts and colours of the house; every part says beside their names what they stand for."""
    abstract_numbers: Mapping[int, int]
    """numId to abstractNumId."""
    levels: Levels
    section: str
    """The page of the house file, as the text of its sectPr."""
    text_width: int
    text_height: int
    landscape_width: int
    landscape_height: int
    relationships: Mapping[str, Relationship]
    """What the body leads to, by id."""
    content_types: ContentTypes
    notes: Mapping[str, NoteFrame] = field(factory=dict)
    """The parts for notes, by their kind."""
    mended: tuple[str, ...] = ()
    """What another editor had dropped and loading restored, in plain words."""
    unchanging: Mapping[str, Member] = field(factory=dict, repr=False)

    def style(self, name: str) -> Style:
        """The style of that name; TemplateError, with the nearest name, where the house has none."""
        found = self.styles.get(name.lower())
        if found is None:
            raise self.lacks(name)
        return found

    def lacks(self, name: str) -> TemplateError:
        """What is raised, or told, of a style of that name, which the house does not have."""
        near = nearest(" ".join(_FIGURES.get(word, word) for word in name.lower().split()), self.styles)
        asked = question_of(self.styles[near].name if near else "", mark="")
        mend = _COMPLETE if name.lower() in load_house_file().styles else asked
        return TemplateError(f"{self.name} has no style called {name}.", mend, "TPL-09")

    def turned_width(self, sides: int) -> int:
        """How wide the text is on a page on its side, with so many twips free at each where the house leaves more."""
        edges = re.findall(r' w:(?:left|right)="(\d+)', self.section) if sides else []
        return self.landscape_width + sum(max(int(edge) - sides, 0) for edge in edges)

    def style_of_number(self, family: str, number: int) -> Style | None:
        """The style of a number, such as Priority 2; after the last the first again. None where there is none."""
        last = 0
        while f"{family} {last + 1}".lower() in self.styles:
            last += 1
        return self.style(f"{family} {(number - 1) % last + 1}") if last else None

    def note_frame(self, kind: str) -> NoteFrame:
        """The part for notes of that kind, "footnote" or "endnote"; TemplateError where the house has none."""
        found = self.notes.get(kind)
        if found is None:
            raise TemplateError(f"{self.name} has no place for {kind}s. {_COMPLETE}")
        return found

    def place_in_list(self, style: str) -> tuple[int, int] | None:
        """The abstractNumId and level that a style numbers by; None where it bears no number."""
        found = self.style(style)
        abstract = self.abstract_numbers.get(found.list_id)
        return None if abstract is None else (abstract, found.level)

    def list_of(self, style: str) -> int:
        """The numId of a style; 0 where it bears no number."""
        return self.style(style).list_id

    @property
    def last_list(self) -> int:
        """The highest numId of the house's own lists."""
        return max(self.abstract_numbers, default=0)


def house_file(path: str | Path | None) -> HouseFile:
    """The house file at a path, the library's own if None."""
    return read_house_file(Path(path).read_bytes(), Path(path).name) if path else load_house_file()


def load_house_file(folder: Path | None = None) -> HouseFile:
    """The board's own `house.docx` where its folder has one, else the house's."""
    own = folder / HOUSE if folder else None
    if own and own.is_file():
        return read_house_file(own.read_bytes(), "the board's house.docx")
    return read_house_file((files("bscb_docs.templates") / HOUSE).read_bytes(), HOUSE)


@lru_cache(maxsize=8)
def read_house_file(data: bytes, name: str) -> HouseFile:
    """The house file in a Word file; TemplateError where it is damaged or lacks what every document needs."""
    with sound(name):
        return _read_house_file(data, name)


def _read_house_file(data: bytes, name: str) -> HouseFile:
    parts = read_parts(data, name)
    refuse_bulk(parts, name)
    for needed in (DOCUMENT, STYLES, NUMBERING):
        if needed not in parts:
            raise TemplateError(f"{name} lacks {needed}.", "Open it in Word, save it as .docx, and try again.")
    theme = read_theme(tree(parts.get(THEME, b"")))
    for part, held in parts.items():
        if part.endswith((".xml", ".rels")):
            parts[part] = themed(held.decode("utf-8-sig").encode(), theme)
        elif part.rpartition(".")[2].lower() in PICTURES:
            parts[part] = printable_of(held, name)
    styles = styles_of(parts).by_name
    numbering, mended = restore_links(styles.values(), parts[NUMBERING], name)
    parts[NUMBERING] = numbering
    section = house_section(parts[DOCUMENT], name)
    upright, turned = text_sizes(section, name)
    leads = read_relationships(parts)
    remarks = {lead.target: "" for lead in leads.values() if lead.kind in _REMARKS}
    relationships = {key: lead for key, lead in leads.items() if lead.kind not in _REMARKS}
    changing = {DOCUMENT, relationships_part(DOCUMENT), CONTENT_TYPES, CORE}
    changing |= {part for part in parts if re.search(r"word/(header|footer|styles|numbering)", part)}
    edges = {edge.target for edge in relationships.values() if edge.kind in {"header", "footer"}}
    notes = dict(note_frames(parts, relationships.values()))
    changing |= {name for each in notes.values() for name in (each.part, relationships_part(each.part))}
    changing |= edges | {relationships_part(edge) for edge in edges} | _shown_pictures(parts, edges | remarks.keys())
    for part in remarks:
        parts.pop(part, None)
        parts.pop(relationships_part(part), None)
    return HouseFile(
        name=name,
        key=sha256(data).hexdigest(),
        parts=parts,
        styles=styles,
        theme=theme,
        abstract_numbers=read_numbering(numbering).abstracts,
        levels=read_numbering(numbering).levels,
        section=section_text(section),
        text_width=upright.width,
        text_height=upright.height,
        landscape_width=turned.width,
        landscape_height=turned.height,
        relationships=relationships,
        content_types=read_content_types(parts[CONTENT_TYPES]).with_names(remarks),
        notes=notes,
        mended=mended,
        unchanging=keep_deflated({part: data for part, data in parts.items() if part not in changing}),
    )


def _shown_pictures(parts: Mapping[str, bytes], edges: set[str]) -> set[str]:
    """The pictures that only the sample text, a comment or a header or footer shows: they stay where that does not."""
    shown: set[str] = set()
    kept: set[str] = set()
    for part in parts:
        for relationship in read_relationships(parts, part).values():
            if relationship.kind == "image" and not relationship.is_outside:
                (shown if part == DOCUMENT or part in edges else kept).add(relationship.target)
    return shown - kept

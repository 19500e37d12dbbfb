"""Assembly: filled text and the shell -> the parts of one Word document, every mark replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from attrs import evolve, field, frozen
from markupsafe import escape

from bscb_docs import wordml
from bscb_docs.composing import Composer, Heading
from bscb_docs.contenttypes import PART as CONTENT_TYPES
from bscb_docs.errors import TemplateError
from bscb_docs.findings import Severity
from bscb_docs.layout import TURNED, Furniture, lay_furniture, turn_pages
from bscb_docs.marks import STX, find_marks, mark, split_at_marks
from bscb_docs.package import Member, fingerprint, keep_member, write_package
from bscb_docs.places import Place
from bscb_docs.relationships import Relationship, write_relationships
from bscb_docs.resources import Resource
from bscb_docs.shell import Shell
from bscb_docs.strictness import Proof

_DRAWN = {"header", "footer", "hyperlink", "image"}
"""What the shell's relationships lead to for its page and its sample text; a document has its own."""
KEPT = frozenset({"turn", "page"})
"""Marks that stay in the text until its pages are laid out."""

_LEVEL = 3
"""How hard a body is deflated: a third of the time of zlib's own 6, for a tenth more bytes."""
_CHUNK = 4_096
"""Pieces that are joined at a time: enough to be quick, too few to take room."""
_LEVEL_SWITCHES = r'\h \z \t "Section Heading,1,Appendix Heading,1"'


@frozen
class Properties:
    """What the file says of itself; dates as 2018-04-05."""

    title: str
    subject: str
    author: str
    date: str
    version: str = ""
    state: str = ""


@frozen(eq=False)
class Assembled:
    """A document whose contents still wait for their page numbers."""

    text: Sequence[str]
    """The body in pieces."""
    waiting: Sequence[int]
    """The positions of the pieces that are the mark of a page and wait for its number."""
    parts: Mapping[str, bytes]
    unchanging: Mapping[str, Member]
    properties: Properties
    _packed: dict[object, bytes] = field(factory=dict, init=False, repr=False)

    def pack(self, pages: Mapping[str, int] | None = None) -> bytes:
        """The Word file; with the page of each bookmark where they are known, else contents without numbers.

        TemplateError where the filled text is not well-formed, which only a faulty template or plugin brings about.
        """
        key = None if pages is None else tuple(pages.items())
        if key not in self._packed:
            self._packed.clear()
            self._packed[key] = self._pack(pages)
        return self._packed[key]

    def _pack(self, pages: Mapping[str, int] | None) -> bytes:
        body = [
            f"{wordml.DECLARATION}<w:document{wordml.ROOT_NAMESPACES}><w:body>",
            *self.text,
            "</w:body></w:document>",
        ]
        for position in self.waiting:
            (bookmark,) = find_marks(self.text[position], "page")
            body[position + 1] = _show_page(bookmark, pages)
        members = [("word/document.xml", Member.of_chunks(_strict_chunks(body, "the filled document"), _LEVEL))]
        members += [(name, keep_member(data)) for name, data in self.parts.items() if name != CONTENT_TYPES]
        members += self.unchanging.items()
        members.sort(key=itemgetter(0))
        mark = fingerprint((name, member.crc, member.size) for name, member in members)
        core = Member.of(_core(self.properties, mark))
        types = keep_member(self.parts[CONTENT_TYPES])
        return write_package([(CONTENT_TYPES, types), *members, ("docProps/core.xml", core)])


def _strict_chunks(pieces: Sequence[str], what: str) -> Iterator[bytes]:
    """The text in chunks; TemplateError unless it is strict XML."""
    proof = Proof(what)
    for start in range(0, len(pieces), _CHUNK):
        yield proof.read(pieces[start : start + _CHUNK], last=start + _CHUNK >= len(pieces))


def assemble(house: Composer, body: Sequence[str], furniture: Mapping[str, bytes], properties: Properties) -> Assembled:
    """The document's parts: the body with its references and contents, lists, relationships, headers and footers."""
    shell = house.shell
    _settle_headings(house)
    turned = turn_pages(_replace_marks(house, body), shell)
    edges = lay_furniture(furniture, turned.setups, shell)
    parts = {
        "word/styles.xml": _styles(house),
        "word/numbering.xml": _numbering(house),
        "word/_rels/document.xml.rels": _relationships(house, edges),
        CONTENT_TYPES: _content_types(house, edges),
        **edges.parts,
        **{_media(r): r.data for r in house.resources.values() if not r.is_outside},
    }
    return Assembled(turned.text, turned.waiting, parts, shell.unchanging, properties)


def _settle_headings(house: Composer) -> None:
    """The words of each heading as the contents print them, its references replaced by what they print."""
    for position, heading in enumerate(house.headings):
        if heading.waiting:
            first, *marks = split_at_marks(heading.waiting)
            pairs = zip(marks[1::3], marks[2::3], strict=True)
            content = first + "".join(_reference(house, value) + after for value, after in pairs)
            house.headings[position] = evolve(heading, text=wordml.plain_words(content), waiting="")


def _replace_marks(house: Composer, body: Sequence[str]) -> Iterator[Sequence[str]]:
    """The body in stretches, its references and contents in place; a mark that stays is a stretch of its own."""
    done = 0
    for position in [position for position, piece in enumerate(body) if STX in piece]:
        yield body[done:position]
        done = position + 1
        words, *marks = split_at_marks(body[position])
        yield [words]
        for kind, value, after in zip(marks[::3], marks[1::3], marks[2::3], strict=True):
            if kind == "ref":
                yield [_reference(house, value)]
            elif kind == "contents":
                yield from _contents(house.headings, int(value), house.shell)
            elif kind in KEPT:
                yield [mark(kind, value)]
            yield [after]
    yield body[done:]


def _reference(house: Composer, value: str) -> str:
    """The runs of a cross-reference: a live field where its target stands in this document, else words."""
    name, word, file, line, column = value.split("\x1f")
    target = house.targets.get(name.lower())
    if target is not None and target.number:
        instruction = " ".join(part for part in ("REF", target.bookmark, target.switch, r"\h") if part)
        lead = "" if target.number.lower().startswith(word.lower()) else wordml.run(f"{word}\u00a0")
        return lead + wordml.field(instruction, target.number)
    outside = house.outside.get(name.lower())
    if outside:
        return wordml.run(outside)
    message = f"There is nothing called #{name} to refer to."
    mend = f"Put {{#{name}}} at the end of the paragraph that is meant, or mend the name."
    if target is not None:
        message, mend = f"What is called #{name} has no number to print.", "Refer to a numbered paragraph instead."
    house.report("APP-05", Severity.STOP, message, Place(file, int(line), int(column)), mend)
    return wordml.run(f"{word} [{name}]")


def _contents(headings: Sequence[Heading], levels: int, shell: Shell) -> Iterator[Sequence[str]]:
    """The contents: each entry a link with its words and the mark of its page, all within Word's own TOC field."""
    listed = [heading for heading in headings if heading.level <= levels]
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> TOC \\o "1-{levels}" {escape(_LEVEL_SWITCHES)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    for position, heading in enumerate(listed):
        gap = ": " if heading.number and heading.style == "appendix heading" else ""
        words = wordml.run(f"{heading.number}{gap}{'' if heading.number and not gap else heading.text}")
        if heading.number and not gap:
            words += "<w:r><w:tab/></w:r>" + wordml.run(heading.text)
        page = mark("page", heading.bookmark)
        content = (begin if position == 0 else "") + wordml.jump(heading.bookmark, f"{words}{page}")
        content += end if position == len(listed) - 1 else ""
        before, after = wordml.paragraph(shell.style(f"toc {min(heading.level, 3)}").id, content).split(page)
        yield from ([before], [page], [after])


def _show_page(bookmark: str, pages: Mapping[str, int] | None) -> str:
    """A field with the number of the page that a bookmark stands on; nothing where pages are not counted."""
    if pages is None:
        return ""
    return "<w:r><w:tab/></w:r>" + wordml.field(f"PAGEREF {bookmark} \\h", str(pages.get(bookmark, "000")))


def _styles(house: Composer) -> bytes:
    """The shell's styles and one for each status in use, in the board's colour."""
    added = "".join(
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{style}"><w:name w:val="Status {escape(name)}"/>'
        f'<w:uiPriority w:val="50"/><w:rPr><w:b/><w:color w:val="{house.colours.get(name.lower(), "auto")}"/></w:rPr>'
        f"</w:style>"
        for name, style in house.status_styles.items()
    )
    return house.shell.parts["word/styles.xml"].replace(b"</w:styles>", f"{added}</w:styles>".encode())


def _numbering(house: Composer) -> bytes:
    """The shell's numbering and a list of its own, from 1, for each list of the document."""
    added = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/><w:lvlOverride w:ilvl="{level}">'
        f'<w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
        for number, abstract, level, start in house.lists
    )
    numbering = house.shell.parts["word/numbering.xml"].decode()
    if not added:
        return numbering.encode()
    end = re.search(r"(<w:numIdMacAtCleanup\b[^>]*>\s*)?</w:numbering>\s*$", numbering)
    if end is None:
        raise TemplateError(f"{house.shell.name} has damaged lists. Open it in Word and save it again.")
    return f"{numbering[: end.start()]}{added}{end[0]}".encode()


def _relationships(house: Composer, edges: Furniture) -> bytes:
    """The shell's relationships but those of its sample text, and the document's pictures, links and turned pages."""
    kept = [one for one in house.shell.relationships.values() if one.kind not in _DRAWN]
    own = [
        Relationship(house.resource(one.key), one.type, one.target if one.is_outside else _media(one), one.is_outside)
        for one in house.resources.values()
    ]
    return write_relationships((*kept, *edges.relationships, *own))


def _media(resource: Resource) -> str:
    """The part that a picture is."""
    return f"word/media/{resource.target}"


def _content_types(house: Composer, edges: Furniture) -> bytes:
    """The shell's content types, those of the headers and footers in use, and those of the document's pictures."""
    shell = house.shell
    types = shell.content_types
    drawn = {one.target: "" for one in shell.relationships.values() if one.kind in _DRAWN and not one.is_outside}
    used = {
        one.target: types.names.get(shell.relationships[one.id.removesuffix(TURNED)].target, "")
        for one in edges.relationships
    }
    pictures = [one.target for one in house.resources.values() if not one.is_outside]
    return types.with_pictures(pictures).with_names({**drawn, **used}).write()


def _core(properties: Properties, mark: str) -> bytes:
    """The core properties, with the fingerprint that tells whether a person edited the file since."""
    stamp = f"{properties.date}T00:00:00Z"
    optional = ""
    if properties.state:
        optional += f"<cp:contentStatus>{escape(properties.state)}</cp:contentStatus>"
    optional += f'<dcterms:created xsi:type="dcterms:W3CDTF">{stamp}</dcterms:created>' if properties.date else ""
    optional += f"<dc:creator>{escape(properties.author)}</dc:creator><dc:identifier>{mark}</dc:identifier>"
    optional += "<dc:language>en-GB</dc:language>"
    optional += f'<dcterms:modified xsi:type="dcterms:W3CDTF">{stamp}</dcterms:modified>' if properties.date else ""
    optional += f"<dc:subject>{escape(properties.subject)}</dc:subject><dc:title>{escape(properties.title)}</dc:title>"
    optional += f"<cp:version>{escape(properties.version)}</cp:version>" if properties.version else ""
    return (
        f'{wordml.DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{optional}</cp:coreProperties>'
    ).encode()

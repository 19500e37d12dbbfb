"""Document: one that is assembled, and packed once the pages of its headings are known."""

import re
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from operator import itemgetter

from attrs import field, frozen

from bscb_docs.diagnostics.errors import TemplateError
from bscb_docs.ooxml import word_markup
from bscb_docs.ooxml.marks import find_marks
from bscb_docs.ooxml.package import Member, fingerprint, keep_member, read_parts, sum_of_parts, write_package
from bscb_docs.ooxml.part_names import CONTENT_TYPES, CORE, DOCUMENT, MEDIA
from bscb_docs.ooxml.writing_system_runs import mark_writing_systems
from bscb_docs.word_writer.assembly.cross_references import replace_marks
from bscb_docs.word_writer.assembly.document_parts import Properties, write_parts, write_properties
from bscb_docs.word_writer.assembly.kept_paragraphs import keep_together
from bscb_docs.word_writer.assembly.page_layout import turn_pages
from bscb_docs.word_writer.assembly.section_setup import lay_furniture
from bscb_docs.word_writer.assembly.table_of_contents import show_page
from bscb_docs.word_writer.tables.fitted_columns import fit_tables
from bscb_docs.word_writer.tables.table_titles import name_tables
from bscb_docs.word_writer.typesetting.composer import Composer

_LEVEL = 3
"""How hard a body is deflated: a third of the time of zlib's own 6, for a tenth more bytes."""
_CHUNK = 4_096
"""Pieces that are joined at a time: enough to be quick, too few to take room."""
_CONTEXT = 2_000
"""Characters looked through for the words before a fault."""
_ALLOWED = bytes(code for code in range(256) if code >= 0x20 or code in b"\t\n\r")
_NEVER = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")


@frozen(eq=False)
class Assembled:
    """A document whose contents still wait for their page numbers."""

    text: Sequence[str]
    """The body in pieces."""
    waiting: Sequence[int]
    """The positions of the pieces that are the mark of a page and wait for its number."""
    parts: Mapping[str, bytes]
    unchanging: Mapping[str, Member]
    fonts: Mapping[str, str]
    """The font of each script that the house names one for."""
    properties: Properties
    _packed: dict[object, bytes] = field(factory=dict, init=False, repr=False)

    @property
    def awaited(self) -> list[str]:
        """The bookmarks whose pages contents and lists give."""
        return [name for position in self.waiting for name in find_marks(self.text[position], "page")]

    @property
    def sums(self) -> tuple[str, str]:
        """The sum of its parts without page numbers, however they are packed; and that of the file they are packed in.

        Registers of issues held the second before: another zlib packs otherwise.
        """
        packed = self.pack(None)
        return sum_of_parts(read_parts(packed, "the document")), sha256(packed).hexdigest()

    def pack(self, pages: Mapping[str, int] | None = None) -> bytes:
        """The Word file; with the page of each bookmark where they are known, else contents without numbers.

        TemplateError where the filled text holds what no XML may, which only a faulty template or plugin brings about.
        """
        key = None if pages is None else tuple(pages.items())
        if key not in self._packed:
            self._packed.clear()
            self._packed[key] = self._pack(pages)
        return self._packed[key]

    def _pack(self, pages: Mapping[str, int] | None) -> bytes:
        body = [
            f"{word_markup.DECLARATION}<w:document{word_markup.ROOT_NAMESPACES}><w:body>",
            *self.text,
            "</w:body></w:document>",
        ]
        for position in self.waiting:
            (bookmark,) = find_marks(self.text[position], "page")
            body[position + 1] = show_page(bookmark, pages)
        chunks = _writable_chunks(body, "the filled document", self.fonts)
        members = [(DOCUMENT, Member.of_chunks(chunks, _LEVEL))]
        for name, data in self.parts.items():
            if name != CONTENT_TYPES:  # a board's pictures go with the board: none of them is kept
                members.append((name, Member.of(data) if name.startswith(MEDIA) else keep_member(data)))
        members += self.unchanging.items()
        members.sort(key=itemgetter(0))
        mark = fingerprint((name, member.crc, member.size) for name, member in members)
        core = Member.of(write_properties(self.properties, mark))
        types = keep_member(self.parts[CONTENT_TYPES])
        return write_package([(CONTENT_TYPES, types), *members, (CORE, core)])


def _writable_chunks(pieces: Sequence[str], what: str, fonts: Mapping[str, str]) -> Iterator[bytes]:
    """The text in chunks of UTF-8; TemplateError for a character that no XML may hold.

    Whether the tags in it are well-formed is what the check of the finished document reads first (DOCX-03).
    """
    rest = ""
    for start in range(0, len(pieces), _CHUNK):
        text = rest + "".join(pieces[start : start + _CHUNK])
        cut = text.rfind("<w:p>") if start + _CHUNK < len(pieces) else len(text)
        text, rest = _finished(text[: max(cut, 0)], fonts), text[max(cut, 0) :]
        try:
            data = text.encode()
        except UnicodeEncodeError as fault:
            raise _refuse(what, "half a character", text[: fault.start]) from fault
        wrong = data.translate(None, _ALLOWED)[:1] or next((code for code in _NEVER if code in data), b"")
        if wrong:
            raise _refuse(what, "a character that Word cannot", data[: data.find(wrong)].decode("utf-8", "replace"))
        yield data


def _finished(xml: str, fonts: Mapping[str, str]) -> str:
    """Text without the runs that tags left empty, its letters in the fonts of their scripts."""
    return mark_writing_systems(word_markup.drop_empty_runs(xml), fonts)


def _refuse(what: str, held: str, before: str) -> TemplateError:
    shown = " ".join(re.sub(r"<[^>]*>?", " ", before[-_CONTEXT:]).split())
    return TemplateError(f"{what} holds {held} after: {shown[-80:]!r}")


def assemble(
    composer: Composer, body: Sequence[str], furniture: Mapping[int, Mapping[str, bytes]], properties: Properties
) -> Assembled:
    """The document's parts: the body with its references and contents, lists, relationships, headers and footers."""
    house = composer.house
    turned = turn_pages(replace_marks(composer, body), house)
    name_tables(turned.text, house)
    fit_tables(turned.text, house)
    keep_together(turned.text, house)
    parts = write_parts(composer, lay_furniture(furniture, turned.setups, house))
    fonts = house.theme.scripts
    edges = {name: _finished(data.decode(), fonts).encode() for name, data in parts.items() if _is_edge(name)}
    return Assembled(turned.text, turned.waiting, parts | edges, house.unchanging, fonts, properties)


def _is_edge(name: str) -> bool:
    """True of the parts that hold words beside the body: headers, footers and notes."""
    return re.fullmatch(r"word/(?:header|footer|footnotes|endnotes)[^/]*\.xml", name) is not None

"""Document: one that is assembled, and packed once the pages of its headings are known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from attrs import field, frozen

from bscb_docs.ooxml import wordml
from bscb_docs.ooxml.content_types import PART as CONTENT_TYPES
from bscb_docs.ooxml.marks import find_marks
from bscb_docs.ooxml.package import Member, fingerprint, keep_member, write_package
from bscb_docs.ooxml.strict_xml import Proof
from bscb_docs.word_writer.assembly.cross_references import replace_marks, show_page
from bscb_docs.word_writer.assembly.document_parts import Properties, write_parts, write_properties
from bscb_docs.word_writer.assembly.page_layout import lay_furniture, turn_pages
from bscb_docs.word_writer.typesetting.composer import Composer

_LEVEL = 3
"""How hard a body is deflated: a third of the time of zlib's own 6, for a tenth more bytes."""
_CHUNK = 4_096
"""Pieces that are joined at a time: enough to be quick, too few to take room."""


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
            body[position + 1] = show_page(bookmark, pages)
        members = [("word/document.xml", Member.of_chunks(_strict_chunks(body, "the filled document"), _LEVEL))]
        members += [(name, keep_member(data)) for name, data in self.parts.items() if name != CONTENT_TYPES]
        members += self.unchanging.items()
        members.sort(key=itemgetter(0))
        mark = fingerprint((name, member.crc, member.size) for name, member in members)
        core = Member.of(write_properties(self.properties, mark))
        types = keep_member(self.parts[CONTENT_TYPES])
        return write_package([(CONTENT_TYPES, types), *members, ("docProps/core.xml", core)])


def _strict_chunks(pieces: Sequence[str], what: str) -> Iterator[bytes]:
    """The text in chunks; TemplateError unless it is strict XML."""
    proof = Proof(what)
    for start in range(0, len(pieces), _CHUNK):
        yield proof.read(pieces[start : start + _CHUNK], last=start + _CHUNK >= len(pieces))


def assemble(
    composer: Composer, body: Sequence[str], furniture: Mapping[str, bytes], properties: Properties
) -> Assembled:
    """The document's parts: the body with its references and contents, lists, relationships, headers and footers."""
    shell = composer.shell
    turned = turn_pages(replace_marks(composer, body), shell)
    parts = write_parts(composer, lay_furniture(furniture, turned.setups, shell))
    return Assembled(turned.text, turned.waiting, parts, shell.unchanging, properties)

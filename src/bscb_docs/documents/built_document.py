"""BuiltDocument and Published: a finished document in memory, and one that was written."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.diagnostics.finding import Finding, gather
from bscb_docs.numbering.entries import Entry, Heading
from bscb_docs.numbering.tally import Tally
from bscb_docs.ooxml.package import open_docx
from bscb_docs.output.files import Saved, save_document
from bscb_docs.plugin_api.document import Document
from bscb_docs.word_writer.assembly.assembled_document import Assembled

if TYPE_CHECKING:
    from docx.document import Document as DocxDocument


@frozen(eq=False, repr=False)
class BuiltDocument:
    """A finished document: its bytes, its words, its headings, and what was found while it was built."""

    document: Document
    assembled: Assembled = field(repr=False)
    _tally: Tally = field(repr=False)
    findings: tuple[Finding, ...] = field(converter=gather)
    """One for each cause."""
    pages: Mapping[str, int] | None = None
    """The page of each heading's bookmark, once they are known."""
    issued: bytes | None = field(default=None, repr=False)
    """The Word file that was issued, where its version was and nothing differs."""
    issued_pdf: bytes | None = field(default=None, repr=False)
    """The PDF that was issued with it, if one was."""

    @cached_property
    def data(self) -> bytes:
        """The Word file; of a version that was issued, the very bytes of then."""
        return self.issued or self.assembled.pack(self.pages)

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The headings in order, as the contents list them."""
        return self._tally.headings()

    @property
    def bookmarks(self) -> tuple[str, ...]:
        """Those whose pages are asked for: of every heading, and of what its lists name."""
        return tuple(dict.fromkeys((*(heading.bookmark for heading in self.headings), *self.assembled.awaited)))

    @cached_property
    def structure(self) -> tuple[Entry, ...]:
        """The headings, numbered paragraphs, captions and references in reading order, with what is printed of each."""
        return tuple(self._tally.entries())

    def __repr__(self) -> str:
        """`<BuiltDocument plan.docx: 12 headings, 3 findings>`."""
        return f"<BuiltDocument {self.file_name}: {len(self.headings)} headings, {len(self.findings)} findings>"

    def _repr_html_(self) -> str:
        """For Jupyter: the outline."""
        from bscb_docs.diagnostics.html_tables import html_table  # only where a notebook shows something

        rows = ((f"{heading.number} {heading.text}".strip(), str(heading.level)) for heading in self.headings)
        return html_table(f"{self.file_name}, {len(self.findings)} findings", ("Heading", "Level"), rows)

    @property
    def file_name(self) -> str:
        """`<document>-<years>.docx`, with the version while it is a draft."""
        return self.document.file_name

    @property
    def has_words(self) -> bool:
        """False where every section was left out or empty: the file would be a blank page."""
        return any("<w:t>" in piece or "<w:t " in piece or "<w:drawing" in piece for piece in self.assembled.text)

    @cached_property
    def text(self) -> str:
        """One line a paragraph: `Style | words`, for golden tests and for reading without Word."""
        from bscb_docs.ooxml.transcript import template_text  # what is built alone is not read

        return template_text(self.data, self.file_name)

    def adding(self, *findings: Finding) -> BuiltDocument:
        """The same document with those findings too."""
        return evolve(self, findings=(*self.findings, *findings))

    def save(self, path: str | Path) -> Saved:
        """Writes the file, beside an edited one rather than over it; SavingError where the system refuses."""
        return save_document(Path(path), self.data)

    def to_docx(self) -> DocxDocument:
        """The document opened in python-docx, for a script that goes on from here."""
        return open_docx(self.data)


@frozen
class Published(Compared):
    """A document that was written, and its PDF if one was asked for."""

    built: BuiltDocument
    saved: Saved
    findings: tuple[Finding, ...]
    """What was found in the board and in this document."""
    pdf: Path | None = None

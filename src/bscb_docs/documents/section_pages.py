"""Section pages: what each section of a document prints, as data; a plugin's code for a section runs here alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import evolve, frozen

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.errors import OptionError
from bscb_docs.diagnostics.finding import Finding, Severity
from bscb_docs.documents.document_plan import DocumentPlan, PlannedSection
from bscb_docs.plugin_api.document import Document
from bscb_docs.plugin_api.section import Part
from bscb_docs.records import Board, ByName


@frozen
class SectionPage:
    """A section as planned, and the page that its template or another edition is filled with."""

    planned: PlannedSection
    page: Any


@frozen
class DocumentPages:
    """The pages of a document in the order of print, those of sections with nothing to say left out."""

    document: Document
    sections: tuple[SectionPage, ...]
    left_out: tuple[PlannedSection, ...] = ()
    appendices: tuple[DocumentPages, ...] = ()

    @property
    def findings(self) -> Iterator[Finding]:
        """A finding for each section that the register names and that has nothing to say.

        A document without its body is looked at before it goes out; that its front or back has gone is a note.
        """
        title = self.document.title
        for planned in self.left_out if self.sections else ():
            name, softer = planned.section.name, None if planned.section.part is Part.BODY else Severity.NOTE
            if planned.place.line:
                message = f"{title}: the section {name} is left out, since there is nothing that it could print."
                yield finding_of("DOC-13", message, planned.place, about=self.document.name, softer=softer)


def make_pages(board: Board, plan: DocumentPlan) -> DocumentPages:
    """The pages of a planned document and of the documents bound in, which leave their fronts and backs behind.

    PluginError, naming the plugin, where a section's code fails or gives something else than its page.
    """
    back = [planned for planned in plan.sections if planned.section.part is Part.BACK]
    front = [planned for planned in plan.sections if planned.section.part is not Part.BACK]
    bound = tuple(_pages(board, each.document, _body(each.sections)) for each in plan.appendices)
    return evolve(_pages(board, plan.document, (*front, *back)), appendices=bound)


def make_page(board: Board, document: Document, planned: PlannedSection) -> Any:
    """The page of one section in a document, of the board as that document shows it; None where it is left out."""
    try:
        return planned.section.context(document.sees(board), evolve(document, options=ByName(planned.options)))
    except OptionError as fault:
        fault.place = planned.place
        raise


def _pages(board: Board, document: Document, sections: Iterable[PlannedSection]) -> DocumentPages:
    made = [SectionPage(planned, make_page(board, document, planned)) for planned in sections]
    said = tuple(each for each in made if each.page is not None)
    return DocumentPages(document, said, tuple(each.planned for each in made if each.page is None))


def _body(sections: Iterable[PlannedSection]) -> Iterable[PlannedSection]:
    return (planned for planned in sections if planned.section.part is Part.BODY)

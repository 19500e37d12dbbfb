"""Section pages: what each section of a document prints, as data; a plugin's code for a section runs here alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import evolve, frozen

from bscb_docs.diagnostics.errors import OptionError
from bscb_docs.documents.document_plan import DocumentPlan, PlannedSection
from bscb_docs.plugin_api.section import Document, Part
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
    appendices: tuple[DocumentPages, ...] = ()


def make_pages(board: Board, plan: DocumentPlan) -> DocumentPages:
    """The pages of a planned document and of the documents bound in, which leave their fronts and backs behind.

    PluginError, naming the plugin, where a section's code fails or gives something else than its page.
    """
    back = [planned for planned in plan.sections if planned.section.part is Part.BACK]
    front = [planned for planned in plan.sections if planned.section.part is not Part.BACK]
    bound = tuple(
        DocumentPages(each.document, _pages(board, each.document, _body(each.sections))) for each in plan.appendices
    )
    return DocumentPages(plan.document, _pages(board, plan.document, (*front, *back)), bound)


def make_page(board: Board, document: Document, planned: PlannedSection) -> Any:
    """The page of one section in a document, of the board as that document shows it; None where it is left out."""
    try:
        return planned.section.context(document.sees(board), evolve(document, options=ByName(planned.options)))
    except OptionError as fault:
        fault.place = planned.place
        raise


def _pages(board: Board, document: Document, sections: Iterable[PlannedSection]) -> tuple[SectionPage, ...]:
    made = ((planned, make_page(board, document, planned)) for planned in sections)
    return tuple(SectionPage(planned, page) for planned, page in made if page is not None)


def _body(sections: Iterable[PlannedSection]) -> Iterable[PlannedSection]:
    return (planned for planned in sections if planned.section.part is Part.BODY)

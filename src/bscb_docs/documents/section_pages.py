"""Section pages: what each section of a document prints, as data: its page, and without a page the records.

Both are asked for through `_asked_of` alone; the filters of a plugin run while its template is filled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from attrs import evolve, frozen

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.diagnostics.errors import BscbDocsError, OptionError
from bscb_docs.diagnostics.finding import Finding, Severity
from bscb_docs.documents.document_plan import DocumentPlan, PlannedSection
from bscb_docs.languages.house_words import speaking
from bscb_docs.plugin_api.document import Document
from bscb_docs.plugin_api.registry import Catalogue
from bscb_docs.plugin_api.section import Part
from bscb_docs.plugin_api.section_options import SectionOptions
from bscb_docs.prose import SectionCall
from bscb_docs.records import Board, Record, RegisterEntry, fold
from bscb_docs.rules import engine
from bscb_docs.rules.engine.printed_documents import Printed

T = TypeVar("T")


@frozen
class SectionPage(Compared):
    """A section as planned, and the page that its template or another edition is filled with."""

    planned: PlannedSection
    page: object
    unasked: tuple[str, ...] = ()
    """The options that the register sets and that nobody asked for while the page was made."""


@frozen
class DocumentPages(Compared):
    """The pages of a document in the order of print, those of sections with nothing to say left out."""

    document: Document
    sections: tuple[SectionPage, ...]
    left_out: tuple[PlannedSection, ...] = ()
    appendices: tuple[DocumentPages, ...] = ()

    @property
    def findings(self) -> Iterator[Finding]:
        """A finding for each section that the register names and that has nothing to say, and for an option unused.

        A document without its body is looked at before it goes out; that its front or back has gone is a note.
        """
        title = self.document.title
        for section, option in ((each.planned, option) for each in self.sections for option in each.unasked):
            message = f"{title}: the section {section.section.name} asks for its option {option} nowhere, so it changes"
            mend = f'Take it away, or have the plugin read it: document.option("{option}", ...).'
            yield finding_of("DOC-02", f"{message} nothing.", section.place, mend, softer=Severity.CHECK)
        for planned in self.left_out if self.sections else ():
            name, softer = planned.section.name, None if planned.section.part is Part.BODY else Severity.NOTE
            if planned.place.line:
                own = self.document.years if "years" in planned.section.options else ""
                years = dict(planned.options).get("years", own)
                what, mended = (f"nothing of {years}", ", mend its years") if years else ("nothing", "")
                message = f"{title}: the section {name} is left out, since there is {what} that it could print."
                mend = f"Record what it prints{mended}, or take its line away."
                name = self.document.name
                yield finding_of("DOC-13", message, planned.place, mend, name, softer=softer, field="sections")


def make_pages(board: Board, plan: DocumentPlan) -> DocumentPages:
    """The pages of a planned document and of the documents bound in, which leave their fronts and backs behind.

    PluginError, naming the plugin, where a section's code fails or gives something else than its page.
    """
    back = [planned for planned in plan.sections if planned.section.part is Part.BACK]
    front = [planned for planned in plan.sections if planned.section.part is not Part.BACK]
    beside = _named(plan)
    bound = tuple(
        _pages(board, evolve(each.document, beside=beside | _named(each)), _body(each.sections))
        for each in plan.appendices
    )
    read = tuple(each.page for pages in bound for each in pages.sections)
    return evolve(_pages(board, evolve(plan.document, beside=beside), (*front, *back), read), appendices=bound)


def _named(plan: DocumentPlan) -> frozenset[tuple[str, str]]:
    """The sections of a planned document by name, each with its years."""
    years = str(plan.document.years)
    return frozenset((each.section.name, dict(each.options).get("years", years)) for each in plan.sections)


def make_page(board: Board, document: Document, planned: PlannedSection) -> SectionPage | None:
    """The page of one section in a document, of the board as that document shows it; None where it is left out."""
    page, options = _asked_of(planned, planned.section.context, board, document)
    return None if page is None else SectionPage(planned, page, options.unasked)


def _asked_of(
    planned: PlannedSection, ask: Callable[[Board, Document], T], board: Board, document: Document
) -> tuple[T, SectionOptions]:
    """What a function of a section gives of the board as the document shows it, given its options; or OptionError."""
    options = SectionOptions(planned.section.options, planned.options)
    try:
        return ask(document.sees(board), evolve(document, options=options)), options
    except OptionError as fault:
        raise fault.at(planned.section.name, planned.place, document.name) from fault


def _pages(
    board: Board, document: Document, sections: Iterable[PlannedSection], bound: tuple[object, ...] = ()
) -> DocumentPages:
    """The pages of sections, those that read the others and the pages bound in made last; all in the order of print."""
    order = list(sections)
    made: dict[int, SectionPage | None] = {}
    for at in sorted(range(len(order)), key=lambda at: order[at].section.reads_pages):
        reads = order[at].section.reads_pages
        others = (each.page for each in map(made.get, sorted(made)) if each)
        told = evolve(document, pages=(*others, *bound)) if reads else document
        made[at] = make_page(board, told, order[at])
    said = tuple(each for each in map(made.get, sorted(made)) if each)
    left_out = tuple(order[at] for at in sorted(made) if made[at] is None)
    return DocumentPages(document, said, left_out)


def _body(sections: Iterable[PlannedSection]) -> Iterable[PlannedSection]:
    return (planned for planned in sections if planned.section.part is Part.BODY)


def printed_by(
    board: Board, entry: RegisterEntry, plan: DocumentPlan | None, catalogue: Catalogue
) -> tuple[Printed, tuple[BscbDocsError, ...]]:
    """What a document prints as it is planned, nothing where it has no plan; and which sections failed to tell.

    A document bound in prints for itself, unless the register does not list it: then it is a part of this one.
    """
    told: list[_Told] = []
    if plan is not None:
        sections = sorted(plan.sections, key=lambda each: each.section.part is Part.BACK)
        unlisted = [each for each in plan.appendices if board.find(RegisterEntry, each.document.name) is None]
        for document, own in (plan.document, sections), *((each.document, _body(each.sections)) for each in unlisted):
            with speaking(plan.wording):
                told += _told_by(board, catalogue, document, own)
    printed = tuple(records for _, records in told if isinstance(records, tuple))
    silent = dict.fromkeys(name for name, records in told if not isinstance(records, tuple))
    faults = tuple(fault for _, fault in told if isinstance(fault, BscbDocsError))
    return Printed(entry, board.day_of(entry), printed, tuple(silent)), faults


_Told = tuple[str, tuple[Record, ...] | BscbDocsError | None]
"""The name of a section, and the records that it prints; None where it does not say, or the fault where it fails to."""


def _told_by(
    board: Board,
    catalogue: Catalogue,
    document: Document,
    sections: Iterable[PlannedSection],
    around: tuple[str, ...] = (),
) -> Iterator[_Told]:
    """What each section in turn tells, and after it those that its prose sets.

    A section is shown the board as its document shows it, and what it names is given as the board recorded it.
    """
    for planned in sections:
        name = planned.section.name
        try:
            records, _ = _asked_of(planned, planned.section.printed, board, document)
        except BscbDocsError as fault:
            yield name, fault
            continue
        yield name, None if records is None else tuple(map(document.sees(board).original, records))
        inside = (*around, fold(name))
        called = (catalogue.sections.get(name) for name in _called_in(records or ()) if fold(name) not in inside)
        yield from _told_by(board, catalogue, document, [PlannedSection(each) for each in called if each], inside)


def _called_in(records: Iterable[Record]) -> Iterator[str]:
    """The names of the sections that the prose of records sets, as in `{{ section progress-picture }}`."""
    for record in records:
        for _, block in engine.blocks_of(record, "section"):
            if isinstance(block, SectionCall):
                yield block.name

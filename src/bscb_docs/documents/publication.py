"""Publication: all that is known of a board before a page of its documents is made, computed once and handed down."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field, frozen

from bscb_docs.diagnostics.collector import no_collecting
from bscb_docs.diagnostics.errors import BscbDocsError, TemplateError
from bscb_docs.diagnostics.finding import Finding, gather
from bscb_docs.diagnostics.follow_ons import without_follow_ons
from bscb_docs.diagnostics.location import Place
from bscb_docs.documents.document_plan import DocumentPlan, plan_document
from bscb_docs.documents.register_entries import all_called, document_names, outline_of, same_files, unbuildable
from bscb_docs.documents.section_pages import printed_by
from bscb_docs.figures.figure import Figures, compute_figures, with_first_names
from bscb_docs.figures.reporting_period import reported_at, reported_years
from bscb_docs.languages.house_words import speaking
from bscb_docs.ooxml.house_file import HouseFile
from bscb_docs.ooxml.house_language import in_language
from bscb_docs.plugin_api.board_look import look_of
from bscb_docs.plugin_api.document import Document
from bscb_docs.plugin_api.guards import fault_finding, unoffered
from bscb_docs.plugin_api.offers import figures_twice
from bscb_docs.plugin_api.registry import Catalogue, load_catalogue
from bscb_docs.records import Board, ByName, Label, Period, YearSpan, fold
from bscb_docs.records.labels import wording_of
from bscb_docs.rules.engine.coded_rule import check_pack
from bscb_docs.rules.engine.context import Pack
from bscb_docs.rules.engine.printed_documents import Printed

if TYPE_CHECKING:
    from bscb_docs.rules.english.facts.fact_lists import FactList


@frozen(eq=False, repr=False, slots=False)
class Publication:
    """What a board publishes: its records, what plugins offer for them, its figures, plans and findings.

    `publication_of(board)` makes it of the board alone. Each of the other values is filled by itself when it is first
    asked for, is never changed, and is kept as long as the board: checking a board and building four documents of it
    compute its figures once, and plan each document once. No page is made here: it holds what every step after
    planning is given, and nothing that a step gives back.
    """

    board: Board
    catalogue: Catalogue
    """What the house offers, the plugins that the board's register names, and those it was read with."""
    _plans: ByName[DocumentPlan] = field(factory=ByName, init=False)
    _figures_by_document: ByName[Figures] = field(factory=ByName, init=False)

    @cached_property
    def _look(self) -> HouseFile:
        return look_of(self.board.folder, self.catalogue.styled)

    @property
    def look(self) -> HouseFile:
        """The look of a document in the language of what is printed; TemplateError for a damaged house file."""
        return in_language(self._look)

    def _count(self, board: Board) -> tuple[Figures, tuple[BscbDocsError, ...]]:
        """The figures of a board by name, each source asked once, and what is wrong with a source."""
        sources = self.catalogue.figure_sources
        read = [source.read(board) for source in sources]
        figures = compute_figures(board, (figure for found, _ in read for figure in found))
        twice = figures_twice(zip(sources, (found for found, _ in read), strict=True))
        return figures, (*(fault for _, fault in read if fault), *twice)

    @cached_property
    def _sources(self) -> tuple[Figures, tuple[BscbDocsError, ...]]:
        return self._count(self.board.at(None))

    @property
    def figures(self) -> Figures:
        """Every figure and recorded name of the board's own plan, with all that is known, by name, other forms too."""
        return self._sources[0]

    def figures_for(self, document: Document) -> Figures:
        """The figures as that document shows the board: those of its day, its period and its plan, in its language."""
        if document.name not in self._figures_by_document:
            self._figures_by_document[document.name] = self._count_for(document)
        return self._figures_by_document[document.name]

    def _count_for(self, document: Document) -> Figures:
        own, seen = self.board.at(None), document.sees(self.board)
        wording = wording_of(self.board.of(Label), document.language)
        if not wording.is_english:
            with speaking(wording):
                return with_first_names(self._count(seen)[0], seen)
        shows_all = seen.records == own.records and reported_at(seen) == reported_at(own)
        if shows_all and _months(reported_years(seen)) == _months(reported_years(own)):
            return self.figures
        return seen.keep(self._count)[0]

    @cached_property
    def figures_of_reports(self) -> tuple[Figures, ...]:
        """The figures of each document of the register that tells of a period."""
        return tuple(self.figures_for(plan.document) for plan in self.registered if plan.document.period)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The documents that are built where none is named."""
        return document_names(self.board, self.catalogue)

    @cached_property
    def plans(self) -> tuple[DocumentPlan, ...]:
        """The plans of those documents, in their order."""
        return tuple(self.plan(name) for name in self.names)

    def plans_of(self, names: Iterable[str]) -> list[DocumentPlan]:
        """The plans of the documents that those names stand for, each once; OutlineError as from `plan`."""
        return [self.plan(name) for name in all_called(self.board, names)]

    @property
    def registered(self) -> tuple[DocumentPlan, ...]:
        """The plans of the documents in the register: those that a report of findings tells of."""
        return self.plans if self.board.documents else ()

    def plan(self, name: str) -> DocumentPlan:
        """The plan of the document of that name, made once; OutlineError where there is no such document."""
        if name not in self._plans:
            self._plans[name] = plan_document(self.board, name, self.catalogue)
        return self._plans[name]

    @cached_property
    def _printing(self) -> tuple[tuple[Printed, ...], tuple[BscbDocsError, ...]]:
        """What each document of the register prints, and which sections failed to tell."""
        plans = [self.plan(each.id) if outline_of(each, self.catalogue) else None for each in self.board.documents]
        told = [printed_by(self.board, *each, self.catalogue) for each in zip(self.board.documents, plans, strict=True)]
        return tuple(printed for printed, _ in told), tuple(fault for _, faults in told for fault in faults)

    @property
    def printed(self) -> tuple[Printed, ...]:
        """What each document of the register prints; one that cannot be built prints nothing."""
        return self._printing[0]

    def _pack(self) -> Pack:
        """What rules are given."""
        return Pack(self.board, self.figures, self.printed, self.figures_of_reports)

    def facts(self, names: Iterable[str] | None = None) -> "tuple[FactList, ...]":
        """The typed facts of the versions of those documents, else of all; OutlineError where there is no such one."""
        from bscb_docs.rules.english.facts.fact_lists import for_reading, versions_printed

        pack = self._pack()
        wanted = None if names is None else {fold(name): name for name in all_called(self.board, names)}
        versions = {version: set(map(fold, version.names)) for version in versions_printed(pack)}
        for asked, name in (wanted or {}).items():
            if not any(asked in own for own in versions.values()):
                self.plan(name)
        return tuple(for_reading(pack, one) for one, own in versions.items() if wanted is None or own & wanted.keys())

    @cached_property
    @no_collecting()
    def findings(self) -> tuple[Finding, ...]:
        """What reading, the rules, the register and the plugins found before any page is made, one for each cause."""
        from bscb_docs.history.issued_version_rules import check_issues  # a document can be built without
        from bscb_docs.rules.acceptance import accept

        pack = self._pack()  # its index of the prose is let go with the last rule
        found = [
            *self.board.findings,
            *check_pack(pack, self.catalogue.rules),
            *self._register_findings(),
            *check_issues(self.board, self.printed),
            *self.catalogue.findings,
        ]
        found += map(unoffered, self._sources[1])
        found += map(fault_finding, (*self._printing[1], *self.board.dangling()))
        return gather(without_follow_ons(accept(pack, found)))

    def findings_of(self, plans: Iterable[DocumentPlan]) -> tuple[Finding, ...]:
        """The findings without the checks and notes of records that other documents alone print."""
        wanted = {fold(name) for plan in plans for name in _names_in(plan)}
        inside = {id(record) for each in self.printed if fold(each.entry.id) in wanted for record in each.records}
        outside = {id(record) for each in self.printed for record in each.records} - inside
        starts = sorted((record.place, at) for at, record in enumerate(self.board.records))

        def is_of_others(place: Place) -> bool:
            above = starts[: bisect_right(starts, (place, len(starts)))][-1:]
            return any(start.file == place.file and id(self.board.records[at]) in outside for start, at in above)

        return tuple(each for each in self.findings if each.stops or not all(map(is_of_others, each.places)))

    def _register_findings(self) -> Iterable[Finding]:
        """What the register asks for that cannot be built, and what was found while each other document was planned."""
        for entry in self.board.documents:
            if not outline_of(entry, self.catalogue):
                yield unbuildable(entry, self.catalogue)
        for plan in self.plans:
            yield from plan.findings
        yield from same_files(self.board, [plan.document for plan in self.plans])
        from bscb_docs.documents.label_colours import misnamed_colours  # a document can be built without

        with suppress(TemplateError):  # a damaged house file is told where a document is built
            yield from misnamed_colours(self.board, lambda: self.look.theme)


def _names_in(plan: DocumentPlan) -> Iterator[str]:
    """The names of a document and of those bound into it."""
    yield plan.document.name
    for bound in plan.appendices:
        yield from _names_in(bound)


def _months(years: YearSpan | Period | None) -> tuple[date, date] | None:
    return (years.earliest, years.latest) if years else None


def publication_of(board: Board) -> Publication:
    """The publication of a board: the same one as long as the board lives."""
    return board.keep(_published)


def _published(board: Board) -> Publication:
    return Publication(board, load_catalogue(board.plugins, (n for entry in board.documents for n in entry.plugins)))

"""Document plan: a document as the board's register asks for it, its sections and appendices found in the catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import evolve, frozen

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.diagnostics.errors import OutlineError
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.location import Place
from bscb_docs.diagnostics.suggestions import NAME_PLUGIN, did_you_mean, is_misspelt
from bscb_docs.documents.register_entries import outline_of, refuse_several, unbuildable
from bscb_docs.languages.house_words import Wording
from bscb_docs.plugin_api.document import BoundIn, Document
from bscb_docs.plugin_api.registry import Catalogue
from bscb_docs.plugin_api.section import Outline, Section
from bscb_docs.records import Board, Label, Narrative, Period, RegisterEntry, SectionChoice, fold
from bscb_docs.records.labels import wording_of


@frozen
class PlannedSection(Compared):
    """A section and the options a board sets for it."""

    section: Section[Any]
    options: tuple[tuple[str, str], ...] = ()
    place: Place = Place()


@frozen
class DocumentPlan(Compared):
    """A document to be built: what its sections are told, the sections in order, and the documents bound in."""

    document: Document
    sections: tuple[PlannedSection, ...]
    appendices: tuple[DocumentPlan, ...] = ()
    findings: tuple[Finding, ...] = ()
    """What the register asks of it that nobody offers."""
    wording: Wording = Wording()
    """The house's words in its language; English where none are given."""

    @property
    def reports_findings(self) -> bool:
        """True where one of its sections tells of the findings: then it is built last, when all others are."""
        return any(planned.section.reports_findings for planned in self.sections)

    def given(self, findings: Iterable[Finding]) -> DocumentPlan:
        """The same plan, its sections told what was found in the records and in every other document."""
        return evolve(self, document=evolve(self.document, findings=tuple(findings)))


def plan_document(board: Board, name: str, catalogue: Catalogue, binding: tuple[str, ...] = ()) -> DocumentPlan:
    """The plan of the document of that name; OutlineError, with the nearest name, where there is no such document.

    A section or appendix that nobody offers is a finding, and the document is planned without it.
    """
    entry = board.find(RegisterEntry, name)
    refuse_several(board, name)
    outline = outline_of(entry, catalogue) if entry else catalogue.outlines.get(name)
    if outline is None and entry is not None:
        finding = unbuildable(entry, catalogue)
        raise OutlineError(f"{finding.message} {finding.mend}")
    if outline is None:
        known = sorted({each.name for each in catalogue.outlines.values()} | {entry.id for entry in board.documents})
        raise OutlineError(f"There is no document called {name}. {did_you_mean(name, known)}".rstrip())
    findings: list[Finding] = []
    sections = tuple(_choose_sections(entry, outline, catalogue, findings))
    document = _describe(board, name, entry, outline)
    appendices = tuple(_bind(board, document, entry, outline, catalogue, (*binding, fold(document.name)), findings))
    bound = tuple(plan.document.appendix for plan in appendices if plan.document.appendix)
    wording = wording_of(board.of(Label), document.language)
    return DocumentPlan(evolve(document, appendices=bound), sections, appendices, tuple(findings), wording)


def _describe(board: Board, name: str, entry: RegisterEntry | None, outline: Outline) -> Document:
    issue = board.issue(name)
    if entry is None:
        plan = board.plan
        years = plan.years if plan else None
        language = board.details.language.tag
        return Document(
            outline.name, outline.title, outline.title, years, language=language, issue=issue, paper=outline.paper
        )
    language = (entry.language or board.details.language).tag
    return Document(
        name=entry.id,
        title=entry.title,
        short_title=entry.short_title or entry.title,
        years=entry.years or (entry.period.years if entry.period else None),
        as_at=board.day_of(entry),
        period=period_of(board, entry),
        plan=board.get(entry.plan) if entry.plan else None,
        body=board.at(None, language=language).get(entry.body) if entry.body else None,
        original=entry.one_of or entry.id,
        language=language,
        marking=entry.marking,
        notes=entry.notes,
        terms=entry.terms,
        issue=issue,
        subject=entry.subject or "",
        paper=outline.paper,
    )


def period_of(board: Board, entry: RegisterEntry) -> Period | None:
    """The months that a document tells of: its own period; of a report, its years."""
    if entry.period or not entry.years:
        return entry.period
    return Period.of(entry.years) if board.find(Narrative, entry.one_of or entry.id) else None


def _choose_sections(
    entry: RegisterEntry | None, outline: Outline, catalogue: Catalogue, findings: list[Finding]
) -> Iterable[PlannedSection]:
    document = entry.id if entry else outline.name
    wanted = entry.sections if entry and entry.sections else tuple(map(SectionChoice.from_text, outline.sections))
    for at, choice in enumerate(wanted):
        if choice in wanted[:at]:
            message = f"The section {choice.name} stands twice in {entry.title if entry else outline.title}."
            findings.append(finding_of("DOC-01", message, choice.place, "Take one of the two lines away."))
        section = catalogue.sections.get(choice.name)
        if section is None:
            place = choice.place if choice.place.line or entry is None else entry.place
            named_by = "" if entry and entry.sections else f", which the outline {outline.name} names"
            findings.append(unknown_section(choice.name, place, catalogue, named_by))
            continue
        for option, _ in choice.options:
            if option not in map(fold, section.options):
                listed = f"Its options are: {', '.join(section.options) or 'none'}."
                known = did_you_mean(option, section.options) or listed
                message = f"The section {section.name} has no option called {option}."
                field = f"option {option} of {section.name}"
                findings.append(finding_of("DOC-02", message, choice.place, known, document, field=field))
        yield PlannedSection(section, choice.options, choice.place)


def unknown_section(name: str, place: Place, catalogue: Catalogue, named_by: str = "") -> Finding:
    """The finding that nobody offers a section of that name, with the nearest that somebody does."""
    near = did_you_mean(name, catalogue.sections)
    mend = f"{near or '`bscb-docs sections` lists every section.'} {NAME_PLUGIN}"
    message = f"There is no section called {name}{named_by}."
    return finding_of(
        "DOC-01", message, place, mend, name, field="" if is_misspelt(name, catalogue.sections) else "section"
    )


def _bind(
    board: Board,
    document: Document,
    entry: RegisterEntry | None,
    outline: Outline,
    catalogue: Catalogue,
    binding: tuple[str, ...],
    findings: list[Finding],
) -> Iterable[DocumentPlan]:
    wanted = entry.appendices if entry and (entry.appendices or entry.sections) else outline.appendices
    place = entry.place if entry else Place()
    bound: list[str] = []
    for name in wanted:
        own = board.find(RegisterEntry, name)
        key = fold(own.id if own else name)
        if key in bound:
            message = f"{document.title} binds in {name} twice; it is bound in once."
            findings.append(finding_of("APP-01", message, place, "Take one of the appendix lines away."))
            continue
        if key in binding:
            message = f"{document.title} binds in {name}, which binds it in: a document cannot hold itself."
            findings.append(finding_of("APP-01", message, place, "Take the appendix line away."))
            continue
        if own and not outline_of(own, catalogue):
            findings.append(unbuildable(own, catalogue))
            continue
        try:
            plan = plan_document(board, name, catalogue, binding)
        except OutlineError as fault:
            mend = "Mend the name of the appendix."
            findings.append(finding_of("APP-01", str(fault), place, mend, document.name, field="appendix"))
            continue
        bound.append(key)
        printed = (own.bound_in_as if own else None) or plan.document.title
        day = plan.document.as_at if plan.document.as_at != document.as_at else None
        appendix = BoundIn(len(bound), plan.document.name, plan.document.title, printed, day)
        findings.extend(plan.findings)
        yield evolve(plan, document=evolve(plan.document, appendix=appendix))

"""Papers: a document as the board's register asks for it, its sections and appendices found in the catalogue."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve, frozen

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.errors import OutlineError
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.location import Place
from bscb_docs.diagnostics.suggestions import did_you_mean
from bscb_docs.plugin_api.registry import Catalogue
from bscb_docs.plugin_api.section import BoundIn, Document, Outline, Section
from bscb_docs.records import Board, ByName, RegisterEntry, SectionChoice, fold


@frozen
class ChosenSection:
    """A section and the options a board sets for it."""

    section: Section
    options: tuple[tuple[str, str], ...] = ()
    place: Place = Place()


@frozen
class Paper:
    """A document to be built: what its sections are told, the sections in order, and the papers bound in."""

    document: Document
    sections: tuple[ChosenSection, ...]
    appendices: tuple[Paper, ...] = ()
    findings: tuple[Finding, ...] = ()


def document_names(board: Board, catalogue: Catalogue) -> tuple[str, ...]:
    """The documents that are built: those in the register, in its order, else every outline but reports on findings."""
    if board.documents:
        return tuple(entry.id for entry in board.documents if _outline_of(entry, catalogue))
    return tuple(sorted(outline.name for outline in catalogue.outlines.values() if not outline.always))


def register_findings(board: Board, catalogue: Catalogue) -> tuple[Finding, ...]:
    """What the register asks for that cannot be built, and what is found while each other document is planned."""
    found = [_unbuildable(entry, catalogue) for entry in board.documents if not _outline_of(entry, catalogue)]
    papers = [plan_paper(board, name, catalogue) for name in document_names(board, catalogue)]
    found += [finding for paper in papers for finding in paper.findings]
    return (*found, *same_files(board, [paper.document for paper in papers]))


def same_files(board: Board, documents: Iterable[Document]) -> Iterable[Finding]:
    """A finding for each document that would be written over another: their files would bear one name."""
    first = ByName[Document]()
    for document in documents:
        other = first.setdefault(document.file_name, document)
        if other.name != document.name:
            entry = board.find(RegisterEntry, document.name)
            message = f"{document.title} and {other.title} would both be written to {document.file_name}."
            place = entry.place if entry else Place()
            yield finding_of("DOC-08", message, place, "Give one of them another id.", document.name)


def plan_paper(board: Board, name: str, catalogue: Catalogue, binding: tuple[str, ...] = ()) -> Paper:
    """The paper of that name; OutlineError, with the nearest name, where there is no such document.

    A section or appendix that nobody offers is a finding, and the paper is planned without it.
    """
    entry = board.find(RegisterEntry, name)
    outline = _outline_of(entry, catalogue) if entry else catalogue.outlines.get(name)
    if outline is None and entry is not None:
        finding = _unbuildable(entry, catalogue)
        raise OutlineError(f"{finding.message} {finding.mend}")
    if outline is None:
        known = sorted({each.name for each in catalogue.outlines.values()} | {entry.id for entry in board.documents})
        raise OutlineError(f"There is no document called {name}. {did_you_mean(name, known)}".rstrip())
    findings: list[Finding] = []
    sections = tuple(_choose_sections(entry, outline, catalogue, findings))
    document = _describe(board, name, entry, outline)
    appendices = tuple(_bind(board, document, entry, outline, catalogue, (*binding, fold(document.name)), findings))
    bound = tuple(paper.document.appendix for paper in appendices if paper.document.appendix)
    return Paper(evolve(document, appendices=bound), sections, appendices, tuple(findings))


def _outline_of(entry: RegisterEntry | None, catalogue: Catalogue) -> Outline | None:
    """The outline a register entry follows; one that lists its own sections needs none of the catalogue's."""
    if entry is None:
        return None
    found = catalogue.outlines.get(entry.outline or entry.id)
    return found or (Outline(entry.id, entry.title, ()) if entry.sections and not entry.outline else None)


def _unbuildable(entry: RegisterEntry, catalogue: Catalogue) -> Finding:
    """The finding that a document of the register is not built: nothing says which sections it has."""
    outlines = sorted(outline.name for outline in catalogue.outlines.values() if not outline.always)
    listed = f"Write a line `section:` for each section, or after `outline:` one of {', '.join(outlines)}."
    if entry.outline:
        message = f"{entry.title} is not built: there is no outline called {entry.outline}."
    else:
        message = f"{entry.title} is not built: it has no sections, and there is no outline called {entry.id}."
    mend = did_you_mean(entry.outline or entry.id, outlines) or listed
    return finding_of("DOC-03", message, entry.place, mend, entry.id)


def _describe(board: Board, name: str, entry: RegisterEntry | None, outline: Outline) -> Document:
    issue = board.issue(name)
    if entry is None:
        plan = board.plan
        years = plan.years if plan else None
        return Document(outline.name, outline.title, outline.title, years, issue=issue, always=outline.always)
    return Document(
        name=entry.id,
        title=entry.title,
        short_title=entry.short_title or entry.title,
        years=entry.years,
        as_at=(issue.as_at if issue else None) or entry.as_at,
        marking=entry.marking,
        issue=issue,
        subject=entry.subject or "",
        always=outline.always,
    )


def _choose_sections(
    entry: RegisterEntry | None, outline: Outline, catalogue: Catalogue, findings: list[Finding]
) -> Iterable[ChosenSection]:
    wanted = entry.sections if entry and entry.sections else tuple(SectionChoice(name) for name in outline.sections)
    for choice in wanted:
        section = catalogue.sections.get(choice.name)
        if section is None:
            findings.append(unknown_section(choice.name, choice.place, catalogue))
            continue
        for option, _ in choice.options:
            if option not in section.options:
                listed = f"Its options are: {', '.join(section.options) or 'none'}."
                known = did_you_mean(option, section.options) or listed
                message = f"The section {section.name} has no option called {option}."
                findings.append(finding_of("DOC-02", message, choice.place, known))
        yield ChosenSection(section, choice.options, choice.place)


def unknown_section(name: str, place: Place, catalogue: Catalogue) -> Finding:
    """The finding that nobody offers a section of that name, with the nearest that somebody does."""
    advice = did_you_mean(name, catalogue.sections) or "`bscb-docs sections` lists every section."
    return finding_of("DOC-01", f"There is no section called {name}.", place, advice)


def _bind(
    board: Board,
    document: Document,
    entry: RegisterEntry | None,
    outline: Outline,
    catalogue: Catalogue,
    binding: tuple[str, ...],
    findings: list[Finding],
) -> Iterable[Paper]:
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
        if own and not _outline_of(own, catalogue):
            findings.append(_unbuildable(own, catalogue))
            continue
        try:
            paper = plan_paper(board, name, catalogue, binding)
        except OutlineError as fault:
            findings.append(finding_of("APP-01", str(fault), place, "Mend the name of the appendix."))
            continue
        bound.append(key)
        printed = (own.bound_in_as if own else None) or paper.document.title
        appendix = BoundIn(len(bound), paper.document.name, paper.document.title, printed)
        findings.extend(paper.findings)
        yield evolve(paper, document=evolve(paper.document, appendix=appendix))

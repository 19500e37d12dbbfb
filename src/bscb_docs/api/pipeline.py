"""The whole line from a board's records to its Word files, each step in one place and in one order.

read -> plan -> check -> pages -> fill -> assemble -> check the document -> write

What is known of a board before a page is made is its publication, computed once. Every step after it is given the
publication and what the step before gave, and hands its own result on; nothing goes back up.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from bscb_docs.diagnostics.errors import BscbDocsError, DanglingRefError, PluginError, TemplateError
from bscb_docs.diagnostics.finding import Finding, gather
from bscb_docs.document_check.checker import check_bytes
from bscb_docs.documents.all_or_none import deliver
from bscb_docs.documents.built_document import BuiltDocument, Published
from bscb_docs.documents.document_assembly import assemble_document
from bscb_docs.documents.document_plan import DocumentPlan
from bscb_docs.documents.filled_pages import fill_pages
from bscb_docs.documents.pack_findings import found_in, to_be_written, untold
from bscb_docs.documents.page_numbers import add_pages
from bscb_docs.documents.publication import Publication, publication_of
from bscb_docs.documents.section_pages import make_pages
from bscb_docs.documents.section_tables import with_sections
from bscb_docs.languages.house_words import speaking
from bscb_docs.records import Board


def check_documents(board: Board, names: Iterable[str] | None = None) -> tuple[Finding, ...]:
    """What `check` finds, and what building the documents of those names finds, all of them if None; none is written.

    Where names are given, checks and notes of records that other documents alone print are left out; what stops is not,
    for it stops every document. A document that a plugin or template keeps from being built is a finding. OutlineError
    as from `build`.
    """
    publication = publication_of(board)
    plans = publication.plans if names is None else publication.plans_of(names)
    known = publication.findings if names is None else publication.findings_of(plans)
    return found_in(known, try_each(publication, plans))


def build(board: Board, name: str) -> BuiltDocument:
    """The document of that name in the board's register, checked; nothing is written.

    OutlineError where there is no such document; TemplateError or PluginError where a section cannot be filled.
    """
    publication = publication_of(board)
    plan = publication.plan(name)
    built = try_each(publication, [plan])[plan.document.name]
    if isinstance(built, BuiltDocument):
        return built
    raise built


def publish(board: Board, name: str, out: str | Path, *, pages: bool = True, pdf: bool = False) -> Published:
    """Builds, checks and writes one document; errors as from `publish_pack`, StoppedError with every finding."""
    return publish_pack(board, (name,), out, pages=pages, pdf=pdf)[0]


def publish_pack(
    board: Board, names: Iterable[str], out: str | Path, *, pages: bool = True, pdf: bool = False
) -> tuple[Published, ...]:
    """Plans, checks, builds and writes documents: those for approval, which quote each other, all of them or none.

    LibreOffice lays the whole pack out in a few runs: for its page numbers, with them in place, and where what keeps
    together was parted; what it laid out before is kept. StoppedError, with every finding, where a document for
    approval has one that stops, a section cannot be filled, a document is no sound Word file, or two would be written
    to one file. SavingError where a file cannot be written: then every other is as it was. PdfError where LibreOffice
    is needed and missing; a document that it cannot print has a finding (PDF-04), and all else is written. A document
    that is a draft, or a working paper, is stopped by nothing but its own sections and its own file: it is written
    before the StoppedError is raised, which names it as `written`.
    """
    publication = publication_of(board)
    plans = publication.plans_of(names)
    built, stopped = to_be_written(publication, plans, try_each(publication, plans))
    paged, printed = _laid_out(built, pages=pages, pdf=pdf)
    published = deliver(paged, printed, Path(out), publication.findings)
    if stopped:
        stopped.written = tuple(document.saved.path for document in published)
        raise stopped
    return published


def lay_out_pack(
    board: Board, names: Iterable[str], *, pages: bool = True, pdf: bool = False
) -> tuple[list[BuiltDocument], Mapping[str, bytes]]:
    """Those documents built, checked and paged, with their PDFs where asked for; errors as from `publish_pack`."""
    publication = publication_of(board)
    plans = publication.plans_of(names)
    built, stopped = to_be_written(publication, plans, try_each(publication, plans))
    if stopped:
        raise stopped
    return _laid_out(built, pages=pages, pdf=pdf)


def _laid_out(built: list[BuiltDocument], *, pages: bool, pdf: bool) -> tuple[list[BuiltDocument], Mapping[str, bytes]]:
    paged, printed = add_pages(built, need_pdf=pdf) if built and (pages or pdf) else (built, {})
    return paged, printed if pdf else {}


def try_each(publication: Publication, plans: Sequence[DocumentPlan]) -> dict[str, BuiltDocument | BscbDocsError]:
    """Each document of those plans, or why it cannot be built, by name; one that reports findings is built last."""
    reports = [plan for plan in plans if plan.reports_findings]
    needed = (*plans, *publication.registered) if reports else plans
    others = {plan.document.name: plan for plan in needed if not plan.reports_findings}
    tried = {name: _try(publication, plan) for name, plan in others.items()}
    if reports:
        found = gather(found_in(publication.findings, tried))
        tried |= {plan.document.name: _try(publication, plan.given(found)) for plan in reports}
    return tried


def _try(publication: Publication, plan: DocumentPlan) -> BuiltDocument | BscbDocsError:
    try:
        return make_document(publication, plan)
    except (DanglingRefError, PluginError, TemplateError) as fault:
        return fault


def make_document(publication: Publication, plan: DocumentPlan) -> BuiltDocument:
    """A planned document: its pages made, filled and assembled, the Word file checked and held to what was issued."""
    with speaking(plan.wording):
        pages = make_pages(publication.board, plan)
        filled = fill_pages(publication, pages)
        built = assemble_document(publication.board, plan, filled)
    checked = check_bytes(built.data, built.file_name, built=True)
    found = [*with_sections(checked, filled.body, publication.catalogue.sections, filled.composer.house)]
    built = built.adding(*untold(publication, plan, found))
    if not plan.document.issue:
        return built
    from bscb_docs.documents.as_issued import as_issued  # what was issued need not be known of before

    return as_issued(publication.board, built)

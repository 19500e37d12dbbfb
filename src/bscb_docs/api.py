"""Press: the whole line from a board's records to its Word files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import ModuleType

from attrs import evolve

from bscb_docs import reading
from bscb_docs.diagnostics.errors import PluginError, StoppedError, TemplateError
from bscb_docs.diagnostics.finding import Finding, gather
from bscb_docs.document_check import check_document
from bscb_docs.documents.built import BuiltDocument, Published
from bscb_docs.documents.document_plan import Paper, plan_paper, register_findings
from bscb_docs.documents.fill import fill_paper
from bscb_docs.documents.page_numbers import add_pages
from bscb_docs.documents.stops import blank_document, why_stopped
from bscb_docs.figures.figure import Figure, Figures, FigureSource, compute_figures, in_order
from bscb_docs.ooxml.house_file import Shell, load_shell
from bscb_docs.output.files import find_place, seal, write_together
from bscb_docs.plugin_api.guards import plugin_finding
from bscb_docs.plugin_api.registry import Catalogue, load_catalogue
from bscb_docs.plugin_api.section import Document
from bscb_docs.records import Board, ByName
from bscb_docs.rules import Pack, accept, check_pack
from bscb_docs.template_engine.compiler import compile_text
from bscb_docs.word_writer.assembly.assembled import assemble
from bscb_docs.word_writer.assembly.document_parts import Properties


def read_board(folder: str | Path, *, plugins: Iterable[ModuleType] = ()) -> Board:
    """The board in a folder, its findings with it; the plugins given are used again by check, build and publish.

    BoardError where the folder is missing, empty, or no folder.
    """
    modules = tuple(plugins)
    board = reading.read_board(folder, plugins=modules, kinds=load_catalogue(modules).kinds)
    named = [name for entry in board.documents for name in entry.plugins]
    if not named:
        return board
    kinds = load_catalogue(modules, named).kinds
    return board if kinds == board.kinds else reading.read_board(folder, plugins=modules, kinds=kinds)


def catalogue_of(board: Board) -> Catalogue:
    """What the house offers, the plugins that the board's register names, and those it was read with."""
    return load_catalogue(board.plugins, (name for entry in board.documents for name in entry.plugins))


def figures_of(board: Board) -> Figures:
    """Every figure and recorded name that the board's prose may set, by name, other forms too."""
    return _read_figures(board, catalogue_of(board))[0]


def list_figures(board: Board) -> list[Figure]:
    """The figures and recorded names that have a value, without their other forms, in the order of their names."""
    return in_order(figures_of(board))


def check(board: Board) -> tuple[Finding, ...]:
    """Every finding of reading, of the rules, and of the outlines in the register, one for each cause."""
    catalogue = catalogue_of(board)
    return _check(board, catalogue, *_read_figures(board, catalogue))


def _read_figures(board: Board, catalogue: Catalogue) -> tuple[Figures, list[PluginError]]:
    """The figures of a board by name, each source asked once, and what is wrong with a source."""
    read = [source.read(board) for source in catalogue.figure_sources]

    def known(found: list[Figure]) -> FigureSource:
        return lambda _: found

    return compute_figures(board, [known(found) for found, _ in read]), [fault for _, fault in read if fault]


def _check(board: Board, catalogue: Catalogue, figures: Figures, faults: Iterable[PluginError]) -> tuple[Finding, ...]:
    pack = Pack(board, figures, ByName({name: outline.sections for name, outline in catalogue.outlines.items()}))
    rules, unfit = catalogue.rules
    found = [*board.findings, *check_pack(pack, rules)]
    found.extend(register_findings(board, catalogue))
    found += [plugin_finding(fault) for fault in (*catalogue.faults, *unfit, *faults)]
    return gather(accept(pack, found))


def build(board: Board, name: str) -> BuiltDocument:
    """The document of that name in the board's register, checked; nothing is written.

    OutlineError where there is no such document; TemplateError or PluginError where a section cannot be filled.
    """
    catalogue = catalogue_of(board)
    return _build(board, name, catalogue, _read_figures(board, catalogue)[0])


def _build(board: Board, name: str, catalogue: Catalogue, figures: Figures) -> BuiltDocument:
    built = build_paper(board, plan_paper(board, name, catalogue), catalogue, figures)
    if built.has_words:
        return built
    return evolve(built, findings=gather((*built.findings, blank_document(board, built.document))))


def try_building(board: Board, name: str) -> tuple[Finding, ...]:
    """What is found while a document is built, or, where a plugin or template keeps it from being built, why."""
    try:
        return build(board, name).findings
    except (PluginError, TemplateError) as fault:
        return (plugin_finding(PluginError(f"{name} cannot be built: {fault}")),)


def build_paper(board: Board, paper: Paper, catalogue: Catalogue, figures: Figures | None = None) -> BuiltDocument:
    """A paper that is already planned, built and checked; figures that are known need not be computed again."""
    shell = load_shell(board.folder)
    known = _read_figures(board, catalogue)[0] if figures is None else figures
    filled = fill_paper(board, paper, catalogue, shell, known)
    assembled = assemble(
        filled.composer, filled.body, fill_furniture(board, paper.document, shell), _properties(board, paper.document)
    )
    built = BuiltDocument(paper.document, assembled, tuple(filled.composer.headings), ())
    found = [*paper.findings, *filled.composer.findings, *check_document(built.data, built.file_name, built=True)]
    return evolve(built, findings=gather(found))


def publish(board: Board, name: str, out: str | Path, *, pages: bool = True, pdf: bool = False) -> Published:
    """Builds, checks and writes one document; StoppedError, with every finding, where one stops it."""
    return publish_pack(board, (name,), out, pages=pages, pdf=pdf)[0]


def publish_pack(
    board: Board, names: Iterable[str], out: str | Path, *, pages: bool = True, pdf: bool = False
) -> tuple[Published, ...]:
    """Builds, checks and writes documents that quote each other: all of them, or none.

    One LibreOffice run gives the whole pack its page numbers, and its PDFs where they are asked for. StoppedError, with
    every finding, where a document for approval has one that stops, a document is no sound Word file, or two would be
    written to one file. SavingError where a file cannot be written: then every other is as it was. A document that is a
    draft, or whose outline is always written, is stopped by nothing but its own file.
    """
    catalogue = catalogue_of(board)
    figures, faults = _read_figures(board, catalogue)
    built = [_build(board, name, catalogue, figures) for name in names]
    found = _check(board, catalogue, figures, faults)
    everything = tuple(dict.fromkeys((*found, *(f for document in built for f in document.findings))))
    if why := why_stopped(board, [(each.document, each.findings) for each in built], found):
        others = " Nothing else of the pack was written; to build one document, name it." if len(built) > 1 else ""
        raise StoppedError(f"{why}{others}", everything)
    printed: dict[str, bytes] = {}
    if pages or pdf:
        built, printed = add_pages(built, need_pdf=pdf)
    return _write(built, printed, Path(out), found, pdf=pdf)


def _write(
    built: Iterable[BuiltDocument],
    printed: Mapping[str, bytes],
    folder: Path,
    found: tuple[Finding, ...],
    *,
    pdf: bool,
) -> tuple[Published, ...]:
    """Every document in its file, and its PDF beside it where one is asked for."""
    published, files = [], {}
    for document in built:
        saved = find_place(folder / document.file_name, document.data)
        if saved.changed:
            files[saved.path] = document.data
        sealed = seal(printed[document.file_name]) if pdf else b""
        beside = find_place(saved.path.with_suffix(".pdf"), sealed) if pdf else None
        if beside and beside.changed:
            files[beside.path] = sealed
        findings = tuple(dict.fromkeys((*found, *document.findings)))
        published.append(Published(document, saved, findings, beside.path if beside else None))
    write_together(files)
    return tuple(published)


def fill_furniture(board: Board, document: Document, shell: Shell) -> dict[str, bytes]:
    """The shell's headers and footers, filled with what every page of the document says."""
    as_at = f", as at {document.as_at}" if document.as_at else ""
    names = {
        "board_name": board.details.title,
        "title": document.title,
        "short_title": document.short_title or document.title,
        "marking": document.printed_marking,
        "draft": f"DRAFT version {document.version}" if document.is_draft else "",
        "version": f"Version {document.version}{as_at}" if document.version else "The records as they were read",
        "notice": board.details.notice or "",
    }
    return {
        name: compile_text(data.decode()).render(names).encode()
        for name, data in shell.parts.items()
        if re.fullmatch(r"word/(header|footer)\d*\.xml", name)
    }


def _properties(board: Board, document: Document) -> Properties:
    return Properties(
        title=f"{document.title} - {board.details.title}",
        subject=document.subject or document.title,
        author=board.details.title,
        date=document.as_at.latest.isoformat() if document.as_at else "",
        version=document.version,
        state=document.issue.state.value if document.issue else "draft",
    )

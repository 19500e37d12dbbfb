"""Register entries: the documents that a board's register asks for, and what keeps one from being built."""

from collections.abc import Iterable

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.errors import OutlineError
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.location import Place
from bscb_docs.diagnostics.suggestions import NAME_PLUGIN, did_you_mean, is_misspelt
from bscb_docs.plugin_api.document import Document, Paper
from bscb_docs.plugin_api.registry import Catalogue
from bscb_docs.plugin_api.section import Outline
from bscb_docs.records import Board, ByName, RegisterEntry, fold

CLASH_MEND = "Give one of them another id."


def document_names(board: Board, catalogue: Catalogue) -> tuple[str, ...]:
    """The documents that are built: those in the register, in its order, else every outline of the pack."""
    if board.documents:
        return tuple(entry.id for entry in board.documents if outline_of(entry, catalogue))
    return tuple(sorted(outline.name for outline in catalogue.outlines.values() if outline.paper is Paper.PACK))


def documents_called(board: Board, name: str) -> tuple[str, ...]:
    """The documents that a name stands for: one, or all that an entry of the register has which says `for each`."""
    own = (entry.id for entry in board.documents if entry.one_of and fold(entry.one_of) == fold(name))
    return (name,) if board.find(RegisterEntry, name) else tuple(own) or (name,)


def all_called(board: Board, names: Iterable[str]) -> tuple[str, ...]:
    """The documents that those names stand for, each once."""
    return tuple(dict.fromkeys(own for name in names for own in documents_called(board, name)))


def refuse_several(board: Board, name: str) -> None:
    """OutlineError where that name stands for a document for each body, and one is wanted."""
    if (own := documents_called(board, name)) != (name,):
        raise OutlineError(f"{name} is a document for each body. Name the one that is meant: {', '.join(own)}.")


def clashes(documents: Iterable[Document]) -> Iterable[tuple[Document, str]]:
    """Each document that would be written over another, as their files would bear one name, and what is said of it."""
    first = ByName[Document]()
    for document in documents:
        other = first.setdefault(document.file_name, document)
        if other.name != document.name:
            yield document, f"{document.title} and {other.title} would both be written to {document.file_name}."


def same_files(board: Board, documents: Iterable[Document]) -> Iterable[Finding]:
    """A finding for each document that would be written over another."""
    for document, message in clashes(documents):
        entry = board.find(RegisterEntry, document.name)
        yield finding_of("DOC-08", message, entry.place if entry else Place(), CLASH_MEND, document.name)


def outline_of(entry: RegisterEntry | None, catalogue: Catalogue) -> Outline | None:
    """The outline a register entry follows; one that lists its own sections needs none of the catalogue's."""
    if entry is None:
        return None
    found = catalogue.outlines.get(entry.outline or entry.id)
    lists_own = entry.sections and entry.outline in (None, entry.one_of)
    return found or (Outline(entry.id, entry.title, ()) if lists_own else None)


def unbuildable(entry: RegisterEntry, catalogue: Catalogue) -> Finding:
    """The finding that a document of the register is not built: nothing says which sections it has."""
    outlines = sorted(outline.name for outline in catalogue.outlines.values() if outline.paper is not Paper.WORKING)
    listed = f"Write a line `section:` for each section, or after `outline:` one of {', '.join(outlines)}."
    if entry.outline:
        message = f"{entry.title} is not built: there is no outline called {entry.outline}."
    else:
        message = f"{entry.title} is not built: it has no sections, and there is no outline called {entry.id}."
    name = entry.outline or entry.id
    field = "" if is_misspelt(name, outlines) else "section"  # of a plugin's outline, perhaps
    mend = did_you_mean(name, outlines) or f"{listed} {NAME_PLUGIN}"
    return finding_of("DOC-03", message, entry.place, mend, entry.id, field=field)

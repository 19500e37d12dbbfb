"""Board job: one board to be built among many, in this process or another, and what became of it."""

from functools import lru_cache
from pathlib import Path

from attrs import frozen

from bscb_docs.diagnostics.errors import BscbDocsError, StoppedError
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.output.manifest import enter, hash_sources, look_up
from bscb_docs.plugin_api.plugin_files import plugin_sources


@frozen
class BoardResult:
    """What became of one board: its files, what was found, and in `error` why not all was written, if so."""

    board: Path
    files: tuple[Path, ...] = ()
    findings: tuple[Finding, ...] = ()
    error: str = ""
    unchanged: bool = False
    """True where the files of an earlier run were left as they are."""


@frozen
class Job:
    """One board to be built, in words that any process understands."""

    board: Path
    documents: tuple[str, ...] | None
    out: Path
    pages: bool
    plugins: tuple[Path, ...]


def run_job(job: Job) -> BoardResult:
    """Builds one board unless nothing changed since; whatever goes wrong is told in the result."""
    try:
        return unchanged(job) or _publish_all(job)
    except StoppedError as fault:
        return BoardResult(job.board, fault.written, fault.findings, error=f"{job.board.name}: {fault}")
    except BscbDocsError as fault:
        return BoardResult(job.board, error=f"{job.board.name}: {fault}")
    except Exception as fault:
        what = f"{type(fault).__name__}: {fault}"
        return BoardResult(job.board, error=f"{job.board.name}: bscb-docs itself failed. Please report this: {what}")


def unchanged(job: Job) -> BoardResult | None:
    """What an earlier run said of the board, where nothing that its documents depend on has changed since."""
    known = look_up(job.out, hash_job(job))
    return BoardResult(job.board, *known, unchanged=True) if known else None


def hash_job(job: Job) -> str:
    """A hash of all that the board's documents depend on; LibreOffice counts where it numbers their pages."""
    office = ""
    if job.pages:
        from bscb_docs.pdf import find_office

        office = _version_of(find_office())
    plugins = [source for path in job.plugins for source in plugin_sources(path)]
    return hash_sources(job.board, job.out, plugins, f"{job.pages} {office} {job.documents}")


@lru_cache(maxsize=4)
def _version_of(office: Path | None) -> str:
    """LibreOffice's version, asked once a process: to ask starts it."""
    from bscb_docs.pdf import office_version

    return f"{office} {office_version()}"


def _publish_all(job: Job) -> BoardResult:
    from bscb_docs.api.board_check import read_board
    from bscb_docs.api.board_lists import document_names
    from bscb_docs.api.pipeline import publish_pack

    key = hash_job(job)
    board = read_board(job.board, plugins=job.plugins)
    names = document_names(board) if job.documents is None else job.documents
    published = publish_pack(board, names, job.out, pages=job.pages)
    found = dict.fromkeys(finding for document in published for finding in document.findings)
    files = tuple(document.saved.path for document in published)
    enter(job.out, key, files, found)
    return BoardResult(job.board, files, tuple(found))

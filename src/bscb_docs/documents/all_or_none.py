"""All or none: the files of what may be written, each of them or not one."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.follow_ons import without_follow_ons
from bscb_docs.documents.built_document import BuiltDocument, Published
from bscb_docs.output.atomic_files import write_together
from bscb_docs.output.files import find_place


def deliver(
    built: Iterable[BuiltDocument], printed: Mapping[str, bytes], folder: Path, found: tuple[Finding, ...]
) -> tuple[Published, ...]:
    """Every document in its file, its PDF beside it, and what was found; SavingError where all stays as it was."""
    published, files = [], {}
    for document in built:
        saved = find_place(folder / document.file_name, document.data)
        if saved.changed:
            files[saved.path] = document.data
        sealed = printed.get(document.file_name)
        beside = find_place(saved.path.with_suffix(".pdf"), sealed) if sealed else None
        if sealed and beside and beside.changed:
            files[beside.path] = sealed
        old = _old_pdf(saved.path) if saved.changed and not sealed else ()
        findings = without_follow_ons((*found, *document.findings, *old))
        published.append(Published(document, saved, findings, beside.path if beside else None))
    write_together(files)
    return tuple(published)


def _old_pdf(word_file: Path) -> Iterator[Finding]:
    """The finding that a PDF of an earlier build lies beside a Word file that is written anew."""
    pdf = word_file.with_suffix(".pdf")
    if pdf.exists():
        message = f"{pdf.name} is of an earlier build than {word_file.name}: send it to nobody."
        yield finding_of("PDF-05", message, mend="Build with --pdf, or delete it.")

"""Delivery: the files of a pack, written all of them or none."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from attrs import evolve

from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.follow_ons import without_follow_ons
from bscb_docs.documents.built_document import BuiltDocument, Published
from bscb_docs.output.atomic_files import write_together
from bscb_docs.output.files import find_place


def deliver(
    built: Iterable[BuiltDocument], printed: Mapping[str, bytes], folder: Path, found: tuple[Finding, ...]
) -> tuple[Published, ...]:
    """Every document in its file, and its PDF beside it where `printed` has one; `found` is told with each of them.

    SavingError where a file cannot be written: then every other is as it was.
    """
    published, files = [], {}
    for document in built:
        saved = find_place(folder / document.file_name, document.data)
        if saved.changed:
            files[saved.path] = document.data
        sealed = printed.get(document.file_name)
        beside = find_place(saved.path.with_suffix(".pdf"), sealed) if sealed else None
        if sealed and beside and beside.changed:
            files[beside.path] = sealed
        old = saved.path.with_suffix(".pdf") if saved.changed and not sealed else None
        findings = without_follow_ons((*found, *_with_old_pdf(document.findings, old)))
        published.append(Published(document, saved, findings, beside.path if beside else None))
    write_together(files)
    return tuple(published)


def _with_old_pdf(findings: Iterable[Finding], old: Path | None) -> Iterator[Finding]:
    """The findings; that a PDF is not written names the one of an earlier build, beside another Word file."""
    told = f" {old.name} is of an earlier build: send it to nobody." if old and old.exists() else ""
    for each in findings:
        yield evolve(each, message=each.message + told) if each.code == "PDF-04" else each

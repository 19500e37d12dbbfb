"""Delivery: the files of a pack, written all of them or none."""

from collections.abc import Iterable, Mapping
from pathlib import Path

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
        findings = without_follow_ons((*found, *document.findings))
        published.append(Published(document, saved, findings, beside.path if beside else None))
    write_together(files)
    return tuple(published)

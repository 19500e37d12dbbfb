"""Word file: any Word document on a disk, held to what a finished document is held to."""

from __future__ import annotations

from pathlib import Path

from bscb_docs.diagnostics.finding import Finding
from bscb_docs.document_check import checker
from bscb_docs.output.files import is_as_built


def check_document(path: str | Path) -> tuple[Finding, ...]:
    """Whether any Word file, also one made by hand, is valid, safe and accessible: what is wrong with it, and where.

    A file as this library built it is held to the house's own form too. FileNotFoundError where there is none.
    """
    data = Path(path).read_bytes()
    return checker.check_document(data, Path(path).name, built=is_as_built(data))

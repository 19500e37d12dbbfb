"""Template file: a section's Word template on a disk, looked at without data."""

from __future__ import annotations

from pathlib import Path

from bscb_docs.diagnostics.finding import Finding
from bscb_docs.ooxml.house_file import load_shell
from bscb_docs.template_check import inspection


def check_template(path: str | Path, *, page: type | None = None) -> tuple[Finding, ...]:
    """What would not work in a section's Word template, and where a person sees it in Word; needs no data.

    `page` is the class of the section's page, which the template's names are held against. FileNotFoundError where
    there is no such file.
    """
    return inspection.check_template(Path(path).read_bytes(), Path(path).name, page, load_shell())

"""Template file: a section's Word template on a disk, looked at without data."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from bscb_docs.diagnostics.finding import Finding
from bscb_docs.ooxml.house_file import house_file
from bscb_docs.template_check import inspection


def check_template(
    path: str | Path,
    *,
    page: type | None = None,
    styles: Iterable[str] = (),
    filters: Iterable[Callable[..., object]] = (),
    house: str | Path | None = None,
) -> tuple[Finding, ...]:
    """What would not work in a section's Word template, and where a person sees it in Word; needs no data.

    `page` is the class of the section's page, which the template's names are held against, `styles` and `filters` are
    what the section brings, and `house` is a board's own house.docx. FileNotFoundError where there is no such file.
    """
    file, brings = Path(path), (tuple(styles), tuple(filters))
    return inspection.check_template(file.read_bytes(), file.name, page, house_file(house), *brings)

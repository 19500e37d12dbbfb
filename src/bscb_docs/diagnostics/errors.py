"""What can go wrong, named by step and by whose fault it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bscb_docs.diagnostics.finding import Finding


class BscbDocsError(Exception):
    """The base of every error this library raises on purpose; its words are for the person who reads them."""


class BoardError(BscbDocsError):
    """The board folder cannot be read at all: it is missing, empty, or no folder."""


class StoppedError(BscbDocsError):
    """A document was not written because of its findings; `findings` holds every one of them."""

    def __init__(self, message: str, findings: Iterable[Finding] = ()) -> None:
        super().__init__(message)
        self.findings = tuple(findings)


class TemplateError(BscbDocsError):
    """A Word template cannot be used; the words say where a person sees the fault in Word."""


class PluginError(BscbDocsError):
    """A plugin broke its promise; the words name the plugin and what its author should do."""


class OutlineError(BscbDocsError):
    """A document or section was asked for that nobody offers; the words name the nearest one."""


class SavingError(BscbDocsError):
    """A file could not be written; what stood there before still stands."""


class PdfError(BscbDocsError):
    """No PDF could be made; the words say what to install or mend."""

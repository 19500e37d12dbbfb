"""What can go wrong, named by step and by whose fault it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from bscb_docs.diagnostics.location import NOWHERE, Place
from bscb_docs.diagnostics.phrases import sentences

if TYPE_CHECKING:
    from pathlib import Path

    from bscb_docs.diagnostics.finding import Finding


class BscbDocsError(Exception):
    """The base of every error this library raises on purpose; its words are for the person who reads them."""


class BoardError(BscbDocsError):
    """The board folder cannot be read at all: it is missing, empty, or no folder."""


class DanglingRefError(BoardError):
    """A record names another that the board does not hold; the words name the record, its field and the name."""


class FieldError(BscbDocsError, ValueError, TypeError):
    """A value does not fit what was made with it; the words name both, what is wrong, and what to write.

    `fault` is "what is wrong; what to do", as a class's `from_text` or `check_values` words it.
    """

    def __init__(self, where: str, fault: str) -> None:
        super().__init__(f"{where}: {' '.join(filter(None, sentences(fault)))}")


class UndeclaredOptionError(FieldError):
    """A section's code asks for an option that the section does not declare, so that no register can set it."""

    def __init__(self, option: str, mend: str) -> None:
        super().__init__("document.option", f'the section declares no option "{option}"; {mend}')
        self.option = option


class StoppedError(BscbDocsError):
    """A document was not written because of its findings; `findings` holds every one of them.

    `written` has the Word files of those documents of the pack that were written all the same: its drafts.
    """

    def __init__(self, message: str, findings: Iterable[Finding] = ()) -> None:
        super().__init__(message)
        self.findings = tuple(findings)
        self.written: tuple[Path, ...] = ()


class TemplateError(BscbDocsError):
    """A Word template cannot be used, and where in Word a person sees why; `code` is that of its finding."""

    def __init__(self, message: str, mend: str = "", code: str = "PLG-01") -> None:
        super().__init__(f"{message} {mend}".rstrip())
        self.message = message
        self.mend = mend
        self.code = code


class PluginError(BscbDocsError):
    """A plugin broke its promise; the words name the plugin and what its author should do.

    `place` is the line of the plugin's own file at which it failed, where that is known; `explains` is what follows
    from it, as a finding says it.
    """

    def __init__(self, message: str, place: Place = NOWHERE, explains: Iterable[tuple[str, str]] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.place = place
        self.explains = tuple(explains)

    def __str__(self) -> str:
        """The place, if one is known, and the message."""
        return f"{self.place}: {self.message}" if self.place.file else self.message


class OptionError(PluginError):
    """A board's register gives a section an option that it cannot take: the register's fault, and not the plugin's.

    `fault` is "what is wrong; what to do", as who reads the option's words says it, and `unknown` the name in them that
    no record bears. `section` is the section's name, `document` the one that has it, and `place` where the register has
    the option: who asked the section knows them.
    """

    def __init__(
        self,
        option: str,
        fault: str,
        section: str = "",
        place: Place = NOWHERE,
        *,
        document: str = "",
        unknown: str = "",
    ) -> None:
        wrong, self.mend = sentences(fault)
        super().__init__(f"The section {section} cannot take its option {option}: {wrong}", place)
        self.option = option
        self.fault = fault
        self.section = section
        self.document = document
        self.unknown = unknown

    def at(self, section: str, place: Place, document: str) -> OptionError:
        """The same, told of that section of that document at that place."""
        return OptionError(self.option, self.fault, section, place, document=document, unknown=self.unknown)

    def __str__(self) -> str:
        """The place, if one is known, the message, and what to write."""
        return f"{super().__str__()} {self.mend}".rstrip()


class OutlineError(BscbDocsError):
    """A document or section was asked for that nobody offers; the words name the nearest one."""


class MisplacedError(BscbDocsError):
    """A section cannot stand where it was asked for, and is left out; the words say why."""


class SavingError(BscbDocsError):
    """A file could not be written; what stood there before still stands."""


class PdfError(BscbDocsError):
    """No PDF could be made; the words say what to install or mend."""

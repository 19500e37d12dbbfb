"""Place: where a person finds a value, in a record file, a table or a Word document."""

from __future__ import annotations

import inspect
import re
from contextlib import suppress
from pathlib import Path, PurePosixPath

from attrs import frozen

from bscb_docs.diagnostics.compared_values import Compared

_ODD = frozenset("\\:\0")


def _natural(words: str) -> list[str]:
    """What words are ordered by, so that row 3 stands before row 11."""
    return [part.zfill(7) if part.isdigit() else part for part in re.split(r"(\d+)", words)]


@frozen
class Place(Compared):
    """A file as the board sees it (relative to its folder), a line and column from 1 (0: the whole file)."""

    file: str = ""
    line: int = 0
    column: int = 0
    within: str = ""
    """Where no line exists: "sheet Meetings, cell B4", "table 2, row 3, cell 1"."""

    def __lt__(self, other: Place) -> bool:
        """True of what stands before the other: in a file whose name comes first, or further up."""
        return self._order < other._order

    @property
    def _order(self) -> tuple[str, int, int, list[str]]:
        return self.file, self.line, self.column, _natural(self.within) if self.within else []

    def __str__(self) -> str:
        """The place as a person reads it: `plan.md:12:5` or `meetings.xlsx, cell B4`."""
        numbers = f":{self.line}" if self.line else ""
        numbers += f":{self.column}" if self.line and self.column else ""
        return ", ".join(part for part in (f"{self.file}{numbers}", self.within) if part)

    @property
    def in_words(self) -> str:
        """The place as a sentence says it: `plan.md, line 12`."""
        return f"{self.file}, line {self.line}" if self.line else str(self)

    def down(self, lines: int, column: int = 1) -> Place:
        """The place that many lines further down the same file."""
        return Place(self.file, self.line + lines, column, self.within) if self.line else self


NOWHERE = Place()


def place_of_class(kind: type) -> Place:
    """The line at which a class begins; nowhere where no file has it."""
    with suppress(OSError, TypeError):
        return Place(Path(inspect.getsourcefile(kind) or "").name, inspect.getsourcelines(kind)[1])
    return NOWHERE


def class_at(kind: type) -> str:
    """A class by its name and, in brackets, the line at which it begins."""
    place = str(place_of_class(kind))
    return f"{kind.__name__} ({place})" if place else kind.__name__


def leads_out(name: str) -> bool:
    """True of a name that is no path below the folder or file it is looked for in, on any computer."""
    parts = PurePosixPath(name).parts
    return not parts or name.startswith("/") or ".." in parts or not _ODD.isdisjoint(name)

"""Card edits: words written into the cards of a board's files, and all else left as typed."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from attrs import frozen

from bscb_docs.diagnostics.errors import BoardError
from bscb_docs.diagnostics.location import Place
from bscb_docs.history.edited_passages import EditedPassage
from bscb_docs.history.typed_words import parted
from bscb_docs.output.atomic_files import write_together
from bscb_docs.output.text_files import BOM, end_of, last_field, lines_as_typed, put_below
from bscb_docs.records import Board, Issue, fold

KEPT = ".before-edits"
"""The folder in a board's folder that copies are kept in; reading passes it over."""
_HEADING = re.compile(r" {0,3}#")


@frozen
class BroughtHome:
    """A file of records that was changed, and the copy of it as it was before."""

    file: Path
    copy: Path

    def __str__(self) -> str:
        """What was done, and how it is undone."""
        return f"{self.file} was changed. To undo it, put the copy back: {self.copy}"


def write_edits(board: Board, edits: Iterable[EditedPassage]) -> tuple[BroughtHome, ...]:
    """The changes written into the board's files, each copied first; or BoardError, and none of them."""
    if board.folder is None:
        raise BoardError("This board was read from no folder, so that there is no file to write into.")
    before: dict[str, list[str]] = {}
    after: dict[str, list[str]] = {}
    for edit in edits:
        name = edit.place.file
        if name not in before:
            before[name] = lines_as_typed(board.folder / name)
            after[name] = list(before[name])
        _edit(after[name], edit)
    done = tuple(BroughtHome(board.folder / name, _free(board.folder / KEPT, name)) for name in before)
    copies = {each.copy: lines for each, lines in zip(done, before.values(), strict=True)}
    changed = {each.file: lines for each, lines in zip(done, after.values(), strict=True)}
    write_together({path: "".join(lines).encode() for path, lines in (copies | changed).items()})
    return done


def _edit(lines: list[str], edit: EditedPassage) -> None:
    """Makes the change in the lines of a file, none of which changes its index; BoardError where it cannot be made."""
    if edit.line is None:
        raise BoardError(f"This can only be told, not written: {edit}")
    old, new = edit.line
    start = edit.place.line - 1
    typed = lines[start : start + old.count("\n") + 1] or [""]
    at = edit.place.column - 1 + typed[0].startswith(BOM)
    before, words, after = parted("\n".join(line.rstrip("\r\n") for line in typed)[at:])
    if words != old:
        raise BoardError(f'{edit.place}: "{old[:60]}" no longer stands there. Compare the file anew.')
    written = typed[0][:at] + before + new.replace("\n", end_of(typed[0])) + after + end_of(typed[-1])
    lines[start : start + len(typed)] = [written, *[""] * (len(typed) - 1)]


def _free(folder: Path, name: str) -> Path:
    """A name in the folder that no copy bears yet."""
    flat = name.replace("/", "-")
    number = 1
    while (place := folder / f"{number}-{flat}").exists():
        number += 1
    return place


def changed_cards(folder: Path, old: Sequence[Issue], new: Sequence[Issue]) -> dict[str, str]:
    """The files of the register of documents with the new lines in the versions' cards; or BoardError without one."""
    files: dict[str, list[str]] = {}
    for before, now in zip(old, new, strict=True):
        name = before.place.file
        if name not in files:
            files[name] = lines_as_typed(folder / name) if name.endswith(".md") else []
        fields = {
            "state": (now.state.value,),
            "check code": (now.check_code,) if now.check_code else (),
            "approved by": now.approved_by,
        }
        _put_fields(files[name], before.place, fields)
    return {name: "".join(lines) for name, lines in files.items()}


def _put_fields(lines: list[str], place: Place, values: Mapping[str, Sequence[str]]) -> None:
    """Gives the card at that place those fields, a line for each value, in place of any it had.

    A value never goes on in a further line: reading stops at one that seems to.
    """
    at = place.line - 1
    if not 0 <= at < len(lines) or not _HEADING.match(lines[at].removeprefix(BOM)):
        mend = "Write it as a card, as in: # Issue report 1.0"
        raise BoardError(f"{place}: the version stands in a table, where issuing cannot write. {mend}")
    for each in range(at + 1, last_field(lines, at) + 1):
        if fold(lines[each].partition(":")[0]) in values:
            lines[each] = ""
    put_below(lines, at, (f"{name}: {value}" for name, given in values.items() for value in given))

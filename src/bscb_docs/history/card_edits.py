"""Card edits: words written into the cards of a board's files, and all else left as typed."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from attrs import frozen

from bscb_docs.diagnostics.errors import BoardError
from bscb_docs.diagnostics.location import Place
from bscb_docs.history.edited_passages import EditedPassage
from bscb_docs.output.atomic_files import write_together
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
    """The changes written into the board's files, all of them or none; each file is copied first.

    BoardError where a change cannot be written, or its words no longer stand where they did.
    """
    if board.folder is None:
        raise BoardError("This board was read from no folder, so that there is no file to write into.")
    before: dict[str, bytes] = {}
    after: dict[str, str] = {}
    for edit in edits:
        name = edit.place.file
        if name not in before:
            before[name] = (board.folder / name).read_bytes()
            after[name] = _text(before[name], name)
        after[name] = _edited(after[name], edit)
    done = tuple(BroughtHome(board.folder / name, _free(board.folder / KEPT, name)) for name in before)
    copies = {each.copy: data for each, data in zip(done, before.values(), strict=True)}
    files = {each.file: text.encode() for each, text in zip(done, after.values(), strict=True)}
    write_together({**copies, **files})
    return done


def _text(data: bytes, name: str) -> str:
    """The text of a file of the board, each line end as it is; BoardError where it is not in UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        mend = "Save it as UTF-8, as bscb-docs check says."
        raise BoardError(f"{name} is not saved as UTF-8, so that nothing can be written into it. {mend}") from None


def _edited(text: str, edit: EditedPassage) -> str:
    """The text of a file with the change; BoardError where it cannot be made."""
    if edit.line is None:
        raise BoardError(f"This can only be told, not written: {edit}")
    old, new = edit.line
    lines = text.split("\n")
    start, stop = edit.place.line - 1, edit.place.line + old.count("\n")
    passage = "\n".join(line.removesuffix("\r") for line in lines[start:stop])
    if old not in passage:
        raise BoardError(f'{edit.place}: "{old[:60]}" no longer stands there. Compare the file anew.')
    first, last = ("\r" * lines[at].endswith("\r") for at in (start, stop - 1))
    changed = passage.replace(old, new, 1).replace("\n", f"{first}\n") + last
    return "\n".join([*lines[:start], changed, *lines[stop:]])


def _free(folder: Path, name: str) -> Path:
    """A name in the folder that no copy bears yet."""
    flat = name.replace("/", "-")
    number = 1
    while (place := folder / f"{number}-{flat}").exists():
        number += 1
    return place


def with_fields(text: str, place: Place, values: Mapping[str, Sequence[str]]) -> str:
    """The text of a file whose card at that place has those fields, a line for each value, in place of any it had.

    All else stays as typed. BoardError where the version stands in no card that a line can be written into.
    """
    lines = text.split("\n")
    at = place.line - 1
    if not 0 <= at < len(lines) or not _HEADING.match(lines[at].lstrip("\ufeff")):
        mend = "Write it as a card, as in: # Issue report 1.0"
        raise BoardError(f"{place}: the version stands in a table, where issuing cannot write. {mend}")
    end = at + 1
    while end < len(lines) and lines[end].strip():
        end += 1
    kept = [line for line in lines[at + 1 : end] if fold(line.partition(":")[0]) not in values]
    stop = "\r" if lines[at].endswith("\r") else ""
    new = [f"{name}: {value}{stop}" for name, given in values.items() for value in given]
    return "\n".join([*lines[: at + 1], *new, *kept, *lines[end:]])


def changed_cards(folder: Path, old: Sequence[Issue], new: Sequence[Issue]) -> dict[str, str]:
    """The files of the register of documents with the new lines in the cards of the versions, by name."""
    texts: dict[str, str] = {}
    for before, now in sorted(zip(old, new, strict=True), key=lambda pair: pair[0].place, reverse=True):
        name = before.place.file
        if name not in texts:
            texts[name] = _text((folder / name).read_bytes(), name) if name.endswith(".md") else ""
        fields = {
            "state": (now.state.value,),
            "check code": (now.check_code,) if now.check_code else (),
            "approved by": now.approved_by,
        }
        texts[name] = with_fields(texts[name], before.place, fields)
    return texts

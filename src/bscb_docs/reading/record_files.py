"""The record files of a board's folder; what lies there and cannot be read is named, with what to do about it."""

import os
import re
from pathlib import Path

from attrs import evolve, frozen

from bscb_docs.diagnostics.errors import BoardError
from bscb_docs.diagnostics.location import Place
from bscb_docs.reading.encoding import decode
from bscb_docs.reading.gathered_findings import Gathered
from bscb_docs.records.register import ISSUED_FOLDER

_READ = {".md", ".csv", ".xlsx"}
_WORD = ".docx"
_PACKED = b"PK\x03\x04"
"""The first bytes of a Word file, whatever its name."""
TEXTS = (".odt", ".rtf", ".htm", ".html")
UNREAD = {
    ".xls": 'In Excel, choose File, Save As, and the type "Excel Workbook (*.xlsx)".',
    ".xlsm": 'In Excel, choose File, Save As, and the type "Excel Workbook (*.xlsx)".',
    ".ods": 'Save it as an Excel workbook (.xlsx) or as "CSV UTF-8".',
    ".tsv": 'Save it as "CSV UTF-8 (Comma delimited)".',
    **dict.fromkeys(
        TEXTS,
        'If it holds records, choose in Word File, Save As, "Plain Text", UTF-8, and a name that ends in .md; else '
        "move it out of the folder.",
    ),
}
"""Files of tables and texts that are not read, and how each is saved as one that is."""
FOREIGN = frozenset({".docx", ".doc", ".txt", ".text", ".markdown", *UNREAD})
"""No files of records; those that hold some are told of."""
_HIDDEN_END = re.compile(r"(.+\.(?:md|csv))\.txt", re.IGNORECASE)
"""What Notepad makes of "plan.md", and Windows hides: plan.md.txt."""

LARGEST = 20 * 1024 * 1024
"""Bytes of a file: the records of a board for ten years take a tenth of it."""


@frozen
class RecordFile:
    """A file with its name as the board sees it; `data` are an .xlsx file's bytes, `text` any other's words."""

    name: str
    suffix: str
    text: str = ""
    data: bytes = b""
    refused: bool = False
    """True where its words were read only to know which records the board means to have."""

    @property
    def stem(self) -> str:
        """Its name without the ending."""
        return self.name[: -len(self.suffix)]

    @property
    def place(self) -> Place:
        """The file as a whole."""
        return Place(self.name)


def gather(folder: Path, report: Gathered) -> list[RecordFile]:
    """Every record file by name, then those of other programs; BoardError where there is nothing to read."""
    if not folder.exists():
        raise BoardError(f'There is no folder "{folder}". Check how its name is spelt and where it lies.')
    if folder.suffix.lower() == ".zip":
        raise BoardError(f'"{folder}" is a packed folder. Unpack it (Extract All), and name the folder that comes out.')
    if not folder.is_dir():
        raise BoardError(f'"{folder}" is a file. Name the folder that the board\'s records lie in.')
    try:
        paths = _walk(folder.resolve(), report)
    except OSError as error:
        raise BoardError(f'The folder "{folder}" cannot be opened: {error.strerror}.') from error
    found = [(name, path) for name, path in paths if path.suffix.lower() in _READ]
    hidden = [name for name, _ in paths if _HIDDEN_END.fullmatch(name)]
    if not found:
        why = f' Rename "{hidden[0]}" to "{hidden[0][:-4]}".' if hidden else ""
        if other := next((name for name, path in paths if path.suffix.lower() in FOREIGN and not hidden), ""):
            what = "a Word file" if other.lower().endswith(_WORD) else "no file of records"
            mend = UNREAD.get(Path(other).suffix.lower(), "Save it as plain text, UTF-8, named so that it ends in .md.")
            why = f" {other} is {what}. {mend}"
        raise BoardError(f'The folder "{folder}" holds no records: no file in it ends in .md, .csv or .xlsx.{why}')
    for name in hidden:
        _report_hidden(name, report)
    unread = [_read(name[:-4], path, Gathered()) for name, path in paths if name in hidden]
    files = [file for name, path in found if (file := _read(name, path, report))]
    files += [evolve(file, refused=True) for file in unread if file]
    others = [(name, path) for name, path in paths if path.suffix.lower() in FOREIGN and name not in hidden]
    return [
        *files,
        *(RecordFile(name, path.suffix.lower(), data=data) for name, path in others if (data := _read_foreign(path))),
    ]


def _read_foreign(path: Path) -> bytes:
    """The bytes of another program's file; nothing of one that cannot be opened or is too large for records."""
    try:
        return path.read_bytes() if path.stat().st_size <= LARGEST else b""
    except OSError:
        return b""


def holds_records(folder: Path) -> bool:
    """True where there is a record file; where a folder cannot be opened, too, so that its error is told on reading."""
    try:
        return any(path.suffix.lower() in _READ for _, path in _walk(folder.resolve(), Gathered()))
    except OSError:
        return True


def _report_hidden(name: str, report: Gathered) -> None:
    """The finding for a file with a second ending; its place names no file, so that it stands before all others."""
    mend = (
        f'Rename it to "{name[:-4]}": in File Explorer choose View and tick "File name extensions", then take .txt '
        'off its name. In Notepad, save with "All files" as the type.'
    )
    message = f'"{name}" is in the folder and is not read, since its name ends in .txt.'
    report.add("FIL-10", message, Place(within=name), mend)


def _walk(root: Path, report: Gathered) -> list[tuple[str, Path]]:
    """Names and paths of all files below the root, without hidden ones, Office's lock files and links out."""
    found = []

    def refuse(error: OSError) -> None:
        if Path(error.filename or root) == root:
            raise error
        place = Place(_shown(root, Path(error.filename)))
        report.add("FIL-05", f"This folder cannot be opened: {error.strerror}.", place)

    for folder, inner, files in os.walk(root, onerror=refuse):
        issued = {ISSUED_FOLDER} if Path(folder) == root else set()
        inner[:] = sorted(name for name in inner if not name.startswith(".") and name not in issued)
        links = [name for name in inner if (Path(folder) / name).is_symlink()]
        for name in sorted([*files, *links]):
            path = Path(folder) / name
            if name.startswith((".", "~$")):
                if name.endswith(".icloud"):
                    told = f"{name[1:-7]} is in iCloud and not on this computer."
                    report.add("FIL-05", told, Place(_shown(root, path)), "Open it once, so that it is fetched.")
                continue
            if path.is_symlink():
                _refuse_link(path, root, report)
            else:
                found.append((_shown(root, path), path))
    return sorted(found)


def _refuse_link(path: Path, root: Path, report: Gathered) -> None:
    """A finding for a link that leads out of the folder; one that stays inside leads to what is read anyway."""
    place = Place(_shown(root, path))
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):  # RuntimeError: a link that leads to itself
        report.add("FIL-04", "This is a link that leads nowhere.", place, "Put the file itself here.")
        return
    if not target.is_relative_to(root):
        mend = "Put the file itself into the folder: what lies elsewhere can change unseen."
        report.add("FIL-04", "This is a link that leads out of the board's folder.", place, mend)


def _shown(root: Path, path: Path) -> str:
    """The path below the root with "/" between its parts, and a mark for each byte that is no letter."""
    return os.fsencode(path.relative_to(root).as_posix()).decode("utf-8", "replace")


def _read(name: str, path: Path, report: Gathered) -> RecordFile | None:
    place, suffix = Place(name), path.suffix.lower()
    if not path.is_file():
        report.add("FIL-05", "This is no file that can be read.", place, "Take it out of the folder.")
        return None
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= LARGEST else b""
    except OSError as error:
        mend = "Close it in other programs, and ask whoever keeps the folder for leave to read it."
        report.add("FIL-05", f"The file cannot be opened: {error.strerror}.", place, mend)
        return None
    if size > LARGEST:
        message = f"The file has {size / 1048576:.0f} MB; at most {LARGEST // 1048576} MB are read."
        mend = "Divide it into several files, one a year, and take out what is no record."
        report.add("FIL-03", message, place, mend)
        return None
    if suffix == ".xlsx":
        file = RecordFile(name, suffix, data=data)
    elif words := decode(data, name, suffix, report):
        file = RecordFile(name, suffix, words.text, refused=words.refused)
    else:
        return RecordFile(name, _WORD, data=data, refused=True) if data.startswith(_PACKED) else None
    if file.data.strip() or file.text.strip():
        return file
    report.add("FIL-06", "The file is empty.", place, "Fill it, restore it from a copy, or take it away.")
    return None

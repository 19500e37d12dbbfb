"""Issued versions: what lies in a board's folder `issued`, read once, and what is wrong with it."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import evolve, field, frozen

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.location import Place
from bscb_docs.history.bagit_folder import INFO, faults_of, info_of
from bscb_docs.history.issue_lines import IssueLine, read_lines
from bscb_docs.interchange.board_json import read_json
from bscb_docs.output.files import is_left_behind, read_named
from bscb_docs.output.text_files import text_as_typed
from bscb_docs.records import Board, fold
from bscb_docs.records.register import ISSUED_FOLDER

REGISTER = "register.jsonl"
RECORDS = "records.json"
_RESTORE = "Restore it from a copy: what is issued is never written again."


@frozen(eq=False)
class IssuedVersion:
    """One version that stands: its line in the register of issues, and the folder that its files lie in."""

    line: IssueLine
    folder: Path = field(repr=False)

    def __str__(self) -> str:
        """`version 1.0 of accountability-report`."""
        return f"version {self.line.version} of {self.line.document}"

    def file(self, suffix: str) -> bytes | None:
        """The frozen file with that ending, of which it has one or none."""
        return next((read_named(path) for path in sorted((self.folder / "data").glob(f"*{suffix}"))), None)

    def board(self, now: Board) -> Board:
        """The board as its records were when it was issued, with the kinds, plugins and pictures that it has now.

        BoardError where the records are gone, or were changed so that they cannot be read.
        """
        text = text_as_typed(self.folder / "data" / RECORDS)
        return evolve(read_json(text, now.kinds, now.plugins), folder=now.folder)


@frozen(eq=False)
class IssuedVersions:
    """Every version that stands, in the order of issue; what is wrong in their folder."""

    versions: tuple[IssuedVersion, ...] = ()
    findings: tuple[Finding, ...] = ()
    """What was damaged, changed or put there since."""

    def find(self, document: str, version: str) -> IssuedVersion | None:
        """That version of that document, if it was issued."""
        return next((each for each in self.versions if each.line.is_of(document, version)), None)

    def latest(self, document: str = "") -> IssuedVersion | None:
        """The version of that document, else of any, that was issued last."""
        wanted = (
            each for each in reversed(self.versions) if not document or fold(each.line.document) == fold(document)
        )
        return next(wanted, None)


def issued_versions(board: Board) -> IssuedVersions:
    """What the board has issued; looked through once for each reading of the board."""
    return board.keep(_read)


def _read(board: Board) -> IssuedVersions:
    root = board.folder / ISSUED_FOLDER if board.folder else None
    if root is None or not root.is_dir():
        return IssuedVersions()
    try:
        text = (root / REGISTER).read_bytes().decode("utf-8", "replace")
    except OSError:
        text = ""
    lines, faults = read_lines(text)
    versions = tuple(IssuedVersion(line, root / line.folder) for line in lines)
    found = [
        finding_of(
            "ISS-02", f"Line {n} of the register of issues {what}.", Place(f"{ISSUED_FOLDER}/{REGISTER}", n), _RESTORE
        )
        for n, what in faults
    ]
    return IssuedVersions(versions, (*found, *_damage(versions), *_strays(root, versions)))


def _damage(versions: Iterable[IssuedVersion]) -> Iterator[Finding]:
    for each in versions:
        for name, what in faults_of(each.folder, each.line.bag):
            place = Place(f"{ISSUED_FOLDER}/{each.line.folder}/{name}")
            message = f"{Path(name).name} of {each}, issued on {each.line.on}, {what}."
            yield finding_of("ISS-02", message, place, "" if what == "was put there later" else _RESTORE)
        info = info_of(each.folder)
        for label, value in each.line.labels.items():
            if label in info and info[label] != value:
                said = f'says "{info[label]}", and the register of issues "{value}"'
                place = Place(f"{ISSUED_FOLDER}/{each.line.folder}/{INFO}")
                yield finding_of("ISS-02", f"{INFO} of {each} {said}.", place, _RESTORE)


def _strays(root: Path, versions: Iterable[IssuedVersion]) -> Iterator[Finding]:
    """What lies among the issues and belongs to none: a file of one's own, or what an interrupted run left behind."""
    known = [root / REGISTER, *(each.folder for each in versions)]
    for path in sorted(root.rglob("*")):
        is_known = any(path == each or each in path.parents for each in known)
        if path.is_file() and not is_left_behind(path) and not is_known:
            name = path.relative_to(root).as_posix()
            message = f"{name} lies among the issues and belongs to none of them; it is not read."
            yield finding_of("ISS-03", message, Place(f"{ISSUED_FOLDER}/{name}"))

"""Issue writer: the frozen files of versions, their lines in the register of issues, and the cards of the register.

Frozen files are written first, then the register of issues, then the board's register of documents. A run that is
killed between two of them leaves files that belong to no issue; given again, the same lines come to their end.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from attrs import evolve

from bscb_docs.diagnostics.errors import BoardError
from bscb_docs.history.issue_lines import IssueLine, as_text, chained
from bscb_docs.history.issued_versions import REGISTER, IssuedVersion, IssuedVersions, issued_versions
from bscb_docs.output.atomic_files import write_together
from bscb_docs.records import Board
from bscb_docs.records.register import ISSUED_FOLDER


def write_issues(
    board: Board, folder: Path, made: Sequence[tuple[IssueLine, Mapping[str, bytes]]], cards: Mapping[str, str]
) -> tuple[IssuedVersion, ...]:
    """The versions of those lines, their bags written into the board's folder, with both registers: or none of it.

    `cards` are the changed files of the board's register by name. BoardError for a version that was issued otherwise;
    SavingError where a file cannot be written.
    """
    root, standing = folder / ISSUED_FOLDER, issued_versions(board)
    new = [(line, bag) for line, bag in made if not _stands(standing, line)]
    files = {root / line.folder / name: data for line, bag in new for name, data in bag.items()}
    if new:
        files[root / REGISTER] = as_text(chained((each.line for each in standing.versions), (line for line, _ in new)))
    files |= {folder / name: text.encode() for name, text in cards.items()}
    write_together(files)
    return tuple(IssuedVersion(line, root / line.folder) for line, _ in made)


def _stands(standing: IssuedVersions, line: IssueLine) -> bool:
    """True of a version whose issue was cut off before its card was written; BoardError for one issued otherwise."""
    done = standing.find(line.document, line.version)
    if done and evolve(line, before=done.line.before) != done.line:
        raise issued_before(done)
    return done is not None


def issued_before(done: IssuedVersion) -> BoardError:
    """What is said of a version that stands already."""
    return BoardError(f"{str(done).capitalize()} was issued on {done.line.on} already. Give it a new version.")

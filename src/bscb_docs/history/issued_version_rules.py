"""Issue rules: what the records of today say against those that were issued last, as far as they could be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.errors import BoardError
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.location import Place
from bscb_docs.history.issued_versions import RECORDS, IssuedVersion, IssuedVersions, issued_versions
from bscb_docs.history.record_pairs import called, pairs
from bscb_docs.records import TARGETS, Board, Issue, IssueState, Record, Update, fold
from bscb_docs.records.plain_values import plain
from bscb_docs.records.register import ISSUED_FOLDER
from bscb_docs.rules.engine import Printed

_CHANGED = (("", "issued"),)
"""That a version is no longer printed as it was issued: what its records became says why."""
_OF_READING = "FIL", "REC"
"""Families that tell of a file or a record that was left out."""
_LEAVE_UPDATES_OUT = "FIL", "REC", "REF"
"""Families of what leaves an update out: its file, itself, or the work that it is about."""


@frozen
class Unread:
    """The findings of reading that left something out."""

    findings: Sequence[Finding]

    @classmethod
    def of(cls, board: Board) -> Unread:
        """What of a board could not be read."""
        return cls(tuple(each for each in board.findings if each.stops))

    def holds_field(self, name: str, place: Place, *fields: str) -> bool:
        """True where one of those fields of that record, or a line that is no field, could not be read."""
        own = (each for each in self.findings if fold(each.about) == fold(name) and each.place.file == place.file)
        return any(not each.field or each.field in fields for each in own)

    def may_hold(self, name: str, *families: str) -> bool:
        """True where a record of that name may be in what was left out: it is named there, or nobody can say."""
        left_out = (each for each in self.findings if each.code.startswith(families or _OF_READING))
        return any(not each.about or fold(name) in fold(each.message) for each in left_out)


@frozen(eq=False)
class _Cited:
    """The versions that stand, the last one first, and what each document prints now."""

    board: Board
    versions: Sequence[IssuedVersion]
    printed: Sequence[Printed]

    def holding(self, old: Record, now: Record | None) -> IssuedVersion:
        """The last version, of a document that prints the record now, in which it stood so; else the last of any."""
        names = {fold(each.entry.id) for each in self.printed if id(now) in each.holds}
        own = (each for each in self.versions if fold(each.line.document) in names)
        return next((each for each in own if self._holds(each, old)), self.versions[0])

    def _holds(self, version: IssuedVersion, old: Record) -> bool:
        try:
            return old in version.board(self.board).of(type(old))
        except BoardError:
            return False


def check_issues(board: Board, printed: Sequence[Printed] = ()) -> tuple[Finding, ...]:
    """What is wrong among the versions that stand, and what the board's records do that no later record may.

    A finding names the version that a reader finds the record in, by what each document prints.
    """
    issued = issued_versions(board)
    states = (each for version in issued.versions for each in check_card(board, version))
    found = [*issued.findings, *states, *check_register(board), *_unkept(board, issued)]
    if latest := issued.latest():
        try:
            then = latest.board(board)
        except BoardError:
            place = Place(f"{ISSUED_FOLDER}/{latest.line.folder}/data/{RECORDS}")
            mend = "Restore the file from a copy, and name every plugin with --plugin."
            return (*found, finding_of("ISS-02", f"The records of {latest} cannot be read.", place, mend))
        unread, cited = Unread.of(board), _Cited(board, issued.versions[::-1], printed)
        found += _vanished(then, board, latest, unread)
        for rule in (_moved, _updated):
            found += rule(then, board, cited, unread)
    return tuple(found)


def check_register(board: Board) -> Iterator[Finding]:
    """A version that the register of documents lists twice, or that has a code and that nobody issued."""
    first: dict[tuple[str, str], Issue] = {}
    issued = {id(_card(board, version)) for version in issued_versions(board).versions}
    for issue in board.of(Issue):
        other = first.setdefault((fold(issue.about), fold(issue.version)), issue)
        if other is not issue:
            message = f"Version {issue.version} of {issue.about} is listed already, at {other.place}."
            yield finding_of("ISS-04", message, issue.place, about=issue.about)
        elif issue.check_code and issue.place.file and id(issue) not in issued:
            message = (
                f"Version {issue.version} of {issue.about} has a check code, and is not in the register of issues."
            )
            yield finding_of("ISS-02", message, issue.place, "Restore the folder of issues from a copy.", issue.about)


def check_card(board: Board, version: IssuedVersion) -> Iterator[Finding]:
    """What the card of a version in the register of documents says otherwise than the register of issues."""
    line, card = version.line, _card(board, version)
    if card is None:
        message = f"The register of documents no longer lists {version}, which was issued on {line.on}."
        yield finding_of("ISS-05", message, mend="Put its card back.", about=line.document)
        return
    said, approval = f"{str(version).capitalize()} was issued", f"{line.by}, {line.on}"
    if card.state.value != line.state:
        message = f"{said} as {line.state} on {line.on}; its card says {card.state.value}."
        yield finding_of("ISS-05", message, card.place, about=line.document)
    if line.state == IssueState.APPROVED.value and fold(approval) not in map(fold, card.approved_by):
        message = f"{said} by {line.by} on {line.on}; its card does not say so."
        yield finding_of("ISS-05", message, card.place, f"Write it back: approved by: {approval}", line.document)
    if card.check_code != line.code:
        message = f"{said} with the check code {line.code}; its card has {card.check_code or 'none'}."
        yield finding_of("ISS-05", message, card.place, "Write it back.", line.document)


def _card(board: Board, version: IssuedVersion) -> Issue | None:
    listed = board.versions(version.line.document)
    return next((each for each in listed if fold(each.version) == fold(version.line.version)), None)


def _unkept(board: Board, issued: IssuedVersions) -> Iterator[Finding]:
    """A document whose version in hand is called approved, and of which no version was ever issued."""
    for entry in board.documents:
        issue = board.issue(entry.id)
        is_kept = issued.latest(entry.id) is not None
        if issue and issue.state is IssueState.APPROVED and not is_kept and board.folder:
            message = f"Version {issue.version} of {issue.about} is approved and was never issued: nothing keeps it."
            yield finding_of("ISS-09", message, issue.place, about=issue.about, cause="approved and never issued")


def _vanished(then: Board, board: Board, latest: IssuedVersion, unread: Unread) -> Iterator[Finding]:
    for kind in TARGETS:
        now = {fold(each.id) for each in board.of(kind)}
        for work in then.of(kind):
            if fold(work.id) not in now and not unread.may_hold(work.id):
                message = f"{kind.__name__} {work.id} was in the records of {latest}, and is gone."
                yield finding_of("ISS-06", message, about=work.id, explains=_CHANGED)


def _moved(then: Board, board: Board, cited: _Cited, unread: Unread) -> Iterator[Finding]:
    for kind in TARGETS:
        for work in board.of(kind):
            old = then.find(kind, work.id)
            if old is None:
                continue
            now = {move.to for move in work.moved}
            lines = () if unread.holds_field(work.id, work.place, "moved") else old.moved
            for gone in dict.fromkeys(move.to for move in lines if move.to not in now):
                version = cited.holding(old, work)
                message = f"The deadline of {work.id} had moved to {gone} when {version} was issued; that line is gone."
                mend = f"Write it back, moved: to {gone}, and add what moved it since beneath."
                yield finding_of("ISS-07", message, work.place, mend, work.id, explains=_CHANGED)
            if old.due not in (None, work.due) and not unread.holds_field(work.id, work.place, "due"):
                was = f"The deadline of {work.id} was {old.due} when {cited.holding(old, work)} was issued"
                message = f"{was}, and is {work.due or 'gone'} now; nothing says who moved it."
                mend = f"Write it back, and below it: moved: to {work.due or '...'}, on ..., by ..., because ..."
                yield finding_of("ISS-07", message, work.place, mend, work.id, explains=_CHANGED)


def _updated(then: Board, board: Board, cited: _Cited, unread: Unread) -> Iterator[Finding]:
    for old, new in pairs(then.of(Update), board.of(Update)):
        if old is None or (new and not _changed(old, new)) or _is_unread(old, new, unread):
            continue
        what = "is gone" if new is None else f"was changed: {', '.join(_changed(old, new))}"
        is_elsewhere = new is not None and fold(new.about.name) != fold(old.about.name)
        if new and is_elsewhere:
            what = f"stands under {new.about.name} now"
        version = cited.holding(old, new)
        message = f"{called(old, board.kinds)} stood in the records of {version}, and {what}."
        place, field = new.place if new else Place(), "about" if is_elsewhere else ""
        yield finding_of("ISS-08", message, place, about=old.about.name, field=field, explains=_CHANGED)


def _is_unread(old: Update, new: Update | None, unread: Unread) -> bool:
    if new is None:
        return unread.may_hold(old.about.name, *_LEAVE_UPDATES_OUT)
    return unread.holds_field(new.about.name, new.place, *_changed(old, new))


def _changed(old: Update, new: Update) -> list[str]:
    """The fields that differ, as a board types them; a period told since, as by the name of a table, is no change."""
    period = ("period",) if old.period else ()
    names = ("about", "status", "as_at", *period, "by", "next", "kept", "mark", "shown_by", "text")
    return [name.replace("_", " ") for name in names if plain(getattr(old, name)) != plain(getattr(new, name))]

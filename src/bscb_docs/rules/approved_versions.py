"""Rules of approval: who approved a version, whether its appendices are approved too, and versions that rise."""

import re
from collections.abc import Collection, Iterator

from bscb_docs import records
from bscb_docs.diagnostics.compared_values import kept_by_class
from bscb_docs.diagnostics.finding import Severity
from bscb_docs.diagnostics.phrases import joined
from bscb_docs.records import fold
from bscb_docs.records.field_types import hints_of, parts_of
from bscb_docs.records.names import gathered
from bscb_docs.rules.approval_faults import against_approval, too_early
from bscb_docs.rules.engine import Findings, Pack, finding_of, rule
from bscb_docs.rules.english.dates import date_of
from bscb_docs.rules.told_meetings import LOGGED

_NEW_BOARD = "Change the notice in board.md"
"""What the notice of `bscb-docs new board` says of itself."""
_INVENTED = re.compile(r"(?:Exampleshire|Alex Sample|Sam Sample|example\.org)\b")
"""The names and addresses that `bscb-docs new board` invents: every one of its own bears one of these."""
_NUMBERED = re.compile(r"v?(\d+(?:\.\d+)*)", re.IGNORECASE)


@rule("DOC-05")
def approved_by_nobody(pack: Pack) -> Findings:
    """An approved version that does not say who approved it, or on a day against which the records speak."""
    for issue in filter(_is_approved, pack.board.of(records.Issue)):
        is_latest = issue is pack.board.issue(issue.about)  # the log may not go back to those before
        if not issue.approved_by:
            message = f"Version {issue.version} of {issue.about} is approved, and nothing says by whom."
            mend = "Write beneath its heading: approved by: the body or person, and the date. Or: state: for approval."
            softer = None if is_latest else Severity.CHECK
            yield finding_of("DOC-05", message, issue.place, mend, issue.about, softer=softer)
        for line in issue.approved_by:
            by, _, typed = line.rpartition(",")
            if not (on := date_of(typed)):
                continue  # who approved is words: where they end in no day, nothing can be said of it
            against = (
                against_approval(pack.board, [issue], by.strip(), on)
                if is_latest
                else too_early(issue, on, issue.as_at)
            )
            if against:
                message, mend = against
                about, field = issue.about, f"approved by, {LOGGED}"
                yield finding_of("DOC-05", message, issue.place, mend, about, softer=Severity.CHECK, field=field)


@rule("DOC-06")
def unapproved_appendices(pack: Pack) -> Findings:
    """An approved document that binds in a document which is not approved."""
    for entry in pack.board.documents:
        issue = pack.board.issue(entry.id)
        if issue is None or not _is_approved(issue):
            continue
        bound = [found for name in entry.appendices if (found := pack.board.find(records.RegisterEntry, name))]
        waiting = [each.title for each in bound if not _is_approved(pack.board.issue(each.id))]
        if waiting:
            is_not = "is not" if len(waiting) == 1 else "are not"
            message = f"{entry.title} is approved and binds in {joined(waiting)}, which {is_not}."
            mend = "Approve what is bound in first, or write of this version: state: for approval."
            yield finding_of("DOC-06", message, issue.place, mend, entry.id)


@rule("DOC-11")
def unrecorded(pack: Pack) -> Findings:
    """Work without a recorded owner or deadline in a document for approval; in drafts, where most have one."""
    printed: dict[int, tuple[records.Target, list[str]]] = {}
    for document in pack.documents:
        sent = [] if pack.board.is_draft(document.entry) else [document.entry.title]
        works = (each for each in document.records if isinstance(each, records.Target))
        for work in {id(each): each for each in works}.values():
            printed.setdefault(id(work), (work, []))[1].extend(sent)
    for work, titles in printed.values():
        for missing in _missing(work) if titles else ():
            message = (
                f"The {missing} of {work.id} is not recorded, and the {_called(work)} is printed in "
                f"{' and in '.join(titles)}."
            )
            mend = "Find it out and record it; to print it so, accept this check: the reason stays with you."
            yield finding_of("DOC-11", message, work.place, mend, work.id)
    yield from _left_out(printed.values())


@rule("DOC-12")
def left_of_a_new_board(pack: Pack) -> Findings:
    """What `bscb-docs new board` invented, names and notice, where a document is for approval, or approved."""
    board = pack.board
    titles = [entry.title for entry in board.documents if not board.is_draft(entry)]
    if not titles:
        return
    if _NEW_BOARD in (board.details.notice or ""):
        message = f"The notice still says that the names are invented, on every page of {joined(titles)}."
        mend = "Write a notice of your own, or take the line notice: away."
        yield finding_of("DOC-12", message, board.details.place, mend, board.details.title)
    if board.only(records.BoardDetails) is None:
        message = f"No card says what the board is called, and {joined(titles)} would call it {board.details.title}."
        mend = "Write a heading that begins with # Board: and ends with its name."
        yield finding_of("DOC-12", message, next(issue.place for issue in board.of(records.Issue)), mend)
    for record in board.records:
        said = " ".join([str(getattr(record, name)) for name in _texts(type(record))])
        if found := _INVENTED.search(said):
            message = f'"{found[0]}" is an invention of `bscb-docs new board`, and still stands here.'
            yield finding_of("DOC-12", message, record.place, "Write what is yours.", cause="names of a new board")


@kept_by_class
def _texts(kind: type) -> tuple[str, ...]:
    """The fields of a class that hold words."""
    return tuple(
        name
        for name, hint in hints_of(kind).items()
        if any(isinstance(part, type) and issubclass(part, str | records.Prose) for part in parts_of(hint))
    )


def _left_out(printed: Collection[tuple[records.Target, list[str]]]) -> Findings:
    """Actions and tasks of which nothing says an owner or a deadline, where more than half of their years have one.

    With each come the documents for approval that print it: where there is none, it is a note.
    """
    drafted = {id(work) for work, sent in printed if not sent}
    works = (work for work, _ in printed if isinstance(work, records.Action | records.Task))
    for alike in gathered(((type(work), work.years), work) for work in works).values():
        for field, what in (("owner", "owner"), ("due", "deadline")):
            lacking = [work for work in alike if not (work.owned_by if field == "owner" else work.deadline)]
            silent = [work for work in lacking if not work.gap(field)] if len(lacking) * 2 < len(alike) else []
            for work in silent:
                message = (
                    f"{_called(work).capitalize()} {work.id} has no {what}, and most that are printed with it have one."
                )
                mend = f"Write it, or: {field}: not recorded, because ..."
                softer = Severity.NOTE if id(work) in drafted else None
                yield finding_of("DOC-11", message, work.place, mend, work.id, softer=softer, field=field)


def _called(work: records.Target) -> str:
    return type(work).__name__.lower()


def _missing(work: records.Target) -> Iterator[str]:
    """What the board says of work that it never recorded, and still has not."""
    if work.gap("owner") and not work.owned_by:
        yield "owner"
    if work.gap("due") and not work.deadline:
        yield "deadline"


def _is_approved(issue: records.Issue | None) -> bool:
    return issue is not None and issue.state is records.IssueState.APPROVED


@rule("DOC-07")
def falling_versions(pack: Pack) -> Findings:
    """A version of a document that is no number, or lower or of an earlier day than the version listed before it."""
    before: dict[str, records.Issue] = {}
    for issue in pack.board.of(records.Issue):
        last = before.get(fold(issue.about))
        number, other = _number(issue.version), _number(last.version) if last else ()
        if not (number and issue.version[0].isdigit()):
            message = f'The version "{issue.version}" of {issue.about} is no number.'
            typed = re.sub(r"[^\d.]", "", issue.version.replace(",", ".")).strip(".")
            mend = "Number it, as in 0.1, and write what it is beneath it: state: draft."
            mend = f"Write: # Issue {issue.about} {typed}" if typed else mend
            yield finding_of("DOC-07", message, issue.place, mend, issue.about, field="version")
        if last and number and number < other:
            message = f"Version {issue.version} of {issue.about} is listed after version {last.version}."
            mend = "The last one listed is the one that is built: put them in order, oldest first, or mend the number."
            yield finding_of("DOC-07", message, issue.place, mend, issue.about)
        elif last and issue.as_at and last.as_at and issue.as_at.surely_before(last.as_at):
            message = f"Version {issue.version} of {issue.about} is as at {issue.as_at}, and version {last.version} "
            message += f"before it as at {last.as_at}."
            yield finding_of("DOC-07", message, issue.place, "Mend the day of one of the two.", issue.about)
        elif last and issue.as_at and issue.as_at == last.as_at and _is_approved(last) and number != other:
            message = f"Version {issue.version} of {issue.about} is as at {issue.as_at}, the day of {last.version}, "
            message += f"which is approved{_too_late(pack, issue, issue.as_at)}."
            mend = "Give it its own day, and the document too, where that has an as at: of its own."
            yield finding_of("DOC-07", message, issue.place, mend, issue.about, field="as at")
        before[fold(issue.about)] = issue


def _too_late(pack: Pack, issue: records.Issue, day: records.PartialDate) -> str:
    """The work of a document that was moved after the day of its version, and is printed as it was before."""
    printed = [document for document in pack.documents if fold(document.entry.id) == fold(issue.about)]
    works = dict.fromkeys(each for document in printed for each in document.records if isinstance(each, records.Target))
    late = [work.id for work in works if any(move.on and day.surely_before(move.on) for move in work.moved)]
    were = "was" if len(late) == 1 else "were"
    return f"; {joined(late)} {were} moved after that day, which it does not print" if late else ""


def _number(version: str) -> tuple[int, ...]:
    """The parts of a version's number; () where it is none."""
    match = _NUMBERED.fullmatch(version)
    return tuple(map(int, match[1].split("."))) if match else ()

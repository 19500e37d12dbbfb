"""Document control: every version of the document, who wrote and approved it, and which other papers tell more."""

from collections.abc import Iterator

from attrs import frozen

from bscb_docs import (
    Blocks,
    Board,
    Document,
    Issue,
    IssueState,
    Part,
    Record,
    RegisterEntry,
    Runs,
    Section,
    Text,
    fold,
    hookimpl,
    house_template,
    labelled,
    points,
    say,
)


@frozen
class VersionRow:
    """One version; what changed and who approved are lists of points."""

    version: str
    date: str
    author: str
    changed: Blocks
    approved: Blocks


@frozen
class ControlPage:
    """The versions, the latest first; and, where asked for, the other papers of the register with what each tells."""

    versions: tuple[VersionRow, ...]
    others: tuple[Runs, ...]


def make_page(board: Board, document: Document) -> ControlPage | None:
    """The versions that the register lists, the last as at the document's day; nothing where it lists none."""
    rows = tuple(
        VersionRow(
            version=f"{issue.version} ({say(issue.state.value)})",
            date=str(issue.as_at or (position == 0 and document.as_at) or say("Not recorded")),
            author=issue.author or say("Not recorded"),
            changed=points(issue.changed, say("Not recorded")),
            approved=_approvals(issue, _unapproved(issue, is_last=position == 0)),
        )
        for position, issue in enumerate(issues_of(board, document))
    )
    others = tuple(_pointer(entry) for entry in _others(board, document))
    return ControlPage(rows, others) if rows else None


def _others(board: Board, document: Document) -> list[RegisterEntry]:
    """By the option `with other papers`, the other documents of the register, but for those bound in or of a series."""
    own = {document.original, *(appendix.name for appendix in document.appendices)}
    entries = board.of(RegisterEntry) if document.option("with", _other_papers, default=False) else ()
    return [entry for entry in entries if entry.id not in own and not entry.one_of]


def _other_papers(words: str) -> bool:
    if fold(words) != "other papers":
        raise ValueError(f'"{words}" is nothing that can stand there; write: with other papers')
    return True


def _pointer(entry: RegisterEntry) -> Runs:
    """A document, and what it tells where that is recorded."""
    return labelled(entry.title, entry.subject, ends=False) if entry.subject else (Text(entry.title),)


def printed(board: Board, document: Document) -> Iterator[Record]:
    """The versions of the document, and the other documents."""
    yield from (*issues_of(board, document), *_others(board, document))


def _unapproved(issue: Issue, *, is_last: bool) -> str:
    """What stands where nobody approved a version: one that a later version followed waits for nobody."""
    if issue.state is IssueState.APPROVED:
        return say("Not recorded")
    return say("Not approved yet") if is_last else say("Not approved; a later version followed")


def _approvals(issue: Issue, missing: str) -> Blocks:
    """Who approved a version, and the check code that was read into the minutes."""
    if issue.check_code is None:
        return points(issue.approved_by, missing)
    return points((*(issue.approved_by or (missing,)), say("Check code {code}", code=issue.check_code)), missing)


def issues_of(board: Board, document: Document) -> list[Issue]:
    """The versions of the document, the latest first."""
    return list(reversed(board.versions(document.name)))


@hookimpl.sections
def sections() -> list[Section[ControlPage]]:
    """The section `document-control`."""
    template = house_template("document_control")
    return [
        Section("document-control", template, ControlPage, make_page, Part.FRONT, options=("with",), prints=printed)
    ]

"""Document control: every version of the document, who wrote it, what changed and who approved it."""

from attrs import frozen

from bscb_docs import Blocks, Board, Document, Issue, IssueState, Part, Section, hookimpl, house_template, points, say


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
    """The versions, the latest first."""

    versions: tuple[VersionRow, ...]


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
    return ControlPage(rows) if rows else None


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
    return [Section("document-control", template, ControlPage, make_page, Part.FRONT, prints=issues_of)]

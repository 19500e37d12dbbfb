"""Document control: every version of the document, who wrote and approved it, and which other papers tell more."""

from collections.abc import Iterator

from attrs import frozen

from bscb_docs import (
    Blocks,
    Board,
    CoverReport,
    Document,
    Issue,
    IssueState,
    Part,
    PartialDate,
    Record,
    Ref,
    RegisterEntry,
    Runs,
    Section,
    Text,
    did_you_mean,
    fold,
    hookimpl,
    house_template,
    labelled,
    meetings_to_come,
    papers_of,
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
    others: Runs


def make_page(board: Board, document: Document) -> ControlPage | None:
    """The versions that the register lists, the last as at the document's day; nothing where it lists none."""
    rows = tuple(
        VersionRow(
            version=f"{issue.version} ({say(issue.state.value)})",
            date=str(issue.as_at or (position == 0 and document.as_at) or say("Not recorded")),
            author=issue.author or say("Not recorded"),
            changed=points(issue.changed, say("Not recorded")),
            approved=_approvals(issue, _unapproved(board, document, issue, is_last=position == 0)),
        )
        for position, issue in enumerate(issues_of(board, document))
    )
    found = [run for entry in _others(board, document) for run in _pointer(entry)]
    others = (Text(say("Where else to look: ")), *found) if found else ()
    return ControlPage(rows, others) if rows else None


def _others(board: Board, document: Document) -> list[RegisterEntry]:
    """By the option `with other papers`, those of the register that it names, or all but those of a series.

    Neither the document itself nor one that is bound in.
    """
    own = {document.original, *(appendix.name for appendix in document.appendices)}
    found = document.option("with", lambda words: list(_chosen(words, board)), list[RegisterEntry]())
    return [entry for entry in found if entry.id not in own]


def _chosen(words: str, board: Board) -> Iterator[RegisterEntry]:
    what, colon, names = words.partition(":")
    if fold(what) != "other papers":
        raise ValueError(f'"{words}" is nothing that can stand there; write: with other papers')
    if not colon:
        yield from (entry for entry in board.of(RegisterEntry) if not entry.one_of)
        return
    typed = (each.of for each in board.translations)
    entries = (each for each in (*board.of(RegisterEntry), *typed) if isinstance(each, RegisterEntry))
    named = {name: entry.id for entry in entries for name in (entry.short_title, entry.id, entry.title) if name}
    known = {fold(name): id_ for name, id_ in named.items()}
    parts = names.split(",")
    while parts:  # a title may have a comma in it
        heads = (fold(",".join(parts[:size])) for size in range(len(parts), 0, -1))
        head = next((head for head in heads if head in known), None)
        if head is None:
            mend = did_you_mean(parts[0].strip(), named, "Write the title of a document that the register lists.")
            raise ValueError(f'"{parts[0].strip()}" is no paper of the register; {mend}')
        yield board.get(Ref[RegisterEntry](known[head]))
        del parts[: head.count(",") + 1]


def _pointer(entry: RegisterEntry) -> Runs:
    """A document, and what it tells where that is recorded."""
    return labelled(entry.title, entry.subject) if entry.subject else (Text(f"{entry.title}. ", strong=True),)


def printed(board: Board, document: Document) -> Iterator[Record]:
    """The versions of the document, and the other documents; of a cover report the day of its meeting alone."""
    yield from (*issues_of(board, document), *_others(board, document))


def _unapproved(board: Board, document: Document, issue: Issue, *, is_last: bool) -> str:
    """What stands where nobody approved a version: the meeting that it goes to; one that was followed has none."""
    if issue.state is IssueState.APPROVED:
        return say("Not recorded")
    if not is_last:
        return say("Not approved; a later version followed")
    day: PartialDate | None = None
    if report := next(_reports(board, document), None):
        body, day = board.get(report.report_to), report.meeting
    elif issue.goes_to:
        body = board.get(issue.goes_to)
        day = next((each.date for each in meetings_to_come(board, body)), None)
    else:
        return say("Not yet; no meeting is recorded")
    told = "Not yet; it goes to the {body} on {day}" if day else "Not yet; it goes to the {body}"
    return say(told, body=body.title, day=day)


def _reports(board: Board, document: Document) -> Iterator[CoverReport]:
    """The cover reports that bring the document to a meeting after its day: itself, beside it, or bound into it."""
    day = document.as_at
    for report in sorted(board.of(CoverReport), key=lambda each: each.meeting.latest):
        papers = {each.id for each in papers_of(board, report)}
        if document.original in papers and not (day and report.meeting.surely_before(day)):
            yield report


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

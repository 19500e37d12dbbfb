"""Update replies: who was asked by form about a period, for how much each answered, and what was asked of the board."""

from collections.abc import Iterator

from attrs import frozen

from bscb_docs import (
    Board,
    Document,
    Figure,
    FigureSource,
    Layout,
    Outline,
    Paper,
    Period,
    Ratio,
    Reply,
    Request,
    Section,
    asked_periods,
    capital,
    counted,
    every,
    files_of,
    hookimpl,
    house_template,
    in_words,
    is_open,
    replies_of,
    reported_years,
    requested_words,
    say,
)


@frozen
class ReplyRow:
    """An owner: when it was asked, for how much it answered, for what not, and since when nothing changed there."""

    owner: str
    asked_on: str
    answered: str
    unanswered: str
    unchanged_since: str


@frozen
class RequestRow:
    """What an owner asks of the board: of which work, what, and why."""

    about: str
    by: str
    asks: str
    because: str


@frozen
class RepliesPage:
    """The replies to the forms of a period, and the requests that nobody has granted or refused yet."""

    period: str
    lead: str
    rows: tuple[ReplyRow, ...]
    requests: tuple[RequestRow, ...]


def make_page(board: Board, document: Document) -> RepliesPage | None:
    """The replies of the document's period, else of the last that forms were sent about; nothing where none were."""
    periods = asked_periods(board)
    period = document.period if document.period in periods else periods[-1] if periods else None
    if period is None:
        return None
    replies = replies_of(board, period)
    requests = tuple(_request(board, request) for request in board.of(Request) if is_open(board, request))
    return RepliesPage(str(period), _lead(replies), tuple(_row(reply) for reply in replies), requests)


def _lead(replies: tuple[Reply, ...]) -> str:
    """How many owners were asked, how many answered for all, and for how much updates were received."""
    whole = sum(not reply.unanswered for reply in replies)
    return say(
        "{owners} was asked, and {number} answered for all of it. Updates received: {received}."
        if len(replies) == 1
        else "{owners} were asked, and {number} answered for all of it. Updates received: {received}.",
        owners=counted(len(replies), "owner").capitalize(),
        number=in_words(whole),
        received=_received(replies),
    )


def _received(replies: tuple[Reply, ...]) -> Ratio:
    return Ratio(sum(len(reply.answered) for reply in replies), sum(reply.asked for reply in replies))


def _row(reply: Reply) -> ReplyRow:
    return ReplyRow(
        reply.owner,
        str(reply.form.asked_on),
        say("{part} of {whole}", part=len(reply.answered), whole=reply.asked),
        ", ".join(work.id for work in reply.unanswered) or say("Nothing"),
        str(reply.unchanged_since or say("No update yet")) if reply.unanswered else say("All is answered"),
    )


def _request(board: Board, request: Request) -> RequestRow:
    asks = capital("; ".join(requested_words(board, request)))
    by = board.get(request.by).title if request.by else say("Not recorded")
    return RequestRow(request.about.name, by, asks, request.because or say("Not recorded"))


def count_replies(board: Board) -> Iterator[Figure]:
    """For how much of what was asked in the months reported an update was received."""
    told = reported_years(board)
    months = told if told is None or isinstance(told, Period) else Period.of(told)
    periods = [period for period in asked_periods(board) if months and months.holds(period)]
    replies = tuple(reply for period in periods for reply in replies_of(board, period))
    missing = "" if replies else "no form of those months is recorded"
    said = f"{files_of(reply.form for reply in replies)}: what forms asked about" if replies else "the forms sent"
    value = _received(replies) if replies else None
    yield Figure("updates.received", value, f"{said}, with an update", ("updates received",), missing=missing)


@hookimpl.figures
def figures() -> list[FigureSource]:
    """For how much updates were received."""
    return [count_replies]


@hookimpl.sections
def sections() -> list[Section[RepliesPage]]:
    """The section `update-replies`."""
    template = house_template("update_replies")
    page = (RepliesPage, make_page)
    return [Section("update-replies", template, *page, layout=Layout.LANDSCAPE, prints=every(Request))]


@hookimpl.outlines
def outlines() -> list[Outline]:
    """The replies as a paper of their own, for whoever chases them."""
    return [Outline("update-replies", "Replies to Update Forms", ("update-replies",), paper=Paper.WORKING)]

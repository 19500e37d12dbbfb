"""Asked decisions: each with who decides by when, what it is about, and the options that a report gives for it."""

from collections.abc import Iterator

from attrs import evolve

from bscb_docs import (
    Action,
    AsideKind,
    Blocks,
    Board,
    Body,
    Document,
    Item,
    ItemList,
    Narrative,
    Objective,
    Organisation,
    Paragraph,
    PartialDate,
    Promise,
    Recommendation,
    Reference,
    RegisterEntry,
    Request,
    Run,
    Runs,
    Target,
    Task,
    Text,
    Wanted,
    Work,
    action_of,
    brief_of,
    capital,
    fold,
    is_decision,
    is_open,
    labelled,
    lead_to,
    listed,
    names_in,
    open_promises,
    parse,
    recommended_by,
    requested_words,
    say,
    wanted_of,
)

Asked = Request | Recommendation | Promise


def asked_of(board: Board, document: Document) -> Iterator[Asked]:
    """What is to be decided: promises of a decision, open requests of owners, recommendations without an answer."""
    asked: list[Asked] = [each for each in open_promises(board) if is_decision(each)]
    asked += [each for each in board.of(Request) if is_open(board, each)]
    asked += [each for each in board.of(Recommendation) if not each.response and not each.gap("response")]
    choice = document.choice
    yield from (each for each in asked if any(choice.of(board, [_about(board, each)])))


def told_in(board: Board, asked: Asked) -> list[Wanted]:
    """The decision that a report of that day wants of the work, or of what carries it on, as the report puts it."""
    work = _about(board, asked)
    above = action_of(board, work)
    works = [each for each in (work, above) if isinstance(each, Action | Objective)]
    later = (became.successor.name for each in works for became in each.became if became.successor)
    ids = set(map(fold, (*(each.id for each in works), *later)))
    known = (each for each in board.of(Narrative) if isinstance(asked, Promise) and _is_known(board, each))
    found = (wanted for each in known for wanted in wanted_of(each, AsideKind.DECISION))
    return [each for each in found if ids & set(map(fold, each.about))][:1]


def _is_known(board: Board, narrative: Narrative) -> bool:
    """True of the text of a report that is of the board's day or an earlier one."""
    entry = board.find(RegisterEntry, narrative.id)
    day = board.day_of(entry) if entry else None
    return bool(day and board.as_at and day.latest <= board.as_at.latest)


def decision_points(board: Board, document: Document) -> Blocks:
    """A numbered point for each decision; work leads to the first of those that are about it."""
    found, names = list[Item](), set[str]()
    for asked in asked_of(board, document):
        name = f"decide-{_about(board, asked).id}"
        *runs, last = _decision(board, document, asked)
        ended = evolve(last, text=last.text.rstrip()) if isinstance(last, Text) else last
        found.append(Item((Paragraph((*runs, ended)),), "" if name in names else name))
        names.add(name)
    return (ItemList(tuple(found), ordered=True),) if found else ()


def _about(board: Board, asked: Asked) -> Target:
    """The work that a request or a promise is about; a recommendation itself."""
    if isinstance(asked, Recommendation):
        return asked
    return board.get(asked.about if isinstance(asked, Request) else asked.update.about)


def _what(board: Board, asked: Asked) -> str:
    """What is to be decided, as a line."""
    if isinstance(asked, Promise):
        return capital(asked.commitment.what)
    if isinstance(asked, Recommendation):
        return say("An answer to a recommendation")
    return capital("; ".join(requested_words(board, asked)))


def _decision(board: Board, document: Document, asked: Asked) -> Iterator[Run]:
    """What somebody decides by when, about what, who asks, why where nothing else tells it, and what a report says."""
    work = _about(board, asked)
    yield from labelled(_what(board, asked), capital(_who(board, asked, work)))
    yield from (Text(f"{say('About')}: ", strong=True), *_called(board, work), Text(". "))
    if not isinstance(asked, Promise):
        yield from labelled(say("Asked by"), _by(board, asked) or say("not recorded"))
    if why := _why(document, asked):
        yield from (Text(f"{say('Why')}: ", strong=True), *why)
    for wanted in told_in(board, asked):
        entry = board.find(RegisterEntry, wanted.narrative.id)
        title = (entry.short_title or entry.title) if entry else wanted.narrative.id
        *said, last = (Text('"'), *_in_line(wanted.blocks))
        end = Text(f'{last.text.rstrip()}" ') if isinstance(last, Text) else last
        yield from (Text(f"{title}: ", strong=True), *said, end)


def _in_line(blocks: Blocks) -> Iterator[Run]:
    """The words of paragraphs and points, one after the other."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from (*block.runs, Text(" "))
        elif isinstance(block, ItemList):
            points = (item.blocks[0] for item in block.items)
            runs = [run for each in points if isinstance(each, Paragraph) for run in (Text("; "), *each.runs)]
            yield from (*runs[1:], Text(". "))


def _who(board: Board, asked: Asked, work: Target) -> str:
    """Who decides, unless what is promised names it: a recommendation's owner, of a request the board; and by when."""
    if isinstance(asked, Promise):
        bodies: tuple[Body | Organisation, ...] = board.of(Body, Organisation)
        is_named = bool(names_in(asked.commitment.what, (each.title for each in bodies)))
        unnamed = () if is_named else (say("who decides is not recorded"),)
        return ", ".join((*unnamed, *_when(asked.commitment.by, work.deadline))) or say("no day is set")
    if isinstance(asked, Recommendation):
        return listed([board.get(ref).title for ref in asked.owned_by]) or say("No owner")
    return f"{_who_agrees(board)}, {say('no day is set')}"


def _who_agrees(board: Board) -> str:
    """Who agreed to every move and change of owner so far, where that was always the same; else the board."""
    works: tuple[Work, ...] = board.of(Action, Objective, Task)
    agreed = {move.by for each in works for move in each.moved} | {
        new.by for each in works for new in each.changed_owners
    }
    titles = {board.get(by).title for by in agreed if by}
    return titles.pop() if len(titles) == 1 else board.details.title


def _by(board: Board, asked: Request | Recommendation) -> str:
    if isinstance(asked, Recommendation):
        return recommended_by(board, asked)
    return board.get(asked.by).title if asked.by else ""


def _why(document: Document, asked: Asked) -> Runs:
    """What was reported with a promise, unless the document tells that anyway; the reason of a request."""
    if isinstance(asked, Promise):
        is_told = any(name == "progress-report" for name, _ in document.beside)
        return () if is_told else tuple(_in_line(parse(asked.update.text)))
    if isinstance(asked, Recommendation):
        return ()
    return (Text(f"{(asked.because or say('not recorded')).rstrip('.')}. "),)


def _called(board: Board, work: Target) -> Runs:
    """An action by its number, an objective by its name and its action's number, a recommendation by its words."""
    if isinstance(work, Action):
        return (Reference(say("action"), work.id),)
    if isinstance(work, Recommendation):
        return (Text(brief_of(work).rstrip(".")),)
    above = action_of(board, work)
    return (*lead_to(work), Text(f" ({board.called(above)})" if above else ""))


def _when(by: PartialDate | None, deadline: PartialDate | None) -> Iterator[str]:
    """By when something is promised, and that this is after the deadline that it serves."""
    if by:
        is_late = deadline is not None and deadline.surely_before(by)
        yield say("{day}, after the deadline of {deadline}", day=by, deadline=deadline) if is_late else str(by)

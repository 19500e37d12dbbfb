"""Lessons: what a review, audit or inspection found and taught, what was asked in it, and what came of that."""

from collections.abc import Iterator

from attrs import frozen

from bscb_docs import (
    Answer,
    Audit,
    Blocks,
    Board,
    Bulletin,
    Inspection,
    Item,
    ItemList,
    Paragraph,
    Recommendation,
    Review,
    Runs,
    Text,
    because_of,
    begun,
    brief_of,
    carried_out_words,
    ended_with,
    labelled,
    listed,
    say,
    standing_of,
    work_line,
)

from .done_work import Source


@frozen
class Told:
    """What can be told of a source: the recommendations and bulletins, and whether another section tells of audits."""

    board: Board
    asked: tuple[Recommendation, ...]
    bulletins: tuple[Bulletin, ...]
    has_programme: bool


def learned_of(told: Told, source: Source) -> Blocks:
    """Its words, when it was and whose, and a point for each thing that was found, taught, asked or made of it."""
    facts = tuple(run for label, words in _facts(told.board, source) if words for run in labelled(label, words))
    found = tuple(Item(each) for each in _points(told, source))
    rest: Blocks = (ItemList(found),) if found else ()
    if not found and isinstance(source, Review):
        facts = *facts, Text(say("No recommendation and no bulletin of it is recorded."))
    return (*ended_with(source.text, facts), *rest)


def _facts(board: Board, source: Source) -> Iterator[tuple[str, str]]:
    if isinstance(source, Audit):
        yield say("Carried out"), carried_out_words(board, source)
        yield say("By"), board.get(source.by).title if source.by else ""
    elif isinstance(source, Inspection):
        yield say("Date"), str(source.date or "")
        yield say("By"), source.by or ""
    else:
        yield say("Published"), str(source.published or "")
        yield say("Themes"), listed(source.themes)


def _points(told: Told, source: Source) -> Iterator[Blocks]:
    """What was found, what bulletins teach of it, what was asked and how that stands, and what an audit led to.

    A bulletin that draws on several stands in full with the first, and is named with the others.
    """
    board = told.board
    if isinstance(source, Audit):
        yield from ((Paragraph((*_label(say("Found")), Text(each))),) for each in source.findings)
    for each in told.bulletins:
        drawn = [board.get(ref) for ref in each.draws_on]
        if source in drawn:
            yield begun(_bulletin(each, source), ": ", each.text if drawn[0] is source else None)
    yield from (_answered(board, each) for each in told.asked if each.of and board.get(each.of) is source)
    if isinstance(source, Audit) and not told.has_programme:
        works = [work_line(board, standing_of(board, board.get(ref))) for ref in source.actions]
        works += [] if works or not source.findings else [(Text(say("nothing yet")),)]
        yield from ((Paragraph((*_label(say("Led to")), *each)),) for each in works)


def _bulletin(bulletin: Bulletin, source: Source) -> Runs:
    """What it is called and its day, with the themes that its source does not have."""
    own = source.themes if isinstance(source, Review) else ()
    more = listed([theme for theme in bulletin.themes if theme not in own])
    named = (
        bulletin.title or bulletin.id,
        str(bulletin.published or ""),
        say("on {themes}", themes=more) if more else "",
    )
    return *_label(say("Taught in a bulletin")), Text(", ".join(filter(None, named)))


def _answered(board: Board, asked: Recommendation) -> Blocks:
    """A recommendation with how it stands, whose it is while it is open, an answer that is no plain yes, and more."""
    answer, standing = asked.response, standing_of(board, asked)
    reason = because_of(answer.because) if answer else ""
    if asked.is_refused:
        said = f"{brief_of(asked).rstrip('.')}: {say('not accepted')}{reason}"
        return (Paragraph((*_label(say("Asked")), Text(said))),)
    said = f"; {say('accepted in part')}{reason}" if answer and answer.answer is Answer.IN_PART else ""
    said = said if answer else f"; {say('not answered yet')}"
    runs = (*_label(say("Asked")), *work_line(board, standing), Text(said))
    return begun(runs, ". ", standing.update.text if standing.update else None)


def _label(words: str) -> Runs:
    return (Text(f"{words}: ", strong=True),)

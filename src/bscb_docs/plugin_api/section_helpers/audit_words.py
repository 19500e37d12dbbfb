"""Audit words: when an audit was carried out, or whether it should have been by now."""

from bscb_docs.languages.house_words import say
from bscb_docs.records import Audit, Board


def carried_out_words(board: Board, audit: Audit) -> str:
    """When it was, or that it was not yet; and whether that is later than planned, or its time has passed."""
    planned, done, day = audit.planned, audit.carried_out, board.as_at
    past = done.earliest if done else day.earliest if day else None
    said = done.short if done else say("not yet")
    if not (planned and past and planned.latest < past):
        return said
    late = say("later than planned") if done else say("its time has passed")
    return f"{said} ({late})"

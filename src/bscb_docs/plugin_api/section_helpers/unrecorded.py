"""Unrecorded: what a reader of work looks for and no record holds, said in one form of words in every paper."""

from collections.abc import Collection

from bscb_docs.languages.house_words import listed, say
from bscb_docs.plugin_api.section_helpers.ready_blocks import papers_with
from bscb_docs.records import Action, Board, Measure, Narrative, Outcome, Work


def unrecorded_words(board: Board, title: str, works: Collection[Work], more: dict[str, bool] | None = None) -> str:
    """What is recorded of none of the works, as in "Not recorded: when they are due."; or "".

    The other papers that tell of the work are named as not holding it either: nobody is sent to look there.

    `more` tells of each other thing that a reader looks for, in the words of that sentence, whether it is recorded;
    `title` is the paper's own. Of measures and money it is said only beside something else.
    """
    own = {
        say("who owns the actions"): not works or any(work.owned_by for work in works),
        say("when they are due"): not works or any(work.deadline for work in works),
    }
    more = more or {}
    if all((own | more).values()):
        return ""
    found = own | (measured_and_paid(board, works) if works else {}) | more
    what = listed([what for what, is_there in found.items() if not is_there])
    told = (paper for name in ("narrative", "priorities", "progress-overview") for paper in papers_with(board, name))
    papers = [paper for paper in dict.fromkeys(told) if paper != title]
    said = "Not recorded, here or in {papers}: {what}." if papers else "Not recorded: {what}."
    return say(said, papers=listed(papers), what=what)


def measured_and_paid(board: Board, works: Collection[Work]) -> dict[str, bool]:
    """Whether any record says how the works are measured, and whether any paper or text what they cost."""
    is_seen = any(each.success for each in works if isinstance(each, Action))
    texts = [section.text for narrative in board.of(Narrative) for section in narrative.sections]
    return {
        say("how it is measured"): is_seen
        or bool(board.of(Measure))
        or any(each.measures for each in board.of(Outcome)),
        say("what it costs"): bool(papers_with(board, "budget")) or any("£" in str(text) for text in texts),
    }

"""Unrecorded: what a reader of work looks for and no record holds, said in one form of words in every paper."""

from collections.abc import Collection, Mapping

from bscb_docs.languages.house_words import listed, say
from bscb_docs.records import Work


def unrecorded_words(works: Collection[Work], more: Mapping[str, bool] | None = None) -> str:
    """What is recorded of none of the works, as a sentence: "Not recorded: when they are due."; or "".

    `more` tells of each other thing that a reader looks for, in the words of that sentence, whether it is recorded.
    """
    found = {
        say("who owns the actions"): not works or any(work.owned_by for work in works),
        say("when they are due"): not works or any(work.deadline for work in works),
        **(more or {}),
    }
    missing = [what for what, is_there in found.items() if not is_there]
    return say("Not recorded: {what}.", what=listed(missing)) if missing else ""

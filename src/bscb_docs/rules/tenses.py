"""Rule of tenses: nothing is told as still to come at a date that has passed."""

import re
from collections.abc import Iterator

from bscb_docs.records import Foreword, Introduction, Narrative, PartialDate, Update
from bscb_docs.rules.engine import Findings, Pack, Passage, at_words, rule
from bscb_docs.rules.prose_rules.dates import A_DATE, date_of

_TO_COME = re.compile(
    r"\b(?:will(?!\s+(?:be\s+seen|remember|recall|know|have))|(?:is|are)\s+(?:due|to\b|expected|scheduled|planned)|"
    r"(?:(?:[Ww]e|I|[Tt]hey|[Pp]artners|[Mm]embers|[Ll]eaders)\s+(?:plan|intend|aim|hope|expect)|plans|intends|aims|hopes|expects)"
    r"\s+to)\b"
    rf"(?P<between>[^.;:()]{{0,80}}?)\b(?:in|on|by|before|from|for)\s+(?:the\s+)?(?P<date>{A_DATE})\b(?!\s+(?:report|plan|meeting)s?\b)"
)
_SAID = re.compile(
    r"\b(?:said|agreed|decided|reported|promised|wrote|had|was|were|since|ago|following|after|identified)\b",
    re.IGNORECASE,
)
"""Where the sentence tells what was said, the date need not be ahead of now."""
_DATED = (Narrative, Update, Foreword, Introduction)
"""Texts that speak from their own day; an action's words keep the date that was planned."""


@rule("XDOC-04")
def past_futures(pack: Pack) -> Findings:
    """A date in the past at which a report or an update says that something will happen, judged at its own day."""
    for passage in pack.passages:
        owner = passage.owner
        if not isinstance(owner, _DATED) or not passage.has_year:
            continue
        at = (owner.as_at if isinstance(owner, Update) else None) or pack.date_of(owner)
        for start, date in _dates_to_come(passage) if at else ():
            if at and date.surely_before(at):
                said = f" says of {date} what will happen then, and is itself of {at}."
                mend = "Say what became of it, or mend one of the two dates."
                yield at_words("XDOC-04", passage, start, said, mend)


def _dates_to_come(passage: Passage) -> Iterator[tuple[int, PartialDate]]:
    """Each date that a passage says to be still to come."""
    text = passage.unquoted
    for match in _TO_COME.finditer(text):
        first, _ = passage.sentence(match.start())
        is_told = _SAID.search(text, first, match.start()) or _SAID.search(match["between"])
        if not is_told and (date := date_of(match["date"])):
            yield match.start("date"), date

"""Rules of time in words: nothing is still to come at a date that has passed, or told from the day of writing."""

import re
from collections.abc import Iterator

from bscb_docs import records
from bscb_docs.records import years_of
from bscb_docs.rules.engine import Findings, Pack, Passage, at_words, rule
from bscb_docs.rules.english.dates import A_DATE, BY_A_DATE, date_of

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
_WILL = re.compile(r"\b(?:will|shall|is\s+to|are\s+to)\b")
_DATED = (records.Narrative, records.Update, records.Foreword, records.Introduction)
"""Texts that speak from their own day."""
PLANNED = (records.Action, records.Objective, records.Outcome, records.PlanText, records.Priority)
"""Texts that speak from the years that they are planned for."""


@rule("XDOC-04")
def past_futures(pack: Pack) -> Findings:
    """A date in the past at which a report or an update says that something will happen, judged at its own day."""
    for passage in pack.index.dated:
        at = _speaks_from(pack, passage.owner)
        for start, date in _dates_to_come(passage) if at else ():
            if at and date.surely_before(at):
                said = f" says of {date} what will happen then, and is itself of {at}."
                mend = "Say what became of it, or mend one of the two dates."
                yield at_words("XDOC-04", passage, start, said, mend)


def _speaks_from(pack: Pack, owner: records.Record) -> records.PartialDate | records.YearSpan | None:
    """The day of a text; of one that is planned the years, where no deadline says when it should be done."""
    if isinstance(owner, _DATED):
        return (owner.as_at if isinstance(owner, records.Update) else None) or pack.date_of(owner)
    if isinstance(owner, records.Action | records.Objective):
        return None if owner.due else years_of(pack.board, owner)
    return (
        min((plan.years for plan in pack.board.of(records.Plan) if plan.years), default=None)
        if isinstance(owner, PLANNED)
        else None
    )


def _dates_to_come(passage: Passage) -> Iterator[tuple[int, records.PartialDate]]:
    """Each date that a passage says to be still to come."""
    text = passage.unquoted
    ahead = [(match, match["between"]) for match in _TO_COME.finditer(text)]
    for match in BY_A_DATE.finditer(text):
        _, last = passage.sentence(match.start())
        if not isinstance(passage.owner, _DATED) or _WILL.search(text, match.end(), last):
            ahead.append((match, text[match.end() : last]))
    for match, words in ahead:
        first, _ = passage.sentence(match.start())
        is_told = _SAID.search(text, first, match.start()) or _SAID.search(words)
        if not is_told and (date := date_of(match["date"])):
            yield match.start("date"), date


_FROM_NOW = re.compile(
    r"\b(?:recently|lately|(?<!the )(?:this|last|next)\s+(?:year|month|week|quarter|summer|autumn|winter|spring)|"
    r"in\s+recent\s+(?:years|months|weeks)|(?:years?|months?|weeks?|days?)\s+ago|yesterday)\b",
    re.IGNORECASE,
)


@rule("STY-08")
def times_from_now(pack: Pack) -> Findings:
    """A word such as "recently" in the texts of a plan for more than one year."""
    plan = pack.board.plan
    if plan is None or plan.years is None or plan.years.last - plan.years.first < _LONG:
        return
    for passage in (each for each in pack.passages if isinstance(each.owner, PLANNED)):
        for match in _FROM_NOW.finditer(passage.unquoted):
            words = " ".join(match[0].split())
            said = f': "{words}" is another time in each year of the plan, {plan.years}.'
            mend = "Write the month or year that is meant."
            yield at_words("STY-08", passage, match.start(), said, mend, cause="times told from the day of writing")


_LONG = 2
"""Years after the first, as a span of financial years counts them: 2017-19 is two of them."""

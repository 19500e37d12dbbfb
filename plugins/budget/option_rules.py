"""Option rules: what would be paid from what is left is held against it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from bscb_docs import (
    AsideKind,
    CoverReport,
    Finding,
    Narrative,
    Pack,
    Place,
    Record,
    Rule,
    Severity,
    YearSpan,
    reported_at,
    wanted_of,
)

from .money import Contribution, Cost, all_sums, pounds, sums_of
from .sum_figures import LEFT
from .told_sums import left_of

_CODE = "BUDGET-03"
_SUM = re.compile(r"£(\d[\d,]*(?:\.\d\d)?)")
_LEFT = re.compile(r"\bleft\b", re.IGNORECASE)


def check_options(pack: Pack) -> Iterator[Finding]:
    """A finding for a sum that a decision names beside what is left of the budget, and that is more than that.

    Nothing is told where the difference stands beside them, and nothing of a sum that the budget records.
    """
    board, day = pack.board, reported_at(pack.board)
    years = max((each for each in _years(pack) if not (day and day.latest < each.earliest)), default=None)
    left = left_of(board, years) if years else None
    if years is None or left is None:
        return
    recorded = {each.amount.number for each in all_sums(board) if each.amount}
    recorded |= {sums_of(board, kind, each).total for kind in (Contribution, Cost) for each in _years(pack)}
    for record, place, words in _decisions(pack):
        sums = {Decimal(found.replace(",", "")) for found in _SUM.findall(words)} - recorded
        short = {each: each - left for each in sums if each > left}
        if _LEFT.search(words) and short and not sums & set(short.values()):
            cost = max(short)
            message = (
                f"{pounds(cost)} stands beside what is left of {years}, and is {pounds(short[cost])} more than that."
            )
            mend = f"Say that {pounds(left)} is left, {pounds(short[cost])} too little; or take the option out."
            if left < 0:
                message = f"{pounds(cost)} stands beside what is left of {years}, and nothing is: {pounds(-left)} more "
                message += "was spent than was contributed."
                mend = "Say so, and what is to pay for it; or take the option out."
            name = str(getattr(record, "id", ""))
            yield Finding(_CODE, Severity.CHECK, message, place, mend, name, field=LEFT)


def _years(pack: Pack) -> set[YearSpan]:
    return {each.years for each in all_sums(pack.board)}


def _decisions(pack: Pack) -> Iterator[tuple[Record, Place, str]]:
    """The decisions that reports want, and those that cover reports ask for, each with all its words."""
    for report in pack.board.of(CoverReport):
        asked = (each.words for each in report.recommendations)
        yield report, report.place, " ".join((*asked, report.finance or "", report.text.text))
    for narrative in pack.board.of(Narrative):
        for wanted in wanted_of(narrative, AsideKind.DECISION):
            yield narrative, wanted.place, wanted.words


RULES = [
    Rule(_CODE, Severity.CHECK, "What an option costs beyond what is left of the budget is said.", check_options),
]

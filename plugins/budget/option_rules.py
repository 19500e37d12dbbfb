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
    capital,
    reported_at,
    wanted_of,
)

from .money import Contribution, Cost, all_sums, pounds, sums_of
from .sum_figures import LEFT
from .told_sums import left_of

_CODE = "BUDGET-03"
_POUNDS = r"£\d++(?:,\d{3})*+(?:\.\d\d)?+"
_SUM = re.compile(_POUNDS)
_LEFT = re.compile(r"\bleft\b", re.IGNORECASE)
_TOO_LITTLE = re.compile(rf"({_POUNDS})\s+(?:too\s+little|short|more\s+than)\b", re.IGNORECASE)
_IS_LEFT = re.compile(
    rf"\bleft\b[^.;£]*?\b(?:is|was)\s+(?P<said>{_POUNDS})(?!\s+(?:too|short|more|less)\b)|"
    rf"(?P<before>{_POUNDS})(?:\s+(?:that|which)|\s+of\s+[^.;£]*?)?\s+(?:is|was|are)\s+left\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.;])\s+")
_YEARS = re.compile(r"\b\d{4}-\d\d\b")


def check_options(pack: Pack) -> Iterator[Finding]:
    """A finding for a decision that says what is left of the budget, or how much that is too little, and is wrong.

    It may also name a sum beside what is left that is more than that; nothing is told where the difference stands
    beside them, nothing of a sum that the budget records, and nothing of a sentence about other years.
    """
    board, day = pack.board, reported_at(pack.board)
    years = max((each for each in _years(pack) if not (day and day.latest < each.earliest)), default=None)
    left = left_of(board, years) if years else None
    if years is None or left is None:
        return
    recorded = {each.amount.number for each in all_sums(board) if each.amount}
    recorded |= {sums_of(board, kind, each).total for kind in (Contribution, Cost) for each in _years(pack)}
    for record, place, words in _decisions(pack):
        own = " ".join(each for each in _SENTENCE.split(words) if {*_YEARS.findall(each)} <= {str(years)})
        told = {_number(each["said"] or each["before"]) for each in _IS_LEFT.finditer(own)}
        short = {_number(each[1]) for each in _TOO_LITTLE.finditer(own)}
        costs = {_number(each) for each in _SUM.findall(own)} - recorded - told - short
        message, mend, cause = _stale(years, left, told - {left}, short, costs) or _beyond(years, left, short, costs)
        if message and _LEFT.search(own):
            name, at = str(getattr(record, "id", "")), _place_of(pack, record, place, message)
            yield Finding(_CODE, Severity.CHECK, message, at, mend, name, field=LEFT, cause=cause)


def _place_of(pack: Pack, record: Record, start: Place, message: str) -> Place:
    """Where the sum that the message names first stands in the record, from that place on."""
    sum_ = _SUM.search(message)
    found = (
        passage.place(each.start())
        for passage in pack.passages_of(record)
        for each in _SUM.finditer(passage.raw)
        if sum_ and not passage.start < start and _number(each[0]) == _number(sum_[0])
    )
    return next(found, start)


def _stale(
    years: YearSpan, left: Decimal, told: set[Decimal], short: set[Decimal], costs: set[Decimal]
) -> tuple[str, str, str] | None:
    """What is said of sums that no longer hold, what to do, and the cause: that a sum of the year is another now."""
    lacks = {each - left for each in costs if each > left}
    meant = {each + other - left for each in short - lacks for other in told if each + other in costs} or lacks
    wrong = short - lacks if len(meant) == 1 else set()
    said = [f"{pounds(each)} is said to be left of {years}; the records give {pounds(left)}" for each in sorted(told)]
    if wrong and left >= 0:
        beyond = "so that the missing {} is {}" if said else f"the {{}} missing beyond what is left of {years} is {{}}"
        said += [beyond.format(pounds(each), pounds(min(meant))) for each in sorted(wrong)]
    if not said or left < 0:
        return None
    mend = "Mend each of them, wherever it stands in this decision."
    return f"{capital(', '.join(said))}.", mend, f"{years} {sorted(wrong or told)}"


def _beyond(years: YearSpan, left: Decimal, short: set[Decimal], costs: set[Decimal]) -> tuple[str, str, str]:
    """What is said of the greatest sum that is more than what is left, what to do, and no cause of its own."""
    lacks = {each: each - left for each in costs if each > left}
    if not lacks or short & set(lacks.values()):
        return "", "", ""
    cost = max(lacks)
    if left < 0:
        message = f"{pounds(cost)} stands beside what is left of {years}, and nothing is: {pounds(-left)} more "
        return (
            f"{message}was spent than was contributed.",
            "Say so, and what is to pay for it; or take the option out.",
            "",
        )
    message = f"{pounds(cost)} stands beside what is left of {years}, and is {pounds(lacks[cost])} more than that."
    return message, f"Say that {pounds(left)} is left, {pounds(lacks[cost])} too little; or take the option out.", ""


def _number(words: str) -> Decimal:
    return Decimal(words.strip("£").replace(",", ""))


def _years(pack: Pack) -> set[YearSpan]:
    return {each.years for each in all_sums(pack.board)}


def _decisions(pack: Pack) -> Iterator[tuple[Record, Place, str]]:
    """The decisions that reports want, and those that cover reports ask for, each with all its words."""
    for report in pack.board.of(CoverReport):
        asked = (each.words for each in report.recommendations)
        yield report, report.place, " ".join((*asked, str(report.finance or ""), report.text.text))
    for narrative in pack.board.of(Narrative):
        for wanted in wanted_of(narrative, AsideKind.DECISION):
            yield narrative, wanted.place, wanted.words


RULES = [Rule(_CODE, Severity.CHECK, "What an option costs beyond what is left of the budget is said.", check_options)]

"""Told sums: a year's money in a few sentences, as it was or as it is planned."""

from collections.abc import Iterator
from decimal import Decimal

from bscb_docs import Board, Period, YearSpan, reported_at, say

from .money import Contribution, Cost, YearSums, pounds, sums_of


def in_short(board: Board, years: YearSpan) -> str:
    """What was contributed and spent, each with the change on the year before, and what is left; as far as recorded.

    Of years that begin after the day on which the board is shown: what is planned.
    """
    before, day = Period.of(years).before.years, reported_at(board)
    (last_paid, paid), (last_spent, spent) = (
        (sums_of(board, kind, before), sums_of(board, kind, years)) for kind in (Contribution, Cost)
    )
    if day and day.latest < years.earliest:
        return " ".join(to_come(paid, spent))
    said = []
    if paid.is_known:
        words = say("Partners contributed {sum} in {years}", sum=pounds(paid.total), years=years)
        said.append(f"{words}{_change(last_paid, paid)}.")
    if spent.is_known:
        words = say("{sum} was spent in {years}", sum=pounds(spent.total), years=years)
        said.append(f"{words}{_change(last_spent, spent)}.")
    return " ".join((*said, *_balance(left_of(board, years))))


def left_of(board: Board, years: YearSpan) -> Decimal | None:
    """What is left of the contributions of a year, below nothing where more was spent; None where a sum lacks."""
    paid, spent = (sums_of(board, kind, years) for kind in (Contribution, Cost))
    return paid.total - spent.total if paid.is_known and spent.is_known else None


def to_come(paid: YearSums, spent: YearSums) -> Iterator[str]:
    """What is planned for years to come, and whether what partners are to contribute is enough for it."""
    if not spent.is_known:
        return
    yield say("{sum} is to be spent in {years}.", sum=pounds(spent.total), years=spent.years)
    if not paid.is_whole:
        names = "; ".join(name for name, amount in paid.amounts.items() if amount is None)
        yield say("Contributions of {sum} to it are settled; not yet: {names}.", sum=pounds(paid.total), names=names)
        if paid.total < spent.total:
            yield say("Nobody has yet agreed to pay {sum} of it.", sum=pounds(spent.total - paid.total))
    elif paid.total < spent.total:
        yield say("Contributions are {sum} less than that.", sum=pounds(spent.total - paid.total))
    else:
        yield say("Contributions of {sum} are to pay for it.", sum=pounds(paid.total))


def _change(before: YearSums, now: YearSums) -> str:
    """How much more or less than the year before, where that is recorded too."""
    more = now.total - before.total
    if not before.is_known:
        return ""
    if not more:
        return say(", as much as in {years}", years=before.years)
    if more > 0:
        return say(", {sum} more than in {years}", sum=pounds(more), years=before.years)
    return say(", {sum} less than in {years}", sum=pounds(-more), years=before.years)


def _balance(left: Decimal | None) -> Iterator[str]:
    """What is left of the contributions, or what was spent beyond them, where all of both is recorded."""
    if left is None:
        return
    if left < 0:
        yield say("{sum} more was spent than was contributed.", sum=pounds(-left))
    else:
        yield say("{sum} of the contributions is left.", sum=pounds(left)) if left else say("All of it was spent.")

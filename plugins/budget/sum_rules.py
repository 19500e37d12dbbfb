"""Sum rules: no sum is lost behind another or from its year, and none has a nought too many."""

from collections.abc import Iterator
from difflib import get_close_matches

from bscb_docs import Amount, Finding, Pack, Rule, Severity, YearSpan, fold

from .money import Contribution, Cost, Sum, all_sums, name_of
from .sum_figures import what_follows

_TWICE, _JUMPS = "BUDGET-01", "BUDGET-02"
_NEAR = 0.8
"""Of the letters of two names, in their order: with so many alike they are most likely one."""


def check_sums(pack: Pack) -> Iterator[Finding]:
    """A finding for a second sum of one partner, or one thing, in one year, and for one that a year has not."""
    first: dict[tuple[type[Sum], str, YearSpan], Sum] = {}
    for each in all_sums(pack.board):
        name = name_of(pack.board, each)
        other = first.setdefault((type(each), fold(name), each.years), each)
        if other is not each:
            message = f"{name} has two sums for {each.years}, this one and that at {other.place}; one alone is counted."
            mend = "Mend the year or the name; or put both sums together, or take one out."
            yield Finding(_TWICE, Severity.STOP, message, each.place, mend, name)
    for kind in (Contribution, Cost):
        yield from _left_out(pack, kind)


def _left_out(pack: Pack, kind: type[Sum]) -> Iterator[Finding]:
    """What has a sum in the year before and none in a year that has others.

    It has one in each other year since its first, two at least; or the year alone has one of nearly its name.
    """
    own: tuple[Sum, ...] = pack.board.of(kind)
    years = sorted({each.years for each in own})
    rows: dict[str, dict[YearSpan, Sum]] = {}
    for each in own:
        rows.setdefault(name_of(pack.board, each), {})[each.years] = each
    for name, row in rows.items():
        since = years[years.index(min(row)) :]
        gap = next((year for year in since if year not in row), None)
        if gap is None:
            continue
        near = get_close_matches(name, [other for other, its in rows.items() if {*its} == {gap}], 1, _NEAR)
        if near or (len(row) > 1 and len(row) == len(since) - 1):
            last = row[years[years.index(gap) - 1]]
            message, place = f"{name} has a sum in {last.years} and none in {gap}", last.place
            mend = f"Add what it is in {gap}: \N{POUND SIGN}0, or not recorded and why; if it ended, accept this check."
            if near:
                message, place = f'{message}, which alone has one of "{near[0]}"', rows[near[0]][gap].place
                mend = "Mend the name of one; if they are two, accept this check."
            yield Finding(_TWICE, Severity.CHECK, f"{message}.", place, mend, name, explains=what_follows(gap))


def check_jumps(pack: Pack) -> Iterator[Finding]:
    """A sum with noughts too many or too few beside all others of its partner or purpose; a note beside only one."""
    rows: dict[tuple[type[Sum], str], list[tuple[Sum, Amount]]] = {}
    for each in all_sums(pack.board):
        if each.amount and each.amount.number > 0:
            rows.setdefault((type(each), fold(name_of(pack.board, each))), []).append((each, each.amount))
    for row in rows.values():
        row.sort(key=lambda pair: pair[0].years)
        others = [[amount for _, amount in row[:at] + row[at + 1 :]] for at in range(len(row))]
        odd = [at for at, (_, amount) in enumerate(row) if amount.has_slipped(others[at])]
        if odd and (len(odd) == 1 or len(row) == 2):  # of two nobody can say which: the later is told
            (each, amount), (other, known) = row[odd[-1]], row[odd[-1] - 1 if odd[-1] else 1]
            name, when = name_of(pack.board, each), "was" if other.years < each.years else "is"
            message = f"The sum of {name} is {amount} in {each.years}, and {when} {known} in {other.years}."
            mend = "Are noughts missing, or too many? If it is right, accept this check."
            severity = Severity.NOTE if len(row) == 2 else Severity.CHECK
            yield Finding(_JUMPS, severity, message, each.place, mend, name, explains=what_follows(each.years))


RULES = [
    Rule(_TWICE, Severity.STOP, "A partner, or what money is spent on, has one sum in each year.", check_sums),
    Rule(
        _JUMPS,
        Severity.CHECK,
        "No sum is ten or a hundred times those of other years, or such a part of them.",
        check_jumps,
    ),
]

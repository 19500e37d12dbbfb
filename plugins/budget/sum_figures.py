"""Sum figures: the totals of a year, how many partners contributed, and the year in short."""

from collections.abc import Iterator

from bscb_docs import Board, Figure, Place, Ratio, YearSpan, files_of, slug

from .money import Contribution, Cost, Sum, all_sums, pounds, sums_of
from .told_sums import in_short, left_of

_PLURALS = {
    Contribution: ("contributions", "partners contributed", "partners have contributed"),
    Cost: ("costs", "expenditure"),
}
"""What prose calls all of a year's."""
LEFT = "what is left"
"""The field, as findings call it, of whatever names what is left of a budget."""


def totals(board: Board) -> Iterator[Figure]:
    """`{{ contributions-2025-26.total }}` and `{{ costs-2025-26.total }}`, where all is recorded; a year in short."""
    by_year: dict[tuple[type[Sum], YearSpan], list[Sum]] = {}
    for each in all_sums(board):
        by_year.setdefault((type(each), each.years), []).append(each)
    for (kind, years), own in by_year.items():
        stem, file = f"{kind.__name__.lower()}s-{slug(str(years))}", files_of(own)
        total, source = f"{stem}.total", f"{file}: {_PLURALS[kind][0]} of {years}"
        if gap := next((each for each in own if each.amount is None), None):
            yield Figure(total, None, source, place=gap.place, missing=f"a sum of {years} is not recorded")
        else:
            yield Figure(total, pounds(sums_of(board, kind, years).total), source, _PLURALS[kind])
        if kind is Contribution:
            paid = sum(bool((each.amount and each.amount.number) or getattr(each, "text", "")) for each in own)
            said = f"{file}: partners that contributed in {years}, of those that are listed"
            phrases = ("partners contributed", "partners have contributed", "partners paid")
            yield Figure(f"{stem}.partners", Ratio(paid, len(own)), said, phrases, own[0].place)
    for years in dict.fromkeys(each.years for each in all_sums(board)):
        source, left = f"{files_of(all_sums(board))}: contributions and costs of {years}", left_of(board, years)
        at = next((each.place for each in all_sums(board) if each.years == years and each.amount is None), Place())
        missing = f"not every sum of {years} is recorded"
        words = in_short(board, years) or None
        yield Figure(f"{_budget(years)}.in-short", words, source, place=at, missing=missing)
        if left is not None and left < 0:
            missing = f"{pounds(-left)} more was spent in {years} than was contributed"
        value = pounds(left) if left is not None and left >= 0 else None
        yield Figure(f"{_budget(years)}.left", value, f"{source}, what is left", place=at, missing=missing)


def what_follows(years: YearSpan) -> tuple[tuple[str, str], ...]:
    """What a wrong sum of a year takes with it: the figures of its budget, and what is held against what is left."""
    return ((f"{_budget(years)}.left", "value"), (f"{_budget(years)}.in-short", "value"), ("", LEFT))


def _budget(years: YearSpan) -> str:
    return f"budget-{slug(str(years))}"

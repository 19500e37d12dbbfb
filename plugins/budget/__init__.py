"""Budget: what each partner pays and what it is spent on, before, now and as planned, with shares, and what is left."""

from collections.abc import Iterator

from attrs import frozen

from bscb_docs import (
    Blocks,
    Board,
    Document,
    FigureSource,
    Kind,
    Period,
    Record,
    Rule,
    Section,
    Table,
    YearSpan,
    begin_with,
    hookimpl,
    house_template,
    say,
    shares_caption,
    table_of,
)

from .money import Contribution, Cost, YearSums, all_sums, name_of, pounds, sums_of
from .option_rules import RULES as OPTION_RULES
from .sum_figures import totals
from .sum_rules import RULES
from .told_sums import in_short, to_come


@frozen
class BudgetPage:
    """The year in a few sentences; the tables; gifts in kind."""

    years: str
    lead: str
    tables: tuple[Table, ...]
    in_kind: tuple[Blocks, ...]


def make_page(board: Board, document: Document) -> BudgetPage | None:
    """The years of the register's option `years`, else of the document; nothing where no sum is recorded for them.

    The option `planned` names years to come, whose sums stand beside them.
    """
    years, spans = document.told_years, _spans(document)
    paid, spent = ([sums_of(board, kind, span) for span in spans] for kind in (Contribution, Cost))
    if years is None or not any(sums.amounts for sums in (*paid, *spent) if sums.years == years):
        return None
    tables = [
        *_table(paid, years, say("What each partner contributed"), say("Partner")),
        *_table(spent, years, say("What the budget was spent on"), say("Spent on")),
    ]
    gifts = (each for each in board.of(Contribution) if each.years == years and each.text)
    in_kind = tuple(begin_with(each.text, label=name_of(board, each)) for each in gifts)
    lead = (in_short(board, years), *(to_come(paid[-1], spent[-1]) if paid[-1].years > years else ()))
    return BudgetPage(str(years), " ".join(filter(None, lead)), tuple(tables), in_kind)


def printed(board: Board, document: Document) -> Iterator[Record]:
    """The contributions and costs of the years, of the years before, and of those that are planned."""
    yield from (each for each in all_sums(board) if each.years in _spans(document))


def _spans(document: Document) -> list[YearSpan]:
    """The years before, the years, and those of the option `planned`: a column each."""
    years = document.told_years

    def to_come(words: str) -> YearSpan:
        planned = YearSpan.from_text(words)
        if years and planned <= years:
            raise ValueError(f"{planned} are not to come after {years}; write later years, or take the option away")
        return planned

    planned = document.option("planned", to_come, None)
    return [Period.of(years).before.years, years, *([planned] if planned else [])] if years else []


def _table(every: list[YearSums], years: YearSpan, caption: str, of: str) -> Iterator[Table]:
    """A row for each sum and one of all; the share of those years where all of them is recorded; none for no sum."""
    columns = [sums for sums in every if sums.amounts]
    if not columns:
        return
    names = dict.fromkeys(name for sums in columns for name in sums.amounts)
    rows = [[name, *(sums.cell(name) for sums in columns)] for name in names]
    said = say("All") if all(sums.is_whole for sums in columns) else say("All that is recorded")
    rows.append([said, *(pounds(sums.total) for sums in columns)])
    planned = [say("{years}, planned", years=sums.years) for sums in columns if sums.years > years]
    head = [of, *(str(sums.years) for sums in columns if sums.years <= years), *planned]
    if shares := {name: share for sums in columns if sums.years == years for name, share in sums.shares.items()}:
        head.append(say("Share of {years}", years=years))
        rows = [[*row, share] for row, share in zip(rows, (*(shares.get(n, "0%") for n in names), "100%"), strict=True)]
    yield table_of(shares_caption(caption, shares.values()), head, rows)


@hookimpl.sections
def sections() -> list[Section[BudgetPage]]:
    """The section `budget`."""
    template = house_template("budget")
    return [Section("budget", template, BudgetPage, make_page, options=("years", "planned"), prints=printed)]


@hookimpl.kinds
def kinds() -> list[Kind]:
    """The kinds `Contribution` and `Cost`."""
    told = "people and bodies"
    return [Kind(Contribution, tells_of=told, may_recur=True), Kind(Cost, tells_of=told, may_recur=True)]


@hookimpl.rules
def rules() -> list[Rule]:
    """What asks that no sum is lost behind another or has a nought too many, and what costs more than is left."""
    return [*RULES, *OPTION_RULES]


@hookimpl.figures
def figures() -> list[FigureSource]:
    """What adds the contributions and the costs of a year."""
    return [totals]

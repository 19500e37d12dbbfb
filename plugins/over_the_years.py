"""Over the years: how much there was of something in this year and those before, in one table, some of it as charts."""

from collections.abc import Collection, Iterator, Sequence

from attrs import frozen

from bscb_docs import (
    Amount,
    Board,
    Document,
    Level,
    Measure,
    Period,
    PictureFile,
    Ratio,
    Reading,
    Record,
    Reference,
    Run,
    Runs,
    Section,
    Table,
    Text,
    YearSpan,
    draw_columns,
    hookimpl,
    house_template,
    in_words,
    listed,
    readings_of,
    say,
    table_of,
    theme_of,
)

_MOST = 5
"""Years that stand side by side."""


@frozen
class NumberChart:
    """A number over the years, with what the lead refers to it by."""

    name: str
    title: str
    picture: PictureFile


@frozen
class YearsPage:
    """Which numbers rose and which fell, the table of all, and the charts of those that the register names."""

    heading: str
    lead: Runs
    table: tuple[Table, ...]
    charts: tuple[NumberChart, ...]


def make_page(board: Board, document: Document) -> YearsPage | None:
    """The measures of the option `measures`, else those of which neither way is better; nothing where none was read."""
    last, measures = document.told_years, _measures(board, document)
    charted = document.named(board, "charts", Measure, among=measures)
    heading = document.option("heading", str, "") or say("Numbers over the years")
    shown = _years(board, measures, last) if last else []
    if len(shown) < 2:
        return None
    values = [[_of_year(board, each, years) for years in shown] for each in measures]
    rows = [[each.title, *map(_number, of), _change(*of[-2:])] for each, of in zip(measures, values, strict=True)]
    head = [say("What is counted"), *map(str, shown), say("Since {years}", years=shown[-2])]
    table = table_of(say("{what}: year by year", what=heading), head, rows)
    charts = [_chart(board, each, dict(zip(shown, values[measures.index(each)], strict=True))) for each in charted]
    ways = [(each.title, _rise(*of[-2:])) for each, of in zip(measures, values, strict=True)]
    drawn = tuple(filter(None, charts))
    lead = tuple(Text(each) for each in (_lead(ways, shown[-2]),) if each)
    return YearsPage(heading, (*lead, *_drawn(drawn)), (table,), drawn)


def printed(board: Board, document: Document) -> Iterator[Record]:
    """The measures and what was read of them; a wrong option is told here first."""
    measures = _measures(board, document)
    document.named(board, "charts", Measure, among=measures)
    yield from (*measures, *(each for each in board.of(Reading) if board.get(each.about) in measures))


def _measures(board: Board, document: Document) -> tuple[Measure, ...]:
    every = tuple(each for each in board.of(Measure) if each.is_volume)
    return document.named(board, "measures", Measure) or every


def _years(board: Board, measures: tuple[Measure, ...], last: YearSpan) -> list[YearSpan]:
    """The years up to the last, from the first of them in which anything was read."""
    years = [last]
    while len(years) < _MOST:
        years.insert(0, Period.of(years[0]).before.years)
    is_read = [any(_of_year(board, each, span) for each in measures) for span in years]
    return years[is_read.index(True) :] if any(is_read) else []


def _of_year(board: Board, measure: Measure, years: YearSpan) -> Amount | None:
    """What it came to: the last reading of the year, or what was read of all its months added up."""
    reached = measure.reached({at: value for at, value in readings_of(board, measure).items() if at.years == years})
    is_part = reached is not None and measure.adds_up and reached[0] != Period.of(years)
    return reached[1] if reached and not is_part else None


def _number(value: Amount | None) -> str:
    """A count with its thousands set apart, another amount as it was typed."""
    if value is None:
        return say("Not recorded")
    return str(value) if value.whole is None else f"{value.whole:,}"


def _rise(before: Amount | None, now: Amount | None) -> int | None:
    """1 where it rose, -1 where it fell, 0 where it is the same; None where one of the two is not known."""
    if before is None or now is None or before.unit != now.unit:
        return None
    return (now.size > before.size) - (now.size < before.size)


def _change(before: Amount | None, now: Amount | None) -> str:
    """Which way it went; of counts, by how many, and how many that is of a hundred."""
    rise = _rise(before, now)
    if rise is None or before is None or now is None:
        return say("Not known")
    if not rise:
        return say("No change")
    before_, now_ = before.whole, now.whole
    if before_ is None or now_ is None:
        return say("Higher") if rise > 0 else say("Lower")
    more = abs(now_ - before_)
    said = say("{number} more", number=f"{more:,}") if rise > 0 else say("{number} fewer", number=f"{more:,}")
    return f"{said} ({Ratio(more, before_).per_cent})" if 0 < more <= before_ else said


def _lead(ways: Sequence[tuple[str, int | None]], before: YearSpan) -> str:
    """How many rose and how many fell since the year before, and which: of the most alike the table tells."""
    labels = {1: "{number} rose", -1: "{number} fell", 0: "{number} did not change"}
    found = {rise: [title for title, gone in ways if gone == rise] for rise in labels}
    most = max(found, key=lambda rise: len(found[rise]))
    said = [
        say(words, number=in_words(len(found[rise]))) + (f" ({'; '.join(found[rise])})" if rise != most else "")
        for rise, words in labels.items()
        if found[rise]
    ]
    return say("Since {years}, {changes}.", years=before, changes=listed(said)) if said else ""


def _drawn(charts: Collection[NumberChart]) -> Iterator[Run]:
    """Which of the numbers is drawn in which figure: none stands that no sentence tells of."""
    for position, each in enumerate(charts):
        yield Text(f"{'; ' if position else say(' Drawn below: ')}{each.title} (")
        yield from (Reference(say("figure"), each.name), Text(")"))
    yield from (Text("."),) if charts else ()


def _chart(board: Board, measure: Measure, values: dict[YearSpan, Amount | None]) -> NumberChart | None:
    """The years that are known as columns; nothing where no picture can be drawn."""
    levels = {str(at): Level(float(each.size), _number(each)) for at, each in values.items() if each}
    picture = draw_columns(measure.title, levels, theme=theme_of(board), is_of_table=True)
    return NumberChart(f"{measure.id}.drawn", measure.title, picture) if picture else None


@hookimpl.sections
def sections() -> list[Section[YearsPage]]:
    """The section `over-the-years`."""
    template, options = house_template("over_the_years"), ("years", "measures", "heading", "charts")
    return [Section("over-the-years", template, YearsPage, make_page, options=options, prints=printed)]

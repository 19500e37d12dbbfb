"""The values that a board's fields hold: years, dates, statuses, successors, sections."""

from datetime import date

import pytest

from bscb_docs.records import (
    Became,
    Confidence,
    Delivery,
    Meaning,
    PartialDate,
    Period,
    Rating,
    Ref,
    SectionChoice,
    YearSpan,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2017-18", "2017-18"),
        ("2017/18", "2017-18"),
        ("2017–18", "2017-18"),
        ("2017-19", "2017-19"),
        ("2017-2019", "2017-19"),
        ("2017 to 2019", "2017-19"),
        (" 2018 ", "2018"),
        ("1999-00", "1999-00"),
        ("2009-10", "2009-10"),
    ],
)
def test_years_are_read_as_people_write_them_and_printed_one_way(text: str, expected: str) -> None:
    """Every way of writing a plan year gives the same one in print."""
    assert expected == str(YearSpan.from_text(text))


def test_a_year_as_it_is_said_is_refused_with_how_it_is_written() -> None:
    """What is written stands in the refusal, and no example of long ago."""
    with pytest.raises(ValueError, match='"27-28" is no year; write 2027-28'):
        YearSpan.from_text("27-28")


@pytest.mark.parametrize("text", ["", "soon", "2018-17", "2018-18", "2017-99", "2017-18-19", "3017"])
def test_words_that_are_no_years_are_refused(text: str) -> None:
    """What does not name a year, or runs backwards, is no span."""
    with pytest.raises(ValueError, match="2017-18"):
        YearSpan.from_text(text)


def test_a_plan_year_runs_from_april_to_march_and_a_calendar_year_does_not() -> None:
    """The bounds decide what counts as in time."""
    assert (date(2017, 4, 1), date(2018, 3, 31)) == (YearSpan(2017, 2018).earliest, YearSpan(2017, 2018).latest)
    assert (date(2018, 1, 1), date(2018, 12, 31)) == (YearSpan(2018, 2018).earliest, YearSpan(2018, 2018).latest)


def test_a_span_covers_the_years_within_it() -> None:
    """A plan of two years covers each of them and no calendar year that begins before it."""
    plan = YearSpan(2017, 2019)
    assert [plan.holds(YearSpan(*years)) for years in ((2017, 2018), (2018, 2018), (2017, 2017), (2019, 2020))] == [
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("text", "printed", "earliest", "latest"),
    [
        ("5 April 2018", "5 April 2018", date(2018, 4, 5), date(2018, 4, 5)),
        ("5th April 2018", "5 April 2018", date(2018, 4, 5), date(2018, 4, 5)),
        ("Thursday, 5 April 2018", "5 April 2018", date(2018, 4, 5), date(2018, 4, 5)),
        ("5 apr 2018", "5 April 2018", date(2018, 4, 5), date(2018, 4, 5)),
        ("2018-04-05", "5 April 2018", date(2018, 4, 5), date(2018, 4, 5)),
        ("29 February 2020", "29 February 2020", date(2020, 2, 29), date(2020, 2, 29)),
        ("10-Jun-25", "10 June 2025", date(2025, 6, 10), date(2025, 6, 10)),
        ("5 April 18", "5 April 2018", date(2018, 4, 5), date(2018, 4, 5)),
        ("Jun-25", "June 2025", date(2025, 6, 1), date(2025, 6, 30)),
        ("March 2018", "March 2018", date(2018, 3, 1), date(2018, 3, 31)),
        ("Sept 2018", "September 2018", date(2018, 9, 1), date(2018, 9, 30)),
        ("early March 2018", "early March 2018", date(2018, 3, 1), date(2018, 3, 10)),
        ("end of March 2018", "end of March 2018", date(2018, 3, 21), date(2018, 3, 31)),
        ("by the end of March 2018", "end of March 2018", date(2018, 3, 21), date(2018, 3, 31)),
        ("end March 2018", "end of March 2018", date(2018, 3, 21), date(2018, 3, 31)),
        ("No later than 5 April 2018", "5 April 2018", date(2018, 4, 5), date(2018, 4, 5)),
        ("June to July 2018", "June to July 2018", date(2018, 6, 1), date(2018, 7, 31)),
        ("from June to July 2018", "June to July 2018", date(2018, 6, 1), date(2018, 7, 31)),
        ("November 2017 to May 2018", "November 2017 to May 2018", date(2017, 11, 1), date(2018, 5, 31)),
        ("Q3 2017-18", "Q3 2017-18 (October to December 2017)", date(2017, 10, 1), date(2017, 12, 31)),
        ("fourth quarter of 2017-18", "Q4 2017-18 (January to March 2018)", date(2018, 1, 1), date(2018, 3, 31)),
        ("Q1 2018", "Q1 2018 (January to March 2018)", date(2018, 1, 1), date(2018, 3, 31)),
        ("Spring 2018", "spring 2018", date(2018, 3, 1), date(2018, 5, 31)),
        ("winter 2017", "winter 2017", date(2017, 12, 1), date(2018, 2, 28)),
        ("second half of 2017-18", "second half of 2017-18", date(2017, 10, 1), date(2018, 3, 31)),
        ("2018", "2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("2017/18", "2017-18", date(2017, 4, 1), date(2018, 3, 31)),
    ],
)
def test_a_date_keeps_what_is_known_of_it(text: str, printed: str, earliest: date, latest: date) -> None:
    """A date known to the month or quarter has its bounds, and is printed as far as it is known."""
    found = PartialDate.from_text(text)
    assert (printed, earliest, latest) == (str(found), found.earliest, found.latest)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("August", "has no year"),
        ("5 April", "has no year"),
        ("spring", "has no year"),
        ("Q3", "has no year"),
        ("30 February 2018", "not in the calendar"),
        ("31 June 2018", "not in the calendar"),
        ("2018-13-01", "not in the calendar"),
        ("5/4/2018", "two ways"),
        ("5/4/2018", "write 5 April 2018 or 4 May 2018"),
        ("31/09/2018", "not in the calendar"),
        ("43220", "the number that Excel keeps for 30 April 2018"),
        ("23-Mar", "as in 23 March 2018"),
        ("Dec 18", "may be December 2018 or 18 December; write it in full"),
        ("Feb 30", "no year of four figures"),
        ("July to June 2018", "does not run forward"),
        ("Q3 2017-19", "needs one year"),
        ("Q3 of next year", "is no year"),
        ("ongoing", "is no date"),
        ("", "is no date"),
    ],
)
def test_a_date_that_cannot_be_placed_is_refused_with_the_reason(text: str, why: str) -> None:
    """No date is guessed: the words of the refusal say what is missing."""
    with pytest.raises(ValueError, match=why):
        PartialDate.from_text(text)


def test_only_what_has_certainly_passed_is_before() -> None:
    """A month is not before a day within it."""
    month, day = PartialDate.from_text("March 2018"), PartialDate.from_text("31 March 2018")
    assert [
        month.surely_before(day),
        day.surely_before(month),
        month.surely_before(PartialDate.from_text("April 2018")),
    ] == [False, False, True]


def test_a_date_meets_years_and_is_so_many_days_from_what_lies_apart() -> None:
    """Dates, periods and years meet where a day lies in both, and else are some days apart, whichever is asked."""
    years, march, april = YearSpan(2017, 2018), PartialDate.from_text("March 2018"), PartialDate.from_text("April 2018")
    assert (years.meets(march), march.meets(years), years.meets(april)) == (True, True, False)
    assert (april.days_from(years), years.days_from(april), march.days_from(march) <= 0) == (1, 1, True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Complete", Meaning(Delivery.COMPLETE)),
        ("in progress, at risk", Meaning(Delivery.IN_PROGRESS, Confidence.AT_RISK)),
        ("state not recorded", Meaning(Delivery.NOT_RECORDED)),
    ],
)
def test_a_meaning_has_two_axes(text: str, expected: Meaning) -> None:
    """What was delivered, and while it is open with what confidence; it is written back as it is typed."""
    assert expected == Meaning.from_text(text)
    assert text.lower() == str(expected)


@pytest.mark.parametrize("text", ["green", "complete, on course", "in progress, fine", ""])
def test_a_meaning_of_other_words_is_refused(text: str) -> None:
    """Green means nothing, and finished work has no confidence."""
    with pytest.raises(ValueError, match=r"write one of|take away"):
        Meaning.from_text(text)


def test_a_rating_is_a_status_or_a_reason() -> None:
    """A row is rated, or says why not."""
    assert Rating(Ref("In progress, late")) == Rating.from_text("In progress, late")
    assert Rating(None, "the picture was lost") == Rating.from_text("not rated, because the picture was lost")
    with pytest.raises(ValueError, match="needs its reason"):
        Rating.from_text("Not rated")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("P1-18-2", Became(Ref("P1-18-2"))),
        ("P1-18-2, reworded", Became(Ref("P1-18-2"), reworded=True)),
        ("ended, because it was done", Became(because="it was done")),
        ("ended", Became()),
        ("#digital-world, ended, because it was done", Became(point="digital-world", because="it was done")),
        ("#radicalisation, P2-18-3", Became(Ref("P2-18-3"), "radicalisation")),
    ],
)
def test_what_an_action_became(text: str, expected: Became) -> None:
    """An action, or its point, has a successor or an end."""
    assert expected == Became.from_text(text)


@pytest.mark.parametrize("text", ["nothing", "carried on", "#point", ""])
def test_what_an_action_became_is_said_plainly(text: str) -> None:
    """Words that name neither a successor nor an end are refused."""
    with pytest.raises(ValueError, match="neither"):
        Became.from_text(text)


def test_a_section_may_have_options() -> None:
    """Each option is a name and a value after a comma."""
    expected = SectionChoice("priorities", (("years", "2018-19"), ("of", "P1")))
    assert expected == SectionChoice.from_text("priorities, years 2018-19, of P1")
    with pytest.raises(ValueError, match="no option"):
        SectionChoice.from_text("priorities, 2018-19,")


def test_a_list_after_a_colon_ends_the_line() -> None:
    """The commas of `with ...:` part what it names, and no options; those of a heading part options."""
    listed = SectionChoice.from_text("document-control, years 2018-19, with other papers: The Plan, Progress, Q4")
    assert listed.options == (("years", "2018-19"), ("with", "other papers: The Plan, Progress, Q4"))
    headed = SectionChoice.from_text("measures, heading Children: how many, charts M1")
    assert headed.options == (("heading", "Children: how many"), ("charts", "M1"))


@pytest.mark.parametrize(
    ("day", "years"),
    [(date(2018, 3, 31), "2017-18"), (date(2018, 4, 1), "2018-19"), (date(1999, 12, 31), "1999-00")],
    ids=str,
)
def test_a_day_lies_in_one_financial_year(day: date, years: str) -> None:
    """The last day of March ends one, and the first of April begins the next; its quarter is of that year too."""
    assert str(YearSpan.of_day(day)) == years
    assert Period.quarter_of(day).years == YearSpan.of_day(day)

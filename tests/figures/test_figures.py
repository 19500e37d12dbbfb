"""Figures as values: how they print, their other forms, which of two sources wins, and what a token lacks."""

import pytest
from attrs import evolve

from bscb_docs import Board, Figure, Finding, Place, Ratio, Severity
from bscb_docs.diagnostics.suggestions import NAME_PLUGIN
from bscb_docs.figures.figure import FORMS, Figures, compute_figures, files_of, in_order, slug
from bscb_docs.figures.missing_figures import missing_figure
from bscb_docs.figures.number_words import in_words, spelt_out
from bscb_docs.figures.reporting_period import reported_at, reported_years
from bscb_docs.records import (
    Action,
    Issue,
    Narrative,
    PartialDate,
    Period,
    Principle,
    Ref,
    RegisterEntry,
    Update,
    YearSpan,
)

HERE = Place("report.md", 3, 5)


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (20, 30, "20 of 30 (67%)"),
        (1, 8, "1 of 8 (13%)"),
        (1, 200, "1 of 200 (1%)"),
        (1, 201, "1 of 201 (less than 1%)"),
        (199, 200, "199 of 200 (more than 99%)"),
        (994, 1000, "994 of 1,000 (99%)"),
        (0, 9, "0 of 9 (0%)"),
        (9, 9, "9 of 9 (100%)"),
        (0, 0, "0 of 0 (not known)"),
    ],
)
def test_a_ratio_prints_both_numbers_and_a_per_cent_that_never_overstates(part: int, whole: int, expected: str) -> None:
    """A half rounds up, and 0% and 100% are kept for none and all."""
    assert expected == str(Ratio(part, whole))


@pytest.mark.parametrize(
    ("number", "house", "words"),
    [
        (0, "none", "none"),
        (9, "nine", "nine"),
        (10, "10", "ten"),
        (13, "13", "thirteen"),
        (20, "20", "twenty"),
        (42, "42", "forty-two"),
        (100, "100", "one hundred"),
        (115, "115", "one hundred and fifteen"),
        (999, "999", "nine hundred and ninety-nine"),
        (1250, "1,250", "1,250"),
    ],
)
def test_a_count_prints_in_words_up_to_nine_and_can_be_spelt_out(number: int, house: str, words: str) -> None:
    """The house's form and the form that begins a sentence."""
    assert (house, words) == (in_words(number), spelt_out(number))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (9, {"digits": "9", "words": "nine", "capital": "Nine"}),
        ("interim Chief Executive", {"capital": "Interim Chief Executive"}),
        (
            Ratio(4, 13),
            {
                "per-cent": "31%",
                "part": "four",
                "part.digits": "4",
                "part.words": "four",
                "part.capital": "Four",
                "whole": "13",
                "whole.digits": "13",
                "whole.words": "thirteen",
                "whole.capital": "Thirteen",
            },
        ),
        (None, {}),
    ],
)
def test_a_figure_has_other_forms_under_fixed_names(value: int | str | Ratio | None, expected: dict[str, str]) -> None:
    """Each form is a name of its own, so that no token holds code; every last word of a name is in FORMS."""
    forms = {form.name.removeprefix("x."): str(form) for form in Figure("x", value, "s", ("things",)).forms()}
    assert expected == forms
    assert {name.rpartition(".")[2] for name in forms} <= set(FORMS)


def test_other_forms_count_no_phrase() -> None:
    """A rule compares a typed number with a figure once, not with each of its forms."""
    assert [
        form.phrases for form in Figure("x", Ratio(1, 2), "s", ("things",), beside=("y",)).forms() if form.phrases
    ] == []


@pytest.mark.parametrize(("value", "expected"), [(9, (9,)), (Ratio(4, 13), (4, 13)), ("nine", ()), (None, ())])
def test_a_figure_says_which_numbers_are_true(value: int | str | Ratio | None, expected: tuple[int, ...]) -> None:
    """Prose may name the part or the whole of a ratio."""
    assert expected == Figure("x", value, "s").numbers


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Executive Board", "executive-board"),
        ("Safeguarding Leaders' Assembly", "safeguarding-leaders-assembly"),
        ("Birmingham Children’s Trust", "birmingham-childrens-trust"),
        ("Quality, Impact & Outcomes", "quality-impact-outcomes"),
    ],
)
def test_a_slug_is_the_title_in_small_letters_and_hyphens(title: str, expected: str) -> None:
    """An apostrophe leaves no gap behind it."""
    assert expected == slug(title)


def test_the_first_value_of_a_name_wins_and_a_missing_one_gives_way() -> None:
    """A name that one source has no value for is free for the next one's."""
    first = [Figure("A", 1, "one"), Figure("b", None, "one", missing="nobody counted")]
    second = [Figure("a", 2, "two"), Figure("b", 3, "two")]
    figures = compute_figures(Board(), [*first, *second])
    assert (str(figures["a"]), str(figures["b"])) == ("one", "three")


def test_the_list_leaves_out_forms_and_what_has_no_value_and_counts_numbers_as_numbers() -> None:
    """`P10` stands after `P9`, and a figure whose own name ends like a form stays."""
    names = ["P10.title", "P9.title", "orchestra.part", "gone"]

    found = [Figure(name, None if name == "gone" else "x", "s") for name in names]
    listed = in_order(compute_figures(Board(), found))
    assert [figure.name for figure in listed] == ["orchestra.part", "P9.title", "P10.title"]


@pytest.mark.parametrize(
    ("name", "message", "mend"),
    [
        (
            "objectives-q4",
            "objectives-q4 has nothing to print: nobody counted.",
            "Write it in figures.md, line 7, or word the sentence without it.",
        ),
        (
            "objectives-q4.part",
            "objectives-q4.part has nothing to print: nobody counted.",
            "Write it in figures.md, line 7, or word the sentence without it.",
        ),
        ("P1.title.digits", "P1.title cannot be printed as digits.", "Write P1.title, or one of P1.title.capital."),
        ("P1.titel", "There is no figure or name called P1.titel.", "Did you mean P1.title?"),
        ("zzz", "There is no figure or name called zzz.", f"`bscb-docs figures` lists every name. {NAME_PLUGIN}"),
    ],
)
def test_a_token_with_nothing_to_print_says_what_is_missing(name: str, message: str, mend: str) -> None:
    """A gap in the records, a form that does not fit and a misspelt name are told apart."""
    gap = Figure("objectives-q4", None, "s", place=Place("figures.md", 7), missing="nobody counted")
    figures = compute_figures(Board(), [gap, Figure("P1.title", "Leadership", "s")])
    found = missing_figure(name, figures, HERE)
    assert Finding("FIG-06", Severity.STOP, message, HERE, mend) == evolve(found, about="", cause="", field="")


def test_a_file_that_could_not_be_read_is_told_in_place_of_the_names_in_it() -> None:
    """What the file would give is no fault of the text that sets it; a wrong form still is."""
    broken = Finding("FIL-01", Severity.STOP, "The file is not saved as UTF-8.", Place("plan.md", 3))
    figures = compute_figures(Board(findings=(broken,)), [Figure("lost", None, "s"), Figure("kept", 3, "s")])
    assert [broken, broken] == [missing_figure(name, figures, HERE) for name in ("P1.title", "lost")]
    assert missing_figure("kept.part", figures, HERE).code == "FIG-06"


def test_a_source_names_each_file_once() -> None:
    """Records of two files are told in the order read; records made in a script have no file."""
    records = [Principle(title=str(n), place=Place(name)) for n, name in enumerate(("b.md", "a.md", "b.md"))]
    assert files_of(records) == "b.md and a.md"
    assert files_of([Principle(title="x")]) == "the records"


def entry(name: str, years: int, as_at: str) -> RegisterEntry:
    """A document of the register."""
    return RegisterEntry(id=name, title=name, years=YearSpan(years, years + 1), as_at=PartialDate.from_text(as_at))


def update(years: int) -> Update:
    """An update of a period."""
    return Update(about=Ref("A1", to=(Action,)), period=Period.of(YearSpan(years, years + 1)))


REPORT = (entry("report", 2017, "5 April 2018"), Narrative(id="report", title="Report"))
PLAN = entry("plan", 2018, "March 2019")


@pytest.mark.parametrize(
    ("records", "years", "date"),
    [
        ((*REPORT, PLAN, update(2018)), "2017-18", "5 April 2018"),
        ((PLAN, update(2016), update(2017)), "2017-18", "March 2019"),
        ((update(2017),), "2017-18", "None"),
        ((), "None", "None"),
        (
            (*REPORT, Issue(about="report", version="1.0", as_at=PartialDate.from_text("May 2018"))),
            "2017-18",
            "May 2018",
        ),
    ],
    ids=["report", "updates", "updates without a register", "nothing", "version in hand"],
)
def test_what_is_reported_is_the_reports_years_else_the_updates(
    records: tuple[Update | RegisterEntry | Narrative | Issue, ...], years: str, date: str
) -> None:
    """The plan's years and dates come after those of the report, however late they are."""
    board = Board(records)
    assert (years, date) == (str(reported_years(board)), str(reported_at(board)))


def test_a_form_is_got_as_it_is_asked_for() -> None:
    """By every way to ask: a figure's form is no key, and `get` finds it as an index does."""
    figures = Figures({"meetings": Figure("meetings", 6, "s", ("meetings",))})
    assert (str(figures.get("meetings.digits")), str(figures["meetings.digits"])) == ("6", "6")
    assert "meetings.capital" in figures
    assert figures.get("meetings.part") is None

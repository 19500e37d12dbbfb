"""Records, and what plugins offer, are held against their annotations when they are made."""

import inspect
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from attrs import evolve, frozen

from bscb_docs import (
    Action,
    Board,
    Body,
    FieldError,
    Figure,
    Issue,
    Kind,
    Layout,
    Meeting,
    Organisation,
    Outline,
    PartialDate,
    Plan,
    PlanText,
    Prose,
    Ratio,
    Record,
    Ref,
    Rule,
    Section,
    Severity,
    Status,
    Update,
    YearSpan,
    above,
    many,
    one,
)
from bscb_docs.reading.folder import read_board
from bscb_docs.records import KINDS, Rating

HERE = Path("visits.docx")


@frozen
class Page:
    """What a section prints."""

    title: str = ""


LINE = f"{Path(__file__).name}:{inspect.getsourcelines(Page)[1]}"
"""Where a message says that this class stands."""


@frozen(kw_only=True)
class Trip(Record):
    """A kind of a plugin."""

    title: str
    plan: Ref[Plan] = above()
    when: PartialDate = one()
    by: Ref[Organisation | Body] | None = one()
    remarks: tuple[str, ...] = many("remark")


def no_page(board: Board, document: object) -> None:
    """A section that has nothing to say."""


REFUSED: dict[str, tuple[Callable[[], object], str]] = {
    "words that are no date": (
        lambda: Action(id="A1", due="soon"),
        'Action A1, due: "soon" is no date. Write 5 April 2018, March 2018, Q3 2017-18 or 2017-18.',
    ),
    "a number for text": (lambda: Issue(about="plan", version=1.0), 'Issue, version: 1.0 is no text. Write "1.0".'),
    "text for a number": (
        lambda: YearSpan("2017", 2018),
        'YearSpan, first: "2017" is no whole number. Give a whole number.',
    ),
    "True for a number": (lambda: Ratio(True, 3), "Ratio, part: True is no whole number. Give a whole number."),
    "nothing where a name must be": (
        lambda: Meeting(body=None),
        "Meeting, body: nothing is given. Write the id or title of its Body.",
    ),
    "one value where several belong": (
        lambda: Action(id="A1", owners="Executive Board"),
        'Action A1, owners: "Executive Board" stands alone where several belong. Put it in a list, even alone.',
    ),
    "a wrong one among several": (
        lambda: Plan(title="Plan", revisions=["Refreshed"]),
        'Plan Plan, revisions: "Refreshed" is no Revision. Write Revision(...).',
    ),
    "a word for a member": (
        lambda: Issue(about="plan", version="1.0", state="approved"),
        'Issue, state: "approved" is no IssueState. Write IssueState.APPROVED.',
    ),
    "no text at all": (
        lambda: Action(id="A1", text=None),
        "Action A1, text: None is no text. Write Markdown in quotation marks, or leave it out.",
    ),
    "years that run backwards": (
        lambda: YearSpan(2019, 2017),
        "YearSpan: 2019 to 2017 is no span of years. Write the first year first, as in YearSpan(2017, 2018).",
    ),
    "days that run backwards": (
        lambda: PartialDate(date(2018, 4, 2), date(2018, 4, 1), "April"),
        "PartialDate: 2018-04-02 is after 2018-04-01. The earliest day stands first.",
    ),
    "a day with an hour": (
        lambda: PartialDate(datetime(2018, 4, 1, 9), datetime(2018, 4, 1, 9), "April"),
        "PartialDate, earliest: datetime.datetime(2018, 4, 1, 9, 0) is no date. Give a date.",
    ),
    "a colour by its name": (
        lambda: Status(title="Late", colour="green"),
        'Status Late: "green" is no colour. Write accent 1 to accent 6, or six figures and letters from A to F.',
    ),
    "a number for a reference": (lambda: Ref(5), "Ref, name: 5 is no text. Put it in quotation marks."),
    "a board of no records": (lambda: Board([3]), "Board, records: 3 is no Record. Write Record(...)."),
    "what a plugin's kind needs from above": (
        lambda: Trip(title="To Leeds", when="May 2018"),
        "Trip To Leeds, plan: nothing is given. Write the id or title of its Plan.",
    ),
    "what a plugin's kind needs": (
        lambda: Trip(title="To Leeds", plan="Plan"),
        "Trip To Leeds, when: nothing is given. Give a PartialDate or its words.",
    ),
    "a template by its name": (
        lambda: Section("visits", "visits.docx", Page, no_page),
        'Section visits, template: "visits.docx" is neither a Path nor a Traversable. Give one of these, as in '
        'Path(__file__).with_name("visits.docx").',
    ),
    "a page that is no attrs class": (
        lambda: Section("visits", HERE, dict, no_page),
        "Section visits: its page dict is no attrs class. Write `@frozen` above the class.",
    ),
    "no function for the page": (
        lambda: Section("visits", HERE, Page, None),
        "Section visits, context: nothing is given. Give a function.",
    ),
    "a layout by its word": (
        lambda: Section("visits", HERE, Page, no_page, layout="landscape"),
        'Section visits, layout: "landscape" is no Layout. Write Layout.LANDSCAPE.',
    ),
    "a section of two words": (
        lambda: Section("a b", HERE, Page, no_page),
        'Section a b: its name "a b" is not one word of letters, figures and hyphens. Write "a-b".',
    ),
    "an outline of no names": (
        lambda: Outline("visits", "Visits", ("cover", 5)),
        'Outline visits, sections: 5 is no text. Write "5".',
    ),
    "a section of an outline with half an option": (
        lambda: Outline("visits", "Visits", ("contents, levels",)),
        'Outline visits: "levels" is no option. Give each section a line of its own, and an option its value, as in: '
        "years 2018-19.",
    ),
    "a kind that is no record": (
        lambda: Kind(Page),
        f"Kind Page: Page ({LINE}) is no class of records. Write `class Page(Record):`.",
    ),
    "a heading with a colon": (
        lambda: Kind(Trip, "Trip: far"),
        'Kind Trip: far: no heading can begin with "Trip: far". Write one or a few words.',
    ),
    "a rule's code": (
        lambda: Rule("visits", Severity.STOP, "Asks.", print),
        'Rule visits: its code "visits" is none. Write capitals, a hyphen and two figures, as in ATT-01.',
    ),
    "a part above its whole": (
        lambda: Ratio(5, 3),
        "Ratio: 5 of 3 is no part of a whole. Give first how many there are, then out of how many, as in Ratio(3, 5).",
    ),
    "a figure of two words": (
        lambda: Figure("places taken", 8, "a script"),
        'Figure places taken: its name "places taken" can stand in no {{ }}. Write letters, figures, hyphens and full '
        "stops: places-taken.",
    ),
    "a figure that is a fraction": (
        lambda: Figure("share", 0.5, "a script"),
        "Figure share, value: 0.5 is neither a whole number nor a text nor a Ratio. Give one of these.",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_does_not_fit_is_refused_when_it_is_made(name: str) -> None:
    """The error names the class, the field, what was given and what to write, and is a ValueError and a TypeError."""
    make, message = REFUSED[name]
    with pytest.raises(FieldError) as caught:
        make()
    assert message == str(caught.value)
    assert isinstance(caught.value, ValueError)
    assert isinstance(caught.value, TypeError)


def test_what_can_be_meant_in_one_way_is_taken() -> None:
    """Text becomes Prose, a date, years or a reference; a list a tuple; a day a date; a record the reference to it."""
    action = Action(id="A1", due="March 2018", years="2017-18", owners=["Executive Board"], text="Do it.")
    assert action.due == PartialDate.from_text("March 2018")
    assert (YearSpan(2017, 2018), (Ref("Executive Board"),), Prose("Do it.")) == (
        action.years,
        action.owners,
        action.text,
    )
    assert Update(about="A1", status="Complete").status == Rating(Ref("Complete"))
    days = [Meeting(body=Body(title="Forum"), date=day) for day in (date(2018, 4, 5), datetime(2018, 4, 5, 9))]
    assert [(each.body, str(each.date)) for each in days] == [(Ref("Forum"), "5 April 2018")] * 2


def test_a_reference_learns_whom_it_may_name() -> None:
    """A script need not say the classes: the field knows them."""
    trip = Trip(title="T", plan=Ref("P"), when="2018", by=Ref("X"))
    assert (Ref("X"), {Organisation, Body}) == (trip.by, set(trip.by.to))


def test_a_changed_copy_is_checked_too() -> None:
    """`attrs.evolve` makes a new record, and that is held against its annotations."""
    with pytest.raises(FieldError, match="layout"):
        evolve(Section("visits", HERE, Page, no_page, layout=Layout.OWN_PAGE), layout="own page")


def test_a_reference_that_no_heading_answers_is_missing_in_a_file_too(tmp_path: Path) -> None:
    """A field whose type has no None must be given, by a line of its own or by the heading above."""
    (tmp_path / "board.md").write_text(
        "# Board: X\n\n# Plan: P\n\n## Trip: Near\nwhen: 2018\n\n# Trip: Far\nwhen: 2018\n"
    )
    board = read_board(tmp_path, kinds=(*KINDS, Kind(Trip)))
    assert [trip.title for trip in board.of(Trip)] == ["Near"]
    (finding,) = board.findings
    assert (finding.code, finding.place.line, finding.mend) == ("REC-12", 8, "Write its plan.")
    assert finding.message == 'Trip "Far": "plan" is missing, which every Trip needs, so it is left out.'


def test_an_id_in_a_table_is_one_word(tmp_path: Path) -> None:
    """As in a heading: a name in braces could not be written otherwise."""
    (tmp_path / "board.md").write_text("# Board: X\n")
    (tmp_path / "recorded figures.csv").write_text("id,value\nplaces taken,8\n")
    board = read_board(tmp_path)
    (finding,) = board.findings
    assert (finding.code, finding.mend) == ("REC-06", "Write it as: places-taken")


def test_records_of_a_common_class_are_found_by_it() -> None:
    """`of(PlanText)` gives every opening text of the plan in the order of the records."""
    from bscb_docs import Ambition, Foreword

    board = Board([Foreword(text="One."), Body(title="Forum"), Ambition(text="Two.")])
    assert [str(text.text) for text in board.of(PlanText)] == ["One.", "Two."]
    assert board.records == board.of(Record)

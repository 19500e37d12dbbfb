"""The training programme: a document of its own, with the courses, whom to ask, a chart, and the places.

It shows a whole document with its outline, a field that is added to a kind of the library (`training lead` of an
Organisation), points within a notice, a chart, a figure, and a rule that knows in which documents a record is printed.
"""

from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from bscb_docs import (
    Board,
    Document,
    Figure,
    FigureSource,
    Finding,
    Kind,
    Layout,
    Organisation,
    Outline,
    Pack,
    PartialDate,
    Period,
    PictureFile,
    Prose,
    Ratio,
    Record,
    Ref,
    Rule,
    Section,
    Severity,
    draw_bars,
    hookimpl,
    in_words,
    many,
    one,
    theme_of,
)


@frozen(kw_only=True)
class TrainingOrganisation(Organisation):
    """An organisation as the library knows it, and whom to ask there about training."""

    training_lead: str | None = one()


@frozen(kw_only=True)
class Course(Record):
    """A course or event: a card whose text says what it is about, or a row of courses.csv."""

    id: str
    title: str
    date: PartialDate
    places: int
    taken: int | None = one()
    by: Ref[Organisation] | None = one()
    audience: tuple[str, ...] = many("for")
    text: Prose = Prose("")


@frozen
class CourseItem:
    """One course: its heading, one line of facts, and what it is about."""

    title: str
    facts: str
    text: Prose


@frozen
class ProgrammePage:
    """What the section prints."""

    years: str
    courses: tuple[CourseItem, ...]
    leads: tuple[str, ...]
    chart: PictureFile | None


def printed(board: Board, document: Document) -> tuple[Record, ...]:
    """The courses of the document's years in the order of their dates, and the organisations that name a lead."""
    leads = (each for each in board.of(TrainingOrganisation) if each.training_lead)
    return (*courses_of(board, document), *leads)


def courses_of(board: Board, document: Document) -> tuple[Course, ...]:
    """The courses of the document's years, all of them where it has none."""
    courses = sorted(board.of(Course), key=lambda course: (course.date, course.title))
    months = Period.of(document.years) if document.years else None
    return tuple(course for course in courses if months is None or months.holds(course.date))


def make_page(board: Board, document: Document) -> ProgrammePage | None:
    """The programme; None, where it has no course, leaves the section out."""
    courses = courses_of(board, document)
    if not courses:
        return None
    leads = (f"{each.title}: {each.training_lead}" for each in board.of(TrainingOrganisation) if each.training_lead)
    bars = {course.title: taken_of(course) for course in courses if course.taken is not None}
    return ProgrammePage(
        years=str(document.years or ""),
        courses=tuple(CourseItem(course.title, facts_of(board, course), course.text) for course in courses),
        leads=tuple(leads),
        chart=draw_bars("places on each course", bars, theme=theme_of(board)),
    )


def taken_of(course: Course) -> dict[str, int]:
    """The places of a course, taken and free."""
    taken = course.taken or 0
    return {"taken": taken, "free": max(course.places - taken, 0)}


def facts_of(board: Board, course: Course) -> str:
    """When, for whom, by whom and for how many, in one line."""
    facts = [str(course.date), *course.audience, f"{in_words(course.places)} places"]
    if course.by:
        facts.append(f"given by {board.get(course.by).title}")
    return "; ".join(facts)


def count_places(board: Board) -> Iterator[Figure]:
    """`{{ training.places-taken }}`: of the places whose taking is recorded."""
    held = [course for course in board.of(Course) if course.taken is not None]
    if held:
        taken = sum(course.taken or 0 for course in held)
        places = sum(course.places for course in held)
        yield Figure("training.places-taken", Ratio(taken, places), "the courses", phrases=("training places",))


RULE = "TRAINING-01"


def check_courses(pack: Pack) -> Iterator[Finding]:
    """More places taken than there are, and a course that no document prints."""
    for course in pack.board.of(Course):
        if course.taken is not None and course.taken > course.places:
            message = f"The course {course.id} has {course.places} places, and {course.taken} were taken."
            yield Finding(RULE, Severity.STOP, message, course.place, "Mend one of the two numbers.")
        if pack.documents and not pack.documents_of(course):
            message = f"The course {course.id} stands in no document."
            yield Finding(RULE, Severity.CHECK, message, course.place, "Give a document the years of its date.")


@hookimpl.kinds
def kinds() -> list[Kind]:
    """The kind Course, and the library's Organisation with one field more."""
    return [Kind(Course), Kind(TrainingOrganisation, "Organisation")]


@hookimpl.sections
def sections() -> list[Section[ProgrammePage]]:
    """The section `training-programme`, whose template brings a style for points within a notice."""
    template = Path(__file__).with_name("training_programme.docx")
    return [
        Section(
            "training-programme",
            template,
            ProgrammePage,
            make_page,
            layout=Layout.OWN_PAGE,
            prints=printed,
            styles=("Notice Point",),
        )
    ]


@hookimpl.outlines
def outlines() -> list[Outline]:
    """A document of its own: a board names it with `outline: training-programme`."""
    return [Outline("training-programme", "Training Programme", ("cover", "contents", "training-programme"))]


@hookimpl.figures
def figures() -> list[FigureSource]:
    """What counts the places."""
    return [count_places]


@hookimpl.rules
def rules() -> list[Rule]:
    """The rule about courses."""
    return [Rule(RULE, Severity.STOP, "Every course can be right, and stands in a document.", check_courses)]

"""Courses: the training of a year, their places and who took them, agency by agency, and what was said afterwards."""

from collections import Counter
from collections.abc import Iterator

from attrs import frozen

from bscb_docs import (
    Board,
    Document,
    FigureSource,
    Kind,
    Ratio,
    Rule,
    Runs,
    Section,
    Table,
    hookimpl,
    house_template,
    labelled,
    say,
    shares_caption,
    table_of,
)

from .training import Feedback, TrainingCourse, courses_of, in_short, sum_of
from .training_figures import count_courses
from .training_rules import RULES


@frozen
class CoursesPage:
    """The year in a sentence, the courses and the agencies in tables, and a line for each thing that was said."""

    years: str
    lead: str
    tables: tuple[Table, ...]
    feedback: tuple[Runs, ...]


def make_page(board: Board, document: Document) -> CoursesPage | None:
    """The years of the register's option `years`, else of the document; nothing where they have no course."""
    years, courses = document.told_years, printed(board, document)
    if not courses:
        return None
    tables = (_courses(courses), *_agencies(board, courses))
    said = [labelled(course.title, _said(each)) for course in courses for each in course.feedback]
    return CoursesPage(str(years), in_short(courses), tables, tuple(said))


def printed(board: Board, document: Document) -> list[TrainingCourse]:
    """The courses of the years."""
    return courses_of(board, document.told_years) if document.told_years else []


def _said(feedback: Feedback) -> str:
    share = str(Ratio.of_amount(feedback.share) or feedback.share)
    return say("{share} said that {words}", share=share, words=feedback.that)


def _courses(courses: list[TrainingCourse]) -> Table:
    """A row for each course, and one of all."""
    rows = [[each.title, *map(_number, (each.held, each.places, each.came))] for each in courses]
    sums = (sum_of([getattr(each, name) for each in courses]) for name in ("held", "places", "came"))
    head = [say("Course"), say("Times held"), say("Places"), say("Taken")]
    return table_of(say("Courses, and how many took a place"), head, [*rows, [say("All"), *map(_number, sums)]])


def _number(number: int | None) -> str:
    return say("Not recorded") if number is None else f"{number:,}"


def _agencies(board: Board, courses: list[TrainingCourse]) -> Iterator[Table]:
    """How many came from each agency, and their share of all who came from one; most first."""
    came = Counter[str]()
    for each in (each for course in courses for each in course.attended):
        came[board.get(each.from_).title] += each.number
    if came:
        shares = {title: Ratio(n, came.total()).per_cent for title, n in came.most_common()}
        rows = [[title, f"{came[title]:,}", share] for title, share in shares.items()]
        head = [say("Agency"), say("Places taken"), say("Share")]
        caption = shares_caption(say("Who took them, by agency"), shares.values())
        yield table_of(caption, head, [*rows, [say("All"), f"{came.total():,}", "100%"]])


@hookimpl.sections
def sections() -> list[Section[CoursesPage]]:
    """The section `courses`."""
    template = house_template("courses")
    return [Section("courses", template, CoursesPage, make_page, options=("years",), prints=printed)]


@hookimpl.kinds
def kinds() -> list[Kind]:
    """The kind `Training course`."""
    return [Kind(TrainingCourse, "Training course", tells_of="what was done and learnt", may_recur=True)]


@hookimpl.figures
def figures() -> list[FigureSource]:
    """What counts courses and places."""
    return [count_courses]


@hookimpl.rules
def rules() -> list[Rule]:
    """What asks that the numbers of a course can be right."""
    return RULES

"""Courses: the training of a year, their places and who took them, agency by agency, and what was said afterwards."""

from collections import Counter
from collections.abc import Iterator

from attrs import frozen

from bscb_docs import (
    Amount,
    Board,
    Body,
    Document,
    Figure,
    FigureSource,
    Finding,
    Kind,
    Organisation,
    Pack,
    Period,
    Ratio,
    Record,
    Ref,
    Rule,
    Runs,
    Section,
    Severity,
    Table,
    YearSpan,
    capital,
    counted,
    files_of,
    hookimpl,
    house_template,
    labelled,
    many,
    one,
    reported_years,
    say,
    shares_caption,
    slug,
    table_of,
)

RULE = "COURSES-01"


@frozen
class Attended:
    """How many came from an agency: `84, from Sample Council`."""

    number: int
    from_: Ref[Body | Organisation]


@frozen
class Feedback:
    """How many of those who were asked said something: `112 of 130, that it changed how they work`."""

    share: Amount
    that: str


@frozen(kw_only=True)
class TrainingCourse(Record):
    """A course of a year: how often it was held, its places, who took them, and what they said."""

    title: str
    years: YearSpan
    held: int | None = one()
    places: int | None = one()
    taken: int | None = one()
    attended: tuple[Attended, ...] = many("attended")
    feedback: tuple[Feedback, ...] = many("feedback")

    @property
    def came(self) -> int | None:
        """How many took a place: as recorded, else all who came from agencies; None where neither is recorded."""
        return sum(each.number for each in self.attended) if self.taken is None and self.attended else self.taken


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
    return CoursesPage(str(years), _lead(courses), tables, tuple(said))


def printed(board: Board, document: Document) -> list[TrainingCourse]:
    """The courses of the years."""
    return _of_years(board, document.told_years) if document.told_years else []


def _of_years(board: Board, years: YearSpan | None) -> list[TrainingCourse]:
    return [each for each in board.of(TrainingCourse) if years in {None, each.years}]


def _said(feedback: Feedback) -> str:
    share = str(Ratio.of_amount(feedback.share) or feedback.share)
    return say("{share} said that {words}", share=share, words=feedback.that)


def _sum(numbers: list[int | None]) -> int | None:
    """All of them; None where one is not known."""
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None


def _taken(courses: list[TrainingCourse]) -> Ratio | None:
    """The places that were taken, of all; None where a number is not known, or more came than there were places."""
    places, came = _sum([each.places for each in courses]), _sum([each.came for each in courses])
    return Ratio(came, places) if places is not None and came is not None and came <= places else None


def _lead(courses: list[TrainingCourse]) -> str:
    """How many courses there were, how often they were held, and how many places were taken; as far as recorded."""
    held, taken, number = _sum([each.held for each in courses]), _taken(courses), counted(len(courses), "course")
    said = [say("{courses}, held {times}.", courses=number, times=counted(held, "time")) if held else f"{number}."]
    if taken:
        said.append(say("{taken} training places were taken.", taken=taken))
    return capital(" ".join(said))


def _courses(courses: list[TrainingCourse]) -> Table:
    """A row for each course, and one of all."""
    rows = [[each.title, *map(_number, (each.held, each.places, each.came))] for each in courses]
    sums = (_sum([getattr(each, name) for each in courses]) for name in ("held", "places", "came"))
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


def count_courses(board: Board) -> Iterator[Figure]:
    """`{{ training.places }}` and others, of the years that are reported on; `training-2025-26.places` of any."""
    reported = reported_years(board)
    now = reported.years if isinstance(reported, Period) else reported
    spans = dict.fromkeys(each.years for each in board.of(TrainingCourse))
    for stem, years in (
        ("training", now),
        *((f"training-{slug(str(each))}", each) for each in spans),
    ):
        if courses := _of_years(board, years):
            said = f"{files_of(courses)}: courses{f' of {years}' if years else ''}"
            for name, value, phrases in (
                ("in-short", _lead(courses), ()),
                ("courses", len(courses), ()),
                ("places", _sum([each.places for each in courses]), ("training places",)),
                ("taken", _taken(courses), ("training places",)),
            ):
                missing = "" if value is not None else _missing(courses, name)
                yield Figure(f"{stem}.{name}", value, said, phrases, courses[0].place, missing=missing)


def _missing(courses: list[TrainingCourse], name: str) -> str:
    """Why there is no number of them: a course does not say it, or more came than there were places."""
    silent = [each.title for each in courses if each.places is None or (name == "taken" and each.came is None)]
    return f"{silent[0]} does not say it" if silent else "more took the courses than they had places"


def check_courses(pack: Pack) -> Iterator[Finding]:
    """A finding for a course that more took than it had places, and for agencies that do not add up to who took it."""
    for course in pack.board.of(TrainingCourse):
        by_agency = sum(each.number for each in course.attended)
        if course.came is not None and course.places is not None and course.came > course.places:
            message = f"{course.title} of {course.years} had {course.places:,} places, and {course.came:,} were taken."
            mend = "Mend one of the two; count the places of every time that it was held."
            yield Finding(RULE, Severity.CHECK, message, course.place, mend, course.title)
        answers = max((each.share.out_of or 0 for each in course.feedback), default=0)
        if course.came is not None and answers > course.came:
            message = (
                f"{course.title} of {course.years} was taken by {course.came:,}, and {answers:,} said what it was."
            )
            mend = "Mend the second number of its feedback, or who came."
            yield Finding(RULE, Severity.CHECK, message, course.place, mend, course.title)
        if course.attended and course.came != by_agency:
            message = f"{course.title} of {course.years} was taken by {course.came:,}; its agencies have {by_agency:,}."
            mend = "Mend a number, or say how many came from elsewhere."
            yield Finding(RULE, Severity.CHECK, message, course.place, mend, course.title)


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
    asks = "A course has places for all who took it, and its agencies add up to them."
    return [Rule(RULE, Severity.CHECK, asks, check_courses)]

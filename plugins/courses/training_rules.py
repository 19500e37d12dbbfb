"""Training rules: the numbers of a course can be right together."""

from collections.abc import Iterator

from bscb_docs import Finding, Pack, Rule, Severity, slug

from .training import TrainingCourse

_CODE = "COURSES-01"


def check_courses(pack: Pack) -> Iterator[Finding]:
    """A finding for each number of a course that cannot be right beside another."""
    for course in pack.board.of(TrainingCourse):
        for what, mend, figures in _wrong(course):
            message, explains = f"{course.title} of {course.years} {what}.", tuple((name, "value") for name in figures)
            yield Finding(_CODE, Severity.CHECK, message, course.place, mend, course.title, explains=explains)


def _wrong(course: TrainingCourse) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """More than there were places, or than came, and agencies that do not add up.

    Each with what to do, and the figures that have no value for it.
    """
    came, places = course.came, course.places
    answers = max((each.share.out_of or 0 for each in course.feedback), default=0)
    by_agency = sum(each.number for each in course.attended)
    if came is not None and places is not None and came > places:
        what = f"had {places:,} places, and {came:,} were taken"
        figures = ("training.taken", f"training-{slug(str(course.years))}.taken")
        yield what, "Mend one of the two; count the places of every time that it was held.", figures
    if came is not None and answers > came:
        what = f"was taken by {came:,}, and {answers:,} said what it was"
        yield what, "Mend the second number of its feedback, or who came.", ()
    if course.attended and came != by_agency:
        what = f"was taken by {came:,}; its agencies have {by_agency:,}"
        yield what, "Mend a number, or say how many came from elsewhere.", ()


RULES = [
    Rule(
        _CODE,
        Severity.CHECK,
        "A course has places for all who took it, and its agencies add up to them.",
        check_courses,
    )
]

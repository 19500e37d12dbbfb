"""Training figures: how many courses and places there were, and how many were taken."""

from collections.abc import Iterator

from bscb_docs import Board, Figure, Period, files_of, reported_years, slug

from .training import TrainingCourse, courses_of, in_short, places_taken, sum_of


def count_courses(board: Board) -> Iterator[Figure]:
    """`{{ training.places }}` and others, of the years that are reported on; `training-2025-26.places` of any."""
    reported = reported_years(board)
    now = reported.years if isinstance(reported, Period) else reported
    spans = dict.fromkeys(each.years for each in board.of(TrainingCourse))
    for stem, years in (("training", now), *((f"training-{slug(str(each))}", each) for each in spans)):
        if courses := courses_of(board, years):
            said = f"{files_of(courses)}: courses{f' of {years}' if years else ''}"
            for name, value, phrases in (
                ("in-short", in_short(courses), ()),
                ("courses", len(courses), ()),
                ("places", sum_of([each.places for each in courses]), ("training places",)),
                ("taken", places_taken(courses), ("training places",)),
            ):
                missing = "" if value is not None else _missing(courses, name)
                yield Figure(f"{stem}.{name}", value, said, phrases, courses[0].place, missing=missing)


def _missing(courses: list[TrainingCourse], name: str) -> str:
    """Why there is no number of them: a course does not say it, or more came than there were places."""
    silent = [each.title for each in courses if each.places is None or (name == "taken" and each.came is None)]
    return f"{silent[0]} does not say it" if silent else "more took the courses than they had places"

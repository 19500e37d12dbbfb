"""Training: the courses of a year, who came to them, and what is known of several together."""

from attrs import frozen

from bscb_docs import Amount, Board, Body, Organisation, Ratio, Record, Ref, YearSpan, capital, counted, many, one, say


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


def courses_of(board: Board, years: YearSpan | None) -> list[TrainingCourse]:
    """The courses of those years; of all where none are given."""
    return [each for each in board.of(TrainingCourse) if years in {None, each.years}]


def sum_of(numbers: list[int | None]) -> int | None:
    """All of them; None where one is not known."""
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None


def places_taken(courses: list[TrainingCourse]) -> Ratio | None:
    """The places that were taken, of all; None where a number is not known, or more came than there were places."""
    places, came = sum_of([each.places for each in courses]), sum_of([each.came for each in courses])
    return Ratio(came, places) if places is not None and came is not None and came <= places else None


def in_short(courses: list[TrainingCourse]) -> str:
    """How many courses there were, how often they were held, and how many places were taken; as far as recorded."""
    held, taken, number = (
        sum_of([each.held for each in courses]),
        places_taken(courses),
        counted(len(courses), "course"),
    )
    said = [say("{courses}, held {times}.", courses=number, times=counted(held, "time")) if held else f"{number}."]
    if taken:
        said.append(say("{taken} training places were taken.", taken=taken))
    return capital(" ".join(said))

"""Questions: what a form asks of each piece of work, in the words by which an answer is known again."""

from collections.abc import Iterable

from attrs import evolve, frozen

from bscb_docs.languages.house_words import date_words, say
from bscb_docs.records import Measure, Period
from bscb_docs.records.values.numeric_day import month_end, month_words

TYPE, CHOOSE = "[Type here]", "[Choose one]"
"""What a field shows until it is filled in: a field that still shows it was not answered."""
_AHEAD = 2
"""So many months after those that a form asks about, a next step may well be due."""
READING = "reading_"
"""Begins the keys of the questions for readings."""


@frozen
class Question:
    """One line of a form: its label, a hint beneath it, and what its field shows at first."""

    key: str
    label: str
    hint: str
    prompt: str = TYPE


STATE = Question("state", "How it stands", "The meanings are on the first page.", CHOOSE)
HAPPENED = Question("happened", "What happened", "What was done in the period, and what came of it.")
SHOWN = Question("shown", "What shows it", "A document, a figure, what children or families said.")
NEXT = Question("next", "Next step", "What, to which body, and by when: findings to the Executive, by {month}.")
DEADLINE = Question(
    "deadline", "New deadline asked for", "Only if the old one cannot be kept: the month or day instead."
)
REASON = Question("reason", "Why a new deadline", "The board decides, and needs your reason.")
PASSED_ON = Question("passed_on", "No longer ours", "If this work is somebody else's now: whose.")


def readings_of(measures: Iterable[Measure]) -> tuple[Question, ...]:
    """The question for the latest reading of each measure; its number says which measure is meant."""
    asked = [say("Latest reading, {measure}", measure=measure.id) for measure in measures]
    hint, prompt = say("A number: 34 of 48, or 70%."), say(TYPE)
    return tuple(Question(f"{READING}{number}", label, hint, prompt) for number, label in enumerate(asked))


def questions_of(measures: Iterable[Measure], period: Period) -> tuple[Question, ...]:
    """What is asked of a piece of work that has those measures about those months, in the language of the form."""
    soon = month_end(period.latest.year, period.latest.month + _AHEAD)
    month = date_words(month_words(soon, soon))

    def said(question: Question) -> Question:
        hint = say(question.hint, month=month)
        return evolve(question, label=say(question.label), hint=hint, prompt=say(question.prompt))

    first, last = (STATE, HAPPENED, SHOWN, NEXT), (DEADLINE, REASON, PASSED_ON)
    return (*map(said, first), *readings_of(measures), *map(said, last))

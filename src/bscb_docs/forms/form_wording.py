"""Words: the sentences of a form in whatever file it is written, and the names of the files."""

import re
from collections.abc import Iterator

from attrs import evolve

from bscb_docs.forms.asked_work import AskedWork
from bscb_docs.forms.questions import CHOOSE, TYPE
from bscb_docs.records import AskedForm, Board, Prose, Target

END = "Thank you. Here the form ends."
"""Closes a form: a table at the very end would lose itself in an old Word file."""

_DEADLINE = "Deadline"


def title_of(board: Board, form: AskedForm) -> str:
    """Whose form it is, and of which period."""
    return f"{board.get(form.owner).title}, {form.period}"


def file_name(form: AskedForm, ending: str) -> str:
    """`Update-Q3-2018-19-Sample-Council-F3-K7QX.docx`."""
    period = form.period.text
    return f"Update-{slug_of(period)}-{slug_of(form.owner.name)}-{form.id}.{ending}"


def slug_of(words: str) -> str:
    """Words as a part of the name of a file: letters of every language are kept."""
    return re.sub(r"[^\w.]+", "-", words).strip("-.")[:60] or "unnamed"


def opening(board: Board, form: AskedForm, count: int) -> Iterator[str]:
    """The paragraphs that say what is asked, by when, and to whom it goes back."""
    pieces = "one piece of work" if count == 1 else f"{count} pieces of work"
    yield (
        f"{board.details.title} asks {board.get(form.owner).title} how far {pieces} had come in {form.period}. "
        "What you write here stands in the board’s progress report under your name."
    )
    yield f"Please send this file back to {form.back_to or 'whoever sent it to you'} by {form.answers_by}."
    yield f"This is form {form.id}; it shows the work as it stood at {form.asked_on}."


def steps(form: AskedForm) -> Iterator[str]:
    """How a form is filled in, a point each."""
    yield f"Answer in the right-hand column, over {_plain(CHOOSE)} and {_plain(TYPE)}."
    yield "Leave a line as it is where there is nothing to say."
    yield f"Keep the left-hand column, and the line with form {form.id}: they say what each answer belongs to."
    yield "Comments, and words that you write elsewhere, are read by a person."


def _plain(prompt: str) -> str:
    return prompt.replace("[", "\\[")


def _deadline(work: Target) -> str:
    first = f" (first agreed: {work.due})" if work.moved and work.due else ""
    return f"{work.deadline}{first}"


def earlier_deadlines(work: Target) -> Iterator[str]:
    """The line of its deadline as a form may have printed it, before a change of an earlier day was recorded."""
    for number in range(len(work.moved)):
        yield f"{_DEADLINE}: {_deadline(evolve(work, moved=work.moved[:number]))}"


def facts_of(board: Board, asked: AskedWork) -> Iterator[tuple[str, Prose | str]]:
    """What is known of a piece of work, a label and its words each: deadline, measures, last update."""
    work, standing = asked.work, asked.standing
    if work.deadline:
        yield _DEADLINE, _deadline(work)
    for measure in asked.measures:
        target = f", target {measure.target}" if measure.target else ""
        by = f" by {measure.target_by}" if measure.target and measure.target_by else ""
        yield "Measure", f"{measure.id}, {measure.title}{target}{by}"
    for words in asked.measures_in_words:
        yield "Measure", words
    if work.supporters:
        yield "Supported by", ", ".join(board.get(ref).title for ref in work.supporters)
    if standing.update is None:
        yield "Last update", "none"
        return
    day = standing.update.as_at or standing.update.period
    said = ", ".join(filter(None, (standing.status.title if standing.status else "not rated", str(day or ""))))
    yield "Last update", said
    if standing.update.text:
        yield "It said", standing.update.text
    for step in standing.update.next:
        yield "Promised then", step.words

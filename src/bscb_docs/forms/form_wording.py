"""Form wording: the sentences of a form in whatever file it is written, and the names of the files."""

import re
from collections.abc import Iterator

from attrs import evolve

from bscb_docs.forms.asked_work import AskedWork
from bscb_docs.forms.questions import CHOOSE, TYPE
from bscb_docs.languages.house_words import Wording, say
from bscb_docs.records import AskedForm, Board, Label, Prose, Target, supporters_of
from bscb_docs.records.labels import wording_of

END = "Thank you. Here the form ends."
"""Closes a form: a table at the very end would lose itself in an old Word file."""

_DEADLINE = "Deadline"


def wording_for(board: Board) -> Wording:
    """The words in which the forms of a board are written and read: those of its language."""
    return wording_of(board.of(Label), board.details.language.tag)


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
    names = {"board": board.details.title, "owner": board.get(form.owner).title, "period": form.period}
    asked = (
        say("{board} asks {owner} how far one piece of work had come in {period}.", **names)
        if count == 1
        else say("{board} asks {owner} how far {number} pieces of work had come in {period}.", number=count, **names)
    )
    yield f"{asked} {say('What you write here stands in the board’s progress report under your name.')}"
    back_to = form.back_to or say("whoever sent it to you")
    yield say("Please send this file back to {whom} by {day}.", whom=back_to, day=form.answers_by)
    yield say("This is form {form}; it shows the work as it stood at {day}.", form=form.id, day=form.asked_on)


def steps(form: AskedForm) -> Iterator[str]:
    """How a form is filled in, a point each."""
    prompts = {"choose": _plain(say(CHOOSE)), "type": _plain(say(TYPE))}
    yield say("Answer in the right-hand column, over {choose} and {type}.", **prompts)
    yield say("Leave a line as it is where there is nothing to say.")
    yield say(
        "Keep the left-hand column, and the line with form {form}: they say what each answer belongs to.", form=form.id
    )
    yield say("Comments, and words that you write elsewhere, are read by a person.")


def _plain(prompt: str) -> str:
    return prompt.replace("[", "\\[")


def _deadline(work: Target) -> str:
    first = say(" (first agreed: {day})", day=work.due) if work.moved and work.due else ""
    return f"{work.deadline}{first}"


def earlier_deadlines(work: Target) -> Iterator[str]:
    """The line of its deadline as a form may have printed it, before a change of an earlier day was recorded."""
    for number in range(len(work.moved)):
        yield f"{say(_DEADLINE)}: {_deadline(evolve(work, moved=work.moves[:number]))}"


def facts_of(board: Board, asked: AskedWork) -> Iterator[tuple[str, Prose | str]]:
    """What is known of a piece of work, a label and its words each: deadline, measures, last update."""
    work, standing = asked.work, asked.standing
    if work.deadline:
        yield say(_DEADLINE), _deadline(work)
    for measure in asked.measures:
        target = say(", target {target}", target=measure.target) if measure.target else ""
        by = say(" by {day}", day=measure.target_by) if measure.target and measure.target_by else ""
        yield say("Measure"), f"{measure.id}, {measure.title}{target}{by}"
    for words in asked.measures_in_words:
        yield say("Measure"), words
    if supporters := supporters_of(board, work):
        yield say("Supported by"), ", ".join(each.title for each in supporters)
    if standing.update is None:
        yield say("Last update"), say("none")
        return
    day = standing.update.as_at or standing.update.period
    said = ", ".join(filter(None, (standing.status.title if standing.status else say("not rated"), str(day or ""))))
    yield say("Last update"), said
    if standing.update.text:
        yield say("It said"), standing.update.text
    for step in standing.update.next:
        yield say("Promised then"), step.words

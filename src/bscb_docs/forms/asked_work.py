"""Asked work: what is asked of whom about a period: the open work of each owner, as it stood on the day of asking."""

import re
from collections.abc import Iterator

from attrs import evolve, frozen

from bscb_docs.diagnostics.errors import BoardError
from bscb_docs.diagnostics.suggestions import did_you_mean
from bscb_docs.forms.answer_marks import short_code
from bscb_docs.forms.questions import Question, questions_of
from bscb_docs.records import (
    TARGETS,
    Action,
    AskedForm,
    Board,
    Measure,
    Objective,
    PartialDate,
    Period,
    Ref,
    Standing,
    Target,
    bears,
    fold,
    standing_of,
    years_of,
)


@frozen
class AskedWork:
    """A piece of work that a form asks about, how it stood on the day of asking, its counted measures, the months."""

    standing: Standing
    measures: tuple[Measure, ...]
    period: Period

    @property
    def work(self) -> Target:
        """The action, objective, task or recommendation."""
        return self.standing.work

    @property
    def code(self) -> str:
        """What stands for its id in the marks of a form."""
        return short_code((fold(self.work.id),), 6)

    @property
    def questions(self) -> tuple[Question, ...]:
        """What the form asks of it."""
        return questions_of(self.measures, self.period)

    @property
    def measures_in_words(self) -> tuple[str, ...]:
        """What will be seen, where it was said in words."""
        names = {fold(measure.id) for measure in self.measures}
        said = self.work.measures if isinstance(self.work, Objective) else ()
        return tuple(words for words in said if fold(words) not in names)


def plan_forms(
    board: Board, period: Period, asked_on: PartialDate, answers_by: PartialDate, owner: str = "", back_to: str = ""
) -> tuple[AskedForm, ...]:
    """The forms of a period, one for each owner of open work or only for the one that is named.

    One that was sent on that day with the same questions is given again, not numbered anew. BoardError where nobody of
    that name owns open work.
    """
    seen = board.at(asked_on, period)
    works: dict[str, list[Target]] = {}
    for work in _open_work(seen, period):
        works.setdefault(seen.get(work.owned_by[0]).title, []).append(work)
    wanted = [title for title in works if not owner or bears(seen.get(works[title][0].owned_by[0]), owner)]
    if owner and not wanted:
        raise BoardError(f'Nobody called "{owner}" has open work in {period}. {did_you_mean(owner, works)}'.rstrip())
    earlier = {_said(form): form for form in reversed(board.of(AskedForm))}
    numbers = (re.match(r"F(\d+)", form.id) for form in board.of(AskedForm))
    number = max((int(found[1]) for found in numbers if found), default=0)
    forms = []
    for title in sorted(wanted):
        about = tuple(Ref[Target](work.id) for work in works[title])
        form = AskedForm(
            id="F0",
            owner=Ref(title),
            period=period,
            asked_on=asked_on,
            answers_by=answers_by,
            asks_about=about,
            back_to=back_to or None,
        )
        sent = earlier.get(_said(form))
        number += sent is None
        code = short_code((board.details.title, title, str(period), str(asked_on), *(fold(ref.name) for ref in about)))
        forms.append(sent or evolve(form, id=f"F{number}-{code}"))
    return tuple(forms)


def asked_work(board: Board, form: AskedForm) -> tuple[AskedWork, ...]:
    """What a form asks about, in its order, as it stood on the day of asking."""
    seen = board.at(form.asked_on, form.period)
    found = []
    for ref in form.asks_about:
        work = seen.led_to(ref)
        if isinstance(work, Target):
            named = work.measures if isinstance(work, Objective) else ()
            measures = tuple(measure for name in named if (measure := seen.find(Measure, name)))
            found.append(AskedWork(standing_of(seen, work), measures, form.period))
    return tuple(found)


def _open_work(board: Board, period: Period) -> Iterator[Target]:
    """What is neither finished nor carried on by later work, has an owner, and had begun by the end of the period."""
    for work in board.of(*TARGETS):
        years = years_of(board, work)
        is_carried_on = isinstance(work, Action | Objective) and bool(work.became)
        has_begun = years is None or years.earliest <= period.latest
        if work.owned_by and has_begun and not is_carried_on and standing_of(board, work).is_open:
            yield work


def _said(form: AskedForm) -> tuple[object, ...]:
    """What makes two forms one: whom they ask, about which period and work, on which day."""
    return fold(form.owner.name), form.period, form.asked_on, *(fold(ref.name) for ref in form.asks_about)

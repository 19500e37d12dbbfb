"""Approvals: in which state a version is issued, by whom, on which day; and what in the records speaks against it."""

from __future__ import annotations

from itertools import chain

from attrs import evolve, frozen

from bscb_docs.diagnostics.errors import BoardError
from bscb_docs.diagnostics.phrases import capital, joined
from bscb_docs.diagnostics.suggestions import nearest, question_of
from bscb_docs.records import (
    Board,
    BoardDetails,
    Body,
    Issue,
    IssueState,
    Meeting,
    Organisation,
    PartialDate,
    Person,
    fold,
)


@frozen
class Approval:
    """Who approved or circulated documents, and when: a body, and after a comma how, where it was not at a meeting."""

    state: IssueState
    by: str
    on: PartialDate

    @classmethod
    def from_words(cls, by: str, on: str, state: str) -> Approval:
        """The approval that those words tell of; BoardError where the day or the state is none."""
        try:
            return cls(IssueState(state), " ".join(by.split()), PartialDate.from_text(on))
        except ValueError as fault:
            raise _refused(f"{str(fault).removesuffix('.')}.") from None

    def of(self, issue: Issue) -> Issue:
        """The version with its new state and who approved it, after those who did before."""
        new = (f"{self.by}, {self.on}",) if self.state is IssueState.APPROVED else ()
        return evolve(issue, state=self.state, approved_by=tuple(dict.fromkeys((*issue.approved_by, *new))))

    def refuse_slips(self, board: Board, issues: list[Issue]) -> None:
        """BoardError for who is misspelt or unknown, a day before that of a version, or on which the body did not meet.

        What is issued stays for ever, so what contradicts the records is not issued. Nothing reads the clock.
        """
        name, _, how = (part.strip() for part in self.by.partition(","))
        named: tuple[Body | Organisation | Person | BoardDetails, ...] = (
            *board.of(Body),
            *board.of(Organisation),
            *board.of(Person),
            board.details,
        )
        known = list(dict.fromkeys(chain.from_iterable(map(_names, named))))
        is_known = fold(name) in map(fold, known)
        near = "" if is_known else nearest(name, known)
        is_approved = self.state is IssueState.APPROVED
        bodies = [body.title for body in board.of(Body)]
        if near or (is_approved and bodies and not is_known):
            mend = question_of(near) or f"Its bodies are {joined(bodies)}; any other needs a card."
            raise _refused(f'Nothing that the records name is called "{name}". {mend}')
        if not is_approved:
            return
        dates = []
        for issue in issues:
            entry = next((each for each in board.documents if fold(each.id) == fold(issue.about)), None)
            at = issue.as_at or (entry.as_at if entry else None)
            if at and self.on.surely_before(at):
                message = f"Version {issue.version} of {issue.about} is of {at}, and cannot be approved on {self.on}."
                raise _refused(f"{message} Mend the day, or the date of the document.")
            dates += [at] if at else []
        if not how:
            self._refuse_without_meeting(board, name, dates)

    def _refuse_without_meeting(self, board: Board, name: str, dates: list[PartialDate]) -> None:
        """BoardError where the log has meetings of the body, and none on that day; `dates` are the versions'."""
        body = next((each for each in board.of(Body) if fold(name) in map(fold, _names(each))), None)
        log = [each for each in board.of(Meeting) if body and each.date and board.get(each.body) is body]
        days = sorted(each.date for each in log if each.date and each.state != "cancelled")
        if not days or any(not (day.surely_before(self.on) or self.on.surely_before(day)) for day in days):
            return
        fitting = [day for day in days if not any(day.surely_before(at) for at in dates)]
        before = [day for day in fitting if day.surely_before(self.on)]
        if not fitting:
            other = f"its last, of {days[-1]}, came before the date of what is to be issued"
        elif before:
            other = f"the last before it was that of {before[-1]}"
        else:
            other = f"the first that could approve it is that of {fitting[0]}"
        message = f"The log has no meeting of the {name} on {self.on}; {other}."
        mend = "Mend the day, or write the meeting into the log; of what was not approved at a meeting say how it was"
        raise _refused(f'{message} {mend}: "{name}, by letter".')


def _names(named: Body | Organisation | Person | BoardDetails) -> list[str]:
    return [name for name in (named.title, named.short_name) if name]


def _refused(why: str) -> BoardError:
    return BoardError(f"Nothing was issued. {capital(why)}")

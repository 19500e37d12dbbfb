"""Approvals: in which state a version is issued, by whom, on which day; and what in the records speaks against it."""

from __future__ import annotations

from attrs import evolve, frozen

from bscb_docs.diagnostics.errors import BoardError
from bscb_docs.diagnostics.phrases import capital
from bscb_docs.records import Board, Issue, IssueState, PartialDate
from bscb_docs.rules.approval_faults import against_approval, misnamed


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
        if self.state is not IssueState.APPROVED:
            return evolve(issue, state=self.state)
        names = tuple(dict.fromkeys((*issue.approved_by, f"{self.by}, {self.on}")))
        gaps = tuple(gap for gap in issue.gaps if gap.field != "approved by")
        return evolve(issue, state=self.state, approved_by=names, gaps=gaps)

    def refuse_slips(self, board: Board, issues: list[Issue]) -> None:
        """BoardError for who is misspelt or unknown, a day before that of a version, or on which the body did not meet.

        What is issued stays for ever, so what contradicts the records is not issued. Nothing reads the clock.
        """
        if self.state is not IssueState.APPROVED:
            name = self.by.partition(",")[0].strip()
            against = misnamed(board, name)
            if against and against[1]:
                raise _refused(" ".join(against))
        elif against := against_approval(board, issues, self.by, self.on):
            raise _refused(" ".join(against))


def _refused(why: str) -> BoardError:
    return BoardError(f"Nothing was issued. {capital(why)}")

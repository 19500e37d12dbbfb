"""Rule of revisions: one label for one, of its day, and days in their order."""

import re
from datetime import timedelta

from bscb_docs.diagnostics.finding import Severity
from bscb_docs.records import PartialDate, Plan, Revision, fold
from bscb_docs.rules.engine import Findings, Pack, at_words, finding_of, rule
from bscb_docs.rules.english.dates import A_DAY_OR_MONTH, date_of

_DATE = re.compile(A_DAY_OR_MONTH)
_LABELS = ("Refreshed", "Revised", "Updated", "Rev", "Revision", "Refresh", "Edition", "Amended")
_LABEL = re.compile(
    rf"\b(?P<label>(?:{'|'.join(_LABELS)})(?:(?<=Rev)\.)?[,:]?\s+"
    rf"(?P<date>{A_DAY_OR_MONTH}))\b"
)

_APART = timedelta(days=180)
"""Between the month of a label and the day of its revision: what is agreed may be of the months before."""


@rule("DOC-04")
def two_labels(pack: Pack) -> Findings:
    """Two labels of one revision, one label of two, one of another time; in the prose, a label that is another."""
    for plan in pack.board.of(Plan):
        for at, revision in enumerate(plan.revisions):
            for other in plan.revisions[:at]:
                is_same_date = revision.on is not None and revision.on == other.on
                is_same_label = fold(revision.label) == fold(other.label)
                if is_same_date != is_same_label and (is_same_date or is_same_label):
                    pair = f'"{other.label}" and "{revision.label}"'
                    what = (
                        f"the revision of {revision.on} is called {pair}"
                        if is_same_date
                        else f"two revisions are called {pair}"
                    )
                    message = f"{plan.title}: {what}."
                    yield finding_of("DOC-04", message, plan.place, "Keep one label for each.", plan.title)
        yield from _misdated(plan)
    yield from _typed_labels(pack)


def _misdated(plan: Plan) -> Findings:
    """A revision of another time than its label says, or of an earlier day than the one listed before it."""
    before: Revision | None = None
    for revision in (each for each in plan.revisions if each.on):
        on, said = revision.on, _date(revision.label)
        if on and said and max(on.earliest - said.latest, said.earliest - on.latest) > _APART:
            message = f'{plan.title}: the revision "{revision.label}" is of {on}.'
            mend = "Mend its label or its day."
            yield finding_of("DOC-04", message, plan.place, mend, plan.title, softer=Severity.CHECK)
        elif on and before and before.on and on.surely_before(before.on):
            message = f'{plan.title}: the revision "{revision.label}", of {on}, is listed after "{before.label}", of '
            message += f"{before.on}."
            mend = "Mend the day of one of the two; or put them in order, oldest first: the last is in force."
            yield finding_of("DOC-04", message, plan.place, mend, plan.title, softer=Severity.CHECK)
        before = revision


def _typed_labels(pack: Pack) -> Findings:
    revisions = [revision for plan in pack.board.of(Plan) for revision in plan.revisions]
    labels = [(each.label, each.on or _date(each.label)) for each in revisions]
    for passage in pack.passages_with(*_LABELS):
        for match in _LABEL.finditer(passage.unquoted):
            typed, date = " ".join(match["label"].split()), _date(match["date"])
            same_time = [label for label, on in labels if on and date and on.meets(date)]
            if same_time and not any(fold(typed) in fold(label) or fold(label) in fold(typed) for label in same_time):
                said = f' calls a revision "{typed}"; its label is "{same_time[0]}".'
                mend = "Use the one label, or set {{ plan.revision }}."
                yield at_words("DOC-04", passage, match.start(), said, mend, softer=Severity.CHECK)


def _date(words: str) -> PartialDate | None:
    match = _DATE.search(words)
    return date_of(match[0]) if match else None

"""Rules of agenda papers: a cover report is printed by its document, and goes to a meeting that is in the log."""

import re

from bscb_docs.records import CoverReport, RegisterEntry
from bscb_docs.rules.engine import Findings, Pack, finding_of, rule
from bscb_docs.rules.english.dates import A_MONTH, A_YEAR, date_of

_DAY = re.compile(rf"\b\d{{1,2}}\s+{A_MONTH}\s+{A_YEAR}\b")


@rule("CVR-01")
def reports_without_document(pack: Pack) -> Findings:
    """A cover report that bears the id of no document, so that nothing prints it."""
    for report in pack.board.of(CoverReport):
        if pack.board.find(RegisterEntry, report.id) is None:
            message = f"Cover report {report.id} bears the id of no document, so none prints it."
            mend = f"Write a heading # Document {report.id}: and its title, with outline: cover-report beneath it."
            yield finding_of("CVR-01", message, report.place, mend, report.id)


@rule("CVR-02")
def reports_without_meeting(pack: Pack) -> Findings:
    """A cover report to a body whose log has meetings, and none that may be on that day."""
    for report in pack.board.of(CoverReport):
        body = pack.board.get(report.report_to)
        logged = [each for each in pack.board.meetings(body) if each.date]
        days = [each.date for each in logged if each.date and not each.is_cancelled]
        if logged and not any(day.meets(report.meeting) for day in days):
            message = f"Cover report {report.id} goes to the {body.title} on {report.meeting}; no meeting is then."
            mend = "Mend its date, or put the meeting into the log as planned."
            yield finding_of("CVR-02", message, report.place, mend, report.id)
        else:
            yield from _of_another_day(pack, report)
        for step in report.next_steps:
            if step.by.surely_before(report.meeting):
                message = (
                    f'"{step.what}" is to follow the meeting of {report.meeting}, and is due {step.by}, before it.'
                )
                yield finding_of("CVR-02", message, step.place, "Mend one of the two dates.", report.id)


def _of_another_day(pack: Pack, report: CoverReport) -> Findings:
    """A document that says of itself another day than that of the meeting to which its cover report goes."""
    for document in pack.documents_of(report):
        entry = document.entry
        for words in filter(None, (entry.title, entry.short_title, entry.subject)):
            days = [day for each in _DAY.findall(words) if (day := date_of(each))]
            if days and not any(day.meets(report.meeting) for day in days):
                message = f'{entry.title} calls itself "{words}"; its meeting is on {report.meeting}.'
                yield finding_of("CVR-02", message, entry.place, "Mend one of the two dates.", entry.id)

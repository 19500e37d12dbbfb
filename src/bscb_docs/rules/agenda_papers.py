"""Rules of agenda papers: a cover report is printed by its document, and goes to a meeting that is in the log."""

from bscb_docs.records import CoverReport, Meeting, RegisterEntry
from bscb_docs.rules.engine import Findings, Pack, finding_of, rule


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
        logged = [each for each in pack.board.of(Meeting) if each.date and pack.board.get(each.body) is body]
        days = [each.date for each in logged if each.date and each.state != "cancelled"]
        if logged and not any(day.meets(report.meeting) for day in days):
            message = f"Cover report {report.id} goes to the {body.title} on {report.meeting}; no meeting is then."
            mend = "Mend its date, or put the meeting into the log as planned."
            yield finding_of("CVR-02", message, report.place, mend, report.id)

"""Rules of requests: neither what an owner asks of the board, nor what else came back with a form, is left lying."""

from bscb_docs.records import Remark, Request, is_open
from bscb_docs.rules.engine import Findings, Pack, finding_of, rule


@rule("UPD-07")
def open_requests(pack: Pack) -> Findings:
    """A request that no change of its work grants, and that is not refused."""
    for request in pack.board.of(Request):
        if is_open(pack.board, request):
            who = pack.board.get(request.by).title if request.by else "Its owner"
            what = f"to move its deadline to {request.new_deadline}" if request.new_deadline else "to pass it on"
            message = f"{who} asks {what}, and nobody has granted or refused it: {request.about}."
            line = "moved: to ..., on ..., by ..." if request.new_deadline else "changed owner: to ..., on ..., by ..."
            mend = f"Write {line} beneath the work to grant it, or refused: ..., on ... here."
            yield finding_of("UPD-07", message, request.place, mend, request.about.name)


@rule("UPD-08")
def open_remarks(pack: Pack) -> Findings:
    """A remark: words of a form that still wait for somebody to deal with them."""
    for remark in pack.board.of(Remark):
        of_form = f" of form {remark.form.name}" if remark.form else ""
        message = f"Words{of_form} wait to be dealt with: {remark.title}."
        mend = "Enter what they say as the record that it is, then take the remark away."
        yield finding_of("UPD-08", message, remark.place, mend, remark.title)

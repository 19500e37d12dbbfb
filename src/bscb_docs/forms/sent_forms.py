"""Sent forms: the forms of a period as files, and in the board's records what was asked of whom, and when."""

from datetime import timedelta
from pathlib import Path

from attrs import evolve

from bscb_docs.diagnostics.errors import BoardError
from bscb_docs.forms.asked_work import plan_forms
from bscb_docs.forms.record_cards import Card
from bscb_docs.forms.word_form import FormFile, word_form
from bscb_docs.forms.workbook_form import workbook_form
from bscb_docs.output.atomic_files import write_together
from bscb_docs.output.files import find_place
from bscb_docs.output.text_files import with_text_below
from bscb_docs.records import AskedForm, Board, PartialDate, Period

ASKED = "asked.md"
_ABOUT = (
    "<!-- What was asked of whom, and when. `bscb-docs ask` adds to it; take nothing away, or the forms that come back "
    "are not known. -->"
)


def ask(
    board: Board,
    period: Period,
    out: str | Path,
    *,
    owner: str = "",
    asked_on: PartialDate | None = None,
    answers_by: PartialDate | None = None,
    back_to: str = "",
    excel: bool = False,
) -> tuple[FormFile, ...]:
    """Writes a form for each owner of open work, or for the one named, and adds to `asked.md` what was asked.

    With `excel` a workbook stands beside each Word file, for whoever would rather fill in that one.
    Without other days it is asked three weeks before the end of the period, and answered one week before. Asked again
    on the same day, the same forms come out. BoardError where there is nobody to ask, or no folder to note it in,
    or `asked.md` is not saved as UTF-8; SavingError where a file cannot be written: then none is.
    """
    if board.folder is None:
        raise BoardError("The board was read from no folder, so what is asked cannot be kept beside its records.")
    on = asked_on or PartialDate.of_day(period.latest - timedelta(weeks=3))
    by = answers_by or PartialDate.of_day(period.latest - timedelta(weeks=1))
    forms = plan_forms(board, period, on, by, owner, back_to)
    if not forms:
        raise BoardError(f"Nobody has open work to tell of in {period}. Check the period, and who owns what.")
    written = (word_form, workbook_form) if excel else (word_form,)
    files = []
    for file in (write(board, form) for form in forms for write in written):
        place = find_place(Path(out) / file.path, file.data)  # beside one of its name that somebody filled in
        files.append(evolve(file, path=place.path))
    new = [form for form in forms if board.find(AskedForm, form.id) is None]
    places = {file.path: file.data for file in files}
    if new:
        asked = board.folder / ASKED
        places[asked] = with_text_below(asked, "\n".join(map(_card, new)), _ABOUT)
    write_together(places)
    return tuple(files)


def _card(form: AskedForm) -> str:
    """What was asked, as a card."""
    fields = [("owner", form.owner.name), ("period", form.period.text), ("asked on", str(form.asked_on))]
    fields += [("answers by", str(form.answers_by)), *(("asks about", ref.name) for ref in form.asks_about)]
    fields += [("back to", form.back_to)] if form.back_to else []
    return Card(AskedForm, "id", form.id, tuple(fields)).lines("Form", 1)

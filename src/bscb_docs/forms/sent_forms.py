"""Sent forms: the forms of a period as files, and in the board's records what was asked of whom, and when."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from attrs import evolve

from bscb_docs.diagnostics.errors import BoardError
from bscb_docs.forms.asked_work import answer_day, asked_day, plan_forms
from bscb_docs.forms.record_cards import Card
from bscb_docs.forms.word_form import FormFile, word_form
from bscb_docs.forms.workbook_form import workbook_form
from bscb_docs.output.atomic_files import write_together
from bscb_docs.output.files import find_place
from bscb_docs.records import AskedForm, Board, PartialDate, Period

ASKED = "asked.md"
_ABOUT = (
    "<!-- What was asked of whom, and when. `bscb-docs ask` adds to it; take nothing away, or the forms that come back "
    "are not known. -->\n"
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
    on the same day, the same forms come out. BoardError where there is nobody to ask, or no folder to note it in;
    SavingError where a file cannot be written: then none is.
    """
    if board.folder is None:
        raise BoardError("The board was read from no folder, so what is asked cannot be kept beside its records.")
    on, by = asked_on or asked_day(period), answers_by or answer_day(period)
    forms = plan_forms(board, period, on, by, owner, back_to)
    if not forms:
        raise BoardError(f"Nobody has open work to tell of in {period}. Check the period, and who owns what.")
    written = (word_form, workbook_form) if excel else (word_form,)
    files = tuple(_placed(write(board, form), Path(out)) for form in forms for write in written)
    new = [form for form in forms if board.find(AskedForm, form.id) is None]
    places = {file.path: file.data for file in files}
    if new:
        asked = board.folder / ASKED
        before = asked.read_bytes() if asked.exists() else _ABOUT.encode()
        places[asked] = before.rstrip(b"\n") + f"\n\n{_cards(new)}".encode()
    write_together(places)
    return files


def _placed(file: FormFile, out: Path) -> FormFile:
    """The form with its place, beside one of its name that somebody filled in."""
    return evolve(file, path=find_place(out / file.path, file.data).path)


def _cards(forms: Iterable[AskedForm]) -> str:
    return "\n".join(Card(AskedForm, "id", form.id, tuple(_fields(form))).lines("Form", 1) for form in forms)


def _fields(form: AskedForm) -> Iterable[tuple[str, str]]:
    yield "owner", form.owner.name
    yield "period", form.period.text
    yield "asked on", str(form.asked_on)
    yield "answers by", str(form.answers_by)
    for ref in form.asks_about:
        yield "asks about", ref.name
    if form.back_to:
        yield "back to", form.back_to

"""Taken forms: files that came back as records beside those of the board, each form once and no file written over."""

from collections.abc import Iterable, Mapping
from itertools import count
from pathlib import Path

from attrs import define, field, frozen

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.errors import BoardError
from bscb_docs.diagnostics.finding import Finding, gather
from bscb_docs.diagnostics.location import Place
from bscb_docs.forms.answer_sheet import ReturnedForm
from bscb_docs.forms.answers_as_records import AnswerCards
from bscb_docs.forms.form_wording import slug_of
from bscb_docs.forms.record_cards import Card
from bscb_docs.forms.returned_form import read_form
from bscb_docs.output.atomic_files import write_together
from bscb_docs.output.files import read_named
from bscb_docs.reading.added_records import add_records
from bscb_docs.records import AskedForm, Board, PartialDate, Reading, Record, Update

_GROUPED = (Update, Reading)
"""Kinds whose cards stand under a heading that gives them the period and the day."""


@frozen
class TakenForms:
    """What forms say that the board does not hold yet, and the files that it is to be written to."""

    folder: Path
    returned: tuple[ReturnedForm, ...]
    records: tuple[Record, ...]
    files: Mapping[str, str]
    """The text of each new file by its name in the board's folder."""
    findings: tuple[Finding, ...]

    def save(self) -> tuple[Path, ...]:
        """Writes the files, all or none, and gives their paths; SavingError where the system refuses."""
        written = {self.folder / name: text.encode() for name, text in self.files.items()}
        write_together(written)
        return tuple(written)


def take_forms(board: Board, files: Iterable[Path]) -> TakenForms:
    """What the forms in those files say, of any number of owners and periods; nothing is written yet.

    What cannot be understood is a remark, word for word, and a finding with its place. BoardError where the board was
    read from no folder.
    """
    if board.folder is None:
        raise BoardError("The board was read from no folder, so nothing can be kept beside its records.")
    taken = _Taken(board, board.folder)
    for path in files:
        taken.take(read_form(board, path.name, read_named(path)))
    return TakenForms(board.folder, tuple(taken.returned), tuple(taken.records), taken.files, gather(taken.findings))


@define(eq=False)
class _Taken:
    """What was taken so far; `board` has it beside its own records, so that the same form is taken once."""

    board: Board
    folder: Path
    returned: list[ReturnedForm] = field(factory=list)
    records: list[Record] = field(factory=list)
    files: dict[str, str] = field(factory=dict)
    findings: list[Finding] = field(factory=list)

    def take(self, returned: ReturnedForm) -> None:
        """Adds what a form says and the board does not hold."""
        self.returned.append(returned)
        self.findings += returned.findings
        if returned.form is None:
            return
        answers = AnswerCards(self.board, returned, returned.form)
        answers.make()
        self.findings += answers.findings
        new = [card for card in answers.cards if self._is_new(card, returned.form, returned.file)]
        if new:
            self.files[self._name(returned.form)] = _text(self.board, returned.form, new)
        elif answers.cards:
            said = f"All that form {returned.form.id} says stands in the records already."
            self.findings.append(finding_of("FRM-17", said, Place(returned.file)))

    def _is_new(self, card: Card, form: AskedForm, file: str) -> bool:
        """True, and the record is kept, where the board holds none like it."""
        row: dict[str, object] = dict(card.row)
        if card.record in _GROUPED:
            row |= {"period": form.period.text, "as at": str(_day(form))}
        grown = add_records(self.board, card.record, [row], source=file)
        record = grown.records[-1]
        self.findings += grown.findings[len(self.board.findings) :]
        if len(grown.records) == len(self.board.records) or record in self.board.of(card.record):
            return False
        self.board = grown
        self.records.append(record)
        return True

    def _name(self, form: AskedForm) -> str:
        """A name below `updates/` that no file bears: what was taken before is never written over."""
        stem = f"updates/{slug_of(form.period.text)}/{slug_of(form.owner.name)}"
        names = (f"{stem}{'' if number == 1 else f'-{number}'}.md" for number in count(1))
        return next(name for name in names if name not in self.files and not (self.folder / name).exists())


def _day(form: AskedForm) -> PartialDate:
    """The day that the answers tell of: the last of the period."""
    return PartialDate.of_day(form.period.latest)


def _text(board: Board, form: AskedForm, cards: list[Card]) -> str:
    """The file of those cards: updates and readings under their period, then requests and remarks."""
    names = {kind.record: (kind.name, kind.plural) for kind in board.kinds}
    stays = "What was reported stays as it came; what comes after it is added."
    mended = (
        "Only what a check asks for is mended here: the date of a next step, or a remark that was dealt with and goes."
    )
    pieces = [f"<!-- From form {form.id}. {stays}\n     {mended} -->\n"]
    for record in dict.fromkeys(card.record for card in cards):
        name, plural = names[record]
        own = [card for card in cards if card.record is record]
        if record in _GROUPED:
            pieces.append(f"# {plural} {form.period.text}\nas at: {_day(form)}\n")
        pieces += [card.lines(name, 2 if record in _GROUPED else 1) for card in own]
    return "\n".join(pieces)

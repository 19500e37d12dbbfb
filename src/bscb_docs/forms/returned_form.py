"""Returned form: a file that came back, as the form that it is: its answers, and all that is to be told of it."""

from collections import Counter

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.errors import TemplateError
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.location import Place
from bscb_docs.forms.answer_lines import LineReader, lines_said
from bscb_docs.forms.answer_marks import FORM, address_in
from bscb_docs.forms.answer_sheet import AnswerSheet, ReturnedForm, TypedWords
from bscb_docs.forms.asked_work import asked_work
from bscb_docs.forms.form_wording import earlier_deadlines, wording_for
from bscb_docs.forms.word_form import word_form
from bscb_docs.forms.workbook_form import read_workbook_form
from bscb_docs.languages.house_words import speaking
from bscb_docs.ooxml.passages import Passage, ReturnedFile, read_returned
from bscb_docs.records import AskedForm, Board, fold


def read_form(board: Board, name: str, data: bytes) -> ReturnedForm:
    """The answers in a Word file or workbook, of whichever form of the board; what is wrong with it is a finding."""
    try:
        returned = read_workbook_form(name, data) if name.lower().endswith(".xlsx") else read_returned(data, name)
    except TemplateError as fault:
        return ReturnedForm(name, findings=(finding_of("FRM-01", str(fault), Place(name)),))
    except ValueError as fault:
        return ReturnedForm(name, findings=(finding_of("FRM-01", f"{fault}.", Place(name)),))
    form, unknown = form_named(board, name, _codes_in(returned))
    if form is None:
        return ReturnedForm(name, findings=(unknown,) if unknown else ())
    file = word_form(board, form)
    sent = read_returned(file.data, file.path.name)
    sheet = AnswerSheet(name, form, asked_work(board, form))
    with speaking(wording_for(board)):
        earlier = (fold(line) for asked in sheet.works for line in earlier_deadlines(asked.work))
        LineReader(sheet, lines_said(sent.passages).union(earlier), form.id).read(returned.passages)
    _tell_of_comments(sheet, returned)
    tell_of_newer(sheet, board)
    if returned.tracked:
        sheet.tell("FRM-11", "The file holds tracked changes; it is read as if all of them were accepted.")
    if (more := returned.pictures - sent.pictures) > 0:
        sheet.tell("FRM-12", f"{more} picture{'s' if more > 1 else ''} in the file cannot be taken.")
    return sheet.close()


def _codes_in(returned: ReturnedFile) -> Counter[str]:
    """The forms that the print and the marks of a file name, and how often each."""
    said = Counter(code for passage in returned.passages for code in FORM.findall(passage.text))
    for passage in returned.passages:
        marks = {*passage.bookmarks, *passage.tags}
        said.update(address.form for mark in marks if (address := address_in(mark)))
    return said


def form_named(board: Board, file: str, said: Counter[str]) -> tuple[AskedForm | None, Finding | None]:
    """The form of the board that is named most often; None, with the finding, where none is."""
    if not said:
        message = "This is no update form, or the lines that say which form it is are gone."
        return None, finding_of("FRM-02", message, Place(file))
    forms = (board.find(AskedForm, code) for code, _ in said.most_common())
    if form := next((form for form in forms if form), None):
        return form, None
    code = said.most_common(1)[0][0]
    return None, finding_of("FRM-03", f"This is form {code}, which this board did not send.", Place(file))


def tell_of_newer(sheet: AnswerSheet, board: Board) -> None:
    """A finding where the same owner was sent a later form about the same period."""
    form = sheet.form
    for other in board.of(AskedForm):
        is_same = fold(other.owner.name) == fold(form.owner.name) and other.period == form.period
        if is_same and form.asked_on.surely_before(other.asked_on):
            sheet.tell("FRM-13", f"Form {other.id} was sent later, on {other.asked_on}, about the same period.")
            return


def _tell_of_comments(sheet: AnswerSheet, returned: ReturnedFile) -> None:
    beside = {key: passage for passage in returned.passages for key in passage.comments}
    for key, text in returned.comments.items():
        passage = beside.get(key, Passage(""))
        near = f"comment on {TypedWords(passage.text).short}" if passage.text else "comment"
        if text:
            sheet.remark(text, near, "FRM-10", "A comment is kept as a remark", passage.within)

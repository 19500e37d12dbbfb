"""Workbook form: the same form as an Excel workbook; the door to XlsxWriter, which the extra `excel` installs.

XlsxWriter gives the same bytes for the same records, which openpyxl does not. The sheet is written from the lines of
the Word form, so that both say the same and one reader reads both. In place of a bookmark an answer's cell has a name.
"""

import io
import re
from datetime import datetime, time
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from typing import Any

from bscb_docs.diagnostics.errors import BoardError
from bscb_docs.forms.answer_lines import rows_of
from bscb_docs.forms.answer_marks import address_in
from bscb_docs.forms.form_wording import file_name, title_of, wording_for
from bscb_docs.forms.questions import STATE
from bscb_docs.forms.word_form import FormFile, word_form
from bscb_docs.languages.house_words import say, speaking
from bscb_docs.ooxml.passages import Cell, Passage, ReturnedFile, read_returned
from bscb_docs.reading.workbook_cells import read_cells
from bscb_docs.records import AskedForm, Board, Status

_UNFIT, _LONGEST = re.compile(r"[\[\]:*?/\\]"), 31
"""What the name of a sheet may not hold, and the letters that it may have."""
_WIDTHS = 36, 84
"""Letters that the columns of the questions and of the answers hold."""
_LINE = 15
"""Points that a line of a merged row takes: Excel gives merged cells no height of their own."""
_FORMATS = {
    "plain": {"text_wrap": True, "valign": "top"},
    "heading": {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DCE6EC", "border": 1},
    "label": {"text_wrap": True, "valign": "top", "border": 1},
    "answer": {"text_wrap": True, "valign": "top", "border": 1, "num_format": "@", "bg_color": "#FFFFF0"},
}


def workbook_form(board: Board, form: AskedForm) -> FormFile:
    """The form as a workbook: the same records give the same bytes. BoardError where XlsxWriter is not installed."""
    if find_spec("xlsxwriter") is None:
        raise BoardError("To write workbooks, XlsxWriter is needed: pip install 'bscb-docs[excel]'.")
    import xlsxwriter

    word = word_form(board, form)
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    made = datetime.combine(form.asked_on.latest, time())
    book.set_size(1600, 1200)
    with speaking(wording_for(board)):
        book.set_properties({"title": title_of(board, form), "author": board.details.title, "created": made})
        _write(book, list(rows_of(read_returned(word.data, word.path.name).passages)), len(board.of(Status)))
    book.close()
    return FormFile(form, Path(file_name(form, "xlsx")), stream.getvalue())


def _write(book: Any, rows: list[list[Passage]], statuses: int) -> None:
    """Every line of the Word form as a row of the sheet."""
    title = _UNFIT.sub(" ", say("Update form"))[:_LONGEST].strip(" '")
    sheet, column_of = book.add_worksheet(title), "='{}'!$".format(title.replace("'", "''"))
    formats = {name: book.add_format(values) for name, values in _FORMATS.items()}
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    scale = next((number for number, row in enumerate(rows) if row[0].cell), 0)
    choices = f"{column_of}A${scale + 2}:$A${scale + 1 + statuses}"
    for number, row in enumerate(rows):
        if row[0].cell is None:
            sheet.merge_range(number, 0, number, 1, row[0].text, formats["plain"])
            sheet.set_row(number, _LINE * (1 + len(row[0].text) // sum(_WIDTHS)))
            continue
        texts = ["\n".join(each.text for each in cell) for _, cell in groupby(row, key=lambda each: each.cell)]
        mark = next((name for each in row for name in each.bookmarks if address_in(name)), "")
        is_heading = row[0].cell.row == 1
        kinds = ("heading", "heading") if is_heading else ("label", "answer" if mark else "label")
        for column, (text, kind) in enumerate(zip(texts, kinds, strict=True)):
            sheet.write_string(number, column, text, formats[kind])
        if mark:
            book.define_name(mark, f"{column_of}B${number + 1}")
        if mark.endswith(f"_{STATE.key}") and statuses:
            rule = {"validate": "list", "source": choices, "error_type": "warning", "input_message": say(STATE.hint)}
            sheet.data_validation(number, 1, number, 1, rule)


def read_workbook_form(name: str, data: bytes) -> ReturnedFile:
    """The cells of a workbook that came back, as a Word file would hold them; ValueError where it cannot be read."""
    cells = read_cells(name, data)
    sheets = list(dict.fromkeys(cell.sheet for cell in cells))
    passages: list[Passage] = []
    notes: dict[str, str] = {}
    for number, cell in enumerate(cells):
        place = Cell(sheets.index(cell.sheet) + 1, cell.row, cell.column)
        noted = (str(number),) if cell.note else ()
        lines = cell.words.split("\n")
        passages += [Passage(line, place, 0, cell.names, (), noted, cell.place) for line in lines]
        notes |= {str(number): cell.note} if cell.note else {}
    return ReturnedFile(tuple(passages), notes, 0, 0)

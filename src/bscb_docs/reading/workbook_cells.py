"""The filled cells of a workbook that came back as a form, with the names that lead to them and the notes on them."""

import io
import re
import warnings
from typing import Any

from attrs import frozen

from bscb_docs.reading.cell_words import cell_words, letters
from bscb_docs.reading.workbooks import TooLarge, measured

_NAMED = re.compile(r"'?(?P<sheet>[^!]+?)'?!\$?(?P<column>[A-Z]{1,3})\$?(?P<row>\d{1,7})")


@frozen
class FilledCell:
    """A cell as a person reads it: its words, the names defined for it, and the note on it."""

    sheet: str
    row: int
    column: int
    words: str
    names: tuple[str, ...] = ()
    note: str = ""

    @property
    def place(self) -> str:
        """Where a person finds it: `sheet Update form, cell B7`."""
        return f"sheet {self.sheet}, cell {letters(self.column - 1)}{self.row}"


def read_cells(name: str, data: bytes) -> tuple[FilledCell, ...]:
    """The cells of every sheet that hold words, a name or a note, row by row; ValueError where it cannot be read."""
    from openpyxl import load_workbook  # 0.1 s, and only where there is a workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of formats and lists of choices
        try:
            measured(data)
            book = load_workbook(io.BytesIO(data), data_only=True)
            return tuple(_cells(book))
        except TooLarge as fault:
            raise ValueError(str(fault)) from fault
        except Exception as fault:  # openpyxl raises whatever its parts raise
            raise ValueError(f"{name} is no Excel workbook, or is damaged") from fault


def _cells(book: Any) -> list[FilledCell]:
    names: dict[tuple[str, int, int], list[str]] = {}
    for name, defined in book.defined_names.items():
        if found := _NAMED.fullmatch(defined.attr_text or ""):
            key = (found["sheet"].replace("''", "'"), int(found["row"]), _number(found["column"]))
            names.setdefault(key, []).append(name)
    cells = []
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                held = tuple(names.get((sheet.title, cell.row, cell.column), ()))
                note = cell.comment.text if cell.comment else ""
                words = cell_words(cell.value, str(cell.number_format))
                if words or held or note:
                    cells.append(FilledCell(sheet.title, cell.row, cell.column, words, held, note))
    return cells


def _number(column: str) -> int:
    total = 0
    for letter in column:
        total = total * 26 + ord(letter) - ord("A") + 1
    return total

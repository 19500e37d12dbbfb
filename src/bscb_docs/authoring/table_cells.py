"""Table cells: words written into a column of a .csv file, and all else left as typed."""

import csv
import io
from collections.abc import Mapping

from bscb_docs.reading.csv_files import long_cells, separated
from bscb_docs.records import fold


def with_cells(text: str, column: str, words: Mapping[int, str]) -> str:
    """The text of a .csv file with those words in a column, each in the row that begins in that line.

    Where no column has that name it is added. Rows that gain nothing stay as they were typed.
    """
    separator, skipped, _ = separated(text)
    lines = list(io.StringIO(text, newline=""))  # each with the end that it has
    found, end = lines[:skipped], skipped
    reader = csv.reader(lines[skipped:], delimiter=separator, strict=True)
    at = None
    with long_cells():
        rows = [(cells, reader.line_num + skipped) for cells in reader]
    for cells, after in rows:
        start, end = end, after
        new = words.get(start + 1, "")
        if at is None and any(cell.strip() for cell in cells):
            names = ",".join(map(fold, cells)).rstrip(",").split(",")
            at = names.index(column) if column in names else len(names)
            new = column if at == len(names) else ""
        if new and at is not None:
            cells += [""] * (at + 1 - len(cells))
            cells[at] = new
            found.append(_typed(cells, separator, lines[end - 1]))
        else:
            found += lines[start:end]
    return "".join(found)


def _typed(cells: list[str], separator: str, last: str) -> str:
    """A row as a file has it, with the end of its last line."""
    row = io.StringIO()
    csv.writer(row, delimiter=separator, lineterminator="\n").writerow(cells)
    return row.getvalue()[:-1] + last[len(last.rstrip("\r\n")) :]

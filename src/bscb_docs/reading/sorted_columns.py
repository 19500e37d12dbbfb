"""Sorted columns: a column that was sorted without the rest of its table, so that no row has its own words or day."""

from collections.abc import Iterable
from itertools import pairwise

from bscb_docs.diagnostics.location import Place
from bscb_docs.reading.gathered_findings import Gathered
from bscb_docs.reading.table_header import Column, Row
from bscb_docs.records import PartialDate, fold

_SURE = 8
"""Cells that stand in the order of the alphabet by chance once in 40,000 tables (8 factorial)."""
_SORTED = {"text": "words", "due": "day"}
"""What a row has of its own in a column whose alphabet its id knows nothing of."""


def tell_sorted_column(rows: Iterable[Row], columns: list[Column], file: str, report: Gathered) -> None:
    """A finding where ids go up from row to row, and so do the first letters of the text, or those of the days."""
    given = {column.reading.attribute: column for column in columns}
    for name in _SORTED.keys() & given.keys() if "id" in given else ():
        ids, own = given["id"], given[name]
        full = [row for row in rows if len(row.cells) > max(ids.at, own.at) and row.cells[own.at].strip()]
        if len({row.cells[own.at] for row in full}) >= _SURE and _goes_up(full, ids) and _goes_up(full, own):
            if _are_in_order(row.cells[own.at] for row in full):
                continue
            message = f'The cells of column "{own.name}" stand in alphabetical order, and those of "{ids.name}" in '
            message += f"theirs: a column that was sorted on its own leaves no row its own {_SORTED[name]}."
            mend = f"Take {file} from a copy kept before it was sorted; if the rows are right, accept this check."
            place = Place(file, full[0].line, within=full[0].cell(own))
            moved = ("", "facts read")  # words moved with their facts
            takes = [moved, *((row.cells[ids.at].strip(), name) for row in full)]
            report.add("TAB-10", message, place, mend, file, takes=takes)


def _goes_up(rows: list[Row], column: Column) -> bool:
    """True where no cell comes before the one above it."""
    words = [fold(row.cells[column.at]) for row in rows]
    return all(one <= other for one, other in pairwise(words))


def _are_in_order(cells: Iterable[str]) -> bool:
    """True of days that follow each other, as 2026-04-01 and 2026-04-30 do in both orders."""
    try:
        days = [PartialDate.from_text(cell) for cell in cells]
    except ValueError:
        return False
    return all(one.earliest <= other.earliest for one, other in pairwise(days))

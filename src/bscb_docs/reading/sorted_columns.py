"""Sorted columns: a column of words that was sorted without the rest of its table, so that no row has its own."""

from collections.abc import Iterable
from itertools import pairwise

from bscb_docs.diagnostics.location import Place
from bscb_docs.reading.gathered_findings import Gathered
from bscb_docs.reading.table_header import Column, Row
from bscb_docs.records import fold

_SURE = 8
"""Rows whose words stand in the order of the alphabet by chance once in 40,000 tables (8 factorial)."""


def tell_sorted_column(rows: Iterable[Row], columns: list[Column], file: str, report: Gathered) -> None:
    """A finding where ids go up from row to row, and so do the first letters of the text, which ids know nothing of."""
    given = {column.reading.attribute: column for column in columns}
    if not given.keys() >= {"id", "text"}:
        return
    ids, text = given["id"], given["text"]
    full = [row for row in rows if len(row.cells) > max(ids.at, text.at) and row.cells[text.at].strip()]
    if len(full) >= _SURE and _goes_up(full, ids) and _goes_up(full, text):
        message = (
            f'The cells of column "{text.name}" stand in alphabetical order, and those of "{ids.name}" in theirs: '
        )
        message += "a column that was sorted on its own leaves no row its own words."
        mend = f"Take {file} from a copy kept before it was sorted; if the rows are right, accept this check."
        place = Place(file, full[0].line, within=full[0].cell(text))
        report.add("TAB-10", message, place, mend, file, takes=[("", "facts read")])  # words moved with their facts


def _goes_up(rows: list[Row], column: Column) -> bool:
    """True where each cell comes after the one above it."""
    words = [fold(row.cells[column.at]) for row in rows]
    return all(one < other for one, other in pairwise(words))

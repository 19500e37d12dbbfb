"""Typed tables: numbers in the tables of prose that do not agree with the other numbers of their row or column."""

import re
from collections.abc import Iterator
from decimal import Decimal

from bscb_docs.diagnostics.location import Place
from bscb_docs.figures.ratio import Ratio
from bscb_docs.prose import Runs, Table, Token, plain
from bscb_docs.rules.engine import Pack, blocks_of, kept
from bscb_docs.rules.english.typed_numbers import NUMBER, PER_CENT, POUNDS, amount_of, is_rounded, typed_share

_TOTAL = re.compile(r"\s*(?:total|totals|all|altogether|in all|sum)\b.*", re.IGNORECASE)
_WHOLE = re.compile(r"\b(?:of|total|all|whole|planned|invited|possible|expected|due|offered|asked)\b", re.IGNORECASE)
"""The heading of a column that the others are parts of."""
_POUNDS = re.compile(POUNDS)
_PARTS_AND_WHOLE = 2

Found = Iterator[tuple[str, Place, str]]
"""The name of the record that holds the table, where the table stands, and what is wrong in it."""


def wrong_totals(pack: Pack) -> Found:
    """Each column whose last row calls itself the total and is not."""
    for record, place, table in _tables(pack):
        if len(table.rows) < _PARTS_AND_WHOLE or not _TOTAL.fullmatch(plain(table.rows[-1][0])):
            continue
        for column, heading in enumerate(table.header[1:], 1):
            cells = [_count(pack, row[column]) for row in table.rows]
            shares = [PER_CENT.fullmatch(plain(row[column]).strip()) for row in table.rows]
            *parts, total = [cell for cell in cells if cell is not None] or [Decimal(0)]
            is_wrong = None not in cells and sum(parts) != total
            sign = "£" if plain(table.rows[-1][column]).strip().startswith("£") else ""
            found = (f"{sign}{sum(parts):,}", f"{sign}{total:,}") if is_wrong else _wrong_shares_in_all(shares)
            if found:
                message = f'The column "{plain(heading)}" of this table comes to {found[0]}, '
                yield record, place, f"{message}and its last row says {found[1]}."


def wrong_shares(pack: Pack) -> Found:
    """Each row whose one per cent is not the ratio of its two numbers, where a heading says which is the whole."""
    for record, place, table in _tables(pack):
        wholes = [column for column, heading in enumerate(table.header) if column and _WHOLE.search(plain(heading))]
        for row in table.rows if len(wholes) == 1 else ():
            counts = {column: count for column, cell in enumerate(row) if (count := _count(pack, cell)) is not None}
            shares = [match for cell in row if (match := PER_CENT.fullmatch(plain(cell).strip()))]
            whole = counts.pop(wholes[0], Decimal(0))
            if len(counts) != 1 or len(shares) != 1 or not whole:
                continue
            (part,), (share,) = counts.values(), shares
            if part <= whole and not is_rounded(float(100 * part / whole), *typed_share(share)):
                right, name = Ratio(int(part), int(whole)).per_cent, plain(row[0])
                message = f'In the row "{name}" of this table, {part} of {whole} is {right}, not "{share[0]}".'
                yield record, place, message


def _wrong_shares_in_all(shares: list[re.Match[str] | None]) -> tuple[str, str] | None:
    """The sum of the per cents of a column and the total typed beneath it, where no rounding makes them one."""
    given = [share for share in shares if share]
    typed = [typed_share(share) for share in given]
    *parts, total = [share for share, _ in typed] or [0.0]
    coarsest = 10.0 ** -min((decimals for _, decimals in typed), default=0)
    if len(given) < len(shares) or abs(sum(parts) - total) <= coarsest * len(typed) / 2:
        return None
    return f"{sum(parts):g}%", given[-1][0]


@kept
def _tables(pack: Pack) -> tuple[tuple[str, Place, Table], ...]:
    """The tables that were typed, each with the id of its record and where it stands."""
    return tuple(
        (str(getattr(record, "id", "") or ""), text.place.down(table.line), table)
        for record in pack.board.records
        for text, table in blocks_of(record, "|")
        if isinstance(table, Table)
    )


def _count(pack: Pack, cell: Runs) -> Decimal | None:
    """The whole number or the sum in pounds that a cell holds, typed or set as a figure."""
    words = plain(cell).strip()
    if len(cell) == 1 and isinstance(cell[0], Token):
        figure = pack.figures.get(cell[0].name)
        words = str(figure.value) if figure and isinstance(figure.value, int | str) else ""
    return amount_of(words) if NUMBER.fullmatch(words) or _POUNDS.fullmatch(words) else None

"""Bad signs: what a record file holds and Word cannot print; tabs of neighbouring lines are a table that was pasted."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby

from bscb_docs.prose.typed_lines import PASTED
from bscb_docs.reading.cards import Card
from bscb_docs.reading.gathered_findings import Gathered
from bscb_docs.reading.source_lines import Lines, bad_sign

_MARK = re.compile(r"\W*|\(?\w{1,4}[.)]|o")
"""What stands before the tab of a point or number that was pasted from Word."""
_BULLET = re.compile(rf"(?:{PASTED}|[ \t]*[-+*>#])\s")
"""A bullet that was pasted from Word, or a sign of Markdown's, and what stands where its tab stood."""
_ROWS = 3
"""So many rows of a pasted table show how it is written."""
_SHOWN = 40
"""Characters of a cell that are shown."""


def report_bad_signs(cards: list[Card], lines: Lines, report: Gathered) -> None:
    """A finding for each line with signs that Word cannot hold, by the record and field; one for a pasted table."""
    starts = [card.place.line for card in cards]
    holders = {at: cards[found] for at in lines.bad if (found := bisect_right(starts, at + 1) - 1) >= 0}
    pasted = set[int]()
    for rows in _pasted_tables(holders, lines):
        pasted.update(rows)
        _tell_table(rows, holders[rows[0]], lines, report)
    for at, signs in lines.bad.items():
        card = holders.get(at)
        if at in pasted:
            signs = [(column, sign) for column, sign in signs if sign != "\t"]
        elif card:
            signs = _stray(signs, card, lines.lines[at], at + 1)
        if not signs:
            continue
        where = _part(card, lines.lines[at], at + 1) if card else "The words above the first heading"
        column, sign = signs[0]
        name, mend = bad_sign(sign)
        more = f" and {len(signs) - 1} more" if len(signs) > 1 else ""
        message = f"{where}: {name}{more} stands here, which cannot be printed."
        report.add("TXT-01", message, lines.place(at, column), mend, card.name if card else "")


def _pasted_tables(holders: dict[int, Card], lines: Lines) -> Iterator[list[int]]:
    """Two or more lines that follow each other in a text and have columns between tabs, and no mark of a point."""
    rows = [
        at
        for at, cells in lines.columns.items()
        if at in holders and _is_text(holders[at], at + 1) and not _MARK.fullmatch(cells[0])
    ]
    for _, run in groupby(enumerate(rows), lambda each: each[1] - each[0]):
        if len(found := [at for _, at in run]) > 1:
            yield found


def _tell_table(rows: list[int], card: Card, lines: Lines, report: Gathered) -> None:
    """The finding for a pasted table, with its first rows as they are to be written."""
    width = max(len(lines.columns[at]) for at in rows)
    typed = [_row(lines.columns[at], width) for at in rows[:_ROWS]]
    typed = ["Caption: ...", typed[0], _row(["---"] * width, width), *typed[1:]]
    message = (
        f"{card.label}, the text: lines {rows[0] + 1} to {rows[-1] + 1} have tabs between their words; "
        "this looks like a table pasted from Word or Excel, and tabs cannot be printed."
    )
    rest = ", and so on" if len(rows) > _ROWS else ""
    shown = ", ".join(f'"{line}"' for line in typed)
    mend = f"Write it as a table, with an empty line before and after it, each row on a line: {shown}{rest}."
    report.add("TXT-01", message, lines.place(rows[0]), mend, card.name)


def _row(cells: list[str], width: int) -> str:
    """The cells as a row of a table, the long ones cut short."""
    typed = [cell.replace("|", "\\|") for cell in cells] + [""] * (width - len(cells))
    short = (cell if len(cell) <= _SHOWN else f"{cell[: _SHOWN - 4].rstrip()} ..." for cell in typed)
    return f"| {' | '.join(short)} |"


def _is_text(card: Card, number: int) -> bool:
    """True where a line of the file, from 1, is of the card's text."""
    return bool(card.text) and card.text.place.line <= number


def _stray(signs: list[tuple[int, str]], card: Card, line: str, number: int) -> list[tuple[int, str]]:
    """The signs without a tab between a field's name, or a heading's, and its value: white space like any other."""
    is_text = _is_text(card, number)
    if is_text and (bullet := _BULLET.match(line)):  # which is told of, and takes its tab with it
        return [(column, sign) for column, sign in signs if sign != "\t" or column != bullet.end()]
    colon = -1 if is_text else line.find(":")
    if not is_text and card.reading and card.reading.labels.without_colon(line):
        return [(column, sign) for column, sign in signs if sign != "\t"]  # it stands where the colon is missing
    return [(column, sign) for column, sign in signs if sign != "\t" or column != colon + 2 or colon < 0]


def _part(card: Card, line: str, number: int) -> str:
    """The record, and the part of it that a line is."""
    if card.place.line == number:
        return f"{card.label}, the heading"
    found = card.reading.fields.get(line.partition(":")[0]) if card.reading and not _is_text(card, number) else None
    return f"{card.label}, {found.label if found else 'the text'}"
